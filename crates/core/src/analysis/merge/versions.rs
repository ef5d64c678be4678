//! Versions of one thing made as few as say all of it.
//!
//! Where it is known what they grew from, each field is merged by itself: it has the values that copies changed it to, or the one
//! it had. A version that an earlier merge made says no more than the copies it came from, so that nothing depends on which meet
//! first. Where a field has several values, as many versions stand side by side. Which values came together nothing says any
//! more: so each label is at each place, and the first version has the greatest value of every other field.

use std::collections::BTreeMap;

use super::entry::{Entry, FieldName, Fields, sibling_id};
use super::extra::{self, FieldConflict};
use super::times::Times;
use crate::model::{AnnotationId, Extra};

/// What a field was changed to in copies, each value with a version that has it; nothing where it was taken out.
type Changed<'e, E> = BTreeMap<FieldName, BTreeMap<Option<Vec<u8>>, &'e E>>;

/// What became of one thing, `is_kept` where one copy changed what the other deleted.
pub(super) struct Settled<E> {
    pub(super) versions: Vec<E>,
    pub(super) is_kept: bool,
}

/// What becomes of what two copies have of one thing, with the identifiers that the versions have from now on.
pub(super) fn merge_versions<E: Entry>(
    id: &AnnotationId,
    base: Option<&E>,
    copies: [&[&E]; 2],
    linked: Option<&E>,
    conflicts: &mut Vec<FieldConflict>,
) -> Settled<E> {
    let mut is_kept = false;
    let mut versions = match (base, copies) {
        (Some(before), [[], left] | [left, []]) => {
            let is_same =
                |version: &E| version.extra() == before.extra() && version.fields() == before.fields();
            // One deleted what the other left alone.
            is_kept = !matches!(left, []) && !matches!(left, [alone] if is_same(alone));
            if is_kept { own(left) } else { Vec::new() }
        }
        (None, [[], left] | [left, []]) => own(left),
        (Some(before), _) => by_fields(before, copies, linked, conflicts),
        (None, _) => by_content(id, copies, linked, conflicts),
    };
    for version in versions.iter_mut().skip(1).filter(|version| version.id() == id) {
        version.set_id(sibling_id(version));
    }
    Settled { versions, is_kept }
}

/// The versions of two copies of what had `base`, that which keeps the identifier first; the others have that identifier too.
/// `linked` is a version that the first has to be on the layer of, for links that were made to it.
fn by_fields<E: Entry>(
    base: &E,
    copies: [&[&E]; 2],
    linked: Option<&E>,
    conflicts: &mut Vec<FieldConflict>,
) -> Vec<E> {
    let [one, other] = copies;
    let is_base = |copy: &[&E]| matches!(copy, [alone] if alone.is_alike(base));
    let fits =
        |copy: &[&E]| copy.first().is_none_or(|v| linked.is_none_or(|linked| v.is_on_layer_of(linked)));
    if is_alike(one, other) || (is_base(other) && fits(one)) {
        return own(one);
    }
    if is_base(one) && fits(other) {
        return own(other);
    }
    let extra = extra::merge(Some(base.extra()), &extra_of(base, one), &extra_of(base, other), conflicts);
    let times = times(base, copies);
    let all = changed(base, one.iter().chain(other).copied(), linked);
    let mut versions = combined(base, &all, linked);
    // A copy with several versions was merged before, and may have been worked on since: what it has already is in it.
    let is_layer_kept =
        |copy: &[&E]| copy.first().zip(versions.first()).is_none_or(|(own, new)| own.is_on_layer_of(new));
    let has_all = |copy: &[&E]| {
        let is_last = copy
            .iter()
            .map(|version| version.times())
            .reduce(Times::joined)
            .is_some_and(|last| last.has_same_spelling(&times));
        copy.len() > 1
            && is_layer_kept(copy)
            && is_last
            && copy.iter().all(|version| *version.extra() == extra)
            && has_values(copy, &all)
    };
    match (has_all(one), has_all(other)) {
        (true, false) => return own(one),
        (false, true) => return own(other),
        _ => {}
    }
    for version in &mut versions {
        version.set_extra(extra.clone());
        version.set_times(times.clone());
    }
    versions
}

/// Versions of which it is not known what they grew from, in the same order. Each stays, but for one that lacks nothing but the
/// note of another, or that is the same but for unknown fields.
fn by_content<E: Entry>(
    id: &AnnotationId,
    copies: [&[&E]; 2],
    linked: Option<&E>,
    conflicts: &mut Vec<FieldConflict>,
) -> Vec<E> {
    let [one, other] = copies;
    if is_alike(one, other) {
        return own(one);
    }
    let mut by_key: BTreeMap<Vec<u8>, Vec<E>> = BTreeMap::new();
    for version in one.iter().chain(other) {
        let mut version = E::clone(version);
        version.set_id(id.clone());
        join_alike(by_key.entry(version.key()).or_default(), version, conflicts);
    }
    let mut versions: Vec<E> = by_key.into_values().flatten().collect();
    let fits = |version: &E| linked.is_none_or(|linked| version.is_on_layer_of(linked));
    let first = (0..versions.len()).reduce(|first, n| {
        let (own, best) = (&versions[n], &versions[first]);
        let is_better = (fits(own), own.precedes(best)) > (fits(best), best.precedes(own));
        if is_better { n } else { first }
    });
    if let Some(first) = first {
        versions.swap(0, first);
    }
    versions
}

