//! Work that is not on disk yet, in the hands of more than the window: where the window cannot save it any more, another
//! thread does.

use std::sync::{Arc, Mutex, TryLockError};
use std::time::Duration;

use crate::jobs::{JobStopper, KeepRequest, SaveRequest, Saver, pause};
use crate::session::{OpenArticle, Session};

/// How long the last save waits for a disk that is busy with another.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often it is looked whether another thread is done with the sets.
const LOOKS: usize = 300;

/// What the window last handed over.
#[derive(Default)]
struct Work {
    sets: Vec<SaveRequest>,
    /// What is not in the journal, and how much that was.
    edits: Option<KeepRequest>,
    known_edits: (usize, u64),
}

/// The work that is not on disk, as the window last handed it over.
#[derive(Clone)]
pub(super) struct UnsavedWork {
    work: Arc<Mutex<Work>>,
    saver: Arc<Saver>,
    jobs: JobStopper,
}

/// What became of them.
#[derive(Debug, Default)]
pub(super) struct LastSave {
    /// How many were saved.
    pub saved: usize,
    /// Why the others were not, and where they are.
    pub failed: Vec<String>,
}

/// Annotations of an article, and letters in their notes, for the log.
fn amount(article: &OpenArticle) -> (usize, usize) {
    let annotations = article.set().annotations();
    (annotations.len(), annotations.iter().map(|annotation| annotation.note.chars().count()).sum())
}

impl UnsavedWork {
    /// None as yet, to be saved by `saver`; other jobs are stopped then.
    pub(super) fn new(saver: Arc<Saver>, jobs: JobStopper) -> Self {
        Self { work: Arc::default(), saver, jobs }
    }

    /// Takes over what is not on disk; cheap where nothing was changed.
    pub(super) fn hand_over(&self, session: &Session) {
        let Some(root) = session.library().map(crate::session::Library::root) else { return };
        let Some(mut work) = self.lock() else { return };
        self.saver.go_on();
        let edits = session.unkept_edits();
        if edits != work.known_edits {
            (work.edits, work.known_edits) = (session.unkept(), edits);
            if edits.0 == 0 {
                if let Some(article) = session.article().filter(|_| log::log_enabled!(log::Level::Debug)) {
                    let (file, (annotations, letters)) = (&article.document().file, amount(article));
                    log::debug!(
                        "everything is kept: {file}, {annotations} annotations, {letters} letters in notes"
                    );
                } else {
                    log::debug!("everything is kept");
                }
            }
        }
        let sets = &mut work.sets;
        let place = |article: &OpenArticle| (article.document().file.clone(), article.position());
        let known = |unsaved: &SaveRequest| (unsaved.document.file.clone(), unsaved.position);
        sets.retain(|unsaved| {
            unsaved.root == root && session.unsaved().any(|article| place(article) == known(unsaved))
        });
        for article in session.unsaved() {
            if sets.iter().any(|unsaved| known(unsaved) == place(article)) {
                continue;
            }
            let (file, position) = place(article);
            if log::log_enabled!(log::Level::Debug) {
                let (annotations, letters) = amount(article);
                log::debug!(
                    "{file} is not saved: change {position}: {annotations} annotations, {letters} letters in notes"
                );
            }
            sets.push(SaveRequest {
                root: root.to_owned(),
                document: article.document().clone(),
                set: article.set().clone(),
                position,
                upto: session.newest_edit(),
                merges: article.merges(),
            });
        }
    }

    /// Nothing is to be saved any more: the analyst has decided so.
    pub(super) fn discard(&self) {
        if let Some(mut work) = self.lock() {
            *work = Work::default();
        }
    }

    /// Keeps and saves all of it, and stops all other jobs; from whatever thread, and whatever the window is doing.
    pub(super) fn save_all(&self) -> LastSave {
        let mut outcome = LastSave::default();
        let Some(mut work) = self.lock() else { return outcome };
        if let Some(edits) = work.edits.take()
            && let Err(error) = self.saver.journals().keep(&edits)
        {
            log::error!("the journal cannot be written: {error}");
        }
        for unsaved in work.sets.drain(..) {
            match self.saver.save_last(PATIENCE, &unsaved) {
                Ok(_) => outcome.saved += 1,
                Err(error) => outcome.failed.push(format!("{}: {}", unsaved.document.file, error.reason)),
            }
        }
        self.jobs.stop(PATIENCE);
        outcome
    }

    /// The work; nothing where this very thread has it already, as when handing over has panicked.
    fn lock(&self) -> Option<std::sync::MutexGuard<'_, Work>> {
        for _ in 0..LOOKS {
            match self.work.try_lock() {
                Ok(work) => return Some(work),
                Err(TryLockError::Poisoned(work)) => return Some(work.into_inner()),
                Err(TryLockError::WouldBlock) => pause(),
            }
        }
        None
    }
}
