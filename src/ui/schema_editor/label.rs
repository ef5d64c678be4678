//! Labels: name, layer, colour, key, description, attributes.

use egui::{ComboBox, Ui};

use super::super::theme::Theme;
use super::{Entry, identifier, list, text};
use crate::model::{AnnotationKind, AttributeSpec, Extra, Hue, Label, Schema};

impl Entry for Label {
    fn new(n: usize) -> Self {
        Self {
            id: format!("label-{n}").into(),
            kind: AnnotationKind::Entity,
            name: format!("Label {n}"),
            hue: Hue::ALL[n % Hue::ALL.len()],
            key: None,
            description: String::new(),
            attributes: Vec::new(),
            extra: Extra::default(),
        }
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Draws the labels of the schema and the one gone to.
pub(super) fn show(ui: &mut Ui, schema: &mut Schema, current: &mut usize, theme: &Theme) {
    let attributes = std::mem::take(&mut schema.attributes);
    list(ui, &mut schema.labels, current, |ui, label| form(ui, label, &attributes, theme));
    schema.attributes = attributes;
}

fn form(ui: &mut Ui, label: &mut Label, attributes: &[AttributeSpec], theme: &Theme) {
    text(ui, "Name", &mut label.name);
    identifier(ui, &mut label.id);
    ui.horizontal(|ui| {
        ui.radio_value(&mut label.kind, AnnotationKind::Entity, "Entity");
        ui.radio_value(&mut label.kind, AnnotationKind::Claim, "Claim");
    });
    let mut key = label.key.map(String::from).unwrap_or_default();
    if text(ui, "Key: one character", &mut key) {
        label.key = key.trim().chars().next_back();
    }
    ui.label("Colour");
    ComboBox::from_id_salt("colour").selected_text(label.hue.name()).show_ui(ui, |ui| {
        for hue in Hue::ALL {
            let name = egui::RichText::new(format!("■ {}", hue.name())).color(theme.tone(hue).strong);
            ui.selectable_value(&mut label.hue, hue, name);
        }
    });
    text(ui, "When to use it", &mut label.description);
    ui.label("Attributes");
    for spec in attributes {
        let mut on = label.attributes.contains(&spec.id);
        if ui.checkbox(&mut on, &spec.name).changed() {
            if on {
                label.attributes.push(spec.id.clone());
            } else {
                label.attributes.retain(|id| *id != spec.id);
            }
        }
    }
}
