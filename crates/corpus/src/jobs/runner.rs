//! The threads that carry out jobs.

#![expect(
    clippy::disallowed_methods,
    reason = "threads are made here, named, and each job ends in one answer"
)]

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::panics::caught;
use super::{Answer, CancelToken, Job, JobError, JobId, JobProgress, Lane};
use crate::words::{Language, language, set_language, system, text};

/// How long it is waited between two looks at whether a thread has ended.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// What a job tells: how far it is, any number of times, then how it ended, exactly once.
#[derive(Debug)]
pub enum Message {
    /// It goes on.
    Progress(JobId, JobProgress),
    /// It ended; with an error also when it was cancelled or panicked.
    Finished(JobId, Result<Answer, JobError>),
    /// A fault of this program beside a job, in words; no answer is lost by it.
    Fault(String),
}

/// Carries out one job.
pub type Execute = dyn Fn(Job, &Reporter) -> Result<Answer, JobError> + Send + Sync;

/// Where messages go; called from the job's thread.
pub type Deliver = dyn Fn(Message) + Send + Sync;

/// Tells how far one job is: [`Reporter::report`] at most every 50 ms.
#[expect(missing_debug_implementations, reason = "it is handed to a job and looked at by nobody")]
pub struct Reporter {
    id: JobId,
    cancel: CancelToken,
    deliver: Arc<Deliver>,
    last: Mutex<Option<Instant>>,
}

impl Reporter {
    /// The shortest time between two reports.
    const MIN_INTERVAL: Duration = Duration::from_millis(50);

    /// One for a job that is carried out by hand, without a [`Runner`].
    #[must_use]
    pub fn new(job: &Job, deliver: Arc<Deliver>) -> Self {
        Self { id: job.id, cancel: job.cancel.clone(), deliver, last: Mutex::default() }
    }

    /// Tells how far the job is, where it is time to.
    pub fn report(&self, progress: impl FnOnce() -> JobProgress) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_none_or(|last| last.elapsed() >= Self::MIN_INTERVAL) {
            *last = Some(Instant::now());
            (self.deliver)(Message::Progress(self.id, progress()));
        }
    }

    /// Tells something that must not be left out, however soon after the last report.
    pub fn always_report(&self, progress: JobProgress) {
        (self.deliver)(Message::Progress(self.id, progress));
    }

    /// The token that says whether the job shall stop.
    #[must_use]
    pub const fn cancel(&self) -> &CancelToken {
        &self.cancel
    }
}

/// Carries out jobs on threads: those of the disk one after the other, in the order asked for, those of the journal likewise,
/// others beside them.
pub struct Runner {
    shared: Arc<Shared>,
    /// The threads of the disk and of the journal.
    serial: Option<[(Sender<Asked>, JoinHandle<()>); 2]>,
}

/// A job, and the language of the thread that asked for it: what is told of it is read there. It goes with each job, since threads
/// outlive a choice of language.
struct Asked {
    job: Job,
    language: Language,
}

struct Shared {
    execute: Box<Execute>,
    deliver: Arc<Deliver>,
    own: Mutex<OwnThreads>,
}

/// Jobs with a thread of their own.
#[derive(Default)]
struct OwnThreads {
    /// Those that may still run.
    running: Vec<(CancelToken, JoinHandle<()>)>,
    /// Whether none may begin any more.
    is_closed: bool,
}

impl Runner {
    /// Starts the threads of the disk and of the journal. `execute` carries out a job, `deliver` takes what jobs tell.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(execute: Box<Execute>, deliver: Arc<Deliver>) -> std::io::Result<Self> {
        let shared = Arc::new(Shared { execute, deliver, own: Mutex::default() });
        let serve = |name: &str| {
            let (sender, receiver) = mpsc::channel();
            let shared = shared.clone();
            let thread = Builder::new().name(name.to_owned()).spawn(move || shared.serve(&receiver))?;
            Ok::<_, std::io::Error>((sender, thread))
        };
        let serial = [serve("tippani-disk")?, serve("tippani-journal")?];
        Ok(Self { shared, serial: Some(serial) })
    }

    /// Begins a job; its answer always comes, in the language of this thread.
    pub fn begin(&self, job: Job) {
        let id = job.id;
        let asked = Asked { job, language: language() };
        let refused = match (id.kind.lane(), &self.serial) {
            (Lane::Parallel, _) => return self.shared.begin_on_own_thread(asked),
            (Lane::Disk | Lane::AfterDisk, Some([(disk, _), _])) => disk.send(asked).is_err(),
            (Lane::Journal, Some([_, (journal, _)])) => journal.send(asked).is_err(),
            (Lane::Disk | Lane::AfterDisk | Lane::Journal, None) => true,
        };
        if refused {
            self.shared.end(id, Err(JobError::NoThread(text("jobs-closing").to_owned())));
        }
    }

    /// Whether no more jobs can be begun.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        self.serial.is_none()
    }

    /// What stops all jobs that do not write sidecars, from whatever thread.
    #[must_use]
    pub fn stopper(&self) -> JobStopper {
        JobStopper(self.shared.clone())
    }

    /// Lets the disk's jobs end, cancels all others, and waits until they have cleaned up, but no longer than `patience`.
    pub fn finish(&mut self, patience: Duration) {
        let deadline = Instant::now() + patience;
        let Some(serial) = self.serial.take() else { return };
        // Nobody asks them for anything any more.
        let threads = serial.map(|(_, thread)| thread);
        self.stopper().stop(deadline.saturating_duration_since(Instant::now()));
        for thread in threads {
            while !thread.is_finished() {
                if Instant::now() >= deadline {
                    return log::error!("a thread that reads and writes does not end");
                }
                std::thread::sleep(POLL_INTERVAL);
            }
            if thread.join().is_err() {
                log::error!("a thread that reads and writes ended in a panic");
            }
        }
    }
}

