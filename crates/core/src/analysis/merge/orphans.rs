//! Annotations that have lost their place, in two copies of a set.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use super::extra::{self, Differing};
use super::times::{Times, rank, words};
use super::{MergeConflict, MergeConflictKind};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Extra, Orphan, Place};

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
        let mut told = Vec::new();
        let now = match (changed(one), changed(other)) {
            (Some(a), Some(b)) => Some(join(before, [&a, &b], &mut told)),
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
            conflicts.push(MergeConflict { id: id.clone(), kind });
        }
        for (path, other) in told {
            let kind = MergeConflictKind::FieldsDiffer { path, other };
            conflicts.push(MergeConflict { id: id.clone(), kind });
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

/// Two versions as one: each field is what one changed it to, and of notes that both changed the lines of both stay. Of another field that both changed the
/// value that sorts last stays, or where it is not known what they grew from that of the later version; the other is told.
fn join(before: Option<&Orphan>, copies: [&Orphan; 2], told: &mut Vec<Differing>) -> Orphan {
    let [one, other] = copies;
    let (later, earlier) = if order(one, other).is_ge() { (one, other) } else { (other, one) };
    let mut joined = later.clone();
    let mut versions = Versions { before, later, earlier, told: &mut *told };
    (joined.kind, joined.label) =
        versions.field("label", |orphan| (orphan.kind, orphan.label.clone()), |(_, label)| label.to_string());
    (joined.source, joined.parts, joined.evidence) = versions.field(
        "parts",
        |orphan| (orphan.source.clone(), orphan.parts.clone(), orphan.evidence.clone()),
        |(_, parts, _)| parts.iter().map(|part| part.quote.as_str()).collect::<Vec<_>>().join(" … "),
    );
    joined.entity = versions.field("entity", |orphan| orphan.entity.clone(), |entity| shown(entity.as_ref()));
    joined.origin = versions.field("origin", |orphan| orphan.origin.clone(), |origin| shown(Some(origin)));
    let names: BTreeSet<&Arc<str>> = copies.iter().flat_map(|orphan| orphan.attributes.keys()).collect();
    for name in names {
        let path = format!("attributes/{name}");
        let value = versions.field(
            &path,
            |orphan| orphan.attributes.get(name).cloned(),
            |value| shown(value.as_ref()),
        );
        match value {
            Some(value) => drop(joined.attributes.insert(name.clone(), value)),
            None => drop(joined.attributes.shift_remove(name)),
        }
    }
    joined.note = match before {
        Some(before) => words(Some(&before.note), copies.map(|orphan| orphan.note.as_str())),
        None => versions.field("note", |orphan| orphan.note.clone(), Clone::clone),
    };
    let now = match before {
        Some(before) => Times::changed(&times(before), &copies.map(times)),
        None => times(one).joined(times(other)),
    };
    (joined.created, joined.modified) = (now.created, now.modified);
    joined.extra = extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, told);
    joined
}

fn times(orphan: &Orphan) -> Times {
    Times { created: orphan.created.clone(), modified: orphan.modified.clone() }
}

fn shown(value: Option<&impl Debug>) -> String {
    value.map(|value| format!("{value:?}")).unwrap_or_default()
}

/// Later changes last; of two at one time, by what they say.
fn order(one: &Orphan, other: &Orphan) -> Ordering {
    let said = |orphan: &Orphan| {
        let bare = Orphan { created: None, modified: None, extra: Extra::default(), ..orphan.clone() };
        format!("{bare:?}")
    };
    let by_time = rank(one.modified.as_ref()).cmp(&rank(other.modified.as_ref()));
    by_time.then_with(|| said(one).cmp(&said(other)))
}

/// What is known of one orphan, each field of which is merged by itself.
struct Versions<'a> {
    before: Option<&'a Orphan>,
    later: &'a Orphan,
    earlier: &'a Orphan,
    told: &'a mut Vec<Differing>,
}

impl Versions<'_> {
    fn field<T: Debug + PartialEq>(
        &mut self,
        path: &str,
        of: impl Fn(&Orphan) -> T,
        shown: impl Fn(&T) -> String,
    ) -> T {
        let (before, later, earlier) = (self.before.map(&of), of(self.later), of(self.earlier));
        if later == earlier || before.as_ref() == Some(&earlier) {
            return later;
        }
        if before.as_ref() == Some(&later) {
            return earlier;
        }
        let is_first = before.is_none() || format!("{later:?}") > format!("{earlier:?}");
        let (stays, lost) = if is_first { (later, earlier) } else { (earlier, later) };
        self.told.push((path.to_owned(), Some(shown(&lost))));
        stays
    }
}
