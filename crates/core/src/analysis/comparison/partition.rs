//! Things of several owners put into groups of greatest likeness, at most one of each owner in a group.

use crate::analysis::assignment::WEIGHT_SCALE;
use crate::analysis::matching::{Candidate, best_pairs};

/// A search that has not come to its end after so many steps is left.
const MAX_SEARCH_STEPS: usize = 20_000;
/// More things than this are not searched through.
const MAX_SEARCHED: usize = 40;
/// So often all things are looked at for a better group.
const MAX_ROUNDS: usize = 50;

/// What is to be put into groups; things are in the order that decides between groupings that are as good.
pub(super) struct Problem {
    /// Of each thing its owners, in order; things with an owner in common are never in one group.
    pub(super) holders: Vec<Vec<usize>>,
    /// Of each thing the others that add likeness in one group with it, in order; of both or of neither.
    pub(super) links: Vec<Vec<(usize, i128)>>,
}

/// The groups: of greatest total likeness where there are two owners, or where a search of 20,000 steps comes to its end;
/// else such that no thing can move to another group, or change places with what is in its way there, and add to it.
pub(super) fn partition(problem: &Problem, owners: usize) -> Vec<Vec<usize>> {
    let mut search = Search::new(problem);
    let is_whole = problem.holders.len() <= MAX_SEARCHED && search.run();
    if is_whole {
        return search.best;
    }
    if owners == 2 {
        return pairs(problem);
    }
    let mut grouping = Grouping::greedy(problem);
    grouping.improve();
    let found = grouping.groups();
    if problem.total(&search.best) > problem.total(&found) { search.best } else { found }
}

impl Problem {
    fn are_apart(&self, one: usize, other: usize) -> bool {
        self.holders[one].iter().all(|holder| !self.holders[other].contains(holder))
    }

    fn likeness(&self, one: usize, other: usize) -> i128 {
        let known = self.links[one].binary_search_by_key(&other, |(node, _)| *node);
        known.map_or(0, |at| self.links[one][at].1)
    }

    fn gain(&self, node: usize, group: &[usize]) -> i128 {
        group.iter().map(|other| self.likeness(node, *other)).sum()
    }

    fn total(&self, groups: &[Vec<usize>]) -> i128 {
        groups.iter().flat_map(|group| group.iter().map(|node| self.gain(*node, group))).sum::<i128>() / 2
    }
}

/// Branch and bound over the things in order, each in a group there is or one of its own.
struct Search<'p> {
    problem: &'p Problem,
    /// Of each thing what it and all after it can still add.
    bound: Vec<i128>,
    groups: Vec<Vec<usize>>,
    best: Vec<Vec<usize>>,
    most: i128,
    steps: usize,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem) -> Self {
        let mut bound = vec![0; problem.holders.len() + 1];
        for node in (0..problem.holders.len()).rev() {
            // Of each owner at most one thing is in its group.
            let mut most: Vec<(usize, i128)> = Vec::new();
            for (other, likeness) in problem.links[node].iter().filter(|(other, _)| *other < node) {
                let owners = &problem.holders[*other];
                let each = likeness / owners.len() as i128 + 1;
                for owner in owners {
                    match most.iter_mut().find(|(known, _)| known == owner) {
                        Some((_, known)) => *known = each.max(*known),
                        None => most.push((*owner, each)),
                    }
                }
            }
            bound[node] = bound[node + 1] + most.iter().map(|(_, each)| each).sum::<i128>();
        }
        Self { problem, bound, groups: Vec::new(), best: Vec::new(), most: -1, steps: 0 }
    }

    /// Whether the search came to its end.
    fn run(&mut self) -> bool {
        self.place(0, 0);
        self.steps <= MAX_SEARCH_STEPS
    }

    fn place(&mut self, node: usize, total: i128) {
        self.steps += 1;
        if self.steps > MAX_SEARCH_STEPS || total + self.bound[node] <= self.most {
            return;
        }
        if node == self.problem.holders.len() {
            (self.most, self.best) = (total, self.groups.clone());
            return;
        }
        let apart = |group: &Vec<usize>| group.iter().all(|other| self.problem.are_apart(node, *other));
        let fits = |(at, group): (usize, &Vec<usize>)| {
            let gain = self.problem.gain(node, group);
            (apart(group) && (gain > 0 || self.meet_later(node, group))).then_some((at, gain))
        };
        let mut choices: Vec<(usize, i128)> = self.groups.iter().enumerate().filter_map(fits).collect();
        choices.push((self.groups.len(), 0));
        // The most likely first; a group of its own before one that adds nothing by itself.
        let own = self.groups.len();
        choices.sort_by_key(|(at, gain)| (-gain, *at != own, *at));
        for (at, gain) in choices {
            if at == self.groups.len() {
                self.groups.push(vec![node]);
            } else {
                self.groups[at].push(node);
            }
            self.place(node + 1, total + gain);
            self.groups[at].pop();
            if self.groups[at].is_empty() {
                self.groups.pop();
            }
        }
    }

    /// Whether something after `node` is like it and like one of the group.
    fn meet_later(&self, node: usize, group: &[usize]) -> bool {
        let later = self.problem.links[node].iter().filter(|(other, _)| *other > node);
        later
            .into_iter()
            .any(|(other, _)| group.iter().any(|member| self.problem.likeness(*other, *member) > 0))
    }
}

