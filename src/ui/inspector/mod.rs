//! The right panel: the focused annotation, and lists of all of them.

mod attributes;
mod card;
mod guidelines;
mod list;

use egui::{ScrollArea, Ui};

use super::Drawing;
use super::theme::size;
use crate::model::{AnnotationId, AnnotationKind};
use crate::session::Session;

pub(super) use attributes::told;
use card::Card;
use guidelines::Guidelines;
use list::List;

/// Which annotations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    All,
    Entities,
    Claims,
    Guidelines,
}

impl Tab {
    const ALL: [(Self, &'static str); 4] = [
        (Self::All, "All"),
        (Self::Entities, "Entities"),
        (Self::Claims, "Claims"),
        (Self::Guidelines, "Guidelines"),
    ];

    const fn kind(self) -> Option<AnnotationKind> {
        match self {
            Self::All | Self::Guidelines => None,
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
    guidelines: Guidelines,
    shown: Option<AnnotationId>,
}

impl Inspector {
    /// Puts the caret into the note.
    pub(super) const fn focus_note(&mut self) {
        self.card.focus_note();
    }

    /// Shows the guidelines, at what they say of the focused annotation's label.
    pub(super) fn show_guidelines(&mut self, session: &Session) {
        self.tab = Tab::Guidelines;
        let label = session.article().and_then(|article| article.focused()).map(|a| a.label.clone());
        if let Some(label) = label.and_then(|label| session.schema().label(&label)) {
            self.guidelines.go_to(&label.name);
        }
    }

    /// Draws the panel.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(article) = session.article() else { return };
        let focused = article.focused();
        if self.shown.as_ref() != focused.map(|a| &a.id) {
            self.card.renew();
            self.shown = focused.map(|a| a.id.clone());
        }
        if self.tab == Tab::Guidelines {
            self.tabs(ui);
            self.guidelines.show(ui, drawing);
            return;
        }
        if let Some(annotation) = focused {
            let most = (ui.available_height() * 0.62).max(160.0);
            // The bar has room of its own, beside what it scrolls.
            let scroll = &mut ui.spacing_mut().scroll;
            scroll.floating_allocated_width = scroll.bar_width;
            ScrollArea::vertical().id_salt("card").max_height(most).show(ui, |ui| {
                self.card.show(ui, drawing, annotation);
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
        self.tabs(ui);
        self.list.show(ui, drawing, self.tab.kind());
    }

    fn tabs(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for (tab, name) in Tab::ALL {
                ui.selectable_value(&mut self.tab, tab, name);
            }
        });
    }
}
