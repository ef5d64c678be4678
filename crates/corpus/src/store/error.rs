//! Why something could not be read or written.

use std::io;
use std::path::PathBuf;

use crate::format::entities::EntitiesError;
use crate::format::sidecar::EncodeError;
use crate::format::workspace::WorkspaceError;
use crate::model::Annotator;
use crate::words::{say, shown, system};

/// Why a folder could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// It is not there.
    #[error("{}", say!("store-scan-gone", path = shown(.0.display())))]
    Gone(PathBuf),
    /// It was stopped.
    #[error("{}", say!("store-scan-stopped", path = shown(.0.display())))]
    Stopped(PathBuf),
    /// The system says no.
    #[error("{}", say!("store-scan-io", error = system(source), path = shown(path.display())))]
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
    #[error("{}", say!("store-load-gone", path = shown(.0.display())))]
    Gone(PathBuf),
    /// Its name leads out of the workspace.
    #[error("{}", say!("store-outside", file = .0.as_str()))]
    Outside(String),
    /// It was stopped.
    #[error("{}", say!("store-load-stopped", file = .0.as_str()))]
    Stopped(String),
    /// It is to be read otherwise, but somebody has annotated it as it was read.
    #[error("{}", say!("store-load-annotated", annotator = who.as_str(), path = shown(path.display())))]
    Annotated {
        /// The text.
        path: PathBuf,
        /// Who.
        who: Annotator,
    },
    /// Another text of a web page is to be frozen, but what is there is none of the page as it is now.
    #[error("{}", say!("store-load-other-text", path = shown(.0.display())))]
    OtherText(PathBuf),
    /// The system says no.
    #[error("{}", say!("store-load-io", error = system(source), path = shown(path.display())))]
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
    #[error("{}", say!("store-save-changed", path = shown(.0.display())))]
    Changed(PathBuf),
    /// The article's own bytes are no longer those the annotations were made for.
    #[error("{}", say!("store-save-source-changed", path = shown(.0.display())))]
    SourceChanged(PathBuf),
    /// The set cannot be written as a file.
    #[error("{}", say!("store-save-encode", error = shown(source), path = shown(path.display())))]
    Encode {
        /// The sidecar.
        path: PathBuf,
        /// What is wrong with them.
        source: EncodeError,
    },
    /// The workspace file on disk cannot be read, so it is not overwritten.
    #[error("{}", say!("store-save-workspace", error = shown(source), path = shown(path.display())))]
    Workspace {
        /// The workspace file.
        path: PathBuf,
        /// What is wrong with it.
        source: WorkspaceError,
    },
    /// An entities file on disk cannot be read, so it is not overwritten.
    #[error("{}", say!("store-save-entities", error = shown(source), path = shown(path.display())))]
    Entities {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: EntitiesError,
    },
    /// The article's name leads out of the workspace.
    #[error("{}", say!("store-outside", file = .0.as_str()))]
    Outside(String),
    /// The system says no: a read-only folder, a full disk.
    #[error("{}", say!("store-save-io", error = system(source), path = shown(path.display())))]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl SaveError {
    /// What is wrong with the file, which is named beside it.
    pub(super) fn why(&self) -> String {
        match self {
            Self::Encode { source, .. } => source.to_string(),
            Self::Workspace { source, .. } => source.to_string(),
            Self::Entities { source, .. } => source.to_string(),
            Self::Io { source, .. } => system(source),
            Self::Changed(_) | Self::SourceChanged(_) | Self::Outside(_) => self.to_string(),
        }
    }
}
