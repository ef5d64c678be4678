//! Reviewing others' annotations: the queue, where one is in it, and what is decided.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::fill::GoldPreview;
use super::items_at_hand::ItemsAtHand;
use super::jobs::Subject;
use super::navigation::Destination;
use super::queue::Review;
use super::{Effect, QueueFilter, Session, Severity, Step};
use crate::analysis::{PackedQueue, QueueOrder, Sampled, stable_rank};
use crate::jobs::{ItemCases, JobKind, QueueOptions, QueueSelection, Request};
use crate::model::{AnnotationSet, Annotator};
use crate::words::text;

/// Letters that stand for names; after them come letters with a number.
const LETTERS: usize = 26;

/// What of others is shown, and the review under way.
#[derive(Debug, Default)]
pub(super) struct Reviewing {
    /// Whose annotations are shown beside the annotator's own.
    pub(super) shown_annotators: Vec<Annotator>,
    /// Whether names and others' marks are hidden.
    pub(super) is_blind: bool,
    pub(super) review: Option<Review>,
    /// Whose sets count in reviews and figures although they are in progress.
    pub(super) unfinished: Vec<Annotator>,
    /// What the queue shows.
    filter: QueueFilter,
    /// How much of a review is looked at; all where nothing is said.
    sampled: Option<Sampled>,
    /// The article of the item that was shown last.
    pub(super) shown_item: Option<Arc<str>>,
    /// What filling the gold sets comes to, while that is looked at or done.
    pub(super) gold: Option<GoldPreview>,
}

impl Session {
    /// Whose annotations are shown beside the annotator's own, for reading.
    #[must_use]
    pub fn shown_annotators(&self) -> &[Annotator] {
        &self.reviewing.shown_annotators
    }

    /// Whether names and others' marks are hidden.
    #[must_use]
    pub const fn is_blind(&self) -> bool {
        self.reviewing.is_blind
    }

    /// The review under way.
    #[must_use]
    pub const fn review(&self) -> Option<&Review> {
        self.reviewing.review.as_ref()
    }

    /// Everybody else who has annotations in the workspace.
    #[must_use]
    pub fn others(&self) -> Vec<Annotator> {
        let all = self.library.as_ref().map(super::Library::annotators).unwrap_or_default();
        all.iter().filter(|annotator| Some(*annotator) != self.annotator.as_ref()).cloned().collect()
    }

    /// Everybody whose annotations can be reviewed: all who have some in the workspace, the annotator with them, but for
    /// whom annotates as gold, which is what comes of it.
    #[must_use]
    pub fn everybody(&self) -> Vec<Annotator> {
        let mut all = self.library.as_ref().map(super::Library::annotators).unwrap_or_default().to_vec();
        all.retain(|annotator| self.can_be_reviewed(annotator));
        all
    }

    fn can_be_reviewed(&self, annotator: &Annotator) -> bool {
        !self.is_gold() || self.annotator.as_ref() != Some(annotator)
    }

    /// An annotator's set of the article on screen: the annotator's own, or another's that is looked at.
    #[must_use]
    pub fn set_of(&self, annotator: &Annotator) -> Option<&AnnotationSet> {
        self.article()?.set_of(annotator)
    }

    /// The number of an annotator among all others of the workspace, by name: what badges and lines are told apart by. It
    /// does not change when the annotator begins to annotate, who has the number after theirs.
    #[must_use]
    pub fn number_of(&self, annotator: &Annotator) -> usize {
        let all = self.library.as_ref().map(super::Library::annotators).unwrap_or_default();
        let others = all.iter().filter(|other| Some(*other) != self.annotator.as_ref());
        if Some(annotator) == self.annotator.as_ref() {
            return others.count();
        }
        others.take_while(|other| *other < annotator).count()
    }

    /// How an annotator is called on screen: by name, or where names are hidden by a letter, which is the same every time and
    /// says nothing of the name.
    #[must_use]
    pub fn called(&self, annotator: &Annotator) -> String {
        if !self.reviewing.is_blind {
            return annotator.to_string();
        }
        let number = self.pseudonym_of(annotator);
        let letter = char::from(b'A' + u8::try_from(number % LETTERS).unwrap_or_default());
        if number < LETTERS { letter.to_string() } else { format!("{letter}{}", number / LETTERS + 1) }
    }

