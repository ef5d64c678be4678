//! The threads that touch the disk: one reads and writes sidecars in order, one looks at folders.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with an event")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use super::inbox::Inbox;
use super::queue::Queues;
use super::study::{compare, count};
use super::transfer::Transfers;
use crate::jobs::queue::Queueing;
use crate::model::{AnnotationSet, Annotator, Document, news_schema};
use crate::session::{ArticleEntry, Blocked, Effect, Event, LoadedArticle, Scan, Severity};
use crate::store::journal::{self, Kept};
use crate::store::{self, Ledger, SaveError, SetState};

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
        let running = (transfers.clone(), queues.clone());
        let work = move || {
            let (transfers, queues) = running;
            let ledger = Ledger::default();
            Server { ledger, recovery, inbox: answers, transfers, queues }.serve(&received);
        };
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
        })
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
            other => return Some(other),
        }
        None
    }

    fn request(&self, effect: Effect) {
        if let Some(requests) = &self.requests
            && requests.send(effect).is_err()
        {
            self.inbox
                .put(Event::Told(Severity::Error, "The thread that saves has ended; save a copy".to_owned()));
        }
    }

    /// Looks at a folder; a scan under way stops.
    fn scan(&self, path: PathBuf) {
        let mine = self.scan.fetch_add(1, Ordering::Relaxed) + 1;
        let newest = self.scan.clone();
        let annotator = self.annotator.clone();
        let work = move |inbox: &Inbox| {
            scan(&path, inbox, annotator.as_ref(), &|| newest.load(Ordering::Relaxed) == mine);
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

    /// Waits until everything asked for is done; nothing can be asked for afterwards.
    pub(super) fn finish(&mut self) {
        self.cancel_scan();
        self.transfers.stop();
        self.queues.stop();
        self.requests = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the thread that saves did not end well");
        }
    }
}

/// The thread that reads and writes.
struct Server {
    ledger: Ledger,
    recovery: Option<PathBuf>,
    inbox: Inbox,
    transfers: Transfers,
    queues: Queues,
}

impl Server {
    fn serve(mut self, requests: &Receiver<Effect>) {
        for request in requests {
            match request {
                Effect::Load { root, file, annotator } => self.load(&root, &file, &annotator, None),
                Effect::Save { root, document, set, position } => {
                    let file = document.file.clone();
                    match self.ledger.save(&root, &document, &set) {
                        Ok(saved) => {
                            saved.issues.iter().for_each(|i| log::warn!("{i}"));
                            self.forget(&root, &file, &set.annotator);
                            self.inbox.put(Event::Saved { file, position });
                        }
                        Err(error) => {
                            let reason = self.keep(&root, &document, &set, &error);
                            self.inbox.put(Event::SaveFailed { file, reason });
                        }
                    }
                }
                Effect::SaveSchema { root, schema } => {
                    if let Err(error) = store::save_schema(&root, &schema) {
                        self.tell(Severity::Error, format!("The labels were not saved: {error}"));
                    }
                }
                Effect::SetAside { root, file, path, annotator, keep } => match store::set_aside(&path) {
                    Ok(new) => {
                        self.tell(Severity::Done, format!("Renamed to {}", new.display()));
                        self.load(&root, &file, &annotator, keep.map(|set| *set));
                    }
                    Err(error) => {
                        self.tell(Severity::Error, error.to_string());
                        self.load(&root, &file, &annotator, None);
                    }
                },
                Effect::LoadOthers { root, document, annotators } => {
                    self.inbox.put(others(&root, &document, &annotators));
                }
                Effect::Queue { root, whom, reviewer, only, ticket } => {
                    self.queues.start(Queueing { root, whom, reviewer, only }, ticket, &self.inbox);
                }
                Effect::LoadCopy { document, path } => match store::read_copy(&path, &document) {
                    Ok(copy) => {
                        copy.issues.iter().for_each(|issue| log::warn!("{issue}"));
                        let (file, set) = (document.file, Box::new(copy.value));
                        self.inbox.put(Event::CopyLoaded { file, path, set });
                    }
                    Err(error) => self.tell(Severity::Error, format!("Nothing was merged: {error}")),
                },
                Effect::SetCopyAside(path) => match store::set_aside(&path) {
                    Ok(new) => log::info!("renamed to {}", new.display()),
                    Err(error) => {
                        self.tell(Severity::Warning, format!("The copy stays where it is: {error}"));
                    }
                },
                Effect::Progress(root) => count(root, &self.inbox),
                Effect::Agreement { root, whom } => compare(root, whom, &self.inbox),
                Effect::Transfer { root, order } => self.transfers.start(root, *order, &self.inbox),
                Effect::Preview { root, order } => Transfers::preview(root, *order, &self.inbox),
                _ => {}
            }
        }
    }

