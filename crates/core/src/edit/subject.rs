//! What a change is about.

use super::Change;
use crate::model::{AnnotationId, AnnotationSet, ReviewTarget, Revision, State};

/// The one entry of a set that a change is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An annotation.
    Annotation(AnnotationId),
    /// A relation.
    Relation(AnnotationId),
    /// The verdict on an annotation.
    Review(ReviewTarget),
    /// How far the annotator has come.
    State,
}

/// How a subject stands in a set: two equal ones mean that nobody changed it in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// An entry by the revision of its last change; nothing where it is not there.
    Entry(Option<Revision>),
    /// The state, which is its own value.
    State(State),
}

impl Subject {
    pub(super) fn standing(&self, set: &AnnotationSet) -> Standing {
        match self {
            Self::Annotation(id) => Standing::Entry(set.revision_of(id)),
            Self::Relation(id) => Standing::Entry(set.revision_of_relation(id)),
            Self::Review(of) => Standing::Entry(set.revision_of_review(of)),
            Self::State => Standing::State(set.state()),
        }
    }
}

impl Change {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Put(annotation) => Subject::Annotation(annotation.id.clone()),
            Self::Remove(id) => Subject::Annotation(id.clone()),
            Self::Relate(relation) => Subject::Relation(relation.id.clone()),
            Self::Unrelate(id) => Subject::Relation(id.clone()),
            Self::Review(review) => Subject::Review(review.of.clone()),
            Self::Unreview(of) => Subject::Review(of.clone()),
            Self::SetState(_) => Subject::State,
        }
    }

    /// Whether its subject is there afterwards, as the change says.
    pub(super) const fn puts(&self) -> bool {
        match self {
            Self::Put(_) | Self::Relate(_) | Self::Review(_) | Self::SetState(_) => true,
            Self::Remove(_) | Self::Unrelate(_) | Self::Unreview(_) => false,
        }
    }
}
