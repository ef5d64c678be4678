//! Labels: name, layer, colour, key, description, attributes.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Sense, StrokeKind, Ui, Vec2, WidgetInfo};

use super::super::theme::{Theme, size};
use super::super::{Ink, label_bar};
use super::{Entry, identifier, list, text_field};
use crate::model::{AnnotationKind, AttributeSpec, Extra, Hue, Label, Schema};
use crate::words::{say, text};

impl Entry for Label {
    fn new(n: usize, others: &[Self]) -> Self {
        let name = say!("schema-label-new", number = n.to_string());
        let unused = Hue::ALL.into_iter().find(|hue| others.iter().all(|other| other.hue != *hue));
        Self {
            id: identifier::free(&name, &others.iter().map(|other| &other.id)),
            kind: AnnotationKind::Entity,
            name,
            hue: unused.unwrap_or(Hue::ALL[n % Hue::ALL.len()]),
            key: None,
            description: String::new(),
            group: String::new(),
            is_of_article: false,
            attributes: Vec::new(),
            aliases: Vec::new(),
            extra: Extra::default(),
        }
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Draws the labels of the schema and the one gone to; `known` is the schema as it is saved.
pub(super) fn show(
    ui: &mut Ui,
    ink: &mut Ink,
    schema: &mut Schema,
    current: &mut usize,
    (known, theme): (&Schema, &Theme),
) {
    let attributes = std::mem::take(&mut schema.attributes);
    let ids: Vec<Arc<str>> = schema.labels.iter().map(|label| label.id.clone()).collect();
    list(ui, &mut schema.labels, current, |ui, label| {
        name(ui, ink, label, &ids, known);
        form(ui, ink, label, &attributes, theme);
    });
    schema.attributes = attributes;
}

/// The name; the identifier of a new label follows it until it is given one of its own.
fn name(ui: &mut Ui, ink: &mut Ink, label: &mut Label, ids: &[Arc<str>], known: &Schema) {
    let others = ids.iter().filter(|id| **id != label.id);
    let follows = known.label(&label.id).is_none()
        && (label.id == identifier::free(&label.name, &others) || label.id.is_empty());
    if text_field(ui, ink, text("schema-name"), &mut label.name) && follows {
        label.id = identifier::free(&label.name, &others);
    }
    identifier::field(ui, ink, &mut label.id);
}

/// A colour to be chosen, each shown as the label would be.
fn hues(ui: &mut Ui, label: &mut Label, theme: &Theme) {
    ui.label(text("schema-label-colour"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(2.0);
        for hue in Hue::ALL {
            let is_chosen = label.hue == hue;
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::CONTROL), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, hue_name(hue)));
            let line = match (is_chosen, response.has_focus()) {
                (_, true) => (1.5, theme.focus),
                (true, false) => (1.5, theme.text),
                (false, false) => (0.0, theme.text),
            };
            let fill = if response.hovered() { theme.hover } else { theme.raised };
            ui.painter().rect(rect, size::RADIUS, fill, line, StrokeKind::Inside);
            let swatch = Label { hue, ..label.clone() };
            label_bar::paint_swatch(ui, rect.shrink(size::STEP), &swatch, theme);
            if response.on_hover_text(hue_name(hue)).clicked() {
                label.hue = hue;
            }
        }
    });
}

fn hue_name(hue: Hue) -> &'static str {
    text(match hue {
        Hue::Blue => "schema-hue-blue",
        Hue::Orange => "schema-hue-orange",
        Hue::Green => "schema-hue-green",
        Hue::Vermilion => "schema-hue-vermilion",
        Hue::Purple => "schema-hue-purple",
        Hue::Sky => "schema-hue-sky",
        Hue::Gold => "schema-hue-gold",
        Hue::Teal => "schema-hue-teal",
        Hue::Rose => "schema-hue-rose",
        Hue::Olive => "schema-hue-olive",
        Hue::Brown => "schema-hue-brown",
        Hue::Grey => "schema-hue-grey",
    })
}

fn form(ui: &mut Ui, ink: &mut Ink, label: &mut Label, attributes: &[AttributeSpec], theme: &Theme) {
    ui.horizontal(|ui| {
        ui.radio_value(&mut label.kind, AnnotationKind::Entity, text("common-entity"));
        ui.radio_value(&mut label.kind, AnnotationKind::Claim, text("common-claim"));
    });
    ui.checkbox(&mut label.is_of_article, text("schema-label-of-article"))
        .on_hover_text(text("schema-label-of-article-tip"));
    let mut key = label.key.map(String::from).unwrap_or_default();
    if text_field(ui, ink, text("schema-label-key"), &mut key) {
        label.key = key.trim().chars().next_back();
    }
    if text_field(ui, ink, text("schema-label-group"), &mut label.group) {
        label.group = label.group.trim_start().to_owned();
    }
    hues(ui, label, theme);
    text_field(ui, ink, text("schema-when"), &mut label.description);
    ui.label(text("schema-label-attributes"));
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