    fn tell(&self, severity: Severity, text: String) {
        self.inbox.put(Event::Told(severity, text));
    }

    /// Reads an article; where it has no annotations, `begin` with those.
    fn load(&mut self, root: &Path, file: &Arc<str>, annotator: &Annotator, begin: Option<AnnotationSet>) {
        let kept = self.kept(root, file, annotator);
        let left = kept.and_then(|kept| self.put_back(kept));
        let loaded = match self.ledger.load(root, file, annotator) {
            Ok(loaded) => loaded,
            Err(error) => {
                return self.inbox.put(Event::LoadFailed { file: file.clone(), reason: error.to_string() });
            }
        };
        let empty = || AnnotationSet::new(annotator.clone());
        let mut unsaved = false;
        let (mut set, blocked) = match loaded.set {
            SetState::None => {
                unsaved = begin.is_some();
                (begin.unwrap_or_else(empty), None)
            }
            SetState::Ready(set) => (set, None),
            SetState::Blocked(blocked) => {
                let why = Blocked { path: blocked.path, reason: blocked.reason };
                (blocked.partial.unwrap_or_else(empty), Some(why))
            }
        };
        let found = left.filter(|_| blocked.is_none()).and_then(|k| journal::read(&k, &loaded.document));
        unsaved |= found.is_some();
        set = found.unwrap_or(set);
        let issues = loaded.issues.iter().map(ToString::to_string).collect();
        let copies = store::copies(root, file, annotator).unwrap_or_default();
        let article = LoadedArticle { document: loaded.document, set, blocked, issues, copies, unsaved };
        self.inbox.put(Event::Loaded(Box::new(article)));
    }

    fn kept(&self, root: &Path, file: &str, annotator: &Annotator) -> Option<Kept> {
        journal::find(self.recovery.as_deref()?, &store::sidecar_path(root, file, annotator)?)
    }

    /// Puts work in its place that could not be saved when it was made; gives it back where the place still cannot
    /// be written, so that it is worked on all the same.
    fn put_back(&self, kept: Kept) -> Option<Kept> {
        let place = kept.sidecar.display();
        match journal::restore(&kept) {
            Ok(()) => {
                self.tell(Severity::Done, format!("What could not be saved before is in place: {place}"));
                None
            }
            Err(error @ SaveError::Changed(_)) => {
                let text = format!(
                    "Not put back: {error}. What could not be saved before stays in {}",
                    kept.folder.display()
                );
                self.tell(Severity::Warning, text);
                None
            }
            Err(_) => Some(kept),
        }
    }

    /// Puts what could not be saved where it is found again, and says both.
    fn keep(&self, root: &Path, document: &Document, set: &AnnotationSet, error: &SaveError) -> String {
        match self.recovery.as_deref().map(|folder| journal::keep(folder, root, document, set)) {
            Some(Ok(kept)) => format!("Not saved: {error}. A copy is kept in {}", kept.folder.display()),
            Some(Err(second)) => format!("Not saved: {error}. It is kept in this window only ({second})"),
            None => format!("Not saved: {error}. It is kept in this window only"),
        }
    }

    /// A copy kept at a failed save is done with once the save went through.
    fn forget(&self, root: &Path, file: &str, annotator: &Annotator) {
        if let Some(kept) = self.kept(root, file, annotator)
            && let Err(error) = journal::forget(&kept)
        {
            log::warn!("{error}");
        }
    }
}

fn scan(path: &Path, inbox: &Inbox, annotator: Option<&Annotator>, go_on: &dyn Fn() -> bool) {
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
    let files: Vec<Arc<str>> = found.articles.iter().map(|a| a.file.clone()).collect();
    inbox.put(Event::Scanned {
        root: found.root.clone(),
        articles: found.articles.iter().map(entry).collect(),
        guidelines: guidelines.map(Arc::from),
        schema: found.schema.map(Arc::new),
        select: found.select,
        issues: found.issues.iter().map(ToString::to_string).collect(),
    });
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