    /// How annotators are called on screen, where names are hidden in the order of their letters.
    #[must_use]
    pub fn all_called<'a>(&self, annotators: impl IntoIterator<Item = &'a Annotator>) -> Vec<String> {
        let mut all: Vec<String> = annotators.into_iter().map(|annotator| self.called(annotator)).collect();
        if self.reviewing.is_blind {
            all.sort();
        }
        all
    }

    /// The place of an annotator's letter: all others of the workspace shuffled by its name, the annotator's own last.
    #[must_use]
    pub fn pseudonym_of(&self, annotator: &Annotator) -> usize {
        let folder = self.library.as_ref().map(super::Library::folder_name).unwrap_or_default();
        let place = |other: &Annotator| {
            let bytes = folder.bytes().chain([0]).chain(other.as_str().bytes());
            (Some(other) == self.annotator.as_ref(), stable_rank(bytes), other.clone())
        };
        let all = self.library.as_ref().map(super::Library::annotators).unwrap_or_default();
        let own = place(annotator);
        all.iter().filter(|other| *other != annotator && place(other) < own).count()
    }

    /// Whose annotations a review begun now is about: of those who are looked at, else of everybody else but gold; of the
    /// annotator where there is nobody else.
    #[must_use]
    pub fn annotators_to_review(&self) -> Vec<Annotator> {
        if !self.reviewing.shown_annotators.is_empty() {
            return self.reviewing.shown_annotators.clone();
        }
        let mut others = self.others();
        others.retain(|annotator| !annotator.is_gold());
        if others.is_empty() {
            others = self.everybody();
            others.retain(|own| self.annotator.as_ref() == Some(own));
        }
        others
    }

    pub(super) fn show_annotators(&mut self, annotators: Vec<Annotator>) -> Vec<Effect> {
        // A review looks at those it is about.
        self.reviewing.shown_annotators =
            self.reviewing.review.as_ref().map_or(annotators, |review| review.annotators.clone());
        self.reviewing.shown_annotators.retain(|other| Some(other) != self.annotator.as_ref());
        self.load_others()
    }

    pub(super) fn start_review(
        &mut self,
        mut annotators: Vec<Annotator>,
        only: Option<Vec<Arc<str>>>,
        mut cases: Option<ItemCases>,
    ) -> Vec<Effect> {
        let all = annotators.len();
        annotators.retain(|annotator| self.can_be_reviewed(annotator));
        if annotators.len() < all {
            // Labels are those of the first two.
            cases = cases.filter(|cases| !matches!(cases, ItemCases::Labels(_)));
        }
        let (Some(model), Some(annotator)) = (&self.corpus.model, &self.annotator) else {
            return vec![Effect::tell(Severity::Warning, text("session-no-annotator"))];
        };
        if annotators.is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-nobody-to-review"))];
        }
        let (model, annotator) = (model.clone(), annotator.clone());
        // It has the same place.
        self.feedback = None;
        let order = self.reviewing.review.as_ref().map(Review::order).unwrap_or_default();
        let shown_before = match self.reviewing.review.take() {
            Some(review) => review.shown_before,
            None => self.reviewing.shown_annotators.clone(),
        };
        // Verdicts not on disk yet would not be in the queue.
        let mut effects = self.save_all();
        self.reviewing.review = Some(Review {
            annotators: annotators.clone(),
            only: only.clone(),
            order,
            cases: cases.clone(),
            filter: self.reviewing.filter,
            queue: PackedQueue::default(),
            shown: Vec::new(),
            at_hand: ItemsAtHand::default(),
            left_out: Vec::new(),
            decided: 0,
            seen: HashMap::new(),
            changed: BTreeSet::new(),
            agreed: 0,
            sampled: self.reviewing.sampled,
            drawn: Vec::new(),
            error_rates: Vec::new(),
            at: 0,
            member: 0,
            building: Some((0, 0)),
            has_begun: false,
            is_early: false,
            is_awaited: false,
            sight: 0..0,
            trail: Vec::new(),
            shown_before,
        });
        let unfinished = self.reviewing.unfinished.clone();
        let queueing = QueueOptions { annotators: annotators.clone(), reviewer: annotator, only, unfinished };
        let selection = QueueSelection { cases, sampled: self.reviewing.sampled };
        self.jobs.cancel(JobKind::QueueItems);
        effects.push(self.jobs.begin(Request::Queue { model, queueing, selection }, Subject::Nothing));
        effects.extend(self.show_annotators(annotators));
        effects
    }

    /// Leaves the review; those are shown beside the text who were before it.
    pub(super) fn end_review(&mut self) -> Vec<Effect> {
        let Some(review) = self.reviewing.review.take() else { return Vec::new() };
        self.jobs.cancel(JobKind::Queue);
        self.jobs.cancel(JobKind::QueueItems);
        self.show_annotators(review.shown_before)
    }

    pub(super) fn order_review(&mut self, order: QueueOrder) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.order = order;
        self.arrange_review()
    }

    /// What the queue shows.
    #[must_use]
    pub const fn queue_filter(&self) -> QueueFilter {
        self.reviewing.filter
    }

    pub(super) fn filter_review(&mut self, filter: QueueFilter) -> Vec<Effect> {
        self.reviewing.filter = filter;
        self.arrange_review()
    }

    /// Begins with what the queue shows now.
    fn arrange_review(&mut self) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.arrange(self.reviewing.filter);
        review.trail.clear();
        review.go_to_open();
        self.show_item()
    }

    /// Whether an annotator's sets count in a review although they are in progress.
    #[must_use]
    pub fn counts_unfinished(&self, annotator: &Annotator) -> bool {
        self.reviewing.unfinished.contains(annotator)
    }

    /// Has an annotator's unfinished sets count, or not any more; a review under way begins anew.
    pub(super) fn count_unfinished(&mut self, annotator: Annotator, on: bool) -> Vec<Effect> {
        self.reviewing.unfinished.retain(|other| *other != annotator);
        if on {
            self.reviewing.unfinished.push(annotator);
        }
        match &self.reviewing.review {
            Some(review) => {
                self.start_review(review.annotators.clone(), review.only.clone(), review.cases.clone())
            }
            None => Vec::new(),
        }
    }

    /// Looks at a sample, or at everything again; a review under way begins anew.
    pub(super) fn sample_review(&mut self, sampled: Option<Sampled>) -> Vec<Effect> {
        self.reviewing.sampled = sampled;
        match &self.reviewing.review {
            Some(review) => {
                self.start_review(review.annotators.clone(), review.only.clone(), review.cases.clone())
            }
            None => Vec::new(),
        }
    }

    /// So many articles were looked through, of so many.
    pub(super) const fn on_queue_progress(&mut self, done: usize, of: usize) {
        if let Some(review) = &mut self.reviewing.review {
            review.building = Some((done, of));
        }
    }

    /// Brings what is looked at on screen, as soon as it is at hand; its article at once.
    pub(super) fn show_item(&mut self) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.at_hand.keep(&review.needed());
        let file = review.file_at(review.at).filter(|_| review.has_begun && review.item().is_none()).cloned();
        review.is_awaited = file.is_some();
        let shown = review.member().zip(review.item());
        let shown = shown.map(|((_, member), item)| {
            let (file, annotation) = (item.file.clone(), member.id.clone());
            Destination { file, annotation, span: Some(member.extent) }
        });
        let coming = shown.as_ref().map(|shown| &shown.file).or(file.as_ref()).cloned();
        if let Some(coming) = &coming {
            self.keep_compared(coming);
        }
        let mut effects = match (shown, file) {
            (Some(destination), _) => self.go_to(destination),
            (None, Some(file)) => self.open_article(file),
            (None, None) => Vec::new(),
        };
        effects.extend(self.fetch_items());
        effects
    }

    pub(super) fn step_review(&mut self, step: Step) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        let last = review.len().saturating_sub(1);
        let at = match step {
            Step::Next if review.is_early => review.next_waiting().unwrap_or_default(),
            Step::Next => (review.at + 1).min(last),
            Step::Previous => review.at.saturating_sub(1),
        };
        self.look_at_item(at)
    }

    pub(super) fn review_item(&mut self, at: usize) -> Vec<Effect> {
        let is_there = self.reviewing.review.as_ref().is_some_and(|review| at < review.len());
        if is_there { self.look_at_item(at) } else { Vec::new() }
    }

    /// Looks at the item at a place of the queue.
    pub(super) fn look_at_item(&mut self, at: usize) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        (review.at, review.member) = (at, 0);
        (review.has_begun, review.is_early) = (true, false);
        self.show_item()
    }

    pub(super) fn review_member(&mut self, member: usize) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.member = member;
        self.show_item()
    }

    /// The first who holds the n-th version of the item.
    pub(super) fn review_version(&mut self, number: usize) -> Vec<Effect> {
        let item = self.reviewing.review.as_ref().and_then(Review::item);
        let holder = item.and_then(|item| item.versions.get(number)?.first().copied());
        holder.map_or_else(Vec::new, |holder| self.review_member(holder))
    }

    /// The next annotation of the item.
    pub(super) fn step_member(&mut self) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        let Some(item) = review.item() else { return Vec::new() };
        let present: Vec<usize> = item.present().map(|(n, _)| n).collect();
        let here = review.member().map(|(n, _)| n);
        let next =
            present.iter().position(|n| Some(*n) == here).map_or(0, |at| (at + 1) % present.len().max(1));
        let member = present.get(next).copied().unwrap_or_default();
        self.review_member(member)
    }
}
