//! Exports and imports: what is asked for, how far it has come, what came of it.

use super::jobs::Subject;
use super::{Command, Effect, Session, Severity, TransferCommand};
use crate::jobs::{JobKind, Outcome, Request, TransferRequest};

/// An export or import under way, or done and not yet put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What was asked for.
    pub request: TransferRequest,
    /// How many articles are done, and of how many where that is known.
    pub progress: (usize, Option<usize>),
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// The first rows of what would go out or come in; or why there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// For what.
    pub request: TransferRequest,
    /// Its lines, or why there are none; nothing while they are read.
    pub rows: Option<Result<Vec<String>, String>>,
}

/// The export or import, and the preview, that were last asked for.
#[derive(Debug, Default)]
pub(super) struct Transfers {
    current: Option<Transfer>,
    preview: Option<Preview>,
}

impl Session {
    /// The export or import that is under way or just done.
    #[must_use]
    pub const fn transfer(&self) -> Option<&Transfer> {
        self.transfers.current.as_ref()
    }

    /// The last preview that was asked for.
    #[must_use]
    pub const fn preview(&self) -> Option<&Preview> {
        self.transfers.preview.as_ref()
    }

    pub(super) fn begin_transfer(&mut self, request: TransferRequest) -> Vec<Effect> {
        let running = self.transfers.current.as_ref().is_some_and(|t| t.outcome.is_none());
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()).filter(|_| !running) else {
            return Vec::new();
        };
        // What is not on disk yet would not go out.
        let mut effects = self.save_all();
        self.transfers.current =
            Some(Transfer { request: request.clone(), progress: (0, None), outcome: None });
        let request = Request::Transfer { root, request: Box::new(request) };
        effects.push(self.jobs.begin(request, Subject::Nothing));
        effects
    }

    pub(super) fn ask_preview(&mut self, request: TransferRequest) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        let mut effects = self.save_all();
        self.transfers.preview = Some(Preview { request: request.clone(), rows: None });
        let request = Request::Preview { root, request: Box::new(request) };
        effects.push(self.jobs.begin(request, Subject::Nothing));
        effects
    }

    pub(super) fn end_preview(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Preview);
        self.transfers.preview.take_if(|preview| preview.rows.is_none());
        Vec::new()
    }

    /// Stops what is under way, or puts away what is done.
    pub(super) fn end_transfer(&mut self) -> Vec<Effect> {
        match &self.transfers.current {
            Some(transfer) if transfer.outcome.is_none() => self.jobs.stop(JobKind::Transfer),
            Some(_) | None => self.transfers.current = None,
        }
        Vec::new()
    }

    pub(super) fn on_transferring(&mut self, done: usize, of: Option<usize>) {
        if let Some(transfer) = &mut self.transfers.current {
            transfer.progress = (done, of);
        }
    }

    pub(super) fn on_transferred(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Some(transfer) = &mut self.transfers.current else { return Vec::new() };
        let came_in =
            matches!((&transfer.request, &outcome), (TransferRequest::Import(_), Outcome::Finished { .. }));
        let told = match &outcome {
            Outcome::Finished { summary, .. } => vec![Effect::tell(Severity::Success, summary.clone())],
            _ => Vec::new(),
        };
        transfer.outcome = Some(outcome);
        let found = if came_in { self.rescan() } else { Vec::new() };
        told.into_iter().chain(found).collect()
    }

    pub(super) fn on_previewed(&mut self, rows: Result<Vec<String>, String>) {
        if let Some(preview) = &mut self.transfers.preview {
            preview.rows = Some(rows);
        }
    }
}

impl From<TransferRequest> for Command {
    fn from(request: TransferRequest) -> Self {
        TransferCommand::Transfer(Box::new(request)).into()
    }
}
