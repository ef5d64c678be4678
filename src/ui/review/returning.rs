//! Returning an article: to whom, and why.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::Annotator;
use crate::session::{FeedbackCommand, Session};
use crate::ui::dialog::{self, Dialog};
use crate::ui::text_field::TextField;
use crate::ui::theme::size;
use crate::ui::{Drawing, menu};
use crate::words::{say, text};

/// The dialog: to whom an article is returned; it closes where another one comes on screen.
#[derive(Clone, Debug)]
pub(in crate::ui) struct ReturnDialog {
    file: Arc<str>,
    annotators: Vec<Annotator>,
    chosen: BTreeSet<Annotator>,
    comment: String,
}

impl ReturnDialog {
    /// To those who have annotated the open article.
    pub(in crate::ui) fn open(session: &Session) -> Option<Self> {
        let file = session.article()?.document().file.clone();
        let entry = session.library()?.entry(&file);
        let mut annotators: Vec<Annotator> = entry.map(|entry| entry.annotators.clone()).unwrap_or_default();
        annotators.retain(|other| Some(other) != session.annotator() && !other.is_gold());
        annotators.sort_by_cached_key(|other| session.called(other));
        let alone = annotators.iter().filter(|_| annotators.len() == 1);
        Some(Self { file, chosen: alone.cloned().collect(), annotators, comment: String::new() })
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        if !session.shows(&self.file) {
            return false;
        }
        let dialog = Dialog { id: "return", title: text("review-return-title"), width: size::DIALOG };
        let (stays, closes) = dialog.show(ctx, theme, |ui, _| {
            if self.annotators.is_empty() {
                ui.colored_label(theme.quiet, text("review-return-nobody"));
            }
            for annotator in &self.annotators {
                let mut on = self.chosen.contains(annotator);
                let name = session.called(annotator);
                let response = ui.checkbox(&mut on, &name);
                menu::named(&response, &say!("review-return-to", name = name));
                if response.changed() {
                    if on {
                        self.chosen.insert(annotator.clone());
                    } else {
                        self.chosen.remove(annotator);
                    }
                }
            }
            let field = TextField::line(&mut self.comment).hint(text("review-return-why"));
            let field = field.width(f32::INFINITY).show(ui, drawing.ink);
            menu::named(&field, text("review-return-why-name"));
            dialog::buttons(ui, |ui| {
                let give = dialog::confirm(ui, text("review-return"), !self.chosen.is_empty(), theme);
                menu::named(&give, text("review-return"));
                if give.clicked() {
                    let annotators = self.chosen.iter().cloned().collect();
                    let comment = self.comment.trim().to_owned();
                    drawing.out.run(FeedbackCommand::Return { annotators, comment });
                }
                !ui.button(text("common-cancel")).clicked() && !give.clicked()
            })
        });
        stays && !closes
    }
}