/// Stops all jobs that do not write sidecars.
#[derive(Clone)]
pub struct JobStopper(Arc<Shared>);

impl JobStopper {
    /// Cancels them, lets none begin any more, and waits no longer than `patience` until they have cleaned up.
    pub fn stop(&self, patience: Duration) {
        let deadline = Instant::now() + patience;
        let mut own = {
            let mut own = self.0.own.lock().unwrap_or_else(PoisonError::into_inner);
            own.is_closed = true;
            std::mem::take(&mut own.running)
        };
        for (cancel, _) in &own {
            cancel.cancel();
        }
        own.retain(|(_, thread)| !thread.is_finished());
        while !own.is_empty() {
            if Instant::now() >= deadline {
                log::warn!("{} jobs do not end", own.len());
                let mut shared = self.0.own.lock().unwrap_or_else(PoisonError::into_inner);
                return shared.running.append(&mut own);
            }
            std::thread::sleep(POLL_INTERVAL);
            own.retain(|(_, thread)| !thread.is_finished());
        }
    }
}

impl std::fmt::Debug for JobStopper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JobStopper").finish_non_exhaustive()
    }
}

impl Shared {
    fn serve(self: &Arc<Self>, jobs: &Receiver<Asked>) {
        for asked in jobs {
            match asked.job.id.kind.lane() {
                Lane::Disk | Lane::Journal => self.carry_out(asked),
                Lane::AfterDisk | Lane::Parallel => self.begin_on_own_thread(asked),
            }
        }
    }

    fn begin_on_own_thread(self: &Arc<Self>, asked: Asked) {
        let (id, cancel) = (asked.job.id, asked.job.cancel.clone());
        let shared = self.clone();
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        own.running.retain(|(_, thread)| !thread.is_finished());
        let name = format!("tippani-{:?}", id.kind).to_lowercase();
        let begun = if own.is_closed {
            Err(std::io::Error::other(text("jobs-closing")))
        } else {
            Builder::new().name(name).spawn(move || shared.carry_out(asked))
        };
        match begun {
            Ok(thread) => own.running.push((cancel, thread)),
            Err(error) => {
                drop(own);
                self.end(id, Err(JobError::NoThread(system(&error))));
            }
        }
    }

    fn carry_out(&self, Asked { job, language }: Asked) {
        set_language(language);
        let (id, reporter) = (job.id, Reporter::new(&job, self.deliver.clone()));
        let ended = if job.cancel.is_cancelled() {
            Err(JobError::Cancelled(text("jobs-stopped-early").to_owned()))
        } else {
            caught(|| (self.execute)(job, &reporter)).unwrap_or_else(|panic| Err(JobError::Panicked(panic)))
        };
        self.end(id, ended);
    }

    /// Delivers how a job ended; a panic of whoever takes it ends no thread.
    ///
    /// An end that was not taken is told again as an error, since whoever began the job waits for it.
    fn end(&self, id: JobId, ended: Result<Answer, JobError>) {
        let Err(panic) = caught(|| (self.deliver)(Message::Finished(id, ended))) else { return };
        for again in [Message::Finished(id, Err(JobError::Panicked(panic.clone()))), Message::Fault(panic)] {
            if let Err(panic) = caught(|| (self.deliver)(again)) {
                log::error!("what a job told was not taken: {panic}");
            }
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.finish(Duration::ZERO);
    }
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runner").field("finished", &self.is_finished()).finish_non_exhaustive()
    }
}
