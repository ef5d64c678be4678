//! Who writes the annotator's files: this window, or another one, so that this one only reads.

use super::jobs::Subject;
use super::{Effect, Session, Severity};
use crate::jobs::{Request, Writer};
use crate::words::{say, text};

/// Who writes the annotator's files in the open workspace, as far as it is known: nobody else until it is.
#[derive(Debug, Default)]
pub(super) struct Writing(Option<Writer>);

impl Session {
    /// Another window or program that writes the annotator's files, so that they can only be read here.
    #[must_use]
    pub const fn other_writer(&self) -> Option<&Writer> {
        match &self.writing.0 {
            Some(writer @ Writer::Elsewhere { .. }) => Some(writer),
            Some(Writer::Here | Writer::Unguarded(_)) | None => None,
        }
    }

    /// Whether the open article can be annotated: it is not blocked, and nobody else writes the annotator's files.
    #[must_use]
    pub fn can_annotate(&self) -> bool {
        self.other_writer().is_none() && self.article().is_some_and(|article| article.blocked().is_none())
    }

    /// Asks for the annotator's lock in the open workspace, where both are known; who writes is open until it is answered.
    pub(super) fn ask_lock(&mut self) -> Option<Effect> {
        self.writing = Writing::default();
        self.begin_lock(false)
    }

    /// Asks for the lock again, or takes it from a holder that does not run any more.
    pub(super) fn retry_lock(&mut self, takes_over: bool) -> Vec<Effect> {
        if self.other_writer().is_none() {
            return Vec::new();
        }
        self.begin_lock(takes_over).into_iter().collect()
    }

    fn begin_lock(&mut self, takes_over: bool) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let annotator = self.annotator.clone()?;
        Some(self.jobs.begin(Request::Lock { root, annotator, takes_over }, Subject::Nothing))
    }

    pub(super) fn on_lock(&mut self, writer: Writer) -> Vec<Effect> {
        let had_to_wait = self.other_writer().is_some();
        let told = match &writer {
            Writer::Here => None,
            Writer::Unguarded(why) => {
                Some(Effect::tell(Severity::Warning, say!("session-lock-missing", error = why.as_str())))
            }
            Writer::Elsewhere { .. } if had_to_wait => {
                Some(Effect::tell(Severity::Info, text("session-lock-still-held")))
            }
            Writer::Elsewhere { .. } => None,
        };
        self.writing = Writing(Some(writer));
        let mut effects: Vec<Effect> = told.into_iter().collect();
        if had_to_wait && self.other_writer().is_none() {
            effects.extend(self.reopen_articles());
            effects.push(Effect::tell(Severity::Success, text("session-lock-free")));
        }
        effects
    }

    /// Says that nothing can be changed here, where another window writes the annotator's files.
    pub(super) fn refuse_to_write(&self) -> Option<Vec<Effect>> {
        self.other_writer()?;
        Some(vec![Effect::tell(Severity::Warning, text("session-window-read-only"))])
    }
}
