//! Looking at a folder: what is shown of it before all is found, and what comes of the whole.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::Subject;
use super::leave::Destination;
use super::{Effect, Now, Session};
use crate::jobs::{JobKind, Request, ScannedWorkspace};

/// How much of a folder was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundExtent {
    /// All of it.
    Whole,
    /// Some articles, and the rest comes.
    Part,
}

/// How far a scan has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Articles found so far.
    pub articles: usize,
    /// Whether the folder is shown already, with those.
    is_entered: bool,
}

impl Session {
    /// Opens a folder instead of any that was asked for before.
    pub(super) fn open_workspace(&mut self, path: PathBuf) -> Vec<Effect> {
        self.forget_next_workspace();
        self.navigation.resumed = None;
        self.scan(path)
    }

    /// Opens a folder with the article that was on screen when it was left.
    pub(super) fn resume(&mut self, path: PathBuf, file: Arc<str>) -> Vec<Effect> {
        self.forget_next_workspace();
        self.navigation.resumed = Some(file.clone());
        self.begin_scan(path.clone(), Request::ScanFrom { path, file })
    }

    fn scan(&mut self, path: PathBuf) -> Vec<Effect> {
        self.begin_scan(path.clone(), Request::Scan(path))
    }

    fn begin_scan(&mut self, path: PathBuf, request: Request) -> Vec<Effect> {
        self.scan_failure = None;
        self.scanning = Some((path, Scan::default()));
        vec![self.jobs.begin(request, Subject::Nothing)]
    }

    /// Looks again at the folder that is open; where another one is being opened, at that.
    pub(super) fn rescan(&mut self) -> Vec<Effect> {
        let opening = self.scanning.as_ref().map(|(path, _)| path.clone());
        let path = opening.or_else(|| self.library.as_ref().map(|l| l.root().to_owned()));
        path.map_or_else(Vec::new, |path| self.scan(path))
    }

    pub(super) fn cancel_scan(&mut self) -> Vec<Effect> {
        self.jobs.cancel(JobKind::Scan);
        match self.scanning.take() {
            // What was found of it is open.
            Some((_, Scan { is_entered: true, .. })) => self.read_corpus_when_free().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// A scan tells what it has found so far. A folder that is being entered is shown with that; the list of one that was open
    /// before stays until the new one is whole, and so does a folder with work that has to be put in place first.
    pub(super) fn on_found(&mut self, found: ScannedWorkspace) -> Vec<Effect> {
        let is_open = self.library.as_ref().is_some_and(|l| l.root() == found.root);
        let is_free = self.leaving.is_none() && !self.is_saving() && self.unsaved().next().is_none();
        let is_free = is_free && self.at_risk().is_empty();
        let Some((_, scan)) = &mut self.scanning else { return Vec::new() };
        let waits = if is_open { !scan.is_entered } else { !is_free };
        if waits {
            return Vec::new();
        }
        scan.is_entered = true;
        self.take_over(found, FoundExtent::Part)
    }

    pub(super) fn on_scanned(&mut self, mut scanned: ScannedWorkspace, now: &Now) -> Vec<Effect> {
        if self.scanning.take().is_some_and(|(_, scan)| scan.is_entered) {
            // The analyst may be elsewhere by now.
            scanned.select = None;
        }
        if self.library.as_ref().is_some_and(|l| l.root() != scanned.root) {
            return self.leave(Destination::Workspace(Box::new(scanned)), now);
        }
        self.enter(scanned)
    }

    /// A scan goes on.
    pub(super) fn on_scanning(&mut self, articles: usize) {
        if let Some((_, known)) = &mut self.scanning {
            known.articles = articles;
        }
    }
}
