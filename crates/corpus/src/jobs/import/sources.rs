//! Which files an import reads, and what their folders say.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::format::exchange::Format;
use crate::store;

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceFile {
    pub(super) path: PathBuf,
    /// What messages call it: its path within the folder that was asked for, or its name.
    pub(super) name: String,
    /// Whose marks it holds, where its folder says so.
    pub(super) annotator: Option<String>,
}

/// The files of these paths that are of a format.
pub(super) fn source_files(paths: &[PathBuf], format: &Format) -> io::Result<Vec<SourceFile>> {
    let mut all = Vec::new();
    for root in paths {
        let mut files = Vec::new();
        for path in store::files_of(std::slice::from_ref(root), format.ending)? {
            let within = path.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty());
            let name = within
                .map(Path::to_owned)
                .or_else(|| path.file_name().map(PathBuf::from))
                .unwrap_or_default();
            let name = name.to_string_lossy().replace('\\', "/");
            let name = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
            files.push(SourceFile { path, name, annotator: None });
        }
        if format.companion().is_some() {
            name_annotators(&mut files);
        }
        all.append(&mut files);
    }
    Ok(all)
}

/// Gives files the annotators that their folders are called after: where several folders hold a file of one name beside the same
/// text, each folder is an annotator's.
fn name_annotators(files: &mut [SourceFile]) {
    let mut by_rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, file) in files.iter().enumerate() {
        if let Some((_, rest)) = file.name.split_once('/') {
            by_rest.entry(rest.to_owned()).or_default().push(n);
        }
    }
    for alike in by_rest.into_values().filter(|alike| alike.len() > 1) {
        let texts: Vec<Option<Vec<u8>>> =
            alike.iter().map(|n| store::beside(&files[*n].path, "txt")).collect();
        if texts.windows(2).all(|two| two[0].is_some() && two[0] == two[1]) {
            for n in alike {
                let folder = files[n].name.split_once('/').map(|(folder, _)| folder.to_owned());
                files[n].annotator = folder;
            }
        }
    }
}
