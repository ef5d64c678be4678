//! A list to choose one of: one stop of Tab, and arrows choose.

use egui::{Align, Button, EventFilter, Key, Layout, Response, ScrollArea, Sense, Ui};

/// The list, as it is drawn.
pub(super) struct ArrowList<'a> {
    pub(super) id: &'static str,
    pub(super) names: &'a [&'a str],
    /// The number of the one that is chosen.
    pub(super) chosen: Option<usize>,
    /// Whether a click on the one that is chosen already takes the keys there.
    pub(super) takes_keys_again: bool,
    pub(super) height: f32,
}

impl ArrowList<'_> {
    /// Draws it and says more of single buttons by `describe`; gives the number that is gone to. The chosen one takes the
    /// keys where `focus` asks for it.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        focus: &mut bool,
        describe: impl Fn(usize, &Response),
    ) -> Option<usize> {
        let area = ScrollArea::vertical().id_salt(self.id).max_height(self.height).auto_shrink(false);
        let buttons = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut next = None;
            for (number, name) in self.names.iter().enumerate() {
                let is_chosen = self.chosen == Some(number);
                // The others are left out when Tab goes round.
                let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
                let response = ui.add(Button::selectable(is_chosen, *name).truncate().sense(sense));
                describe(number, &response);
                if response.clicked() {
                    (next, *focus) = (Some(number), !is_chosen || self.takes_keys_again);
                }
                if !is_chosen {
                    continue;
                }
                if std::mem::take(focus) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if let Some(to) = step(ui, &response, number, self.names.len() - 1) {
                    (next, *focus) = (Some(to), true);
                }
            }
            next
        };
        area.show(ui, |ui| ui.with_layout(Layout::top_down_justified(Align::Min), buttons).inner).inner
    }
}

/// Where arrows lead from the button in focus, of so many.
fn step(ui: &Ui, response: &Response, at: usize, last: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let keys = [
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::ArrowDown, (at + 1).min(last)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    ui.input(|input| keys.into_iter().find(|(key, _)| input.key_pressed(*key)).map(|(_, to)| to))
}
