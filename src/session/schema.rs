//! The schema of the workspace: what it was changed from here, and whether the file holds it.

use std::sync::Arc;

use super::failures::Saving;
use super::jobs::Subject;
use super::save_tracker::SaveTracker;
use super::{Effect, Now, SaveState, Session, Severity};
use crate::analysis::{MergedSchema, SchemaConflict, merge_schemas};
use crate::format::workspace::error_words;
use crate::jobs::{JobError, JobKind, Request, SavedSchema};
use crate::model::{KnownSchema, Schema, SchemaError};
use crate::words::say;

/// A schema to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaSave {
    /// What to write.
    pub schema: Arc<Schema>,
    /// The file it grew from.
    pub known: KnownSchema,
}

/// What may be annotated, and how it stands to the workspace file.
///
/// One save is under way at a time: [`SchemaState::begin_save`] is answered by [`SchemaState::saved`] or
/// [`SchemaState::failed`].
///
/// What a colleague changed is merged into the schema as soon as it is read, and into those it was changed from here too, so
/// that undoing takes back only what was done here.
#[derive(Debug)]
pub struct SchemaState {
    schema: Arc<Schema>,
    past: Vec<Arc<Schema>>,
    known: KnownSchema,
    save: SaveTracker<Schema>,
}

impl Default for SchemaState {
    fn default() -> Self {
        Self::new(KnownSchema::default())
    }
}

impl SchemaState {
    /// The schema of a workspace that was opened.
    #[must_use]
    pub fn new(known: KnownSchema) -> Self {
        let schema = known.schema_or_news();
        Self { schema, past: Vec::new(), known, save: SaveTracker::default() }
    }

    /// What may be annotated.
    #[must_use]
    pub const fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// The file was read again. A schema that is not saved stays: it is merged when it is.
    pub fn read(&mut self, known: KnownSchema) {
        if !self.is_dirty() {
            self.follow(&self.schema.clone(), known.schema_or_news());
            self.known = known;
        }
    }

    /// Replaces the schema.
    ///
    /// # Errors
    /// When something is wrong with it; nothing is changed then.
    pub fn replace(&mut self, schema: Schema) -> Result<(), SchemaError> {
        if let Some(error) = schema.errors().into_iter().next() {
            return Err(error);
        }
        self.past.push(std::mem::replace(&mut self.schema, Arc::new(schema)));
        self.save.changed();
        Ok(())
    }

    /// Takes the last replacement back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(schema) = self.past.pop() else { return false };
        self.schema = schema;
        self.save.changed();
        true
    }

    /// Whether it was changed here.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// How often it was changed since the file held it.
    #[must_use]
    pub const fn unsaved_changes(&self) -> u64 {
        self.save.unsaved_changes()
    }

    /// Why the last save failed, if it did.
    #[must_use]
    pub fn failure(&self) -> Option<&str> {
        self.save.failure()
    }

    /// Whether the file does not hold it.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.save.is_dirty()
    }

    /// Whether it is being written.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        self.save.is_saving()
    }

    /// How it stands to the file: a failure is shown until it is saved.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        match (self.failure(), self.is_saving()) {
            (Some(reason), _) if self.is_dirty() => SaveState::Failed(reason.to_owned()),
            (_, true) => SaveState::Saving,
            _ if self.is_dirty() => SaveState::Changed,
            _ => SaveState::Saved,
        }
    }

    /// When a save is due, in milliseconds since the epoch: at once, or some time after one that failed.
    #[must_use]
    pub fn due(&self) -> Option<u64> {
        self.save.due()
    }

    /// Begins a save, whether or not one is due; nothing where there is nothing to save, or one is under way.
    pub fn begin_save(&mut self) -> Option<SchemaSave> {
        self.due()?;
        self.save.begin(self.schema.clone());
        Some(SchemaSave { schema: self.schema.clone(), known: self.known.clone() })
    }

    /// The save was made: this is what was written, and what the file is now. Gives what is to be told: the conflicts of
    /// what was written, and of what was changed meanwhile.
    pub fn saved(
        &mut self,
        written: Arc<Schema>,
        known: KnownSchema,
        mut conflicts: Vec<SchemaConflict>,
    ) -> Vec<SchemaConflict> {
        let Some(sent) = self.save.saved() else { return conflicts };
        self.known = known;
        for conflict in self.follow(&sent, written) {
            if !conflicts.contains(&conflict) {
                conflicts.push(conflict);
            }
        }
        conflicts
    }

    /// The save could not be made; it is tried again later. Says whether the reason is news.
    pub fn failed(&mut self, reason: String, now_ms: u64) -> bool {
        self.save.failed(reason, now_ms)
    }

    /// Nobody waits for the answer to the save under way any more, so that it has to be made again.
    ///
    /// Should it have been made after all, the next one finds it in the file and merges it with itself.
    pub fn forget_save(&mut self) {
        self.save.forget();
    }

    /// What was `from` is `to` now, by somebody else's doing: so is everything that was made of it, or that it was made of.
    fn follow(&mut self, from: &Arc<Schema>, to: Arc<Schema>) -> Vec<SchemaConflict> {
        if *from == to {
            return Vec::new();
        }
        for past in &mut self.past {
            *past = Arc::new(merge_schemas(Some(from), past, &to).schema);
        }
        if self.schema == *from {
            self.schema = to;
            return Vec::new();
        }
        let MergedSchema { schema, conflicts } = merge_schemas(Some(from), &self.schema, &to);
        self.schema = Arc::new(schema);
        conflicts
    }
}

