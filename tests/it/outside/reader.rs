//! A window beside the one that writes the annotator's files: it reads them, and nothing of the other's is touched.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use tippani::jobs::{
    Answer, CancelToken, Executor, Generation, Job, JobError, JobId, Journals, KeepRequest, KeptEdit,
    LoadRequest, LoadedArticle, Message, Request, Runner, SaveRequest, Saver, Writer,
};
use tippani::model::{AnnotationSet, Document};
use tippani::store::{Writers, journal::unsaved_in};

use crate::folder::{contents, folder};
use crate::journal::{TEXT, asha, kept_edit, mark};

/// Nothing takes longer where nothing hangs.
const PATIENCE: Duration = Duration::from_mins(1);

/// A window of asha's: the same executor behind the same threads.
struct Window {
    runner: Runner,
    saver: Weak<Saver>,
    answers: Receiver<(u64, Result<Answer, JobError>)>,
    serial: u64,
}

impl Window {
    fn open(journals: &Path) -> Self {
        let saver = Arc::new(Saver::new(Arc::new(Journals::new(Some(journals.to_owned()))), None));
        let known = Arc::downgrade(&saver);
        let executor = Executor::new(saver).with_locks(Writers::new(Some(journals.to_owned())));
        let (sender, receiver) = mpsc::channel();
        let sender = Mutex::new(sender);
        let deliver = move |message| {
            if let Message::Finished(id, answer) = message {
                sender.lock().unwrap().send((id.serial, answer)).unwrap();
            }
        };
        let execute = Box::new(move |job, reporter: &_| executor.execute(job, reporter));
        let runner = Runner::start(execute, Arc::new(deliver)).unwrap();
        Self { runner, saver: known, answers: receiver, serial: 0 }
    }

    /// Ends, as a program does: its threads too, so that its journals and its lock are free.
    fn end(self) {
        let Self { runner, saver, .. } = self;
        drop(runner);
        until(|| saver.strong_count() == 0);
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, request: Request) -> Result<Answer, JobError> {
        self.serial += 1;
        let id = JobId { generation: Generation::default(), kind: request.kind(), serial: self.serial };
        self.runner.begin(Job { id, cancel: CancelToken::new(), request });
        let (serial, answer) = self.answers.recv_timeout(PATIENCE).unwrap();
        assert_eq!(serial, self.serial);
        answer
    }

    fn lock(&mut self, root: &Path) -> Writer {
        let lock = Request::Lock { root: root.to_owned(), annotator: asha(), takes_over: false };
        let Ok(Answer::Lock(writer)) = self.ask(lock) else { panic!("a lock has an answer") };
        writer
    }

    fn load(&mut self, root: &Path) -> LoadedArticle {
        let Ok(Answer::Loaded(loaded)) = self.ask(Request::Load(article(root))) else {
            panic!("it is there")
        };
        *loaded
    }
}

