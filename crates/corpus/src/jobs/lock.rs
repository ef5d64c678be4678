//! Whether this window is the one that writes an annotator's files.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{clock, pause};
use crate::model::Annotator;
use crate::store::{LockError, WriterLock, Writers};

/// So long a program is waited for that was killed and has not quite ended.
const ENDING: Duration = Duration::from_secs(10);

/// Who writes an annotator's files of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    /// This window.
    Here,
    /// This window too: a lock cannot be had, for this reason.
    Unguarded(String),
    /// Another window or program.
    Elsewhere {
        /// Its machine and since when, as in `pc-7, since 10:42`; nothing where it has not said so.
        holder: Option<String>,
        /// Whether it is known to run.
        is_alive: bool,
    },
}

/// The lock of the annotator of the window, in the workspace that is open in it.
#[derive(Clone, Debug, Default)]
pub(super) struct WindowLock {
    writers: Arc<Writers>,
    held: Arc<Mutex<LockState>>,
}

/// What came of taking a lock.
#[derive(Debug, Default)]
enum LockState {
    /// None was asked for, or none can be had: nobody is kept from writing.
    #[default]
    Unguarded,
    /// This window has it, for as long as this value lives.
    Here(#[expect(dead_code, reason = "it is held, not looked at")] Arc<WriterLock>),
    /// Another one has that of this annotator in this workspace.
    Elsewhere(PathBuf, Annotator),
}

impl WindowLock {
    pub(super) fn new(writers: Arc<Writers>) -> Self {
        Self { writers, held: Arc::default() }
    }

    /// Takes the lock and lets go of any that was taken before.
    pub(super) fn take(&self, root: &Path, annotator: &Annotator, takes_over: bool) -> Writer {
        let began = Instant::now();
        let mut taken = self.try_take(root, annotator, takes_over);
        while is_ending(&taken) && began.elapsed() < ENDING {
            pause();
            taken = self.try_take(root, annotator, takes_over);
        }
        let (held, writer) = match taken {
            Ok(lock) => (LockState::Here(lock), Writer::Here),
            Err(LockError::Held { holder, .. }) => {
                let is_alive = holder.as_ref().is_none_or(crate::store::Holder::is_alive);
                (
                    LockState::Elsewhere(root.to_owned(), annotator.clone()),
                    Writer::Elsewhere { holder: holder.as_ref().map(ToString::to_string), is_alive },
                )
            }
            Err(error @ LockError::Io { .. }) => (LockState::Unguarded, Writer::Unguarded(error.to_string())),
        };
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
        writer
    }

    fn try_take(
        &self,
        root: &Path,
        annotator: &Annotator,
        takes_over: bool,
    ) -> Result<Arc<WriterLock>, LockError> {
        let now = clock::now();
        if takes_over {
            self.writers.take_over(root, annotator, &now)
        } else {
            self.writers.take(root, annotator, &now)
        }
    }

    /// Whether this window may write the annotator's files of a workspace: its sidecars, and its journal.
    pub(super) fn is_here(&self, root: &Path, annotator: &Annotator) -> bool {
        match &*self.held.lock().unwrap_or_else(PoisonError::into_inner) {
            LockState::Elsewhere(of, whose) => of != root || whose != annotator,
            LockState::Unguarded | LockState::Here(_) => true,
        }
    }

    /// Whether another program is known to write the annotator's files of a workspace.
    pub(super) fn is_elsewhere(&self, root: &Path, annotator: &Annotator) -> bool {
        self.writers.other_holder(root, annotator).is_some()
    }

    /// The locks of this program.
    pub(super) fn writers(&self) -> &Writers {
        &self.writers
    }
}

/// Whether a lock is about to be let go of: whoever began a window again after a crash is no second one.
fn is_ending(taken: &Result<Arc<WriterLock>, LockError>) -> bool {
    matches!(taken, Err(LockError::Held { holder: Some(holder), .. }) if holder.is_ending())
}
