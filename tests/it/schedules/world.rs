//! Two workspaces on disk, and a session whose jobs are carried out and answered when the test says so.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tippani::format::article;
use tippani::jobs::{Executor, Job, JobError, JobId, JobKind, Journals, Lane, Message, Reporter, Saver};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document};
use tippani::session::{Command, Effect, Event, Session};
use tippani::store::{self, Stamp};
use tippani::text::{ByteOffset, Span};

use crate::session::now;

/// One of two workspaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    One,
    Two,
}

impl Place {
    pub(super) const BOTH: [Self; 2] = [Self::One, Self::Two];

    /// Its folder's name; nothing else that is made there is called like the other one's.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Two => "two",
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::One => Self::Two,
            Self::Two => Self::One,
        }
    }

    /// The label of what is imported there, and of nothing else.
    pub(super) const fn imported_label(self) -> &'static str {
        match self {
            Self::One => "organization",
            Self::Two => "event",
        }
    }
}

/// How the second workspace is to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Second {
    /// Byte by byte the same.
    Copy,
    /// Files of the same names, with other texts and other annotations.
    Different,
}

impl Second {
    /// Which of the two a workspace is filled as.
    pub(super) fn filled_as(self, place: Place) -> Place {
        if self == Self::Copy { Place::One } else { place }
    }
}

pub(super) const FILES: [&str; 3] = ["a.txt", "b.txt", "c.txt"];
pub(super) const ANNOTATORS: [&str; 3] = ["asha", "ravi", "gold"];

/// An article that only the second has where they differ.
pub(super) const ONLY_IN_TWO: &str = "d.txt";

pub(super) fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

/// Jobs that were begun, and what they have told.
pub(super) struct World {
    folder: tempfile::TempDir,
    pub(super) session: Session,
    pub(super) second: Second,
    executor: Executor,
    /// What waits for the disk's thread, in order; what waits for nothing.
    disk: VecDeque<Job>,
    beside: Vec<Job>,
    /// What was told and not delivered: by the disk's thread in order, by each other job in its own.
    told_by_disk: VecDeque<Message>,
    told_beside: Vec<VecDeque<Message>>,
    pub(super) millis: u64,
    /// Whether the window has closed.
    pub(super) is_closed: bool,
    /// Exports that never began, or were cancelled before they did: their folders.
    pub(super) unmade: Vec<PathBuf>,
    exports: usize,
}

impl World {
    /// Both workspaces; nothing is open.
    pub(super) fn new(second: Second) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for place in Place::BOTH {
            fill(&folder.path().join(place.name()), second.filled_as(place));
            let text = text(second.filled_as(place), FILES[0]);
            let line = serde_json::json!({ "text": text, "label": [[0, 3, place.imported_label()]] });
            fs::write(folder.path().join(format!("{}.jsonl", place.name())), line.to_string()).unwrap();
        }
        let journals = Arc::new(Journals::new(Some(folder.path().join("journals"))));
        let saver = Arc::new(Saver::new(journals, None));
        Self {
            folder,
            session: Session::new(Some(who("asha")), 1),
            second,
            executor: Executor::new(saver),
            disk: VecDeque::new(),
            beside: Vec::new(),
            told_by_disk: VecDeque::new(),
            told_beside: Vec::new(),
            millis: 1_000_000,
            is_closed: false,
            unmade: Vec::new(),
            exports: 0,
        }
    }

    pub(super) fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(inside)
    }

    pub(super) fn root(&self, place: Place) -> PathBuf {
        self.path(place.name())
    }

    /// Which workspace is open.
    pub(super) fn open(&self) -> Option<Place> {
        let root = self.session.library()?.root();
        Some(Place::BOTH.into_iter().find(|place| self.root(*place) == root).expect("one of the two"))
    }

    /// The text that an article of a workspace has on disk.
    pub(super) fn text(&self, place: Place, file: &str) -> String {
        text(self.second.filled_as(place), file)
    }

    /// A folder for the next export of this workspace.
    pub(super) fn next_export(&mut self, place: Place) -> PathBuf {
        self.exports += 1;
        self.path(format!("out/{}-{}", place.name(), self.exports))
    }

    pub(super) fn run(&mut self, command: impl Into<Command>) -> Vec<Effect> {
        self.millis += 10;
        let effects = self.session.run(command, &now(self.millis));
        self.begin(&effects);
        effects
    }

    pub(super) fn happen(&mut self, event: Event) -> Vec<Effect> {
        self.millis += 10;
        let effects = self.session.on_event(event, &now(self.millis));
        self.begin(&effects);
        effects
    }

    fn begin(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                // Nobody else writes here.
                Effect::Begin(job) if job.id.kind == JobKind::Watch => {}
                Effect::Begin(job) if job.id.kind.lane() == Lane::Parallel => {
                    self.beside.push(Job::clone(job));
                }
                Effect::Begin(job) => self.disk.push_back(Job::clone(job)),
                Effect::Close => self.is_closed = true,
                _ => {}
            }
        }
    }

    /// The disk's thread does one thing; false when there is none.
    pub(super) fn work_on_disk(&mut self) -> bool {
        let Some(job) = self.disk.pop_front() else { return false };
        if job.id.kind.lane() == Lane::AfterDisk {
            self.beside.push(job);
        } else {
            let told = self.carry_out(job);
            self.told_by_disk.extend(told);
        }
        true
    }

    /// One of the jobs beside it is carried out; false when there is none.
    pub(super) fn work_beside(&mut self, which: usize) -> bool {
        if self.beside.is_empty() {
            return false;
        }
        let job = self.beside.remove(which % self.beside.len());
        let told = self.carry_out(job);
        self.told_beside.push(told);
        true
    }

    /// As the runner does, on this very thread.
    fn carry_out(&mut self, job: Job) -> VecDeque<Message> {
        let told: Arc<Mutex<VecDeque<Message>>> = Arc::default();
        let id = job.id;
        let export = match &job.request {
            tippani::jobs::Request::Transfer { request, .. } => match &**request {
                tippani::jobs::TransferRequest::Export(export) => Some(export.out.clone()),
                tippani::jobs::TransferRequest::Import(_) => None,
            },
            _ => None,
        };
        let ended = if job.cancel.is_cancelled() {
            self.unmade.extend(export);
            Err(JobError::Cancelled("it was stopped before it began".to_owned()))
        } else {
            let told = told.clone();
            let reporter =
                Reporter::new(&job, Arc::new(move |message| told.lock().unwrap().push_back(message)));
            self.executor.execute(job, &reporter)
        };
        let mut told = std::mem::take(&mut *told.lock().unwrap());
        told.push_back(Message::Finished(id, ended));
        told
    }

    /// Delivers one message, of the disk's thread or of a job beside it; false when there is none.
    pub(super) fn tell(&mut self, which: usize) -> bool {
        let from_disk = usize::from(!self.told_by_disk.is_empty());
        let all = self.told_beside.len() + from_disk;
        if all == 0 {
            return false;
        }
        let which = which % all;
        let message = if which < self.told_beside.len() {
            let told = &mut self.told_beside[which];
            let message = told.pop_front();
            if told.is_empty() {
                self.told_beside.remove(which);
            }
            message
        } else {
            self.told_by_disk.pop_front()
        };
        let _ = self.happen(Event::Job(message.unwrap()));
        true
    }

    /// Delivers a message of the job beside the disk's thread that ended last; else one of that thread.
    pub(super) fn tell_last(&mut self) -> bool {
        self.tell(self.told_beside.len().saturating_sub(1))
    }

    /// The next thing that is under way happens; false when there is none.
    pub(super) fn go_on(&mut self) -> bool {
        self.work_on_disk() || self.work_beside(0) || self.tell(0)
    }

    /// Everything that is under way ends and is told, until nothing is asked for any more.
    pub(super) fn finish_all(&mut self) {
        while self.go_on() {}
    }

    /// The identity of the job of this kind that was begun last and has not been carried out.
    pub(super) fn waiting(&self, kind: JobKind) -> Option<JobId> {
        let jobs = self.disk.iter().chain(&self.beside);
        jobs.map(|job| job.id).filter(|id| id.kind == kind).max_by_key(|id| id.serial)
    }
}

