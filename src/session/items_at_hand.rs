//! The items of a review that are there in full: of some articles all, of the others none.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::ReviewItem;
use crate::jobs::WHOLE_ARTICLES;

/// The items of some articles, by the number of the article in its queue.
#[derive(Clone, Debug, Default)]
pub(super) struct ItemsAtHand {
    articles: BTreeMap<usize, Article>,
    /// Articles whose items are being found.
    asked: BTreeSet<usize>,
    /// How many times items were asked for.
    uses: u64,
}

#[derive(Clone, Debug)]
struct Article {
    /// One for each that the queue has of it, in the same order.
    items: Vec<ReviewItem>,
    /// When they were last needed.
    used: u64,
}

impl ItemsAtHand {
    /// The items of an article, where they are there.
    pub(super) fn get(&self, article: usize) -> Option<&[ReviewItem]> {
        self.articles.get(&article).map(|known| &*known.items)
    }

    pub(super) fn get_mut(&mut self, article: usize) -> Option<&mut [ReviewItem]> {
        self.articles.get_mut(&article).map(|known| &mut *known.items)
    }

    /// The items of an article were found.
    pub(super) fn put(&mut self, article: usize, items: Vec<ReviewItem>) {
        self.articles.insert(article, Article { items, used: self.uses });
    }

    /// Whether the items of an article are being found.
    pub(super) fn is_asked(&self, article: usize) -> bool {
        self.asked.contains(&article)
    }

    /// The items of these articles are asked for.
    pub(super) fn ask(&mut self, articles: &[usize]) {
        self.asked = articles.iter().copied().collect();
    }

    /// What was asked for was answered; gives what that was.
    pub(super) fn answered(&mut self) -> BTreeSet<usize> {
        std::mem::take(&mut self.asked)
    }

    /// Keeps the items of what is needed, and of the articles that were needed last.
    pub(super) fn keep(&mut self, needed: &[usize]) {
        self.uses += 1;
        for article in needed {
            if let Some(known) = self.articles.get_mut(article) {
                known.used = self.uses;
            }
        }
        let surplus = self.articles.len().saturating_sub(WHOLE_ARTICLES);
        if surplus > 0 {
            let mut old: Vec<(u64, usize)> =
                self.articles.iter().map(|(article, known)| (known.used, *article)).collect();
            old.retain(|(used, _)| *used < self.uses);
            old.sort_unstable();
            for (_, article) in old.into_iter().take(surplus) {
                self.articles.remove(&article);
            }
        }
    }
}
