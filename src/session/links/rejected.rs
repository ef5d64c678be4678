//! Suggested links that the annotator rejected: they are suggested no more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::{Board, Unlinked, in_order};
use crate::format::sidecar;
use crate::model::EntryKey;
use crate::session::Session;

/// Pairs of annotations that the annotator rejected, by the article whose file has them.
#[derive(Debug, Default)]
pub(super) struct Rejected {
    by_file: BTreeMap<Arc<str>, BTreeSet<(EntryKey, EntryKey)>>,
}

impl Rejected {
    fn put(&mut self, file: &Arc<str>, pairs: impl IntoIterator<Item = (EntryKey, EntryKey)>) {
        let pairs: BTreeSet<_> = pairs.into_iter().map(|(one, other)| in_order(one, other)).collect();
        if pairs.is_empty() {
            self.by_file.remove(file);
        } else {
            self.by_file.insert(file.clone(), pairs);
        }
    }

    fn has(&self, pair: &(EntryKey, EntryKey)) -> bool {
        // A pair stands in the file of one of its ends, or of the article it was rejected from.
        self.by_file.values().any(|pairs| pairs.contains(pair))
    }
}

impl Session {
    /// Whether the annotator rejected a link between two annotations.
    #[must_use]
    pub fn is_rejected(&self, one: &EntryKey, other: &EntryKey) -> bool {
        self.links.rejected.has(&in_order(one.clone(), other.clone()))
    }

    /// The annotations that the annotator does not want to link with this one.
    #[must_use]
    pub fn rejected_for(&self, end: &EntryKey) -> Vec<EntryKey> {
        let pairs = self.links.rejected.by_file.values().flatten();
        let others = pairs.filter_map(|(one, other)| match (one == end, other == end) {
            (true, _) => Some(other.clone()),
            (_, true) => Some(one.clone()),
            _ => None,
        });
        others.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The board was read: of articles that are not open it knows what was rejected.
    pub(in crate::session) fn take_rejected(&mut self, board: &Board) {
        let mut by_file: BTreeMap<Arc<str>, BTreeSet<(EntryKey, EntryKey)>> = BTreeMap::new();
        let own = board.unlinked().iter().filter(|pair| self.annotator.as_ref() == Some(&pair.annotator));
        for Unlinked { file, ends: (one, other), .. } in own.cloned() {
            by_file.entry(file).or_default().insert(in_order(one, other));
        }
        self.links.rejected.by_file = by_file;
        let open: Vec<Arc<str>> =
            self.articles.values().map(|article| article.document().file.clone()).collect();
        for file in &open {
            self.refresh_rejected(file);
        }
    }

    /// Brings what was rejected in the annotator's own file of an open article up to date.
    pub(in crate::session) fn refresh_rejected(&mut self, file: &Arc<str>) {
        let Some(article) = self.articles.get(file).filter(|article| article.blocked().is_none()) else {
            return;
        };
        let pairs = sidecar::unlinked(article.set(), file);
        self.links.rejected.put(file, pairs);
    }
}
