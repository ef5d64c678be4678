//! How much each word of a name tells, and what it costs that it has no partner.

use std::ops::Range;

use super::costs::Costs;
use super::lexicon::WordKind;
use super::name::{MOST_WORDS, Name, Word};
use super::phone::ScriptFamily;

/// One name, with what it costs that its words have no partner.
pub(super) struct WeightedWords<'a> {
    pub(super) name: &'a Name,
    pub(super) words: &'a [Word],
    pub(super) weights: Vec<f32>,
}

impl<'a> WeightedWords<'a> {
    pub(super) fn new(costs: &Costs, name: &'a Name, other: Option<ScriptFamily>) -> Self {
        let words = &name.words[..name.words.len().min(MOST_WORDS)];
        let weight = |word: &Word| {
            let full = match (word.family, other) {
                (Some(family), other) => {
                    let omissions = costs.omissions(family, other.unwrap_or(family));
                    word.sounds.phones.iter().map(|phone| omissions[phone.number()]).sum::<f32>().max(0.5)
                }
                (None, _) => 2.0 + word.folded.chars().count() as f32,
            };
            full * share(word)
        };
        Self { name, words, weights: words.iter().map(weight).collect() }
    }

    pub(super) fn unpaired(&self, place: usize) -> f32 {
        self.weights[place] * unpaired(&self.words[place])
    }

    pub(super) fn all_unpaired(&self, places: Range<usize>) -> f32 {
        places.map(|place| self.unpaired(place)).sum()
    }
}

/// How much of its sounds a word weighs, by what it is.
fn share(word: &Word) -> f32 {
    let share = match word.kind {
        Some(WordKind::Link) => 0.1,
        Some(WordKind::Title) => 0.4,
        Some(WordKind::Kind) => 0.5,
        Some(WordKind::Part | WordKind::Same) | None => 1.0,
    };
    if word.qualifier { share * 0.35 } else { share }
}

/// The part of a word's weight that it costs to have no partner.
fn unpaired(word: &Word) -> f32 {
    match word.kind {
        Some(WordKind::Link) => 0.3,
        Some(WordKind::Title) => 0.35,
        Some(WordKind::Kind) => 0.5,
        Some(WordKind::Part | WordKind::Same) | None if word.qualifier => 0.4,
        Some(WordKind::Part | WordKind::Same) | None => 0.62,
    }
}
