//! Entries of a sidecar to model values, checked against the text.

use std::sync::Arc;

use indexmap::IndexMap;

use super::error::EntryError;
use super::shape::{
    AnnotationShape, AttributeShape, EvidenceShape, OriginShape, RelationShape, ReviewShape, SpanShape,
};
use super::value::{ByShape, EndShape, KindShape, StateShape, ValueShape, VerdictShape};
use crate::format::Issue;
use crate::format::json::{Text, escape, keep_unknown};
use crate::format::localized::Localized as _;
use crate::model::{
    Annotation, AnnotationId, AnnotationKind, Annotator, AttributeValue, EntityRef, Evidence, Extra, Origin,
    OriginKind, Relation, RelationEnd, Review, ReviewTarget, State, Timestamp, Value, Verdict,
};
use crate::text::{ByteOffset, CharOffset, SourceText, Span, SpanError, Spans};
use crate::words::{self, say};

/// Turns shapes into values of one article; equal labels and moments are shared.
pub(super) struct Entries<'t> {
    text: &'t SourceText,
    labels: Vec<Arc<str>>,
    /// The time read last, as it stands in the file: most annotations have the same twice.
    time: Option<(String, Timestamp)>,
    /// What is wrong with entries that were read all the same.
    pub(super) issues: Vec<Issue>,
}

/// More labels than this are not looked for, only copied.
const MAX_SHARED_LABELS: usize = 32;

impl<'t> Entries<'t> {
    pub(super) fn new(text: &'t SourceText) -> Self {
        Self { text, labels: Vec::new(), time: None, issues: Vec::new() }
    }

    /// The text that entries are of.
    pub(super) const fn text(&self) -> &'t SourceText {
        self.text
    }

    pub(super) fn annotation(&mut self, shape: AnnotationShape<'_>) -> Result<Annotation, EntryError> {
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        let spans = self.spans(&shape.spans, &mut extra)?;
        let mut attributes = IndexMap::new();
        for (id, attribute) in shape.attributes.0 {
            attributes.insert(Arc::from(&*id), self.attribute(&id, attribute, &mut extra)?);
        }
        let place = || say!("format-place-annotation", id = &*shape.id);
        let created = self.time("created", shape.created.as_ref(), place, &mut extra);
        let modified = self.time("modified", shape.modified.as_ref(), place, &mut extra);
        Ok(Annotation {
            id: AnnotationId::new(&*shape.id),
            kind: kind(shape.kind),
            label: self.label(&shape.label),
            spans,
            entity: shape.entity.map(|entity| EntityRef::from(&*entity)),
            attributes,
            note: shape.note.0.into_owned(),
            origin: shape.origin.map(|o| origin(o, &mut extra)).unwrap_or_default(),
            created,
            modified,
            extra,
        })
    }

    fn spans(&self, shapes: &[SpanShape<'_>], extra: &mut Extra) -> Result<Spans, EntryError> {
        if let [shape] = shapes {
            keep_unknown(extra, "spans/0/", &shape.unknown);
            return Ok(self.span(shape.start, shape.end, &shape.quote)?.into());
        }
        let mut found = Vec::with_capacity(shapes.len());
        for shape in shapes {
            found.push((self.span(shape.start, shape.end, &shape.quote)?, &shape.unknown));
        }
        found.sort_by_key(|(span, _)| *span);
        for (at, (_, unknown)) in found.iter().enumerate() {
            keep_unknown(extra, &format!("spans/{at}/"), unknown);
        }
        Ok(Spans::new(found.into_iter().map(|(span, _)| span).collect())?)
    }

    /// The span of these code points, if its characters are `quote`.
    pub(super) fn span(&self, start: u64, end: u64, quote: &str) -> Result<Span, EntryError> {
        if start >= end {
            return Err(SpanError::Empty.into());
        }
        let to_byte = |n: u64| usize::try_from(n).ok().and_then(|n| self.text.to_byte(CharOffset::new(n)));
        let first = to_byte(start).ok_or(SpanError::OutOfBounds)?;
        let last = ByteOffset::new(first.get() + quote.len());
        let same = self.text.as_str().get(first.get()..last.get()) == Some(quote);
        if same && u64::try_from(quote.chars().count()).is_ok_and(|n| n == end - start) {
            return Ok(Span::new(self.text, first, last)?);
        }
        let last = to_byte(end).ok_or(SpanError::OutOfBounds)?;
        let found = self.text.slice(Span::new(self.text, first, last)?);
        Err(EntryError::Quote { start, end, quote: short(quote), found: short(found) })
    }

    fn evidence(&self, shape: &EvidenceShape<'_>) -> Result<Evidence, EntryError> {
        Ok(Evidence { span: self.span(shape.start, shape.end, &shape.quote)? })
    }

    fn attribute(
        &self,
        id: &str,
        shape: AttributeShape<'_>,
        extra: &mut Extra,
    ) -> Result<AttributeValue, EntryError> {
        let value = value(id, shape.value, shape.entity)?;
        if !shape.unknown.is_empty() {
            keep_unknown(extra, &format!("attributes/{}/", escape(id)), &shape.unknown);
        }
        let evidence = match shape.evidence {
            Some(evidence) => {
                if !evidence.unknown.is_empty() {
                    keep_unknown(extra, &format!("attributes/{}/evidence/", escape(id)), &evidence.unknown);
                }
                Some(self.evidence(&evidence)?)
            }
            None => None,
        };
        Ok(AttributeValue { value, evidence })
    }

    pub(super) fn label(&mut self, label: &str) -> Arc<str> {
        if let Some(known) = self.labels.iter().find(|l| ***l == *label) {
            return known.clone();
        }
        let label: Arc<str> = label.into();
        if self.labels.len() < MAX_SHARED_LABELS {
            self.labels.push(label.clone());
        }
        label
    }

    /// A time of an entry. One that is none is told, and kept as it stands to be written back.
    pub(super) fn time(
        &mut self,
        key: &'static str,
        text: Option<&Text<'_>>,
        place: impl Fn() -> String,
        extra: &mut Extra,
    ) -> Option<Timestamp> {
        let text = text?;
        if let Some((last, time)) = &self.time
            && **last == **text
        {
            return Some(time.clone());
        }
        match text.parse::<Timestamp>() {
            Ok(time) => {
                self.time = Some(((**text).to_owned(), time.clone()));
                Some(time)
            }
            Err(error) => {
                extra.keep(key, serde_json::Value::from(&**text).to_string());
                let what = say!("format-sidecar-time", field = key, error = error.localized());
                self.issues.push(Issue::new(place(), what, words::text("format-sidecar-time-hint")));
                None
            }
        }
    }

    pub(super) fn review(&mut self, shape: ReviewShape<'_>) -> Result<Review, EntryError> {
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        keep_unknown(&mut extra, "of/", &shape.of.unknown);
        let of = ReviewTarget {
            annotator: Annotator::new(&shape.of.annotator)?,
            annotation: AnnotationId::new(&*shape.of.annotation),
        };
        let verdict = match shape.verdict {
            VerdictShape::Accepted => Verdict::Accepted,
            VerdictShape::Rejected => Verdict::Rejected,
            VerdictShape::Question => Verdict::Question,
        };
        let saw = shape.saw.as_ref().and_then(|saw| saw.parse().ok());
        if let (Some(other), None) = (&shape.saw, saw) {
            // A later version may have another hash: this one then goes by the time.
            extra.keep("saw", serde_json::Value::from(&**other).to_string());
        }
        let place = || {
            say!(
                "format-place-review",
                annotation = of.annotation.as_str(),
                annotator = of.annotator.as_str()
            )
        };
        let at = self.time("at", shape.at.as_ref(), place, &mut extra);
        let heard = super::remark::round(shape.heard);
        Ok(Review { of, saw, verdict, comment: shape.comment.0.into_owned(), heard, at, extra })
    }
}

