//! What is on screen this frame: laid-out blocks and where they stand.

use std::ops::Range;
use std::rc::Rc;

use egui::{Pos2, Rect, pos2};

use crate::text::{ByteOffset, SourceText, previous_grapheme};
use crate::typeset::{self, TextLayout};

/// One visible block.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Its index in the flow.
    pub block: usize,
    /// Its bytes of the article.
    pub range: Range<usize>,
    /// Its top on the screen, in whole pixels.
    pub top: f32,
    /// Its lines.
    pub layout: Rc<TextLayout>,
}

impl Placed {
    /// The part of `range` (of the article) that lies in this block, counted from the block's start.
    pub(super) fn local(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (start, end) = (range.start.max(self.range.start), range.end.min(self.range.end));
        (start < end).then(|| start - self.range.start..end - self.range.start)
    }
}

/// The column of text on the screen and its visible blocks.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// The whole reading area, in points.
    pub rect: Rect,
    /// Pixels per point.
    pub scale: f32,
    /// Left edge of the column, in whole pixels.
    pub left: f32,
    /// Width of the column in pixels.
    pub width: f32,
    /// From the top.
    pub placed: Vec<Placed>,
}

impl View {
    /// A rectangle of a block's layout on the screen, on whole pixels.
    pub(super) fn on_screen(&self, placed: &Placed, rect: typeset::Rect) -> Rect {
        let x = |x: f32| (self.left + x).round() / self.scale;
        let y = |y: f32| (placed.top + y).round() / self.scale;
        Rect::from_min_max(pos2(x(rect.left), y(rect.top)), pos2(x(rect.right), y(rect.bottom)))
    }

    fn local(&self, placed: &Placed, at: Pos2) -> (f32, f32) {
        (at.x * self.scale - self.left, at.y * self.scale - placed.top)
    }

    /// The block at a height, the nearest one where there is none.
    pub(super) fn placed_at(&self, y: f32) -> Option<&Placed> {
        let y = y * self.scale;
        let below = self.placed.partition_point(|p| p.top <= y).saturating_sub(1);
        self.placed.get(below)
    }

    /// The caret place nearest a point.
    pub(super) fn offset_at(&self, at: Pos2) -> Option<usize> {
        let placed = self.placed_at(at.y)?;
        let (x, y) = self.local(placed, at);
        Some(
            placed.range.start
                + placed.layout.offset_at(x, y.clamp(0.0, (placed.layout.height() - 1.0).max(0.0))),
        )
    }

    /// The cluster under a point; nothing beside the text.
    pub(super) fn cluster_at(&self, at: Pos2) -> Option<Range<usize>> {
        let placed = self.placed_at(at.y)?;
        let (x, y) = self.local(placed, at);
        let found = placed.layout.cluster_at(x, y)?;
        Some(placed.range.start + found.start..placed.range.start + found.end)
    }

    /// The cluster that a point is well within: not so near its edge that the next one may be meant.
    pub(super) fn cluster_within(&self, at: Pos2) -> Option<Range<usize>> {
        let cluster = self.cluster_at(at)?;
        let rect = self.rects(&cluster).into_iter().find(|rect| rect.x_range().contains(at.x))?;
        rect.shrink2([rect.width() / 4.0, 0.0].into()).x_range().contains(at.x).then_some(cluster)
    }

    /// The visible block a caret at `offset` is drawn in.
    pub(super) fn holding(&self, offset: usize) -> Option<&Placed> {
        let at = self.placed.partition_point(|p| p.range.start <= offset).checked_sub(1)?;
        // A place in the line ending belongs to the block before it, unless that one is out of sight.
        let placed = self.placed.get(at)?;
        let next = self.placed.get(at + 1).map(|p| p.range.start);
        (offset <= placed.range.end + 2 && next.is_none_or(|n| offset < n)).then_some(placed)
    }

    /// Where the caret at `offset` is drawn, without width; nothing out of sight.
    pub(super) fn caret(&self, offset: usize) -> Option<Rect> {
        let placed = self.holding(offset)?;
        let local = offset.saturating_sub(placed.range.start).min(placed.layout.len());
        Some(self.on_screen(placed, placed.layout.caret(local)))
    }

    /// The rectangles that cover a range of the article, as far as it is in sight.
    pub(super) fn rects(&self, range: &Range<usize>) -> Vec<Rect> {
        let mut rects = Vec::new();
        for placed in &self.placed {
            let Some(local) = placed.local(range.clone()) else { continue };
            rects
                .extend(placed.layout.rects(local).into_iter().map(|(rect, _)| self.on_screen(placed, rect)));
        }
        rects
    }

    /// The ends of a range as they are drawn; each only if it is in sight.
    pub(super) fn ends(&self, text: &SourceText, range: &Range<usize>) -> (Option<Rect>, Option<Rect>) {
        let edge = |cluster: Range<usize>, trailing: bool| {
            let placed = self.placed.iter().find(|p| p.range.contains(&cluster.start))?;
            let local = placed.local(cluster)?;
            let (rect, _) = placed.layout.rects(local.clone()).into_iter().next()?;
            let caret = placed.layout.caret(local.start);
            // The caret before a character that runs leftward stands at its right.
            let leftward = (caret.left - rect.right).abs() < (caret.left - rect.left).abs();
            let x = if leftward == trailing { rect.left } else { rect.right };
            Some(self.on_screen(placed, typeset::Rect { left: x, right: x, ..rect }))
        };
        let next = crate::text::next_grapheme(text, ByteOffset::new(range.start)).get();
        let last = previous_grapheme(text, ByteOffset::new(range.end)).get();
        (edge(range.start..next.min(range.end), false), edge(last.max(range.start)..range.end, true))
    }
}
