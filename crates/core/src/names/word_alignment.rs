//! Which words of two names belong together, at the least cost.

use std::ops::Range;

use super::compare::{Comparison, Matcher, Pair, PairKind};
use super::costs::Costs;
use super::name::{Name, Word};
use super::phone::Phone;
use super::word_order::ANOTHER_NUMBER;
use super::word_weight::WeightedWords;

/// Each word more on one side of a pair.
const JOINED: f32 = 0.35;
/// Words are a pair if their sounds cost less than this part of leaving both unpaired.
const PAIRED: f32 = 0.75;
/// Letters spoken one by one.
const SPOKEN: f32 = 0.2;
/// An initial for a word: fixed, and of the word's weight.
const INITIAL: (f32, f32) = (0.4, 0.3);
/// Words of one meaning.
pub(super) const TRANSLATED: f32 = 0.1;

/// The least costs of words up to a place in each name.
pub(super) struct WordAlignment<'a> {
    pub(super) costs: &'a Costs,
    pub(super) a: WeightedWords<'a>,
    pub(super) b: WeightedWords<'a>,
}

impl<'a> WordAlignment<'a> {
    pub(super) fn new(costs: &'a Costs, a: &'a Name, b: &'a Name) -> Self {
        Self {
            costs,
            a: WeightedWords::new(costs, a, b.family()),
            b: WeightedWords::new(costs, b, a.family()),
        }
    }

    pub(super) fn comparison(&self) -> Comparison {
        let weight = self.a.weights.iter().chain(&self.b.weights).sum::<f32>();
        let mut pairs = self.in_order();
        self.pair_reordered(&mut pairs);
        let mut cost = pairs.iter().map(|pair| pair.cost).sum::<f32>();
        if pairs.iter().all(|pair| pair.kind == PairKind::Unpaired) && self.a.name.text == self.b.name.text {
            cost = 0.0;
        }
        if self.a.words.is_empty() && self.b.words.is_empty() && self.a.name.text != self.b.name.text {
            // Nothing to hear in either: they are one only if they are written alike.
            return Comparison { pairs, cost: 1.0, weight: 1.0 };
        }
        cost += self.another_kind(&pairs);
        if self.another_number(&pairs) {
            cost += ANOTHER_NUMBER * weight;
        }
        pairs.sort_by_key(|pair| (pair.kind == PairKind::Unpaired, pair.a.start, pair.b.start));
        Comparison { pairs, cost, weight }
    }

