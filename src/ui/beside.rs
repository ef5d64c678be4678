//! Two readers side by side: the article that is worked on, and the one beside it.

use std::sync::Arc;

use egui::{Align, Frame, Id, Layout, Margin, Rect, RichText, Ui, UiBuilder};

use super::reader::Reader;
use super::theme::{Theme, size};
use super::{Drawing, LabelStyle, icon, menu};
use crate::session::{LibraryCommand, Notice, OpenArticle, Session, Severity};
use crate::text::Span;
use crate::words::text;

/// Where there is less room, only the article that is worked on is shown.
const ROOM: f32 = 560.0;
/// The line over the side that is worked on.
pub(super) const ACCENT: f32 = 3.0;

/// The reader of the article beside, and on which side it is.
#[derive(Debug, Default)]
pub(super) struct Beside {
    reader: Reader,
    /// The widget that has the keyboard while that reader is the one that is worked in.
    id: Option<Id>,
    /// Whether what is worked on is at the right.
    is_right: bool,
    /// What was worked on, and what was beside it, when that was looked at last.
    seen: (Option<Arc<str>>, Option<Arc<str>>),
    /// Another reader than before is worked in.
    is_moved: bool,
    /// It was told that there is no room for two.
    is_told: bool,
}

impl Beside {
    /// Follows the session: where the two articles changed places, each stays on its side, with its scroll and its widget.
    pub(super) fn follow(&mut self, active: &mut Reader, id: &mut Option<Id>, session: &Session) {
        let file = |article: Option<&OpenArticle>| article.map(|article| article.document().file.clone());
        let now = (file(session.article()), file(session.beside()));
        let was = std::mem::replace(&mut self.seen, now.clone());
        let is_swapped = now.1.is_some() && now.1 == was.0 && now.0 != was.0;
        if is_swapped {
            std::mem::swap(active, &mut self.reader);
            if self.id.is_some() {
                std::mem::swap(id, &mut self.id);
            }
            self.is_moved = true;
        }
        if now.1.is_some() && was.1.is_none() {
            // What is opened beside the first stands at its right.
            (self.is_right, self.is_told) = (true, false);
            // It is narrower than it was: what was looked at stays in sight.
            if let Some(span) = looked_at(session) {
                self.reader.reveal(span);
            }
        } else if is_swapped {
            self.is_right = !self.is_right;
        }
    }

    /// Whether another reader is worked in than when this was asked last.
    pub(super) fn take_move(&mut self) -> bool {
        std::mem::take(&mut self.is_moved)
    }

    /// Brings a stretch of the article beside into view.
    pub(super) const fn reveal(&mut self, span: Span) {
        self.reader.reveal(span);
    }

    /// The place of what is worked on and of what is beside it; nothing where one article is shown.
    pub(super) fn places(&mut self, area: Rect, session: &Session) -> Option<[Rect; 2]> {
        self.id = None;
        session.beside().filter(|_| area.width() >= ROOM)?;
        let (left, right) = area.split_left_right_at_fraction(0.5);
        Some(if self.is_right { [right, left] } else { [left, right] })
    }

    /// What to tell where two articles are asked for and there is no room for them; once.
    pub(super) fn lacks_room(&mut self, session: &Session) -> Option<Notice> {
        let is_new = session.beside().is_some() && !std::mem::replace(&mut self.is_told, true);
        is_new.then(|| Notice::new(Severity::Info, text("window-beside-no-room")))
    }

    /// A part of the window at that place, whose widgets are of that side.
    pub(super) fn side(&self, place: Rect, is_active: bool) -> UiBuilder {
        let salt = if self.is_right == is_active { "right" } else { "left" };
        UiBuilder::new().max_rect(place).id_salt(salt).layout(Layout::top_down(Align::Min))
    }

    /// Draws the article beside.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, [own, beside]: [Rect; 2]) {
        let theme = drawing.theme;
        ui.scope_builder(self.side(beside, false), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_clip_rect(beside.intersect(ui.clip_rect()));
            // As over the other one, so that nothing moves where they change places.
            ui.add_space(ACCENT);
            head(ui, drawing);
            self.id = Some(Reader::id(ui));
            self.reader.show_beside(ui, drawing);
        });
        let middle = own.left().max(beside.left());
        ui.painter().vline(middle, own.y_range(), (size::HAIRLINE, theme.hairline));
    }

    /// The line over what is worked on: strong while it has the keyboard.
    pub(super) fn line(ui: &Ui, theme: &Theme, place: Rect, reader: Option<Id>) {
        let has_keys = reader.is_some() && ui.memory(egui::Memory::focused) == reader;
        let line = place.with_max_y(place.top() + ACCENT);
        ui.painter().rect_filled(line, 0.0, if has_keys { theme.accent } else { theme.quiet });
    }
}

/// What is looked at in the article beside: the item of a review, or what has the focus in it.
fn looked_at(session: &Session) -> Option<Span> {
    let article = session.beside()?;
    let review = session.review();
    let item = review.and_then(|review| Some((review.item()?, review.member()?.1)));
    match item {
        Some((item, member)) if item.file == article.document().file => Some(member.extent),
        _ => article.focused().map(|focused| focused.spans.first()),
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
