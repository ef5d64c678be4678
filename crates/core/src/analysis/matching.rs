//! Which of two lists’ things are the same: the pairs that are together most alike.

use super::assignment::{Edge, WEIGHT_SCALE, best_assignment, smaller_side};
use super::components::Components;

/// A group with more than this on each side is thinned out to likely pairs before it is solved.
pub(super) const MAX_EXACT_GROUP: usize = 200;
/// Pairs less alike than this are dropped from large groups.
pub(super) const MIN_LIKENESS_IN_LARGE_GROUP: f64 = 0.1;

/// Two things that may be the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Number in the first list.
    pub one: usize,
    /// Number in the second list.
    pub other: usize,
    /// How alike they are: above 0, at most 1.
    pub likeness: f64,
}

/// The pairs of highest total likeness in which nothing stands twice (Kuhn 1955, Munkres 1957), by first number.
///
/// Where `1 − likeness` is a metric, things that are quite the same are always paired. Connected components of more
/// than 200 things are thinned out, and if they are still larger, paired by falling likeness.
///
/// ```
/// # use tippani_core::analysis::{Candidate, best_pairs};
/// let candidate = |one, other, likeness| Candidate { one, other, likeness };
/// // Together 0–1 and 1–0 are more alike than 0–0 alone.
/// let all = [candidate(0, 0, 0.8), candidate(0, 1, 0.6), candidate(1, 0, 0.6)];
/// assert_eq!(best_pairs(&all), [(0, 1), (1, 0)]);
/// ```
#[must_use]
pub fn best_pairs(candidates: &[Candidate]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut taken = MatchedSides::of(candidates);
    let mut rest: Vec<Candidate> = Vec::new();
    for c in candidates {
        if c.likeness < 1.0 {
            rest.push(*c);
        } else if taken.take(c) {
            pairs.push((c.one, c.other));
        }
    }
    rest.retain(|c| taken.is_free(c));
    for group in groups(&rest) {
        if !is_large(&group) {
            solve(&group, &mut pairs);
            continue;
        }
        let likely: Vec<Candidate> =
            group.into_iter().filter(|c| c.likeness >= MIN_LIKENESS_IN_LARGE_GROUP).collect();
        for group in groups(&likely) {
            if is_large(&group) { greedy(group, &mut pairs) } else { solve(&group, &mut pairs) }
        }
    }
    pairs.sort_unstable();
    pairs
}

fn edges(group: &[Candidate]) -> Vec<Edge> {
    group.iter().map(|c| (c.one, c.other, c.likeness)).collect()
}

fn is_large(group: &[Candidate]) -> bool {
    group.len() > MAX_EXACT_GROUP && smaller_side(&edges(group)) > MAX_EXACT_GROUP
}

/// Which things have a partner.
struct MatchedSides {
    one: Vec<bool>,
    other: Vec<bool>,
}

impl MatchedSides {
    fn of(candidates: &[Candidate]) -> Self {
        let count =
            |of: &dyn Fn(&Candidate) -> usize| candidates.iter().map(|c| of(c) + 1).max().unwrap_or(0);
        Self { one: vec![false; count(&|c| c.one)], other: vec![false; count(&|c| c.other)] }
    }

    fn is_free(&self, c: &Candidate) -> bool {
        !self.one[c.one] && !self.other[c.other]
    }

    /// Whether both were free; they are not any more.
    fn take(&mut self, c: &Candidate) -> bool {
        let is_free = self.is_free(c);
        if is_free {
            (self.one[c.one], self.other[c.other]) = (true, true);
        }
        is_free
    }
}

/// Candidates by connected component, by the first of them.
fn groups(candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let ones = candidates.iter().map(|c| c.one + 1).max().unwrap_or(0);
    let others = candidates.iter().map(|c| c.other + 1).max().unwrap_or(0);
    let mut components = Components::new(ones + others);
    for c in candidates {
        components.join(c.one, ones + c.other);
    }
    components.groups(candidates.iter().map(|c| (c.one, *c)))
}

fn solve(group: &[Candidate], pairs: &mut Vec<(usize, usize)>) {
    if let [only] = group {
        pairs.push((only.one, only.other));
        return;
    }
    let chosen = best_assignment(&edges(group)).into_iter().map(|n| &group[n]);
    pairs.extend(chosen.filter(|c| c.likeness * WEIGHT_SCALE >= 1.0).map(|c| (c.one, c.other)));
}

fn greedy(mut group: Vec<Candidate>, pairs: &mut Vec<(usize, usize)>) {
    group.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then((a.one, a.other).cmp(&(b.one, b.other))));
    let mut taken = MatchedSides::of(&group);
    for c in group {
        if taken.take(&c) {
            pairs.push((c.one, c.other));
        }
    }
}
