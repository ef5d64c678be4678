//! One journal file, held by one window.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::index::{Index, KEPT_BYTES, KEPT_STEPS};
use crate::format::Issue;
use crate::format::journal::{Frames, JournalError, Record, frame, header};
use crate::model::EditId;
use crate::store::bounded;
use crate::store::identity::is_same_file;
use crate::store::write;
use crate::words::{say, shown, text};

/// A file with more records than this is looked through for what may go.
const COMPACT_FROM: usize = 2 * KEPT_STEPS;
/// So is one that has grown by this, in bytes.
const COMPACT_FROM_BYTES: u64 = KEPT_BYTES;
/// A longer file is not read, in bytes: one of this program stays far below.
const MAX_BYTES: u64 = 8 << 30;

/// A file that was to be opened.
#[derive(Debug)]
pub(super) enum Locked {
    /// It is this window's now.
    Open(Box<OpenFile>),
    /// Another window has it, or a later version of the program wrote it.
    Elsewhere,
}

/// A journal file that is open and locked.
#[derive(Debug)]
pub(super) struct OpenFile {
    path: PathBuf,
    file: File,
    /// Where the last whole record ends.
    length: u64,
    index: Index,
    /// How many records there were when it was last looked through for what may go, and how long it was then.
    compacted: (usize, u64),
    _lock: File,
}

