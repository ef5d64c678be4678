//! The formats to choose from.

use crate::ui::Drawing;
use egui::{Align, Button, EventFilter, Key, Layout, RichText, ScrollArea, Sense, Ui};

use crate::session::{FormatId, OffsetUnit};
use crate::ui::fonts;
use crate::words::{say, text};

/// What formats are for: messages that end with the name of a format.
const PURPOSES: [&str; 26] = [
    "exchange-format-jsonl",
    "exchange-format-brat",
    "exchange-format-doccano",
    "exchange-format-doccano-relations",
    "exchange-format-label-studio",
    "exchange-format-prodigy",
    "exchange-format-conll",
    "exchange-format-conllu",
    "exchange-format-spacy",
    "exchange-format-spacy-json",
    "exchange-format-hf-tokens",
    "exchange-format-w3c",
    "exchange-format-cas-json",
    "exchange-format-xmi",
    "exchange-format-webanno-tsv",
    "exchange-format-pubannotation",
    "exchange-format-bioc",
    "exchange-format-tei",
    "exchange-format-bdocjs",
    "exchange-format-huggingface",
    "exchange-format-html",
    "exchange-format-csv",
    "exchange-format-aif",
    "exchange-format-qdpx",
    "exchange-format-graph",
    "exchange-format-tables",
];

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
    let explanation = purpose(format.id).unwrap_or(format.explanation);
    let about = match format.unit {
        Some(unit) => say!("exchange-format-about", explanation = explanation, unit = in_words(unit)),
        None => say!("exchange-format-about-without-unit", explanation = explanation),
    };
    ui.colored_label(theme.quiet, about);
}

/// What a format is for, in the language of the window.
fn purpose(id: &str) -> Option<&'static str> {
    let is_it = |message: &&str| message.strip_prefix("exchange-format-") == Some(id);
    PURPOSES.iter().copied().find(is_it).map(text)
}

/// What offsets count, as a part of a sentence.
pub(super) fn in_words(unit: OffsetUnit) -> &'static str {
    text(match unit {
        OffsetUnit::CodePoint => "exchange-unit-code-points",
        OffsetUnit::Utf16 => "exchange-unit-utf16",
        OffsetUnit::Byte => "exchange-unit-bytes",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_says_what_it_is_for() {
        for format in FormatId::all().map(FormatId::format) {
            assert_eq!(purpose(format.id), Some(format.explanation), "{}", format.id);
        }
    }
}
