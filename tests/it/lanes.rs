//! Lanes of marks that share text, and the crowds for which there is no room.

use proptest::prelude::*;
use tippani::analysis::lanes;
use tippani::text::{ByteOffset, SourceText, Span};

fn text() -> SourceText {
    SourceText::new("x".repeat(200))
}

fn span(text: &SourceText, (start, end): (usize, usize)) -> Span {
    Span::new(text, ByteOffset::new(start), ByteOffset::new(end)).unwrap()
}

fn spans(ranges: &[(usize, usize)]) -> Vec<Span> {
    let text = text();
    ranges.iter().map(|range| span(&text, *range)).collect()
}

#[test]
fn marks_beyond_the_room_are_counted_where_they_stand() {
    fn check(ranges: &[(usize, usize)], room: usize, expected: &[(usize, usize, usize)]) {
        let extents = spans(ranges);
        let crowds = lanes(&extents).crowds(&extents, room);
        let found: Vec<_> =
            crowds.iter().map(|c| (c.range.start.get(), c.range.end.get(), c.count)).collect();
        assert_eq!(found, expected, "{ranges:?}");
    }
    check(&[], 2, &[]);
    check(&[(0, 9), (0, 5)], 2, &[]);
    check(&[(0, 9), (0, 5), (1, 3)], 2, &[(1, 3, 1)]);
    check(&[(0, 99), (0, 90), (1, 3), (2, 4), (4, 6), (50, 60)], 2, &[(1, 4, 2), (4, 6, 1), (50, 60, 1)]);
    check(&[(3, 5), (3, 5), (3, 5)], 1, &[(3, 5, 2)]);
}

#[test]
fn a_million_marks_over_one_text_have_lanes() {
    let text = text();
    let extents = vec![span(&text, (0, 200)); 1_000_000];
    let lanes = lanes(&extents);
    assert_eq!(lanes.count, extents.len());
    assert_eq!(lanes.crowds(&extents, 6)[0].count, extents.len() - 6);
}

/// What lanes are, said simply: of each mark in its turn the first one that is free.
fn naive(extents: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..extents.len()).collect();
    order.sort_by_key(|&i| (extents[i].start(), std::cmp::Reverse(extents[i].end())));
    let mut lane = vec![0; extents.len()];
    let mut placed: Vec<usize> = Vec::new();
    for i in order {
        let is_free = |at: &usize| !placed.iter().any(|&j| lane[j] == *at && extents[j].overlaps(extents[i]));
        lane[i] = (0..=lane.len()).find(is_free).unwrap();
        placed.push(i);
    }
    lane
}

proptest! {
    #[test]
    fn lanes_are_what_naive_ones_are(ranges in proptest::collection::vec((0_usize..180, 1_usize..20), 0..60)) {
        let ranges: Vec<_> = ranges.into_iter().map(|(start, length)| (start, start + length)).collect();
        let extents = spans(&ranges);
        let found = lanes(&extents);
        prop_assert_eq!(&found.lane, &naive(&extents));
        let beyond: usize = found.crowds(&extents, 3).iter().map(|crowd| crowd.count).sum();
        prop_assert_eq!(beyond, found.lane.iter().filter(|lane| **lane >= 3).count());
    }
}
