//! Writing a file that several people write: only where it still is what was last read of it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use super::{SaveError, Stamp, bounded, stamp, write};

/// Writes `bytes` to a file of the workspace, if its bytes still have the hash `known`, or it is not there; gives what it is then.
/// One that has these bytes is left alone.
///
/// # Errors
/// [`SaveError::Changed`] when another program wrote it since, or another window writes such a file just now; or when the system says no. The file is then as it was.
pub(super) fn save_known(
    root: &Path,
    path: &Path,
    bytes: &[u8],
    known: Option<&str>,
) -> Result<Stamp, SaveError> {
    let failed = |source| SaveError::Io { path: path.to_owned(), source };
    let changed = || SaveError::Changed(path.to_owned());
    let Some(_alone) = alone_in(root) else { return Err(changed()) };
    let real = bounded::inside(root, path).map_err(failed)?;
    let look = stamp::look(&real);
    let on_disk = Stamp::on_disk(&real).map_err(failed)?;
    let new = Stamp::of(bytes);
    if on_disk == new {
        return Ok(new);
    }
    match on_disk.hash() {
        None => match write::create(&real, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(changed()),
            written => written.map(|()| new).map_err(failed),
        },
        Some(hash) if Some(hash) == known => {
            // Writing and syncing take time, in which another program may write too.
            let is_as_read = || stamp::look(&real) == look;
            let is_replaced = write::replace_if(&real, bytes, &is_as_read).map_err(failed)?;
            if is_replaced { Ok(new) } else { Err(changed()) }
        }
        Some(_) => Err(changed()),
    }
}

/// What keeps other windows of this computer from writing such files.
enum Alone {
    /// The folder is locked until this is dropped.
    Locked { _folder: File },
    /// It cannot be locked, and the last look at the file has to do.
    Unlocked,
}

/// Keeps other windows of this computer from writing such files until it is dropped: no system replaces a file only if it is as it
/// was, so that two at once could both find it so. Nothing where another window has it.
fn alone_in(root: &Path) -> Option<Alone> {
    let Ok(folder) = File::open(root) else { return Some(Alone::Unlocked) };
    match folder.try_lock() {
        Ok(()) => Some(Alone::Locked { _folder: folder }),
        Err(TryLockError::Error(_)) => Some(Alone::Unlocked),
        Err(TryLockError::WouldBlock) => None,
    }
}
