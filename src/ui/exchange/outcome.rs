//! What came of an export or import: how much, and a list of what the format could not hold, each line of which jumps to
//! its words.

use egui::{ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::super::theme::size;
use super::super::{Drawing, LabelStyle, Request, access, dialog, icon};
use super::formats::in_words;
use crate::session::{
    ImportRequest, LibraryCommand, LostAnnotation, Outcome, TransferCommand, TransferRequest,
};
use crate::words::{say, text};

/// Draws it; says whether the dialog stays.
pub(super) fn show(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    request: &TransferRequest,
    outcome: &Outcome,
    height: f32,
) -> bool {
    let theme = drawing.theme;
    let width = ui.available_width();
    let mut stays = true;
    match outcome {
        Outcome::Finished { summary, losses, lost, issues } => {
            drawing.ink.paragraph(ui, summary, LabelStyle::regular(size::TEXT, theme.text), width);
            let most = (height * 0.5).max(140.0);
            if !losses.is_empty() {
                ui.colored_label(theme.quiet, unrepresented(*lost, losses.len()));
                stays = lines(ui, drawing, losses, most);
            } else if matches!(request, TransferRequest::Export(_)) {
                ui.colored_label(theme.success, format!("{} {}", icon::DONE, text("exchange-nothing-lost")));
            }
            if !issues.is_empty() {
                ui.colored_label(theme.quiet, say!("exchange-warnings", count = issues.len()));
                ScrollArea::vertical().id_salt("issues").max_height(most * 0.6).show(ui, |ui| {
                    for issue in issues.iter().take(500) {
                        drawing.ink.paragraph(
                            ui,
                            issue,
                            LabelStyle::regular(size::SMALL_TEXT, theme.text),
                            width - 16.0,
                        );
                    }
                });
            }
        }
        Outcome::Asks { why, units } => {
            ui.label(text("exchange-asks-unit"));
            drawing.ink.paragraph(ui, why, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
            ui.horizontal(|ui| {
                for unit in units {
                    if ui.button(say!("exchange-they-count", unit = in_words(*unit))).clicked()
                        && let TransferRequest::Import(request) = request
                    {
                        let request = ImportRequest { unit: Some(*unit), ..request.clone() };
                        drawing.out.run(TransferRequest::Import(request));
                    }
                }
            });
        }
        Outcome::Failed(why) => {
            let why = say!("exchange-failed", why = &**why);
            drawing.ink.paragraph(ui, &why, LabelStyle::regular(size::TEXT, theme.danger), width);
        }
    }
    ui.add_space(size::HALF);
    dialog::buttons(ui, |ui| {
        if dialog::confirm(ui, text("common-close"), true, theme).clicked() {
            stays = false;
        }
        if let (Outcome::Finished { .. }, TransferRequest::Export(export)) = (outcome, request)
            && ui.button(text("exchange-show-folder")).clicked()
        {
            drawing.out.request(Request::ShowFolder(export.out.clone()));
        }
        if !matches!(outcome, Outcome::Finished { .. }) && ui.button(text("exchange-back")).clicked() {
            drawing.out.run(TransferCommand::EndTransfer);
        }
    });
    if !stays {
        drawing.out.run(TransferCommand::EndTransfer);
    }
    stays
}

/// How much was lost, and where it is listed.
fn unrepresented(lost: usize, listed: usize) -> String {
    if lost == listed {
        say!("exchange-lost", count = lost)
    } else {
        say!("exchange-lost-more", count = lost, shown = listed)
    }
}

/// The losses, one a line; says whether none was clicked.
fn lines(ui: &mut Ui, drawing: &mut Drawing<'_>, losses: &[LostAnnotation], height: f32) -> bool {
    let mut stays = true;
    let area = ScrollArea::vertical().id_salt("losses").max_height(height).auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, 2.0 * size::ROW * 0.75, losses.len(), |ui, range| {
        for at in range {
            let loss = &losses[at];
            let line = line(ui, drawing, loss);
            access::position(&line, at, losses.len());
            if line.clicked() {
                let (file, annotation, span) = (loss.file.clone(), loss.annotation.clone(), loss.span);
                drawing.out.run(LibraryCommand::GoTo { file, annotation, span });
                stays = false;
            }
        }
    });
    ui.spacing_mut().item_spacing.y = size::STEP;
    stays
}

fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, loss: &LostAnnotation) -> egui::Response {
    let theme = drawing.theme;
    let half = size::ROW * 0.75;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 2.0 * half), Sense::click());
    let told = format!("{}, {}, {}", loss.quote, loss.file, loss.reason);
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
    }
    let inner = rect.shrink2(Vec2::new(size::STEP, 5.0));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.5);
    let (left, right) = top.split_left_right_at_fraction(0.68);
    drawing.ink.paint_label(ui.painter(), left, &loss.quote, LabelStyle::regular(size::TEXT, theme.text));
    drawing.ink.paint_label(
        ui.painter(),
        right,
        &loss.file,
        LabelStyle::regular(size::SMALL_TEXT, theme.quiet),
    );
    drawing.ink.paint_label(
        ui.painter(),
        bottom,
        &loss.reason,
        LabelStyle::regular(size::SMALL_TEXT, theme.quiet),
    );
    response
}
