//! Looking at a folder of articles.

mod listing;
mod progress;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

pub use listing::FolderListing;
pub use progress::ScanProgress;

use super::{ScanError, workspace};
use crate::format::article::{ArticleKind, source_file};
use crate::format::articles::ListedDetails;
use crate::format::{Decoded, Issue, sidecar};
use crate::model::{Annotator, KnownSchema};
use crate::words::text;

/// One article of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    /// Its file, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// When the file was last changed, in milliseconds since the epoch.
    pub modified: u64,
    /// Who has a sidecar of it, by name.
    pub annotators: Vec<Annotator>,
}

/// A folder of articles, as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// The folder, absolute.
    pub root: PathBuf,
    /// Its articles, by file.
    pub articles: Vec<ArticleFile>,
    /// What `articles.csv` says of them.
    pub details: Arc<ListedDetails>,
    /// Its workspace file; nothing when there is none, or it cannot be used.
    pub known_schema: KnownSchema,
    /// The article to show, where a file was asked for.
    pub select: Option<Arc<str>>,
    /// What was not as it should be.
    pub issues: Vec<Issue>,
}

/// So many articles of a folder are measured while it is listed, and of the others at once.
const FILES_AT_ONCE: usize = 256;

/// Looks at a folder, its folders, and theirs; asked for a file, at the folder it lies in.
///
/// Articles are `.txt`, `.md`, `.html` and `.htm`. Left out: what is hidden, sidecars, the guidelines, `README.md`, and the
/// frozen text of a web page that is there itself. Links are followed, but none that leads out of the folder; that one, and a
/// pipe or a device called as an article, is an issue. `progress` hears how many articles were found so far, and stops the
/// scan by giving `false`. Nothing is written.
///
/// # Errors
/// When `path` is not there or cannot be read, or the scan was stopped. A folder within it that cannot be read is an issue.
pub fn scan(path: &Path, progress: &mut dyn FnMut(usize) -> bool) -> Result<Workspace, ScanError> {
    ScanFolder::new(path)?.scan(&mut |found| progress(found.count()))
}

/// A folder that is about to be looked at, and what its own files say of it.
#[derive(Clone, Debug)]
pub struct ScanFolder {
    /// The folder, absolute.
    pub root: PathBuf,
    /// Its workspace file; nothing when there is none, or it cannot be used.
    pub known_schema: KnownSchema,
    /// What `articles.csv` says of its articles.
    pub details: Arc<ListedDetails>,
    /// The name of the file that was asked for.
    pub(super) asked: Option<String>,
    issues: Vec<Issue>,
}

impl ScanFolder {
    /// The folder at `path`, or that of the file at `path`.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub fn new(path: &Path) -> Result<Self, ScanError> {
        let io = |source| ScanError::Io { path: path.to_owned(), source };
        let path = std::path::absolute(path).map_err(io)?;
        let meta = fs::metadata(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => ScanError::Gone(path.clone()),
            _ => ScanError::Io { path: path.clone(), source: error },
        })?;
        let (root, asked) = match path.parent() {
            Some(parent) if !meta.is_dir() => (parent.to_owned(), path.file_name().and_then(OsStr::to_str)),
            _ => (path.clone(), None),
        };
        fs::read_dir(&root).map_err(|source| ScanError::Io { path: root.clone(), source })?;
        let asked = asked.map(str::to_owned);
        let Decoded { value: known_schema, mut issues } = workspace::look_at_schema(&root);
        let listed = workspace::listed_details(&root);
        issues.extend(listed.issues);
        Ok(Self { root, known_schema, details: Arc::new(listed.value), asked, issues })
    }

    /// Where the guidelines are, relative to the folder, if the workspace file says so.
    pub(super) fn guidelines(&self) -> Option<&str> {
        self.known_schema.schema.as_ref()?.guidelines.as_deref()
    }

    /// Finds the articles, as [`scan`] says. `progress` hears what was found so far, and stops it by giving `false`.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn scan(self, progress: &mut dyn FnMut(&ScanProgress) -> bool) -> Result<Workspace, ScanError> {
        let mut found = ScanProgress::default();
        let mut go_on = |found: &ScanProgress| {
            if progress(found) { Ok(()) } else { Err(ScanError::Stopped(self.root.clone())) }
        };
        while let Some(folders) = found.next_folders() {
            for folder in &folders {
                found.add(self.list(folder));
                go_on(&found)?;
            }
            for files in found.unmeasured() {
                found.set_measures(self.measure(&files));
                go_on(&found)?;
            }
        }
        Ok(self.finish(found))
    }

    /// The workspace, once all its folders are listed and all its articles measured.
    #[must_use]
    pub fn finish(self, found: ScanProgress) -> Workspace {
        let Self { root, known_schema, details, asked, mut issues } = self;
        let (articles, found) = found.finish();
        issues.extend(found);
        let select = asked.as_deref().and_then(|name| {
            let name = article_of(name);
            articles.iter().find(|a| *a.file == *name || source_file(&a.file) == name).map(|a| a.file.clone())
        });
        if let (Some(name), None) = (asked, &select) {
            issues.push(Issue::new(name, text("store-scan-no-article"), text("store-scan-no-article-hint")));
        }
        Workspace { root, articles, details, known_schema, select, issues }
    }
}

/// The article of a sidecar's name; any other name as it is.
pub(super) fn article_of(name: &str) -> &str {
    sidecar::parse_file_name(name).map_or(name, |(article, _)| article)
}

/// Whether a file, relative to the folder, is an article by its name; the frozen text of a web page looks like one.
pub(super) fn is_article(file: &str, guidelines: Option<&str>) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let is_guidelines = guidelines == Some(file) || file == "guidelines.md";
    ArticleKind::of(name).is_some() && !is_guidelines && !name.eq_ignore_ascii_case("readme.md")
}

/// An article by what the system says of its file; nobody is known to have annotated it.
pub(super) fn article(file: String, meta: Option<&fs::Metadata>) -> ArticleFile {
    let (bytes, modified) = measures(meta);
    ArticleFile { file: file.into(), bytes, modified, annotators: Vec::new() }
}

/// A file's length in bytes and when it was last changed, in milliseconds since the epoch; zeros where that is not known.
fn measures(meta: Option<&fs::Metadata>) -> (u64, u64) {
    meta.map_or((0, 0), |meta| {
        let since = meta.modified().ok().and_then(|m| m.duration_since(UNIX_EPOCH).ok());
        (meta.len(), since.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(u64::MAX)))
    })
}

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with('.'))
}
