//! A copy of a set in another folder, where its own cannot be written.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SaveError, article_path, write};
use crate::format::sidecar;
use crate::model::{AnnotationSet, Document};

/// Writes a set as a sidecar below `folder`, which is made where it is not there, in the same place as in its workspace; what
/// lies there already stays, and the copy gets a number.
///
/// # Errors
/// When the set cannot be encoded, or the system says no.
pub fn save_copy(folder: &Path, document: &Document, set: &AnnotationSet) -> Result<PathBuf, SaveError> {
    let outside = || SaveError::Outside(document.file.to_string());
    for n in 1..1000 {
        let more = if n == 1 { String::new() } else { format!(" (copy {n})") };
        let name = sidecar::file_name(&document.file, &set.annotator);
        let name = name.strip_suffix(".json").map_or(name.clone(), |name| format!("{name}{more}.json"));
        let path = article_path(folder, &name).ok_or_else(outside)?;
        let io = |source| SaveError::Io { path: path.clone(), source };
        let bytes = sidecar::encode(set, document);
        let bytes = bytes.map_err(|source| SaveError::Encode { path: path.clone(), source })?;
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(io)?;
        }
        match write::create(&path, &bytes) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(io(error)),
            Ok(()) => return Ok(path),
        }
    }
    let path = folder.to_owned();
    Err(SaveError::Io { path, source: std::io::ErrorKind::AlreadyExists.into() })
}
