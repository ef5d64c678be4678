//! Parts of two long versions of a text that correspond: between words that both have once, in one order.
//!
//! ```text
//! old   ────A──────B────────C───D──       A, B, C, D: many words in a row, once in each version
//! new   ──────A────B──C───────────D──     between them is little, which is compared word by word
//! ```

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::GoOn;

/// Parts with more words than this, both together, are not compared word by word.
pub(super) const MAX_COMPARED_WORDS: usize = 1 << 15;
/// Whether to go on is asked once in so many words.
const WORDS_PER_QUESTION: usize = 1 << 16;
/// What is looked for in parts that are too long: so many words in a row (blanks are words here), of those places one in so many. What
/// is too long after the first is gone through as the second says.
const ROWS: [Row; 2] = [Row { words: 24, one_in: 16 }, Row { words: 12, one_in: 4 }];
/// The base of the rolling hash; odd, so that no word is lost.
const BASE: u64 = 0x0100_0000_01b3;

/// Words in a row.
struct Row {
    words: usize,
    one_in: u64,
}

/// A text cut into words (UAX #29), from some byte on.
pub(super) struct Words<'t> {
    text: &'t str,
    /// Where each begins, and where the last one ends.
    pub(super) starts: Vec<usize>,
}

impl<'t> Words<'t> {
    /// Those of `text` from the byte `first` on; nothing where it was stopped.
    pub(super) fn of(text: &'t str, first: usize, go_on: GoOn<'_>) -> Option<Self> {
        let mut starts = vec![first];
        for (at, word) in text[first..].split_word_bound_indices() {
            if starts.len().is_multiple_of(WORDS_PER_QUESTION) && !go_on() {
                return None;
            }
            starts.push(first + at + word.len());
        }
        Some(Self { text, starts })
    }

    /// Where these words are, in bytes.
    pub(super) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.starts[words.start]..self.starts[words.end]
    }

    fn slice(&self, words: &Range<usize>) -> &'t str {
        &self.text[self.bytes(words)]
    }

    /// These words, one by one.
    pub(super) fn each(&self, words: Range<usize>) -> impl Iterator<Item = &'t str> {
        words.map(|at| self.slice(&(at..at + 1)))
    }

    /// The places of a part at which rows of words begin, each with its hash: the same rows in any text.
    fn rows(&self, part: &Range<usize>, row: &Row, go_on: GoOn<'_>) -> Option<Vec<(u64, usize)>> {
        let hashes: Vec<u64> = self.each(part.clone()).map(hash).collect();
        let first = (1..row.words).fold(1_u64, |power, _| power.wrapping_mul(BASE));
        let (mut rows, mut rolling) = (Vec::new(), 0_u64);
        for (at, word) in hashes.iter().enumerate() {
            if at.is_multiple_of(WORDS_PER_QUESTION) && !go_on() {
                return None;
            }
            if let Some(left) = at.checked_sub(row.words) {
                rolling = rolling.wrapping_sub(hashes[left].wrapping_mul(first));
            }
            rolling = rolling.wrapping_mul(BASE).wrapping_add(*word);
            let mixed = mix(rolling);
            if at + 1 >= row.words && (mixed >> 32).is_multiple_of(row.one_in) {
                rows.push((mixed, part.start + at + 1 - row.words));
            }
        }
        Some(rows)
    }
}

/// A part of each version, by their words.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

impl Segment {
    /// Whether it is too long to be compared word by word.
    pub(super) fn is_long(&self) -> bool {
        self.old.len() + self.new.len() > MAX_COMPARED_WORDS
    }
}

/// Two versions that are cut into segments.
pub(super) struct Versions<'t> {
    pub old: Words<'t>,
    pub new: Words<'t>,
}

