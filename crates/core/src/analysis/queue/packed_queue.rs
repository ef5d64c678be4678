//! A queue over any number of articles, small enough to be kept: some bytes an item, and no item itself.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::packed::{NO_LABEL, PackedArticle, PackedItem};
use super::{QueueOrder, ReviewItem};
use crate::text::Span;

/// The items of a queue, packed, by article and in the order in which they were found.
///
/// ```text
/// files    a.txt          c.txt
/// starts   0              3
/// items    0   1   2      3   4
/// ```
/// Articles are added in the order of their files.
#[derive(Clone, Debug, Default)]
pub struct PackedQueue {
    files: Vec<Arc<str>>,
    /// The first item of each article.
    starts: Vec<u32>,
    items: Vec<PackedItem>,
    labels: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
}

impl PackedQueue {
    /// How many items there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many articles have items.
    #[must_use]
    pub const fn articles(&self) -> usize {
        self.files.len()
    }

    /// All items.
    #[must_use]
    pub fn items(&self) -> &[PackedItem] {
        &self.items
    }

    /// An item by its number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&PackedItem> {
        self.items.get(number)
    }

    /// The file of an article, by its number.
    #[must_use]
    pub fn file(&self, article: usize) -> Option<&Arc<str>> {
        self.files.get(article)
    }

    /// The number of an article; logarithmic in their number.
    #[must_use]
    pub fn article(&self, file: &str) -> Option<usize> {
        self.files.binary_search_by(|known| (**known).cmp(file)).ok()
    }

    /// The number of the article of an item.
    #[must_use]
    pub fn article_of(&self, number: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= number).saturating_sub(1)
    }

    /// The numbers of an article's items.
    #[must_use]
    pub fn range(&self, article: usize) -> Range<usize> {
        let start =
            |article: usize| self.starts.get(article).map_or(self.items.len(), |start| *start as usize);
        start(article)..start(article + 1)
    }

    /// The number of the item that is known by `identity`, in an article.
    #[must_use]
    pub fn find(&self, file: &str, identity: u64) -> Option<usize> {
        let mut range = self.range(self.article(file)?);
        range.find(|number| self.items[*number].identity() == identity)
    }

    /// Adds an article that comes after all that there are; one without items is left out.
    pub fn push(&mut self, article: PackedArticle) {
        if article.is_empty() {
            return;
        }
        self.files.push(article.file);
        self.starts.push(self.items.len() as u32);
        for (mut item, label) in article.items {
            item.set_label(self.label(label.as_ref()));
            self.items.push(item);
        }
    }

    /// Adds the articles of another queue, which come after all that there are.
    pub fn append(&mut self, other: Self) {
        let labels: Vec<u32> = other.labels.iter().map(|label| self.label(Some(label))).collect();
        let first = self.items.len() as u32;
        self.files.extend(other.files);
        self.starts.extend(other.starts.into_iter().map(|start| first + start));
        self.items.extend(other.items.into_iter().map(|mut item| {
            item.set_label(labels.get(item.label() as usize).copied().unwrap_or(NO_LABEL));
            item
        }));
    }

    /// Keeps these items alone, by their numbers.
    #[must_use]
    pub fn only(&self, is_kept: impl Fn(usize) -> bool) -> Self {
        let mut kept = Self { labels: self.labels.clone(), numbers: self.numbers.clone(), ..Self::default() };
        for (article, file) in self.files.iter().enumerate() {
            let start = kept.items.len();
            kept.items.extend(self.range(article).filter(|n| is_kept(*n)).map(|n| self.items[n]));
            if kept.items.len() > start {
                kept.files.push(file.clone());
                kept.starts.push(start as u32);
            }
        }
        kept
    }

    /// Nothing more is added: what was kept for that is given back.
    pub fn shrink(&mut self) {
        self.files.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.items.shrink_to_fit();
    }

    /// An item was changed.
    pub fn update(&mut self, number: usize, item: &ReviewItem) {
        let label = self.label(item.first_label());
        if let Some(known) = self.items.get_mut(number) {
            let is_shown = known.is_shown();
            *known = PackedItem::new(item, label);
            known.show(is_shown);
        }
    }

    /// Notes whether the queue shows an item.
    pub fn show(&mut self, number: usize, on: bool) {
        if let Some(item) = self.items.get_mut(number) {
            item.show(on);
        }
    }

    /// The numbers of those items of some articles that are shown, in this order; alike ones as the articles and their words
    /// come.
    #[must_use]
    pub fn in_order(
        &self,
        articles: Range<usize>,
        order: QueueOrder,
        is_shown: impl Fn(&PackedItem) -> bool,
    ) -> Vec<u32> {
        let mut shown: Vec<u32> = Vec::new();
        let place = |number: &u32| self.items[*number as usize].place();
        for article in articles {
            let start = shown.len();
            shown.extend(self.range(article).filter(|n| is_shown(&self.items[*n])).map(|n| n as u32));
            shown[start..].sort_by_key(place);
        }
        if order == QueueOrder::Text {
            return shown;
        }
        let ranks = self.ranks();
        let key = |(at, number): (usize, &u32)| (self.items[*number as usize].key(order, &ranks), at as u32);
        let mut keys: Vec<(u64, u32)> = shown.iter().enumerate().map(key).collect();
        keys.sort_unstable();
        keys.into_iter().map(|(_, at)| shown[at as usize]).collect()
    }

    /// The items of an article, which were found anew, as far as they are known: one for each that there is of it. One that
    /// is not found again is as if nobody had anything there.
    #[must_use]
    pub fn known(&self, article: usize, found: Vec<ReviewItem>, annotators: usize) -> Vec<ReviewItem> {
        let Some(file) = self.files.get(article) else { return Vec::new() };
        let range = self.range(article);
        let mut found: Vec<Option<ReviewItem>> = found.into_iter().map(Some).collect();
        let by_identity: HashMap<u64, usize> =
            found.iter().enumerate().filter_map(|(at, item)| Some((item.as_ref()?.identity(), at))).collect();
        let same = |number: usize| by_identity.get(&self.items[number].identity()).copied();
        let mut known: Vec<Option<ReviewItem>> =
            range.clone().map(|number| found.get_mut(same(number)?)?.take()).collect();
        // Somebody's annotation was added or taken away there since.
        for (number, item) in range.zip(&mut known) {
            if item.is_none() {
                let (start, end) = self.items[number].place();
                let is_there = |other: &ReviewItem| {
                    let range = other.place().map(Span::range).unwrap_or_default();
                    range.start < end as usize && (start as usize) < range.end
                };
                let there = found.iter_mut().find(|other| other.as_ref().is_some_and(is_there));
                *item = there.and_then(Option::take);
            }
        }
        let nobody = || ReviewItem::nobodys(file.clone(), annotators);
        known.into_iter().map(|item| item.unwrap_or_else(nobody)).collect()
    }

    /// The number of a label.
    fn label(&mut self, label: Option<&Arc<str>>) -> u32 {
        let Some(label) = label else { return NO_LABEL };
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        let number = self.labels.len() as u32;
        self.labels.push(label.clone());
        self.numbers.insert(label.clone(), number);
        number
    }

    /// The place of each label among all of them.
    fn ranks(&self) -> Vec<u32> {
        let mut sorted: Vec<usize> = (0..self.labels.len()).collect();
        sorted.sort_by(|one, other| self.labels[*one].cmp(&self.labels[*other]));
        let mut ranks = vec![0; sorted.len()];
        for (rank, label) in sorted.into_iter().enumerate() {
            ranks[label] = rank as u32;
        }
        ranks
    }
}