fn own<E: Entry>(copy: &[&E]) -> Vec<E> {
    copy.iter().copied().cloned().collect()
}

/// Whether files have the same bytes for both.
pub(super) fn is_alike<E: Entry>(one: &[&E], other: &[&E]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.id() == b.id() && a.is_alike(b))
}

/// Puts a version among those that differ from it in the note and in unknown fields alone.
fn join_alike<E: Entry>(alike: &mut Vec<E>, mut version: E, conflicts: &mut Vec<FieldConflict>) {
    if let Some(first) = alike.first() {
        let extra = extra::merge(None, first.extra(), version.extra(), conflicts);
        for own in alike.iter_mut().chain([&mut version]) {
            own.set_extra(extra.clone());
        }
    }
    match alike.iter_mut().find(|own| own.side_note() == version.side_note()) {
        Some(same) => {
            let times = same.times().joined(version.times());
            if version.order() > same.order() {
                *same = version;
            }
            same.set_times(times);
        }
        None => alike.push(version),
    }
    if alike.iter().any(|own| !own.side_note().is_empty()) {
        alike.retain(|own| !own.side_note().is_empty());
    }
}

/// The unknown fields of all versions of one copy.
fn extra_of<E: Entry>(base: &E, copy: &[&E]) -> Extra {
    let mut all = copy.iter().map(|version| version.extra().clone());
    let first = all.next().unwrap_or_default();
    all.fold(first, |all, own| extra::merge(Some(base.extra()), &all, &own, &mut Vec::new()))
}

/// The times of what was changed; a version that says what it said before counts only where all do.
fn times<E: Entry>(base: &E, copies: [&[&E]; 2]) -> Times {
    let fields = base.fields();
    let is_changed = |version: &&&E| version.fields() != fields || version.extra() != base.extra();
    let all = || copies.into_iter().flatten();
    let mut changed: Vec<Times> = all().filter(is_changed).map(|version| version.times()).collect();
    if changed.is_empty() {
        changed = all().map(|version| version.times()).collect();
    }
    Times::changed(&base.times(), &changed)
}

fn changed<'e, E: Entry>(
    base: &E,
    versions: impl Iterator<Item = &'e E>,
    linked: Option<&'e E>,
) -> Changed<'e, E> {
    let before = base.fields();
    let mut changed: Changed<'e, E> = BTreeMap::new();
    for version in versions {
        let fields: Fields = version.fields();
        for name in before.keys().chain(fields.keys().filter(|name| !before.contains_key(name))) {
            let value = fields.get(name);
            if value != before.get(name) {
                changed.entry(name.clone()).or_default().insert(value.cloned(), version);
            }
        }
    }
    if let (Some(labels), Some(linked)) = (changed.get_mut(&FieldName::Label), linked)
        && labels.values().all(|version| !version.is_on_layer_of(linked))
    {
        labels.insert(linked.fields().remove(&FieldName::Label), linked);
    }
    changed
}

/// Whether each value stands in one of these versions.
fn has_values<E: Entry>(versions: &[&E], all: &Changed<'_, E>) -> bool {
    let fields: Vec<Fields> = versions.iter().map(|version| version.fields()).collect();
    let has = |name: &FieldName, value: &Option<Vec<u8>>| {
        fields.iter().any(|fields| fields.get(name) == value.as_ref())
    };
    all.iter().all(|(name, values)| values.keys().all(|value| has(name, value)))
}

/// Every label at every place, and as many versions as the other fields have values.
fn combined<E: Entry>(base: &E, changed: &Changed<'_, E>, linked: Option<&E>) -> Vec<E> {
    let values: BTreeMap<&FieldName, Vec<&E>> = changed
        .iter()
        .map(|(name, values)| {
            let mut values: Vec<&E> = values.values().rev().copied().collect();
            if let (FieldName::Label, Some(linked)) = (name, linked) {
                values.sort_by_key(|version| !version.is_on_layer_of(linked));
            }
            (name, values)
        })
        .collect();
    let count = |name: &FieldName| values.get(name).map_or(1, Vec::len);
    let (labels, places) = (count(&FieldName::Label), count(&FieldName::Place));
    let all = values.values().map(Vec::len).chain([labels * places]).max().unwrap_or(1);
    let nth = |n: usize| {
        let mark = n.min(labels * places - 1);
        let mut version = base.clone();
        for (name, values) in &values {
            let at = match name {
                FieldName::Label => mark / places,
                FieldName::Place => mark % places,
                _ => n.min(values.len() - 1),
            };
            version.take(name, values[at]);
        }
        version
    };
    (0..all).map(nth).collect()
}
