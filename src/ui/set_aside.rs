//! The annotator's sidecars of the open article that were set aside: what is in each, and bringing it back.

use egui::Ui;

use super::dialog::{Dialog, buttons};
use super::theme::size;
use super::{Drawing, LabelStyle, menu};
use crate::analysis::counted;
use crate::session::{ReanchorCommand, SetAsideSummary};

/// The dialog.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SetAsideDialog;

impl SetAsideDialog {
    /// Draws it; says whether it stays.
    #[expect(clippy::unused_self, reason = "dialogs are drawn alike")]
    pub(super) fn show(self, drawing: &mut Drawing<'_>) -> bool {
        let (ctx, theme) = (drawing.ctx, drawing.theme);
        let files = drawing.session.article().map(crate::session::OpenArticle::set_aside).unwrap_or_default();
        let dialog = Dialog { id: "set aside", title: "Set-aside annotations", width: size::DIALOG };
        let (stays, closed) = dialog.show(ctx, theme, |ui, _| {
            let width = ui.available_width();
            let words = "These files were set aside and stay as they are. What is in one is brought into the article that is \
                         open, in one step of undo; where both say something else, both stay";
            drawing.ink.paragraph(ui, words, LabelStyle::regular(size::TEXT, theme.quiet), width);
            if files.is_empty() {
                ui.colored_label(theme.quiet, "Reading …");
            }
            for file in &files {
                ui.separator();
                show(ui, drawing, file);
            }
            ui.separator();
            buttons(ui, |ui| !ui.button("Close").clicked())
        });
        stays && !closed
    }
}

fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, file: &SetAsideSummary) {
    let theme = drawing.theme;
    let width = ui.available_width();
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    drawing.ink.paragraph(ui, &name, LabelStyle::semi_bold(size::TEXT, theme.text), width);
    drawing.ink.paragraph(ui, &words(file), LabelStyle::regular(size::TEXT, theme.text), width);
    if file.annotations.is_ok() {
        let button = ui.button("Bring back").on_hover_text(file.path.display().to_string());
        menu::named(&button, &format!("Bring back {name}"));
        if button.clicked() {
            drawing.out.run(ReanchorCommand::BringBack(file.path.clone()));
        }
    }
}

/// What is in a file, beside what is open.
fn words(file: &SetAsideSummary) -> String {
    let all = match &file.annotations {
        Ok(all) => *all,
        Err(error) => return error.clone(),
    };
    let mut words = format!("{}: {} not here", counted(all, "annotation"), file.missing);
    if file.different > 0 {
        words = format!("{words}, {} say something else here", file.different);
    }
    if file.orphans > 0 {
        words = format!("{words}, {} without a place in the article as it is now", file.orphans);
    }
    words
}
