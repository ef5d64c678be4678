//! One mark on a text and what it means.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{AnnotationId, AttributeValue, EntityRef, Extra, Timestamp};
use crate::text::Spans;

/// The two layers: who and what is named, and what is asserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnotationKind {
    /// A mention of a person, place, organisation …
    Entity,
    /// An assertion somebody makes.
    Claim,
}

impl AnnotationKind {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Claim => "claim",
        }
    }
}

/// How an annotation came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OriginKind {
    /// Marked by the annotator.
    #[default]
    Hand,
    /// Made from another mark by *tag every occurrence*.
    Propagated,
    /// Read from another tool's file.
    Import,
    /// Proposed by a model.
    Model,
    /// Decided upon from several annotators' marks.
    Adjudicated,
}

impl OriginKind {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Propagated => "propagated",
            Self::Import => "import",
            Self::Model => "model",
            Self::Adjudicated => "adjudicated",
        }
    }
}

/// How an annotation came to be, with what else is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The way it came.
    pub by: OriginKind,
    /// What it came from: an annotation, a file, a model's name; of several annotations one a line.
    pub from: Option<Arc<str>>,
    /// The model's confidence, 0 to 1.
    pub score: Option<f64>,
    /// By which rule it was decided, where it was.
    pub rule: Option<Arc<str>>,
}

/// One mark of one annotator.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Unique in its set.
    pub id: AnnotationId,
    /// The layer.
    pub kind: AnnotationKind,
    /// Identifier of a [`super::Label`]; one the schema does not know is kept.
    pub label: Arc<str>,
    /// Where it stands.
    pub spans: Spans,
    /// Whom or what this mention is of.
    pub entity: Option<EntityRef>,
    /// Values by attribute identifier, in the order given.
    pub attributes: IndexMap<Arc<str>, AttributeValue>,
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

impl Annotation {
    /// A new mark by hand, made at `now`.
    #[must_use]
    pub fn new(
        id: AnnotationId,
        kind: AnnotationKind,
        label: impl Into<Arc<str>>,
        spans: Spans,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            kind,
            label: label.into(),
            spans,
            entity: None,
            attributes: IndexMap::new(),
            note: String::new(),
            origin: Origin::default(),
            created: Some(now.clone()),
            modified: Some(now),
            extra: Extra::default(),
        }
    }

    /// Notes a change at `now`: the time it was last changed is a later one than before, whatever the clock says, so that
    /// it tells what was changed from what was not.
    pub fn touch(&mut self, now: &Timestamp) {
        let later = self.modified.as_ref().filter(|modified| *modified >= now).map(Timestamp::later);
        self.modified = Some(later.unwrap_or_else(|| now.clone()));
    }
}
