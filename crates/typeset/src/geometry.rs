//! Places on the page: from a point to a place in the text, and from a stretch of text to rectangles.

use std::ops::Range;

use parley::{Affinity, Cluster, ClusterSide, Cursor};

use super::TextLayout;
use super::layout::ClusterBox;

/// A rectangle in pixels from the layout's top left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl TextLayout {
    /// The caret place nearest a point: always a grapheme cluster boundary (UAX #29), in bytes of the text.
    #[must_use]
    pub fn offset_at(&self, x: f32, y: f32) -> usize {
        self.boundary_before(Cursor::from_point(&self.layout, x, self.inner_y(y)).index())
    }

    /// The cluster whose advance box holds the point; nothing beside the text.
    #[must_use]
    pub fn cluster_at(&self, x: f32, y: f32) -> Option<Range<usize>> {
        if self.is_empty() || y < 0.0 || y >= self.height() {
            return None;
        }
        let (cluster, _): (_, ClusterSide) = Cluster::from_point_exact(&self.layout, x, self.inner_y(y))?;
        let start = self.boundary_before(cluster.text_range().start);
        Some(start..self.boundary_after(start))
    }

    /// Where the caret before `offset` is drawn, as a rectangle without width over the line's height.
    #[must_use]
    pub fn caret(&self, offset: usize) -> Rect {
        let cursor = self.cursor(offset);
        let x = narrow(cursor.geometry(&self.layout, 0.0).x0);
        let line = self.line_of(offset);
        let (top, bottom) = self.lines.get(line).map_or((0.0, self.line_height), |l| (l.top, l.bottom));
        Rect { left: x, top, right: x, bottom }
    }

    /// The rectangles that cover a range of bytes, each with its line: in visual order, touching ones joined,
    /// bounded by the text and not by the column.
    #[must_use]
    pub fn rects(&self, range: Range<usize>) -> Vec<(Rect, usize)> {
        let mut rects: Vec<(Rect, usize)> = Vec::new();
        let first = self.lines.partition_point(|l| l.range.end <= range.start);
        for (index, boxed) in self.lines.iter().enumerate().skip(first) {
            if boxed.range.start >= range.end {
                break;
            }
            let mut open: Option<Rect> = None;
            for &ClusterBox { start, left, right } in self.clusters(index) {
                if range.contains(&start) {
                    let new = Rect { left, top: boxed.top, right, bottom: boxed.bottom };
                    open.get_or_insert(new).right = right;
                } else if let Some(rect) = open.take() {
                    rects.push((rect, index));
                }
            }
            rects.extend(open.map(|rect| (rect, index)));
        }
        rects
    }

    /// The caret place one cluster to the left on screen; itself at the end.
    #[must_use]
    pub fn left_of(&self, offset: usize) -> usize {
        self.step(offset, true)
    }

    /// The caret place one cluster to the right on screen; itself at the end.
    #[must_use]
    pub fn right_of(&self, offset: usize) -> usize {
        self.step(offset, false)
    }

    /// The caret place one line up, nearest to `goal` pixels from the left; nothing on the first line.
    #[must_use]
    pub fn above(&self, offset: usize, goal: f32) -> Option<usize> {
        let line = self.line_of(offset).checked_sub(1)?;
        Some(self.on_line(line, goal))
    }

    /// The caret place one line down, nearest to `goal` pixels from the left; nothing on the last line.
    #[must_use]
    pub fn below(&self, offset: usize, goal: f32) -> Option<usize> {
        let line = self.line_of(offset) + 1;
        (line < self.lines.len()).then(|| self.on_line(line, goal))
    }

    /// The last caret place of the line `offset` is on; where the line is wrapped, the one before the blank
    /// that ends it, since the next is drawn on the line below.
    #[must_use]
    pub fn line_end(&self, offset: usize) -> usize {
        let line = self.line_of(offset);
        let Some(boxed) = self.lines.get(line) else { return 0 };
        if line + 1 < self.lines.len() {
            self.boundary_before(boxed.range.end.saturating_sub(1)).max(boxed.range.start)
        } else {
            boxed.range.end
        }
    }

    /// The line the caret before `offset` is on.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|l| l.range.end <= offset).min(self.lines.len().saturating_sub(1))
    }

    /// The caret place on a line nearest to `goal`.
    fn on_line(&self, line: usize, goal: f32) -> usize {
        let Some(boxed) = self.lines.get(line) else { return 0 };
        let at = self.offset_at(goal, f32::midpoint(boxed.top, boxed.bottom));
        if self.line_of(at) > line { self.line_end(boxed.range.start) } else { at }
    }

    /// The caret place beside `offset` in the order on screen: over the line first, then on to the line the text
    /// comes from or goes to. Each press moves on, so no place is met twice and none is left out.
    fn step(&self, offset: usize, leftwards: bool) -> usize {
        let line = self.line_of(offset);
        let places = self.places(line);
        let offset = self.boundary_before(offset);
        let Some(at) = places.iter().position(|p| *p == offset) else { return offset };
        let beside = if leftwards { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(place) = beside.and_then(|at| places.get(at)) {
            return *place;
        }
        // A line can be without a place of its own: a cluster wider than the column is broken within.
        let places = if leftwards == self.is_rtl() {
            (line + 1..self.lines.len()).map(|line| self.places(line)).find(|places| !places.is_empty())
        } else {
            (0..line).rev().map(|line| self.places(line)).find(|places| !places.is_empty())
        }
        .unwrap_or_default();
        let entered = if leftwards { places.last() } else { places.first() };
        entered.copied().unwrap_or(offset)
    }

    /// Caret places of a line from left to right; those drawn at one place in the order they are read.
    fn places(&self, line: usize) -> Vec<usize> {
        let Some(boxed) = self.lines.get(line) else { return Vec::new() };
        let last = line + 1 == self.lines.len();
        let own = |b: &&usize| boxed.range.contains(b) || (last && **b == boxed.range.end);
        let mut places: Vec<(f32, usize)> =
            self.boundaries.iter().filter(own).map(|b| (self.caret(*b).left, *b)).collect();
        if self.is_rtl() {
            places.reverse();
        }
        places.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        places.into_iter().map(|(_, place)| place).collect()
    }

    fn boundary_before(&self, offset: usize) -> usize {
        let after = self.boundaries.partition_point(|&b| b <= offset);
        self.boundaries.get(after.saturating_sub(1)).copied().unwrap_or_default()
    }

    fn boundary_after(&self, offset: usize) -> usize {
        let after = self.boundaries.partition_point(|&b| b <= offset);
        self.boundaries.get(after).copied().unwrap_or_else(|| self.len())
    }

    fn cursor(&self, offset: usize) -> Cursor {
        Cursor::from_byte_index(&self.layout, self.boundary_before(offset), Affinity::Downstream)
    }

    /// The engine stacks lines by its own metrics; this finds its middle of the line that is drawn at `y`.
    fn inner_y(&self, y: f32) -> f32 {
        let line = self.lines.partition_point(|l| l.bottom <= y).min(self.lines.len().saturating_sub(1));
        self.layout
            .get(line)
            .map_or(0.0, |l| f32::midpoint(l.metrics().block_min_coord, l.metrics().block_max_coord))
    }
}

const fn narrow(x: f64) -> f32 {
    x as f32
}
