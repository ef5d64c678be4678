//! Details of the open article: title, publisher, author, date, address, language; known from elsewhere, or typed here.

use std::sync::Arc;

use egui::{Grid, Ui};

use super::dialog::{Dialog, buttons, confirm};
use super::text_field::TextField;
use super::theme::size;
use super::{Drawing, Ink, LabelStyle, menu};
use crate::analysis::day_in;
use crate::model::ArticleDetails;
use crate::session::{LibraryCommand, Session};
use crate::words::text;

/// Messages of the names of the fields, in the order of [`ArticleDetails::NAMES`], and of what is typed into each.
const FIELDS: [(&str, &str); 6] = [
    ("window-details-title", "window-details-title.hint"),
    ("window-details-publisher", "window-details-publisher.hint"),
    ("window-details-author", "window-details-author.hint"),
    ("window-details-date", "window-details-date.hint"),
    ("window-details-address", "window-details-address.hint"),
    ("window-details-language", "window-details-language.hint"),
];
/// Which of the fields is the date.
const DATE: usize = 3;

/// The dialog with what was typed so far.
#[derive(Debug)]
pub(super) struct DetailsDialog {
    file: Arc<str>,
    values: [String; 6],
    has_keys: bool,
}

impl DetailsDialog {
    /// Begins with what is known of the article on screen.
    pub(super) fn open(session: &Session) -> Option<Self> {
        let file = session.article()?.document().file.clone();
        let known = session.details().cloned().unwrap_or_default();
        let values = known.values().map(|value| value.unwrap_or_default().to_owned());
        Some(Self { file, values, has_keys: false })
    }

    /// Draws it; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let is_here = session.shows(&self.file);
        let dialog = Dialog { id: "details", title: text("window-details"), width: size::DIALOG };
        let (stays, closed) = dialog.show(ctx, theme, |ui, _| {
            let width = ui.available_width();
            let words = text("window-details-words");
            drawing.ink.paragraph(ui, words, LabelStyle::regular(size::TEXT, theme.quiet), width);
            self.fields(ui, drawing.ink);
            let date = self.values[DATE].trim();
            let is_day = date.is_empty() || day_in(date).is_some();
            if !is_day {
                ui.colored_label(theme.warning, text("window-details-no-day"));
            }
            ui.separator();
            buttons(ui, |ui| {
                let keeps =
                    confirm(ui, text("window-details-keep"), session.can_annotate() && is_here, theme)
                        .clicked();
                let leaves = ui.button(text("common-cancel")).clicked();
                if keeps {
                    drawing.out.run(LibraryCommand::SetDetails(Box::new(self.typed())));
                }
                !keeps && !leaves
            })
        });
        stays && !closed && is_here
    }

    fn fields(&mut self, ui: &mut Ui, ink: &mut Ink) {
        Grid::new("details").num_columns(2).spacing([size::STEP, size::STEP]).show(ui, |ui| {
            for ((name, hint), value) in FIELDS.into_iter().zip(&mut self.values) {
                let name = text(name);
                ui.label(name);
                let field = TextField::line(value).hint(text(hint)).width(f32::INFINITY).show(ui, ink);
                menu::named(&field, name);
                if !std::mem::replace(&mut self.has_keys, true) {
                    field.request_focus();
                }
                ui.end_row();
            }
        });
    }

    fn typed(&self) -> ArticleDetails {
        let value = |value: &String| {
            let value = value.trim();
            (!value.is_empty()).then(|| Arc::from(value))
        };
        ArticleDetails::of_values(self.values.each_ref().map(value))
    }
}
