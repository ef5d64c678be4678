//! Trimming punctuation and white space off a selection: they are never part of a name or a claim.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{ByteOffset, SourceText, Span};

/// Drops white space, quotes, brackets, dandas and closing punctuation from both ends of `span`, whole clusters
/// at a time; nothing if nothing else is in it.
///
/// A full stop stays where it belongs to the word (`U.S.`, `डॉ.` inside), and a currency or number sign stays.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, Span, trim_punctuation};
/// let trimmed = |words: &str| {
///     let text = SourceText::new(words);
///     let span = Span::new(&text, ByteOffset::new(0), text.end()).ok()?;
///     trim_punctuation(&text, span).map(|span| text.slice(span).to_owned())
/// };
/// assert_eq!(trimmed("“दिल्ली में।”").as_deref(), Some("दिल्ली में"));
/// assert_eq!(trimmed("(the U.S.),").as_deref(), Some("the U.S."));
/// assert_eq!(trimmed(" – "), None);
/// ```
#[must_use]
pub fn trim_punctuation(text: &SourceText, span: Span) -> Option<Span> {
    let slice = text.slice(span);
    let (mut start, mut end) = (0, slice.len());
    for cluster in slice.graphemes(true) {
        if !is_trimmed(cluster) {
            break;
        }
        start += cluster.len();
    }
    for cluster in slice.graphemes(true).rev() {
        if end <= start || !is_trimmed(cluster) || is_abbreviation(&slice[start..end]) {
            break;
        }
        end -= cluster.len();
    }
    let at = |n: usize| ByteOffset::new(span.start().get() + n);
    Span::new(text, at(start), at(end)).ok()
}

fn is_trimmed(cluster: &str) -> bool {
    cluster.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | '…' | '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '{' | '}'
                    | '«' | '»' | '‹' | '›' | '‘'..='‟' | '।' | '॥' | '۔' | '،' | '؛' | '؟' | '–' | '—' | '-'
                    | '。' | '、' | '「'..='』' | '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                    | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            )
    })
}

/// Single letters each with a full stop, as in `U.S.` or `ए.पी.जे.`: the last full stop is part of the name.
fn is_abbreviation(slice: &str) -> bool {
    let word = slice.rsplit(char::is_whitespace).next().unwrap_or_default();
    let parts: Vec<&str> = word.split_terminator('.').collect();
    word.ends_with('.')
        && parts.len() > 1
        && parts.iter().all(|p| !p.is_empty() && p.graphemes(true).count() <= 2)
}
