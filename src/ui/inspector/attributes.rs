//! The attributes of the focused annotation, each by its type.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Align, Button, ComboBox, Label, Layout, Response, RichText, Ui, Vec2};

use super::super::actions::fields;
use super::super::text_field::{self, TextField};
use super::super::theme::{Theme, size};
use super::super::{Drawing, LabelStyle, Output, entities, icon, menu};
use super::values::{option_name, value_text};
use crate::model::{Annotation, AttributeSpec, AttributeType, AttributeValue, EntityRef, Evidence, Value};
use crate::session::{AnnotateCommand, Command, LinkTarget, Session};
use crate::words::{say, text};

/// The column of names is as wide as this, where there is room.
const NAME: f32 = 112.0;
/// Where there is less room than this, what is typed has a line of its own below its name.
const BESIDE: f32 = 400.0;

/// What is being typed, by attribute, as it stands in the field: the value is tidied up, so that the field would lose a blank
/// at its end. With the evidence of the value it began with.
#[derive(Default)]
pub(super) struct Drafts {
    typed: BTreeMap<Arc<str>, (String, Option<Evidence>)>,
    /// Whether all of the field that was just entered is being selected.
    is_selecting: bool,
    /// The keyboard is to be on the first field.
    wants_keys: bool,
    /// The field that was being filled in the last frame.
    pointed: Option<Arc<str>>,
    /// The one that is being filled in this frame.
    points_at: Option<Arc<str>>,
}

impl Drafts {
    /// The next field that is drawn is given the keyboard.
    pub(super) const fn focus(&mut self) {
        self.wants_keys = true;
    }

    /// Whether the field that is drawn now is to have the keyboard.
    pub(super) fn takes_keys(&mut self) -> bool {
        std::mem::take(&mut self.wants_keys)
    }

    /// Brings a field into sight when it begins to be filled.
    fn show_pointed(&self, is_pointed: bool, name: &Response) {
        if is_pointed && self.pointed != self.points_at {
            name.scroll_to_me(Some(Align::Center));
        }
    }

    /// The fields show other values now.
    pub(super) fn clear(&mut self) {
        self.typed.clear();
    }
}

/// The command for typed words; nothing when they are no number and should be one.
fn write(
    attribute: Arc<str>,
    text: &str,
    kind: AttributeType,
    evidence: Option<Evidence>,
) -> Option<Command> {
    let text = text.trim();
    let value = match kind {
        _ if text.is_empty() => None,
        AttributeType::Number => Some(Value::Number(text.parse().ok().filter(|n: &f64| n.is_finite())?)),
        AttributeType::Entity => Some(Value::Entity(EntityRef::from(text))),
        AttributeType::Text | AttributeType::Choice | AttributeType::MultiChoice | AttributeType::Flag => {
            Some(Value::Text(text.to_owned()))
        }
    };
    Some(Command::Annotate(AnnotateCommand::TypeAttribute {
        attribute,
        value: value.map(|value| AttributeValue { value, evidence }),
    }))
}

/// Draws a row for each attribute of the label, and for each value the schema does not know.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation, drafts: &mut Drafts) {
    let session = drawing.session;
    let schema = session.schema();
    drafts.points_at = session.pointing().map(|pointing| pointing.attribute.clone());
    for (number, spec) in schema.attributes_of(&annotation.label).enumerate() {
        let is_pointed = session.pointing().is_some_and(|pointing| pointing.attribute == spec.id);
        let known = annotation.attributes.get(&spec.id);
        let row = Row { number, spec, known, is_pointed };
        if ui.available_width() < BESIDE {
            row.narrow(ui, drawing, drafts);
        } else {
            row.wide(ui, drawing, drafts);
        }
        if let Some(AttributeValue { value: Value::Entity(entity), .. }) = known {
            entities::of_attribute(ui, drawing, entity);
        }
        row.evidence(ui, drawing);
    }
    drafts.pointed.clone_from(&drafts.points_at);
    unknown_values(ui, drawing, annotation);
}

