//! A series of jobs, carried out by a real runner, and everything that happens while it is.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tippani::jobs::{
    Answer, CancelToken, Generation, Job, JobError, JobId, JobKind, JobProgress, Lane, Message, Reporter,
    Request, Runner,
};

/// Work that takes longer hangs.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// What is said by who takes messages, and panics.
pub(super) const UNTAKEN: &str = "the taker fell";

pub(super) const KINDS: [JobKind; 21] = [
    JobKind::Scan,
    JobKind::Rescan,
    JobKind::Watch,
    JobKind::Lock,
    JobKind::ReadCorpus,
    JobKind::ReadArticles,
    JobKind::Load,
    JobKind::SetAside,
    JobKind::Keep,
    JobKind::Restore,
    JobKind::Save,
    JobKind::SaveCopies,
    JobKind::SaveSchema,
    JobKind::LoadOthers,
    JobKind::LoadCopy,
    JobKind::SetCopyAside,
    JobKind::Queue,
    JobKind::Progress,
    JobKind::Agreement,
    JobKind::Transfer,
    JobKind::Preview,
];

/// What a job does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    Succeed,
    Fail,
    Panic,
    /// A panic that says nothing.
    PanicMutely,
    /// Goes on until it is cancelled.
    Block,
    /// Reports so often, then succeeds.
    Report(usize),
}

/// Who cancels a job, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cancel {
    Never,
    BeforeBegin,
    AfterBegin,
    /// While it runs.
    InWork,
    /// When its answer is delivered.
    AtEnd,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Begin(JobKind, Work, Cancel),
    /// Cancels all that were begun.
    CancelAll,
    /// Stops all jobs but those of the disk.
    Stop,
    Finish,
}

/// One series: what is asked of a runner, and which message is not taken because whoever takes it panics.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub(super) steps: Vec<Step>,
    pub(super) deliver_panics_at: Option<usize>,
}

#[derive(Debug)]
pub(super) enum Logged {
    Began(u64),
    Ended(u64),
    /// So many articles are done.
    Told(u64, usize),
    Finished(u64, Result<Answer, JobError>),
    Fault(String),
    /// [`Runner::finish`] has returned.
    AllOver,
}

/// What happens, in the order in which it does.
#[derive(Clone, Debug, Default)]
pub(super) struct Log(Arc<Mutex<(Vec<Logged>, usize)>>);

impl Log {
    fn put(&self, logged: Logged) {
        self.0.lock().unwrap().0.push(logged);
    }

    /// Counts the messages: which one it is.
    fn count_message(&self) -> usize {
        let mut log = self.0.lock().unwrap();
        log.1 += 1;
        log.1
    }
}

/// Says that a job has ended, also when it panics.
pub(super) struct End(Log, u64);

impl Drop for End {
    fn drop(&mut self) {
        self.0.put(Logged::Ended(self.1));
    }
}

/// Whether jobs of this kind are done one after the other, on the thread of the disk or of the journal.
pub(super) fn is_serial(kind: JobKind) -> bool {
    matches!(kind.lane(), Lane::Disk | Lane::Journal)
}

pub(super) fn id(kind: JobKind, serial: u64) -> JobId {
    JobId { generation: Generation::default(), kind, serial }
}

/// The runner goes by the identity alone, so every job asks for the same.
pub(super) fn job(kind: JobKind, serial: u64) -> Job {
    Job { id: id(kind, serial), cancel: CancelToken::new(), request: Request::Scan(PathBuf::new()) }
}

pub(super) fn answer(serial: u64) -> Answer {
    Answer::Preview(vec![format!("of job {serial}")])
}

/// As a panic, but without a word on standard error.
pub(super) fn panic_with(payload: impl std::any::Any + Send) -> ! {
    std::panic::resume_unwind(Box::new(payload))
}

/// Waits until the job is cancelled.
pub(super) fn block(cancel: &CancelToken) -> JobError {
    let begun = Instant::now();
    while !cancel.is_cancelled() {
        assert!(begun.elapsed() < PATIENCE, "nobody cancels it");
        std::thread::yield_now();
    }
    JobError::Cancelled("heard it".to_owned())
}

