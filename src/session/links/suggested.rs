//! Links that are suggested: which claims may speak of the same thing, and accepting or rejecting them.

use std::sync::Arc;

use super::{LinkOption, LinkWork};
use crate::analysis::{BoardEntry, ClaimSuggestion};
use crate::model::EntryKey;
use crate::session::{Effect, Now, Session};

impl Session {
    /// At most `limit` claims of other articles that may speak of the same thing as the one at a place on the board, the likeliest
    /// first: without those it is linked with and those that were rejected. Nothing as long as claims are not ready to be compared.
    #[must_use]
    pub fn suggested_links(&self, at: usize, limit: usize) -> Option<Vec<ClaimSuggestion>> {
        let (board, search) = (self.board()?, self.claim_search()?);
        let own = &board.entries().get(at)?.key;
        let linked = self.linked_with(own);
        let is_wanted = |other: usize| {
            let Some(entry) = board.entries().get(other) else { return false };
            let is_seen = !self.is_blind() || self.annotator() == Some(&entry.key.annotator);
            is_seen && !linked.contains(&entry.key)
        };
        // What was rejected is asked of few.
        let rejected = self.rejected_for(own).len();
        let mut found = search.suggest_among(at, limit + rejected, is_wanted);
        found.retain(|other| !self.is_rejected(own, &board.entries()[other.entry].key));
        found.truncate(limit);
        Some(found)
    }

    /// The annotations that a link joins with this one, on the board or made since it was read.
    fn linked_with(&self, own: &EntryKey) -> Vec<EntryKey> {
        let mut linked: Vec<EntryKey> = self.all_links_of(own).into_iter().map(|link| link.other).collect();
        if let Some(board) = self.board()
            && self.articles.get(&own.file).is_none()
            && let Some(at) = board.position(own)
        {
            let links = board.links_of(at).iter().map(|link| &board.links()[*link]);
            linked.extend(
                links.map(|link| if link.from == *own { link.to.clone() } else { link.from.clone() }),
            );
        }
        linked
    }

    /// The links that may be made between two annotations of the board; none where neither is one's own.
    #[must_use]
    pub fn ways_to_link(&self, from: &BoardEntry, to: &BoardEntry) -> Vec<LinkOption> {
        let is_own = |entry: &BoardEntry| self.annotator() == Some(&entry.key.annotator);
        self.options((&from.label, is_own(from)), (&to.label, is_own(to)))
    }

    /// Links two annotations.
    pub(in crate::session) fn connect(
        &mut self,
        from: EntryKey,
        to: EntryKey,
        option: LinkOption,
        now: &Now,
    ) -> Vec<Effect> {
        let LinkOption { label, is_reversed } = option;
        let (start, end) = if is_reversed { (to, from) } else { (from, to) };
        self.do_link_work(LinkWork::Make { start, end, label }, now)
    }

    /// The articles in whose own files a pair may stand among those that were rejected, and which the annotator can write.
    pub(super) fn holders_of_rejection(&self, one: &EntryKey, other: &EntryKey) -> [Arc<str>; 2] {
        let is_own = |key: &EntryKey| self.annotator.as_ref() == Some(&key.annotator);
        // Beside the annotation of one's own, where one of them is.
        if !is_own(one) && is_own(other) {
            return [other.file.clone(), one.file.clone()];
        }
        [one.file.clone(), other.file.clone()]
    }
}
