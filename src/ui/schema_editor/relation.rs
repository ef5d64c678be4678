//! Relations: name, which labels they may join, whether they read the same from both ends.

use std::sync::Arc;

use egui::Ui;

use super::super::Ink;
use super::{Entry, identifier, list, text_field};
use crate::model::{Extra, Label, RelationSpec, Schema};
use crate::words::{say, text};

impl Entry for RelationSpec {
    fn new(n: usize, others: &[Self]) -> Self {
        Self {
            id: identifier::free(&format!("relation-{n}"), &others.iter().map(|other| &other.id)),
            name: say!("schema-relation-new", number = n.to_string()),
            from: Vec::new(),
            to: Vec::new(),
            symmetric: false,
            description: String::new(),
            extra: Extra::default(),
        }
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Draws the relations of the schema and the one gone to.
pub(super) fn show(ui: &mut Ui, ink: &mut Ink, schema: &mut Schema, current: &mut usize) {
    let labels = std::mem::take(&mut schema.labels);
    list(ui, &mut schema.relations, current, |ui, relation| form(ui, ink, relation, &labels));
    schema.labels = labels;
}

fn form(ui: &mut Ui, ink: &mut Ink, relation: &mut RelationSpec, labels: &[Label]) {
    text_field(ui, ink, text("schema-name"), &mut relation.name);
    identifier::field(ui, ink, &mut relation.id);
    text_field(ui, ink, text("schema-when"), &mut relation.description);
    ui.checkbox(&mut relation.symmetric, text("schema-relation-symmetric"));
    ends(ui, ("from", text("schema-relation-from")), &mut relation.from, labels);
    ends(ui, ("to", text("schema-relation-to")), &mut relation.to, labels);
}

fn ends(ui: &mut Ui, (id, name): (&str, &str), chosen: &mut Vec<Arc<str>>, labels: &[Label]) {
    ui.push_id(id, |ui| {
        ui.label(name);
        ui.horizontal_wrapped(|ui| {
            for label in labels {
                let mut on = chosen.contains(&label.id);
                if ui.checkbox(&mut on, &label.name).changed() {
                    if on {
                        chosen.push(label.id.clone());
                    } else {
                        chosen.retain(|id| *id != label.id);
                    }
                }
            }
        });
    });
}
