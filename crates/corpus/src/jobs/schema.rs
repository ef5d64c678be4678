//! Saving the schema of a workspace that others save too.

use std::path::Path;
use std::sync::Arc;

use super::retry::until_unchanged;
use crate::analysis::{MergedSchema, SchemaConflict, merge_schemas};
use crate::format::{Decoded, Issue};
use crate::model::{KnownSchema, Schema};
use crate::store::{self, SaveError};

/// What a save of the schema did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSchema {
    /// What the workspace file holds now: what was to be saved, merged with what somebody else saved meanwhile.
    pub schema: Arc<Schema>,
    /// The file now: for the next save.
    pub known: KnownSchema,
    /// What the two did not agree about.
    pub conflicts: Vec<SchemaConflict>,
    /// What was not as it should be in what somebody else saved.
    pub issues: Vec<Issue>,
}

/// Writes the workspace file; where it is not what `known` says any more, `schema` is merged with what it holds now, `known`
/// being what both grew from.
///
/// A file that is gone is written anew, as it is to be saved. Where there was none, or none that could be used, `schema` grew
/// from the built-in one.
///
/// # Errors
/// When the file on disk cannot be read as a workspace file, which is never overwritten, or the system says no; the file is
/// then as it was.
pub fn save_schema(root: &Path, schema: &Schema, known: &KnownSchema) -> Result<SavedSchema, SaveError> {
    until_unchanged(|| {
        let Decoded { value: on_disk, issues } = store::read_schema(root)?;
        let theirs = on_disk.schema.as_deref().filter(|_| on_disk.hash != known.hash);
        let (merged, issues) = match theirs {
            Some(theirs) => (merge_schemas(Some(&known.schema_or_news()), schema, theirs), issues),
            None => (MergedSchema { schema: schema.clone(), conflicts: Vec::new() }, Vec::new()),
        };
        let MergedSchema { schema: merged, conflicts } = merged;
        let written = if on_disk.schema.as_deref() == Some(&merged) {
            Ok(on_disk)
        } else {
            store::write_schema(root, &merged, &on_disk)
        };
        written.map(|known| SavedSchema { schema: known.schema_or_news(), known, conflicts, issues })
    })
}
