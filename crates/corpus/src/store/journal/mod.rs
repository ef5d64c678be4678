//! The journal on disk: appended to and synced, found again wherever its workspace lies.
//!
//! ```text
//! <state>/journals/<workspace>/workspace.json     which folder it is
//!                              asha.journal       what Asha did in it
//!                              asha.lock          held by the window that writes it
//!                              asha.writer.lock   held by whoever writes her files ([`super::Writers`])
//!                              asha.entities      what she did to her part of the registry
//!                              asha.2.journal     of another window of hers, where two were open at once
//! ```
//! What is in a journal of a window that ended is taken over by the next one.

mod file;
mod index;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::file::{Locked, OpenFile};
use crate::format::Issue;
use crate::format::journal::{Record, SavedRecord};
use crate::model::{Annotator, EditId};
use crate::store::bounded::{self, MAX_SIDECAR_BYTES};
use crate::store::identity::Workspace;
use crate::store::write;
use crate::words::text;

const SUFFIX: &str = ".journal";
/// How the file ends that has the history of an annotator's entities.
const ENTITY_STEPS: &str = ".entities";
/// More windows of one annotator than this are not journalled.
const MAX_WINDOWS: usize = 16;

/// What one annotator did in one workspace. The file is made when there is something to be written.
#[derive(Debug)]
pub struct Journal {
    journals: PathBuf,
    workspace: Workspace,
    annotator: Annotator,
    open: Option<OpenFile>,
    /// What is saved of edits that come later: a save may overtake them.
    unwritten: Vec<SavedRecord>,
}

impl Journal {
    /// The journal of an annotator in the workspace that lies at `root`, in the folder `journals`; with what was not as it should
    /// be in it. One that is there is held until it is dropped: another window has one of its own meanwhile.
    ///
    /// # Errors
    /// When the workspace is not there, or the system says no.
    pub fn open(journals: &Path, root: &Path, annotator: &Annotator) -> io::Result<(Self, Vec<Issue>)> {
        let workspace = Workspace::at(root)?;
        let found = workspace.find(journals).is_some_and(|folder| !files(&folder, annotator).is_empty());
        let (journals, annotator) = (journals.to_owned(), annotator.clone());
        let mut journal = Self { journals, workspace, annotator, open: None, unwritten: Vec::new() };
        let mut issues = Vec::new();
        if found {
            journal.file(&mut issues)?;
        }
        Ok((journal, issues))
    }

