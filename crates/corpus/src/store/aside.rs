//! Sidecars that were set aside: they stay beside their article, and can be looked at and brought back.

use std::io;
use std::path::{Path, PathBuf};

use super::siblings::siblings;
use crate::format::sidecar;
use crate::model::Annotator;

/// The sidecars of an annotator's annotations of an article that were set aside, the oldest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn list_set_aside(root: &Path, file: &str, annotator: &Annotator) -> io::Result<Vec<PathBuf>> {
    let found = siblings(root, file, sidecar::parse_set_aside_name)?;
    Ok(found.into_iter().filter(|(_, whose)| whose == annotator).map(|(path, _)| path).collect())
}

/// Whether a file is a sidecar that was set aside, by its name.
#[must_use]
pub fn is_set_aside(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).and_then(sidecar::parse_set_aside_name).is_some()
}
