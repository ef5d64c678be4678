//! Steps through text: grapheme clusters, words and sentences of UAX #29.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use super::sentence::sentence_at;
use super::words::{choices, is_word, words};
use super::{ByteOffset, SourceText, Span, trim_punctuation};

/// What a selection snaps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Granularity {
    /// Extended grapheme clusters, Indic conjuncts whole (UAX #29, `GB9c`).
    Cluster,
    /// Words as [`super::words`] finds them.
    Word,
    /// Sentences (UAX #29; a danda ends one, an abbreviation does not).
    Sentence,
    /// The whole paragraph.
    Paragraph,
}

/// Whether a caret may stand at `offset`: an extended grapheme cluster boundary.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, is_grapheme_boundary};
/// let text = SourceText::new("क्षय");
/// assert!(!is_grapheme_boundary(&text, ByteOffset::new(6)), "between the halves of a conjunct");
/// assert!(is_grapheme_boundary(&text, ByteOffset::new(9)));
/// ```
#[must_use]
pub fn is_grapheme_boundary(text: &SourceText, offset: ByteOffset) -> bool {
    if !text.is_char_boundary(offset) {
        return false;
    }
    let (before, after) = text.as_str().split_at(offset.get());
    if let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next())
        && is_apart(before, after)
    {
        return true;
    }
    let mut cursor = GraphemeCursor::new(offset.get(), text.as_str().len(), true);
    cursor.is_boundary(text.as_str(), 0).unwrap_or(true)
}

/// Whether a cluster boundary certainly lies between two characters, whatever stands around them. A fast path for letters and
/// blanks that needs no table; `false` means unknown.
fn is_apart(before: char, after: char) -> bool {
    match after {
        // No rule of UAX #29 joins these to what stands before, but to a prefix: Arabic signs and a sign of Malayalam.
        ' '..='~' => before.is_ascii() || matches!(before, '\u{900}'..='\u{d4d}'),
        // In the same places of the blocks from Devanagari to Malayalam there are letters alone.
        '\u{900}'..='\u{d7f}' => before.is_ascii() && matches!(u32::from(after) & 0x7f, 0x05..=0x39),
        _ => false,
    }
}

/// The next cluster boundary after `offset`, or the end.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, next_grapheme};
/// let text = SourceText::new("क्षय");
/// assert_eq!(next_grapheme(&text, ByteOffset::new(0)), ByteOffset::new(9));
/// assert_eq!(next_grapheme(&text, text.end()), text.end());
/// ```
#[must_use]
pub fn next_grapheme(text: &SourceText, offset: ByteOffset) -> ByteOffset {
    let at = char_start(text, offset);
    let mut cursor = GraphemeCursor::new(at.get(), text.as_str().len(), true);
    match cursor.next_boundary(text.as_str(), 0) {
        Ok(Some(next)) => ByteOffset::new(next),
        _ => text.end(),
    }
}

/// The last cluster boundary before `offset`, or the start.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, previous_grapheme};
/// let text = SourceText::new("क्षय");
/// assert_eq!(previous_grapheme(&text, ByteOffset::new(9)), ByteOffset::new(0));
/// assert_eq!(previous_grapheme(&text, ByteOffset::new(0)), ByteOffset::new(0));
/// ```
#[must_use]
pub fn previous_grapheme(text: &SourceText, offset: ByteOffset) -> ByteOffset {
    let offset = offset.min(text.end());
    if !text.is_char_boundary(offset) {
        return previous_or_here(text, char_start(text, offset));
    }
    let mut cursor = GraphemeCursor::new(offset.get(), text.as_str().len(), true);
    match cursor.prev_boundary(text.as_str(), 0) {
        Ok(Some(previous)) => ByteOffset::new(previous),
        _ => ByteOffset::default(),
    }
}

/// At most `most` code points of `text`, cut after a cluster with `…` where it is longer.
///
/// ```
/// # use tippani_core::text::shortened;
/// assert_eq!(shortened("दबाव से टूटा", 7), "दबाव से…");
/// assert_eq!(shortened("दबाव से टूटा", 6), "दबाव…");
/// ```
#[must_use]
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(most) else { return Cow::Borrowed(text) };
    let clusters = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len());
    let cut = clusters.take_while(|cut| *cut <= end).last().unwrap_or_default();
    Cow::Owned(format!("{}…", text[..cut].trim_end()))
}

/// Widens a range outward to cluster boundaries.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, snap};
/// let text = SourceText::new("क्षय");
/// let inside = ByteOffset::new(3)..ByteOffset::new(6);
/// assert_eq!(snap(&text, inside), (ByteOffset::new(0), ByteOffset::new(9)));
/// ```
#[must_use]
pub fn snap(text: &SourceText, range: Range<ByteOffset>) -> (ByteOffset, ByteOffset) {
    let start = previous_or_here(text, range.start);
    let end = if is_grapheme_boundary(text, range.end) { range.end } else { next_grapheme(text, range.end) };
    (start, end.min(text.end()))
}

