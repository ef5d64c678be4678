//! Reading an article and an annotator's annotations of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::bounded::{self, MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES};
use super::{LoadError, Stamp, article_path, sidecar_path, source_path};
use crate::format::article::{self, ArticleKind};
use crate::format::encoding::TextEncoding;
use crate::format::sidecar::{self, Earlier, SidecarError};
use crate::format::{Decoded, Issue};
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
    /// What could be read of it.
    pub partial: Option<AnnotationSet>,
}

/// A sidecar that was made for another version of the article.
#[derive(Clone, Debug)]
pub struct OutdatedSet {
    /// The sidecar.
    pub path: PathBuf,
    /// What it holds, every annotation as an orphan; and which version it was made for.
    pub earlier: Earlier,
}

impl OutdatedSet {
    /// What is wrong with it, where nothing is done about it, sentence case, no full stop.
    #[must_use]
    pub fn reason(&self) -> String {
        let count = self.earlier.set.orphans().len();
        format!(
            "The article was changed after it was annotated ({count} annotations): {}",
            self.path.display()
        )
    }
}

/// What an annotator has on an article.
#[derive(Clone, Debug)]
pub enum SetState {
    /// No sidecar.
    None,
    /// A sidecar, read; entries that could not be are kept in it.
    Ready(AnnotationSet),
    /// A sidecar of another version of the article.
    Outdated(Box<OutdatedSet>),
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
    let Decoded { value: document, mut issues } = document_of(root, file, std::slice::from_ref(annotator))?;
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
        _ => article::decode_as(&name, &bytes, CHOSEN.get().copied()),
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

/// The encoding that was chosen for every article of this run.
static CHOSEN: OnceLock<TextEncoding> = OnceLock::new();

/// Reads all articles of this run in an encoding, whatever their bytes look like; the first that is chosen stays.
pub fn choose_encoding(encoding: TextEncoding) {
    let _ = CHOSEN.set(encoding);
}

/// Reads the text of an article. Nothing is written.
///
/// Of a web page the frozen text is read where there is one, else the main text is extracted. An encoding that was chosen is kept
/// to: by [`choose_encoding`], else by the sidecar of any annotator where the bytes do not say by themselves.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn document(root: &Path, file: &str) -> Result<Decoded<Document>, LoadError> {
    document_of(root, file, &[])
}

/// The same, with the annotators whose sidecars are asked for the encoding first.
pub(super) fn document_of(
    root: &Path,
    file: &str,
    annotators: &[Annotator],
) -> Result<Decoded<Document>, LoadError> {
    let outside = || LoadError::Outside(file.to_owned());
    let path = article_path(root, file).ok_or_else(outside)?;
    let source = source_path(root, file).ok_or_else(outside)?;
    let read = |path: &Path| {
        let bytes = bounded::read_inside(root, path, MAX_ARTICLE_BYTES);
        bytes.map_err(|source| LoadError::Io { path: path.to_owned(), source })
    };
    let mut decoded = match read(&source)? {
        Some(bytes) => decode_chosen(root, file, &bytes, annotators),
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

/// A document in the encoding that was chosen for it, or for all; else in that which its bytes look like.
fn decode_chosen(root: &Path, file: &str, bytes: &[u8], annotators: &[Annotator]) -> Decoded<Document> {
    if let Some(chosen) = CHOSEN.get() {
        return article::decode_as(file, bytes, Some(*chosen));
    }
    let said = |annotators: &[Annotator]| annotators.iter().find_map(|who| said_encoding(root, file, who));
    let decoded = article::decode(file, bytes);
    let said = said(annotators).or_else(|| {
        // Only where the bytes leave a doubt is it worth looking who else has annotated it.
        let is_certain = decoded.issues.is_empty() && decoded.value.text.encoding().is_none();
        if is_certain { None } else { said(&other_annotators(root, file).unwrap_or_default()) }
    });
    let found = decoded.value.text.encoding().unwrap_or(TextEncoding::UTF_8.name());
    match said.filter(|said| said.name() != found) {
        Some(said) => article::decode_as(file, bytes, Some(said)),
        None => decoded,
    }
}

/// As much of a sidecar is looked at for what it says of its source, in bytes: it says so first.
const SOURCE_BYTES: usize = 2048;

/// The encoding that an annotator's sidecar says the article is in.
fn said_encoding(root: &Path, file: &str, annotator: &Annotator) -> Option<TextEncoding> {
    let path = sidecar_path(root, file, annotator)?;
    let bytes = bounded::read_inside(root, &path, MAX_SIDECAR_BYTES).ok()??;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SOURCE_BYTES)]);
    let source = head.split_once("\"source\"")?.1;
    let source = source.split_once('}').map_or(source, |(source, _)| source);
    let value = source.split_once("\"encoding\"")?.1.split_once(':')?.1.split('"').nth(1)?;
    TextEncoding::named(value)
}

fn decode_page(path: &Path, file: &str, bytes: &[u8]) -> Result<Decoded<Document>, LoadError> {
    let io = |error| LoadError::Io { path: path.to_owned(), source: io::Error::other(error) };
    article::decode_html(file, bytes, CHOSEN.get().copied()).map_err(io)
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
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match sidecar::decode(&bytes, document) {
        Ok(Decoded { value, issues }) => {
            let issues = summarised(issues, &name);
            if value.annotator == *annotator {
                return (SetState::Ready(value), stamp, issues);
            }
            let why = format!("it says it is {}'s, but its name says {annotator}", value.annotator);
            (blocked(path, &why, Some(value)), stamp, issues)
        }
        Err(error @ SidecarError::OtherSource { .. }) => match sidecar::decode_earlier(&bytes, document) {
            Ok(Decoded { value: earlier, issues }) if earlier.set.annotator == *annotator => {
                let issues = summarised(issues, &name);
                (SetState::Outdated(Box::new(OutdatedSet { path, earlier })), stamp, issues)
            }
            Ok(_) | Err(_) => (blocked(path, &error, None), stamp, Vec::new()),
        },
        Err(error) => (blocked(path, &error, None), stamp, Vec::new()),
    }
}

/// More issues of one sidecar than this are told as a number.
const MAX_LISTED_ISSUES: usize = 4;

fn summarised(mut issues: Vec<Issue>, name: &str) -> Vec<Issue> {
    for issue in &mut issues {
        issue.place = format!("{name}, {}", issue.place);
    }
    if issues.len() > MAX_LISTED_ISSUES {
        let what = format!("{} more entries are not as they should be", issues.len() - MAX_LISTED_ISSUES + 1);
        issues.truncate(MAX_LISTED_ISSUES - 1);
        issues.push(Issue::new(name, what, "each is kept in the file"));
    }
    issues
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
