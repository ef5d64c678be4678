//! The registry of the workspace: everybody's parts as read, one's own as changed here, and whether its file holds it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::merge_registry_parts;
use crate::edit::{RegistryHistory, RegistryTransaction, RegistryUndoOutcome};
use crate::format::Issue;
use crate::jobs::{KnownPart, KnownShared, SavedPart};
use crate::model::{Annotator, Extra, Registry, RegistryPart, Unread};
use crate::session::save_tracker::SaveTracker;

/// One's own part, to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartSave {
    pub(super) part: Arc<RegistryPart>,
    /// The file it grew from.
    pub(super) known: Option<KnownPart>,
}

/// The registry, and how one's own part of it stands to its file.
///
/// One save is under way at a time: [`RegistryState::begin_save`] is answered by [`RegistryState::saved`] or
/// [`RegistryState::failed`]. What another program wrote is taken in when the file is read again, or merged when it is saved.
#[derive(Debug, Default)]
pub(in crate::session) struct RegistryState {
    registry: Arc<Registry>,
    /// Parts as their files had them.
    known: Vec<KnownPart>,
    /// Shared registries as their files had them.
    known_shared: Vec<KnownShared>,
    /// Other copies of parts in the folder, each with whose part it is.
    copies: Vec<(Annotator, PathBuf)>,
    issues: Vec<Issue>,
    history: RegistryHistory,
    /// Whether what was done in earlier runs was read.
    has_past: bool,
    /// Of one's own part.
    save: SaveTracker<RegistryPart>,
}

impl RegistryState {
    /// Everybody's parts.
    pub(in crate::session) const fn registry(&self) -> &Arc<Registry> {
        &self.registry
    }

    pub(super) fn known(&self) -> &[KnownPart] {
        &self.known
    }

    pub(super) fn known_shared(&self) -> &[KnownShared] {
        &self.known_shared
    }

    /// An annotator's part as it is now.
    pub(super) fn own(&self, annotator: &Annotator) -> Arc<RegistryPart> {
        let part = self.registry.part(annotator).cloned();
        part.unwrap_or_else(|| Arc::new(RegistryPart::new(annotator.clone())))
    }

    /// Somebody else annotates from now on, all work being safe.
    pub(in crate::session) fn change_annotator(&mut self) {
        let registry = Arc::clone(&self.registry);
        let (known, known_shared) = (std::mem::take(&mut self.known), std::mem::take(&mut self.known_shared));
        *self = Self { registry, known, known_shared, ..Self::default() };
    }

    /// The parts and the shared registries were read again. One's own stays as long as its file does not hold it. Gives what is wrong and was not before.
    pub(super) fn read(
        &mut self,
        (parts, shared): (Vec<KnownPart>, Vec<KnownShared>),
        issues: Vec<Issue>,
        annotator: Option<&Annotator>,
    ) -> Vec<Issue> {
        let stays = annotator.filter(|_| self.is_dirty() || self.is_saving()).cloned();
        let is_own = |part: &KnownPart| Some(part.part.annotator()) == stays.as_ref();
        let own_base = self.known.iter().find(|known| is_own(known)).cloned();
        let own = stays.as_ref().map(|annotator| self.own(annotator));
        self.known = parts;
        if stays.is_some() {
            self.known.retain(|known| !is_own(known));
            self.known.extend(own_base);
        }
        let others = self.known.iter().filter(|known| !is_own(known)).map(|known| Arc::clone(&known.part));
        let beside = shared.iter().map(|known| Arc::clone(&known.registry)).collect();
        let registry = Registry::beside(others.chain(own).collect(), beside);
        self.known_shared = shared;
        if registry != *self.registry {
            self.registry = Arc::new(registry);
        }
        let new = issues.iter().filter(|issue| !self.issues.contains(issue)).cloned().collect();
        self.issues = issues;
        new
    }

    /// Other copies of parts that were found in the folder.
    pub(super) fn found_copies(&mut self, copies: Vec<(Annotator, PathBuf)>) {
        self.copies = copies;
    }

    /// Other copies of an annotator's part, by name.
    pub(super) fn copies_of(&self, annotator: &Annotator) -> impl Iterator<Item = &Path> {
        self.copies.iter().filter(move |(whose, _)| whose == annotator).map(|(_, path)| path.as_path())
    }

    /// A copy was merged.
    pub(super) fn forget_copy(&mut self, path: &Path) {
        self.copies.retain(|(_, copy)| copy != path);
    }

