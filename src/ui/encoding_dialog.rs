//! Choosing the encoding of the open article, with how it begins in each.

use egui::{Align, Layout, Response, ScrollArea, Ui, Vec2};

use super::arrow_list::ArrowList;
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
        if self.chosen.is_some() && session.encodings().is_none() {
            // Another article came on screen: the choice was about the one before.
            return false;
        }
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
        let names: Vec<&str> = previews.iter().map(|preview| preview.encoding.name()).collect();
        let list = ArrowList {
            id: "encodings",
            names: &names,
            chosen: previews.iter().position(|preview| self.chosen == Some(preview.encoding)),
            takes_keys_again: true,
            height,
        };
        let describe = |number: usize, button: &Response| {
            if previews[number].is_found {
                menu::named(button, &say!("window-encoding-found", encoding = names[number]));
                button.clone().on_hover_text(text("window-encoding-found-tip"));
            }
        };
        if let Some(number) = list.show(ui, &mut self.focus, describe) {
            self.chosen = Some(previews[number].encoding);
        }
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
