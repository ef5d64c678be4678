//! In which order a queue is gone through.

use std::cmp::Ordering;

use super::ReviewItem;

/// In which order things are reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// What differs most first.
    #[default]
    Disagreement,
    /// What a model is least sure of first.
    Score,
    /// By label.
    Label,
    /// As the articles and their words come.
    Text,
}

impl QueueOrder {
    /// All.
    pub const ALL: [Self; 4] = [Self::Disagreement, Self::Score, Self::Label, Self::Text];

    /// What the analyst reads.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagreement => "By difference",
            Self::Score => "By confidence",
            Self::Label => "By label",
            Self::Text => "In text order",
        }
    }

    /// Which of two items comes first.
    #[must_use]
    pub fn compare(self, one: &ReviewItem, other: &ReviewItem) -> Ordering {
        let text = || one.file.cmp(&other.file).then_with(|| one.place().cmp(&other.place()));
        let first = match self {
            Self::Disagreement => other.disagreement.total_cmp(&one.disagreement),
            Self::Score => one.score().total_cmp(&other.score()),
            Self::Label => one.first_label().cmp(&other.first_label()),
            Self::Text => Ordering::Equal,
        };
        first.then_with(text)
    }
}
