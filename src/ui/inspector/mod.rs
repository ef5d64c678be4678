//! The right panel: the focused annotation, and lists of all of them.

mod attributes;
mod card;
mod guidelines;
mod links;
mod list;
mod orphans;
mod values;

use egui::{ScrollArea, Ui};

use super::Drawing;
use super::theme::size;
use crate::model::{AnnotationId, AnnotationKind};
use crate::session::Session;
use crate::words::text;

use card::Card;
pub(super) use guidelines::Guidelines;
use list::List;
pub(super) use values::display_name_and_value;

/// Which annotations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    All,
    Entities,
    Claims,
    Guidelines,
    Orphans,
}

impl Tab {
    /// All, each with the message of its name.
    const ALL: [(Self, &'static str); 5] = [
        (Self::All, "inspector-tab-all"),
        (Self::Entities, "inspector-tab-entities"),
        (Self::Claims, "inspector-tab-claims"),
        (Self::Guidelines, "inspector-tab-guidelines"),
        (Self::Orphans, "inspector-tab-orphans"),
    ];

    const fn kind(self) -> Option<AnnotationKind> {
        match self {
            Self::All | Self::Guidelines | Self::Orphans => None,
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
    /// The keyboard is to be on the tab.
    wants_keys: bool,
}

impl Inspector {
    /// Puts the caret into the note.
    pub(super) const fn focus_note(&mut self) {
        self.card.focus_note();
    }

    /// Takes the keyboard: the first field of the focused annotation, or else the tab.
    pub(super) const fn focus(&mut self) {
        self.wants_keys = true;
    }

    /// Shows the guidelines, at what they say of the focused annotation's label.
    pub(super) fn show_guidelines(&mut self, session: &Session) {
        self.tab = Tab::Guidelines;
        let label = session.article().and_then(|article| article.focused()).map(|a| a.label.clone());
        if let Some(label) = label.and_then(|label| session.schema().label(&label)) {
            self.guidelines.go_to(&label.name);
        }
    }

    /// Shows the annotations that have lost their place.
    pub(super) const fn show_orphans(&mut self) {
        self.tab = Tab::Orphans;
    }

    /// What is being written counts now.
    pub(super) fn commit(&mut self, drawing: &mut Drawing<'_>) {
        self.card.commit(drawing);
    }

    /// Draws the panel.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(article) = session.article() else { return };
        let focused = article.focused();
        if self.shown.as_ref() != focused.map(|a| &a.id) {
            self.card.renew(drawing);
            self.shown = focused.map(|a| a.id.clone());
        }
        let waits = article.set().orphans().len() > 0;
        if self.tab == Tab::Orphans {
            self.tabs(ui, waits);
            orphans::show(ui, drawing);
            return;
        }
        if self.tab == Tab::Guidelines {
            self.tabs(ui, waits);
            self.guidelines.show(ui, drawing);
            return;
        }
        if let Some(annotation) = focused {
            if std::mem::take(&mut self.wants_keys) {
                self.card.focus();
            }
            let most = (ui.available_height() * 0.62).max(160.0);
            // The bar has room of its own, beside what it scrolls.
            let scroll = &mut ui.spacing_mut().scroll;
            scroll.floating_allocated_width = scroll.bar_width;
            ScrollArea::vertical().id_salt("card").max_height(most).show(ui, |ui| {
                // What a field keeps is of one annotation.
                ui.push_id(annotation.id.as_str(), |ui| self.card.show(ui, drawing, annotation));
            });
        } else {
            ui.add_space(size::STEP);
            ui.colored_label(theme.quiet, text("inspector-hint-select"));
            ui.colored_label(theme.quiet, text("inspector-hint-click"));
        }
        ui.separator();
        self.tabs(ui, waits);
        self.list.show(ui, drawing, self.tab.kind());
    }

    /// The tabs; that of annotations without a place where there are any.
    fn tabs(&mut self, ui: &mut Ui, waits: bool) {
        ui.horizontal_wrapped(|ui| {
            for (tab, name) in Tab::ALL {
                if tab == Tab::Orphans && !waits && self.tab != tab {
                    continue;
                }
                let chosen = ui.selectable_value(&mut self.tab, tab, text(name));
                if self.tab == tab && std::mem::take(&mut self.wants_keys) {
                    chosen.request_focus();
                }
            }
        });
    }
}

/// The value of a flag in words.
pub(super) fn yes_or_no(on: bool) -> &'static str {
    text(if on { "inspector-value-yes" } else { "inspector-value-no" })
}
