//! Saving sidecars, and noting in the journal what is saved.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::copies::forget;
use super::outside::Sidecars;
use super::{Journals, SaveRequest, TakenIn};
use crate::format::journal::SavedRecord;
use crate::model::{AnnotationSet, Annotator, Document, EditId};
use crate::store::recovery::{self, RecoveryCopy};
use crate::store::{self, SaveError, Stamp, texts};
use crate::words::{say, shown, text};

/// How long it is waited between two looks at whether another thread is done with saving.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// How long a save that failed waits for the journal to have what it should have saved.
const JOURNAL_PATIENCE: Duration = Duration::from_secs(1);

/// The one that writes sidecars, whichever thread asks for it.
#[derive(Debug)]
pub struct Saver {
    journals: Arc<Journals>,
    /// Where an earlier version kept copies of what it could not save.
    recovery: Option<PathBuf>,
    /// Where the texts of annotated articles are kept.
    texts: Option<PathBuf>,
    state: Mutex<State>,
    /// Whether the last save was made: what was asked for before it is older.
    is_over: AtomicBool,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) sidecars: Sidecars,
    /// Copies of an earlier version that are in what is open, by sidecar: done with as soon as that is saved.
    pub(super) covered: HashMap<PathBuf, Vec<RecoveryCopy>>,
    /// Versions of an article whose edits are in what is open of another version, by sidecar: saved as soon as that is.
    pub(super) carried: HashMap<PathBuf, Arc<str>>,
    /// Sidecars that were read, so that what the journal has of them is in what is open.
    pub(super) open: HashSet<PathBuf>,
}

/// Why a set was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSaved {
    /// What is wrong, and where the changes are now.
    pub reason: String,
    /// Whether the journal has the changes.
    pub kept: bool,
}

impl Saver {
    /// One that notes in `journals` what is saved. Copies that an earlier version of the program kept in `recovery` are put in
    /// their places.
    #[must_use]
    pub fn new(journals: Arc<Journals>, recovery: Option<PathBuf>) -> Self {
        Self { journals, recovery, texts: None, state: Mutex::default(), is_over: AtomicBool::new(false) }
    }

    /// The same, which keeps the texts of annotated articles in a folder.
    #[must_use]
    pub fn keeping_texts(mut self, texts: Option<PathBuf>) -> Self {
        self.texts = texts;
        self
    }

    /// Where the texts of annotated articles are kept.
    pub(super) fn texts(&self) -> Option<&Path> {
        self.texts.as_deref()
    }

    /// Keeps the text of an article, so that its annotations find their words when it is changed. Where that cannot be, they still
    /// have their quotes.
    pub(super) fn keep_text(&self, document: &Document) {
        let kept = self.texts().map(|folder| texts::keep(folder, document, texts::MAX_BYTES));
        if let Some(Err(error)) = kept {
            log::warn!("the text of {} cannot be kept ({error})", document.file);
        }
    }

    /// Where an earlier version kept copies of what it could not save.
    pub(super) fn recovery(&self) -> Option<&Path> {
        self.recovery.as_deref()
    }

    /// The journals.
    #[must_use]
    pub const fn journals(&self) -> &Arc<Journals> {
        &self.journals
    }

    /// Saves a set. Gives what it was merged with where another program had written the sidecar.
    ///
    /// # Errors
    /// Why it was not saved, and where the changes are.
    pub fn save(&self, request: &SaveRequest) -> Result<Option<TakenIn>, NotSaved> {
        let mut state = self.state();
        if self.is_over.load(Ordering::SeqCst) {
            return Err(NotSaved { reason: text("jobs-not-saved-ending").to_owned(), kept: false });
        }
        self.save_with(&mut state, request)
    }

    /// The window goes on all the same, so the last save was not the last.
    pub fn go_on(&self) {
        self.is_over.store(false, Ordering::SeqCst);
    }

    /// Saves a set for the last time; where another thread is busy saving for longer than `patience` it is not saved.
    ///
    /// # Errors
    /// Why it was not saved, and where the changes are.
    pub fn save_last(&self, patience: Duration, request: &SaveRequest) -> Result<Option<TakenIn>, NotSaved> {
        self.is_over.store(true, Ordering::SeqCst);
        let started = Instant::now();
        loop {
            match self.state.try_lock() {
                Ok(mut state) => return self.save_with(&mut state, request),
                Err(TryLockError::Poisoned(state)) => {
                    return self.save_with(&mut state.into_inner(), request);
                }
                Err(TryLockError::WouldBlock) if started.elapsed() < patience => {
                    pause();
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(self.not_saved(text("jobs-disk-silent"), false, request));
                }
            }
        }
    }

