//! The question before the window closes, or another folder opens, over work that could not be kept.

use std::path::PathBuf;

use egui::{Button, Id, RichText, ScrollArea, Ui};

use super::dialog::{self, Dialog};
use super::text_field::TextField;
use super::theme::size;
use super::{Drawing, LabelStyle, menu};
use crate::session::{LeaveAnswer, SaveCommand};
use crate::words::{say, text};

/// What the list of articles may have of the window's height.
const LIST_SHARE: f32 = 0.4;

/// Draws the question, where there is one.
pub(super) fn show(drawing: &mut Drawing<'_>) {
    let Drawing { ctx, session, theme, .. } = *drawing;
    let Some(leaving) = session.leaving().filter(|leaving| leaving.asks()) else { return };
    let at_risk = session.at_risk();
    let changes: usize = at_risk.iter().map(|work| work.changes).sum();
    let dialog = Dialog { id: "leave", title: text("panels-leave-title"), width: size::DIALOG };
    let (answer, closes) = dialog.show(ctx, theme, |ui, room| {
        let width = ui.available_width();
        let intro = text("panels-leave-intro");
        drawing.ink.paragraph(ui, intro, LabelStyle::regular(size::TEXT, theme.text), width);
        ScrollArea::vertical().max_height(room.y * LIST_SHARE).show(ui, |ui| {
            for work in &at_risk {
                let head = format!("{}: {}", work.file, say!("count-changes", count = work.changes));
                drawing.ink.paragraph(ui, &head, LabelStyle::semi_bold(size::TEXT, theme.text), width);
                let reason = work.reason.as_deref().unwrap_or_else(|| text("panels-leave-no-answer"));
                drawing.ink.paragraph(ui, reason, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
            }
        });
        ui.add_space(size::HALF);
        save_copies(ui, drawing);
        ui.add_space(size::HALF);
        dialog::buttons(ui, |ui| {
            let mut answer = None;
            if dialog::confirm(ui, text("panels-leave-try-again"), true, theme).clicked() {
                answer = Some(LeaveAnswer::TryAgain);
            }
            if ui.button(text("common-cancel")).clicked() {
                answer = Some(LeaveAnswer::Cancel);
            }
            let lose = say!("panels-leave-discard", verb = leaving.verb(), count = changes);
            if ui.add(Button::new(RichText::new(lose).color(theme.danger))).clicked() {
                answer = Some(LeaveAnswer::Discard);
            }
            answer
        })
    });
    if let Some(answer) = answer.or_else(|| closes.then_some(LeaveAnswer::Cancel)) {
        drawing.out.run(SaveCommand::Leave(answer));
    }
}

/// Another place for the work: a folder, and a button that saves a copy below it.
fn save_copies(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let id = Id::unique("leave-copy-folder");
    let mut folder: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let width = ui.available_width();
    let words = text("panels-leave-copies");
    drawing.ink.paragraph(ui, words, LabelStyle::regular(size::TEXT, drawing.theme.text), width);
    let is_asked = ui
        .horizontal(|ui| {
            let field = TextField::line(&mut folder).hint(text("panels-leave-folder")).width(width * 0.6);
            menu::named(&field.show(ui, drawing.ink), text("panels-leave-folder-name"));
            let path = folder.trim();
            ui.add_enabled(!path.is_empty(), Button::new(text("panels-leave-save-copy"))).clicked()
        })
        .inner;
    if is_asked {
        drawing.out.run(SaveCommand::SaveCopies(PathBuf::from(folder.trim())));
    }
    ui.data_mut(|data| data.insert_temp(id, folder));
}
