//! The question before the window closes, or another folder opens, over work that could not be kept.

use egui::{Button, RichText, ScrollArea};

use super::dialog::{self, Dialog};
use super::theme::size;
use super::{Drawing, LabelStyle};
use crate::analysis::counted;
use crate::session::{LeaveAnswer, SaveCommand};

/// What the list of articles may have of the window's height.
const LIST_SHARE: f32 = 0.4;

/// Draws the question, where there is one.
pub(super) fn show(drawing: &mut Drawing<'_>) {
    let Drawing { ctx, session, theme, .. } = *drawing;
    let Some(leaving) = session.leaving().filter(|leaving| leaving.asks()) else { return };
    let at_risk = session.at_risk();
    let changes: usize = at_risk.iter().map(|work| work.changes).sum();
    let dialog = Dialog { id: "leave", title: "Your work could not be saved", width: size::DIALOG };
    let (answer, closes) = dialog.show(ctx, theme, |ui, room| {
        let width = ui.available_width();
        let intro =
            "These changes are in this window only: they are neither in their files nor kept anywhere else";
        drawing.ink.paragraph(ui, intro, LabelStyle::regular(size::TEXT, theme.text), width);
        ScrollArea::vertical().max_height(room.y * LIST_SHARE).show(ui, |ui| {
            for work in &at_risk {
                let head = format!("{}: {}", work.file, counted(work.changes, "change"));
                drawing.ink.paragraph(ui, &head, LabelStyle::semi_bold(size::TEXT, theme.text), width);
                let reason = work.reason.as_deref().unwrap_or("The disk has not answered yet");
                drawing.ink.paragraph(ui, reason, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
            }
        });
        ui.add_space(size::HALF);
        dialog::buttons(ui, |ui| {
            let mut answer = None;
            if dialog::confirm(ui, "Try again", true, theme).clicked() {
                answer = Some(LeaveAnswer::TryAgain);
            }
            if ui.button("Cancel").clicked() {
                answer = Some(LeaveAnswer::Cancel);
            }
            let lose = format!("{} and lose {}", leaving.verb(), counted(changes, "change"));
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