    /// Takes over what this version cannot read; says whether that changed anything.
    pub(super) fn take_fields(&mut self, annotator: &Annotator, extra: Extra, unread: Vec<Unread>) -> bool {
        let mut own = (*self.own(annotator)).clone();
        if own.extra == extra && own.unread == unread {
            return false;
        }
        (own.extra, own.unread) = (extra, unread);
        self.changed(own);
        true
    }

    /// Makes a transaction in one's own part; says whether it changed anything.
    pub(super) fn apply(&mut self, annotator: &Annotator, transaction: RegistryTransaction) -> bool {
        let mut own = (*self.own(annotator)).clone();
        let is_changed = self.history.apply(&mut own, transaction);
        if is_changed {
            self.changed(own);
        }
        is_changed
    }

    pub(super) fn undo(&mut self, annotator: &Annotator) -> Option<RegistryUndoOutcome> {
        self.step_history(annotator, RegistryHistory::undo)
    }

    pub(super) fn redo(&mut self, annotator: &Annotator) -> Option<RegistryUndoOutcome> {
        self.step_history(annotator, RegistryHistory::redo)
    }

    fn step_history(
        &mut self,
        annotator: &Annotator,
        go: fn(&mut RegistryHistory, &mut RegistryPart) -> Option<RegistryUndoOutcome>,
    ) -> Option<RegistryUndoOutcome> {
        let mut own = (*self.own(annotator)).clone();
        let outcome = go(&mut self.history, &mut own)?;
        if outcome.changed > 0 {
            self.changed(own);
        }
        Some(outcome)
    }

    pub(in crate::session) const fn history(&self) -> &RegistryHistory {
        &self.history
    }

    /// Whether what was done in earlier runs is to be read.
    pub(super) const fn wants_past(&self) -> bool {
        !self.has_past
    }

    /// What was done in earlier runs was read; what was done in this one already is all there is to undo.
    pub(super) fn restore(&mut self, history: RegistryHistory) {
        if !std::mem::replace(&mut self.has_past, true) && self.history.is_empty() {
            self.history = history;
        }
    }

    fn changed(&mut self, own: RegistryPart) {
        self.registry = Arc::new(self.registry.with(Arc::new(own)));
        self.save.changed();
    }

    /// How often one's own part was changed since its file held it.
    pub(in crate::session) const fn unsaved_changes(&self) -> u64 {
        self.save.unsaved_changes()
    }

    /// Whether the file does not hold one's own part.
    pub(in crate::session) const fn is_dirty(&self) -> bool {
        self.save.is_dirty()
    }

    /// Whether it is being written.
    pub(in crate::session) const fn is_saving(&self) -> bool {
        self.save.is_saving()
    }

    /// Why the last save failed, if it did.
    pub(in crate::session) fn failure(&self) -> Option<&str> {
        self.save.failure()
    }

    /// When a save is due, in milliseconds since the epoch: at once, or some time after one that failed.
    pub(in crate::session) fn due(&self) -> Option<u64> {
        self.save.due()
    }

    /// Begins a save, whether or not one is due; nothing where there is nothing to save, or one is under way.
    pub(super) fn begin_save(&mut self, annotator: &Annotator) -> Option<PartSave> {
        self.due()?;
        let part = self.own(annotator);
        self.save.begin(Arc::clone(&part));
        let known = self.known.iter().find(|known| known.part.annotator() == annotator).cloned();
        Some(PartSave { part, known })
    }

    /// The save was made: the file is this now, and so is what was changed meanwhile.
    pub(super) fn saved(&mut self, saved: SavedPart) -> Vec<String> {
        let SavedPart { known, conflicts, issues } = saved;
        let mut told: Vec<String> = issues.iter().map(ToString::to_string).collect();
        told.extend(conflicts.iter().map(super::merge::conflict_message));
        let Some(sent) = self.save.saved() else { return told };
        let annotator = known.part.annotator();
        if *known.part != *sent {
            let merged = merge_registry_parts(Some(&sent), &self.own(annotator), &known.part);
            told.extend(merged.conflicts.iter().map(super::merge::conflict_message));
            self.registry = Arc::new(self.registry.with(Arc::new(merged.part)));
        }
        self.known.retain(|other| other.part.annotator() != annotator);
        self.known.push(known);
        told
    }

    /// The save could not be made; it is tried again later. Says whether the reason is news.
    pub(super) fn failed(&mut self, reason: String, now_ms: u64) -> bool {
        self.save.failed(reason, now_ms)
    }

    /// Nobody waits for the answer to the save under way any more, so that it has to be made again.
    pub(in crate::session) fn forget_save(&mut self) {
        self.save.forget();
    }
}
