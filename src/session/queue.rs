//! A review under way: its queue, and where one is in it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::analysis::{ErrorRate, Member, QueueOrder, ReviewItem, Sampled, Stage};
use crate::model::{Annotator, ReviewTarget, Revision};
use crate::words::text;

/// What a queue shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueFilter {
    /// Whatever annotators differ in, decided or not, and what was decided of what they agree about.
    #[default]
    Differences,
    /// What has no verdict.
    Open,
    /// What all agree about, and nobody has decided.
    Agreed,
    /// What has a verdict that holds.
    Decided,
    /// What was changed since its verdict.
    Changed,
    /// What an annotator answered.
    Answered,
    /// What came back: changed, also to what is decided already, or answered.
    CameBack,
    /// What another reviewer decided otherwise.
    Contradicted,
}

impl QueueFilter {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::Differences,
        Self::Open,
        Self::Agreed,
        Self::Decided,
        Self::Changed,
        Self::Answered,
        Self::CameBack,
        Self::Contradicted,
    ];

    /// What the analyst reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        text(match self {
            Self::Differences => "session-queue-differences",
            Self::Open => "session-queue-open",
            Self::Agreed => "session-queue-agreed",
            Self::Decided => "session-queue-decided",
            Self::Changed => "session-queue-changed",
            Self::Answered => "session-queue-answered",
            Self::CameBack => "session-queue-came-back",
            Self::Contradicted => "session-queue-contradicted",
        })
    }

    fn shows(self, item: &ReviewItem) -> bool {
        match (self, item.stage()) {
            (Self::Differences, stage) => stage != Stage::Agreed,
            (Self::Open, stage) => stage == Stage::Open,
            (Self::Agreed, stage) => stage == Stage::Agreed,
            (Self::Decided, stage) => matches!(stage, Stage::Decided | Stage::Contradicted),
            (Self::Changed, stage) => stage == Stage::Changed,
            (Self::Answered, _) => item.is_answered(),
            (Self::CameBack, _) => item.came_back(),
            (Self::Contradicted, _) => item.is_contradicted(),
        }
    }
}

/// A review under way.
#[derive(Clone, Debug)]
pub struct Review {
    /// Whose annotations are reviewed, in the order of members.
    pub(super) annotators: Vec<Annotator>,
    /// The articles of it; the whole workspace when nothing.
    pub(super) only: Option<Vec<Arc<str>>>,
    pub(super) order: QueueOrder,
    /// Only where the first two have these labels.
    pub(super) labels: Option<[Option<Arc<str>>; 2]>,
    pub(super) items: Vec<ReviewItem>,
    /// Items that the filter hides, by article.
    pub(super) hidden: BTreeMap<Arc<str>, Vec<ReviewItem>>,
    pub(super) filter: QueueFilter,
    /// Of each annotator, how many articles are in progress and were left out.
    pub(super) left_out: Vec<usize>,
    /// How many items are decided: asked for in every frame, so counted as they change.
    pub(super) decided: usize,
    /// Where the items of each article are.
    pub(super) by_file: HashMap<Arc<str>, Vec<usize>>,
    /// The revision of the annotator's own set that the items of each article show.
    pub(super) seen: HashMap<Arc<str>, Revision>,
    pub(super) agreed: usize,
    /// How much was drawn, where only a sample is looked at, and how often each annotator errs in it.
    pub(super) sampled: Option<Sampled>,
    pub(super) error_rates: Vec<ErrorRate>,
    pub(super) at: usize,
    /// Which annotator's annotation of the item is looked at.
    pub(super) member: usize,
    /// How many articles were looked through, and of how many; nothing once all are.
    pub(super) building: Option<(usize, usize)>,
    /// Items and members that were decided upon, the last one last.
    pub(super) trail: Vec<(usize, usize)>,
    /// Whose annotations were shown before it.
    pub(super) shown_before: Vec<Annotator>,
}

impl Review {
    /// Whose annotations are reviewed.
    #[must_use]
    pub fn annotators(&self) -> &[Annotator] {
        &self.annotators
    }

    /// The articles of it, or nothing for all.
    #[must_use]
    pub fn only(&self) -> Option<&[Arc<str>]> {
        self.only.as_deref()
    }

    /// In which order.
    #[must_use]
    pub const fn order(&self) -> QueueOrder {
        self.order
    }

    /// Everything there is to review.
    #[must_use]
    pub fn items(&self) -> &[ReviewItem] {
        &self.items
    }

