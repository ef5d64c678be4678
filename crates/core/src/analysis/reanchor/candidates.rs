//! Places that may be the one, for the analyst to choose from.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::GoOn;
use super::folded::{Folded, fold};
use super::known::{ceil, floor};
use super::occurrences::Occurrences;
use crate::model::QuotedSpan;
use crate::text::{ByteOffset, SourceText, Span, trim_punctuation};

/// More candidates than this help nobody to choose.
const MAX_CANDIDATES: usize = 5;
/// The same words count as a candidate where at least so many characters around them are the same.
const MIN_CONTEXT_CHARS: usize = 8;
/// What is the same around words is counted up to so many characters on either side.
const MAX_CONTEXT_CHARS: usize = 32;
/// Words of so many characters count as a candidate wherever they are, if they are there once.
const MIN_TELLING_CHARS: usize = 12;
/// What stood before and after is looked for by so many characters.
const EDGE_CHARS: usize = 12;
/// Words that are too common are looked for with so many characters on one side of them, the first of these first.
const CONTEXT_CHARS: [usize; 2] = [24, MIN_CONTEXT_CHARS];
/// A word is followed so far, in characters.
const MAX_WORD_CHARS: usize = 64;
/// Whether to go on is asked once in so many words that are looked for.
const ITEMS_PER_QUESTION: usize = 1 << 10;
/// What stands in place of the words may be this many times as long as they were, and so many bytes more.
const MAX_GROWTH: (usize, usize) = (3, 60);

/// Words that are looked for, as they are compared.
pub(super) struct Wanted {
    pub quote: String,
    pub before: String,
    pub after: String,
    /// Where they should be, by what is known of the change.
    pub hull: Option<Range<usize>>,
}

impl Wanted {
    pub(super) fn of(quoted: &QuotedSpan, hull: Option<Range<usize>>) -> Self {
        Self { quote: fold(&quoted.quote), before: fold(&quoted.before), after: fold(&quoted.after), hull }
    }

    /// How many characters before and after a range are those that stood around the words; more than enough is not counted.
    fn around(&self, folded: &str, range: &Range<usize>) -> (usize, usize) {
        let same = |(one, other): &(char, char)| one == other;
        let before =
            folded[..range.start].chars().rev().zip(self.before.chars().rev()).take(MAX_CONTEXT_CHARS);
        let after = folded[range.end..].chars().zip(self.after.chars()).take(MAX_CONTEXT_CHARS);
        (before.take_while(same).count(), after.take_while(same).count())
    }

    /// The range to the edges of its words, where the words that are looked for were whole.
    fn widened(&self, folded: &str, range: Range<usize>) -> Range<usize> {
        let joins = |one: Option<char>, other: Option<char>| is_inner(one) && is_inner(other);
        let (mut start, mut end) = (range.start, range.end);
        if !joins(self.before.chars().next_back(), self.quote.chars().next()) {
            let word = folded[..start].char_indices().rev().map(|(at, _)| at).take(MAX_WORD_CHARS);
            let places = std::iter::once(start).chain(word);
            start = places.into_iter().find(|at| !is_within_word(folded, *at)).unwrap_or(start);
        }
        if !joins(self.quote.chars().next_back(), self.after.chars().next()) {
            let word =
                folded[end..].char_indices().map(|(at, c)| end + at + c.len_utf8()).take(MAX_WORD_CHARS);
            let places = std::iter::once(end).chain(word);
            end = places.into_iter().find(|at| !is_within_word(folded, *at)).unwrap_or(end);
        }
        start..end
    }

    /// The words with what stood before them, and with what stood after them, and by how many bytes they begin later; first with
    /// much of it, then with less.
    fn with_context(&self) -> impl Iterator<Item = (String, usize)> + '_ {
        CONTEXT_CHARS.into_iter().flat_map(|characters| {
            let before =
                self.before.char_indices().rev().nth(characters - 1).map(|(at, _)| &self.before[at..]);
            let before = before.map(|before| (format!("{before}{}", self.quote), before.len()));
            let after = self.after.char_indices().nth(characters - 1).map(|(at, c)| at + c.len_utf8());
            let after = after.map(|end| (format!("{}{}", self.quote, &self.after[..end]), 0));
            before.into_iter().chain(after)
        })
    }

    /// The last characters before, and the first after the words, where there are enough of them.
    fn edges(&self) -> Option<(&str, &str)> {
        let first = self.before.char_indices().rev().nth(EDGE_CHARS - 1)?.0;
        let last = self.after.char_indices().nth(EDGE_CHARS)?.0;
        Some((&self.before[first..], &self.after[..last]))
    }
}

