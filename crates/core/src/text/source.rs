//! The text of one article, as decoded and never edited.

use std::ops::Range;
use std::sync::Arc;

use super::{ByteOffset, CharOffset, Span};

/// One entry of the code-point index covers this many bytes.
const INDEX_STRIDE_BYTES: usize = 64;

/// The decoded text of an article with the indexes that make places in it cheap.
///
/// Cloning is free: the text is shared. It is never normalised and never edited, so an offset stays
/// true for as long as the article does.
#[derive(Clone, Debug)]
pub struct SourceText(Arc<Indexed>);

/// How a text was had from its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextOrigin {
    /// The encoding of the bytes it was decoded from, by name; nothing for UTF-8 that nobody chose.
    pub encoding: Option<&'static str>,
    /// How much of a web page it is, by name; nothing where that is not known, and for other files.
    pub extent: Option<&'static str>,
    /// Whether the analyst chose just now to have it read so.
    pub is_chosen: bool,
}

#[derive(Debug)]
struct Indexed {
    text: String,
    origin: TextOrigin,
    /// `chars_before[k]`: code points that start before byte `k * INDEX_STRIDE_BYTES`.
    chars_before: Vec<usize>,
    chars: usize,
    /// Content of each paragraph, without its line ending.
    paragraphs: Vec<Range<usize>>,
}

impl SourceText {
    /// Indexes `text`; linear in its length.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self::of(text, TextOrigin::default())
    }

    /// Indexes `text`, with how it was read from its file.
    #[must_use]
    pub fn of(text: impl Into<String>, origin: TextOrigin) -> Self {
        let text = text.into();
        let (chars_before, chars) = index_chars(text.as_bytes());
        let paragraphs = split_paragraphs(text.as_bytes());
        Self(Arc::new(Indexed { text, origin, chars_before, chars, paragraphs }))
    }

    /// How it was had from its file; all nothing for a text that was made here.
    #[must_use]
    pub fn origin(&self) -> TextOrigin {
        self.0.origin
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// Length in bytes.
    #[must_use]
    pub fn end(&self) -> ByteOffset {
        ByteOffset::new(self.0.text.len())
    }

    /// Length in code points.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.0.chars
    }

    /// The characters a span covers.
    ///
    /// A span of another text gives an empty string, not a panic.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.0.text.get(span.range()).unwrap_or_default()
    }

    /// Whether `offset` lies in the text (its end included) and between two code points.
    #[must_use]
    pub fn is_char_boundary(&self, offset: ByteOffset) -> bool {
        self.0.text.is_char_boundary(offset.get())
    }

    /// The code-point offset of a byte offset; one inside a character counts as that character's start,
    /// one past the end as the end.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, CharOffset, SourceText};
    /// let text = SourceText::new("हाँ a");
    /// assert_eq!(text.to_char(ByteOffset::new(9)), CharOffset::new(3));
    /// assert_eq!(text.to_char(ByteOffset::new(10)), CharOffset::new(4));
    /// assert_eq!(text.to_char(ByteOffset::new(1)), CharOffset::new(0), "inside a character");
    /// ```
    #[must_use]
    pub fn to_char(&self, offset: ByteOffset) -> CharOffset {
        let bytes = self.0.text.as_bytes();
        let mut at = offset.get().min(bytes.len());
        while at > 0 && at < bytes.len() && is_continuation(bytes[at]) {
            at -= 1;
        }
        let stride = at / INDEX_STRIDE_BYTES;
        let known = self.0.chars_before.get(stride).copied().unwrap_or_default();
        let within = bytes[stride * INDEX_STRIDE_BYTES..at].iter().filter(|b| !is_continuation(**b)).count();
        CharOffset::new(known + within)
    }

    /// The byte offset of a code-point offset, or nothing past the end.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, CharOffset, SourceText};
    /// let text = SourceText::new("हाँ a");
    /// assert_eq!(text.to_byte(CharOffset::new(3)), Some(ByteOffset::new(9)));
    /// assert_eq!(text.to_byte(CharOffset::new(6)), None);
    /// ```
    #[must_use]
    pub fn to_byte(&self, offset: CharOffset) -> Option<ByteOffset> {
        let wanted = offset.get();
        if wanted >= self.0.chars {
            return (wanted == self.0.chars).then(|| self.end());
        }
        let bytes = self.0.text.as_bytes();
        let stride = self.0.chars_before.partition_point(|&n| n <= wanted).saturating_sub(1);
        let mut left = wanted - self.0.chars_before[stride];
        for (i, byte) in bytes.iter().enumerate().skip(stride * INDEX_STRIDE_BYTES) {
            if is_continuation(*byte) {
                continue;
            }
            if left == 0 {
                return Some(ByteOffset::new(i));
            }
            left -= 1;
        }
        None
    }

    /// How many paragraphs there are: at least one, in an empty text too.
    #[must_use]
    pub fn paragraph_count(&self) -> usize {
        self.0.paragraphs.len()
    }

    /// The bytes of a paragraph without its line ending; empty past the last.
    #[must_use]
    pub fn paragraph(&self, index: usize) -> Range<ByteOffset> {
        let end = self.0.text.len();
        let range = self.0.paragraphs.get(index).cloned().unwrap_or(end..end);
        ByteOffset::new(range.start)..ByteOffset::new(range.end)
    }

    /// The paragraph that holds `offset`; a place within a line ending belongs to the paragraph before it.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, SourceText};
    /// let text = SourceText::new("one\r\ntwo");
    /// assert_eq!(text.paragraph_at(ByteOffset::new(4)), 0, "within the line ending");
    /// assert_eq!(text.paragraph_at(ByteOffset::new(5)), 1);
    /// ```
    #[must_use]
    pub fn paragraph_at(&self, offset: ByteOffset) -> usize {
        self.0.paragraphs.partition_point(|p| p.start <= offset.get()).saturating_sub(1)
    }
}

impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.text == other.0.text
    }
}

impl Eq for SourceText {}

const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

fn index_chars(bytes: &[u8]) -> (Vec<usize>, usize) {
    let mut before = Vec::with_capacity(bytes.len() / INDEX_STRIDE_BYTES + 1);
    let mut chars = 0;
    for chunk in bytes.chunks(INDEX_STRIDE_BYTES) {
        before.push(chars);
        chars += chunk.iter().filter(|b| !is_continuation(**b)).count();
    }
    if before.is_empty() || bytes.len().is_multiple_of(INDEX_STRIDE_BYTES) {
        before.push(chars);
    }
    (before, chars)
}

/// A text is searched for the ends of paragraphs in stretches of so many bytes, of which most hold none.
const SEARCHED_BYTES: usize = 64;

/// Paragraphs end where UAX #14 has a mandatory break: LF, CR, CRLF, VT, FF, NEL, LS, PS.
fn split_paragraphs(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let end = (at + SEARCHED_BYTES).min(bytes.len());
        let begins_one = |any: bool, byte: &u8| any | matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2);
        if !bytes[at..end].iter().fold(false, begins_one) {
            at = end;
        }
        while at < end {
            let ending = match bytes[at] {
                b'\n' | 0x0b | 0x0c => 1,
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
                b'\r' => 1,
                0xc2 if bytes.get(at + 1) == Some(&0x85) => 2,
                0xe2 if bytes.get(at + 1) == Some(&0x80)
                    && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) =>
                {
                    3
                }
                _ => 0,
            };
            if ending == 0 {
                at += 1;
            } else {
                paragraphs.push(start..at);
                at += ending;
                start = at;
            }
        }
    }
    paragraphs.push(start..bytes.len());
    paragraphs
}
