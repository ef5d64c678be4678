//! What a decision on an item says of each annotation.

use std::collections::BTreeMap;

use super::{Member, ReviewItem, Reviews};
use crate::model::{AnnotationId, Annotator, ContentHash, ReviewTarget, Verdict};

/// A decision on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// What this annotator says is right, and what others say here is not.
    Accept(usize),
    /// What this annotator says is wrong.
    Reject(usize),
    /// What this annotator says is to be talked over.
    Question(usize),
    /// All versions are right: they overlap.
    AcceptAll,
    /// Nothing belongs here.
    Nothing,
}

/// A verdict that is to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// On which annotation.
    pub of: ReviewTarget,
    /// What it says.
    pub saw: ContentHash,
    /// The verdict.
    pub verdict: Verdict,
}

/// The verdicts that a decision on the item at `at` gives, by annotator and annotation; `items` are all of its article.
///
/// A verdict is on content: it is given for whoever says the same in the article, so that nothing is both accepted and
/// rejected. What is not accepted here is left alone where it was accepted at another item, or was decided before.
#[must_use]
pub fn decide(
    items: &[&ReviewItem],
    at: usize,
    decision: Decision,
    (annotators, reviews): (&[Annotator], &Reviews<'_>),
) -> Vec<Judgement> {
    let Some(item) = items.get(at) else { return Vec::new() };
    let mut on: BTreeMap<ContentHash, Verdict> = BTreeMap::new();
    match decision {
        Decision::Accept(number) => {
            let accepted: Vec<ContentHash> = contents(item, item.holders(number)).collect();
            let everybody: Vec<usize> = item.present().map(|(n, _)| n).collect();
            let elsewhere = |content: ContentHash| {
                let others = items.iter().enumerate().filter(|(n, _)| *n != at);
                let mut members = others.flat_map(|(_, other)| other.present());
                members.any(|(_, member)| member.content == content)
            };
            let is_new = |content: ContentHash| {
                let mut members = item.present().filter(|(_, member)| member.content == content);
                members.any(|(_, member)| member.current_verdict.as_ref().is_some_and(|held| held.is_new))
            };
            for content in contents(item, &everybody).filter(|content| !accepted.contains(content)) {
                let verdict = match reviews.on(content) {
                    None => Verdict::Rejected,
                    Some(Verdict::Accepted) if !elsewhere(content) => Verdict::Rejected,
                    // What was decided before holds, from now on also for whoever came to say it since.
                    Some(known) if is_new(content) => known,
                    Some(_) => continue,
                };
                on.insert(content, verdict);
            }
            on.extend(accepted.into_iter().map(|content| (content, Verdict::Accepted)));
        }
        Decision::Reject(number) | Decision::Question(number) => {
            let verdict =
                if matches!(decision, Decision::Reject(_)) { Verdict::Rejected } else { Verdict::Question };
            on.extend(contents(item, item.holders(number)).map(|content| (content, verdict)));
        }
        Decision::AcceptAll | Decision::Nothing => {
            let verdict = if decision == Decision::Nothing { Verdict::Rejected } else { Verdict::Accepted };
            on.extend(item.present().map(|(_, member)| (member.content, verdict)));
        }
    }
    spread(items, &on, annotators, reviews)
}

fn contents<'i>(item: &'i ReviewItem, holders: &'i [usize]) -> impl Iterator<Item = ContentHash> + 'i {
    holders.iter().filter_map(|n| Some(item.members.get(*n)?.as_ref()?.content))
}

/// The verdicts on these contents for whoever says them, and in place of those that were given on them before.
fn spread(
    items: &[&ReviewItem],
    on: &BTreeMap<ContentHash, Verdict>,
    annotators: &[Annotator],
    reviews: &Reviews<'_>,
) -> Vec<Judgement> {
    let mut all: BTreeMap<(Annotator, AnnotationId), (ContentHash, Verdict)> = BTreeMap::new();
    for (content, verdict) in on {
        for review in reviews.given_on(*content) {
            let of = (review.of.annotator.clone(), review.of.annotation.clone());
            all.insert(of, (*content, *verdict));
        }
    }
    // What somebody says by now comes before what was judged of them then.
    let members = items.iter().flat_map(|item| item.present());
    for (n, Member { id, content, .. }) in members {
        if let (Some(verdict), Some(annotator)) = (on.get(content), annotators.get(n)) {
            all.insert((annotator.clone(), id.clone()), (*content, *verdict));
        }
    }
    let judgement = |((annotator, annotation), (saw, verdict))| Judgement {
        of: ReviewTarget { annotator, annotation },
        saw,
        verdict,
    };
    all.into_iter().map(judgement).collect()
}
