//! The dialogs of export and import: what, with its first rows; how far; what came of it.

mod export;
mod formats;
mod import;
mod outcome;

use std::path::PathBuf;

use egui::{Align, Layout, RichText, ScrollArea, Ui};

use self::export::ExportForm;
use self::import::ImportForm;
use super::dialog::{self, Dialog};
use super::text_field::TextField;
use super::theme::size;
use super::waiting::{self, waiting};
use super::{Drawing, LabelStyle, Output, Request, icon, menu};
use crate::session::{FormatId, Session, TransferCommand, TransferRequest};
use crate::words::{say, text};

/// Room for the list of formats, in points.
const LIST: f32 = 196.0;
/// Lines of a preview that are seen at once.
const PREVIEW: f32 = 140.0;
/// So few rows are shown over several lines.
const FEW: usize = 2;

/// An export or import being asked for.
#[derive(Debug)]
pub(super) struct Exchange {
    form: Form,
    /// The chosen format is to have the keyboard.
    focus: bool,
    /// The request whose first rows were asked for.
    asked: Option<TransferRequest>,
}

#[derive(Debug)]
enum Form {
    Export(ExportForm),
    Import(ImportForm),
}

impl Exchange {
    /// A dialog to export, of the articles that the list shows.
    pub(super) fn export(session: &Session, shown: Vec<std::sync::Arc<str>>) -> Self {
        Self { form: Form::Export(ExportForm::new(session, shown)), focus: true, asked: None }
    }

    /// A dialog to import.
    pub(super) fn import() -> Self {
        Self { form: Form::Import(ImportForm::default()), focus: true, asked: None }
    }

