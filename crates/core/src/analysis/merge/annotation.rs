//! Two versions of one annotation.

use std::sync::Arc;

use indexmap::IndexMap;

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

/// Joins two versions of one annotation, field by field where it is known what they grew from.
pub(super) fn join(before: Option<&Annotation>, one: &Annotation, other: &Annotation) -> Joined {
    let (later, earlier) = if rank(one) >= rank(other) { (one, other) } else { (other, one) };
    if say_the_same(one, other) {
        return Joined::One(Box::new(with_times(later.clone(), earlier)));
    }
    if let Some(joined) = before.and_then(|before| fields(before, later, earlier)) {
        return Joined::One(Box::new(with_times(joined, earlier)));
    }
    let id = beside(&earlier.id, &content::annotation(earlier));
    let mut earlier = Annotation { id, ..earlier.clone() };
    earlier.origin.from = Some(format!("another copy of {}", later.id).into());
    Joined::Two(Box::new([later.clone(), earlier]))
}

/// Later changes last; of two at one time, by what they say.
fn rank(annotation: &Annotation) -> (Option<&Timestamp>, Vec<u8>) {
    (annotation.modified.as_ref(), content::annotation(annotation))
}

fn with_times(mut annotation: Annotation, other: &Annotation) -> Annotation {
    annotation.created = annotation.created.min(other.created.clone());
    annotation.modified = annotation.modified.max(other.modified.clone());
    annotation
}

/// Of three values the one that was changed; nothing where both were, and differently.
fn three<T: PartialEq + Clone>(before: &T, one: &T, other: &T) -> Option<T> {
    match () {
        () if one == other || other == before => Some(one.clone()),
        () if one == before => Some(other.clone()),
        () => None,
    }
}

fn fields(before: &Annotation, one: &Annotation, other: &Annotation) -> Option<Annotation> {
    let label = |a: &Annotation| (a.kind, a.label.clone());
    let (kind, label) = three(&label(before), &label(one), &label(other))?;
    Some(Annotation {
        id: one.id.clone(),
        kind,
        label,
        spans: three(&before.spans, &one.spans, &other.spans)?,
        entity: three(&before.entity, &one.entity, &other.entity)?,
        attributes: attributes(&before.attributes, &one.attributes, &other.attributes)?,
        note: three(&before.note, &one.note, &other.note)?,
        origin: three(&before.origin, &one.origin, &other.origin)?,
        created: one.created.clone(),
        modified: one.modified.clone(),
        extra: three(&before.extra, &one.extra, &other.extra)
            .unwrap_or_else(|| extra(&one.extra, &other.extra)),
    })
}

type Attributes = IndexMap<Arc<str>, AttributeValue>;

fn attributes(before: &Attributes, one: &Attributes, other: &Attributes) -> Option<Attributes> {
    let mut all = Attributes::new();
    for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
        let of = |attributes: &Attributes| attributes.get(name).cloned();
        if let Some(value) = three(&of(before), &of(one), &of(other))? {
            all.insert(name.clone(), value);
        }
    }
    Some(all)
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
