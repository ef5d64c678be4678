//! Two names beside each other: which words are the same, and what that costs.

use std::ops::Range;

use super::align::{self, Row, Step};
use super::costs::Costs;
use super::lexicon::WordKind;
use super::name::{MOST_WORDS, Name, Word};
use super::phone::{Family, Phone};

/// How much of its sounds a word weighs, by what it is.
fn share(word: &Word) -> f32 {
    let share = match word.kind {
        Some(WordKind::Link) => 0.1,
        Some(WordKind::Title) => 0.4,
        Some(WordKind::Kind) => 0.5,
        Some(WordKind::Part | WordKind::Same) | None => 1.0,
    };
    if word.aside { share * 0.35 } else { share }
}

/// The part of a word's weight that it costs to have no partner.
fn alone(word: &Word) -> f32 {
    match word.kind {
        Some(WordKind::Link) => 0.3,
        Some(WordKind::Title) => 0.35,
        Some(WordKind::Kind) => 0.5,
        Some(WordKind::Part | WordKind::Same) | None if word.aside => 0.4,
        Some(WordKind::Part | WordKind::Same) | None => 0.62,
    }
}

/// Each word more on one side of a pair.
const JOINED: f32 = 0.35;
/// Words that stand in another order.
const SWAPPED: f32 = 0.6;
/// Letters spoken one by one.
const SPOKEN: f32 = 0.2;
/// An initial for a word: fixed, and of the word's weight.
const INITIAL: (f32, f32) = (0.4, 0.3);
/// Words of one meaning.
const TRANSLATED: f32 = 0.1;
/// Both say what is named, and something different.
const ANOTHER_KIND: f32 = 0.5;
/// Both have a number, and another one: of the weight of both names.
const ANOTHER_NUMBER: f32 = 0.3;

/// How words of two names belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They sound alike, or are written alike where sounds are not known.
    Sound,
    /// The letters of one are spoken one by one: BBC, बीबीसी.
    Letters,
    /// One is a letter the other begins with.
    Initial,
    /// They mean the same.
    Meaning(WordKind),
    /// Only one name has them.
    Alone,
}

/// Words of two names that belong together; of one name only where [`How::Alone`].
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Words of the first name by their places.
    pub a: Range<usize>,
    /// Words of the second.
    pub b: Range<usize>,
    /// How they belong together.
    pub how: How,
    /// What it costs.
    pub cost: f32,
}

/// How two names compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The words, in the order of the first name, those alone last.
    pub pairs: Vec<Pair>,
    /// What it costs to make one name of the other.
    pub cost: f32,
    /// How much there is to compare: the weight of all words of both names.
    pub weight: f32,
}

impl Comparison {
    /// From 0, nothing in common, to 1, the same.
    ///
    /// ```
    /// # use tippani_core::names::{Matcher, Name};
    /// let score = |a, b| Matcher::default().compare(&Name::new(a), &Name::new(b)).score();
    /// assert!(score("बेलोसोव", "Belousov") > 0.7);
    /// assert!(score("यूएन", "UN") > 0.7, "letters that are spoken one by one");
    /// assert!(score("गुल्मी जिला", "Gulmi District") > 0.7, "what is translated");
    /// assert!(score("Lavrov", "Belousov") < 0.5);
    /// ```
    #[must_use]
    pub fn score(&self) -> f32 {
        (1.0 - 1.6 * self.cost / self.weight.max(0.1)).clamp(0.0, 1.0)
    }
}

/// Compares names by given costs.
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'a> {
    costs: &'a Costs,
}

impl Default for Matcher<'static> {
    fn default() -> Self {
        Self { costs: Costs::built_in() }
    }
}

impl<'a> Matcher<'a> {
    /// A matcher with costs of its own, for learning them.
    #[must_use]
    pub const fn new(costs: &'a Costs) -> Self {
        Self { costs }
    }

