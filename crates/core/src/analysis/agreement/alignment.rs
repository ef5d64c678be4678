//! The best alignment of several annotators’ units (Mathet, Widlöcher and Métivier 2015, § 4).
//!
//! A unitary alignment takes at most one unit of each annotator; every unit stands in exactly one. Its disorder is the mean,
//! over all pairs of annotators, of how dissimilar their units are: 1 where one of them has none.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use pathfinding::undirected::connected_components::separate_components;

/// After so many tries for each unit, the best choice of unitary alignments is not looked for.
const MAX_TRIES_PER_UNIT: usize = 300;
/// Groups with more unitary alignments than this are left to the solver; smaller ones are tried out.
const MAX_ENUMERATED_ALIGNMENTS: usize = 12;
/// Where more than this hang together, the best choice of them is not looked for: the solver would take its time.
const MAX_SOLVED_ALIGNMENTS: usize = 8_000;

/// A place somebody marked: half-open, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlignmentUnit {
    /// Where it starts.
    pub start: u64,
    /// Where it ends; after `start`.
    pub end: u64,
    /// Its category, by number.
    pub category: u32,
}

impl AlignmentUnit {
    pub(super) const fn length(self) -> u64 {
        self.end - self.start
    }

    /// `d = (|Δstart| + |Δend|)² / (length + length)²`, and 1 more where the categories differ (§ 4.3 and 4.4, α = β = 1).
    fn dissimilarity(self, other: Self) -> f64 {
        let apart = self.start.abs_diff(other.start) + self.end.abs_diff(other.end);
        let position = apart as f64 / (self.length() + other.length()) as f64;
        position * position + f64::from(u8::from(self.category != other.category))
    }
}

/// Units that are aligned, at most one of each annotator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitaryAlignment {
    /// Where the first of them starts.
    pub start: u64,
    /// How many there are.
    pub units: usize,
    /// How dissimilar they are; 1 for a unit that stands alone.
    pub disorder: f64,
}

/// Units that may be aligned, by number, and how much disorder is saved by it.
#[derive(Clone, Debug)]
struct Possible {
    units: Vec<usize>,
    saving: f64,
}

/// The best alignment: the one whose disorders come to least.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Every unit stands in one of these.
    pub unitary: Vec<UnitaryAlignment>,
    /// How many unitary alignments it was chosen from.
    pub possible: usize,
}

impl Alignment {
    /// The sum of all disorders.
    #[must_use]
    pub fn disorder(&self) -> f64 {
        self.unitary.iter().map(|aligned| aligned.disorder).sum()
    }
}

/// Finds the best alignment.
///
/// `None` where the units lie so close together, or the annotators are so many, that too many alignments are possible.
///
/// ```
/// # use tippani_core::analysis::agreement::{AlignmentUnit, align};
/// let unit = |start, end| AlignmentUnit { start, end, category: 0 };
/// let best = align(&[vec![unit(0, 10)], vec![unit(0, 10), unit(50, 60)]]).unwrap();
/// let sizes: Vec<usize> = best.unitary.iter().map(|aligned| aligned.units).collect();
/// assert_eq!(sizes, [2, 1]);
/// assert_eq!(best.disorder(), 1.0, "one unit stands alone");
/// ```
#[must_use]
pub fn align(annotators: &[Vec<AlignmentUnit>]) -> Option<Alignment> {
    let whose = |(n, units): (usize, &Vec<AlignmentUnit>)| {
        units.iter().map(move |unit| (*unit, n)).collect::<Vec<_>>()
    };
    let mut units: Vec<(AlignmentUnit, usize)> = annotators.iter().enumerate().flat_map(whose).collect();
    units.sort_unstable();
    // Two of one annotator in the same place with the same category are one.
    units.dedup();
    let all = possible(&units, annotators.len())?;
    let possible = all.len();
    let mut alone = vec![true; units.len()];
    let mut unitary = Vec::new();
    for group in groups(all) {
        let all: Vec<&Possible> = group.iter().collect();
        for chosen in if all.len() <= MAX_ENUMERATED_ALIGNMENTS { tried(&all).0 } else { solved(&all)? } {
            let (start, count) = (units[chosen.units[0]].0.start, chosen.units.len());
            // Rounding alone brings a saving above what there is to save.
            let disorder = (count as f64 - chosen.saving).max(0.0);
            unitary.push(UnitaryAlignment { start, units: count, disorder });
            chosen.units.iter().for_each(|unit| alone[*unit] = false);
        }
    }
    let alone = units.iter().zip(alone).filter(|(_, alone)| *alone);
    unitary.extend(alone.map(|((unit, _), _)| UnitaryAlignment {
        start: unit.start,
        units: 1,
        disorder: 1.0,
    }));
    Some(Alignment { unitary, possible })
}

/// Every unitary alignment of several units that the best alignment may need; `units` are sorted.
///
/// Leaving one of `k` units out of an alignment of `n` annotators saves as long as its dissimilarities come to more than
/// `n (n − 1) / 2 + k − 1`.
fn possible(units: &[(AlignmentUnit, usize)], annotators: usize) -> Option<Vec<Possible>> {
    let pairs = (annotators * annotators.saturating_sub(1) / 2) as f64;
    let most = pairs + annotators as f64 - 1.0;
    let near = near(units, most);
    let mut found = Search { units, near: &near, annotators, pairs, possible: Vec::new(), tries: 0 };
    for (n, near) in near.iter().enumerate() {
        found.extend(&mut vec![n], near)?;
    }
    Some(found.possible)
}

