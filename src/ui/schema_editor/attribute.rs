//! Attributes: name, type, choices, whether words of the text may bear them out.

use egui::{ComboBox, Ui};

use super::super::Ink;
use super::super::text_field::TextField;
use super::super::theme::Theme;
use super::{Entry, identifier, list, text_field};
use crate::model::{AttributeSpec, AttributeType, Choice, Extra, Schema};
use crate::words::{say, text};

/// Types with the messages of their names.
const TYPES: [(AttributeType, &str); 6] = [
    (AttributeType::Choice, "schema-attribute-choice"),
    (AttributeType::MultiChoice, "schema-attribute-multi-choice"),
    (AttributeType::Text, "schema-attribute-text"),
    (AttributeType::Flag, "schema-attribute-flag"),
    (AttributeType::Number, "schema-attribute-number"),
    (AttributeType::Entity, "common-entity"),
];

impl Entry for AttributeSpec {
    fn new(n: usize, others: &[Self]) -> Self {
        Self {
            id: identifier::free(&format!("attribute-{n}"), &others.iter().map(|other| &other.id)),
            name: say!("schema-attribute-new", number = n.to_string()),
            kind: AttributeType::Text,
            evidence: false,
            options: Vec::new(),
            description: String::new(),
            extra: Extra::default(),
        }
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Draws the attributes of the schema and the one gone to.
pub(super) fn show(ui: &mut Ui, ink: &mut Ink, schema: &mut Schema, current: &mut usize, theme: &Theme) {
    list(ui, &mut schema.attributes, current, |ui, spec| form(ui, ink, spec, theme));
}

fn form(ui: &mut Ui, ink: &mut Ink, spec: &mut AttributeSpec, theme: &Theme) {
    text_field(ui, ink, text("schema-name"), &mut spec.name);
    identifier::field(ui, ink, &mut spec.id);
    ui.label(text("schema-attribute-type"));
    let shown = TYPES.iter().find(|(kind, _)| *kind == spec.kind).map_or("", |(_, name)| text(name));
    ComboBox::from_id_salt("type").selected_text(shown).show_ui(ui, |ui| {
        for (kind, name) in TYPES {
            ui.selectable_value(&mut spec.kind, kind, text(name));
        }
    });
    ui.checkbox(&mut spec.evidence, text("schema-attribute-evidence"));
    text_field(ui, ink, text("schema-attribute-meaning"), &mut spec.description);
    if matches!(spec.kind, AttributeType::Choice | AttributeType::MultiChoice) {
        options(ui, ink, spec, theme);
    }
}

fn options(ui: &mut Ui, ink: &mut Ink, spec: &mut AttributeSpec, theme: &Theme) {
    ui.label(text("schema-choices"));
    let mut removed = None;
    for (i, option) in spec.options.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let mut id = option.id.to_string();
            if TextField::line(&mut id).width(120.0).show(ui, ink).changed() {
                option.id = id.trim().into();
            }
            TextField::line(&mut option.name).width(160.0).show(ui, ink);
            if ui.small_button(text("common-remove")).clicked() {
                removed = Some(i);
            }
        });
    }
    if let Some(i) = removed {
        spec.options.remove(i);
    }
    if ui.button(text("schema-choices-add")).clicked() {
        let n = spec.options.len() + 1;
        let name = say!("schema-choice-new", number = n.to_string());
        spec.options.push(Choice { id: format!("choice-{n}").into(), name });
    }
    if spec.options.is_empty() {
        ui.colored_label(theme.warning, text("schema-choices-nothing"));
    }
}
