//! What the versions of an item differ in beside their words: attributes, entity and links, side by side.

use egui::{RichText, Ui, vec2};

use super::{called, in_order, shape};
use crate::analysis::{Conflict, ConflictKind, ReviewItem};
use crate::model::{Annotation, AnnotationSet, AttributeValue, EntityRef, Value};
use crate::session::Session;
use crate::ui::inspector::display_name_and_value;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, badge};
use crate::words::text;

/// Draws each thing they differ in with a column for each version; nothing where they differ in none of these.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, item: &ReviewItem) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(review) = session.review() else { return };
    // One column a version: of those who say the same one stands for all.
    let first: Vec<usize> = item.versions.iter().filter_map(|holders| holders.first().copied()).collect();
    let versions: Vec<(usize, &AnnotationSet, &Annotation)> = in_order(session, review.annotators(), &first)
        .into_iter()
        .filter_map(|number| {
            let member = item.members.get(number)?.as_ref()?;
            let set = session.set_of(review.annotators().get(number)?)?;
            Some((number, set, set.get(&member.id)?.as_ref()))
        })
        .collect();
    let is_here = session.shows(&item.file);
    let mut disputed: Vec<&Conflict> = item.conflicts.iter().filter(|c| name(session, c).is_some()).collect();
    disputed.dedup_by_key(|conflict| (conflict.kind, conflict.attribute.clone()));
    if !is_here || versions.is_empty() || disputed.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing = vec2(size::STEP, size::HALF);
    ui.spacing_mut().interact_size.y = 0.0;
    let gaps = size::STEP * versions.len() as f32;
    let column = (ui.available_width() - gaps) / versions.len() as f32;
    if versions.len() > 1 {
        ui.add_space(size::HALF);
        columns(ui, column, &versions, |ui, (number, ..)| {
            ui.horizontal(|ui| {
                let who = called(session, review.annotators(), *number);
                badge::show(ui, shape(session, review.annotators(), *number), &who, theme);
                ui.label(RichText::new(who).size(size::SMALL_TEXT));
            });
        });
    }
    for conflict in disputed {
        let text = name(session, conflict).unwrap_or_default();
        ui.add_space(size::HALF);
        ui.label(RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT));
        columns(ui, column, &versions, |ui, (_, set, annotation)| {
            let value = value(session, conflict, set, annotation).unwrap_or_else(|| "–".to_owned());
            drawing.ink.paragraph(ui, &value, LabelStyle::regular(size::SMALL_TEXT, theme.text), column);
        });
    }
}

fn columns<T>(ui: &mut Ui, width: f32, all: &[T], mut cell: impl FnMut(&mut Ui, &T)) {
    ui.horizontal_top(|ui| {
        for one in all {
            ui.vertical(|ui| {
                ui.set_width(width);
                cell(ui, one);
            });
        }
    });
}

/// How it is called; nothing for what the words and the label show already.
fn name(session: &Session, conflict: &Conflict) -> Option<String> {
    match (conflict.kind, &conflict.attribute) {
        (ConflictKind::Entity, _) => Some(text("common-entity").to_owned()),
        (ConflictKind::Relation, _) => Some(text("review-difference-links").to_owned()),
        (ConflictKind::Attribute, Some(id)) => {
            Some(display_name_and_value(session.schema(), id, &Value::Entity(EntityRef::Unknown)).0)
        }
        (ConflictKind::Attribute, None)
        | (ConflictKind::Missing | ConflictKind::Boundary | ConflictKind::Label, _) => None,
    }
}

/// What one version has of it.
fn value(
    session: &Session,
    conflict: &Conflict,
    set: &AnnotationSet,
    annotation: &Annotation,
) -> Option<String> {
    match (conflict.kind, &conflict.attribute) {
        (ConflictKind::Entity, _) => annotation.entity.as_ref().map(ToString::to_string),
        (ConflictKind::Relation, _) => {
            let own = set.relations_of(&annotation.id).filter(|relation| relation.from == annotation.id);
            let names: Vec<&str> = own.map(|relation| &*relation.label).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        (ConflictKind::Attribute, Some(id)) => {
            let named = |value: &AttributeValue| display_name_and_value(session.schema(), id, &value.value).1;
            annotation.attributes.get(id).map(named)
        }
        (ConflictKind::Attribute, None)
        | (ConflictKind::Missing | ConflictKind::Boundary | ConflictKind::Label, _) => None,
    }
}
