//! Filling gold sets: that of the open article, or all of them after a look at what comes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::deferred::{DeferredEdit, left_out};
use super::jobs::Subject;
use super::{Effect, FillOptions, Now, Session, Severity};
use crate::analysis::{FillReason, FillRule, Filling, fill};
use crate::edit::Change;
use crate::jobs::adjudicate::ArticleFilling;
use crate::jobs::{JobKind, Request};
use crate::model::{AnnotationId, AnnotationSet, Annotator, State};
use crate::words::{say, text};

/// What filling gold sets comes to.
#[derive(Clone, Debug)]
pub struct GoldPreview {
    how: FillOptions,
    progress: (usize, usize),
    found: Option<Arc<[ArticleFilling]>>,
    /// Items by what is done with them.
    counts: BTreeMap<FillReason, usize>,
}

impl GoldPreview {
    /// How it was asked for.
    #[must_use]
    pub const fn how(&self) -> &FillOptions {
        &self.how
    }

    /// How many articles were looked at, of how many; nothing once all are.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.found.is_none().then_some(self.progress)
    }

    /// Items by what is done with them: what is taken by its rule, what is left out by why.
    #[must_use]
    pub const fn counts(&self) -> &BTreeMap<FillReason, usize> {
        &self.counts
    }

    fn fillings(&self) -> impl Iterator<Item = &ArticleFilling> {
        self.found.iter().flat_map(|found| found.iter())
    }

    /// Annotations that would be taken.
    #[must_use]
    pub fn annotations(&self) -> usize {
        self.fillings().map(|one| one.filling.taken.len()).sum()
    }

    /// Links that would be taken.
    #[must_use]
    pub fn links(&self) -> usize {
        self.fillings().map(|one| one.filling.links.len()).sum()
    }

    /// How many gold sets would be complete, of how many that somebody has finished.
    #[must_use]
    pub fn complete(&self) -> (usize, usize) {
        let complete = self.fillings().filter(|one| one.filling.is_complete());
        (complete.count(), self.fillings().count())
    }

    /// Whether there is anything to do.
    #[must_use]
    pub fn does_something(&self) -> bool {
        self.fillings().any(changes_something)
    }

    /// Links that are left out because an end is not in gold: article, label, whose, and the end.
    pub fn links_left_out(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<str>, &Annotator, &AnnotationId)> {
        self.fillings().flat_map(|one| {
            one.filling.links_left_out.iter().map(|(label, whose, end)| (&one.file, label, whose, end))
        })
    }
}

/// Whether filling changes a gold set.
fn changes_something(one: &ArticleFilling) -> bool {
    !one.filling.taken.is_empty()
        || !one.filling.links.is_empty()
        || (one.filling.is_complete() && one.before.state() != State::Done)
}

impl Session {
    /// What filling the gold set of the open article by a rule comes to, of those who are looked at and have finished it;
    /// nothing where it is not the gold set that is written.
    #[must_use]
    pub fn filling(&self, rule: &FillRule) -> Option<Filling> {
        let article = self.article().filter(|_| self.is_gold())?;
        let sets: Vec<AnnotationSet> = article.others().cloned().collect();
        Some(fill(&sets, Some(article.set()), rule))
    }

    /// Fills the gold set of the open article, in one step of undo.
    pub(super) fn fill_gold(&mut self, rule: &FillRule, now: &Now) -> Vec<Effect> {
        let Some(filling) = self.filling(rule) else {
            return vec![Effect::tell(Severity::Info, text("session-fill-not-gold"))];
        };
        let Some(state) = self.article().map(|article| article.set().state()) else { return Vec::new() };
        let changes = filling.changes(state, &now.timestamp, &mut || self.new_id(now));
        if changes.is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-fill-nothing"))];
        }
        let (taken, links) = (filling.taken.len(), filling.links_left_out.len());
        let told = say!("session-filled", taken = taken, open = filling.open, links = links);
        self.change_and_tell(text("session-step-fill"), changes, told, now)
    }

    /// What filling gold sets comes to, as it was last asked for, or is to be done once its articles are read.
    #[must_use]
    pub fn gold_preview(&self) -> Option<&GoldPreview> {
        self.reviewing.gold.as_ref().or_else(|| self.deferred.filling())
    }

    pub(super) fn preview_fill(&mut self, how: FillOptions) -> Vec<Effect> {
        let Some(model) = self.corpus.model.clone().filter(|_| self.is_gold()) else {
            return vec![Effect::tell(Severity::Info, text("session-fill-not-gold"))];
        };
        // What is not on disk yet would not be counted.
        let mut effects = self.save_all();
        self.reviewing.gold =
            Some(GoldPreview { how: how.clone(), progress: (0, 0), found: None, counts: BTreeMap::new() });
        effects.push(self.jobs.begin(Request::FillGold { model, how }, Subject::Nothing));
        effects
    }

    pub(super) fn leave_fill(&mut self) {
        self.jobs.cancel(JobKind::FillGold);
        self.reviewing.gold = None;
    }

    pub(super) const fn on_filling(&mut self, done: usize, of: usize) {
        if let Some(gold) = &mut self.reviewing.gold {
            gold.progress = (done, of);
        }
    }

    pub(super) fn on_filling_found(&mut self, found: Arc<[ArticleFilling]>) {
        let Some(gold) = &mut self.reviewing.gold else { return };
        for (what, count) in found.iter().flat_map(|one| &one.filling.counts) {
            *gold.counts.entry(what.clone()).or_default() += count;
        }
        gold.found = Some(found);
    }

    /// Fills the gold sets as was looked at, once their articles are read.
    pub(super) fn fill_as_shown(&mut self, now: &Now) -> Vec<Effect> {
        let Some(gold) = self.reviewing.gold.take_if(|gold| gold.found.is_some()) else {
            return Vec::new();
        };
        let changed = gold.fillings().filter(|one| changes_something(one));
        let files: BTreeSet<Arc<str>> = changed.map(|one| one.file.clone()).collect();
        self.defer(DeferredEdit::FillGold(Box::new(gold)), files, now)
    }

    /// Fills what was looked at and whose articles are read: one step of undo in all of them. What was changed meanwhile
    /// stays as it is and is named.
    pub(super) fn fill_looked_at(&mut self, gold: &GoldPreview, now: &Now) -> Vec<Effect> {
        let mut parts: Vec<(Arc<str>, Vec<Change>)> = Vec::new();
        let (mut left, mut taken, mut open, mut links) = (Vec::new(), 0, 0, 0);
        for one in gold.fillings() {
            if !changes_something(one) {
                open += one.filling.open;
                continue;
            }
            let article = self.articles.get(&one.file).filter(|article| article.blocked().is_none());
            let is_as_seen = article.is_some_and(|article| *article.set() == one.before);
            if !is_as_seen {
                left.push(one.file.clone());
                continue;
            }
            let mut fresh = || self.new_id(now);
            let changes = one.filling.changes(one.before.state(), &now.timestamp, &mut fresh);
            parts.push((one.file.clone(), changes));
            taken += one.filling.taken.len();
            open += one.filling.open;
            links += one.filling.links_left_out.len();
        }
        let told = |_: usize, articles: usize| {
            say!("session-filled-articles", taken = taken, articles = articles, open = open)
        };
        let mut effects = self.transact_in_all(text("session-step-fill"), parts, &told, now);
        effects.extend(left_out(&left, |files| say!("session-fill-left", files = files)));
        if links > 0 {
            effects.push(Effect::tell(Severity::Info, say!("session-fill-links-left", count = links)));
        }
        effects
    }
}
