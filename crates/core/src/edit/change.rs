//! The smallest steps a set can be changed by.

use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Field, Orphan, Relation, Remark, RemarkSubject, Review,
    ReviewTarget, State,
};

/// One step on one set; applying it gives the step that takes it back.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Puts an annotation in, in place of the one with the same identifier if there is one.
    Put(Box<Annotation>),
    /// Takes an annotation out.
    Remove(AnnotationId),
    /// Puts a relation in, in place of the one with the same identifier if there is one.
    Relate(Box<Relation>),
    /// Takes a relation out.
    Unrelate(AnnotationId),
    /// Puts a verdict in, in place of the one on the same annotation if there is one.
    Review(Box<Review>),
    /// Takes a verdict back.
    Unreview(ReviewTarget),
    /// Puts a remark in, in place of the one about the same if there is one.
    Remark(Box<Remark>),
    /// Takes a remark back.
    Unremark(RemarkSubject),
    /// Puts an annotation in that has lost its place, in place of the one with the same identifier if there is one.
    Orphan(Box<Orphan>),
    /// Takes an annotation out that has lost its place: it has one again, or is deleted.
    Unorphan(AnnotationId),
    /// Puts a field of the file as a whole in, in place of the one at the same path if there is one.
    PutField(Field),
    /// Takes such a field out, by its path.
    RemoveField(Arc<str>),
    /// Says how far the annotator has come.
    SetState(State),
}

/// A step that does not fit the set it was meant for; the set is left as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// What should be taken out is not there.
    #[error("nothing with this identifier to take out: {0}")]
    Missing(String),
}

impl Change {
    /// Changes `set` and gives the inverse.
    ///
    /// ```
    /// # use tippani_core::edit::Change;
    /// # use tippani_core::model::{AnnotationId, AnnotationSet, Annotator, State};
    /// let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
    /// let inverse = Change::SetState(State::Done).apply(&mut set);
    /// assert_eq!(inverse, Ok(Change::SetState(State::Todo)));
    /// assert!(Change::Remove(AnnotationId::new("01A")).apply(&mut set).is_err());
    /// ```
    ///
    /// # Errors
    /// When it takes out what is not there; nothing is changed then.
    pub fn apply(self, set: &mut AnnotationSet) -> Result<Self, ChangeError> {
        Ok(match self {
            Self::Put(annotation) => {
                let id = annotation.id.clone();
                set.insert(*annotation).map_or(Self::Remove(id), |old| Self::Put(Box::new(old)))
            }
            Self::Remove(id) => {
                let old = set.remove(&id).ok_or_else(|| ChangeError::Missing(id.to_string()))?;
                Self::Put(Box::new(old))
            }
            Self::Relate(relation) => {
                let id = relation.id.clone();
                let replaced = set.insert_relation(*relation);
                replaced.map_or(Self::Unrelate(id), |old| Self::Relate(Box::new(old)))
            }
            Self::Unrelate(id) => {
                let old = set.remove_relation(&id).ok_or_else(|| ChangeError::Missing(id.to_string()))?;
                Self::Relate(Box::new(old))
            }
            Self::Review(review) => {
                let of = review.of.clone();
                let replaced = set.insert_review(*review);
                replaced.map_or(Self::Unreview(of), |old| Self::Review(Box::new(old)))
            }
            Self::Unreview(of) => {
                let missing = || ChangeError::Missing(of.annotation.to_string());
                Self::Review(Box::new(set.remove_review(&of).ok_or_else(missing)?))
            }
            Self::Remark(remark) => {
                let about = remark.about.clone();
                let replaced = set.insert_remark(*remark);
                replaced.map_or(Self::Unremark(about), |old| Self::Remark(Box::new(old)))
            }
            Self::Unremark(about) => {
                let missing = || ChangeError::Missing("a remark".to_owned());
                Self::Remark(Box::new(set.remove_remark(&about).ok_or_else(missing)?))
            }
            Self::Orphan(orphan) => {
                let id = orphan.id.clone();
                let replaced = set.insert_orphan(*orphan);
                replaced.map_or(Self::Unorphan(id), |old| Self::Orphan(Box::new(old)))
            }
            Self::Unorphan(id) => {
                let old = set.remove_orphan(&id).ok_or_else(|| ChangeError::Missing(id.to_string()))?;
                Self::Orphan(Box::new(old))
            }
            Self::PutField(field) => {
                let path = field.path().clone();
                set.insert_field(&field).map_or(Self::RemoveField(path), Self::PutField)
            }
            Self::RemoveField(path) => {
                Self::PutField(set.remove_field(&path).ok_or_else(|| ChangeError::Missing(path.to_string()))?)
            }
            Self::SetState(state) => Self::SetState(set.set_state(state)),
        })
    }

    /// Whether it is no work on the text itself: a verdict on a colleague's work, or a field of the file as a whole.
    #[must_use]
    pub const fn is_aside(&self) -> bool {
        matches!(
            self,
            Self::Review(_)
                | Self::Unreview(_)
                | Self::Remark(_)
                | Self::Unremark(_)
                | Self::PutField(_)
                | Self::RemoveField(_)
        )
    }
}
