//! Two names beside each other: which words are the same, and what that costs.

use std::ops::Range;

use super::align::{self, Sequence, Step};
use super::costs::Costs;
use super::lexicon::WordKind;
use super::name::Name;
use super::phone::{Phone, ScriptFamily};
use super::word_alignment::{WordAlignment, letter_names, sounds};

/// In which way words of two names belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairKind {
    /// They sound alike, or are written alike where sounds are not known.
    Sound,
    /// The letters of one are spoken one by one: BBC, बीबीसी.
    LetterNames,
    /// One is a letter the other begins with.
    Initial,
    /// They mean the same.
    Meaning(WordKind),
    /// Only one name has them.
    Unpaired,
}

/// Words of two names that belong together; of one name only where [`PairKind::Unpaired`].
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Words of the first name by their places.
    pub a: Range<usize>,
    /// Words of the second.
    pub b: Range<usize>,
    /// In which way they belong together.
    pub kind: PairKind,
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
        (1.0 - 1.6 * self.distance()).clamp(0.0, 1.0)
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

    pub(super) const fn costs(self) -> &'a Costs {
        self.costs
    }

    /// Compares two names; the same either way round.
    #[must_use]
    pub fn compare(&self, a: &Name, b: &Name) -> Comparison {
        if a.text <= b.text {
            WordAlignment::new(self.costs, a, b).comparison()
        } else {
            let mut comparison = WordAlignment::new(self.costs, b, a).comparison();
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
        let (first, second) = (&a.words[pair.a.clone()], &b.words[pair.b.clone()]);
        let families = (first.first()?.family?, second.first()?.family?);
        let (mut left, mut right) = (sounds(first), sounds(second));
        match pair.kind {
            PairKind::Sound => {}
            PairKind::LetterNames => {
                let spoken = (letter_names(first), letter_names(second));
                let cost = |left: &[Phone], right: &[Phone]| {
                    self.edit_cost((left, families.0), (right, families.1), f32::INFINITY)
                };
                let first_is_spoken = !spoken.0.is_empty()
                    && (spoken.1.is_empty() || cost(&spoken.0, &right) <= cost(&left, &spoken.1));
                if first_is_spoken { left = spoken.0 } else { right = spoken.1 }
            }
            PairKind::Initial | PairKind::Meaning(_) | PairKind::Unpaired => return None,
        }
        let row = |phones, family| Sequence { phones, family };
        let steps = align::steps(self.costs, row(&left, families.0), row(&right, families.1));
        Some(Aligned { a: left, b: right, families, steps })
    }

    pub(super) fn edit_cost(
        self,
        a: (&[Phone], ScriptFamily),
        b: (&[Phone], ScriptFamily),
        limit: f32,
    ) -> f32 {
        align::edit_cost(
            self.costs,
            Sequence { phones: a.0, family: a.1 },
            Sequence { phones: b.0, family: b.1 },
            limit,
        )
    }
}

/// Sounds of words beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// Phones of the first.
    pub a: Vec<Phone>,
    /// Phones of the second.
    pub b: Vec<Phone>,
    /// The letters each is written in.
    pub families: (ScriptFamily, ScriptFamily),
    /// Which belong together.
    pub steps: Vec<Step>,
}

impl Aligned {
    /// What the first step costs: how unlike the words begin.
    pub(super) fn first_cost(&self, costs: &Costs) -> f32 {
        let (own, other) = self.families;
        let Some(step) = self.steps.first() else { return 0.0 };
        match (step.a.map(|place| (self.a[place], own)), step.b.map(|place| (self.b[place], other))) {
            (Some(a), Some(b)) => costs.substitution_between(a, b),
            (Some(a), None) => costs.omission_of(a, other),
            (None, Some(b)) => costs.omission_of(b, own),
            (None, None) => 0.0,
        }
    }
}
