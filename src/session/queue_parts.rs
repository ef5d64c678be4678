//! What jobs tell of a queue: its parts as they are found, and the items of articles that are looked at.

use std::ops::Range;
use std::sync::Arc;

use super::jobs::Subject;
use super::queue::Review;
use super::{Effect, OpenArticle, Session};
use crate::analysis::{DrawnMember, ReviewItem, Reviews, Stage};
use crate::jobs::{JobKind, QueueOptions, QueuePart, Request};

/// Items that are still to be looked at and fetched ahead.
const AHEAD: usize = 8;
/// Rows that are looked through for them.
const MOST_ROWS_AHEAD: usize = 2_000;
/// Rows fetched before and after the one that is looked at.
const BESIDE: usize = 2;
/// Articles whose items are asked for at once.
const FETCHED: usize = 16;

/// An item as it is known whatever its number is: its article, and by what it is known there.
type Known = (Arc<str>, u64);

impl Review {
    /// Takes in what was found since the last part.
    fn take_in(&mut self, part: QueuePart) {
        let QueuePart { is_first, queue, whole, drawn } = part;
        let before = is_first.then(|| self.begin_anew());
        let (articles, items) = (self.queue.articles(), self.queue.len() as u32);
        self.queue.append(queue);
        for (file, items) in whole {
            if let Some(article) = self.queue.article(&file) {
                self.at_hand.put(article, items);
            }
        }
        self.drawn.extend(drawn.into_iter().map(|one| DrawnMember { item: items + one.item, ..one }));
        self.show_from(articles);
        self.count_errors();
        if let Some((here, trail)) = before {
            let find = |(file, identity): Known| self.queue.find(&file, identity);
            let here = here.and_then(find).and_then(|number| self.place_of(number));
            self.trail =
                trail.into_iter().filter_map(|(known, member)| Some((find(known)?, member))).collect();
            self.has_begun &= here.is_some();
            self.at = here.unwrap_or_default();
        }
        self.at_hand.keep(&self.needed());
    }

    /// Forgets all items; gives what is looked at, and what was decided upon.
    fn begin_anew(&mut self) -> (Option<Known>, Vec<(Known, usize)>) {
        let known = |number: usize| Some((self.file_of(number)?.clone(), self.queue.get(number)?.identity()));
        let here = self.number_at(self.at).filter(|_| self.has_begun).and_then(known);
        let trail = self.trail.iter().filter_map(|(number, member)| Some((known(*number)?, *member)));
        let before = (here, trail.collect());
        (self.queue, self.shown, self.at_hand) = Default::default();
        (self.drawn, self.trail) = Default::default();
        (self.decided, self.agreed, self.sight) = (0, 0, 0..0);
        self.seen.clear();
        before
    }

    /// Everything was found. What is looked at stays; what comes first is looked at next.
    fn complete(&mut self) {
        self.building = None;
        self.queue.shrink();
        let here = self.number_at(self.at);
        self.arrange(self.filter);
        if self.has_begun {
            self.at = here.and_then(|number| self.place_of(number)).unwrap_or_default();
        }
        let queue = &self.queue;
        self.changed.retain(|file| queue.article(file).is_some());
    }

    /// Takes up an article's verdicts, and the annotator's own annotations, anew.
    pub(super) fn refresh(&mut self, article: &OpenArticle) {
        let file = &article.document().file;
        let Some(number) = self.queue.article(file) else {
            // It may be found yet, as it was before.
            if self.building.is_some() {
                self.changed.insert(file.clone());
            }
            return;
        };
        let Some(items) = self.at_hand.get_mut(number) else {
            self.changed.insert(file.clone());
            return;
        };
        self.changed.remove(file);
        let reviews = Reviews::new(Some(article.set()));
        let own = self.annotators.iter().position(|annotator| *annotator == article.set().annotator);
        let seen = self.seen.insert(file.clone(), article.set().revision());
        for item in items {
            if let Some(own) = own {
                let of = |n: usize| article.set_of(self.annotators.get(n)?);
                item.update_annotation(own, article.document(), article.set(), seen, of);
            }
            item.update_verdicts(&self.annotators, &reviews);
        }
        self.pack(number);
    }

    /// Packs the items of an article anew, which are at hand.
    fn pack(&mut self, article: usize) {
        let items = self.at_hand.get(article).unwrap_or_default();
        for (number, item) in self.queue.range(article).zip(items) {
            for is_after in [false, true] {
                let Some(packed) = self.queue.get(number) else { continue };
                let agreed = usize::from(packed.stage() == Stage::Agreed);
                let decided = usize::from(packed.is_shown() && packed.is_decided());
                if is_after {
                    (self.agreed, self.decided) = (self.agreed + agreed, self.decided + decided);
                } else {
                    (self.agreed, self.decided) = (self.agreed - agreed, self.decided - decided);
                    self.queue.update(number, item);
                }
            }
            let own = DrawnMember::range_of(&self.drawn, number);
            self.drawn[own].iter_mut().for_each(|one| one.update(item));
        }
        self.count_errors();
    }

    /// The items of an article were found again.
    fn take_items(&mut self, file: &Arc<str>, found: Vec<ReviewItem>) {
        self.changed.remove(file);
        let Some(article) = self.queue.article(file) else { return };
        let mut items = self.queue.known(article, found, self.annotators.len());
        for (number, item) in self.queue.range(article).zip(&mut items) {
            let drawn = &self.drawn[DrawnMember::range_of(&self.drawn, number)];
            item.drawn = drawn.iter().map(|one| one.annotator as usize).collect();
        }
        self.seen.remove(file);
        self.at_hand.put(article, items);
        self.pack(article);
    }

