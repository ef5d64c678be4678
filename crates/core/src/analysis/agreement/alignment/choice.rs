//! Which of the possible unitary alignments are the best together: no unit in two of them, and most saved.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::possible::PossibleAlignments;
use crate::analysis::assignment::{Edge, best_assignment, smaller_side};

/// Groups of no more unitary alignments than this are tried out.
const MAX_ENUMERATED_ALIGNMENTS: usize = 12;
/// Larger ones are searched, unless that takes more steps than this.
const MAX_SEARCH_STEPS: usize = 20_000;
/// Units that a search keeps apart.
const MAX_SEARCHED_UNITS: usize = 64;
/// Of two annotators one has no more than so many units where they are paired by the Hungarian method, which takes cubic time.
const MAX_PAIRED_UNITS: usize = 200;

/// The best choice of a connected component of alignments, by number; nothing where it would take too long. `is_first`
/// says whether a unit is the first annotator's.
pub(super) fn best_alignments(
    all: &PossibleAlignments,
    group: &[u32],
    annotators: usize,
    is_first: impl Fn(u32) -> bool,
) -> Option<Vec<u32>> {
    if let [only] = group {
        return Some(vec![*only]);
    }
    if group.len() <= MAX_ENUMERATED_ALIGNMENTS {
        return Some(by_enumeration(all, group));
    }
    let quick =
        if annotators == 2 { by_assignment(all, group, is_first) } else { by_branch_and_bound(all, group) };
    quick.or_else(|| by_integer_programming(all, group))
}

/// The best by trying all.
fn by_enumeration(all: &PossibleAlignments, group: &[u32]) -> Vec<u32> {
    let mut conflicts = [0u16; MAX_ENUMERATED_ALIGNMENTS];
    for (n, one) in group.iter().enumerate() {
        for (m, other) in group.iter().enumerate().skip(n + 1) {
            if all.units(*one).iter().any(|unit| all.units(*other).contains(unit)) {
                conflicts[n] |= 1 << m;
            }
        }
    }
    let best = enumerate_subsets(all, group, &conflicts, (1 << group.len()) - 1).0;
    (0..group.len()).filter(|n| best >> n & 1 == 1).map(|n| group[n]).collect()
}

/// The best of those whose bit is set, and how much it saves.
fn enumerate_subsets(all: &PossibleAlignments, group: &[u32], conflicts: &[u16], rest: u16) -> (u16, f64) {
    if rest == 0 {
        return (0, 0.0);
    }
    let first = rest.trailing_zeros() as usize;
    let rest = rest & (rest - 1);
    let (with, saving) = enumerate_subsets(all, group, conflicts, rest & !conflicts[first]);
    let saving = saving + all.saving(group[first]);
    let without = enumerate_subsets(all, group, conflicts, rest);
    if saving < without.1 { without } else { (with | 1 << first, saving) }
}

/// The best of two annotators' units; nothing where both have many.
fn by_assignment(
    all: &PossibleAlignments,
    group: &[u32],
    is_first: impl Fn(u32) -> bool,
) -> Option<Vec<u32>> {
    let edge = |&number: &u32| {
        let (one, other) = match *all.units(number) {
            [one, other] if is_first(one) => (one, other),
            [one, other] => (other, one),
            _ => (0, 0),
        };
        (one as usize, other as usize, all.saving(number))
    };
    let edges: Vec<Edge> = group.iter().map(edge).collect();
    (smaller_side(&edges) <= MAX_PAIRED_UNITS)
        .then(|| best_assignment(&edges).into_iter().map(|n| group[n]).collect())
}

/// The best by branch and bound over the units in order; nothing where that does not come to its end.
fn by_branch_and_bound(all: &PossibleAlignments, group: &[u32]) -> Option<Vec<u32>> {
    let mut units: Vec<u32> = group.iter().flat_map(|number| all.units(*number)).copied().collect();
    units.sort_unstable();
    units.dedup();
    if units.len() > MAX_SEARCHED_UNITS {
        return None;
    }
    let mut by_first: Vec<Vec<Choice>> = vec![Vec::new(); units.len()];
    let mut shares = vec![0.0; units.len()];
    for &number in group {
        let saving = all.saving(number);
        let own = all.units(number).iter().filter_map(|unit| units.binary_search(unit).ok());
        let taken = own.fold(0u64, |taken, unit| taken | 1 << unit);
        let each = saving / f64::from(taken.count_ones());
        for (_, share) in shares.iter_mut().enumerate().filter(|(unit, _)| taken >> unit & 1 == 1) {
            *share = each.max(*share);
        }
        by_first[taken.trailing_zeros() as usize].push(Choice { number, taken, saving });
    }
    for choices in &mut by_first {
        choices.sort_by(|one, other| other.saving.total_cmp(&one.saving));
    }
    let left = shares.iter().sum();
    let undecided = u64::MAX >> (u64::BITS as usize - units.len());
    let mut search = Search { by_first, shares, chosen: Vec::new(), best: Vec::new(), most: 0.0, steps: 0 };
    search.decide(undecided, 0.0, left);
    (search.steps <= MAX_SEARCH_STEPS).then_some(search.best)
}

