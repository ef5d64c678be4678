//! One open article: its text, the annotator's set, the history, the selection.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failures::not_saved;
use super::save_tracker::{SAVE_RETRY_MS, SaveFailure};
use super::typing::Typing;
use super::{Search, Selection, Waiting};
use crate::format::article::HowRead;
use crate::format::sidecar;
use crate::jobs::{Blocked, JobError, LoadedArticle, SetAsideFile};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Annotator, Document};
use crate::text::Span;

/// How the set stands to the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// The file holds everything.
    #[default]
    Saved,
    /// There are changes to write.
    Changed,
    /// They are being written.
    Saving,
    /// They could not be written.
    Failed(String),
}

/// A change waits this long for the next one before it is saved, in milliseconds.
const AUTOSAVE_DELAY_MS: u64 = 400;
/// No change waits longer than this, however steadily others follow it, in milliseconds.
const AUTOSAVE_LIMIT_MS: u64 = 1_000;

/// What is to be written: the set of a document, and its position.
pub(super) type Unsaved = (Document, AnnotationSet, u64);

/// One open article of the session.
#[derive(Debug)]
pub struct OpenArticle {
    document: Document,
    set: AnnotationSet,
    /// Where the set stands in the history, and where it stood when it was last on disk.
    position: u64,
    saved: u64,
    blocked: Option<Blocked>,
    others: Vec<AnnotationSet>,
    /// Who was looked at when they were read.
    others_of: Vec<Annotator>,
    copies: Vec<PathBuf>,
    pub(super) waiting: Waiting,
    pub(super) has_set_aside: bool,
    pub(super) set_aside: Vec<SetAsideFile>,
    pub(super) selection: Selection,
    pub(super) focused: Option<AnnotationId>,
    pub(super) search: Search,
    pub(super) typing: Option<Typing>,
    /// The position after a double click has made a mark: a triple click begins with one.
    pub(super) double_clicked: Option<u64>,
    /// What the last double click took: another one there takes the next of its choices.
    pub(super) clicked_word: Option<Span>,
    /// When it was changed last.
    changed_at: u64,
    /// When it was changed first since the last save began.
    first_unsaved: Option<u64>,
    /// The position that is being written.
    saving: Option<u64>,
    failed: Option<SaveFailure<JobError>>,
    /// The number of its last edit, and of the last edit of any article that the journal has.
    edited: u64,
    kept: u64,
    /// Of how many merges with what other programs wrote the set has heard.
    merges: u64,
    /// Whether the text is another one on disk by now.
    pub(super) is_outdated: bool,
    /// Whether it was asked to keep its text, by which annotations find their words when it is changed.
    pub(super) keeps_text: bool,
    /// The position it stood at when it was last asked to be read again.
    reread_from: Option<u64>,
    /// How the text was had.
    how: HowRead,
}

impl OpenArticle {
    pub(super) fn new(loaded: LoadedArticle) -> Self {
        Self {
            edited: 0,
            kept: 0,
            merges: 0,
            is_outdated: false,
            keeps_text: false,
            reread_from: None,
            how: loaded.how,
            first_unsaved: None,
            position: 0,
            saved: 0,
            document: loaded.document,
            set: loaded.set,
            blocked: loaded.blocked,
            others: Vec::new(),
            others_of: Vec::new(),
            copies: loaded.copies,
            waiting: Waiting::new(loaded.places),
            has_set_aside: !loaded.set_aside.is_empty(),
            set_aside: Vec::new(),
            selection: Selection::default(),
            focused: None,
            search: Search::default(),
            typing: None,
            double_clicked: None,
            clicked_word: None,
            changed_at: 0,
            saving: None,
            failed: None,
        }
    }

    /// The article.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// How its text was had from its file.
    #[must_use]
    pub const fn how(&self) -> &HowRead {
        &self.how
    }

    /// BCP 47 language of its text: what its annotator typed, else what it looks like.
    #[must_use]
    pub fn language(&self) -> Option<Arc<str>> {
        sidecar::typed_language([&self.set]).or_else(|| self.document.language.clone())
    }

