//! Two versions of one annotation.

use std::sync::Arc;

use indexmap::IndexMap;

use super::extra::Differing;
use super::{content, extra};
use crate::model::{Annotation, AnnotationId, AttributeValue, Timestamp};

/// What became of two versions.
pub(super) enum Joined {
    /// They could be made one.
    One(Box<Annotation>),
    /// They could not: the later in its place, and the earlier to stand beside it.
    Two(Box<[Annotation; 2]>),
}

/// Whether two annotations are the same but for identifier and times.
pub(super) fn say_the_same(one: &Annotation, other: &Annotation) -> bool {
    let blank = |a: &Annotation| Annotation {
        id: other.id.clone(),
        created: other.created.clone(),
        modified: other.modified.clone(),
        ..a.clone()
    };
    one.kind == other.kind
        && one.label == other.label
        && one.spans == other.spans
        && blank(one) == blank(other)
}

/// Joins two versions of one annotation, field by field where it is known what they grew from: then versions that stand beside
/// each other differ in what both changed alone.
pub(super) fn join(
    before: Option<&Annotation>,
    one: &Annotation,
    other: &Annotation,
    told: &mut Vec<Differing>,
) -> Joined {
    let (later, earlier) = if rank(one) >= rank(other) { (one, other) } else { (other, one) };
    let [mut kept, mut beside] = if let Some(before) = before {
        fields(before, later, earlier)
    } else if only_one_is_noted(later, earlier) {
        let note = format!("{}{}", later.note, earlier.note);
        [later, earlier].map(|version| Annotation { note: note.clone(), ..version.clone() })
    } else {
        [later.clone(), earlier.clone()]
    };
    let mut differing = Vec::new();
    let extra = extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, &mut differing);
    let is_one = say_the_same(&Annotation { extra: beside.extra.clone(), ..kept.clone() }, &beside);
    if is_one || before.is_some() {
        kept.extra = extra;
        beside.extra.clone_from(&kept.extra);
    }
    if is_one {
        told.append(&mut differing);
        return Joined::One(Box::new(with_times(kept, earlier)));
    }
    if before.is_some() {
        told.append(&mut differing);
    }
    Joined::Two(Box::new([kept, put_beside(&beside)]))
}

/// Whether two annotations are the same but for identifier, times and a note that one of them has.
pub(super) fn only_one_is_noted(one: &Annotation, other: &Annotation) -> bool {
    let blank = |a: &Annotation| Annotation { note: String::new(), extra: other.extra.clone(), ..a.clone() };
    one.note.is_empty() != other.note.is_empty() && say_the_same(&blank(one), &blank(other))
}

/// A version that stands beside another of its identifier: under one of its own, the same wherever it is made.
pub(super) fn put_beside(version: &Annotation) -> Annotation {
    Annotation { id: beside(&version.id, &content::annotation(version)), ..version.clone() }
}

/// Later changes last; of two at one time, by what they say.
fn rank(annotation: &Annotation) -> (Option<&Timestamp>, Vec<u8>, Option<&Timestamp>) {
    (annotation.modified.as_ref(), content::annotation(annotation), annotation.created.as_ref())
}

pub(super) fn with_times(mut annotation: Annotation, other: &Annotation) -> Annotation {
    annotation.created = annotation.created.min(other.created.clone());
    annotation.modified = annotation.modified.max(other.modified.clone());
    annotation
}

/// Of three values the one that was changed; both where both were, and differently.
fn three<T: PartialEq + Clone>(before: &T, one: &T, other: &T) -> [T; 2] {
    match () {
        () if one == other || other == before => [one.clone(), one.clone()],
        () if one == before => [other.clone(), other.clone()],
        () => [one.clone(), other.clone()],
    }
}

/// Two versions that differ in what both changed alone.
fn fields(before: &Annotation, one: &Annotation, other: &Annotation) -> [Annotation; 2] {
    let label = |a: &Annotation| (a.kind, a.label.clone());
    let labels = three(&label(before), &label(one), &label(other));
    let spans = three(&before.spans, &one.spans, &other.spans);
    let entities = three(&before.entity, &one.entity, &other.entity);
    let attributes = attributes(&before.attributes, &one.attributes, &other.attributes);
    let notes = three(&before.note, &one.note, &other.note);
    let origins = three(&before.origin, &one.origin, &other.origin);
    [0, 1].map(|n| {
        let own = [one, other][n];
        Annotation {
            id: own.id.clone(),
            kind: labels[n].0,
            label: labels[n].1.clone(),
            spans: spans[n].clone(),
            entity: entities[n].clone(),
            attributes: attributes[n].clone(),
            note: notes[n].clone(),
            origin: origins[n].clone(),
            created: own.created.clone(),
            modified: own.modified.clone(),
            extra: own.extra.clone(),
        }
    })
}

type Attributes = IndexMap<Arc<str>, AttributeValue>;

fn attributes(before: &Attributes, one: &Attributes, other: &Attributes) -> [Attributes; 2] {
    let mut all = [Attributes::new(), Attributes::new()];
    for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
        let of = |attributes: &Attributes| attributes.get(name).cloned();
        for (own, value) in all.iter_mut().zip(three(&of(before), &of(one), &of(other))) {
            own.extend(value.map(|value| (name.clone(), value)));
        }
    }
    all
}

/// An identifier for what stands beside `id` and has this content: the same wherever it is made, and one that sorts after
/// `id`.
pub(super) fn beside(id: &AnnotationId, content: &[u8]) -> AnnotationId {
    let hash = content::hash(content) | 1;
    match id.as_str().parse::<ulid::Ulid>() {
        Ok(ulid) => AnnotationId::new(ulid::Ulid(ulid.0.wrapping_add(u128::from(hash))).to_string()),
        Err(_) => AnnotationId::new(format!("{id}-{hash:x}")),
    }
}
