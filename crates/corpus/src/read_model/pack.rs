//! A set to bytes.

use std::sync::Arc;

use ulid::Ulid;

use super::bytes::Writer;
use super::layout::{
    KINDS, ORIGINS, VERDICTS, carried, entity, mark, place, relation, remark, review, value,
};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, AttributeValue, EntityRef, Evidence, Extra, Relation,
    RelationEnd, Remark, RemarkSubject, Review, Value,
};
use crate::text::Span;

/// Everything of `set` but its annotator, state, relations and what could not be read; labels by their place in `labels`.
pub(super) fn pack(set: &AnnotationSet, labels: &[(Arc<str>, usize)]) -> Box<[u8]> {
    let mut packer = Packer { out: Writer::default(), labels, start: 0 };
    for annotation in set.annotations() {
        packer.annotation(annotation);
    }
    for review in set.reviews() {
        packer.review(review);
    }
    packer.out.unsigned(set.remarks().len() as u64);
    for remark in set.remarks() {
        packer.remark(remark);
    }
    packer.extra(&set.extra);
    packer.out.finish()
}

/// The relations of `set`: they say nothing of places, so that they are read without the text.
pub(super) fn pack_relations(set: &AnnotationSet) -> Box<[u8]> {
    let mut packer = Packer { out: Writer::default(), labels: &[], start: 0 };
    for relation in set.relations() {
        packer.relation(relation);
    }
    packer.out.finish()
}

struct Packer<'s> {
    out: Writer<'s>,
    labels: &'s [(Arc<str>, usize)],
    /// Where the annotation before starts.
    start: usize,
}

impl<'s> Packer<'s> {
    fn annotation(&mut self, annotation: &'s Annotation) {
        let Annotation { id, kind, label, spans, entity, attributes, note, origin, created, modified, extra } =
            annotation;
        let ulid = ulid(id);
        let carried = bit(entity.is_some(), carried::ENTITY)
            | bit(!attributes.is_empty(), carried::ATTRIBUTES)
            | bit(!note.is_empty(), carried::NOTE)
            | bit(origin.from.is_some(), carried::FROM)
            | bit(origin.score.is_some(), carried::SCORE)
            | bit(!extra.is_empty(), carried::EXTRA)
            | bit(origin.rule.is_some(), carried::RULE);
        let several = spans.as_slice().len() > 1;
        let what = place(&KINDS, kind)
            | place(&ORIGINS, &origin.by) << mark::ORIGIN_SHIFT
            | bit(ulid.is_none(), mark::TEXT_ID)
            | bit(several, mark::SPANS)
            | bit(carried != 0, mark::MORE);
        self.out.unsigned(what);
        let label = self.labels.iter().position(|(known, _)| known == label);
        self.out.unsigned(label.unwrap_or_default() as u64);
        match ulid {
            Some(ulid) => self.out.raw(&ulid.to_bytes()),
            None => self.out.text(id.as_str()),
        }
        if several {
            self.out.unsigned(spans.as_slice().len() as u64);
        }
        let first = spans.first().start().get();
        let mut from = std::mem::replace(&mut self.start, first);
        for span in spans.as_slice() {
            self.span(*span, from);
            from = span.end().get();
        }
        self.out.time(created.as_ref());
        self.out.time(modified.as_ref());
        if carried == 0 {
            return;
        }
        self.out.unsigned(carried);
        if let Some(entity) = entity {
            self.entity(entity);
        }
        if !attributes.is_empty() {
            self.out.unsigned(attributes.len() as u64);
            for (name, attribute) in attributes {
                self.out.text(name);
                self.attribute(attribute, first);
            }
        }
        if !note.is_empty() {
            self.out.text(note);
        }
        if let Some(from) = &origin.from {
            self.out.text(from);
        }
        if let Some(score) = origin.score {
            self.out.raw(&score.to_bits().to_le_bytes());
        }
        if !extra.is_empty() {
            self.extra(extra);
        }
        if let Some(rule) = &origin.rule {
            self.out.text(rule);
        }
    }

    fn span(&mut self, span: Span, from: usize) {
        self.out.signed(span.start().get() as i64 - from as i64);
        self.out.unsigned(span.bytes() as u64);
    }

    fn attribute(&mut self, attribute: &'s AttributeValue, from: usize) {
        let AttributeValue { value, evidence } = attribute;
        let what = match value {
            Value::Text(_) => value::TEXT,
            Value::Many(_) => value::MANY,
            Value::Flag(false) => value::NO,
            Value::Flag(true) => value::YES,
            Value::Number(_) => value::NUMBER,
            Value::Entity(_) => value::ENTITY,
        };
        self.out.unsigned(what | bit(evidence.is_some(), value::EVIDENCE));
        match value {
            Value::Text(text) => self.out.text(text),
            Value::Many(texts) => {
                self.out.unsigned(texts.len() as u64);
                for text in texts {
                    self.out.text(text);
                }
            }
            Value::Flag(_) => {}
            Value::Number(number) => self.out.raw(&number.to_bits().to_le_bytes()),
            Value::Entity(entity) => self.entity(entity),
        }
        if let Some(Evidence { span }) = evidence {
            self.span(*span, from);
        }
    }

