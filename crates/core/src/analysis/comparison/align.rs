//! Which annotations of several sets are the same.

use std::sync::Arc;

use crate::analysis::likeness::{candidates, jaccard};
use crate::analysis::matching::best_pairs;
use crate::model::{Annotation, AnnotationSet};

/// How much a place counts beside a label.
const PLACE_WEIGHT: f64 = 0.8;

pub(in crate::analysis) type Members = Vec<Option<Arc<Annotation>>>;

/// Groups of annotations, at most one of each set, by first character.
pub(in crate::analysis) fn align(sets: &[&AnnotationSet]) -> Vec<Members> {
    let mut groups: Vec<Members> = Vec::new();
    for (n, set) in sets.iter().enumerate() {
        let own: Vec<&Arc<Annotation>> = set.annotations().iter().collect();
        // A group is held to stand where its first member stands.
        let known: Vec<Arc<Annotation>> =
            groups.iter().filter_map(|g| g.iter().flatten().next().cloned()).collect();
        let mut order: Vec<usize> = (0..known.len()).collect();
        order.sort_by_key(|&at| (known[at].spans.first().start(), known[at].spans.last().end()));
        let sorted: Vec<&Arc<Annotation>> = order.iter().map(|&at| &known[at]).collect();
        let mut pairs = vec![None; own.len()];
        for (group, annotation) in best_pairs(&candidates(&sorted, &own, alike)) {
            pairs[annotation] = Some(order[group]);
        }
        for group in &mut groups {
            group.push(None);
        }
        for (annotation, group) in own.iter().zip(pairs) {
            let member = Some(Arc::clone(annotation));
            if let Some(group) = group {
                groups[group][n] = member;
                continue;
            }
            let mut alone = vec![None; n];
            alone.push(member);
            groups.push(alone);
        }
    }
    let place = |members: &Members| {
        members.iter().flatten().map(|a| (a.spans.first().start(), a.spans.last().end())).min()
    };
    groups.sort_by_key(place);
    groups
}

/// How alike two annotations are; nothing where they cannot be the same. One less it is a metric.
fn alike(one: &Annotation, other: &Annotation) -> Option<f64> {
    if one.kind != other.kind {
        return None;
    }
    let place = jaccard(&one.spans, &other.spans);
    let label = f64::from(u8::from(one.label == other.label));
    (place > 0.0).then_some(PLACE_WEIGHT * place + (1.0 - PLACE_WEIGHT) * label)
}