#[track_caller]
fn until(mut happened: impl FnMut() -> bool) {
    let began = Instant::now();
    while !happened() {
        assert!(began.elapsed() < PATIENCE, "it did not happen");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// A set of asha's with one mark, and the edit that made it.
fn marked(document: &Document, id: &str) -> (AnnotationSet, Arc<KeptEdit>) {
    let mut set = AnnotationSet::new(asha());
    set.insert(mark(document, 0, id));
    let edit = kept_edit(document, &set);
    (set, Arc::new(edit))
}

fn keep(root: &Path, edit: &Arc<KeptEdit>) -> Request {
    Request::Keep(KeepRequest { root: root.to_owned(), annotator: asha(), edits: vec![edit.clone()] })
}

fn article(root: &Path) -> LoadRequest {
    LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: asha() }
}

#[test]
fn who_only_reads_neither_replays_nor_writes_the_journal() {
    let (folder, journals) = (folder(&[("a.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let mut first = Window::open(journals.path());
    assert_eq!(first.lock(root), Writer::Here);
    let document = first.load(root).document;
    // Kept, and not saved yet.
    let (set, edit) = marked(&document, "first");
    assert_eq!(first.ask(keep(root, &edit)), Ok(Answer::Kept));
    let unsaved = || unsaved_in(journals.path(), root);
    assert_eq!(unsaved(), [("a.txt".into(), asha())]);

    let before = contents(journals.path());
    let mut second = Window::open(journals.path());
    assert!(matches!(second.lock(root), Writer::Elsewhere { is_alive: true, .. }));
    let loaded = second.load(root);
    assert!(loaded.set.is_empty() && !loaded.unsaved && loaded.history.is_empty(), "{loaded:?}");
    assert_eq!(loaded.notices, []);
    // Whatever is asked all the same is refused.
    let save = SaveRequest::of_loaded(root, document, set.clone());
    let sidecar = root.join("a.txt.asha.annotations.json");
    let aside = Request::SetAside { article: article(root), path: sidecar.clone(), keep: None };
    let restore = Request::Restore { root: root.to_owned(), annotator: asha(), open: Vec::new() };
    for request in [keep(root, &edit), Request::Save(Box::new(save.clone())), restore, aside] {
        let kind = request.kind();
        let error = second.ask(request).unwrap_err();
        let words = "asha is annotating in this folder in another window";
        assert_eq!(error, JobError::Failed(words.to_owned()), "{kind:?}");
    }
    // What waits to be saved is the other's, who is there: nobody is told of it.
    let Ok(Answer::Scanned(scanned)) = second.ask(Request::Scan(root.to_owned())) else { panic!("scanned") };
    assert_eq!(scanned.left, []);
    assert_eq!(contents(journals.path()), before);
    assert!(!sidecar.exists());

    // The other saves: it is read, and is nobody's work that waits.
    let upto = edit.edit.id;
    assert_eq!(first.ask(Request::Save(Box::new(SaveRequest { upto, ..save }))), Ok(Answer::Written));
    let before = contents(journals.path());
    assert_eq!(second.load(root).set, set);
    assert_eq!(contents(journals.path()), before);
}

#[test]
fn whoever_gets_the_lock_takes_the_journal_up() {
    let (folder, journals) = (folder(&[("a.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let mut first = Window::open(journals.path());
    assert_eq!(first.lock(root), Writer::Here);
    let document = first.load(root).document;
    let (set, edit) = marked(&document, "first");
    assert_eq!(first.ask(keep(root, &edit)), Ok(Answer::Kept));
    let mut second = Window::open(journals.path());
    assert!(matches!(second.lock(root), Writer::Elsewhere { .. }));
    assert!(second.load(root).set.is_empty());
    // It ends without having saved.
    first.end();
    until(|| second.lock(root) == Writer::Here);
    let loaded = second.load(root);
    assert_eq!((&loaded.set, loaded.unsaved, loaded.history.len()), (&set, true, 1));
    let save = SaveRequest::of_loaded(root, loaded.document, loaded.set);
    assert_eq!(second.ask(Request::Save(Box::new(save))), Ok(Answer::Written));
    assert_eq!(unsaved_in(journals.path(), root), []);
    assert!(fs::read_to_string(root.join("a.txt.asha.annotations.json")).unwrap().contains("first"));
}

#[test]
fn another_annotators_work_in_the_same_window_is_kept_while_it_is_left() {
    let (folder, journals) = (folder(&[("a.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let ravi = tippani::model::Annotator::new("ravi").unwrap();
    let mut other = Window::open(journals.path());
    let lock = |annotator| Request::Lock { root: root.to_owned(), annotator, takes_over: false };
    assert_eq!(other.ask(lock(ravi.clone())), Ok(Answer::Lock(Writer::Here)));
    let mut window = Window::open(journals.path());
    assert_eq!(window.lock(root), Writer::Here);
    let document = window.load(root).document;
    assert!(matches!(window.ask(lock(ravi)), Ok(Answer::Lock(Writer::Elsewhere { .. }))));
    // What asha did last comes to the journal after ravi's lock was asked for.
    let (_, edit) = marked(&document, "last");
    assert_eq!(window.ask(keep(root, &edit)), Ok(Answer::Kept));
}

#[test]
fn who_annotates_under_another_name_leaves_the_journal_to_others() {
    let (folder, journals) = (folder(&[("a.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let ravi = tippani::model::Annotator::new("ravi").unwrap();
    let mut first = Window::open(journals.path());
    assert_eq!(first.lock(root), Writer::Here);
    let document = first.load(root).document;
    let lock = Request::Lock { root: root.to_owned(), annotator: ravi, takes_over: false };
    assert_eq!(first.ask(lock), Ok(Answer::Lock(Writer::Here)));
    // Nor is it held for what comes late.
    let mut set = AnnotationSet::new(asha());
    set.insert(mark(&document, 0, "last"));
    let edits = vec![Arc::new(kept_edit(&document, &set))];
    let keep = KeepRequest { root: root.to_owned(), annotator: asha(), edits };
    assert_eq!(first.ask(Request::Keep(keep)), Ok(Answer::Kept));
    let mut second = Window::open(journals.path());
    assert_eq!(second.lock(root), Writer::Here);
    let loaded = second.load(root);
    assert_eq!((&loaded.set, loaded.unsaved, loaded.history.len()), (&set, true, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_window_waits_for_the_lock_of_one_that_was_killed() {
    let (folder, journals) = (folder(&[("a.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let holder = |journals: &Path| {
        let all = walkdir::WalkDir::new(journals).into_iter().map(|entry| entry.unwrap().into_path());
        all.into_iter().find(|path| path.extension().is_some_and(|e| e == "holder")).unwrap()
    };
    // The locks of one program stand for those of another, which is killed, and whose end nobody has asked for.
    let other = Writers::new(Some(journals.path().to_owned()));
    let lock = other.take(root, &asha(), &"2026-01-02T03:04:05Z".parse().unwrap()).unwrap();
    let mut killed = std::process::Command::new("sleep").arg("1000").spawn().unwrap();
    let path = holder(journals.path());
    let told = fs::read_to_string(&path).unwrap();
    let [host, _, since] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    fs::write(&path, format!("{host}\n{}\n{since}\n", killed.id())).unwrap();
    let mut window = Window::open(journals.path());
    assert!(matches!(window.lock(root), Writer::Elsewhere { is_alive: true, .. }), "it runs");
    killed.kill().unwrap();
    let ends = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        drop(lock);
    });
    assert_eq!(window.lock(root), Writer::Here);
    ends.join().unwrap();
    killed.wait().unwrap();
}
