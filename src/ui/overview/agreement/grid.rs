//! A grid of cells, each darker the larger its part.

use egui::accesskit::Role;
use egui::{Align, Align2, FontId, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::typeset::Weight;
use crate::ui::theme::size;
use crate::ui::{Drawing, access};

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
    /// Tells it from others.
    pub id: &'static str,
    /// What it shows.
    pub name: &'a str,
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
/// A line of names above columns.
const LINE: f32 = 20.0;

impl Grid<'_> {
    /// Draws the cells that there are; gives the one that was clicked.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        cell_of: impl Fn(usize, usize) -> Option<Cell>,
    ) -> Option<(usize, usize)> {
        ui.scope(|ui| self.draw(ui, drawing, cell_of)).inner
    }

    fn draw(
        &self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        cell_of: impl Fn(usize, usize) -> Option<Cell>,
    ) -> Option<(usize, usize)> {
        access::table(ui, self.name, (self.rows.len() + 1, self.columns.len() + 1));
        let theme = drawing.theme;
        let scale = ui.pixels_per_point();
        let mut name_of = |name: &str, room: f32| {
            drawing.ink.layout_label(name, size::SMALL_TEXT * scale, Weight::Regular, Some(room * scale))
        };
        let rows: Vec<_> = self.rows.iter().map(|name| name_of(name, NAMES - size::STEP)).collect();
        let columns: Vec<_> =
            self.columns.iter().map(|name| name_of(name, 2.0 * self.cell.x - size::HALF)).collect();
        // Names wider than their columns stand above each other in turn.
        let lines =
            if columns.iter().any(|name| name.width() > (self.cell.x - size::HALF) * scale) { 2 } else { 1 };
        let head = LINE * lines as f32;
        let wanted = vec2(
            NAMES + self.cell.x * (self.columns.len() as f32 + 0.25),
            head + self.cell.y * self.rows.len() as f32,
        );
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        access::cells(ui.ctx(), ui.unique_id(), (Role::ColumnHeader, 0), || {
            let room = |n: usize| {
                let left = rect.left() + NAMES + self.cell.x * n as f32;
                Rect::from_min_size(pos2(left, rect.top()), vec2(self.cell.x, head))
            };
            let names = self.columns.iter().enumerate().map(|(n, name)| (room(n), name.clone()));
            let corner = Rect::from_min_size(rect.min, vec2(NAMES, head));
            std::iter::once((corner, self.name.to_owned())).chain(names).collect()
        });
        for (n, name) in columns.iter().enumerate() {
            let left = rect.left() + NAMES + self.cell.x * n as f32;
            let top = rect.top() + LINE * (n % lines) as f32;
            let room = Rect::from_min_size(pos2(left, top), vec2(self.cell.x, LINE));
            drawing.ink.paint_layout(ui.painter(), room, Align::Center, name, theme.quiet);
        }
        let mut clicked = None;
        for (row, name) in rows.iter().enumerate() {
            let top = rect.top() + head + self.cell.y * row as f32;
            let room = Rect::from_min_size(pos2(rect.left(), top), vec2(NAMES - size::STEP, self.cell.y));
            drawing.ink.paint_layout(ui.painter(), room, Align::Max, name, theme.quiet);
            access::cells(ui.ctx(), ui.unique_id(), (Role::RowHeader, row + 1), || {
                vec![(room, self.rows[row].clone())]
            });
            for column in 0..self.columns.len() {
                let left = rect.left() + NAMES + self.cell.x * column as f32;
                let place = Rect::from_min_size(pos2(left, top), self.cell).shrink(1.0);
                let Some(cell) = cell_of(row, column) else { continue };
                let id = ui.scope_id().with(("cell", self.id, row, column));
                let response = ui.interact(place, id, Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &cell.said));
                access::cell(ui.ctx(), id, Role::Cell, (row + 1, column + 1));
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