    fn entity(&mut self, entity: &'s EntityRef) {
        match entity {
            EntityRef::Entity(id) => {
                self.out.unsigned(entity::SLUG);
                self.out.text(id.as_str());
            }
            EntityRef::Author => self.out.unsigned(entity::AUTHOR),
            EntityRef::Unknown => self.out.unsigned(entity::UNKNOWN),
            EntityRef::Name(name) => {
                self.out.unsigned(entity::NAME);
                self.out.text(name);
            }
        }
    }

    fn relation(&mut self, relation: &'s Relation) {
        let Relation { id, label, from, to, note, extra } = relation;
        let there = matches!(to, RelationEnd::There { .. });
        let what = bit(there, relation::THERE)
            | bit(!extra.is_empty(), relation::EXTRA)
            | bit(!note.is_empty(), relation::NOTE);
        self.out.unsigned(what);
        self.id(id);
        self.out.text(label);
        self.id(from);
        match to {
            RelationEnd::Here(to) => self.id(to),
            RelationEnd::There { file, annotator, annotation } => {
                self.out.text(file);
                self.out.text(annotator.as_str());
                self.id(annotation);
            }
        }
        if !note.is_empty() {
            self.out.text(note);
        }
        if !extra.is_empty() {
            self.extra(extra);
        }
    }

    fn review(&mut self, review: &'s Review) {
        let Review { of, saw, verdict, comment, heard, at, extra } = review;
        let what = place(&VERDICTS, verdict)
            | bit(saw.is_some(), review::SAW)
            | bit(*heard > 0, review::HEARD)
            | bit(!extra.is_empty(), review::EXTRA);
        self.out.unsigned(what);
        self.out.text(of.annotator.as_str());
        self.id(&of.annotation);
        if let Some(saw) = saw {
            self.out.raw(&saw.to_bytes());
        }
        self.out.text(comment);
        if *heard > 0 {
            self.out.unsigned(u64::from(*heard));
        }
        self.out.time(at.as_ref());
        if !extra.is_empty() {
            self.extra(extra);
        }
    }

    fn remark(&mut self, remark: &'s Remark) {
        let Remark { about, text, round, saw, at, extra } = remark;
        let of = match about {
            RemarkSubject::Answer { annotation: Some(_), .. } => remark::ANSWER,
            RemarkSubject::Answer { annotation: None, .. } => remark::HANDED_BACK,
            RemarkSubject::Return(_) => remark::RETURN,
            RemarkSubject::Nothing(_) => remark::NOTHING,
        };
        self.out.unsigned(of | bit(!extra.is_empty(), remark::EXTRA));
        match about {
            RemarkSubject::Answer { reviewer, annotation } => {
                self.out.text(reviewer.as_str());
                if let Some(annotation) = annotation {
                    self.id(annotation);
                }
            }
            RemarkSubject::Return(annotator) => self.out.text(annotator.as_str()),
            RemarkSubject::Nothing(spans) => {
                self.out.unsigned(spans.as_slice().len() as u64);
                spans.as_slice().iter().for_each(|span| self.span(*span, 0));
            }
        }
        self.out.text(text);
        self.out.unsigned(u64::from(*round));
        self.out.unsigned(saw.len() as u64);
        for saw in saw {
            self.out.raw(&saw.to_bytes());
        }
        self.out.time(at.as_ref());
        if !extra.is_empty() {
            self.extra(extra);
        }
    }

    /// An identifier, with a word on whether it is a ULID.
    fn id(&mut self, id: &'s AnnotationId) {
        let ulid = ulid(id);
        self.out.unsigned(u64::from(ulid.is_some()));
        match ulid {
            Some(ulid) => self.out.raw(&ulid.to_bytes()),
            None => self.out.text(id.as_str()),
        }
    }

    fn extra(&mut self, extra: &'s Extra) {
        self.out.unsigned(extra.iter().count() as u64);
        for (path, json) in extra.iter() {
            self.out.text(path);
            self.out.text(json);
        }
    }
}

const fn bit(is_set: bool, bit: u64) -> u64 {
    if is_set { bit } else { 0 }
}

/// The identifier as a ULID, where that is written as it is.
fn ulid(id: &AnnotationId) -> Option<Ulid> {
    let mut buffer = [0; ulid::ULID_LEN];
    Ulid::from_string(id.as_str()).ok().filter(|ulid| ulid.array_to_str(&mut buffer) == id.as_str())
}
