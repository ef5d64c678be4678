//! Writing a dataset: all of it, or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use super::placement::{NewFolders, Placement};
use super::sections::Sections;
use super::{bounded, litter, packing};
use crate::format::exchange::{Encoded, Format, ParquetTable, PieceKind, Rows, TableError, count_rows};
use crate::model::Schema;
use crate::words::{say, shown, system, text};

/// Why a dataset was not written; the folder it was to stand in is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A file's name leads out of the folder.
    #[error("{}", say!("store-export-outside", file = .0.as_str()))]
    Outside(String),
    /// The folder lies in the workspace, whose articles the dataset would replace, or be taken for.
    #[error("{}", say!("store-export-among", path = shown(.0.display())))]
    Among(PathBuf),
    /// Two articles have files of one name in this format.
    #[error("{}", say!("store-export-twice", file = .0.as_str()))]
    Twice(String),
    /// What is on disk is not what was written.
    #[error("{}", say!("store-export-otherwise", path = shown(.0.display())))]
    Otherwise(PathBuf),
    /// Rows made no table.
    #[error("{source}: {}", path.display())]
    Table {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: TableError,
    },
    /// It was stopped.
    #[error("{}", text("store-export-stopped"))]
    Stopped,
    /// The system says no.
    #[error("{}", say!("store-export-io", error = system(source), path = shown(path.display())))]
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
    /// Dropped after `work`, which lies in them.
    _folders: NewFolders,
    shared: BTreeMap<String, Shared>,
    tables: BTreeMap<String, Shards>,
    /// A table is divided into files of about so many bytes.
    shard_bytes: u64,
    /// Files that are complete and were read again.
    files: BTreeSet<String>,
}

/// So many bytes of a table stand in one file, as datasets have them: 256 MiB.
const SHARD_BYTES: u64 = 256 << 20;

/// A table: the file that is written to, and those that are complete, with what was written.
#[derive(Debug)]
struct Shards {
    table: ParquetTable<File>,
    name: String,
    complete: Vec<(String, Rows)>,
}

impl Shards {
    /// The name of the file with that number: `articles.parquet`, `articles-1.parquet`.
    fn name(first: &str, number: usize) -> String {
        match (number, first.rsplit_once('.')) {
            (0, _) | (_, None) => first.to_owned(),
            (number, Some((stem, ending))) => format!("{stem}-{number}.{ending}"),
        }
    }
}

/// A file to which every article adds.
#[derive(Debug)]
struct Shared {
    file: BufWriter<File>,
    sum: crc32fast::Hasher,
}

impl Shared {
    fn create(path: &Path) -> io::Result<Self> {
        let file = BufWriter::with_capacity(1 << 16, File::create(path)?);
        Ok(Self { file, sum: crc32fast::Hasher::new() })
    }

    /// Whether the file holds what was written.
    fn holds(mut self, path: &Path) -> io::Result<bool> {
        self.file.flush()?;
        Ok(sum(path)? == self.sum.finalize())
    }
}

impl io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all(bytes)?;
        self.sum.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Where the files of a [`Sink`] are written, from any thread.
#[derive(Clone, Debug)]
pub struct SinkFolder(PathBuf);

impl SinkFolder {
    /// Writes the files that an article has for itself, and reads them again.
    ///
    /// # Errors
    /// When the system says no, a name leads out of the folder, or what is read is not what was written.
    pub fn write(&self, encoded: &Encoded) -> Result<(), ExportError> {
        let own = encoded.pieces.iter().filter(|p| matches!(p.part, PieceKind::Whole | PieceKind::Text));
        own.into_iter().try_for_each(|piece| self.file(&piece.path, &piece.bytes))
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        if let Err(error) = fs::write(&path, bytes) {
            let folder = path.parent().filter(|_| error.kind() == io::ErrorKind::NotFound);
            fs::create_dir_all(folder.ok_or_else(|| io(error))?).map_err(io)?;
            fs::write(&path, bytes).map_err(io)?;
        }
        if fs::read(&path).map_err(io)? == bytes { Ok(()) } else { Err(ExportError::Otherwise(path)) }
    }

    fn path(&self, name: &str) -> Result<PathBuf, ExportError> {
        let inside = Path::new(name).components().all(|c| matches!(c, Component::Normal(_)));
        if inside { Ok(self.0.join(name)) } else { Err(ExportError::Outside(name.to_owned())) }
    }
}

