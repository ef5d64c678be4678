//! The board: all claims of the workspace with their links.

use crate::session::{Effect, Now, Session};

/// The board: all claims of the workspace with their links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardCommand {
    /// Reads it, where something changed since it was read.
    Read,
    /// Makes its claims ready to be compared, so that links can be suggested.
    Search,
}

impl BoardCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::Read => session.read_board(),
            Self::Search => session.search_claims(),
        }
    }
}
