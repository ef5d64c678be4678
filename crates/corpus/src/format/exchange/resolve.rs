//! Places a record’s marks in an article’s text, as annotations.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::align::{Alignment, Misplaced, locate, same_but_blanks};
use super::alike::{ResolvedMarks, derived, is_ulid};
use super::labels::{FOREIGN_LABEL, Mapped, mapped};
use super::token::keep_tokens;
use super::{Mark, OffsetConverter, OffsetUnit, Record, Remark};
use crate::format::sidecar;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, AttributeValue, Document, EntityRef, Evidence,
    Origin, OriginKind, Relation, RelationEnd, Schema, Timestamp,
};
use crate::text::{SourceText, Span, Spans};
use crate::words::say;

/// Where a sidecar keeps what is said of its article.
const DETAILS: &str = "source/details";

/// How records are placed in an article.
#[derive(Clone, Debug)]
pub struct ResolveOptions<'a> {
    /// The labels known.
    pub schema: &'a Schema,
    /// Labels of files that become others, as the analyst says.
    pub labels: &'a [(String, String)],
    /// Whose set it becomes.
    pub annotator: &'a Annotator,
    /// What offsets count where the record does not say: as was asked for, else as is usual for the format.
    pub unit: OffsetUnit,
    /// The file they come from, for provenance.
    pub source: &'a str,
    /// When this happens.
    pub now: Timestamp,
}

/// A record as annotations of an article.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The annotations and relations.
    pub value: AnnotationSet,
    /// What is not taken, or not as it stands in the file.
    pub remarks: Vec<Remark>,
    /// How many marks of each label of the file became which.
    pub labels: BTreeMap<(String, String), usize>,
}

/// The annotations of a record on `document`'s text.
///
/// What cannot be read is told with its place, and the rest is there. Identifiers depend on nothing but the file, so that
/// importing twice is importing once.
#[must_use]
pub fn resolve(record: &Record, document: &Document, how: &ResolveOptions<'_>) -> Resolved {
    if let Some(json) = &record.sidecar {
        return resolve_sidecar(json, record, document, how);
    }
    let (mut settled, mut remarks) = (None, Vec::new());
    let record = if record.additions.is_empty() {
        record
    } else {
        let record = settled.insert(record.clone());
        remarks = record.settle();
        record
    };
    let mut work = Resolving::new(record, document, how, remarks);
    for (n, mark) in record.marks.iter().enumerate() {
        work.mark(n, mark);
    }
    work.finish()
}

/// A record on its way into an article.
struct Resolving<'a> {
    record: &'a Record,
    document: &'a Document,
    how: &'a ResolveOptions<'a>,
    units: OffsetConverter,
    alignment: Alignment,
    unit: OffsetUnit,
    found: ResolvedMarks,
    /// The annotations by the marks' identifiers; the first of those that bear one.
    ids: HashMap<&'a str, AnnotationId>,
    labels: BTreeMap<(String, String), usize>,
    remarks: Vec<Remark>,
}

impl<'a> Resolving<'a> {
    fn new(
        record: &'a Record,
        document: &'a Document,
        how: &'a ResolveOptions<'a>,
        mut remarks: Vec<Remark>,
    ) -> Self {
        let alignment = Alignment::new(record.text.as_deref(), &document.text);
        if matches!(alignment, Alignment::Other(_)) {
            let what = "the text differs from the article";
            let hint = "only annotations whose words are found again in context were imported";
            remarks.push(Remark::new(&record.place, what, &document.file, hint));
        }
        Self {
            record,
            document,
            how,
            units: OffsetConverter::new(&document.text),
            alignment,
            unit: record.unit.unwrap_or(how.unit),
            found: ResolvedMarks::default(),
            ids: HashMap::new(),
            labels: BTreeMap::new(),
            remarks,
        }
    }

