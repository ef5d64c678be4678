//! A safe place for work that could not be saved in its own: a folder under the user's data.
//!
//! ```text
//! <recovery>/<key>/path      where it belongs, absolute
//!                  stamp     the hash of what was there; empty for nothing
//!                  sidecar   the bytes
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{SaveError, Stamp, sidecar_path, write};
use crate::format::{encoding, sidecar};
use crate::model::{AnnotationSet, Document};

/// Work kept for later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The sidecar it belongs to.
    pub sidecar: PathBuf,
    /// The folder that keeps it.
    pub folder: PathBuf,
}

/// Keeps a set that could not be saved under `root`; a set of the same article and annotator kept before is replaced.
///
/// `recovery` is [`super::preferences::recovery_dir`]. What the sidecar is on disk now is remembered, so that
/// [`restore`] never overwrites anything newer.
///
/// # Errors
/// When the set cannot be encoded, or the system says no.
pub fn keep(
    recovery: &Path,
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
) -> Result<Kept, SaveError> {
    let sidecar = sidecar_path(root, &document.file, &set.annotator);
    let sidecar = sidecar.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
    let bytes = sidecar::encode(set, document);
    let bytes = bytes.map_err(|source| SaveError::Encode { path: sidecar.clone(), source })?;
    let folder = folder_of(recovery, &sidecar);
    let stamp = Stamp::on_disk(&sidecar).unwrap_or_default();
    let put = || -> io::Result<()> {
        let path = sidecar.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        fs::create_dir_all(&folder)?;
        write::replace(&folder.join("sidecar"), &bytes)?;
        write::replace(&folder.join("stamp"), stamp.hash().unwrap_or_default().as_bytes())?;
        write::replace(&folder.join("path"), path.as_bytes())
    };
    put().map_err(|source| SaveError::Io { path: folder.clone(), source })?;
    Ok(Kept { sidecar, folder })
}

/// Everything kept for a workspace, by sidecar.
#[must_use]
pub fn list(recovery: &Path, root: &Path) -> Vec<Kept> {
    let folders = fs::read_dir(recovery).into_iter().flatten().flatten().map(|e| e.path());
    let mut kept: Vec<Kept> = folders
        .filter_map(|folder| {
            let sidecar = PathBuf::from(fs::read_to_string(folder.join("path")).ok()?);
            (sidecar.starts_with(root) && folder.join("sidecar").is_file())
                .then_some(Kept { sidecar, folder })
        })
        .collect();
    kept.sort_by(|a, b| a.sidecar.cmp(&b.sidecar));
    kept
}

/// What is kept for one sidecar.
#[must_use]
pub fn find(recovery: &Path, sidecar: &Path) -> Option<Kept> {
    let folder = folder_of(recovery, sidecar);
    folder.join("sidecar").is_file().then(|| Kept { sidecar: sidecar.to_owned(), folder })
}

/// The kept set, where it is one of this version of the article.
#[must_use]
pub fn read(kept: &Kept, document: &Document) -> Option<AnnotationSet> {
    let bytes = fs::read(kept.folder.join("sidecar")).ok()?;
    Some(sidecar::decode(&bytes, document).ok()?.value)
}

/// Puts kept work in its place and forgets it.
///
/// # Errors
/// [`SaveError::Changed`] when the sidecar is no longer what it was when the work was kept; or when the system says no. The work
/// stays kept then.
pub fn restore(kept: &Kept) -> Result<(), SaveError> {
    let io = |source| SaveError::Io { path: kept.sidecar.clone(), source };
    let bytes = fs::read(kept.folder.join("sidecar")).map_err(io)?;
    let known = fs::read_to_string(kept.folder.join("stamp")).map_err(io)?;
    let on_disk = Stamp::on_disk(&kept.sidecar).map_err(io)?;
    if on_disk != Stamp::of(&bytes) {
        if on_disk.hash().unwrap_or_default() != known {
            return Err(SaveError::Changed(kept.sidecar.clone()));
        }
        write::replace(&kept.sidecar, &bytes).map_err(io)?;
    }
    forget(kept)
}

/// Throws kept work away: it was saved after all, or the analyst does not want it.
///
/// # Errors
/// When the system says no.
pub fn forget(kept: &Kept) -> Result<(), SaveError> {
    fs::remove_dir_all(&kept.folder).map_err(|source| SaveError::Io { path: kept.folder.clone(), source })
}

fn folder_of(recovery: &Path, sidecar: &Path) -> PathBuf {
    recovery.join(&encoding::sha256(sidecar.as_os_str().as_encoded_bytes())[..16])
}
