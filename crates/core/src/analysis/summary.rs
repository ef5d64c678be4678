//! Counts of what a set holds.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::AnnotationSet;

/// How often a label stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Identifier of the label.
    pub label: Arc<str>,
    /// Its annotations.
    pub annotations: usize,
}

/// Annotations by label, most first.
#[must_use]
pub fn count_by_label(set: &AnnotationSet) -> Vec<Count> {
    let mut counts: IndexMap<&Arc<str>, usize> = IndexMap::new();
    for annotation in set.annotations() {
        *counts.entry(&annotation.label).or_default() += 1;
    }
    let mut counts: Vec<Count> =
        counts.into_iter().map(|(label, annotations)| Count { label: label.clone(), annotations }).collect();
    counts.sort_by(|a, b| b.annotations.cmp(&a.annotations).then_with(|| a.label.cmp(&b.label)));
    counts
}