    pub(super) const fn costs(&self) -> &'a Costs {
        self.costs
    }

    /// Compares two names; the same either way round.
    #[must_use]
    pub fn compare(&self, a: &Name, b: &Name) -> Comparison {
        if a.text <= b.text {
            Table::new(self.costs, a, b).comparison()
        } else {
            let mut comparison = Table::new(self.costs, b, a).comparison();
            comparison.pairs.iter_mut().for_each(|pair| std::mem::swap(&mut pair.a, &mut pair.b));
            comparison
                .pairs
                .sort_by_key(|pair| (pair.a.is_empty() || pair.b.is_empty(), pair.a.start, pair.b.start));
            comparison
        }
    }

    /// The sounds of two names that a pair aligns, with the letters each is written in.
    #[must_use]
    pub fn steps(&self, a: &Name, b: &Name, pair: &Pair) -> Option<Aligned> {
        let (x, y) = (&a.words[pair.a.clone()], &b.words[pair.b.clone()]);
        let families = (x.first()?.family?, y.first()?.family?);
        let (mut left, mut right) = (sounds(x), sounds(y));
        match pair.how {
            How::Sound => {}
            How::Letters => {
                let (l, r) = (spoken(x), spoken(y));
                let cost =
                    |a: &[Phone], b: &[Phone]| self.distance((a, families.0), (b, families.1), f32::INFINITY);
                let first = !l.is_empty() && (r.is_empty() || cost(&l, &right) <= cost(&left, &r));
                if first { left = l } else { right = r }
            }
            How::Initial | How::Meaning(_) | How::Alone => return None,
        }
        let row = |phones, family| Row { phones, family };
        let steps = align::steps(self.costs, row(&left, families.0), row(&right, families.1));
        Some(Aligned { a: left, b: right, families, steps })
    }

    fn distance(&self, a: (&[Phone], Family), b: (&[Phone], Family), limit: f32) -> f32 {
        align::distance(self.costs, Row { phones: a.0, family: a.1 }, Row { phones: b.0, family: b.1 }, limit)
    }
}

/// Sounds of words beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// Phones of the first.
    pub a: Vec<Phone>,
    /// Phones of the second.
    pub b: Vec<Phone>,
    /// The letters each is written in.
    pub families: (Family, Family),
    /// Which belong together.
    pub steps: Vec<Step>,
}

fn sounds(words: &[Word]) -> Vec<Phone> {
    words.iter().flat_map(|word| word.sounds.phones.iter().copied()).collect()
}

/// Letters spoken one by one; nothing if a word is too long for it.
fn spoken(words: &[Word]) -> Vec<Phone> {
    if words.iter().any(|word| word.spoken.is_empty()) {
        return Vec::new();
    }
    words.iter().flat_map(|word| word.spoken.iter().copied()).collect()
}

/// The least costs of words up to a place in each name.
struct Table<'a> {
    costs: &'a Costs,
    a: Side<'a>,
    b: Side<'a>,
}

/// One name, with what it costs that its words have no partner.
struct Side<'a> {
    name: &'a Name,
    words: &'a [Word],
    weights: Vec<f32>,
}

impl<'a> Side<'a> {
    fn new(costs: &Costs, name: &'a Name, other: Option<Family>) -> Self {
        let words = &name.words[..name.words.len().min(MOST_WORDS)];
        let weight = |word: &Word| {
            let full = match (word.family, other) {
                (Some(family), other) => {
                    let other = other.unwrap_or(family);
                    word.sounds.phones.iter().map(|&phone| costs.without(phone, other)).sum::<f32>().max(0.5)
                }
                (None, _) => 2.0 + word.folded.chars().count() as f32,
            };
            full * share(word)
        };
        Self { name, words, weights: words.iter().map(weight).collect() }
    }

    fn alone(&self, place: usize) -> f32 {
        self.weights[place] * alone(&self.words[place])
    }

    fn all_alone(&self, places: Range<usize>) -> f32 {
        places.map(|place| self.alone(place)).sum()
    }
}

impl<'a> Table<'a> {
    fn new(costs: &'a Costs, a: &'a Name, b: &'a Name) -> Self {
        Self { costs, a: Side::new(costs, a, b.family()), b: Side::new(costs, b, a.family()) }
    }

