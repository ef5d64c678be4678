//! The readers: the one that is worked in, and the one beside it.

use egui::{Frame, Margin, Memory, Panel, Ui};

use super::Panels;
use crate::session::Session;
use crate::text::Span;
use crate::ui::beside::{self, Beside};
use crate::ui::reader::Reader;
use crate::ui::{Drawing, header, links, source_bar};

impl Panels {
    /// Brings a stretch of an article into view, in the reader that shows it.
    pub(in crate::ui) fn reveal(&mut self, session: &Session, file: &str, span: Span) {
        self.beside.follow(&mut self.reader, &mut self.reader_id, session);
        if session.beside().is_some_and(|article| *article.document().file == *file) {
            self.beside.reveal(span);
        } else {
            self.reader.reveal(span);
        }
    }

    /// The reader of the article that is worked on, with the keyboard where the other one had it.
    pub(super) fn follow(&mut self, drawing: &Drawing<'_>) {
        let (before, held) = (self.reader_id, drawing.ctx.memory(Memory::focused));
        self.beside.follow(&mut self.reader, &mut self.reader_id, drawing.session);
        if let Some(id) = self.reader_id.filter(|_| self.reader_id != before && held == before) {
            drawing.ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// The article that is worked on, and the one beside it where there is room for two.
    pub(super) fn texts(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        if self.beside.take_move() && !drawing.ctx.text_edit_focused() {
            self.reader.focus();
        }
        let Some(places) = self.beside.places(ui.available_rect_before_wrap(), drawing.session) else {
            if let Some(notice) = self.beside.lacks_room(drawing.session) {
                self.notices.put(notice);
            }
            self.text(ui, drawing);
            return;
        };
        self.beside.show(ui, drawing, places);
        let builder = self.beside.side(places[0], true);
        ui.scope_builder(builder, |ui| {
            ui.add_space(beside::ACCENT);
            self.text(ui, drawing);
        });
        Beside::line(ui, drawing.theme, places[0], self.reader_id);
    }

    /// The article that is worked on.
    fn text(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        header::show(ui, drawing, self.reader.lacks_cjk());
        source_bar::show(ui, drawing);
        if let Some(find) = &mut self.find
            && !find.show(ui, drawing)
        {
            self.close_find(drawing);
        }
        self.reader_id = Some(Reader::id(ui));
        let pinch = ui.input(egui::InputState::zoom_delta);
        if pinch != 1.0 && ui.rect_contains_pointer(ui.available_rect_before_wrap()) {
            drawing.look.resize_text(pinch);
        }
        // Ends that are not in sight have a bar of their own below the text.
        let elsewhere = self.reader.links_elsewhere(drawing.session);
        if !elsewhere.is_empty() {
            let bar = Frame::new().fill(drawing.theme.panel).inner_margin(Margin::symmetric(12, 4));
            Panel::bottom("links").frame(bar).show(ui, |ui| links::bar(ui, drawing, &elsewhere));
        }
        self.reader.show(ui, drawing);
    }
}
