//! Saving sidecars, keeping what cannot be saved, and bringing it back.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::{Blocked, CancelToken, LoadRequest, LoadedArticle, Notice, Severity};
use crate::analysis::{MergeConflictKind, counted, merge};
use crate::model::{AnnotationSet, Annotator, Document};
use crate::store::recovery::{self, RecoveryCopy};
use crate::store::{self, LoadError, SaveError, SetState, SidecarVersions};

/// How long it is waited between two looks at whether another thread is done with saving.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// The one that writes sidecars, whichever thread asks for it.
#[derive(Debug)]
pub struct Saver {
    recovery: Option<PathBuf>,
    state: Mutex<State>,
    /// Whether the last save was made: what was asked for before it is older.
    is_over: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    sidecar_versions: SidecarVersions,
    /// Kept work that is in what is open, by sidecar: done with as soon as that is saved.
    covered: HashMap<PathBuf, Vec<RecoveryCopy>>,
}

/// Why a set was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSaved {
    /// What is wrong, and where the set is now.
    pub reason: String,
    /// Whether a recovery copy was written.
    pub kept: bool,
}

impl Saver {
    /// One that keeps what cannot be saved in `recovery`.
    #[must_use]
    pub fn new(recovery: Option<PathBuf>) -> Self {
        Self { recovery, state: Mutex::default(), is_over: AtomicBool::new(false) }
    }

    /// Saves a set, or keeps it.
    pub fn save(&self, root: &Path, document: &Document, set: &AnnotationSet) -> Result<(), NotSaved> {
        let mut state = self.state();
        if self.is_over.load(Ordering::SeqCst) {
            return Err(NotSaved { reason: "Not saved: the program is ending".to_owned(), kept: false });
        }
        self.save_with(&mut state, root, document, set)
    }

    /// The window goes on all the same, so the last save was not the last.
    pub fn go_on(&self) {
        self.is_over.store(false, Ordering::SeqCst);
    }

    /// Saves a set for the last time, or keeps it; where another thread is busy saving for longer than `patience` it is kept.
    pub fn save_last(
        &self,
        patience: Duration,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
    ) -> Result<(), NotSaved> {
        self.is_over.store(true, Ordering::SeqCst);
        let started = Instant::now();
        loop {
            match self.state.try_lock() {
                Ok(mut state) => return self.save_with(&mut state, root, document, set),
                Err(TryLockError::Poisoned(state)) => {
                    return self.save_with(&mut state.into_inner(), root, document, set);
                }
                Err(TryLockError::WouldBlock) if started.elapsed() < patience => {
                    pause();
                }
                Err(TryLockError::WouldBlock) => {
                    let why = "the disk does not answer";
                    let kept = self.recovery.as_deref().map(|r| recovery::keep(r, root, document, set, None));
                    return Err(not_saved(&why, kept.as_ref()));
                }
            }
        }
    }

    fn save_with(
        &self,
        state: &mut State,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
    ) -> Result<(), NotSaved> {
        match state.sidecar_versions.save(root, document, set) {
            Ok(saved) => {
                saved.issues.iter().for_each(|issue| log::warn!("{issue}"));
                let sidecar = store::sidecar_path(root, &document.file, &set.annotator);
                let covered = sidecar.and_then(|sidecar| state.covered.remove(&sidecar));
                covered.into_iter().flatten().for_each(|kept| forget(&kept));
                Ok(())
            }
            Err(error) => Err(self.keep(state, root, document, set, &error)),
        }
    }

    /// Puts what could not be saved where it is found again, and says both.
    fn keep(
        &self,
        state: &mut State,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
        error: &SaveError,
    ) -> NotSaved {
        let sidecar = store::sidecar_path(root, &document.file, &set.annotator);
        let read = sidecar.as_deref().and_then(|sidecar| state.sidecar_versions.last_read(sidecar));
        let kept = self.recovery.as_deref().map(|folder| recovery::keep(folder, root, document, set, read));
        if let Some(Ok(kept)) = &kept {
            let before = state.covered.insert(kept.sidecar.clone(), vec![kept.clone()]);
            before.into_iter().flatten().filter(|old| old != kept).for_each(|old| forget(&old));
        }
        let mut told = not_saved(error, kept.as_ref());
        if told.kept && matches!(error, SaveError::Changed(_)) {
            told.reason.push_str("; both are merged when the article is opened the next time");
        }
        told
    }

