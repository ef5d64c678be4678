//! The workspace file and the guidelines.

use std::path::Path;

use super::{SaveError, article_path, write};
use crate::format::workspace::{FILE_NAME, decode, encode};
use crate::format::{Issue, encoding};
use crate::model::Schema;

/// The schema of the folder's workspace file, with what is wrong with it; nothing when there is none to use.
pub(super) fn read_schema(root: &Path) -> (Option<Schema>, Vec<Issue>) {
    let path = root.join(FILE_NAME);
    let unusable = |why: String| {
        let what = format!("The workspace file cannot be used: {why}");
        (
            None,
            vec![Issue::new(
                path.display().to_string(),
                what,
                "the built-in schema is shown; the file is left as it is",
            )],
        )
    };
    match write::read(&path) {
        Ok(None) => (None, Vec::new()),
        Ok(Some(bytes)) => match decode(&bytes) {
            Ok(decoded) => (Some(decoded.value), decoded.issues),
            Err(error) => unusable(error.to_string()),
        },
        Err(error) => unusable(error.to_string()),
    }
}

/// Writes the workspace file; a file there that cannot be read is never overwritten.
///
/// # Errors
/// When the file on disk cannot be read as a workspace file, or the new one cannot be written.
pub fn save_schema(root: &Path, schema: &Schema) -> Result<(), SaveError> {
    let path = root.join(FILE_NAME);
    let io = |source| SaveError::Io { path: path.clone(), source };
    let bytes = encode(schema);
    if let Some(old) = write::read(&path).map_err(io)? {
        if old == bytes {
            return Ok(());
        }
        decode(&old).map_err(|source| SaveError::Workspace { path: path.clone(), source })?;
    }
    write::replace(&path, &bytes).map_err(io)
}

/// The text of the guidelines: the file the schema names, else `guidelines.md`; nothing when there is none.
#[must_use]
pub fn guidelines(root: &Path, schema: &Schema) -> Option<String> {
    let path = article_path(root, schema.guidelines.as_deref().unwrap_or("guidelines.md"))?;
    write::read(&path).ok().flatten().map(|bytes| encoding::decode(&bytes).value)
}
