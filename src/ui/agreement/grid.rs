//! A grid of cells, each darker the larger its part.

use egui::{Align2, FontId, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Theme, size};

/// What one cell shows.
pub(super) struct Cell {
    /// How dark it is, 0 to 1.
    pub part: f32,
    /// What stands in it.
    pub text: String,
    /// What it says when the pointer is on it, and aloud.
    pub said: String,
}

/// A grid with names at its sides.
pub(super) struct Grid<'a> {
    /// Names of the rows.
    pub rows: &'a [String],
    /// Names of the columns.
    pub columns: &'a [String],
    /// Size of a cell, in points.
    pub cell: Vec2,
    /// The cell that is looked at, by row and column.
    pub chosen: Option<(usize, usize)>,
}

/// Room for the names of rows, in points.
const NAMES: f32 = 132.0;

impl Grid<'_> {
    /// Draws the cells that there are; gives the one that was clicked.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        cell_of: impl Fn(usize, usize) -> Option<Cell>,
    ) -> Option<(usize, usize)> {
        let head = 22.0;
        let wanted = vec2(
            NAMES + self.cell.x * self.columns.len() as f32,
            head + self.cell.y * self.rows.len() as f32,
        );
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        let small = FontId::proportional(size::SMALL_TEXT);
        let short = |name: &str, room: f32| {
            let most = (room / 7.0) as usize;
            match name.char_indices().nth(most) {
                Some((at, _)) => format!("{}…", &name[..at]),
                None => name.to_owned(),
            }
        };
        for (n, name) in self.columns.iter().enumerate() {
            let at = pos2(rect.left() + NAMES + self.cell.x * (n as f32 + 0.5), rect.top() + head / 2.0);
            ui.painter().text(
                at,
                Align2::CENTER_CENTER,
                short(name, self.cell.x),
                small.clone(),
                theme.quiet,
            );
        }
        let mut clicked = None;
        for (row, name) in self.rows.iter().enumerate() {
            let top = rect.top() + head + self.cell.y * row as f32;
            let at = pos2(rect.left() + NAMES - size::STEP, top + self.cell.y / 2.0);
            ui.painter().text(at, Align2::RIGHT_CENTER, short(name, NAMES), small.clone(), theme.quiet);
            for column in 0..self.columns.len() {
                let left = rect.left() + NAMES + self.cell.x * column as f32;
                let place = Rect::from_min_size(pos2(left, top), self.cell).shrink(1.0);
                let Some(cell) = cell_of(row, column) else { continue };
                let id = ui.scope_id().with(("cell", row, column, rect.min.y.to_bits()));
                let response = ui.interact(place, id, Sense::click());
                response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &cell.said));
                ui.painter().rect_filled(place, 3.0, theme.heat(cell.part));
                let chosen = self.chosen == Some((row, column));
                if chosen || response.hovered() || response.has_focus() {
                    let stroke = Stroke::new(if chosen { 1.5 } else { 1.0 }, theme.accent);
                    ui.painter().rect_stroke(place, 3.0, stroke, StrokeKind::Inside);
                }
                let font = FontId::proportional(size::TEXT);
                ui.painter().text(place.center(), Align2::CENTER_CENTER, &cell.text, font, theme.text);
                if response.on_hover_text(&cell.said).clicked() {
                    clicked = Some((row, column));
                }
            }
        }
        clicked
    }
}
