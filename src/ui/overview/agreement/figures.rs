//! Figures as rows: the coefficient, its value, its interval, what it rests on and what it means.

use egui::accesskit::Role;
use egui::{Align, FontId, Label, Layout, RichText, Ui, vec2};

use super::meaning::meaning;
use crate::analysis::agreement::{Basis, Figure, Measure, Report};
use crate::ui::theme::size;
use crate::ui::{Drawing, access, fonts};
use crate::words::{say, text};

/// Room for the coefficient, its value, its interval and what it rests on, in points.
const WIDTHS: [f32; 4] = [176.0, 44.0, 96.0, 112.0];

/// A coefficient as it is read: two decimals, a minus that is as wide as a plus, a dash where it is undefined.
pub(super) fn value(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}").replace('-', "−"))
}

/// What a coefficient is called.
pub(super) fn measure_name(measure: Measure) -> &'static str {
    text(match measure {
        Measure::Observed => "overview-measure-observed",
        Measure::Alpha => "overview-measure-alpha",
        Measure::Fleiss => "overview-measure-fleiss",
        Measure::Cohen => "overview-measure-cohen",
        Measure::AlphaUnitized => "overview-measure-alpha-unitized",
        Measure::Gamma => "overview-measure-gamma",
        Measure::ExactF1 => "overview-measure-exact",
        Measure::OverlapF1 => "overview-measure-overlap",
    })
}

/// What a figure rests on, counted.
fn items(figure: &Figure) -> String {
    match figure.basis {
        Basis::Token => say!("overview-figure-tokens", count = figure.items),
        Basis::Character => say!("count-characters", count = figure.items),
        Basis::Span => say!("overview-figure-spans", count = figure.items),
    }
}

/// A cell of a number, at the right of so much room; it stands at a row and a column of its table.
pub(super) fn number(
    ui: &mut Ui,
    width: f32,
    place: (usize, usize),
    text: impl Into<egui::WidgetText>,
) -> egui::Response {
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, ui.spacing().interact_size.y), layout, |ui| {
        ui.set_min_width(width);
        access::cell(ui.ctx(), ui.unique_id(), Role::Cell, place);
        ui.add(Label::new(text).extend())
    })
    .inner
}

/// Draws these figures; those of two annotators name them where there are more.
pub(super) fn show<'r>(
    ui: &mut Ui,
    drawing: &Drawing<'_>,
    report: &Report,
    figures: impl Iterator<Item = &'r Figure>,
) {
    let figures: Vec<&Figure> = figures.collect();
    ui.scope(|ui| {
        access::table(ui, text("overview-agreement"), (figures.len(), WIDTHS.len() + 1));
        for (row, figure) in figures.into_iter().enumerate() {
            line(ui, drawing, report, (row, figure));
        }
    });
}

/// One figure with all that belongs to it.
fn line(ui: &mut Ui, drawing: &Drawing<'_>, report: &Report, (at, figure): (usize, &Figure)) {
    let Drawing { session, theme, .. } = *drawing;
    let quiet = |text: String| RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT);
    ui.horizontal_top(|ui| {
        let name = match figure.pair.filter(|_| report.annotators.len() > 2) {
            Some((a, b)) => {
                let [a, b] = [a, b].map(|n| session.called(&report.annotators[n]));
                let measure = measure_name(figure.measure);
                say!("overview-figure-of-pair", measure = measure, one = a, other = b)
            }
            None => measure_name(figure.measure).to_owned(),
        };
        let row = vec2(WIDTHS[0], ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(WIDTHS[0]);
            access::cell(ui.ctx(), ui.unique_id(), Role::RowHeader, (at, 0));
            ui.add(Label::new(name).truncate());
        });
        number(ui, WIDTHS[1], (at, 1), RichText::new(value(figure.value)).family(fonts::strong()));
        number(ui, WIDTHS[2], (at, 2), quiet(figure.range().unwrap_or_default().replace('-', "−")));
        number(ui, WIDTHS[3], (at, 3), quiet(items(figure)));
        ui.add_space(size::STEP);
        ui.vertical(|ui| {
            access::cell(ui.ctx(), ui.unique_id(), Role::Cell, (at, 4));
            let line = ui.fonts_mut(|fonts| fonts.row_height(&FontId::proportional(size::SMALL_TEXT)));
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(((row.y - line) / 2.0).max(0.0));
            ui.add(Label::new(quiet(meaning(figure))).wrap());
        });
    });
}