impl Sink {
    /// Begins a dataset of the workspace `root` that will stand in `target`, a folder that need not be there.
    ///
    /// # Errors
    /// When the folder lies in the workspace, not in a hidden folder of it, or cannot be made or written.
    pub fn create(root: &Path, target: &Path) -> Result<Self, ExportError> {
        let io = |source| ExportError::Io { path: target.to_owned(), source };
        if lies_among(root, target).map_err(io)? {
            return Err(ExportError::Among(target.to_owned()));
        }
        let mut folders = NewFolders::default();
        folders.make(target).map_err(io)?;
        let work = tempfile::Builder::new().prefix(litter::EXPORT_PREFIX).tempdir_in(target).map_err(io)?;
        litter::clean(target, &fs::metadata(work.path()).map_err(io)?);
        let (shared, tables) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self {
            target: target.to_owned(),
            work,
            _folders: folders,
            shared,
            tables,
            shard_bytes: SHARD_BYTES,
            files: BTreeSet::new(),
        })
    }

    /// Divides tables into files of about so many bytes.
    #[must_use]
    pub const fn with_shard_bytes(mut self, bytes: u64) -> Self {
        self.shard_bytes = bytes;
        self
    }

    /// Where files are written.
    #[must_use]
    pub fn folder(&self) -> SinkFolder {
        SinkFolder(self.work.path().to_owned())
    }

    /// Adds an article, whose own files [`SinkFolder::write`] has written.
    ///
    /// # Errors
    /// When the system says no, or a name leads out of the folder.
    pub fn put(&mut self, format: &Format, schema: &Schema, encoded: Encoded) -> Result<(), ExportError> {
        for piece in encoded.pieces {
            match piece.part {
                PieceKind::Whole | PieceKind::Text => {
                    if !self.files.insert(piece.path.clone()) {
                        return Err(ExportError::Twice(piece.path));
                    }
                }
                PieceKind::Next => self.next(format, &piece.path, &piece.bytes)?,
                PieceKind::Rows => self.rows(schema, &piece.path, &piece.bytes)?,
            }
        }
        Ok(())
    }

    fn next(&mut self, format: &Format, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.folder().path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        if let Some(shared) = self.shared.get_mut(name) {
            shared.write_all(format.frame.between).map_err(io)?;
            return shared.write_all(bytes).map_err(io);
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(io)?;
        }
        let mut shared = Shared::create(&path).map_err(io)?;
        shared.write_all(format.head(name)).map_err(io)?;
        shared.write_all(bytes).map_err(io)?;
        self.shared.insert(name.to_owned(), shared);
        Ok(())
    }

    fn rows(&mut self, schema: &Schema, name: &str, lines: &[u8]) -> Result<(), ExportError> {
        let shards = match self.tables.remove(name) {
            Some(shards) if shards.table.bytes() < self.shard_bytes => shards,
            Some(Shards { table, name: full, mut complete }) => {
                let wrong = |source| ExportError::Table { path: self.folder().0.join(&full), source };
                let (_, written) = table.finish().map_err(wrong)?;
                complete.push((full, written));
                self.shard(schema, Shards::name(name, complete.len()), complete)?
            }
            None => self.shard(schema, name.to_owned(), Vec::new())?,
        };
        let path = self.folder().path(&shards.name)?;
        let shards = self.tables.entry(name.to_owned()).or_insert(shards);
        shards.table.push(lines).map_err(|source| ExportError::Table { path, source })
    }

    fn shard(
        &self,
        schema: &Schema,
        name: String,
        complete: Vec<(String, Rows)>,
    ) -> Result<Shards, ExportError> {
        let path = self.folder().path(&name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(io)?;
        }
        let table = ParquetTable::create(File::create(&path).map_err(io)?, schema);
        let table = table.map_err(|source| ExportError::Table { path: path.clone(), source })?;
        Ok(Shards { table, name, complete })
    }

    /// The paths of the files to which every article adds.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let complete = self.tables.values().flat_map(|shards| shards.complete.iter().map(|(name, _)| name));
        let tables = complete.chain(self.tables.values().map(|shards| &shards.name));
        self.shared.keys().chain(tables).cloned().collect()
    }

    /// Sections that wait, beside the data, to be written by [`Sink::sectioned`].
    #[must_use]
    pub fn sections<K: Ord + Copy>(&self) -> Sections<K> {
        Sections::waiting_in(self.work.path())
    }

    /// Adds a file of a beginning, sections below their headings, and an end; and reads it again.
    ///
    /// # Errors
    /// As [`SinkFolder::write`].
    pub fn sectioned<K: Ord + Copy>(
        &mut self,
        name: &str,
        sections: Sections<K>,
        heading: &dyn Fn(usize, K) -> String,
        (begin, end): (&str, &str),
    ) -> Result<(), ExportError> {
        let path = self.folder().path(name)?;
        let io = |source| ExportError::Io { path: path.clone(), source };
        let mut file = Shared::create(&path).map_err(io)?;
        file.write_all(begin.as_bytes()).map_err(io)?;
        sections.write(heading, &mut file).map_err(io)?;
        file.write_all(end.as_bytes()).map_err(io)?;
        if !file.holds(&path).map_err(io)? {
            return Err(ExportError::Otherwise(path));
        }
        self.files.insert(name.to_owned());
        Ok(())
    }

    /// Adds a file as a whole.
    ///
    /// # Errors
    /// As [`SinkFolder::write`].
    pub fn whole(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.folder().file(name, bytes)?;
        self.files.insert(name.to_owned());
        Ok(())
    }

    /// Reads what articles share again while `go_on` says so, then puts everything in its place; gives the files, by path.
    ///
    /// # Errors
    /// When what is on disk is not what was written, the system says no, or it was stopped.
    pub fn finish(mut self, format: &Format, go_on: &dyn Fn() -> bool) -> Result<Vec<String>, ExportError> {
        let folder = self.folder();
        for (name, mut shared) in std::mem::take(&mut self.shared) {
            if !go_on() {
                return Err(ExportError::Stopped);
            }
            let path = folder.path(&name)?;
            let io = |source| ExportError::Io { path: path.clone(), source };
            shared.write_all(format.frame.after).map_err(io)?;
            if !shared.holds(&path).map_err(io)? {
                return Err(ExportError::Otherwise(path));
            }
            self.files.insert(name);
        }
        let mut complete = Vec::new();
        for Shards { table, name, complete: mut before } in std::mem::take(&mut self.tables).into_values() {
            let wrong = |source| ExportError::Table { path: folder.0.join(&name), source };
            let (_, written) = table.finish().map_err(wrong)?;
            complete.append(&mut before);
            complete.push((name, written));
        }
        for (name, written) in complete {
            if !go_on() {
                return Err(ExportError::Stopped);
            }
            let path = folder.path(&name)?;
            let io = |source| ExportError::Io { path: path.clone(), source };
            let wrong = |source| ExportError::Table { path: path.clone(), source };
            if count_rows(File::open(&path).map_err(io)?).map_err(wrong)? != written {
                return Err(ExportError::Otherwise(path));
            }
            self.files.insert(name);
        }
        if let Some(how) = format.archive() {
            self.files = packing::pack(self.work.path(), &self.files, how)?;
        }
        if !go_on() {
            return Err(ExportError::Stopped);
        }
        let io = |path: &Path, source| ExportError::Io { path: path.to_owned(), source };
        let files: Vec<String> = std::mem::take(&mut self.files).into_iter().collect();
        let placement = Placement::new(self.work.path(), &self.target, &files);
        let mut placement = placement.map_err(|error| io(&self.target, error))?;
        for name in &files {
            let to = self.target.join(name);
            // A link in place of the file itself is replaced; one on the way would lead elsewhere.
            let on_the_way = to.parent().unwrap_or(&self.target);
            bounded::inside(&self.target, on_the_way).map_err(|error| io(&to, error))?;
            let _ = folder.path(name)?;
            placement.put_next().map_err(|error| io(&to, error))?;
        }
        placement.keep();
        Ok(files)
    }
}

/// Whether a folder, which need not be there, is the workspace or lies in it where it is looked at for articles.
fn lies_among(root: &Path, folder: &Path) -> io::Result<bool> {
    let (root, folder) = (fs::canonicalize(root)?, std::path::absolute(folder)?);
    let there = folder.ancestors().find_map(|part| Some((part, fs::canonicalize(part).ok()?)));
    let Some((part, real)) = there else { return Ok(false) };
    let real = folder.strip_prefix(part).map_or_else(|_| real.clone(), |rest| real.join(rest));
    let Ok(below) = real.strip_prefix(&root) else { return Ok(false) };
    Ok(!below.iter().any(|part| part.as_encoded_bytes().starts_with(b".")))
}

/// The checksum of a file, to find what was written otherwise than it was given: CRC-32 (IEEE 802.3).
fn sum(path: &Path) -> io::Result<u32> {
    let mut file = File::open(path)?;
    let mut sum = crc32fast::Hasher::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(sum.finalize());
        }
        sum.update(&buffer[..read]);
    }
}
