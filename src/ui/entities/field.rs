//! Whom a mention, or a field of a claim, is of: shown where the annotation is.

use egui::{Align, Layout, RichText, Ui, Vec2};

use super::super::actions::entities::{ACCEPT_SUGGESTION, REJECT_SUGGESTION};
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, icon, menu};
use super::words;
use crate::model::{Annotation, AnnotationKind, EntityRef};
use crate::session::{EntityCommand, LinkScope, LinkTarget};
use crate::words::{say, text};

/// The row of a mention: the entity with a button to choose another one, and one to take the link away.
pub(in crate::ui) fn of_mention(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
    let theme = drawing.theme;
    if annotation.kind != AnnotationKind::Entity {
        return;
    }
    let row = Vec2::new(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::HALF;
        let name = if annotation.entity.is_some() {
            icon::LINK.to_owned()
        } else {
            format!("{} {}", icon::LINK, text("entities-field-link"))
        };
        let button = ui.button(RichText::new(name).size(size::SMALL_TEXT));
        menu::named(&button, text("entities-field-link-name"));
        if button.on_hover_text(text("entities-field-link-hint")).clicked() {
            drawing.out.pick = Some(LinkTarget::Mention);
        }
        if annotation.entity.is_some() {
            let button = ui.button(icon::X).on_hover_text(text("entities-field-unlink-hint"));
            menu::named(&button, text("entities-field-unlink"));
            if button.clicked() {
                let (target, scope) = (LinkTarget::Mention, LinkScope::One);
                drawing.out.run(EntityCommand::Link { target, to: None, scope });
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.colored_label(theme.quiet, text("common-entity"));
            ui.add_space(size::HALF);
            match &annotation.entity {
                Some(entity) => name_of(ui, drawing, entity),
                None => {
                    ui.colored_label(theme.quiet, "—");
                }
            }
        });
    });
    suggestion(ui, drawing, annotation);
}

/// The entity that is suggested for a mention, why, and the two answers.
fn suggestion(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(candidate) = session.suggested_link(annotation).cloned() else { return };
    let row = Vec2::new(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::HALF;
        for (action, icon) in [(&REJECT_SUGGESTION, icon::X), (&ACCEPT_SUGGESTION, icon::CHECK)] {
            let button = ui.button(icon).on_hover_text(drawing.shortcuts.tooltip(action));
            menu::named(&button, action.name());
            if button.clicked() {
                drawing.out.act(action);
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.colored_label(theme.quiet, text("entities-field-may-be"));
            ui.add_space(size::HALF);
            let width = ui.available_width();
            let style = LabelStyle::semi_bold(size::TEXT, theme.text);
            let name = drawing.ink.label(ui, &candidate.view.name, style, width);
            name.on_hover_text(format!("{}\n{}", candidate.view.id, words::reason(&candidate)));
        });
    });
    let width = ui.available_width();
    let style = LabelStyle::regular(size::SMALL_TEXT, theme.quiet);
    drawing.ink.label(ui, &words::reason(&candidate), style, width);
}

/// Below the field of a claim: the name of the entity whose identifier is in it.
pub(in crate::ui) fn of_attribute(ui: &mut Ui, drawing: &mut Drawing<'_>, entity: &EntityRef) {
    if matches!(entity, EntityRef::Entity(_)) {
        ui.horizontal(|ui| {
            ui.add_space(size::MARGIN);
            name_of(ui, drawing, entity);
        });
    }
}

/// The name and kind of an entity; or that nobody has it.
fn name_of(ui: &mut Ui, drawing: &mut Drawing<'_>, entity: &EntityRef) {
    let Drawing { session, theme, .. } = *drawing;
    let width = ui.available_width();
    let EntityRef::Entity(id) = entity else {
        let name = session.name_of_entity(entity);
        drawing.ink.label(ui, &name, LabelStyle::regular(size::TEXT, theme.text), width);
        return;
    };
    let Some(view) = session.registry().view(id) else {
        let gone = say!("entities-gone-id", id = id.as_str());
        ui.add(egui::Label::new(RichText::new(&gone).color(theme.warning)).truncate()).on_hover_text(gone);
        return;
    };
    let kind = session.schema().name_of_label(&view.kind);
    let told = format!("{} ({kind})", view.name);
    let shown = drawing.ink.label(ui, &told, LabelStyle::semi_bold(size::TEXT, theme.text), width);
    shown.on_hover_text(format!("{id}\n{}", say!("entities-field-names", count = view.names().count())));
}
