//! The page of figures about the workspace: who has done which article, and how far annotators agree.

mod agreement;
mod progress;

use std::path::PathBuf;

use egui::{Align, Frame, Layout, Margin, RichText, Ui};

use self::agreement::AgreementFigures;
pub(super) use self::agreement::ScoresDialog;
use super::theme::size;
use super::{Drawing, actions, fonts, icon, menu};
use crate::session::AgreementCommand;
use crate::words::text;

/// Figures are read across: wider than this, the eye loses the line.
const WIDTH: f32 = 1040.0;

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OverviewPart {
    /// Who has done which article.
    #[default]
    Progress,
    /// How far annotators agree.
    Agreement,
}

/// The page and what is only of it.
#[derive(Debug, Default)]
pub(super) struct OverviewPage {
    part: OverviewPart,
    agreement: AgreementFigures,
    /// Whether figures were asked for that somebody still looks at.
    is_open: bool,
}

impl OverviewPage {
    /// Opens a part, with figures of now; the one that was shown last where nothing is said.
    pub(super) fn open(&mut self, part: Option<OverviewPart>, drawing: &mut Drawing<'_>) {
        self.part = part.unwrap_or(self.part);
        self.is_open = true;
        match self.part {
            // The page asks by itself where nobody counts.
            OverviewPart::Progress if drawing.session.lacks_progress() => {}
            OverviewPart::Progress => drawing.out.run(AgreementCommand::AskProgress),
            OverviewPart::Agreement => self.agreement = AgreementFigures::asked_for(drawing),
        }
    }

    /// Another page is shown: nobody waits for figures any more.
    pub(super) fn close(&mut self, drawing: &mut Drawing<'_>) {
        if std::mem::take(&mut self.is_open) {
            drawing.out.run(AgreementCommand::EndProgress);
            drawing.out.run(AgreementCommand::EndAgreement);
        }
    }

    /// A folder was chosen in a dialog of the system.
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        if self.is_open {
            self.agreement.picked(paths);
        }
    }

    /// Draws the page; says whether it stays.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let frame = Frame::new().inner_margin(Margin::symmetric(20, 12));
        let stays = frame.show(ui, |ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = size::STEP;
            let stays = self.head(ui, drawing);
            ui.separator();
            match self.part {
                OverviewPart::Progress => progress::show(ui, drawing),
                OverviewPart::Agreement => self.agreement.show(ui, drawing),
            }
            stays
        });
        stays.inner
    }

    fn head(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let mut stays = true;
        let mut asked = None;
        ui.horizontal(|ui| {
            ui.label(RichText::new(text("overview-title")).family(fonts::strong()).size(size::HEADING));
            ui.add_space(size::STEP);
            let parts = [
                (OverviewPart::Progress, "overview-progress", &actions::review::PROGRESS),
                (OverviewPart::Agreement, "overview-agreement", &actions::review::AGREEMENT),
            ];
            for (part, name, action) in parts {
                let button = egui::Button::selectable(self.part == part, text(name));
                let button = ui.add_enabled(action.is_possible(drawing.session), button);
                let tip = drawing.shortcuts.tooltip(action);
                let button = button.on_hover_text(tip).on_disabled_hover_text(text("overview-nobody-else"));
                if button.clicked() && self.part != part {
                    asked = Some(part);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let back = ui.button(icon::CLOSE).on_hover_text(text("overview-back-tip"));
                menu::named(&back, text("overview-back"));
                stays = !back.clicked();
                let again = ui.button(icon::REFRESH).on_hover_text(text("overview-count-again"));
                menu::named(&again, text("overview-count-again"));
                if again.clicked() {
                    asked = Some(self.part);
                }
            });
        });
        if asked.is_some() {
            self.open(asked, drawing);
        }
        stays
    }
}
