//! Attributes: name, type, choices, whether words of the text may bear them out.

use egui::{ComboBox, TextEdit, Ui};

use super::super::theme::Theme;
use super::{Entry, identifier, list, text};
use crate::model::{AttributeSpec, AttributeType, Choice, Extra, Schema};

const TYPES: [(AttributeType, &str); 6] = [
    (AttributeType::Choice, "One of several"),
    (AttributeType::MultiChoice, "Any of several"),
    (AttributeType::Text, "Text"),
    (AttributeType::Flag, "Yes or no"),
    (AttributeType::Number, "Number"),
    (AttributeType::Entity, "Entity"),
];

impl Entry for AttributeSpec {
    fn new(n: usize, others: &[Self]) -> Self {
        let name = format!("Attribute {n}");
        Self {
            id: identifier::free(&name, &others.iter().map(|other| &other.id)),
            name,
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
pub(super) fn show(ui: &mut Ui, schema: &mut Schema, current: &mut usize, theme: &Theme) {
    list(ui, &mut schema.attributes, current, |ui, spec| form(ui, spec, theme));
}

fn form(ui: &mut Ui, spec: &mut AttributeSpec, theme: &Theme) {
    text(ui, "Name", &mut spec.name);
    identifier::field(ui, &mut spec.id);
    ui.label("Type");
    let shown = TYPES.iter().find(|(kind, _)| *kind == spec.kind).map_or("", |(_, name)| name);
    ComboBox::from_id_salt("type").selected_text(shown).show_ui(ui, |ui| {
        for (kind, name) in TYPES {
            ui.selectable_value(&mut spec.kind, kind, name);
        }
    });
    ui.checkbox(&mut spec.evidence, "Can cite evidence in the text");
    text(ui, "What it means", &mut spec.description);
    if matches!(spec.kind, AttributeType::Choice | AttributeType::MultiChoice) {
        options(ui, spec, theme);
    }
}

fn options(ui: &mut Ui, spec: &mut AttributeSpec, theme: &Theme) {
    ui.label("Choices: identifier and name");
    let mut removed = None;
    for (i, option) in spec.options.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let mut id = option.id.to_string();
            if ui.add(TextEdit::singleline(&mut id).desired_width(120.0)).changed() {
                option.id = id.trim().into();
            }
            ui.add(TextEdit::singleline(&mut option.name).desired_width(160.0));
            if ui.small_button("Remove").clicked() {
                removed = Some(i);
            }
        });
    }
    if let Some(i) = removed {
        spec.options.remove(i);
    }
    if ui.button("Add a choice").clicked() {
        let n = spec.options.len() + 1;
        spec.options.push(Choice { id: format!("choice-{n}").into(), name: format!("Choice {n}") });
    }
    if spec.options.is_empty() {
        ui.colored_label(theme.warning, "There is nothing to choose from yet");
    }
}
