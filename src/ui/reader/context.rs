//! The menu of what is under the pointer or the caret: of a mark, or of what is selected.

use egui::{Align, Id, Layout, Popup, PopupKind, Pos2, Response, SetOpenCommand, Ui, pos2};

use super::pointer::{Surface, select};
use crate::session::{OpenArticle, SelectCommand};
use crate::text::ByteOffset;
use crate::ui::actions::{Action, annotate, edit, go, view};
use crate::ui::{Drawing, menu};
use crate::words::text;

/// What the menu offers, where it can be done as things are; a line stands between groups.
const GROUPS: [&[&Action]; 5] = [
    &[&annotate::CHOOSE_LABEL, &annotate::ADD_PART, &annotate::EDIT_NOTE, &view::GUIDELINES],
    &[&annotate::LINK, &annotate::FOLLOW_LINK],
    &[&annotate::DELETE],
    &[&edit::COPY],
    &[&go::SELECT_WORD, &go::SELECT_SENTENCE],
];

/// The menu: where it stands, while it is open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ContextMenu {
    at: Option<Pos2>,
    /// Whether it has to be opened: it is not drawn as yet.
    is_new: bool,
    /// Asked for by a key: it opens at the caret as soon as its place is known.
    is_wanted: bool,
    /// Whether the keyboard is to be on its first line.
    is_entered: bool,
}

impl ContextMenu {
    /// Opens it at the caret at the next frame.
    pub(super) const fn open(&mut self) {
        self.is_wanted = true;
    }

    /// Opens it under a click of the other button, on what is there.
    pub(super) fn handle(&mut self, response: &Response, surface: Surface<'_>, drawing: &mut Drawing<'_>) {
        let Some(at) = response.interact_pointer_pos().filter(|_| response.secondary_clicked()) else {
            return;
        };
        (self.at, self.is_new) = (Some(at), true);
        let Surface { view, article, .. } = surface;
        let Some(cluster) = view.cluster_at(at) else { return };
        let place = ByteOffset::new(cluster.start);
        let is_on_selection =
            article.selection().span(&article.document().text).is_some_and(|span| span.contains(place));
        let is_on_focused = article.focused().is_some_and(|focused| focused.spans.contains(place));
        if is_on_selection {
            return;
        }
        drawing.out.run(select(cluster.start, cluster.start));
        // A second click would go on to the next of several marks.
        if !is_on_focused && drawing.session.linking().is_none() {
            drawing.out.run(SelectCommand::FocusAt(place));
        }
    }

    /// Draws it where it is open; `caret` is where the caret or the selection is seen. Says whether it was closed and nothing
    /// chosen: the keyboard is the text's again then.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        id: Id,
        caret: Option<egui::Rect>,
        drawing: &mut Drawing<'_>,
    ) -> bool {
        if std::mem::take(&mut self.is_wanted) {
            let middle = ui.max_rect().center();
            self.at = Some(caret.map_or(middle, |caret| pos2(caret.left(), caret.bottom())));
            (self.is_new, self.is_entered) = (true, true);
        }
        let Some(at) = self.at else { return false };
        let mut is_chosen = false;
        let opens = std::mem::take(&mut self.is_new).then_some(SetOpenCommand::Bool(true));
        let popup = Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
            .kind(PopupKind::Menu)
            .layout(Layout::top_down_justified(Align::Min))
            .style(menu::item_style)
            .accessible_name(name(drawing.session.article()))
            .open_memory(opens);
        let _ = popup.show(|ui| {
            ui.set_width(264.0);
            let mut is_first = true;
            for group in GROUPS {
                let possible = || group.iter().filter(|action| action.is_possible(drawing.session));
                if possible().next().is_none() {
                    continue;
                }
                if !std::mem::take(&mut is_first) {
                    ui.separator();
                }
                for action in possible() {
                    let line = menu::item(ui, drawing, action);
                    if std::mem::take(&mut self.is_entered) {
                        line.request_focus();
                    }
                    if line.clicked() {
                        drawing.out.act(action);
                        is_chosen = true;
                        ui.close();
                    }
                }
            }
        });
        let is_open = Popup::is_id_open(ui.ctx(), id);
        if !is_open {
            self.at = None;
        }
        !is_open && !is_chosen
    }
}

/// What the menu is of.
fn name(article: Option<&OpenArticle>) -> &'static str {
    let is_selected = article.is_some_and(|a| a.selection().span(&a.document().text).is_some());
    text(if is_selected { "reader-menu-selection" } else { "reader-menu-annotation" })
}
