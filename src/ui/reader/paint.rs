//! Painting what lies under the text: bands, underlines, selections, handles; and all of it in its order.

use std::ops::Range;

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::crowds::Sign;
use super::marks::{BlockMarks, Mark, RESERVED};
use super::tags::Tags;
use super::view::{Placed, View};
use crate::session::OpenArticle;
use crate::text::Span;
use crate::typeset;
use crate::ui::theme::Theme;
use crate::ui::{Ink, Look};

/// Share of the line height above a band and below it.
pub(super) const BAND_TOP: f32 = 0.15;
const BAND_BOTTOM: f32 = 0.135;
const RADIUS: CornerRadius = CornerRadius::same(3);

/// Size of the knobs that edges are dragged by, in points.
const KNOB_RADIUS: f32 = 3.5;
/// Points from the middle of a knob within which it is taken hold of.
pub(super) const KNOB_REACH: f32 = 7.0;

/// Where the knob of an edge is: below the band, where it covers no tag and no letter is selected.
pub(super) fn knob(edge: Rect) -> Pos2 {
    pos2(edge.left(), edge.bottom() - edge.height() * BAND_BOTTOM + KNOB_RADIUS)
}

/// A painter with what every stroke needs to know.
pub(super) struct Brush<'a> {
    /// Draws within the reading area.
    pub painter: &'a Painter,
    /// Where things are.
    pub view: &'a View,
    /// In what colours.
    pub theme: &'a Theme,
}

