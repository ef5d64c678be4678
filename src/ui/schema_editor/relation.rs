//! Relations: name, which labels they may join, whether they read the same from both ends.

use std::sync::Arc;

use egui::Ui;

use super::{Entry, identifier, list, text};
use crate::model::{Extra, Label, RelationSpec, Schema};

impl Entry for RelationSpec {
    fn new(n: usize, others: &[Self]) -> Self {
        let name = format!("Relation {n}");
        Self {
            id: identifier::free(&name, &others.iter().map(|other| &other.id)),
            name,
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
pub(super) fn show(ui: &mut Ui, schema: &mut Schema, current: &mut usize) {
    let labels = std::mem::take(&mut schema.labels);
    list(ui, &mut schema.relations, current, |ui, relation| form(ui, relation, &labels));
    schema.labels = labels;
}

fn form(ui: &mut Ui, relation: &mut RelationSpec, labels: &[Label]) {
    text(ui, "Name", &mut relation.name);
    identifier::field(ui, &mut relation.id);
    text(ui, "When to use it", &mut relation.description);
    ui.checkbox(&mut relation.symmetric, "Symmetric");
    ends(ui, "From (none ticked = any label)", &mut relation.from, labels);
    ends(ui, "To (none ticked = any label)", &mut relation.to, labels);
}

fn ends(ui: &mut Ui, name: &str, chosen: &mut Vec<Arc<str>>, labels: &[Label]) {
    ui.push_id(name, |ui| {
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
