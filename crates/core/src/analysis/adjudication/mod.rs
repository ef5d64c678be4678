//! Filling the gold set of an article: what was decided, what is agreed, and the rest by a rule.

mod competence;
mod links;
mod mace;
mod reason;
mod rule;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use self::competence::{Competence, CompetenceKind, CompetenceModel, Rating, Vote, dawid_skene};
use self::links::{VersionEnds, links};
pub use self::mace::{Guessing, mace, mace_from};
pub use self::reason::FillReason;
use self::rule::{Ballot, Chosen};
pub use self::rule::{EdgeChoice, FillRule, Share};
use super::comparison::{Group, compare};
use super::queue::Reviews;
use super::standing::is_rater;
use crate::edit::Change;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, Extra, Origin, OriginKind, Relation,
    RelationEnd, ReviewTarget, State, Timestamp, Verdict,
};

/// An annotation that is to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledAnnotation {
    /// The annotations that say it, each with its annotator, in the order of names.
    pub from: Vec<(Annotator, AnnotationId)>,
    /// The annotation as one of them has it.
    pub annotation: Arc<Annotation>,
    /// The reason why it is taken.
    pub rule: FillReason,
}

/// An end of a link: what is in the gold set already, or what is taken, by number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilledEnd {
    /// An annotation of the gold set.
    There(AnnotationId),
    /// The annotation that is taken as the n-th.
    New(usize),
    /// An annotation of another article or annotator.
    Elsewhere {
        /// The article.
        file: Arc<str>,
        /// The annotator.
        annotator: Annotator,
        /// The annotation.
        annotation: AnnotationId,
    },
}

/// A link that is to be taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilledLink {
    /// Its label.
    pub label: Arc<str>,
    /// Where it starts.
    pub from: FilledEnd,
    /// Where it ends.
    pub to: FilledEnd,
}

/// Result of filling the gold set of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filling {
    /// What is taken, in text order.
    pub taken: Vec<FilledAnnotation>,
    /// Links of what is taken.
    pub links: Vec<FilledLink>,
    /// Links of what is taken whose other end is not there: label, annotator and identifier of the end that is missing.
    pub links_left_out: Vec<(Arc<str>, Annotator, AnnotationId)>,
    /// Items by what was done with them: what is taken by its rule, what is left out by why.
    pub counts: BTreeMap<FillReason, usize>,
    /// Items that nobody and no rule has decided.
    pub open: usize,
    /// Whether anybody has finished the article.
    pub is_read: bool,
}

impl Filling {
    /// Whether nothing is left to decide, so that the gold set is complete.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.is_read && self.open == 0
    }

    /// The steps that fill a gold set which is in this state: one transaction. Each annotation says whom it came from, one a
    /// line, and by which rule; the set is done where nothing is left to decide.
    pub fn changes(
        &self,
        before: State,
        now: &Timestamp,
        fresh: &mut dyn FnMut() -> AnnotationId,
    ) -> Vec<Change> {
        let new: Vec<Annotation> = self.taken.iter().map(|taken| taken.copy(fresh(), now)).collect();
        let here = |end: &FilledEnd| match end {
            FilledEnd::There(id) => Some(id.clone()),
            FilledEnd::New(n) => Some(new[*n].id.clone()),
            FilledEnd::Elsewhere { .. } => None,
        };
        let mut links = Vec::with_capacity(self.links.len());
        for link in &self.links {
            let Some(from) = here(&link.from) else { continue };
            let to = match &link.to {
                FilledEnd::Elsewhere { file, annotator, annotation } => RelationEnd::There {
                    file: file.clone(),
                    annotator: annotator.clone(),
                    annotation: annotation.clone(),
                },
                end => match here(end) {
                    Some(id) => RelationEnd::Here(id),
                    None => continue,
                },
            };
            let (id, label) = (fresh(), link.label.clone());
            links.push(Relation { id, label, from, to, note: String::new(), extra: Extra::default() });
        }
        let mut changes: Vec<Change> = new.into_iter().map(|new| Change::Put(Box::new(new))).collect();
        changes.extend(links.into_iter().map(|link| Change::Relate(Box::new(link))));
        let after = if self.is_complete() { State::Done } else { State::InProgress };
        if after != before && (self.is_complete() || !self.taken.is_empty()) {
            changes.push(Change::SetState(after));
        }
        changes
    }
}

impl FilledAnnotation {
    /// A copy of it for the gold set.
    fn copy(&self, id: AnnotationId, now: &Timestamp) -> Annotation {
        let from: Vec<String> = self.from.iter().map(|(whose, id)| format!("{whose}/{id}")).collect();
        let origin = Origin {
            by: OriginKind::Adjudicated,
            from: Some(from.join("\n").into()),
            score: self.annotation.origin.score,
            rule: Some(self.rule.to_string().into()),
        };
        Annotation {
            id,
            note: String::new(),
            origin,
            created: Some(now.clone()),
            modified: Some(now.clone()),
            extra: Extra::default(),
            ..Annotation::clone(&self.annotation)
        }
    }
}

