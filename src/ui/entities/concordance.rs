//! A line of a concordance.

use egui::{Align, Rect, Ui};

use super::super::theme::size;
use super::super::{Drawing, LabelStyle};

/// Paints words with what stands before and after them. The words begin at the same `share` of the width of each line, as in a
/// concordance.
pub(super) fn paint_in_context(
    ui: &Ui,
    drawing: &mut Drawing<'_>,
    room: Rect,
    [before, quote, after]: [&str; 3],
    share: f32,
) {
    let scale = ui.pixels_per_point();
    let quiet = LabelStyle::regular(size::TEXT, drawing.theme.quiet);
    let strong = LabelStyle::semi_bold(size::TEXT, drawing.theme.text);
    let middle = room.left() + room.width() * share;
    let left = Rect::from_min_max(room.min, [middle, room.bottom()].into());
    let before = drawing.ink.layout_label(before, quiet.size * scale, quiet.weight, None);
    let painter = ui.painter().with_clip_rect(left.intersect(ui.clip_rect()));
    drawing.ink.paint_layout(&painter, left, Align::Max, &before, quiet.color);
    let layout = drawing.ink.layout_label(quote, strong.size * scale, strong.weight, None);
    let width = (layout.width() / scale).min(room.right() - middle);
    let place = Rect::from_min_max([middle, room.top()].into(), [middle + width + 1.0, room.bottom()].into());
    drawing.ink.paint_label(ui.painter(), place, quote, strong);
    let right = Rect::from_min_max([middle + width + 2.0, room.top()].into(), room.max);
    drawing.ink.paint_label(ui.painter(), right, after, quiet);
}
