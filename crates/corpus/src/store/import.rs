//! Where imported records go: which article of a workspace each speaks of, and its sidecar.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bounded::{self, MAX_ARTICLE_BYTES};
use super::import_batch::ImportWriter;
use super::{LoadError, SaveError, ScanError, reading, scan};
use crate::format::article::{self, ArticleKind};
use crate::format::encoding;
use crate::format::exchange::Record;
use crate::model::Document;
use crate::words::{say, system};

/// Why a record found no place.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It names no article, or one that is not there, and has no text.
    #[error("{}", say!("store-import-no-article", article = .0.as_str()))]
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

/// A file that all of a dataset share is looked for in so many folders above one of it.
const MAX_FOLDERS_ABOVE: usize = 8;
/// What the first bytes of a file compressed by gzip are.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// Words of an article that its file is called after, and their characters at most.
const NAME_WORDS: usize = 6;
const MAX_NAME_CHARS: usize = 60;

/// The article a record speaks of.
#[derive(Debug)]
pub enum FoundArticle {
    /// One that is at hand already.
    Held(Arc<str>),
    /// One of the workspace.
    There(Document),
    /// One that is not written yet.
    New(Document),
}

/// A workspace that takes records in.
#[derive(Debug)]
pub struct ImportTarget {
    root: PathBuf,
    /// Articles by the hash of their text.
    by_text: HashMap<String, Arc<str>>,
    /// Articles by the hash of their text without blanks.
    by_letters: HashMap<String, Arc<str>>,
    /// New articles' names that are taken though their files are not there yet.
    taken: HashSet<String>,
    /// The next number for a name that is taken.
    next: HashMap<String, usize>,
}

/// Opens a file to be imported; one that gzip compressed is read as what it holds. Whoever reads
/// it bounds what it takes of it at once.
///
/// # Errors
/// When it is no file but a pipe, a device or the like, which may never end; or the system says no.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let mut file = BufReader::with_capacity(GZIP.len(), bounded::open(path)?);
    let is_compressed = file.fill_buf()?.starts_with(&GZIP);
    Ok(if is_compressed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) })
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
                .map_err(|e| io::Error::new(e.kind(), format!("{}: {}", system(&e), path.display())))?;
            files.push(path.clone());
            continue;
        }
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(io::Error::other)?;
            let name = entry.file_name().to_string_lossy();
            let name = name.strip_suffix(".gz").unwrap_or(&name);
            if entry.file_type().is_file() && name.rsplit_once('.').is_some_and(|(_, e)| e == ending) {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

/// A file itself; of a folder the files in it, and in its folders.
///
/// # Errors
/// When it is not there, or cannot be read.
pub fn all_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::metadata(path)
        .map_err(|e| io::Error::new(e.kind(), format!("{}: {}", system(&e), path.display())))?;
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        if entry.file_type().is_file() || (entry.depth() == 0 && !path.is_dir()) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// The bytes of a file beside another: the same name with another ending, or, of a file that several share, the ending alone.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> Option<Vec<u8>> {
    let read = |path: PathBuf| bounded::read(&path, MAX_ARTICLE_BYTES).ok().flatten();
    let shared = || {
        let name = Some(ending).filter(|ending| ending.contains('.'))?;
        // In the folder of the file, or in one above it, as a dataset has it.
        path.ancestors().skip(1).take(MAX_FOLDERS_ABOVE).find_map(|folder| read(folder.join(name)))
    };
    read(path.with_extension(ending)).or_else(shared)
}

