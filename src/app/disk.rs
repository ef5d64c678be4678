//! The threads that touch the disk: one reads and writes sidecars in order, one looks at folders.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with an event")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::inbox::Inbox;
use super::panics;
use super::queue::Queues;
use super::saver::Saver;
use super::study::{compare, count};
use super::transfer::Transfers;
use super::unsaved::UnsavedWork;
use crate::jobs::queue::Queueing;
use crate::model::{AnnotationSet, Annotator, Document, news_schema};
use crate::session::{ArticleEntry, Effect, Event, Outcome, Scan, Severity};
use crate::store::{self, SetState};

/// The disk's threads and their inbox.
pub(super) struct Disk {
    requests: Option<Sender<Effect>>,
    thread: Option<JoinHandle<()>>,
    inbox: Inbox,
    events: Receiver<Event>,
    /// Counts scans: one that is not the newest stops.
    scan: Arc<AtomicU64>,
    transfers: Transfers,
    queues: Queues,
    annotator: Option<Annotator>,
    saver: Arc<Saver>,
}

impl Disk {
    /// Starts the thread that reads and writes; `wake` is called from it whenever an event came. What cannot be
    /// saved in its place is kept in `recovery`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(
        recovery: Option<PathBuf>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (inbox, events) = Inbox::new(wake);
        let (requests, received) = mpsc::channel();
        let answers = inbox.clone();
        let transfers = Transfers::default();
        let queues = Queues::default();
        let saver = Arc::new(Saver::new(recovery));
        let server = Server {
            saver: saver.clone(),
            inbox: answers,
            transfers: transfers.clone(),
            queues: queues.clone(),
        };
        let work = move || server.serve(&received);
        let thread = std::thread::Builder::new().name("tippani-disk".to_owned()).spawn(work)?;
        Ok(Self {
            requests: Some(requests),
            thread: Some(thread),
            inbox,
            events,
            scan: Arc::default(),
            transfers,
            queues,
            annotator: None,
            saver,
        })
    }

    /// None as yet of the work that is not on disk, to be saved as this saves.
    pub(super) fn unsaved_work(&self) -> UnsavedWork {
        UnsavedWork::new(self.saver.clone(), self.transfers.clone())
    }

    /// Who annotates, for counting while a folder is looked at.
    pub(super) fn set_annotator(&mut self, annotator: Option<Annotator>) {
        self.annotator = annotator;
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

    /// Carries out what is for the disk, on a thread of its own and in the order asked for; gives the rest back.
    pub(super) fn carry_out(&self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Scan(path) => self.scan(path),
            Effect::CancelScan => self.cancel_scan(),
            Effect::CancelTransfer => self.transfers.stop(),
            Effect::CancelQueue => self.queues.stop(),
            Effect::Load { .. }
            | Effect::Save { .. }
            | Effect::SaveSchema { .. }
            | Effect::SetAside { .. }
            | Effect::LoadOthers { .. }
            | Effect::Queue { .. }
            | Effect::Agreement { .. }
            | Effect::Progress(_)
            | Effect::LoadCopy { .. }
            | Effect::SetCopyAside(_)
            | Effect::Transfer { .. }
            | Effect::Preview { .. } => {
                self.request(effect);
            }
            Effect::Picked(_)
            | Effect::RememberAnnotator(_)
            | Effect::RememberWorkspace(_)
            | Effect::Reveal(_)
            | Effect::AskPath
            | Effect::Close
            | Effect::Notify(_) => return Some(effect),
        }
        None
    }

    fn request(&self, effect: Effect) {
        if let Some(requests) = &self.requests
            && let Err(mpsc::SendError(effect)) = requests.send(effect)
        {
            answer_failed(&effect, "the thread that reads and writes has ended", &self.inbox);
        }
    }

    /// Looks at a folder; a scan under way stops.
    fn scan(&self, path: PathBuf) {
        let mine = self.scan.fetch_add(1, Ordering::Relaxed) + 1;
        let newest = self.scan.clone();
        let annotator = self.annotator.clone();
        let saver = self.saver.clone();
        let work = move |inbox: &Inbox| {
            let go_on = || newest.load(Ordering::Relaxed) == mine;
            scan(&path, inbox, annotator.as_ref(), &saver, &go_on);
        };
        let failed = |why| Event::ScanFailed(format!("The folder cannot be looked at: {why}"));
        self.inbox.begin("scan", work, failed);
    }

    fn cancel_scan(&self) {
        self.scan.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether nothing can be asked for any more.
    pub(super) const fn is_finished(&self) -> bool {
        self.requests.is_none()
    }

    /// Waits until everything asked for is done, but no longer than `patience`; nothing can be asked for afterwards.
    pub(super) fn finish(&mut self, patience: Duration) {
        let started = Instant::now();
        self.cancel_scan();
        self.queues.stop();
        self.requests = None;
        let left = || patience.saturating_sub(started.elapsed());
        self.transfers.close(left());
        let Some(thread) = self.thread.take() else { return };
        while !thread.is_finished() {
            if left().is_zero() {
                return log::error!("the thread that reads and writes does not end");
            }
            super::saver::pause();
        }
        if thread.join().is_err() {
            log::error!("the thread that reads and writes did not end well");
        }
    }
}