/// The best pairs of what two owners have.
fn pairs(problem: &Problem) -> Vec<Vec<usize>> {
    // The owner of the first thing is the first, whatever their numbers.
    let first = problem.holders[0][0];
    let is_first = |node: usize| problem.holders[node][0] == first;
    let mut candidates = Vec::new();
    for (node, links) in problem.links.iter().enumerate().filter(|(node, _)| is_first(*node)) {
        candidates.extend(links.iter().map(|(other, likeness)| {
            let likeness = *likeness as f64 / WEIGHT_SCALE;
            Candidate { one: node, other: *other, likeness }
        }));
    }
    let mut groups: Vec<Vec<usize>> = best_pairs(&candidates).into_iter().map(|(a, b)| vec![a, b]).collect();
    let mut is_paired = vec![false; problem.holders.len()];
    groups.iter().flatten().for_each(|node| is_paired[*node] = true);
    groups.extend((0..is_paired.len()).filter(|node| !is_paired[*node]).map(|node| vec![node]));
    groups
}

/// A grouping that is made better step by step.
struct Grouping<'p> {
    problem: &'p Problem,
    /// Of each thing its group.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'p> Grouping<'p> {
    /// Each thing in order where it adds most.
    fn greedy(problem: &'p Problem) -> Self {
        let mut all = Self { problem, of: Vec::new(), members: Vec::new() };
        for node in 0..problem.holders.len() {
            let near = all.near(node);
            let free = near.into_iter().filter(|group| all.in_the_way(node, *group).is_empty());
            let with_gain = free.map(|group| (problem.gain(node, &all.members[group]), group));
            let best = with_gain.max_by_key(|(gain, group)| (*gain, std::cmp::Reverse(*group)));
            let group = best.map_or(all.members.len(), |(_, group)| group);
            if group == all.members.len() {
                all.members.push(Vec::new());
            }
            all.of.push(group);
            all.members[group].push(node);
        }
        all
    }

    /// The groups with something like `node`, in order.
    fn near(&self, node: usize) -> Vec<usize> {
        let others = self.problem.links[node].iter().filter_map(|(other, _)| self.of.get(*other));
        let mut near: Vec<usize> = others.copied().collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// What has an owner in common with `node` in a group.
    fn in_the_way(&self, node: usize, group: usize) -> Vec<usize> {
        let members = self.members[group].iter().copied();
        members.filter(|other| *other != node && !self.problem.are_apart(node, *other)).collect()
    }

    fn improve(&mut self) {
        for _ in 0..MAX_ROUNDS {
            let mut is_better = false;
            for node in 0..self.of.len() {
                let near = self.near(node);
                let others = near.into_iter().filter(|group| *group != self.of[node]);
                let with_gain = others.filter_map(|group| Some((self.gain_of_move(node, group)?, group)));
                let best = with_gain.max_by_key(|(gain, group)| (*gain, std::cmp::Reverse(*group)));
                if let Some((_, group)) = best.filter(|(gain, _)| *gain > 0) {
                    self.exchange(node, group);
                    is_better = true;
                }
            }
            if !is_better {
                return;
            }
        }
    }

    /// What is added where `node` goes into a group, and what is in its way there takes its place; nothing where that has
    /// no room for it.
    fn gain_of_move(&self, node: usize, group: usize) -> Option<i128> {
        let own = self.of[node];
        let out = self.in_the_way(node, group);
        let left: Vec<usize> = self.members[own].iter().copied().filter(|other| *other != node).collect();
        if out.iter().any(|gone| left.iter().any(|other| !self.problem.are_apart(*gone, *other))) {
            return None;
        }
        let stay: Vec<usize> =
            self.members[group].iter().copied().filter(|other| !out.contains(other)).collect();
        let of_out =
            |group: &[usize]| -> i128 { out.iter().map(|gone| self.problem.gain(*gone, group)).sum() };
        let moved = self.problem.gain(node, &stay) - self.problem.gain(node, &left);
        Some(moved + of_out(&left) - of_out(&stay))
    }

    fn exchange(&mut self, node: usize, group: usize) {
        let (own, out) = (self.of[node], self.in_the_way(node, group));
        for (moved, to) in out.into_iter().map(|gone| (gone, own)).chain([(node, group)]) {
            let from = self.of[moved];
            self.members[from].retain(|other| *other != moved);
            self.members[to].push(moved);
            self.of[moved] = to;
        }
    }

    fn groups(self) -> Vec<Vec<usize>> {
        self.members.into_iter().filter(|group| !group.is_empty()).collect()
    }
}
