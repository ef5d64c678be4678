//! Which part of the column is in the window: scrolling, its bar, and bringing a place into view.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::view::Placed;
use crate::text::ByteOffset;
use crate::typeset::{Anchor, Flow, Typesetter};
use crate::ui::theme::Theme;

/// Points of empty page above the first and below the last line.
const PAD: f32 = 28.0;
/// Width of the bar's track in points.
const BAR: f32 = 12.0;
/// The thumb is never shorter than this.
const THUMB: f32 = 28.0;

/// Where the window is in the column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scroll {
    anchor: Anchor,
    /// Stay at the end while estimated heights above it are corrected.
    at_end: bool,
    grab: Option<f32>,
}

/// The window in pixels: its top on the screen, its height, and the empty page at both ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// Top on the screen.
    pub top: f32,
    /// Height.
    pub height: f32,
    /// Empty page above the text and below it.
    pub pad: f32,
}

impl Window {
    /// The window that fills `rect`.
    pub(super) fn new(rect: Rect, scale: f32) -> Self {
        let height = (rect.height() * scale).max(1.0);
        Self { top: (rect.top() * scale).round(), height, pad: (PAD * scale).round().min(height / 4.0) }
    }

    fn inner(self) -> f32 {
        (self.height - 2.0 * self.pad).max(1.0)
    }
}

impl Scroll {
    /// The place at the top of the window, to be kept for later.
    pub(super) const fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// Starts at a remembered place.
    pub(super) const fn at(anchor: Anchor) -> Self {
        Self { anchor, at_end: false, grab: None }
    }

    /// Moves down by `pixels`, up when negative.
    pub(super) fn by(&mut self, flow: &Flow, window: Window, pixels: f32) {
        self.to(flow, window, flow.distance(self.anchor) + f64::from(pixels));
    }

    /// Moves to a distance from the column's top.
    pub(super) fn to(&mut self, flow: &Flow, window: Window, distance: f64) {
        self.anchor = flow.anchor_at(distance, window.inner());
        self.at_end = distance >= flow.height() - f64::from(window.inner());
    }

    /// Brings the line of `offset` into view with a line of air, or, when `centre` and it is far, to the middle.
    pub(super) fn show(
        &mut self,
        flow: &mut Flow,
        typesetter: &mut Typesetter,
        window: Window,
        offset: ByteOffset,
        centre: bool,
    ) {
        // Once is enough unless guessed heights below the place were far from true.
        for _ in 0..3 {
            let Some(above) = self.wanted_above(flow, typesetter, window, offset, centre) else { return };
            self.anchor = flow.anchor_for(typesetter, offset, above, window.inner());
            self.at_end = false;
            let _ = self.place(flow, typesetter, window);
        }
    }

    /// How far below the window's top the line of `offset` should come; nothing when it is in view.
    fn wanted_above(
        &self,
        flow: &mut Flow,
        typesetter: &mut Typesetter,
        window: Window,
        offset: ByteOffset,
        centre: bool,
    ) -> Option<f32> {
        let block = flow.blocks().at(offset);
        let layout = flow.layout(typesetter, block);
        let start = flow.blocks().as_slice().get(block).map_or(0, |b| b.range.start.get());
        let caret = layout.caret(offset.get().saturating_sub(start).min(layout.len()));
        let (line, inner) = (layout.line_height(), window.inner());
        let air = line.min(inner / 4.0);
        let y = (flow.top_of(block) - flow.distance(self.anchor)) as f32 + caret.top;
        if y < -0.5 {
            Some(if centre && y < -inner { inner / 3.0 } else { air })
        } else if y + line > inner + 0.5 {
            Some(if centre && y > 2.0 * inner { inner / 3.0 } else { (inner - line - air).max(0.0) })
        } else {
            None
        }
    }

    /// Carries out a change of width or size, and keeps the line at the top of the window where it is.
    pub(super) fn keep(
        &mut self,
        flow: &mut Flow,
        typesetter: &mut Typesetter,
        window: Window,
        change: impl FnOnce(&mut Flow),
    ) {
        let layout = flow.layout(typesetter, self.anchor.block);
        let start = flow.blocks().as_slice().get(self.anchor.block).map_or(0, |b| b.range.start.get());
        let lines = layout.lines();
        let top = lines.iter().find(|l| l.bottom > self.anchor.into + 0.5).map_or(0, |l| l.range.start);
        let at_top = self.anchor.block == 0 && self.anchor.into < 1.0;
        change(flow);
        self.anchor = if at_top {
            Anchor::default()
        } else {
            flow.anchor_for(typesetter, ByteOffset::new(start + top), 0.0, window.inner())
        };
    }

