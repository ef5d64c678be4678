//! The workspace: its articles, its schema, and moving among them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::agreement::Figures;
use super::deferred::DeferredEdits;
use super::entities::{EntityWork, RegistryState};
use super::jobs::Subject;
use super::leave::Destination;
use super::links::Linkage;
use super::scan::FoundExtent;
use super::transfer::Transfers;
use super::{Effect, Now, SchemaState, Session, Severity};
use crate::jobs::{ArticleFile, JobKind, LoadRequest, Request, ScannedWorkspace};
use crate::model::{Annotator, ArticleDetails, State};

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleEntry {
    /// Its file, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// When the file was last changed, in milliseconds since the epoch.
    pub modified: u64,
    /// The first line of its text, once known.
    pub headline: Option<Arc<str>>,
    /// What is known of it beside its text.
    pub details: ArticleDetails,
    /// BCP 47 language, once known.
    pub language: Option<Arc<str>>,
    /// The annotator's annotations, once counted.
    pub annotations: Option<usize>,
    /// The annotator's verdicts on others' annotations, once counted.
    pub reviews: usize,
    /// How far the annotator has come.
    pub state: State,
    /// Whether a reviewer returned it to the annotator, who has not handed it back since.
    pub is_returned: bool,
    /// Who has annotations of it.
    pub annotators: Vec<Annotator>,
}

impl ArticleEntry {
    /// What it is called: its title, its first line, or its file.
    #[must_use]
    pub fn name(&self) -> &str {
        let name = self.details.title.as_deref().or(self.headline.as_deref());
        name.unwrap_or_else(|| self.file.rsplit('/').next().unwrap_or_default())
    }
}

impl From<ArticleFile> for ArticleEntry {
    fn from(file: ArticleFile) -> Self {
        let ArticleFile { file, bytes, modified, annotators } = file;
        Self {
            file,
            bytes,
            modified,
            headline: None,
            details: ArticleDetails::default(),
            language: None,
            annotations: None,
            reviews: 0,
            state: State::Todo,
            is_returned: false,
            annotators,
        }
    }
}

/// The open workspace.
#[derive(Clone, Debug)]
pub struct Library {
    root: PathBuf,
    articles: Vec<ArticleEntry>,
    /// Counts changes of entries, so that lists made of them know when they are old.
    revision: u64,
    by_file: HashMap<Arc<str>, usize>,
    annotators: Vec<Annotator>,
    guidelines: Option<Arc<str>>,
}

impl Library {
    fn new(root: PathBuf, articles: Vec<ArticleEntry>, guidelines: Option<Arc<str>>, revision: u64) -> Self {
        let by_file = articles.iter().enumerate().map(|(i, a)| (a.file.clone(), i)).collect();
        let mut annotators: Vec<Annotator> = articles.iter().flat_map(|a| &a.annotators).cloned().collect();
        annotators.sort_unstable();
        annotators.dedup();
        Self { root, articles, revision, by_file, annotators, guidelines }
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder's own name, for the title.
    #[must_use]
    pub fn folder_name(&self) -> String {
        self.root
            .file_name()
            .map_or_else(|| self.root.display().to_string(), |n| n.to_string_lossy().into_owned())
    }

    /// Changes whenever an entry may have changed.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Everybody who has annotations in it, by name.
    #[must_use]
    pub fn annotators(&self) -> &[Annotator] {
        &self.annotators
    }

    /// What it says on how to annotate, Markdown.
    #[must_use]
    pub const fn guidelines(&self) -> Option<&Arc<str>> {
        self.guidelines.as_ref()
    }

    /// Its articles, by file name.
    #[must_use]
    pub fn articles(&self) -> &[ArticleEntry] {
        &self.articles
    }

    /// The entry of an article.
    #[must_use]
    pub fn entry(&self, file: &str) -> Option<&ArticleEntry> {
        self.by_file.get(file).map(|&i| &self.articles[i])
    }

    /// Where an annotator has no sidecar there is nothing to count.
    pub(super) fn count_absent(&mut self, annotator: &Annotator) {
        let is_absent = |entry: &&mut ArticleEntry| entry.annotators.binary_search(annotator).is_err();
        for entry in self.articles.iter_mut().filter(is_absent) {
            entry.annotations.get_or_insert(0);
        }
    }

    /// Somebody has begun to annotate here.
    fn learn(&mut self, annotator: Annotator) {
        if let Err(place) = self.annotators.binary_search(&annotator) {
            self.annotators.insert(place, annotator);
        }
    }

    /// Changes what the list has of an article. Where it comes out as it was, nothing that is made of the list is made anew.
    pub(super) fn change_entry(&mut self, file: &str, change: impl FnOnce(&mut ArticleEntry)) {
        let Some(entry) = self.by_file.get(file).map(|&at| &mut self.articles[at]) else { return };
        let before = entry.clone();
        change(entry);
        self.revision += u64::from(*entry != before);
    }
}

impl Session {
    pub(super) fn set_annotator(&mut self, annotator: Annotator, now: &Now) -> Vec<Effect> {
        if self.annotator.as_ref() == Some(&annotator) {
            return Vec::new();
        }
        self.leave(Destination::Annotator(annotator), now)
    }