    fn mark(&mut self, n: usize, mark: &'a Mark) {
        let (record, document) = (self.record, self.document);
        let place = || record.place_of(mark.line, n + 1);
        let spans = match self.spans(mark) {
            Ok(spans) => spans,
            Err((kind, example)) => {
                self.remarks.push(Remark::without(place(), kind, &example, 1));
                return;
            }
        };
        let text = &document.text;
        let quote = spans.quote(text);
        let mut told = Vec::new();
        if !spans.is_aligned(text) {
            let what = "a span starts or ends inside a character";
            told.push(Remark::new(place(), what, &quote, "kept as is"));
        }
        let is_padded = |span: &Span| {
            let slice = text.slice(*span);
            slice.trim().len() != slice.len()
        };
        if spans.as_slice().iter().any(is_padded) {
            let what = "a span starts or ends with whitespace";
            told.push(Remark::new(
                place(),
                what,
                &format!("{quote:?}"),
                "kept as is; spaCy rejects such spans",
            ));
        }
        let Mapped { label, kind, is_known } = mapped(mark, self.how.schema, self.how.labels);
        if !is_known {
            let hint = "kept; add it to the schema, or map it with --map";
            told.push(Remark::new(place(), "a label is not in the schema", &label, hint));
        }
        *self.labels.entry((mark.label.clone(), label.clone())).or_default() += 1;
        let id = identifier(mark, document, &label, &spans);
        let mut annotation = Annotation::new(id, kind, label, spans, self.how.now.clone());
        if *annotation.label != *mark.label {
            annotation.extra.keep(FOREIGN_LABEL, serde_json::Value::from(mark.label.as_str()).to_string());
        }
        for (name, (value, evidence)) in &mark.attributes {
            let span = evidence.map(|part| self.alignment.place(&self.units, self.unit, part));
            if let (Some(Err(_)), Some((start, end))) = (&span, evidence) {
                let what = "the evidence of an attribute is outside the text";
                let example = format!("{name}, {start}–{end}");
                told.push(Remark::new(place(), what, &example, "the attribute was kept without it"));
            }
            let evidence = span.and_then(Result::ok).map(|span| Evidence { span });
            let value = AttributeValue { value: value.clone(), evidence };
            annotation.attributes.insert(name.as_str().into(), value);
        }
        told.extend(
            mark.unread
                .iter()
                .map(|name| Remark::dropped(place(), "an attribute has an unsupported value", name)),
        );
        annotation.entity = mark.entity.as_deref().map(EntityRef::from);
        annotation.note.clone_from(&mark.note);
        let by = if mark.model.is_some() { OriginKind::Model } else { OriginKind::Import };
        let from = Some(mark.model.as_deref().unwrap_or(self.how.source).into());
        annotation.origin = Origin { by, from, score: mark.score.filter(|s| s.is_finite()), rule: None };
        let (is_new, id) = self.found.add(annotation);
        if !is_new {
            let what = "an annotation appears twice";
            told.push(Remark { left_out: 1, ..Remark::new(place(), what, &quote, "imported once") });
        }
        self.remarks.append(&mut told);
        if let Some(own) = &mark.id {
            self.ids.entry(own).or_insert(id);
        }
    }

    fn spans(&self, mark: &Mark) -> Result<Spans, (&'static str, String)> {
        let text = &self.document.text;
        if mark.spans.is_empty() {
            let found = mark.quotes.iter().map(|quote| {
                let around = (&*mark.context.0, &*mark.context.1);
                locate(text, quote, around).map_err(|count| match count {
                    0 => ("the quoted words are not in the text", quote.clone()),
                    _ => ("the quoted words occur more than once", format!("{quote} ({count} times)")),
                })
            });
            let found = found.collect::<Result<Vec<_>, _>>()?;
            return joined(found, text).ok_or_else(|| ("an annotation has no position", mark.label.clone()));
        }
        let is_quoted = mark.quotes.len() == mark.spans.len();
        let mut parts = Vec::with_capacity(mark.spans.len());
        for (n, &(start, end)) in mark.spans.iter().enumerate() {
            let numbers = || format!("{start}–{end} {}", mark.label);
            if start == end {
                return Err(("a span is empty", numbers()));
            }
            if start > end {
                return Err(("a span ends before it starts", numbers()));
            }
            let span =
                self.alignment.place(&self.units, self.unit, (start, end)).map_err(|why| match why {
                    Misplaced::Outside => {
                        ("a span is outside the text", format!("{} in {}", numbers(), self.unit))
                    }
                    Misplaced::Blank => {
                        ("a span covers only whitespace that the article does not have", numbers())
                    }
                    Misplaced::Sought(0) => ("the quoted words are not in the text", numbers()),
                    Misplaced::Sought(_) => ("the quoted words occur more than once", numbers()),
                })?;
            let found = text.slice(span);
            if let Some(quote) = mark.quotes.get(n).filter(|q| is_quoted && *q != found)
                && !same_but_blanks(quote, found)
            {
                let short = |text: &str| text.chars().take(24).collect::<String>();
                let what = "the text at a span does not match its quote";
                return Err((what, format!("{start}–{end} {}, not {}", short(found), short(quote))));
            }
            parts.push(span);
        }
        joined(parts, text).ok_or_else(|| ("an annotation has no position", mark.label.clone()))
    }

