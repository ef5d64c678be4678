//! Words: what a double click takes, what edges of a selection snap to, and the tokens of exports.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::{is_letter, keeps_full_stop};
use super::address::address_end;
use super::pieces::pieces;

/// The words of a text, white space left out; what is no word is a token of its own.
///
/// Words are those of UAX #29, with what annotators of news expect where it says otherwise or nothing:
/// - Chinese, Japanese, Thai, Lao, Khmer and Burmese are divided by the dictionaries of ICU.
/// - A closing quotation mark ends a word, though letters are glued to it (`સમાચાર’એ`); the English `’s` is a token.
/// - Hyphens join (`सुक-योल`, `COVID-19`), as do `/` and `:` between digits and `&` between capitals.
/// - A full stop belongs to its abbreviation (`U.S.`, `डॉ.`, `ए.पी.जे.`), as does the abbreviation sign (`एस॰`).
/// - An address of the Web or of mail is one token.
///
/// A combining mark after a blank is one word with it; the blank is none.
///
/// ```
/// # use tippani_core::text::words;
/// let text = "डॉ. आशा, 3.5 km; Modi’s COVID-19";
/// let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
/// assert_eq!(found, ["डॉ.", "आशा", ",", "3.5", "km", ";", "Modi", "’s", "COVID-19"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Range<usize>> {
    let pieces = pieces(text);
    let mut words: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    let mut next = 0;
    while let Some(piece) = pieces.get(next) {
        let start = piece.start;
        let end = address_end(text, start).unwrap_or_else(|| compound_end(text, &pieces[next..]));
        next += 1;
        while pieces.get(next).is_some_and(|piece| piece.start < end) {
            next += 1;
        }
        // An address may end within a piece.
        let cut = pieces[next - 1].end;
        words.push(start..end);
        if cut > end {
            words.extend(rest(text, end..cut));
        }
    }
    words
}

/// The words of what an address leaves of the last piece it reaches into.
fn rest(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let shifted = pieces(&text[range.clone()]).into_iter();
    shifted.map(|piece| piece.start + range.start..piece.end + range.start).collect()
}

/// Where the word ends that begins with the first of some pieces.
fn compound_end(text: &str, pieces: &[Range<usize>]) -> usize {
    let mut end = pieces[0].end;
    if !is_word(&text[pieces[0].clone()]) {
        return end;
    }
    let start = pieces[0].start;
    let mut rest = &pieces[1..];
    while let Some(sign) = rest.first().filter(|sign| sign.start == end) {
        let after = rest.get(1).filter(|after| after.start == sign.end).map(|after| &text[after.clone()]);
        let taken = match &text[sign.clone()] {
            "॰" | "૰" => 1 + usize::from(after.is_some_and(is_word)),
            "-" | "‐" | "‑" if after.is_some_and(is_word) => 2,
            "/" | ":" if ends_in_digit(&text[start..end]) && after.is_some_and(begins_with_digit) => 2,
            "&" if is_capitals(&text[start..end]) && after.is_some_and(is_capitals) => 2,
            "۔" if is_urdu_initials(&text[start..end], after, &text[sign.end..]) => {
                1 + usize::from(after.is_some_and(is_word))
            }
            "." => {
                let word = last_part(&text[start..end]);
                if keeps_full_stop(word, &text[sign.end..]) {
                    return sign.end;
                }
                return end;
            }
            _ => return end,
        };
        end = rest[taken - 1].end;
        rest = &rest[taken..];
    }
    end
}

/// What stands after the last hyphen of a word.
fn last_part(word: &str) -> &str {
    word.rsplit(['-', '‐', '‑']).next().unwrap_or(word)
}

/// Initials in Urdu, where the full stop is `۔`: before another initial, after one, or before a name.
fn is_urdu_initials(word: &str, after: Option<&str>, behind: &str) -> bool {
    let last = word.rsplit('۔').next().unwrap_or(word);
    let is_followed = || after.is_some_and(is_letter) || keeps_full_stop(last, behind);
    is_letter(last) && (word.contains('۔') || is_followed())
}

/// Whether a piece is a word or a number, and not punctuation, a sign or blanks.
pub(super) fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn ends_in_digit(word: &str) -> bool {
    word.chars().next_back().is_some_and(char::is_numeric)
}

fn begins_with_digit(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_numeric)
}

fn is_capitals(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// What a double click may take at a byte of a text: the word there, then what is narrower or wider, each once.
///
/// Narrower is a part of a compound or an abbreviation without its full stop; wider is the word with what is glued to it,
/// up to blanks and punctuation. Nothing where no word is.
pub(super) fn choices(text: &str, at: usize) -> Vec<Range<usize>> {
    let all = words(text);
    let n = all.partition_point(|word| word.end <= at);
    let Some(word) = all.get(n).filter(|word| word.contains(&at) && is_word(&text[(*word).clone()])) else {
        return Vec::new();
    };
    let mut choices = vec![word.clone()];
    let parts = text[word.clone()].split_word_bound_indices();
    let part = parts
        .map(|(from, part)| word.start + from..word.start + from + part.len())
        .find(|part| part.contains(&at));
    choices.extend(part.filter(|part| part != word && is_word(&text[part.clone()])));
    let touches = |pair: &[Range<usize>]| pair[0].end == pair[1].start;
    let is_glued = |word: &Range<usize>| {
        let word = &text[word.clone()];
        is_word(word) || matches!(word, "'" | "’" | "." | "/" | "&" | "@" | "_")
    };
    let (mut first, mut last) = (n, n);
    while first > 0 && touches(&all[first - 1..=first]) && is_glued(&all[first - 1]) {
        first -= 1;
    }
    while last + 1 < all.len() && touches(&all[last..=last + 1]) && is_glued(&all[last + 1]) {
        last += 1;
    }
    while first < n && !is_word(&text[all[first].clone()]) {
        first += 1;
    }
    while last > n && !is_word(&text[all[last].clone()]) {
        last -= 1;
    }
    let wide = all[first].start..all[last].end;
    if !choices.contains(&wide) {
        choices.push(wide);
    }
    choices
}
