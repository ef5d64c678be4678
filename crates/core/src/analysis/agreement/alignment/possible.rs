//! Every unitary alignment of several units that the best alignment may need.

use super::AlignmentUnit;
use crate::analysis::components::Components;

/// After so many tries for each unit, the best choice of unitary alignments is not looked for.
const MAX_TRIES_PER_UNIT: usize = 300;
/// Alignments in the largest connected component that the solver is given; the best choice of more is not looked for, since it
/// would take its time.
const MAX_IN_GROUP: usize = 8_000;

/// Units that may be aligned, by number, and how much disorder is saved by it.
#[derive(Debug, Default)]
pub(super) struct PossibleAlignments {
    /// The units of all, one after another.
    units: Vec<u32>,
    /// Where the units of each end.
    ends: Vec<u32>,
    savings: Vec<f64>,
}

impl PossibleAlignments {
    pub(super) const fn len(&self) -> usize {
        self.savings.len()
    }

    pub(super) fn units(&self, number: u32) -> &[u32] {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.units[start as usize..self.ends[number] as usize]
    }

    pub(super) fn saving(&self, number: u32) -> f64 {
        self.savings[number as usize]
    }

    pub(super) fn push(&mut self, units: &[u32], saving: f64) {
        self.units.extend_from_slice(units);
        self.ends.push(self.units.len() as u32);
        self.savings.push(saving);
    }

    /// Their numbers by connected component: two that share a unit are connected. `units` is how many units there are.
    pub(super) fn groups(&self, units: usize) -> Vec<Vec<u32>> {
        let mut connected = Groups::new(units);
        for number in 0..self.len() as u32 {
            connected.add(self.units(number));
        }
        let first_unit = |number: u32| self.units(number)[0] as usize;
        connected.components.groups((0..self.len() as u32).map(|number| (first_unit(number), number)))
    }
}

/// Connected components of units that may be aligned, and how many alignments each has.
#[derive(Debug)]
struct Groups {
    components: Components,
    /// By what stands for a group.
    counts: Vec<usize>,
}

impl Groups {
    fn new(units: usize) -> Self {
        Self { components: Components::new(units), counts: vec![0; units] }
    }

    /// Adds units that may be aligned; says how many alignments their connected component has then.
    fn add(&mut self, units: &[u32]) -> usize {
        let mut root = self.components.root(units[0] as usize);
        for unit in &units[1..] {
            let (kept, gone) = self.components.join(root, *unit as usize);
            root = kept;
            if let Some(gone) = gone {
                self.counts[kept] += self.counts[gone];
            }
        }
        self.counts[root] += 1;
        self.counts[root]
    }
}

/// Every unitary alignment of several units that the best alignment may need; `units` are sorted. Nothing where a
/// connected component is too large.
///
/// Leaving one of `k` units out of an alignment of `n` annotators saves as long as its dissimilarities come to more than
/// `n (n − 1) / 2 + k − 1`.
pub(super) fn possible(units: &[(AlignmentUnit, usize)], annotators: usize) -> Option<PossibleAlignments> {
    let pairs = (annotators * annotators.saturating_sub(1) / 2) as f64;
    let near = Near::new(units, pairs, pairs + annotators as f64 - 1.0)?;
    let mut search = Search {
        units,
        near: &near,
        annotators: annotators as f64,
        pairs,
        found: PossibleAlignments::default(),
        groups: Groups::new(units.len()),
        tries: 0,
        common: Vec::new(),
        burdens: Vec::new(),
    };
    let mut chosen = Vec::new();
    for unit in 0..units.len() as u32 {
        search.common.clear();
        search.common.extend_from_slice(near.of(unit));
        chosen.clear();
        chosen.push(unit);
        search.extend(&mut chosen, 0)?;
    }
    Some(search.found)
}

/// Of each unit those after it, of other annotators, that may be aligned with it.
struct Near {
    others: Vec<u32>,
    /// Where those of each unit end.
    ends: Vec<u32>,
}

