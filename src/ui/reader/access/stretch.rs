//! Which part of an article is in the tree: all of a usual one, of a long one what is around the place that is read.

use std::ops::Range;

use crate::text::ByteOffset;
use crate::typeset::{Flow, TextBlocks};

/// No more than about this is in the tree at once: every frame makes all of it anew.
const MAX_BYTES: usize = 48 * 1024;
/// Nor more paragraphs.
const MAX_BLOCKS: usize = 400;
/// A frame lays out no more than this for the tree, so that nobody waits for it.
const FRAME_BYTES: usize = 8 * 1024;
/// The place that is read keeps this share of a full stretch before it and behind it.
const MARGIN: usize = 4;

/// A stretch of blocks that grows to what is wanted, and moves with the place that is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretch {
    /// What is in the tree.
    blocks: Range<usize>,
    wanted: Range<usize>,
    head: usize,
    top: usize,
    /// The block that is read.
    at: usize,
}

impl Stretch {
    /// The blocks that are in the tree.
    pub(super) fn blocks(&self) -> Range<usize> {
        self.blocks.clone()
    }

    /// Whether there are more to come.
    pub(super) fn grows(&self) -> bool {
        self.blocks != self.wanted
    }

    /// Follows the caret in block `head` or, where the article was scrolled since it moved, the block at the window's `top`.
    pub(super) fn follow(&mut self, flow: &Flow, head: usize, top: usize) {
        if self.blocks.is_empty() {
            self.at = top;
        }
        if head != self.head {
            self.at = head;
        } else if top != self.top {
            self.at = top;
        }
        (self.head, self.top) = (head, top);
        let blocks = flow.blocks();
        if self.wanted.is_empty() || !is_well_within(blocks, &self.wanted, self.at) {
            self.wanted = around(blocks, self.at);
        }
        if !self.wanted.contains(&self.blocks.start) || self.blocks.end > self.wanted.end {
            let kept = self.blocks.start.max(self.wanted.start)..self.blocks.end.min(self.wanted.end);
            self.blocks = if kept.contains(&self.at) { kept } else { self.at..self.at };
        }
        if self.blocks.is_empty() {
            self.blocks = self.at..self.at;
        }
    }

    /// Takes in what a frame has time for: first what follows, which is read next. `costs` says whether a block has to be
    /// laid out for it.
    pub(super) fn grow(&mut self, flow: &Flow, costs: impl Fn(usize) -> bool) {
        let all = flow.blocks().as_slice();
        let mut left = FRAME_BYTES;
        while self.grows() {
            let is_down = self.blocks.end < self.wanted.end;
            let next = if is_down { self.blocks.end } else { self.blocks.start - 1 };
            let bytes = all.get(next).map_or(0, |block| block.range.end.get() - block.range.start.get());
            if costs(next) {
                if left == 0 {
                    break;
                }
                left = left.saturating_sub(bytes.max(1));
            }
            if is_down {
                self.blocks.end += 1;
            } else {
                self.blocks.start -= 1;
            }
        }
    }
}

/// Whether a stretch still has enough of the article on both sides of a block.
fn is_well_within(blocks: &TextBlocks, stretch: &Range<usize>, at: usize) -> bool {
    let count = blocks.as_slice().len();
    if stretch.end > count || !stretch.contains(&at) {
        return false;
    }
    let (first, last) = (start(blocks, stretch.start), start(blocks, stretch.end));
    let here = start(blocks, at);
    let far =
        |bytes: usize, of_blocks: usize| bytes >= MAX_BYTES / MARGIN || of_blocks >= MAX_BLOCKS / MARGIN;
    (stretch.start == 0 || far(here - first, at - stretch.start))
        && (stretch.end == count || far(last - here, stretch.end - at))
}

/// The stretch around a block: as much behind it as before it, and more where the article begins or ends.
fn around(blocks: &TextBlocks, at: usize) -> Range<usize> {
    let count = blocks.as_slice().len();
    let block_at = |byte: usize| blocks.at(ByteOffset::new(byte));
    let here = start(blocks, at);
    let first = block_at(here.saturating_sub(MAX_BYTES / 2)).max(at.saturating_sub(MAX_BLOCKS / 2));
    let last = block_at(start(blocks, first) + MAX_BYTES).min(first + MAX_BLOCKS - 1);
    let end = (last + 1).min(count);
    let first =
        block_at(start(blocks, end).saturating_sub(MAX_BYTES)).max(end.saturating_sub(MAX_BLOCKS)).min(first);
    first..end
}

/// Where a block begins, in bytes of the article; its end for the one after the last.
fn start(blocks: &TextBlocks, block: usize) -> usize {
    let all = blocks.as_slice();
    let end = || all.last().map_or(0, |last| last.range.end.get());
    all.get(block).map_or_else(end, |block| block.range.start.get())
}
