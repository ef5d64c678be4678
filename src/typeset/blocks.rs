//! Cutting a text into pieces that are laid out one at a time.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::{ByteOffset, SourceText, next_grapheme};

/// A paragraph longer than this is cut: a piece is laid out whole, and a frame must not wait for it.
const LONG: usize = 4096;
/// A single cluster longer than this is no letter; it is cut between characters.
const MONSTER: usize = 1024;

/// A paragraph, or a piece of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, line ending left out.
    pub range: Range<ByteOffset>,
    /// The paragraph it belongs to.
    pub paragraph: usize,
    /// Whether the paragraph ends with it.
    pub last: bool,
}

/// The blocks of a text: they cover every paragraph, in order, and are cut at sentence ends where there are
/// any, else at word ends, and never within a cluster.
#[derive(Clone, Debug, Default)]
pub struct Blocks(Vec<Block>);

impl Blocks {
    /// Cuts `text`; a paragraph of usual length is one block.
    #[must_use]
    pub fn new(text: &SourceText) -> Self {
        let mut blocks = Vec::with_capacity(text.paragraph_count());
        for paragraph in 0..text.paragraph_count() {
            let Range { mut start, end } = text.paragraph(paragraph);
            while end.get() - start.get() > LONG {
                let cut = cut_after(text, start, end);
                blocks.push(Block { range: start..cut, paragraph, last: cut == end });
                start = cut;
            }
            if start < end || blocks.last().is_none_or(|b| b.paragraph != paragraph) {
                blocks.push(Block { range: start..end, paragraph, last: true });
            }
        }
        Self(blocks)
    }

    /// All of them; at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[Block] {
        &self.0
    }

    /// The block whose text or line ending holds `offset`.
    #[must_use]
    pub fn at(&self, offset: ByteOffset) -> usize {
        self.0.partition_point(|b| b.range.start <= offset).saturating_sub(1)
    }
}

/// Where a block that starts at `start` ends: within `LONG` bytes, as late as a good place allows.
fn cut_after(text: &SourceText, start: ByteOffset, end: ByteOffset) -> ByteOffset {
    let whole = text.as_str();
    let mut limit = (start.get() + LONG).min(end.get());
    while !whole.is_char_boundary(limit) {
        limit -= 1;
    }
    let window = &whole[start.get()..limit];
    let sentence = window.split_sentence_bound_indices().map(|(at, _)| at).filter(|&at| at > LONG / 4).last();
    let word = || window.split_word_bound_indices().map(|(at, _)| at).rfind(|&at| at > LONG / 2);
    let cluster = || window.grapheme_indices(true).map(|(at, _)| at).rfind(|&at| at > 0);
    if let Some(at) = sentence.or_else(word).or_else(cluster) {
        // A boundary of the window is one of the text too, unless a cluster reaches over it.
        let at = ByteOffset::new(start.get() + at);
        return if crate::text::is_grapheme_boundary(text, at) { at } else { next_grapheme(text, at) };
    }
    let mut forced = start.get() + MONSTER;
    while !whole.is_char_boundary(forced) {
        forced -= 1;
    }
    ByteOffset::new(forced)
}
