//! What eframe asks of the program in each frame.

use eframe::{App, Frame};
use egui::{Context, RawInput, Ui, Visuals};

use super::Program;
use crate::ui::{MAX_TEXTURE_SIDE, ground, in_order};

impl App for Program {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut RawInput) {
        raw_input.max_texture_side = Some(MAX_TEXTURE_SIDE);
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut raw_input.events);
        self.waiting = in_order(&mut events, self.view.shortcuts());
        raw_input.events = events;
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        ground(visuals)
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.step(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.frame(ui);
        self.input_method.tell(ui.ctx(), &self.title);
    }

    fn on_exit(&mut self) {
        self.close();
    }
}
