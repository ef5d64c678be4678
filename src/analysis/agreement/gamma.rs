//! γ (Mathet, Widlöcher and Métivier 2015): the disorder of the best alignment, in proportion to that of the same units at
//! random places.
//!
//! An annotation in several pieces is a unit from its first character to its last; an entity and a claim are never aligned.

use std::collections::BTreeMap;

use super::alignment::{Unit, align};
use super::figure::Scope;
use super::rating::{Interner, LabelOf};
use crate::model::{AnnotationSet, Document};

/// Shuffles of a whole study stop after about so many unitary alignments were possible; what is expected is then known to
/// about 1 %.
const WORK: usize = 250_000;
/// An article is shuffled at most so often.
const MOST: usize = 500;
/// The same article is always shuffled the same way.
const SEED: u64 = 0x6761_6d6d_6100_0000;

/// Disorders, in units per annotator times the number of units of one: they add up over articles and layers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Disorder {
    /// How many units there are, of all annotators.
    pub units: f64,
    /// Of the best alignment.
    pub observed: f64,
    /// The mean of the best alignments of shuffled units.
    pub expected: f64,
}

impl Disorder {
    pub(super) fn add(&mut self, other: Self, times: f64) {
        self.units += other.units * times;
        self.observed += other.observed * times;
        self.expected += other.expected * times;
    }

    /// γ: at most 1, 0 where units lie as at random; nothing where there are none.
    #[must_use]
    pub fn gamma(self) -> Option<f64> {
        (self.expected > 0.0).then(|| 1.0 - self.observed / self.expected)
    }
}

/// Disorders by block of the text; what spans two is in the first.
pub type ByBlock = BTreeMap<usize, Disorder>;

/// The disorders of one article by layer and by label; `articles` are in the study. Nothing where too much may be aligned.
pub(super) fn disorders(
    document: &Document,
    sets: &[&AnnotationSet],
    articles: usize,
    block: impl Fn(u64) -> usize,
) -> Option<BTreeMap<Scope, ByBlock>> {
    let mut labels = Interner::<LabelOf>::new();
    let mut units: BTreeMap<Scope, Vec<Vec<Unit>>> = BTreeMap::new();
    for (rater, set) in sets.iter().enumerate() {
        for annotation in set.annotations() {
            let chars = |at| document.text.to_char(at).get() as u64;
            let (start, end) = (annotation.spans.first().start(), annotation.spans.last().end());
            let label = LabelOf::from(annotation.as_ref());
            let unit = Unit { start: chars(start), end: chars(end), category: labels.number(&label) };
            for scope in [Scope::Layer(label.kind), Scope::Label(label)] {
                units.entry(scope).or_insert_with(|| vec![Vec::new(); sets.len()])[rater].push(unit);
            }
        }
    }
    // A label that has its layer to itself is that layer.
    let alone = |scope: &Scope| match scope {
        Scope::Label(label) => labels.all().iter().filter(|other| other.kind == label.kind).count() == 1,
        _ => false,
    };
    let mut measured: BTreeMap<Scope, ByBlock> = BTreeMap::new();
    for (scope, units) in units {
        let layer = match &scope {
            Scope::Label(label) if alone(&scope) => measured.get(&Scope::Layer(label.kind)).cloned(),
            _ => None,
        };
        let own = layer.or_else(|| measure(&units, articles, &block))?;
        measured.insert(scope, own);
    }
    Some(measured)
}

/// Measures the units of one article, annotator by annotator, in a study of so many articles, by `block` of the text.
///
/// Nothing where too much may be aligned.
#[must_use]
pub fn measure(annotators: &[Vec<Unit>], articles: usize, block: impl Fn(u64) -> usize) -> Option<ByBlock> {
    let count: usize = annotators.iter().map(Vec::len).sum();
    let best = align(annotators)?;
    let shuffles = (WORK / (best.possible.max(count) * articles).max(1)).clamp(1, MOST);
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut expected = 0.0;
    for _ in 0..if count > 0 { shuffles } else { 0 } {
        let shuffled = shuffled(annotators, &mut random);
        let units: usize = shuffled.iter().map(Vec::len).sum();
        expected += align(&shuffled)?.disorder() / units.max(1) as f64;
    }
    let mut by_block = ByBlock::new();
    for aligned in best.unitary {
        let (units, observed) = (aligned.units as f64, aligned.disorder);
        let expected = expected / shuffles as f64 * units;
        by_block.entry(block(aligned.start)).or_default().add(Disorder { units, observed, expected }, 1.0);
    }
    Some(by_block)
}

/// As many annotators, each of whom has the units of one drawn by lot, moved on by a random distance; what goes past the end
/// comes back at the start (§ 5.2). Distances differ by at least half of a unit’s mean length where there is room.
fn shuffled(annotators: &[Vec<Unit>], random: &mut fastrand::Rng) -> Vec<Vec<Unit>> {
    let units = || annotators.iter().flatten();
    let end = units().map(|unit| unit.end).max().unwrap_or_default();
    let apart = units().map(|unit| unit.length()).sum::<u64>() as f64 / units().count().max(1) as f64 / 2.0;
    loop {
        let mut free = vec![(0.0, end as f64)];
        let mut all = Vec::with_capacity(annotators.len());
        for _ in annotators {
            let by = distance(&free, end, random);
            let cut = |(from, to): (f64, f64)| {
                [(from, to.min(by as f64 - apart)), (from.max(by as f64 + apart), to)]
            };
            free = free.into_iter().flat_map(cut).filter(|(from, to)| from < to).collect();
            let moved = |unit: &Unit| {
                let back = if unit.start + by > end { end } else { 0 };
                Unit { start: unit.start + by - back, end: unit.end + by - back, ..*unit }
            };
            all.push(annotators[random.usize(..annotators.len())].iter().map(moved).collect::<Vec<_>>());
        }
        if all.iter().any(|units| !units.is_empty()) {
            return all;
        }
    }
}

/// A distance within one of these ranges, or anywhere before `end` where none is left.
fn distance(free: &[(f64, f64)], end: u64, random: &mut fastrand::Rng) -> u64 {
    let room: f64 = free.iter().map(|(from, to)| to - from).sum();
    let mut at = random.f64() * room;
    for (from, to) in free {
        if at < to - from {
            return (from + at) as u64;
        }
        at -= to - from;
    }
    random.u64(..end.max(1))
}