    /// What all agree about and nobody has decided, shown or not.
    #[must_use]
    pub const fn agreed(&self) -> usize {
        self.agreed
    }

    /// Of each annotator, how many articles are in progress and were left out.
    #[must_use]
    pub fn left_out(&self) -> &[usize] {
        &self.left_out
    }

    /// Every item of an article, shown or not, with the place of the one that is looked at.
    pub(super) fn items_of(&self, file: &str) -> (Vec<&ReviewItem>, Option<usize>) {
        let here =
            self.by_file.get(file).into_iter().flatten().filter_map(|at| Some((*at, self.items.get(*at)?)));
        let (numbers, mut items): (Vec<usize>, Vec<&ReviewItem>) = here.unzip();
        items.extend(self.hidden.get(file).into_iter().flatten());
        (items, numbers.iter().position(|at| *at == self.at))
    }

    /// How many answers there are to what the reviewer said of this annotation.
    pub(super) fn rounds_of(&self, of: &ReviewTarget) -> u32 {
        let Some(number) = self.annotators.iter().position(|annotator| *annotator == of.annotator) else {
            return 0;
        };
        let is_it = |item: &&ReviewItem| {
            item.members[number].as_ref().is_some_and(|member| member.id == of.annotation)
        };
        let items = self.item().map(|item| self.items_of(&item.file).0).unwrap_or_default();
        items.into_iter().find(is_it).map_or(0, |item| item.rounds_of(number))
    }

    /// Where one is.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// What is looked at.
    #[must_use]
    pub fn item(&self) -> Option<&ReviewItem> {
        self.items.get(self.at)
    }

    /// The number of the annotator whose annotation is looked at, and it.
    #[must_use]
    pub fn member(&self) -> Option<(usize, &Member)> {
        let item = self.item()?;
        let chosen = item.members.get(self.member).and_then(Option::as_ref).map(|m| (self.member, m));
        chosen.or_else(|| item.present().next())
    }

    /// How many have a verdict that holds.
    #[must_use]
    pub const fn decided(&self) -> usize {
        self.decided
    }

    /// How many articles were looked through, and of how many; nothing once all are.
    #[must_use]
    pub const fn building(&self) -> Option<(usize, usize)> {
        self.building
    }

    /// How much was drawn, where only a sample is looked at.
    #[must_use]
    pub const fn sampled(&self) -> Option<Sampled> {
        self.sampled
    }

    /// How often each annotator errs in the sample, by number; nothing without one.
    #[must_use]
    pub fn error_rates(&self) -> &[ErrorRate] {
        &self.error_rates
    }

    /// Counts errors in the sample anew.
    pub(super) fn count_errors(&mut self) {
        if self.sampled.is_some() {
            let all = self.items.iter().chain(self.hidden.values().flatten());
            self.error_rates = ErrorRate::of_each(all, self.annotators.len());
        }
    }

    /// Shows what the filter lets through, in order.
    pub(super) fn arrange(&mut self, filter: QueueFilter) {
        let order = self.order;
        self.filter = filter;
        let mut all: Vec<ReviewItem> = std::mem::take(&mut self.hidden).into_values().flatten().collect();
        all.append(&mut self.items);
        self.agreed = all.iter().filter(|item| item.stage() == Stage::Agreed).count();
        for item in all {
            if filter.shows(&item) {
                self.items.push(item);
            } else {
                self.hidden.entry(item.file.clone()).or_default().push(item);
            }
        }
        self.items.sort_by(|one, other| order.compare(one, other));
        self.decided = self.items.iter().filter(|item| item.is_decided()).count();
        self.by_file.clear();
        self.seen.clear();
        self.trail.clear();
        for (n, item) in self.items.iter().enumerate() {
            self.by_file.entry(item.file.clone()).or_default().push(n);
        }
        self.count_errors();
    }

    /// Looks at the first that is not decided.
    pub(super) fn go_to_open(&mut self) {
        self.at = self.items.iter().position(|item| self.waits(item)).unwrap_or_default();
        self.member = 0;
    }

    /// Whether an item of the queue is still to be looked at.
    pub(super) fn waits(&self, item: &ReviewItem) -> bool {
        match self.filter {
            QueueFilter::Agreed => item.stage() == Stage::Agreed,
            QueueFilter::CameBack => item.came_back(),
            QueueFilter::Contradicted => item.is_contradicted(),
            QueueFilter::Differences
            | QueueFilter::Open
            | QueueFilter::Decided
            | QueueFilter::Changed
            | QueueFilter::Answered => !item.is_decided(),
        }
    }
}
