//! What is left once words were paired in order: words that changed places, and what tells two names apart.

use super::compare::{Pair, PairKind};
use super::lexicon::WordKind;
use super::name::Word;
use super::word_alignment::{TRANSLATED, WordAlignment};
use super::word_weight::WeightedWords;

/// Words that stand in another order.
const SWAPPED: f32 = 0.6;
/// Both say what is named, and something different.
const ANOTHER_KIND: f32 = 0.5;
/// Both have a number, and another one: of the weight of both names.
pub(super) const ANOTHER_NUMBER: f32 = 0.3;

impl WordAlignment<'_> {
    /// Pairs words that are left alone on both sides, though they stand in another order.
    pub(super) fn pair_reordered(&self, pairs: &mut Vec<Pair>) {
        loop {
            let alone = |a: bool| {
                let pairs = pairs.iter().filter(move |p| p.kind == PairKind::Unpaired && p.a.is_empty() != a);
                pairs.map(move |p| if a { p.a.start } else { p.b.start }).collect::<Vec<_>>()
            };
            let (left, right) = (alone(true), alone(false));
            let mut best: Option<(f32, Pair)> = None;
            for &i in &left {
                for &j in &right {
                    let all = |pair: &Pair| {
                        pair.a.clone().all(|i| left.contains(&i))
                            && pair.b.clone().all(|j| right.contains(&j))
                    };
                    let translated = self.meaning_the_same(i + 1, j + 1).into_iter().map(|p| (p, TRANSLATED));
                    let sounds = self.alike(i..i + 1, j..j + 1).into_iter().map(|p| (p, SWAPPED));
                    for (mut pair, moved) in translated.chain(sounds).filter(|(pair, _)| all(pair)) {
                        pair.cost += moved;
                        let saved = self.a.all_unpaired(pair.a.clone()) + self.b.all_unpaired(pair.b.clone())
                            - pair.cost;
                        if saved > 0.0 && best.as_ref().is_none_or(|(most, _)| saved > *most) {
                            best = Some((saved, pair));
                        }
                    }
                }
            }
            let Some((_, found)) = best else { return };
            pairs.retain(|pair| {
                let taken = found.a.contains(&pair.a.start) && pair.b.is_empty()
                    || found.b.contains(&pair.b.start) && pair.a.is_empty();
                pair.kind != PairKind::Unpaired || !taken
            });
            pairs.push(found);
        }
    }

    /// Whether both names have a number that the other has not.
    pub(super) fn another_number(&self, pairs: &[Pair]) -> bool {
        let number = |word: &Word| word.folded.starts_with(|c: char| c.is_ascii_digit());
        let alone = || pairs.iter().filter(|pair| pair.kind == PairKind::Unpaired);
        alone().any(|pair| self.a.words[pair.a.clone()].iter().any(number))
            && alone().any(|pair| self.b.words[pair.b.clone()].iter().any(number))
    }

    /// What it costs that one name says district and the other river.
    pub(super) fn another_kind(&self, pairs: &[Pair]) -> f32 {
        let kinds = |side: &WeightedWords<'_>, places: &mut dyn Iterator<Item = usize>| {
            places
                .filter(|&place| {
                    side.words[place].kind == Some(WordKind::Kind) && !side.words[place].qualifier
                })
                .map(|place| side.weights[place])
                .fold(0.0, f32::max)
        };
        let alone = || pairs.iter().filter(|pair| pair.kind == PairKind::Unpaired);
        let left = kinds(&self.a, &mut alone().filter(|p| !p.a.is_empty()).map(|p| p.a.start));
        let right = kinds(&self.b, &mut alone().filter(|p| !p.b.is_empty()).map(|p| p.b.start));
        if left > 0.0 && right > 0.0 { ANOTHER_KIND * (left + right) } else { 0.0 }
    }
}
