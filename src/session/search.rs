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

    /// Nothing is looked for any more.
    fn end(&mut self) {
        self.query.clear();
        self.found.clear();
        self.current = None;
    }

    /// Index of the place last gone to.
    #[must_use]
    pub const fn current(&self) -> Option<usize> {
        self.current
    }
}

impl Session {
    pub(super) fn search(&mut self, query: String) -> Vec<Effect> {
        if query.is_empty() {
            for article in self.articles.values_mut() {
                article.search.end();
            }
            return Vec::new();
        }
        let Some(article) = self.article() else { return Vec::new() };
        let caret = article.selection.anchor;
        let last = article.search.current.map(|at| Selection::from(article.search.found[at]));
        self.find(query);
        let Some(article) = self.article_mut() else { return Vec::new() };
        let search = &mut article.search;
        let after = search.found.partition_point(|s| s.start() < caret);
        search.current = (!search.found.is_empty()).then(|| after % search.found.len());
        // What was found for other words is not marked as found for these.
        if search.current.is_none() && last == Some(article.selection) {
            article.selection = Selection::caret(caret);
        }
        self.go_to_found()
    }

    /// Looks for words where somebody is for another reason: the places are shown, and the selection stays.
    pub(super) fn look_for(&mut self, query: String) -> Vec<Effect> {
        self.find(query);
        Vec::new()
    }

    /// Finds the places of the open article; none of them is the one gone to.
    fn find(&mut self, query: String) {
        let folding = self.folding;
        let Some(article) = self.article_mut() else { return };
        let text = article.document().text.clone();
        let search = &mut article.search;
        if search.folded.as_ref().is_some_and(|folded| folded.folding() != folding) {
            search.folded = None;
        }
        let folded = search.folded.get_or_insert_with(|| Fold::new(text.as_str(), folding));
        search.found = find(&text, folded, &query, LIMIT);
        (search.query, search.current) = (query, None);
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
        let caret = article.selection.anchor;
        let search = &mut article.search;
        let n = search.found.len();
        // Where none was gone to yet, it goes on from the caret.
        let after = search.found.partition_point(|s| s.start() < caret);
        search.current = (n > 0).then(|| match (search.current, step) {
            (Some(i), Step::Next) => (i + 1) % n,
            (None, Step::Next) => after % n,
            (Some(i), Step::Previous) => (i + n - 1) % n,
            (None, Step::Previous) => (after + n - 1) % n,
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