impl ImportTarget {
    /// Looks at the workspace's articles while `go_on` says so.
    ///
    /// # Errors
    /// When the folder cannot be looked at, or it was stopped.
    pub fn open(root: &Path, go_on: &dyn Fn() -> bool) -> Result<Self, ScanError> {
        let found = scan(root, &mut |_| go_on())?;
        let (mut by_text, mut by_letters) = (HashMap::new(), HashMap::new());
        for entry in &found.articles {
            if !go_on() {
                return Err(ScanError::Stopped(found.root));
            }
            if let Ok(document) = reading::document(&found.root, &entry.file) {
                let text = document.value.text.as_str();
                by_text.entry(text_hash(text)).or_insert_with(|| Arc::clone(&entry.file));
                if let Some(hash) = letters_hash(text) {
                    by_letters.entry(hash).or_insert_with(|| Arc::clone(&entry.file));
                }
            }
        }
        Ok(Self { root: found.root, by_text, by_letters, taken: HashSet::new(), next: HashMap::new() })
    }

    /// What writes articles and sets into the workspace.
    #[must_use]
    pub fn writer(&self) -> ImportWriter {
        ImportWriter::new(self.root.clone())
    }

    /// The file of the article a record speaks of: one of the same text, the one it names, or one of the same text but for blanks;
    /// nothing where none is there yet.
    ///
    /// A record without a text may name its article by an address or a path on another machine: what follows some `/` of
    /// it is the article's file then.
    #[must_use]
    pub fn find(&self, record: &Record) -> Option<Arc<str>> {
        self.find_of(record, &Hashes::new(record))
    }

    fn find_of(&self, record: &Record, hashes: &Hashes<'_>) -> Option<Arc<str>> {
        let same = hashes.text().and_then(|hash| self.by_text.get(hash));
        // What this import made is another text under the same name, whether or not it was written by now.
        let is_other = |file: &str| record.text.is_some() && self.taken.contains(file);
        let is_here = |file: &&str| {
            let is_written = || super::article_path(&self.root, file).is_some_and(|p| p.is_file());
            (self.taken.contains(*file) || (is_written() && ArticleKind::of(file).is_some()))
                && !is_other(file)
        };
        let ends = |file| std::iter::successors(Some(file), |rest: &&str| Some(rest.split_once('/')?.1));
        let few = if record.text.is_some() { 1 } else { usize::MAX };
        let named = || record.file.as_deref().and_then(|file| ends(file).take(few).find(is_here));
        // What differs in blanks alone is the same article: columns do not know them.
        let alike = || self.by_letters.get(hashes.letters()?).cloned();
        same.cloned().or_else(|| named().map(Arc::from)).or_else(alike)
    }

    /// An article that is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn document(&self, file: &str) -> Result<Document, LoadError> {
        Ok(reading::document(&self.root, file)?.value)
    }

    /// The article a record speaks of, and whether it is new: then it is made of the record's text, under a name that nothing has,
    /// and its file is not written yet. The language of a new one is told only where a sidecar is read with it: of all others when
    /// they are written, by all processors. `is_held` says which files' articles are at hand; nothing is given for those.
    ///
    /// # Errors
    /// When it cannot be read, or there is neither an article nor a text.
    pub fn article(
        &mut self,
        record: &Record,
        is_held: impl Fn(&str) -> bool,
    ) -> Result<FoundArticle, ImportError> {
        let hashes = Hashes::new(record);
        match self.find_of(record, &hashes) {
            Some(file) if is_held(&file) => Ok(FoundArticle::Held(file)),
            Some(file) => Ok(FoundArticle::There(self.document(&file)?)),
            None => Ok(FoundArticle::New(self.new_article(record, &hashes)?)),
        }
    }

    fn new_article(&mut self, record: &Record, hashes: &Hashes<'_>) -> Result<Document, ImportError> {
        let asked = record.file.clone().or_else(|| record.title.clone()).unwrap_or_default();
        let text = record.text.as_deref().ok_or(ImportError::NoArticle(asked))?;
        let file = own_path(&self.root, record).filter(|file| self.is_free(file));
        let file = file.unwrap_or_else(|| self.free_name(&file_name(record)));
        self.taken.insert(file.clone());
        let untold = article::decode_without_language(&file, text.as_bytes());
        let document = if record.sidecar.is_some() { article::with_language(untold) } else { untold };
        if let Some(hash) = hashes.text() {
            self.by_text.insert(hash.to_owned(), Arc::clone(&document.file));
        }
        if let Some(hash) = hashes.letters() {
            self.by_letters.entry(hash.to_owned()).or_insert_with(|| Arc::clone(&document.file));
        }
        Ok(document)
    }

    fn is_free(&self, file: &str) -> bool {
        let path = self.root.join(file);
        !self.taken.contains(file) && std::fs::symlink_metadata(path).is_err()
    }

    /// The name with a number where others have it without. Numbers go on, so many of one name cost linear time.
    fn free_name(&mut self, name: &str) -> String {
        let mut number = self.next.get(name).copied().unwrap_or_default();
        loop {
            let file = if number == 0 { format!("{name}.txt") } else { format!("{name}-{}.txt", number + 1) };
            number += 1;
            if self.is_free(&file) {
                self.next.insert(name.to_owned(), number);
                return file;
            }
        }
    }
}

