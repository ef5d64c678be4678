//! A text on lines: where its glyphs, carets and stretches are.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use parley::{Affinity, Cluster, ClusterSide, Cursor, Layout, PositionedLayoutItem};

use super::{Face, Missing, PlacedGlyph, Run, RunGlyph};

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

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineBox {
    /// Bytes of the text on it.
    pub range: Range<usize>,
    /// Top edge; lines are all of one height, whatever faces they mix.
    pub top: f32,
    /// Where letters stand.
    pub baseline: f32,
    /// Bottom edge.
    pub bottom: f32,
    /// Left end of the text.
    pub left: f32,
    /// Right end of the text.
    pub right: f32,
}

/// A text laid out at one size and width.
pub struct TextLayout {
    layout: Layout<()>,
    lines: Vec<LineBox>,
    faces: Vec<Face>,
    glyphs: Vec<PlacedGlyph>,
    missing: Vec<Missing>,
    /// Where clusters of UAX #29 begin, and the end. The engine cuts a cluster where the script changes within
    /// it, as at a vowel sign after a letter of another script; a caret must not stand there.
    boundaries: Vec<usize>,
    line_height: f32,
}

/// Letters stand this part of an em below the middle of the line: half the height of a capital, which also
/// centres Indic letters between the vowel signs above and below them.
const BASELINE: f32 = 0.357;

impl TextLayout {
    pub(super) fn new(layout: Layout<()>, text: &str, size: f32, line_height: f32) -> Self {
        let lines = line_boxes(&layout, size, line_height);
        let boundaries = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut this = Self {
            layout,
            lines,
            faces: Vec::new(),
            glyphs: Vec::new(),
            missing: Vec::new(),
            boundaries,
            line_height,
        };
        this.place(text);
        this
    }

