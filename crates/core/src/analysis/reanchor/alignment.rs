//! What two versions of a text have in common, in order.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

use super::GoOn;
use super::segments::{Segment, Versions, Words};

/// Whether to go on is asked once in so many segments.
const SEGMENTS_PER_QUESTION: usize = 16;

/// A stretch that is in both versions, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it is in the old one.
    pub old: Range<usize>,
    /// Where it begins in the new one.
    pub new: usize,
}

impl Run {
    /// Where it ends in the new version.
    pub(super) const fn new_end(&self) -> usize {
        self.new + self.old.end - self.old.start
    }
}

/// The runs of two versions in order, and what lies between them in each.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    runs: Vec<Run>,
    /// What of the old version is in no run; empty where something was only inserted.
    pub(super) old_gaps: Vec<Range<usize>>,
    /// What of the new version is in no run; empty where something was only deleted.
    pub(super) new_gaps: Vec<Range<usize>>,
}

impl Alignment {
    /// Aligns two texts by words (UAX #29), and within what was changed by characters at its edges; nothing where it was stopped.
    ///
    /// Long texts are cut into segments first; one that is long and cannot be cut is a gap.
    pub(super) fn new(old: &str, new: &str, go_on: GoOn<'_>) -> Option<Self> {
        let (head, tail) = common_edges(old, new);
        let versions = Versions {
            old: Words::of(&old[..old.len() - tail], head, go_on)?,
            new: Words::of(&new[..new.len() - tail], head, go_on)?,
        };
        let mut alignment = Self::default();
        let (mut old_at, mut new_at) = (0, 0);
        for (at, segment) in versions.segments(go_on)?.into_iter().enumerate() {
            if at.is_multiple_of(SEGMENTS_PER_QUESTION) && !go_on() {
                return None;
            }
            for (gap_old, gap_new) in gaps(&versions, &segment) {
                let (gap_old, gap_new) = trimmed(old, new, gap_old, gap_new);
                alignment.push(old_at..gap_old.start, new_at);
                (old_at, new_at) = (gap_old.end, gap_new.end);
                alignment.old_gaps.push(gap_old);
                alignment.new_gaps.push(gap_new);
            }
        }
        alignment.push(old_at..old.len(), new_at);
        Some(alignment)
    }

    fn push(&mut self, old: Range<usize>, new: usize) {
        if !old.is_empty() {
            self.runs.push(Run { old, new });
        }
    }

    /// The run that holds a range of the old version whole.
    pub(super) fn run_of(&self, old: &Range<usize>) -> Option<&Run> {
        self.run_at(old.start).filter(|run| old.end <= run.old.end)
    }

    /// The run that holds the byte of the old version at `old`.
    fn run_at(&self, old: usize) -> Option<&Run> {
        let run = self.runs.get(self.runs.partition_point(|run| run.old.end <= old))?;
        (run.old.start <= old).then_some(run)
    }

    /// The least range of the new version between what stood before and after a range of the old one.
    pub(super) fn hull(&self, old: &Range<usize>) -> Range<usize> {
        let start = if let Some(run) = self.run_at(old.start) {
            run.new + old.start - run.old.start
        } else {
            let before = self.runs.partition_point(|run| run.old.end <= old.start).checked_sub(1);
            before.map_or(0, |before| self.runs[before].new_end())
        };
        let end = if let Some(run) = old.end.checked_sub(1).and_then(|last| self.run_at(last)) {
            run.new + old.end - run.old.start
        } else {
            let next = self.runs.get(self.runs.partition_point(|run| run.old.start < old.end));
            next.map_or_else(|| self.new_end(), |run| run.new)
        };
        start..end.max(start)
    }

    fn new_end(&self) -> usize {
        let (run, gap) =
            (self.runs.last().map_or(0, Run::new_end), self.new_gaps.last().map_or(0, |gap| gap.end));
        run.max(gap)
    }
}

/// What of a segment is not in both versions, in bytes of each.
fn gaps(versions: &Versions<'_>, segment: &Segment) -> Vec<(Range<usize>, Range<usize>)> {
    if versions.is_same(segment) {
        return Vec::new();
    }
    if segment.is_long() {
        return vec![(versions.old.bytes(&segment.old), versions.new.bytes(&segment.new))];
    }
    let mut input = InternedInput::default();
    input.update_before(versions.old.each(segment.old.clone()));
    input.update_after(versions.new.each(segment.new.clone()));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let of = |words: &Words<'_>, first: usize, hunk: Range<u32>| {
        words.bytes(&(first + hunk.start as usize..first + hunk.end as usize))
    };
    let hunk = |hunk: Hunk| {
        (of(&versions.old, segment.old.start, hunk.before), of(&versions.new, segment.new.start, hunk.after))
    };
    diff.hunks().map(hunk).collect()
}

/// How many bytes two texts begin and end with alike, as far as the last blank there.
fn common_edges(old: &str, new: &str) -> (usize, usize) {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\n');
    let alike = |(one, other): &(&u8, &u8)| one == other;
    let (a, b) = (old.as_bytes(), new.as_bytes());
    let mut head = a.iter().zip(b).take_while(alike).count();
    if head < a.len() || head < b.len() {
        head = a[..head].iter().rposition(is_blank).map_or(0, |at| at + 1);
    }
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(alike).count();
    let tail_bytes = &a[a.len() - tail..];
    let tail = tail_bytes.iter().position(is_blank).map_or(0, |at| tail - at);
    (head, tail)
}

/// What was changed without the characters that both versions begin and end with.
fn trimmed(
    old: &str,
    new: &str,
    gap_old: Range<usize>,
    gap_new: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let (a, b) = (&old[gap_old.clone()], &new[gap_new.clone()]);
    let same = |(one, other): &(char, char)| one == other;
    let head: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (a, b) = (&a[head..], &b[head..]);
    let tail: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (gap_old.start + head..gap_old.end - tail, gap_new.start + head..gap_new.end - tail)
}
