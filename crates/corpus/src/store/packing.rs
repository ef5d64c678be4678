//! Folders of a dataset made archives: ZIP as any program opens it (PKWARE's APPNOTE 6.3.10), without encryption or ZIP64.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::ExportError;
use crate::format::exchange::Archive;
use crate::words::text;

/// Deflated, its name in UTF-8, made for 1 January 1980: an export of the same data gives the same bytes.
const VERSION: u16 = 20;
const UTF_8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
const DATE: u16 = 0x21;

/// Makes an archive of each folder of `work` that files lie in, in place of the folder; gives the files there are then.
pub(super) fn pack(
    work: &Path,
    files: &BTreeSet<String>,
    how: Archive,
) -> Result<BTreeSet<String>, ExportError> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut packed = BTreeSet::new();
    for file in files {
        match file.split_once('/') {
            Some((folder, rest)) => folders.entry(folder).or_default().push(rest),
            None => {
                packed.insert(file.clone());
            }
        }
    }
    for (folder, inside) in folders {
        let from = work.join(folder);
        let to = work.join(format!(".{folder}"));
        let failed = |source| ExportError::Io { path: from.clone(), source };
        let mut archive = Zip::create(&to).map_err(failed)?;
        archive.put(how.file, &project(&from, how).map_err(failed)?).map_err(failed)?;
        for name in inside.iter().filter(|name| !how.parts.iter().any(|(_, part, _)| part == *name)) {
            archive.put(name, &fs::read(from.join(name)).map_err(failed)?).map_err(failed)?;
        }
        archive.finish().map_err(failed)?;
        fs::remove_dir_all(&from).and_then(|()| fs::rename(&to, &from)).map_err(failed)?;
        packed.insert(folder.to_owned());
    }
    Ok(packed)
}

/// The file that parts are put together in.
fn project(folder: &Path, how: Archive) -> io::Result<Vec<u8>> {
    let mut all = Vec::new();
    for (before, part, after) in how.parts {
        match fs::read(folder.join(part)) {
            Ok(bytes) => all.extend([before.as_bytes(), &bytes, after.as_bytes()].concat()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    all.extend(how.end.as_bytes());
    Ok(all)
}

/// An archive under way.
struct Zip {
    file: BufWriter<File>,
    at: u64,
    /// The list at its end.
    directory: Vec<u8>,
    entries: usize,
}

impl Zip {
    fn create(path: &Path) -> io::Result<Self> {
        Ok(Self { file: BufWriter::new(File::create(path)?), at: 0, directory: Vec::new(), entries: 0 })
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut deflated = DeflateEncoder::new(Vec::new(), Compression::default());
        deflated.write_all(bytes)?;
        let deflated = deflated.finish()?;
        let mut head = Vec::new();
        for field in [UTF_8, DEFLATED, 0, DATE] {
            head.extend(field.to_le_bytes());
        }
        head.extend(crc32fast::hash(bytes).to_le_bytes());
        for size in [deflated.len(), bytes.len()] {
            head.extend(narrow::<u32>(size as u64)?.to_le_bytes());
        }
        head.extend(narrow::<u16>(name.len() as u64)?.to_le_bytes());
        head.extend([0, 0]);
        let start = narrow::<u32>(self.at)?;
        let local = [&b"PK\x03\x04"[..], &VERSION.to_le_bytes(), &head, name.as_bytes(), &deflated].concat();
        self.file.write_all(&local)?;
        self.at += local.len() as u64;
        let version = VERSION.to_le_bytes();
        let listed = [&b"PK\x01\x02"[..], &version, &version, &head].concat();
        self.directory.extend(listed);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.entries += 1;
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        let entries = narrow::<u16>(self.entries as u64)?.to_le_bytes();
        let (length, start) = (narrow::<u32>(self.directory.len() as u64)?, narrow::<u32>(self.at)?);
        self.file.write_all(&self.directory)?;
        let end = [
            &b"PK\x05\x06\0\0\0\0"[..],
            &entries,
            &entries,
            &length.to_le_bytes(),
            &start.to_le_bytes(),
            &[0, 0],
        ];
        self.file.write_all(&end.concat())?;
        self.file.flush()
    }
}

/// A number in the width that an archive has for it.
fn narrow<T: TryFrom<u64>>(number: u64) -> io::Result<T> {
    T::try_from(number).map_err(|_large| io::Error::other(text("store-zip-too-large")))
}
