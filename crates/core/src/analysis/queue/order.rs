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
        let place = |item: &ReviewItem| item.present().map(|(_, member)| member.extent).min();
        let text = || one.file.cmp(&other.file).then_with(|| place(one).cmp(&place(other)));
        let score = |item: &ReviewItem| {
            let scores = item.present().filter_map(|(_, member)| member.score);
            scores.fold(f64::INFINITY, f64::min)
        };
        let label = |item: &ReviewItem| item.first_version().map(|member| member.label.clone());
        let first = match self {
            Self::Disagreement => other.disagreement.total_cmp(&one.disagreement),
            Self::Score => score(one).total_cmp(&score(other)),
            Self::Label => label(one).cmp(&label(other)),
            Self::Text => Ordering::Equal,
        };
        first.then_with(text)
    }
}