impl Session {
    pub(super) fn replace_schema(&mut self, schema: Schema) -> Vec<Effect> {
        match self.schema.replace(schema) {
            Ok(()) => self.save_schema(),
            Err(error) => {
                let told = say!("session-schema-not-changed", error = error_words(&error));
                vec![Effect::tell(Severity::Error, told)]
            }
        }
    }

    pub(super) fn undo_schema(&mut self) -> Vec<Effect> {
        if self.schema.undo() { self.save_schema() } else { Vec::new() }
    }

    /// Whether the schema was changed here.
    #[must_use]
    pub const fn can_undo_schema(&self) -> bool {
        self.schema.can_undo()
    }

    /// Writes the schema where it is not on disk, and is not being written.
    pub(super) fn save_schema(&mut self) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|library| library.root().to_owned()) else {
            return Vec::new();
        };
        let Some(SchemaSave { schema, known }) = self.schema.begin_save() else { return Vec::new() };
        let mut effects =
            vec![self.jobs.begin(Request::SaveSchema { root, schema, known }, Subject::Nothing)];
        // A folder that is being looked at is looked at before it is written.
        if self.scanning.is_some() {
            effects.extend(self.rescan());
        }
        if self.jobs.is_running(JobKind::Rescan) {
            effects.extend(self.look_again());
        }
        effects
    }

    /// [`Session::save_schema`], when it is due.
    pub(super) fn save_schema_when_due(&mut self, now: &Now) -> Vec<Effect> {
        let is_due = self.schema.due().is_some_and(|due| due <= now.millis);
        if is_due { self.save_schema() } else { Vec::new() }
    }

    pub(super) fn on_schema_saved(&mut self, saved: SavedSchema) -> Vec<Effect> {
        let SavedSchema { schema, known, conflicts, issues } = saved;
        let conflicts = self.schema.saved(schema, known, conflicts);
        let told = conflicts.iter().map(ToString::to_string).chain(issues.iter().map(ToString::to_string));
        let mut effects: Vec<Effect> = told.map(|text| Effect::tell(Severity::Warning, text)).collect();
        effects.extend(self.failures.end(&Saving::Schema));
        // It may have been changed while it was written.
        effects.extend(self.save_schema());
        effects
    }

    pub(super) fn on_schema_not_saved(&mut self, error: &JobError, now: &Now) -> Vec<Effect> {
        let error = error.to_string();
        let is_news = self.schema.failed(error.clone(), now.millis);
        let told = say!("session-schema-not-saved", error = error);
        if is_news { vec![self.failures.tell(Saving::Schema, told)] } else { Vec::new() }
    }
}
