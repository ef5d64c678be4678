//! What Escape closes.

use egui::{Event, Key, Popup};

use super::{Page, Panels};
use crate::session::{Command, LinkCommand, SelectCommand};
use crate::ui::Drawing;
use crate::ui::actions::annotate::leave_tag_mode;
use crate::ui::actions::feedback::leave_feedback;
use crate::ui::actions::review::leave_review;
use crate::ui::floating::Floating;

impl Panels {
    /// Escape closes the nearest thing: palette, find, tag mode, selection, focus. Menus, dialogs and text fields
    /// have an Escape of their own, and egui has let a field go before this is asked.
    pub(super) fn escape(&mut self, drawing: &mut Drawing<'_>) {
        let Drawing { ctx, session, .. } = *drawing;
        let in_find = self.find.as_ref().is_some_and(|find| find.has_keys(ctx));
        let palette = self.floating.is_small();
        let in_filter = self.page == Page::Entities && self.entities.waits_in_filter();
        let elsewhere = (self.typing && !in_find && !palette && !in_filter) || Popup::is_any_open(ctx);
        if elsewhere || !ctx.input(|i| i.events.iter().any(is_escape)) {
            return;
        }
        ctx.input_mut(|i| i.events.retain(|event| !is_escape(event)));
        if palette {
            if matches!(self.floating, Floating::LinkLabel(_)) {
                drawing.out.run(LinkCommand::Reconsider);
            }
            self.float_nothing();
            ctx.request_repaint();
        } else if self.page != Page::Articles {
            self.show_articles();
        } else if self.drawer.is_open() {
            self.drawer.close();
        } else if self.find.is_some() {
            self.close_find(drawing);
        } else if let Some(command) =
            leave_tag_mode(session).or_else(|| leave_review(session)).or_else(|| leave_feedback(session))
        {
            drawing.out.run(command);
        } else if let Some(article) = session.article() {
            let selected = article.selection().span(&article.document().text).is_some();
            drawing.out.run(if selected {
                Command::Select(SelectCommand::ClearSelection)
            } else {
                Command::Select(SelectCommand::Focus(None))
            });
        }
    }
}

const fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Escape, pressed: true, .. })
}
