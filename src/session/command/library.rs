//! The workspace and its articles: opening them and moving among them.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{AnnotationId, Annotator, ArticleDetails};
use crate::session::{Destination, Effect, Now, Session};
use crate::text::Span;

/// The workspace and its articles: opening them and moving among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryCommand {
    /// Says who annotates from now on.
    SetAnnotator(Annotator),
    /// Opens a folder, or the folder of a file with that article.
    OpenWorkspace(PathBuf),
    /// Opens a folder with an article of it, or its first one where that article is not there any more.
    Resume {
        /// The folder.
        folder: PathBuf,
        /// The article, relative to it.
        file: Arc<str>,
    },
    /// Looks at the folder again.
    Rescan,
    /// Stops looking at the folder; what was open stays.
    CancelScan,
    /// Shows an article of the workspace.
    OpenArticle(Arc<str>),
    /// Shows an article, and keeps the one on screen beside it.
    OpenBeside(Arc<str>),
    /// Shows two annotations of two articles side by side; the second is the one that is worked on.
    GoToBoth(Box<[Destination; 2]>),
    /// The article beside the one on screen is the one that is worked on.
    SwitchSides,
    /// Shows one article alone.
    CloseBeside,
    /// Keeps what was typed of the article on screen.
    SetDetails(Box<ArticleDetails>),
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
            Self::Resume { folder, file } => session.resume(folder, file),
            Self::Rescan => session.rescan(),
            Self::CancelScan => session.cancel_scan(),
            Self::OpenArticle(file) => session.choose_article(file),
            Self::SetDetails(details) => session.set_details(&details, now),
            Self::OpenBeside(file) => session.open_beside(file),
            Self::GoToBoth(both) => session.go_to_both(*both),
            Self::SwitchSides => session.switch_sides(),
            Self::CloseBeside => session.close_beside(),
            Self::GoTo { file, annotation, span } => session.go_to(Destination { file, annotation, span }),
        }
    }
}
