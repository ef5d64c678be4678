//! One frame of the reader: keys, scrolling, layout, the pointer, painting, in this order.

use egui::{Rect, Response, Sense, Ui};

use super::access::{self, Paper};
use super::crowds::Sign;
use super::marks::{BlockMarks, Emphasis};
use super::paint::{self, Brush};
use super::pointer::Surface;
use super::scroll::Window;
use super::view::{Placed, View};
use super::{Reader, Shown, bubble, keyboard, others, suggested, tagging};
use crate::session::{EntityCommand, LibraryCommand, OpenArticle};
use crate::text::is_cjk;
use crate::ui::Drawing;

impl Reader {
    /// Shows an article in all the room `ui` has left; `is_active` where it is the one that is worked on.
    pub(super) fn show_article(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        article: &OpenArticle,
        is_active: bool,
    ) {
        let Drawing { session, theme, .. } = *drawing;
        let id = Self::id(ui);
        let area = ui.available_rect_before_wrap();
        let _ = ui.allocate_rect(area, Sense::hover());
        (self.selection_rect, self.caret_rect) = (None, None);
        if !area.is_positive() {
            return;
        }
        if is_active && session.are_suggestions_old() {
            drawing.out.run(EntityCommand::Suggest);
        }
        let response = ui.interact(area, id, Sense::click_and_drag());
        let has_keys = is_active && self.keep_focus(ui, &response);

        let mut shown = self.open(ui, drawing, area, article);
        let window = Window::new(area, ui.pixels_per_point());
        let menu_is_asked = self.answer(ui, drawing, (&mut shown, article), window);
        self.scroll(ui, drawing, &response, (&mut shown, article), window);
        if has_keys {
            self.take_keys(ui, drawing, &mut shown, window);
            keyboard::copy(ui, article);
        }

        let view = self.place_blocks(ui, drawing, &mut shown, area);
        self.note_missing(ui, drawing, &view);
        let mut covered = self.arcs.take_signs();
        covered.extend_from_slice(self.signs.covered());
        let (focused, editable) = (article.focused(), session.can_annotate());
        let surface = Surface { view: &view, article, focused, editable, covered: &covered };
        self.take_pointer(ui, drawing, &response, surface, is_active);

        let emphasis = self.emphasis(ui, &response, surface, session);
        let marks = self.marks(drawing, surface, &emphasis);
        let painter = ui.painter_at(area);
        let brush = Brush { painter: &painter, view: &view, theme };
        let signs = paint::all(&brush, drawing.ink, article, &marks, drawing.look);
        suggested::paint(&brush, session, &marks);
        others::paint(&brush, session, article, &mut self.chosen_of_others);
        if is_active {
            self.show_tools(ui, drawing, &response, &brush, &signs);
        }
        self.paint_caret(ui, &brush, surface, has_keys);
        if is_active && self.bubble.rest(ui, emphasis.hovered.as_ref()) {
            bubble::show_hovered(ui, drawing, id.with("bubble"), (&view, &marks));
        }
        let caret = self.selection_rect.or(self.caret_rect);
        self.wants_focus |= self.context.show(ui, id.with("context-menu"), caret, drawing);
        shown.scroll.bar(ui, &shown.flow, area, window, theme);
        if menu_is_asked {
            // The annotation it is of has the focus after this frame.
            self.context.open();
            ui.ctx().request_repaint();
        }
        let paper = Paper { flow: &mut shown.flow, view: &view, surface: id };
        access::describe(ui, drawing, (article, &mut shown.tree), paper, (&marks, &signs));
        self.painted = true;
        self.shown = Some(shown);
    }

    /// Keys that scroll, and that move the caret.
    fn take_keys(&mut self, ui: &Ui, drawing: &mut Drawing<'_>, shown: &mut Shown, window: Window) {
        let page = (window.height * 0.85).max(1.0);
        let moved = self.keyboard.handle(ui, drawing, &mut shown.flow, page);
        if moved.scroll != 0.0 {
            shown.scroll.by(&shown.flow, window, moved.scroll);
        }
        if moved.caret {
            // The session moves the caret after this frame: it is followed in the next.
            self.follow = true;
            ui.ctx().request_repaint();
        }
    }

    /// Lays out the blocks in sight, once more where the pointer drags the text along.
    fn place_blocks(&self, ui: &Ui, drawing: &mut Drawing<'_>, shown: &mut Shown, area: Rect) -> View {
        let scale = ui.pixels_per_point();
        let window = Window::new(area, scale);
        let mut view = View { rect: area, scale, left: 0.0, width: shown.flow.width(), placed: Vec::new() };
        view.left = (((area.left() + area.right() - 10.0) * scale - view.width) / 2.0).round();
        let placed = shown.scroll.place(&mut shown.flow, drawing.ink.typesetter(), window);
        let dragged = self.pointer.autoscroll(ui, &View { placed: placed.clone(), ..view });
        view.placed = if dragged == 0.0 {
            placed
        } else {
            shown.scroll.by(&shown.flow, window, dragged);
            ui.ctx().request_repaint();
            shown.scroll.place(&mut shown.flow, drawing.ink.typesetter(), window)
        };
        view
    }

    /// Notes which characters in sight no face has.
    fn note_missing(&mut self, ui: &Ui, drawing: &mut Drawing<'_>, view: &View) {
        for placed in &view.placed {
            if drawing.ink.note_missing(&placed.layout) {
                ui.ctx().request_repaint();
            }
        }
        self.missing = view.placed.iter().map(|p| p.layout.missing().len()).sum();
        // Only once the system's faces were looked at.
        let mut missing = view.placed.iter().flat_map(|p| p.layout.missing());
        self.lacks_cjk = self.painted && !drawing.ink.is_wanting() && missing.any(|m| is_cjk(m.character));
    }

    /// What the pointer does in the text.
    fn take_pointer(
        &mut self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        response: &Response,
        surface: Surface<'_>,
        is_active: bool,
    ) {
        let before = drawing.out.pending.len();
        if !is_active && response.contains_pointer() && ui.input(|i| i.pointer.any_pressed()) {
            drawing.out.run_first(LibraryCommand::SwitchSides);
        }
        self.pointer.handle(ui, response, surface, drawing.out);
        self.context.handle(response, surface, drawing);
        if drawing.out.pending.len() > before {
            self.keyboard.forget();
            ui.ctx().request_repaint();
        }
    }

    /// The marks of each block in sight.
    fn marks(&mut self, drawing: &Drawing<'_>, surface: Surface<'_>, emphasis: &Emphasis) -> Vec<BlockMarks> {
        let (set, schema) = (surface.article.set(), drawing.session.schema());
        let looks = (&**schema, drawing.theme);
        let of_block = |placed: &Placed| {
            let chosen = self.chosen.of((set, schema), placed, emphasis.preview.as_ref());
            BlockMarks::new(&chosen, placed, set, looks, emphasis)
        };
        surface.view.placed.iter().map(of_block).collect()
    }

    /// What lies over the text of the article that is worked on: links, signs of crowds, the label in hand.
    fn show_tools(
        &mut self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        response: &Response,
        brush: &Brush<'_>,
        signs: &[Sign],
    ) {
        self.arcs.paint(ui, brush, drawing, response.id);
        self.signs.show(ui, drawing, brush.view, signs);
        tagging::show(ui, response, drawing);
    }
}
