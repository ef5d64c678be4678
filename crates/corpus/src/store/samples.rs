//! The samples that go out with the program, and a person's own copy of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Where samples lie, seen from the folder of the program: beside it, as the packages for Unix have them, in a macOS bundle.
const PLACES: [&str; 3] = ["samples", "../share/tippani/samples", "../Resources/samples"];

/// The samples that were installed with a program; nothing where there are none.
#[must_use]
pub fn installed(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    PLACES.iter().map(|place| folder.join(place)).find_map(|place| {
        let place = fs::canonicalize(place).ok()?;
        place.is_dir().then_some(place)
    })
}

/// The samples as a person may annotate them: copied to `own` the first time, since what is installed belongs to the system.
/// What is in `own` already stays as it is.
///
/// # Errors
/// When the system says no; `own` is then not there.
pub fn own_copy(installed: &Path, own: &Path) -> io::Result<()> {
    if own.is_dir() {
        return Ok(());
    }
    let parent = own.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(parent)?;
    // Made beside its place, so that a copy that was cut short is never taken for the samples.
    let new = tempfile::Builder::new().prefix(".tippani-samples-").tempdir_in(parent)?;
    let copy = new.path().join("samples");
    for entry in WalkDir::new(installed) {
        let entry = entry?;
        let inside = entry.path().strip_prefix(installed).map_err(io::Error::other)?;
        let to = copy.join(inside);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
        } else {
            // The bytes alone: a file that the system keeps from being written must not stay so in the copy.
            fs::write(to, fs::read(entry.path())?)?;
        }
    }
    fs::rename(copy, own)
}