impl Brush<'_> {
    /// The unit of thin lines, in points: one physical pixel at usual sizes.
    pub(super) fn unit(&self, placed: &Placed) -> f32 {
        (placed.layout.line_height() / 36.0).round().max(1.0) / self.view.scale
    }

    /// Stretches behind the text in one colour: a selection or something found.
    pub(super) fn wash(&self, placed: &Placed, range: Range<usize>, color: Color32, stroke: Stroke) {
        let through = range.end > placed.range.end && range.start <= placed.range.end;
        if let Some(local) = placed.local(range) {
            for (rect, _) in placed.layout.rects(local) {
                let rect = self.view.on_screen(placed, rect);
                self.painter.rect(rect, 2.0, color, stroke, StrokeKind::Inside);
            }
        }
        if through {
            // A stub where the line ending is selected too.
            let caret = self.view.on_screen(placed, placed.layout.caret(placed.layout.len()));
            let width = caret.height() * 0.2;
            let left = if placed.layout.is_rtl() { caret.left() - width } else { caret.left() };
            let stub = Rect::from_min_size(pos2(left, caret.top()), egui::vec2(width, caret.height()));
            self.painter.rect_filled(stub, 2.0, color);
        }
    }

    /// The band of an entity: tinted, inset by its lane, so that a nested mark leaves a rim of the outer one.
    pub(super) fn band(&self, placed: &Placed, mark: &Mark) {
        for band in self.bands(placed, mark) {
            self.painter.rect_filled(band, RADIUS, mark.tone.band);
        }
    }

    /// The rectangles of a stretch, without the white space that hangs over the ends of lines.
    pub(super) fn inked(placed: &Placed, range: Range<usize>) -> Vec<typeset::Rect> {
        let Some(local) = placed.local(range) else { return Vec::new() };
        let lines = placed.layout.lines();
        let hangs_right = !placed.layout.is_rtl();
        let trim = |(rect, line): (typeset::Rect, usize)| match lines.get(line) {
            Some(line) if hangs_right => typeset::Rect { right: rect.right.min(line.right), ..rect },
            _ => rect,
        };
        placed.layout.rects(local).into_iter().map(trim).filter(|r| r.right > r.left).collect()
    }

    fn bands(&self, placed: &Placed, mark: &Mark) -> Vec<Rect> {
        let height = placed.layout.line_height();
        let inset = Self::inset(placed, mark);
        let mut bands = Vec::new();
        for span in mark.spans.as_slice() {
            bands.extend(Self::inked(placed, span.range()).into_iter().map(|rect| {
                let band = typeset::Rect {
                    left: rect.left - 1.0,
                    right: rect.right + 1.0,
                    top: rect.top + height * BAND_TOP + inset,
                    bottom: rect.top + height * (1.0 - BAND_BOTTOM) - inset,
                };
                self.view.on_screen(placed, band)
            }));
        }
        bands
    }

    fn inset(placed: &Placed, mark: &Mark) -> f32 {
        mark.lane.min(3) as f32 * (placed.layout.line_height() * 0.055).round().max(2.0)
    }

    /// What of a band stays visible over a selection: its outline, its pattern, the dots between its parts.
    pub(super) fn outline(&self, placed: &Placed, mark: &Mark, selected: Option<&Range<usize>>) {
        for band in self.bands(placed, mark) {
            let covered = selected.is_some_and(|s| {
                mark.spans.as_slice().iter().any(|m| m.start().get() < s.end && s.start < m.end().get())
            });
            self.one_outline(band, mark, covered);
        }
        let down = placed.layout.line_height() * (1.0 - BAND_BOTTOM) - Self::inset(placed, mark);
        for pair in mark.spans.as_slice().windows(2) {
            self.connector(placed, mark, pair[0].range(), pair[1].range(), down);
        }
    }

    fn one_outline(&self, band: Rect, mark: &Mark, covered: bool) {
        let strong = mark.tone.strong;
        let stroke = match (mark.focused, mark.hovered, mark.lane) {
            (true, _, _) => Stroke::new(1.5, strong),
            (_, true, _) => Stroke::new(1.0, strong.gamma_multiply(0.8)),
            (_, _, 1..) => Stroke::new(1.0, strong.gamma_multiply(0.5)),
            _ if covered => Stroke::new(1.0, strong.gamma_multiply(0.5)),
            _ => Stroke::NONE,
        };
        self.painter.rect_stroke(band, RADIUS, stroke, StrokeKind::Inside);
        let foot = [band.left_bottom() - egui::vec2(-2.0, 1.0), band.right_bottom() - egui::vec2(2.0, 1.0)];
        let line = Stroke::new(1.0, strong);
        match mark.pattern {
            0 => {}
            1 => self.painter.extend(Shape::dashed_line(&foot, line, 4.0, 3.0)),
            2 => self.painter.extend(Shape::dotted_line(&foot, strong, 4.0, 0.8)),
            _ => {
                self.painter.line_segment(foot, line);
            }
        }
    }

    /// Dots from one part of a mark to the next; where they are on two lines, dots at both ends.
    fn connector(&self, placed: &Placed, mark: &Mark, before: Range<usize>, after: Range<usize>, down: f32) {
        let last = placed.local(before).and_then(|l| placed.layout.rects(l).into_iter().next_back());
        let first = placed.local(after).and_then(|l| placed.layout.rects(l).into_iter().next());
        let y = |rect: &typeset::Rect| (placed.top + rect.top + down).round() / self.view.scale;
        let x = |x: f32| (self.view.left + x) / self.view.scale;
        let dots = |from: f32, to: f32, y: f32| {
            let (from, to) = (from.min(to), from.max(to));
            self.painter.extend(Shape::dotted_line(
                &[pos2(from, y), pos2(to, y)],
                mark.tone.strong,
                4.0,
                1.0,
            ));
        };
        match (last, first) {
            (Some((a, line)), Some((b, other))) if line == other => {
                let (from, to) = if a.right <= b.left { (a.right, b.left) } else { (b.right, a.left) };
                dots(x(from), x(to), y(&a));
            }
            (last, first) => {
                let away = if placed.layout.is_rtl() { -14.0 } else { 14.0 };
                let end = |r: &typeset::Rect| if away < 0.0 { r.left } else { r.right };
                let start = |r: &typeset::Rect| if away < 0.0 { r.right } else { r.left };
                if let Some((r, _)) = &last {
                    dots(x(end(r)), x(end(r)) + away, y(r));
                }
                if let Some((r, _)) = &first {
                    dots(x(start(r)) - away, x(start(r)), y(r));
                }
            }
        }
    }

    /// The ground of a claim that is focused or under the pointer; others have none.
    pub(super) fn ground(&self, placed: &Placed, mark: &Mark) {
        if !mark.focused && !mark.hovered {
            return;
        }
        let tint = mark.tone.band.gamma_multiply(if mark.focused { 0.7 } else { 0.4 });
        let flat = Mark { lane: 0, ..mark.clone() };
        for band in self.bands(placed, &flat) {
            self.painter.rect_filled(band, 0.0, tint);
        }
    }

    /// The underline of a claim in its lane.
    ///
    /// `depth` is how many lanes the block has: where they are more than are reserved, they stand closer.
    pub(super) fn underline(&self, placed: &Placed, mark: &Mark, depth: usize) {
        let unit = self.unit(placed) * self.view.scale;
        let height = placed.layout.line_height();
        let step = (3.0 * unit * RESERVED as f32 / depth.max(RESERVED) as f32).max(1.0);
        let thick = if mark.focused { 3.0 } else { 2.0 } * (step / 3.0).max(0.5);
        let lane = mark.lane as f32;
        for (part, span) in mark.spans.as_slice().iter().enumerate() {
            for rect in Self::inked(placed, span.range()) {
                let top = rect.top + height - 4.0 * unit + lane * step;
                let line = typeset::Rect { top, bottom: top + thick, ..rect };
                let line = self.view.on_screen(placed, line);
                if mark.pattern == 0 {
                    self.painter.rect_filled(line, 0.0, mark.tone.strong);
                } else {
                    let stroke = Stroke::new(line.height(), mark.tone.strong);
                    let gap = 2.0 * mark.pattern.min(3) as f32;
                    self.painter.extend(Shape::dashed_line(
                        &[line.left_center(), line.right_center()],
                        stroke,
                        8.0,
                        gap,
                    ));
                }
            }
            if part > 0 {
                let before = mark.spans.as_slice()[part - 1].range();
                self.connector(placed, mark, before, span.range(), height - 3.0 * unit + lane * step);
            }
        }
    }

    /// Bars at the edges of the focused annotation, with knobs that can be dragged while the pointer is near.
    pub(super) fn handles(&self, text: &crate::text::SourceText, mark: &Mark) {
        for span in mark.spans.as_slice() {
            let (start, end) = self.view.ends(text, &span.range());
            for edge in [start, end].into_iter().flatten() {
                let height = edge.height();
                let (top, bottom) = (edge.top() + height * BAND_TOP, edge.bottom() - height * BAND_BOTTOM);
                self.painter.vline(edge.left(), top..=bottom, Stroke::new(2.0, mark.tone.strong));
                let (knob, pointer) = (knob(edge), self.painter.ctx().pointer_hover_pos());
                if mark.hovered || pointer.is_some_and(|at| at.distance(knob) <= 2.0 * KNOB_REACH) {
                    let is_held = pointer.is_some_and(|at| at.distance(knob) <= KNOB_REACH);
                    let radius = if is_held { KNOB_RADIUS + 1.5 } else { KNOB_RADIUS };
                    self.painter.circle(knob, radius, mark.tone.strong, Stroke::new(1.0, self.theme.page));
                }
            }
        }
    }
}

