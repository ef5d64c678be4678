//! What all agree about, before it is taken.

use std::sync::Arc;

use egui::{Align, Button, Context, Id, Layout, Modal, RichText, ScrollArea};

use crate::model::Annotation;
use crate::session::{Command, Session};
use crate::typeset::Weight;
use crate::ui::theme::{Theme, size};
use crate::ui::{Ink, Output, fonts, label_bar, menu};

/// Lines that are seen at once.
const LINES: f32 = 10.0;

/// The dialog with what would be taken.
#[derive(Debug)]
pub(in crate::ui) struct Agreed {
    annotations: Vec<Arc<Annotation>>,
}

impl Agreed {
    /// What all who are looked at agree about in the open article, and the annotator does not have.
    pub(in crate::ui) fn new(session: &Session) -> Self {
        Self { annotations: session.agreed() }
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(
        &self,
        ctx: &Context,
        session: &Session,
        theme: &Theme,
        ink: &mut Ink,
        out: &mut Output,
    ) -> bool {
        let mut stays = true;
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(20.0);
        let room = ctx.content_rect().size();
        let id = Id::unique("agreed");
        let area = Modal::default_area(id).default_size(room).accessible_name("Take what all agree about");
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width(520.0_f32.min(room.x - 72.0));
            ui.spacing_mut().item_spacing.y = size::STEP;
            let title =
                RichText::new("Take what all agree about").family(fonts::strong()).size(size::HEADING);
            ui.label(title);
            let count = self.annotations.len();
            let names: Vec<String> = session.looked_at().iter().map(ToString::to_string).collect();
            let told = match count {
                0 => "There is nothing here that all agree about and you do not have".to_owned(),
                _ => format!(
                    "All of {} have these alike; copies become yours, in one step of undo",
                    names.join(", ")
                ),
            };
            ui.colored_label(theme.quiet, told);
            let height = (size::ROW * LINES).min(room.y - 240.0).max(size::ROW);
            let area = ScrollArea::vertical().id_salt("agreed").max_height(height).auto_shrink([false, true]);
            area.show_rows(ui, size::ROW, count, |ui, range| {
                for annotation in &self.annotations[range] {
                    ui.horizontal(|ui| {
                        ui.set_min_height(size::ROW);
                        let label = session.schema().label(&annotation.label);
                        if let Some(label) = label {
                            label_bar::swatch(ui, label, theme);
                        }
                        ui.label(label.map_or(&*annotation.label, |label| &label.name));
                        let text = session.article().map(|article| &article.document().text);
                        let quote = text.map(|text| annotation.spans.quote(text)).unwrap_or_default();
                        let width = ui.available_width() - size::MARGIN;
                        ink.label(ui, &quote, size::TEXT, theme.text, width, Weight::Regular);
                    });
                }
            });
            let row = [ui.available_width(), size::CONTROL].into();
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                let text = RichText::new(format!("Take {count}")).color(theme.on_accent);
                let take = Button::new(text).fill(theme.accent).min_size([88.0, 0.0].into());
                if count > 0 {
                    let response = ui.add(take);
                    menu::named(&response, "Take");
                    if response.clicked() {
                        out.run(Command::TakeAgreed);
                        stays = false;
                    }
                }
                if ui.button(if count > 0 { "Cancel" } else { "Close" }).clicked() {
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }
}
