//! Names of labels beside what they mark: tags over the starts of bands, brackets in the margin for claims.

use std::collections::HashMap;
use std::ops::Range;

use egui::{Rect, Stroke, pos2, vec2};

use super::marks::{Mark, lines_of};
use super::paint::{BAND_TOP, Brush};
use super::tag_room::{Reading, Room};
use super::view::Placed;
use crate::analysis::Crowd;
use crate::typeset::Weight;
use crate::ui::Ink;
use crate::words::say;

/// Points between the column and the first bracket, and from bracket to bracket.
const GAP: f32 = 9.0;
const STEP: f32 = 5.0;
/// Brackets further out than this lane share its place.
const LANES: usize = 4;
/// Points between two tags, and around the letters of one.
pub(super) const BETWEEN: f32 = 3.0;
const PADDING: f32 = 5.0;
/// A tag is at least so many times as wide as its letters are high: two of them and the dots.
const LEAST_WIDTH: f32 = 2.4;

/// A bracket beside a run of lines.
struct Bracket<'a> {
    mark: &'a Mark,
    /// Its first and last line.
    first: usize,
    last: usize,
    /// How far out it stands, and how far the outermost of its block does.
    lane: usize,
    deepest: usize,
}

/// Lays tags so that none covers another.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// Left and right of the tags over each line, by its top in whole pixels.
    over: HashMap<i32, Vec<(f32, f32)>>,
    /// Where tags begin over each line, in its reading direction, and how many are still to be laid there.
    starts: HashMap<i32, Vec<(f32, usize)>>,
    /// Top and bottom of the names in the left and the right margin.
    beside: [Vec<(f32, f32)>; 2],
    /// Size of the names in points.
    size: f32,
}

impl Tags {
    /// No tags yet; `text_size` is that of the article, in points.
    pub(super) fn new(text_size: f32) -> Self {
        Self { size: (text_size * 0.5).clamp(8.5, 12.0), ..Self::default() }
    }

