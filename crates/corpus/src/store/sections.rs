//! A text whose sections grow side by side: each waits on disk until the whole is written, so that memory does not grow with it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::{self, BufWriter, Seek as _, Write};
use std::path::{Path, PathBuf};

/// Sections by what they are of, in the order in which they will stand.
#[derive(Debug)]
pub struct Sections<K> {
    folder: PathBuf,
    by_key: BTreeMap<K, Section>,
}

#[derive(Debug)]
struct Section {
    /// Without a name: it is gone when it is closed, however the program ends.
    lines: BufWriter<File>,
    count: usize,
}

impl<K: Ord + Copy> Sections<K> {
    /// None as yet; they will wait in `folder`.
    pub(super) fn waiting_in(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), by_key: BTreeMap::new() }
    }

    /// Adds a line, with its line ending, to a section.
    ///
    /// # Errors
    /// When the system says no.
    pub fn add(&mut self, key: K, line: &str) -> io::Result<()> {
        let section = match self.by_key.entry(key) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(new) => {
                let lines = BufWriter::new(tempfile::tempfile_in(&self.folder)?);
                new.insert(Section { lines, count: 0 })
            }
        };
        section.count += 1;
        section.lines.write_all(line.as_bytes())
    }

    /// Writes all sections, each below its heading, which is made of how many lines it has, and with an empty line after it.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn write(self, heading: &dyn Fn(usize, K) -> String, out: &mut impl Write) -> io::Result<()> {
        for (key, Section { lines, count }) in self.by_key {
            out.write_all(heading(count, key).as_bytes())?;
            let mut lines = lines.into_inner().map_err(io::IntoInnerError::into_error)?;
            lines.rewind()?;
            io::copy(&mut lines, out)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}
