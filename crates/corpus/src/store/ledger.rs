//! Remembers what every sidecar was when last read or written, so that saves need not be told.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::{LoadError, Loaded, SaveError, Saved, SetState, Stamp, load, save, sidecar_path};
use crate::model::{AnnotationSet, Annotator, Document};

/// Stamps of all sidecars read here; one for the whole program, used by whoever reads and writes.
#[derive(Debug, Default)]
pub struct Ledger(HashMap<PathBuf, Stamp>);

impl Ledger {
    /// [`load`], remembering the sidecar's stamp.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(&mut self, root: &Path, file: &str, annotator: &Annotator) -> Result<Loaded, LoadError> {
        let loaded = load(root, file, annotator)?;
        self.note(root, file, annotator, &loaded);
        Ok(loaded)
    }

    /// Remembers the stamp of an article that was read without the ledger, on another thread.
    pub fn note(&mut self, root: &Path, file: &str, annotator: &Annotator, loaded: &Loaded) {
        if let Some(path) = sidecar_path(root, file, annotator)
            && !matches!(loaded.set, SetState::Blocked(_))
        {
            self.0.insert(path, loaded.stamp.clone());
        }
    }

    /// [`save`] against the stamp remembered.
    ///
    /// # Errors
    /// As [`save`]; a sidecar never read here counts as changed by another program.
    pub fn save(
        &mut self,
        root: &Path,
        document: &Document,
        set: &AnnotationSet,
    ) -> Result<Saved, SaveError> {
        let path = sidecar_path(root, &document.file, &set.annotator);
        let path = path.ok_or_else(|| SaveError::Outside(document.file.to_string()))?;
        let known = self.0.get(&path).cloned().unwrap_or_default();
        let saved = save(root, document, set, &known)?;
        self.0.insert(path, saved.stamp.clone());
        Ok(saved)
    }
}
