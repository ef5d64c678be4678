//! Files beside an article that are named after it.

use std::io;
use std::path::{Path, PathBuf};

use super::article_path;
use crate::model::Annotator;

/// The files beside an article whose names speak of it, by path, each with the annotator it is of; `parse` gives article and
/// annotator of a file's name.
pub(super) fn siblings(
    root: &Path,
    file: &str,
    parse: fn(&str) -> Option<(&str, Annotator)>,
) -> io::Result<Vec<(PathBuf, Annotator)>> {
    let Some(path) = article_path(root, file) else { return Ok(Vec::new()) };
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let entry_name = entry.file_name();
        let parsed = entry_name.to_str().and_then(parse).filter(|(article, _)| *article == name);
        found.extend(parsed.map(|(_, annotator)| (entry.path(), annotator)));
    }
    found.sort();
    Ok(found)
}
