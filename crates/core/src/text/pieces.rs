//! The smallest words of a text, before any are joined.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::{is_last_word, is_short_part, is_title};

/// The pieces of a text in order, white space left out: words of UAX #29, divided where a dictionary, a quotation mark or a
/// full stop between two sentences divides them.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(text.len() / 8);
    let mut run: Option<Range<usize>> = None;
    for (at, word) in text.split_word_bound_indices() {
        let end = at + word.len();
        if word.chars().next().is_some_and(has_no_blanks) {
            run = Some(run.map_or(at, |run| run.start)..end);
            continue;
        }
        if let Some(run) = run.take() {
            divide(text, run, &mut pieces);
        }
        let start = end - word.trim_start().len();
        if start < end {
            cut(text, start..end, &mut pieces);
        }
    }
    if let Some(run) = run {
        divide(text, run, &mut pieces);
    }
    pieces
}

/// Whether a character is of a script that is written without blanks between words.
///
/// They are of Unicode's line breaking class `SA`, and those of Chinese and Japanese.
pub(super) const fn has_no_blanks(c: char) -> bool {
    matches!(
        c as u32,
        0xe01..=0xe3a
            | 0xe40..=0xe4e
            | 0xe81..=0xebd
            | 0xec0..=0xece
            | 0xedc..=0xedf
            | 0x1000..=0x103f
            | 0x1050..=0x108f
            | 0x109a..=0x109f
            | 0x1780..=0x17d3
            | 0x17d7
            | 0x17dc..=0x17dd
            | 0x1950..=0x19df
            | 0x1a20..=0x1aad
            | 0x3005..=0x3007
            | 0x3041..=0x309f
            | 0x30a1..=0x30fa
            | 0x30fc..=0x30ff
            | 0x31f0..=0x31ff
            | 0x3400..=0x4dbf
            | 0x4e00..=0x9fff
            | 0xa9e0..=0xa9ef
            | 0xa9fa..=0xa9fe
            | 0xaa60..=0xaac2
            | 0xaadb..=0xaadf
            | 0xf900..=0xfaff
            | 0xff66..=0xff9f
            | 0x11700..=0x1173f
            | 0x20000..=0x323af
    )
}

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// A run longer than this is divided in parts: it is not speech.
const MAX_RUN_BYTES: usize = 64 * 1024;

/// Divides a run of text without blanks by dictionary; where there is none for its script it stays whole.
fn divide(text: &str, run: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let mut from = run.start;
    while from < run.end {
        let to = text.floor_char_boundary((from + MAX_RUN_BYTES).min(run.end));
        let mut start = from;
        for end in SEGMENTER.segment_str(&text[from..to]).map(|end| from + end) {
            if end > start {
                pieces.push(start..end);
                start = end;
            }
        }
        from = to;
    }
}

/// Cuts a word of UAX #29 at the marks within it that end a word all the same.
fn cut(text: &str, word: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let mut start = word.start;
    let inner = text[word.clone()].char_indices().skip(1).map(|(n, c)| (word.start + n, c));
    for (at, c) in inner.filter(|(_, c)| matches!(c, '\'' | '’' | '‘' | '.')) {
        let after = at + c.len_utf8();
        if after >= word.end || at <= start {
            continue;
        }
        let (before, behind) = (&text[start..at], &text[after..word.end]);
        match c {
            '.' if is_title(before) && !is_short_part(first_part(behind)) => {
                pieces.push(start..after);
                start = after;
            }
            '.' if ends_sentence(before, behind) => {
                pieces.extend([start..at, at..after]);
                start = after;
            }
            '.' => {}
            _ if is_possessive(before, behind) => {
                pieces.push(start..at);
                start = at;
            }
            _ if !is_apostrophe(before, behind) => {
                pieces.extend([start..at, at..after]);
                start = after;
            }
            _ => {}
        }
    }
    pieces.push(start..word.end);
}

fn first_part(word: &str) -> &str {
    word.split('.').next().unwrap_or(word)
}

/// Whether a full stop without a blank after it ends a sentence: `गया.तीन`, `left.The`, but not `ए.पी.जे`, `U.S` or `example.in`.
fn ends_sentence(before: &str, behind: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or(before);
    let mut first = behind.chars();
    if last.is_ascii() {
        let is_capitalised =
            first.next().is_some_and(char::is_uppercase) && first.next().is_some_and(char::is_lowercase);
        return last.len() > 2 && last.ends_with(|c: char| c.is_ascii_lowercase()) && is_capitalised;
    }
    is_last_word(last)
        || (!is_short_part(last)
            && last.chars().all(|c| !c.is_numeric())
            && first.next().is_some_and(char::is_alphabetic))
}

/// The English genitive.
fn is_possessive(before: &str, behind: &str) -> bool {
    matches!(behind, "s" | "S") && before.chars().next_back().is_some_and(is_of_apostrophes)
}

/// Whether an apostrophe between two letters is part of the word: `O’Brien`, `об’єкт`; elsewhere it is a quotation mark.
fn is_apostrophe(before: &str, behind: &str) -> bool {
    before.chars().next_back().is_some_and(is_of_apostrophes)
        && behind.chars().next().is_some_and(is_of_apostrophes)
}

/// Whether a letter is of a script that writes apostrophes in words: Latin, Greek, Cyrillic, Armenian, Hebrew, Georgian, Ethiopic.
const fn is_of_apostrophes(c: char) -> bool {
    matches!(c as u32, 0x41..=0x5f4 | 0x10a0..=0x10ff | 0x1200..=0x137f | 0x1e00..=0x1fff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff)
}
