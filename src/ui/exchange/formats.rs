//! The formats to choose from.

use crate::ui::Drawing;
use egui::{Align, Button, EventFilter, Key, Layout, RichText, ScrollArea, Sense, Ui};

use crate::session::{FormatId, OffsetUnit};
use crate::ui::fonts;

/// The formats by name: one stop of Tab, and arrows choose.
pub(super) fn list(ui: &mut Ui, formats: &[FormatId], chosen: &mut FormatId, focus: &mut bool, height: f32) {
    let area = ScrollArea::vertical().id_salt("formats").max_height(height).auto_shrink(false);
    area.show(ui, |ui| {
        ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut next = *chosen;
            for (n, format) in formats.iter().enumerate() {
                let is_chosen = chosen == format;
                let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
                let button = Button::selectable(is_chosen, format.format().name).truncate().sense(sense);
                let response = ui.add(button);
                if response.clicked() {
                    (next, *focus) = (*format, !is_chosen);
                }
                if !is_chosen {
                    continue;
                }
                if std::mem::take(focus) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if response.has_focus() {
                    let arrows = EventFilter { vertical_arrows: true, ..Default::default() };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
                    let last = formats.len() - 1;
                    let step = ui.input(|input| {
                        let pressed = |key| input.key_pressed(key);
                        let keys = [
                            (Key::ArrowUp, n.saturating_sub(1)),
                            (Key::ArrowDown, (n + 1).min(last)),
                            (Key::Home, 0),
                            (Key::End, last),
                        ];
                        keys.into_iter().find(|(key, _)| pressed(*key)).map(|(_, to)| to)
                    });
                    if let Some(to) = step {
                        (next, *focus) = (formats[to], true);
                    }
                }
            }
            *chosen = next;
        });
    });
}

/// What a format is for.
pub(super) fn explanation(ui: &mut Ui, drawing: &Drawing<'_>, format: FormatId) {
    let (format, theme) = (format.format(), drawing.theme);
    ui.label(RichText::new(format.name).family(fonts::strong()));
    let unit = format.unit.map_or_else(
        || "what offsets count is not said in its files".to_owned(),
        |unit| format!("offsets count {}", in_words(unit)),
    );
    ui.colored_label(theme.quiet, format!("{}; {unit}", format.explanation));
}

/// What offsets count, as a part of a sentence.
pub(super) const fn in_words(unit: OffsetUnit) -> &'static str {
    match unit {
        OffsetUnit::CodePoint => "code points",
        OffsetUnit::Utf16 => "UTF-16 code units",
        OffsetUnit::Byte => "bytes of UTF-8",
    }
}
