//! Annotations that have lost their place, in two copies of a set.

use std::collections::BTreeSet;

use super::extra;
use crate::model::{Annotation, AnnotationId, AnnotationSet, Orphan, Place, Timestamp};

/// Puts the orphans of both copies into what they are merged into. One that has a place in either copy keeps the place, and
/// says what was said last; one that a copy deleted, which the other left alone, is deleted; of two versions that were changed the
/// later one stays, with the unknown fields of both.
pub(super) fn merge(
    base: Option<&AnnotationSet>,
    [one, other]: [&AnnotationSet; 2],
    merged: &mut AnnotationSet,
) {
    let ids: BTreeSet<&AnnotationId> =
        one.orphans().chain(other.orphans()).map(|orphan| &orphan.id).collect();
    for id in ids {
        let before = base.and_then(|base| base.orphan(id));
        let changed =
            |set: &'_ AnnotationSet| set.orphan(id).filter(|orphan| before != Some(*orphan)).cloned();
        let later = match (changed(one), changed(other)) {
            (Some(a), Some(b)) => {
                let before = before.map(|before| &before.extra);
                let extra = extra::merge(before, &a.extra, &b.extra, &mut Vec::new());
                let later = if rank(&a) >= rank(&b) { a } else { b };
                Some(Orphan { extra, ..later })
            }
            (a, b) => a.or(b),
        };
        if let Some(placed) = merged.get(id) {
            let later = later.filter(|orphan| orphan.modified > placed.modified);
            if let Some(annotation) = later.map(|orphan| orphan.placed(&place_of(placed))) {
                merged.insert(annotation);
            }
            continue;
        }
        let is_left_alone = || one.orphan(id).is_some() && other.orphan(id).is_some();
        if let Some(orphan) = later.or_else(|| before.filter(|_| is_left_alone()).cloned()) {
            merged.insert_orphan(orphan);
        }
    }
}

fn place_of(annotation: &Annotation) -> Place {
    let evidence = annotation.attributes.iter();
    let evidence = evidence.filter_map(|(name, attribute)| Some((name.clone(), attribute.evidence?.span)));
    Place { spans: annotation.spans.clone(), evidence: evidence.collect() }
}

/// Later changes last; of two at one time, by the text they stood in and what they say.
fn rank(orphan: &Orphan) -> (Option<&Timestamp>, &str, String) {
    (orphan.modified.as_ref(), &orphan.source, format!("{orphan:?}"))
}
