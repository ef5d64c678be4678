//! What there is to review in an article, and in which order.

mod decide;
mod item;
mod order;
mod packed;
mod packed_queue;
mod reviews;
mod sample;

pub use self::decide::{Decision, Judgement, decide};
pub use self::item::{ItemAnswer, Member, ReviewItem, Stage};
pub use self::order::QueueOrder;
pub use self::packed::{PackedArticle, PackedItem};
pub use self::packed_queue::PackedQueue;
pub use self::reviews::{CurrentVerdict, Reviews};
pub use self::sample::{Drawable, DrawnMember, DrawnState, ErrorRate, SampleSize, Sampled, Sampler, draw};
use super::agreement::{has_rated, is_finished};
use super::comparison::{Group, compare_with};
use crate::model::{Annotation, AnnotationSet, Annotator, ContentHash, Document, Verdict};
use crate::text::shortened;

/// Characters of an annotation's quote that lists show.
const MAX_QUOTE_CHARS: usize = 80;

/// Whose work is reviewed, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct ReviewScope<'a> {
    /// Whose annotations, in the order of members.
    pub annotators: &'a [Annotator],
    /// Whose sets count although they are in progress; what they lack is not missing.
    pub unfinished: &'a [Annotator],
    /// The reviewer's own set, where there is one.
    pub reviewer: Option<&'a AnnotationSet>,
}

/// What there is to review in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundItems {
    /// What annotators made of each place, by place; what all agree about with it.
    pub items: Vec<ReviewItem>,
    /// Whose set is in progress and was left out, by number.
    pub left_out: Vec<usize>,
}

/// What there is to review in an article: of several annotators who have finished it, or are asked for all the same, every
/// place that somebody marked; of one alone, everything.
#[must_use]
pub fn find_items(document: &Document, sets: &[AnnotationSet], scope: &ReviewScope<'_>) -> FoundItems {
    let ReviewScope { annotators, unfinished, reviewer } = *scope;
    let of = |annotator: &Annotator| sets.iter().find(|s| s.annotator == *annotator).filter(|s| has_rated(s));
    let (mut rated, mut left_out): (Vec<(usize, &AnnotationSet)>, Vec<usize>) = Default::default();
    for (n, annotator) in annotators.iter().enumerate() {
        match of(annotator) {
            Some(set) if is_finished(set) || unfinished.contains(annotator) => rated.push((n, set)),
            Some(_) => left_out.push(n),
            None => {}
        }
    }
    let reviews = Reviews::new(reviewer);
    let others: Vec<Reviews<'_>> = other_reviewers(sets, reviewer).collect();
    let item = |group: &Group, columns: &[usize]| {
        let mut members: Vec<Option<Member>> = vec![None; annotators.len()];
        for holders in &group.versions {
            // Who says the same has the same words, and the same content but for links.
            let mut same: Option<(ContentHash, String)> = None;
            for n in holders {
                let (Some((column, set)), Some(annotation)) = (rated.get(*n), &group.members[*n]) else {
                    continue;
                };
                let has_links = set.relations().len() > 0;
                let (content, quote) = match &same {
                    Some((_, quote)) if has_links => (ContentHash::in_set(annotation, set), quote.clone()),
                    Some(same) => same.clone(),
                    None => (ContentHash::in_set(annotation, set), quote(document, annotation)),
                };
                if !has_links {
                    same.get_or_insert_with(|| (content, quote.clone()));
                }
                let mut member = member_with(annotation, content, quote);
                member.others_say = said_by(&others, &annotators[*column], &member);
                members[*column] = Some(member);
            }
        }
        let of_all = |holders: &Vec<usize>| holders.iter().filter_map(|n| columns.get(*n).copied()).collect();
        let versions = group.versions.iter().map(of_all).filter(|holders: &Vec<usize>| !holders.is_empty());
        let mut item = ReviewItem {
            file: document.file.clone(),
            found: members.iter().map(|member| Some(member.as_ref()?.id.clone())).collect(),
            conflicts: group.conflicts.clone(),
            versions: versions.collect(),
            raters: columns.to_vec(),
            disagreement: group.disagreement(),
            answers: answers(reviewer, &rated, &members),
            is_nothing: false,
            drawn: Vec::new(),
            members,
        };
        item.update_verdicts(annotators, &reviews);
        item
    };
    let columns: Vec<usize> = rated.iter().map(|(column, _)| *column).collect();
    let mut compared: Vec<&AnnotationSet> = rated.iter().map(|(_, set)| *set).collect();
    if let [alone] = rated.as_slice() {
        // A colleague alone is held against the reviewer's own work.
        compared.extend(reviewer.filter(|own| has_rated(own) && own.annotator != alone.1.annotator));
    }
    let complete: Vec<bool> = compared.iter().map(|set| is_finished(set)).collect();
    let groups = compare_with(&compared, &complete).groups;
    let theirs = groups.iter().filter(|group| group.members[..columns.len()].iter().any(Option::is_some));
    FoundItems { items: theirs.map(|group| item(group, &columns)).collect(), left_out }
}

