//! Putting work on disk, and leaving.

use std::path::PathBuf;

use crate::session::leave::Destination;
use crate::session::{Effect, LeaveAnswer, Now, Session};

/// Putting work on disk, and leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveCommand {
    /// Writes everything not on disk yet.
    Save,
    /// Renames a sidecar that cannot be used, so that annotating can begin; nothing is deleted.
    SetAside {
        /// Whether to go on with what could be read of it.
        keep: bool,
    },
    /// Closes the window, once all work is on disk or in the journal; asks where that cannot be.
    Close,
    /// Answers the question whether work that could not be kept may be lost.
    Leave(LeaveAnswer),
    /// Saves copies of work that could not be kept below this folder; it is safe then.
    SaveCopies(PathBuf),
}

impl SaveCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Save => {
                let kept = session.keep_all();
                kept.into_iter().chain(session.save_all()).collect()
            }
            Self::SetAside { keep } => session.set_aside(keep),
            Self::Close => session.leave(Destination::Close, now),
            Self::Leave(answer) => session.answer_leave(answer, now),
            Self::SaveCopies(folder) => session.save_copies(folder),
        }
    }
}
