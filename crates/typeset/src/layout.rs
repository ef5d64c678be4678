//! A text on lines: where its glyphs, carets and stretches are.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use parley::{Layout, PositionedLayoutItem};

use super::{Face, Missing, PlacedGlyph, Rect, Run, RunGlyph};

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
    pub(super) layout: Layout<()>,
    pub(super) lines: Vec<LineBox>,
    faces: Vec<Face>,
    glyphs: Vec<PlacedGlyph>,
    missing: Vec<Missing>,
    /// Where clusters of UAX #29 begin, and the end. The engine cuts a cluster where the script changes within
    /// it, as at a vowel sign after a letter of another script; a caret must not stand there.
    pub(super) boundaries: Vec<usize>,
    /// The engine's clusters of all lines, each line's in visual order.
    clusters: Vec<ClusterBox>,
    /// Where each line's clusters begin.
    first_clusters: Vec<usize>,
    pub(super) line_height: f32,
}

/// Where a cluster of the engine begins in the text, in bytes, and what it covers of its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClusterBox {
    pub(super) start: usize,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl TextLayout {
    /// Letters stand `baseline` pixels below the middle of lines `line_height` pixels high.
    pub(super) fn new(layout: Layout<()>, text: &str, baseline: f32, line_height: f32) -> Self {
        let lines = line_boxes(&layout, text.len(), baseline, line_height);
        let boundaries = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut this = Self {
            layout,
            lines,
            faces: Vec::new(),
            glyphs: Vec::new(),
            missing: Vec::new(),
            boundaries,
            clusters: Vec::new(),
            first_clusters: Vec::new(),
            line_height,
        };
        if !text.is_empty() {
            this.place(text);
        }
        this
    }

    fn place(&mut self, text: &str) {
        for (index, line) in self.layout.lines().enumerate() {
            let shift = self.lines[index].baseline - line.metrics().baseline;
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                let at = face_index(&mut self.faces, run.run());
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
            self.first_clusters.push(self.clusters.len());
            // Where the text reads to the left, blanks at the end of the line hang past its left.
            let mut right = line.metrics().offset + line.metrics().inline_min_coord;
            for run in line.runs() {
                let face = Face::of(&run);
                let first = self.missing.len();
                for cluster in run.visual_clusters() {
                    let across = right..right + cluster.advance();
                    right = across.end;
                    let start = cluster.text_range().start;
                    self.clusters.push(ClusterBox { start, left: across.start, right });
                    if cluster.glyphs().any(|g| g.id == 0) {
                        let lacking = lacking(text, cluster.text_range(), &face);
                        self.missing.extend(boxes(&lacking, run.is_rtl(), &across, &self.lines[index]));
                    }
                }
                // In the order of the text, also where it reads to the left.
                self.missing[first..].sort_by_key(|missing| missing.start);
            }
        }
    }

    /// The clusters of a line, in visual order.
    pub(super) fn clusters(&self, line: usize) -> &[ClusterBox] {
        let Some(first) = self.first_clusters.get(line) else { return &[] };
        let next = self.first_clusters.get(line + 1).copied();
        &self.clusters[*first..next.unwrap_or(self.clusters.len())]
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

    /// Width of the widest line, the blanks it was wrapped at left out.
    #[must_use]
    pub fn width(&self) -> f32 {
        if self.is_empty() { 0.0 } else { self.layout.width() }
    }

    /// Height of all lines; an empty text has one.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.lines.last().map_or(self.line_height, |l| l.bottom)
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

    /// Runs of one face and direction, line by line, for reports and checks.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for item in self.layout.lines().flat_map(|line| line.items()).filter(|_| !self.is_empty()) {
            let PositionedLayoutItem::GlyphRun(glyph_run) = item else { continue };
            let run = glyph_run.run();
            let face = Face::of(run);
            let glyphs = glyph_run.glyphs();
            runs.push(Run {
                range: run.text_range(),
                face: self.faces.iter().position(|f| *f == face).unwrap_or_default(),
                rtl: run.is_rtl(),
                glyphs: glyphs.map(|g| RunGlyph { id: g.id, advance: g.advance, x: g.x, y: g.y }).collect(),
                clusters: run.clusters().map(|c| c.text_range()).collect(),
            });
        }
        runs
    }
}

impl std::fmt::Debug for TextLayout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextLayout").field("lines", &self.lines).finish_non_exhaustive()
    }
}

fn face_index(faces: &mut Vec<Face>, run: &parley::Run<'_, ()>) -> usize {
    let face = Face::of(run);
    faces.iter().position(|f| *f == face).unwrap_or_else(|| {
        faces.push(face);
        faces.len() - 1
    })
}

/// The characters of a cluster that its face lacks, with where each begins.
///
/// A tab has no glyph in most faces and needs none: it is a blank.
fn lacking(text: &str, range: Range<usize>, face: &Face) -> Vec<(usize, char)> {
    let cluster = text.get(range.clone()).unwrap_or_default();
    let found = cluster.char_indices().filter(|(_, c)| !c.is_whitespace() && !face.has(*c));
    found.map(|(at, c)| (range.start + at, c)).collect()
}

/// Boxes for them side by side where their cluster stands, in the direction in which it reads.
fn boxes<'l>(
    lacking: &'l [(usize, char)],
    is_rtl: bool,
    across: &Range<f32>,
    line: &'l LineBox,
) -> impl Iterator<Item = Missing> + 'l {
    let each = (across.end - across.start) / lacking.len().max(1) as f32;
    let start = across.start;
    lacking.iter().enumerate().map(move |(n, &(at, character))| {
        let place = if is_rtl { lacking.len() - 1 - n } else { n };
        let left = start + each * place as f32;
        let rect = Rect { left, top: line.top, right: left + each, bottom: line.bottom };
        Missing { character, start: at, rect }
    })
}

fn line_boxes(layout: &Layout<()>, len: usize, baseline: f32, line_height: f32) -> Vec<LineBox> {
    let boxed = |(index, line): (usize, parley::Line<'_, ()>)| {
        let (range, metrics) = (line.text_range(), line.metrics());
        let top = index as f32 * line_height;
        // Blanks a line was wrapped at hang past its end, which is on the left where the text reads to the left.
        let hanging = if layout.is_rtl() { metrics.hanging_advance } else { 0.0 };
        let left = metrics.offset + metrics.inline_min_coord + hanging;
        let advance = if len == 0 { 0.0 } else { metrics.advance - metrics.hanging_advance };
        LineBox {
            // An empty text is laid out by the engine as one blank.
            range: range.start.min(len)..range.end.min(len),
            top,
            baseline: (top + line_height / 2.0 + baseline).round(),
            bottom: top + line_height,
            left,
            right: left + advance,
        }
    };
    layout.lines().enumerate().map(boxed).collect()
}