/// Candidates for each, the likeliest first; nothing where it was stopped.
pub(super) fn find(
    wanted: &[Wanted],
    new: &Folded<'_>,
    text: &SourceText,
    go_on: GoOn<'_>,
) -> Option<Vec<Vec<Span>>> {
    if wanted.is_empty() {
        return Some(Vec::new());
    }
    let folded = new.as_str();
    let all = || std::iter::once(0..folded.len());
    let edges = wanted.iter().filter_map(Wanted::edges).flat_map(|(before, after)| [before, after]);
    let words = wanted.iter().map(|wanted| wanted.quote.as_str()).chain(edges);
    let places = Occurrences::new(folded, all(), words, go_on)?;
    let common = |wanted: &&Wanted| !wanted.quote.is_empty() && places.of(&wanted.quote).is_none();
    let with_context: Vec<String> =
        wanted.iter().filter(common).flat_map(Wanted::with_context).map(|(words, _)| words).collect();
    let places_in_context = Occurrences::new(folded, all(), with_context.iter().map(String::as_str), go_on)?;
    let of = |(at, wanted): (usize, &Wanted)| {
        if at.is_multiple_of(ITEMS_PER_QUESTION) && !go_on() {
            return None;
        }
        let mut ranges = match places.of(&wanted.quote) {
            Some(places) => same_words(wanted, folded, places),
            None => common_words(wanted, folded, &places_in_context),
        };
        let hull = wanted.hull.clone().filter(|hull| total(wanted.around(folded, hull)) >= MIN_CONTEXT_CHARS);
        let changed = hull.or_else(|| between(wanted, &places));
        ranges.extend(changed.filter(|range| is_like(wanted, range)));
        let mut spans: Vec<Span> = Vec::new();
        for range in ranges {
            let range = wanted.widened(folded, range);
            let span = new.range_to_raw(range).and_then(|raw| clusters(text, raw));
            spans.extend(span.filter(|span| !spans.contains(span)));
        }
        spans.truncate(MAX_CANDIDATES);
        Some(spans)
    };
    wanted.iter().enumerate().map(of).collect()
}

const fn total((before, after): (usize, usize)) -> usize {
    before + after
}

/// Where the same words stand among what stood around them, those with the most of it on both sides first.
fn same_words(wanted: &Wanted, folded: &str, places: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut found: Vec<_> = places
        .map(|at| at..at + wanted.quote.len())
        .map(|range| (wanted.around(folded, &range), range))
        .collect();
    let is_telling = found.len() == 1 && wanted.quote.chars().nth(MIN_TELLING_CHARS - 1).is_some();
    found.retain(|(around, _)| is_telling || total(*around) >= MIN_CONTEXT_CHARS);
    found
        .sort_by_key(|((before, after), range)| (std::cmp::Reverse((1 + before) * (1 + after)), range.start));
    found.truncate(MAX_CANDIDATES);
    found.into_iter().map(|(_, range)| range).collect()
}

/// Candidates for words that are too common to be gone through: with some of what stood on one side of them they may be rare enough.
fn common_words(wanted: &Wanted, folded: &str, places: &Occurrences<'_>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for (words, before) in wanted.with_context() {
        all.extend(places.of(&words).into_iter().flatten().map(|at| at + before));
        if all.len() >= MAX_CANDIDATES {
            break;
        }
    }
    all.sort_unstable();
    all.dedup();
    same_words(wanted, folded, all.into_iter())
}

/// What stands between what stood before the words and what stood after them, where both are there once.
fn between(wanted: &Wanted, places: &Occurrences<'_>) -> Option<Range<usize>> {
    let (before, after) = wanted.edges()?;
    let start = places.only(before)? + before.len();
    let end = places.only(after)?;
    (start < end).then_some(start..end)
}

/// Whether a range is of a length that the words may have been changed to.
fn is_like(wanted: &Wanted, range: &Range<usize>) -> bool {
    !range.is_empty() && range.len() <= wanted.quote.len() * MAX_GROWTH.0 + MAX_GROWTH.1
}

/// The range as a span of whole clusters, without blanks and punctuation at its edges where the words would have none.
fn clusters(text: &SourceText, raw: Range<usize>) -> Option<Span> {
    let (start, end) = (ceil(text.as_str(), raw.start), floor(text.as_str(), raw.end));
    let span =
        Span::of_clusters(text, ByteOffset::new(start), ByteOffset::new(end)).filter(|_| start < end)?;
    if text.slice(span).trim() == text.slice(span) { Some(span) } else { trim_punctuation(text, span) }
}

/// Whether a character is one that words are made of.
fn is_inner(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_alphanumeric() || is_mark(c))
}

fn is_mark(character: char) -> bool {
    // Vowel signs that are not letters by themselves, as viramas and nuktas, belong to the word all the same.
    !character.is_ascii() && !character.is_whitespace() && !character.is_alphanumeric() && {
        let mut buffer = [0; 4];
        // Joined to a letter, a mark makes no cluster of its own.
        let joined = format!("a{}", character.encode_utf8(&mut buffer));
        joined.graphemes(true).count() == 1
    }
}

/// Whether a place is between two characters of one word.
pub(super) fn is_within_word(text: &str, at: usize) -> bool {
    is_inner(text[..at].chars().next_back()) && is_inner(text[at..].chars().next())
}
