//! A stretch of text: never empty, never out of bounds, never inside a character.

use std::ops::Range;

use super::{ByteOffset, SourceText, snap};

/// A half-open, non-empty stretch of one text, on `char` boundaries by construction.
///
/// `start < end`. A span does not remember its text; it is only made against one, and only read with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: ByteOffset,
    end: ByteOffset,
}

/// Why two offsets are not a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// Start and end are the same place, or the wrong way round.
    #[error("the span is empty or inverted")]
    Empty,
    /// The end lies past the text.
    #[error("the span ends after the text does")]
    OutOfBounds,
    /// An edge lies inside a character.
    #[error("an edge of the span lies inside a character")]
    InsideChar,
}

impl Span {
    /// The span from `start` to `end` of `text`, exactly as given.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, SourceText, Span, SpanError};
    /// let text = SourceText::new("हाँ");
    /// let span = |start, end| Span::new(&text, ByteOffset::new(start), ByteOffset::new(end));
    /// assert_eq!(span(0, 3).map(|span| text.slice(span)), Ok("ह"));
    /// assert_eq!(span(3, 3), Err(SpanError::Empty));
    /// assert_eq!(span(0, 12), Err(SpanError::OutOfBounds));
    /// assert_eq!(span(0, 4), Err(SpanError::InsideChar));
    /// ```
    ///
    /// # Errors
    /// When the offsets are not a non-empty stretch of `text` on character boundaries.
    pub fn new(text: &SourceText, start: ByteOffset, end: ByteOffset) -> Result<Self, SpanError> {
        if start >= end {
            Err(SpanError::Empty)
        } else if end > text.end() {
            Err(SpanError::OutOfBounds)
        } else if text.is_char_boundary(start) && text.is_char_boundary(end) {
            Ok(Self { start, end })
        } else {
            Err(SpanError::InsideChar)
        }
    }

    /// The smallest span of whole grapheme clusters that holds both places, in either order; nothing if they are
    /// one place on a boundary.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, SourceText, Span};
    /// let text = SourceText::new("हाँ a");
    /// let span = Span::of_clusters(&text, ByteOffset::new(4), ByteOffset::new(1));
    /// assert_eq!(span.map(|span| text.slice(span)), Some("हाँ"));
    /// assert_eq!(Span::of_clusters(&text, ByteOffset::new(9), ByteOffset::new(9)), None);
    /// ```
    #[must_use]
    pub fn of_clusters(text: &SourceText, one: ByteOffset, other: ByteOffset) -> Option<Self> {
        let end = text.end();
        let (start, stop) = (one.min(other).min(end), one.max(other).min(end));
        let (start, stop) = snap(text, start..stop);
        (start < stop).then_some(Self { start, end: stop })
    }

    /// Where it starts.
    #[must_use]
    pub const fn start(self) -> ByteOffset {
        self.start
    }

    /// Where it ends: the first place after it.
    #[must_use]
    pub const fn end(self) -> ByteOffset {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn bytes(self) -> usize {
        self.end.get() - self.start.get()
    }

    /// As a range to slice bytes with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start.get()..self.end.get()
    }

    /// Whether a character lies in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the character after `offset` is covered.
    #[must_use]
    pub fn contains(self, offset: ByteOffset) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether both edges are grapheme cluster boundaries (UAX #29) of `text`.
    #[must_use]
    pub fn is_aligned(self, text: &SourceText) -> bool {
        snap(text, self.start..self.end) == (self.start, self.end)
    }
}

/// The stretches of one annotation: one, or several for a discontinuous one.
///
/// Never empty; sorted; disjoint and not touching at a shared character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spans(Vec<Span>);

/// Why a list of spans is not one annotation's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpansError {
    /// There is no span.
    #[error("an annotation needs at least one span")]
    None,
    /// Two spans share a character.
    #[error("the spans of an annotation overlap each other")]
    Overlap,
}

impl Spans {
    /// Sorts `spans` and checks that they are disjoint.
    ///
    /// ```
    /// # use tippani_core::text::{ByteOffset, SourceText, Span, Spans, SpansError};
    /// let text = SourceText::new("took the plan off");
    /// let span = |start, end| Span::new(&text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
    /// let took_off = Spans::new(vec![span(14, 17), span(0, 4)])?;
    /// assert_eq!(took_off.quote(&text), "took … off");
    /// assert_eq!(Spans::new(vec![span(0, 4), span(3, 8)]), Err(SpansError::Overlap));
    /// # Ok::<(), SpansError>(())
    /// ```
    ///
    /// # Errors
    /// When there is none, or two share a character.
    pub fn new(mut spans: Vec<Span>) -> Result<Self, SpansError> {
        spans.sort_unstable();
        if spans.is_empty() {
            Err(SpansError::None)
        } else if spans.windows(2).any(|pair| pair[0].overlaps(pair[1])) {
            Err(SpansError::Overlap)
        } else {
            Ok(Self(spans))
        }
    }

    /// All of them, in text order.
    #[must_use]
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// The first.
    #[must_use]
    pub fn first(&self) -> Span {
        self.0[0]
    }

    /// The last.
    #[must_use]
    pub fn last(&self) -> Span {
        self.0[self.0.len() - 1]
    }

    /// From the first start to the last end, gaps included.
    #[must_use]
    pub fn extent(&self) -> Span {
        Span { start: self.first().start, end: self.last().end }
    }

    /// Covered bytes, gaps left out.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|s| s.bytes()).sum()
    }

    /// Whether any part covers the character after `offset`.
    #[must_use]
    pub fn contains(&self, offset: ByteOffset) -> bool {
        self.0.iter().any(|s| s.contains(offset))
    }

    /// Replaces the span at `index`; nothing if that would overlap another part.
    #[must_use]
    pub fn with(&self, index: usize, span: Span) -> Option<Self> {
        let mut spans = self.0.clone();
        *spans.get_mut(index)? = span;
        Self::new(spans).ok()
    }

    /// Whether every edge is a grapheme cluster boundary of `text`.
    #[must_use]
    pub fn is_aligned(&self, text: &SourceText) -> bool {
        self.0.iter().all(|s| s.is_aligned(text))
    }

    /// The parts, each as its characters, joined by ` … `: what a list shows.
    #[must_use]
    pub fn quote(&self, text: &SourceText) -> String {
        self.0.iter().map(|s| text.slice(*s)).collect::<Vec<_>>().join(" … ")
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}
