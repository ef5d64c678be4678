//! A text as one long column of which only the visible part is laid out.

use std::collections::HashMap;
use std::rc::Rc;

use super::heights::Heights;
use super::{TextBlocks, TextLayout, TextStyle, Typesetter};
use tippani_core::text::{ByteOffset, SourceText};

/// This many layouts are kept; a screen shows a few dozen.
const MAX_KEPT_LAYOUTS: usize = 256;

/// A blank line between paragraphs is this part of a line high: with the space around it, about one line.
const PARAGRAPH_GAP_LINES: f32 = 0.5;

/// A scroll position that survives corrections: a block, and how far into it the top of the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// The block at the top of the window.
    pub block: usize,
    /// Pixels of it above the window.
    pub into: f32,
}

/// The column: heights of blocks, estimated until they are laid out, and the layouts in use.
#[derive(Debug)]
pub struct Flow {
    text: SourceText,
    blocks: TextBlocks,
    heights: Heights,
    style: TextStyle,
    width: f32,
    layouts: HashMap<usize, (u64, Rc<TextLayout>)>,
    /// Whether a paragraph that is cut into several blocks reads to the left.
    rtl: HashMap<usize, bool>,
    /// How often all layouts were thrown away.
    edition: u64,
    clock: u64,
}

impl Flow {
    /// A column `width` pixels wide; nothing is laid out yet.
    #[must_use]
    pub fn new(text: SourceText, style: TextStyle, width: f32) -> Self {
        let blocks = TextBlocks::new(&text);
        let heights = estimate(&blocks, &style, width);
        Self {
            text,
            blocks,
            heights,
            style,
            width,
            layouts: HashMap::new(),
            rtl: HashMap::new(),
            edition: 0,
            clock: 0,
        }
    }

    /// Sets another width or style; heights are estimated anew.
    pub fn set(&mut self, style: TextStyle, width: f32) {
        if self.style != style || (self.width - width).abs() > 0.5 {
            self.heights = estimate(&self.blocks, &style, width);
            self.forget();
            self.style = style;
            self.width = width;
        }
    }

    /// Forgets all layouts, as when faces were added.
    pub fn forget(&mut self) {
        self.layouts.clear();
        self.edition += 1;
    }

    /// Changes whenever all layouts were discarded: width, style or faces changed.
    #[must_use]
    pub const fn edition(&self) -> u64 {
        self.edition
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &SourceText {
        &self.text
    }

    /// The blocks, from the top.
    #[must_use]
    pub const fn blocks(&self) -> &TextBlocks {
        &self.blocks
    }

    /// The column's width in pixels.
    #[must_use]
    pub const fn width(&self) -> f32 {
        self.width
    }

    /// The column's height, as far as known.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.heights.before(self.blocks.as_slice().len())
    }

    /// Where a block begins, from the column's top.
    #[must_use]
    pub fn top_of(&self, block: usize) -> f64 {
        self.heights.before(block)
    }

    /// The height of a block, space after it included; estimated until it was laid out.
    #[must_use]
    pub fn height_of(&self, block: usize) -> f32 {
        self.heights.get(block)
    }

    /// The layout of a block; its true height takes the place of the estimate.
    pub fn layout(&mut self, typesetter: &mut Typesetter, block: usize) -> Rc<TextLayout> {
        self.clock += 1;
        if let Some((used, layout)) = self.layouts.get_mut(&block) {
            *used = self.clock;
            return layout.clone();
        }
        let layout = Rc::new(self.lay_out(typesetter, block));
        self.heights.set(block, layout.height() + self.space_after(block));
        if self.layouts.len() >= MAX_KEPT_LAYOUTS {
            let oldest = self.clock.saturating_sub(MAX_KEPT_LAYOUTS as u64 / 2);
            self.layouts.retain(|_, (used, _)| *used > oldest);
        }
        self.layouts.insert(block, (self.clock, layout.clone()));
        layout
    }

