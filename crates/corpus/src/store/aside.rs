//! Sidecars that were set aside: they stay beside their article, and can be looked at and brought back.

use std::io;
use std::path::{Path, PathBuf};

use super::article_path;
use crate::format::sidecar;
use crate::model::Annotator;

/// The sidecars of an annotator's annotations of an article that were set aside, the oldest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn list_set_aside(root: &Path, file: &str, annotator: &Annotator) -> io::Result<Vec<PathBuf>> {
    let Some(path) = article_path(root, file) else { return Ok(Vec::new()) };
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name_of = entry.file_name();
        let parsed = name_of.to_str().and_then(sidecar::parse_set_aside_name);
        if parsed.is_some_and(|(article, whose)| article == name && whose == *annotator) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file is a sidecar that was set aside, by its name.
#[must_use]
pub fn is_set_aside(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).and_then(sidecar::parse_set_aside_name).is_some()
}