pub(super) fn work(what: Work, job: &Job, reporter: &Reporter) -> Result<Answer, JobError> {
    let serial = job.id.serial;
    match what {
        Work::Succeed => Ok(answer(serial)),
        Work::Fail => Err(JobError::Failed(format!("job {serial} failed"))),
        Work::Panic => panic_with(format!("job {serial} fell")),
        Work::PanicMutely => panic_with(serial),
        Work::Block => Err(block(&job.cancel)),
        Work::Report(times) => {
            (1..=times)
                .for_each(|done| reporter.always_report(JobProgress::Articles { done, of: Some(times) }));
            Ok(answer(serial))
        }
    }
}

/// What is known of each job that was begun.
pub(super) struct Begun {
    pub(super) kind: JobKind,
    pub(super) work: Work,
    pub(super) cancel: Cancel,
    pub(super) token: CancelToken,
    /// Whether nothing may come of it: none of its lane begins any more.
    pub(super) is_late: bool,
}

/// Carries out a series; gives what happened.
pub(super) fn run(series: &Series) -> (Vec<Begun>, Vec<Logged>) {
    let log = Log::default();
    let plan: Vec<(Work, Cancel)> = series.steps.iter().filter_map(planned).collect();
    let tokens: Arc<Mutex<Vec<CancelToken>>> = Arc::default();
    let execute = {
        let (log, plan) = (log.clone(), plan.clone());
        move |job: Job, reporter: &Reporter| {
            let serial = job.id.serial;
            log.put(Logged::Began(serial));
            let _end = End(log.clone(), serial);
            let (what, cancel) = plan[serial as usize];
            if cancel == Cancel::InWork {
                job.cancel.cancel();
            }
            work(what, &job, reporter)
        }
    };
    let deliver = {
        let (log, tokens, panics_at) = (log.clone(), tokens.clone(), series.deliver_panics_at);
        move |message| {
            if Some(log.count_message()) == panics_at {
                panic_with(UNTAKEN);
            }
            match message {
                Message::Progress(id, JobProgress::Articles { done, .. }) => {
                    log.put(Logged::Told(id.serial, done));
                }
                Message::Progress(_, progress) => panic!("no job tells this: {progress:?}"),
                Message::Fault(what) => log.put(Logged::Fault(what)),
                Message::Finished(id, ended) => {
                    if plan[id.serial as usize].1 == Cancel::AtEnd {
                        tokens.lock().unwrap()[id.serial as usize].cancel();
                    }
                    log.put(Logged::Finished(id.serial, ended));
                }
            }
        }
    };
    let mut runner = Runner::start(Box::new(execute), Arc::new(deliver)).unwrap();
    let (mut begun, mut is_stopped, mut is_over) = (Vec::<Begun>::new(), false, false);
    for step in series.steps.iter().chain([&Step::Finish]) {
        match *step {
            Step::Begin(kind, work, cancel) => {
                let job = job(kind, begun.len() as u64);
                let token = job.cancel.clone();
                tokens.lock().unwrap().push(token.clone());
                if cancel == Cancel::BeforeBegin {
                    token.cancel();
                }
                let is_late = is_over || (is_stopped && !is_serial(kind));
                begun.push(Begun { kind, work, cancel, token: token.clone(), is_late });
                runner.begin(job);
                if cancel == Cancel::AfterBegin {
                    token.cancel();
                }
            }
            Step::CancelAll => begun.iter().for_each(|job| job.token.cancel()),
            Step::Stop => {
                runner.stopper().stop(PATIENCE);
                is_stopped = true;
            }
            Step::Finish => {
                // What is on the threads of the disk and the journal ends by itself; only what blocks there has to be told.
                let blocks = |job: &&Begun| is_serial(job.kind) && matches!(job.work, Work::Block);
                begun.iter().filter(blocks).for_each(|job| job.token.cancel());
                let started = Instant::now();
                runner.finish(PATIENCE);
                assert!(started.elapsed() < PATIENCE, "everything ends when it is told to");
                assert!(runner.is_finished());
                if !is_over {
                    log.put(Logged::AllOver);
                }
                (is_stopped, is_over) = (true, true);
            }
        }
    }
    drop(runner);
    let logged = std::mem::take(&mut log.0.lock().unwrap().0);
    (begun, logged)
}

pub(super) fn planned(step: &Step) -> Option<(Work, Cancel)> {
    match step {
        Step::Begin(_, work, cancel) => Some((*work, *cancel)),
        Step::CancelAll | Step::Stop | Step::Finish => None,
    }
}
