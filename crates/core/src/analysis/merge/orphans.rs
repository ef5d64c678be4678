//! Annotations that have lost their place, in two copies of a set.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::content;
use super::extra::{self, FieldConflict};
use super::three_way::{ThreeWay, three_way};
use super::times::{Times, merge_notes, rank};
use super::{MergeConflict, MergeConflictKind};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Origin, Orphan, Place, Value};

/// Puts the orphans of both copies into what they are merged into. One that has a place in either copy keeps the place, and
/// says what was said last; one that a copy deleted, which the other left alone, is deleted; of two versions that were changed each
/// field is merged by itself.
pub(super) fn merge(
    base: Option<&AnnotationSet>,
    [one, other]: [&AnnotationSet; 2],
    merged: &mut AnnotationSet,
    conflicts: &mut Vec<MergeConflict>,
) {
    let ids: BTreeSet<&AnnotationId> =
        one.orphans().chain(other.orphans()).map(|orphan| &orphan.id).collect();
    for id in ids {
        let before = base.and_then(|base| base.orphan(id));
        let changed =
            |set: &'_ AnnotationSet| set.orphan(id).filter(|orphan| before != Some(*orphan)).cloned();
        let mut field_conflicts = Vec::new();
        let now = match (changed(one), changed(other)) {
            (Some(a), Some(b)) => Some(join(before, [&a, &b], &mut field_conflicts)),
            (a, b) => a.or(b),
        };
        if let Some(placed) = merged.get(id) {
            let later = now.filter(|orphan| orphan.modified > placed.modified);
            if let Some(annotation) = later.map(|orphan| orphan.placed(&place_of(placed))) {
                merged.insert(annotation);
            }
            continue;
        }
        let is_in_both = one.orphan(id).is_some() && other.orphan(id).is_some();
        if now.is_some() && before.is_some() && !is_in_both {
            let kind = MergeConflictKind::ChangedAndDeleted;
            conflicts.push(MergeConflict { id: Some(id.clone()), kind });
        }
        for FieldConflict { path, other } in field_conflicts {
            let kind = MergeConflictKind::FieldsDiffer { path, other };
            conflicts.push(MergeConflict { id: Some(id.clone()), kind });
        }
        if let Some(orphan) = now.or_else(|| before.filter(|_| is_in_both).cloned()) {
            merged.insert_orphan(orphan);
        }
    }
}

fn place_of(annotation: &Annotation) -> Place {
    let evidence = annotation.attributes.iter();
    let evidence = evidence.filter_map(|(name, attribute)| Some((name.clone(), attribute.evidence?.span)));
    Place { spans: annotation.spans.clone(), evidence: evidence.collect() }
}

/// Merges two versions field by field. A field changed in one copy takes that value. Changed in both: notes keep the lines of
/// both; any other field keeps the value whose bytes in [`content`] are greater, or without a base that of the later version, and
/// the other value is put into `conflicts`.
fn join(before: Option<&Orphan>, copies: [&Orphan; 2], conflicts: &mut Vec<FieldConflict>) -> Orphan {
    let [one, other] = copies;
    let (later, earlier) = if order(one, other).is_ge() { (one, other) } else { (other, one) };
    let mut joined = later.clone();
    let mut versions = OrphanVersions { before, later, earlier, conflicts: &mut *conflicts };
    (joined.kind, joined.label) = versions.field(
        "label",
        |orphan| (orphan.kind, orphan.label.clone()),
        |orphan| (orphan.kind.name(), orphan.label.clone()),
        |orphan| orphan.label.to_string(),
    );
    (joined.source, joined.parts, joined.evidence) = versions.field(
        "parts",
        |orphan| (orphan.source.clone(), orphan.parts.clone(), orphan.evidence.clone()),
        content::old_place,
        |orphan| orphan.parts.iter().map(|part| part.quote.as_str()).collect::<Vec<_>>().join(" … "),
    );
    let entity =
        |orphan: &Orphan| orphan.entity.as_ref().map(|entity| entity.as_str().to_owned()).unwrap_or_default();
    joined.entity = versions.field("entity", |orphan| orphan.entity.clone(), entity, entity);
    joined.origin = versions.field(
        "origin",
        |orphan| orphan.origin.clone(),
        |orphan| content::origin(&orphan.origin),
        |orphan| origin_text(&orphan.origin),
    );
    let names: BTreeSet<&Arc<str>> = copies.iter().flat_map(|orphan| orphan.attributes.keys()).collect();
    for name in names {
        let value = versions.field(
            &format!("attributes/{name}"),
            |orphan| orphan.attributes.get(name).cloned(),
            |orphan| orphan.attributes.get(name).map(content::value),
            |orphan| orphan.attributes.get(name).map(value_text).unwrap_or_default(),
        );
        match value {
            Some(value) => drop(joined.attributes.insert(name.clone(), value)),
            None => drop(joined.attributes.shift_remove(name)),
        }
    }
    let note = |orphan: &Orphan| orphan.note.clone();
    joined.note = match before {
        Some(before) => merge_notes(Some(&before.note), copies.map(|orphan| orphan.note.as_str())),
        None => versions.field("note", note, note, note),
    };
    let now = match before {
        Some(before) => Times::changed(&times(before), &copies.map(times)),
        None => times(one).joined(times(other)),
    };
    (joined.created, joined.modified) = (now.created, now.modified);
    joined.extra = extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, conflicts);
    joined
}

fn times(orphan: &Orphan) -> Times {
    Times { created: orphan.created.clone(), modified: orphan.modified.clone() }
}

/// The way an annotation came, and what else is known of it, as files have it.
fn origin_text(origin: &Origin) -> String {
    let all = [
        Some(origin.by.name().to_owned()),
        origin.from.as_deref().map(str::to_owned),
        origin.score.map(|score| score.to_string()),
        origin.rule.as_deref().map(str::to_owned),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A value of an attribute, as files have it.
fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Many(all) => all.join(", "),
        Value::Flag(on) => on.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Entity(entity) => entity.to_string(),
    }
}

/// Later changes last; of two at one time, by what they say.
fn order(one: &Orphan, other: &Orphan) -> Ordering {
    let by_time = rank(one.modified.as_ref()).cmp(&rank(other.modified.as_ref()));
    by_time.then_with(|| content::orphan(one).cmp(&content::orphan(other)))
}

/// What is known of one orphan, each field of which is merged by itself.
struct OrphanVersions<'a> {
    before: Option<&'a Orphan>,
    later: &'a Orphan,
    earlier: &'a Orphan,
    conflicts: &'a mut Vec<FieldConflict>,
}

impl OrphanVersions<'_> {
    /// A field that `get` reads; `key` says which of two values stays, and `text` is the other as it is reported.
    fn field<T: PartialEq, K: Ord>(
        &mut self,
        path: &str,
        get: impl Fn(&Orphan) -> T,
        key: impl Fn(&Orphan) -> K,
        text: impl Fn(&Orphan) -> String,
    ) -> T {
        let (before, later, earlier) = (self.before.map(&get), get(self.later), get(self.earlier));
        match three_way(before.as_ref(), &later, &earlier, T::eq) {
            ThreeWay::Same | ThreeWay::One => return later,
            ThreeWay::Other => return earlier,
            ThreeWay::Conflict => {}
        }
        let is_later = before.is_none() || key(self.later) > key(self.earlier);
        let (stays, lost) = if is_later { (later, self.earlier) } else { (earlier, self.later) };
        self.conflicts.push(FieldConflict { path: path.to_owned(), other: Some(text(lost)) });
        stays
    }
}