/// All of the text and its marks: what is below first, letters over everything. Gives where there are more marks than are drawn.
pub(super) fn all(
    brush: &Brush<'_>,
    ink: &mut Ink,
    article: &OpenArticle,
    marks: &[BlockMarks],
    look: &Look,
) -> Vec<Sign> {
    let text = &article.document().text;
    let selected = article.selection().span(text).map(Span::range);
    let both = || brush.view.placed.iter().zip(marks);
    for (placed, BlockMarks { marks, .. }) in both() {
        let (entities, claims): (Vec<&Mark>, Vec<&Mark>) = marks.iter().partition(|m| m.is_entity());
        for m in &claims {
            brush.ground(placed, m);
        }
        for m in &entities {
            brush.band(placed, m);
        }
        found(brush, article, placed);
        if let Some(range) = &selected {
            brush.wash(placed, range.clone(), brush.theme.selection, Stroke::NONE);
        }
        for m in &entities {
            brush.outline(placed, m, selected.as_ref());
        }
        let depth = claims.iter().map(|m| m.lane + 1).max().unwrap_or_default();
        for m in &claims {
            brush.underline(placed, m, depth);
        }
    }
    let (mut tags, mut signs) = (Tags::new(look.text_size), Vec::new());
    for (placed, BlockMarks { crowds, .. }) in both() {
        for hidden in crowds {
            let rect = tags.crowd(brush, ink, placed, &hidden.crowd);
            signs.push(Sign { block: placed.block, rect, hidden: hidden.clone() });
        }
    }
    for (placed, BlockMarks { marks, .. }) in both() {
        tags.expect(brush, placed, marks.iter().filter(|m| m.is_entity()));
    }
    // Those of the mark at hand come last: they may cover others.
    for is_at_hand in [false, true] {
        for (placed, BlockMarks { marks, .. }) in both() {
            let is_now = |m: &&Mark| m.is_entity() && (m.focused || m.hovered) == is_at_hand;
            for mark in marks.iter().filter(is_now) {
                tags.tag(brush, ink, placed, mark);
            }
        }
    }
    for (placed, BlockMarks { marks, .. }) in both() {
        tags.brackets(brush, ink, placed, marks);
    }
    for placed in &brush.view.placed {
        let content = text.as_str().get(placed.range.clone()).unwrap_or_default();
        brush.text(ink, placed, content, look.invisibles);
    }
    if let Some(focused) = marks.iter().flat_map(|block| &block.marks).find(|m| m.focused) {
        brush.handles(text, focused);
    }
    signs
}

fn found(brush: &Brush<'_>, article: &OpenArticle, placed: &Placed) {
    let search = article.search();
    let places = search.found();
    let first = places.partition_point(|s| s.end().get() <= placed.range.start);
    for (i, span) in
        places.iter().enumerate().skip(first).take_while(|(_, s)| s.start().get() < placed.range.end)
    {
        let current = search.current() == Some(i);
        let color = if current { brush.theme.found_current } else { brush.theme.found };
        let edge = if current { Stroke::new(1.0, brush.theme.text) } else { Stroke::NONE };
        // Within one block: what is found never shows as a selected line ending.
        let range = span.start().get()..span.end().get().min(placed.range.end);
        brush.wash(placed, range, color, edge);
    }
}
