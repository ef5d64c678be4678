//! Other copies of the annotator's own sidecar.

use std::path::PathBuf;

use crate::session::{Effect, Now, Session};

/// Other copies of the annotator's own sidecar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeCommand {
    /// Merges another copy of the annotator's own sidecar into the open article.
    MergeCopy(PathBuf),
}

impl MergeCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::MergeCopy(path) => session.merge_copy(path),
        }
    }
}
