//! Places by the old text: what a comparison of both versions maps without doubt.

use std::ops::Range;

use super::alignment::{Alignment, Run};
use super::candidates::{Wanted, is_within_word};
use super::folded::{Folded, fold};
use super::occurrences::Occurrences;
use super::{FoundSpan, GoOn, Item};
use crate::text::{ByteOffset, SourceText, Span};

/// What is compared on either side of a span reaches this far at most, in bytes.
const MAX_WINDOW_BYTES: usize = 160;
/// So many bytes are compared to see where changes may have been instead.
const MAX_SLID_BYTES: usize = 1 << 26;
/// A span whose run has fewer characters around it than this may stand in it by chance.
const MIN_SUPPORT_CHARS: usize = 32;

/// Finds each item by what both versions have in common.
///
/// An item is found for certain where it lies whole in a run, its words are the same to the byte, enough of what stands around
/// it is the same, and nothing that was deleted or inserted could as well be it: the words with all that follows them up to
/// the end of the run, and the words with all that comes before them, are in no other place that touches a change; nor could a
/// change be moved into it, as in `Rao (Rao) said`, of which nobody can tell which `Rao` was deleted. Nothing where it was stopped.
pub(super) fn find(
    items: &[Item<'_>],
    old_text: &SourceText,
    new_text: &SourceText,
    go_on: GoOn<'_>,
) -> Option<Vec<FoundSpan>> {
    let (old, new) = (Folded::new(old_text.as_str()), Folded::new(new_text.as_str()));
    let alignment = Alignment::new(old.as_str(), new.as_str(), go_on)?;
    let known: Vec<Option<OldPlace<'_>>> =
        items.iter().map(|item| OldPlace::new(item, old_text, &old, &alignment)).collect();
    let windows = known.iter().flatten().flat_map(|known| known.windows.iter().flatten());
    let windows: Vec<&str> = windows.map(|window| &old.as_str()[window.clone()]).collect();
    let reach = windows.iter().map(|window| window.len()).max().unwrap_or_default();
    let look = |text, gaps: &[Range<usize>]| {
        Occurrences::new(text, around(text, gaps, reach), windows.iter().copied(), go_on)
    };
    let in_old = look(old.as_str(), &alignment.old_gaps)?;
    let in_new = look(new.as_str(), &alignment.new_gaps)?;
    let slides = [slides(old.as_str(), &alignment.old_gaps), slides(new.as_str(), &alignment.new_gaps)];
    let is_rivalled = |window: &Range<usize>| {
        let words = &old.as_str()[window.clone()];
        touches(&in_old, words, &alignment.old_gaps) || touches(&in_new, words, &alignment.new_gaps)
    };
    let place = |known: &OldPlace<'_>| {
        let run = known.run?;
        let folded = run.new + known.folded.start - run.old.start;
        let folded = folded..folded + known.folded.len();
        if is_in(&known.folded, &slides[0]) || is_in(&folded, &slides[1]) {
            return None;
        }
        let raw = new.range_to_raw(folded)?;
        let is_same = new_text.as_str().get(raw.clone()) == Some(known.quote);
        let span = is_same
            .then(|| Span::new(new_text, ByteOffset::new(raw.start), ByteOffset::new(raw.end)).ok())??;
        let is_whole =
            |at: ByteOffset, was_whole: bool| !was_whole || !is_within_word(new_text.as_str(), at.get());
        let keeps_words =
            is_whole(span.start(), known.is_whole[0]) && is_whole(span.end(), known.is_whole[1]);
        (keeps_words && (span.is_aligned(new_text) || !known.is_aligned)).then_some(span)
    };
    let certain: Vec<Option<Span>> = known
        .iter()
        .map(|known| {
            let known = known.as_ref().filter(|known| known.is_supported)?;
            place(known).filter(|_| !known.windows.iter().flatten().any(is_rivalled))
        })
        .collect();
    let wanted = items.iter().zip(&known).zip(&certain).filter(|(_, certain)| certain.is_none());
    let wanted: Vec<Wanted> = wanted
        .map(|((item, known), _)| match known {
            Some(known) => known.wanted(old.as_str(), &alignment),
            None => Wanted::of(item.quoted, None),
        })
        .collect();
    let candidates = super::candidates::find(&wanted, &new, new_text, go_on)?;
    Some(FoundSpan::all(certain, candidates))
}

/// An item as it stands in the old text.
struct OldPlace<'a> {
    quote: &'a str,
    folded: Range<usize>,
    run: Option<&'a Run>,
    /// Whether there is enough around it in its run.
    is_supported: bool,
    /// Whether its edges were between grapheme clusters.
    is_aligned: bool,
    /// Whether it began and ended where a word does, or between words.
    is_whole: [bool; 2],
    /// The words with what follows, and with what comes before; nothing on a side where the run reaches the end of both texts.
    windows: [Option<Range<usize>>; 2],
}

