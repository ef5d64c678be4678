//! Changing what can be annotated: labels and their attributes.

mod attribute;
mod label;
mod relation;

use std::sync::Arc;

use egui::{Context, Id, Modal, RichText, ScrollArea, TextEdit, Ui};

use super::theme::{Theme, size};
use super::{Output, fonts, icon};
use crate::model::{Overlap, Schema};
use crate::session::{Command, Session};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Labels,
    Attributes,
    Relations,
    Workspace,
}

/// A copy of the schema being worked on.
#[derive(Debug)]
pub(super) struct SchemaEditor {
    schema: Schema,
    tab: Tab,
    current: usize,
}

impl SchemaEditor {
    /// Opens on a copy.
    pub(super) fn new(schema: &Schema) -> Self {
        Self { schema: schema.clone(), tab: Tab::default(), current: 0 }
    }

    /// Draws the editor; says whether it stays.
    pub(super) fn show(&mut self, ctx: &Context, session: &Session, theme: &Theme, out: &mut Output) -> bool {
        let mut stays = true;
        let room = ctx.content_rect().size();
        let modal = Modal::new(Id::unique("schema")).show(ctx, |ui| {
            ui.set_width(720.0_f32.min(room.x - 64.0));
            ui.label(RichText::new("Labels and attributes").family(fonts::strong()).size(size::HEADING));
            ui.horizontal(|ui| {
                for (tab, name) in [
                    (Tab::Labels, "Labels"),
                    (Tab::Attributes, "Attributes"),
                    (Tab::Relations, "Relations"),
                    (Tab::Workspace, "Workspace"),
                ] {
                    if ui.selectable_value(&mut self.tab, tab, name).clicked() {
                        self.current = 0;
                    }
                }
            });
            ui.separator();
            let height = (room.y * 0.55).max(180.0);
            ui.allocate_ui([ui.available_width(), height].into(), |ui| {
                ui.set_min_height(height);
                match self.tab {
                    Tab::Labels => label::show(ui, &mut self.schema, &mut self.current, theme),
                    Tab::Attributes => attribute::show(ui, &mut self.schema, &mut self.current, theme),
                    Tab::Relations => relation::show(ui, &mut self.schema, &mut self.current),
                    Tab::Workspace => self.workspace(ui),
                }
            });
            ui.separator();
            let errors = self.schema.errors();
            ui.horizontal(|ui| {
                let changed = self.schema != **session.schema();
                let save = ui.add_enabled(errors.is_empty() && changed, egui::Button::new("Save"));
                if save.clicked() {
                    out.run(Command::ReplaceSchema(Box::new(self.schema.clone())));
                    stays = false;
                }
                if ui.button("Cancel").clicked() {
                    stays = false;
                }
                if let Some(error) = errors.first() {
                    ui.colored_label(theme.danger, format!("{} {error}", icon::WARNING));
                }
            });
        });
        stays && !modal.should_close()
    }

    fn workspace(&mut self, ui: &mut Ui) {
        text(ui, "Name", &mut self.schema.name);
        let mut guidelines = self.schema.guidelines.clone().unwrap_or_default();
        if text(ui, "Guidelines file", &mut guidelines) {
            self.schema.guidelines = (!guidelines.trim().is_empty()).then(|| guidelines.trim().to_owned());
        }
        ui.radio_value(&mut self.schema.overlap, Overlap::Allow, "Annotations may overlap");
        ui.radio_value(&mut self.schema.overlap, Overlap::Forbid, "Annotations of one layer may not overlap");
    }
}

/// A named field; says whether it was changed.
fn text(ui: &mut Ui, name: &str, value: &mut String) -> bool {
    let label = ui.label(name);
    ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY)).labelled_by(label.id).changed()
}

/// A list of names with buttons to add, remove and move; the rest is drawn beside it.
fn list<T>(
    ui: &mut Ui,
    items: &mut Vec<T>,
    current: &mut usize,
    name: impl Fn(&T) -> String,
    new: impl FnOnce(usize) -> T,
    form: impl FnOnce(&mut Ui, &mut T),
) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(210.0);
            ScrollArea::vertical().id_salt("list").max_height(ui.available_height() - 40.0).show(ui, |ui| {
                for (i, item) in items.iter().enumerate() {
                    ui.selectable_value(current, i, name(item));
                }
            });
            ui.horizontal(|ui| {
                if ui.button("Add").clicked() {
                    items.push(new(items.len() + 1));
                    *current = items.len() - 1;
                }
                let at = *current;
                if ui.add_enabled(at < items.len(), egui::Button::new("Remove")).clicked() {
                    items.remove(at);
                    *current = at.saturating_sub(1);
                }
                if ui.add_enabled(at > 0 && at < items.len(), egui::Button::new("Up")).clicked() {
                    items.swap(at, at - 1);
                    *current = at - 1;
                }
                if ui.add_enabled(at + 1 < items.len(), egui::Button::new("Down")).clicked() {
                    items.swap(at, at + 1);
                    *current = at + 1;
                }
            });
        });
        ui.separator();
        ScrollArea::vertical().id_salt("form").show(ui, |ui| {
            ui.vertical(|ui| {
                if let Some(item) = items.get_mut(*current) {
                    form(ui, item);
                }
            });
        });
    });
}

/// An identifier as a field; white space is left out.
fn identifier(ui: &mut Ui, id: &mut Arc<str>) {
    let mut typed = id.to_string();
    if text(ui, "Identifier in files", &mut typed) {
        *id = typed.split_whitespace().collect::<Vec<_>>().join("-").into();
    }
}
