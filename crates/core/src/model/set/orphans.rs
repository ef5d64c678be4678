//! The annotations of a set that have lost their place.

use std::sync::Arc;

use super::{AnnotationSet, Revision};
use crate::model::{AnnotationId, Orphan};

impl AnnotationSet {
    /// All annotations that have lost their place, by identifier.
    #[must_use]
    pub fn orphans(&self) -> impl ExactSizeIterator<Item = &Orphan> + Clone {
        self.orphans.iter().map(|entry| &*entry.value)
    }

    /// The one with this identifier.
    #[must_use]
    pub fn orphan(&self, id: &AnnotationId) -> Option<&Orphan> {
        self.orphans.get(id).map(|entry| &*entry.value)
    }

    /// The revision at which the one with this identifier was put in, or in place of another.
    #[must_use]
    pub fn revision_of_orphan(&self, id: &AnnotationId) -> Option<Revision> {
        self.orphans.get(id).map(|entry| entry.revision)
    }

    /// Puts one in; one with the same identifier is replaced and comes back.
    pub fn insert_orphan(&mut self, orphan: Orphan) -> Option<Orphan> {
        let revision = self.advance();
        self.orphans.insert(Arc::new(orphan), revision).map(Arc::unwrap_or_clone)
    }

    /// Takes one out.
    pub fn remove_orphan(&mut self, id: &AnnotationId) -> Option<Orphan> {
        let removed = self.orphans.remove(id)?;
        self.advance();
        Some(Arc::unwrap_or_clone(removed))
    }
}
