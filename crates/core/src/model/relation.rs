//! A directed link from one annotation to another, in this article or a different one.

use std::sync::Arc;

use super::{AnnotationId, Annotator, EntryKey, Extra};

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

impl RelationEnd {
    /// The end at an annotation, as a set of `annotator` and `file` names it.
    #[must_use]
    pub fn at(end: &EntryKey, file: &str, annotator: &Annotator) -> Self {
        if *end.file == *file && end.annotator == *annotator {
            return Self::Here(end.id.clone());
        }
        let EntryKey { file, annotator, id } = end.clone();
        Self::There { file, annotator, annotation: id }
    }

    /// The annotation it is at, where it stands in a set of `annotator` and `file`.
    #[must_use]
    pub fn key(&self, file: &Arc<str>, annotator: &Annotator) -> EntryKey {
        match self {
            Self::Here(id) => EntryKey { file: file.clone(), annotator: annotator.clone(), id: id.clone() },
            Self::There { file, annotator, annotation } => {
                EntryKey { file: file.clone(), annotator: annotator.clone(), id: annotation.clone() }
            }
        }
    }
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
    /// A remark in the annotator's words.
    pub note: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}
