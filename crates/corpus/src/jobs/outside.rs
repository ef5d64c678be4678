//! A sidecar that another program wrote since it was read here: the two are made one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::analysis::{MergeConflict, merge};
use crate::format::Issue;
use crate::model::{AnnotationSet, Document};
use crate::store::{self, SaveError, SetState, SidecarVersion, SidecarVersions, Stamp};

/// What was in a sidecar that another program had written, merged with what was to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenIn {
    /// What was to be saved, with the merges that it had not heard of.
    pub sent: AnnotationSet,
    /// What the sidecar holds now.
    pub set: AnnotationSet,
    /// What the two did not agree about; nothing is lost of either.
    pub conflicts: Vec<MergeConflict>,
}

/// What saving a sidecar did.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SavedSidecar {
    /// What the sidecar is now; nothing where it is gone and was not written anew.
    pub(super) stamp: Option<Stamp>,
    /// What it was merged with, where another program had written it.
    pub(super) taken: Option<TakenIn>,
}

/// What was merged with a sidecar, the conflicts, and what the sidecar is now.
type MergedSidecar = (AnnotationSet, Vec<MergeConflict>, Stamp);

/// How often it is begun anew where another program writes between the look at the sidecar and its being written.
const ATTEMPTS: usize = 3;

/// Sidecars as this program last read or wrote them, and the merges that whoever edits them may not have heard of yet.
///
/// ```text
/// edited   s0 ── s1 ─────── s2            s2 was made before m1 was heard of: saved as it is, it would
/// on disk    t ────── m1 ────── m2        take t out again. It is merged with m1, s1 being what both grew from.
/// ```
#[derive(Debug, Default)]
pub(super) struct Sidecars {
    versions: SidecarVersions,
    merges: HashMap<PathBuf, Merges>,
}

/// What was to be saved each time that a sidecar was merged; the first of them was forgotten up to `heard`.
#[derive(Debug, Default)]
struct Merges {
    heard: u64,
    sent: Vec<AnnotationSet>,
}

impl Merges {
    /// What a set grew from that has heard of so many merges; nothing where it has heard of all.
    fn grown_from(&mut self, heard: u64) -> Option<&AnnotationSet> {
        let forgotten = usize::try_from(heard.saturating_sub(self.heard)).unwrap_or(usize::MAX);
        self.sent.drain(..forgotten.min(self.sent.len()));
        self.heard = self.heard.max(heard);
        self.sent.first()
    }
}

impl Sidecars {
    /// What a sidecar was when last read or written here; nothing for one that never was.
    pub(super) fn last_read(&self, sidecar: &Path) -> Option<&SidecarVersion> {
        self.versions.last_read(sidecar)
    }

    /// Remembers what a sidecar was when it was read; whoever edits it begins with that.
    pub(super) fn remember(&mut self, article: &super::LoadRequest, loaded: &store::Loaded) {
        let super::LoadRequest { root, file, annotator } = article;
        self.versions.remember(root, file, annotator, loaded);
        if let Some(path) = store::sidecar_path(root, file, annotator) {
            self.merges.remove(&path);
        }
    }

    /// Whether a sidecar holds what this program last read there or wrote.
    pub(super) fn is_own(&self, sidecar: &Path) -> bool {
        let known = self.versions.last_read(sidecar).map(|known| &known.stamp);
        known.is_some_and(|known| Stamp::on_disk(sidecar).is_ok_and(|on_disk| on_disk == *known))
    }

    /// Saves a set, which has heard of so many merges since it was read. Where the sidecar is not what it was when it was
    /// read here, it is merged three ways with what stands there now, the version last read being what both grew from. A
    /// sidecar that is gone is written anew, where there is something new to write.
    ///
    /// # Errors
    /// When another program wrote a sidecar that was never read here or cannot be used, or the system says no; it is then as
    /// it was.
    pub(super) fn save(
        &mut self,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
        heard: u64,
    ) -> Result<SavedSidecar, SaveError> {
        let path = store::sidecar_path(root, &document.file, &set.annotator);
        let path = path.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
        let (mut to_save, mut conflicts) = (set.clone(), Vec::new());
        let grown_from = self.merges.get_mut(&path).and_then(|merges| merges.grown_from(heard));
        let now = self.versions.last_read(&path).and_then(|known| known.base.as_ref());
        let is_merged = if let (Some(grown_from), Some(now)) = (grown_from, now) {
            let merged = merge(Some(grown_from), set, now);
            (to_save, conflicts) = (merged.set, merged.conflicts);
            true
        } else {
            false
        };
        let sent = to_save.clone();
        let stamp = match self.versions.save(root, document, &to_save) {
            Ok(saved) => {
                log(&saved.issues);
                if !is_merged {
                    return Ok(SavedSidecar { stamp: Some(saved.stamp), taken: None });
                }
                saved.stamp
            }
            Err(SaveError::Changed(_)) => {
                let Some((merged, more, stamp)) = self.save_merged(&path, root, document, &to_save)? else {
                    return Ok(SavedSidecar { stamp: None, taken: None });
                };
                to_save = merged;
                conflicts.extend(more);
                stamp
            }
            Err(error) => return Err(error),
        };
        self.merges.entry(path).or_insert(Merges { heard, sent: Vec::new() }).sent.push(sent.clone());
        Ok(SavedSidecar { stamp: Some(stamp), taken: Some(TakenIn { sent, set: to_save, conflicts }) })
    }

    /// Merges a set with what stands in its sidecar and saves it; nothing comes of it where the sidecar is gone and the set is
    /// what it was.
    fn save_merged(
        &mut self,
        path: &Path,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
    ) -> Result<Option<MergedSidecar>, SaveError> {
        let changed = || SaveError::Changed(path.to_owned());
        let known = self.versions.last_read(path).cloned().ok_or_else(changed)?;
        let mut attempts = 1;
        loop {
            let (state, stamp, issues) = store::read_set(root, document, &set.annotator);
            let (theirs, merged) = match state {
                SetState::Blocked(_) => return Err(changed()),
                SetState::None if known.base.as_ref() == Some(set) => return Ok(None),
                SetState::None => (None, (set.clone(), Vec::new())),
                SetState::Ready(theirs) => {
                    let merged = merge(known.base.as_ref(), set, &theirs);
                    (Some(theirs), (merged.set, merged.conflicts))
                }
            };
            log(&issues);
            self.versions.put(path.to_owned(), SidecarVersion { stamp, base: theirs });
            match self.versions.save(root, document, &merged.0) {
                Ok(saved) => {
                    log(&saved.issues);
                    return Ok(Some((merged.0, merged.1, saved.stamp)));
                }
                Err(error) => {
                    // What stands there has not come into the set after all.
                    self.versions.put(path.to_owned(), known.clone());
                    if !matches!(error, SaveError::Changed(_)) || attempts == ATTEMPTS {
                        return Err(error);
                    }
                    attempts += 1;
                }
            }
        }
    }
}

fn log(issues: &[Issue]) {
    for issue in issues {
        log::warn!("{issue}");
    }
}
