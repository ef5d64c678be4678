//! A row of a list: a swatch, what it is, and below that in small letters what is said of it.

use egui::accesskit::Role;
use egui::{Color32, Rect, Response, Sense, Ui, Vec2, WidgetInfo};

use super::theme::size;
use super::{Drawing, LabelStyle, label_bar};
use crate::model::Label;

/// Height of both lines, without the room over and below them.
const LINES: f32 = 40.0;
/// Height of the upper line, as a part of both.
const UPPER: f32 = 0.56;
/// Middle of the swatch, as a part of both lines.
const SWATCH: f32 = 0.3;

/// One row, as it is drawn and heard.
pub(super) struct TwoLineRow<'a> {
    /// The label of the swatch; nothing where the schema has none.
    pub(super) label: Option<&'a Label>,
    pub(super) upper: &'a str,
    pub(super) lower: &'a str,
    /// Colour of the lower line, where it is not the quiet one.
    pub(super) lower_color: Option<Color32>,
    pub(super) is_current: bool,
    /// Height of the row.
    pub(super) height: f32,
}

impl TwoLineRow<'_> {
    /// Draws it over the whole width.
    pub(super) fn show(&self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> Response {
        let theme = drawing.theme;
        let Self { upper, lower, is_current, height, .. } = *self;
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, is_current, format!("{upper}, {lower}"))
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if is_current || response.hovered() {
            let fill = if is_current { theme.selection } else { theme.hover };
            ui.painter().rect_filled(rect, size::RADIUS, fill);
        }
        let inner = rect.shrink2(Vec2::new(size::STEP, (height - LINES) / 2.0));
        let left = inner.left() + size::SWATCH + size::STEP;
        if let Some(label) = self.label {
            let at = egui::pos2(inner.left() + size::SWATCH / 2.0, inner.top() + inner.height() * SWATCH);
            label_bar::paint_swatch(ui, Rect::from_center_size(at, Vec2::splat(size::SWATCH)), label, theme);
        }
        let middle = inner.top() + inner.height() * UPPER;
        let room = |top, bottom| Rect::from_min_max([left, top].into(), [inner.right(), bottom].into());
        let style = LabelStyle::regular(size::TEXT, theme.text);
        drawing.ink.paint_label(ui.painter(), room(inner.top(), middle), upper, style);
        let quiet = if is_current { theme.text } else { theme.quiet };
        let style = LabelStyle::regular(size::SMALL_TEXT, self.lower_color.unwrap_or(quiet));
        drawing.ink.paint_label(ui.painter(), room(middle, inner.bottom()), lower, style);
        response
    }
}
