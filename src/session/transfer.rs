//! Exports and imports: what is asked for, how far it has come, what came of it.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Command, Effect, OpenArticle, Session, Severity, TransferCommand};
use crate::jobs::{JobKind, Outcome, Request, TransferRequest};
use crate::model::AnnotationId;
use crate::text::Span;

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

impl Session {
    /// The export or import that is under way or just done.
    #[must_use]
    pub const fn transfer(&self) -> Option<&Transfer> {
        self.transfer.as_ref()
    }

    /// The last preview that was asked for.
    #[must_use]
    pub const fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    pub(super) fn begin_transfer(&mut self, request: TransferRequest) -> Vec<Effect> {
        let running = self.transfer.as_ref().is_some_and(|t| t.outcome.is_none());
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()).filter(|_| !running) else {
            return Vec::new();
        };
        // What is not on disk yet would not go out.
        let mut effects = self.save_all();
        self.transfer = Some(Transfer { request: request.clone(), progress: (0, None), outcome: None });
        let request = Request::Transfer { root, request: Box::new(request) };
        effects.push(self.jobs.begin(request, Subject::Nothing));
        effects
    }

    pub(super) fn ask_preview(&mut self, request: TransferRequest) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        let mut effects = self.save_all();
        self.preview = Some(Preview { request: request.clone(), rows: None });
        let request = Request::Preview { root, request: Box::new(request) };
        effects.push(self.jobs.begin(request, Subject::Nothing));
        effects
    }

    pub(super) fn end_preview(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Preview);
        self.preview.take_if(|preview| preview.rows.is_none());
        Vec::new()
    }

    /// Stops what is under way, or puts away what is done.
    pub(super) fn end_transfer(&mut self) -> Vec<Effect> {
        match &self.transfer {
            Some(transfer) if transfer.outcome.is_none() => self.jobs.stop(JobKind::Transfer),
            Some(_) | None => self.transfer = None,
        }
        Vec::new()
    }

    pub(super) fn on_transferring(&mut self, done: usize, of: Option<usize>) {
        if let Some(transfer) = &mut self.transfer {
            transfer.progress = (done, of);
        }
    }

    pub(super) fn on_transferred(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Some(transfer) = &mut self.transfer else { return Vec::new() };
        let came_in =
            matches!((&transfer.request, &outcome), (TransferRequest::Import(_), Outcome::Done { .. }));
        let told = match &outcome {
            Outcome::Done { told, .. } => vec![Effect::tell(Severity::Done, told.clone())],
            _ => Vec::new(),
        };
        transfer.outcome = Some(outcome);
        let found = if came_in { self.rescan() } else { Vec::new() };
        told.into_iter().chain(found).collect()
    }

    pub(super) fn on_previewed(&mut self, rows: Result<Vec<String>, String>) {
        if let Some(preview) = &mut self.preview {
            preview.rows = Some(rows);
        }
    }

    /// Opens an article and shows a stretch of it, with its annotation focused where it is the annotator's own.
    pub(super) fn go_to(
        &mut self,
        file: Arc<str>,
        annotation: AnnotationId,
        span: Option<Span>,
    ) -> Vec<Effect> {
        self.going = Some((file.clone(), annotation, span));
        let mut effects = self.open_article(file);
        effects.extend(self.arrive());
        effects
    }

    /// Shows what [`Session::go_to`] asked for, once its article is there.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        let is_here =
            |(file, ..): &mut (Arc<str>, AnnotationId, Option<Span>)| self.current.as_ref() == Some(file);
        let Some((_, annotation, span)) = self.going.take_if(is_here) else { return Vec::new() };
        let own = self.article().and_then(|a: &OpenArticle| a.set().get(&annotation)).is_some();
        match span {
            _ if own => self.focus(Some(annotation)),
            // What is reviewed is outlined, and has no need to be selected.
            Some(span) if self.review.is_some() => vec![Effect::Reveal(span)],
            Some(span) => {
                let mut effects = self.select(span.start(), span.end());
                effects.push(Effect::Reveal(span));
                effects
            }
            None => Vec::new(),
        }
    }
}

impl From<TransferRequest> for Command {
    fn from(request: TransferRequest) -> Self {
        TransferCommand::Transfer(Box::new(request)).into()
    }
}
