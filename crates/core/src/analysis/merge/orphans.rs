//! Annotations that have lost their place, in two copies of a set.

use std::collections::BTreeSet;

use crate::model::{Annotation, AnnotationId, AnnotationSet, Orphan, Place, Timestamp};

/// Puts the orphans of both copies into what they are merged into. One that has a place in either copy keeps the place, and
/// says what was said last; one that a copy deleted, which the other left alone, is deleted; of two versions the later one stays.
pub(super) fn merge(
    base: Option<&AnnotationSet>,
    [one, other]: [&AnnotationSet; 2],
    merged: &mut AnnotationSet,
) {
    let ids: BTreeSet<&AnnotationId> =
        one.orphans().chain(other.orphans()).map(|orphan| &orphan.id).collect();
    for id in ids {
        if let Some(placed) = merged.get(id) {
            let later =
                [one, other].into_iter().filter_map(|set| set.orphan(id)).max_by_key(|orphan| rank(orphan));
            let later = later.filter(|orphan| orphan.modified > placed.modified);
            if let Some(annotation) = later.map(|orphan| orphan.placed(&place_of(placed))) {
                merged.insert(annotation);
            }
            continue;
        }
        let before = base.and_then(|base| base.orphan(id));
        let stays = match (one.orphan(id), other.orphan(id)) {
            (Some(a), Some(b)) => Some(if rank(a) >= rank(b) { a } else { b }),
            (Some(left), None) | (None, Some(left)) => Some(left).filter(|left| before != Some(*left)),
            (None, None) => None,
        };
        if let Some(orphan) = stays {
            merged.insert_orphan(orphan.clone());
        }
    }
}

fn place_of(annotation: &Annotation) -> Place {
    let evidence = annotation.attributes.iter();
    let evidence = evidence.filter_map(|(name, attribute)| Some((name.clone(), attribute.evidence?.span)));
    Place { spans: annotation.spans.clone(), evidence: evidence.collect() }
}

/// Later changes last; of two at one time, by the text they stood in.
fn rank(orphan: &Orphan) -> (Option<&Timestamp>, &str) {
    (orphan.modified.as_ref(), &orphan.source)
}
