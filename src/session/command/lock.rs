//! Becoming the one that writes the annotator's files.

use crate::session::{Effect, Now, Session};

/// Becoming the one that writes the annotator's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockCommand {
    /// Looks again whether another window still annotates here.
    TryAgain,
    /// Takes the lock from another window that is not known to run.
    TakeOver,
}

impl LockCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::TryAgain => session.retry_lock(false),
            Self::TakeOver => session.retry_lock(true),
        }
    }
}
