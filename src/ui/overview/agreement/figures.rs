//! Figures as rows: the coefficient, its value, its interval, what it rests on and what it means.

use egui::{Align, FontId, Label, Layout, RichText, Ui, vec2};

use crate::analysis::agreement::{Figure, Report};
use crate::analysis::counted;
use crate::ui::Drawing;
use crate::ui::fonts;
use crate::ui::theme::size;

/// Room for the coefficient, its value, its interval and what it rests on, in points.
const WIDTHS: [f32; 4] = [176.0, 44.0, 96.0, 112.0];

/// A coefficient as it is read: two decimals, a minus that is as wide as a plus, a dash where it is undefined.
pub(super) fn value(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}").replace('-', "−"))
}

/// A cell of a number, at the right of so much room.
pub(super) fn number(ui: &mut Ui, width: f32, text: impl Into<egui::WidgetText>) -> egui::Response {
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, ui.spacing().interact_size.y), layout, |ui| {
        ui.set_min_width(width);
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
    let Drawing { session, theme, .. } = *drawing;
    let quiet = |text: String| RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT);
    for figure in figures {
        ui.horizontal_top(|ui| {
            let name = match figure.pair.filter(|_| report.annotators.len() > 2) {
                Some((a, b)) => {
                    let [a, b] = [a, b].map(|n| session.called(&report.annotators[n]));
                    format!("{}, {a} and {b}", figure.measure)
                }
                None => figure.measure.to_string(),
            };
            let row = vec2(WIDTHS[0], ui.spacing().interact_size.y);
            ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(WIDTHS[0]);
                ui.add(Label::new(name).truncate());
            });
            number(ui, WIDTHS[1], RichText::new(value(figure.value)).family(fonts::strong()));
            number(ui, WIDTHS[2], quiet(figure.range().unwrap_or_default().replace('-', "−")));
            let items = usize::try_from(figure.items).unwrap_or(usize::MAX);
            number(ui, WIDTHS[3], quiet(counted(items, figure.basis.name())));
            ui.add_space(size::STEP);
            ui.vertical(|ui| {
                let line = ui.fonts_mut(|fonts| fonts.row_height(&FontId::proportional(size::SMALL_TEXT)));
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(((row.y - line) / 2.0).max(0.0));
                ui.add(Label::new(quiet(figure.meaning.clone())).wrap());
            });
        });
    }
}
