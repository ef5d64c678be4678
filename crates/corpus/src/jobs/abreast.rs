//! Many items worked on by all processors, their results taken in order.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and end with the work")]

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// No item is begun that lies further than this past the last result taken: so memory does not grow with their number.
const AHEAD: usize = 64;

/// Gives each item to `work`, on as many threads as there are processors, and each result to `take`, on this thread and in
/// the order of the items. An error of `take` ends it.
///
/// # Errors
/// What `take` gives, or that no thread can be made.
pub(super) fn abreast<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(usize, R) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let gate = Gate::default();
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    std::thread::scope(|scope| {
        // Whatever ends this, the others are let go.
        let _open = OpenAtEnd(&gate);
        let (sender, receiver) = mpsc::channel::<(usize, R)>();
        for n in 0..threads {
            let (sender, gate, next, work) = (sender.clone(), &gate, &next, &work);
            let run = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at).filter(|_| gate.pass(at)) else { return };
                    if sender.send((at, work(item))).is_err() {
                        return;
                    }
                }
            };
            std::thread::Builder::new().name(format!("tippani-work-{n}")).spawn_scoped(scope, run)?;
        }
        drop(sender);
        let (mut waiting, mut at) = (BTreeMap::new(), 0);
        for (number, result) in receiver {
            waiting.insert(number, result);
            while let Some(result) = waiting.remove(&at) {
                take(at, result)?;
                at += 1;
                gate.taken(at);
            }
        }
        anyhow::ensure!(at == items.len(), "a thread ended before its work was done");
        Ok(())
    })
}

/// Holds back those who are too far ahead.
#[derive(Default)]
struct Gate {
    taken: Mutex<usize>,
    moved: Condvar,
    ended: AtomicBool,
}

impl Gate {
    /// Waits until item `at` may be begun; false when it need not be any more.
    fn pass(&self, at: usize) -> bool {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while at > *taken + AHEAD && !self.ended.load(Ordering::Relaxed) {
            taken = self.moved.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        !self.ended.load(Ordering::Relaxed)
    }

    fn taken(&self, count: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = count;
        self.moved.notify_all();
    }
}

struct OpenAtEnd<'a>(&'a Gate);

impl Drop for OpenAtEnd<'_> {
    fn drop(&mut self) {
        let taken = self.0.taken.lock();
        self.0.ended.store(true, Ordering::Relaxed);
        drop(taken);
        self.0.moved.notify_all();
    }
}
