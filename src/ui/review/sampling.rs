//! A sample in place of everything: how much is drawn, and how often annotators err in it.

use egui::{DragValue, RichText, Ui};

use super::{called, in_order};
use crate::analysis::{ErrorRate, SampleSize, Sampled};
use crate::session::{Review, ReviewCommand};
use crate::ui::theme::size;
use crate::ui::{Drawing, menu};
use crate::words::{say, text};

/// So much is drawn until something else is said.
const PART: f64 = 0.1;
/// The bound that error rates are to get below until another is chosen.
const BOUND: f64 = 0.05;

/// The row, and what is chosen in it.
#[derive(Debug)]
pub(super) struct SampleRow {
    bound: f64,
}

impl Default for SampleRow {
    fn default() -> Self {
        Self { bound: BOUND }
    }
}

impl SampleRow {
    /// Draws the switch, and with a sample its size, its seed and everybody's error rate.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review) {
        let before = review.sampled();
        let mut sampled = before;
        ui.horizontal_wrapped(|ui| {
            let mut on = sampled.is_some();
            if ui.checkbox(&mut on, text("review-sample")).changed() {
                sampled = on.then_some(Sampled { size: SampleSize::Part(PART), seed: 1 });
            }
            if let Some(sampled) = &mut sampled {
                size_fields(ui, sampled);
            }
        });
        if sampled != before {
            drawing.out.run(ReviewCommand::Sample(sampled));
        }
        if review.building().is_none() && before.is_some() {
            self.rates(ui, drawing, review);
        }
    }

    fn rates(&mut self, ui: &mut Ui, drawing: &Drawing<'_>, review: &Review) {
        let Drawing { session, theme, .. } = *drawing;
        ui.horizontal(|ui| {
            let bound = text("review-sample-bound");
            ui.label(RichText::new(bound).color(theme.quiet).size(size::SMALL_TEXT));
            let mut percent = self.bound * 100.0;
            let field = ui.add(DragValue::new(&mut percent).range(0.1..=50.0).speed(0.1).suffix(" %"));
            menu::named(&field, bound);
            self.bound = percent / 100.0;
        });
        let everybody: Vec<usize> = (0..review.error_rates().len()).collect();
        for n in in_order(session, review.annotators(), &everybody) {
            let rate = review.error_rates()[n];
            if rate.drawn > 0 {
                let text = rate_message(&called(session, review.annotators(), n), rate, self.bound);
                ui.add(egui::Label::new(RichText::new(text).size(size::SMALL_TEXT)).wrap());
            }
        }
    }
}

fn size_fields(ui: &mut Ui, sampled: &mut Sampled) {
    match &mut sampled.size {
        SampleSize::Part(part) => {
            let mut percent = *part * 100.0;
            let field =
                DragValue::new(&mut percent).range(1.0..=100.0).update_while_editing(false).suffix(" %");
            let field = ui.add(field);
            menu::named(&field, text("review-sample-part"));
            if field.changed() && !field.dragged() {
                *part = percent / 100.0;
            }
        }
        SampleSize::Count(count) => {
            let field = ui.add(DragValue::new(count).range(1..=1_000_000).update_while_editing(false));
            menu::named(&field, text("review-sample-count"));
        }
    }
    let is_part = matches!(sampled.size, SampleSize::Part(_));
    let other = if is_part { "review-sample-by-number" } else { "review-sample-by-part" };
    if ui.button(text(other)).clicked() {
        sampled.size = if is_part { SampleSize::Count(100) } else { SampleSize::Part(PART) };
    }
    ui.label(text("review-sample-seed"));
    let field = ui.add(DragValue::new(&mut sampled.seed).range(1..=999_999).update_while_editing(false));
    menu::named(&field, text("review-sample-seed-name"));
}

/// What the verdicts on somebody's annotations come to, and what is left to see.
fn rate_message(name: &str, errors: ErrorRate, bound: f64) -> String {
    let ErrorRate { judged, drawn, .. } = errors;
    let Some((part, (low, high))) = errors.rate().zip(errors.interval()) else {
        return say!("review-rate-judged", name = name, judged = judged, drawn = drawn);
    };
    let [rate, low, high, limit] = [part, low, high, bound].map(|part| format!("{:.1}", part * 100.0));
    let against = match errors.left_to_see(bound) {
        Some(0) => say!("review-rate-below", bound = limit),
        Some(left) => say!("review-rate-left", left = left, bound = limit),
        None => say!("review-rate-not-below", bound = limit),
    };
    say!(
        "review-rate-found",
        name = name,
        judged = judged,
        drawn = drawn,
        rate = rate,
        low = low,
        high = high,
        against = against
    )
}