    /// The position for a distance from the column's top, kept within a window of `window` pixels.
    #[must_use]
    pub fn anchor_at(&self, distance: f64, window: f32) -> Anchor {
        let last = (self.height() - f64::from(window)).max(0.0);
        let distance = distance.clamp(0.0, last);
        let block = self.heights.find(distance);
        #[expect(clippy::cast_possible_truncation, reason = "within a block")]
        let into = (distance - self.top_of(block)) as f32;
        Anchor { block, into }
    }

    /// The distance from the column's top that a position stands for now.
    #[must_use]
    pub fn distance(&self, anchor: Anchor) -> f64 {
        self.top_of(anchor.block) + f64::from(anchor.into)
    }

    /// The position that brings the line of `offset` to `above` pixels below the window's top.
    pub fn anchor_for(
        &mut self,
        typesetter: &mut Typesetter,
        offset: ByteOffset,
        above: f32,
        window: f32,
    ) -> Anchor {
        let block = self.blocks.at(offset);
        let layout = self.layout(typesetter, block);
        let local = offset.get().saturating_sub(self.blocks.as_slice()[block].range.start.get());
        let top = layout.caret(local.min(layout.len())).top;
        let distance = self.top_of(block) + f64::from(top - above);
        // Blocks above may still be guesses: lay out what the window will show before the position is fixed.
        let mut first = self.anchor_at(distance, window).block;
        while first < block {
            let _ = self.layout(typesetter, first);
            first += 1;
        }
        self.anchor_at(self.top_of(block) + f64::from(top - above), window)
    }

    fn lay_out(&mut self, typesetter: &mut Typesetter, block: usize) -> TextLayout {
        let first = self.blocks.first_of(block);
        if self.content(block).trim().is_empty() {
            let style =
                TextStyle { line_height: self.style.line_height * PARAGRAPH_GAP_LINES, ..self.style.clone() };
            typesetter.lay_out(self.content(block), &style, Some(self.width))
        } else if first == block {
            typesetter.lay_out(self.content(block), &self.style, Some(self.width))
        } else {
            // A later piece of a paragraph reads as the paragraph's beginning does.
            let rtl = self
                .rtl
                .get(&first)
                .copied()
                .unwrap_or_else(|| typesetter.lay_out(self.content(first), &self.style, None).is_rtl());
            self.rtl.insert(first, rtl);
            typesetter.lay_out_piece(rtl, self.content(block), &self.style, Some(self.width))
        }
    }

    fn content(&self, block: usize) -> &str {
        let range = self.blocks.as_slice().get(block).map(|b| b.range.start.get()..b.range.end.get());
        range.and_then(|r| self.text.as_str().get(r)).unwrap_or_default()
    }

    fn space_after(&self, block: usize) -> f32 {
        let last = self.blocks.as_slice().get(block).is_some_and(|b| b.last);
        if last { space_after(&self.style) } else { 0.0 }
    }
}

/// Room between paragraphs: a third of a line.
fn space_after(style: &TextStyle) -> f32 {
    (style.size * style.line_height * 0.3).round()
}

/// A guess from the number of bytes: a character of Indic script is three bytes and about 0.55 em wide, one of
/// Latin is one byte and half an em.
fn estimate(blocks: &TextBlocks, style: &TextStyle, width: f32) -> Heights {
    let line = (style.size * style.line_height).round();
    let per_line = (width / (style.size * 0.24)).max(8.0);
    let heights = blocks.as_slice().iter().map(|block| {
        #[expect(clippy::cast_precision_loss, reason = "a block is a few thousand bytes")]
        let bytes = (block.range.end.get() - block.range.start.get()) as f32;
        let lines = if bytes == 0.0 { PARAGRAPH_GAP_LINES } else { (bytes / per_line).ceil() };
        (lines * line).round() + if block.last { space_after(style) } else { 0.0 }
    });
    Heights::new(heights.collect())
}
