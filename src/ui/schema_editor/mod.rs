//! Changing what can be annotated: labels and their attributes.

mod attribute;
mod identifier;
mod label;
mod lost;
mod relation;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Align, Button, Id, Layout, Modal, RichText, ScrollArea, Ui};

use self::lost::LostLabels;
use super::text_field::TextField;
use super::theme::{Theme, size};
use super::{Drawing, Ink, dialog, fonts, icon};
use crate::analysis::merge_schemas;
use crate::model::{Overlap, Schema};
use crate::session::{Library, Notice, SchemaCommand, Session, Severity, schema_error_words};
use crate::words::text;

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
    /// What was copied: what a colleague changes meanwhile is told from what is changed here by it.
    base: Arc<Schema>,
    /// The folder it is the schema of.
    root: Option<PathBuf>,
    tab: Tab,
    current: usize,
    /// Whether the analyst is asked if the changes are to be lost.
    asks: bool,
    /// The question what is to become of marks whose labels go, while it is asked.
    lost: Option<LostLabels>,
}

impl SchemaEditor {
    /// Opens on a copy.
    pub(super) fn new(session: &Session) -> Self {
        let base = session.schema().clone();
        let schema = (*base).clone();
        Self { schema, base, root: root(session), tab: Tab::default(), current: 0, asks: false, lost: None }
    }

    /// Takes over what was changed by others since the copy was made, and says what it is at odds with.
    fn take_over(&mut self, drawing: &mut Drawing<'_>) {
        let now = drawing.session.schema();
        if *self.base == **now {
            return;
        }
        let merged = merge_schemas(Some(&self.base), &self.schema, now);
        (self.schema, self.base) = (merged.schema, now.clone());
        for conflict in merged.conflicts {
            drawing.out.tell(Notice::new(Severity::Warning, conflict.to_string()));
        }
    }

    /// Draws the editor; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        if root(session) != self.root {
            // The labels of one folder are not those of another.
            return false;
        }
        let mut stays = true;
        let room = ctx.content_rect().size();
        let id = Id::unique("schema");
        let area = Modal::default_area(id).default_size(room).accessible_name(text("schema-title"));
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(20.0);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width(720.0_f32.min(room.x - 72.0));
            ui.label(RichText::new(text("schema-title")).family(fonts::strong()).size(size::HEADING));
            ui.add_space(size::HALF);
            if self.lost.is_none() {
                self.tabs(ui);
            }
            ui.separator();
            let height = (room.y * 0.6 - 40.0).max(180.0);
            ui.allocate_ui([ui.available_width(), height].into(), |ui| {
                ui.set_min_height(height);
                if let Some(lost) = &mut self.lost {
                    return lost.show(ui, drawing, &self.schema);
                }
                match self.tab {
                    Tab::Labels => {
                        let (schema, current) = (&mut self.schema, &mut self.current);
                        label::show(ui, drawing.ink, schema, current, (session.schema(), theme));
                    }
                    Tab::Attributes => {
                        attribute::show(ui, drawing.ink, &mut self.schema, &mut self.current, theme);
                    }
                    Tab::Relations => relation::show(ui, drawing.ink, &mut self.schema, &mut self.current),
                    Tab::Workspace => self.workspace(ui, drawing.ink),
                }
            });
            ui.separator();
            stays = match (self.asks, &self.lost) {
                (true, _) => self.ask(ui, theme),
                (false, Some(_)) => self.settle(ui, drawing),
                (false, None) => self.close(ui, drawing),
            };
        });
        if stays && modal.should_close() {
            // What was changed is not lost by one key.
            let is_changed = self.schema != *self.base;
            self.asks = is_changed && !self.asks;
            return is_changed;
        }
        stays
    }

    fn tabs(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            for (tab, name) in [
                (Tab::Labels, "schema-tab-labels"),
                (Tab::Attributes, "schema-tab-attributes"),
                (Tab::Relations, "schema-tab-relations"),
                (Tab::Workspace, "schema-tab-workspace"),
            ] {
                if ui.selectable_value(&mut self.tab, tab, text(name)).clicked() {
                    self.current = 0;
                }
            }
        });
    }

    /// Asks whether the changes are to be lost; says whether editing goes on.
    fn ask(&mut self, ui: &mut Ui, theme: &Theme) -> bool {
        let mut stays = true;
        dialog::buttons(ui, |ui| {
            if dialog::confirm(ui, text("schema-keep-editing"), true, theme).clicked() {
                self.asks = false;
            }
            stays = !ui.button(RichText::new(text("schema-discard")).color(theme.danger)).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.colored_label(theme.warning, [icon::WARNING, text("schema-unsaved")].join(" "));
            });
        });
        stays
    }

    /// What is wrong with the schema, and the buttons that end editing; says whether it goes on.
    fn close(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let mut stays = true;
        let errors = self.schema.errors();
        dialog::buttons(ui, |ui| {
            let ready = errors.is_empty() && self.schema != *self.base;
            if dialog::confirm(ui, text("common-save"), ready, theme).clicked() {
                self.take_over(drawing);
                self.lost = LostLabels::of(session, &self.schema);
                if self.lost.is_none() && self.schema.errors().is_empty() {
                    drawing.out.run(SchemaCommand::ReplaceSchema(Box::new(self.schema.clone())));
                    stays = false;
                }
            }
            stays &= !ui.button(text("common-cancel")).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| match errors.first() {
                Some(error) => {
                    ui.colored_label(theme.danger, [icon::WARNING, &schema_error_words(error)].join(" "))
                }
                None => ui.colored_label(theme.quiet, text("schema-saved-where")),
            });
        });
        stays
    }

    /// The buttons of the question what is to become of marks; says whether editing goes on.
    fn settle(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let theme = drawing.theme;
        let mut stays = true;
        dialog::buttons(ui, |ui| {
            if dialog::confirm(ui, text("common-save"), true, theme).clicked()
                && let Some(lost) = self.lost.take()
            {
                let (schema, moves) = lost.answer(&self.schema);
                self.schema = schema;
                self.take_over(drawing);
                let schema = Box::new(self.schema.clone());
                drawing.out.run(SchemaCommand::ReplaceLabels { schema, moves });
                stays = false;
            }
            if ui.button(text("schema-back")).clicked() {
                self.lost = None;
            }
        });
        stays
    }

    fn workspace(&mut self, ui: &mut Ui, ink: &mut Ink) {
        text_field(ui, ink, text("schema-name"), &mut self.schema.name);
        let mut guidelines = self.schema.guidelines.clone().unwrap_or_default();
        if text_field(ui, ink, text("schema-guidelines"), &mut guidelines) {
            self.schema.guidelines = (!guidelines.trim().is_empty()).then(|| guidelines.trim().to_owned());
        }
        ui.radio_value(&mut self.schema.overlap, Overlap::Allow, text("schema-overlap-allow"));
        ui.radio_value(&mut self.schema.overlap, Overlap::Forbid, text("schema-overlap-forbid"));
    }
}