/// Of each unit those after it, of other annotators, that are less dissimilar from it than `most`.
fn near(units: &[(AlignmentUnit, usize)], most: f64) -> Vec<Vec<usize>> {
    let mut near = vec![Vec::new(); units.len()];
    for (n, (unit, whose)) in units.iter().enumerate() {
        // Looked for from the longer of two, which reaches as far as this, so that one long unit does not meet all.
        let reach = (most.sqrt() * 2.0 * unit.length() as f64) as u64;
        let from = units.partition_point(|(other, _)| other.start + reach < unit.start);
        let within = units[from..].iter().take_while(|(other, _)| other.start <= unit.start + reach);
        for (other_at, (other, theirs)) in (from..).zip(within) {
            let is_longer = (unit.length(), n) > (other.length(), other_at);
            if is_longer && whose != theirs && unit.dissimilarity(*other) < most {
                near[n.min(other_at)].push(n.max(other_at));
            }
        }
    }
    for near in &mut near {
        near.sort_unstable();
    }
    near
}

/// A search for unitary alignments.
struct Search<'u> {
    units: &'u [(AlignmentUnit, usize)],
    near: &'u [Vec<usize>],
    annotators: usize,
    /// Pairs of annotators.
    pairs: f64,
    possible: Vec<Possible>,
    tries: usize,
}

impl Search<'_> {
    /// Adds what can be made of `chosen` with some of `near`, which are near to all of it; nothing is given when it takes too
    /// long.
    fn extend(&mut self, chosen: &mut Vec<usize>, near: &[usize]) -> Option<()> {
        self.tries += 1;
        if self.tries > MAX_TRIES_PER_UNIT * self.units.len() {
            return None;
        }
        if chosen.len() > 1 && !self.weigh(chosen) {
            return Some(());
        }
        for next in near {
            let theirs = &self.near[*next];
            let rest: Vec<usize> = theirs.iter().filter(|n| near.binary_search(n).is_ok()).copied().collect();
            chosen.push(*next);
            self.extend(chosen, &rest)?;
            chosen.pop();
        }
        Some(())
    }

    /// Adds `chosen` where it saves; says whether it may with more units, as dissimilarities only add up.
    fn weigh(&mut self, chosen: &[usize]) -> bool {
        let burden = |one: &usize| -> f64 {
            let others = chosen.iter().filter(|other| *other != one);
            others.map(|other| self.units[*one].0.dissimilarity(self.units[*other].0)).sum()
        };
        let burdens: Vec<f64> = chosen.iter().map(burden).collect();
        let others = (chosen.len() - 1) as f64;
        let together = burdens.iter().sum::<f64>() / 2.0;
        let saving = others + (chosen.len() as f64 * others / 2.0 - together) / self.pairs;
        if saving > 0.0 && burdens.iter().all(|burden| *burden <= self.pairs + others) {
            self.possible.push(Possible { units: chosen.to_vec(), saving });
        }
        let most = self.annotators as f64;
        together <= self.pairs * most && burdens.iter().all(|burden| *burden <= self.pairs + most - 1.0)
    }
}

/// Alignments that hang together by their units.
fn groups(possible: Vec<Possible>) -> Vec<Vec<Possible>> {
    let units: Vec<Vec<usize>> = possible.iter().map(|aligned| aligned.units.clone()).collect();
    let (_, of) = separate_components(&units);
    let mut groups: BTreeMap<usize, Vec<Possible>> = BTreeMap::new();
    for (group, aligned) in of.into_iter().zip(possible) {
        groups.entry(group).or_default().push(aligned);
    }
    groups.into_values().collect()
}

/// Those without a common unit that save most, and how much, by trying.
fn tried<'a>(group: &[&'a Possible]) -> (Vec<&'a Possible>, f64) {
    let Some((&first, rest)) = group.split_first() else { return (Vec::new(), 0.0) };
    let apart = |other: &&&Possible| other.units.iter().all(|unit| !first.units.contains(unit));
    let (mut with, saving) = tried(&rest.iter().filter(apart).copied().collect::<Vec<_>>());
    let without = tried(rest);
    if saving + first.saving < without.1 {
        return without;
    }
    with.push(first);
    (with, saving + first.saving)
}

/// The same by integer programming; nothing where it would take too long.
fn solved<'a>(group: &[&'a Possible]) -> Option<Vec<&'a Possible>> {
    if group.len() > MAX_SOLVED_ALIGNMENTS {
        return None;
    }
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let taken: Vec<Variable> = group.iter().map(|aligned| problem.add_binary_var(aligned.saving)).collect();
    let mut by_unit: BTreeMap<usize, Vec<Variable>> = BTreeMap::new();
    for (aligned, taken) in group.iter().zip(&taken) {
        aligned.units.iter().for_each(|unit| by_unit.entry(*unit).or_default().push(*taken));
    }
    for taken in by_unit.values() {
        problem.add_constraint(taken.iter().map(|one| (*one, 1.0)), ComparisonOp::Le, 1.0);
    }
    let best = problem.solve().ok()?.into_solution().ok()?;
    let chosen = group.iter().zip(&taken).filter(|(_, taken)| best.var_value(**taken) > 0.5);
    Some(chosen.map(|(aligned, _)| *aligned).collect())
}
