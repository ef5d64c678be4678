//! What a set holds under one key, and what a change made of it.

use std::sync::Arc;

use super::{Annotation, Field, Orphan, Relation, Remark, Review, State};

/// Names one thing that was done, in all runs of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditId {
    /// The run: the history that did it.
    pub run: u64,
    /// Its number there; a later one is greater.
    pub number: u64,
}

/// One entry of a set.
#[derive(Clone, Debug, PartialEq)]
pub enum SetEntry {
    /// An annotation.
    Annotation(Arc<Annotation>),
    /// A relation.
    Relation(Arc<Relation>),
    /// A verdict.
    Review(Arc<Review>),
    /// Something else that is said in a review.
    Remark(Arc<Remark>),
    /// An annotation that has lost its place.
    Orphan(Arc<Orphan>),
    /// A field of the file as a whole.
    Field(Arc<Field>),
    /// How far the annotator has come: every set has one.
    State(State),
}

/// One entry before a change and after it; nothing where it is not there.
///
/// Both are of one key, and one of them is there.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryChange {
    /// As it was.
    pub before: Option<SetEntry>,
    /// As it is now.
    pub after: Option<SetEntry>,
}

impl EntryChange {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}
