//! Seeing that files below a folder change: by the system's word, or by looking again and again where none can be had.
//!
//! What is hidden is not told of, nor what is only read.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use walkdir::WalkDir;

use super::stamp::look_of;

/// Something that was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WatchEvent {
    /// A file or folder was made, changed or taken away: its path, relative to the folder, with `/` between folders.
    Path(String),
    /// Any of them may have been: the system could not tell of all.
    Any,
}

/// The system's word that files change, until it is dropped.
#[derive(Debug)]
pub struct FolderWatch {
    _watcher: RecommendedWatcher,
}

impl FolderWatch {
    /// Begins to watch a folder, its folders, and theirs. `seen` is called on a thread of the system's library, and must not
    /// wait.
    ///
    /// # Errors
    /// In words, when the system gives no watch: it has none, or no more of them, or the folder is not there.
    pub fn begin(root: &Path, seen: impl Fn(WatchEvent) + Send + 'static) -> Result<Self, String> {
        let folder = root.to_owned();
        let handle = move |event: notify::Result<Event>| match event {
            Ok(event) if event.need_rescan() => seen(WatchEvent::Any),
            Ok(event) if changes_something(event.kind) => {
                event
                    .paths
                    .iter()
                    .filter_map(|path| relative(&folder, path))
                    .for_each(|path| seen(WatchEvent::Path(path)));
            }
            Ok(_) => {}
            Err(error) => {
                log::warn!("something may have changed unseen: {error}");
                seen(WatchEvent::Any);
            }
        };
        let words = |error: notify::Error| error.to_string();
        let mut watcher = notify::recommended_watcher(handle).map_err(words)?;
        watcher.watch(root, RecursiveMode::Recursive).map_err(words)?;
        Ok(Self { _watcher: watcher })
    }
}

fn changes_something(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Any
        | EventKind::Other
        | EventKind::Create(_)
        | EventKind::Remove(_) => true,
        EventKind::Modify(what) => !matches!(what, ModifyKind::Metadata(_)),
        EventKind::Access(_) => false,
    }
}

/// A path as articles are named; nothing for what is hidden, or is not named in text. The folder itself is the empty name.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(OsStr::to_str).collect();
    let parts = parts.filter(|parts| parts.iter().all(|part| !part.starts_with('.')))?;
    Some(parts.join("/"))
}

/// What a file looks like: length, last change of its bytes and of its entry, in nanoseconds.
type Look = (u64, i128, i128);

/// Looks at a folder again and again.
#[derive(Debug)]
pub struct FolderPoll {
    root: PathBuf,
    known: BTreeMap<String, Look>,
}

impl FolderPoll {
    /// Takes the folder as it is now.
    #[must_use]
    pub fn begin(root: &Path) -> Self {
        Self { root: root.to_owned(), known: look(root) }
    }

    /// What has changed since it was last looked, by path.
    pub fn look(&mut self) -> Vec<WatchEvent> {
        let now = look(&self.root);
        let gone = self.known.keys().filter(|path| !now.contains_key(*path));
        let changed = now.iter().filter(|(path, look)| self.known.get(*path) != Some(*look));
        let mut seen: Vec<WatchEvent> =
            gone.chain(changed.map(|(path, _)| path)).cloned().map(WatchEvent::Path).collect();
        seen.sort();
        self.known = now;
        seen
    }
}

fn look(root: &Path) -> BTreeMap<String, Look> {
    let all = WalkDir::new(root).min_depth(1).follow_links(true).into_iter();
    let all = all.filter_entry(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
    let files = all.filter_map(Result::ok).filter_map(|entry| {
        let meta = entry.metadata().ok()?;
        // A folder changes with each file in it, and those are told of.
        let look = if meta.is_dir() { (0, 0, 0) } else { look_of(&meta) };
        Some((relative(root, entry.path())?, look))
    });
    files.collect()
}

/// What lies at the path of something that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Nothing any more.
    Nothing,
}

/// What lies at a path relative to a folder.
#[must_use]
pub fn what_lies_at(root: &Path, path: &str) -> Lies {
    match std::fs::metadata(root.join(path)) {
        Ok(meta) if meta.is_dir() => Lies::Folder,
        Ok(_) => Lies::File,
        Err(_) => Lies::Nothing,
    }
}