    /// The articles whose items are to be at hand, those needed first before others.
    pub(super) fn needed(&self) -> Vec<usize> {
        let beside = (self.at + 1..=self.at + BESIDE).chain(self.at.saturating_sub(BESIDE)..self.at);
        let rows = self.at + 1..self.len().min(self.at + MOST_ROWS_AHEAD);
        let waits = |at: &usize| self.packed_at(*at).is_some_and(|item| self.filter.waits(item));
        let ahead = rows.filter(waits).take(AHEAD);
        let places = std::iter::once(self.at).chain(self.sight.clone()).chain(ahead).chain(beside);
        let mut needed: Vec<usize> = Vec::new();
        for article in places.filter_map(|at| self.number_at(at)).map(|number| self.queue.article_of(number))
        {
            if !needed.contains(&article) {
                needed.push(article);
            }
        }
        needed
    }

    /// The articles whose items are to be found, as many as are asked for at once.
    fn wanted(&self) -> Vec<usize> {
        let needed = self.needed().into_iter();
        let lacking = needed.filter(|article| self.at_hand.get(*article).is_none());
        let changed = self.changed.iter().filter_map(|file| self.queue.article(file));
        lacking.chain(changed).take(FETCHED).collect()
    }
}

impl Session {
    /// More of what there is to review was found.
    pub(super) fn on_queue_part(&mut self, part: QueuePart) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        let first = if part.is_first { 0 } else { review.queue.articles() };
        review.take_in(part);
        // Verdicts given while it was read are not on disk as yet.
        for article in self.articles.values() {
            let number = review.queue.article(&article.document().file);
            if number.is_some_and(|number| number >= first) {
                review.refresh(article);
            }
        }
        if review.has_begun || review.first_waiting().is_none() {
            return Vec::new();
        }
        review.go_to_open();
        self.show_item()
    }

    /// All that there is to review was found.
    pub(super) fn on_queue(&mut self, left_out: Vec<usize>) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.left_out = left_out;
        review.complete();
        if review.has_begun {
            review.is_early = review.first_waiting().is_some_and(|first| first != review.at);
            return self.fetch_items().into_iter().collect();
        }
        review.go_to_open();
        self.show_item()
    }

    /// Asks for the items that are to be at hand and are not; once those are there that were asked for before, but for the one
    /// that is looked at.
    pub(super) fn fetch_items(&mut self) -> Option<Effect> {
        let (model, reviewer) = (self.corpus.model.as_ref()?, self.annotator.as_ref()?);
        let review = self.reviewing.review.as_mut()?;
        let wanted = review.wanted();
        let first = *wanted.first()?;
        let waits = review.is_awaited && review.item().is_none() && !review.at_hand.is_asked(first);
        if self.jobs.is_running(JobKind::QueueItems) && !waits {
            return None;
        }
        let files = wanted.iter().filter_map(|article| review.queue.file(*article).cloned()).collect();
        review.at_hand.ask(&wanted);
        let queueing = QueueOptions {
            annotators: review.annotators.clone(),
            reviewer: reviewer.clone(),
            only: None,
            unfinished: self.reviewing.unfinished.clone(),
        };
        let request = Request::QueueItems { model: model.clone(), queueing, files };
        Some(self.jobs.begin(request, Subject::Nothing))
    }

    /// The items of some articles were found again.
    pub(super) fn on_queue_items(&mut self, found: Vec<(Arc<str>, Vec<ReviewItem>)>) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.at_hand.answered();
        let files: Vec<Arc<str>> = found.iter().map(|(file, _)| file.clone()).collect();
        for (file, items) in found {
            review.take_items(&file, items);
        }
        // What was decided since is not on disk as yet.
        for file in &files {
            self.refresh_queue(file);
        }
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.at_hand.keep(&review.needed());
        let file = review.item().filter(|_| review.is_awaited).map(|item| item.file.clone());
        let Some(file) = file else { return self.fetch_items().into_iter().collect() };
        review.is_awaited = false;
        let going = self.navigation.wanted.as_ref().or(self.navigation.current.as_ref());
        if going == Some(&file) { self.show_item() } else { self.fetch_items().into_iter().collect() }
    }

    /// Items could not be found: their rows say nothing, and what is known of them stays. They are not asked for again and
    /// again.
    pub(super) fn on_no_queue_items(&mut self) {
        let Some(review) = &mut self.reviewing.review else { return };
        for article in review.at_hand.answered() {
            let nobodys = review.queue.known(article, Vec::new(), review.annotators.len());
            review.at_hand.put(article, nobodys);
        }
    }

    /// Rows of the queue came into sight.
    pub(super) fn show_rows(&mut self, rows: Range<usize>) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return Vec::new() };
        review.sight = rows;
        review.at_hand.keep(&review.needed());
        self.fetch_items().into_iter().collect()
    }

    /// Takes up the verdicts on an article anew: they were changed, or taken back.
    pub(super) fn refresh_queue(&mut self, file: &Arc<str>) {
        if let (Some(review), Some(article)) = (&mut self.reviewing.review, self.articles.get(file)) {
            review.refresh(article);
        }
    }
}
