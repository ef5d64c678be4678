//! Pairs of places that share a character, where many overlap: the likely ones, found without looking at all.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use super::matching::{Candidate, MAX_EXACT_GROUP, MIN_LIKENESS_IN_LARGE_GROUP};
use crate::text::Spans;

/// Places of a connected component are a crowd where on average more than this overlap each.
const MAX_OVERLAPS: usize = 64;
/// So many of a crowd that are most like a place are found for it.
const LIKELY_IN_CROWD: usize = 16;

/// Where something stands, as far as a search has to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    start: usize,
    end: usize,
    /// Bytes that it covers, gaps left out.
    bytes: usize,
}

impl Place {
    pub(super) fn of(spans: &Spans) -> Self {
        Self { start: spans.first().start().get(), end: spans.last().end().get(), bytes: spans.bytes() }
    }

    /// The most that its place can have in common with one that starts so far from it, as a part of both (Jaccard).
    fn bound(self, other_start: usize) -> f64 {
        let length = self.end - self.start;
        if self.bytes < length {
            return if other_start < self.end { 1.0 } else { 0.0 };
        }
        match other_start.checked_sub(self.start) {
            Some(after) if after >= length => 0.0,
            Some(after) => (length - after) as f64 / length as f64,
            None => length as f64 / (length + self.start - other_start) as f64,
        }
    }
}

/// Stretches of two lists in which places overlap without a gap, in order; both lists are in text order.
pub(super) fn stretches(one: &[Place], other: &[Place]) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut a, mut b) = (0, 0);
    let mut all = Vec::new();
    loop {
        let (from_a, from_b) = (a, b);
        let mut end = 0;
        loop {
            let next_a = one.get(a).filter(|place| a + b == from_a + from_b || place.start < end);
            let next_b = other.get(b).filter(|place| a + b == from_a + from_b || place.start < end);
            let is_a = match (next_a, next_b) {
                (Some(place), Some(beside)) => place.start <= beside.start,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            let place = if is_a { one[a] } else { other[b] };
            end = place.end.max(end);
            if is_a { a += 1 } else { b += 1 }
        }
        if (a, b) == (from_a, from_b) {
            return all;
        }
        all.push((from_a..a, from_b..b));
    }
}

/// Whether so many overlap in a stretch that not every pair of them is looked at; small ones are looked at whole.
pub(super) fn is_crowd(one: &[Place], other: &[Place]) -> bool {
    if one.len().min(other.len()) <= MAX_EXACT_GROUP {
        return false;
    }
    let sorted = |of: &dyn Fn(&Place) -> usize| {
        let mut all: Vec<usize> = one.iter().chain(other).map(of).collect();
        all.sort_unstable();
        all
    };
    let (starts, ends) = (sorted(&|place| place.start), sorted(&|place| place.end));
    let (mut ended, mut overlaps) = (0, 0);
    for (before, start) in starts.iter().enumerate() {
        while ends.get(ended).is_some_and(|end| end <= start) {
            ended += 1;
        }
        overlaps += before - ended;
    }
    overlaps > MAX_OVERLAPS * starts.len()
}

