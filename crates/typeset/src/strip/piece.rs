//! A piece of a text that is typed into, and how it lies.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::TextLayout;

/// A piece of a text.
#[derive(Clone, Debug)]
pub struct StripPiece {
    pub(super) key: u64,
    pub(super) start: usize,
    pub(super) text: String,
    /// Whether its last character is a line feed that ends a line.
    pub(super) is_hard: bool,
    pub(super) laid: Option<Arc<LaidPiece>>,
}

impl StripPiece {
    pub(super) const fn new(key: u64, text: String, is_hard: bool) -> Self {
        Self { key, start: 0, text, is_hard, laid: None }
    }

    /// Tells it from the others, and stays with it whatever is typed before or into it.
    #[must_use]
    pub const fn key(&self) -> u64 {
        self.key
    }

    /// Where it begins, in bytes of the text.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start
    }

    /// What it says, the line feed at its end included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its bytes of the text, without the line feed that ends a line.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.content().len()
    }

    /// Its layout, where it has one.
    #[must_use]
    pub const fn laid(&self) -> Option<&Arc<LaidPiece>> {
        self.laid.as_ref()
    }

    pub(super) fn content(&self) -> &str {
        &self.text[..self.text.len() - usize::from(self.is_hard)]
    }

    /// What is laid out for it: each control character as a blank of as many bytes, since it has no place of its own.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        let content = self.content();
        let has_place = |c: char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}');
        if content.chars().all(has_place) {
            return Cow::Borrowed(content);
        }
        let blank = |c: char| match c {
            c if has_place(c) => c,
            '\u{80}'..='\u{9f}' => '\u{a0}',
            '\u{2028}' | '\u{2029}' => '\u{2003}',
            _ => ' ',
        };
        Cow::Owned(content.chars().map(blank).collect())
    }
}

/// In which directions the text of a piece reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flows {
    /// All of it to the right.
    Right,
    /// All of it to the left.
    Left,
    /// In both.
    Both,
}

/// A piece on its lines.
#[derive(Debug)]
pub struct LaidPiece {
    /// Where its clusters stand, control characters as blanks.
    pub layout: TextLayout,
    /// Its left end in pixels from the layout's left, blanks included.
    pub left: f32,
    /// Its right end.
    pub right: f32,
    pub(super) flows: Flows,
}

impl LaidPiece {
    pub(super) fn new(layout: TextLayout) -> Self {
        let runs = layout.reading();
        let left = runs.iter().map(|run| run.rect.left).fold(f32::INFINITY, f32::min);
        let right = runs.iter().map(|run| run.rect.right).fold(f32::NEG_INFINITY, f32::max);
        let is_left = |rtl: bool| runs.iter().all(|run| run.rtl == rtl) && layout.is_rtl() == rtl;
        let flows = if is_left(false) {
            Flows::Right
        } else if is_left(true) {
            Flows::Left
        } else {
            Flows::Both
        };
        let (left, right) = if left <= right { (left, right) } else { (0.0, 0.0) };
        Self { layout, left, right, flows }
    }

    /// Pixels along the line.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Pixels from where it begins, in the direction it reads, to the caret at one of its bytes.
    #[must_use]
    pub fn along(&self, local: usize) -> f32 {
        let x = self.layout.caret(local).left;
        if self.layout.is_rtl() { self.right - x } else { x - self.left }
    }
}