    /// Goes on as somebody else, all work being safe.
    pub(super) fn annotate_as(&mut self, annotator: Annotator) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.reviewing.shown_annotators.retain(|other| *other != annotator);
        self.keep_first_tag();
        effects.extend(self.keep_rest());
        self.drop_answers(None);
        self.close_articles();
        self.annotator = Some(annotator.clone());
        self.entities.change_annotator();
        self.navigation.wanted = self.navigation.current.take().or_else(|| self.navigation.wanted.take());
        effects.push(Effect::RememberAnnotator(annotator));
        effects.extend(self.ask_lock());
        effects.extend(self.watch());
        effects.extend(self.rescan());
        let shown = self.navigation.wanted.take();
        effects.extend(self.open_again(shown));
        effects
    }

    /// Shows what a scan has found; of another folder, all work in this one being safe.
    pub(super) fn enter(&mut self, scanned: ScannedWorkspace) -> Vec<Effect> {
        let issues = scanned.issues.iter().map(|issue| Effect::tell(Severity::Warning, issue.to_string()));
        let mut effects: Vec<Effect> = issues.collect();
        effects.extend(self.refresh_workspace(scanned));
        effects
    }

    /// Like [`Self::enter`], without a word on what is not as it should be.
    pub(super) fn refresh_workspace(&mut self, scanned: ScannedWorkspace) -> Vec<Effect> {
        self.take_over(scanned, FoundExtent::Whole)
    }

    pub(super) fn take_over(&mut self, scanned: ScannedWorkspace, extent: FoundExtent) -> Vec<Effect> {
        let ScannedWorkspace {
            root,
            articles,
            details,
            known_schema,
            guidelines,
            select,
            issues,
            unsaved,
            left,
        } = scanned;
        let mut effects = Vec::new();
        let is_new = self.library.as_ref().is_none_or(|l| l.root != root);
        if is_new {
            effects.extend(self.keep_rest());
            self.close_articles();
            // It was of the folder that is left.
            if extent == FoundExtent::Whole {
                self.scanning = None;
            }
            self.navigation.leave_folder();
            (self.tag_mode, self.pointing) = (None, None);
            self.schema = SchemaState::default();
            self.entities = RegistryState::default();
            self.entity_work = EntityWork::default();
            self.reviewing.shown_annotators.clear();
            self.links = Linkage::default();
            self.forget_board();
            self.drop_answers((extent == FoundExtent::Part).then_some(JobKind::Scan));
            effects.push(Effect::RememberWorkspace(root.clone()));
        }
        self.schema.read(known_schema);
        let revision = self.library.as_ref().map_or(0, |l| l.revision + 1);
        self.scan_corpus(&root, issues, &articles, details);
        self.forget_lost_links();
        let entries = articles.into_iter().map(ArticleEntry::from).collect();
        self.library = Some(Library::new(root, entries, guidelines, revision));
        if is_new {
            effects.extend(self.ask_lock());
            effects.extend(self.watch());
        }
        if is_new || extent == FoundExtent::Whole {
            effects.extend(self.read_entities());
        }
        effects.extend(self.tell_of_kept(&left));
        let listed: Vec<Arc<str>> =
            self.library.iter().flat_map(|l| &l.articles).map(|a| a.file.clone()).collect();
        for file in &listed {
            self.refresh_counts(file);
            self.refresh_entry(file);
        }
        let first = || self.library.as_ref()?.articles.first().map(|a| a.file.clone());
        let resumed = self.navigation.resumed.take();
        let resumed = resumed.filter(|file| self.library.as_ref().is_some_and(|l| l.entry(file).is_some()));
        let file = select.or(resumed).or_else(|| {
            if self.navigation.current.is_none() && self.navigation.wanted.is_none() { first() } else { None }
        });
        if let Some(file) = file {
            effects.extend(self.open_article(file));
        }
        effects.extend(self.restore_closed(&unsaved));
        if self.navigation.wanted.is_none() && extent == FoundExtent::Whole {
            effects.extend(self.read_corpus());
        }
        effects
    }

