//! What a session asks of the world.

use std::path::PathBuf;
use std::sync::Arc;

use super::Order;
use crate::model::{AnnotationSet, Annotator, Document, Schema};
use crate::text::Span;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something went well.
    Done,
    /// Worth knowing.
    Info,
    /// Something is not as it should be; nothing is lost.
    Warning,
    /// Something failed.
    Error,
}

/// A word to the analyst: what happened, what was kept, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub severity: Severity,
    /// The word itself, sentence case.
    pub text: String,
}

/// One thing for the world to do; it answers with an [`super::Event`] where there is an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look at a folder.
    Scan(PathBuf),
    /// Stop looking.
    CancelScan,
    /// Read an article and the annotator's sidecar of it.
    Load {
        /// The workspace folder.
        root: PathBuf,
        /// The article, relative to it.
        file: Arc<str>,
        /// Whose annotations.
        annotator: Annotator,
    },
    /// Write a sidecar.
    Save {
        /// The workspace folder.
        root: PathBuf,
        /// The article it belongs to.
        document: Document,
        /// What it holds; cheap to pass on, annotations are shared.
        set: AnnotationSet,
        /// The position of the history this is, to be named in the answer.
        position: u64,
    },
    /// Write the workspace file.
    SaveSchema {
        /// The workspace folder.
        root: PathBuf,
        /// What it holds.
        schema: Arc<Schema>,
    },
    /// Rename a sidecar that cannot be used, then load the article again.
    SetAside {
        /// The workspace folder.
        root: PathBuf,
        /// The article.
        file: Arc<str>,
        /// The sidecar.
        path: PathBuf,
        /// Whose it is.
        annotator: Annotator,
        /// What to go on with; an empty set when nothing is said.
        keep: Option<Box<AnnotationSet>>,
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
    /// Find what there is to review.
    Queue {
        /// The workspace folder.
        root: PathBuf,
        /// Whose annotations.
        whom: Vec<Annotator>,
        /// Who reviews.
        reviewer: Annotator,
        /// Which articles; all when nothing.
        only: Option<Vec<Arc<str>>>,
        /// To be named in the answers.
        ticket: u64,
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
    /// Count who has done what in a workspace folder.
    Progress(PathBuf),
    /// Work out how far these annotators agree; everybody when there are none.
    Agreement {
        /// The workspace folder.
        root: PathBuf,
        /// Whose work.
        whom: Vec<Annotator>,
    },
    /// Stop looking for what there is to review.
    CancelQueue,
    /// Export or import, once everything asked for before is written.
    Transfer {
        /// The workspace folder.
        root: PathBuf,
        /// What.
        order: Box<Order>,
    },
    /// Show the first rows of an export or import.
    Preview {
        /// The workspace folder.
        root: PathBuf,
        /// What.
        order: Box<Order>,
    },
    /// Stop the export or import.
    CancelTransfer,
    /// Paths were chosen for the dialog that is open.
    Picked(Vec<PathBuf>),
    /// Remember who annotates.
    RememberAnnotator(Annotator),
    /// Remember an opened workspace.
    RememberWorkspace(PathBuf),
    /// Bring a stretch of text into view.
    Reveal(Span),
    /// Ask for a path in the window, the system having no dialog.
    AskPath,
    /// Close the window: all work is safe, or may be lost.
    Close,
    /// Tell the analyst.
    Notify(Notice),
}

impl Effect {
    pub(super) fn tell(severity: Severity, text: impl Into<String>) -> Self {
        Self::Notify(Notice { severity, text: text.into() })
    }
}
