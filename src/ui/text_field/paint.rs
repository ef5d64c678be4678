//! A field as it is seen: frame, words, selection, what is composed, caret.

use egui::text_selection::visuals::paint_text_cursor;
use egui::{Color32, Frame, IMEPurpose, Painter, Rect, Stroke, Ui, pos2, vec2};

use super::sight::Sight;
use super::state::FieldState;
use super::{Composed, Selection};
use crate::ui::theme::size;
use crate::ui::{Ink, LabelStyle};

/// A field on the screen, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Canvas<'a> {
    pub sight: &'a Sight,
    /// The whole field.
    pub rect: Rect,
    /// Where its text stands.
    pub inner: Rect,
    pub has_focus: bool,
}

impl Canvas<'_> {
    /// The ground and the line around it, which is the ring of what has the keyboard.
    pub(super) fn frame(&self, ui: &Ui, is_hovered: bool) {
        let visuals = ui.visuals();
        let widget = if is_hovered { &visuals.widgets.hovered } else { &visuals.widgets.inactive };
        let stroke = if self.has_focus { visuals.selection.stroke } else { widget.bg_stroke };
        let frame = Frame::new().fill(visuals.text_edit_bg_color()).corner_radius(widget.corner_radius);
        ui.painter().add(frame.paint(self.rect));
        ui.painter().rect_stroke(self.rect, widget.corner_radius, stroke, egui::StrokeKind::Inside);
    }

    /// What stands in an empty field, on its first line.
    pub(super) fn hint(&self, ui: &Ui, ink: &mut Ink, hint: &str, is_one_line: bool) {
        let row = ui.text_style_height(&egui::TextStyle::Body);
        let height = if is_one_line { self.inner.height() } else { row };
        let room = Rect::from_min_size(self.inner.min, vec2(self.inner.width(), height));
        let style = LabelStyle::regular(size::TEXT, ui.visuals().weak_text_color());
        ink.paint_label(&self.painter(ui), room, hint, style);
    }

    /// The words with what is selected in them.
    pub(super) fn text(&self, ui: &Ui, ink: &mut Ink, selection: Selection, composed: Option<&Composed>) {
        let painter = self.painter(ui);
        if self.has_focus && composed.is_none() {
            let ground = ui.visuals().selection.bg_fill;
            fill(&painter, &self.sight.rects(&selection.range()), ground);
        }
        let color = ui.visuals().text_color();
        for placed in &self.sight.placed {
            ink.paint(&painter, &placed.laid.layout, placed.origin, color);
        }
        if let Some(composed) = composed {
            self.underline(&painter, composed, color);
        }
    }

    /// The line under letters that are composed, thicker under those that are worked at.
    fn underline(&self, painter: &Painter, composed: &Composed, color: Color32) {
        let scale = painter.pixels_per_point();
        for (range, width) in [(&composed.letters, 1.0), (&composed.active, 2.0)] {
            for rect in self.sight.rects(range) {
                let y = (rect.bottom() - rect.height() * 0.08) / scale;
                painter.hline(rect.left() / scale..=rect.right() / scale, y, Stroke::new(width, color));
            }
        }
    }

    /// The caret, and where the window of the input method is to be.
    pub(super) fn caret(&self, ui: &Ui, state: &mut FieldState, place: usize) {
        let Some(rect) = self.caret_rect(ui, place) else { return };
        let (now, is_in_front) = ui.input(|input| (input.time, input.focused));
        if is_in_front {
            paint_text_cursor(ui, &self.painter(ui), rect, now - state.touched);
        }
        let to_global = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
        let cursor_rect = state.ime_caret.report(ui, to_global * rect);
        ui.ctx().output_mut(|output| {
            output.ime = Some(egui::output::IMEOutput {
                purpose: IMEPurpose::Normal,
                rect: to_global * self.inner,
                cursor_rect,
                should_interrupt_composition: false,
            });
        });
    }

    /// The caret on the screen in points, where it is in sight.
    pub(super) fn caret_rect(&self, ui: &Ui, place: usize) -> Option<Rect> {
        let scale = ui.pixels_per_point();
        let rect = self.sight.caret(place)?;
        let shrunk = rect.height() * 0.1;
        let x = (rect.left() / scale).clamp(self.inner.left(), self.inner.right());
        let at = |y: f32| pos2(x, y / scale);
        Some(Rect::from_min_max(at(rect.top() + shrunk), at(rect.bottom() - shrunk)))
    }

    /// Paints over the width of the text and the height of the field: vowel signs reach out of a line.
    fn painter(&self, ui: &Ui) -> Painter {
        ui.painter_at(Rect::from_x_y_ranges(self.inner.x_range().expand(1.0), self.rect.y_range()))
    }
}

fn fill(painter: &Painter, rects: &[Rect], color: Color32) {
    let scale = painter.pixels_per_point();
    for rect in rects {
        painter.rect_filled(Rect::from_min_max(rect.min / scale, rect.max / scale), 0.0, color);
    }
}
