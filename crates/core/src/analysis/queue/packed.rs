//! What a queue keeps of an item that is not at hand.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::{QueueOrder, ReviewItem, Stage};
use crate::text::Span;

/// The number of no label.
pub(super) const NO_LABEL: u32 = u32::MAX;

/// It is decided, answered, came back, contradicted; the queue shows it.
const DECIDED: u8 = 1;
const ANSWERED: u8 = 1 << 1;
const CAME_BACK: u8 = 1 << 2;
const CONTRADICTED: u8 = 1 << 3;
const SHOWN: u8 = 1 << 4;

/// What a queue keeps of an item: enough to filter, order and count it, and to know it again when its article is looked at.
///
/// ```
/// assert!(size_of::<tippani_core::analysis::PackedItem>() <= 40);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PackedItem {
    disagreement: f64,
    score: f64,
    identity: u64,
    start: u32,
    end: u32,
    label: u32,
    stage: Stage,
    flags: u8,
}

impl PackedItem {
    /// Packs an item whose first label has this number.
    pub(super) fn new(item: &ReviewItem, label: u32) -> Self {
        let place = item.place().map(Span::range).unwrap_or_default();
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let flags = [
            (DECIDED, item.is_decided()),
            (ANSWERED, item.is_answered()),
            (CAME_BACK, item.came_back()),
            (CONTRADICTED, item.is_contradicted()),
        ];
        Self {
            disagreement: item.disagreement,
            score: item.score(),
            identity: item.identity(),
            start: offset(place.start),
            end: offset(place.end),
            label,
            stage: item.stage(),
            flags: flags.into_iter().filter(|(_, on)| *on).map(|(flag, _)| flag).sum(),
        }
    }

    /// Where it is in a review.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// [`ReviewItem::is_decided`].
    #[must_use]
    pub const fn is_decided(&self) -> bool {
        self.flags & DECIDED != 0
    }

    /// [`ReviewItem::is_answered`].
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        self.flags & ANSWERED != 0
    }

    /// [`ReviewItem::came_back`].
    #[must_use]
    pub const fn came_back(&self) -> bool {
        self.flags & CAME_BACK != 0
    }

    /// [`ReviewItem::is_contradicted`].
    #[must_use]
    pub const fn is_contradicted(&self) -> bool {
        self.flags & CONTRADICTED != 0
    }

    /// Whether the queue shows it.
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        self.flags & SHOWN != 0
    }

    /// [`ReviewItem::identity`].
    #[must_use]
    pub const fn identity(&self) -> u64 {
        self.identity
    }

    /// The first byte of its first annotation, and the first after it; twice 0 where nobody has anything there.
    pub(super) const fn place(&self) -> (u32, u32) {
        (self.start, self.end)
    }

    pub(super) const fn label(&self) -> u32 {
        self.label
    }

    pub(super) const fn set_label(&mut self, label: u32) {
        self.label = label;
    }

    pub(super) const fn show(&mut self, on: bool) {
        self.flags = if on { self.flags | SHOWN } else { self.flags & !SHOWN };
    }

    /// By what it is ordered before its place in the text, the least first; `ranks` are those of labels.
    pub(super) fn key(&self, order: QueueOrder, ranks: &[u32]) -> u64 {
        match order {
            QueueOrder::Disagreement => !in_order(self.disagreement),
            QueueOrder::Score => in_order(self.score),
            QueueOrder::Label => ranks.get(self.label as usize).map_or(0, |rank| u64::from(*rank) + 1),
            QueueOrder::Text => 0,
        }
    }
}

/// A number that is greater where the value is, as [`f64::total_cmp`] has them.
const fn in_order(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The items of an article, packed, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackedArticle {
    pub(super) file: Arc<str>,
    /// Each with its first label.
    pub(super) items: Vec<(PackedItem, Option<Arc<str>>)>,
}

impl PackedArticle {
    /// Packs items of an article.
    #[must_use]
    pub fn new(file: Arc<str>, items: &[ReviewItem]) -> Self {
        let one = |item: &ReviewItem| (PackedItem::new(item, NO_LABEL), item.first_label().cloned());
        Self { file, items: items.iter().map(one).collect() }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// A number by which an item is known again: it is that of the annotations that were found in it.
pub(super) fn identity<T: std::hash::Hash>(found: &[T]) -> u64 {
    // Always with the same keys.
    let mut hasher = DefaultHasher::new();
    found.hash(&mut hasher);
    hasher.finish()
}