fn text(place: Place, file: &str) -> String {
    match place {
        Place::One => format!("One {file}: Asha met Ravi in Delhi\n"),
        // Nothing stands where it stands in the first.
        Place::Two => format!("Two, called {file}, says that Mira came to Pune with Dev\n"),
    }
}

/// How the identifiers of annotations begin that were there from the beginning.
pub(super) fn first_ids(place: Place) -> String {
    format!("first-{}-", place.name())
}

/// The identifier of one of them.
pub(super) fn first_id(place: Place, file: &str, annotator: &str, n: usize) -> AnnotationId {
    AnnotationId::new(format!("{}{file}-{annotator}-{n}", first_ids(place)))
}

fn document(place: Place, file: &str) -> Document {
    article::decode(file, text(place, file).as_bytes()).value
}

fn set(place: Place, document: &Document, annotator: &str, marks: usize) -> AnnotationSet {
    let mark = |n: usize| {
        let (start, end) = (ByteOffset::new(4 * n), ByteOffset::new(4 * n + 3));
        let span = Span::new(&document.text, start, end).unwrap();
        let id = first_id(place, &document.file, annotator, n);
        Annotation::new(id, AnnotationKind::Entity, "person", span.into(), now(0).timestamp)
    };
    AnnotationSet::new(who(annotator)).with_annotations((0..marks).map(mark).collect()).0
}

/// The articles of a workspace with what is known of them: a and b as two annotators left them, with another copy of one's
/// sidecar of a; c, whose text was changed since it was annotated.
fn fill(root: &Path, place: Place) {
    fs::create_dir(root).unwrap();
    let more = (place == Place::Two).then_some(ONLY_IN_TWO);
    for file in FILES.into_iter().chain(more) {
        let document = document(place, file);
        fs::write(root.join(file), document.text.as_str()).unwrap();
        for (annotator, marks) in [("asha", 1), ("ravi", 2)] {
            let set = set(place, &document, annotator, marks);
            store::save(root, &document, &set, &Stamp::default()).unwrap();
        }
    }
    let a = document(place, FILES[0]);
    let sidecar = store::sidecar_path(root, FILES[0], &who("asha")).unwrap();
    let before = fs::read(&sidecar).unwrap();
    let known = Stamp::of(&before);
    store::save(root, &a, &set(place, &a, "asha", 4), &known).unwrap();
    fs::rename(&sidecar, root.join("a.txt.asha.annotations (conflict).json")).unwrap();
    fs::write(&sidecar, before).unwrap();
    let c = document(place, FILES[2]);
    let sidecar = store::sidecar_path(root, FILES[2], &who("asha")).unwrap();
    let bytes = tippani::format::sidecar::encode(&set(place, &c, "asha", 1), &c).unwrap();
    let later = String::from_utf8(bytes).unwrap().replacen("\"version\": 1", "\"version\": 1000", 1);
    fs::write(sidecar, later).unwrap();
}
