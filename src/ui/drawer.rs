//! The list of articles in a narrow window: over the text, when it is asked for.

use std::sync::Arc;

use egui::{Area, Context, Frame, Id, Margin, Order, Popup, Rect, pos2};

use super::Drawing;
use super::library::LibraryPanel;
use super::panels::Page;
use super::theme::size;
use crate::words::text;

/// A window narrower than this has no room for the list beside text and inspector.
const FOLDS: f32 = 900.0;
/// Beside a review, which takes more than the inspector.
const FOLDS_IN_REVIEW: f32 = 972.0;
/// Beside two texts.
const FOLDS_BESIDE: f32 = 1440.0;
/// Width of the list over the text.
const WIDTH: f32 = 288.0;

/// The list over the text, while it is open.
#[derive(Debug, Default)]
pub(super) struct Drawer {
    is_open: bool,
    /// Whether there is no room for the list but over the text.
    is_folded: bool,
    /// What was on screen when it was opened: another article closes it.
    shown: Option<Arc<str>>,
    /// Where the rail ends and the text begins.
    place: Option<Rect>,
    /// It was opened in this frame, by a press that is not one beside it.
    is_new: bool,
}

impl Drawer {
    /// Whether the window is narrow whatever it shows.
    pub(super) fn is_narrow(ctx: &Context) -> bool {
        ctx.content_rect().width() < FOLDS
    }

    /// Folds the list away where the window has no room for it beside what it shows.
    pub(super) fn fold(&mut self, drawing: &Drawing<'_>, page: Page) {
        let session = drawing.session;
        let least = if session.beside().is_some() && page == Page::Articles {
            FOLDS_BESIDE
        } else if session.review().is_some() || session.feedback().is_some() {
            FOLDS_IN_REVIEW
        } else {
            FOLDS
        };
        self.is_folded = drawing.ctx.content_rect().width() < least;
    }

    /// Whether the list is folded away, and is over the text where it is asked for.
    pub(super) const fn is_folded(&self) -> bool {
        self.is_folded
    }

    /// Whether the list is over the text.
    pub(super) const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Opens it.
    pub(super) fn open(&mut self) {
        (self.is_open, self.is_new, self.shown) = (true, true, None);
    }

    /// Closes it.
    pub(super) const fn close(&mut self) {
        self.is_open = false;
    }

    /// Opens it, or closes it.
    pub(super) fn toggle(&mut self) {
        if self.is_open { self.close() } else { self.open() }
    }

    /// It may be shown in this frame, beside the rail.
    pub(super) const fn allow_beside(&mut self, rail: Rect) {
        self.place = Some(rail);
    }

    /// Draws the list over the text where it is open; says whether it was closed.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>, library: &mut LibraryPanel) -> bool {
        let ctx = drawing.ctx;
        let Some(rail) = self.place.take().filter(|_| self.is_open) else {
            // The window has room again, or is another page.
            self.is_open = false;
            return false;
        };
        let theme = drawing.theme;
        let frame = Frame::new().fill(theme.panel).stroke((size::HAIRLINE, theme.hairline));
        let place = pos2(rail.right(), rail.top());
        let area = Area::new(Id::unique("articles-over-text")).order(Order::Middle).fixed_pos(place);
        let drawn = area.accessible_name(text("window-drawer")).show(ctx, |ui| {
            frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.set_height(rail.height() - size::MARGIN);
                library.show(ui, drawing);
            });
        });
        let current = drawing.session.article().map(|article| article.document().file.clone());
        let known = self.shown.get_or_insert_with(|| current.clone().unwrap_or_else(|| "".into()));
        let is_elsewhere = ctx.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed() && at.is_some_and(|at| !drawn.response.rect.union(rail).contains(at))
        });
        let is_new = std::mem::take(&mut self.is_new);
        let is_beside = is_elsewhere && !is_new && !Popup::is_any_open(ctx);
        let opens_another = current.is_some_and(|current| current != *known);
        if is_beside || opens_another {
            self.close();
        }
        !self.is_open
    }
}
