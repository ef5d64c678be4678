//! Steps of a caret through a text that changes under it: edges of clusters and of words, looked for only near the place.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::words::{is_word, words};

/// Words are looked for this near: no word reaches further.
const NEAR_BYTES: usize = 1024;

/// Whether a cluster begins or ends at `at`, a byte of `text` (UAX #29).
///
/// ```
/// # use tippani_core::text::is_cluster_edge;
/// assert!(!is_cluster_edge("क्षय", 6), "between the halves of a conjunct");
/// assert!(is_cluster_edge("क्षय", 9));
/// ```
#[must_use]
pub fn is_cluster_edge(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The next edge of a cluster behind `at`, or the end.
///
/// ```
/// # use tippani_core::text::cluster_edge_after;
/// assert_eq!(cluster_edge_after("क्षय", 0), 9);
/// assert_eq!(cluster_edge_after("क्षय", 12), 12);
/// ```
#[must_use]
pub fn cluster_edge_after(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let next = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    next.ok().flatten().unwrap_or(text.len())
}

/// The last edge of a cluster before `at`, or the start.
///
/// ```
/// # use tippani_core::text::cluster_edge_before;
/// assert_eq!(cluster_edge_before("क्षय", 12), 9);
/// assert_eq!(cluster_edge_before("क्षय", 6), 0);
/// ```
#[must_use]
pub fn cluster_edge_before(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at.min(text.len()));
    let previous = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    previous.ok().flatten().unwrap_or(0)
}

/// Where the first word ends that ends behind `at`, as [`super::words`] finds words; the end where there is none.
///
/// ```
/// # use tippani_core::text::word_end_after;
/// assert_eq!(word_end_after("पुल, गिरा", 0), 9);
/// assert_eq!(word_end_after("पुल, गिरा", 9), 23);
/// ```
#[must_use]
pub fn word_end_after(text: &str, at: usize) -> usize {
    let mut from = text.floor_char_boundary(at);
    loop {
        let (start, near) = near(text, from);
        let found =
            words(near).into_iter().find(|word| start + word.end > at && is_word(&near[word.clone()]));
        let end = start + near.len();
        match found {
            // What is looked at ends within it.
            Some(word) if start + word.end == end && end < text.len() && start + word.start > from => {
                from = start + word.start;
            }
            Some(word) => return edge_from(text, start + word.end),
            None if end >= text.len() => return text.len(),
            None => from = end,
        }
    }
}

/// Where the last word begins that begins before `at`; the start where there is none.
///
/// ```
/// # use tippani_core::text::word_start_before;
/// assert_eq!(word_start_before("पुल, गिरा", 23), 11);
/// assert_eq!(word_start_before("पुल, गिरा", 11), 0);
/// ```
#[must_use]
pub fn word_start_before(text: &str, at: usize) -> usize {
    let mut from = text.floor_char_boundary(at);
    loop {
        let (start, near) = near(text, from);
        let mut all = words(near).into_iter();
        let found = all.rfind(|word| start + word.start < at && is_word(&near[word.clone()]));
        match found {
            Some(word) => return edge_to(text, start + word.start),
            None if start == 0 => return 0,
            None => from = start,
        }
    }
}

/// The word that a double click takes at `at`: the one there or the one that ends there, else the cluster there.
///
/// ```
/// # use tippani_core::text::word_at;
/// assert_eq!(word_at("पुल, गिरा", 3), 0..9);
/// assert_eq!(word_at("पुल, गिरा", 9), 0..9);
/// assert_eq!(word_at("पुल, गिरा", 10), 10..11);
/// ```
#[must_use]
pub fn word_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let (start, near) = near(text, at);
    let local = at - start;
    let all: Vec<Range<usize>> =
        words(near).into_iter().filter(|word| is_word(&near[word.clone()])).collect();
    let found =
        all.iter().find(|word| word.contains(&local)).or_else(|| all.iter().find(|word| word.end == local));
    match found {
        Some(word) => edge_to(text, start + word.start)..edge_from(text, start + word.end),
        None if at == text.len() => cluster_edge_before(text, at)..at,
        None => edge_to(text, at)..cluster_edge_after(text, at),
    }
}

/// What stands around a place, from a blank or the start on, and where that begins.
fn near(text: &str, at: usize) -> (usize, &str) {
    let mut from = text.floor_char_boundary(at.saturating_sub(NEAR_BYTES));
    if from > 0 {
        from += text[from..at].find(char::is_whitespace).unwrap_or(0);
    }
    let to = text.ceil_char_boundary((at + NEAR_BYTES).min(text.len()));
    (from, &text[from..to])
}

fn edge_from(text: &str, at: usize) -> usize {
    if is_cluster_edge(text, at) { at } else { cluster_edge_after(text, at) }
}

fn edge_to(text: &str, at: usize) -> usize {
    if is_cluster_edge(text, at) { at } else { cluster_edge_before(text, at) }
}
