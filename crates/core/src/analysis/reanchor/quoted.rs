//! Places by what the file keeps of the old text: quotes with what stood around them, and how far they were apart.
//!
//! ```text
//! old   …‹Asha›………………‹Ravi›…‹dam›……      offsets, quotes, up to 32 characters on either side
//! new   …‹Asha›……(more)………‹Ravi›…‹dam›……   shift 0, then + 6: two blocks
//! ```
//! A quote that is there once with all that stood around it is likely the one; it is certain where it goes with its neighbours:
//! quotes that moved by one distance are a block, and a block stays unless it would have to have been moved away from between
//! those before and after it, as a look-alike elsewhere in the text would.

use std::ops::Range;

use super::blocks::{Anchor, Blocks};
use super::candidates::{self, Wanted};
use super::folded::{Folded, fold};
use super::occurrences::Occurrences;
use super::{FoundSpan, GoOn, Item};
use crate::text::{ByteOffset, CharOffset, SourceText, Span};

/// So many characters have to be the same on the side of a span where something was changed.
const MIN_SIDE_CHARS: usize = 12;
/// Less than this around a quote tells nothing.
const MIN_CONTEXT_CHARS: usize = 24;

/// Finds each item by its quote and what stood around it; `characters` is the length of the old text, where it is known. Nothing
/// where it was stopped.
pub(super) fn find(
    items: &[Item<'_>],
    characters: Option<usize>,
    text: &SourceText,
    go_on: GoOn<'_>,
) -> Option<Vec<FoundSpan>> {
    let new = Folded::new(text.as_str());
    let known: Vec<Words> = items.iter().map(Words::new).collect();
    let windows = known.iter().filter(|words| words.is_telling).map(|words| words.window.as_str());
    let places = Occurrences::new(new.as_str(), std::iter::once(0..new.as_str().len()), windows, go_on)?;
    let look = Look { text, new: &new };
    let mut anchors = Vec::new();
    for (at, (item, words)) in items.iter().zip(&known).enumerate() {
        let place = Some(words).filter(|words| words.is_telling).and_then(|words| places.only(&words.window));
        if let Some(span) = place.and_then(|place| look.span(item, place + words.before)) {
            anchors.push(Anchor {
                item: at,
                old: item.quoted.start.get()..item.quoted.end.get(),
                window: words.window_of(item),
                shift: look.shift(item, span),
                span,
            });
        }
    }
    let blocks = Blocks::new(anchors, characters, text.chars(), go_on)?;
    let mut certain: Vec<Option<Span>> = vec![None; items.len()];
    for anchor in blocks.anchors() {
        certain[anchor.item] = Some(anchor.span);
    }
    let left: Vec<usize> = (0..items.len()).filter(|at| certain[*at].is_none()).collect();
    let sides = left.iter().flat_map(|at| known[*at].sides()).flatten();
    let sides = Occurrences::new(new.as_str(), std::iter::once(0..new.as_str().len()), sides, go_on)?;
    for at in left {
        certain[at] = look.beside(&items[at], &known[at], &blocks, &sides);
    }
    let wanted = items.iter().zip(&certain).filter(|(_, certain)| certain.is_none());
    let wanted: Vec<Wanted> = wanted.map(|(item, _)| Wanted::of(item.quoted, None)).collect();
    let candidates = candidates::find(&wanted, &new, text, go_on)?;
    Some(FoundSpan::all(certain, candidates))
}

/// A quote with what stood around it, as it is compared.
struct Words {
    /// All of it.
    window: String,
    /// How many bytes of it come before the quote, and how many the quote has.
    before: usize,
    quote: usize,
    /// Whether there is enough of it to tell one place from another.
    is_telling: bool,
}

impl Words {
    fn new(item: &Item<'_>) -> Self {
        let [before, quote, after] =
            [&item.quoted.before, &item.quoted.quote, &item.quoted.after].map(|words| fold(words));
        let around = before.chars().count() + after.chars().count();
        Self {
            before: before.len(),
            quote: quote.len(),
            is_telling: around >= MIN_CONTEXT_CHARS,
            window: before + &quote + &after,
        }
    }

    /// Where all of it was, in code points of the old text.
    fn window_of(&self, item: &Item<'_>) -> Range<usize> {
        let (before, after) = (self.before().chars().count(), self.after().chars().count());
        item.quoted.start.get().saturating_sub(before)..item.quoted.end.get() + after
    }

    /// All that stood before with the words and enough of what stood after, and the other way round; nothing where there was not so
    /// much.
    fn sides(&self) -> [Option<&str>; 2] {
        let end = self.after().char_indices().nth(MIN_SIDE_CHARS - 1).map(|(at, c)| at + c.len_utf8());
        let start = self.before().char_indices().rev().nth(MIN_SIDE_CHARS - 1).map(|(at, _)| at);
        [
            end.map(|end| &self.window[..self.before + self.quote + end]),
            start.map(|start| &self.window[start..]),
        ]
    }

    fn before(&self) -> &str {
        &self.window[..self.before]
    }

    fn after(&self) -> &str {
        &self.window[self.before + self.quote..]
    }
}

/// The text that is looked through.
struct Look<'t> {
    text: &'t SourceText,
    new: &'t Folded<'t>,
}