/// [`find_items`] of annotators who have finished, with how many all agree about.
#[must_use]
pub fn review_items(
    document: &Document,
    annotators: &[Annotator],
    sets: &[AnnotationSet],
    reviewer: Option<&AnnotationSet>,
) -> (Vec<ReviewItem>, usize) {
    let found = find_items(document, sets, &ReviewScope { annotators, unfinished: &[], reviewer });
    let agreed = found.items.iter().filter(|item| item.agrees()).count();
    (found.items, agreed)
}

fn member(document: &Document, annotation: &Annotation, set: &AnnotationSet) -> Member {
    let content = ContentHash::in_set(annotation, set);
    member_with(annotation, content, quote(document, annotation))
}

fn member_with(annotation: &Annotation, content: ContentHash, quote: String) -> Member {
    Member {
        id: annotation.id.clone(),
        label: annotation.label.clone(),
        extent: annotation.spans.extent(),
        quote,
        score: annotation.origin.score,
        content,
        modified: annotation.modified.clone(),
        current_verdict: None,
        others_say: Vec::new(),
    }
}

fn quote(document: &Document, annotation: &Annotation) -> String {
    shortened(&annotation.spans.quote(&document.text), MAX_QUOTE_CHARS).into_owned()
}

/// The verdicts of everybody but the reviewer.
fn other_reviewers<'a>(
    sets: &'a [AnnotationSet],
    reviewer: Option<&'a AnnotationSet>,
) -> impl Iterator<Item = Reviews<'a>> {
    let is_other = move |set: &&AnnotationSet| {
        set.reviews().len() > 0 && reviewer.is_none_or(|own| own.annotator != set.annotator)
    };
    sets.iter().filter(is_other).map(|set| Reviews::new(Some(set)))
}

/// What other reviewers hold of an annotation, as far as it is what they saw.
fn said_by(others: &[Reviews<'_>], annotator: &Annotator, member: &Member) -> Vec<(Annotator, Verdict)> {
    let said = |reviews: &Reviews<'_>| {
        let held = reviews.of(annotator, member).filter(|held| !held.stale)?;
        Some((reviews.reviewer()?.clone(), held.verdict))
    };
    others.iter().filter_map(said).collect()
}

/// What annotators answered to the reviewer on these annotations, whosever they are.
fn answers(
    reviewer: Option<&AnnotationSet>,
    rated: &[(usize, &AnnotationSet)],
    members: &[Option<Member>],
) -> Vec<ItemAnswer> {
    let Some(reviewer) = reviewer.map(|set| &set.annotator) else { return Vec::new() };
    // Most sets have none, and this is asked for every place of every article.
    let answering: Vec<_> = rated.iter().filter(|(_, set)| set.remarks().len() > 0).collect();
    if answering.is_empty() {
        return Vec::new();
    }
    let mut answers = Vec::new();
    for (to, member) in members.iter().enumerate() {
        let Some(member) = member else { continue };
        for (by, set) in &answering {
            let answer = set.answer(reviewer, Some(&member.id));
            answers.extend(answer.map(|answer| ItemAnswer {
                by: *by,
                to,
                text: answer.text.clone(),
                round: answer.round,
            }));
        }
    }
    answers
}