    /// Says which marks of a block will have a tag over them, before any of them is laid: each keeps to the stretch up to where
    /// the next begins.
    pub(super) fn expect<'m>(
        &mut self,
        brush: &Brush<'_>,
        placed: &Placed,
        marks: impl Iterator<Item = &'m Mark>,
    ) {
        for mark in marks {
            let Some(rect) = starts_at(brush, placed, mark.spans.first().range()) else { continue };
            let starts = self.starts.entry(line(brush, rect)).or_default();
            let at = Reading { rtl: placed.layout.is_rtl() }.start(rect);
            match starts.iter_mut().find(|(known, _)| (*known - at).abs() < 1.0) {
                Some((_, count)) => *count += 1,
                None => starts.push((at, 1)),
            }
        }
    }

    /// The tag of a mark that starts in this block, in the leading over its first line: shortened where the next begins before
    /// its end, left out where there is no room for two letters. That of the mark at hand is whole, whatever it covers.
    pub(super) fn tag(&mut self, brush: &Brush<'_>, ink: &mut Ink, placed: &Placed, mark: &Mark) {
        let Some(rect) = starts_at(brush, placed, mark.spans.first().range()) else { return };
        let scale = brush.view.scale;
        let name = short(&mark.name);
        let mut layout = ink.layout_label(&name, self.size * scale, Weight::SemiBold, None);
        let whole = layout.width() / scale + PADDING;
        let found = self.stretch(brush, placed, rect, whole);
        // Half a point may be lost on the way.
        let is_whole = |width: f32| width + 0.5 >= whole;
        let is_at_hand = mark.focused || mark.hovered;
        let Some((mut left, mut width)) =
            found.filter(|(_, width)| !is_at_hand || is_whole(*width)).or_else(|| {
                let area = brush.view.rect;
                let wanted =
                    if placed.layout.is_rtl() { rect.right() + 1.0 - whole } else { rect.left() - 1.0 };
                let left = wanted.clamp(area.left(), (area.right() - 14.0 - whole).max(area.left()));
                is_at_hand.then_some((left, whole))
            })
        else {
            return;
        };
        if !is_whole(width) {
            let letters = (width - PADDING) * scale;
            layout = ink.layout_label(&name, self.size * scale, Weight::SemiBold, Some(letters));
            let room = width - (layout.width() / scale + PADDING).min(width);
            width -= room;
            left += if placed.layout.is_rtl() { room } else { 0.0 };
        }
        let chip = self.chip(brush, placed, rect, left, width);
        let (fill, ink_color) = if mark.focused {
            (mark.tone.strong, mark.tone.on_strong)
        } else {
            (brush.theme.page, mark.tone.strong)
        };
        brush.painter.rect_filled(chip, 2.0, fill);
        if !mark.focused {
            brush.painter.rect_filled(
                chip,
                2.0,
                mark.tone.band.gamma_multiply(if mark.hovered { 1.0 } else { 0.55 }),
            );
        }
        let top = chip.center().y * scale - layout.line_height() / 2.0;
        ink.paint(brush.painter, &layout, pos2((chip.left() + 2.5) * scale, top), ink_color);
    }

    /// The left end and the width of a tag that is `whole` points wide where it has room, over the stretch that begins at `rect`.
    fn stretch(&mut self, brush: &Brush<'_>, placed: &Placed, rect: Rect, whole: f32) -> Option<(f32, f32)> {
        let reading = Reading { rtl: placed.layout.is_rtl() };
        let area = brush.view.rect.left()..=brush.view.rect.right() - 14.0;
        let least = (self.size * LEAST_WIDTH).min(whole);
        let line = line(brush, rect);
        let taken = self.over.entry(line).or_default();
        let at = reading.start(rect);
        let (mut next, mut waiting) = (None::<f32>, 0);
        for (start, count) in self.starts.entry(line).or_default() {
            if (*start - at).abs() < 1.0 {
                *count = count.saturating_sub(1);
                waiting = *count;
            } else if *start > at {
                next = Some(next.map_or(*start, |known| known.min(*start)));
            }
        }
        let found = reading.stretch(&Room { taken, at, next, waiting, least, area }, whole)?;
        taken.push(found);
        Some((found.0, found.1 - found.0))
    }

    /// The ground of a tag, in the leading over the line that `rect` stands on.
    fn chip(&self, brush: &Brush<'_>, placed: &Placed, rect: Rect, left: f32, width: f32) -> Rect {
        let height = (self.size * 0.94).ceil();
        let bottom = rect.top() + placed.layout.line_height() / brush.view.scale * BAND_TOP + 1.0;
        Rect::from_min_max(pos2(left, bottom - height), pos2(left + width, bottom))
    }

    /// How many marks stand here beyond those that are drawn: `+1,998`; gives where it says so, if there is room.
    pub(super) fn crowd(
        &mut self,
        brush: &Brush<'_>,
        ink: &mut Ink,
        placed: &Placed,
        crowd: &Crowd,
    ) -> Option<Rect> {
        let scale = brush.view.scale;
        let text = say!("reader-crowd", count = crowd.count);
        let layout = ink.layout_label(&text, self.size * scale, Weight::SemiBold, None);
        let range = crowd.range.start.get()..crowd.range.end.get();
        let chip = self.over(brush, placed, range, layout.width())?;
        brush.painter.rect_filled(chip, 2.0, brush.theme.text);
        let top = chip.center().y * scale - layout.line_height() / 2.0;
        ink.paint(brush.painter, &layout, pos2((chip.left() + 2.5) * scale, top), brush.theme.page);
        Some(chip)
    }

    /// A free place for a sign whose letters are `letters` pixels wide, over where a stretch begins in this block.
    fn over(
        &mut self,
        brush: &Brush<'_>,
        placed: &Placed,
        range: Range<usize>,
        letters: f32,
    ) -> Option<Rect> {
        let (rect, _) = placed.local(range).and_then(|l| placed.layout.rects(l).into_iter().next())?;
        let rect = brush.view.on_screen(placed, rect);
        let width = letters / brush.view.scale + PADDING;
        let area = brush.view.rect;
        let rtl = placed.layout.is_rtl();
        let wanted = if rtl { rect.right() + 1.0 - width } else { rect.left() - 1.0 };
        let taken = self.over.entry(line(brush, rect)).or_default();
        let left = free_place(taken, wanted, width, rtl, area.left()..=area.right() - 14.0)?;
        taken.push((left, left + width));
        Some(self.chip(brush, placed, rect, left, width))
    }

    /// The brackets of a block's claims in the margin, one for each run of lines, with the name at the first.
    pub(super) fn brackets(&mut self, brush: &Brush<'_>, ink: &mut Ink, placed: &Placed, marks: &[Mark]) {
        let claims: Vec<&Mark> = marks.iter().filter(|m| !m.is_entity()).collect();
        let mut runs: Vec<(usize, usize, &Mark)> = Vec::new();
        for mark in claims {
            for (first, last) in line_runs(placed, mark) {
                runs.push((first, last, mark));
            }
        }
        runs.sort_by_key(|(first, last, _)| (*first, std::cmp::Reverse(*last)));
        let mut free_from: Vec<usize> = Vec::new();
        let lanes: Vec<usize> = runs
            .iter()
            .map(|(first, last, _)| {
                let found = free_from.iter().position(|free| free <= first);
                let lane = found.unwrap_or(free_from.len());
                free_from.resize(free_from.len().max(lane + 1), 0);
                free_from[lane] = last + 1;
                lane.min(LANES - 1)
            })
            .collect();
        let deepest = lanes.iter().copied().max().unwrap_or_default();
        for ((first, last, mark), lane) in runs.into_iter().zip(lanes) {
            self.bracket(brush, ink, placed, &Bracket { mark, first, last, lane, deepest });
        }
    }

    fn bracket(&mut self, brush: &Brush<'_>, ink: &mut Ink, placed: &Placed, bracket: &Bracket<'_>) {
        let Bracket { mark, first, last, lane, deepest } = *bracket;
        let view = brush.view;
        let lines = placed.layout.lines();
        let height = placed.layout.line_height() / view.scale;
        let y = |px: f32| (placed.top + px).round() / view.scale;
        let (top, bottom) = (y(lines[first].top) + height * 0.2, y(lines[last].top) + height * 0.92);
        let rtl = placed.layout.is_rtl();
        let out = if rtl { 1.0 } else { -1.0 };
        let edge = if rtl { view.left + view.width } else { view.left } / view.scale;
        let x = edge + out * (GAP + STEP * lane as f32);
        let stroke = Stroke::new(if mark.focused || mark.hovered { 2.5 } else { 1.5 }, mark.tone.strong);
        let foot = -out * 4.0;
        brush
            .painter
            .line(vec![pos2(x + foot, top), pos2(x, top), pos2(x, bottom), pos2(x + foot, bottom)], stroke);
        let starts =
            placed.local(mark.spans.first().range()).is_some_and(|l| lines_of(placed, &l).start == first);
        if !starts || !placed.range.contains(&mark.spans.first().start().get()) {
            return;
        }
        let from = edge + out * (GAP + STEP * deepest as f32 + 4.0);
        let room = if rtl { view.rect.right() - 16.0 - from } else { from - view.rect.left() - 4.0 };
        let layout = ink.layout_label(&short(&mark.name), self.size * view.scale, Weight::SemiBold, None);
        if layout.width() > room * view.scale {
            // A narrow margin has room for the bracket alone: the name goes over the claim's start.
            self.tag(brush, ink, placed, mark);
            return;
        }
        let tall = self.size * 1.15;
        let beside = &mut self.beside[usize::from(rtl)];
        let mut at = top;
        while let Some((_, below)) = beside.iter().find(|(a, b)| at < *b && at + tall > *a) {
            at = *below;
        }
        beside.push((at, at + tall));
        let width = layout.width() / view.scale;
        let left = if rtl { from } else { from - width };
        let chip = Rect::from_min_size(pos2(left - 2.0, at), vec2(width + 4.0, tall));
        let color = if mark.focused {
            brush.painter.rect_filled(chip, 2.0, mark.tone.strong);
            mark.tone.on_strong
        } else {
            mark.tone.strong
        };
        let top = chip.center().y * view.scale - layout.line_height() / 2.0;
        ink.paint(brush.painter, &layout, pos2(left * view.scale, top), color);
    }
}