    /// The cheapest pairs that stand in the same order in both names.
    fn in_order(&self) -> Vec<Pair> {
        let (n, m) = (self.a.words.len(), self.b.words.len());
        let mut table: Vec<(f32, Option<Pair>)> = vec![(f32::INFINITY, None); (n + 1) * (m + 1)];
        let at = |i: usize, j: usize| i * (m + 1) + j;
        table[0].0 = 0.0;
        for i in 0..=n {
            for j in 0..=m {
                let mut best = table[at(i, j)].clone();
                let mut take = |pair: Pair, before: f32| {
                    if before + pair.cost < best.0 {
                        best = (before + pair.cost, Some(pair));
                    }
                };
                if i > 0 {
                    let cost = self.a.unpaired(i - 1);
                    take(
                        Pair { a: i - 1..i, b: j..j, kind: PairKind::Unpaired, cost },
                        table[at(i - 1, j)].0,
                    );
                }
                if j > 0 {
                    let cost = self.b.unpaired(j - 1);
                    take(
                        Pair { a: i..i, b: j - 1..j, kind: PairKind::Unpaired, cost },
                        table[at(i, j - 1)].0,
                    );
                }
                for (p, q) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)] {
                    if p <= i && q <= j {
                        let before = table[at(i - p, j - q)].0;
                        let pair = self.alike(i - p..i, j - q..j);
                        if let Some(pair) = pair {
                            take(pair, before);
                        }
                    }
                }
                for pair in self.meaning_the_same(i, j) {
                    let before = table[at(pair.a.start, pair.b.start)].0;
                    take(pair, before);
                }
                table[at(i, j)] = best;
            }
        }
        let (mut i, mut j, mut pairs) = (n, m, Vec::new());
        while let Some(pair) = table[at(i, j)].1.take() {
            (i, j) = (i - pair.a.len(), j - pair.b.len());
            pairs.push(pair);
        }
        pairs.reverse();
        pairs
    }

    /// Runs of words that end at these places and mean the same.
    pub(super) fn meaning_the_same(&self, i: usize, j: usize) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for x in self.a.name.meanings.iter().filter(|run| run.words.end == i) {
            for y in self.b.name.meanings.iter().filter(|run| run.words.end == j && run.meaning == x.meaning)
            {
                pairs.push(Pair {
                    a: x.words.clone(),
                    b: y.words.clone(),
                    kind: PairKind::Meaning(x.kind),
                    cost: if self.same_words(&x.words, &y.words) { 0.0 } else { TRANSLATED },
                });
            }
        }
        pairs
    }

    fn same_words(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let (x, y) = (&self.a.words[a.clone()], &self.b.words[b.clone()]);
        x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.folded == y.folded)
    }

    /// Words that may sound alike, unless that costs more than leaving them alone.
    pub(super) fn alike(&self, a: Range<usize>, b: Range<usize>) -> Option<Pair> {
        let (first, second) = (&self.a.words[a.clone()], &self.b.words[b.clone()]);
        let limit = self.a.all_unpaired(a.clone()) + self.b.all_unpaired(b.clone());
        let joined = JOINED * (first.len() + second.len() - 2) as f32;
        let pair = |kind, cost: f32| (cost < limit).then(|| Pair { a: a.clone(), b: b.clone(), kind, cost });
        let (Some(left), Some(right)) = (first[0].family, second[0].family) else {
            let same = first[0].folded == second[0].folded && first.len() == 1 && second.len() == 1;
            return if same { pair(PairKind::Sound, 0.0) } else { None };
        };
        if first.iter().any(|word| word.family != Some(left))
            || second.iter().any(|word| word.family != Some(right))
        {
            return None;
        }
        let matcher = Matcher::new(self.costs);
        let (heard, other) = (sounds(first), sounds(second));
        let same =
            left == right && first.len() == 1 && second.len() == 1 && first[0].folded == second[0].folded;
        let sound = if same {
            0.0
        } else {
            joined + matcher.edit_cost((&heard, left), (&other, right), limit - joined)
        };
        let mut best = if sound < PAIRED * limit { pair(PairKind::Sound, sound) } else { None };
        let mut better = |pair: Option<Pair>| {
            if let Some(pair) = pair
                && best.as_ref().is_none_or(|best| pair.cost < best.cost)
            {
                best = Some(pair);
            }
        };
        if left != right {
            let letters = (letter_names(first), letter_names(second));
            let limit = limit - joined - SPOKEN;
            if !letters.0.is_empty() {
                let cost = matcher.edit_cost((&letters.0, left), (&other, right), limit);
                better(pair(PairKind::LetterNames, cost + joined + SPOKEN));
            }
            if !letters.1.is_empty() {
                let cost = matcher.edit_cost((&heard, left), (&letters.1, right), limit);
                better(pair(PairKind::LetterNames, cost + joined + SPOKEN));
            }
        }
        if let ([first], [second]) = (first, second) {
            better(
                self.initial(first, second, self.b.weights[b.start])
                    .and_then(|cost| pair(PairKind::Initial, cost)),
            );
            better(
                self.initial(second, first, self.a.weights[a.start])
                    .and_then(|cost| pair(PairKind::Initial, cost)),
            );
        }
        best
    }

    /// What it costs that `letter` stands for `word`, which weighs `weight`.
    fn initial(&self, letter: &Word, word: &Word, weight: f32) -> Option<f32> {
        let (initial, first) = (letter.initial?, word.initial.or(word.sounds.phones.first().copied())?);
        let cost = self.costs.substitution(initial, first);
        let weight = if word.initial.is_some() { 0.0 } else { weight };
        (cost < 1.6).then_some(INITIAL.0 + cost + INITIAL.1 * weight)
    }
}

pub(super) fn sounds(words: &[Word]) -> Vec<Phone> {
    words.iter().flat_map(|word| word.sounds.phones.iter().copied()).collect()
}

/// Letters spoken one by one; nothing if a word is too long for it.
pub(super) fn letter_names(words: &[Word]) -> Vec<Phone> {
    if words.iter().any(|word| word.letter_names.is_empty()) {
        return Vec::new();
    }
    words.iter().flat_map(|word| word.letter_names.iter().copied()).collect()
}
