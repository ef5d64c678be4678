//! The system's dialogs. Each has to be made on the window's thread, is waited for on another, and answers with an event.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with an event")]

use std::io;
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use super::background::Inbox;
use crate::session::{Event, Severity};
use crate::words::text;

/// A dialog that says no sooner than this was not there: a person needs longer.
const QUICKEST_PERSON: Duration = Duration::from_millis(300);

/// What is said where the system has no dialog.
pub(super) fn no_chooser() -> String {
    text("app-no-chooser").to_owned()
}

/// Asks for a folder to open. Where no portal answers, the prompt in the window takes over.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn ask_folder(inbox: Inbox) -> io::Result<()> {
    let dialog = AsyncFileDialog::new().set_title(text("app-dialog-open")).pick_folder();
    ask(inbox, dialog, |folder| Event::Chosen(folder.path().to_owned()), Event::NoDialog)
}

/// Asks for a folder to write to; where no portal answers, its path is typed.
pub(super) fn pick_folder(inbox: Inbox) {
    let dialog = AsyncFileDialog::new().set_title(text("app-dialog-export")).pick_folder();
    pick(inbox, async { dialog.await.map(|folder| vec![folder]) });
}

/// Asks for files to read; where no portal answers, their paths are typed.
pub(super) fn pick_files(inbox: Inbox) {
    pick(inbox, AsyncFileDialog::new().set_title(text("app-dialog-import")).pick_files());
}

fn pick(inbox: Inbox, dialog: impl Future<Output = Option<Vec<FileHandle>>> + Send + 'static) {
    let picked = |files: Vec<FileHandle>| Event::Picked(files.iter().map(|f| f.path().to_owned()).collect());
    if let Err(error) = ask(inbox, dialog, picked, Event::Told(Severity::Info, no_chooser())) {
        log::warn!("no dialog: {error}");
    }
}

/// Waits for a dialog on a thread, and answers with what was chosen, or with `absent` where there was none.
fn ask<T: 'static>(
    inbox: Inbox,
    dialog: impl Future<Output = Option<T>> + Send + 'static,
    chosen: impl FnOnce(T) -> Event + Send + 'static,
    absent: Event,
) -> io::Result<()> {
    let wait = move || {
        let started = Instant::now();
        match pollster::block_on(dialog) {
            Some(answer) => inbox.put(chosen(answer)),
            None if started.elapsed() < QUICKEST_PERSON => inbox.put(absent),
            None => {}
        }
    };
    std::thread::Builder::new().name("tippani-dialog".to_owned()).spawn(wait).map(drop)
}