    /// The file, opened where it is not.
    fn file(&mut self, issues: &mut Vec<Issue>) -> io::Result<&mut OpenFile> {
        if self.open.as_ref().is_none_or(|open| !open.is_in_place()) {
            self.open = None;
            let folder = self.workspace.folder(&self.journals)?;
            let mut open = self.free_file(&folder, issues)?;
            self.take_over(&folder, &mut open, issues)?;
            self.open = Some(open);
        }
        self.open.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// The first file that no other window writes.
    fn free_file(&self, folder: &Path, issues: &mut Vec<Issue>) -> io::Result<OpenFile> {
        for window in 1..=MAX_WINDOWS {
            if let Locked::Open(open) = OpenFile::open(&folder.join(name(&self.annotator, window)), issues)? {
                return Ok(*open);
            }
        }
        Err(io::Error::other(text("store-journal-windows")))
    }

    /// What is unsaved in journals of windows that have ended comes into this one.
    fn take_over(&self, folder: &Path, own: &mut OpenFile, issues: &mut Vec<Issue>) -> io::Result<()> {
        let mut others = files(folder, &self.annotator);
        others.retain(|path| path != own.path());
        for path in others {
            let Locked::Open(other) = OpenFile::open(&path, issues)? else { continue };
            let unsaved = other.unsaved()?;
            let readable: Vec<Record> = unsaved.iter().flatten().cloned().collect();
            own.append(&readable)?;
            if readable.len() == unsaved.len() {
                fs::remove_file(&path)?;
            } else {
                let (what, name) = (text("store-journal-records"), path.file_name().unwrap_or_default());
                issues.push(Issue::new(name.to_string_lossy(), what, file::set_aside(&path)?));
            }
        }
        Ok(())
    }

    /// Appends records and syncs them; an edit that is there already is not written again.
    ///
    /// # Errors
    /// When the system says no; the file is as it was then.
    pub fn append(&mut self, records: &[Record]) -> io::Result<()> {
        let mut issues = Vec::new();
        let file = self.file(&mut issues)?;
        for issue in &issues {
            log::warn!("{issue}");
        }
        file.append(records)?;
        for saved in std::mem::take(&mut self.unwritten) {
            self.mark_saved(saved)?;
        }
        Ok(())
    }

    /// Notes that edits are in a sidecar. It is not synced: where this is lost, it is found out by reading the sidecar.
    ///
    /// # Errors
    /// When the system says no.
    pub fn mark_saved(&mut self, saved: SavedRecord) -> io::Result<()> {
        if let Some(open) = &mut self.open {
            return open.write(&[Record::Saved(saved)]);
        }
        // Where nothing is written yet there is no file for it.
        self.unwritten.retain(|known| known.file != saved.file);
        self.unwritten.push(saved);
        Ok(())
    }

    /// Whether an edit is in it.
    #[must_use]
    pub fn has(&self, edit: EditId) -> bool {
        self.open.as_ref().is_some_and(|open| open.has(edit))
    }

    /// All records about an article, in order.
    ///
    /// # Errors
    /// When the system says no.
    pub fn of(&self, file: &str) -> io::Result<Vec<Record>> {
        self.open.as_ref().map_or_else(|| Ok(Vec::new()), |open| open.of(file))
    }

    /// Articles with edits that are in no sidecar, by name.
    #[must_use]
    pub fn unsaved_files(&self) -> Vec<Arc<str>> {
        self.open.as_ref().map_or_else(Vec::new, OpenFile::unsaved_files)
    }
}

/// What was done to an annotator's part of the registry in the workspace at `root`, as [`keep_entity_steps`] kept it; nothing where
/// nothing was.
///
/// # Errors
/// When it cannot be read.
pub fn entity_steps(journals: &Path, root: &Path, annotator: &Annotator) -> io::Result<Option<Vec<u8>>> {
    let Some(folder) = Workspace::at(root)?.find(journals) else { return Ok(None) };
    bounded::read(&folder.join(format!("{annotator}{ENTITY_STEPS}")), MAX_SIDECAR_BYTES)
}

/// Keeps what was done to an annotator's part of the registry, in place of what was kept before.
///
/// # Errors
/// When the system says no; what was kept before is there then.
pub fn keep_entity_steps(
    journals: &Path,
    root: &Path,
    annotator: &Annotator,
    bytes: &[u8],
) -> io::Result<()> {
    let folder = Workspace::at(root)?.folder(journals)?;
    write::replace(&folder.join(format!("{annotator}{ENTITY_STEPS}")), bytes)
}

/// Articles of the workspace at `root` with edits that are in no sidecar, of any annotator, as its journals stand; they are only
/// looked at.
#[must_use]
pub fn unsaved_in(journals: &Path, root: &Path) -> Vec<(Arc<str>, Annotator)> {
    let folder = Workspace::at(root).ok().and_then(|workspace| workspace.find(journals));
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok());
    let mut all = Vec::new();
    for path in entries.into_iter().flatten().flatten().map(|entry| entry.path()) {
        let Some(annotator) = annotator_of(&path) else { continue };
        let Ok(bytes) = fs::read(&path) else { continue };
        let files = file::unsaved_of(&bytes);
        all.extend(files.into_iter().map(|file| (file, annotator.clone())));
    }
    all.sort();
    all.dedup();
    all
}

/// The journals of an annotator, by name.
fn files(folder: &Path, annotator: &Annotator) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| annotator_of(path).as_ref() == Some(annotator));
    files.sort();
    files
}

/// Whose journal it is; a name has no dot.
fn annotator_of(path: &Path) -> Option<Annotator> {
    let name = path.file_name()?.to_str()?.strip_suffix(SUFFIX)?;
    Annotator::new(name.split('.').next()?).ok()
}

fn name(annotator: &Annotator, window: usize) -> String {
    if window == 1 { format!("{annotator}{SUFFIX}") } else { format!("{annotator}.{window}{SUFFIX}") }
}