    /// Reads an article; where it has no annotations, `begin` with those. Work that could not be saved before is put in its
    /// place, or merged with what another program has put there.
    ///
    /// # Errors
    /// When the article is not there or cannot be read, or it was cancelled.
    pub fn load(
        &self,
        article: &LoadRequest,
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let mut told = Vec::new();
        let left = self.put_back(root, file, annotator, &mut told);
        let loaded = self.read(article, cancel)?;
        let has_file = loaded.stamp.hash().is_some();
        let empty = || AnnotationSet::new(annotator.clone());
        let mut unsaved = false;
        let (mut set, blocked) = match loaded.set {
            SetState::None => {
                unsaved = begin.is_some();
                (begin.unwrap_or_else(empty), None)
            }
            SetState::Ready(set) => (set, None),
            SetState::Blocked(blocked) => {
                let why = Blocked { path: blocked.path, reason: blocked.reason };
                (blocked.partial.unwrap_or_else(empty), Some(why))
            }
        };
        let mut covered = Vec::new();
        for kept in left {
            let work = recovery::read(&kept, &loaded.document);
            let work = work.filter(|work| blocked.is_none() && work.set.annotator == *annotator);
            let Some(work) = work else {
                let place = kept.folder.display();
                let text = format!(
                    "What could not be saved before does not fit {file} as it is; it stays in {place}"
                );
                told.push(Notice::new(Severity::Warning, text));
                continue;
            };
            // A file that is gone says nothing about what was taken out.
            let base = work.base.filter(|_| has_file);
            let merged = merge(base.as_ref(), &work.set, &set);
            if merged.set == set && !unsaved {
                forget(&kept);
                continue;
            }
            let new = merged.set.annotations().len().saturating_sub(set.annotations().len());
            told.push(merged_words(file, new, &merged.conflicts.iter().map(|c| &c.kind).collect::<Vec<_>>()));
            (set, unsaved) = (merged.set, true);
            covered.push(kept);
        }
        if let Some(sidecar) = store::sidecar_path(root, file, annotator) {
            self.state().covered.insert(sidecar, covered);
        }
        let issues = loaded.issues.iter().map(|issue| Notice::new(Severity::Warning, issue.to_string()));
        let notices = issues.chain(told).collect();
        let copies = store::copies(root, file, annotator).unwrap_or_default();
        Ok(LoadedArticle { document: loaded.document, set, blocked, notices, copies, unsaved })
    }

    /// Reads an article and its sidecar while others may be saved, and remembers what the sidecar was; where just this one was
    /// saved meanwhile it is read again. One that was cancelled remembers nothing: what it read is shown to nobody.
    fn read(&self, article: &LoadRequest, cancel: &CancelToken) -> Result<store::Loaded, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let sidecar = store::sidecar_path(root, file, annotator).unwrap_or_default();
        let last = |state: &State| state.sidecar_versions.last_read(&sidecar).map(|read| read.stamp.clone());
        loop {
            let before = last(&self.state());
            let loaded = store::load(root, file, annotator)?;
            let mut state = self.state();
            if cancel.is_cancelled() {
                return Err(LoadError::Stopped(file.to_string()));
            }
            if last(&state) == before {
                state.sidecar_versions.remember(root, file, annotator, &loaded);
                return Ok(loaded);
            }
        }
    }

    /// Puts work in its place that could not be saved when it was made; gives back what cannot be put there as it is.
    fn put_back(
        &self,
        root: &Path,
        file: &str,
        annotator: &Annotator,
        told: &mut Vec<Notice>,
    ) -> Vec<RecoveryCopy> {
        let sidecar = store::sidecar_path(root, file, annotator);
        let (Some(folder), Some(sidecar)) = (self.recovery.as_deref(), sidecar) else { return Vec::new() };
        // Nothing is saved meanwhile.
        let _state = self.state();
        let mut left = Vec::new();
        for kept in recovery::find(folder, &sidecar) {
            match recovery::restore(&kept) {
                Ok(()) => {
                    let place = kept.sidecar.display();
                    let text = format!("What could not be saved before is in place: {place}");
                    told.push(Notice::new(Severity::Success, text));
                }
                Err(error) => {
                    log::warn!("{error}");
                    left.push(kept);
                }
            }
        }
        left
    }

    /// Sidecars below `root` for which work is kept that is in nothing that is open.
    pub(crate) fn kept_in(&self, root: &Path) -> Vec<PathBuf> {
        let Some(folder) = self.recovery.as_deref() else { return Vec::new() };
        let state = self.state();
        let is_open =
            |kept: &RecoveryCopy| state.covered.get(&kept.sidecar).is_some_and(|all| all.contains(kept));
        let kept = recovery::list(folder, root).into_iter().filter(|kept| !is_open(kept));
        let mut sidecars: Vec<PathBuf> = kept.map(|kept| kept.sidecar).collect();
        sidecars.dedup();
        sidecars
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits a little for another thread.
pub fn pause() {
    std::thread::sleep(POLL_INTERVAL);
}

fn forget(kept: &RecoveryCopy) {
    if let Err(error) = recovery::forget(kept) {
        log::warn!("{error}");
    }
}

fn not_saved(error: &dyn std::fmt::Display, kept: Option<&Result<RecoveryCopy, SaveError>>) -> NotSaved {
    let (place, is_kept) = match kept {
        Some(Ok(kept)) => (format!("A copy is kept in {}", kept.folder.display()), true),
        Some(Err(second)) => (format!("It is kept in this window only ({second})"), false),
        None => ("It is kept in this window only".to_owned(), false),
    };
    NotSaved { reason: format!("Not saved: {error}. {place}"), kept: is_kept }
}

fn merged_words(file: &str, new: usize, conflicts: &[&MergeConflictKind]) -> Notice {
    let mut text = format!(
        "What could not be saved before is in {file} again: {}",
        match new {
            0 => "changes of annotations that were there".to_owned(),
            new => counted(new, "annotation"),
        }
    );
    if conflicts.is_empty() {
        return Notice::new(Severity::Success, text);
    }
    let both = conflicts.iter().filter(|kind| matches!(kind, MergeConflictKind::BothChanged(_))).count();
    if both > 0 {
        let both = counted(both, "annotation");
        text = format!("{text}. {both} changed in the file meanwhile; both versions stand side by side");
    }
    if conflicts.len() > both {
        let rest = counted(conflicts.len() - both, "thing");
        text = format!("{text}. {rest} in which they differ: nothing was taken out");
    }
    Notice::new(Severity::Warning, text)
}
