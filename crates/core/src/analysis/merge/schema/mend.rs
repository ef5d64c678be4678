//! What keeps a schema from being usable, put right: identifiers that stand twice, keys that two labels have.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::conflict::{SchemaConflict, SchemaConflictKind};
use super::fields::Fields;
use crate::model::{AttributeSpec, Label, RelationSpec, Schema};

/// The schema with an identifier of its own for everything; the first of several alike keeps it.
pub(super) fn with_own_ids(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    own_ids(&mut schema.labels, "label", |l, id| l.id = id);
    own_ids(&mut schema.attributes, "attribute", |a, id| a.id = id);
    own_ids(&mut schema.relations, "relation", |r, id| r.id = id);
    schema
}

fn own_ids<T: Fields>(list: &mut [T], nameless: &str, rename: fn(&mut T, Arc<str>)) {
    let mut taken: HashSet<Arc<str>> = list.iter().map(|entry| entry.id().clone()).collect();
    taken.insert("".into());
    let mut seen: HashSet<Arc<str>> = HashSet::from(["".into()]);
    for entry in list {
        if seen.insert(entry.id().clone()) {
            continue;
        }
        let stem = if entry.id().is_empty() { nameless.into() } else { entry.id().clone() };
        // One of so many is free.
        let named =
            (2..taken.len() + 3).map(|n| Arc::from(format!("{stem}-{n}"))).find(|id| !taken.contains(id));
        if let Some(id) = named {
            taken.insert(id.clone());
            seen.insert(id.clone());
            rename(entry, id);
        }
    }
}

/// What has another identifier in `merged` than in `before`, of which `own` is [`with_own_ids`].
pub(super) fn new_ids(before: &Schema, own: &Schema, merged: &Schema) -> Vec<SchemaConflict> {
    let mut conflicts = Vec::new();
    renamed::<Label>(&before.labels, &own.labels, &merged.labels, &mut conflicts);
    renamed::<AttributeSpec>(&before.attributes, &own.attributes, &merged.attributes, &mut conflicts);
    renamed::<RelationSpec>(&before.relations, &own.relations, &merged.relations, &mut conflicts);
    conflicts
}

fn renamed<T: Fields>(before: &[T], own: &[T], merged: &[T], conflicts: &mut Vec<SchemaConflict>) {
    let renamed = before.iter().zip(own).filter(|(before, own)| before.id() != own.id());
    for (_, own) in renamed.filter(|(_, own)| merged.iter().any(|entry| entry.id() == own.id())) {
        let kind = SchemaConflictKind::NewId(own.id().clone());
        conflicts.push(SchemaConflict { part: own.part(), kind });
    }
}

/// Lets each key tag with one label: the one that has it in `mine`, else the first.
pub(super) fn share_no_keys(labels: &mut [Label], mine: &Schema) -> Vec<SchemaConflict> {
    let mut owners: HashMap<char, (Arc<str>, String)> = HashMap::new();
    let is_mine =
        |label: &Label| mine.label(&label.id).is_some_and(|own| own.key.is_some() && own.key == label.key);
    let (first, second): (Vec<&Label>, Vec<&Label>) = labels.iter().partition(|label| is_mine(label));
    for label in first.into_iter().chain(second) {
        if let Some(key) = label.key {
            owners.entry(key).or_insert_with(|| (label.id.clone(), label.name.clone()));
        }
    }
    let mut conflicts = Vec::new();
    for label in labels {
        let Some((key, (owner, by))) = label.key.and_then(|key| Some((key, owners.get(&key)?))) else {
            continue;
        };
        if *owner != label.id {
            label.key = None;
            let kind = SchemaConflictKind::KeyTaken { key, by: by.clone() };
            conflicts.push(SchemaConflict { part: label.part(), kind });
        }
    }
    conflicts
}

/// Takes attributes off labels that are defined nowhere.
pub(super) fn carry_what_is_defined(schema: &mut Schema) -> Vec<SchemaConflict> {
    let defined: HashSet<&Arc<str>> = schema.attributes.iter().map(|a| &a.id).collect();
    let mut conflicts = Vec::new();
    for label in &mut schema.labels {
        let (stay, go): (Vec<_>, Vec<_>) =
            std::mem::take(&mut label.attributes).into_iter().partition(|id| defined.contains(id));
        label.attributes = stay;
        let part = label.part();
        conflicts.extend(go.into_iter().map(|attribute| SchemaConflict {
            part: part.clone(),
            kind: SchemaConflictKind::Undefined(attribute),
        }));
    }
    conflicts
}
