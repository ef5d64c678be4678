//! What reviews make of every annotation of an article.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::is_finished;
use super::check::{Finding, Rule};
use super::comparison::{Group, compare};
use super::queue::Reviews;
use crate::model::{AnnotationId, AnnotationSet, Annotator, ContentHash, ReviewTarget, Verdict};

/// What the verdicts of all reviewers come to on one annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nobody has said anything on it.
    Open,
    /// All who have finished the article have it alike, and nobody has rejected it.
    Agreed,
    /// It is right.
    Accepted,
    /// It is wrong.
    Rejected,
    /// It is to be talked over.
    Question,
    /// One reviewer accepted and another rejected what it says.
    Contradicted,
    /// It was changed since its verdict.
    Outdated,
}

impl Standing {
    /// Whether it goes into what was accepted.
    #[must_use]
    pub const fn is_accepted(self) -> bool {
        matches!(self, Self::Agreed | Self::Accepted)
    }
}

/// Whether an annotator's set says what was found in an article: it is finished, it is not the gold set, and it is not a
/// reviewer's, which holds verdicts alone.
#[must_use]
pub fn is_rater(set: &AnnotationSet) -> bool {
    let only_reviews = set.annotations().is_empty() && set.reviews().len() > 0;
    is_finished(set) && !set.annotator.is_gold() && !only_reviews
}

/// How every annotation of an article stands, by annotator and identifier.
#[must_use]
pub fn standings(sets: &[AnnotationSet]) -> BTreeMap<(Annotator, AnnotationId), Standing> {
    let reviewers: Vec<Reviews<'_>> =
        sets.iter().filter(|set| set.reviews().len() > 0).map(|set| Reviews::new(Some(set))).collect();
    let raters: Vec<&AnnotationSet> = sets.iter().filter(|set| is_rater(set)).collect();
    let groups = compare(&raters).groups;
    let agreed: BTreeSet<(usize, &AnnotationId)> = groups
        .iter()
        .filter(|group| group.is_agreed())
        .flat_map(Group::present)
        .map(|(n, a)| (n, &a.id))
        .collect();
    let rater = |set: &AnnotationSet| raters.iter().position(|rater| rater.annotator == set.annotator);
    let mut all = BTreeMap::new();
    for set in sets {
        for annotation in set.annotations() {
            let of = ReviewTarget { annotator: set.annotator.clone(), annotation: annotation.id.clone() };
            let content = ContentHash::in_set(annotation, set);
            let modified = annotation.modified.as_ref();
            let verdicts = reviewers.iter().filter_map(|reviews| reviews.verdict(&of, content, modified));
            let (mut said, mut stale) = (BTreeSet::new(), false);
            for held in verdicts {
                if held.stale {
                    stale = true;
                } else {
                    said.insert(held.verdict.name());
                }
            }
            let has = |verdict: Verdict| said.contains(verdict.name());
            let agrees = rater(set).is_some_and(|n| agreed.contains(&(n, &annotation.id)));
            let standing = match () {
                () if has(Verdict::Accepted) && has(Verdict::Rejected) => Standing::Contradicted,
                () if has(Verdict::Question) => Standing::Question,
                () if has(Verdict::Accepted) => Standing::Accepted,
                () if has(Verdict::Rejected) => Standing::Rejected,
                () if agrees => Standing::Agreed,
                () if stale => Standing::Outdated,
                () => Standing::Open,
            };
            all.insert((of.annotator, of.annotation), standing);
        }
    }
    all
}

/// What is wrong with the verdicts in these sets of one article, each with whose set it is: those that are out of date, by
/// reviewer, then what reviewers contradict each other about, by annotator.
#[must_use]
pub fn check_verdicts(sets: &[AnnotationSet]) -> Vec<(Annotator, Finding)> {
    let mut found = Vec::new();
    for reviewer in sets.iter().filter(|set| set.reviews().len() > 0) {
        let reviews = Reviews::new(Some(reviewer));
        for review in reviewer.reviews() {
            let Some(theirs) = sets.iter().find(|set| set.annotator == review.of.annotator) else { continue };
            let (span, what) = match theirs.get(&review.of.annotation) {
                None => (None, "was deleted"),
                Some(annotation) => {
                    let content = ContentHash::in_set(annotation, theirs);
                    let held = reviews.verdict(&review.of, content, annotation.modified.as_ref());
                    if held.is_none_or(|held| !held.stale) {
                        continue;
                    }
                    (Some(annotation.spans.extent()), "was changed")
                }
            };
            let finding = Finding {
                rule: Rule::OutdatedVerdict,
                id: review.of.annotation.clone(),
                span,
                what: format!("What was {} of {} {what} since", review.verdict.name(), theirs.annotator),
                repair: "look at it again in a review".to_owned(),
            };
            found.push((reviewer.annotator.clone(), finding));
        }
    }
    let contradicted =
        standings(sets).into_iter().filter(|(_, standing)| *standing == Standing::Contradicted);
    for ((annotator, id), _) in contradicted {
        let set = sets.iter().find(|set| set.annotator == annotator);
        let span = set.and_then(|set| set.get(&id)).map(|annotation| annotation.spans.extent());
        let what = "One reviewer accepted it and another rejected it".to_owned();
        let repair = "agree on one of the two".to_owned();
        found.push((annotator, Finding { rule: Rule::ContradictedVerdict, id, span, what, repair }));
    }
    found
}
