//! Quotes that were found and moved together.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::GoOn;
use crate::text::Span;

/// Shifts of two quotes may differ by this much where they moved together, as line endings and normal forms make it.
const MAX_DRIFT_CHARS: i64 = 24;
/// They may differ by one character in so many between them.
const CHARS_PER_DRIFT: i64 = 50;

/// So many characters of a block are not counted when it is weighed.
const SHORT_BLOCK_CHARS: usize = 100;
/// What a block may cost for each character that is counted.
const MAX_COST: f64 = 0.5;

/// So many anchors are looked at for one whose surroundings hold a range.
const MAX_ANCHORS_AROUND: usize = 64;
/// Whether to go on is asked once in so many blocks.
const BLOCKS_PER_QUESTION: usize = 1 << 12;

/// A quote that is in the new text once.
#[derive(Debug)]
pub(super) struct Anchor {
    /// Which one.
    pub item: usize,
    /// Where it was, in code points.
    pub old: Range<usize>,
    /// Where it was with all that stood around it and is still there.
    pub window: Range<usize>,
    /// How many code points further on it is now.
    pub shift: i64,
    /// Where it is.
    pub span: Span,
}

/// Quotes in the order of the old text that moved by one distance: those of `first..end` that stay.
#[derive(Debug)]
struct Block {
    first: usize,
    end: usize,
    old_end: usize,
    window: Range<usize>,
    first_shift: i64,
    last_shift: i64,
}

impl Block {
    fn of(at: usize, anchor: &Anchor) -> Self {
        let shift = anchor.shift;
        let (old_end, window) = (anchor.old.end, anchor.window.clone());
        Self { first: at, end: at + 1, old_end, window, first_shift: shift, last_shift: shift }
    }

    /// Whether the next one, which begins at `old`, moved with it.
    fn goes_on(&self, old: usize, next: &Self) -> bool {
        let distance = old.saturating_sub(self.old_end) as i64;
        (next.first_shift - self.last_shift).abs() <= (distance / CHARS_PER_DRIFT).min(MAX_DRIFT_CHARS)
    }

    fn join(&mut self, next: &Self) {
        self.end = next.end;
        self.old_end = self.old_end.max(next.old_end);
        self.window.end = self.window.end.max(next.window.end);
        self.last_shift = next.last_shift;
    }
}

/// The anchors that stay, in the order of the old text.
#[derive(Debug)]
pub(super) struct Blocks {
    anchors: Vec<Anchor>,
    /// How far any of the anchors up to each reaches with what stood around it.
    reach: Vec<usize>,
    /// By how much the end of the text moved, where that is known.
    last_shift: Option<i64>,
}

impl Blocks {
    /// Makes blocks of anchors, and takes those out that would have been moved away from between their neighbours; nothing where it
    /// was stopped.
    ///
    /// What it takes to insert and delete characters so that a block is where it is, over what it takes without it, is what
    /// the block costs. One that costs much for its length is more likely gone, and stands elsewhere a second time.
    pub(super) fn new(
        mut anchors: Vec<Anchor>,
        old_chars: Option<usize>,
        new_chars: usize,
        go_on: GoOn<'_>,
    ) -> Option<Self> {
        anchors.sort_by_key(|anchor| (anchor.old.start, anchor.old.end));
        let last_shift = old_chars.map(|old| new_chars as i64 - old as i64);
        let stays = Sieve::new(&anchors, last_shift).stays(go_on)?;
        let mut stays = stays.into_iter();
        anchors.retain(|_| stays.next().unwrap_or_default());
        let mut reached = 0;
        let reach = anchors.iter().map(|anchor| {
            reached = anchor.window.end.max(reached);
            reached
        });
        let reach = reach.collect();
        Some(Self { anchors, reach, last_shift })
    }

    /// All anchors that stay.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        self.anchors.iter()
    }

    /// By how much an anchor moved with which a range of the old text is still there.
    pub(super) fn shift_over(&self, old: &Range<usize>) -> Option<i64> {
        let after = self.anchors.partition_point(|anchor| anchor.window.start <= old.start);
        let before = (0..after).rev().take_while(|at| self.reach[*at] >= old.end).take(MAX_ANCHORS_AROUND);
        before
            .map(|at| &self.anchors[at])
            .find(|anchor| old.end <= anchor.window.end)
            .map(|anchor| anchor.shift)
    }

    /// By how much the nearest anchors before and after a range of the old text moved; the ends of the text are anchors, too.
    pub(super) fn shifts(&self, old: &Range<usize>) -> (Option<i64>, Option<i64>) {
        let next = self.anchors.partition_point(|anchor| anchor.old.start < old.start);
        let before = next.checked_sub(1).map_or(0, |before| self.anchors[before].shift);
        (Some(before), self.anchors.get(next).map(|anchor| anchor.shift).or(self.last_shift))
    }
}

