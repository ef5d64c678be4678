//! Keeping every change in a journal, and taking up from there what an earlier run did.

mod past;
mod restore;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

pub(super) use self::past::{OtherSource, Past};
pub(super) use self::restore::restore;
use super::entities::{entity_history, entity_records};
use super::{LoadRequest, Notice, Severity, pause};
use crate::edit::{Edit, EditAction, RegistryHistory, TransactionKind};
use crate::format::entities::{decode_steps, encode_steps};
use crate::format::journal::{EditRecord, Record, RecordAction, RecordPart, SavedRecord};
use crate::model::{Annotator, Document, EditId};
use crate::store::journal::{Journal, entity_steps, keep_entity_steps, unsaved_in};
use crate::words::{say, system, text};

/// Something that was done, to be kept in the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptEdit {
    /// What was done.
    pub edit: Edit,
    /// The articles it changed, in the order of its parts.
    pub documents: Vec<Document>,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
}

/// Edits to be kept, in the order made.
#[derive(Clone, Debug, PartialEq)]
pub struct KeepRequest {
    /// The workspace folder.
    pub root: PathBuf,
    /// Who made them.
    pub annotator: Annotator,
    /// The edits.
    pub edits: Vec<Arc<KeptEdit>>,
}

impl KeptEdit {
    fn record(&self) -> Result<Record, String> {
        let Self { edit, documents, at_ms } = self;
        let parts = edit.parts.iter().zip(documents);
        let part = |((_, changes), document): (&(Arc<str>, Vec<_>), _)| RecordPart::new(document, changes);
        let parts = parts.map(part).collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
        Ok(Record::Edit(EditRecord {
            edit: edit.id,
            step: edit.step,
            action: match edit.action {
                EditAction::Do => RecordAction::Do,
                EditAction::Amend => RecordAction::Amend,
                EditAction::Undo => RecordAction::Undo,
                EditAction::Redo => RecordAction::Redo,
                EditAction::Cancel => RecordAction::Cancel,
            },
            name: edit.name.clone(),
            is_decision: edit.kind == TransactionKind::Decision,
            new_entity: match &edit.kind {
                TransactionKind::NewEntity(id) => Some(id.clone()),
                TransactionKind::Edit | TransactionKind::Decision => None,
            },
            at_ms: *at_ms,
            parts,
            left: edit.left.clone(),
        }))
    }
}

type Place = (PathBuf, Annotator);

/// The journals of this window, by workspace and annotator.
#[derive(Debug)]
pub struct Journals {
    folder: Option<PathBuf>,
    open: Mutex<HashMap<Place, Arc<Mutex<OpenJournal>>>>,
    /// The one that stays open; nothing where each does.
    held: Mutex<Option<Place>>,
}

/// A journal, opened when its first article is.
#[derive(Debug, Default)]
struct OpenJournal {
    journal: Option<Journal>,
    /// Why the last edits could not be kept.
    failure: Option<String>,
}