    /// Paths were chosen in the system's dialog.
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        match &mut self.form {
            Form::Export(form) => form.picked(paths),
            Form::Import(form) => form.picked(paths),
        }
    }

    /// Draws the dialog; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let dialog = Dialog { id: "exchange", title: self.title(), width: 760.0 };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| match session.transfer() {
            Some(transfer) => match &transfer.outcome {
                None => running(ui, transfer.progress, drawing.out),
                Some(outcome) => outcome::show(ui, drawing, &transfer.request, outcome, room.y),
            },
            None => self.ask(ui, drawing, room.y),
        });
        if closes && session.transfer().is_some() {
            drawing.out.run(TransferCommand::EndTransfer);
            // Work that is stopped ends by itself, and is seen to end.
            return session.transfer().is_some_and(|t| t.outcome.is_none());
        }
        if !stays || closes {
            drawing.out.run(TransferCommand::EndPreview);
        }
        stays && !closes
    }

    /// What it does: its title, and the button that does it.
    fn title(&self) -> &'static str {
        text(match self.form {
            Form::Export(_) => "exchange-export",
            Form::Import(_) => "exchange-import",
        })
    }

    fn ask(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, height: f32) -> bool {
        // The title, the row of buttons and the margins need the rest.
        let room = egui::vec2(ui.available_width(), (height - 190.0).clamp(150.0, 460.0));
        ui.allocate_ui(room, |ui| {
            ui.set_min_height(room.y);
            ui.set_max_height(room.y);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(LIST);
                    let reads = matches!(self.form, Form::Import(_));
                    let chosen = match &mut self.form {
                        Form::Export(form) => &mut form.format,
                        Form::Import(form) => &mut form.format,
                    };
                    let formats: Vec<FormatId> =
                        FormatId::all().filter(|id| id.format().is_read() || !reads).collect();
                    formats::list(ui, &formats, chosen, &mut self.focus, room.y);
                });
                ui.separator();
                let area = ScrollArea::vertical().id_salt("form").max_height(room.y).auto_shrink(false);
                area.show(ui, |ui| {
                    ui.vertical(|ui| {
                        // The bar floats over what is at the right.
                        ui.set_max_width(ui.available_width() - size::MARGIN);
                        ui.spacing_mut().item_spacing.y = size::STEP;
                        match &mut self.form {
                            Form::Export(form) => form.show(ui, drawing),
                            Form::Import(form) => form.show(ui, drawing),
                        }
                        self.preview(ui, drawing);
                    });
                });
            });
        });
        ui.separator();
        self.buttons(ui, drawing)
    }

    fn request(&self, session: &Session) -> Result<TransferRequest, &'static str> {
        match &self.form {
            Form::Export(form) => form.request(session),
            Form::Import(form) => form.request(session),
        }
    }

    /// The first rows, asked for anew whenever what was asked for changes.
    fn preview(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Ok(mut request) = self.request(session) else { return };
        if let TransferRequest::Export(request) = &mut request {
            // Where it is written to changes no row.
            request.out.clear();
        }
        if self.asked.as_ref() != Some(&request) {
            self.asked = Some(request.clone());
            drawing.out.run(TransferCommand::Preview(Box::new(request)));
        }
        if session.is_blind() {
            let hidden = text("exchange-hidden-rows");
            ui.label(RichText::new(hidden).color(theme.quiet).size(size::SMALL_TEXT));
            return;
        }
        let preview = session.preview().filter(|p| Some(&p.request) == self.asked.as_ref());
        ui.label(RichText::new(text("exchange-first-rows")).color(theme.quiet).size(size::SMALL_TEXT));
        let frame = egui::Frame::new().fill(theme.page).stroke((size::HAIRLINE, theme.hairline));
        frame.corner_radius(size::RADIUS).inner_margin(size::STEP).show(ui, |ui| {
            ui.set_min_size([ui.available_width(), PREVIEW].into());
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = ui.available_width();
            match preview.and_then(|p| p.rows.as_ref()) {
                Some(Ok(rows)) => {
                    for row in rows {
                        if rows.len() > FEW {
                            drawing.ink.label(
                                ui,
                                row,
                                LabelStyle::regular(size::SMALL_TEXT, theme.text),
                                width,
                            );
                        } else {
                            drawing.ink.paragraph(
                                ui,
                                row,
                                LabelStyle::regular(size::SMALL_TEXT, theme.text),
                                width,
                            );
                        }
                    }
                }
                Some(Err(why)) => {
                    drawing.ink.paragraph(ui, why, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
                }
                None => {
                    waiting(ui);
                }
            }
        });
    }

    fn buttons(&self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let mut stays = true;
        let request = self.request(session);
        dialog::buttons(ui, |ui| {
            if dialog::confirm(ui, self.title(), request.is_ok(), theme).clicked()
                && let Ok(request) = &request
            {
                drawing.out.run(request.clone());
            }
            stays = !ui.button(text("common-cancel")).clicked();
            if let Err(why) = request {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.colored_label(theme.quiet, why);
                });
            }
        });
        stays
    }
}

/// A path to be typed, with a button for the system's dialog.
pub(super) fn path(ui: &mut Ui, drawing: &mut Drawing<'_>, name: &str, typed: &mut String, request: Request) {
    ui.label(name);
    ui.horizontal(|ui| {
        let choose = format!("{} {}", icon::FOLDER_OPEN, text("common-choose"));
        let galley = egui::WidgetText::from(&choose).into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            egui::TextStyle::Button,
        );
        let button = galley.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
        let width = ui.available_width() - button;
        // The field first, as Tab goes.
        menu::named(&TextField::line(typed).width(width).show(ui, drawing.ink), name);
        if ui.button(choose).clicked() {
            drawing.out.request(request);
        }
    });
}

fn running(ui: &mut Ui, (done, of): (usize, Option<usize>), out: &mut Output) -> bool {
    match of.filter(|of| *of > 0) {
        Some(of) => {
            waiting::bar(ui, (done, of), &say!("exchange-progress", done = done, total = of));
        }
        None => {
            ui.horizontal(|ui| {
                waiting(ui);
                ui.label(say!("count-articles", count = done));
            });
        }
    }
    dialog::buttons(ui, |ui| {
        if ui.button(text("common-cancel")).clicked() {
            out.run(TransferCommand::EndTransfer);
        }
    });
    true
}
