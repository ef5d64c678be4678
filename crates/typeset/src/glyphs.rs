//! What shaping gives: glyphs in place, runs of one face, and characters no face has.

use std::ops::Range;

/// A glyph and where its origin stands on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedGlyph {
    /// Index of its face in [`super::TextLayout::faces`].
    pub face: u16,
    /// Glyph id in the face.
    pub id: u16,
    /// Pixels from the layout's left.
    pub x: f32,
    /// Pixels from the layout's top, on the baseline.
    pub y: f32,
    /// Em size in pixels.
    pub size: f32,
}

/// A character that no face in the catalogue has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// Where it starts, in bytes of the text.
    pub start: usize,
    /// Where it is drawn.
    pub rect: super::Rect,
}

/// A glyph within a run, as `hb-shape` would list it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunGlyph {
    /// Glyph id in the run's face.
    pub id: u32,
    /// Advance in pixels.
    pub advance: f32,
    /// Horizontal offset in pixels.
    pub x: f32,
    /// Vertical offset in pixels, downward.
    pub y: f32,
}

/// A stretch of one face and one direction on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Bytes of the text it covers.
    pub range: Range<usize>,
    /// Index of its face in [`super::TextLayout::faces`].
    pub face: usize,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Glyphs in visual order.
    pub glyphs: Vec<RunGlyph>,
    /// Bytes of each grapheme cluster, in text order.
    pub clusters: Vec<Range<usize>>,
}
