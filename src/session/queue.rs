//! A review under way: its queue, and where one is in it.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::QueueFilter;
use super::items_at_hand::ItemsAtHand;
use crate::analysis::{
    DrawnMember, ErrorRate, Member, PackedItem, PackedQueue, QueueOrder, ReviewItem, Sampled, Stage,
};
use crate::jobs::ItemCases;
use crate::model::{Annotator, ReviewTarget, Revision};

/// A review under way.
#[derive(Clone, Debug)]
pub struct Review {
    /// Whose annotations are reviewed, in the order of members.
    pub(super) annotators: Vec<Annotator>,
    /// The articles of it; the whole workspace when nothing.
    pub(super) only: Option<Vec<Arc<str>>>,
    pub(super) order: QueueOrder,
    /// Only those that a figure stands for.
    pub(super) cases: Option<ItemCases>,
    pub(super) filter: QueueFilter,
    /// All items, packed, shown or not.
    pub(super) queue: PackedQueue,
    /// Those that the filter lets through, in order, by number.
    pub(super) shown: Vec<u32>,
    /// Those that are there in full.
    pub(super) at_hand: ItemsAtHand,
    /// Of each annotator, how many articles are in progress and were left out.
    pub(super) left_out: Vec<usize>,
    /// How many items are decided: asked for in every frame, so counted as they change.
    pub(super) decided: usize,
    /// The revision of the annotator's own set that the items of each article show.
    pub(super) seen: HashMap<Arc<str>, Revision>,
    /// Articles that were changed while their items were not at hand.
    pub(super) changed: BTreeSet<Arc<str>>,
    pub(super) agreed: usize,
    /// How much was drawn, where only a sample is looked at, what, and how often each annotator errs in it.
    pub(super) sampled: Option<Sampled>,
    pub(super) drawn: Vec<DrawnMember>,
    pub(super) error_rates: Vec<ErrorRate>,
    pub(super) at: usize,
    /// Which annotator's annotation of the item is looked at.
    pub(super) member: usize,
    /// How many articles were looked through, and of how many; nothing once all are.
    pub(super) building: Option<(usize, usize)>,
    /// Whether an item is looked at: before all are found, as soon as one is to be decided.
    pub(super) has_begun: bool,
    /// Whether what is looked at was shown before others were found that come first.
    pub(super) is_early: bool,
    /// Whether what is looked at is to be shown as soon as it is at hand.
    pub(super) is_awaited: bool,
    /// The rows in sight.
    pub(super) sight: Range<usize>,
    /// Items, by number, and members that were decided upon, the last one last.
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

    /// How many items the queue shows.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether it shows none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The items that the queue shows, in its order, as far as they are at hand: of few articles all.
    pub fn items(&self) -> impl Iterator<Item = &ReviewItem> {
        (0..self.len()).filter_map(move |at| self.item_at(at))
    }

    /// The item at a place of the queue, where it is at hand.
    #[must_use]
    pub fn item_at(&self, at: usize) -> Option<&ReviewItem> {
        let number = self.number_at(at)?;
        let article = self.queue.article_of(number);
        self.at_hand.get(article)?.get(number - self.queue.range(article).start)
    }

    /// What is always known of the item at a place of the queue.
    #[must_use]
    pub fn packed_at(&self, at: usize) -> Option<&PackedItem> {
        self.queue.get(self.number_at(at)?)
    }

    /// The article of the item at a place of the queue.
    #[must_use]
    pub fn file_at(&self, at: usize) -> Option<&Arc<str>> {
        self.file_of(self.number_at(at)?)
    }

    /// Whether rows are to be asked for, before they can be shown in full.
    #[must_use]
    pub fn lacks(&self, rows: &Range<usize>) -> bool {
        *rows != self.sight && rows.clone().any(|at| self.item_at(at).is_none())
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

    /// The number of the item at a place of the queue.
    pub(super) fn number_at(&self, at: usize) -> Option<usize> {
        self.shown.get(at).map(|number| *number as usize)
    }

    /// The place of an item in the queue, where it is shown.
    pub(super) fn place_of(&self, number: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown as usize == number)
    }

    /// The article of an item, by number.
    pub(super) fn file_of(&self, number: usize) -> Option<&Arc<str>> {
        self.queue.file(self.queue.article_of(number))
    }

    /// Every item of an article that is at hand, shown or not, with the place of the one that is looked at.
    pub(super) fn items_of(&self, file: &str) -> (Vec<&ReviewItem>, Option<usize>) {
        let Some(article) = self.queue.article(file) else { return (Vec::new(), None) };
        let range = self.queue.range(article);
        let here = self.number_at(self.at).filter(|number| range.contains(number));
        (self.at_hand.get(article).into_iter().flatten().collect(), here.map(|number| number - range.start))
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

    /// What is looked at; nothing as long as it is not at hand.
    #[must_use]
    pub fn item(&self) -> Option<&ReviewItem> {
        self.item_at(self.at).filter(|_| self.has_begun)
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
            self.error_rates = ErrorRate::of_drawn(&self.drawn, self.annotators.len());
        }
    }

    /// Shows what the filter lets through, in order.
    pub(super) fn arrange(&mut self, filter: QueueFilter) {
        self.filter = filter;
        for number in std::mem::take(&mut self.shown) {
            self.queue.show(number as usize, false);
        }
        (self.decided, self.agreed, self.sight) = (0, 0, 0..0);
        self.show_from(0);
        self.shown.shrink_to_fit();
        self.count_errors();
    }

    /// Shows also what the filter lets through of the articles from this one on.
    pub(super) fn show_from(&mut self, article: usize) {
        let filter = self.filter;
        let articles = article..self.queue.articles();
        let new = self.queue.in_order(articles, self.order, |item| filter.shows(item));
        for number in &new {
            self.queue.show(*number as usize, true);
        }
        let added = &self.queue.items()[self.queue.range(article).start..];
        self.agreed += added.iter().filter(|item| item.stage() == Stage::Agreed).count();
        self.decided += added.iter().filter(|item| item.is_shown() && item.is_decided()).count();
        self.shown.extend(new);
    }

    /// Looks at the first that is not decided.
    pub(super) fn go_to_open(&mut self) {
        self.at = self.first_waiting().unwrap_or_default();
        (self.member, self.has_begun, self.is_early) = (0, true, false);
    }

    /// The place of the first that is still to be looked at.
    pub(super) fn first_waiting(&self) -> Option<usize> {
        self.waiting_from(0).next()
    }

    /// The places of those from this one on that are still to be looked at.
    pub(super) fn waiting_from(&self, at: usize) -> impl Iterator<Item = usize> {
        let waits = move |at: &usize| self.packed_at(*at).is_some_and(|item| self.filter.waits(item));
        (at..self.len()).filter(waits)
    }

    /// The place of the next that is still to be looked at, from where one is, and again from the beginning.
    pub(super) fn next_waiting(&self) -> Option<usize> {
        let here = if self.is_early { 0 } else { self.at };
        self.waiting_from(here).next().or_else(|| self.first_waiting())
    }
}
