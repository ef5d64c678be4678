//! Find in the open article.

use super::{Effect, Selection, Session, Step};
use crate::analysis::{Fold, FoldRule, Folding, find};
use crate::text::Span;

/// No more places than this are listed; a word that stands oftener is better narrowed.
const LIMIT: usize = 10_000;

/// What is looked for, and where it was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: String,
    found: Vec<Span>,
    current: Option<usize>,
    folded: Option<Fold>,
}

impl Search {
    /// The words looked for; empty when nothing is.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Where they stand, in text order.
    #[must_use]
    pub fn found(&self) -> &[Span] {
        &self.found
    }

    /// Index of the place last gone to.
    #[must_use]
    pub const fn current(&self) -> Option<usize> {
        self.current
    }
}

impl Session {
    pub(super) fn search(&mut self, query: String) -> Vec<Effect> {
        let folding = self.folding;
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = article.document().text.clone();
        let caret = article.selection.anchor;
        let last = article.search.current.map(|at| Selection::from(article.search.found[at]));
        let search = &mut article.search;
        if search.folded.as_ref().is_some_and(|folded| folded.folding() != folding) {
            search.folded = None;
        }
        let folded = search.folded.get_or_insert_with(|| Fold::new(text.as_str(), folding));
        search.found = find(&text, folded, &query, LIMIT);
        search.query = query;
        let after = search.found.partition_point(|s| s.start() < caret);
        search.current = (!search.found.is_empty()).then(|| after % search.found.len());
        // What was found for other words is not marked as found for these; with none, it is what was looked for.
        if search.current.is_none() && !search.query.is_empty() && last == Some(article.selection) {
            article.selection = Selection::caret(caret);
        }
        self.go_to_found()
    }

    /// What find takes for the same.
    #[must_use]
    pub const fn folding(&self) -> Folding {
        self.folding
    }

    /// Turns a rule of find on or off, and looks again.
    pub(super) fn set_fold_rule(&mut self, rule: FoldRule, is_on: bool) -> Vec<Effect> {
        self.folding = self.folding.with(rule, is_on);
        let query = self.article().map(|article| article.search.query.clone());
        query.filter(|query| !query.is_empty()).map_or_else(Vec::new, |query| self.search(query))
    }

    pub(super) fn step_search(&mut self, step: Step) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let search = &mut article.search;
        let n = search.found.len();
        search.current = search.current.map(|i| match step {
            Step::Next => (i + 1) % n,
            Step::Previous => (i + n - 1) % n,
        });
        self.go_to_found()
    }

    fn go_to_found(&mut self) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let search = &article.search;
        let Some(span) = search.current.and_then(|i| search.found.get(i)).copied() else { return Vec::new() };
        article.selection = Selection::from(span);
        self.reveal(span)
    }
}
