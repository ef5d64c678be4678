//! Words as units that are counted.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// The words of a text (UAX #29), white space left out.
///
/// A combining mark after a blank is one word with it; the blank is none.
///
/// ```
/// # use tippani_core::text::words;
/// let text = "आशा, 3.5 km";
/// let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
/// assert_eq!(found, ["आशा", ",", "3.5", "km"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Range<usize>> {
    let all = text
        .split_word_bound_indices()
        .map(|(at, word)| at + word.len() - word.trim_start().len()..at + word.len());
    all.filter(|word| !word.is_empty()).collect()
}
