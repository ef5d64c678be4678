//! Saving one's own part of the registry, which other programs may write too.

use std::path::Path;
use std::sync::Arc;

use crate::analysis::{MergedRegistryPart, RegistryConflict, merge_registry_parts};
use crate::format::{Decoded, Issue};
use crate::jobs::retry::until_unchanged;
use crate::model::{Registry, RegistryPart};
use crate::store::{self, KnownPart, SaveError, Stamp};

/// What a save of a part did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPart {
    /// The file now: what was to be saved, merged with what another program wrote meanwhile.
    pub known: KnownPart,
    /// What the two did not agree about.
    pub conflicts: Vec<RegistryConflict>,
    /// What was not as it should be in what the other program wrote.
    pub issues: Vec<Issue>,
}

/// Writes a part; where its file is not what `known` says any more, `part` is merged with what it holds now, `known` being what
/// both grew from. A file that is gone is written anew.
///
/// # Errors
/// When the file on disk cannot be read as this annotator's part, which is never overwritten, or the system says no; the file is
/// then as it was.
pub fn save_part(
    root: &Path,
    part: &Arc<RegistryPart>,
    known: Option<&KnownPart>,
) -> Result<SavedPart, SaveError> {
    until_unchanged(|| {
        let Decoded { value: on_disk, issues } = store::read_part(root, part.annotator())?;
        let stamp = on_disk.as_ref().map_or_else(Stamp::default, |on_disk| on_disk.stamp.clone());
        let theirs = on_disk.filter(|on_disk| known.is_none_or(|known| known.stamp != on_disk.stamp));
        let (to_write, conflicts, issues) = match theirs {
            None => (Arc::clone(part), Vec::new(), Vec::new()),
            Some(theirs) => {
                let base = known.map(|known| &*known.part);
                let MergedRegistryPart { part, conflicts } = merge_registry_parts(base, part, &theirs.part);
                (Arc::new(part), conflicts, issues)
            }
        };
        let stamp = store::write_part(root, &to_write, &stamp)?;
        Ok(SavedPart { known: KnownPart { part: to_write, stamp }, conflicts, issues })
    })
}

/// The registry of a folder: the union of everybody's parts beside the shared registries, and the parts as their files have them.
///
/// # Errors
/// When the folder cannot be read.
pub fn read_registry(root: &Path) -> std::io::Result<Decoded<(Registry, Vec<KnownPart>)>> {
    let Decoded { value: parts, mut issues } = store::read_parts(root, &[])?;
    let shared = store::read_shared(root, &[])?;
    issues.extend(shared.issues);
    let all = parts.iter().map(|known| Arc::clone(&known.part)).collect();
    let beside = shared.value.into_iter().map(|known| known.registry).collect();
    Ok(Decoded { value: (Registry::beside(all, beside), parts), issues })
}
