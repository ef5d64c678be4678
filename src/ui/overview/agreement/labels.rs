//! The figures of each label.

use egui::accesskit::Role;
use egui::{RichText, Ui};

use super::figures;
use super::meaning::meaning;
use crate::analysis::agreement::{Figure, Measure, Report};
use crate::ui::theme::{Theme, size};
use crate::ui::{Drawing, LabelStyle, access, label_bar};
use crate::words::text;

/// Room for a name, in points.
const NAME: f32 = 180.0;
/// Room for a number.
const NUMBER: f32 = 64.0;

/// What stands above the columns.
fn heads() -> [&'static str; 6] {
    let [exact, overlap] = [Measure::ExactF1, Measure::OverlapF1].map(figures::measure_name);
    ["α", "αᵤ", "γ", exact, overlap, text("overview-spans")]
}

/// Draws the table; F₁ is that of the two who agree least.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, report: &Report) {
    let Drawing { session, theme, .. } = *drawing;
    let rows: Vec<_> = report.by_label().collect();
    let grid = egui::Grid::new("agreement_labels").num_columns(7).spacing([size::STEP, size::HALF]);
    grid.show(ui, |ui| {
        access::table(ui, text("overview-by-label"), (rows.len() + 1, 7));
        ui.label("");
        for (column, head) in heads().into_iter().enumerate() {
            figures::number(
                ui,
                NUMBER,
                (0, column + 1),
                RichText::new(head).color(theme.quiet).size(size::SMALL_TEXT),
            );
        }
        ui.end_row();
        for (at, row) in rows.iter().enumerate().map(|(at, row)| (at + 1, row)) {
            let id = &row.label.label;
            let known = session.schema().label(id);
            ui.horizontal(|ui| {
                access::cell(ui.ctx(), ui.unique_id(), Role::RowHeader, (at, 0));
                if let Some(known) = known {
                    label_bar::swatch(ui, known, theme);
                }
                let name = session.schema().name_of_label(id);
                drawing.ink.label(ui, &name, LabelStyle::regular(size::TEXT, theme.text), NAME);
            });
            let figures = [row.alpha, row.unitized, row.gamma, row.exact_f1, row.overlap_f1];
            for (column, figure) in figures.into_iter().enumerate() {
                cell(ui, figure, (at, column + 1), theme);
            }
            figures::number(ui, NUMBER, (at, 6), row.spans.to_string());
            ui.end_row();
        }
    });
}

fn cell(ui: &mut Ui, figure: Option<&Figure>, place: (usize, usize), theme: &Theme) {
    let Some(figure) = figure else {
        ui.label("");
        return;
    };
    let color = if figure.value.is_some() { theme.text } else { theme.quiet };
    let tip: Vec<String> = figure.range().into_iter().chain([meaning(figure)]).collect();
    let text = RichText::new(figures::value(figure.value)).color(color);
    figures::number(ui, NUMBER, place, text).on_hover_text(tip.join(". "));
}
