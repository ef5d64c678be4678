//! Bytes to a set.

use std::sync::Arc;

use indexmap::IndexMap;
use ulid::Ulid;

use super::bytes::Reader;
use super::layout::{KINDS, ORIGINS, VERDICTS, carried, entity, mark, relation, remark, review, value};
use crate::analysis::SetCounts;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, AttributeValue, ContentHash, EntityId, EntityRef,
    Evidence, Extra, Origin, Relation, RelationEnd, Remark, RemarkSubject, Review, ReviewTarget, Value,
};
use crate::text::{ByteOffset, SourceText, Span, Spans};

/// The relations that were packed.
pub(super) fn unpack_relations(bytes: &[u8], count: usize) -> Option<Vec<Relation>> {
    let text = SourceText::new("");
    let mut unpacker = Unpacker { bytes: Reader::new(bytes), text: &text, start: 0 };
    (0..count).map(|_| unpacker.relation()).collect()
}

/// The set that was packed but for its relations; nothing where its places are none in `text`.
pub(super) fn unpack(bytes: &[u8], counts: &SetCounts, text: &SourceText) -> Option<AnnotationSet> {
    let mut unpacker = Unpacker { bytes: Reader::new(bytes), text, start: 0 };
    let annotation = |_| unpacker.annotation(&counts.labels);
    let annotations: Option<Vec<Annotation>> = (0..counts.annotations).map(annotation).collect();
    let (mut set, _) = AnnotationSet::new(counts.annotator.clone()).with_annotations(annotations?);
    for _ in 0..counts.reviews {
        set.insert_review(unpacker.review()?);
    }
    for _ in 0..unpacker.bytes.size()? {
        set.insert_remark(unpacker.remark()?);
    }
    set.extra = unpacker.extra()?;
    set.set_state(counts.state);
    Some(set)
}

struct Unpacker<'p> {
    bytes: Reader<'p>,
    text: &'p SourceText,
    /// Where the annotation before starts.
    start: usize,
}

