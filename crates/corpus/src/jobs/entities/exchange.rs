//! Entities from files of other tools, and to them.

use std::path::Path;
use std::sync::Arc;

use crate::edit::RegistryChange;
use crate::format::entities::exchange::{self, EntityFileError, EntityFormat, EntityList};
use crate::format::{Decoded, Issue};
use crate::model::{Annotator, Entity, Registry, RegistryPart, Timestamp};
use crate::store;
use crate::words::{say, system};

/// Why entities did not go out or come in.
#[derive(Debug, thiserror::Error)]
pub enum EntityExchangeError {
    /// The system says no.
    #[error("{}", say!("jobs-entities-io", error = system(source), file = file.as_str()))]
    Io {
        /// The file.
        file: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is not of its format.
    #[error("{source}: {file}")]
    Format {
        /// The file.
        file: String,
        /// What is wrong with it.
        source: EntityFileError,
    },
}

/// What an import makes of one's own part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedEntities {
    /// The changes.
    pub changes: Vec<RegistryChange>,
    /// Entities that are new.
    pub new: usize,
    /// Entities that were there and say more now.
    pub more: usize,
    /// What could not be read, or was not as it should be.
    pub issues: Vec<Issue>,
}

/// Reads a file of entities, as changes of `part`. One that is there already gets the names, identifiers and links that it has
/// not, and loses nothing; one of no kind is of `kind`.
///
/// # Errors
/// When the file cannot be read, or is not of its format.
pub fn import_entities(
    part: &RegistryPart,
    file: &Path,
    (format, kind): (EntityFormat, &str),
    now: &Timestamp,
) -> Result<ImportedEntities, EntityExchangeError> {
    let name = || file.display().to_string();
    let bytes = store::read_entity_file(file);
    let bytes = bytes.map_err(|source| EntityExchangeError::Io { file: name(), source })?;
    let decoded = exchange::decode(format, &bytes, kind);
    let decoded = decoded.map_err(|source| EntityExchangeError::Format { file: name(), source })?;
    let Decoded { value: EntityList { entities, judgements }, mut issues } = decoded;
    for issue in &mut issues {
        issue.place = format!("{}: {}", name(), issue.place);
    }
    // The same entity may stand in the file twice.
    let mut becoming = part.clone();
    let (mut changes, mut new, mut more) = (Vec::new(), 0, 0);
    for mut entity in entities {
        let before = becoming.entity(&entity.id).cloned();
        let after = if let Some(before) = &before {
            let mut after = (**before).clone();
            after.add(&entity);
            if after == **before {
                continue;
            }
            after.touch(now);
            after
        } else {
            for moment in [&mut entity.created, &mut entity.modified] {
                moment.get_or_insert_with(|| now.clone());
            }
            entity
        };
        *(if before.is_some() { &mut more } else { &mut new }) += 1;
        changes.push(put(&mut becoming, after));
    }
    for (pair, judgement) in judgements {
        if part.judgement(&pair).is_none() {
            changes.push(RegistryChange::Judge(pair, Some(judgement)));
        }
    }
    Ok(ImportedEntities { changes, new, more, issues })
}

fn put(part: &mut RegistryPart, entity: Entity) -> RegistryChange {
    let entity = Arc::new(entity);
    part.put(Arc::clone(&entity));
    RegistryChange::Put(entity)
}

/// Writes the entities of a registry to a file: everybody's, or those of one annotator's part. Gives how many there are.
///
/// # Errors
/// When the format is for reading only, or the system says no; a file that was there is then as it was.
pub fn export_entities(
    registry: &Registry,
    annotator: Option<&Annotator>,
    format: EntityFormat,
    file: &Path,
) -> Result<usize, EntityExchangeError> {
    let name = || file.display().to_string();
    let part = annotator.map(|annotator| registry.part(annotator).cloned().into_iter().collect());
    let list = part.map_or_else(|| EntityList::of(registry), |part| EntityList::of(&Registry::new(part)));
    let bytes = exchange::encode(format, &list);
    let bytes = bytes.map_err(|source| EntityExchangeError::Format { file: name(), source })?;
    store::write_entity_file(file, &bytes)
        .map_err(|source| EntityExchangeError::Io { file: name(), source })?;
    Ok(list.entities.len())
}
