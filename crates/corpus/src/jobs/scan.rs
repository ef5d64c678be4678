//! Looking at a folder of articles, on all processors.

use std::path::Path;

use super::cancel::{CancelToken, Cancelled};
use super::parallel::parallel_in_order;
use crate::store::{ScanError, ScanFolder, ScanProgress, Workspace};

/// The folders of one depth are divided among all processors into so many parts at most: telling of each takes longer than listing
/// it.
const PARTS: usize = 64;

/// Looks at a folder of articles, as [`crate::store::scan`] does on one processor.
///
/// # Errors
/// When it cannot be read, or was cancelled.
pub fn scan(path: &Path, cancel: &CancelToken) -> anyhow::Result<Workspace> {
    scan_folder(ScanFolder::new(path).map_err(not_stopped)?, cancel, &mut |_| {})
}

/// Looks at a folder; `progress` hears what was found so far.
///
/// # Errors
/// When it was cancelled.
pub(super) fn scan_folder(
    folder: ScanFolder,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(&ScanProgress),
) -> anyhow::Result<Workspace> {
    let mut found = ScanProgress::default();
    while let Some(folders) = found.next_folders() {
        let parts: Vec<_> = folders.chunks(folders.len().div_ceil(PARTS)).collect();
        let list = |part: &&[String]| part.iter().map(|name| folder.list(name)).collect::<Vec<_>>();
        parallel_in_order(
            &parts,
            cancel,
            |part| part.join(", "),
            list,
            |_, listings| {
                for listing in listings {
                    found.add(listing);
                }
                progress(&found);
                Ok(())
            },
        )?;
        let measure = |files: &Vec<_>| folder.measure(files);
        let name = |files: &Vec<_>| files.join(", ");
        parallel_in_order(&found.unmeasured(), cancel, name, measure, |_, measures| {
            found.set_measures(measures);
            progress(&found);
            Ok(())
        })?;
    }
    Ok(folder.finish(found))
}

/// The error of a scan; one that was stopped was cancelled, like any other work.
pub(super) fn not_stopped(error: ScanError) -> anyhow::Error {
    match error {
        ScanError::Stopped(_) => Cancelled.into(),
        error => error.into(),
    }
}
