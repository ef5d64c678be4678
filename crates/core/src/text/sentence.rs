//! Sentences: those of UAX #29, joined where the full stop between two belongs to an abbreviation.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// Titles and the like: a name, a number or more of the title follows.
const TITLES: [&str; 46] = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "St",
    "Gen",
    "Col",
    "Maj",
    "Capt",
    "Lt",
    "Sgt",
    "Rev",
    "Hon",
    "Gov",
    "Sen",
    "Rep",
    "Pres",
    "vs",
    "Rs",
    "डॉ",
    "डा",
    "श्री",
    "श्रीमती",
    "सुश्री",
    "प्रो",
    "पं",
    "कु",
    "मो",
    "स्व",
    "रु",
    "रू",
    "ડૉ",
    "ડો",
    "શ્રી",
    "શ્રીમતી",
    "પ્રો",
    "સ્વ",
    "કુ",
    "રૂ",
    "রু",
    "ডা",
    "ড",
    "শ্রী",
    "মো",
    "ਡਾ",
];

/// What is followed by its number; before anything else the full stop ends the sentence.
const BEFORE_NUMBERS: [&str; 20] = [
    "No",
    "Nos",
    "Art",
    "Sec",
    "Fig",
    "Vol",
    "p",
    "pp",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "सं",
    "क्र",
];

/// The letters of the English alphabet as they are written in Devanagari and Gujarati, where they stand for a given name.
/// Those that are words too are left out: before another initial they count all the same.
const LETTER_NAMES: [&str; 42] = [
    "ए",
    "बी",
    "सी",
    "डी",
    "ई",
    "एफ",
    "एच",
    "आई",
    "जे",
    "एल",
    "एम",
    "एन",
    "ओ",
    "पी",
    "क्यू",
    "आर",
    "एस",
    "टी",
    "यू",
    "वी",
    "डब्ल्यू",
    "एक्स",
    "वाई",
    "જે",
    "એ",
    "બી",
    "સી",
    "ડી",
    "ઈ",
    "એફ",
    "એચ",
    "આઈ",
    "એલ",
    "એમ",
    "એન",
    "પી",
    "આર",
    "એસ",
    "ટી",
    "યુ",
    "વી",
    "ડબલ્યુ",
];

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
        if ends.last() == Some(&at) && goes_on(&text[start..at], sentence) {
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

/// Whether `next` belongs to the sentence that `before` seemed to be.
fn goes_on(before: &str, next: &str) -> bool {
    if before.ends_with(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return false;
    }
    let Some(word) = last_word(before) else { return false };
    let follows = |wanted: fn(char) -> bool| next.chars().next().is_some_and(wanted);
    TITLES.contains(&word)
        || LETTER_NAMES.contains(&word)
        || (BEFORE_NUMBERS.contains(&word) && follows(char::is_numeric))
        || is_initial(word)
        || (is_one_cluster(word) && next.trim_end().strip_suffix('.').is_some_and(is_one_cluster))
        || has_inner_full_stops(word)
}

/// The word before the full stop that a stretch ends with, without what opens before it.
fn last_word(sentence: &str) -> Option<&str> {
    let sentence = sentence.trim_end().strip_suffix('.')?;
    let word = sentence.rsplit(char::is_whitespace).next()?;
    let word = word.trim_start_matches(['(', '[', '{', '“', '‘', '"', '\'', '«', '—', '–']);
    (!word.is_empty()).then_some(word)
}

/// A capital letter, as before a family name.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn is_one_cluster(word: &str) -> bool {
    word.graphemes(true).count() == 1 && word.chars().all(|c| !c.is_numeric())
}

/// `U.S`, `ए.पी.जे`: short parts, each with its full stop.
fn has_inner_full_stops(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_part = |part: &&str| (1..=2).contains(&part.graphemes(true).count());
    parts.len() > 1 && parts.iter().all(is_part) && word.chars().all(|c| !c.is_numeric())
}
