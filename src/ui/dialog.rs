//! A dialog over the window: its frame and title, and the row of buttons at its end.

use egui::{
    Align, Button, Context, Frame, Id, Layout, Modal, Response, RichText, Stroke, StrokeKind, Ui, Vec2,
};

use super::fonts;
use super::theme::{Theme, size};

/// What is left of the window beside a dialog, in points.
const BESIDE: f32 = 72.0;

/// A dialog of a name, at most so many points wide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dialog {
    /// Tells it from others.
    pub id: &'static str,
    /// What stands above it, and what it is called aloud.
    pub title: &'static str,
    /// Its width where there is room for it.
    pub width: f32,
}

impl Dialog {
    /// Draws it with `contents`, which are given the size of the window; gives what they give, and whether it was closed by
    /// Escape or a click beside it.
    pub(super) fn show<R>(
        self,
        ctx: &Context,
        theme: &Theme,
        contents: impl FnOnce(&mut Ui, Vec2) -> R,
    ) -> (R, bool) {
        let room = ctx.content_rect().size();
        let id = Id::unique(self.id);
        let area = Modal::default_area(id).default_size(room).accessible_name(self.title);
        let frame = Frame::popup(&ctx.global_style()).inner_margin(20.0);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width(self.width.min(room.x - BESIDE));
            ui.spacing_mut().item_spacing.y = size::STEP;
            ui.label(RichText::new(self.title).family(fonts::strong()).size(size::HEADING));
            contents(ui, room)
        });
        let closes = modal.should_close();
        (modal.inner, closes)
    }
}

/// A row of buttons, the first at the right.
pub(super) fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let row = [ui.available_width(), size::CONTROL].into();
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), add).inner
}

/// The button that does what a dialog is for; Enter presses it, unless something else has the focus.
pub(super) fn confirm(ui: &mut Ui, verb: &str, ready: bool, theme: &Theme) -> Response {
    let text = RichText::new(verb).color(if ready { theme.on_accent } else { theme.quiet });
    let button = Button::new(text).min_size([88.0, 0.0].into());
    let button = if ready { button.fill(theme.accent) } else { button };
    let mut response = ui.add_enabled(ready, button);
    if response.has_focus() {
        // On its own ground a ring of the same colour would not be seen.
        let ring = Stroke::new(2.0, theme.focus);
        ui.painter().rect_stroke(response.rect.expand(2.0), size::RADIUS, ring, StrokeKind::Outside);
    }
    if ready && is_confirmed(ui, &response) {
        response.flags.insert(egui::response::Flags::FAKE_PRIMARY_CLICKED);
    }
    response
}

/// Whether Enter was pressed while the dialog was there already: the Enter that opened it is not meant for it.
fn is_confirmed(ui: &Ui, button: &Response) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let seen = Id::unique("confirmed").with(button.id);
    let before: Option<u64> = ui.data(|data| data.get_temp(seen));
    ui.data_mut(|data| data.insert_temp(seen, pass));
    let was_there = before.is_some_and(|before| before + 1 >= pass);
    let is_free = ui.memory(egui::Memory::focused).is_none();
    let enter = |input: &mut egui::InputState| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter);
    was_there && is_free && ui.input_mut(enter)
}