impl Look<'_> {
    /// The item's words at a byte of the folded text, if they are there to the letter.
    fn span(&self, item: &Item<'_>, folded: usize) -> Option<Span> {
        let start = self.new.to_raw(folded)?;
        let quote = item.quoted.quote.as_str();
        let is_here = self.text.as_str().get(start..)?.starts_with(quote);
        let end = ByteOffset::new(start + quote.len());
        let span = Span::new(self.text, ByteOffset::new(start), end).ok().filter(|_| is_here)?;
        span.is_aligned(self.text).then_some(span)
    }

    fn shift(&self, item: &Item<'_>, span: Span) -> i64 {
        self.text.to_char(span.start()).get() as i64 - item.quoted.start.get() as i64
    }

    /// The item where it would be if it had moved with its neighbours, as far as enough of what stood around it is there too.
    /// Between neighbours that moved differently it has to stand with that in one place only, of those that `sides` knows.
    fn beside(
        &self,
        item: &Item<'_>,
        words: &Words,
        blocks: &Blocks,
        sides: &Occurrences<'_>,
    ) -> Option<Span> {
        let old = item.quoted.start.get()..item.quoted.end.get();
        let at = |shift: i64| {
            let start = usize::try_from(item.quoted.start.get() as i64 + shift).ok()?;
            let start = self.text.to_byte(CharOffset::new(start))?;
            let folded = self.new.to_folded(start.get())?;
            Some((self.span(item, folded)?, folded))
        };
        if words.window.len() == words.quote {
            // Nothing is known of what stood around it but where a quote that stays was, with what stood around that.
            return at(blocks.shift_over(&old)?).map(|(span, _)| span);
        }
        match blocks.shifts(&old) {
            // Nothing was changed between its neighbours, as far as can be told.
            (Some(before), Some(after)) if before == after => {
                let (span, folded) = at(before)?;
                let all = (words.before().chars().count(), words.after().chars().count());
                let (left, right) = self.around(words, folded);
                let is_enough = |same: usize, all: usize| same >= MIN_SIDE_CHARS || same == all;
                let enough =
                    is_enough(left, all.0) && is_enough(right, all.1) && left + right >= MIN_SIDE_CHARS;
                enough.then_some(span)
            }
            (before, after) => {
                let [with_before, with_after] = words.sides();
                let only = |shift: i64, side: &str, begins: usize| {
                    let (span, folded) = at(shift)?;
                    (sides.only(side)? + begins == folded).then_some(span)
                };
                let found = before.zip(with_before).and_then(|(shift, side)| only(shift, side, words.before));
                found.or_else(|| {
                    let (shift, side) = after.zip(with_after)?;
                    only(shift, side, side.len() - words.quote - words.after().len())
                })
            }
        }
    }

    /// How many characters before and after a place of the folded text are those that stood around the words.
    fn around(&self, words: &Words, folded: usize) -> (usize, usize) {
        let same = |(one, other): &(char, char)| one == other;
        let all = self.new.as_str();
        let before = all[..folded].chars().rev().zip(words.before().chars().rev()).take_while(same).count();
        let after = all[folded + words.quote..].chars().zip(words.after().chars()).take_while(same).count();
        (before, after)
    }
}
