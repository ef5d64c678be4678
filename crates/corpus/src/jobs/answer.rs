//! What jobs answer.

use std::path::PathBuf;
use std::sync::Arc;

use super::adjudicate::ArticleFilling;
use super::feedback::ArticleFeedback;
use super::reanchor::settle;
use super::study::AnnotatorScore;
use super::{
    EntityAnswer, Notice, Outcome, OutsideChange, OwnCounts, Places, QueuePart, SavedSchema, TakenIn, Writer,
    WrittenReport,
};
use crate::analysis::agreement::Report;
use crate::analysis::{Board, BoardEntry, ClaimSearch, Progress, ReviewItem};
use crate::edit::PastStep;
use crate::format::Issue;
use crate::format::article::HowRead;
use crate::format::articles::ListedDetails;
use crate::format::encoding::EncodingPreview;
use crate::model::{AnnotationSet, Annotator, Document, EntryKey, KnownSchema, Review};
use crate::read_model::ArticleUpdate;
use crate::store::ArticleFile;
use crate::words::say;

/// Why a sidecar cannot be used, so that its article must not be annotated yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The sidecar that cannot be used.
    pub path: PathBuf,
    /// What is wrong with it, what was kept, and what can be done.
    pub reason: String,
}

/// An article as read from disk.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedArticle {
    /// Its text.
    pub document: Document,
    /// The annotator's annotations of it; of a sidecar that cannot be used, what could be read.
    pub set: AnnotationSet,
    /// Why the article must not be annotated yet.
    pub blocked: Option<Blocked>,
    /// What was not as it should be, and what became of work that could not be saved before, in words.
    pub notices: Vec<Notice>,
    /// Other copies of the annotator's sidecar beside it, as programs that sync files leave them.
    pub copies: Vec<PathBuf>,
    /// Whether the set is not what is on disk: it has what could not be saved before.
    pub unsaved: bool,
    /// What was done in it in earlier runs, to be undone.
    pub history: Vec<PastStep>,
    /// Where its orphans may be in the text.
    pub places: Places,
    /// Whether the set was made for another version of the article, so that all its annotations are orphans still.
    pub is_outdated: bool,
    /// Verdicts of such a set, as far as what they are on has moved with the article: they are up to date still.
    pub verdicts: Vec<Review>,
    /// The annotator's sidecars of it that were set aside.
    pub set_aside: Vec<PathBuf>,
    /// How its text was had.
    pub how: HowRead,
}

impl LoadedArticle {
    /// An article with a set of which there is nothing else to tell.
    #[must_use]
    pub fn new(document: Document, set: AnnotationSet) -> Self {
        Self {
            document,
            set,
            blocked: None,
            notices: Vec::new(),
            copies: Vec::new(),
            unsaved: false,
            history: Vec::new(),
            places: Places::default(),
            is_outdated: false,
            verdicts: Vec::new(),
            set_aside: Vec::new(),
            how: HowRead::default(),
        }
    }

    /// Puts all that is certain in its place, where nobody looks at it before it is saved.
    #[must_use]
    pub fn settled(mut self) -> Self {
        if self.is_outdated {
            settle(&mut self.set, &self.places);
            for review in std::mem::take(&mut self.verdicts) {
                self.set.insert_review(review);
            }
            self.is_outdated = false;
        }
        self
    }
}

/// A sidecar that was set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAsideFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds, or why that cannot be read. What was made for another version of the article is in its place where that is
    /// certain, and an orphan where not.
    pub set: Result<AnnotationSet, String>,
}

/// A folder of articles, as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedWorkspace {
    /// The folder, absolute.
    pub root: PathBuf,
    /// Its articles, by file.
    pub articles: Vec<ArticleFile>,
    /// What `articles.csv` says of them.
    pub details: Arc<ListedDetails>,
    /// Its workspace file.
    pub known_schema: KnownSchema,
    /// Its guidelines, Markdown.
    pub guidelines: Option<Arc<str>>,
    /// The article to show, where a file was asked for.
    pub select: Option<Arc<str>>,
    /// What was not as it should be.
    pub issues: Vec<Issue>,
    /// Articles with work that is in no sidecar and not open, each with its annotator.
    pub unsaved: Vec<(String, Annotator)>,
    /// Those of them whose annotator is in no other window that runs and saves it.
    pub left: Vec<(String, Annotator)>,
}

