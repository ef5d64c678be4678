//! What a field that is being filled takes, in place of the labels: their letters are the field's.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Button, RichText, ScrollArea, Ui};

use super::theme::size;
use super::{Drawing, fonts, icon, menu};
use crate::model::AttributeType;
use crate::session::{FieldAnswer, FrameCommand};

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
            menu::named(&leave, &format!("Leave the field: {}", spec.name));
            if leave.on_hover_text(format!("{}\nEsc leaves the field", spec.description)).clicked() {
                drawing.out.run(FrameCommand::Leave);
            }
            let how = match spec.kind {
                AttributeType::Choice | AttributeType::MultiChoice | AttributeType::Flag => {
                    "point at the words, or press"
                }
                AttributeType::Entity => "click a mark or select words; Tab offers entities; or press",
                AttributeType::Text | AttributeType::Number => "select words; or press",
            };
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
            let next = RichText::new("Enter next field").color(theme.quiet).size(size::SMALL_TEXT);
            let next = ui.add(Button::new(next).frame_when_inactive(false));
            menu::named(&next, "Next field");
            if next.clicked() {
                drawing.out.run(FrameCommand::Next);
            }
        });
    });
}
