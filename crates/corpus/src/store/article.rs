//! Reading an article and an annotator's annotations of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES};
use super::{LoadError, Stamp, article_path, sidecar_path, source_path};
use crate::format::article::{self, ArticleKind};
use crate::format::{Decoded, Issue, sidecar};
use crate::model::{AnnotationSet, Annotator, Document};

/// An article as read from disk.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Its text.
    pub document: Document,
    /// The annotator's annotations of it.
    pub set: SetState,
    /// What the sidecar was when it was read; to be given to [`super::save`].
    pub stamp: Stamp,
    /// What was not as it should be, in the article and in the sidecar.
    pub issues: Vec<Issue>,
}

/// A sidecar that cannot be used, so that the article must not be annotated until the analyst decides.
#[derive(Clone, Debug)]
pub struct BlockedSet {
    /// The sidecar.
    pub path: PathBuf,
    /// What is wrong with it, in words.
    pub reason: String,
    /// What could be read of it: of another version of the article, the annotations that still fit.
    pub partial: Option<AnnotationSet>,
}

/// What an annotator has on an article.
#[derive(Clone, Debug)]
pub enum SetState {
    /// No sidecar.
    None,
    /// A sidecar, read; entries that could not be are kept in it.
    Ready(AnnotationSet),
    /// A sidecar that cannot be used; it is left as it is.
    Blocked(BlockedSet),
}

/// Reads an article, and the annotator's sidecar of it where there is one. Nothing is written.
///
/// Of a web page the frozen text is read where there is one, else the main text is extracted.
///
/// # Errors
/// When the article is not there or cannot be read. A sidecar that cannot be read is [`SetState::Blocked`].
pub fn load(root: &Path, file: &str, annotator: &Annotator) -> Result<Loaded, LoadError> {
    let Decoded { value: document, mut issues } = document(root, file)?;
    let (set, stamp, found) = read_set(root, &document, annotator);
    issues.extend(found);
    Ok(Loaded { document, set, stamp, issues })
}

/// Reads one file as an article, wherever it lies and however it is called.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn read_article(path: &Path) -> Result<Document, LoadError> {
    let io = |source| LoadError::Io { path: path.to_owned(), source };
    let bytes = bounded::read(path, MAX_ARTICLE_BYTES)
        .map_err(io)?
        .ok_or_else(|| LoadError::Gone(path.to_owned()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let decoded = match ArticleKind::of(&name) {
        Some(ArticleKind::Html) => decode_page(path, &name, &bytes)?,
        _ => article::decode(&name, &bytes),
    };
    for issue in &decoded.issues {
        log::warn!("{issue} ({})", path.display());
    }
    Ok(decoded.value)
}

/// Whether there is a folder at `path`.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Reads the text of an article. Nothing is written.
///
/// Of a web page the frozen text is read where there is one, else the main text is extracted.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn document(root: &Path, file: &str) -> Result<Decoded<Document>, LoadError> {
    let outside = || LoadError::Outside(file.to_owned());
    let path = article_path(root, file).ok_or_else(outside)?;
    let source = source_path(root, file).ok_or_else(outside)?;
    let read = |path: &Path| {
        let bytes = bounded::read_inside(root, path, MAX_ARTICLE_BYTES);
        bytes.map_err(|source| LoadError::Io { path: path.to_owned(), source })
    };
    let mut decoded = match read(&source)? {
        Some(bytes) => article::decode(file, &bytes),
        None if ArticleKind::of(file) == Some(ArticleKind::Html) => {
            let bytes = read(&path)?.ok_or_else(|| LoadError::Gone(path.clone()))?;
            decode_page(&path, file, &bytes)?
        }
        None => return Err(LoadError::Gone(path)),
    };
    for issue in &mut decoded.issues {
        file.clone_into(&mut issue.place);
    }
    Ok(decoded)
}

fn decode_page(path: &Path, file: &str, bytes: &[u8]) -> Result<Decoded<Document>, LoadError> {
    let io = |error| LoadError::Io { path: path.to_owned(), source: io::Error::other(error) };
    article::decode_html(file, bytes).map_err(io)
}

/// Reads an annotator's sidecar of an article: their own, or a colleague's to look at.
///
/// Gives the set, what the sidecar's bytes were, and what was not as it should be in it.
#[must_use]
pub fn read_set(root: &Path, document: &Document, annotator: &Annotator) -> (SetState, Stamp, Vec<Issue>) {
    let Some(path) = sidecar_path(root, &document.file, annotator) else {
        return (SetState::None, Stamp::default(), Vec::new());
    };
    let bytes = match bounded::read_inside(root, &path, MAX_SIDECAR_BYTES) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (SetState::None, Stamp::default(), Vec::new()),
        Err(error) => return (blocked(path, &error, None), Stamp::default(), Vec::new()),
    };
    let stamp = Stamp::of(&bytes);
    match sidecar::decode(&bytes, document) {
        Ok(Decoded { value, mut issues }) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            for issue in &mut issues {
                issue.place = format!("{name}, {}", issue.place);
            }
            summarise(&mut issues, &name);
            if value.annotator == *annotator {
                return (SetState::Ready(value), stamp, issues);
            }
            let why = format!("it says it is {}'s, but its name says {annotator}", value.annotator);
            (blocked(path, &why, Some(value)), stamp, issues)
        }
        Err(error) => {
            let partial = sidecar::decode_for_other_source(&bytes, document).ok().map(|d| d.value);
            (blocked(path, &error, partial), stamp, Vec::new())
        }
    }
}

/// More issues of one sidecar than this are told as a number.
const MAX_LISTED_ISSUES: usize = 4;

fn summarise(issues: &mut Vec<Issue>, name: &str) {
    if issues.len() > MAX_LISTED_ISSUES {
        let what = format!("{} more entries are not as they should be", issues.len() - MAX_LISTED_ISSUES + 1);
        issues.truncate(MAX_LISTED_ISSUES - 1);
        issues.push(Issue::new(name, what, "each is kept in the file"));
    }
}

fn blocked(path: PathBuf, why: &dyn std::fmt::Display, partial: Option<AnnotationSet>) -> SetState {
    let reason =
        format!("The annotations cannot be used: {why}. The file is left as it is: {}", path.display());
    SetState::Blocked(BlockedSet { path, reason, partial })
}

/// Everybody who has a sidecar of an article, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn other_annotators(root: &Path, file: &str) -> io::Result<Vec<Annotator>> {
    let Some(path) = article_path(root, file) else { return Ok(Vec::new()) };
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|n| n.to_str())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?.file_name();
        let parsed = entry.to_str().and_then(sidecar::parse_file_name);
        found.extend(parsed.filter(|(article, _)| *article == name).map(|(_, annotator)| annotator));
    }
    found.sort();
    Ok(found)
}
