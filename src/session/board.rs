//! The board: all claims of the workspace with their links, read when it is looked at.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Session};
use crate::analysis::Board;
use crate::jobs::{JobKind, Request};

/// The board as it was read last.
#[derive(Debug, Default)]
pub(super) struct BoardState {
    board: Option<Arc<Board>>,
    /// The revision of the corpus it was read at, or is being read at.
    revision: Option<u64>,
}

impl Session {
    /// The claims of the workspace, what else can be linked, and the links, as they were read last; nothing before that.
    #[must_use]
    pub const fn board(&self) -> Option<&Arc<Board>> {
        self.board.board.as_ref()
    }

    /// Whether something changed since the board was asked for last.
    #[must_use]
    pub fn is_board_old(&self) -> bool {
        self.corpus.model.as_ref().is_some_and(|model| self.board.revision != Some(model.revision()))
    }

    /// Whether the board is being read.
    #[must_use]
    pub fn is_reading_board(&self) -> bool {
        self.jobs.is_running(JobKind::ReadBoard)
    }

    /// Reads the board, where something changed since it was read.
    pub(super) fn read_board(&mut self) -> Vec<Effect> {
        if !self.is_board_old() || self.is_reading_board() {
            return Vec::new();
        }
        let Some(model) = self.corpus.model.clone() else { return Vec::new() };
        self.board.revision = Some(model.revision());
        let schema = self.schema().clone();
        vec![self.jobs.begin(Request::ReadBoard { model, schema }, Subject::Nothing)]
    }

    pub(super) fn on_board(&mut self, board: Arc<Board>) {
        self.board.board = Some(board);
    }

    /// It could not be read; it is not asked for again before something changes.
    pub(super) fn on_no_board(&mut self) {
        self.board.board = None;
    }

    /// Another workspace is open.
    pub(super) fn forget_board(&mut self) {
        self.board = BoardState::default();
    }
}
