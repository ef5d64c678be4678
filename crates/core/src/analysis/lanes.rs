//! Giving marks that share text a lane each, so that none hides another.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::text::{ByteOffset, Span};

/// The lane of each mark, in the order given, and how many lanes there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// Lane by mark: 0 is nearest the text.
    pub lane: Vec<usize>,
    /// How many are in use.
    pub count: usize,
}

/// Marks that share text and stand in lanes for which there is no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// From the start of the first to the end of the last.
    pub range: Range<ByteOffset>,
    /// How many they are; never none.
    pub count: usize,
}

/// Lanes for `extents`: longer marks lie outside shorter ones that begin with them.
///
/// Greedy interval colouring, which uses as few lanes as there are marks over any one character. A mark starts a
/// new line of its own lane only where it must, so typing a tag elsewhere moves nothing here. Takes n log n steps.
///
/// ```
/// # use tippani_core::analysis::lanes;
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha Rao met Ravi");
/// let span = |start, end| Span::new(&text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
/// let found = lanes(&[span(0, 4), span(0, 8), span(13, 17)]);
/// assert_eq!((found.lane, found.count), (vec![1, 0, 0], 2));
/// ```
#[must_use]
pub fn lanes(extents: &[Span]) -> Lanes {
    let mut taken: BinaryHeap<Reverse<(ByteOffset, usize)>> = BinaryHeap::new();
    let mut free: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    let (mut lane, mut count) = (vec![0; extents.len()], 0);
    for i in outer_first(extents) {
        let extent = extents[i];
        while let Some(Reverse((end, at))) = taken.peek().copied()
            && end <= extent.start()
        {
            let _ = taken.pop();
            free.push(Reverse(at));
        }
        let at = free.pop().map_or_else(
            || {
                count += 1;
                count - 1
            },
            |Reverse(at)| at,
        );
        taken.push(Reverse((extent.end(), at)));
        lane[i] = at;
    }
    Lanes { lane, count }
}

impl Lanes {
    /// The marks beyond the first `room` lanes, those that share text as one crowd, by start; `extents` are those the lanes
    /// were made for.
    #[must_use]
    pub fn crowds(&self, extents: &[Span], room: usize) -> Vec<Crowd> {
        let mut crowds: Vec<Crowd> = Vec::new();
        let is_beyond = |i: &usize| self.lane.get(*i).is_some_and(|lane| *lane >= room);
        for extent in outer_first(extents).into_iter().filter(is_beyond).map(|i| extents[i]) {
            match crowds.last_mut() {
                Some(last) if extent.start() < last.range.end => {
                    last.range.end = last.range.end.max(extent.end());
                    last.count += 1;
                }
                _ => crowds.push(Crowd { range: extent.start()..extent.end(), count: 1 }),
            }
        }
        crowds
    }
}

/// Indices by start, the longest first.
fn outer_first(extents: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..extents.len()).collect();
    order.sort_by_key(|&i| (extents[i].start(), Reverse(extents[i].end())));
    order
}
