//! Cutting a text into pieces that are laid out one at a time.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use tippani_core::text::{ByteOffset, SourceText};

/// A paragraph longer than this is cut: a piece is laid out whole, and a frame must not wait for it.
const MAX_BLOCK_BYTES: usize = 4096;
/// A cluster longer than a whole piece is no letter; it is cut between characters every so many bytes. This is
/// the one case where a block ends within a cluster.
const MAX_CLUSTER_BYTES: usize = 1024;

/// A paragraph, or a piece of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// Its bytes, line ending left out.
    pub range: Range<ByteOffset>,
    /// The paragraph it belongs to.
    pub paragraph: usize,
    /// Whether the paragraph ends with it.
    pub last: bool,
}

/// The blocks of a text: they cover every paragraph, in order, and are cut at sentence ends where there are
/// any, else at word ends, else between clusters (UAX #29), and never within a cluster of sane length.
#[derive(Clone, Debug, Default)]
pub struct TextBlocks(Vec<TextBlock>);

impl TextBlocks {
    /// Cuts `text`; a paragraph of usual length is one block. Linear in the number of paragraphs and the bytes
    /// of those that are cut.
    #[must_use]
    pub fn new(text: &SourceText) -> Self {
        let mut blocks = Vec::with_capacity(text.paragraph_count());
        for paragraph in 0..text.paragraph_count() {
            let Range { start, end } = text.paragraph(paragraph);
            let (mut start, end) = (start.get(), end.get());
            loop {
                let length = cut(&text.as_str()[start..end], MAX_BLOCK_BYTES);
                let stop = start + length;
                let range = ByteOffset::new(start)..ByteOffset::new(stop);
                blocks.push(TextBlock { range, paragraph, last: stop == end });
                if stop == end {
                    break;
                }
                start = stop;
            }
        }
        Self(blocks)
    }

    /// All of them; at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[TextBlock] {
        &self.0
    }

    /// The block whose text or line ending holds `offset`.
    #[must_use]
    pub fn at(&self, offset: ByteOffset) -> usize {
        self.0.partition_point(|b| b.range.start <= offset).saturating_sub(1)
    }

    /// The first block of the paragraph that `index` is a piece of.
    #[must_use]
    pub(crate) fn first_of(&self, index: usize) -> usize {
        self.0.get(index).map_or(0, |b| self.0.partition_point(|other| other.paragraph < b.paragraph))
    }
}

/// How many bytes of `rest` make the next block: all, or as many as a good place within the first `most` bytes allows.
///
/// `rest` starts at a cluster boundary, so a boundary of the window is one of the text: what decides lies in
/// the window, and the work is bounded by it, whatever the text is made of.
pub(super) fn cut(rest: &str, most: usize) -> usize {
    if rest.len() <= most {
        return rest.len();
    }
    let window = &rest[..floor(rest, most)];
    // Only the second half is looked at for sentences and words: a block is not to be much shorter than long.
    let half = floor(window, most / 2);
    let tail = &window[half..];
    let good = |&at: &usize| at > half && is_boundary(window, at);
    let sentence = tail.split_sentence_bound_indices().map(|(at, _)| half + at).filter(good).last();
    let word = || tail.split_word_bound_indices().map(|(at, _)| half + at).rev().find(good);
    let cluster = || {
        let mut cursor = GraphemeCursor::new(window.len(), window.len(), true);
        cursor.prev_boundary(window, 0).ok().flatten().filter(|&at| at > 0)
    };
    sentence.or_else(word).or_else(cluster).unwrap_or_else(|| floor(rest, MAX_CLUSTER_BYTES))
}

fn is_boundary(window: &str, at: usize) -> bool {
    GraphemeCursor::new(at, window.len(), true).is_boundary(window, 0).unwrap_or(false)
}

/// The last character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
