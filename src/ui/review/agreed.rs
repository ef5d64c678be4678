//! What all agree about, before it is taken.

use std::sync::Arc;

use egui::ScrollArea;

use crate::model::Annotation;
use crate::session::{ReviewCommand, Session};
use crate::ui::dialog::{self, Dialog};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, label_bar, menu};
use crate::words::{say, text};

/// Lines that are seen at once.
const LINES: f32 = 10.0;

/// The dialog with what would be taken; it closes where another article comes on screen.
#[derive(Debug)]
pub(in crate::ui) struct Agreed {
    file: Arc<str>,
    annotations: Vec<Arc<Annotation>>,
}

impl Agreed {
    /// What all who are looked at agree about in the open article, and the annotator does not have.
    pub(in crate::ui) fn open(session: &Session) -> Option<Self> {
        let file = session.article()?.document().file.clone();
        Some(Self { file, annotations: session.agreed() })
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        if !session.shows(&self.file) {
            return false;
        }
        let dialog = Dialog { id: "agreed", title: text("review-agreed-title"), width: 520.0 };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| {
            let count = self.annotations.len();
            let names = session.all_called(session.shown_annotators());
            let told = match count {
                0 => text("review-agreed-nothing").to_owned(),
                _ => say!("review-agreed-alike", names = names.join(", ")),
            };
            ui.colored_label(theme.quiet, told);
            let height = (size::ROW * LINES).min(room.y - 240.0).max(size::ROW);
            let area = ScrollArea::vertical().id_salt("agreed").max_height(height).auto_shrink([false, true]);
            area.show_rows(ui, size::ROW, count, |ui, range| {
                for annotation in &self.annotations[range] {
                    ui.horizontal(|ui| {
                        ui.set_min_height(size::ROW);
                        let label = session.schema().label(&annotation.label);
                        if let Some(label) = label {
                            label_bar::swatch(ui, label, theme);
                        }
                        ui.label(session.schema().name_of_label(&annotation.label));
                        let text = session.article().map(|article| &article.document().text);
                        let quote = text.map(|text| annotation.spans.quote(text)).unwrap_or_default();
                        let width = ui.available_width() - size::MARGIN;
                        drawing.ink.label(ui, &quote, LabelStyle::regular(size::TEXT, theme.text), width);
                    });
                }
            });
            dialog::buttons(ui, |ui| {
                if count == 0 {
                    return !ui.button(text("common-close")).clicked();
                }
                let take = dialog::confirm(ui, &say!("review-take-count", count = count), true, theme);
                menu::named(&take, text("review-take"));
                if take.clicked() {
                    drawing.out.run(ReviewCommand::AcceptAgreed);
                }
                !ui.button(text("common-cancel")).clicked() && !take.clicked()
            })
        });
        stays && !closes
    }
}