/// What is to be taken into `gold`, the gold set of the article of `sets`, which may hold all sets there are.
///
/// Only what nobody has decided is filled by the rule: what was rejected, is questioned or contradicted, and what is in the
/// gold set already, changed there or not, stays as it is. Filling twice is filling once.
#[must_use]
pub fn fill(sets: &[AnnotationSet], gold: Option<&AnnotationSet>, rule: &FillRule) -> Filling {
    let mut raters: Vec<&AnnotationSet> = sets.iter().filter(|set| is_rater(set)).collect();
    raters.sort_by(|a, b| a.annotator.cmp(&b.annotator));
    let others = sets.iter().filter(|set| !set.annotator.is_gold());
    let reviewers: Vec<Reviews<'_>> = others
        .chain(gold)
        .filter(|set| set.reviews().len() + set.remarks().len() > 0)
        .map(|set| Reviews::new(Some(set)))
        .collect();
    let groups = compare(&raters).groups;
    let mut filling = Filling { is_read: !raters.is_empty(), ..Filling::default() };
    let known = GoldIndex::new(gold);
    let mut ends: Vec<VersionEnds> = Vec::with_capacity(groups.len());
    let mut rejected: BTreeSet<(usize, AnnotationId)> = BTreeSet::new();
    let mut said: BTreeMap<ContentHash, usize> = BTreeMap::new();
    for group in &groups {
        let item = Item { group, raters: &raters, reviewers: &reviewers, known: &known };
        let mut own = item.there();
        let (taken, count) = item.decide(rule);
        filling.open += usize::from(count == FillReason::Open);
        *filling.counts.entry(count).or_default() += 1;
        for (version, taken) in taken {
            let next = filling.taken.len();
            let number = *said.entry(ContentHash::of(&taken.annotation)).or_insert(next);
            own.push((version, FilledEnd::New(number)));
            match filling.taken.get_mut(number) {
                // Marks that say the same stand once in gold, and are from all who say it.
                Some(known) => known.from.extend(taken.from),
                None => filling.taken.push(taken),
            }
        }
        ends.push(own);
        rejected.extend(item.rejected().map(|(n, id)| (n, id.clone())));
    }
    links(&groups, &raters, (&ends, &rejected, gold), &mut filling);
    filling
}

/// What everybody who has finished the article of `sets` says at each place of it, for a [`CompetenceModel`].
#[must_use]
pub fn votes(sets: &[AnnotationSet]) -> Vec<Vec<Vote>> {
    let mut raters: Vec<&AnnotationSet> = sets.iter().filter(|set| is_rater(set)).collect();
    raters.sort_by(|a, b| a.annotator.cmp(&b.annotator));
    let vote = |(set, member): (&&AnnotationSet, &Option<Arc<Annotation>>)| {
        (set.annotator.clone(), member.as_ref().map(|annotation| annotation.as_ref().into()))
    };
    let groups = compare(&raters).groups;
    groups.iter().map(|group| raters.iter().zip(&group.members).map(vote).collect()).collect()
}

/// What the gold set has.
struct GoldIndex<'g> {
    by_source: BTreeMap<&'g str, &'g AnnotationId>,
    by_content: BTreeMap<ContentHash, &'g AnnotationId>,
}

impl<'g> GoldIndex<'g> {
    fn new(gold: Option<&'g AnnotationSet>) -> Self {
        let all = || gold.iter().flat_map(|gold| gold.annotations().iter());
        let sources = all().filter_map(|a| Some((a.origin.from.as_deref()?, &a.id)));
        Self {
            by_source: sources.flat_map(|(from, id)| from.lines().map(move |line| (line, id))).collect(),
            by_content: all().map(|a| (ContentHash::of(a), &a.id)).collect(),
        }
    }

    /// What the gold set has of somebody's annotation.
    fn of(&self, whose: &Annotator, annotation: &Annotation) -> Option<&'g AnnotationId> {
        let from = format!("{whose}/{}", annotation.id);
        let content = || self.by_content.get(&ContentHash::of(annotation));
        self.by_source.get(&*from).or_else(content).copied()
    }
}

struct Item<'i> {
    group: &'i Group,
    raters: &'i [&'i AnnotationSet],
    reviewers: &'i [Reviews<'i>],
    known: &'i GoldIndex<'i>,
}

