//! Saving a sidecar: guard, write beside, sync, rename.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bounded::{self, MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES};
use super::stamp::{self, Look};
use super::write::{self, Staged};
use super::{SaveError, sidecar_path, source_path};
use crate::format::article::ArticleKind;
use crate::format::{Issue, encoding, sidecar};
use crate::model::{AnnotationSet, Document, State};
use crate::words::text;

/// What a sidecar's bytes were when it was last read or written here; the default is "no file".
///
/// Two are equal when their bytes are, however the files came to be.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    hash: Option<Arc<str>>,
    /// Whether there was no file before this program wrote it: emptied again, it may go.
    is_new: bool,
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Stamp {}

impl std::hash::Hash for Stamp {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl Stamp {
    /// The stamp of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: Some(encoding::sha256(bytes).into()), is_new: false }
    }

    /// The hash as lower-case hexadecimal; nothing for no file.
    #[must_use]
    pub fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// The stamp of what lies at `path` now.
    ///
    /// # Errors
    /// When it is there and cannot be read, or is no file.
    pub fn on_disk(path: &Path) -> io::Result<Self> {
        Ok(bounded::read(path, MAX_SIDECAR_BYTES)?.map_or_else(Self::default, |bytes| Self::of(&bytes)))
    }
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The sidecar's stamp now: for the next save.
    pub stamp: Stamp,
    /// Whether bytes were written; not when the file held them already, or an empty set has no file.
    pub written: bool,
    /// What was not as it should be, though the annotations are safe.
    pub issues: Vec<Issue>,
}

/// Writes a set's sidecar, if it still is what `known` says, and the article what the document says.
///
/// The order: the source's hash, the sidecar's stamp, a new file beside it, sync, another look at the sidecar, rename, sync of
/// the folder; so the sidecar
/// is at every moment the old or the new one, whole. An empty set without a file makes none. The text of a web page is frozen
/// beside it first. An article that is gone does not keep its annotations from being saved.
///
/// # Errors
/// When another program changed the sidecar or the article, the set cannot be encoded, or the system says no; the disk is
/// then as it was.
pub fn save(
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    known: &Stamp,
) -> Result<Saved, SaveError> {
    save_as(root, document, set, known, Emptied::Stays)
}

/// As [`save`], but where there was no sidecar before this program made one, a set that says nothing any more leaves none.
///
/// # Errors
/// As [`save`].
pub fn save_or_remove(
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    known: &Stamp,
) -> Result<Saved, SaveError> {
    save_as(root, document, set, known, Emptied::GoesWhereNoneWas)
}

/// What becomes of the sidecar of a set that says nothing any more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emptied {
    Stays,
    GoesWhereNoneWas,
}

fn save_as(
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    known: &Stamp,
    emptied: Emptied,
) -> Result<Saved, SaveError> {
    let Due { bytes, path, real, look, stamp, is_nothing } = match due(root, document, set, known)? {
        Ok(due) => due,
        Err(saved) => return Ok(saved),
    };
    let io = |source| SaveError::Io { path: path.clone(), source };
    if is_nothing && known.is_new && emptied == Emptied::GoesWhereNoneWas {
        let is_gone = write::remove_if(&real, &|| stamp::look(&real) == look).map_err(io)?;
        let gone = Saved { stamp: Stamp::default(), written: true, issues: Vec::new() };
        return if is_gone { Ok(gone) } else { Err(SaveError::Changed(path)) };
    }
    let issues = check_source(root, document)?;
    // Writing and syncing take time, in which another program may write too.
    let is_replaced = write::replace_if(&real, &bytes, &|| stamp::look(&real) == look).map_err(io)?;
    if is_replaced { Ok(Saved { stamp, written: true, issues }) } else { Err(SaveError::Changed(path)) }
}

/// A sidecar that is to be written.
struct Due {
    bytes: Vec<u8>,
    path: PathBuf,
    /// Its path where links on the way were followed.
    real: PathBuf,
    look: Option<Look>,
    stamp: Stamp,
    /// Whether the set says nothing.
    is_nothing: bool,
}

