//! What reviewers decided otherwise than an annotator did.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agreement::{Difference, is_finished};
use super::comparison::{ConflictKind, Group, compare};
use super::queue::Reviews;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, RelationEnd, Remark, Review,
    ReviewTarget, Verdict,
};

/// One thing that a reviewer decided otherwise, or asks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// Who decided.
    pub reviewer: Annotator,
    /// What the annotator has; nothing where they missed it.
    pub mine: Option<Arc<Annotation>>,
    /// What is right instead; nothing where nothing belongs there, or it is not decided.
    pub theirs: Option<Arc<Annotation>>,
    /// Whose that is.
    pub whose: Option<Annotator>,
    /// The links of what is right, as far as the annotator has their ends: label, and the end.
    pub links: Vec<(Arc<str>, RelationEnd)>,
    /// What they differ in, found by comparing; nothing where it is a question.
    pub differences: Vec<Difference>,
    /// What the reviewer says of it.
    pub comment: String,
    /// Whether it is a question, and not decided.
    pub is_question: bool,
    /// The annotator's answer to it.
    pub answer: Option<Remark>,
    /// Whether the reviewer has decided since the answer.
    pub is_heard: bool,
}

impl Feedback {
    /// The annotation that the reviewer spoke of: what an answer is to.
    #[must_use]
    pub fn subject(&self) -> Option<&AnnotationId> {
        self.mine.as_ref().or(self.theirs.as_ref()).map(|annotation| &annotation.id)
    }

    /// Whether the annotator has still to take it over or to answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
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
        let groups = compare(&compared).groups;
        let found = Judged { sets, compared: &compared, reviews: &reviews, reviewer, own: own_ends(&groups) };
        all.extend(groups.iter().filter_map(|group| found.feedback(group)));
    }
    let place = |feedback: &Feedback| {
        let shown = feedback.mine.as_ref().or(feedback.theirs.as_ref());
        (shown.map(|annotation| annotation.spans.clone()), feedback.reviewer.clone())
    };
    all.sort_by_cached_key(place);
    all
}

/// The annotator's own annotation of everybody's, by whose and identifier; the annotator is the first.
fn own_ends(groups: &[Group]) -> BTreeMap<(usize, AnnotationId), AnnotationId> {
    let of_group = |group: &Group| -> Vec<_> {
        let Some(own) = &group.members[0] else { return Vec::new() };
        group.present().map(|(n, annotation)| ((n, annotation.id.clone()), own.id.clone())).collect()
    };
    groups.iter().flat_map(of_group).collect()
}

struct Judged<'j> {
    /// All there are.
    sets: &'j [AnnotationSet],
    /// The annotator's set first.
    compared: &'j [&'j AnnotationSet],
    reviews: &'j Reviews<'j>,
    reviewer: &'j AnnotationSet,
    own: BTreeMap<(usize, AnnotationId), AnnotationId>,
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
        match (&mine, verdict, theirs) {
            (Some(mine), Some(Verdict::Question), _) => {
                Some(Feedback { is_question: true, ..self.of(Some(mine), None, Vec::new()) })
            }
            (Some(mine), Some(Verdict::Rejected), Some((n, theirs))) => {
                let differences = differences([(self.compared[0], mine), (self.compared[n], theirs)]);
                Some(self.of(Some(mine), Some((n, theirs)), differences))
            }
            (Some(mine), Some(Verdict::Rejected), None) => {
                Some(self.of(Some(mine), None, vec![Difference::Extra]))
            }
            (None, _, Some(theirs)) if is_finished(self.compared[0]) => {
                Some(self.of(None, Some(theirs), vec![Difference::Missed]))
            }
            _ => None,
        }
    }

    fn of(
        &self,
        mine: Option<&Arc<Annotation>>,
        theirs: Option<(usize, &Arc<Annotation>)>,
        differences: Vec<Difference>,
    ) -> Feedback {
        let spoken_of = mine.map(|mine| (0, mine)).or(theirs);
        let review = spoken_of.and_then(|(n, annotation)| self.review(n, annotation));
        let answer_to = |set: &AnnotationSet| {
            let (_, annotation) = spoken_of?;
            set.answer(&self.reviewer.annotator, Some(&annotation.id)).cloned()
        };
        let rounds = self.sets.iter().filter_map(answer_to).map(|answer| answer.round);
        let rounds = rounds.fold(0, u32::saturating_add);
        Feedback {
            reviewer: self.reviewer.annotator.clone(),
            mine: mine.cloned(),
            theirs: theirs.map(|(_, theirs)| theirs.clone()),
            whose: theirs.map(|(n, _)| self.compared[n].annotator.clone()),
            links: theirs.map(|(n, theirs)| self.links(n, theirs)).unwrap_or_default(),
            differences,
            comment: review.map(|review| review.comment.clone()).unwrap_or_default(),
            is_question: false,
            answer: answer_to(self.compared[0]),
            is_heard: review.map_or(0, |review| review.heard) >= rounds,
        }
    }

    /// The links that start at somebody's annotation, led to the annotator's own ends.
    fn links(&self, n: usize, theirs: &Annotation) -> Vec<(Arc<str>, RelationEnd)> {
        let starting = self.compared[n].relations_of(&theirs.id).filter(|link| link.from == theirs.id);
        let own = |end: &RelationEnd| match end {
            RelationEnd::Here(id) => self.own.get(&(n, id.clone())).cloned().map(RelationEnd::Here),
            there @ RelationEnd::There { .. } => Some(there.clone()),
        };
        starting.filter_map(|link| Some((link.label.clone(), own(&link.to)?))).collect()
    }

    fn review(&self, n: usize, annotation: &Annotation) -> Option<&Review> {
        self.reviewer.review(&target(self.compared[n], annotation))
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
