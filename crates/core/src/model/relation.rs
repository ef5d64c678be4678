//! A directed link from one annotation to another, in this article or a different one.

use std::sync::Arc;

use super::{AnnotationId, Annotator, Extra};

/// What a relation points at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RelationEnd {
    /// An annotation of the same set.
    Here(AnnotationId),
    /// An annotation of another article or annotator.
    There {
        /// The article, relative to the workspace, with `/` between folders.
        file: Arc<str>,
        /// Whose annotation it is.
        annotator: Annotator,
        /// Which one.
        annotation: AnnotationId,
    },
}

/// One link; its start is always in the set that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Unique in its set.
    pub id: AnnotationId,
    /// Identifier of a [`super::RelationSpec`].
    pub label: Arc<str>,
    /// Where it starts.
    pub from: AnnotationId,
    /// Where it ends.
    pub to: RelationEnd,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}