impl Item<'_> {
    fn member(&self, n: usize) -> Option<&Arc<Annotation>> {
        self.group.members[n].as_ref()
    }

    /// What the gold set has of it, by version.
    fn there(&self) -> VersionEnds {
        let of = |(version, holders): (usize, &Vec<usize>)| {
            let mut own =
                holders.iter().filter_map(|n| self.known.of(&self.raters[*n].annotator, self.member(*n)?));
            own.next().map(|id| (version, FilledEnd::There(id.clone())))
        };
        self.group.versions.iter().enumerate().filter_map(of).collect()
    }

    /// Every verdict that holds on somebody's annotation.
    fn verdicts(&self, n: usize) -> BTreeSet<&'static str> {
        let Some(annotation) = self.member(n) else { return BTreeSet::new() };
        let annotator = self.raters[n].annotator.clone();
        let of = ReviewTarget { annotator, annotation: annotation.id.clone() };
        let content = ContentHash::in_set(annotation, self.raters[n]);
        let held = |reviews: &Reviews<'_>| reviews.verdict(&of, content, annotation.modified.as_ref());
        let all = self.reviewers.iter().filter_map(held);
        all.filter(|held| !held.stale).map(|held| held.verdict.name()).collect()
    }

    /// The annotations of it that a reviewer rejected, and none accepted.
    fn rejected(&self) -> impl Iterator<Item = (usize, &AnnotationId)> {
        let is_rejected = |n: usize| {
            let said = self.verdicts(n);
            said.contains(Verdict::Rejected.name()) && !said.contains(Verdict::Accepted.name())
        };
        self.group.present().filter(move |(n, _)| is_rejected(*n)).map(|(n, annotation)| (n, &annotation.id))
    }

    /// Whether a reviewer decided that nothing belongs here, before what is undecided was made.
    fn is_nothing(&self) -> bool {
        let mut places = self.group.present().map(|(_, annotation)| annotation.spans.extent());
        places.any(|place| self.reviewers.iter().any(|reviews| reviews.nothing_at(place).next().is_some()))
    }

    /// What is taken of it, by version, and what it is counted as.
    fn decide(&self, rule: &FillRule) -> (Vec<(usize, FilledAnnotation)>, FillReason) {
        let (yes, no, ask) = (Verdict::Accepted.name(), Verdict::Rejected.name(), Verdict::Question.name());
        let versions = &self.group.versions;
        let said: Vec<BTreeSet<&str>> = (0..self.raters.len()).map(|n| self.verdicts(n)).collect();
        let is_unclear =
            |said: &BTreeSet<&str>| said.contains(ask) || said.contains(yes) && said.contains(no);
        if said.iter().any(is_unclear) {
            return (Vec::new(), FillReason::Open);
        }
        // Those of a version may differ in a link that not all could have: then one is accepted and another rejected.
        let verdicts: Vec<BTreeSet<&str>> = versions
            .iter()
            .map(|holders| holders.iter().flat_map(|n| &said[*n]).copied().collect())
            .collect();
        let accepted: Vec<usize> = (0..versions.len()).filter(|n| verdicts[*n].contains(yes)).collect();
        let there: Vec<usize> = self.there().into_iter().map(|(version, _)| version).collect();
        // Where the gold set has another version, that was decided there.
        if !accepted.is_empty() && there.iter().all(|version| accepted.contains(version)) {
            let new = accepted.into_iter().filter(|version| !there.contains(version));
            let taken: Vec<_> = new.filter_map(|n| Some((n, self.taken(n, FillReason::Accepted)?))).collect();
            let count = if taken.is_empty() { FillReason::There } else { FillReason::Accepted };
            return (taken, count);
        }
        if !there.is_empty() {
            return (Vec::new(), FillReason::There);
        }
        let left: Vec<usize> = (0..versions.len()).filter(|n| !verdicts[*n].contains(no)).collect();
        if left.is_empty() {
            return (Vec::new(), FillReason::Rejected);
        }
        if self.is_nothing() {
            return (Vec::new(), FillReason::Open);
        }
        if self.group.is_agreed() {
            let taken = self.taken(0, FillReason::Agreed);
            return (taken.into_iter().map(|taken| (0, taken)).collect(), FillReason::Agreed);
        }
        let annotators: Vec<Annotator> = self.raters.iter().map(|set| set.annotator.clone()).collect();
        let of = |n: &usize| Some((&**self.member(*versions[*n].first()?)?, versions[*n].clone()));
        // Who says what was rejected says nothing that counts, but has looked.
        let absent =
            (0..self.raters.len()).filter(|n| !left.iter().any(|version| versions[*version].contains(n)));
        let ballot = Ballot {
            versions: left.iter().filter_map(of).collect(),
            nothing: absent.collect(),
            annotators: &annotators,
        };
        match ballot.choose(rule) {
            Chosen::Version(version, reason) => {
                let taken = self.taken(left[version], reason.clone());
                (taken.into_iter().map(|taken| (left[version], taken)).collect(), reason)
            }
            Chosen::Nothing(reason) => (Vec::new(), reason),
            Chosen::Open => (Vec::new(), FillReason::Open),
        }
    }

    fn taken(&self, version: usize, rule: FillReason) -> Option<FilledAnnotation> {
        let holders = &self.group.versions[version];
        let from = |n: &usize| Some((self.raters[*n].annotator.clone(), self.member(*n)?.id.clone()));
        let annotation = self.member(*holders.first()?)?.clone();
        Some(FilledAnnotation { from: holders.iter().filter_map(from).collect(), annotation, rule })
    }
}
