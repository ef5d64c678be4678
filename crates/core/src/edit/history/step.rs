//! One step of the history.

use std::sync::Arc;

use crate::edit::subject::Standing;
use crate::edit::{Changes, Subject, TransactionKind};

/// A transaction that was made, kept as what would take it back; or one that was taken back, as what would make it again.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) name: Arc<str>,
    pub(super) kind: TransactionKind,
    pub(super) parts: Vec<(Arc<str>, Part)>,
    /// Articles it changed in an earlier run, which were not opened in this one.
    pub(super) closed: Vec<Arc<str>>,
}

/// What a step did in one article.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What takes it back.
    pub(super) inverse: Changes,
    /// What it changed, with its version on this side of the step and on the other.
    pub(super) versions: Vec<(Subject, Version, Version)>,
    /// The article's position on the other side.
    pub(super) other_position: u64,
}

/// Stands for what a subject is at one point of the history: undoing brings the version before back, although the set counts
/// it as a change of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// As the set had it before any step changed it here.
    Found(Standing),
    /// As the step of this number left it.
    Made(u64),
}

impl Part {
    /// Takes a part that was made after it in.
    pub(super) fn amend(&mut self, newer: Self) {
        self.inverse = newer.inverse.and_then(std::mem::take(&mut self.inverse));
        for (subject, here, before) in newer.versions {
            match self.versions.iter_mut().find(|(known, ..)| *known == subject) {
                Some((_, version, _)) => *version = here,
                None => self.versions.push((subject, here, before)),
            }
        }
    }
}