/// Blocks while those that cost too much are taken out, one after another.
struct Sieve<'a> {
    anchors: &'a [Anchor],
    last_shift: Option<i64>,
    /// By the number of their first anchor; nothing where a block was joined to the one before, or taken out.
    blocks: Vec<Option<Block>>,
    /// The numbers of the blocks before and after.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
    /// What each block costs now; other entries of the queue are out of date.
    costs: Vec<f64>,
    queue: BinaryHeap<Costly>,
}

/// What a block costs.
struct Costly {
    cost: f64,
    block: usize,
}

impl PartialEq for Costly {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Costly {}

impl PartialOrd for Costly {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Costly {
    fn cmp(&self, other: &Self) -> Ordering {
        self.cost.total_cmp(&other.cost).then(self.block.cmp(&other.block))
    }
}

impl<'a> Sieve<'a> {
    fn new(anchors: &'a [Anchor], last_shift: Option<i64>) -> Self {
        let count = anchors.len();
        let blocks = anchors.iter().enumerate().map(|(at, anchor)| Some(Block::of(at, anchor))).collect();
        let before = (0..count).map(|at| at.checked_sub(1)).collect();
        let after = (0..count).map(|at| Some(at + 1).filter(|next| *next < count)).collect();
        let costs = vec![0.0; count];
        Self { anchors, last_shift, blocks, before, after, costs, queue: BinaryHeap::new() }
    }

    /// Which anchors stay.
    fn stays(mut self, go_on: GoOn<'_>) -> Option<Vec<bool>> {
        let mut at = Some(0).filter(|_| !self.blocks.is_empty());
        while let Some(block) = at {
            while self.join_next(block) {}
            at = self.after[block];
        }
        for block in 0..self.blocks.len() {
            self.weigh(block);
        }
        let mut stays = vec![true; self.anchors.len()];
        let mut taken = 0_usize;
        while let Some(Costly { cost, block }) = self.queue.pop() {
            if cost.total_cmp(&self.costs[block]) != Ordering::Equal {
                continue;
            }
            let Some(gone) = self.blocks[block].take() else { continue };
            if taken.is_multiple_of(BLOCKS_PER_QUESTION) && !go_on() {
                return None;
            }
            taken += 1;
            stays[gone.first..gone.end].fill(false);
            let (before, after) = (self.before[block], self.after[block]);
            self.link(before, after);
            if let Some(before) = before {
                self.join_next(before);
                self.weigh(before);
                self.before[before].into_iter().for_each(|earlier| self.weigh(earlier));
            }
            let after = before.map_or(after, |before| self.after[before]);
            if let Some(after) = after {
                self.weigh(after);
                self.after[after].into_iter().for_each(|later| self.weigh(later));
            }
        }
        Some(stays)
    }

    fn link(&mut self, before: Option<usize>, after: Option<usize>) {
        if let Some(before) = before {
            self.after[before] = after;
        }
        if let Some(after) = after {
            self.before[after] = before;
        }
    }

    /// Joins the block after this one to it, where it moved with it.
    fn join_next(&mut self, block: usize) -> bool {
        let Some(next) = self.after[block] else { return false };
        let goes_on = match (&self.blocks[block], &self.blocks[next]) {
            (Some(one), Some(other)) => one.goes_on(self.anchors[other.first].old.start, other),
            (None, _) | (_, None) => false,
        };
        if goes_on && let Some(joined) = self.blocks[next].take() {
            self.blocks[block].iter_mut().for_each(|block| block.join(&joined));
            self.link(Some(block), self.after[next]);
        }
        goes_on
    }

    /// Notes what a block costs, where that is too much.
    fn weigh(&mut self, at: usize) {
        let Some(block) = &self.blocks[at] else { return };
        let shifts = |at: usize| self.blocks[at].as_ref().map(|block| (block.first_shift, block.last_shift));
        let before = self.before[at].and_then(shifts).map_or(0, |(_, last)| last);
        let after = self.after[at].and_then(shifts).map(|(first, _)| first).or(self.last_shift);
        let after = after.unwrap_or(block.last_shift);
        let with = (block.first_shift - before).abs() + (after - block.last_shift).abs();
        let over = (with - (after - before).abs()).max(0);
        // A short one may be anywhere.
        let length = block.window.len().saturating_sub(SHORT_BLOCK_CHARS);
        let cost = if over == 0 { 0.0 } else { over as f64 / length as f64 };
        self.costs[at] = cost;
        if cost > MAX_COST {
            self.queue.push(Costly { cost, block: at });
        }
    }
}
