//! One writer for each annotator of a workspace: a lock in the user's own folder, never in the workspace.
//!
//! ```text
//! <state>/journals/<workspace>/asha.writer.lock     empty; whoever writes holds the system's lock on it
//!                              asha.writer.holder   host, process id and since when, a line each
//! ```
//! It lies beside the journal of the workspace, which is found wherever that lies ([`super::identity`]). The system lets go of the
//! lock when its holder ends, however it ends. Two machines that share a folder of articles do not share this one, as a rule;
//! there the comparison before each save ([`super::save`]) is what guards. A folder opened as a part of a larger one is another
//! workspace.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::identity::{Workspace, is_same_file};
use super::write;
use crate::model::{Annotator, Timestamp};
use crate::words::{say, shown, system, text};

/// The program that holds a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The machine it runs on.
    pub host: String,
    /// Its number there.
    pub process: u32,
    /// When it took the lock.
    pub since: Timestamp,
}

impl Holder {
    /// This program, from now on.
    fn this(since: Timestamp) -> Self {
        Self { host: host(), process: std::process::id(), since }
    }

    fn encode(&self) -> String {
        format!("{}\n{}\n{}\n", self.host, self.process, self.since)
    }

    fn decode(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (host, process, since) = (lines.next()?, lines.next()?, lines.next()?);
        Some(Self { host: host.to_owned(), process: process.parse().ok()?, since: since.parse().ok()? })
    }

    /// Whether it is known to run: on this machine, where the system says so. On another one it cannot be known.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        let processes = Path::new("/proc");
        self.host == host() && (!processes.is_dir() || processes.join(self.process.to_string()).is_dir())
    }

    /// Whether it was killed and has not quite ended, as one whose disk is slow: the system lets go of its lock as soon as it has.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        let status = || fs::read_to_string(format!("/proc/{}/status", self.process));
        self.host == host() && status().is_ok_and(|status| is_killed(&status))
    }
}

/// SIGKILL, the ninth, in a mask of signals.
const KILL: u64 = 1 << 8;

/// Whether a process is killed, by what Linux says of it in `/proc/<pid>/status`: it is dead, or the signal that kills waits for it.
fn is_killed(status: &str) -> bool {
    let is_waiting = |mask: &str| u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask & KILL != 0);
    status.lines().filter_map(|line| line.split_once(':')).any(|(key, value)| match key {
        "State" => value.trim_start().starts_with(['Z', 'X']),
        "SigPnd" | "ShdPnd" => is_waiting(value),
        _ => false,
    })
}

/// As in `pc-7, since 10:42`: by the clock of this machine, with the day where it is not today.
impl std::fmt::Display for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let zone = jiff::tz::TimeZone::system();
        let since = self.since.moment().to_zoned(zone.clone());
        let is_today = since.date() == jiff::Timestamp::now().to_zoned(zone).date();
        let mut time = shown(since.strftime("%H:%M"));
        if !is_today {
            let (day, year) = (shown(since.day()), shown(since.year()));
            let month = text(&format!("month-{}", since.month()));
            time = say!("date-and-time", day = day, month = month, year = year, time = time);
        }
        f.write_str(&say!("store-holder", host = self.host.as_str(), time = time))
    }
}

fn host() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// Why a lock was not taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another program has it.
    #[error("{}", held_words(annotator, .holder.as_ref(), root))]
    Held {
        /// Whose.
        annotator: Annotator,
        /// Who has it, where it has said so.
        holder: Option<Holder>,
        /// The workspace.
        root: PathBuf,
    },
    /// The system says no.
    #[error("{}", say!("store-lock-io", error = system(source), path = shown(path.display())))]
    Io {
        /// The lock's file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

fn held_words(annotator: &Annotator, holder: Option<&Holder>, root: &Path) -> String {
    let (annotator, path) = (annotator.as_str(), shown(root.display()));
    let Some(holder) = holder else { return say!("store-lock-held", annotator = annotator, path = path) };
    let (holder, process) = (shown(holder), shown(holder.process));
    say!("store-lock-held-by", annotator = annotator, holder = holder, process = process, path = path)
}

/// The right to write an annotator's files of a workspace; given back when it is dropped, or its program ends.
#[derive(Debug)]
pub struct WriterLock {
    /// The file, locked as long as it is open, and where it lies; nothing where there is no folder for locks.
    file: Option<(File, PathBuf)>,
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        // Before the lock goes, so that it is not the next holder's; nor that of one who has taken over.
        if let Some((file, path)) = self.file.take()
            && is_at(&file, &path)
            && let Err(error) = fs::remove_file(path.with_extension("holder"))
        {
            log::debug!("{error}: {}", path.display());
        }
    }
}

/// The locks this program holds; what it holds already it may take again.
#[derive(Debug, Default)]
pub struct Writers {
    journals: Option<PathBuf>,
    held: Mutex<HashMap<PathBuf, Weak<WriterLock>>>,
}

