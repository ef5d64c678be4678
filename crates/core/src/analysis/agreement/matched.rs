//! F₁ of two annotators’ spans.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rating::LayerLabel;
use crate::analysis::comparison::align;
use crate::analysis::likeness::{candidates, jaccard};
use crate::analysis::matching::best_pairs;
use crate::model::{Annotation, AnnotationSet};
use crate::text::ByteOffset;

/// How many annotations of two annotators are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatchCounts {
    /// Annotations of the first.
    pub one: u64,
    /// Annotations of the second.
    pub other: u64,
    /// Pairs of the same label and the same place.
    pub exact: u64,
    /// Pairs of the same label that share a character, paired so that they are together most alike.
    pub overlapping: u64,
}

impl MatchCounts {
    /// F₁ of exact pairs; nothing where neither has annotations.
    #[must_use]
    pub fn exact_f1(self) -> Option<f64> {
        self.f1(self.exact)
    }

    /// F₁ of overlapping pairs; nothing where neither has annotations.
    #[must_use]
    pub fn overlap_f1(self) -> Option<f64> {
        self.f1(self.overlapping)
    }

    fn f1(self, same: u64) -> Option<f64> {
        let all = self.one + self.other;
        (all > 0).then(|| 2.0 * same as f64 / all as f64)
    }

    pub(super) const fn add(&mut self, other: Self) {
        self.one += other.one;
        self.other += other.other;
        self.exact += other.exact;
        self.overlapping += other.overlapping;
    }
}

/// How often one annotator’s label stands where the other’s does; nothing where one has no such annotation.
pub type Confusion = BTreeMap<(Option<LayerLabel>, Option<LayerLabel>), u64>;

/// Pairs all annotations of two sets, whatever their labels, so that they are together most alike.
pub(super) fn confused(one: &AnnotationSet, other: &AnnotationSet) -> Confusion {
    let mut all = Confusion::new();
    for aligned in align(&[one, other]) {
        let label = |n: usize| aligned.members[n].as_deref().map(LayerLabel::from);
        *all.entry((label(0), label(1))).or_default() += 1;
    }
    all
}

/// Matches two annotators' annotations of one label, both in text order: by block of the text.
///
/// A pair is counted in the block of its first annotation, all else where it begins.
pub(super) fn matched_label(
    one: &[&Arc<Annotation>],
    other: &[&Arc<Annotation>],
    block: impl Fn(ByteOffset) -> usize,
) -> BTreeMap<usize, MatchCounts> {
    let alike = |a: &Annotation, b: &Annotation| Some(jaccard(&a.spans, &b.spans));
    let mut partners = vec![None; other.len()];
    for (a, b) in best_pairs(&candidates(one, other, alike)) {
        partners[b] = Some(one[a]);
    }
    let place = |a: &Annotation| block(a.spans.first().start());
    let mut all: BTreeMap<usize, MatchCounts> = BTreeMap::new();
    for a in one {
        all.entry(place(a)).or_default().one += 1;
    }
    for (b, partner) in other.iter().zip(partners) {
        let own = all.entry(place(partner.unwrap_or(b))).or_default();
        own.other += 1;
        own.overlapping += u64::from(partner.is_some());
        own.exact += u64::from(partner.is_some_and(|a| a.spans == b.spans));
    }
    all
}

/// Matches two annotators’ sets of one article: by label.
pub(super) fn matched(one: &AnnotationSet, other: &AnnotationSet) -> BTreeMap<LayerLabel, MatchCounts> {
    let mut lists: BTreeMap<LayerLabel, [Vec<&Arc<Annotation>>; 2]> = BTreeMap::new();
    for (side, set) in [one, other].into_iter().enumerate() {
        for annotation in set.annotations() {
            let label = LayerLabel::from(annotation.as_ref());
            lists.entry(label).or_default()[side].push(annotation);
        }
    }
    let matched = |(label, [one, other]): (LayerLabel, [Vec<&Arc<Annotation>>; 2])| {
        let counts = matched_label(&one, &other, |_| 0).remove(&0).unwrap_or_default();
        (label, counts)
    };
    lists.into_iter().map(matched).collect()
}
