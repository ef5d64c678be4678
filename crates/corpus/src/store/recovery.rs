//! A safe place for work that could not be saved in its own: a folder under the user's data.
//!
//! ```text
//! <recovery>/<key>/sidecar   the bytes
//!                  path      where they belong, absolute
//!                  read      the hash of what was there when this program last read it; empty for nothing
//!                  base      the annotations that were there then
//! ```
//! `read` and `base` may be missing where they were not known. A folder is written whole before it has its name, and never
//! changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_SIDECAR_BYTES};
use super::{SaveError, SidecarVersion, Stamp, sidecar_path, write};
use crate::format::{encoding, sidecar};
use crate::model::{AnnotationSet, Document};

/// Work kept for later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCopy {
    /// The sidecar it belongs to.
    pub sidecar: PathBuf,
    /// The folder that keeps it.
    pub folder: PathBuf,
}

/// Kept work as it was read again.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveredWork {
    /// What could not be saved.
    pub set: AnnotationSet,
    /// What it grew from; nothing where that is not known.
    pub base: Option<AnnotationSet>,
}

/// Keeps a set that could not be saved under `root`, beside whatever is kept for it already; the very same work is kept once.
///
/// `recovery` is [`super::preferences::recovery_dir`]. `read` is what the sidecar was when this program last read or wrote it,
/// so that [`restore`] never overwrites what another program wrote since; nothing where that is not known.
///
/// # Errors
/// When the set cannot be encoded, or the system says no.
pub fn keep(
    recovery: &Path,
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    read: Option<&SidecarVersion>,
) -> Result<RecoveryCopy, SaveError> {
    let sidecar = sidecar_path(root, &document.file, &set.annotator);
    let sidecar = sidecar.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
    let encode = |set: &AnnotationSet| {
        let bytes = sidecar::encode(set, document);
        bytes.map_err(|source| SaveError::Encode { path: sidecar.clone(), source })
    };
    let bytes = encode(set)?;
    // A merge does without what cannot be written.
    let base = read.and_then(|read| encode(read.base.as_ref()?).ok());
    let stamp = read.map(|read| read.stamp.hash().unwrap_or_default().to_owned());
    let whole = Parts { sidecar: bytes, base, read: stamp };
    for kept in find(recovery, &sidecar) {
        if Parts::read(&kept.folder).is_ok_and(|parts| parts == whole) {
            return Ok(kept);
        }
    }
    let folder = whole.write(recovery, &sidecar);
    let folder = folder.map_err(|source| SaveError::Io { path: recovery.to_owned(), source })?;
    Ok(RecoveryCopy { sidecar, folder })
}

/// What a folder of kept work holds.
#[derive(PartialEq)]
struct Parts {
    sidecar: Vec<u8>,
    base: Option<Vec<u8>>,
    read: Option<String>,
}

impl Parts {
    fn read(folder: &Path) -> io::Result<Self> {
        let read = bounded::read(&folder.join("read"), MAX_SIDECAR_BYTES)?;
        Ok(Self {
            sidecar: fs::read(folder.join("sidecar"))?,
            base: bounded::read(&folder.join("base"), MAX_SIDECAR_BYTES)?,
            read: read.map(|hash| String::from_utf8_lossy(&hash).into_owned()),
        })
    }

    fn write(&self, recovery: &Path, sidecar: &Path) -> io::Result<PathBuf> {
        let path = sidecar.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        fs::create_dir_all(recovery)?;
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(recovery)?;
        let file = |name: &str| folder.path().join(name);
        write::replace(&file("path"), path.as_bytes())?;
        if let Some(base) = &self.base {
            write::replace(&file("base"), base)?;
        }
        if let Some(read) = &self.read {
            write::replace(&file("read"), read.as_bytes())?;
        }
        write::replace(&file("sidecar"), &self.sidecar)?;
        let key = &encoding::sha256(sidecar.as_os_str().as_encoded_bytes())[..16];
        let named = recovery.join(format!("{key}-{}", ulid::Ulid::generate()));
        fs::rename(folder.path(), &named)?;
        // It has another name now, so there is nothing to be removed.
        let _ = folder.keep();
        write::sync_folder(recovery);
        Ok(named)
    }
}

/// How a folder is called that is not whole yet.
const PREFIX: &str = ".tippani-";

/// Everything kept for a workspace, by sidecar, the oldest first.
#[must_use]
pub fn list(recovery: &Path, root: &Path) -> Vec<RecoveryCopy> {
    let mut all = all(recovery);
    all.retain(|kept| kept.sidecar.starts_with(root));
    all
}

/// What is kept for one sidecar, the oldest first: more than one thing where two windows could not save.
#[must_use]
pub fn find(recovery: &Path, sidecar: &Path) -> Vec<RecoveryCopy> {
    let mut all = all(recovery);
    all.retain(|kept| kept.sidecar == sidecar);
    all
}

fn all(recovery: &Path) -> Vec<RecoveryCopy> {
    let folders = fs::read_dir(recovery).into_iter().flatten().flatten();
    let folders = folders.filter(|folder| !folder.file_name().to_string_lossy().starts_with(PREFIX));
    let mut all: Vec<RecoveryCopy> = folders
        .filter_map(|folder| {
            let folder = folder.path();
            let sidecar = PathBuf::from(fs::read_to_string(folder.join("path")).ok()?);
            folder.join("sidecar").is_file().then_some(RecoveryCopy { sidecar, folder })
        })
        .collect();
    all.sort_by(|a, b| (&a.sidecar, &a.folder).cmp(&(&b.sidecar, &b.folder)));
    all
}

/// The kept set with what it grew from, where it is one of this version of the article.
#[must_use]
pub fn read(kept: &RecoveryCopy, document: &Document) -> Option<RecoveredWork> {
    let parts = Parts::read(&kept.folder).ok()?;
    let decode = |bytes: &[u8]| Some(sidecar::decode(bytes, document).ok()?.value);
    Some(RecoveredWork { set: decode(&parts.sidecar)?, base: parts.base.as_deref().and_then(decode) })
}

/// Puts kept work in its place and forgets it.
///
/// # Errors
/// [`SaveError::Changed`] when the sidecar is there and not as it was when this program last read it, or it is not known how
/// that was; or when the system says no. The work stays kept then.
pub fn restore(kept: &RecoveryCopy) -> Result<(), SaveError> {
    let io = |source| SaveError::Io { path: kept.sidecar.clone(), source };
    let parts = Parts::read(&kept.folder).map_err(io)?;
    let on_disk = Stamp::on_disk(&kept.sidecar).map_err(io)?;
    if on_disk != Stamp::of(&parts.sidecar) {
        if on_disk.hash().is_some() && on_disk.hash() != parts.read.as_deref() {
            return Err(SaveError::Changed(kept.sidecar.clone()));
        }
        write::replace(&kept.sidecar, &parts.sidecar).map_err(io)?;
    }
    forget(kept)
}

/// Throws kept work away: it is in its sidecar after all, or the analyst does not want it.
///
/// # Errors
/// When the system says no.
pub fn forget(kept: &RecoveryCopy) -> Result<(), SaveError> {
    match fs::remove_dir_all(&kept.folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(SaveError::Io { path: kept.folder.clone(), source: error })
        }
        _ => Ok(()),
    }
}
