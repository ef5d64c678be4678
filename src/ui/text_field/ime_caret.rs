//! The caret as it is reported to input methods.

use std::time::Duration;

use egui::{Context, Event, Id, Rect, Ui};

/// So long a caret and the keys rest before it is reported, where that is asked for, in seconds.
const REST: f64 = 0.5;

/// Has input methods told of a caret that rests while nothing is typed, and of no other.
///
/// On X11 the window waits for their answer, and takes what they said meanwhile in the wrong order: letters that are typed fast
/// would change places.
pub fn tell_at_rest(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(rest_id(), true));
}

/// The caret as it was seen, and as it was reported.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ReportedCaret {
    seen: Option<(Rect, f64)>,
    reported: Option<Rect>,
}

impl ReportedCaret {
    /// The caret that is reported in this frame.
    pub(super) fn report(&mut self, ui: &Ui, caret: Rect) -> Rect {
        if !ui.ctx().data(|data| data.get_temp::<bool>(rest_id()).unwrap_or_default()) {
            return caret;
        }
        let now = ui.input(|input| input.time);
        // What is composed need not move the caret.
        let is_typed = |event: &Event| matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_));
        let is_quiet = !ui.input(|input| input.events.iter().any(is_typed));
        let since = self.seen.filter(|(seen, _)| is_quiet && *seen == caret).map_or(now, |(_, since)| since);
        self.seen = Some((caret, since));
        let left = REST - (now - since);
        if left <= 0.0 {
            self.reported = Some(caret);
        } else if self.reported != Some(caret) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
        *self.reported.get_or_insert(caret)
    }
}

fn rest_id() -> Id {
    Id::unique("input-methods-are-told-at-rest")
}
