//! An annotation that has lost its place: the article was changed, and where its words are now is not certain.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{
    Annotation, AnnotationId, AnnotationKind, AttributeValue, Document, EntityRef, Evidence, Extra, Origin,
    Timestamp, Value,
};
use crate::text::{CharOffset, Span, Spans};

/// A stretch of an earlier version of an article: where it stood there, its words, and what stood around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// Where it began, in code points of that version.
    pub start: CharOffset,
    /// Where it ended, exclusive, in code points of that version.
    pub end: CharOffset,
    /// The words.
    pub quote: String,
    /// What stood before them; empty where that is not known.
    pub before: String,
    /// What stood after them; empty where that is not known.
    pub after: String,
}

/// An annotation that waits for a place in the article as it is now. It is kept in its annotator's file, with all that it
/// says, until it is given a place or deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Orphan {
    /// The identifier of the annotation; relations and verdicts go on naming it.
    pub id: AnnotationId,
    /// The layer.
    pub kind: AnnotationKind,
    /// Identifier of a [`super::Label`].
    pub label: Arc<str>,
    /// SHA-256 of the version of the article that it stood in, lower-case hexadecimal.
    pub source: Arc<str>,
    /// Where it stood there, in the order of that text; never empty.
    pub parts: Vec<QuotedSpan>,
    /// Whom or what this mention is of.
    pub entity: Option<EntityRef>,
    /// Values by attribute identifier, in the order given.
    pub attributes: IndexMap<Arc<str>, Value>,
    /// Where the words stood that bear an attribute out, by attribute identifier.
    pub evidence: IndexMap<Arc<str>, QuotedSpan>,
    /// A remark in the annotator's words.
    pub note: String,
    /// How it came to be.
    pub origin: Origin,
    /// When it was made, where that is known.
    pub created: Option<Timestamp>,
    /// When it was last changed, where that is known.
    pub modified: Option<Timestamp>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// Where an orphan stands in a text, or may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The annotation itself.
    pub spans: Spans,
    /// The words that bear its attributes out, by attribute; one that is missing has no place.
    pub evidence: IndexMap<Arc<str>, Span>,
}

impl From<Spans> for Place {
    fn from(spans: Spans) -> Self {
        Self { spans, evidence: IndexMap::new() }
    }
}

impl Orphan {
    /// An annotation of a document as one that has lost its place, with what it quotes but not what stands around that.
    #[must_use]
    pub fn of(annotation: &Annotation, document: &Document) -> Self {
        let text = &document.text;
        let quoted = |span: Span| QuotedSpan {
            start: text.to_char(span.start()),
            end: text.to_char(span.end()),
            quote: text.slice(span).to_owned(),
            before: String::new(),
            after: String::new(),
        };
        let evidence = annotation
            .attributes
            .iter()
            .filter_map(|(name, attribute)| Some((name.clone(), quoted(attribute.evidence?.span))));
        let values =
            annotation.attributes.iter().map(|(name, attribute)| (name.clone(), attribute.value.clone()));
        Self {
            id: annotation.id.clone(),
            kind: annotation.kind,
            label: annotation.label.clone(),
            source: document.sha256.clone(),
            parts: annotation.spans.as_slice().iter().map(|span| quoted(*span)).collect(),
            entity: annotation.entity.clone(),
            attributes: values.collect(),
            evidence: evidence.collect(),
            note: annotation.note.clone(),
            origin: annotation.origin.clone(),
            created: annotation.created.clone(),
            modified: annotation.modified.clone(),
            extra: annotation.extra.clone(),
        }
    }

    /// The words it stood on, its parts joined by ` … `: what a list shows.
    #[must_use]
    pub fn quote(&self) -> String {
        self.parts.iter().map(|part| part.quote.as_str()).collect::<Vec<_>>().join(" … ")
    }

    /// The annotation at this place: all it said, with its identifier and its times. Evidence without a place is left out.
    #[must_use]
    pub fn placed(&self, place: &Place) -> Annotation {
        let value = |(name, value): (&Arc<str>, &Value)| {
            let evidence = place.evidence.get(name).map(|span| Evidence { span: *span });
            (name.clone(), AttributeValue { value: value.clone(), evidence })
        };
        Annotation {
            id: self.id.clone(),
            kind: self.kind,
            label: self.label.clone(),
            spans: place.spans.clone(),
            entity: self.entity.clone(),
            attributes: self.attributes.iter().map(value).collect(),
            note: self.note.clone(),
            origin: self.origin.clone(),
            created: self.created.clone(),
            modified: self.modified.clone(),
            extra: self.extra.clone(),
        }
    }
}
