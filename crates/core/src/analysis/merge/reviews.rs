//! Verdicts in two copies of a set.

use std::collections::{BTreeMap, BTreeSet};

use super::times::{rank, words};
use super::{Merge, MergeConflictKind, extra};
use crate::model::{AnnotationSet, Review, ReviewTarget};

impl Merge<'_> {
    /// What one changed; of two verdicts on one annotation the later, with the comments of both.
    pub(super) fn reviews(&mut self) -> Vec<Review> {
        let list = |set| -> BTreeMap<&ReviewTarget, &Review> {
            AnnotationSet::reviews(set).map(|review| (&review.of, review)).collect()
        };
        let (one, other) = (list(self.one), list(self.other));
        let base = self.base.map(list).unwrap_or_default();
        let targets: BTreeSet<&ReviewTarget> = one.keys().chain(other.keys()).copied().collect();
        let mut all = Vec::with_capacity(targets.len());
        for of in targets {
            let before = base.get(of).copied();
            let kept = match (one.get(of).copied(), other.get(of).copied()) {
                (Some(a), Some(b)) if is_alike(a, b) || before.is_some_and(|before| is_alike(before, b)) => {
                    Some(a.clone())
                }
                (Some(a), Some(b)) if before.is_some_and(|before| is_alike(before, a)) => Some(b.clone()),
                (Some(a), Some(b)) => Some(self.both_judged(before, a, b)),
                (Some(left), None) | (None, Some(left)) => {
                    Some(left).filter(|left| before != Some(*left)).cloned()
                }
                (None, None) => None,
            };
            all.extend(kept);
        }
        all
    }

    fn both_judged(&mut self, before: Option<&Review>, one: &Review, other: &Review) -> Review {
        let is_judged = |own: &&Review| before.is_none_or(|b| (b.verdict, b.saw) != (own.verdict, own.saw));
        let mut judged: Vec<&Review> = [one, other].into_iter().filter(is_judged).collect();
        if let [a, b] = judged.as_slice()
            && a.verdict != b.verdict
        {
            self.conflict(&one.of.annotation, MergeConflictKind::VerdictsDiffer);
        }
        if judged.is_empty() {
            let is_at_other_time =
                |own: &&Review| before.is_none_or(|b| rank(b.at.as_ref()) != rank(own.at.as_ref()));
            judged = [one, other].into_iter().filter(is_at_other_time).collect();
        }
        let later = judged.into_iter().max_by_key(|review| verdict_rank(review)).unwrap_or(one);
        let mut told = Vec::new();
        let extra = extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, &mut told);
        self.differ(&one.of.annotation, told);
        let heard = before.map_or(0, |before| before.heard);
        let heard = [one, other].into_iter().map(|own| own.heard).filter(|own| *own != heard).max();
        Review {
            comment: words(before.map(|before| &*before.comment), [&one.comment, &other.comment]),
            heard: heard.unwrap_or(one.heard),
            extra,
            ..later.clone()
        }
    }
}

/// Whether a file has the same bytes for both.
fn is_alike(one: &Review, other: &Review) -> bool {
    one == other && rank(one.at.as_ref()) == rank(other.at.as_ref())
}

/// The later one last; of two at one time, by what they say.
fn verdict_rank(review: &Review) -> impl Ord + '_ {
    (rank(review.at.as_ref()), review.verdict.name(), review.saw)
}
