//! What a file looks like without reading it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{article_path, sidecar_path, source_path};
use crate::model::Annotator;
use crate::read_model::FileStamp;

/// The stamp of the file that an article's text is read from; nothing where it is not there, or was changed just now.
#[must_use]
pub fn source_stamp(root: &Path, file: &str) -> Option<FileStamp> {
    match fs::metadata(source_path(root, file)?) {
        Ok(meta) => stamp(&meta),
        // A web page whose text is not frozen yet.
        Err(_) => stamp(&fs::metadata(article_path(root, file)?).ok()?),
    }
}

/// The stamp of an annotator's sidecar of an article; nothing where it is not there, or was changed just now.
#[must_use]
pub fn sidecar_stamp(root: &Path, file: &str, annotator: &Annotator) -> Option<FileStamp> {
    stamp(&fs::metadata(sidecar_path(root, file, annotator)?).ok()?)
}

/// What [`look`] sees.
pub(super) type Look = (u64, i128, i128);

/// What a file looks like: length, last change of its bytes and of its entry, in nanoseconds; nothing where it is not there.
pub(super) fn look(path: &Path) -> Option<Look> {
    Some(look_of(&fs::metadata(path).ok()?))
}

/// What a file looks like by its metadata.
pub(super) fn look_of(meta: &Metadata) -> Look {
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.map_or(-1, |since| i128::try_from(since.as_nanos()).unwrap_or(i128::MAX));
    (meta.len(), modified, changed_ns(meta))
}

fn stamp(meta: &Metadata) -> Option<FileStamp> {
    FileStamp::new(meta.len(), meta.modified().ok()?, changed_ns(meta), SystemTime::now())
}

#[cfg(unix)]
fn changed_ns(meta: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt as _;
    i128::from(meta.ctime()) * 1_000_000_000 + i128::from(meta.ctime_nsec())
}

#[cfg(not(unix))]
fn changed_ns(_meta: &Metadata) -> i128 {
    0
}
