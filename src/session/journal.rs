//! What was done and is not in the journal yet: each change goes there at once, letters of a word together.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Notice, Now, OpenArticle, Session, Severity};
use crate::edit::{Edit, EditAction};
use crate::jobs::{KeepRequest, KeptEdit, Request};
use crate::model::{Annotator, Document, EditId};
use crate::words::say;

/// What is typed waits this long for the next letters, in milliseconds.
const TYPING_DELAY_MS: u64 = 200;
/// Where the journal could not be written it is tried again this much later, in milliseconds.
const RETRY_MS: u64 = 10_000;
/// How much later it is tried again where something was done since, in milliseconds.
const EARLY_RETRY_MS: u64 = 1_000;

/// Edits that are not in the journal, in the order made.
#[derive(Debug, Default)]
pub(super) struct Unkept {
    edits: Vec<Arc<KeptEdit>>,
    /// How many of the first are being written.
    writing: usize,
    /// When the others are to be written, in milliseconds since the epoch.
    due: Option<u64>,
    failure: Option<String>,
}

impl Unkept {
    /// Takes an edit of these documents in.
    pub(super) fn push(&mut self, edit: Edit, documents: Vec<Document>, millis: u64) {
        let is_typing = edit.action == EditAction::Amend;
        let wait = match (&self.failure, is_typing) {
            (Some(_), _) => EARLY_RETRY_MS,
            (None, true) => TYPING_DELAY_MS,
            (None, false) => 0,
        };
        self.due = Some(self.due.map_or(millis + wait, |due| due.min(millis + wait)));
        let last = if self.edits.len() > self.writing { self.edits.last_mut() } else { None };
        let rest = match last {
            Some(last) if is_typing => Arc::make_mut(last).edit.absorb(edit),
            _ => Some(edit),
        };
        self.edits.extend(rest.map(|edit| Arc::new(KeptEdit { edit, documents, at_ms: millis })));
    }

    /// When there is something to be written, in milliseconds since the epoch.
    pub(super) const fn due(&self) -> Option<u64> {
        if self.writing > 0 { None } else { self.due }
    }

    /// All of them, to be written.
    fn take(&mut self) -> Option<Vec<Arc<KeptEdit>>> {
        if self.writing > 0 || self.edits.is_empty() {
            return None;
        }
        (self.writing, self.due) = (self.edits.len(), None);
        Some(self.edits.clone())
    }

    /// Those that are not being written yet: what is open is closed.
    fn take_rest(&mut self) -> Vec<Arc<KeptEdit>> {
        self.due = None;
        self.edits.split_off(self.writing)
    }

    /// Those that were being written are kept; gives the number of the last.
    fn kept(&mut self) -> Option<u64> {
        let kept: Vec<_> = self.edits.drain(..self.writing.min(self.edits.len())).collect();
        (self.writing, self.failure) = (0, None);
        kept.last().map(|last| last.edit.id.number)
    }

    /// They could not be written; says whether the reason is news.
    fn failed(&mut self, reason: String, millis: u64) -> bool {
        self.writing = 0;
        self.due = Some(millis + RETRY_MS);
        let is_news = self.failure.as_ref() != Some(&reason);
        self.failure = Some(reason);
        is_news
    }

    /// All of them.
    pub(super) fn edits(&self) -> &[Arc<KeptEdit>] {
        &self.edits
    }
}

impl Session {
    /// Edits that are not in the journal, as far as is known: those that are being written are among them.
    #[must_use]
    pub fn unkept(&self) -> Option<KeepRequest> {
        let edits = self.articles.unkept().edits().to_vec();
        let root = self.library.as_ref()?.root().to_owned();
        (!edits.is_empty()).then_some(KeepRequest { root, annotator: self.annotator.clone()?, edits })
    }

    /// How many edits are not in the journal, and the number of the last: as long as both are the same, so are they.
    #[must_use]
    pub fn unkept_edits(&self) -> (usize, u64) {
        let edits = self.articles.unkept().edits();
        (edits.len(), edits.last().map_or(0, |last| last.edit.id.number))
    }