    fn place(&mut self, text: &str) {
        for (index, line) in self.layout.lines().enumerate() {
            let baseline = self.lines[index].baseline;
            let shift = baseline - line.metrics().baseline;
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                let face = Face(run.run().font().clone());
                let known = self.faces.iter().position(|f| f.id() == face.id());
                let at = known.unwrap_or_else(|| {
                    self.faces.push(face);
                    self.faces.len() - 1
                });
                let size = run.run().font_size();
                let placed = run.positioned_glyphs().filter(|g| g.id != 0).map(|g| PlacedGlyph {
                    face: u16::try_from(at).unwrap_or(u16::MAX),
                    id: u16::try_from(g.id).unwrap_or_default(),
                    x: g.x,
                    y: g.y + shift,
                    size,
                });
                self.glyphs.extend(placed);
            }
            for run in line.runs() {
                for cluster in run.clusters().filter(|c| c.glyphs().any(|g| g.id == 0)) {
                    let start = cluster.text_range().start;
                    let Some(character) = text.get(start..).and_then(|t| t.chars().next()) else { continue };
                    let left = cluster.visual_offset().unwrap_or_default();
                    let right = left + cluster.advance();
                    let (top, bottom) = (self.lines[index].top, self.lines[index].bottom);
                    self.missing.push(Missing { character, start, rect: Rect { left, top, right, bottom } });
                }
            }
        }
    }

    /// Length of the text in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.boundaries.last().copied().unwrap_or_default()
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Width of the widest line.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.layout.width()
    }

    /// Height of all lines; an empty text has one.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a paragraph has far fewer lines than f32 has integers")]
    pub fn height(&self) -> f32 {
        self.lines.len().max(1) as f32 * self.line_height
    }

    /// Height of each line.
    #[must_use]
    pub const fn line_height(&self) -> f32 {
        self.line_height
    }

    /// The lines, from the top.
    #[must_use]
    pub fn lines(&self) -> &[LineBox] {
        &self.lines
    }

    /// Whether the paragraph reads from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.layout.is_rtl()
    }

    /// The faces it is set in.
    #[must_use]
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Every glyph to be drawn.
    #[must_use]
    pub fn glyphs(&self) -> &[PlacedGlyph] {
        &self.glyphs
    }

    /// Characters no face has, to be drawn as boxes with their code point.
    #[must_use]
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// The caret place nearest a point: always a cluster boundary.
    #[must_use]
    pub fn offset_at(&self, x: f32, y: f32) -> usize {
        self.boundary_before(Cursor::from_point(&self.layout, x, self.inner_y(y)).index())
    }

    /// The cluster whose ink box holds the point; nothing beside the text.
    #[must_use]
    pub fn cluster_at(&self, x: f32, y: f32) -> Option<Range<usize>> {
        if y < 0.0 || y >= self.height() {
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

    /// The rectangles that cover a range of bytes, each with its line; bounded by the text, not by the column.
    #[must_use]
    pub fn rects(&self, range: Range<usize>) -> Vec<(Rect, usize)> {
        let mut rects: Vec<(Rect, usize)> = Vec::new();
        for (index, line) in self.layout.lines().enumerate() {
            let on_line = line.text_range();
            if on_line.end <= range.start || on_line.start >= range.end {
                continue;
            }
            let boxed = &self.lines[index];
            let mut x = line.metrics().offset + line.metrics().inline_min_coord;
            let mut open: Option<Rect> = None;
            for cluster in line.runs().flat_map(|run| run.visual_clusters().collect::<Vec<_>>()) {
                let right = x + cluster.advance();
                if range.contains(&cluster.text_range().start) {
                    let rect =
                        open.get_or_insert(Rect { left: x, top: boxed.top, right, bottom: boxed.bottom });
                    rect.right = right;
                } else if let Some(rect) = open.take() {
                    rects.push((rect, index));
                }
                x = right;
            }
            rects.extend(open.map(|rect| (rect, index)));
        }
        rects
    }

    /// The caret place one cluster to the left on screen; itself at the end.
    #[must_use]
    pub fn left_of(&self, offset: usize) -> usize {
        self.step(offset, Cursor::previous_visual)
    }

    /// The caret place one cluster to the right on screen; itself at the end.
    #[must_use]
    pub fn right_of(&self, offset: usize) -> usize {
        self.step(offset, Cursor::next_visual)
    }

    /// The line the caret before `offset` is on.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|l| l.range.end <= offset).min(self.lines.len().saturating_sub(1))
    }

    /// Runs of one face and direction, line by line, for reports and checks.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for line in self.layout.lines() {
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(glyph_run) = item else { continue };
                let run = glyph_run.run();
                let id = Face(run.font().clone()).id();
                let glyphs = glyph_run.glyphs();
                runs.push(Run {
                    range: run.text_range(),
                    face: self.faces.iter().position(|f| f.id() == id).unwrap_or_default(),
                    rtl: run.is_rtl(),
                    glyphs: glyphs
                        .map(|g| RunGlyph { id: g.id, advance: g.advance, x: g.x, y: g.y })
                        .collect(),
                    clusters: run.clusters().map(|c| c.text_range()).collect(),
                });
            }
        }
        runs
    }

    fn step(&self, offset: usize, step: fn(&Cursor, &Layout<()>) -> Cursor) -> usize {
        let mut cursor = self.cursor(offset);
        loop {
            let next = step(&cursor, &self.layout);
            if next == cursor {
                return self.boundary_before(next.index());
            }
            if next.index() != offset && self.boundaries.binary_search(&next.index()).is_ok() {
                return next.index();
            }
            cursor = next;
        }
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
        Cursor::from_byte_index(&self.layout, offset, Affinity::Downstream)
    }

    /// The engine stacks lines by its own metrics; this finds its middle of the line that is drawn at `y`.
    fn inner_y(&self, y: f32) -> f32 {
        let line = self.lines.partition_point(|l| l.bottom <= y).min(self.lines.len().saturating_sub(1));
        self.layout
            .get(line)
            .map_or(0.0, |l| f32::midpoint(l.metrics().block_min_coord, l.metrics().block_max_coord))
    }
}

impl std::fmt::Debug for TextLayout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextLayout").field("lines", &self.lines).finish_non_exhaustive()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a paragraph has far fewer lines than f32 has integers")]
fn line_boxes(layout: &Layout<()>, size: f32, line_height: f32) -> Vec<LineBox> {
    let boxed = |(index, line): (usize, parley::Line<'_, ()>)| {
        let top = index as f32 * line_height;
        let left = line.metrics().offset + line.metrics().inline_min_coord;
        LineBox {
            range: line.text_range(),
            top,
            baseline: (top + line_height / 2.0 + BASELINE * size).round(),
            bottom: top + line_height,
            left,
            right: left + line.metrics().advance - line.metrics().hanging_advance,
        }
    };
    layout.lines().enumerate().map(boxed).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a page fit an f32")]
const fn narrow(x: f64) -> f32 {
    x as f32
}
