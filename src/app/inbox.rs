//! Where threads leave what happened, and how they are begun.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with events")]

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::jobs::CancelToken;
use crate::session::Event;

/// Where events come in, and a word to the window that one has.
#[derive(Clone)]
pub(super) struct Inbox {
    events: Sender<Event>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Inbox {
    /// An inbox and where its events come out; `wake` is called from other threads whenever one came.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> (Self, Receiver<Event>) {
        let (events, received) = mpsc::channel();
        (Self { events, wake: Arc::new(wake) }, received)
    }

    /// Leaves an event and wakes the window.
    pub(super) fn put(&self, event: Event) {
        // The window closes before its threads do; nobody is left to tell then.
        if self.events.send(event).is_ok() {
            (self.wake)();
        }
    }

    /// Begins `work` on a thread of this name; where the system gives none, what `failed` makes of the reason is left.
    pub(super) fn begin(
        &self,
        name: &str,
        work: impl FnOnce(&Self) + Send + 'static,
        failed: impl FnOnce(String) -> Event,
    ) {
        let inbox = self.clone();
        let thread = std::thread::Builder::new().name(format!("tippani-{name}"));
        if let Err(error) = thread.spawn(move || work(&inbox)) {
            self.put(failed(format!("it cannot be begun: {error}")));
        }
    }
}

/// Work of one kind, of which only the newest goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct Newest(Arc<Mutex<CancelToken>>);

impl Newest {
    /// The token of new work; what was begun before is cancelled.
    pub(super) fn begin(&self) -> CancelToken {
        let token = CancelToken::new();
        let mut newest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *newest, token.clone()).cancel();
        token
    }

    /// Cancels what was begun last.
    pub(super) fn cancel(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }
}

/// How often progress is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace(Instant);

impl Pace {
    const EVERY: Duration = Duration::from_millis(50);

    /// A pace that begins now.
    pub(super) fn new() -> Self {
        Self(Instant::now())
    }

    /// Whether it is time to tell again; it begins anew then.
    pub(super) fn is_due(&mut self) -> bool {
        let due = self.0.elapsed() >= Self::EVERY;
        if due {
            self.0 = Instant::now();
        }
        due
    }
}
