//! A reviewer's verdicts, by what they are of and by what they are on.

use std::collections::HashMap;

use super::Member;
use crate::analysis::jaccard;
use crate::model::{
    AnnotationSet, Annotator, ContentHash, Remark, RemarkSubject, Review, ReviewTarget, Timestamp, Verdict,
};
use crate::text::{Span, Spans};

/// Places that share more than this part of both together are the same for a decision that nothing belongs there.
const SAME_PLACE: f64 = 0.5;

/// A reviewer's verdict on an annotation, and whether it still applies to what the annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in the reviewer's words.
    pub comment: String,
    /// Whether the annotation was changed since.
    pub stale: bool,
    /// Whether what it says was judged, but not on this annotation: it was changed to that, or made, after the decision.
    pub is_new: bool,
    /// How many answers to it the reviewer had heard.
    pub heard: u32,
}

/// A reviewer's verdicts.
#[derive(Clone, Debug, Default)]
pub struct Reviews<'a> {
    set: Option<&'a AnnotationSet>,
    by_content: HashMap<ContentHash, Verdict>,
}

impl<'a> Reviews<'a> {
    /// The verdicts in a reviewer's set.
    #[must_use]
    pub fn new(set: Option<&'a AnnotationSet>) -> Self {
        let mut by_content: HashMap<ContentHash, Verdict> = HashMap::new();
        for review in set.iter().flat_map(|set| set.reviews()) {
            if let Some(saw) = review.saw {
                let known = by_content.entry(saw).or_insert(review.verdict);
                *known = stronger(*known, review.verdict);
            }
        }
        Self { set, by_content }
    }

    /// The verdict on an annotation, where there is one.
    ///
    /// A verdict is on content: it holds for whoever says what was judged, and is out of date when the annotation says
    /// something else. One of an earlier version, which does not say what was judged, is out of date when the annotation was
    /// changed at a later time.
    #[must_use]
    pub fn of(&self, annotator: &Annotator, member: &Member) -> Option<CurrentVerdict> {
        let of = ReviewTarget { annotator: annotator.clone(), annotation: member.id.clone() };
        self.verdict(&of, member.content, member.modified.as_ref())
    }

    /// The verdict on an annotation with this content, which was last changed then.
    #[must_use]
    pub fn verdict(
        &self,
        of: &ReviewTarget,
        content: ContentHash,
        modified: Option<&Timestamp>,
    ) -> Option<CurrentVerdict> {
        let own = self.set.and_then(|set| set.review(of));
        let comment = own.map(|review| review.comment.clone()).unwrap_or_default();
        let heard = own.map_or(0, |review| review.heard);
        if let Some(verdict) = self.on(content) {
            let is_new = own.is_none_or(|own| own.saw.is_some_and(|saw| saw != content));
            return Some(CurrentVerdict { verdict, comment, stale: false, is_new, heard });
        }
        let own = own?;
        let stale = own.saw.is_some() || modified > own.at.as_ref();
        Some(CurrentVerdict { verdict: own.verdict, comment, stale, is_new: false, heard })
    }

    /// The verdict on content, where there is one.
    #[must_use]
    pub fn on(&self, content: ContentHash) -> Option<Verdict> {
        self.by_content.get(&content).copied()
    }

    /// Whose verdicts these are.
    #[must_use]
    pub fn reviewer(&self) -> Option<&'a Annotator> {
        self.set.map(|set| &set.annotator)
    }

    /// The decisions that nothing belongs at this place, or one that shares most with it.
    pub fn nothing_at(&self, place: Span) -> impl Iterator<Item = &'a Remark> {
        let all = self.set.iter().flat_map(|set| set.remarks());
        all.filter(move |remark| match &remark.about {
            RemarkSubject::Nothing(spans) => jaccard(spans, &Spans::from(place)) > SAME_PLACE,
            RemarkSubject::Answer { .. } | RemarkSubject::Return(_) => false,
        })
    }

    /// The verdicts that say they are on this content, whosever annotation they were given on.
    pub fn given_on(&self, content: ContentHash) -> impl Iterator<Item = &'a Review> {
        let all = self.set.iter().flat_map(|set| set.reviews());
        all.filter(move |review| review.saw == Some(content))
    }
}

/// Which of two verdicts on one content counts: files of earlier versions may have rejected for one what they accepted for
/// another, and what was accepted was looked at.
const fn stronger(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Verdict::Accepted, _) | (_, Verdict::Accepted) => Verdict::Accepted,
        (Verdict::Question, _) | (_, Verdict::Question) => Verdict::Question,
        (Verdict::Rejected, Verdict::Rejected) => Verdict::Rejected,
    }
}
