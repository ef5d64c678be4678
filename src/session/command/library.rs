//! The workspace and its articles: opening them and moving among them.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{AnnotationId, Annotator};
use crate::session::{Effect, Now, Session};
use crate::text::Span;

/// The workspace and its articles: opening them and moving among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryCommand {
    /// Says who annotates from now on.
    SetAnnotator(Annotator),
    /// Opens a folder, or the folder of a file with that article.
    OpenWorkspace(PathBuf),
    /// Looks at the folder again.
    Rescan,
    /// Stops looking at the folder; what was open stays.
    CancelScan,
    /// Shows an article of the workspace.
    OpenArticle(Arc<str>),
    /// Opens an article and shows an annotation of it, whoever's it is.
    GoTo {
        /// The article.
        file: Arc<str>,
        /// The annotation.
        annotation: AnnotationId,
        /// Where it stands, where that is known.
        span: Option<Span>,
    },
}

impl LibraryCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::SetAnnotator(annotator) => session.set_annotator(annotator, now),
            Self::OpenWorkspace(path) => session.open_workspace(path),
            Self::Rescan => session.rescan(),
            Self::CancelScan => session.cancel_scan(),
            Self::OpenArticle(file) => session.open_article(file),
            Self::GoTo { file, annotation, span } => session.go_to(file, annotation, span),
        }
    }
}
