//! One thing to review: what several annotators made of one place, or what one did.

use std::sync::Arc;

use super::packed::identity;
use super::{CurrentVerdict, Reviews, member};
use crate::analysis::agreement::{has_rated, is_finished};
use crate::analysis::comparison::{Conflict, ConflictKind, Group, compare_with};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, Document, Revision, Timestamp, Verdict,
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
    /// What other reviewers hold of it.
    pub others_say: Vec<(Annotator, Verdict)>,
}

/// What an annotator answered to the reviewer's word on an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAnswer {
    /// The number of the annotator.
    pub by: usize,
    /// The number of the annotator whose annotation it is about.
    pub to: usize,
    /// In the annotator's words.
    pub text: String,
    /// Number of this answer, counted from 1.
    pub round: u32,
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
    /// What annotators answered to the reviewer.
    pub answers: Vec<ItemAnswer>,
    /// Whether the reviewer decided that nothing belongs here.
    pub is_nothing: bool,
    /// The numbers of those whose annotation of it is in the sample, where one was drawn.
    pub drawn: Vec<usize>,
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

    /// The label of what is said first.
    pub(super) fn first_label(&self) -> Option<&Arc<str>> {
        self.first_version().map(|member| &member.label)
    }

    /// From the first character of the annotation that begins first to its last.
    pub(super) fn place(&self) -> Option<Span> {
        self.present().map(|(_, member)| member.extent).min()
    }

    /// The least confidence of a model; without one, more than any.
    pub(super) fn score(&self) -> f64 {
        let scores = self.present().filter_map(|(_, member)| member.score);
        scores.fold(f64::INFINITY, f64::min)
    }

    /// A number by which it is known again where its article is looked at anew: another one where other annotations are found
    /// to be of the same thing. It is the same in this run of the program alone.
    #[must_use]
    pub fn identity(&self) -> u64 {
        identity(&self.found)
    }

    /// One of an article in which nobody has anything any more.
    pub(super) fn nobodys(file: Arc<str>, annotators: usize) -> Self {
        Self {
            file,
            members: vec![None; annotators],
            conflicts: Vec::new(),
            versions: Vec::new(),
            raters: Vec::new(),
            disagreement: 0.0,
            answers: Vec::new(),
            is_nothing: false,
            drawn: Vec::new(),
            found: vec![None; annotators],
        }
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
            () if self.is_answered() => Stage::Answered,
            () if self.present().all(|(_, member)| has_verdict(member)) && self.is_contradicted() => {
                Stage::Contradicted
            }
            () if self.present().all(|(_, member)| has_verdict(member)) => Stage::Decided,
            () if self.agrees() && !self.is_disputed() => Stage::Agreed,
            () => Stage::Open,
        }
    }

    /// Whether several have it, and all alike.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.conflicts.is_empty() && self.present().nth(1).is_some()
    }

    /// Whether the reviewer rejected or questions what one of them says: of two who agree but for what a link of one leads to,
    /// the other's is still to be decided.
    fn is_disputed(&self) -> bool {
        let is_disputed = |held: &CurrentVerdict| !held.stale && held.verdict != Verdict::Accepted;
        self.present().any(|(_, member)| member.current_verdict.as_ref().is_some_and(is_disputed))
    }

    /// Whether nothing is left to decide: every annotation of it has a verdict that still holds, or several agree by now.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        let agrees = self.agrees() && !self.is_disputed() && !self.is_answered();
        agrees || matches!(self.stage(), Stage::Decided | Stage::Contradicted)
    }

    /// Whether an annotation was changed after its verdict, or made where nothing was to belong.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        let is_new = |member: &Member| self.is_nothing && member.current_verdict.is_none();
        let is_stale = |member: &Member| member.current_verdict.as_ref().is_some_and(|verdict| verdict.stale);
        self.present().any(|(_, member)| is_stale(member) || is_new(member))
    }

    /// Whether an annotator answered, and the reviewer has not decided again since.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.present().any(|(n, member)| {
            let heard = member.current_verdict.as_ref().map_or(0, |held| held.heard);
            self.rounds_of(n) > heard
        })
    }

    /// How many answers there are to what the reviewer said of an annotator's annotation.
    #[must_use]
    pub fn rounds_of(&self, number: usize) -> u32 {
        let all = self.answers.iter().filter(|answer| answer.to == number);
        all.fold(0, |sum, answer| sum.saturating_add(answer.round))
    }

    /// Whether another reviewer rejected what this one accepted, or accepted what this one rejected.
    #[must_use]
    pub fn is_contradicted(&self) -> bool {
        let opposite = |own: Verdict, other: Verdict| {
            matches!(
                (own, other),
                (Verdict::Accepted, Verdict::Rejected) | (Verdict::Rejected, Verdict::Accepted)
            )
        };
        self.present().any(|(_, member)| {
            let own = member.current_verdict.as_ref().filter(|held| !held.stale);
            own.is_some_and(|own| member.others_say.iter().any(|(_, other)| opposite(own.verdict, *other)))
        })
    }

    /// Whether something came back to the reviewer: an answer, or a change since the decision, also to what is decided already.
    #[must_use]
    pub fn came_back(&self) -> bool {
        let is_new = |member: &Member| member.current_verdict.as_ref().is_some_and(|verdict| verdict.is_new);
        self.is_stale() || self.is_answered() || self.present().any(|(_, member)| is_new(member))
    }

    /// Reads the verdicts again from the reviewer's set.
    pub fn update_verdicts(&mut self, annotators: &[Annotator], reviews: &Reviews<'_>) {
        for (annotator, member) in annotators.iter().zip(&mut self.members) {
            if let Some(member) = member {
                member.current_verdict = reviews.of(annotator, member);
            }
        }
        let mut places = self.members.iter().flatten().map(|member| member.extent);
        self.is_nothing = places.any(|place| reviews.nothing_at(place).next().is_some());
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
    /// An annotator answered the verdict.
    Answered,
    /// Another reviewer decided otherwise.
    Contradicted,
}