/// What there is to write of a set; what came of it where nothing is to be written.
fn due(
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    known: &Stamp,
) -> Result<Result<Due, Saved>, SaveError> {
    let path = sidecar_path(root, &document.file, &set.annotator);
    let path = path.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
    let io = |source| SaveError::Io { path: path.clone(), source };
    let look = stamp::look(&path);
    // How an article is to be read is worth a file, too.
    let says_nothing =
        set.state() == State::Todo && set.extra.is_empty() && !document.text.origin().is_chosen;
    let is_nothing = set.is_empty() && says_nothing;
    if *known == Stamp::default() && is_nothing && look.is_none() {
        return Ok(Err(Saved { stamp: Stamp::default(), written: false, issues: Vec::new() }));
    }
    let encode = |source| SaveError::Encode { path: path.clone(), source };
    let bytes = sidecar::encode(set, document).map_err(encode)?;
    let stamp = Stamp { is_new: known.hash.is_none() || known.is_new, ..Stamp::of(&bytes) };
    let real = bounded::inside(root, &path).map_err(io)?;
    let on_disk = Stamp::on_disk(&real).map_err(io)?;
    if on_disk == stamp {
        return Ok(Err(Saved { stamp, written: false, issues: Vec::new() }));
    }
    if on_disk != *known {
        return Err(SaveError::Changed(path));
    }
    Ok(Ok(Due { bytes, path, real, look, stamp, is_nothing }))
}

/// A sidecar that is written beside its place, and neither synced nor there yet.
#[derive(Debug)]
pub(super) struct StagedSidecar {
    pub(super) staged: Staged,
    path: PathBuf,
    real: PathBuf,
    look: Option<Look>,
}

impl StagedSidecar {
    /// Writes a set's sidecar beside its place; nothing where there is nothing to write. An article that `is_new` need not be there.
    ///
    /// # Errors
    /// As [`save`].
    pub(super) fn new(
        root: &Path,
        (document, is_new): (&Document, bool),
        set: &AnnotationSet,
        known: &Stamp,
    ) -> Result<Option<Self>, SaveError> {
        let Ok(Due { bytes, path, real, look, .. }) = due(root, document, set, known)? else {
            return Ok(None);
        };
        if !is_new {
            check_source(root, document)?;
        }
        let staged = Staged::new(&real, &bytes);
        let staged = staged.map_err(|source| SaveError::Io { path: path.clone(), source })?;
        Ok(Some(Self { staged, path, real, look }))
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// As [`save`]; what was there then is still there.
    pub(super) fn place(self) -> Result<(), SaveError> {
        let Self { staged, path, real, look } = self;
        match staged.replace_if(&|| stamp::look(&real) == look) {
            Ok(true) => Ok(()),
            Ok(false) => Err(SaveError::Changed(path)),
            Err(source) => Err(SaveError::Io { path, source }),
        }
    }
}

/// The article is still the one the set was made for.
fn check_source(root: &Path, document: &Document) -> Result<Vec<Issue>, SaveError> {
    if ArticleKind::of(&document.file) == Some(ArticleKind::Html) {
        freeze(root, document)?;
    }
    let path =
        source_path(root, &document.file).ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
    let bytes = bounded::read_inside(root, &path, MAX_ARTICLE_BYTES);
    let bytes = bytes.map_err(|source| SaveError::Io { path: path.clone(), source })?;
    match bytes.map(|bytes| encoding::sha256(&bytes)) {
        None => {
            let what = text("store-save-article-gone");
            Ok(vec![Issue::new(&*document.file, what, text("store-save-article-gone-hint"))])
        }
        Some(hash) if hash == *document.sha256 => Ok(Vec::new()),
        Some(_) => Err(SaveError::SourceChanged(path)),
    }
}

/// Writes the text of a web page beside it (`b.html` → `b.html.txt`), so that offsets stay true whatever becomes of the
/// page; a text frozen before is left as it is.
///
/// # Errors
/// When the system says no.
pub fn freeze(root: &Path, document: &Document) -> Result<PathBuf, SaveError> {
    let path =
        source_path(root, &document.file).ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
    let real = bounded::inside(root, &path);
    match real.and_then(|real| write::create(&real, document.text.as_str().as_bytes())) {
        Ok(()) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(path),
        Err(source) => Err(SaveError::Io { path, source }),
    }
}

/// Renames a sidecar that cannot be used to `….set-aside-<time>.json` beside it, and gives the new path; nothing is
/// ever overwritten.
///
/// # Errors
/// When the system says no; the file is then where it was.
pub fn set_aside(path: &Path) -> Result<PathBuf, SaveError> {
    let io = |source| SaveError::Io { path: path.to_owned(), source };
    fs::metadata(path).map_err(io)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".json").unwrap_or(&name);
    let time = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
    for n in 0..1000 {
        let more = if n == 0 { String::new() } else { format!("-{n}") };
        let aside = path.with_file_name(format!("{name}.set-aside-{time}{more}.json"));
        match File::create_new(&aside) {
            Ok(_) => {
                if let Err(error) = fs::rename(path, &aside) {
                    fs::remove_file(&aside).map_err(io)?;
                    return Err(io(error));
                }
                return Ok(aside);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(io(error)),
        }
    }
    Err(io(io::ErrorKind::AlreadyExists.into()))
}