/// The row of one attribute.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// Its number among those of the label.
    number: usize,
    spec: &'a AttributeSpec,
    known: Option<&'a AttributeValue>,
    /// Whether it is being filled by pointing.
    is_pointed: bool,
}

impl Row<'_> {
    /// A name and what is said need the whole width each.
    fn narrow(self, ui: &mut Ui, drawing: &mut Drawing<'_>, drafts: &mut Drafts) {
        let Self { number, spec, known, is_pointed } = self;
        let theme = drawing.theme;
        let room = Vec2::new(ui.available_width(), size::CONTROL);
        let head = ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            evidence_button(ui, spec, drawing.out);
            usual_values(ui, spec, known, drawing.out);
            field_key(ui, drawing, number, spec, is_pointed);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| name(ui, spec, theme)).inner
        });
        drafts.show_pointed(is_pointed, &head.inner);
        let field = Field { spec, known, name: head.inner.id };
        if is_typed(spec) {
            typed(ui, drawing, field, drafts);
        } else {
            ui.horizontal_wrapped(|ui| chosen(ui, field, drafts, drawing.out));
        }
    }

    /// The name in a column of its own, and beside it what is said.
    fn wide(self, ui: &mut Ui, drawing: &mut Drawing<'_>, drafts: &mut Drafts) {
        let Self { number, spec, known, is_pointed } = self;
        let theme = drawing.theme;
        ui.horizontal(|ui| {
            let column = Vec2::new((ui.available_width() * 0.34).min(NAME), size::CONTROL);
            let layout = Layout::left_to_right(Align::Center);
            let name = ui.allocate_ui_with_layout(column, layout, |ui| {
                ui.set_width(column.x);
                name(ui, spec, theme)
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = size::HALF;
                if spec.evidence {
                    evidence_button(ui, spec, drawing.out);
                } else {
                    ui.add_space(size::CONTROL + size::HALF);
                }
                usual_values(ui, spec, known, drawing.out);
                field_key(ui, drawing, number, spec, is_pointed);
                drafts.show_pointed(is_pointed, &name.inner);
                let field = Field { spec, known, name: name.inner.id };
                if is_typed(spec) {
                    typed(ui, drawing, field, drafts);
                } else {
                    chosen(ui, field, drafts, drawing.out);
                }
            });
        });
    }

    /// The words that are the evidence, where there are some, with a button that takes them away.
    fn evidence(self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(AttributeValue { value, evidence: Some(evidence) }) = self.known else { return };
        let Some(article) = drawing.session.article() else { return };
        ui.horizontal(|ui| {
            ui.add_space(size::MARGIN);
            let width = ui.available_width() - 32.0;
            let style = LabelStyle::regular(size::SMALL_TEXT, drawing.theme.quiet);
            drawing.ink.label(ui, article.document().text.slice(evidence.span), style, width);
            if ui.small_button(icon::X).on_hover_text(text("inspector-evidence-remove")).clicked() {
                let attribute = self.spec.id.clone();
                let value = Some(AttributeValue { value: value.clone(), evidence: None });
                drawing.out.run(AnnotateCommand::SetAttribute { attribute, value });
            }
        });
    }
}

/// Values that the label does not carry, each with a button that takes it away.
fn unknown_values(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
    let schema = drawing.session.schema();
    let carried: Vec<&Arc<str>> = schema.attributes_of(&annotation.label).map(|s| &s.id).collect();
    for (id, value) in annotation.attributes.iter().filter(|(id, _)| !carried.contains(id)) {
        ui.horizontal(|ui| {
            let name = say!("inspector-attribute-unknown", attribute = &**id);
            ui.colored_label(drawing.theme.quiet, name);
            ui.label(RichText::new(value_text(&value.value)).size(size::SMALL_TEXT));
            if ui.small_button(icon::X).on_hover_text(text("inspector-attribute-clear")).clicked() {
                drawing.out.run(AnnotateCommand::SetAttribute { attribute: id.clone(), value: None });
            }
        });
    }
}

/// Whether values of an attribute are typed, and not chosen.
const fn is_typed(spec: &AttributeSpec) -> bool {
    matches!(spec.kind, AttributeType::Text | AttributeType::Number | AttributeType::Entity)
}

