//! The formats to choose from.

use egui::{RichText, Ui};

use crate::session::{FormatId, OffsetUnit};
use crate::ui::arrow_list::ArrowList;
use crate::ui::{Drawing, fonts};
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
    let names: Vec<&str> = formats.iter().map(|format| format.format().name).collect();
    let list = ArrowList {
        id: "formats",
        names: &names,
        chosen: formats.iter().position(|format| format == chosen),
        takes_keys_again: false,
        height,
    };
    if let Some(number) = list.show(ui, focus, |_, _| {}) {
        *chosen = formats[number];
    }
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
