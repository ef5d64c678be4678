//! How something that was changed here stands to its file, one save at a time.

use std::sync::Arc;

/// A save that failed is tried again this much later, in milliseconds.
pub(super) const SAVE_RETRY_MS: u64 = 10_000;

/// Why the last save failed, and when it is tried again.
#[derive(Debug)]
pub(super) struct SaveFailure<R> {
    pub(super) reason: R,
    pub(super) retry_at: u64,
}

/// Counts the changes of a value, and knows which of them its file holds.
///
/// One save is under way at a time: [`SaveTracker::begin`] is answered by [`SaveTracker::saved`] or [`SaveTracker::failed`].
#[derive(Debug)]
pub(super) struct SaveTracker<T> {
    /// Counts changes; the file holds the value where it is `saved`.
    revision: u64,
    saved: u64,
    /// What is being written, and the revision it is.
    saving: Option<(u64, Arc<T>)>,
    failure: Option<SaveFailure<String>>,
}

impl<T> Default for SaveTracker<T> {
    fn default() -> Self {
        Self { revision: 0, saved: 0, saving: None, failure: None }
    }
}

impl<T> SaveTracker<T> {
    /// The value was changed.
    pub(super) const fn changed(&mut self) {
        self.revision += 1;
        // What is wrong is still shown, but what is new does not wait for it.
        if let Some(failure) = &mut self.failure {
            failure.retry_at = 0;
        }
    }

    /// How often it was changed since the file held it.
    pub(super) const fn unsaved_changes(&self) -> u64 {
        self.revision - self.saved
    }

    /// Whether the file does not hold it.
    pub(super) const fn is_dirty(&self) -> bool {
        self.revision != self.saved
    }

    /// Whether it is being written.
    pub(super) const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Why the last save failed, if it did.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_ref().map(|failure| failure.reason.as_str())
    }

    /// When a save is due, in milliseconds since the epoch: at once, or some time after one that failed.
    pub(super) fn due(&self) -> Option<u64> {
        let waits = self.is_dirty() && self.saving.is_none();
        waits.then(|| self.failure.as_ref().map_or(0, |failure| failure.retry_at))
    }

    /// Begins a save of the value as it is now.
    pub(super) fn begin(&mut self, value: Arc<T>) {
        self.saving = Some((self.revision, value));
    }

    /// The save was made; gives what was sent to be written, or nothing where no save was under way.
    pub(super) fn saved(&mut self) -> Option<Arc<T>> {
        let (revision, sent) = self.saving.take()?;
        (self.saved, self.failure) = (revision, None);
        Some(sent)
    }

    /// The save could not be made; it is tried again later. Says whether the reason is news.
    pub(super) fn failed(&mut self, reason: String, now_ms: u64) -> bool {
        let Some((revision, _)) = self.saving.take() else { return false };
        let is_news = self.failure.as_ref().is_none_or(|failure| failure.reason != reason);
        let retry_at = if revision == self.revision { now_ms + SAVE_RETRY_MS } else { now_ms };
        self.failure = Some(SaveFailure { reason, retry_at });
        is_news
    }

    /// Nobody waits for the answer to the save under way any more, so that it has to be made again.
    pub(super) fn forget(&mut self) {
        self.saving = None;
    }
}
