//! What reviewers decided otherwise than an annotator did.

use std::sync::Arc;

use super::agreement::{Difference, is_finished};
use super::comparison::{ConflictKind, Group, compare};
use super::queue::Reviews;
use crate::model::{Annotation, AnnotationSet, Annotator, ContentHash, Review, ReviewTarget, Verdict};

/// One thing that a reviewer decided otherwise, or asks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// Who decided.
    pub reviewer: Annotator,
    /// What the annotator has; nothing where they missed it.
    pub mine: Option<Arc<Annotation>>,
    /// What is right instead; nothing where nothing belongs there, or it is not decided.
    pub theirs: Option<Arc<Annotation>>,
    /// What they differ in, found by comparing; nothing where it is a question.
    pub differences: Vec<Difference>,
    /// What the reviewer says of it.
    pub comment: String,
    /// Whether it is a question, and not decided.
    pub is_question: bool,
}

/// What reviewers decided otherwise than `annotator` did in the article of `sets`, by place and reviewer.
///
/// What is right is what a reviewer accepted, or has in the gold set. Where the annotator was rejected by what another
/// reviewer accepted, both say so by their own verdicts.
#[must_use]
pub fn feedback(sets: &[AnnotationSet], annotator: &Annotator) -> Vec<Feedback> {
    let Some(own) = sets.iter().find(|set| set.annotator == *annotator) else { return Vec::new() };
    let mut all: Vec<Feedback> = Vec::new();
    for reviewer in sets.iter().filter(|set| set.annotator != *annotator && set.reviews().len() > 0) {
        let reviews = Reviews::new(Some(reviewer));
        // The annotator first, then everybody whose work may be right; the reviewer's own is what they decided as gold.
        let mut compared = vec![own];
        let others = sets.iter().filter(|set| set.annotator != *annotator);
        compared.extend(others.filter(|set| !set.annotations().is_empty()));
        let found = Judged { compared: &compared, reviews: &reviews, reviewer };
        for group in compare(&compared).groups {
            all.extend(found.feedback(&group));
        }
    }
    let place = |feedback: &Feedback| {
        let shown = feedback.mine.as_ref().or(feedback.theirs.as_ref());
        (shown.map(|annotation| annotation.spans.clone()), feedback.reviewer.clone())
    };
    all.sort_by_cached_key(place);
    all
}

struct Judged<'j> {
    /// The annotator's set first.
    compared: &'j [&'j AnnotationSet],
    reviews: &'j Reviews<'j>,
    reviewer: &'j AnnotationSet,
}

impl Judged<'_> {
    fn verdict(&self, n: usize, annotation: &Annotation) -> Option<Verdict> {
        let of = target(self.compared[n], annotation);
        let content = ContentHash::in_set(annotation, self.compared[n]);
        let held = self.reviews.verdict(&of, content, annotation.modified.as_ref())?;
        (!held.stale).then_some(held.verdict)
    }

    fn feedback(&self, group: &Group) -> Option<Feedback> {
        let mine = group.members[0].clone();
        let verdict = mine.as_ref().and_then(|mine| self.verdict(0, mine));
        let is_right = |n: usize, annotation: &Annotation| {
            let is_gold = self.compared[n].annotator.is_gold() && self.reviewer.annotator.is_gold();
            is_gold || self.verdict(n, annotation) == Some(Verdict::Accepted)
        };
        let mut others = group.present().filter(|(n, _)| *n > 0);
        let theirs = others.find(|(n, annotation)| is_right(*n, annotation));
        let comment = mine.as_ref().map(|mine| self.comment(mine)).unwrap_or_default();
        let feedback = |theirs, differences, is_question| {
            let reviewer = self.reviewer.annotator.clone();
            Some(Feedback { reviewer, mine: mine.clone(), theirs, differences, comment, is_question })
        };
        match (&mine, verdict, theirs) {
            (Some(_), Some(Verdict::Question), _) => feedback(None, Vec::new(), true),
            (Some(mine), Some(Verdict::Rejected), Some((n, theirs))) => {
                let differences = differences([(self.compared[0], mine), (self.compared[n], theirs)]);
                feedback(Some(theirs.clone()), differences, false)
            }
            (Some(_), Some(Verdict::Rejected), None) => feedback(None, vec![Difference::Extra], false),
            (None, _, Some((_, theirs))) if is_finished(self.compared[0]) => {
                feedback(Some(theirs.clone()), vec![Difference::Missed], false)
            }
            _ => None,
        }
    }

    fn comment(&self, mine: &Annotation) -> String {
        let review: Option<&Review> = self.reviewer.review(&target(self.compared[0], mine));
        review.map(|review| review.comment.clone()).unwrap_or_default()
    }
}

fn target(set: &AnnotationSet, annotation: &Annotation) -> ReviewTarget {
    ReviewTarget { annotator: set.annotator.clone(), annotation: annotation.id.clone() }
}

/// What two annotations of one place differ in; links by the places they end at.
fn differences([one, other]: [(&AnnotationSet, &Annotation); 2]) -> Vec<Difference> {
    let alone = |(set, annotation): (&AnnotationSet, &Annotation)| {
        AnnotationSet::new(set.annotator.clone()).with_annotations(vec![annotation.clone()]).0
    };
    let both = [alone(one), alone(other)];
    let kinds = compare(&[&both[0], &both[1]]).groups.into_iter().flat_map(|group| group.conflicts);
    let mut all: Vec<Difference> = kinds
        .filter_map(|conflict| match conflict.kind {
            ConflictKind::Boundary => Some(Difference::Edges),
            ConflictKind::Label => Some(Difference::Label),
            ConflictKind::Attribute | ConflictKind::Entity => Some(Difference::Field),
            ConflictKind::Missing | ConflictKind::Relation => None,
        })
        .collect();
    let linked = |(set, annotation): (&AnnotationSet, &Annotation)| {
        ContentHash::in_set(annotation, set) != ContentHash::of(annotation)
    };
    if all.is_empty() && (linked(one) || linked(other)) {
        all.push(Difference::Link);
    }
    all.sort_unstable();
    all.dedup();
    all
}
