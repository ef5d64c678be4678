//! Copies that an earlier version of the program kept of work it could not save: read once, merged, and thrown away once they are
//! saved. Nothing is kept here any more ([`super::journal`]).
//!
//! ```text
//! <recovery>/<key>/sidecar   the bytes
//!                  path      where they belong, absolute
//!                  base      the annotations that were there when the sidecar was last read
//! ```
//! `base` may be missing where it was not known.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::SaveError;
use super::bounded::{self, MAX_SIDECAR_BYTES};
use crate::format::sidecar;
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
    let bytes = |name: &str| bounded::read(&kept.folder.join(name), MAX_SIDECAR_BYTES).ok().flatten();
    let decode = |bytes: Vec<u8>| Some(sidecar::decode(&bytes, document).ok()?.value);
    Some(RecoveredWork { set: decode(bytes("sidecar")?)?, base: bytes("base").and_then(decode) })
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
