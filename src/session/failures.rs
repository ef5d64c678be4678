//! Jobs that failed: what becomes of what they were asked for, and what is told. What was told of a save is taken back when it
//! works after all.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::jobs::{JobError, JobKind, Outcome, Writer};
use crate::words::say;

/// What is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Saving {
    /// The annotations of an article.
    Article(Arc<str>),
    /// The labels of the workspace.
    Schema,
    /// The annotator's entities.
    Entities,
}

/// What was told of saves and still holds, in the words it was told in, whatever the language is by now.
#[derive(Debug, Default)]
pub(super) struct Failures(Vec<(Saving, String)>);

impl Failures {
    /// Tells that it was not saved.
    pub(super) fn tell(&mut self, what: Saving, reason: String) -> Effect {
        self.0.push((what, reason.clone()));
        Effect::tell(Severity::Error, reason)
    }

    /// It was saved.
    pub(super) fn end(&mut self, what: &Saving) -> Vec<Effect> {
        let over = self.0.extract_if(.., |told| told.0 == *what);
        over.map(|(_, reason)| Effect::Withdraw(reason)).collect()
    }
}

/// Why a sidecar could not be written, in words.
pub(super) fn not_saved(error: &JobError) -> String {
    match error {
        JobError::NotSaved { reason, .. } => reason.clone(),
        JobError::Cancelled(_) | JobError::Failed(_) | JobError::Panicked(_) | JobError::NoThread(_) => {
            say!("session-not-saved", error = error.to_string())
        }
    }
}

impl Session {
    /// A sidecar was written.
    pub(super) fn on_written(&mut self, file: &Arc<str>, position: u64) -> Vec<Effect> {
        self.articles.saved(file, position);
        let mut effects = self.failures.end(&Saving::Article(file.clone()));
        effects.extend(self.reload_outdated(file));
        effects
    }

    /// A sidecar could not be written.
    fn on_not_written(
        &mut self,
        file: &Arc<str>,
        at: (u64, u64),
        error: &JobError,
        now: &Now,
    ) -> Vec<Effect> {
        let article = self.articles.get_mut(file);
        let is_news = article.is_none_or(|a| a.save_failed(at, error.clone(), now.millis));
        let told = is_news.then(|| self.failures.tell(Saving::Article(file.clone()), not_saved(error)));
        told.into_iter().chain(self.reload_outdated(file)).collect()
    }

    /// A job failed, was cancelled or panicked, and somebody waits for it.
    pub(super) fn on_error(
        &mut self,
        kind: JobKind,
        error: &JobError,
        subject: Subject,
        now: &Now,
    ) -> Vec<Effect> {
        let words = error.to_string();
        let tell = |text: String| vec![Effect::tell(Severity::Error, text)];
        let warn = |text: String| vec![Effect::tell(Severity::Warning, text)];
        match (kind, subject) {
            (JobKind::Scan, _) => {
                self.scanning = None;
                self.scan_failure = Some(words.clone());
                let mut effects = tell(words);
                effects.extend(self.read_corpus_when_free());
                effects
            }
            (JobKind::Rescan, _) => warn(words),
            (JobKind::Watch, _) => warn(say!("session-watch-failed", error = words)),
            (JobKind::Lock, _) => self.on_lock(Writer::Unguarded(words)),
            (JobKind::Load | JobKind::SetAside, Subject::Article(file)) => {
                self.on_not_opened(&file);
                tell(words)
            }
            (JobKind::Save, Subject::Position(file, at)) => self.on_not_written(&file, at, error, now),
            (JobKind::Keep, _) => self.on_not_kept(&words, now),
            (JobKind::SaveCopies, _) => tell(say!("session-copies-failed", error = words)),
            (JobKind::SaveSchema, _) => self.on_schema_not_saved(error, now),
            (JobKind::Report, _) => tell(say!("session-report-failed", error = words)),
            (JobKind::LoadCopy, _) => tell(say!("session-merge-failed", error = words)),
            (JobKind::SetCopyAside, _) => warn(say!("session-copy-stays", error = words)),
            (JobKind::Queue, _) => {
                let mut effects = tell(say!("session-queue-failed", error = words));
                effects.extend(self.on_queue(Vec::new()));
                effects
            }
            (JobKind::QueueItems, _) => {
                self.on_no_queue_items();
                tell(say!("session-queue-failed", error = words))
            }
            (JobKind::FillGold, _) => {
                self.leave_fill();
                tell(say!("session-fill-failed", error = words))
            }
            (JobKind::Feedback, _) => {
                self.on_no_feedback();
                tell(say!("session-feedback-failed", error = words))
            }
            (JobKind::ReadBoard, _) => {
                self.on_no_board();
                tell(say!("session-board-failed", error = words))
            }
            // They are asked for again when they are looked at again; what is not kept is found by its quotes.
            (JobKind::ReadEnds | JobKind::SearchClaims | JobKind::KeepText, _) => Vec::new(),
            (JobKind::Progress, _) => {
                let told = say!("session-progress-failed", error = words);
                self.on_no_progress(told.clone());
                tell(told)
            }
            (JobKind::Scores, _) => {
                self.on_scores(Err(words));
                Vec::new()
            }
            (JobKind::Agreement, _) => {
                self.on_compared(Err(words));
                Vec::new()
            }
            (JobKind::Transfer, _) => self.on_transferred(Outcome::Failed(words)),
            (JobKind::Entities(job), _) => self.on_entities_failed(job, error, now),
            (JobKind::Preview, _) => {
                self.on_previewed(Err(words));
                Vec::new()
            }
            (
                JobKind::ReadCorpus
                | JobKind::ReadArticles
                | JobKind::Restore
                | JobKind::LoadOthers
                | JobKind::LoadSetAside
                | JobKind::Load
                | JobKind::Reread
                | JobKind::PreviewEncodings
                | JobKind::SetAside
                | JobKind::Save,
                _,
            ) => tell(words),
        }
    }
}
