//! Registries beside those of the annotators: files of entities in the workspace folder that are only read.

use std::error::Error as _;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::bounded::{self, MAX_SIDECAR_BYTES};
use crate::format::entities::exchange::{self, EntityFormat};
use crate::format::entities::parse_shared_name;
use crate::format::{Decoded, Issue};
use crate::model::SharedRegistry;
use crate::words::{say, system, text};

/// What entities are that their file says no kind of.
const KIND: &str = "person";

/// A shared registry, and what its file was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownShared {
    /// What the file holds.
    pub registry: Arc<SharedRegistry>,
    /// Its name in the workspace folder.
    file: String,
    /// Its length in bytes and when it was written: it may be too large to be read each time.
    state: (u64, Option<SystemTime>),
}

/// Reads the shared registries, by the names of their files; one that cannot be read is an issue. Files that are as those of
/// `known` were are not read again.
///
/// # Errors
/// When the folder cannot be read.
pub fn read_shared(root: &Path, known: &[KnownShared]) -> io::Result<Decoded<Vec<KnownShared>>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(root)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.retain(|name| parse_shared_name(name).is_some());
    names.sort();
    let mut shared = Decoded::clean(Vec::new());
    for file in names {
        match read(root, &file, known) {
            Ok(Some(Decoded { value, issues })) => {
                shared.value.push(value);
                shared.issues.extend(issues);
            }
            Ok(None) => {}
            Err(why) => {
                let what = say!("store-shared-unusable", error = why);
                shared.issues.push(Issue::new(file, what, text("store-shared-unusable-hint")));
            }
        }
    }
    Ok(shared)
}

/// One of them; nothing where the file is gone meanwhile.
fn read(root: &Path, file: &str, known: &[KnownShared]) -> Result<Option<Decoded<KnownShared>>, String> {
    let path = root.join(file);
    let message = |error: io::Error| error.source().map_or_else(|| system(&error), ToString::to_string);
    let metadata = fs::metadata(&path).map_err(message)?;
    let state = (metadata.len(), metadata.modified().ok());
    if let Some(known) = known.iter().find(|known| known.file == file && known.state == state) {
        return Ok(Some(Decoded::clean(known.clone())));
    }
    let Some(bytes) = bounded::read_inside(root, &path, MAX_SIDECAR_BYTES).map_err(message)? else {
        return Ok(None);
    };
    let Some((name, format)) = parse_shared_name(file).zip(EntityFormat::of_file(file)) else {
        return Ok(None);
    };
    let mut decoded = exchange::decode(format, &bytes, KIND).map_err(|error| error.to_string())?;
    decoded.issues.iter_mut().for_each(|issue| issue.place = format!("{file}, {}", issue.place));
    Ok(Some(decoded.map(|list| KnownShared {
        registry: Arc::new(SharedRegistry::new(name, list.entities)),
        file: file.to_owned(),
        state,
    })))
}
