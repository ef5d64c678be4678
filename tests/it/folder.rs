//! Folders of files, made for a test and looked at after it.

use std::fs;
use std::path::Path;

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, bytes) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// Every file below `folder`, by its path there, with what it holds. One that goes while they are listed, as what is written beside
/// a file before it takes its place, is none.
pub(crate) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let is_there = |error: &walkdir::Error| {
        error.io_error().is_none_or(|error| error.kind() != std::io::ErrorKind::NotFound)
    };
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = files.filter(|entry| entry.as_ref().err().is_none_or(is_there)).map(Result::unwrap);
    let named = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files
        .filter(|e| e.file_type().is_file())
        .filter_map(|e| match fs::read(e.path()) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            read => Some((named(e.path()), read.unwrap())),
        })
        .collect()
}
