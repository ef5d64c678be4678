//! What several annotators marked in one article, made ready for every figure.

use std::ops::Range;
use std::sync::Arc;

use super::rating::LayerLabel;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, Document};

/// One annotator's mark.
#[derive(Clone, Debug)]
pub(super) struct Mark<'s> {
    pub(super) annotation: &'s Arc<Annotation>,
    /// Its label, by number.
    pub(super) label: usize,
    /// From its first code point to its last.
    pub(super) chars: Range<u64>,
}

/// What several annotators marked in one article.
#[derive(Clone, Debug)]
pub(super) struct ArticleMarks<'s> {
    /// Labels by number, as they were met.
    pub(super) labels: Vec<LayerLabel>,
    /// Numbers of the labels in their order.
    pub(super) in_order: Vec<usize>,
    /// Of each annotator who rated the article, in the order of the text.
    pub(super) raters: Vec<Vec<Mark<'s>>>,
}

impl<'s> ArticleMarks<'s> {
    pub(super) fn new(document: &Document, sets: &[&'s AnnotationSet]) -> Self {
        let mut labels: Vec<LayerLabel> = Vec::new();
        let chars = |at| document.text.to_char(at).get() as u64;
        let mut of_set = |set: &'s AnnotationSet| {
            let mark = |annotation: &'s Arc<Annotation>| {
                let (start, end) = (annotation.spans.first().start(), annotation.spans.last().end());
                let label = number_of(&mut labels, annotation.kind, &annotation.label);
                Mark { annotation, label, chars: chars(start)..chars(end) }
            };
            set.annotations().iter().map(mark).collect()
        };
        let raters = sets.iter().map(|set| of_set(set)).collect();
        let mut in_order: Vec<usize> = (0..labels.len()).collect();
        in_order.sort_unstable_by(|one, other| labels[*one].cmp(&labels[*other]));
        Self { labels, in_order, raters }
    }

    /// Of one annotator the marks of one label.
    pub(super) fn of_label(&self, rater: usize, label: usize) -> impl Iterator<Item = &Mark<'s>> {
        self.raters[rater].iter().filter(move |mark| mark.label == label)
    }
}

/// The number of a label; an article has few, so that they are looked through quicker than looked up.
fn number_of(labels: &mut Vec<LayerLabel>, kind: AnnotationKind, label: &Arc<str>) -> usize {
    let is_same = |known: &LayerLabel| {
        known.kind == kind && (Arc::ptr_eq(&known.label, label) || known.label == *label)
    };
    labels.iter().position(is_same).unwrap_or_else(|| {
        labels.push(LayerLabel { kind, label: Arc::clone(label) });
        labels.len() - 1
    })
}