impl Versions<'_> {
    /// All of both in segments, in order, as many as are needed for them to be short; where nothing is there once in both, one may be
    /// long for all that. Nothing where it was stopped.
    pub(super) fn segments(&self, go_on: GoOn<'_>) -> Option<Vec<Segment>> {
        let whole = Segment { old: 0..self.old.starts.len() - 1, new: 0..self.new.starts.len() - 1 };
        let mut segments = vec![whole];
        for row in &ROWS {
            let mut shorter = Vec::with_capacity(segments.len());
            for segment in segments {
                if segment.is_long() && !self.is_same(&segment) {
                    self.cut(&segment, row, &mut shorter, go_on)?;
                } else {
                    shorter.push(segment);
                }
            }
            segments = shorter;
        }
        Some(segments)
    }

    /// Whether a segment is the same in both.
    pub(super) fn is_same(&self, segment: &Segment) -> bool {
        self.old.slice(&segment.old) == self.new.slice(&segment.new)
    }

    fn cut(&self, segment: &Segment, row: &Row, cut: &mut Vec<Segment>, go_on: GoOn<'_>) -> Option<()> {
        let (mut old, mut new) = (segment.old.start, segment.new.start);
        for (next_old, next_new) in self.anchors(segment, row, go_on)? {
            if (next_old, next_new) != (old, new) {
                cut.push(Segment { old: old..next_old, new: new..next_new });
            }
            (old, new) = (next_old, next_new);
        }
        cut.push(Segment { old: old..segment.old.end, new: new..segment.new.end });
        Some(())
    }

    /// Where rows begin that are once in each version of a segment, the most of them that are in one order in both.
    fn anchors(&self, segment: &Segment, row: &Row, go_on: GoOn<'_>) -> Option<Vec<(usize, usize)>> {
        let in_old = once(self.old.rows(&segment.old, row, go_on)?);
        let in_new = once(self.new.rows(&segment.new, row, go_on)?);
        let mut rest = in_new.into_iter().peekable();
        let mut both = Vec::new();
        for (hash, old) in in_old {
            while rest.next_if(|(other, _)| *other < hash).is_some() {}
            both.extend(rest.next_if(|(other, _)| *other == hash).map(|(_, new)| (old, new)));
        }
        both.sort_unstable();
        let is_same = |(old, new): &(usize, usize)| {
            self.old.slice(&(*old..old + row.words)) == self.new.slice(&(*new..new + row.words))
        };
        Some(longest_ascent(&both.into_iter().filter(is_same).collect::<Vec<_>>()))
    }
}

/// Those of these rows that are there once, by their hashes.
fn once(mut rows: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    rows.sort_unstable();
    rows.chunk_by(|one, next| one.0 == next.0).filter(|same| same.len() == 1).map(|same| same[0]).collect()
}

/// The most of these pairs, which ascend by the first, that ascend by the second too.
fn longest_ascent(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the ascents of each length that ends lowest, and of each pair the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, (_, second)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut ascent = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(pair) = at {
        ascent.push(pairs[pair]);
        at = before[pair];
    }
    ascent.reverse();
    ascent
}

fn hash(word: &str) -> u64 {
    mix(word.bytes().fold(0, |hash, byte| hash.wrapping_mul(BASE).wrapping_add(u64::from(byte) + 1)))
}

/// Makes every bit depend on every other, so that any of them may be used to choose by.
const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ascent_leaves_out_what_was_moved() {
        let check = |seconds: &[usize], expected: &[usize]| {
            let ascent = longest_ascent(&seconds.iter().copied().enumerate().collect::<Vec<_>>());
            assert_eq!(ascent.iter().map(|(_, second)| *second).collect::<Vec<_>>(), expected, "{seconds:?}");
        };
        check(&[], &[]);
        check(&[3], &[3]);
        check(&[10, 11, 12, 1, 2, 13, 14], &[10, 11, 12, 13, 14]);
        check(&[4, 3, 2, 1], &[1]);
    }

    #[test]
    fn segments_cover_both_versions_in_order_and_are_short() {
        let line = |n: usize| {
            format!("In year {n} the river rose by {} metres, said Rao of Pune.\n", n * 7919 % 997)
        };
        let old: String = (0..6_000).map(line).collect();
        let new: String = (0..6_000).filter(|n| n % 700 != 3).chain(7_000..7_020).map(line).collect();
        let of = |text| Words::of(text, 0, &|| true).unwrap();
        let versions = Versions { old: of(&old), new: of(&new) };
        let segments = versions.segments(&|| true).unwrap();
        let mut ends = (0, 0);
        for segment in &segments {
            assert_eq!((segment.old.start, segment.new.start), ends);
            ends = (segment.old.end, segment.new.end);
            assert!(!segment.is_long() || versions.is_same(segment));
        }
        assert_eq!(ends, (versions.old.starts.len() - 1, versions.new.starts.len() - 1));
        let changed = segments.iter().filter(|segment| !versions.is_same(segment));
        assert!(changed.clone().count() >= 9, "{}", changed.count());
        assert!(
            changed.clone().map(|segment| segment.old.len()).sum::<usize>() < versions.old.starts.len() / 10
        );
    }
}
