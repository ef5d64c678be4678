//! The workspace file and the guidelines.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::bounded::{self, MAX_SETTINGS_BYTES};
use super::save_known::save_known;
use super::{SaveError, Stamp, article_path, write};
use crate::format::articles::{self, ListedDetails};
use crate::format::imports::{self, LabelPairs};
use crate::format::workspace::{FILE_NAME, decode, encode};
use crate::format::{Decoded, Issue, encoding};
use crate::model::{KnownSchema, Schema};
use crate::words::{say, system, text};

/// Reads the workspace file's schema; no file is no error.
///
/// # Errors
/// When the file is there and cannot be read as a workspace file.
pub fn read_schema(root: &Path) -> Result<Decoded<KnownSchema>, SaveError> {
    let path = root.join(FILE_NAME);
    let bytes = match bounded::read_inside(root, &path, MAX_SETTINGS_BYTES) {
        Ok(None) => return Ok(Decoded::clean(KnownSchema::default())),
        Ok(Some(bytes)) => bytes,
        Err(source) => return Err(SaveError::Io { path, source }),
    };
    let decoded = decode(&bytes).map_err(|source| SaveError::Workspace { path, source })?;
    Ok(Decoded { value: known(&bytes, decoded.value), issues: decoded.issues })
}

fn known(bytes: &[u8], schema: Schema) -> KnownSchema {
    KnownSchema { hash: Stamp::of(bytes).hash().map(Into::into), schema: Some(Arc::new(schema)) }
}

/// [`read_schema`] for a look at the folder: a file that cannot be used is an issue.
pub(super) fn look_at_schema(root: &Path) -> Decoded<KnownSchema> {
    read_schema(root).unwrap_or_else(|error| {
        let issue = Issue::new(
            root.join(FILE_NAME).display().to_string(),
            say!("store-workspace-unusable", error = error.why()),
            text("store-workspace-unusable-hint"),
        );
        Decoded { value: KnownSchema::default(), issues: vec![issue] }
    })
}

/// What `articles.csv` says of the articles; no file is no issue.
pub(super) fn listed_details(root: &Path) -> Decoded<ListedDetails> {
    let path = root.join(articles::FILE_NAME);
    match bounded::read_inside(root, &path, MAX_SETTINGS_BYTES) {
        Ok(Some(bytes)) => articles::decode(&bytes),
        Ok(None) => Decoded::clean(ListedDetails::new()),
        Err(error) => {
            let what = say!("store-articles-unreadable", error = system(&error));
            let issue = Issue::new(articles::FILE_NAME, what, text("store-articles-unreadable-hint"));
            Decoded { value: ListedDetails::new(), issues: vec![issue] }
        }
    }
}

/// Writes the workspace file, if it still is what `known` says or is gone; gives what it is then.
///
/// # Errors
/// [`SaveError::Changed`] when another program wrote it since; or when the system says no. The file is then as it was.
pub fn write_schema(root: &Path, schema: &Schema, known: &KnownSchema) -> Result<KnownSchema, SaveError> {
    let path = root.join(FILE_NAME);
    let bytes = encode(schema);
    save_known(root, &path, &bytes, known.hash.as_deref())?;
    Ok(self::known(&bytes, schema.clone()))
}

/// The bytes of a small file that some program wrote about itself; nothing when it is not there.
///
/// # Errors
/// When it is no file, larger than [`MAX_SETTINGS_BYTES`], or the system says no.
pub fn read_settings(path: &Path) -> io::Result<Option<Vec<u8>>> {
    bounded::read(path, MAX_SETTINGS_BYTES)
}

/// The labels that were said at earlier imports; none where there was none.
///
/// # Errors
/// When the file is there and cannot be read, or is none of its format.
pub fn import_labels(root: &Path) -> io::Result<LabelPairs> {
    match bounded::read_inside(root, &root.join(imports::FILE_NAME), MAX_SETTINGS_BYTES)? {
        Some(bytes) => imports::decode(&bytes).map_err(io::Error::other),
        None => Ok(LabelPairs::new()),
    }
}

/// Keeps labels for the next import, beside those that are kept already.
///
/// # Errors
/// When the file that is there is none of its format, or the system says no; it is then as it was.
pub fn keep_import_labels(root: &Path, labels: &[(String, String)]) -> io::Result<()> {
    let path = root.join(imports::FILE_NAME);
    let old = bounded::read_inside(root, &path, MAX_SETTINGS_BYTES)?;
    let new = imports::encode(old.as_deref(), labels).map_err(io::Error::other)?;
    if old.as_deref() == Some(&*new) {
        return Ok(());
    }
    write::replace(&bounded::inside(root, &path)?, &new)
}

/// The text of the guidelines: the file the schema names, else `guidelines.md`; nothing when there is none, or it cannot be read,
/// which is an issue.
#[must_use]
pub fn guidelines(root: &Path, schema: &Schema) -> Decoded<Option<String>> {
    let file = schema.guidelines.as_deref().unwrap_or("guidelines.md");
    let Some(path) = article_path(root, file) else { return Decoded::clean(None) };
    match bounded::read_inside(root, &path, MAX_SETTINGS_BYTES) {
        Ok(bytes) => Decoded::clean(bytes.map(|bytes| encoding::decode(&bytes).value)),
        Err(error) => {
            log::warn!("the guidelines cannot be read ({error}): {}", path.display());
            let what = say!("store-guidelines-unreadable", error = system(&error));
            let issue = Issue::new(file, what, text("store-guidelines-unreadable-hint"));
            Decoded { value: None, issues: vec![issue] }
        }
    }
}
