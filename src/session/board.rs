//! The board: all claims of the workspace with their links, read when it is looked at.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Session};
use crate::analysis::{Board, ClaimSearch};
use crate::jobs::{JobKind, Request};

/// The board as it was read last.
#[derive(Debug, Default)]
pub(super) struct BoardState {
    board: Option<Arc<Board>>,
    /// The revision of the corpus it was read at, or is being read at.
    revision: Option<u64>,
    /// The board whose claims can be compared, which may be an earlier one.
    search: Option<(Arc<Board>, Arc<ClaimSearch>)>,
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

    /// The claims of the board ready to be compared; nothing before that was asked for.
    #[must_use]
    pub fn claim_search(&self) -> Option<&Arc<ClaimSearch>> {
        let (board, search) = self.board.search.as_ref()?;
        self.board.board.as_ref().is_some_and(|own| Arc::ptr_eq(own, board)).then_some(search)
    }

    /// Makes the claims of the board ready to be compared, unless they are.
    pub(super) fn search_claims(&mut self) -> Vec<Effect> {
        if self.claim_search().is_some() || self.jobs.is_running(JobKind::SearchClaims) {
            return Vec::new();
        }
        let Some(board) = self.board.board.clone() else { return Vec::new() };
        vec![self.jobs.begin(Request::SearchClaims(board), Subject::Nothing)]
    }

    pub(super) fn on_claim_search(&mut self, board: Arc<Board>, search: Arc<ClaimSearch>) -> Vec<Effect> {
        self.board.search = Some((board, search));
        Vec::new()
    }

    pub(super) fn on_board(&mut self, board: Arc<Board>) {
        self.take_rejected(&board);
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