    /// All work in them is in their files.
    pub(super) fn close_articles(&mut self) {
        for article in self.articles.values() {
            if let Some(model) = &mut self.corpus.model {
                model.close_set(&article.document().file, &article.set().annotator);
            }
        }
        self.articles.clear();
    }

    /// What was asked for is about another workspace or annotator now, but for jobs that `go_on`.
    fn drop_answers(&mut self, go_on: Option<JobKind>) {
        self.jobs.leave(go_on);
        self.schema.forget_save();
        self.entities.forget_save();
        self.entity_work = EntityWork::default();
        self.navigation.forget_destination();
        self.reviewing.review = None;
        self.feedback = None;
        self.reviewing.gold = None;
        self.deferred = DeferredEdits::default();
        self.leave_links();
        self.transfers = Transfers::default();
        self.figures = Figures::default();
    }

    pub(super) fn set_aside(&mut self, keep: bool) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let root = self.library.as_ref().map(|l| l.root.clone());
        let (Some(root), Some(annotator), Some(article)) = (root, self.annotator.clone(), self.article())
        else {
            return Vec::new();
        };
        let Some(blocked) = article.blocked() else { return Vec::new() };
        let (file, path) = (article.document().file.clone(), blocked.path.clone());
        let keep = keep.then(|| {
            let mut set = article.set().clone();
            set.annotator = annotator.clone();
            // What does not fit stays in the file set aside: saved here, it would stand at the wrong place.
            set.unread.retain(|unread| unread.list != "annotations");
            let lost = article.set().relations().filter(|relation| set.get(&relation.from).is_none());
            let lost: Vec<_> = lost.collect();
            for relation in lost {
                set.remove_relation(&relation.id);
            }
            Box::new(set)
        });
        self.navigation.wanted = Some(file.clone());
        let article = LoadRequest { root, file: file.clone(), annotator };
        vec![self.jobs.begin(Request::SetAside { article, path, keep }, Subject::Article(file))]
    }

    /// Brings an article's line in the list up to date with what is open.
    pub(super) fn refresh_entry(&mut self, file: &Arc<str>) {
        let Some(article) = self.articles.get(file) else { return };
        if let Some(model) = self.corpus.model.as_mut().filter(|_| article.blocked().is_none()) {
            model.put_set(article.document(), article.set());
        }
        let (annotations, state) = (article.set().annotations().len(), article.set().state());
        let reviews = article.set().reviews().len();
        let is_returned = !self.returned_by(file).is_empty();
        let (language, annotator) = (article.language(), article.set().annotator.clone());
        self.refresh_own_links(file);
        let details = self.details_of(file);
        let Some(library) = &mut self.library else { return };
        let mut is_first = false;
        library.change_entry(file, |entry| {
            entry.annotations = Some(annotations);
            entry.details = details;
            entry.is_returned = is_returned;
            entry.reviews = reviews;
            entry.state = state;
            entry.language = language.or_else(|| entry.language.take());
            is_first = annotations > 0 && !entry.annotators.contains(&annotator);
            if is_first {
                entry.annotators.push(annotator.clone());
            }
        });
        if is_first {
            library.learn(annotator);
        }
    }
}
