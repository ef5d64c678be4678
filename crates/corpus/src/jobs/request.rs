//! What can be asked of jobs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::adjudicate::FillOptions;
use super::queue::QueueOptions;
use super::{
    CancelToken, EntityRequest, JobId, JobKind, KeepRequest, QueueSelection, ReportRequest, TransferRequest,
};
use crate::analysis::Board;
use crate::format::article::ReadingChoice;
use crate::model::{AnnotationSet, Annotator, Document, EditId, EntryKey, KnownSchema, Schema};
use crate::read_model::ReadModel;

/// A request with its identity and the token it hears, both made where it was asked for.
#[derive(Clone, Debug)]
pub struct Job {
    /// Whose answer it will be.
    pub id: JobId,
    /// Cancels it, from now on.
    pub cancel: CancelToken,
    /// What is to be done.
    pub request: Request,
}

/// One job is the other when they have one identity.
impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Where a job runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// On the disk's thread, in the order asked for: files are written one after the other.
    Disk,
    /// On the journal's thread, in the order asked for: a disk that hangs with a sidecar does not hold it up.
    Journal,
    /// On a thread of its own, once the disk's thread has done what was asked for before.
    AfterDisk,
    /// On a thread of its own, at once.
    Parallel,
}

/// An article of a workspace and the annotator whose sidecar of it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadRequest {
    /// The workspace folder.
    pub root: PathBuf,
    /// The article, relative to it.
    pub file: Arc<str>,
    /// Whose annotations.
    pub annotator: Annotator,
}

/// A set to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveRequest {
    /// The workspace folder.
    pub root: PathBuf,
    /// The article it belongs to.
    pub document: Document,
    /// What it holds; cheap to pass on, annotations are shared.
    pub set: AnnotationSet,
    /// Where the set stands in the history of its article.
    pub position: u64,
    /// The last edit that is in the set.
    pub upto: EditId,
    /// Of how many merges with what other programs wrote it has heard since it was read ([`super::TakenIn`]).
    pub merges: u64,
}

impl SaveRequest {
    /// Saves what was just read, of which nothing was edited yet.
    #[must_use]
    pub fn of_loaded(root: &Path, document: Document, set: AnnotationSet) -> Self {
        Self { root: root.to_owned(), document, set, position: 0, upto: EditId::default(), merges: 0 }
    }
}

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Request {
    /// Find the articles of a folder, or of the folder of an article.
    Scan(PathBuf),
    /// Find the articles of a folder, one of them before all others.
    ScanFrom {
        /// The folder.
        path: PathBuf,
        /// The article, relative to it.
        file: Arc<str>,
    },
    /// Find those of the open folder again, because another program changed something in it.
    Rescan(PathBuf),
    /// Hear of what other programs change in the open folder, until it is cancelled.
    Watch(PathBuf),
    /// Take the lock of an annotator, so that nobody else writes the same files.
    Lock {
        /// The workspace folder.
        root: PathBuf,
        /// Whose files.
        annotator: Annotator,
        /// Whether to take it from a holder that does not run any more.
        takes_over: bool,
    },
    /// Read all sets of the corpus that were not read yet or changed since.
    ReadCorpus {
        /// The corpus.
        model: ReadModel,
        /// Whose annotations are counted before.
        annotator: Option<Annotator>,
    },
    /// Read the sets of some of its articles, where they changed.
    ReadArticles {
        /// The corpus.
        model: ReadModel,
        /// The articles.
        files: Vec<Arc<str>>,
    },
    /// Read an article and the annotator's sidecar of it.
    Load(LoadRequest),
    /// Read an article that nobody has annotated as the annotator has chosen.
    Reread {
        /// The article, and whose sidecar.
        article: LoadRequest,
        /// In which encoding, or how much of a web page.
        choice: ReadingChoice,
    },
    /// Read the beginning of an article in every encoding.
    PreviewEncodings {
        /// The workspace folder.
        root: PathBuf,
        /// The article, relative to it.
        file: Arc<str>,
    },
    /// Rename a sidecar that cannot be used, then read the article again.
    SetAside {
        /// The article, and whose sidecar.
        article: LoadRequest,
        /// The sidecar.
        path: PathBuf,
        /// What to go on with; an empty set when nothing is said.
        keep: Option<Box<AnnotationSet>>,
    },
    /// Write edits to the journal.
    Keep(KeepRequest),
    /// Save what the journal has and no sidecar.
    Restore {
        /// The workspace folder.
        root: PathBuf,
        /// Whose work.
        annotator: Annotator,
        /// Articles that are open, or about to be: they have it already.
        open: Vec<Arc<str>>,
    },
    /// Write a sidecar.
    Save(Box<SaveRequest>),
    /// Write sets to another folder, as their own cannot be written.
    SaveCopies {
        /// The folder.
        folder: PathBuf,
        /// The sets.
        sets: Vec<(Document, AnnotationSet)>,
    },
    /// Write the workspace file, as [`super::save_schema`] does.
    SaveSchema {
        /// The workspace folder.
        root: PathBuf,
        /// What it is to hold.
        schema: Arc<Schema>,
        /// The file it grew from.
        known: KnownSchema,
    },
    /// Read these annotators' sets of an article, for looking at.
    LoadOthers {
        /// The workspace folder.
        root: PathBuf,
        /// The article.
        document: Document,
        /// Whose.
        annotators: Vec<Annotator>,
    },
    /// Read another copy of a sidecar of this article.
    LoadCopy {
        /// The article.
        document: Document,
        /// The copy.
        path: PathBuf,
    },
    /// Rename a copy that was merged, so that it is not taken for one that was not.
    SetCopyAside(PathBuf),
    /// Read the annotator's sidecars of this article that were set aside.
    LoadSetAside {
        /// The workspace folder.
        root: PathBuf,
        /// The article.
        document: Document,
        /// Whose.
        annotator: Annotator,
    },
    /// Keep the text of an article that is annotated, so that its annotations find their words when it is changed.
    KeepText(Document),
    /// Find what there is to review.
    Queue {
        /// The corpus.
        model: ReadModel,
        /// What is to be found.
        queueing: QueueOptions,
        /// What of it is taken.
        selection: QueueSelection,
    },
    /// Find the items of some articles of a queue again, in full.
    QueueItems {
        /// The corpus.
        model: ReadModel,
        /// How the queue was found.
        queueing: QueueOptions,
        /// Which articles.
        files: Vec<Arc<str>>,
    },
    /// Read the annotations at the far ends of links.
    ReadEnds {
        /// The corpus.
        model: ReadModel,
        /// Which.
        ends: Vec<EntryKey>,
    },
    /// Read the claims of the workspace, what else can be linked by the schema, and the links.
    ReadBoard {
        /// The corpus.
        model: ReadModel,
        /// What may be linked.
        schema: Arc<Schema>,
    },
    /// Make the claims of a board ready to be compared.
    SearchClaims(Arc<Board>),
    /// Find what reviewers decided otherwise than an annotator.
    Feedback {
        /// The corpus.
        model: ReadModel,
        /// Whose work.
        annotator: Annotator,
    },
    /// Find what filling the gold sets comes to.
    FillGold {
        /// The corpus.
        model: ReadModel,
        /// Which articles, by which rule.
        how: FillOptions,
    },
    /// Count who has done what.
    Progress(ReadModel),
    /// Work out how far these annotators agree; everybody when there are none.
    Agreement {
        /// The corpus.
        model: ReadModel,
        /// Whose work.
        annotators: Vec<Annotator>,
        /// Whose sets count although they are in progress.
        unfinished: Vec<Annotator>,
    },
    /// Hold everybody's work against that of a reference.
    Scores {
        /// The corpus.
        model: ReadModel,
        /// Against whom.
        reference: Annotator,
    },
    /// Export or import.
    Transfer {
        /// The workspace folder.
        root: PathBuf,
        /// What.
        request: Box<TransferRequest>,
    },
    /// Show the first rows of an export or import.
    Preview {
        /// The workspace folder.
        root: PathBuf,
        /// What.
        request: Box<TransferRequest>,
    },
    /// Write figures as tables, or an article as a page.
    Report {
        /// The workspace folder.
        root: PathBuf,
        /// What.
        request: Box<ReportRequest>,
    },
    /// Work on the registry of entities.
    Entities(Box<EntityRequest>),
}

