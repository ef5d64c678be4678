//! Finding words as a reader means them: whatever way they are encoded, cased, pointed or joined.

mod decompose;
mod fold;
mod letters;
mod rules;
mod source_map;

pub use fold::Fold;
pub(super) use letters::decimal;
pub use rules::{FoldRule, Folding};

use std::ops::Range;

use memchr::memmem;

use crate::text::{ByteOffset, SourceText, Span};
use decompose::combining_class;
use fold::JOINT;
use source_map::Lookup;

/// A text as find compares it, with one blank between words and none at the ends: the form of a mention.
///
/// ```
/// # use tippani_core::analysis::folded;
/// assert_eq!(folded(" ज़िला\u{200d}  ૧ "), folded("ज\u{93c}िला 1"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let folded = Fold::new(text, Folding::default());
    let words = folded.text().split(|c: char| c.is_whitespace() || c == JOINT);
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where `query` stands in `text`, as whole clusters, left to right and apart; at most `limit` places.
///
/// `query` is folded as `folded` was. A place is none where a mark follows that is told apart: without
/// [`FoldRule::Diacritics`] `Sanchez` is not found in `Sánchez`, nor `e` in `é`.
///
/// ```
/// # use tippani_core::analysis::{Fold, FoldRule, Folding, find};
/// # use tippani_core::text::SourceText;
/// let text = SourceText::new("क़लम, क\u{93c}लम, कलम, COVID ૧૯");
/// let folded = Fold::new(text.as_str(), Folding::default());
/// assert_eq!(find(&text, &folded, "क़लम", 10).len(), 3, "in whichever way the letter is encoded, and without its dot");
/// let found = find(&text, &folded, "covid 19", 10);
/// assert_eq!(text.slice(found[0]), "COVID ૧૯");
/// let strict = Fold::new(text.as_str(), Folding::default().with(FoldRule::Nukta, false));
/// assert_eq!(find(&text, &strict, "क़लम", 10).len(), 2);
/// ```
#[must_use]
pub fn find(text: &SourceText, folded: &Fold, query: &str, limit: usize) -> Vec<Span> {
    let needle = Fold::new(query.trim(), folded.folding());
    let needle = needle.text().trim_matches(' ');
    let mut spans: Vec<Span> = Vec::new();
    if needle.is_empty() {
        return spans;
    }
    let is_joined = folded.folding().has(FoldRule::Joiners)
        && (needle.contains(JOINT) || (folded.has_joints() && needle.chars().any(letters::is_arabic)));
    let mut sources = folded.sources();
    let mut keep = |start: usize, end: usize| {
        if !has_mark_after(folded.text(), end) {
            let span = folded.span(text, &mut sources, start..end);
            spans.extend(span.filter(|s| spans.last().is_none_or(|l| l.end() <= s.start())));
        }
        spans.len() < limit
    };
    if is_joined {
        let mut from = 0;
        while let Some((start, end)) = next_joined(folded.text(), needle, from) {
            from = end;
            if !keep(start, end) {
                break;
            }
        }
    } else {
        // Quicker than the standard library's where, as in Chinese, every letter begins with one of a few bytes.
        let mut found = memmem::find_iter(folded.text().as_bytes(), needle);
        let _ = limit > 0 && found.all(|at| keep(at, at + needle.len()));
    }
    spans
}

/// Whether what stands at a place of folded text is a mark of the letter before it.
fn has_mark_after(folded: &str, at: usize) -> bool {
    folded[at..].chars().next().is_some_and(|c| !matches!(combining_class(c), 0 | 9))
}

/// The next place from `from` on where a [`JOINT`] of either may be a blank, or nothing, in the other.
fn next_joined(text: &str, needle: &str, mut from: usize) -> Option<(usize, usize)> {
    let first = needle.chars().find(|c| *c != JOINT)?;
    loop {
        let start = from + text[from..].find(first)?;
        if let Some(length) = joined_length(&text[start..], needle) {
            return Some((start, start + length));
        }
        from = start + first.len_utf8();
    }
}

/// How much of the start of `text` is `needle`, in bytes.
fn joined_length(text: &str, needle: &str) -> Option<usize> {
    let (mut text_chars, mut needle_chars) = (text.chars().peekable(), needle.chars().peekable());
    let mut length = 0;
    while let Some(&wanted) = needle_chars.peek() {
        let is = text_chars.peek().copied();
        let takes_text = is == Some(wanted) || is == Some(JOINT) || (wanted == JOINT && is == Some(' '));
        let takes_needle = is == Some(wanted) || wanted == JOINT || (wanted == ' ' && is == Some(JOINT));
        if !takes_text && !takes_needle {
            return None;
        }
        if takes_text {
            length += text_chars.next().map_or(0, char::len_utf8);
        }
        if takes_needle {
            needle_chars.next();
        }
    }
    Some(length)
}

impl Fold {
    /// The clusters of the source that a stretch of folded text was made of.
    fn span(&self, text: &SourceText, sources: &mut Lookup<'_>, folded: Range<usize>) -> Option<Span> {
        let start = sources.source(folded.start);
        let last = sources.source(self.text().floor_char_boundary(folded.end - 1));
        // More may follow that comes from the same character; the end of the text comes from its own end.
        let behind = self.text()[folded.end..].char_indices().map(|(at, _)| folded.end + at);
        let behind = behind.chain([self.text().len()]);
        let end = behind.map(|at| sources.source(at)).find(|source| *source > last);
        Span::of_clusters(text, ByteOffset::new(start), end.map_or(text.end(), ByteOffset::new))
    }
}
