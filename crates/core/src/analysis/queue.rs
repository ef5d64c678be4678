//! What there is to review in an article, and in which order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::agreement::has_rated;
use super::comparison::{Conflict, ConflictKind, Group, compare};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, Document, ReviewTarget, Revision,
    Timestamp, Verdict,
};
use crate::text::{Span, shortened};

/// Characters of an annotation's quote that lists show.
const MAX_QUOTE_CHARS: usize = 80;

/// A reviewer's verdict on an annotation, and whether it still applies to what the annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in the reviewer's words.
    pub comment: String,
    /// Whether the annotation was changed since.
    pub stale: bool,
}

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
    /// How much they differ.
    pub disagreement: f64,
    /// What the members were when it was found: one that was removed may come back.
    found: Vec<Option<AnnotationId>>,
}

impl ReviewItem {
    /// The annotations that are there, with the number of their annotator.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Member)> {
        self.members.iter().enumerate().filter_map(|(n, member)| Some((n, member.as_ref()?)))
    }

    /// Whether several have it, and all alike.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.conflicts.is_empty() && self.present().nth(1).is_some()
    }

    /// Whether nothing is left to decide: every annotation of it has a verdict that still holds, or several agree by now.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.agrees()
            || self
                .present()
                .all(|(_, member)| member.current_verdict.as_ref().is_some_and(|verdict| !verdict.stale))
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
        let is_known = known.is_some() && own.revision_of(id).is_some_and(|changed| Some(changed) <= seen);
        if is_known {
            return;
        }
        let now = own.get(id).map(|annotation| member(document, annotation));
        let content = |member: Option<&Member>| member.map(|member| member.content);
        let same = content(known) == content(now.as_ref());
        self.members[number] = now;
        if same {
            return;
        }
        let alone = |(n, set): (usize, &AnnotationSet)| {
            let own = self.members.get(n)?.as_ref().and_then(|member| set.get(&member.id));
            let own = own.map(|annotation| Annotation::clone(annotation));
            Some(AnnotationSet::new(set.annotator.clone()).with_annotations(own.into_iter().collect()).0)
        };
        let sets = (0..self.members.len()).filter_map(|n| Some((n, of(n).filter(|set| has_rated(set))?)));
        let sets: Vec<AnnotationSet> = sets.filter_map(alone).collect();
        let groups = compare(&sets.iter().collect::<Vec<_>>()).groups;
        self.disagreement = groups.iter().map(Group::disagreement).fold(0.0, f64::max);
        self.conflicts.retain(|conflict| conflict.kind == ConflictKind::Relation);
        self.conflicts.splice(0..0, groups.into_iter().flat_map(|group| group.conflicts));
    }

    fn start(&self) -> Option<crate::text::ByteOffset> {
        self.present().map(|(_, member)| member.extent.start()).min()
    }
}

/// A reviewer's verdicts by what they are of.
#[derive(Clone, Copy, Debug)]
pub struct Reviews<'a>(Option<&'a AnnotationSet>);

impl<'a> Reviews<'a> {
    /// The verdicts in a reviewer's set.
    #[must_use]
    pub const fn new(set: Option<&'a AnnotationSet>) -> Self {
        Self(set)
    }

    /// The verdict on an annotation, where there is one.
    ///
    /// The verdict is out of date when the annotation says something else than what was judged; one of an earlier version,
    /// which does not say what that was, when the annotation was changed at a later time.
    #[must_use]
    pub fn of(&self, annotator: &Annotator, member: &Member) -> Option<CurrentVerdict> {
        let of = ReviewTarget { annotator: annotator.clone(), annotation: member.id.clone() };
        let review = self.0?.review(&of)?;
        let stale = review.saw.map_or(member.modified > review.at, |saw| saw != member.content);
        Some(CurrentVerdict { verdict: review.verdict, comment: review.comment.clone(), stale })
    }
}

