//! Many items worked on by all processors, their results used in order.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and end with the work")]

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

use super::cancel::CancelToken;
use super::panics::own_message;
use crate::words::{language, say, set_language, text};

/// No item is begun that lies further than this past the first whose result is still awaited: so memory does not grow with
/// their number.
const MAX_ITEMS_AHEAD: usize = 64;

/// The work on one item panicked: a fault of this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("jobs-work-panicked", what = .message.as_str(), item = .item.as_str()))]
pub struct WorkPanicked {
    /// The item.
    pub item: String,
    /// What the panic said.
    pub message: String,
}

/// Gives each item to `work`, on as many threads as there are processors, and each result to `consume`, on this thread and in
/// the order of the items. Whatever ends it early, no work goes on after it has returned.
///
/// `name` says which item a fault was met at. Once `cancel` was cancelled no item is begun and no result consumed; work on an
/// item that takes long hears it by asking the token itself.
///
/// # Errors
/// What `consume` gives; [`WorkPanicked`] in the place of the result of an item whose work panicked, all before it having been
/// consumed; [`Cancelled`](super::Cancelled) when it was cancelled before the last result was consumed; or that the system
/// gives no thread.
pub fn parallel_in_order<T: Sync, R: Send>(
    items: &[T],
    cancel: &CancelToken,
    name: impl Fn(&T) -> String,
    work: impl Fn(&T) -> R + Sync,
    consume: impl FnMut(usize, R) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
    Crew { processors }.in_order(items, cancel, name, work, consume)
}

/// Threads that share work.
struct Crew {
    processors: usize,
}

impl Crew {
    fn in_order<T: Sync, R: Send>(
        &self,
        items: &[T],
        cancel: &CancelToken,
        name: impl Fn(&T) -> String,
        work: impl Fn(&T) -> R + Sync,
        mut consume: impl FnMut(usize, R) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        cancel.check()?;
        let window = Window::default();
        let next = AtomicUsize::new(0);
        let threads = self.processors.min(items.len());
        let spoken = language();
        std::thread::scope(|scope| {
            // The scope waits for its threads, so whatever ends this, the others have to be let go first.
            let _close = CloseOnDrop(&window);
            let (sender, receiver) = mpsc::channel();
            for n in 0..threads {
                let (sender, window, next, work) = (sender.clone(), &window, &next, &work);
                let run = move || {
                    set_language(spoken);
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(item) = items.get(at).filter(|_| window.wait_for(at)) else { return };
                        // An item is answered for in any case: if one were not, the others would wait for it for ever.
                        let result = if cancel.is_cancelled() {
                            None
                        } else {
                            // Nothing the work may have left half changed is looked at after this.
                            Some(catch_unwind(AssertUnwindSafe(|| work(item))).map_err(|panic| {
                                own_message(&*panic)
                                    .unwrap_or_else(|| text("jobs-work-panicked-silent").to_owned())
                            }))
                        };
                        if sender.send((at, result)).is_err() {
                            return;
                        }
                    }
                };
                std::thread::Builder::new().name(format!("tippani-work-{n}")).spawn_scoped(scope, run)?;
            }
            drop(sender);
            let (mut waiting, mut at) = (BTreeMap::new(), 0);
            for (number, result) in receiver {
                cancel.check()?;
                waiting.insert(number, result);
                while let Some(result) = waiting.remove(&at) {
                    cancel.check()?;
                    match result {
                        Some(Ok(result)) => consume(at, result)?,
                        Some(Err(message)) => {
                            return Err(WorkPanicked { item: name(&items[at]), message }.into());
                        }
                        None => cancel.check()?,
                    }
                    at += 1;
                    window.advance(at);
                }
            }
            anyhow::ensure!(at == items.len(), "a thread ended before its work was done");
            Ok(())
        })
    }
}

/// Which items may be begun: those that are not too far ahead of the first whose result is awaited.
#[derive(Default)]
struct Window {
    consumed: Mutex<usize>,
    moved: Condvar,
    closed: AtomicBool,
}

impl Window {
    /// Waits until item `at` may be begun; false when it need not be any more.
    fn wait_for(&self, at: usize) -> bool {
        let mut consumed = self.consumed.lock().unwrap_or_else(PoisonError::into_inner);
        while at > *consumed + MAX_ITEMS_AHEAD && !self.closed.load(Ordering::Relaxed) {
            consumed = self.moved.wait(consumed).unwrap_or_else(PoisonError::into_inner);
        }
        !self.closed.load(Ordering::Relaxed)
    }

    fn advance(&self, consumed: usize) {
        *self.consumed.lock().unwrap_or_else(PoisonError::into_inner) = consumed;
        self.moved.notify_all();
    }
}

struct CloseOnDrop<'a>(&'a Window);

impl Drop for CloseOnDrop<'_> {
    fn drop(&mut self) {
        // Under the lock, so that nobody is between looking and falling asleep.
        let consumed = self.0.consumed.lock();
        self.0.closed.store(true, Ordering::Relaxed);
        drop(consumed);
        self.0.moved.notify_all();
    }
}