impl Near {
    /// Those that are less dissimilar than `most`, of annotators that make so many pairs; nothing where a connected component
    /// of pairs that are alignments by themselves is too large.
    fn new(units: &[(AlignmentUnit, usize)], annotator_pairs: f64, most: f64) -> Option<Self> {
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(units.len() * 2);
        let mut groups = Groups::new(units.len());
        for (n, (unit, whose)) in units.iter().enumerate() {
            // Looked for from the longer of two, which reaches as far as this, so that one long unit does not meet all.
            let reach = (most.sqrt() * 2.0 * unit.length() as f64) as u64;
            let from = units.partition_point(|(other, _)| other.start + reach < unit.start);
            let within = units[from..].iter().take_while(|(other, _)| other.start <= unit.start + reach);
            for (other_at, (other, theirs)) in (from..).zip(within) {
                let is_longer = (unit.length(), n) > (other.length(), other_at);
                if !is_longer || whose == theirs {
                    continue;
                }
                let dissimilarity = unit.dissimilarity(*other);
                if dissimilarity < most {
                    let pair = (n.min(other_at) as u32, n.max(other_at) as u32);
                    pairs.push(pair);
                    let saves = 1.0 + (1.0 - dissimilarity) / annotator_pairs > 0.0;
                    if saves && groups.add(&[pair.0, pair.1]) > MAX_IN_GROUP {
                        return None;
                    }
                }
            }
        }
        pairs.sort_unstable();
        let mut ends = vec![0; units.len()];
        for (unit, _) in &pairs {
            ends[*unit as usize] += 1;
        }
        let mut end = 0;
        for own in &mut ends {
            end += *own;
            *own = end;
        }
        Some(Self { others: pairs.into_iter().map(|(_, other)| other).collect(), ends })
    }

    fn of(&self, unit: u32) -> &[u32] {
        let start = (unit as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.others[start as usize..self.ends[unit as usize] as usize]
    }
}

/// A search for unitary alignments.
struct Search<'u> {
    units: &'u [(AlignmentUnit, usize)],
    near: &'u Near,
    annotators: f64,
    /// Pairs of annotators.
    pairs: f64,
    found: PossibleAlignments,
    groups: Groups,
    tries: usize,
    /// Units near to all that are chosen; those of each choice lie behind those of the one it was made from.
    common: Vec<u32>,
    burdens: Vec<f64>,
}

impl Search<'_> {
    /// Adds what can be made of `chosen` with units that are near to all of it, which are those in common from `from` on;
    /// nothing is given when it takes too long.
    fn extend(&mut self, chosen: &mut Vec<u32>, from: usize) -> Option<()> {
        self.tries += 1;
        if self.tries > MAX_TRIES_PER_UNIT * self.units.len() {
            return None;
        }
        if chosen.len() > 1 && !self.weigh(chosen)? {
            return Some(());
        }
        let to = self.common.len();
        for at in from..to {
            let next = self.common[at];
            // What is near to it too comes after it, in both lists.
            let mut rest = at + 1;
            for other in self.near.of(next) {
                while rest < to && self.common[rest] < *other {
                    rest += 1;
                }
                if rest < to && self.common[rest] == *other {
                    self.common.push(*other);
                }
            }
            chosen.push(next);
            self.extend(chosen, to)?;
            chosen.pop();
            self.common.truncate(to);
        }
        Some(())
    }

    /// Adds `chosen` where it saves; says whether it may with more units, as dissimilarities only add up. Nothing where
    /// its connected component is too large.
    fn weigh(&mut self, chosen: &[u32]) -> Option<bool> {
        let unit = |number: u32| self.units[number as usize].0;
        self.burdens.clear();
        if let [one, other] = *chosen {
            let burden = unit(one).dissimilarity(unit(other));
            self.burdens.extend([burden, burden]);
        } else {
            for one in chosen {
                let others = chosen.iter().filter(|other| *other != one);
                self.burdens.push(others.map(|other| unit(*one).dissimilarity(unit(*other))).sum());
            }
        }
        let others = (chosen.len() - 1) as f64;
        let together = self.burdens.iter().sum::<f64>() / 2.0;
        let saving = others + (chosen.len() as f64 * others / 2.0 - together) / self.pairs;
        if saving > 0.0 && self.burdens.iter().all(|burden| *burden <= self.pairs + others) {
            self.found.push(chosen, saving);
            if self.groups.add(chosen) > MAX_IN_GROUP {
                return None;
            }
        }
        let most = self.annotators;
        let may = together <= self.pairs * most
            && self.burdens.iter().all(|burden| *burden <= self.pairs + most - 1.0);
        Some(may)
    }
}
