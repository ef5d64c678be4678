//! What is seen and heard of work that goes on: a sign that something is waited for, and how far it is.

use egui::{ProgressBar, Response, Ui};

use super::access;
use crate::words::text;

/// A sign that something is waited for; it turns, but where nothing is to move.
pub(super) fn waiting(ui: &mut Ui) {
    let is_still = ui.style().animation_time == 0.0;
    let sign = if is_still { ui.label("…") } else { ui.spinner() };
    access::awaits(&sign, text("access-waiting"));
}

/// How far work is, with words on it.
pub(super) fn bar(ui: &mut Ui, (done, of): (usize, usize), told: &str) -> Response {
    let bar = ui.add(ProgressBar::new(done as f32 / of.max(1) as f32).text(told));
    access::progress(&bar, told);
    bar
}
