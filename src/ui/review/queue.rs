//! What there is to review, one a line.

use egui::{Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::conflict_name;
use crate::analysis::ReviewItem;
use crate::model::Verdict;
use crate::session::{Review, ReviewCommand};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, access, icon, label_bar};
use crate::words::{say, text};

/// The list, and which line it has shown.
#[derive(Default)]
pub(super) struct Queue {
    shown: Option<usize>,
}

impl Queue {
    /// Draws the lines in sight.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("queue").auto_shrink(false);
        if self.shown != Some(review.position()) {
            self.shown = Some(review.position());
            let top = review.position() as f32 * size::ROW - ui.available_height() / 2.0;
            area = area.vertical_scroll_offset(top.max(0.0));
        }
        area.show_rows(ui, size::ROW, review.len(), |ui, range| {
            if review.lacks(&range) {
                drawing.out.run(ReviewCommand::ShowRows(range.clone()));
            }
            for at in range {
                let here = at == review.position();
                let line = if let Some(item) = review.item_at(at) {
                    line(ui, drawing, item, here)
                } else {
                    let file = review.file_at(at).map_or("", |file| &**file);
                    quiet_line(ui, drawing, &say!("review-queue-reading", file = file), here)
                };
                access::position(&line, at, review.len());
                if line.clicked() {
                    drawing.out.run(ReviewCommand::ReviewItem(at));
                }
            }
        });
    }
}

/// A line of which there is nothing to tell but this.
fn quiet_line(ui: &mut Ui, drawing: &mut Drawing<'_>, told: &str, here: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, here, told));
    let (room, theme) = (rect.shrink2(Vec2::new(size::STEP, 0.0)), drawing.theme);
    drawing.ink.paint_label(ui.painter(), room, told, LabelStyle::regular(size::SMALL_TEXT, theme.quiet));
    response
}

fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, item: &ReviewItem, here: bool) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let Some((_, first)) = item.present().next() else {
        return quiet_line(ui, drawing, text("review-queue-nothing"), here);
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::CLICK);
    let label = session.schema().label(&first.label);
    let kinds: Vec<&str> = item.conflicts.iter().map(|conflict| conflict_name(conflict.kind)).collect();
    let kinds = kinds.first().copied().unwrap_or_default();
    let said = say!("review-queue-said", quote = &*first.quote, difference = kinds, file = &*item.file);
    response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, here, &said));
    if here || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if here { theme.selection } else { theme.hover });
    }
    let (sign, color) =
        match first.current_verdict.as_ref().filter(|_| item.is_decided()).map(|held| held.verdict) {
            Some(Verdict::Accepted) => (icon::CHECK, theme.success),
            Some(Verdict::Question) => (icon::QUESTION, theme.warning),
            Some(Verdict::Rejected) => {
                let another = item
                    .present()
                    .any(|(_, m)| m.current_verdict.as_ref().is_some_and(|h| h.verdict == Verdict::Accepted));
                if another { (icon::CHECK, theme.success) } else { (icon::X, theme.danger) }
            }
            None if item.is_stale() => (icon::WARNING, theme.warning),
            None => (icon::CIRCLE, theme.quiet),
        };
    let at = |x: f32| egui::pos2(rect.left() + x, rect.center().y);
    let font = egui::FontId::proportional(size::TEXT);
    ui.painter().text(at(14.0), egui::Align2::CENTER_CENTER, sign, font, color);
    if let Some(label) = label {
        let swatch = Rect::from_center_size(at(34.0), Vec2::splat(size::SWATCH));
        label_bar::paint_swatch(ui, swatch, label, theme);
    }
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let right = egui::pos2(rect.right() - 6.0, rect.center().y);
    let drawn = ui.painter().text(right, egui::Align2::RIGHT_CENTER, kinds, small, theme.quiet);
    let room = Rect::from_min_max(
        egui::pos2(rect.left() + 48.0, rect.top()),
        egui::pos2(drawn.left() - size::STEP, rect.bottom()),
    );
    drawing.ink.paint_label(ui.painter(), room, &first.quote, LabelStyle::regular(size::TEXT, theme.text));
    response
}
