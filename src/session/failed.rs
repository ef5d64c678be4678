//! Jobs that failed: what becomes of what they were asked for, and what is told.

use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::jobs::{JobError, JobKind, Writer};

impl Session {
    /// A job failed, was cancelled or panicked, and somebody waits for it.
    pub(super) fn on_error(
        &mut self,
        kind: JobKind,
        error: &JobError,
        subject: Subject,
        now: &Now,
    ) -> Vec<Effect> {
        let tell = |text: String| vec![Effect::tell(Severity::Error, text)];
        match (kind, subject) {
            (JobKind::Scan, _) => {
                self.scanning = None;
                self.scan_failure = Some(error.to_string());
                let mut effects = tell(error.to_string());
                effects.extend(self.read_corpus_when_free());
                effects
            }
            (JobKind::Rescan, _) => vec![Effect::tell(Severity::Warning, error.to_string())],
            (JobKind::Watch, _) => {
                let text = format!("What other programs change is not seen: {error}");
                vec![Effect::tell(Severity::Warning, text)]
            }
            (JobKind::Lock, _) => self.on_lock(Writer::Unguarded(error.to_string())),
            (JobKind::Load | JobKind::SetAside, Subject::Article(file)) => {
                if self.navigation.wanted.as_ref() == Some(&file) {
                    self.navigation.wanted = None;
                }
                tell(error.to_string())
            }
            (JobKind::Save, Subject::Position(file, at)) => self.on_not_written(&file, at, error, now),
            (JobKind::Keep, _) => self.on_not_kept(&error.to_string(), now),
            (JobKind::SaveCopies, _) => tell(format!("No copy was saved: {error}")),
            (JobKind::SaveSchema, _) => self.on_schema_not_saved(error, now),
            (JobKind::Report, _) => tell(format!("It was not written: {error}")),
            (JobKind::LoadCopy, _) => tell(format!("Nothing was merged: {error}")),
            (JobKind::SetCopyAside, _) => {
                vec![Effect::tell(Severity::Warning, format!("The copy stays where it is: {error}"))]
            }
            (JobKind::Queue, _) => {
                let mut effects = tell(format!("The queue is not whole: {error}"));
                effects.extend(self.on_queue(Vec::new(), Vec::new()));
                effects
            }
            (JobKind::FillGold, _) => {
                self.leave_fill();
                tell(format!("It cannot be said what filling comes to: {error}"))
            }
            (JobKind::Feedback, _) => {
                self.on_no_feedback();
                tell(format!("The feedback cannot be read: {error}"))
            }
            (JobKind::ReadBoard, _) => {
                self.on_no_board();
                tell(format!("The claims cannot be read: {error}"))
            }
            // They are asked for again when they are looked at again.
            (JobKind::ReadEnds | JobKind::SearchClaims, _) => Vec::new(),
            (JobKind::Progress, _) => tell(format!("It cannot be counted: {error}")),
            (JobKind::Scores, _) => {
                self.on_scores(Err(error.to_string()));
                Vec::new()
            }
            (JobKind::Agreement, _) => {
                self.on_compared(Err(error.to_string()));
                Vec::new()
            }
            (JobKind::Transfer, _) => self.on_transferred(crate::jobs::Outcome::Failed(error.to_string())),
            (JobKind::Entities(job), _) => self.on_entities_failed(job, error, now),
            (JobKind::Preview, _) => {
                self.on_previewed(Err(error.to_string()));
                Vec::new()
            }
            // What is not kept is found by its quotes.
            (JobKind::KeepText, _) => Vec::new(),
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
            ) => tell(error.to_string()),
        }
    }
}