    fn finish(mut self) -> Resolved {
        let (mut set, _) = AnnotationSet::new(self.how.annotator.clone())
            .with_annotations(std::mem::take(&mut self.found.all));
        if let Some(state) = self.record.state {
            set.set_state(state);
        }
        if !self.record.details.is_empty() {
            let members = self.record.details.iter().map(|(name, text)| (name.clone(), text.as_str().into()));
            set.extra.keep(DETAILS, serde_json::Value::Object(members.collect()).to_string());
        }
        let place = |part: &(usize, usize)| self.alignment.place(&self.units, self.unit, *part).ok();
        let tokens: Option<Vec<Span>> = self.record.tokens.iter().map(place).collect();
        keep_tokens(&mut set, &tokens.unwrap_or_default(), &self.document.text);
        for link in &self.record.links {
            let place = || self.record.place_of(link.line, 0);
            let (Some(from), Some(to)) = (self.ids.get(&*link.from), self.ids.get(&*link.to)) else {
                let what = "a relation refers to a missing annotation";
                let example = format!("{} {} {}", link.label, link.from, link.to);
                self.remarks.push(Remark::dropped(place(), what, &example));
                continue;
            };
            let label: Arc<str> = link.label.as_str().into();
            let own = link.id.as_ref().filter(|id| is_ulid(id)).map(|id| AnnotationId::new(id.as_str()));
            let id = own.unwrap_or_else(|| derived(&["relation", &label, from.as_str(), to.as_str()]));
            if set.relation(&id).is_some() {
                let what = "a relation appears twice";
                self.remarks.push(Remark::new(place(), what, &link.label, "imported once"));
                continue;
            }
            let (from, to) = (from.clone(), RelationEnd::Here(to.clone()));
            set.insert_relation(Relation {
                id,
                label,
                from,
                to,
                note: link.note.clone(),
                extra: crate::model::Extra::default(),
            });
        }
        Resolved { value: set, remarks: self.remarks, labels: self.labels }
    }
}

/// A record that is a sidecar.
fn resolve_sidecar(json: &str, record: &Record, document: &Document, how: &ResolveOptions<'_>) -> Resolved {
    let mut remarks = Vec::new();
    let value = match sidecar::decode_for_other_source(json.as_bytes(), document) {
        Ok(decoded) => {
            remarks.extend(
                decoded
                    .issues
                    .into_iter()
                    .map(|issue| Remark::new(&record.place, issue.what, "", issue.hint)),
            );
            let mut set = decoded.value;
            set.annotator = how.annotator.clone();
            for unread in &set.unread {
                let what = say!("format-remark-unread", list = unread.list, error = unread.reason.as_str());
                remarks.push(Remark::new(&record.place, what, "", "it is kept word for word"));
            }
            set
        }
        Err(error) => {
            remarks.push(Remark::dropped(
                &record.place,
                "an annotation set cannot be read",
                &error.to_string(),
            ));
            AnnotationSet::new(how.annotator.clone())
        }
    };
    Resolved { value, remarks, labels: BTreeMap::new() }
}

/// Parts as one annotation's; those that overlap are one part. Nothing where there is none.
fn joined(mut parts: Vec<Span>, text: &SourceText) -> Option<Spans> {
    parts.sort_unstable();
    let mut union: Vec<Span> = Vec::with_capacity(parts.len());
    for part in parts {
        if let Some(last) = union.last_mut().filter(|last| part.start() < last.end()) {
            let end = last.end().max(part.end());
            *last = Span::new(text, last.start(), end).unwrap_or(*last);
        } else {
            union.push(part);
        }
    }
    Spans::new(union).ok()
}

/// The mark's own identifier where it is a ULID, else one made from what the mark is.
fn identifier(mark: &Mark, document: &Document, label: &str, spans: &Spans) -> AnnotationId {
    if let Some(id) = mark.id.as_ref().filter(|id| is_ulid(id)) {
        return AnnotationId::new(id.as_str());
    }
    let places: Vec<String> =
        spans.as_slice().iter().map(|s| format!("{}-{}", s.start().get(), s.end().get())).collect();
    derived(&[&document.file, label, &places.join(",")])
}
