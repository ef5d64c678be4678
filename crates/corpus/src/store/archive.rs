//! Archives of other tools: their files in a folder of their own, for as long as they are read.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::bounded;
use crate::words::{say, shown};

/// What a zip archive begins with; an empty one has nothing to read.
const ZIP: [u8; 4] = *b"PK\x03\x04";
/// More files than this are no project of anybody.
const MAX_FILES: usize = 500_000;
/// What all files of an archive may hold, in bytes: 8 GiB.
pub(super) const MAX_BYTES: u64 = 8 << 30;
/// An archive within an archive is unpacked, too; one within that is not.
const MAX_DEPTH: usize = 1;

/// The files of an archive, which are taken away when this is dropped.
#[derive(Debug)]
pub struct Unpacked(TempDir);

impl Unpacked {
    /// The folder they are in. That of an archive within has the archive's name.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.0.path()
    }
}

/// Whether a file is an archive that can be unpacked.
///
/// # Errors
/// When it cannot be read.
pub fn is_archive(path: &Path) -> io::Result<bool> {
    if path.is_dir() {
        return Ok(false);
    }
    let mut first = [0; ZIP.len()];
    match bounded::open(path)?.read_exact(&mut first) {
        Ok(()) => Ok(first == ZIP),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// Unpacks an archive while `go_on` says so.
///
/// # Errors
/// When it is damaged, holds more than is ever unpacked, was stopped, or the system says no.
pub fn unpack(path: &Path, go_on: &dyn Fn() -> bool) -> io::Result<Unpacked> {
    let folder = tempfile::Builder::new().prefix("tippani-archive-").tempdir()?;
    let mut work = Unpacking { files: 0, bytes: 0, go_on };
    work.archive(bounded::open(path)?, folder.path(), 0)?;
    Ok(Unpacked(folder))
}

/// What is said of more than is ever unpacked.
fn too_much() -> String {
    say!("store-archive-bytes", count = shown(MAX_BYTES))
}

struct Unpacking<'a> {
    files: usize,
    bytes: u64,
    go_on: &'a dyn Fn() -> bool,
}

impl Unpacking<'_> {
    fn archive(&mut self, file: File, into: &Path, depth: usize) -> io::Result<()> {
        let mut archive = zip::ZipArchive::new(io::BufReader::new(file)).map_err(io::Error::other)?;
        for n in 0..archive.len() {
            if !(self.go_on)() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let entry = archive.by_index(n).map_err(io::Error::other)?;
            // A name that leads out of the archive is nobody's document.
            let Some(name) = entry.enclosed_name().filter(|_| entry.is_file()) else { continue };
            self.files += 1;
            if self.files > MAX_FILES {
                return Err(io::Error::other(say!("store-archive-files", count = shown(MAX_FILES))));
            }
            self.entry(entry, &into.join(name), depth)?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: impl io::Read, path: &Path, depth: usize) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let left = MAX_BYTES - self.bytes;
        let is_within = depth < MAX_DEPTH && path.extension().is_some_and(|ending| ending == "zip");
        let mut file = if is_within { tempfile::tempfile()? } else { File::create(path)? };
        let written = io::copy(&mut entry.take(left + 1), &mut file)?;
        if written > left {
            return Err(io::Error::other(too_much()));
        }
        self.bytes += written;
        file.flush()?;
        if is_within {
            file.rewind()?;
            fs::create_dir_all(path)?;
            self.archive(file, path, depth + 1)?;
        }
        Ok(())
    }
}

/// The files of a project beside its annotations: what it says of itself, in the folder of a file or above it.
#[must_use]
pub fn above(path: &Path, name: &str) -> Option<PathBuf> {
    path.ancestors().skip(1).map(|folder| folder.join(name)).find(|file| file.is_file())
}
