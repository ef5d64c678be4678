//! Asking work on other threads to end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks work to end, from whatever thread. Clones are one token.
///
/// It is made where the work is asked for, before any of it begins, and is heard from that moment: work that was cancelled
/// before it began does nothing. Cancelling cannot be taken back; other work has another token.
///
/// ```
/// # use tippani_corpus::jobs::CancelToken;
/// let asked = CancelToken::new();
/// let worker = asked.clone();
/// assert!(worker.check().is_ok());
/// asked.cancel();
/// assert_eq!(worker.check().unwrap_err().to_string(), "cancelled");
/// ```
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

/// Work ended early because it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

impl CancelToken {
    /// A token that nobody has cancelled.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the work to end.
    pub fn cancel(&self) {
        // No data goes with the word, so nothing has to be ordered with it.
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the work has been asked to end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Lets the work go on, for `?` between its steps.
    ///
    /// # Errors
    /// When it has been asked to end.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}
