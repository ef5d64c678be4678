//! Rows of any height of which only those in sight are drawn.

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2};

/// What a row is taken to need before it was drawn.
const ESTIMATE: f32 = 172.0;

/// Rows of any height: how high each is, as far as it was drawn.
#[derive(Debug, Default)]
pub(super) struct MeasuredRows {
    heights: Vec<f32>,
    width: f32,
}

impl MeasuredRows {
    /// Draws the rows in sight, scrolled within all the room there is.
    pub(super) fn show(&mut self, ui: &mut Ui, count: usize, mut row: impl FnMut(&mut Ui, usize)) {
        ScrollArea::vertical().id_salt("rows").auto_shrink(false).show_viewport(ui, |ui, seen| {
            let width = ui.available_width();
            if self.heights.len() != count || (self.width - width).abs() > 0.5 {
                self.heights = vec![ESTIMATE; count];
                self.width = width;
            }
            ui.set_height(self.heights.iter().sum());
            let origin = ui.max_rect().min;
            let (mut top, mut is_changed) = (0.0, false);
            for (number, height) in self.heights.iter_mut().enumerate() {
                if top > seen.bottom() {
                    break;
                }
                let before = *height;
                if top + before >= seen.top() {
                    let room = Rect::from_min_size(origin + Vec2::new(0.0, top), Vec2::new(width, before));
                    let builder = UiBuilder::new().max_rect(room).id_salt(number);
                    let drawn = ui.scope_builder(builder, |ui| row(ui, number));
                    *height = drawn.response.rect.height();
                    is_changed |= (*height - before).abs() > 0.5;
                }
                top += before;
            }
            if is_changed {
                ui.ctx().request_repaint();
            }
        });
    }
}
