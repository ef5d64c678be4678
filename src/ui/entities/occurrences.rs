//! Occurrences of a mention in context, each to be ticked, before they are tagged.

use std::sync::Arc;

use egui::{Rect, Response, RichText, ScrollArea, Ui, Vec2};

use super::super::dialog::{self, Dialog};
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, access, menu, waiting};
use super::concordance::paint_in_context;
use crate::analysis::OccurrenceKind;
use crate::session::{EntityCommand, FoundOccurrence};
use crate::words::{say, text};

/// The dialog: which occurrences are ticked.
#[derive(Debug, Default)]
pub(in crate::ui) struct OccurrencesDialog {
    /// The occurrences that the ticks are of.
    of: Option<Arc<[FoundOccurrence]>>,
    ticked: Vec<bool>,
    is_open: bool,
}

impl OccurrencesDialog {
    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        // What was asked for with the dialog is there from the next frame on.
        let is_new = !std::mem::replace(&mut self.is_open, true);
        let Some(occurrences) = session.occurrences() else { return is_new };
        let found = occurrences.found().cloned();
        if let Some(found) = &found
            && !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, found))
        {
            self.ticked = found.iter().map(|one| one.is_sure).collect();
            self.of = Some(Arc::clone(found));
        }
        let enter = ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
        let title = text("entities-occurrences-title");
        let dialog = Dialog { id: "occurrences", title, width: 820.0 };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| {
            let names = occurrences.names().join(" · ");
            let width = ui.available_width();
            drawing.ink.label(ui, &names, LabelStyle::regular(size::TEXT, theme.quiet), width);
            let mut in_workspace = occurrences.is_of_workspace();
            ui.horizontal(|ui| {
                ui.radio_value(&mut in_workspace, false, text("entities-occurrences-article"));
                ui.radio_value(&mut in_workspace, true, text("entities-occurrences-workspace"));
            });
            if in_workspace != occurrences.is_of_workspace() {
                drawing.out.run(EntityCommand::FindOccurrences { in_workspace });
            }
            let height = (room.y - 260.0).clamp(120.0, 520.0);
            if let Some(found) = &found {
                self.list(ui, drawing, found, height);
            } else {
                let (done, of) = occurrences.progress();
                let told = say!("entities-occurrences-progress", done = done, total = of);
                waiting::bar(ui, (done, of), &told);
            }
            ui.separator();
            let ticked = self.ticked.iter().filter(|ticked| **ticked).count();
            let is_ready = found.is_some() && ticked > 0;
            dialog::buttons(ui, |ui| {
                let verb = say!("entities-occurrences-tag", count = ticked);
                let tags = dialog::confirm(ui, &verb, is_ready, theme).clicked() || (enter && is_ready);
                if tags {
                    let chosen = (0..self.ticked.len()).filter(|at| self.ticked[*at]).collect();
                    drawing.out.run(EntityCommand::TagOccurrences(chosen));
                }
                !(ui.button(text("common-cancel")).clicked() || tags)
            })
        });
        stays && !closes
    }

    fn list(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, found: &[FoundOccurrence], height: f32) {
        let theme = drawing.theme;
        if found.is_empty() {
            ui.colored_label(theme.quiet, text("entities-occurrences-none"));
            return;
        }
        ui.horizontal(|ui| {
            let sure = found.iter().filter(|one| one.is_sure).count();
            let told = say!("entities-occurrences-found", count = found.len(), sure = sure);
            ui.label(RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT));
            if ui.small_button(text("entities-occurrences-tick-all")).clicked() {
                self.ticked.fill(true);
            }
            if ui.small_button(text("entities-occurrences-tick-none")).clicked() {
                self.ticked.fill(false);
            }
            if ui.small_button(text("entities-occurrences-tick-sure")).clicked() {
                self.ticked = found.iter().map(|one| one.is_sure).collect();
            }
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        let area =
            ScrollArea::vertical().id_salt("occurrences").max_height(height).auto_shrink([false, true]);
        area.show_rows(ui, size::ROW, found.len(), |ui, range| {
            for at in range {
                let tick = line(ui, drawing, &found[at], &mut self.ticked[at]);
                access::position(&tick, at, found.len());
            }
        });
    }
}

/// One occurrence: its tick, its words in the middle of their line, the article, and why it was found.
fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, one: &FoundOccurrence, ticked: &mut bool) -> Response {
    let theme = drawing.theme;
    let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), egui::Sense::hover());
    let box_room = Rect::from_min_size(row.min, Vec2::new(28.0, row.height()));
    let tick = ui.put(box_room, egui::Checkbox::without_text(ticked));
    menu::named(&tick, &format!("{}: {}{}{}", one.file, one.before, one.quote, one.after));
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let at = egui::pos2(row.right() - size::STEP, row.center().y);
    let why = match &one.kind {
        OccurrenceKind::Same => None,
        OccurrenceKind::Spelling => Some(text("entities-occurrence-spelling")),
        OccurrenceKind::Ending(_) => Some(text("entities-occurrence-ending")),
        OccurrenceKind::LastWord => Some(text("entities-occurrence-last-word")),
    };
    let told = why.map_or_else(|| one.file.to_string(), |why| format!("{why} · {}", one.file));
    let colour = if one.is_sure { theme.quiet } else { theme.warning };
    let told = ui.painter().text(at, egui::Align2::RIGHT_CENTER, told, small, colour);
    let room = Rect::from_min_max(
        [box_room.right(), row.top()].into(),
        [told.left() - size::STEP, row.bottom()].into(),
    );
    paint_in_context(ui, drawing, room, [&*one.before, &*one.quote, &*one.after], 0.4);
    tick
}