/// What a record's text is found by, each made when it is first asked for.
struct Hashes<'a> {
    of: Option<&'a str>,
    text: OnceCell<String>,
    letters: OnceCell<Option<String>>,
}

impl<'a> Hashes<'a> {
    fn new(record: &'a Record) -> Self {
        Self { of: record.text.as_deref(), text: OnceCell::new(), letters: OnceCell::new() }
    }

    fn text(&self) -> Option<&str> {
        let text = self.of?;
        Some(self.text.get_or_init(|| text_hash(text)))
    }

    fn letters(&self) -> Option<&str> {
        let text = self.of?;
        self.letters.get_or_init(|| letters_hash(text)).as_deref()
    }
}

fn text_hash(text: &str) -> String {
    encoding::sha256(text.as_bytes())
}

/// The same of a text without its blanks; nothing where nothing is left.
fn letters_hash(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (!letters.is_empty()).then(|| text_hash(&letters))
}

/// The path a record names, where a new article of the workspace may stand there.
fn own_path(root: &Path, record: &Record) -> Option<String> {
    let file = record.file.as_deref()?;
    let hidden = file.split('/').any(|part| part.starts_with('.') || part.contains(char::is_control));
    let plain = ArticleKind::of(file) == Some(ArticleKind::Plain) && !hidden;
    (plain && super::article_path(root, file).is_some()).then(|| file.to_owned())
}

/// A name for a new article in the workspace's own folder: of the one it names only the last part, without an ending; of one
/// that names none its title, or its first words.
fn file_name(record: &Record) -> String {
    let last = |file: &str| {
        let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
        let ending = last.rsplit_once('.').filter(|(_, ending)| ending.len() <= 5);
        clean(ending.map_or(last, |(stem, _)| stem))
    };
    let words = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().take(NAME_WORDS).collect();
        clean(&words.join("-"))
    };
    let names = [
        record.file.as_deref().map(last),
        record.title.as_deref().map(last),
        record.text.as_deref().map(words),
    ];
    names.into_iter().flatten().find(|name| !name.is_empty()).unwrap_or_else(|| "imported".to_owned())
}

/// Letters, marks and digits, with `-` between.
fn clean(name: &str) -> String {
    let mut clean = String::new();
    for c in name.chars() {
        // Marks are no letters, and words of many scripts are not themselves without them.
        let is_kept =
            c.is_alphanumeric() || c == '_' || (!c.is_ascii() && !c.is_whitespace() && !c.is_control());
        let is_quote = matches!(c, '‘' | '’' | '“' | '”' | '।' | '…' | '–' | '—' | '\u{feff}');
        if is_kept && !is_quote {
            clean.push(c);
        } else if !clean.is_empty() && !clean.ends_with('-') {
            clean.push('-');
        }
    }
    let mut short: String = clean.chars().take(MAX_NAME_CHARS).collect();
    short.truncate(short.trim_end_matches('-').len());
    // A file's name has at most 255 bytes, and a sidecar's is longer.
    while short.len() > 160 {
        short.pop();
    }
    short
}
