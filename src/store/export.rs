//! Writing a dataset: all of it, or nothing.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::format::exchange::{Encoded, Format, Part, Table, TableError, count_rows};
use crate::model::Schema;

/// Why a dataset was not written; the folder it was to stand in is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A file's name leads out of the folder.
    #[error("the name leads out of the folder: {0}")]
    Outside(String),
    /// What is on disk is not what was written.
    #[error("what was written reads otherwise: {}", .0.display())]
    Otherwise(PathBuf),
    /// Rows made no table.
    #[error("{source}: {}", path.display())]
    Table {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: TableError,
    },
    /// The system says no.
    #[error("it cannot be written ({source}): {}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// A dataset under way, in a folder of its own beside where it will stand.
#[derive(Debug)]
pub struct Sink {
    target: PathBuf,
    work: tempfile::TempDir,
    shared: BTreeMap<String, Shared>,
    tables: BTreeMap<String, Table<File>>,
    files: BTreeMap<String, [u8; 32]>,
}

/// A file to which every article adds.
#[derive(Debug)]
struct Shared {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.file.write_all(bytes)
    }
}

impl Sink {
    /// Begins a dataset that will stand in `target`, a folder that need not be there.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn create(target: &Path) -> Result<Self, ExportError> {
        let io = |source| ExportError::Io { path: target.to_owned(), source };
        fs::create_dir_all(target).map_err(io)?;
        let work = tempfile::Builder::new().prefix(".tippani-export-").tempdir_in(target).map_err(io)?;
        Ok(Self {
            target: target.to_owned(),
            work,
            shared: BTreeMap::new(),
            tables: BTreeMap::new(),
            files: BTreeMap::new(),
        })
    }

    /// Adds an article's pieces.
    ///
    /// # Errors
    /// When the system says no, or a name leads out of the folder.
    pub fn put(&mut self, format: &Format, schema: &Schema, encoded: &Encoded) -> Result<(), ExportError> {
        for piece in &encoded.pieces {
            match piece.part {
                Part::Whole | Part::Text => self.whole(&piece.path, &piece.bytes)?,
                Part::Next => self.next(format, &piece.path, &piece.bytes)?,
                Part::Rows => self.rows(schema, &piece.path, &piece.bytes)?,
            }
        }
        Ok(())
    }

    fn next(&mut self, format: &Format, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        if let Some(shared) = self.shared.get_mut(name) {
            shared.write(format.frame.between).map_err(io)?;
            shared.write(bytes).map_err(io)?;
        } else {
            let file = BufWriter::with_capacity(1 << 18, File::create(&path).map_err(io)?);
            let mut shared = Shared { file, hash: Sha256::new() };
            shared.write(format.frame.before).map_err(io)?;
            shared.write(bytes).map_err(io)?;
            self.shared.insert(name.to_owned(), shared);
        }
        Ok(())
    }

    fn rows(&mut self, schema: &Schema, name: &str, lines: &[u8]) -> Result<(), ExportError> {
        let path = self.path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        let wrong = |source| ExportError::Table { path: path.clone(), source };
        if let Some(table) = self.tables.get_mut(name) {
            return table.push(lines).map_err(wrong);
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(io)?;
        }
        let mut table = Table::create(File::create(&path).map_err(io)?, schema).map_err(wrong)?;
        table.push(lines).map_err(wrong)?;
        self.tables.insert(name.to_owned(), table);
        Ok(())
    }

    /// The paths of the data so far.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.files.keys().chain(self.shared.keys()).chain(self.tables.keys()).cloned().collect()
    }

    /// Adds a file as a whole.
    ///
    /// # Errors
    /// As [`Sink::put`].
    pub fn whole(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(io)?;
        }
        fs::write(&path, bytes).map_err(io)?;
        self.files.insert(name.to_owned(), Sha256::digest(bytes).into());
        Ok(())
    }

    /// Reads everything again, then puts it in its place; gives the files, by path.
    ///
    /// # Errors
    /// When what is on disk is not what was written, or the system says no.
    pub fn finish(mut self, format: &Format) -> Result<Vec<String>, ExportError> {
        for (name, mut shared) in std::mem::take(&mut self.shared) {
            let path = self.path(&name)?;
            let io = |source| ExportError::Io { path: path.clone(), source };
            shared.write(format.frame.after).map_err(io)?;
            let Shared { file, hash } = shared;
            file.into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|f| f.sync_all())
                .map_err(io)?;
            self.files.insert(name, hash.finalize().into());
        }
        for (name, table) in std::mem::take(&mut self.tables) {
            let path = self.path(&name)?;
            let io = |source| ExportError::Io { path: path.clone(), source };
            let wrong = |source| ExportError::Table { path: path.clone(), source };
            let (file, written) = table.finish().map_err(wrong)?;
            file.sync_all().map_err(io)?;
            let read = count_rows(File::open(&path).map_err(io)?).map_err(wrong)?;
            if read != written {
                return Err(ExportError::Otherwise(path));
            }
            self.files.insert(name, hash(&path).map_err(io)?);
        }
        for (name, expected) in &self.files {
            let path = self.path(name)?;
            let io = |source| ExportError::Io { path: path.clone(), source };
            if hash(&path).map_err(io)? != *expected {
                return Err(ExportError::Otherwise(path));
            }
        }
        for name in self.files.keys() {
            let (from, to) = (self.path(name)?, self.target.join(name));
            let io = |source| ExportError::Io { path: to.clone(), source };
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder).map_err(io)?;
            }
            fs::rename(from, &to).map_err(io)?;
        }
        Ok(self.files.into_keys().collect())
    }

    fn path(&self, name: &str) -> Result<PathBuf, ExportError> {
        let inside = Path::new(name).components().all(|c| matches!(c, Component::Normal(_)));
        if inside { Ok(self.work.path().join(name)) } else { Err(ExportError::Outside(name.to_owned())) }
    }
}

fn hash(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&buffer[..read]);
    }
}