pub(super) const fn kind(shape: KindShape) -> AnnotationKind {
    match shape {
        KindShape::Entity => AnnotationKind::Entity,
        KindShape::Claim => AnnotationKind::Claim,
    }
}

/// What an attribute says: a value or an entity.
pub(super) fn value(
    id: &str,
    value: Option<ValueShape<'_>>,
    entity: Option<Text<'_>>,
) -> Result<Value, EntryError> {
    match (value, entity) {
        (Some(value), None) => Ok(match value {
            ValueShape::Text(text) => Value::Text(text.0.into_owned()),
            ValueShape::Many(many) => Value::Many(many.into_iter().map(|t| t.0.into_owned()).collect()),
            ValueShape::Flag(flag) => Value::Flag(flag),
            ValueShape::Number(number) => Value::Number(number),
        }),
        (None, Some(entity)) => Ok(Value::Entity(EntityRef::from(&*entity))),
        (Some(_), Some(_)) | (None, None) => Err(EntryError::Attribute(id.to_owned())),
    }
}

pub(super) fn origin(shape: OriginShape<'_>, extra: &mut Extra) -> Origin {
    keep_unknown(extra, "origin/", &shape.unknown);
    let by = match shape.by {
        ByShape::Hand => OriginKind::Hand,
        ByShape::Propagated => OriginKind::Propagated,
        ByShape::Import => OriginKind::Import,
        ByShape::Model => OriginKind::Model,
        ByShape::Adjudicated => OriginKind::Adjudicated,
    };
    Origin {
        by,
        from: shape.from.map(|from| Arc::from(&*from.0)),
        score: shape.score,
        rule: shape.rule.map(|rule| Arc::from(&*rule)),
    }
}

pub(super) fn relation(shape: RelationShape<'_>) -> Result<Relation, EntryError> {
    let mut extra = Extra::default();
    keep_unknown(&mut extra, "", &shape.unknown);
    let to = match shape.to {
        EndShape::Here(id) => RelationEnd::Here(AnnotationId::new(&*id)),
        EndShape::There(there) => {
            keep_unknown(&mut extra, "to/", &there.unknown);
            RelationEnd::There {
                file: Arc::from(&*there.file),
                annotator: Annotator::new(&there.annotator)?,
                annotation: AnnotationId::new(&*there.annotation),
            }
        }
    };
    let (id, from) = (AnnotationId::new(&*shape.id), AnnotationId::new(&*shape.from));
    let note = shape.note.map(|note| note.to_string()).unwrap_or_default();
    Ok(Relation { id, label: Arc::from(&*shape.label), from, to, note, extra })
}

pub(super) const fn state(shape: StateShape) -> State {
    match shape {
        StateShape::Todo => State::Todo,
        StateShape::InProgress => State::InProgress,
        StateShape::Done => State::Done,
    }
}

/// At most forty characters of `text`, for a message.
fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