/// How often it is begun anew where another program puts a new file in the lock's place meanwhile.
const ATTEMPTS: usize = 8;

impl Writers {
    /// Those in the folder of the journals, made when the first is taken; without one nobody is kept from writing.
    #[must_use]
    pub fn new(journals: Option<PathBuf>) -> Self {
        Self { journals, held: Mutex::default() }
    }

    /// The other program that writes an annotator's files of a workspace, where it has said so and is known to run. Nothing is
    /// locked to find out.
    #[must_use]
    pub fn other_holder(&self, root: &Path, annotator: &Annotator) -> Option<Holder> {
        let folder = Workspace::at(root).ok()?.find(self.journals.as_deref()?)?;
        let path = folder.join(name(annotator));
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let is_own = held.get(&path).is_some_and(|known| known.strong_count() > 0);
        read(&path.with_extension("holder")).filter(|holder| !is_own && holder.is_alive())
    }

    /// Takes the lock of an annotator in the workspace `root`; does not wait.
    ///
    /// # Errors
    /// When another program has it, or the system says no.
    pub fn take(
        &self,
        root: &Path,
        annotator: &Annotator,
        now: &Timestamp,
    ) -> Result<Arc<WriterLock>, LockError> {
        self.take_with(root, annotator, now, &|_, refused| Err(refused))
    }

    /// Takes the lock from a holder that does not run any more, though the system has not let go of it: of another machine,
    /// where the folder of locks is shared.
    ///
    /// # Errors
    /// When the holder is alive, or the system says no.
    pub fn take_over(
        &self,
        root: &Path,
        annotator: &Annotator,
        now: &Timestamp,
    ) -> Result<Arc<WriterLock>, LockError> {
        self.take_with(root, annotator, now, &|path, refused| match refused {
            TryLockError::WouldBlock if is_alive(&path.with_extension("holder")) => Err(refused),
            _ => replace(path).map_err(TryLockError::Error),
        })
    }

    /// Takes the lock; where it is refused, `otherwise` says what becomes of it.
    fn take_with(
        &self,
        root: &Path,
        annotator: &Annotator,
        now: &Timestamp,
        otherwise: &dyn Fn(&Path, TryLockError) -> Result<File, TryLockError>,
    ) -> Result<Arc<WriterLock>, LockError> {
        let Some(journals) = &self.journals else {
            return Ok(Arc::new(WriterLock { file: None }));
        };
        let folder = Workspace::at(root).and_then(|workspace| workspace.folder(journals));
        let folder = folder.map_err(|source| LockError::Io { path: journals.clone(), source })?;
        let path = folder.join(name(annotator));
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = held.get(&path).and_then(Weak::upgrade) {
            return Ok(known);
        }
        let io = |source| LockError::Io { path: path.clone(), source };
        let holder = path.with_extension("holder");
        for _ in 0..ATTEMPTS {
            let file = options().open(&path).map_err(io)?;
            let locked = match file.try_lock() {
                Ok(()) => Ok(file),
                Err(refused) => otherwise(&path, refused),
            };
            let file = match locked {
                Ok(file) => file,
                Err(TryLockError::WouldBlock) => {
                    let holder = read(&holder);
                    return Err(LockError::Held {
                        annotator: annotator.clone(),
                        holder,
                        root: root.to_owned(),
                    });
                }
                Err(TryLockError::Error(error)) => return Err(io(error)),
            };
            if !is_at(&file, &path) {
                continue;
            }
            // Of use only while this program runs, so it is not synced: the first article waits for it.
            let this = Holder::this(now.clone()).encode();
            let staged = write::Staged::new(&holder, this.as_bytes()).map_err(io)?;
            staged.replace_if(&|| true).map_err(io)?;
            let taken = Arc::new(WriterLock { file: Some((file, path.clone())) });
            held.insert(path, Arc::downgrade(&taken));
            return Ok(taken);
        }
        Err(io(io::ErrorKind::ResourceBusy.into()))
    }
}

/// The name of an annotator's lock.
fn name(annotator: &Annotator) -> String {
    format!("{annotator}.writer.lock")
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options
}

/// Puts a new file, which is locked already, in the place of one whose lock is not let go of.
fn replace(path: &Path) -> io::Result<File> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let new = tempfile::Builder::new().prefix(".tippani-").tempfile_in(folder)?;
    new.as_file().try_lock()?;
    new.persist(path).map_err(|error| error.error)
}

fn read(holder: &Path) -> Option<Holder> {
    Holder::decode(&fs::read_to_string(holder).ok()?)
}

fn is_alive(holder: &Path) -> bool {
    // One that has not said who it is has only just begun.
    read(holder).is_none_or(|holder| holder.is_alive())
}

/// Whether the file that was opened is the one that lies there still. Where a system has no file numbers, an open file cannot be
/// replaced either.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => is_same_file(&open, &there),
        _ => !cfg!(unix),
    }
}
