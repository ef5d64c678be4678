//! Looking at a folder of articles.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use walkdir::{DirEntry, WalkDir};

use super::bounded::{self, special_name};
use super::{ScanError, workspace};
use crate::format::article::{ArticleKind, source_file};
use crate::format::articles::ListedDetails;
use crate::format::{Decoded, Issue, sidecar};
use crate::model::{Annotator, KnownSchema};
use crate::words::{Language, language, say, shown, system, text};

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

/// Files found between two calls of `progress`.
const FILES_PER_PROGRESS_REPORT: usize = 256;

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
        let guidelines = self.guidelines().map(str::to_owned);
        let Self { root, known_schema, details, asked, mut issues } = self;
        let mut found = ScanProgress::default();
        let walk = WalkDir::new(&root).follow_links(true).into_iter();
        let mut walk = walk.filter_entry(|e| e.depth() == 0 || !is_hidden(e.file_name()));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry)
                    if entry.depth() > 0
                        && entry.path_is_symlink()
                        && leads_out(&root, &entry, &mut issues) =>
                {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_file() => {
                    found.add(&root, &entry, guidelines.as_deref(), &mut issues);
                }
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => tell_of_special(&root, &entry, &mut issues),
                Err(error) => {
                    issues.push(Issue::new(
                        place(&root, &error),
                        walk_words(&error),
                        text("store-scan-left-out"),
                    ));
                }
            }
            if found.seen.is_multiple_of(FILES_PER_PROGRESS_REPORT) && !progress(&found) {
                return Err(ScanError::Stopped(root));
            }
        }
        let articles = found.finish();
        let select = asked.as_deref().and_then(|name| {
            let name = article_of(name);
            articles.iter().find(|a| *a.file == *name || source_file(&a.file) == name).map(|a| a.file.clone())
        });
        if let (Some(name), None) = (asked, &select) {
            issues.push(Issue::new(name, text("store-scan-no-article"), text("store-scan-no-article-hint")));
        }
        Ok(Workspace { root, articles, details, known_schema, select, issues })
    }
}

/// The article of a sidecar's name; any other name as it is.
pub(super) fn article_of(name: &str) -> &str {
    sidecar::parse_file_name(name).map_or(name, |(article, _)| article)
}

/// What a walk has met so far.
#[derive(Clone, Debug, Default)]
pub struct ScanProgress {
    seen: usize,
    articles: Vec<ArticleFile>,
    sidecars: HashMap<String, Vec<Annotator>>,
    /// Each once: most have many sidecars.
    annotators: HashSet<Annotator>,
}

impl ScanProgress {
    /// How many articles.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.articles.len()
    }

    /// The articles, by file, with the sidecars that were met.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleFile> {
        self.clone().finish()
    }

    fn add(&mut self, root: &Path, entry: &DirEntry, guidelines: Option<&str>, issues: &mut Vec<Issue>) {
        self.seen += 1;
        let Some(file) = relative(root, entry.path()) else {
            let (what, hint) = (text("store-scan-name"), text("store-scan-name-hint"));
            issues.push(Issue::new(shown(entry.path().display()), what, hint));
            return;
        };
        if let Some((article, annotator)) = sidecar::parse_file_name(&file) {
            let known = self.annotators.get(&annotator).cloned();
            let annotator = known.unwrap_or_else(|| {
                self.annotators.insert(annotator.clone());
                annotator
            });
            self.sidecars.entry(article.to_owned()).or_default().push(annotator);
            return;
        }
        if let Some((article, annotator)) = sidecar::parse_copy_name(&file) {
            let what = say!("store-scan-copy", annotator = annotator.as_str(), article = article);
            let hint = say!("store-scan-copy-hint", file = file.as_str());
            issues.push(Issue::new(&*file, what, hint));
            return;
        }
        if is_article(&file, guidelines) {
            self.articles.push(article(file, entry.metadata().ok().as_ref()));
        }
    }

    fn finish(mut self) -> Vec<ArticleFile> {
        let pages = self.articles.iter().filter(|a| ArticleKind::of(&a.file) == Some(ArticleKind::Html));
        let frozen: HashSet<String> = pages.map(|a| source_file(&a.file)).collect();
        self.articles.retain(|a| !frozen.contains(&*a.file));
        self.articles.sort_by(|a, b| a.file.cmp(&b.file));
        for article in &mut self.articles {
            article.annotators = self.sidecars.remove(&*article.file).unwrap_or_default();
            article.annotators.sort();
            article.annotators.shrink_to_fit();
        }
        self.articles
    }
}

/// Whether a link leads out of the workspace, which is told.
fn leads_out(root: &Path, link: &DirEntry, issues: &mut Vec<Issue>) -> bool {
    let Err(error) = bounded::within(root, link.path()) else { return false };
    let name = relative(root, link.path()).unwrap_or_else(|| link.path().display().to_string());
    issues.push(Issue::new(name, say!("store-scan-link", error = system(&error)), ""));
    true
}

/// A pipe, a socket or a device that is called as an article or a sidecar is told of.
fn tell_of_special(root: &Path, entry: &DirEntry, issues: &mut Vec<Issue>) {
    let Some(file) = relative(root, entry.path()) else { return };
    if ArticleKind::of(&file).is_some() || sidecar::parse_file_name(&file).is_some() {
        let what = say!("store-scan-special", what = special_name(entry.file_type()));
        issues.push(Issue::new(file, what, text("store-scan-special-hint")));
    }
}

/// Whether a file, relative to the folder, is an article by its name; the frozen text of a web page looks like one.
pub(super) fn is_article(file: &str, guidelines: Option<&str>) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let is_guidelines = guidelines == Some(file) || file == "guidelines.md";
    ArticleKind::of(name).is_some() && !is_guidelines && !name.eq_ignore_ascii_case("readme.md")
}

/// An article by what the system says of its file; nobody is known to have annotated it.
pub(super) fn article(file: String, meta: Option<&fs::Metadata>) -> ArticleFile {
    let (bytes, modified) = meta.map_or((0, 0), |meta| {
        let since = meta.modified().ok().and_then(|m| m.duration_since(UNIX_EPOCH).ok());
        (meta.len(), since.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(u64::MAX)))
    });
    ArticleFile { file: file.into(), bytes, modified, annotators: Vec::new() }
}

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with('.'))
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?.to_str()?;
    Some(if MAIN_SEPARATOR == '/' { below.to_owned() } else { below.replace(MAIN_SEPARATOR, "/") })
}

/// What is wrong on a walk; in English with the path, which is the place too.
fn walk_words(error: &walkdir::Error) -> String {
    match error.io_error() {
        Some(io) if language() != Language::English => system(io),
        _ => error.to_string(),
    }
}

fn place(root: &Path, error: &walkdir::Error) -> String {
    error.path().unwrap_or(root).display().to_string()
}
