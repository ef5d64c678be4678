//! Telling what other programs change in a workspace, for as long as it is open.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::CancelToken;
use crate::format::article::ArticleKind;
use crate::format::{entities, sidecar, workspace};
use crate::model::Annotator;
use crate::store::{FolderPoll, FolderWatch, Lies, WatchEvent, what_lies_at};

/// Changes are told once nothing has changed for this long.
const QUIET: Duration = Duration::from_millis(100);
/// They do not wait longer than this, however steadily others follow.
const LONGEST_WAIT: Duration = Duration::from_millis(500);
/// Without the system's word it is looked this often, and in large folders more seldom.
const POLL_INTERVAL: Duration = Duration::from_secs(1);
/// Looking takes no larger a share of the time than one of so many parts.
const POLL_SHARE: u32 = 10;

/// What another program changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutsideChange {
    /// The folder has to be looked at again: an article or a sidecar came or went, or the workspace file or the guidelines
    /// changed.
    Folder,
    /// The text of an article; of a web page, it or its frozen text.
    Article(Arc<str>),
    /// An annotator's sidecar of an article was written.
    Sidecar {
        /// The article.
        file: Arc<str>,
        /// Whose.
        annotator: Annotator,
    },
    /// A part of the registry of entities came, went or was written, also by this program.
    Entities,
}

/// Watches a workspace until it is cancelled. `tell` hears of changes some 100 ms after they were made, all that came
/// together at once; `is_own` says of a path, relative to the workspace, whether what lies there was written by this program.
pub fn watch(
    root: &Path,
    cancel: &CancelToken,
    is_own: &dyn Fn(&str) -> bool,
    tell: &mut dyn FnMut(Vec<OutsideChange>),
) {
    let mut tell = |seen: &BTreeSet<WatchEvent>| {
        let changes = changes(root, seen, is_own);
        if !changes.is_empty() {
            tell(changes.into_iter().collect());
        }
    };
    while !cancel.is_cancelled() {
        let (sender, seen) = mpsc::channel();
        let wake = sender.clone();
        // `None` is no change, only the word to look whether it was cancelled.
        cancel.when_cancelled(move || drop(wake.send(None)));
        match FolderWatch::begin(root, move |seen| drop(sender.send(Some(seen)))) {
            Ok(_watch) => hear(root, cancel, &seen, &mut tell),
            Err(error) => {
                log::warn!(
                    "the folder is not watched ({error}); it is looked at now and then: {}",
                    root.display()
                );
                poll(root, cancel, &seen, &mut tell);
            }
        }
        // The folder is not there any more: it may come back, as another one for the system.
        while !cancel.is_cancelled() && what_lies_at(root, "") != Lies::Folder {
            let _ = seen.recv_timeout(POLL_INTERVAL);
        }
        tell(&BTreeSet::from([WatchEvent::Any]));
    }
}

type Heard = Receiver<Option<WatchEvent>>;

/// Tells what the system says, until it is cancelled or the folder is gone.
fn hear(root: &Path, cancel: &CancelToken, seen: &Heard, tell: &mut dyn FnMut(&BTreeSet<WatchEvent>)) {
    while let Ok(first) = seen.recv() {
        let (began, mut all) = (Instant::now(), BTreeSet::from_iter(first));
        while !cancel.is_cancelled() && began.elapsed() < LONGEST_WAIT {
            match seen.recv_timeout(QUIET) {
                Ok(more) => all.extend(more),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // Moved or taken away, it may be another folder by now that lies at its path.
        let is_another =
            all.contains(&WatchEvent::Path(String::new())) || what_lies_at(root, "") != Lies::Folder;
        if cancel.is_cancelled() || is_another {
            return;
        }
        tell(&all);
    }
}

/// Looks at the folder now and then, until it is cancelled or the folder is gone.
fn poll(root: &Path, cancel: &CancelToken, seen: &Heard, tell: &mut dyn FnMut(&BTreeSet<WatchEvent>)) {
    let mut folder = FolderPoll::begin(root);
    let mut pause = POLL_INTERVAL;
    loop {
        let _ = seen.recv_timeout(pause);
        if cancel.is_cancelled() || what_lies_at(root, "") != Lies::Folder {
            return;
        }
        let began = Instant::now();
        let all: BTreeSet<WatchEvent> = folder.look().into_iter().collect();
        pause = POLL_INTERVAL.max(began.elapsed() * POLL_SHARE);
        tell(&all);
    }
}

/// What was seen, as far as it is of a workspace and was not made here.
fn changes(
    root: &Path,
    seen: &BTreeSet<WatchEvent>,
    is_own: &dyn Fn(&str) -> bool,
) -> BTreeSet<OutsideChange> {
    seen.iter().filter_map(|seen| change(root, seen, is_own)).collect()
}

fn change(root: &Path, seen: &WatchEvent, is_own: &dyn Fn(&str) -> bool) -> Option<OutsideChange> {
    let WatchEvent::Path(path) = seen else { return Some(OutsideChange::Folder) };
    let lies = what_lies_at(root, path);
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some((article, annotator)) = sidecar::parse_file_name(path) {
        if is_own(path) {
            return None;
        }
        let written = OutsideChange::Sidecar { file: article.into(), annotator };
        return Some(if lies == Lies::File { written } else { OutsideChange::Folder });
    }
    let is_shared = entities::parse_shared_name(path).is_some();
    if is_shared || entities::parse_file_name(path).is_some() || entities::parse_copy_name(path).is_some() {
        return Some(OutsideChange::Entities);
    }
    let is_article = ArticleKind::of(name).is_some();
    match lies {
        Lies::File if is_article => Some(OutsideChange::Article(path.as_str().into())),
        Lies::File => {
            let is_read = name == workspace::FILE_NAME || sidecar::parse_copy_name(name).is_some();
            is_read.then_some(OutsideChange::Folder)
        }
        Lies::Folder | Lies::Nothing => Some(OutsideChange::Folder),
    }
}
