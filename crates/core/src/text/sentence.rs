//! Sentences: those of UAX #29, joined where the full stop between two belongs to an abbreviation, a number or an address.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::{goes_on, is_initials, is_letter};
use super::words::words;

/// Where the sentences of a text end, in bytes; the last where the text does. White space after a sentence belongs to it.
///
/// ```
/// # use tippani_core::text::sentence_ends;
/// let text = "Dr. Rao met A. Shah of the U.S. Army. डॉ. राव गए। શ્રી. શાહ આવ્યા. તે ગયા.";
/// let mut start = 0;
/// let sentences: Vec<&str> = sentence_ends(text)
///     .into_iter()
///     .map(|end| text[std::mem::replace(&mut start, end)..end].trim_end())
///     .collect();
/// assert_eq!(sentences, ["Dr. Rao met A. Shah of the U.S. Army.", "डॉ. राव गए।", "શ્રી. શાહ આવ્યા.", "તે ગયા."]);
/// ```
#[must_use]
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut start = 0;
    for (at, sentence) in text.split_sentence_bound_indices() {
        if ends.last() == Some(&at) && is_one_sentence(text, start, at) {
            ends.pop();
        } else {
            start = at;
        }
        ends.push(at + sentence.len());
    }
    ends
}

/// The sentence that holds a byte of a text, its white space included; the last one at the end.
pub(super) fn sentence_at(text: &str, at: usize) -> Option<Range<usize>> {
    let ends = sentence_ends(text);
    let n = ends.partition_point(|end| *end <= at).min(ends.len().checked_sub(1)?);
    let start = n.checked_sub(1).map_or(0, |before| ends[before]);
    Some(start..ends[n])
}

/// Whether what stands behind `at` belongs to the sentence that `start..at` seemed to be.
fn is_one_sentence(text: &str, start: usize, at: usize) -> bool {
    let (before, next) = (&text[start..at], &text[at..]);
    if before.ends_with(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        return false;
    }
    if before.ends_with(['.', '?', '!', ':']) && is_within_word(text, at) {
        return true;
    }
    let Some((word, stop)) = last_word(before) else { return false };
    if stop == '۔' {
        let is_before_initial = || next.split(['۔', '.', ' ']).next().is_some_and(is_letter);
        return is_letter(word) && (is_before_initial() || is_after_initial(before, word));
    }
    goes_on(word, next) || is_number_of_item(before) || goes_on_after_initials(word, next)
}

/// An initial, its full stop and what divides it from the next one are within so many bytes.
const INITIAL_WINDOW_BYTES: usize = 64;

/// Whether another initial with its full stop stands directly before `word`, which `before` ends with, and its full stop.
fn is_after_initial(before: &str, word: &str) -> bool {
    let Some(rest) = before.trim_end().strip_suffix('۔').and_then(|rest| rest.strip_suffix(word)) else {
        return false;
    };
    let near = &rest[rest.floor_char_boundary(rest.len().saturating_sub(INITIAL_WINDOW_BYTES))..];
    last_word(near).is_some_and(|(word, stop)| stop == '۔' && is_letter(word))
}

/// No word reaches further than this around a place where a sentence may end, in bytes.
const WORD_WINDOW_BYTES: usize = 512;

/// Whether a place is within a word: an address, a date, an abbreviation with inner full stops.
fn is_within_word(text: &str, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(WORD_WINDOW_BYTES));
    let from = text[from..at].rfind(char::is_whitespace).map_or(from, |n| from + n);
    let to = text.floor_char_boundary((at + WORD_WINDOW_BYTES).min(text.len()));
    let to = text[at..to].find(char::is_whitespace).map_or(to, |n| at + n);
    words(&text[from..to]).iter().any(|word| from + word.start < at && at < from + word.end)
}

/// The word before the full stop that a stretch ends with, without what opens before it; and the full stop.
fn last_word(sentence: &str) -> Option<(&str, char)> {
    let sentence = sentence.trim_end();
    let stop = sentence.chars().next_back().filter(|c| matches!(c, '.' | '۔'))?;
    let word = sentence[..sentence.len() - stop.len_utf8()].rsplit(char::is_whitespace).next()?;
    let word = word.trim_start_matches(['(', '[', '{', '“', '‘', '"', '\'', '«', '—', '–']);
    // Of `पूर्व-डॉ` and `5.डॉ` the abbreviation is what stands last.
    let word = if is_initials(word) { word } else { word.rsplit(['-', '–', '۔']).next()? };
    (!word.is_empty()).then_some((word, stop))
}

/// `1. ` before the item of a list.
fn is_number_of_item(before: &str) -> bool {
    let number = before.trim();
    number.len() <= 8
        && number.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.chars().all(char::is_numeric))
}

/// Whether initials that may end a sentence are followed by what begins none.
fn goes_on_after_initials(word: &str, next: &str) -> bool {
    is_initials(word) && next.trim_start().starts_with([',', ';', ':', '-', '–', '—', ')'])
}
