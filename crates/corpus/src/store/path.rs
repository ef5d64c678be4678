//! Where things lie in a workspace.

use std::path::{Component, Path, PathBuf};

use crate::format::{article, sidecar};
use crate::model::Annotator;

/// The file of an article; nothing when its name (relative, `/` between folders) leads out of the workspace.
#[must_use]
pub fn article_path(root: &Path, file: &str) -> Option<PathBuf> {
    let inside = Path::new(file).components().all(|c| matches!(c, Component::Normal(_)));
    (inside && !file.is_empty()).then(|| root.join(file))
}

/// The file whose characters an article's offsets count: itself, or the frozen text of a web page.
#[must_use]
pub fn source_path(root: &Path, file: &str) -> Option<PathBuf> {
    article_path(root, &article::source_file(file))
}

/// The sidecar of an annotator's annotations of an article.
#[must_use]
pub fn sidecar_path(root: &Path, file: &str, annotator: &Annotator) -> Option<PathBuf> {
    article_path(root, &sidecar::file_name(file, annotator))
}