/// The thread that reads and writes.
struct Server {
    saver: Arc<Saver>,
    inbox: Inbox,
    transfers: Transfers,
    queues: Queues,
}

impl Server {
    /// Carries out requests until nobody asks any more. One that panics is answered as failed, and the next is taken.
    fn serve(&self, requests: &Receiver<Effect>) {
        for request in requests {
            if let Err(panic) = panics::caught(|| self.carry_out(&request)) {
                let why = format!("something went wrong in the program ({panic}); please report it");
                answer_failed(&request, &why, &self.inbox);
            }
        }
    }

    fn carry_out(&self, request: &Effect) {
        match request {
            Effect::Load { root, file, annotator } => self.load(root, file, annotator, None),
            Effect::Save { root, document, set, position } => {
                let (file, position) = (document.file.clone(), *position);
                self.inbox.put(match self.saver.save(root, document, set) {
                    Ok(()) => Event::Saved { file, position },
                    Err(error) => {
                        Event::SaveFailed { file, position, reason: error.reason, kept: error.kept }
                    }
                });
            }
            Effect::SaveSchema { root, schema } => {
                if let Err(error) = store::save_schema(root, schema) {
                    self.tell(Severity::Error, format!("The labels were not saved: {error}"));
                }
            }
            Effect::SetAside { root, file, path, annotator, keep } => match store::set_aside(path) {
                Ok(new) => {
                    self.tell(Severity::Done, format!("Renamed to {}", new.display()));
                    self.load(root, file, annotator, keep.as_deref().cloned());
                }
                Err(error) => {
                    self.tell(Severity::Error, error.to_string());
                    self.load(root, file, annotator, None);
                }
            },
            Effect::LoadOthers { root, document, annotators } => {
                self.inbox.put(others(root, document, annotators));
            }
            Effect::Queue { root, whom, reviewer, only, ticket } => {
                let (root, whom, reviewer) = (root.clone(), whom.clone(), reviewer.clone());
                let queueing = Queueing { root, whom, reviewer, only: only.clone() };
                self.queues.start(queueing, *ticket, &self.inbox);
            }
            Effect::LoadCopy { document, path } => match store::read_copy(path, document) {
                Ok(copy) => {
                    copy.issues.iter().for_each(|issue| log::warn!("{issue}"));
                    let (file, set) = (document.file.clone(), Box::new(copy.value));
                    self.inbox.put(Event::CopyLoaded { file, path: path.clone(), set });
                }
                Err(error) => self.tell(Severity::Error, format!("Nothing was merged: {error}")),
            },
            Effect::SetCopyAside(path) => match store::set_aside(path) {
                Ok(new) => log::info!("renamed to {}", new.display()),
                Err(error) => {
                    self.tell(Severity::Warning, format!("The copy stays where it is: {error}"));
                }
            },
            Effect::Progress(root) => count(root.clone(), &self.inbox),
            Effect::Agreement { root, whom } => compare(root.clone(), whom.clone(), &self.inbox),
            Effect::Transfer { root, order } => {
                self.transfers.start(root.clone(), (**order).clone(), &self.inbox);
            }
            Effect::Preview { root, order } => {
                Transfers::preview(root.clone(), (**order).clone(), &self.inbox);
            }
            // Done without this thread, or the window's.
            Effect::Scan(_)
            | Effect::CancelScan
            | Effect::CancelQueue
            | Effect::CancelTransfer
            | Effect::Picked(_)
            | Effect::RememberAnnotator(_)
            | Effect::RememberWorkspace(_)
            | Effect::Reveal(_)
            | Effect::AskPath
            | Effect::Close
            | Effect::Notify(_) => {}
        }
    }

    fn tell(&self, severity: Severity, text: String) {
        self.inbox.put(Event::Told(severity, text));
    }

