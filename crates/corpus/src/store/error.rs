//! Why something could not be read or written.

use std::io;
use std::path::PathBuf;

use crate::format::entities::EntitiesError;
use crate::format::sidecar::EncodeError;
use crate::format::workspace::WorkspaceError;
use crate::model::Annotator;

/// Why a folder could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// It is not there.
    #[error("no such file or folder: {}", .0.display())]
    Gone(PathBuf),
    /// It was stopped.
    #[error("the scan was stopped: {}", .0.display())]
    Stopped(PathBuf),
    /// The system says no.
    #[error("the folder cannot be read ({source}): {}", path.display())]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Why an article could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It is not there, or no longer.
    #[error("the article is not there any more; rescan the folder: {}", .0.display())]
    Gone(PathBuf),
    /// Its name leads out of the workspace.
    #[error("the name leads out of the workspace: {0}")]
    Outside(String),
    /// It was stopped.
    #[error("reading the article was stopped: {0}")]
    Stopped(String),
    /// It is to be read otherwise, but somebody has annotated it as it was read.
    #[error("{who} has annotated the article as it is read now, so it is not read otherwise: {}", path.display())]
    Annotated {
        /// The text.
        path: PathBuf,
        /// Who.
        who: Annotator,
    },
    /// Another text of a web page is to be frozen, but what is there is none of the page as it is now.
    #[error("the text beside the page was not made from it as it is now; move it away to choose again: {}", .0.display())]
    OtherText(PathBuf),
    /// The system says no.
    #[error("the article cannot be read ({source}): {}", path.display())]
    Io {
        /// The article.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Why something could not be saved; what was on disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Another program wrote the file since it was read here.
    #[error("the file was changed by another program since it was read; it was left as it is: {}", .0.display())]
    Changed(PathBuf),
    /// The article's own bytes are no longer those the annotations were made for.
    #[error("the article itself has changed; its annotations were not written: {}", .0.display())]
    SourceChanged(PathBuf),
    /// The set cannot be written as a file.
    #[error("the annotations cannot be written as a file ({source}): {}", path.display())]
    Encode {
        /// The sidecar.
        path: PathBuf,
        /// What is wrong with them.
        source: EncodeError,
    },
    /// The workspace file on disk cannot be read, so it is not overwritten.
    #[error("the workspace file was left as it is, because {source}: {}", path.display())]
    Workspace {
        /// The workspace file.
        path: PathBuf,
        /// What is wrong with it.
        source: WorkspaceError,
    },
    /// An entities file on disk cannot be read, so it is not overwritten.
    #[error("the file of entities was left as it is, because {source}: {}", path.display())]
    Entities {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: EntitiesError,
    },
    /// The article's name leads out of the workspace.
    #[error("the name leads out of the workspace: {0}")]
    Outside(String),
    /// The system says no: a read-only folder, a full disk.
    #[error("the file cannot be written ({source}); nothing on disk was changed: {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}
