//! Where imported records go: which article of a workspace each speaks of, and its sidecar.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_ARTICLE_BYTES};
use super::{LoadError, SaveError, ScanError, SetState, article, read_set, save, scan, write};
use crate::format::article::ArticleKind;
use crate::format::encoding;
use crate::format::exchange::Record;
use crate::model::{Annotation, AnnotationSet, Annotator, Document};

/// Why a record found no place.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It names no article, or one that is not there, and has no text.
    #[error("it has no text, and the workspace has no article “{0}”")]
    NoArticle(String),
    /// The annotator's sidecar cannot be used.
    #[error("{0}")]
    Blocked(String),
    /// The article cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The sidecar, or the article, cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// How often annotations are added anew where another program wrote the sidecar meanwhile.
const ATTEMPTS: usize = 3;

/// A workspace that takes records in.
#[derive(Debug)]
pub struct ImportTarget {
    root: PathBuf,
    /// Articles by the hash of their text.
    by_text: HashMap<String, String>,
}

/// Opens a file to be imported; it is read without a buffer.
///
/// # Errors
/// When it is no file but a pipe, a device or the like, which may never end; or the system says no.
pub fn open(path: &Path) -> io::Result<impl Read + use<>> {
    bounded::open(path)
}

/// The files meant by paths: a folder stands for all files in it, and in its folders, whose names end so.
///
/// # Errors
/// When a path is not there, or a folder cannot be read.
pub fn files_of(paths: &[PathBuf], ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            std::fs::metadata(path)
                .map_err(|e| io::Error::new(e.kind(), format!("{e}: {}", path.display())))?;
            files.push(path.clone());
            continue;
        }
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(io::Error::other)?;
            if entry.file_type().is_file() && entry.path().extension().is_some_and(|e| e == ending) {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

/// The bytes of a file beside another: the same name with another ending.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> Option<Vec<u8>> {
    bounded::read(&path.with_extension(ending), MAX_ARTICLE_BYTES).ok().flatten()
}

impl ImportTarget {
    /// Looks at the workspace's articles while `go_on` says so.
    ///
    /// # Errors
    /// When the folder cannot be looked at, or it was stopped.
    pub fn open(root: &Path, go_on: &dyn Fn() -> bool) -> Result<Self, ScanError> {
        let found = scan(root, &mut |_| go_on())?;
        let mut by_text = HashMap::new();
        for entry in &found.articles {
            if !go_on() {
                return Err(ScanError::Stopped(found.root));
            }
            if let Ok(document) = article::document(&found.root, &entry.file) {
                by_text
                    .entry(text_hash(document.value.text.as_str()))
                    .or_insert_with(|| entry.file.to_string());
            }
        }
        Ok(Self { root: found.root, by_text })
    }

    /// The article a record speaks of: one of the same text, or the one it names; else none is there yet.
    ///
    /// A record without a text may name its article by an address or a path on another machine: what follows some `/` of
    /// it is the article's file then.
    ///
    /// # Errors
    /// When the article cannot be read.
    pub fn find(&self, record: &Record) -> Result<Option<Document>, LoadError> {
        let same = record.text.as_deref().and_then(|text| self.by_text.get(&text_hash(text)));
        let is_here = |file: &&str| {
            super::article_path(&self.root, file).is_some_and(|p| p.is_file())
                && ArticleKind::of(file).is_some()
        };
        let ends = |file| std::iter::successors(Some(file), |rest: &&str| Some(rest.split_once('/')?.1));
        let few = if record.text.is_some() { 1 } else { usize::MAX };
        let named = record.file.as_deref().and_then(|file| ends(file).take(few).find(is_here));
        let Some(file) = same.map(String::as_str).or(named) else { return Ok(None) };
        Ok(Some(article::document(&self.root, file)?.value))
    }

