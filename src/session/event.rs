//! What the world answers.

use std::path::PathBuf;
use std::sync::Arc;

use super::leave::Leaving;
use super::library::Scanned;
use super::{ArticleEntry, Blocked, Effect, Now, OpenArticle, Outcome, Preview, Scan, Session, Severity};
use crate::analysis::agreement::Report;
use crate::analysis::{Item, Progress};
use crate::model::{AnnotationSet, Annotator, Document, Schema, State};

/// An article as read from disk.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedArticle {
    /// Its text.
    pub document: Document,
    /// The annotator's annotations of it; of a sidecar that cannot be used, what could be read.
    pub set: AnnotationSet,
    /// Why the article must not be annotated yet.
    pub blocked: Option<Blocked>,
    /// What was not as it should be, in words.
    pub issues: Vec<String>,
    /// Other copies of the annotator's sidecar beside it, as programs that sync files leave them.
    pub copies: Vec<PathBuf>,
    /// Whether the set is not what is on disk: it was kept elsewhere after a save that failed.
    pub unsaved: bool,
}

/// One thing that happened in the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A scan goes on.
    Scanning(Scan),
    /// A folder was looked at.
    Scanned {
        /// The folder.
        root: PathBuf,
        /// Its articles.
        articles: Vec<ArticleEntry>,
        /// Its schema; nothing when it has no workspace file.
        schema: Option<Arc<Schema>>,
        /// Its guidelines, Markdown.
        guidelines: Option<Arc<str>>,
        /// The article to show, where a file was opened.
        select: Option<Arc<str>>,
        /// What was not as it should be, in words.
        issues: Vec<String>,
    },
    /// A folder could not be looked at.
    ScanFailed(String),
    /// Language, counts and state of an article became known.
    Peeked {
        /// The article.
        file: Arc<str>,
        /// Its language.
        language: Option<Arc<str>>,
        /// How many annotations the annotator has in it.
        annotations: usize,
        /// How far the annotator has come.
        state: State,
    },
    /// An article was read.
    Loaded(Box<LoadedArticle>),
    /// An article could not be read.
    LoadFailed {
        /// The article.
        file: Arc<str>,
        /// Why, and what to do.
        reason: String,
    },
    /// Others' sets of an article were read, for looking at.
    OthersLoaded {
        /// The article.
        file: Arc<str>,
        /// Their sets; of those who have none, nothing.
        sets: Vec<AnnotationSet>,
        /// What was not as it should be, in words.
        issues: Vec<String>,
    },
    /// Things to review were found.
    Queued {
        /// The ticket of the search.
        ticket: u64,
        /// In some more articles.
        items: Vec<Item>,
        /// How many groups there all agree about.
        agreed: usize,
        /// How many articles were looked through.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// Another copy of the annotator's sidecar was read.
    CopyLoaded {
        /// The article.
        file: Arc<str>,
        /// The copy.
        path: PathBuf,
        /// What it holds.
        set: Box<AnnotationSet>,
    },
    /// It was counted who has done what.
    Progressed(Arc<Progress>),
    /// Annotators are being compared.
    Comparing {
        /// How many articles are done.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// Annotators were compared, or could not be, in words.
    Compared {
        /// Who was asked for.
        whom: Vec<Annotator>,
        /// The figures.
        answer: Result<Arc<Report>, String>,
    },
    /// A sidecar was written.
    Saved {
        /// The article.
        file: Arc<str>,
        /// The position named in the request.
        position: u64,
    },
    /// A sidecar could not be written; the annotations are still open here.
    SaveFailed {
        /// The article.
        file: Arc<str>,
        /// The position named in the request.
        position: u64,
        /// Why, what was kept, and what to do.
        reason: String,
        /// Whether a recovery copy was written instead.
        kept: bool,
    },
    /// Something to tell that belongs to no article.
    Told(Severity, String),
    /// A folder was chosen in the system's dialog.
    Chosen(PathBuf),
    /// Paths were chosen for an export or import.
    Picked(Vec<PathBuf>),
    /// An export or import goes on.
    Transferring {
        /// Articles done.
        done: usize,
        /// Of how many, where that is known.
        of: Option<usize>,
    },
    /// An export or import ended.
    Transferred(Outcome),
    /// The first rows of an export or import.
    Previewed(Box<Preview>),
    /// The system has no dialog to choose a folder with.
    NoDialog,
    /// Time has passed.
    Tick,
}

impl Session {
    /// Takes what the world answers.
    #[must_use = "the effects are to be carried out"]
    pub fn on_event(&mut self, event: Event, now: &Now) -> Vec<Effect> {
        match event {
            Event::Scanning(scan) => {
                if let Some((_, known)) = &mut self.scanning {
                    *known = scan;
                }
                Vec::new()
            }
            Event::Scanned { root, articles, schema, guidelines, select, issues } => {
                self.on_scanned(Scanned { root, articles, schema, guidelines, select, issues }, now)
            }
            Event::ScanFailed(reason) => {
                self.scanning = None;
                vec![Effect::tell(Severity::Error, reason)]
            }
            Event::Peeked { file, language, annotations, state } => {
                if let Some(entry) = self.library.as_mut().and_then(|l| l.entry_mut(&file)) {
                    entry.language = language;
                    entry.annotations = Some(annotations);
                    entry.state = state;
                }
                Vec::new()
            }
            Event::Loaded(loaded) => self.on_loaded(*loaded),
            Event::LoadFailed { file, reason } => {
                if self.wanted.as_ref() == Some(&file) {
                    self.wanted = None;
                }
                vec![Effect::tell(Severity::Error, reason)]
            }
            Event::OthersLoaded { file, sets, issues } => {
                if let Some(article) = self.articles.get_mut(&file) {
                    article.set_others(sets);
                }
                issues.into_iter().map(|text| Effect::tell(Severity::Warning, text)).collect()
            }
            Event::Queued { ticket, items, agreed, done, of } => {
                self.on_queued(ticket, (items, agreed), (done, of))
            }
            Event::CopyLoaded { file, path, set } => self.on_copy(&file, &path, &set, now),
            Event::Progressed(progress) => {
                self.progress = Some(progress);
                Vec::new()
            }
            Event::Comparing { done, of } => {
                self.on_comparing(done, of);
                Vec::new()
            }
            Event::Compared { whom, answer } => {
                self.on_compared(&whom, answer);
                Vec::new()
            }
            Event::Saved { file, position } => {
                self.articles.saved(&file, position);
                self.leave_when_kept(now)
            }
            Event::SaveFailed { file, position, reason, kept } => {
                // An article that was left can only be told of; its work is where the reason says.
                let article = self.articles.get_mut(&file);
                let is_news =
                    article.is_none_or(|a| a.save_failed(position, reason.clone(), kept, now.millis));
                let mut effects = self.leave_when_kept(now);
                effects.extend(is_news.then(|| Effect::tell(Severity::Error, reason)));
                effects
            }
            Event::Told(severity, text) => vec![Effect::tell(severity, text)],
            Event::Chosen(path) => self.open_workspace(path),
            Event::Picked(paths) => vec![Effect::Picked(paths)],
            Event::Transferring { done, of } => {
                self.on_transferring(done, of);
                Vec::new()
            }
            Event::Transferred(outcome) => self.on_transferred(outcome),
            Event::Previewed(preview) => {
                self.preview = Some(*preview);
                Vec::new()
            }
            Event::NoDialog => vec![Effect::AskPath],
            Event::Tick => {
                let mut effects = self.autosave(now);
                effects.extend(self.leave_when_kept(now));
                effects
            }
        }
    }

    fn on_loaded(&mut self, loaded: LoadedArticle) -> Vec<Effect> {
        let file = loaded.document.file.clone();
        let issues = loaded.issues.clone();
        let waited_for = self.wanted.as_ref() == Some(&file);
        let is_ours = self.annotator.as_ref().is_none_or(|annotator| *annotator == loaded.set.annotator);
        // An answer that comes late is another annotator's, or older than what is being worked on.
        let is_open = self.articles.get(&file).is_some_and(|article| article.blocked().is_none());
        if is_ours && !is_open {
            let is_saved = !loaded.unsaved;
            self.articles.insert(file.clone(), OpenArticle::new(loaded), is_saved);
        }
        if self.articles.get(&file).is_none() {
            return Vec::new();
        }
        if waited_for {
            self.wanted = None;
            self.current = Some(file.clone());
        }
        self.refresh_entry(&file);
        let mut arrived = self.arrive();
        arrived.extend(self.load_others());
        let told = issues.into_iter().map(|text| Effect::tell(Severity::Warning, text));
        arrived.into_iter().chain(told).collect()
    }

    fn autosave(&mut self, now: &Now) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        self.articles.values_mut().filter_map(|a| a.save_when_due(&root, now.millis)).collect()
    }

    /// When there is something to do though nothing happens, in milliseconds since the epoch: the next autosave.
    #[must_use]
    pub fn next_due(&self) -> Option<u64> {
        let saves = self.articles.values().filter_map(OpenArticle::due);
        saves.chain(self.leaving.as_ref().and_then(Leaving::asks_at)).min()
    }

    pub(super) fn save_all(&mut self) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        self.articles.values_mut().filter_map(|a| a.save_now(&root)).collect()
    }
}