impl<'a> OldPlace<'a> {
    /// The item in the old text; nothing where its words are not there.
    fn new(item: &Item<'a>, text: &SourceText, old: &Folded<'_>, alignment: &'a Alignment) -> Option<Self> {
        let quote = item.quoted.quote.as_str();
        let (start, end) = (text.to_byte(item.quoted.start)?, text.to_byte(item.quoted.end)?);
        let span = Span::new(text, start, end).ok().filter(|span| text.slice(*span) == quote)?;
        let folded = old.to_folded(start.get())?..old.to_folded(end.get())?;
        let run = alignment.run_of(&folded);
        let mut known = Self {
            quote,
            folded,
            run,
            is_supported: false,
            is_aligned: span.is_aligned(text),
            is_whole: [start, end].map(|at| !is_within_word(text.as_str(), at.get())),
            windows: [None, None],
        };
        if let Some(run) = run {
            known.look_around(old.as_str(), run);
        }
        Some(known)
    }

    fn look_around(&mut self, old: &str, run: &Run) {
        let span = &self.folded;
        let end = floor(old, (span.end + MAX_WINDOW_BYTES).min(run.old.end)).max(span.end);
        let start = ceil(old, span.start.saturating_sub(MAX_WINDOW_BYTES).max(run.old.start)).min(span.start);
        let around = old[start..span.start].chars().count() + old[span.end..end].chars().count();
        self.is_supported = around >= MIN_SUPPORT_CHARS || run.old == (0..old.len());
        // Only at the very edge of both texts nothing more could tell.
        let is_first = run.old.start == 0 && run.new == 0 && start == 0;
        self.windows = [Some(span.start..end), (!is_first).then_some(start..span.end)];
    }

    fn wanted(&self, old: &str, alignment: &Alignment) -> Wanted {
        let before = ceil(old, self.folded.start.saturating_sub(MAX_WINDOW_BYTES));
        let after = floor(old, (self.folded.end + MAX_WINDOW_BYTES).min(old.len()));
        Wanted {
            quote: fold(self.quote),
            before: old[before..self.folded.start].to_owned(),
            after: old[self.folded.end..after].to_owned(),
            hull: Some(alignment.hull(&self.folded)),
        }
    }
}

/// Where each change may have been instead with the very same outcome: what follows a gap is as what it begins with, or what comes
/// before it as what it ends with. In order, and none touches another. Where the text repeats itself too much to be told apart, all
/// of it.
fn slides(text: &str, gaps: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut left = MAX_SLID_BYTES;
    for gap in gaps.iter().filter(|gap| !gap.is_empty()) {
        let alike = |(one, other): &(&u8, &u8)| one == other;
        let (first, after) = (bytes[gap.start..].iter(), bytes[gap.end..].iter());
        let on = after.zip(first).take(left).take_while(alike).count();
        let (last, before) = (bytes[..gap.end].iter().rev(), bytes[..gap.start].iter().rev());
        let back = before.zip(last).take(left).take_while(alike).count();
        left = left.saturating_sub(on + back);
        if left == 0 {
            return std::iter::once(0..text.len()).collect();
        }
        let mut slide = gap.start - back..gap.end + on;
        while let Some(reached) = all.pop_if(|reached| slide.start <= reached.end) {
            slide = reached.start.min(slide.start)..reached.end.max(slide.end);
        }
        all.push(slide);
    }
    all
}

/// Whether a range shares a byte with one of these, which are in order.
fn is_in(range: &Range<usize>, all: &[Range<usize>]) -> bool {
    let last = all.partition_point(|one| one.start < range.end).checked_sub(1);
    last.is_some_and(|last| all[last].end > range.start)
}

/// Where words of at most `reach` bytes that touch a gap can be: in order, and none touches another.
fn around(text: &str, gaps: &[Range<usize>], reach: usize) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for gap in gaps {
        let (start, end) = (gap.start.saturating_sub(reach), (gap.end + reach).min(text.len()));
        match all.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end.max(last.end),
            None => all.push(start..end),
        }
    }
    all
}

/// Whether the words are in a place that touches a gap; also where that cannot be told.
fn touches(places: &Occurrences<'_>, words: &str, gaps: &[Range<usize>]) -> bool {
    if gaps.is_empty() {
        return false;
    }
    let Some(mut places) = places.of(words) else { return true };
    places.any(|at| {
        let end = at + words.len();
        is_in(&(at..end), gaps)
    })
}

/// The last place between characters up to `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The first place between characters from `at` on.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
