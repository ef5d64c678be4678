//! The parts of the entity registry, in the workspace folder, and files of entities of other tools.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bounded::{self, MAX_SIDECAR_BYTES};
use super::save_known::save_known;
use super::{SaveError, Stamp, write};
use crate::format::entities::{self, EntitiesError};
use crate::format::{Decoded, Issue};
use crate::model::{Annotator, RegistryPart};
use crate::words::{say, text};

/// A part of the registry, and what its file was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPart {
    /// What the file holds.
    pub part: Arc<RegistryPart>,
    /// What its bytes are.
    pub stamp: Stamp,
}

/// Reads an annotator's part; no file is no error.
///
/// # Errors
/// When the file is there and cannot be read as that annotator's part.
pub fn read_part(root: &Path, annotator: &Annotator) -> Result<Decoded<Option<KnownPart>>, SaveError> {
    read_known(root, annotator, &[])
}

fn read_known(
    root: &Path,
    annotator: &Annotator,
    known: &[KnownPart],
) -> Result<Decoded<Option<KnownPart>>, SaveError> {
    let path = root.join(entities::file_name(annotator));
    let bytes = match bounded::read_inside(root, &path, MAX_SIDECAR_BYTES) {
        Ok(None) => return Ok(Decoded::clean(None)),
        Ok(Some(bytes)) => bytes,
        Err(source) => return Err(SaveError::Io { path, source }),
    };
    let stamp = Stamp::of(&bytes);
    let same = known.iter().find(|known| known.stamp == stamp && known.part.annotator() == annotator);
    if let Some(known) = same.filter(|known| known.part.unread.is_empty()) {
        return Ok(Decoded::clean(Some(known.clone())));
    }
    let named = |decoded: Decoded<RegistryPart>| match decoded.value.annotator() {
        of_file if of_file == annotator => Ok(decoded),
        other => Err(EntitiesError::OtherAnnotator(other.clone())),
    };
    let decoded = entities::decode(&bytes).and_then(named);
    let mut decoded = decoded.map_err(|source| SaveError::Entities { path, source })?;
    let file = entities::file_name(annotator);
    decoded.issues.iter_mut().for_each(|issue| issue.place = format!("{file}, {}", issue.place));
    Ok(decoded.map(|part| Some(KnownPart { part: Arc::new(part), stamp })))
}

/// Reads everybody's part, by annotator; a part that cannot be used, and a second copy of one, is an issue. Parts whose bytes
/// are those of one of `known` are not taken apart again.
///
/// # Errors
/// When the folder cannot be read.
pub fn read_parts(root: &Path, known: &[KnownPart]) -> io::Result<Decoded<Vec<KnownPart>>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(root)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.sort();
    let mut parts = Decoded::clean(Vec::new());
    for name in names {
        if let Some(annotator) = entities::parse_file_name(&name) {
            match read_known(root, &annotator, known) {
                Ok(Decoded { value, issues }) => {
                    parts.value.extend(value);
                    parts.issues.extend(issues);
                }
                Err(error) => {
                    let what =
                        say!("store-entities-unusable", annotator = annotator.as_str(), error = error.why());
                    parts.issues.push(Issue::new(name, what, text("store-entities-unusable-hint")));
                }
            }
        } else if let Some(annotator) = entities::parse_copy_name(&name) {
            let file = entities::file_name(&annotator);
            let hint = say!("store-entities-copy-hint", file = file, copy = name.as_str());
            let what = say!("store-entities-copy", annotator = annotator.as_str());
            parts.issues.push(Issue::new(name, what, hint));
        }
    }
    parts.value.sort_by(|one, other| one.part.annotator().cmp(other.part.annotator()));
    Ok(parts)
}

/// Other copies of parts of the registry in the workspace folder, each with whose part it is, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn part_copies(root: &Path) -> io::Result<Vec<(Annotator, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let whose = entry.file_name().to_str().and_then(entities::parse_copy_name);
        found.extend(whose.map(|annotator| (annotator, entry.path())));
    }
    found.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(found)
}

/// Folder and annotator of a part of the registry that lies in its place; nothing when its name is none of a part.
#[must_use]
pub fn parse_part_path(path: &Path) -> Option<(PathBuf, Annotator)> {
    let annotator = entities::parse_file_name(path.file_name()?.to_str()?)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Some((folder.unwrap_or_else(|| Path::new(".")).to_owned(), annotator))
}

/// Writes a part, if its file still is what `known` says; gives what it is then. An empty part without a file makes none.
///
/// # Errors
/// [`SaveError::Changed`] when another program wrote it since; or when the system says no. The file is then as it was.
pub fn write_part(root: &Path, part: &RegistryPart, known: &Stamp) -> Result<Stamp, SaveError> {
    let path = root.join(entities::file_name(part.annotator()));
    if part.is_empty() {
        let failed = |source| SaveError::Io { path: path.clone(), source };
        let real = bounded::inside(root, &path).map_err(failed)?;
        let on_disk = Stamp::on_disk(&real).map_err(failed)?;
        if on_disk == Stamp::default() {
            return Ok(on_disk);
        }
    }
    save_known(root, &path, &entities::encode(part), known.hash())
}

/// The bytes of a file of entities, wherever it lies.
///
/// # Errors
/// When it is not there, is no file, is too large, or the system says no.
pub fn read_entity_file(path: &Path) -> io::Result<Vec<u8>> {
    bounded::read(path, MAX_SIDECAR_BYTES)?.ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// Writes a file of entities, whole or not at all, in place of one that is there.
///
/// # Errors
/// When the system says no; what was there is then as it was.
pub fn write_entity_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write::replace(path, bytes)
}