/// The stretch of the given granularity that holds the character after `offset`; nothing in an empty paragraph.
///
/// Words and sentences come without punctuation at their ends ([`trim_punctuation`]); between two words the stretch is the cluster there.
///
/// ```
/// # use tippani_core::text::{ByteOffset, Granularity, SourceText, segment_at};
/// let text = SourceText::new("Asha came. Ravi left.");
/// let at = |granularity| segment_at(&text, ByteOffset::new(12), granularity).map(|span| text.slice(span));
/// assert_eq!(at(Granularity::Word), Some("Ravi"));
/// assert_eq!(at(Granularity::Sentence), Some("Ravi left"));
/// assert_eq!(at(Granularity::Paragraph), Some("Asha came. Ravi left"));
/// ```
#[must_use]
pub fn segment_at(text: &SourceText, offset: ByteOffset, granularity: Granularity) -> Option<Span> {
    let paragraph = text.paragraph(text.paragraph_at(offset));
    let offset = offset.min(paragraph.end).max(paragraph.start);
    let content = &text.as_str()[paragraph.start.get()..paragraph.end.get()];
    let local = offset.get() - paragraph.start.get();
    let found = match granularity {
        Granularity::Cluster => holding(content.grapheme_indices(true), local),
        Granularity::Word => word_holding(content, local),
        Granularity::Sentence => sentence_at(content, local),
        Granularity::Paragraph => Some(0..content.len()),
    }?;
    let at = |n| ByteOffset::new(paragraph.start.get() + n);
    let span = Span::of_clusters(text, at(found.start), at(found.end))?;
    // A word has its edges where it should, an abbreviation with its full stop.
    let is_done = granularity == Granularity::Cluster
        || (granularity == Granularity::Word && is_word(text.slice(span)));
    if is_done { Some(span) } else { trim_punctuation(text, span).or(Some(span)) }
}

/// What a double click at `offset` may take, the likeliest first: the word, a part of it (`सुक` of `सुक-योल`), and what it is
/// part of (`Modi’s`). Empty where no word is.
///
/// ```
/// # use tippani_core::text::{ByteOffset, SourceText, word_choices};
/// let text = SourceText::new("the COVID-19 wave");
/// let found = word_choices(&text, ByteOffset::new(4));
/// assert_eq!(found.iter().map(|span| text.slice(*span)).collect::<Vec<_>>(), ["COVID-19", "COVID"]);
/// ```
#[must_use]
pub fn word_choices(text: &SourceText, offset: ByteOffset) -> Vec<Span> {
    let paragraph = text.paragraph(text.paragraph_at(offset));
    let offset = offset.min(paragraph.end).max(paragraph.start);
    let content = &text.as_str()[paragraph.start.get()..paragraph.end.get()];
    let local = offset.get() - paragraph.start.get();
    let window = window(content, local);
    let start = paragraph.start.get() + window.start;
    let found = choices(&content[window.clone()], local - window.start).into_iter();
    let spans = found.filter_map(|range| {
        Span::of_clusters(text, ByteOffset::new(start + range.start), ByteOffset::new(start + range.end))
    });
    spans.collect()
}

/// A long line is looked at only near the place asked for: words do not reach further.
const SEGMENT_WINDOW_BYTES: usize = 4096;

/// The part of a paragraph around a byte that decides about the words there.
fn window(content: &str, local: usize) -> Range<usize> {
    let mut from = content.floor_char_boundary(local.saturating_sub(SEGMENT_WINDOW_BYTES));
    let to = content.ceil_char_boundary((local + SEGMENT_WINDOW_BYTES).min(content.len()));
    if from > 0 {
        from += content[from..local].find(char::is_whitespace).unwrap_or(0);
    }
    from..to
}

fn word_holding(content: &str, local: usize) -> Option<Range<usize>> {
    let window = window(content, local);
    let (near, local) = (&content[window.clone()], local - window.start);
    let words = words(near);
    let n = words.partition_point(|word| word.end <= local);
    let found = match words.get(n) {
        Some(word) if word.start <= local => word.clone(),
        // At the end of a paragraph the word that ends there.
        None if words.last().is_some_and(|word| word.end == local) => words.last()?.clone(),
        // Between two words: the cluster of the blank there, at the end the last one.
        _ => holding(near.grapheme_indices(true), local)?,
    };
    Some(found.start + window.start..found.end + window.start)
}

fn holding<'a>(pieces: impl Iterator<Item = (usize, &'a str)>, local: usize) -> Option<Range<usize>> {
    let mut last = None;
    for (start, piece) in pieces {
        let range = start..start + piece.len();
        if range.contains(&local) {
            return Some(range);
        }
        last = Some(range);
    }
    last
}

fn previous_or_here(text: &SourceText, offset: ByteOffset) -> ByteOffset {
    if is_grapheme_boundary(text, offset) { offset } else { previous_grapheme(text, offset) }
}

fn char_start(text: &SourceText, offset: ByteOffset) -> ByteOffset {
    let mut at = offset.get().min(text.end().get());
    while !text.as_str().is_char_boundary(at) {
        at -= 1;
    }
    ByteOffset::new(at)
}
