//! What a field that is being filled takes, in place of the labels: their letters are the field's.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Button, RichText, ScrollArea, Ui};

use super::theme::size;
use super::{Drawing, fonts, icon, menu};
use crate::model::AttributeType;
use crate::session::{FieldAnswer, FrameCommand};
use crate::words::{say, text};

/// Draws the name of the field, what can be said of it by one key, and how to go on.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(spec) = session.pointed_field() else { return };
    ui.style_mut().always_scroll_the_only_direction = true;
    let area =
        ScrollArea::horizontal().id_salt("field").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    area.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            let name = RichText::new(&spec.name)
                .family(fonts::strong())
                .color(theme.on_accent)
                .size(size::SMALL_TEXT);
            let close = format!("  {}", icon::CLOSE);
            let leave =
                Button::new((name, RichText::new(close).color(theme.on_accent).size(size::SMALL_TEXT)));
            let leave = ui.add(leave.fill(theme.accent));
            menu::named(&leave, &say!("window-field-leave", field = &*spec.name));
            if leave
                .on_hover_text(format!("{}\n{}", spec.description, text("window-field-leave-tip")))
                .clicked()
            {
                drawing.out.run(FrameCommand::Leave);
            }
            let how = text(match spec.kind {
                AttributeType::Choice | AttributeType::MultiChoice | AttributeType::Flag => {
                    "window-field-point"
                }
                AttributeType::Entity => "window-field-entity",
                AttributeType::Text | AttributeType::Number => "window-field-select",
            });
            ui.label(RichText::new(how).color(theme.quiet).size(size::SMALL_TEXT));
            for (key, answer, name) in FieldAnswer::all(spec) {
                let key = RichText::new(key.to_string())
                    .family(fonts::strong())
                    .color(theme.accent)
                    .size(size::SMALL_TEXT);
                let text = RichText::new(&name).size(size::SMALL_TEXT);
                let button = ui.add(Button::new((key, text)).frame_when_inactive(false));
                menu::named(&button, &format!("{}: {name}", spec.name));
                if button.clicked() {
                    drawing.out.run(FrameCommand::Answer(answer));
                }
            }
            let next = RichText::new(text("window-field-enter")).color(theme.quiet).size(size::SMALL_TEXT);
            let next = ui.add(Button::new(next).frame_when_inactive(false));
            menu::named(&next, text("window-field-next"));
            if next.clicked() {
                drawing.out.run(FrameCommand::Next);
            }
        });
    });
}
