//! Verdicts in two copies of a set.

use super::times::{merge_notes, rank};
use super::{Merge, MergeConflictKind, extra, review_entry};
use crate::model::{AnnotationSet, Review};

impl Merge<'_> {
    /// What one changed; of two verdicts on one annotation the later, with the comments of both.
    pub(super) fn reviews(&mut self) -> Vec<Review> {
        let lists = self.copies().map(|set| set.into_iter().flat_map(AnnotationSet::reviews).collect());
        let mut kept = Vec::new();
        let all =
            review_entry::merge(lists, &mut kept, |before, one, other| self.join_reviews(before, one, other));
        for review in kept {
            self.conflict(Some(&review.of.annotation), MergeConflictKind::ChangedAndDeleted);
        }
        all
    }

    fn join_reviews(&mut self, before: Option<&Review>, one: &Review, other: &Review) -> Review {
        let is_judged = |own: &&Review| before.is_none_or(|b| (b.verdict, b.saw) != (own.verdict, own.saw));
        let mut judged: Vec<&Review> = [one, other].into_iter().filter(is_judged).collect();
        if let [a, b] = judged.as_slice()
            && a.verdict != b.verdict
        {
            self.conflict(Some(&one.of.annotation), MergeConflictKind::VerdictsDiffer);
        }
        if judged.is_empty() {
            let is_at_other_time =
                |own: &&Review| before.is_none_or(|b| rank(b.at.as_ref()) != rank(own.at.as_ref()));
            judged = [one, other].into_iter().filter(is_at_other_time).collect();
        }
        let later = judged.into_iter().max_by_key(|review| verdict_rank(review)).unwrap_or(one);
        let mut conflicts = Vec::new();
        let extra =
            extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, &mut conflicts);
        self.add_field_conflicts(Some(&one.of.annotation), conflicts);
        let heard = before.map_or(0, |before| before.heard);
        let heard = [one, other].into_iter().map(|own| own.heard).filter(|own| *own != heard).max();
        Review {
            comment: merge_notes(before.map(|before| &*before.comment), [&one.comment, &other.comment]),
            heard: heard.unwrap_or(one.heard),
            extra,
            ..later.clone()
        }
    }
}

/// The later one last; of two at one time, by what they say.
fn verdict_rank(review: &Review) -> impl Ord + '_ {
    (rank(review.at.as_ref()), review.verdict.name(), review.saw)
}
