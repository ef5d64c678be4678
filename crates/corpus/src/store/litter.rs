//! Temporary files that a killed program left behind.

use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How the name of a file begins that is not whole yet, and how it ends.
pub(super) const PREFIX: &str = ".tippani-";
pub(super) const SUFFIX: &str = ".tmp";
/// How the name of a folder begins in which a dataset is made.
pub(super) const EXPORT_PREFIX: &str = ".tippani-export-";
/// A file is written in seconds, a dataset in minutes: what is older than this was left behind.
const MIN_AGE: Duration = Duration::from_hours(24);

/// Folders that were looked at since the program began.
static CLEAN: Mutex<Option<HashSet<PathBuf>>> = Mutex::new(None);

/// Takes away what was left in a folder, once in a run of the program; `new` is a file or folder just made there, which tells
/// the time of that disk and whose this program's files are. What cannot be taken away stays.
pub(super) fn clean(folder: &Path, new: &Metadata) {
    let mut known = CLEAN.lock().unwrap_or_else(PoisonError::into_inner);
    if !known.get_or_insert_default().insert(folder.to_owned()) {
        return;
    }
    drop(known);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX)) else { continue };
        let Ok(meta) = fs::symlink_metadata(entry.path()) else { continue };
        if !is_old(&meta, new) || !is_ours(&meta, new) {
            continue;
        }
        let taken = if meta.is_file() && name.ends_with(SUFFIX) {
            fs::remove_file(entry.path())
        } else if meta.is_dir() && name.starts_with(EXPORT_PREFIX) {
            fs::remove_dir_all(entry.path())
        } else {
            continue;
        };
        match taken {
            Ok(()) => log::info!(
                "left behind by a program that was ended, and taken away: {}",
                entry.path().display()
            ),
            Err(error) => log::warn!("it cannot be taken away ({error}): {}", entry.path().display()),
        }
    }
}

fn is_old(meta: &Metadata, new: &Metadata) -> bool {
    let age =
        new.modified().ok().zip(meta.modified().ok()).and_then(|(now, then)| now.duration_since(then).ok());
    age.is_some_and(|age| age >= MIN_AGE)
}

#[cfg(unix)]
fn is_ours(meta: &Metadata, new: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    meta.uid() == new.uid()
}

#[cfg(not(unix))]
fn is_ours(_: &Metadata, _: &Metadata) -> bool {
    true
}
