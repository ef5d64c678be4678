//! Verdicts in two copies of a set.

use std::collections::BTreeMap;

use super::{Merge, MergeConflictKind, extra};
use crate::model::{AnnotationSet, Review, ReviewTarget, Timestamp};

impl Merge<'_> {
    /// Of two verdicts on one annotation the later, with the comments of both.
    pub(super) fn reviews(&mut self) -> Vec<Review> {
        let list = |set: &AnnotationSet| -> BTreeMap<ReviewTarget, Review> {
            set.reviews().map(|review| (review.of.clone(), review.clone())).collect()
        };
        let (one, mut other) = (list(self.one), list(self.other));
        let base = self.base.map(list).unwrap_or_default();
        let mut all = BTreeMap::new();
        for (key, mine) in one {
            let before = base.get(&key);
            match other.remove(&key) {
                Some(theirs) if theirs == mine || before == Some(&theirs) => {
                    all.insert(key, mine);
                }
                Some(theirs) if before == Some(&mine) => {
                    all.insert(key, theirs);
                }
                Some(theirs) => {
                    let (later, earlier) =
                        if rank(&mine) > rank(&theirs) { (mine, theirs) } else { (theirs, mine) };
                    if later.verdict != earlier.verdict {
                        self.conflict(&key.annotation, MergeConflictKind::VerdictsDiffer);
                    }
                    let mut told = Vec::new();
                    let before = before.map(|before| &before.extra);
                    let extra = extra::merge(before, &later.extra, &earlier.extra, &mut told);
                    self.differ(&key.annotation, told);
                    let heard = later.heard.max(earlier.heard);
                    all.insert(key, with_comment(Review { heard, extra, ..later }, &earlier.comment));
                }
                None if before == Some(&mine) => {}
                None => {
                    all.insert(key, mine);
                }
            }
        }
        all.extend(other.into_iter().filter(|(key, theirs)| base.get(key) != Some(theirs)));
        all.into_values().collect()
    }
}

/// The later one first; of two at one time, by what they say.
fn rank(review: &Review) -> (Option<&Timestamp>, &'static str, &str, Option<String>) {
    (review.at.as_ref(), review.verdict.name(), &review.comment, review.saw.map(|saw| saw.to_string()))
}

fn with_comment(mut review: Review, comment: &str) -> Review {
    if review.comment.is_empty() {
        comment.clone_into(&mut review.comment);
    } else if !review.comment.contains(comment) {
        review.comment = format!("{}\n{comment}", review.comment);
    }
    review
}