    /// Lays out what is in the window, from the top down; true heights take the place of guesses without a jump.
    pub(super) fn place(
        &mut self,
        flow: &mut Flow,
        typesetter: &mut Typesetter,
        window: Window,
    ) -> Vec<Placed> {
        let mut placed = Vec::new();
        for _ in 0..4 {
            let wanted = if self.at_end { flow.height() } else { flow.distance(self.anchor) };
            self.anchor = flow.anchor_at(wanted, window.inner());
            placed = self.place_once(flow, typesetter, window);
            let settled = flow.anchor_at(flow.distance(self.anchor), window.inner());
            let end = flow.anchor_at(flow.height(), window.inner());
            let still =
                |one: Anchor, other: Anchor| one.block == other.block && (one.into - other.into).abs() < 0.5;
            if still(settled, self.anchor) && (!self.at_end || still(end, self.anchor)) {
                break;
            }
        }
        placed
    }

    fn place_once(&self, flow: &mut Flow, typesetter: &mut Typesetter, window: Window) -> Vec<Placed> {
        let count = flow.blocks().as_slice().len();
        let _ = flow.layout(typesetter, self.anchor.block);
        let mut first = self.anchor.block;
        let mut y = window.top + window.pad - self.anchor.into;
        while y > window.top && first > 0 {
            first -= 1;
            let _ = flow.layout(typesetter, first);
            y -= flow.height_of(first);
        }
        let mut placed = Vec::new();
        let mut block = first;
        while block < count && y < window.top + window.height {
            let layout = flow.layout(typesetter, block);
            let range = flow.blocks().as_slice()[block].range.clone();
            placed.push(Placed { block, range: range.start.get()..range.end.get(), top: y.round(), layout });
            y += flow.height_of(block);
            block += 1;
        }
        placed
    }

    /// The bar at the right edge: shows where the window is, and can be dragged.
    pub(super) fn bar(&mut self, ui: &Ui, flow: &Flow, area: Rect, window: Window, theme: &Theme) {
        let range = flow.height() - f64::from(window.inner());
        let track =
            Rect::from_min_max(pos2(area.right() - BAR, area.top()), area.max).shrink2(vec2(0.0, 2.0));
        if range <= 0.5 || track.height() < THUMB * 1.5 {
            self.grab = None;
            return;
        }
        let share = (f64::from(window.inner()) / flow.height()) as f32;
        let length = (track.height() * share).max(THUMB);
        let free = track.height() - length;
        let at = (flow.distance(self.anchor) / range).clamp(0.0, 1.0) as f32;
        let thumb =
            |at: f32| Rect::from_min_size(pos2(track.left(), track.top() + free * at), vec2(BAR, length));
        let response = ui.interact(track, ui.scope_id().with("reader-bar"), Sense::CLICK | Sense::DRAG);
        let pointer = response.interact_pointer_pos();
        if let Some(pointer) = pointer.filter(|_| response.is_pointer_button_down_on()) {
            let held = thumb(at);
            let grab = *self.grab.get_or_insert_with(|| {
                if held.contains(pointer) { pointer.y - held.top() } else { length / 2.0 }
            });
            let to = ((pointer.y - grab - track.top()) / free).clamp(0.0, 1.0);
            self.to(flow, window, f64::from(to) * range);
            ui.ctx().request_repaint();
        } else {
            self.grab = None;
        }
        let at = (flow.distance(self.anchor) / range).clamp(0.0, 1.0) as f32;
        let busy = response.hovered() || self.grab.is_some();
        let width = if busy { 8.0 } else { 4.0 };
        let bar = thumb(at);
        let bar = Rect::from_min_max(
            pos2(bar.right() - width - 2.0, bar.top()),
            pos2(bar.right() - 2.0, bar.bottom()),
        );
        let color = theme.quiet.gamma_multiply(if busy { 0.7 } else { 0.4 });
        ui.painter().rect_filled(bar, width / 2.0, color);
    }
}