    fn save_with(&self, state: &mut State, request: &SaveRequest) -> Result<Option<TakenIn>, NotSaved> {
        let SaveRequest { root, document, set, upto, merges, position: _ } = request;
        let sidecar = store::sidecar_path(root, &document.file, &set.annotator);
        match state.sidecars.save(root, document, set, *merges) {
            Ok(saved) => {
                let sidecar = sidecar.unwrap_or_default();
                let carried = state.carried.remove(&sidecar);
                if let Some(stamp) = &saved.stamp {
                    self.mark_saved(root, document, set, *upto, stamp);
                    if let Some(sha256) = carried {
                        let earlier = Document { sha256, ..document.clone() };
                        self.mark_saved(root, &earlier, set, *upto, stamp);
                    }
                }
                let covered = state.covered.remove(&sidecar);
                covered.into_iter().flatten().for_each(|kept| forget(&kept));
                Ok(saved.taken)
            }
            Err(error) => {
                let read = sidecar.as_deref().and_then(|sidecar| state.sidecars.last_read(sidecar));
                if read.is_some_and(|read| read.base.as_ref() == Some(set)) {
                    // There is nothing in it that was not there before.
                    return Err(NotSaved {
                        reason: say!("jobs-nothing-saved", error = shown(error)),
                        kept: true,
                    });
                }
                let is_changed = matches!(error, SaveError::Changed(_));
                Err(self.not_saved(&error.to_string(), is_changed, request))
            }
        }
    }

    pub(super) fn mark_saved(
        &self,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
        upto: EditId,
        stamp: &Stamp,
    ) {
        let saved = SavedRecord {
            file: document.file.clone(),
            sha256: document.sha256.clone(),
            upto,
            sidecar: stamp.hash().map(Arc::from),
        };
        self.journals.mark_saved(root, &set.annotator, saved);
    }

    /// Says why it is not saved, and where the changes are; `is_changed` where another program wrote the sidecar.
    fn not_saved(&self, error: &str, is_changed: bool, request: &SaveRequest) -> NotSaved {
        let SaveRequest { root, set, upto, .. } = request;
        let kept = self.journals.keeps(root, &set.annotator, *upto, JOURNAL_PATIENCE);
        let reason = match (kept, is_changed) {
            (true, false) => say!("jobs-not-saved-kept", error = error),
            (true, true) => say!("jobs-not-saved-merged-later", error = error),
            (false, _) => say!("jobs-not-saved-here", error = error),
        };
        NotSaved { reason, kept }
    }

    /// Articles below `root` with work that is in no sidecar and in nothing that is open, each with its annotator.
    pub(crate) fn kept_in(&self, root: &Path) -> Vec<(String, Annotator)> {
        let copies = self.recovery.as_deref().map_or_else(Vec::new, |folder| recovery::list(folder, root));
        let journalled = self.journals.unsaved_in(root);
        let state = self.state();
        let mut kept: Vec<(String, Annotator)> = journalled
            .into_iter()
            .filter(|(file, annotator)| {
                let sidecar = store::sidecar_path(root, file, annotator);
                sidecar.is_none_or(|sidecar| !state.open.contains(&sidecar))
            })
            .map(|(file, annotator)| (file.to_string(), annotator))
            .collect();
        for copy in copies {
            let is_open = state.covered.get(&copy.sidecar).is_some_and(|all| all.contains(&copy));
            let parsed = store::parse_sidecar_path(&copy.sidecar).filter(|_| !is_open);
            kept.extend(parsed.map(|(_, file, annotator)| (file, annotator)));
        }
        kept.sort();
        kept.dedup();
        kept
    }

    /// Whether a sidecar holds what was last read there or written.
    pub(crate) fn is_own(&self, sidecar: &Path) -> bool {
        self.state().sidecars.is_own(sidecar)
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits a little for another thread.
pub fn pause() {
    std::thread::sleep(POLL_INTERVAL);
}