/// A possible alignment in a search: which units it takes, by bit.
#[derive(Clone, Copy)]
struct Choice {
    number: u32,
    taken: u64,
    saving: f64,
}

struct Search {
    /// By the first unit they take.
    by_first: Vec<Vec<Choice>>,
    /// Of each unit the most that it may save.
    shares: Vec<f64>,
    chosen: Vec<u32>,
    best: Vec<u32>,
    most: f64,
    steps: usize,
}

impl Search {
    /// Decides on the first of the units that are left, which may save at most `left`.
    fn decide(&mut self, undecided: u64, saved: f64, left: f64) {
        self.steps += 1;
        if saved > self.most {
            self.most = saved;
            self.best.clone_from(&self.chosen);
        }
        if self.steps > MAX_SEARCH_STEPS || undecided == 0 || saved + left <= self.most {
            return;
        }
        let first = undecided.trailing_zeros() as usize;
        for at in 0..self.by_first[first].len() {
            let Choice { number, taken, saving } = self.by_first[first][at];
            if taken & !undecided == 0 {
                self.chosen.push(number);
                self.decide(undecided & !taken, saved + saving, left - self.share(taken));
                self.chosen.pop();
            }
        }
        self.decide(undecided & !(1 << first), saved, left - self.shares[first]);
    }

    fn share(&self, mut taken: u64) -> f64 {
        let mut sum = 0.0;
        while taken != 0 {
            sum += self.shares[taken.trailing_zeros() as usize];
            taken &= taken - 1;
        }
        sum
    }
}

/// The best by integer programming.
fn by_integer_programming(all: &PossibleAlignments, group: &[u32]) -> Option<Vec<u32>> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let taken: Vec<Variable> =
        group.iter().map(|number| problem.add_binary_var(all.saving(*number))).collect();
    let mut by_unit: BTreeMap<u32, Vec<Variable>> = BTreeMap::new();
    for (number, taken) in group.iter().zip(&taken) {
        all.units(*number).iter().for_each(|unit| by_unit.entry(*unit).or_default().push(*taken));
    }
    for taken in by_unit.values() {
        problem.add_constraint(taken.iter().map(|one| (*one, 1.0)), ComparisonOp::Le, 1.0);
    }
    let best = problem.solve().ok()?.into_solution().ok()?;
    let chosen = group.iter().zip(&taken).filter(|(_, taken)| best.var_value(**taken) > 0.5);
    Some(chosen.map(|(number, _)| *number).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Possible alignments of so many annotators' units, each of one to `annotators` units in a row.
    fn any(annotators: usize, units: u32, count: usize, random: &mut fastrand::Rng) -> PossibleAlignments {
        let mut all = PossibleAlignments::default();
        for _ in 0..count {
            let first = random.u32(..units);
            let mut own: Vec<u32> = vec![first];
            // A unit is of the annotator its number says.
            for next in first + 1..units {
                let is_apart = own.iter().all(|unit| unit % annotators as u32 != next % annotators as u32);
                if is_apart && random.bool() {
                    own.push(next);
                }
            }
            if own.len() > 1 {
                all.push(&own, random.f64() + 0.01);
            }
        }
        all
    }

    /// The most that can be saved, by trying all.
    fn most(all: &PossibleAlignments, rest: &[u32]) -> f64 {
        let Some((first, rest)) = rest.split_first() else { return 0.0 };
        let is_apart = |other: &&u32| all.units(**other).iter().all(|unit| !all.units(*first).contains(unit));
        let apart: Vec<u32> = rest.iter().filter(is_apart).copied().collect();
        most(all, rest).max(all.saving(*first) + most(all, &apart))
    }

    #[test]
    fn every_way_finds_the_best_choice() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut solved_groups = 0;
        for case in 0..300 {
            let annotators = 2 + case % 3;
            let all = any(annotators, 9, 3 + case % 18, &mut random);
            for group in all.groups(9) {
                let best = most(&all, &group);
                let check = |name: &str, chosen: Option<Vec<u32>>| {
                    let chosen = chosen.unwrap_or_else(|| panic!("{name} finds something"));
                    let saved: f64 = chosen.iter().map(|number| all.saving(*number)).sum();
                    assert!((saved - best).abs() < 1e-9, "{name}: {saved}, not {best}");
                    let mut units: Vec<u32> = chosen.iter().flat_map(|n| all.units(*n)).copied().collect();
                    units.sort_unstable();
                    assert!(units.windows(2).all(|pair| pair[0] != pair[1]), "{name}: a unit stands twice");
                };
                check("searched", by_branch_and_bound(&all, &group));
                check("solved", by_integer_programming(&all, &group));
                if group.len() <= MAX_ENUMERATED_ALIGNMENTS {
                    check("tried", Some(by_enumeration(&all, &group)));
                }
                if annotators == 2 {
                    check("paired", by_assignment(&all, &group, |unit| unit % 2 == 0));
                }
                solved_groups += usize::from(group.len() > MAX_ENUMERATED_ALIGNMENTS);
            }
        }
        assert!(solved_groups > 20, "{solved_groups} groups are large");
    }
}
