//! Asking work on other threads to end.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::words::text;

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
pub struct CancelToken(Arc<State>);

#[derive(Default)]
struct State {
    is_cancelled: AtomicBool,
    /// Wakes work that waits for something else.
    wakers: Mutex<Vec<Waker>>,
}

type Waker = Box<dyn FnOnce() + Send>;

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("is_cancelled", &self.is_cancelled).finish_non_exhaustive()
    }
}

/// Work ended early because it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", text("jobs-cancelled"))]
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
        self.0.is_cancelled.store(true, Ordering::Relaxed);
        let wakers = std::mem::take(&mut *self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner));
        for wake in wakers {
            wake();
        }
    }

    /// Calls `wake` once the work is asked to end, from the thread that asks; at once where it has been. For work that waits
    /// for something else meanwhile.
    pub fn when_cancelled(&self, wake: impl FnOnce() + Send + 'static) {
        let mut wakers = self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner);
        // Under the lock, so that who cancels at this moment finds it there or has been heard.
        if self.is_cancelled() {
            drop(wakers);
            wake();
        } else {
            wakers.push(Box::new(wake));
        }
    }

    /// Whether the work has been asked to end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// Lets the work go on, for `?` between its steps.
    ///
    /// # Errors
    /// When it has been asked to end.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}