    /// The last edit of any article.
    #[must_use]
    pub const fn newest_edit(&self) -> EditId {
        self.articles.newest_edit()
    }

    /// Writes what is due to the journal.
    pub(super) fn keep_when_due(&mut self, now: &Now) -> Option<Effect> {
        self.articles.unkept().due().filter(|due| *due <= now.millis)?;
        self.keep_all()
    }

    /// Writes all there is to the journal.
    pub(super) fn keep_all(&mut self) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let annotator = self.annotator.clone()?;
        let edits = self.articles.unkept_mut().take()?;
        Some(self.jobs.begin(Request::Keep(KeepRequest { root, annotator, edits }), Subject::Nothing))
    }

    /// Writes what is left to the journal, before the articles are closed.
    pub(super) fn keep_rest(&mut self) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let annotator = self.annotator.clone()?;
        let edits = self.articles.unkept_mut().take_rest();
        if edits.is_empty() {
            return None;
        }
        Some(self.jobs.begin(Request::Keep(KeepRequest { root, annotator, edits }), Subject::Nothing))
    }

    /// The journal was written. The texts it speaks of are kept as well: should one be another text before it is saved, that is
    /// how its edits find their words.
    pub(super) fn on_kept(&mut self) -> Vec<Effect> {
        let Some(number) = self.articles.unkept_mut().kept() else { return Vec::new() };
        self.articles.values_mut().for_each(|article| article.kept_upto(number));
        let is_new = |article: &&OpenArticle| !article.keeps_text;
        let new = self.articles.values().filter(is_new).map(|article| article.document().file.clone());
        let new: Vec<Arc<str>> = new.collect();
        new.iter().filter_map(|file| self.keep_text(file)).collect()
    }

    /// The journal could not be written.
    pub(super) fn on_not_kept(&mut self, reason: &str, now: &Now) -> Vec<Effect> {
        if !self.articles.unkept_mut().failed(reason.to_owned(), now.millis) {
            return Vec::new();
        }
        vec![Effect::tell(Severity::Warning, say!("session-journal-failed", error = reason))]
    }

    /// Saves what the annotator's journal has of articles that are not open, and no sidecar; `unsaved` are those of everybody.
    pub(super) fn restore_closed(&mut self, unsaved: &[(String, Annotator)]) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let annotator = self.annotator.clone()?;
        let open = self.articles.values().map(|article: &OpenArticle| article.document().file.clone());
        let coming = [&self.navigation.wanted, &self.navigation.beside];
        let open: Vec<Arc<str>> = open.chain(coming.into_iter().flatten().cloned()).collect();
        let is_closed = |file: &str| open.iter().all(|open| **open != *file);
        let waits = unsaved.iter().any(|(file, whose)| *whose == annotator && is_closed(file));
        waits.then(|| self.jobs.begin(Request::Restore { root, annotator, open }, Subject::Nothing))
    }

    /// Says that work of others is kept that they could not save; that of the annotator is put in its place now.
    pub(super) fn tell_of_kept(&self, left: &[(String, Annotator)]) -> Option<Effect> {
        let others = left.iter().filter(|(_, whose)| self.annotator.as_ref() != Some(whose));
        let named: Vec<String> = others.map(|(file, annotator)| format!("{file} ({annotator})")).collect();
        let text = || say!("session-kept-for-others", files = named.join(", "));
        (!named.is_empty()).then(|| Effect::tell(Severity::Warning, text()))
    }

    /// What could not be saved before was saved in so many articles.
    pub(super) fn on_restored(&mut self, articles: usize, notices: Vec<Notice>) -> Vec<Effect> {
        let mut effects: Vec<Effect> = notices.into_iter().map(Effect::Notify).collect();
        if articles > 0 {
            // The list has counted them without it.
            effects.extend(self.rescan());
        }
        effects
    }
}