/// One attribute with the value it has.
#[derive(Clone, Copy)]
struct Field<'a> {
    spec: &'a AttributeSpec,
    known: Option<&'a AttributeValue>,
    /// The widget that names it.
    name: egui::Id,
}

/// A value that is chosen.
fn chosen(ui: &mut Ui, field: Field<'_>, drafts: &mut Drafts, out: &mut Output) {
    let Field { spec, known, name } = field;
    let evidence = known.and_then(|v| v.evidence);
    let mut set = |value: Option<Value>| {
        let value = value.map(|value| AttributeValue { value, evidence });
        out.run(AnnotateCommand::SetAttribute { attribute: spec.id.clone(), value });
    };
    match spec.kind {
        AttributeType::Choice => {
            let current = match known.map(|v| &v.value) {
                Some(Value::Text(id)) => Some(id.as_str()),
                _ => None,
            };
            let shown = current.map_or("—", |id| option_name(spec, id));
            let combo =
                ComboBox::from_id_salt(&*spec.id).selected_text(shown).width(ui.available_width()).truncate();
            let response = combo.show_ui(ui, |ui| {
                if ui.selectable_label(current.is_none(), "—").clicked() {
                    set(None);
                }
                for option in &spec.options {
                    if ui.selectable_label(current == Some(&*option.id), &option.name).clicked() {
                        set(Some(Value::Text(option.id.to_string())));
                    }
                }
            });
            if drafts.takes_keys() {
                response.response.request_focus();
            }
            response.response.labelled_by(name);
        }
        AttributeType::MultiChoice => {
            let current: Vec<String> = match known.map(|v| &v.value) {
                Some(Value::Many(ids)) => ids.clone(),
                _ => Vec::new(),
            };
            ui.vertical(|ui| {
                for option in &spec.options {
                    let mut on = current.iter().any(|id| *id == *option.id);
                    if ui.checkbox(&mut on, &option.name).changed() {
                        // Those that the schema does not list stay.
                        let mut all = current.clone();
                        all.retain(|id| *id != *option.id);
                        all.extend(on.then(|| option.id.to_string()));
                        set((!all.is_empty()).then(|| Value::Many(spec.in_order(all))));
                    }
                }
            });
        }
        AttributeType::Flag => {
            let current = match known.map(|v| &v.value) {
                Some(Value::Flag(on)) => Some(*on),
                _ => None,
            };
            let (no, yes) = (text("inspector-flag-no"), text("inspector-flag-yes"));
            for (value, name) in [(Some(false), no), (Some(true), yes), (None, "—")] {
                if ui.selectable_label(current == value, name).clicked() && current != value {
                    set(value.map(Value::Flag));
                }
            }
        }
        AttributeType::Text | AttributeType::Number | AttributeType::Entity => {}
    }
}

fn name(ui: &mut Ui, spec: &AttributeSpec, theme: &Theme) -> Response {
    let text = RichText::new(&spec.name).color(theme.quiet);
    let label = Label::new(text);
    let label = if ui.available_width() < NAME + 1.0 { label.truncate() } else { label.wrap() };
    ui.add(label).on_hover_text(&spec.description)
}

/// The key that fills a field by pointing, as a button that does; strong while the field is being filled.
fn field_key(ui: &mut Ui, drawing: &mut Drawing<'_>, number: usize, spec: &AttributeSpec, is_pointed: bool) {
    let theme = drawing.theme;
    let Some(action) = fields::of(number) else { return };
    let color = if is_pointed { theme.on_accent } else { theme.quiet };
    let text = RichText::new(drawing.shortcuts.key(action)).size(size::SMALL_TEXT).color(color);
    let button = Button::new(text).frame_when_inactive(is_pointed).min_size(Vec2::new(0.0, size::CONTROL));
    let button = if is_pointed { button.fill(theme.accent) } else { button };
    let button = ui.add(button);
    menu::named(&button, &say!("inspector-field-point", attribute = &*spec.name));
    let key = drawing.shortcuts.key(action);
    let tip = say!("inspector-field-point-tip", attribute = &*spec.name, key = key);
    if button.on_hover_text(tip).clicked() {
        drawing.out.act(action);
    }
}