    /// Reads an article; where it has no annotations, `begin` with those.
    fn load(&self, root: &Path, file: &Arc<str>, annotator: &Annotator, begin: Option<AnnotationSet>) {
        match self.saver.load(root, file, annotator, begin) {
            Ok((article, told)) => {
                self.inbox.put(Event::Loaded(Box::new(article)));
                for (severity, text) in told {
                    self.tell(severity, text);
                }
            }
            Err(error) => {
                self.inbox.put(Event::LoadFailed { file: file.clone(), reason: error.to_string() });
            }
        }
    }
}

/// The answer to a request that came to nothing.
fn answer_failed(request: &Effect, why: &str, inbox: &Inbox) {
    inbox.put(match request {
        Effect::Load { file, .. } | Effect::SetAside { file, .. } => {
            Event::LoadFailed { file: file.clone(), reason: format!("{file} cannot be opened: {why}") }
        }
        Effect::Save { document, position, .. } => Event::SaveFailed {
            file: document.file.clone(),
            position: *position,
            reason: format!("Not saved: {why}. It is kept in this window only"),
            kept: false,
        },
        Effect::Agreement { whom, .. } => Event::Compared { whom: whom.clone(), answer: Err(why.to_owned()) },
        Effect::Transfer { .. } => Event::Transferred(Outcome::Failed(why.to_owned())),
        Effect::SaveSchema { .. } => {
            Event::Told(Severity::Error, format!("The labels were not saved: {why}"))
        }
        _ => Event::Told(Severity::Error, format!("It could not be done: {why}")),
    });
}

fn scan(path: &Path, inbox: &Inbox, annotator: Option<&Annotator>, saver: &Saver, go_on: &dyn Fn() -> bool) {
    let mut progress = |articles| {
        inbox.put(Event::Scanning(Scan { articles }));
        go_on()
    };
    let found = match store::scan(path, &mut progress) {
        Ok(found) => found,
        Err(store::ScanError::Stopped(_)) => return,
        Err(error) => return inbox.put(Event::ScanFailed(error.to_string())),
    };
    let entry = |a: &store::ArticleFile| ArticleEntry {
        file: a.file.clone(),
        bytes: a.bytes,
        modified: a.modified,
        language: None,
        annotations: None,
        state: crate::model::State::Todo,
        annotators: a.annotators.clone(),
    };
    let schema = found.schema.clone().unwrap_or_else(news_schema);
    let guidelines = store::guidelines(&found.root, &schema);
    let kept = saver.kept_in(&found.root);
    let files: Vec<Arc<str>> = found.articles.iter().map(|a| a.file.clone()).collect();
    inbox.put(Event::Scanned {
        root: found.root.clone(),
        articles: found.articles.iter().map(entry).collect(),
        guidelines: guidelines.map(Arc::from),
        schema: found.schema.map(Arc::new),
        select: found.select,
        issues: found.issues.iter().map(ToString::to_string).collect(),
    });
    if !kept.is_empty() {
        inbox.put(Event::Told(Severity::Warning, kept_words(&kept)));
    }
    let Some(annotator) = annotator else { return };
    for file in files {
        if !go_on() {
            return;
        }
        let peek = store::peek(&found.root, &file, annotator);
        let language = peek.language.map(Arc::from);
        inbox.put(Event::Peeked { file, language, annotations: peek.annotations, state: peek.state });
    }
}

/// Says that work is kept that could not be saved.
fn kept_words(sidecars: &[PathBuf]) -> String {
    let named = sidecars.iter().filter_map(|sidecar| {
        let (_, file, annotator) = store::parse_sidecar_path(sidecar)?;
        Some(format!("{file} ({annotator})"))
    });
    let named: Vec<String> = named.collect();
    format!(
        "Work that could not be saved before is kept, and put in place when its article is opened: {}",
        named.join(", ")
    )
}

/// Reads others' sets of an article, for looking at.
pub(super) fn others(root: &Path, document: &Document, annotators: &[Annotator]) -> Event {
    let (mut sets, mut issues) = (Vec::new(), Vec::new());
    for annotator in annotators {
        let (state, _, found) = store::read_set(root, document, annotator);
        issues.extend(found.iter().map(ToString::to_string));
        match state {
            SetState::None => {}
            SetState::Ready(set) => sets.push(set),
            SetState::Blocked(blocked) => issues.push(blocked.reason),
        }
    }
    Event::OthersLoaded { file: document.file.clone(), sets, issues }
}