impl Request {
    /// What kind of work it is.
    #[must_use]
    pub const fn kind(&self) -> JobKind {
        match self {
            Self::Scan(_) | Self::ScanFrom { .. } => JobKind::Scan,
            Self::Rescan(_) => JobKind::Rescan,
            Self::Watch(_) => JobKind::Watch,
            Self::Lock { .. } => JobKind::Lock,
            Self::ReadCorpus { .. } => JobKind::ReadCorpus,
            Self::ReadArticles { .. } => JobKind::ReadArticles,
            Self::Load(_) => JobKind::Load,
            Self::Reread { .. } => JobKind::Reread,
            Self::PreviewEncodings { .. } => JobKind::PreviewEncodings,
            Self::SetAside { .. } => JobKind::SetAside,
            Self::Keep(_) => JobKind::Keep,
            Self::Restore { .. } => JobKind::Restore,
            Self::Save(_) => JobKind::Save,
            Self::SaveCopies { .. } => JobKind::SaveCopies,
            Self::SaveSchema { .. } => JobKind::SaveSchema,
            Self::LoadOthers { .. } => JobKind::LoadOthers,
            Self::LoadCopy { .. } => JobKind::LoadCopy,
            Self::SetCopyAside(_) => JobKind::SetCopyAside,
            Self::LoadSetAside { .. } => JobKind::LoadSetAside,
            Self::KeepText(_) => JobKind::KeepText,
            Self::Queue { .. } => JobKind::Queue,
            Self::QueueItems { .. } => JobKind::QueueItems,
            Self::ReadEnds { .. } => JobKind::ReadEnds,
            Self::ReadBoard { .. } => JobKind::ReadBoard,
            Self::SearchClaims(_) => JobKind::SearchClaims,
            Self::Feedback { .. } => JobKind::Feedback,
            Self::FillGold { .. } => JobKind::FillGold,
            Self::Progress(_) => JobKind::Progress,
            Self::Agreement { .. } => JobKind::Agreement,
            Self::Scores { .. } => JobKind::Scores,
            Self::Transfer { .. } => JobKind::Transfer,
            Self::Report { .. } => JobKind::Report,
            Self::Preview { .. } => JobKind::Preview,
            Self::Entities(request) => JobKind::Entities(request.job()),
        }
    }
}