/// What is to be reviewed in an article, and how many groups all agree about.
///
/// Of several annotators who rated it, everything they differ in; of one alone, everything.
#[must_use]
pub fn review_items(
    document: &Document,
    annotators: &[Annotator],
    sets: &[AnnotationSet],
    reviewer: Option<&AnnotationSet>,
) -> (Vec<ReviewItem>, usize) {
    let of = |annotator: &Annotator| sets.iter().find(|s| s.annotator == *annotator).filter(|s| has_rated(s));
    let rated: Vec<(usize, &AnnotationSet)> =
        annotators.iter().enumerate().filter_map(|(n, annotator)| Some((n, of(annotator)?))).collect();
    let reviews = Reviews::new(reviewer);
    let item = |group: &Group, columns: &[usize]| {
        let mut members: Vec<Option<Member>> = vec![None; annotators.len()];
        for (column, member) in columns.iter().zip(&group.members) {
            members[*column] = member.as_ref().map(|annotation| {
                let member = self::member(document, annotation);
                let current_verdict = reviews.of(&annotators[*column], &member);
                Member { current_verdict, ..member }
            });
        }
        let (conflicts, disagreement) = (group.conflicts.clone(), group.disagreement());
        let found = members.iter().map(|member| Some(member.as_ref()?.id.clone())).collect();
        ReviewItem { file: document.file.clone(), members, conflicts, disagreement, found }
    };
    match rated.as_slice() {
        [] => (Vec::new(), 0),
        [(column, alone)] => {
            let own = reviewer.filter(|set| has_rated(set) && set.annotator != alone.annotator);
            let both: Vec<&AnnotationSet> = std::iter::once(*alone).chain(own).collect();
            let groups = compare(&both).groups;
            let theirs = groups.iter().filter(|group| group.members[0].is_some());
            (theirs.map(|group| item(group, &[*column])).collect(), 0)
        }
        several => {
            let columns: Vec<usize> = several.iter().map(|(column, _)| *column).collect();
            let sets: Vec<&AnnotationSet> = several.iter().map(|(_, set)| *set).collect();
            let groups = compare(&sets).groups;
            let agreed = groups.iter().filter(|group| group.is_agreed()).count();
            let differ = groups.iter().filter(|group| !group.is_agreed());
            (differ.map(|group| item(group, &columns)).collect(), agreed)
        }
    }
}

fn member(document: &Document, annotation: &Annotation) -> Member {
    Member {
        id: annotation.id.clone(),
        label: annotation.label.clone(),
        extent: annotation.spans.extent(),
        quote: shortened(&annotation.spans.quote(&document.text), MAX_QUOTE_CHARS).into_owned(),
        score: annotation.origin.score,
        content: ContentHash::of(annotation),
        modified: annotation.modified.clone(),
        current_verdict: None,
    }
}

/// In which order things are reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// What differs most first.
    #[default]
    Disagreement,
    /// What a model is least sure of first.
    Score,
    /// By label.
    Label,
    /// As the articles and their words come.
    Text,
}

impl QueueOrder {
    /// All.
    pub const ALL: [Self; 4] = [Self::Disagreement, Self::Score, Self::Label, Self::Text];

    /// What the analyst reads.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagreement => "By difference",
            Self::Score => "By confidence",
            Self::Label => "By label",
            Self::Text => "In text order",
        }
    }

    /// Which of two items comes first.
    #[must_use]
    pub fn compare(self, one: &ReviewItem, other: &ReviewItem) -> Ordering {
        let text = || one.file.cmp(&other.file).then_with(|| one.start().cmp(&other.start()));
        let score = |item: &ReviewItem| {
            let scores = item.present().filter_map(|(_, member)| member.score);
            scores.fold(f64::INFINITY, f64::min)
        };
        let label = |item: &ReviewItem| item.present().next().map(|(_, member)| member.label.clone());
        let first = match self {
            Self::Disagreement => other.disagreement.total_cmp(&one.disagreement),
            Self::Score => score(one).total_cmp(&score(other)),
            Self::Label => label(one).cmp(&label(other)),
            Self::Text => Ordering::Equal,
        };
        first.then_with(text)
    }
}
