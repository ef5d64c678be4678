//! The version of each sidecar that this program last read or wrote: a save is refused where another program wrote since.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::{LoadError, Loaded, SaveError, Saved, SetState, Stamp, load, save_or_remove, sidecar_path};
use crate::model::{AnnotationSet, Annotator, Document};

/// What a sidecar was when this program last read or wrote it.
#[derive(Clone, Debug, Default)]
pub struct SidecarVersion {
    /// Its bytes.
    pub stamp: Stamp,
    /// What they said; nothing where there was no file.
    pub base: Option<AnnotationSet>,
}

/// The last known version of every sidecar read or written here; one for the whole program.
#[derive(Debug, Default)]
pub struct SidecarVersions(HashMap<PathBuf, SidecarVersion>);

impl SidecarVersions {
    /// [`load`], remembering what the sidecar was.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(&mut self, root: &Path, file: &str, annotator: &Annotator) -> Result<Loaded, LoadError> {
        let loaded = load(root, file, annotator)?;
        self.remember(root, file, annotator, &loaded);
        Ok(loaded)
    }

    /// Remembers what a sidecar was that was read without these versions, on another thread.
    pub fn remember(&mut self, root: &Path, file: &str, annotator: &Annotator, loaded: &Loaded) {
        let base = match &loaded.set {
            SetState::None => None,
            SetState::Ready(set) => Some(set.clone()),
            // Its offsets are of another text, so that nothing can be compared with them.
            SetState::Outdated(_) => None,
            SetState::Blocked(_) => return,
        };
        if let Some(path) = sidecar_path(root, file, annotator) {
            self.0.insert(path, SidecarVersion { stamp: loaded.stamp.clone(), base });
        }
    }

    /// What a sidecar was when last read or written here; nothing for one that never was.
    #[must_use]
    pub fn last_read(&self, sidecar: &Path) -> Option<&SidecarVersion> {
        self.0.get(sidecar)
    }

    /// Remembers what a sidecar is that was read by other means.
    pub fn put(&mut self, sidecar: PathBuf, version: SidecarVersion) {
        self.0.insert(sidecar, version);
    }

    /// [`save_or_remove`] against what is remembered.
    ///
    /// # Errors
    /// As [`save_or_remove`]; a sidecar never read here counts as changed by another program.
    pub fn save(
        &mut self,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
    ) -> Result<Saved, SaveError> {
        let path = sidecar_path(root, &document.file, &set.annotator);
        let path = path.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
        let known = self.0.get(&path).map(|read| read.stamp.clone()).unwrap_or_default();
        let saved = save_or_remove(root, document, set, &known)?;
        let base = saved.stamp.hash().is_some().then(|| set.clone());
        self.0.insert(path, SidecarVersion { stamp: saved.stamp.clone(), base });
        Ok(saved)
    }
}
