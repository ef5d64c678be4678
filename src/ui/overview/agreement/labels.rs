//! The figures of each label.

use egui::{RichText, Ui};

use super::figures;
use super::meaning::meaning;
use crate::analysis::agreement::{Figure, Measure, Report};
use crate::ui::theme::{Theme, size};
use crate::ui::{Drawing, LabelStyle, label_bar};
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
    egui::Grid::new("agreement_labels").num_columns(7).spacing([size::STEP, size::HALF]).show(ui, |ui| {
        ui.label("");
        for head in heads() {
            figures::number(ui, NUMBER, RichText::new(head).color(theme.quiet).size(size::SMALL_TEXT));
        }
        ui.end_row();
        for row in report.by_label() {
            let id = &row.label.label;
            let known = session.schema().label(id);
            ui.horizontal(|ui| {
                if let Some(known) = known {
                    label_bar::swatch(ui, known, theme);
                }
                let name = session.schema().name_of_label(id);
                drawing.ink.label(ui, &name, LabelStyle::regular(size::TEXT, theme.text), NAME);
            });
            for figure in [row.alpha, row.unitized, row.gamma, row.exact_f1, row.overlap_f1] {
                cell(ui, figure, theme);
            }
            figures::number(ui, NUMBER, row.spans.to_string());
            ui.end_row();
        }
    });
}

fn cell(ui: &mut Ui, figure: Option<&Figure>, theme: &Theme) {
    let Some(figure) = figure else {
        ui.label("");
        return;
    };
    let color = if figure.value.is_some() { theme.text } else { theme.quiet };
    let tip: Vec<String> = figure.range().into_iter().chain([meaning(figure)]).collect();
    let text = RichText::new(figures::value(figure.value)).color(color);
    figures::number(ui, NUMBER, text).on_hover_text(tip.join(". "));
}