/// Where a mark that starts in this block does so on the screen.
fn starts_at(brush: &Brush<'_>, placed: &Placed, first: Range<usize>) -> Option<Rect> {
    if !placed.range.contains(&first.start) {
        return None;
    }
    let (rect, _) = placed.layout.rects(placed.local(first)?).into_iter().next()?;
    Some(brush.view.on_screen(placed, rect))
}

/// A line by its top in whole pixels.
fn line(brush: &Brush<'_>, rect: Rect) -> i32 {
    (rect.top() * brush.view.scale) as i32
}

/// First and last line of each run of neighbouring lines a mark stands on.
fn line_runs(placed: &Placed, mark: &Mark) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for span in mark.spans.as_slice() {
        let Some(local) = placed.local(span.range()) else { continue };
        let lines = lines_of(placed, &local);
        if lines.is_empty() {
            continue;
        }
        match runs.last_mut() {
            Some((_, last)) if lines.start <= *last + 1 => *last = (*last).max(lines.end - 1),
            _ => runs.push((lines.start, lines.end - 1)),
        }
    }
    runs
}

/// The nearest place for a tag `width` wide that covers none of `taken`, in reading direction from `wanted`.
fn free_place(
    taken: &[(f32, f32)],
    wanted: f32,
    width: f32,
    rtl: bool,
    within: std::ops::RangeInclusive<f32>,
) -> Option<f32> {
    let mut left = wanted.clamp(*within.start(), (*within.end() - width).max(*within.start()));
    for _ in 0..=taken.len() {
        let Some((a, b)) = taken.iter().find(|(a, b)| left < b + 2.0 && left + width > a - 2.0) else {
            return (left >= *within.start() && left + width <= *within.end()).then_some(left);
        };
        left = if rtl { a - 3.0 - width } else { b + 3.0 };
    }
    None
}

/// A label's name in few letters: up to the first comma, in capitals.
fn short(name: &str) -> String {
    name.split([',', '(', '/']).next().unwrap_or(name).trim().to_uppercase()
}