impl OpenFile {
    /// Opens a file, which is made where there is none. What is no record at its end is cut off: it was being written when
    /// the program was ended.
    pub(super) fn open(path: &Path, issues: &mut Vec<Issue>) -> io::Result<Locked> {
        let lock = File::create(path.with_extension("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Locked::Elsewhere),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = bounded::read(path, MAX_BYTES)?.unwrap_or_default();
        let frames = match Frames::find(&bytes) {
            Ok(frames) => frames,
            Err(error @ JournalError::OtherVersion(_)) => {
                log::warn!("left as it is ({error}): {}", path.display());
                return Ok(Locked::Elsewhere);
            }
            Err(error @ JournalError::OtherFormat) => {
                let what = say!("store-journal-unreadable", error = shown(error));
                issues.push(Issue::new(name, what, set_aside(path)?));
                return Self::open_locked(path, lock, &[], &Frames::default());
            }
        };
        for damaged in frames.damaged.iter().filter(|damaged| damaged.end < bytes.len()) {
            let what = say!("store-journal-damaged", count = shown(damaged.len()));
            issues.push(Issue::new(name.clone(), what, text("store-journal-damaged-hint")));
        }
        Self::open_locked(path, lock, &bytes, &frames)
    }

    fn open_locked(path: &Path, lock: File, bytes: &[u8], frames: &Frames) -> io::Result<Locked> {
        let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        let mut whole = frames.whole_length(bytes.len());
        if whole < bytes.len() {
            log::info!(
                "{} bytes that were being written are cut off: {}",
                bytes.len() - whole,
                path.display()
            );
            file.set_len(whole as u64)?;
        }
        let index = index(bytes, frames);
        if whole == 0 {
            whole = header().len();
            (&file).write_all(&header())?;
            file.sync_all()?;
            path.parent().into_iter().for_each(write::sync_folder);
        }
        let (length, path) = (whole as u64, path.to_owned());
        let mut open = Self { path, file, length, index, compacted: (0, 0), _lock: lock };
        open.compact_when_long()?;
        Ok(Locked::Open(Box::new(open)))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file still lies where it is looked for.
    pub(super) fn is_in_place(&self) -> bool {
        match (fs::metadata(&self.path), self.file.metadata()) {
            (Ok(there), Ok(open)) => is_same_file(&there, &open) && open.len() >= self.length,
            _ => false,
        }
    }

    pub(super) fn has(&self, edit: EditId) -> bool {
        self.index.has(edit)
    }

    pub(super) fn unsaved_files(&self) -> Vec<Arc<str>> {
        self.index.unsaved_files()
    }

    /// The records about an article.
    pub(super) fn of(&self, file: &str) -> io::Result<Vec<Record>> {
        Ok(self.read(self.index.of(file))?.into_iter().flatten().collect())
    }

    /// The edits that are in no sidecar, as far as they are in none, in order; nothing for one that cannot be read.
    pub(super) fn unsaved(&self) -> io::Result<Vec<Option<Record>>> {
        let (payloads, files): (Vec<_>, Vec<_>) = self.index.unsaved_edits().into_iter().unzip();
        let mut records = self.read(payloads)?;
        for (record, files) in records.iter_mut().zip(files) {
            if let Some(Record::Edit(edit)) = record {
                edit.parts.retain(|part| files.contains(&part.file));
            }
        }
        Ok(records)
    }

    fn read(&self, payloads: Vec<Range<u64>>) -> io::Result<Vec<Option<Record>>> {
        let decoded = |payload| {
            let record = Record::decode(&self.payload(&payload)?);
            let failed = |error| log::warn!("a record cannot be read ({error}): {}", self.path.display());
            Ok(record.map_err(failed).ok())
        };
        payloads.into_iter().map(decoded).collect()
    }

    fn payload(&self, place: &Range<u64>) -> io::Result<Vec<u8>> {
        let length = usize::try_from(place.end - place.start).map_err(io::Error::other)?;
        let mut bytes = vec![0; length];
        (&self.file).seek(SeekFrom::Start(place.start))?;
        (&self.file).read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Appends records and syncs them.
    pub(super) fn append(&mut self, records: &[Record]) -> io::Result<()> {
        let is_new = |record: &&Record| match record {
            Record::Edit(edit) => !self.index.has(edit.edit),
            Record::Saved(_) => true,
        };
        let new: Vec<Record> = records.iter().filter(is_new).cloned().collect();
        let before = self.length;
        self.write_frames(&new).and_then(|places| {
            // What cannot be synced may be lost, so it counts as not written.
            self.file.sync_data().inspect_err(|_| self.cut(before))?;
            self.note(&new, places);
            Ok(())
        })?;
        self.compact_when_long()
    }

    /// Writes records without syncing them.
    pub(super) fn write(&mut self, records: &[Record]) -> io::Result<()> {
        let places = self.write_frames(records)?;
        self.note(records, places);
        Ok(())
    }

    fn note(&mut self, records: &[Record], places: Vec<Range<u64>>) {
        for (record, place) in records.iter().zip(places) {
            self.length = place.end;
            self.index.push(record, place);
        }
    }

    /// Writes frames behind the last record; where that fails the file is as it was.
    fn write_frames(&self, records: &[Record]) -> io::Result<Vec<Range<u64>>> {
        let (mut bytes, mut places) = (Vec::new(), Vec::with_capacity(records.len()));
        for record in records {
            let payload = record.encode();
            let frame = frame(&payload).ok_or(io::ErrorKind::FileTooLarge)?;
            bytes.extend(frame);
            let end = self.length + bytes.len() as u64;
            places.push(end - payload.len() as u64..end);
        }
        (&self.file).seek(SeekFrom::Start(self.length))?;
        (&self.file).write_all(&bytes).inspect_err(|_| self.cut(self.length))?;
        Ok(places)
    }

    fn cut(&self, length: u64) {
        if let Err(error) = self.file.set_len(length) {
            log::error!(
                "what was half written stays, and is left out when it is read ({error}): {}",
                self.path.display()
            );
        }
    }

    /// Leaves out what is old and saved, where there is much of it.
    fn compact_when_long(&mut self) -> io::Result<()> {
        let (records, length) = self.compacted;
        if self.index.len() < records + COMPACT_FROM && self.length < length + COMPACT_FROM_BYTES {
            return Ok(());
        }
        let kept = self.index.worth_keeping();
        let left = kept.iter().map(|payload| payload.end - payload.start).sum::<u64>();
        self.compacted = (kept.len(), left);
        let spares_few = kept.len() + KEPT_STEPS / 2 > self.index.len();
        if spares_few && left + COMPACT_FROM_BYTES / 2 > self.length {
            return Ok(());
        }
        let mut bytes = header();
        for place in &kept {
            let frame = frame(&self.payload(place)?).ok_or(io::ErrorKind::FileTooLarge)?;
            bytes.extend(frame);
        }
        write::replace(&self.path, &bytes)?;
        self.file = File::options().read(true).write(true).open(&self.path)?;
        self.length = bytes.len() as u64;
        self.index = index(&bytes, &Frames::find(&bytes).map_err(io::Error::other)?);
        Ok(())
    }
}

/// Renames a file that cannot be used, and says what it is called now.
pub(super) fn set_aside(path: &Path) -> io::Result<String> {
    let time = jiff::Timestamp::now().as_millisecond();
    let aside = path.with_extension(format!("damaged-{time}"));
    fs::rename(path, &aside)?;
    Ok(say!("store-journal-renamed", path = shown(aside.display())))
}

/// Articles with edits in a journal's bytes that are in no sidecar.
pub(super) fn unsaved_of(bytes: &[u8]) -> Vec<Arc<str>> {
    Frames::find(bytes).map_or_else(|_| Vec::new(), |frames| index(bytes, &frames).unsaved_files())
}

fn index(bytes: &[u8], frames: &Frames) -> Index {
    let mut index = Index::default();
    for payload in &frames.payloads {
        match Record::decode(&bytes[payload.clone()]) {
            Ok(record) => index.push(&record, payload.start as u64..payload.end as u64),
            Err(error) => log::warn!("a record of the journal cannot be read: {error}"),
        }
    }
    index
}