    fn comparison(&self) -> Comparison {
        let weight = self.a.weights.iter().chain(&self.b.weights).sum::<f32>();
        let mut pairs = self.in_order();
        self.swap(&mut pairs);
        let mut cost = pairs.iter().map(|pair| pair.cost).sum::<f32>();
        if pairs.iter().all(|pair| pair.how == How::Alone) && self.a.name.text == self.b.name.text {
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
        pairs.sort_by_key(|pair| (pair.how == How::Alone, pair.a.start, pair.b.start));
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
                    let cost = self.a.alone(i - 1);
                    take(Pair { a: i - 1..i, b: j..j, how: How::Alone, cost }, table[at(i - 1, j)].0);
                }
                if j > 0 {
                    let cost = self.b.alone(j - 1);
                    take(Pair { a: i..i, b: j - 1..j, how: How::Alone, cost }, table[at(i, j - 1)].0);
                }
                for (p, q) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)] {
                    if p <= i && q <= j {
                        let before = table[at(i - p, j - q)].0;
                        let pair = self.alike(i - p..i, j - q..j);
                        pair.into_iter().for_each(|pair| take(pair, before));
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
    fn meaning_the_same(&self, i: usize, j: usize) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for x in self.a.name.meanings.iter().filter(|run| run.words.end == i) {
            for y in self.b.name.meanings.iter().filter(|run| run.words.end == j && run.meaning == x.meaning)
            {
                pairs.push(Pair {
                    a: x.words.clone(),
                    b: y.words.clone(),
                    how: How::Meaning(x.kind),
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
    fn alike(&self, a: Range<usize>, b: Range<usize>) -> Option<Pair> {
        let (x, y) = (&self.a.words[a.clone()], &self.b.words[b.clone()]);
        let limit = self.a.all_alone(a.clone()) + self.b.all_alone(b.clone());
        let joined = JOINED * (x.len() + y.len() - 2) as f32;
        let pair = |how, cost: f32| (cost < limit).then(|| Pair { a: a.clone(), b: b.clone(), how, cost });
        let (Some(left), Some(right)) = (x[0].family, y[0].family) else {
            let same = x[0].folded == y[0].folded && x.len() == 1 && y.len() == 1;
            return if same { pair(How::Sound, 0.0) } else { None };
        };
        if x.iter().any(|word| word.family != Some(left)) || y.iter().any(|word| word.family != Some(right)) {
            return None;
        }
        let matcher = Matcher::new(self.costs);
        let (l, r) = (sounds(x), sounds(y));
        let same = left == right && x.len() == 1 && y.len() == 1 && x[0].folded == y[0].folded;
        let sound =
            if same { 0.0 } else { joined + matcher.distance((&l, left), (&r, right), limit - joined) };
        let mut best = pair(How::Sound, sound);
        let mut better = |other: Option<Pair>| {
            if let Some(other) = other
                && best.as_ref().is_none_or(|best| other.cost < best.cost)
            {
                best = Some(other);
            }
        };
        if left != right {
            let letters = (spoken(x), spoken(y));
            let limit = limit - joined - SPOKEN;
            if !letters.0.is_empty() {
                let cost = matcher.distance((&letters.0, left), (&r, right), limit);
                better(pair(How::Letters, cost + joined + SPOKEN));
            }
            if !letters.1.is_empty() {
                let cost = matcher.distance((&l, left), (&letters.1, right), limit);
                better(pair(How::Letters, cost + joined + SPOKEN));
            }
        }
        if let ([x], [y]) = (x, y) {
            better(self.initial(x, y, self.b.weights[b.start]).and_then(|cost| pair(How::Initial, cost)));
            better(self.initial(y, x, self.a.weights[a.start]).and_then(|cost| pair(How::Initial, cost)));
        }
        best
    }

    /// What it costs that `letter` stands for `word`, which weighs `weight`.
    fn initial(&self, letter: &Word, word: &Word, weight: f32) -> Option<f32> {
        let (initial, first) = (letter.initial?, word.initial.or(word.sounds.phones.first().copied())?);
        let cost = self.costs.instead(initial, first);
        let weight = if word.initial.is_some() { 0.0 } else { weight };
        (cost < 1.6).then_some(INITIAL.0 + cost + INITIAL.1 * weight)
    }

    /// Pairs words that are left alone on both sides, though they stand in another order.
    fn swap(&self, pairs: &mut Vec<Pair>) {
        loop {
            let alone = |a: bool| {
                let pairs = pairs.iter().filter(move |p| p.how == How::Alone && p.a.is_empty() != a);
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
                        let saved =
                            self.a.all_alone(pair.a.clone()) + self.b.all_alone(pair.b.clone()) - pair.cost;
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
                pair.how != How::Alone || !taken
            });
            pairs.push(found);
        }
    }

    /// Whether both names have a number that the other has not.
    fn another_number(&self, pairs: &[Pair]) -> bool {
        let number = |word: &Word| word.folded.starts_with(|c: char| c.is_ascii_digit());
        let alone = || pairs.iter().filter(|pair| pair.how == How::Alone);
        alone().any(|pair| self.a.words[pair.a.clone()].iter().any(number))
            && alone().any(|pair| self.b.words[pair.b.clone()].iter().any(number))
    }

    /// What it costs that one name says district and the other river.
    fn another_kind(&self, pairs: &[Pair]) -> f32 {
        let kinds = |side: &Side<'_>, places: &mut dyn Iterator<Item = usize>| {
            places
                .filter(|&place| side.words[place].kind == Some(WordKind::Kind) && !side.words[place].aside)
                .map(|place| side.weights[place])
                .fold(0.0, f32::max)
        };
        let alone = || pairs.iter().filter(|pair| pair.how == How::Alone);
        let left = kinds(&self.a, &mut alone().filter(|p| !p.a.is_empty()).map(|p| p.a.start));
        let right = kinds(&self.b, &mut alone().filter(|p| !p.b.is_empty()).map(|p| p.b.start));
        if left > 0.0 && right > 0.0 { ANOTHER_KIND * (left + right) } else { 0.0 }
    }
}