/// The folder that is open.
fn root(session: &Session) -> Option<PathBuf> {
    session.library().map(Library::root).map(PathBuf::from)
}

/// A named field; says whether it was changed.
fn text_field(ui: &mut Ui, ink: &mut Ink, name: &str, value: &mut String) -> bool {
    let label = ui.label(name);
    TextField::line(value).width(f32::INFINITY).show(ui, ink).labelled_by(label.id).changed()
}

/// What the schema has a list of.
trait Entry {
    /// A new one, the `n`th of the list, unlike those that are there.
    fn new(n: usize, others: &[Self]) -> Self
    where
        Self: Sized;

    /// What it is called in the list.
    fn name(&self) -> &str;
}

/// A list of names with buttons to add, remove and move; the rest is drawn beside it.
fn list<T: Entry>(ui: &mut Ui, items: &mut Vec<T>, current: &mut usize, form: impl FnOnce(&mut Ui, &mut T)) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(210.0);
            let height = ui.available_height() - size::CONTROL - size::STEP;
            let area = ScrollArea::vertical().id_salt("list").max_height(height).auto_shrink(false);
            area.show(ui, |ui| {
                ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for (i, item) in items.iter().enumerate() {
                        let chosen = Button::selectable(*current == i, item.name()).truncate();
                        if ui.add(chosen).clicked() {
                            *current = i;
                        }
                    }
                });
            });
            ui.horizontal(|ui| order(ui, items, current));
        });
        ui.separator();
        ScrollArea::vertical().id_salt(("form", *current)).auto_shrink(false).show(ui, |ui| {
            ui.vertical(|ui| {
                // The bar floats over what is at the right.
                ui.set_max_width(ui.available_width() - size::MARGIN);
                match items.get_mut(*current) {
                    Some(item) => form(ui, item),
                    None => {
                        ui.weak(text("schema-list-nothing"));
                    }
                }
            });
        });
    });
}

/// Buttons to add, remove and move.
fn order<T: Entry>(ui: &mut Ui, items: &mut Vec<T>, current: &mut usize) {
    ui.spacing_mut().item_spacing.x = size::HALF;
    if ui.button(text("common-add")).clicked() {
        items.push(T::new(items.len() + 1, items));
        *current = items.len() - 1;
    }
    let at = *current;
    if ui.add_enabled(at < items.len(), Button::new(text("common-remove"))).clicked() {
        items.remove(at);
        *current = at.saturating_sub(1);
    }
    if ui.add_enabled(at > 0 && at < items.len(), Button::new(text("schema-list-up"))).clicked() {
        items.swap(at, at - 1);
        *current = at - 1;
    }
    if ui.add_enabled(at + 1 < items.len(), Button::new(text("schema-list-down"))).clicked() {
        items.swap(at, at + 1);
        *current = at + 1;
    }
}
