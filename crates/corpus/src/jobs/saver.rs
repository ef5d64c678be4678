//! Saving sidecars, and bringing back what could not be saved.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::carry::carry_over;
use super::copies::{forget, merge_copies};
use super::journal::Past;
use super::outside::Sidecars;
use super::restored::{merged_words, waiting_words};
use super::{
    Blocked, CancelToken, Journals, LoadRequest, LoadedArticle, Notice, SaveRequest, Severity, TakenIn,
    reanchor,
};
use crate::analysis::replay;
use crate::format::article::ReadingChoice;
use crate::format::journal::SavedRecord;
use crate::format::sidecar::Earlier;
use crate::model::{AnnotationSet, Annotator, Document, EditId};
use crate::store::recovery::{self, RecoveryCopy};
use crate::store::{self, LoadError, SaveError, SetState, Stamp, texts};
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
struct State {
    sidecars: Sidecars,
    /// Copies of an earlier version that are in what is open, by sidecar: done with as soon as that is saved.
    covered: HashMap<PathBuf, Vec<RecoveryCopy>>,
    /// Versions of an article whose edits are in what is open of another version, by sidecar: saved as soon as that is.
    carried: HashMap<PathBuf, Arc<str>>,
    /// Sidecars that were read, so that what the journal has of them is in what is open.
    open: HashSet<PathBuf>,
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

    fn mark_saved(&self, root: &Path, document: &Document, set: &AnnotationSet, upto: EditId, stamp: &Stamp) {
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

    /// Reads an article; where it has no annotations, `begin` with those. What could not be saved before is made again on
    /// whatever the sidecar is by now.
    ///
    /// # Errors
    /// When the article is not there or cannot be read, or it was cancelled.
    pub fn load(
        &self,
        article: &LoadRequest,
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        self.load_as(true, (article, ReadingChoice::default()), begin, cancel)
    }

    /// The same, read as the annotator has chosen; it is to be saved with the choice.
    ///
    /// # Errors
    /// As [`Saver::load`]; and where anybody has annotated it.
    pub fn reread(
        &self,
        article: &LoadRequest,
        choice: ReadingChoice,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        let mut loaded = self.load_as(true, (article, choice), None, cancel)?;
        loaded.unsaved |= loaded.blocked.is_none();
        Ok(loaded)
    }

    /// Reads an article and its sidecar as they are, for a window beside the one that writes the annotator's files: the journal
    /// is that one's, and is neither read nor written.
    ///
    /// # Errors
    /// As [`Saver::load`].
    pub fn load_for_reading(
        &self,
        article: &LoadRequest,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        self.load_as(false, (article, ReadingChoice::default()), None, cancel)
    }

    fn load_as(
        &self,
        is_writer: bool,
        (article, choice): (&LoadRequest, ReadingChoice),
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let mut told = Vec::new();
        let loaded = self.read(article, choice, cancel)?;
        let has_file = loaded.stamp.hash().is_some();
        let empty = || AnnotationSet::new(annotator.clone());
        let mut unsaved = false;
        let mut earlier = None;
        let (mut set, blocked) = match &loaded.set {
            SetState::None => {
                unsaved = begin.is_some();
                (begin.unwrap_or_else(empty), None)
            }
            SetState::Ready(set) => (set.clone(), None),
            SetState::Outdated(outdated) => {
                let Earlier { set, sha256, characters } = &outdated.earlier;
                earlier = Some((sha256.clone(), usize::try_from(*characters).unwrap_or_default()));
                (set.clone(), None)
            }
            SetState::Blocked(blocked) => {
                let why = Blocked { path: blocked.path.clone(), reason: blocked.reason.clone() };
                (blocked.partial.clone().unwrap_or_else(empty), Some(why))
            }
        };
        let sidecar = store::sidecar_path(root, file, annotator);
        let mut past = if is_writer {
            self.state().open.extend(sidecar.clone());
            self.journals.past(article, &loaded.document, loaded.stamp.hash(), &mut told)
        } else {
            Past::default()
        };
        let carried = carry_over(&loaded.set, &set, &past.others, &loaded.document, self.texts());
        if let Some(carried) = carried.filter(|_| !unsaved) {
            told.push(carried.words(file));
            past.others.retain(|other| other.sha256 != carried.source.0);
            self.state().carried.extend(sidecar.clone().map(|path| (path, carried.source.0.clone())));
            (set, unsaved, earlier) = (carried.set, true, Some(carried.source));
        }
        let waiting = past.others.iter().map(|other| other.parts.len()).sum::<usize>() + past.unreadable;
        let waiting = if blocked.is_some() { waiting + past.unsaved.len() } else { waiting };
        told.extend(waiting_words(file, waiting));
        if blocked.is_none() && !past.unsaved.is_empty() {
            let replayed = replay(&set, past.unsaved);
            if replayed.set == set && past.unreadable == 0 {
                // It was saved, and only that was not noted any more.
                self.mark_saved(root, &loaded.document, &set, EditId::default(), &loaded.stamp);
            } else if replayed.set != set {
                let kinds: Vec<_> = replayed.conflicts.iter().map(|conflict| &conflict.kind).collect();
                let place = sidecar.as_deref().filter(|_| past.is_known && kinds.is_empty());
                told.push(merged_words(file, place, &set, &replayed.set, &kinds));
                (set, unsaved) = (replayed.set, true);
            }
        }
        let copies = match &blocked {
            None if is_writer => {
                let recovery = self.recovery.as_deref();
                let work = (&mut set, &mut unsaved);
                merge_copies(recovery, (article, &loaded.document), has_file, work, &mut told)
            }
            None | Some(_) => Vec::new(),
        };
        if let Some(sidecar) = sidecar {
            self.state().covered.insert(sidecar, copies);
        }
        let issues = loaded.issues.iter().map(|issue| Notice::new(Severity::Warning, issue.to_string()));
        let notices = issues.chain(told).collect();
        let copies = store::copies(root, file, annotator).unwrap_or_default();
        let history = if blocked.is_some() { Vec::new() } else { past.steps };
        let set_aside = store::list_set_aside(root, file, annotator).unwrap_or_default();
        let mut article = LoadedArticle {
            blocked,
            notices,
            copies,
            unsaved,
            history,
            set_aside,
            how: loaded.how,
            ..LoadedArticle::new(loaded.document, set)
        };
        let stopped = |_| LoadError::Stopped(file.to_string());
        reanchor::look(root, &mut article, earlier.as_ref(), (self.texts(), cancel)).map_err(stopped)?;
        Ok(article)
    }

    /// Reads an article and its sidecar while others may be saved, and remembers what the sidecar was; where just this one was
    /// saved meanwhile it is read again. One that was cancelled remembers nothing: what it read is shown to nobody.
    fn read(
        &self,
        article: &LoadRequest,
        choice: ReadingChoice,
        cancel: &CancelToken,
    ) -> Result<store::Loaded, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let sidecar = store::sidecar_path(root, file, annotator).unwrap_or_default();
        let last = |state: &State| state.sidecars.last_read(&sidecar).map(|read| read.stamp.clone());
        loop {
            let before = last(&self.state());
            let loaded = store::load_as(root, file, annotator, choice)?;
            let mut state = self.state();
            if cancel.is_cancelled() {
                return Err(LoadError::Stopped(file.to_string()));
            }
            if last(&state) == before {
                state.sidecars.remember(article, &loaded);
                return Ok(loaded);
            }
        }
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

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits a little for another thread.
pub fn pause() {
    std::thread::sleep(POLL_INTERVAL);
}