    /// The same, and where there is none, an article of the record's text, written into the workspace.
    ///
    /// # Errors
    /// When there is no text, or the system says no.
    pub fn place(&mut self, record: &Record) -> Result<Document, ImportError> {
        if let Some(document) = self.find(record)? {
            return Ok(document);
        }
        let asked = record.file.clone().unwrap_or_default();
        let text = record.text.as_deref().ok_or(ImportError::NoArticle(asked))?;
        if let Some(file) = own_path(&self.root, record) {
            let path = self.root.join(&file);
            let io = |source| SaveError::Io { path: path.clone(), source };
            let real = bounded::inside(&self.root, &path).map_err(io)?;
            if let Some(folder) = real.parent() {
                std::fs::create_dir_all(folder).map_err(io)?;
            }
            match write::create(&real, text.as_bytes()) {
                Ok(()) => {
                    self.by_text.insert(text_hash(text), file.clone());
                    return Ok(article::document(&self.root, &file)?.value);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(io(source).into()),
            }
        }
        let name = file_name(record);
        for n in 0..10_000 {
            let file = if n == 0 { format!("{name}.txt") } else { format!("{name}-{n}.txt") };
            match write::create(&self.root.join(&file), text.as_bytes()) {
                Ok(()) => {
                    self.by_text.insert(text_hash(text), file.clone());
                    return Ok(article::document(&self.root, &file)?.value);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(SaveError::Io { path: self.root.join(file), source }.into()),
            }
        }
        Err(ImportError::NoArticle(name))
    }

    /// Adds annotations to the annotator's set of an article; those that are there already stay as they are. Gives how
    /// many are new.
    ///
    /// # Errors
    /// When the sidecar that is there cannot be used, or the system says no.
    pub fn add(
        &self,
        document: &Document,
        annotator: &Annotator,
        new: &AnnotationSet,
    ) -> Result<usize, ImportError> {
        // Another program may write between the look at the sidecar and its being written.
        let mut attempts = 1;
        loop {
            match self.add_once(document, annotator, new) {
                Err(ImportError::Save(SaveError::Changed(_))) if attempts < ATTEMPTS => attempts += 1,
                added => return added,
            }
        }
    }

    fn add_once(
        &self,
        document: &Document,
        annotator: &Annotator,
        new: &AnnotationSet,
    ) -> Result<usize, ImportError> {
        let (state, stamp, _) = read_set(&self.root, document, annotator);
        let mut set = match state {
            SetState::None => AnnotationSet::new(annotator.clone()),
            SetState::Ready(set) => set,
            SetState::Blocked(blocked) => return Err(ImportError::Blocked(blocked.reason)),
        };
        let added = new.annotations().iter().filter(|a| set.get(&a.id).is_none());
        let added: Vec<Annotation> = added.map(|a| a.as_ref().clone()).collect();
        let count = added.len();
        set.insert_all(added);
        for relation in new.relations() {
            if set.relation(&relation.id).is_none() {
                set.insert_relation(relation.clone());
            }
        }
        save(&self.root, document, &set, &stamp)?;
        Ok(count)
    }
}

fn text_hash(text: &str) -> String {
    encoding::sha256(text.as_bytes())
}

/// The path a record names, where a new article of the workspace may stand there.
fn own_path(root: &Path, record: &Record) -> Option<String> {
    let file = record.file.as_deref()?;
    let hidden = file.split('/').any(|part| part.starts_with('.') || part.contains(char::is_control));
    let plain = ArticleKind::of(file) == Some(ArticleKind::Plain) && !hidden;
    (plain && super::article_path(root, file).is_some()).then(|| file.to_owned())
}

/// A name for a new article in the workspace's own folder: of the one it names only the last part, without an ending.
fn file_name(record: &Record) -> String {
    let named = record.file.as_deref().unwrap_or(&record.place);
    let last = named.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem =
        last.rsplit_once('.').map_or(last, |(stem, ending)| if ending.len() > 5 { last } else { stem });
    let clean: String =
        stem.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' }).collect();
    let clean = clean.trim_matches('-').chars().take(80).collect::<String>();
    if clean.is_empty() { "imported".to_owned() } else { clean }
}