    /// The encoding of its bytes, where it is not UTF-8 or was chosen.
    #[must_use]
    pub fn encoding(&self) -> Option<&'static str> {
        self.document.text.origin().encoding
    }

    /// The annotator's annotations.
    #[must_use]
    pub const fn set(&self) -> &AnnotationSet {
        &self.set
    }

    pub(super) const fn set_mut(&mut self) -> &mut AnnotationSet {
        &mut self.set
    }

    /// Where the set stands in the history: equal positions mean equal sets.
    #[must_use]
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// Why it is open for reading only.
    #[must_use]
    pub const fn blocked(&self) -> Option<&Blocked> {
        self.blocked.as_ref()
    }

    /// Other copies of the annotator's sidecar that lie beside it.
    #[must_use]
    pub fn copies(&self) -> &[PathBuf] {
        &self.copies
    }

    /// A copy was merged; says whether it is one that was set aside before.
    pub(super) fn forget_copy(&mut self, path: &Path) -> bool {
        self.copies.retain(|copy| copy != path);
        self.set_aside.iter().any(|file| file.path == path)
    }

    /// Others' sets that are looked at; they are never changed.
    #[must_use]
    pub fn others(&self) -> impl ExactSizeIterator<Item = &AnnotationSet> {
        self.others.iter()
    }

    /// An annotator's set: the annotator's own, or another's that is looked at.
    #[must_use]
    pub fn set_of(&self, annotator: &Annotator) -> Option<&AnnotationSet> {
        if self.set.annotator == *annotator {
            return Some(&self.set);
        }
        self.other(annotator)
    }

    /// One of them.
    #[must_use]
    pub fn other(&self, annotator: &Annotator) -> Option<&AnnotationSet> {
        self.others.iter().find(|set| set.annotator == *annotator)
    }

    pub(super) fn set_others(&mut self, others: Vec<AnnotationSet>, of: Vec<Annotator>) {
        self.others_of = of;
        self.others = others;
    }

    /// One of them was changed since they were read.
    pub(super) fn outdate_others(&mut self) {
        self.others_of.clear();
    }

    /// Who was looked at when they were read.
    pub(super) fn others_of(&self) -> &[Annotator] {
        &self.others_of
    }

    /// Caret and selection.
    #[must_use]
    pub const fn selection(&self) -> Selection {
        self.selection
    }

    /// The annotation in focus.
    #[must_use]
    pub fn focused(&self) -> Option<&Annotation> {
        self.set.get(self.focused.as_ref()?).map(AsRef::as_ref)
    }

    /// What is looked for, and where it was found.
    #[must_use]
    pub const fn search(&self) -> &Search {
        &self.search
    }

    /// Whether there are changes that are not on disk.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.position != self.saved
    }

    /// Whether its sidecar is being written.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether all that was done in it is in the journal, so that it is there again however the program ends.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        self.edited <= self.kept
    }

    /// Whether there are changes that are neither in the sidecar nor in the journal.
    #[must_use]
    pub const fn is_at_risk(&self) -> bool {
        self.is_dirty() && !self.is_kept()
    }

    /// Its last edit has this number.
    pub(super) const fn edited(&mut self, number: u64) {
        self.edited = number;
    }

    /// All edits up to this number are in the journal.
    pub(super) fn kept_upto(&mut self, number: u64) {
        self.kept = self.kept.max(number);
    }

    /// How the set stands to the file.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        match (&self.failed, self.saving) {
            (Some(failure), _) if self.is_dirty() => SaveState::Failed(not_saved(&failure.reason)),
            (_, Some(_)) => SaveState::Saving,
            _ if self.is_dirty() => SaveState::Changed,
            _ => SaveState::Saved,
        }
    }

    /// Why the last save failed.
    pub(super) fn failure(&self) -> Option<String> {
        self.failed.as_ref().map(|failure| not_saved(&failure.reason))
    }

    /// It is about to be read again: what is done from now on may not be in what is read.
    pub(super) const fn begin_reread(&mut self) {
        self.reread_from = Some(self.position);
    }

    /// Whether nothing was done in it since it was asked to be read again.
    #[must_use]
    pub(super) fn is_as_reread(&self) -> bool {
        self.reread_from == Some(self.position)
    }

    /// It is opened at a position of the history, which is on disk, or kept in the journal or a file that is still there.
    pub(super) fn open_at(&mut self, position: u64, is_saved: bool) {
        self.position = position;
        if is_saved {
            self.saved = position;
        } else {
            self.first_unsaved = Some(0);
        }
    }

    /// Its set was changed, and stands at another position now.
    pub(super) fn touched(&mut self, position: u64, millis: u64) {
        self.position = position;
        self.changed_at = millis;
        self.first_unsaved = self.is_dirty().then(|| self.first_unsaved.unwrap_or(millis));
        if self.focused().is_none() {
            self.focused = None;
        }
    }

    /// When a save is due, in milliseconds since the epoch: soon after the last change, and never long after the first one
    /// that is not saved.
    pub(super) fn due(&self) -> Option<u64> {
        if !self.is_dirty() || self.saving.is_some() || self.blocked.is_some() {
            return None;
        }
        match (self.first_unsaved, &self.failed) {
            (Some(first), _) => Some((self.changed_at + AUTOSAVE_DELAY_MS).min(first + AUTOSAVE_LIMIT_MS)),
            // Nothing was changed since.
            (None, Some(failure)) => Some(failure.retry_at),
            (None, None) => Some(self.changed_at),
        }
    }

    pub(super) fn save_when_due(&mut self, millis: u64) -> Option<Unsaved> {
        self.due().filter(|due| *due <= millis)?;
        Some(self.save())
    }

    pub(super) fn save_now(&mut self) -> Option<Unsaved> {
        self.failed = None;
        let changed = self.is_dirty() && self.blocked.is_none();
        // Saves are carried out in order: one that is under way does not keep newer changes waiting.
        (changed && self.saving != Some(self.position)).then(|| self.save())
    }

    /// Saves what is there already, to be merged with what another program wrote.
    pub(super) fn save_anyway(&mut self) -> Option<Unsaved> {
        self.blocked.is_none().then(|| self.save())
    }

    /// The set was merged with what another program wrote. What is no change of annotations is taken over at once.
    pub(super) fn took_in(&mut self, merged: &AnnotationSet) {
        self.merges += 1;
        self.take_fields(merged);
    }

    /// Takes over what this version cannot read.
    pub(super) fn take_fields(&mut self, merged: &AnnotationSet) {
        self.set.unread.clone_from(&merged.unread);
        self.set.extra.clone_from(&merged.extra);
    }

    /// Of how many merges the set has heard.
    #[must_use]
    pub const fn merges(&self) -> u64 {
        self.merges
    }

    fn save(&mut self) -> Unsaved {
        self.saving = Some(self.position);
        self.first_unsaved = None;
        (self.document.clone(), self.set.clone(), self.position)
    }

    pub(super) fn saved(&mut self, position: u64) {
        self.saved = position;
        self.answered(position);
        self.failed = None;
    }

    /// A save was answered; a later one may still be under way.
    fn answered(&mut self, position: u64) {
        self.saving = self.saving.filter(|saving| *saving != position);
    }

    /// Notes the failure; says whether it is news. Where the journal has the set, it has all edits up to that number.
    pub(super) fn save_failed(&mut self, (position, edit): (u64, u64), error: JobError, millis: u64) -> bool {
        self.answered(position);
        if matches!(error, JobError::NotSaved { kept: true, .. }) {
            self.kept_upto(edit);
        }
        let news = self.failed.as_ref().is_none_or(|failure| failure.reason != error);
        self.failed = Some(SaveFailure { reason: error, retry_at: millis + SAVE_RETRY_MS });
        news
    }
}
