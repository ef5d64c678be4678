//! A review as the window has it, without the window: a session, and threads that answer it.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use tippani::jobs::{Executor, Job, JobKind, Journals, Message, Reporter, Saver};
use tippani::session::{Effect, Event, LibraryCommand, Now, Review, ReviewCommand, Session};

use crate::work::held;
use crate::{corpus, workspace};

/// Milliseconds until the first item is there.
const FIRST_LIMIT: f64 = 1_000.0;
/// Bytes of an item.
const BYTES_LIMIT: f64 = 100.0;
/// Of what a review held, the part that may be held still when it is left; and so many bytes beside.
const STAYS_LIMIT: f64 = 0.1;
const STAYS_BESIDE: f64 = 16e6;

/// Articles of a first review, which is not measured.
const SOME: usize = 200;
/// What is given back is given back by then.
const GIVEN_BACK: Duration = Duration::from_millis(500);

/// What a review took.
pub(crate) struct ReviewFigures {
    /// Until the whole queue was there.
    pub(crate) whole: Duration,
    pub(crate) told: String,
    pub(crate) is_kept: bool,
}

/// A session and its jobs. The corpus is not read in the background: nothing but the review is measured.
struct Desk {
    session: Session,
    executor: Executor,
    sender: Sender<Message>,
    messages: Receiver<Message>,
    /// The longest that the session took over anything.
    longest: Duration,
}

impl Desk {
    fn open(path: &Path) -> Self {
        let (sender, messages) = mpsc::channel();
        let executor = Executor::new(Arc::new(Saver::new(Arc::new(Journals::new(None)), None)));
        let session = Session::new(Some(corpus::annotator()), 1);
        let mut desk = Self { session, executor, sender, messages, longest: Duration::ZERO };
        let effects = desk.session.run(LibraryCommand::OpenWorkspace(path.to_owned()), &now());
        desk.begin(effects);
        desk.until(|session| session.article().is_some() && session.scanning().is_none());
        desk
    }

    fn begin(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Begin(job) if matches!(job.id.kind, JobKind::ReadCorpus | JobKind::Watch) => {}
                Effect::Begin(job) => self.carry_out(*job),
                _ => {}
            }
        }
    }

    fn carry_out(&self, job: Job) {
        let (executor, sender) = (self.executor.clone(), self.sender.clone());
        std::thread::spawn(move || {
            let (id, teller) = (job.id, sender.clone());
            let reporter = Reporter::new(&job, Arc::new(move |message| drop(teller.send(message))));
            let ended = executor.execute(job, &reporter);
            drop(sender.send(Message::Finished(id, ended)));
        });
    }

    fn until(&mut self, is_done: impl Fn(&Session) -> bool) {
        while !is_done(&self.session) {
            let message = self.messages.recv().expect("jobs answer");
            let started = Instant::now();
            let effects = self.session.on_event(Event::Job(message), &now());
            self.longest = self.longest.max(started.elapsed());
            self.begin(effects);
        }
    }

    /// Reviews some articles, and leaves it again.
    fn review_some(&mut self) {
        let articles = self.session.library().map(tippani::session::Library::articles).unwrap_or_default();
        let only = articles.iter().take(SOME).map(|article| article.file.clone()).collect();
        let annotators = workspace::annotators();
        self.run(ReviewCommand::StartReview { annotators, only: Some(only), cases: None });
        self.until(|session| session.review().is_some_and(|review| review.building().is_none()));
        self.run(ReviewCommand::EndReview);
        std::thread::sleep(GIVEN_BACK);
    }

    fn run(&mut self, command: ReviewCommand) {
        let effects = self.session.run(command, &now());
        self.begin(effects);
    }
}

fn now() -> Now {
    Now { timestamp: "2026-01-02T03:04:05Z".parse().expect("it is a time"), millis: 1_767_323_045_000 }
}

/// Reviews what the three annotators did, and leaves it again.
pub(crate) fn carry_out(path: &Path) -> ReviewFigures {
    let mut desk = Desk::open(path);
    // What threads keep after their first work is no part of a queue, and does not grow with it.
    let opened = held();
    desk.review_some();
    let before = held();
    desk.longest = Duration::ZERO;
    let started = Instant::now();
    let annotators = workspace::annotators();
    desk.run(ReviewCommand::StartReview { annotators, only: None, cases: None });
    desk.until(|session| session.review().and_then(Review::item).is_some());
    let first = started.elapsed().as_secs_f64() * 1e3;
    desk.until(|session| session.review().is_some_and(|review| review.building().is_none()));
    let whole = started.elapsed();
    let items = desk.session.review().map_or(0, |review| review.len() + review.agreed());
    let during = held();
    desk.run(ReviewCommand::EndReview);
    std::thread::sleep(GIVEN_BACK);
    // The allocator gives pages back when it is next asked for some, as any work does.
    desk.review_some();
    let after = held();
    let bytes = (during - before) / items.max(1) as f64;
    let (kept, stays) = ((during - before).max(0.0), (after - before).max(0.0));
    // Of few items it is only what threads left.
    let is_small = during - before < STAYS_BESIDE;
    ReviewFigures {
        whole,
        told: format!(
            "{items} items, the first after {first:.0} ms, {bytes:.0} bytes an item, {:.0} of {:.0} MB stay, beside {:.0} MB of a first one; the session took {:.0} ms at once",
            stays / 1e6,
            kept / 1e6,
            (before - opened) / 1e6,
            desk.longest.as_secs_f64() * 1e3
        ),
        is_kept: first <= FIRST_LIMIT
            && (is_small || bytes <= BYTES_LIMIT)
            && stays <= kept * STAYS_LIMIT + STAYS_BESIDE,
    }
}