/// How far a job is.
#[derive(Clone, Debug)]
pub enum JobProgress {
    /// So many articles are done, of so many where that is known.
    Articles {
        /// Done so far.
        done: usize,
        /// Of how many.
        of: Option<usize>,
    },
    /// So many articles of the corpus are read, and what was read of some of them.
    Read {
        /// For [`crate::read_model::ReadModel::update`].
        updates: Vec<ArticleUpdate>,
        /// Done so far.
        done: usize,
    },
    /// What the annotator's sidecars of some articles say of themselves, before they are read.
    Counted(Vec<OwnCounts>),
    /// The articles of a folder that were found so far; the first of them is the one to show first.
    Found(Box<ScannedWorkspace>),
    /// More of what there is to review.
    Queue(Box<QueuePart>),
    /// Other programs changed something in the workspace.
    Changed(Vec<OutsideChange>),
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A folder was looked at.
    Scanned(Box<ScannedWorkspace>),
    /// The open folder was looked at again.
    Rescanned(Box<ScannedWorkspace>),
    /// It is not watched any more.
    Watched,
    /// Who writes the annotator's files.
    Lock(Writer),
    /// All articles of the corpus that were asked for were read, and told of as [`JobProgress::Read`].
    CorpusRead,
    /// An article was read.
    Loaded(Box<LoadedArticle>),
    /// The beginning of an article in every encoding.
    Encodings(Arc<str>, Vec<EncodingPreview>),
    /// Others' sets of an article were read; of those who have none, nothing.
    Others {
        /// Their sets.
        sets: Vec<AnnotationSet>,
        /// What was not as it should be, in words.
        notices: Vec<Notice>,
    },
    /// Another copy of the annotator's sidecar was read.
    Copy(Box<AnnotationSet>),
    /// Sidecars that were set aside were read.
    SetAside(Vec<SetAsideFile>),
    /// A file was written, or renamed.
    Written,
    /// A sidecar was written, merged with what another program had written there.
    Merged(Box<TakenIn>),
    /// Sets were written to another folder: the files.
    CopiesSaved(Vec<PathBuf>),
    /// Edits are in the journal.
    Kept,
    /// What could not be saved before is in its sidecars.
    Restored {
        /// How many sidecars were written.
        articles: usize,
        /// What was done, in words.
        notices: Vec<Notice>,
    },
    /// The workspace file was written.
    SchemaSaved(SavedSchema),
    /// All that there is to review was found, and told of as [`JobProgress::Queue`].
    Queue {
        /// Of each annotator, how many articles are in progress and were left out.
        left_out: Vec<usize>,
    },
    /// The items of some articles of a queue, in the order in which they are found; none of one that is not there.
    QueueItems(Vec<(Arc<str>, Vec<ReviewItem>)>),
    /// The annotations at far ends of links were read; nothing of those that are not there.
    Ends(Vec<(EntryKey, Option<BoardEntry>)>),
    /// The claims of the workspace were read, what else can be linked, and the links.
    Board(Arc<Board>),
    /// The claims of a board, ready to be compared.
    ClaimSearch(Arc<Board>, Arc<ClaimSearch>),
    /// What reviewers decided otherwise than the annotator.
    Feedback(Arc<[ArticleFeedback]>),
    /// What filling the gold sets comes to.
    GoldFilling(Arc<[ArticleFilling]>),
    /// It was counted who has done what.
    Progress(Arc<Progress>),
    /// Annotators were compared.
    Agreement(Arc<Report>),
    /// Everybody's work was held against that of a reference.
    Scores(Arc<[AnnotatorScore]>),
    /// An export or import ended.
    Transfer(Outcome),
    /// Figures were written as tables, or an article as a page.
    Report(WrittenReport),
    /// The first rows of an export or import.
    Preview(Vec<String>),
    /// Work on the registry of entities was done.
    Entities(EntityAnswer),
}

/// Why a job has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// It was asked to end; in words, what was done until then.
    #[error("{0}")]
    Cancelled(String),
    /// It could not be done; in words.
    #[error("{0}")]
    Failed(String),
    /// A sidecar could not be written; the annotations are still open, and perhaps kept in the journal.
    #[error("{reason}")]
    NotSaved {
        /// What is wrong, and where the set is now.
        reason: String,
        /// Whether the journal has it.
        kept: bool,
    },
    /// A fault of this program ended it.
    #[error("{}", say!("jobs-panicked", what = .0.as_str()))]
    Panicked(String),
    /// No thread could be had for it.
    #[error("{}", say!("jobs-not-begun", why = .0.as_str()))]
    NoThread(String),
}
