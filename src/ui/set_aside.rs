//! The annotator's sidecars of the open article that were set aside: what is in each, and bringing it back.

use egui::Ui;

use super::dialog::{Dialog, buttons};
use super::theme::size;
use super::{Drawing, LabelStyle, menu};
use crate::session::{ReanchorCommand, SetAsideSummary};
use crate::words::{say, text};

/// The dialog.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SetAsideDialog;

impl SetAsideDialog {
    /// Draws it; says whether it stays.
    #[expect(clippy::unused_self, reason = "dialogs are drawn alike")]
    pub(super) fn show(self, drawing: &mut Drawing<'_>) -> bool {
        let (ctx, theme) = (drawing.ctx, drawing.theme);
        let files = drawing.session.article().map(crate::session::OpenArticle::set_aside).unwrap_or_default();
        let dialog = Dialog { id: "set-aside", title: text("panels-set-aside-title"), width: size::DIALOG };
        let (stays, closed) = dialog.show(ctx, theme, |ui, _| {
            let width = ui.available_width();
            let intro = text("panels-set-aside-intro");
            drawing.ink.paragraph(ui, intro, LabelStyle::regular(size::TEXT, theme.quiet), width);
            if files.is_empty() {
                ui.colored_label(theme.quiet, text("panels-reading"));
            }
            for file in &files {
                ui.separator();
                show(ui, drawing, file);
            }
            ui.separator();
            buttons(ui, |ui| !ui.button(text("common-close")).clicked())
        });
        stays && !closed
    }
}

fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, file: &SetAsideSummary) {
    let theme = drawing.theme;
    let width = ui.available_width();
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    drawing.ink.paragraph(ui, &name, LabelStyle::semi_bold(size::TEXT, theme.text), width);
    drawing.ink.paragraph(ui, &summary(file), LabelStyle::regular(size::TEXT, theme.text), width);
    if file.annotations.is_ok() {
        let button =
            ui.button(text("panels-set-aside-bring-back")).on_hover_text(file.path.display().to_string());
        menu::named(&button, &say!("panels-set-aside-bring-back-file", file = &*name));
        if button.clicked() {
            drawing.out.run(ReanchorCommand::BringBack(file.path.clone()));
        }
    }
}

/// What is in a file, beside what is open.
fn summary(file: &SetAsideSummary) -> String {
    let all = match &file.annotations {
        Ok(all) => *all,
        Err(error) => return error.clone(),
    };
    let mut words = vec![say!("panels-set-aside-missing", count = all, missing = file.missing)];
    if file.different > 0 {
        words.push(say!("panels-set-aside-different", count = file.different));
    }
    if file.orphans > 0 {
        words.push(say!("panels-set-aside-orphans", count = file.orphans));
    }
    words.join(", ")
}
