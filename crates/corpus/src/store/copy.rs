//! Other copies of a sidecar, or of a part of the registry: of a sync conflict, a second laptop, a backup.

use std::io;
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_SIDECAR_BYTES};
use super::siblings::siblings;
use crate::format::Decoded;
use crate::format::entities::{self, EntitiesError};
use crate::format::sidecar::{self, Earlier, SidecarError};
use crate::model::{AnnotationSet, Annotator, Document, RegistryPart};
use crate::words::{say, shown, system};

/// Why a copy cannot be used; it is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// It is not there.
    #[error("{}", say!("store-copy-gone", path = shown(.0.display())))]
    Gone(PathBuf),
    /// The system says no.
    #[error("{}", say!("store-copy-io", error = system(source), path = shown(path.display())))]
    Io {
        /// The copy.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is no sidecar.
    #[error("{}", say!("store-copy-unusable", error = shown(source), path = shown(path.display())))]
    Sidecar {
        /// The copy.
        path: PathBuf,
        /// What is wrong with it.
        source: SidecarError,
    },
    /// It is no file of entities.
    #[error("{}", say!("store-copy-unusable", error = shown(source), path = shown(path.display())))]
    Entities {
        /// The copy.
        path: PathBuf,
        /// What is wrong with it.
        source: EntitiesError,
    },
}

/// Folder, article and annotator of a sidecar that lies in its place; nothing when its name is none of a sidecar.
#[must_use]
pub fn parse_sidecar_path(path: &Path) -> Option<(PathBuf, String, Annotator)> {
    let (file, annotator) = sidecar::parse_file_name(path.file_name()?.to_str()?)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Some((folder.unwrap_or_else(|| Path::new(".")).to_owned(), file.to_owned(), annotator))
}

/// A copy as it was read.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadCopy {
    /// Of this version of the article.
    Current(Box<AnnotationSet>),
    /// Of another version.
    Outdated(Box<Earlier>),
}

/// Reads a copy of a sidecar, wherever it lies and however it is called.
///
/// # Errors
/// When it is not there, cannot be read, or is not a sidecar.
pub fn read_copy(path: &Path, document: &Document) -> Result<Decoded<ReadCopy>, CopyError> {
    let bytes = bytes_of(path)?;
    let read = match sidecar::decode(&bytes, document) {
        Err(SidecarError::OtherSource { .. }) => sidecar::decode_earlier(&bytes, document)
            .map(|earlier| earlier.map(|earlier| ReadCopy::Outdated(Box::new(earlier)))),
        read => read.map(|set| set.map(|set| ReadCopy::Current(Box::new(set)))),
    };
    read.map_err(|source| CopyError::Sidecar { path: path.to_owned(), source })
}

/// Reads a copy of a part of the registry, wherever it lies and however it is called.
///
/// # Errors
/// When it is not there, cannot be read, or is no file of entities.
pub fn read_part_copy(path: &Path) -> Result<Decoded<RegistryPart>, CopyError> {
    let read = entities::decode(&bytes_of(path)?);
    read.map_err(|source| CopyError::Entities { path: path.to_owned(), source })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, CopyError> {
    let bytes = bounded::read(path, MAX_SIDECAR_BYTES);
    let bytes = bytes.map_err(|source| CopyError::Io { path: path.to_owned(), source })?;
    bytes.ok_or_else(|| CopyError::Gone(path.to_owned()))
}

/// Other copies of an annotator's sidecar of an article, beside it, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn copies(root: &Path, file: &str, annotator: &Annotator) -> io::Result<Vec<PathBuf>> {
    let found = siblings(root, file, parse_copy_name)?;
    Ok(found.into_iter().filter(|(_, whose)| whose == annotator).map(|(path, _)| path).collect())
}

/// The article and annotator of another copy of a sidecar that is none itself.
fn parse_copy_name(name: &str) -> Option<(&str, Annotator)> {
    let is_sidecar = sidecar::parse_file_name(name).is_some();
    sidecar::parse_copy_name(name).filter(|_| !is_sidecar)
}
