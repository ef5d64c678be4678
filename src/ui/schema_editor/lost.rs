//! Labels that marks have and the schema is to lose: what is to become of the marks.

use std::sync::Arc;

use egui::{ComboBox, RichText, ScrollArea, Ui};

use super::super::theme::size;
use super::super::{Drawing, fonts, menu};
use crate::model::{Label, Schema};
use crate::session::{LabelMoves, LabelUse, Session};
use crate::words::{say, text};

/// A label in use that the schema has no more, and what is to become of its marks.
#[derive(Debug)]
struct Lost {
    label: Label,
    used: LabelUse,
    /// The label that is to have the marks; nothing where the label stays.
    to: Option<Arc<str>>,
    /// It has another identifier now, rather than being removed.
    renamed: Option<Arc<str>>,
}

impl Lost {
    /// What is offered for its marks: another label, with what that is called.
    fn offer(&self, to: &Arc<str>, name: &str) -> String {
        if self.renamed.as_ref() == Some(to) {
            say!("schema-lost-rename", label = name)
        } else {
            say!("schema-lost-move", label = name)
        }
    }
}

/// The question what is to become of marks whose labels go.
#[derive(Debug)]
pub(super) struct LostLabels(Vec<Lost>);

impl LostLabels {
    /// The labels in use that `schema` loses of those that are in force; nothing where it loses none.
    pub(super) fn of(session: &Session, schema: &Schema) -> Option<Self> {
        let known = session.schema();
        let is_lost = |label: &&Label| schema.labels.iter().all(|other| other.id != label.id);
        let lost = known.labels.iter().filter(is_lost).filter_map(|label| {
            let used = session.use_of_label(label);
            // A label that is new and looks the same is the same one.
            let is_it = |new: &&Label| {
                known.labels.iter().all(|other| other.id != new.id)
                    && new.kind == label.kind
                    && (new.name == label.name || (new.key.is_some() && new.key == label.key))
            };
            let renamed = schema.labels.iter().find(is_it).map(|new| new.id.clone());
            (used.marks > 0).then(|| Lost { label: label.clone(), used, to: renamed.clone(), renamed })
        });
        let lost: Vec<Lost> = lost.collect();
        (!lost.is_empty()).then_some(Self(lost))
    }

    /// Draws the question.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &Drawing<'_>, schema: &Schema) {
        let Drawing { session, theme, .. } = *drawing;
        ui.label(RichText::new(text("schema-lost-title")).family(fonts::strong()));
        ScrollArea::vertical().id_salt("lost_labels").auto_shrink(false).show(ui, |ui| {
            for lost in &mut self.0 {
                ui.add_space(size::STEP);
                ui.label(RichText::new(&lost.label.name).family(fonts::strong()));
                ui.label(said(&lost.used, session));
                let shown = match &lost.to {
                    None => text("schema-lost-keep").to_owned(),
                    Some(to) => lost.offer(to, &schema.name_of_label(to)),
                };
                let combo =
                    ComboBox::from_id_salt(&*lost.label.id).selected_text(shown).width(320.0).height(420.0);
                let chosen = combo.show_ui(ui, |ui| {
                    ui.selectable_value(&mut lost.to, None, text("schema-lost-keep"));
                    for label in &schema.labels {
                        let offer = lost.offer(&label.id, &label.name);
                        ui.selectable_value(&mut lost.to, Some(label.id.clone()), offer);
                    }
                });
                menu::named(&chosen.response, &say!("schema-lost-marks", label = &*lost.label.name));
            }
            ui.add_space(size::STEP);
            ui.colored_label(theme.quiet, text("schema-lost-hint"));
        });
    }

    /// The schema with the labels that stay, and which of the others stand for which.
    pub(super) fn answer(&self, schema: &Schema) -> (Schema, LabelMoves) {
        let mut schema = schema.clone();
        let mut moves = LabelMoves::new();
        for lost in &self.0 {
            if let Some(to) = &lost.to {
                let ids = lost.label.aliases.iter().chain([&lost.label.id]);
                moves.extend(ids.map(|id| (id.clone(), to.clone())));
            } else {
                let mut label = lost.label.clone();
                label.key = label.key.filter(|key| schema.label_by_key(*key).is_none());
                label.attributes.retain(|id| schema.attributes.iter().any(|known| known.id == *id));
                schema.labels.push(label);
            }
        }
        (schema, moves)
    }
}

/// How much a label is used, and by whom.
fn said(used: &LabelUse, session: &Session) -> String {
    let whose = used.annotators.iter().map(|(annotator, marks)| {
        let is_own = session.annotator() == Some(annotator);
        if is_own {
            say!("schema-lost-own", count = *marks)
        } else {
            say!("schema-lost-others", count = *marks, name = session.called(annotator))
        }
    });
    let whose: Vec<String> = whose.collect();
    say!("schema-lost-used", marks = used.marks, articles = used.articles, whose = whose.join(", "))
}
