//! Details of articles: what is known of them, and what the annotator types.

use super::{Effect, Now, Session};
use crate::edit::Change;
use crate::format::sidecar;
use crate::model::{ArticleDetails, DETAILS};
use crate::words::text;

impl Session {
    /// What is known of an article beside its text, what the annotator typed first.
    pub(super) fn details_of(&self, file: &str) -> ArticleDetails {
        let model = self.corpus.model.as_ref();
        model.map(|model| model.details(file, self.annotator.as_ref())).unwrap_or_default()
    }

    /// What is known of the article on screen.
    #[must_use]
    pub fn details(&self) -> Option<&ArticleDetails> {
        let file = &self.article()?.document().file;
        Some(&self.library()?.entry(file)?.details)
    }

    /// Keeps what was typed of the article on screen, in one step of undo; what is as it is known from elsewhere is not repeated.
    pub(super) fn set_details(&mut self, typed: &ArticleDetails, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let set = article.set();
        let own = sidecar::details(set);
        let known = self.details_of(&article.document().file);
        let mut values = typed.values();
        for ((value, own), known) in values.iter_mut().zip(own.values()).zip(known.values()) {
            // One that was typed before stays typed; what comes from elsewhere follows that.
            if own.is_none() && *value == known {
                *value = None;
            }
        }
        let details = ArticleDetails::of_values(values.map(|value| value.map(Into::into)));
        let (before, after) = (set.field(DETAILS), sidecar::with_details(set, &details));
        let change = match after {
            Some(field) if before.as_ref() != Some(&field) => Change::PutField(field),
            None if before.is_some() => Change::RemoveField(DETAILS.into()),
            _ => return Vec::new(),
        };
        self.change(text("session-step-details"), vec![change], now)
    }
}
