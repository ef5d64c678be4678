//! What one gesture does.

use std::sync::Arc;

use super::{Change, Changes};
use crate::model::EntityId;

/// What a step of undo is, beyond its name for the menu.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum TransactionKind {
    /// The analyst changed annotations.
    #[default]
    Edit,
    /// The reviewer decided on an item of a review, which went on to the next.
    Decision,
    /// Annotations were linked to an entity that was made for them in one's own part of the registry.
    NewEntity(EntityId),
}

/// A named group of changes, of one article or of several, that is done and undone as one.
///
/// ```
/// # use tippani_core::edit::{Change, Transaction};
/// # use tippani_core::model::State;
/// let done = || vec![Change::SetState(State::Done)];
/// let both = Transaction::new("Mark as done", "a.txt", done()).and("b.txt", done());
/// assert_eq!(both.parts().count(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    name: Arc<str>,
    kind: TransactionKind,
    parts: Vec<(Arc<str>, Changes)>,
}

impl Transaction {
    /// Groups changes of the set of `article` under `name`, which completes “Undo …”.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, article: impl Into<Arc<str>>, changes: Vec<Change>) -> Self {
        let parts = vec![(article.into(), Changes::from(changes))];
        Self { name: name.into(), kind: TransactionKind::default(), parts }
    }

    /// Groups changes of the sets of several articles, each of them named once, under `name`; nothing where there is no article.
    #[must_use]
    pub fn over(
        name: impl Into<Arc<str>>,
        parts: impl IntoIterator<Item = (Arc<str>, Vec<Change>)>,
    ) -> Option<Self> {
        let mut parts = parts.into_iter();
        let (article, changes) = parts.next()?;
        let first = Self::new(name, article, changes);
        Some(parts.fold(first, |transaction, (article, changes)| transaction.and(article, changes)))
    }

    /// Adds changes of the set of `article`, which no part is about yet.
    #[must_use]
    pub fn and(mut self, article: impl Into<Arc<str>>, changes: Vec<Change>) -> Self {
        let article = article.into();
        debug_assert!(self.parts.iter().all(|(other, _)| *other != article), "one part an article");
        self.parts.push((article, Changes::from(changes)));
        self
    }

    /// Sets the kind of step.
    #[must_use]
    pub fn of_kind(mut self, kind: TransactionKind) -> Self {
        self.kind = kind;
        self
    }

    /// What it does, in the analyst's words.
    #[must_use]
    pub const fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> &TransactionKind {
        &self.kind
    }

    /// The articles it changes, each with its changes in order.
    #[must_use]
    pub fn parts(&self) -> impl ExactSizeIterator<Item = (&Arc<str>, &Changes)> {
        self.parts.iter().map(|(article, changes)| (article, changes))
    }

    /// Rewrites the changes of each article with `change`.
    #[must_use]
    pub fn map_changes(mut self, change: impl Fn(&str, Vec<Change>) -> Vec<Change>) -> Self {
        for (article, changes) in &mut self.parts {
            *changes = change(article, std::mem::take(changes).into_vec()).into();
        }
        self
    }

    pub(super) fn into_parts(self) -> Vec<(Arc<str>, Changes)> {
        self.parts
    }
}
