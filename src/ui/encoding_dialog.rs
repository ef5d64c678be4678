//! Choosing the encoding of the open article, with how it begins in each.

use egui::{Align, Button, EventFilter, Key, Layout, ScrollArea, Sense, Ui, Vec2};

use super::dialog::{Dialog, buttons, confirm};
use super::theme::size;
use super::{Drawing, LabelStyle, menu};
use crate::session::{EncodingPreview, OpenArticle, ReadingCommand, TextEncoding};
use crate::words::{say, text};

/// Width of the list of names.
const LIST: f32 = 176.0;
/// Where the list stands over the preview.
const NARROW: f32 = 460.0;

/// The dialog.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct EncodingDialog {
    chosen: Option<TextEncoding>,
    focus: bool,
}

impl EncodingDialog {
    /// The dialog as it opens; the previews are to be asked for.
    pub(super) const fn new() -> Self {
        Self { chosen: None, focus: true }
    }

    /// Draws it; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let previews = session.encodings().unwrap_or_default();
        if self.chosen.is_none() {
            let now = session.article().and_then(OpenArticle::encoding).and_then(TextEncoding::named);
            let is_now = |preview: &&EncodingPreview| now == Some(preview.encoding);
            let known = previews.iter().find(is_now).or_else(|| previews.first());
            self.chosen = known.map(|preview| preview.encoding);
        }
        let dialog = Dialog { id: "encoding", title: text("window-encoding"), width: size::DIALOG * 1.25 };
        let (stays, closed) = dialog.show(ctx, theme, |ui, room| {
            let height = (room.y - 260.0).clamp(96.0, 320.0);
            if previews.is_empty() {
                ui.allocate_ui([ui.available_width(), height].into(), |ui| {
                    ui.colored_label(theme.quiet, text("window-encoding-reading"))
                });
            } else {
                self.choose(ui, drawing, previews, height);
            }
            ui.separator();
            self.buttons(ui, drawing)
        });
        stays && !closed
    }

    fn choose(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, previews: &[EncodingPreview], height: f32) {
        if ui.available_width() < NARROW {
            let names = (height / 2.0).max(56.0);
            self.names(ui, previews, names);
            self.preview(ui, drawing, previews, (height - names).max(56.0));
            return;
        }
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(Vec2::new(LIST, height), Layout::top_down(Align::Min), |ui| {
                self.names(ui, previews, height);
            });
            ui.add_space(size::STEP);
            ui.vertical(|ui| self.preview(ui, drawing, previews, height));
        });
    }

    /// The encodings by name, the likeliest first: one stop of Tab, and arrows choose.
    fn names(&mut self, ui: &mut Ui, previews: &[EncodingPreview], height: f32) {
        let area = ScrollArea::vertical().id_salt("encodings").max_height(height).auto_shrink(false);
        area.show(ui, |ui| {
            ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut next = self.chosen;
                for (n, preview) in previews.iter().enumerate() {
                    let is_chosen = self.chosen == Some(preview.encoding);
                    // The others are left out when Tab goes round.
                    let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
                    let button =
                        Button::selectable(is_chosen, preview.encoding.name()).truncate().sense(sense);
                    let response = ui.add(button);
                    if preview.is_found {
                        menu::named(
                            &response,
                            &say!("window-encoding-found", encoding = preview.encoding.name()),
                        );
                        response.clone().on_hover_text(text("window-encoding-found-tip"));
                    }
                    if response.clicked() {
                        (next, self.focus) = (Some(preview.encoding), true);
                    }
                    if !is_chosen {
                        continue;
                    }
                    if std::mem::take(&mut self.focus) {
                        response.request_focus();
                        response.scroll_to_me(None);
                    }
                    if let Some(to) = step(ui, &response, n, previews.len() - 1) {
                        (next, self.focus) = (Some(previews[to].encoding), true);
                    }
                }
                self.chosen = next;
            });
        });
    }

    /// How the article begins in the chosen one.
    fn preview(&self, ui: &mut Ui, drawing: &mut Drawing<'_>, previews: &[EncodingPreview], height: f32) {
        let theme = drawing.theme;
        let Some(preview) = previews.iter().find(|preview| self.chosen == Some(preview.encoding)) else {
            return;
        };
        let area = ScrollArea::vertical().id_salt("preview").max_height(height).auto_shrink(false);
        area.show(ui, |ui| {
            let width = ui.available_width();
            if let Some(doubt) = &preview.doubt {
                drawing.ink.paragraph(ui, doubt, LabelStyle::regular(size::SMALL_TEXT, theme.warning), width);
            }
            drawing.ink.paragraph(ui, &preview.text, LabelStyle::regular(size::TEXT, theme.text), width);
        });
    }

    fn buttons(self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let keeps = session.why_reading_is_fixed();
        if let Some(why) = keeps {
            ui.colored_label(theme.warning, why);
        }
        buttons(ui, |ui| {
            let verb = match self.chosen {
                Some(chosen) => say!("window-encoding-read-as", encoding = chosen.name()),
                None => text("window-encoding-read").to_owned(),
            };
            let ready = keeps.is_none() && self.chosen.is_some();
            if confirm(ui, &verb, ready, theme).clicked()
                && let Some(encoding) = self.chosen
            {
                drawing.out.run(ReadingCommand::ReadAs(encoding));
                return false;
            }
            !ui.button(text("common-cancel")).clicked()
        })
    }
}

/// Where arrows lead from the button in focus, of so many.
fn step(ui: &Ui, response: &egui::Response, at: usize, last: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let keys = [
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::ArrowDown, (at + 1).min(last)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    ui.input(|input| keys.into_iter().find(|(key, _)| input.key_pressed(*key)).map(|(_, to)| to))
}
