//! Everything that goes on beside the window: jobs, and where what they tell comes in.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::unsaved::UnsavedWork;
use crate::jobs::{Executor, Job, Journals, Runner, Saver};
use crate::session::Event;
use crate::store::Writers;

/// Jobs and their inbox.
pub(super) struct Background {
    runner: Runner,
    saver: Arc<Saver>,
    inbox: Inbox,
    events: Receiver<Event>,
}

impl Background {
    /// Starts the threads that read and write; `wake` is called from other threads whenever an event came. Every change is kept
    /// in `journals`, where the locks of annotators are, too; what an earlier version could not save is in `recovery`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(
        journals: Option<PathBuf>,
        recovery: Option<PathBuf>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (sender, events) = mpsc::channel();
        let inbox = Inbox { sender, wake: Arc::new(wake) };
        let writers = Writers::new(journals.clone());
        let saver = Arc::new(Saver::new(Arc::new(Journals::new(journals)), recovery));
        let executor = Executor::new(saver.clone()).with_locks(writers);
        let answers = inbox.clone();
        let runner = Runner::start(
            Box::new(move |job, reporter| executor.execute(job, reporter)),
            Arc::new(move |message| answers.put(Event::Job(message))),
        )?;
        Ok(Self { runner, saver, inbox, events })
    }

    /// None as yet of the work that is not on disk, to be saved as this saves.
    pub(super) fn unsaved_work(&self) -> UnsavedWork {
        UnsavedWork::new(self.saver.clone(), self.runner.stopper())
    }

    /// Where other threads leave their events.
    pub(super) fn inbox(&self) -> Inbox {
        self.inbox.clone()
    }

    /// What has happened since it was last asked.
    pub(super) fn events(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// The next event, waited for at most so long.
    pub(super) fn wait(&self, at_most: Duration) -> Option<Event> {
        self.events.recv_timeout(at_most).ok()
    }

    /// Begins a job; its answer comes as an event.
    pub(super) fn begin(&self, job: Job) {
        self.runner.begin(job);
    }

    /// Whether nothing can be asked for any more.
    pub(super) const fn is_finished(&self) -> bool {
        self.runner.is_finished()
    }

    /// Waits until what was asked for is written and all else has stopped, but no longer than `patience`; nothing can be
    /// asked for afterwards.
    pub(super) fn finish(&mut self, patience: Duration) {
        self.runner.finish(patience);
    }
}

/// Where events come in, and a word to the window that one has.
#[derive(Clone)]
pub(super) struct Inbox {
    sender: Sender<Event>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Inbox {
    /// Leaves an event and wakes the window.
    pub(super) fn put(&self, event: Event) {
        // The window closes before its threads do; nobody is left to tell then.
        if self.sender.send(event).is_ok() {
            (self.wake)();
        }
    }
}
