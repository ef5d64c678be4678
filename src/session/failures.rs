//! Saves that could not be made, as they were told: what was told is taken back when the save works.

use std::sync::Arc;

use super::{Effect, Now, Session, Severity};
use crate::jobs::JobError;

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

/// What was told of saves and still holds.
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

impl Session {
    /// A sidecar was written.
    pub(super) fn on_written(&mut self, file: &Arc<str>, position: u64) -> Vec<Effect> {
        self.articles.saved(file, position);
        let mut effects = self.failures.end(&Saving::Article(file.clone()));
        effects.extend(self.reload_outdated(file));
        effects
    }

    /// A sidecar could not be written.
    pub(super) fn on_not_written(
        &mut self,
        file: &Arc<str>,
        at: (u64, u64),
        error: &JobError,
        now: &Now,
    ) -> Vec<Effect> {
        let (reason, kept) = match error {
            JobError::NotSaved { reason, kept } => (reason.clone(), *kept),
            JobError::Cancelled(_) | JobError::Failed(_) | JobError::Panicked(_) | JobError::NoThread(_) => {
                (format!("Not saved: {error}. It is kept in this window only"), false)
            }
        };
        let article = self.articles.get_mut(file);
        let is_news = article.is_none_or(|a| a.save_failed(at, reason.clone(), kept, now.millis));
        let told = is_news.then(|| self.failures.tell(Saving::Article(file.clone()), reason));
        told.into_iter().chain(self.reload_outdated(file)).collect()
    }
}
