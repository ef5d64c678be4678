//! One thing to review: what several annotators made of one place, or what one did.

use std::sync::Arc;

use super::{CurrentVerdict, Reviews, member};
use crate::analysis::agreement::{has_rated, is_finished};
use crate::analysis::comparison::{Conflict, ConflictKind, Group, compare_with};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, Document, Revision, Timestamp,
};
use crate::text::Span;

/// One annotator's annotation in an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Which.
    pub id: AnnotationId,
    /// Its label.
    pub label: Arc<str>,
    /// From its first character to its last.
    pub extent: Span,
    /// Its words, shortened.
    pub quote: String,
    /// A model's confidence.
    pub score: Option<f64>,
    /// What it says: a verdict holds for this, and for nothing else.
    pub content: ContentHash,
    /// When it was last changed, where that is known: for verdicts that do not say what they were on.
    pub modified: Option<Timestamp>,
    /// The reviewer's verdict on it, where there is one.
    pub current_verdict: Option<CurrentVerdict>,
}

/// One thing to review: what several annotators made of one place, or what one did.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewItem {
    /// The article.
    pub file: Arc<str>,
    /// Of each annotator who is reviewed the annotation; nothing where one has none here.
    pub members: Vec<Option<Member>>,
    /// What they differ in; of one annotator, what differs from the reviewer's own.
    pub conflicts: Vec<Conflict>,
    /// What is said here, each with the numbers of all who say it: what most say first, then by content.
    pub versions: Vec<Vec<usize>>,
    /// Whose sets of the article count, by number: those that are done, and those that were asked for all the same.
    pub raters: Vec<usize>,
    /// How much they differ.
    pub disagreement: f64,
    /// What the members were when it was found: one that was removed may come back.
    pub(super) found: Vec<Option<AnnotationId>>,
}

impl ReviewItem {
    /// The annotations that are there, with the number of their annotator.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Member)> {
        self.members.iter().enumerate().filter_map(|(n, member)| Some((n, member.as_ref()?)))
    }

    /// What is said first of [`ReviewItem::versions`]; nothing where nobody has anything here any more.
    #[must_use]
    pub fn first_version(&self) -> Option<&Member> {
        self.members.get(*self.versions.first()?.first()?)?.as_ref()
    }

    /// Everybody who says what this annotator says here.
    #[must_use]
    pub fn holders(&self, number: usize) -> &[usize] {
        self.versions.iter().find(|holders| holders.contains(&number)).map_or(&[], Vec::as_slice)
    }

    /// Who has looked at the article, and has nothing here.
    #[must_use]
    pub fn missing(&self) -> Vec<usize> {
        self.raters.iter().copied().filter(|n| self.members.get(*n).is_some_and(Option::is_none)).collect()
    }

    /// Where it is in a review.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let has_verdict = |member: &Member| member.current_verdict.as_ref().is_some_and(|held| !held.stale);
        match () {
            () if self.is_stale() => Stage::Changed,
            () if self.present().all(|(_, member)| has_verdict(member)) => Stage::Decided,
            () if self.agrees() => Stage::Agreed,
            () => Stage::Open,
        }
    }

    /// Whether several have it, and all alike.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.conflicts.is_empty() && self.present().nth(1).is_some()
    }

    /// Whether nothing is left to decide: every annotation of it has a verdict that still holds, or several agree by now.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.agrees() || matches!(self.stage(), Stage::Decided)
    }

    /// Whether an annotation was changed after its verdict.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.present().any(|(_, member)| member.current_verdict.as_ref().is_some_and(|verdict| verdict.stale))
    }

    /// Reads the verdicts again from the reviewer's set.
    pub fn update_verdicts(&mut self, annotators: &[Annotator], reviews: &Reviews<'_>) {
        for (annotator, member) in annotators.iter().zip(&mut self.members) {
            if let Some(member) = member {
                member.current_verdict = reviews.of(annotator, member);
            }
        }
    }

    /// Reads an annotator’s annotation again from their set, where it may have been changed or removed after the revision
    /// `seen`; then also what the members differ in, as `of` has everybody’s sets, but for links.
    pub fn update_annotation<'s>(
        &mut self,
        number: usize,
        document: &Document,
        own: &AnnotationSet,
        seen: Option<Revision>,
        of: impl Fn(usize) -> Option<&'s AnnotationSet>,
    ) {
        let Some(Some(id)) = self.found.get(number) else { return };
        let known = self.members[number].as_ref();
        if Some(own.revision()) <= seen {
            return;
        }
        let now = own.get(id).map(|annotation| member(document, annotation, own));
        let content = |member: Option<&Member>| member.map(|member| member.content);
        let same = content(known) == content(now.as_ref());
        self.members[number] = now;
        if same {
            return;
        }
        let alone = |(n, set): (usize, &AnnotationSet)| {
            let own = self.members.get(n)?.as_ref().and_then(|member| set.get(&member.id));
            let own = own.map(|annotation| Annotation::clone(annotation));
            Some((n, AnnotationSet::new(set.annotator.clone()).with_annotations(own.into_iter().collect()).0))
        };
        let sets = self.raters.iter().filter_map(|n| Some((*n, of(*n).filter(|set| has_rated(set))?)));
        let complete: Vec<bool> = sets.clone().map(|(_, set)| is_finished(set)).collect();
        let (numbers, sets): (Vec<usize>, Vec<AnnotationSet>) = sets.filter_map(alone).unzip();
        let groups = compare_with(&sets.iter().collect::<Vec<_>>(), &complete).groups;
        self.disagreement = groups.iter().map(Group::disagreement).fold(0.0, f64::max);
        let everybody = |n: usize| numbers.get(n).copied().unwrap_or(n);
        let versions = groups.iter().flat_map(|group| &group.versions);
        self.versions = versions.map(|holders| holders.iter().map(|n| everybody(*n)).collect()).collect();
        self.conflicts.retain(|conflict| conflict.kind == ConflictKind::Relation);
        self.conflicts.splice(0..0, groups.into_iter().flat_map(|group| group.conflicts));
    }
}

/// Where an item is in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Something of it has no verdict.
    Open,
    /// All have it alike, and nobody has said anything on it.
    Agreed,
    /// All of it has a verdict that holds.
    Decided,
    /// Something of it was changed since its verdict.
    Changed,
}
