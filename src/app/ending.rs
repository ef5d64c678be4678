//! How the program ends when nobody closes its window: by a signal, with the display, by a panic. Work is saved first.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named")]

use std::cell::RefCell;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use super::unsaved::{LastSave, UnsavedWork};
use crate::jobs::{panics, pause};

/// A window that does not hear of a signal for this long is not waited for.
const HEARING: Duration = Duration::from_secs(2);
/// A window that has heard of it has this long to close.
const CLOSING: Duration = Duration::from_secs(15);
/// Added to the number of a signal it is the code a program ended by it gives.
const SIGNAL_CODE: i32 = 128;

/// What is known of the end of the program.
#[derive(Clone, Default)]
pub(super) struct Ending(Arc<State>);

#[derive(Default)]
struct State {
    /// The signal that asks the program to end; 0 for none.
    signal: AtomicI32,
    /// Whether the window has heard of it.
    is_heard: AtomicBool,
    /// Whether there has been a window.
    has_window: AtomicBool,
    /// Whether the window was closed as windows are.
    is_closed: AtomicBool,
    /// Whether everything was done that there is to do at the end.
    is_over: AtomicBool,
}

impl Ending {
    /// Notes that there is a window.
    pub(super) fn begin(&self) {
        self.0.has_window.store(true, Ordering::SeqCst);
    }

    /// Whether a signal asks the program to end; from now on the window is given time to close.
    pub(super) fn hear(&self) -> bool {
        let asked = self.0.signal.load(Ordering::SeqCst) != 0;
        if asked {
            self.0.is_heard.store(true, Ordering::SeqCst);
        }
        asked
    }

    /// Notes that the analyst has closed the window.
    pub(super) fn close(&self) {
        self.0.is_closed.store(true, Ordering::SeqCst);
    }

    /// Waits on a thread for a signal that asks the program to end, and wakes the window then. Where it does not close in time,
    /// what it handed over is saved from here.
    pub(super) fn watch_signals(&self, unsaved: &UnsavedWork, wake: impl Fn() + Send + 'static) {
        let (ending, unsaved) = (self.clone(), unsaved.clone());
        let on_signal = move |signal| {
            ending.0.signal.store(signal, Ordering::SeqCst);
            log::info!("signal {signal}: closing");
            wake();
            let started = Instant::now();
            let patience = || if ending.0.is_heard.load(Ordering::SeqCst) { CLOSING } else { HEARING };
            while started.elapsed() < patience() {
                pause();
            }
            let hangs = anyhow::anyhow!("the window does not close");
            log::error!("{}", ended(&hangs, &unsaved.save_all()));
            SIGNAL_CODE + signal
        };
        if let Err(error) = signals::wait(on_signal) {
            log::warn!("signals are not heard: {error}");
        }
    }

    /// Saves what was handed over when this thread, the one of the window, panics, or a library ends the process on it: Xlib
    /// does where the display is lost.
    pub(super) fn guard_thread(&self, unsaved: &UnsavedWork) {
        let (ending, left, known) = (self.clone(), unsaved.clone(), std::panic::take_hook());
        let window: ThreadId = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            known(panic);
            // Unwinding may end the process: on the way out the connection to the display is used again.
            if std::thread::current().id() == window && !ending.0.is_over.load(Ordering::SeqCst) {
                let saved = left.save_all();
                log::error!("{}", ended(&fault(&panics::message(panic.payload())), &saved));
            }
        }));
        let guard = Guard { ending: self.clone(), unsaved: unsaved.clone() };
        AT_EXIT.with_borrow_mut(|at_exit| *at_exit = Some(guard));
    }

    /// What the program ends with, everything having been saved: `outcome` is how the window did, or what it said when it
    /// panicked.
    ///
    /// # Errors
    /// When there was no window, or it ended without having been closed.
    pub(super) fn finish(
        &self,
        unsaved: &UnsavedWork,
        outcome: Result<eframe::Result, String>,
    ) -> anyhow::Result<ExitCode> {
        let saved = unsaved.save_all();
        self.0.is_over.store(true, Ordering::SeqCst);
        let signal = self.0.signal.load(Ordering::SeqCst);
        if signal != 0 {
            return Ok(ExitCode::from(u8::try_from(SIGNAL_CODE + signal).unwrap_or(u8::MAX)));
        }
        let has_window = self.0.has_window.load(Ordering::SeqCst);
        match outcome {
            Ok(Err(error)) if !has_window => {
                anyhow::bail!("no window can be opened: {error}. Is there a display?")
            }
            Ok(Ok(())) if self.0.is_closed.load(Ordering::SeqCst) || !has_window => Ok(ExitCode::SUCCESS),
            Ok(Ok(())) => Err(ended(&lost(), &saved)),
            Ok(Err(error)) => Err(ended(&lost_by(&error.to_string()), &saved)),
            Err(panic) => Err(ended(&fault(&panic), &saved)),
        }
    }
}

fn lost() -> anyhow::Error {
    anyhow::anyhow!("the connection to the display was lost")
}

fn lost_by(why: &str) -> anyhow::Error {
    anyhow::anyhow!("{} ({why})", lost())
}

/// What a panic on the window's thread means. Its libraries do not expect the display to go, and name the connection then.
fn fault(panic: &str) -> anyhow::Error {
    if panic.contains("Connection") {
        lost_by(panic)
    } else {
        anyhow::anyhow!("the window ended by a fault ({panic})")
    }
}

/// Why the program ended, and what became of unsaved work, for the log and the terminal.
fn ended(why: &anyhow::Error, saved: &LastSave) -> anyhow::Error {
    if saved.failed.is_empty() {
        anyhow::anyhow!("{why}; all work is saved")
    } else {
        anyhow::anyhow!("{why}; {}", saved.failed.join("; "))
    }
}

thread_local! {
    /// Dropped when the thread ends, and when the process is ended from it.
    static AT_EXIT: RefCell<Option<Guard>> = const { RefCell::new(None) };
}

/// Saves what was handed over when it is dropped before its time.
struct Guard {
    ending: Ending,
    unsaved: UnsavedWork,
}

impl Drop for Guard {
    fn drop(&mut self) {
        if !self.ending.0.is_over.swap(true, Ordering::SeqCst) {
            log::error!("{}", ended(&lost(), &self.unsaved.save_all()));
        }
    }
}

#[cfg(unix)]
mod signals {
    //! Signals as Unix has them.

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    /// Waits on a thread for the first signal; `then` gives the code to end the process with.
    pub(super) fn wait(then: impl FnOnce(i32) -> i32 + Send + 'static) -> std::io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
        let work = move || {
            if let Some(signal) = signals.forever().next() {
                // At once: what a library does at exit may wait for the window's thread.
                signal_hook::low_level::exit(then(signal));
            }
        };
        std::thread::Builder::new().name("tippani-signals".to_owned()).spawn(work)?;
        Ok(())
    }
}

#[cfg(not(unix))]
mod signals {
    //! The one way in which other systems ask a program to end.

    /// What an interruption counts as.
    const SIGINT: i32 = 2;

    /// Waits for it; `then` gives the code to end the process with.
    pub(super) fn wait(then: impl Fn(i32) -> i32 + Send + 'static) -> std::io::Result<()> {
        #[expect(clippy::exit, reason = "the window has not closed in time")]
        ctrlc::set_handler(move || std::process::exit(then(SIGINT))).map_err(std::io::Error::other)
    }
}