impl Unpacker<'_> {
    fn annotation(&mut self, labels: &[(Arc<str>, usize)]) -> Option<Annotation> {
        let what = self.bytes.unsigned()?;
        let (label, _) = labels.get(self.bytes.size()?)?;
        let id = if what & mark::TEXT_ID == 0 { self.ulid()? } else { self.text_id()? };
        let spans = self.spans(what & mark::SPANS != 0)?;
        let (created, modified) = (self.bytes.time().ok()?, self.bytes.time().ok()?);
        let by = *ORIGINS.get((what >> mark::ORIGIN_SHIFT & 0b111) as usize)?;
        let mut annotation = Annotation {
            id,
            kind: KINDS[(what & 1) as usize],
            label: Arc::clone(label),
            spans,
            entity: None,
            attributes: IndexMap::new(),
            note: String::new(),
            origin: Origin { by, from: None, score: None, rule: None },
            created,
            modified,
            extra: Extra::default(),
        };
        if what & mark::MORE != 0 {
            self.more(&mut annotation)?;
        }
        Some(annotation)
    }

    /// What most annotations do not carry.
    fn more(&mut self, annotation: &mut Annotation) -> Option<()> {
        let carried = self.bytes.unsigned()?;
        if carried & carried::ENTITY != 0 {
            annotation.entity = Some(self.entity()?);
        }
        if carried & carried::ATTRIBUTES != 0 {
            let count = self.bytes.size()?;
            annotation.attributes.reserve_exact(count);
            for _ in 0..count {
                let name = self.bytes.text()?;
                let attribute = self.attribute(self.start)?;
                annotation.attributes.insert(name, attribute);
            }
        }
        if carried & carried::NOTE != 0 {
            annotation.note = self.string()?;
        }
        if carried & carried::FROM != 0 {
            annotation.origin.from = Some(self.bytes.text()?);
        }
        if carried & carried::SCORE != 0 {
            annotation.origin.score = Some(self.number()?);
        }
        if carried & carried::EXTRA != 0 {
            annotation.extra = self.extra()?;
        }
        if carried & carried::RULE != 0 {
            annotation.origin.rule = Some(self.bytes.text()?);
        }
        Some(())
    }

    fn spans(&mut self, several: bool) -> Option<Spans> {
        let count = if several { self.bytes.size()? } else { 1 };
        let first = self.span(self.start)?;
        self.start = first.start().get();
        if !several {
            return Some(first.into());
        }
        let mut spans = vec![first];
        while spans.len() < count {
            spans.push(self.span(spans.last()?.end().get())?);
        }
        Spans::new(spans).ok()
    }

    fn span(&mut self, from: usize) -> Option<Span> {
        let start = usize::try_from(self.bytes.signed()?.checked_add(i64::try_from(from).ok()?)?).ok()?;
        let end = start.checked_add(self.bytes.size()?)?;
        Span::new(self.text, ByteOffset::new(start), ByteOffset::new(end)).ok()
    }

    fn attribute(&mut self, from: usize) -> Option<AttributeValue> {
        let what = self.bytes.unsigned()?;
        let value = match what & !value::EVIDENCE {
            value::TEXT => Value::Text(self.string()?),
            value::MANY => {
                let count = self.bytes.size()?;
                Value::Many((0..count).map(|_| self.string()).collect::<Option<_>>()?)
            }
            value::NO => Value::Flag(false),
            value::YES => Value::Flag(true),
            value::NUMBER => Value::Number(self.number()?),
            value::ENTITY => Value::Entity(self.entity()?),
            _ => return None,
        };
        let has_evidence = what & value::EVIDENCE != 0;
        let evidence = if has_evidence { Some(Evidence { span: self.span(from)? }) } else { None };
        Some(AttributeValue { value, evidence })
    }

    fn entity(&mut self) -> Option<EntityRef> {
        Some(match self.bytes.unsigned()? {
            entity::SLUG => EntityRef::Entity(EntityId::new(&self.bytes.text()?).ok()?),
            entity::AUTHOR => EntityRef::Author,
            entity::UNKNOWN => EntityRef::Unknown,
            entity::NAME => EntityRef::Name(self.bytes.text()?),
            _ => return None,
        })
    }

    fn relation(&mut self) -> Option<Relation> {
        let what = self.bytes.unsigned()?;
        let (id, label, from) = (self.id()?, self.bytes.text()?, self.id()?);
        let to = if what & relation::THERE == 0 {
            RelationEnd::Here(self.id()?)
        } else {
            let (file, annotator) = (self.bytes.text()?, Annotator::new(&self.bytes.text()?).ok()?);
            RelationEnd::There { file, annotator, annotation: self.id()? }
        };
        let note = if what & relation::NOTE == 0 { String::new() } else { self.string()? };
        let extra = if what & relation::EXTRA == 0 { Extra::default() } else { self.extra()? };
        Some(Relation { id, label, from, to, note, extra })
    }

    fn review(&mut self) -> Option<Review> {
        let what = self.bytes.unsigned()?;
        let annotator = Annotator::new(&self.bytes.text()?).ok()?;
        let of = ReviewTarget { annotator, annotation: self.id()? };
        let has_seen = what & review::SAW != 0;
        let saw = if has_seen { Some(ContentHash::from_bytes(self.bytes.raw()?)) } else { None };
        let comment = self.string()?;
        let heard = if what & review::HEARD == 0 { 0 } else { self.count()? };
        let at = self.bytes.time().ok()?;
        let extra = if what & review::EXTRA == 0 { Extra::default() } else { self.extra()? };
        let verdict = *VERDICTS.get((what & review::VERDICT) as usize)?;
        Some(Review { of, saw, verdict, comment, heard, at, extra })
    }

    fn remark(&mut self) -> Option<Remark> {
        let what = self.bytes.unsigned()?;
        let about = match what & remark::ABOUT {
            remark::NOTHING => {
                let parts = (0..self.bytes.size()?).map(|_| self.span(0)).collect::<Option<_>>()?;
                RemarkSubject::Nothing(Spans::new(parts).ok()?)
            }
            remark::RETURN => RemarkSubject::Return(Annotator::new(&self.bytes.text()?).ok()?),
            answer => {
                let reviewer = Annotator::new(&self.bytes.text()?).ok()?;
                let annotation = if answer == remark::ANSWER { Some(self.id()?) } else { None };
                RemarkSubject::Answer { reviewer, annotation }
            }
        };
        let (text, round) = (self.string()?, self.count()?);
        let saw = (0..self.bytes.size()?).map(|_| self.bytes.raw().map(ContentHash::from_bytes));
        let saw = saw.collect::<Option<_>>()?;
        let at = self.bytes.time().ok()?;
        let extra = if what & remark::EXTRA == 0 { Extra::default() } else { self.extra()? };
        Some(Remark { about, text, round, saw, at, extra })
    }

    fn count(&mut self) -> Option<u32> {
        u32::try_from(self.bytes.unsigned()?).ok()
    }

    fn id(&mut self) -> Option<AnnotationId> {
        if self.bytes.unsigned()? == 1 { self.ulid() } else { self.text_id() }
    }

    fn ulid(&mut self) -> Option<AnnotationId> {
        let mut buffer = [0; ulid::ULID_LEN];
        Some(AnnotationId::new(&*Ulid::from_bytes(self.bytes.raw()?).array_to_str(&mut buffer)))
    }

    fn text_id(&mut self) -> Option<AnnotationId> {
        self.bytes.text().map(AnnotationId::new)
    }

    fn string(&mut self) -> Option<String> {
        self.bytes.text().map(|text| text.to_string())
    }

    fn number(&mut self) -> Option<f64> {
        self.bytes.raw().map(u64::from_le_bytes).map(f64::from_bits)
    }

    fn extra(&mut self) -> Option<Extra> {
        let mut extra = Extra::default();
        for _ in 0..self.bytes.size()? {
            let (path, json) = (self.bytes.text()?, self.bytes.text()?);
            extra.keep(&*path, &*json);
        }
        Some(extra)
    }
}