/// Every two places of a stretch that share a character, as `alike` has it; both lists are in text order.
pub(super) fn overlapping(
    one: &[Place],
    other: &[Place],
    alike: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<Candidate> {
    let (mut open_one, mut open_other) = (Vec::<usize>::new(), Vec::<usize>::new());
    let (mut a, mut b) = (0, 0);
    let mut found = Vec::new();
    let mut pair = |a: usize, b: usize| {
        found.extend(alike(a, b).map(|likeness| Candidate { one: a, other: b, likeness }));
    };
    // Through the text, with what is open on either side; what begins meets what is open on the other.
    loop {
        let is_one = match (one.get(a), other.get(b)) {
            (Some(here), Some(there)) => here.start <= there.start,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        let at = if is_one { one[a].start } else { other[b].start };
        open_one.retain(|n| one[*n].end > at);
        open_other.retain(|n| other[*n].end > at);
        if is_one {
            for n in &open_other {
                pair(a, *n);
            }
            open_one.push(a);
            a += 1;
        } else {
            for n in &open_one {
                pair(*n, b);
            }
            open_other.push(b);
            b += 1;
        }
    }
    found.sort_unstable_by_key(|candidate| (candidate.one, candidate.other));
    found
}

/// Pairs of a crowd, in which nothing stands twice: of places that are left each is held against the others that are most like
/// it, the most alike are paired first, and so on until no two can be. Both lists are in text order.
///
/// `class` says, by list and number, what is alike in every way: such are held against others as one. `alike` is nothing for
/// two that cannot be the same, and `most` the greatest likeness of two that share a part of their place. Places that share less
/// than a tenth are not paired.
pub(super) fn crowd_pairs<K: Eq + Hash>(
    one: &[Place],
    other: &[Place],
    class: impl Fn(bool, usize) -> K,
    alike: impl Fn(usize, usize) -> Option<f64>,
    most: impl Fn(f64) -> f64,
) -> Vec<Candidate> {
    let mut ones = stacks(one, |n| class(false, n));
    let mut others = stacks(other, |n| class(true, n));
    let mut pairs = Vec::with_capacity(one.len().min(other.len()));
    loop {
        let mut found = likely(&ones, &others, &alike, &most);
        found.sort_unstable_by(|a, b| {
            b.likeness.total_cmp(&a.likeness).then_with(|| (a.one, a.other).cmp(&(b.one, b.other)))
        });
        let before = pairs.len();
        for Candidate { one, other, likeness } in found {
            let both = ones[one].left().min(others[other].left());
            for _ in 0..both {
                pairs.push(Candidate { one: ones[one].take(), other: others[other].take(), likeness });
            }
        }
        if pairs.len() == before {
            pairs.sort_unstable_by_key(|pair| (pair.one, pair.other));
            return pairs;
        }
        ones.retain(|stack| stack.left() > 0);
        others.retain(|stack| stack.left() > 0);
    }
}

/// Places that are alike in every way.
struct Stack {
    place: Place,
    members: Vec<usize>,
    /// How many of them have a partner.
    paired: usize,
}

impl Stack {
    const fn left(&self) -> usize {
        self.members.len() - self.paired
    }

    fn take(&mut self) -> usize {
        self.paired += 1;
        self.members[self.paired - 1]
    }
}

fn stacks<K: Eq + Hash>(places: &[Place], class: impl Fn(usize) -> K) -> Vec<Stack> {
    let mut of: HashMap<K, usize> = HashMap::new();
    let mut stacks: Vec<Stack> = Vec::new();
    for (n, place) in places.iter().enumerate() {
        let stack = *of.entry(class(n)).or_insert_with(|| {
            stacks.push(Stack { place: *place, members: Vec::new(), paired: 0 });
            stacks.len() - 1
        });
        stacks[stack].members.push(n);
    }
    stacks
}

/// Of each stack the others that are most like it.
fn likely(
    ones: &[Stack],
    others: &[Stack],
    alike: impl Fn(usize, usize) -> Option<f64>,
    most: impl Fn(f64) -> f64,
) -> Vec<Candidate> {
    let mut found = Vec::with_capacity((ones.len() + others.len()) * LIKELY_IN_CROWD);
    for (n, stack) in ones.iter().enumerate() {
        let best = nearest(stack.place, others, |m| alike(stack.members[0], others[m].members[0]), &most);
        found.extend(best.into_iter().map(|(m, likeness)| Candidate { one: n, other: m, likeness }));
    }
    for (m, stack) in others.iter().enumerate() {
        let best = nearest(stack.place, ones, |n| alike(ones[n].members[0], stack.members[0]), &most);
        found.extend(best.into_iter().map(|(n, likeness)| Candidate { one: n, other: m, likeness }));
    }
    found
}

/// Those most like a place, from the nearest start on to both sides, as far as another may be among them.
fn nearest(
    place: Place,
    others: &[Stack],
    alike: impl Fn(usize) -> Option<f64>,
    most: impl Fn(f64) -> f64,
) -> Vec<(usize, f64)> {
    let mut best: Vec<(usize, f64)> = Vec::with_capacity(LIKELY_IN_CROWD + 1);
    let middle = others.partition_point(|other| other.place.start < place.start);
    let mut look = |at: usize| {
        let bound = place.bound(others[at].place.start);
        let is_full = best.len() == LIKELY_IN_CROWD;
        let least = best.last().map_or(0.0, |(_, likeness)| *likeness);
        if bound < MIN_LIKENESS_IN_LARGE_GROUP || is_full && most(bound) <= least {
            return false;
        }
        if let Some(likeness) =
            alike(at).filter(|likeness| *likeness > 0.0 && (!is_full || *likeness > least))
        {
            let behind = best.partition_point(|(_, known)| *known >= likeness);
            best.insert(behind, (at, likeness));
            best.truncate(LIKELY_IN_CROWD);
        }
        true
    };
    // One after the other, as both may have what is most like it.
    let (mut after, mut before) = (middle, middle);
    let (mut goes_after, mut goes_before) = (true, true);
    while goes_after || goes_before {
        goes_after = goes_after && after < others.len() && look(after);
        after += usize::from(goes_after);
        goes_before = goes_before && before > 0 && look(before - 1);
        before -= usize::from(goes_before);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: usize, end: usize) -> Place {
        Place { start, end, bytes: end - start }
    }

    fn shared(one: Place, other: Place) -> Option<f64> {
        let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
        (shared > 0).then(|| shared as f64 / (one.bytes + other.bytes - shared) as f64)
    }

    fn pairs(one: &[Place], other: &[Place]) -> Vec<Candidate> {
        let class = |is_other: bool, n: usize| {
            let place = if is_other { other[n] } else { one[n] };
            (place.start, place.end)
        };
        crowd_pairs(one, other, class, |n, m| shared(one[n], other[m]), |most| most)
    }

    #[test]
    fn what_is_alike_in_a_crowd_is_paired_and_nothing_twice() {
        let mut random = fastrand::Rng::with_seed(3);
        let mut any = |count: usize| {
            let mut places: Vec<Place> = (0..count)
                .map(|_| {
                    let start = random.usize(..400);
                    place(start, start + 1 + random.usize(..300))
                })
                .collect();
            places.sort_unstable_by_key(|place| (place.start, place.end));
            places
        };
        let (one, other) = (any(700), any(500));
        assert!(is_crowd(&one, &other));
        let found = pairs(&one, &other);
        for of in [|pair: &Candidate| pair.one, |pair: &Candidate| pair.other] {
            let mut numbers: Vec<usize> = found.iter().map(of).collect();
            numbers.sort_unstable();
            assert!(numbers.windows(2).all(|two| two[0] != two[1]));
        }
        // Of what is left no two could be a pair.
        let is_left = |n: usize, of: fn(&Candidate) -> usize| found.iter().all(|pair| of(pair) != n);
        for n in (0..one.len()).filter(|n| is_left(*n, |pair| pair.one)) {
            for m in (0..other.len()).filter(|m| is_left(*m, |pair| pair.other)) {
                let alike = shared(one[n], other[m]).unwrap_or_default();
                assert!(alike < MIN_LIKENESS_IN_LARGE_GROUP, "{:?} and {:?}", one[n], other[m]);
            }
        }
    }

    #[test]
    fn the_same_place_very_often_is_paired_as_often() {
        let (one, other) = (vec![place(0, 90); 3_000], vec![place(0, 90); 2_000]);
        let found = pairs(&one, &other);
        assert_eq!(found.len(), 2_000);
        assert!(found.iter().all(|pair| pair.one == pair.other && pair.likeness == 1.0));
    }

    #[test]
    fn stretches_end_where_nothing_is_shared() {
        let one = [place(0, 4), place(2, 6), place(10, 12)];
        let other = [place(6, 8), place(7, 9), place(11, 14)];
        assert_eq!(stretches(&one, &other), [(0..2, 0..0), (2..2, 0..2), (2..3, 2..3)]);
        assert_eq!(stretches(&[], &[]), []);
    }
}
