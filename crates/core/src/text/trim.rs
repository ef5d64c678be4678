//! Trimming punctuation and white space off a selection: they are never part of a name or a claim.

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::keeps_full_stop;
use super::{ByteOffset, SourceText, Span};

/// Drops white space, quotes, brackets, dandas and closing punctuation from both ends of `span`, whole clusters
/// at a time; nothing if nothing else is in it.
///
/// A full stop stays where it belongs to the word (`U.S.`, `डॉ.`), and a currency or number sign stays.
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
        let behind = || &text.as_str()[span.start().get() + end..];
        if end <= start
            || !is_trimmed(cluster)
            || (cluster == "." && is_abbreviation(&slice[start..end], behind()))
        {
            break;
        }
        end -= cluster.len();
    }
    let at = |n: usize| ByteOffset::new(span.start().get() + n);
    Span::new(text, at(start), at(end)).ok()
}

fn is_trimmed(cluster: &str) -> bool {
    cluster.chars().all(|c| c.is_whitespace() || c.is_control() || is_punctuation(c))
}

/// Whether a character opens, closes or divides what is said, in any script.
const fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '…' | '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '{' | '}' | '«' | '»' | '‹'
            | '›' | '‘'..='‟' | '–' | '—' | '-' | '‐' | '‑' | '―' | '¿' | '¡' | '·' | '•' | '|' | '‼'..='⁉' | '⸮'
            | '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Armenian, Hebrew, Arabic, Syriac, N'Ko
            | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '،' | '؛' | '؟' | '۔'
            | '\u{61e}' | '\u{700}'..='\u{70d}' | '\u{7f7}'..='\u{7f9}'
            // Indic, Sinhala, Thai, Tibetan
            | '।' | '॥' | '\u{df4}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}' | '\u{f08}' | '\u{f0b}'..='\u{f14}'
            // Burmese, Georgian, Ethiopic, Canadian, Khmer, Mongolian, Limbu
            | '\u{104a}'..='\u{104f}' | '\u{10fb}' | '\u{1361}'..='\u{1368}' | '\u{166e}' | '\u{17d4}'..='\u{17d6}'
            | '\u{17d8}'..='\u{17da}' | '\u{1800}'..='\u{180a}' | '\u{1944}' | '\u{1945}'
            // Balinese, Ol Chiki, Javanese, Meetei Mayek and others of their block
            | '\u{1aa8}'..='\u{1aab}' | '\u{1b5a}' | '\u{1b5b}' | '\u{1b5d}'..='\u{1b5f}' | '\u{1c3b}'..='\u{1c3f}'
            | '\u{1c7e}' | '\u{1c7f}' | '\u{a4fe}' | '\u{a4ff}' | '\u{a60d}'..='\u{a60f}' | '\u{a876}'..='\u{a877}'
            | '\u{a8ce}' | '\u{a8cf}' | '\u{a92f}' | '\u{a9c8}' | '\u{a9c9}' | '\u{aade}' | '\u{aadf}' | '\u{aaf0}'
            | '\u{aaf1}' | '\u{abeb}'
            // Chinese and Japanese
            | '、'..='〃' | '〈'..='】' | '〔'..='〟' | '・' | '！' | '＂' | '＇' | '（' | '）' | '，' | '．' | '：' | '；'
            | '？' | '［' | '］' | '｛' | '｝' | '～' | '｡'..='･' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe44}'
            | '\u{fe50}'..='\u{fe5e}'
    )
}

/// Whether the full stop at the end of `slice` is part of its last word, with `behind` the text after it.
fn is_abbreviation(slice: &str, behind: &str) -> bool {
    let word = slice.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.strip_suffix('.').is_some_and(|word| {
        let word = word.rsplit(['-', '‐', '‑', '(', '“', '‘', '"', '\'']).next().unwrap_or(word);
        keeps_full_stop(word, behind)
    })
}