impl Journals {
    /// Those in this folder; where there is none, nothing is kept.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, open: Mutex::default(), held: Mutex::default() }
    }

    fn of(&self, root: &Path, annotator: &Annotator) -> Arc<Mutex<OpenJournal>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.entry((root.to_owned(), annotator.clone())).or_default().clone()
    }

    /// Writes edits to the journal of their workspace and annotator; they are on disk when this ends well. Those that are there
    /// already are not written twice.
    ///
    /// # Errors
    /// Why they are not kept, in words.
    pub fn keep(&self, request: &KeepRequest) -> Result<(), String> {
        let KeepRequest { root, annotator, edits } = request;
        let records = edits.iter().map(|edit| edit.record()).collect::<Result<Vec<_>, _>>();
        let open = self.of(root, annotator);
        let mut open = lock(&open);
        let kept = records.and_then(|records| {
            let journal = self.opened(&mut open, root, annotator, &mut Vec::new())?;
            journal.append(&records).map_err(|error| system(&error))
        });
        open.failure = kept.as_ref().err().cloned();
        if !self.holds(root, annotator) {
            open.journal = None;
        }
        kept
    }

    /// From now on the journal of this annotator is the one that is held; all others are closed, for other windows to have.
    pub(super) fn hold_only(&self, root: &Path, annotator: &Annotator) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((root.to_owned(), annotator.clone()));
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|(of, whose), journal| {
            let is_held = of == root && whose == annotator;
            if !is_held {
                lock(journal).journal = None;
            }
            is_held
        });
    }

    fn holds(&self, root: &Path, annotator: &Annotator) -> bool {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().is_none_or(|(of, whose)| of == root && whose == annotator)
    }

    /// The journal, opened where it is not yet.
    fn opened<'j>(
        &self,
        open: &'j mut OpenJournal,
        root: &Path,
        annotator: &Annotator,
        notices: &mut Vec<Notice>,
    ) -> Result<&'j mut Journal, String> {
        if open.journal.is_none() {
            let folder = self.folder.as_deref().ok_or_else(|| text("jobs-no-journal"))?;
            let (journal, issues) = Journal::open(folder, root, annotator).map_err(|error| system(&error))?;
            notices.extend(issues.iter().map(|issue| Notice::new(Severity::Warning, issue.to_string())));
            open.journal = Some(journal);
        }
        open.journal.as_mut().ok_or_else(String::new)
    }

    /// What is known of an article from earlier; its sidecar has these bytes by their hash.
    pub(super) fn past(
        &self,
        article: &LoadRequest,
        document: &Document,
        sidecar: Option<&str>,
        notices: &mut Vec<Notice>,
    ) -> Past {
        let LoadRequest { root, file, annotator } = article;
        if self.folder.is_none() {
            return Past::default();
        }
        let open = self.of(root, annotator);
        let mut open = lock(&open);
        let journal = self.opened(&mut open, root, annotator, notices);
        match journal.and_then(|journal| journal.of(file).map_err(|error| system(&error))) {
            Ok(records) => Past::new(&records, document, sidecar),
            Err(error) => {
                notices.push(Notice::new(Severity::Warning, say!("jobs-journal-unreadable", error = error)));
                Past::default()
            }
        }
    }

    /// Notes that the edits of an article up to this one are in its sidecar.
    pub(super) fn mark_saved(&self, root: &Path, annotator: &Annotator, saved: SavedRecord) {
        let open = self.of(root, annotator);
        if let Some(journal) = &mut lock(&open).journal
            && let Err(error) = journal.mark_saved(saved)
        {
            // It is found out by reading the sidecar.
            log::warn!("it cannot be noted in the journal what is saved: {error}");
        }
    }

    /// Whether an edit is kept; one that is about to be written is waited for, but no longer than `patience`. Where nothing was
    /// edited in this run, what there is came from files that are still there.
    pub(super) fn keeps(&self, root: &Path, annotator: &Annotator, edit: EditId, patience: Duration) -> bool {
        if edit.number == 0 {
            return true;
        }
        let open = self.of(root, annotator);
        let started = Instant::now();
        loop {
            if let Ok(open) = open.try_lock() {
                if open.journal.as_ref().is_some_and(|journal| journal.has(edit)) {
                    return true;
                }
                if self.folder.is_none() || open.failure.is_some() {
                    return false;
                }
            }
            if started.elapsed() >= patience {
                return false;
            }
            pause();
        }
    }

    /// Articles with edits of an annotator that are in no sidecar.
    pub(super) fn unsaved_files(&self, root: &Path, annotator: &Annotator) -> Vec<Arc<str>> {
        if self.folder.is_none() {
            return Vec::new();
        }
        let open = self.of(root, annotator);
        let mut open = lock(&open);
        match self.opened(&mut open, root, annotator, &mut Vec::new()) {
            Ok(journal) => journal.unsaved_files(),
            Err(error) => {
                log::warn!("the journal cannot be read: {error}");
                Vec::new()
            }
        }
    }

    /// Keeps what was done to an annotator's part of the registry. Where it cannot be kept it is not undone in a later run.
    pub(super) fn keep_entity_steps(&self, root: &Path, annotator: &Annotator, history: &RegistryHistory) {
        let Some(folder) = self.folder.as_deref() else { return };
        let bytes = encode_steps(&entity_records(history));
        if let Err(error) = keep_entity_steps(folder, root, annotator, &bytes) {
            log::warn!("what was done to entities cannot be kept: {error}");
        }
    }

    /// What was done to an annotator's part of the registry in earlier runs.
    pub(super) fn entity_steps(&self, root: &Path, annotator: &Annotator) -> RegistryHistory {
        let Some(folder) = self.folder.as_deref() else { return RegistryHistory::default() };
        let bytes = entity_steps(folder, root, annotator).unwrap_or_else(|error| {
            log::warn!("what was done to entities cannot be read: {error}");
            None
        });
        let (records, issue) = decode_steps(&bytes.unwrap_or_default());
        if let Some(issue) = issue {
            log::warn!("{issue}");
        }
        entity_history(records)
    }

    /// Articles with edits of anybody that are in no sidecar.
    pub(super) fn unsaved_in(&self, root: &Path) -> Vec<(Arc<str>, Annotator)> {
        self.folder.as_deref().map_or_else(Vec::new, |folder| unsaved_in(folder, root))
    }
}

fn lock(open: &Mutex<OpenJournal>) -> MutexGuard<'_, OpenJournal> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}
