//! What tag mode tags with, said at the pointer.

use egui::accesskit::Role;
use egui::{FontId, Id, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use crate::ui::Drawing;
use crate::ui::theme::size;
use crate::words::say;

/// From the pointer to the sign, in points: below it, where it covers no word of the pointer's line.
const BESIDE: egui::Vec2 = vec2(14.0, 20.0);

/// Paints the name of the label in its colour beside the pointer, where it is over the text in tag mode.
pub(super) fn show(ui: &Ui, response: &Response, drawing: &Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(label) = session.tag_mode().and_then(|id| session.schema().label(id)) else { return };
    let Some(at) = ui.input(|i| i.pointer.hover_pos()).filter(|_| response.contains_pointer()) else {
        return;
    };
    let tone = theme.tone(label.hue);
    let font = FontId::proportional(size::SMALL_TEXT);
    let name = ui.painter().layout_no_wrap(label.name.clone(), font, tone.on_strong);
    let mut rect = Rect::from_min_size(at + BESIDE, name.size() + vec2(12.0, 4.0));
    let beyond = (rect.max - response.rect.max).max(egui::Vec2::ZERO);
    rect = rect.translate(-beyond);
    let painter = ui.painter_at(response.rect);
    painter.rect_filled(rect, size::RADIUS, tone.strong);
    painter.galley(rect.center() - name.size() / 2.0, name, tone.on_strong);
    let sign = ui.interact(rect, Id::unique("tag-mode-at-the-pointer"), Sense::hover());
    let told = say!("reader-tagging", label = &*label.name);
    sign.widget_info(|| WidgetInfo::labeled(Role::Tooltip, true, &told));
}
