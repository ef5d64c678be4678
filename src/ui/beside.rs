//! Two readers side by side: the article that is worked on, and the one beside it.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, Rect, RichText, Ui, UiBuilder};

use super::reader::Reader;
use super::theme::size;
use super::{Drawing, LabelStyle, icon, menu};
use crate::session::{LibraryCommand, OpenArticle, Session};
use crate::words::text;

/// Where there is less room, only the article that is worked on is shown.
const ROOM: f32 = 560.0;
/// The line over the side that is worked on.
const ACCENT: f32 = 3.0;

/// The reader of the article beside, and on which side it is.
#[derive(Debug, Default)]
pub(super) struct Beside {
    reader: Reader,
    /// Whether what is worked on is at the right.
    is_right: bool,
    /// What was worked on, and what was beside it, in the last frame.
    seen: (Option<Arc<str>>, Option<Arc<str>>),
}

impl Beside {
    /// Follows the session: where the two articles changed places, each stays on its side, with its scroll.
    pub(super) fn follow(&mut self, active: &mut Reader, session: &Session) {
        let file = |article: Option<&OpenArticle>| article.map(|article| article.document().file.clone());
        let now = (file(session.article()), file(session.beside()));
        let was = std::mem::replace(&mut self.seen, now.clone());
        if now.1.is_some() && now.1 == was.0 && now.0 != was.0 {
            std::mem::swap(active, &mut self.reader);
            // What is opened beside the first stands at its right.
            self.is_right = was.1.is_none() || !self.is_right;
            active.focus();
        }
    }

    /// The place of what is worked on and of what is beside it; nothing where one article is shown.
    pub(super) fn places(&self, area: Rect, session: &Session) -> Option<[Rect; 2]> {
        session.beside().filter(|_| area.width() >= ROOM)?;
        let (left, right) = area.split_left_right_at_fraction(0.5);
        Some(if self.is_right { [right, left] } else { [left, right] })
    }

    /// A part of the window at that place, whose widgets are of that side.
    pub(super) fn side(&self, place: Rect, is_active: bool) -> UiBuilder {
        let salt = if self.is_right == is_active { "right" } else { "left" };
        UiBuilder::new().max_rect(place).id_salt(salt).layout(Layout::top_down(Align::Min))
    }

    /// Draws the article beside, and which of the two is worked on.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, [own, beside]: [Rect; 2]) {
        let theme = drawing.theme;
        ui.scope_builder(self.side(beside, false), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_clip_rect(beside.intersect(ui.clip_rect()));
            head(ui, drawing);
            self.reader.show_beside(ui, drawing);
        });
        let middle = own.left().max(beside.left());
        ui.painter().vline(middle, own.y_range(), (size::HAIRLINE, theme.hairline));
        let line = own.with_max_y(own.top() + ACCENT);
        ui.painter().rect_filled(line, 0.0, theme.accent);
    }
}

/// Which article it is, and the buttons that leave it.
fn head(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(file) = session.beside().map(|article| article.document().file.clone()) else { return };
    let entry = session.library().and_then(|library| library.entry(&file));
    let name = entry.and_then(|entry| entry.details.title.clone()).unwrap_or_else(|| file.clone());
    let drawn = Frame::new().fill(theme.page).inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
        let row = egui::vec2(ui.available_width(), size::ROW);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let close = ui.small_button(icon::X).on_hover_text(text("window-beside-close-tip"));
            menu::named(&close, text("window-beside-close"));
            if close.clicked() {
                drawing.out.run(LibraryCommand::CloseBeside);
            }
            let work = ui.small_button(RichText::new(text("window-beside-work")).size(size::SMALL_TEXT));
            if work.on_hover_text(text("window-beside-work-tip")).clicked() {
                drawing.out.run(LibraryCommand::SwitchSides);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let width = ui.available_width();
                let style = LabelStyle::semi_bold(size::HEADING, theme.quiet);
                drawing.ink.label(ui, &name, style, width).on_hover_text(&*file);
            });
        });
    });
    let row = drawn.response.rect;
    ui.painter().hline(row.x_range(), row.bottom(), (size::HAIRLINE, theme.hairline));
}