/// The button that makes the selected words the evidence, where the attribute takes some.
fn evidence_button(ui: &mut Ui, spec: &AttributeSpec, out: &mut Output) {
    if !spec.evidence {
        return;
    }
    let button = ui.add(Button::new(icon::QUOTES).min_size(Vec2::splat(size::CONTROL)));
    menu::named(&button, &say!("inspector-evidence", attribute = &*spec.name));
    if button.on_hover_text(text("inspector-evidence-tip")).clicked() {
        out.run(AnnotateCommand::AttachEvidence(spec.id.clone()));
    }
}

/// The menu of what an entity often is, where the attribute takes one.
fn usual_values(ui: &mut Ui, spec: &AttributeSpec, known: Option<&AttributeValue>, out: &mut Output) {
    if spec.kind != AttributeType::Entity {
        return;
    }
    let evidence = known.and_then(|value| value.evidence);
    let mut set = |entity: EntityRef| {
        let value = Some(AttributeValue { value: Value::Entity(entity), evidence });
        out.run(AnnotateCommand::SetAttribute { attribute: spec.id.clone(), value });
    };
    let mut picks = false;
    let menu = ui.menu_button(icon::CARET_DOWN, |ui| {
        picks = ui.button(text("inspector-usual-entity")).clicked();
        if ui.button(text("inspector-usual-author")).clicked() {
            set(EntityRef::Author);
        }
        if ui.button(text("inspector-usual-unknown")).clicked() {
            set(EntityRef::Unknown);
        }
    });
    if picks {
        out.pick = Some(LinkTarget::Attribute(spec.id.clone()));
    }
    menu::named(&menu.response, &say!("inspector-usual-values", attribute = &*spec.name));
}

/// A value that is typed. Words that were taken from the text as evidence are typed over.
fn typed(ui: &mut Ui, drawing: &mut Drawing<'_>, field: Field<'_>, drafts: &mut Drafts) {
    let Field { spec, known, name } = field;
    let draft = drafts.typed.get(&spec.id).cloned();
    let (mut text, evidence) = draft.unwrap_or_else(|| {
        (known.map(|v| value_text(&v.value)).unwrap_or_default(), known.and_then(|v| v.evidence))
    });
    // It grows with what it says: a long name is seen whole.
    let edit = TextField::wrapped(&mut text).width(ui.available_width());
    let field = edit.show(ui, drawing.ink).labelled_by(name);
    if field.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        field.surrender_focus();
    }
    if drafts.takes_keys() {
        field.request_focus();
    }
    if field.gained_focus() {
        drafts.is_selecting = known.is_some_and(|known| is_quote(drawing.session, known));
    }
    if drafts.is_selecting && field.has_focus() {
        text_field::select_all(ui.ctx(), field.id);
        // The click that gave it the keyboard would put the caret somewhere.
        drafts.is_selecting = ui.input(|input| input.pointer.any_down());
    }
    if spec.kind == AttributeType::Number && !text.trim().is_empty() && text.trim().parse::<f64>().is_err() {
        field.clone().on_hover_text(crate::words::text("inspector-attribute-no-number"));
    }
    if field.gained_focus() || field.lost_focus() {
        drawing.out.run(AnnotateCommand::EndTyping);
    }
    if field.changed() {
        if let Some(command) = write(spec.id.clone(), &text, spec.kind, evidence) {
            drawing.out.run_first(command);
        }
        drafts.typed.insert(spec.id.clone(), (text, evidence));
    }
    if field.lost_focus() {
        drafts.typed.remove(&spec.id);
    }
}

/// Whether a value is what its evidence says.
fn is_quote(session: &Session, known: &AttributeValue) -> bool {
    let Some((article, evidence)) = session.article().zip(known.evidence) else { return false };
    let quote = article.document().text.slice(evidence.span);
    value_text(&known.value).split_whitespace().eq(quote.split_whitespace())
}
