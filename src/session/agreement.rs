//! How far annotators agree, and who has done what: asked for, being worked out, and the answer.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Session};
use crate::analysis::Progress;
use crate::analysis::agreement::Report;
use crate::jobs::study::AnnotatorScore;
use crate::jobs::{JobKind, Request};
use crate::model::Annotator;

/// The figures of this workspace that were last asked for.
#[derive(Debug, Default)]
pub(super) struct Figures {
    agreement: Option<Agreement>,
    scores: Option<Scores>,
    pub(super) progress: Option<Arc<Progress>>,
    /// Why it could not be counted when it was asked for last.
    progress_failure: Option<String>,
}

/// An answer, or how far it is.
#[derive(Clone, Debug)]
pub struct Agreement {
    progress: (usize, usize),
    answer: Option<Result<Arc<Report>, String>>,
}

impl Agreement {
    /// How many articles are done, and of how many.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        self.progress
    }

    /// The answer, or why there is none, in words; nothing while it is worked out.
    #[must_use]
    pub fn answer(&self) -> Option<Result<&Arc<Report>, &str>> {
        self.answer.as_ref().map(|answer| answer.as_ref().map_err(String::as_str))
    }
}

/// How good everybody is, held against a reference; or how far it is.
#[derive(Clone, Debug)]
pub struct Scores {
    reference: Annotator,
    progress: (usize, usize),
    answer: Option<Result<Arc<[AnnotatorScore]>, String>>,
}

impl Scores {
    /// Against whom.
    #[must_use]
    pub const fn reference(&self) -> &Annotator {
        &self.reference
    }

    /// How many articles are done, and of how many.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        self.progress
    }

    /// Everybody's score, or why there is none, in words; nothing while it is worked out.
    #[must_use]
    pub fn answer(&self) -> Option<Result<&[AnnotatorScore], &str>> {
        self.answer.as_ref().map(|answer| answer.as_ref().map(|all| &**all).map_err(String::as_str))
    }
}

impl Session {
    /// How good everybody is, as it was last asked for.
    #[must_use]
    pub const fn scores(&self) -> Option<&Scores> {
        self.figures.scores.as_ref()
    }

    pub(super) fn ask_scores(&mut self, reference: Annotator) -> Vec<Effect> {
        let Some(model) = self.corpus.model.clone() else { return Vec::new() };
        let mut effects = self.save_all();
        self.figures.scores = Some(Scores { reference: reference.clone(), progress: (0, 0), answer: None });
        effects.push(self.jobs.begin(Request::Scores { model, reference }, Subject::Nothing));
        effects
    }

    pub(super) fn end_scores(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Scores);
        self.figures.scores = None;
        Vec::new()
    }

    pub(super) const fn on_scoring(&mut self, done: usize, of: usize) {
        if let Some(scores) = &mut self.figures.scores {
            scores.progress = (done, of);
        }
    }

    pub(super) fn on_scores(&mut self, answer: Result<Arc<[AnnotatorScore]>, String>) {
        if let Some(scores) = &mut self.figures.scores {
            scores.answer = Some(answer);
        }
    }

    /// The figures that were last asked for.
    #[must_use]
    pub const fn agreement(&self) -> Option<&Agreement> {
        self.figures.agreement.as_ref()
    }

    pub(super) fn ask_agreement(&mut self, annotators: Vec<Annotator>) -> Vec<Effect> {
        let Some(model) = self.corpus.model.clone() else { return Vec::new() };
        // What is not on disk yet would not be counted.
        let mut effects = self.save_all();
        self.figures.agreement = Some(Agreement { progress: (0, 0), answer: None });
        let unfinished = self.reviewing.unfinished.clone();
        effects.push(self.jobs.begin(Request::Agreement { model, annotators, unfinished }, Subject::Nothing));
        effects
    }

    pub(super) fn end_agreement(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Agreement);
        self.figures.agreement.take_if(|agreement| agreement.answer.is_none());
        Vec::new()
    }

    pub(super) fn on_comparing(&mut self, done: usize, of: usize) {
        if let Some(agreement) = &mut self.figures.agreement {
            agreement.progress = (done, of);
        }
    }

    pub(super) fn on_compared(&mut self, answer: Result<Arc<Report>, String>) {
        if let Some(agreement) = &mut self.figures.agreement {
            agreement.answer = Some(answer);
        }
    }

    /// Progress by annotator, as it was last asked for; nothing while it is counted.
    #[must_use]
    pub const fn progress(&self) -> Option<&Arc<Progress>> {
        self.figures.progress.as_ref()
    }

    /// Why progress could not be counted, where it was asked for and could not be.
    #[must_use]
    pub fn progress_failure(&self) -> Option<&str> {
        self.figures.progress_failure.as_deref()
    }

    /// Whether progress is neither known nor being counted, and can be: those who look at it have to ask.
    #[must_use]
    pub fn lacks_progress(&self) -> bool {
        let Figures { progress, progress_failure, .. } = &self.figures;
        let is_open = progress.is_none() && progress_failure.is_none() && self.corpus.model.is_some();
        is_open && !self.jobs.is_running(JobKind::Progress)
    }

    pub(super) fn on_no_progress(&mut self, error: String) {
        self.figures.progress_failure = Some(error);
    }

    pub(super) fn ask_progress(&mut self) -> Vec<Effect> {
        let Some(model) = self.corpus.model.clone() else { return Vec::new() };
        let mut effects = self.save_all();
        (self.figures.progress, self.figures.progress_failure) = (None, None);
        effects.push(self.jobs.begin(Request::Progress(model), Subject::Nothing));
        effects
    }

    pub(super) fn end_progress(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Progress);
        Vec::new()
    }
}
