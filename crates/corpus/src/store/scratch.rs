//! Files for other programs that need not stay.

use std::io;
use std::path::PathBuf;

/// Writes a file into a new folder among the system's temporary ones, which only this user can read; gives where it is.
///
/// # Errors
/// When the system says no.
pub fn write_aside(name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix("tippani-page-").tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, bytes)?;
    // The system takes it away in its time: a browser may read it again.
    let _ = folder.keep();
    Ok(path)
}
