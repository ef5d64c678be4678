//! The right panel: the focused annotation, and lists of all of them.

mod attributes;
mod card;
mod list;

use egui::{ScrollArea, Ui};

use super::theme::{Theme, size};
use super::{Ink, Output};
use crate::model::{AnnotationId, AnnotationKind};
use crate::session::Session;

pub(super) use attributes::told;
use card::Card;
use list::List;

/// Which annotations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    All,
    Entities,
    Claims,
}

impl Tab {
    const ALL: [(Self, &'static str); 3] =
        [(Self::All, "Annotations"), (Self::Entities, "Entities"), (Self::Claims, "Claims")];

    const fn kind(self) -> Option<AnnotationKind> {
        match self {
            Self::All => None,
            Self::Entities => Some(AnnotationKind::Entity),
            Self::Claims => Some(AnnotationKind::Claim),
        }
    }
}

/// The panel and what is only of it: the tab, and words being typed.
#[derive(Default)]
pub(super) struct Inspector {
    tab: Tab,
    card: Card,
    list: List,
    shown: Option<AnnotationId>,
}

impl Inspector {
    /// Puts the caret into the note.
    pub(super) const fn focus_note(&mut self) {
        self.card.focus_note();
    }

    /// Draws the panel.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        theme: &Theme,
        ink: &mut Ink,
        out: &mut Output,
    ) {
        let Some(article) = session.article() else { return };
        let focused = article.focused();
        // Words typed for one annotation are written to it before another takes the card.
        if self.shown.as_ref() != focused.map(|a| &a.id) {
            self.card.leave(self.shown.take(), focused.map(|a| a.id.clone()), out);
            self.shown = focused.map(|a| a.id.clone());
        }
        if let Some(annotation) = focused {
            let most = (ui.available_height() * 0.62).max(160.0);
            ScrollArea::vertical().id_salt("card").max_height(most).show(ui, |ui| {
                self.card.show(ui, annotation, session, theme, ink, out);
            });
        } else {
            ui.add_space(size::STEP);
            ui.colored_label(
                theme.quiet,
                "Select words in the text and press a label's key, or Enter to choose a label",
            );
            ui.colored_label(theme.quiet, "Click a mark, or press Tab, to look at it here");
        }
        ui.separator();
        ui.horizontal(|ui| {
            for (tab, name) in Tab::ALL {
                ui.selectable_value(&mut self.tab, tab, name);
            }
        });
        self.list.show(ui, self.tab.kind(), session, theme, ink, out);
    }
}
