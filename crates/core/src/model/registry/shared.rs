//! Entities that come from elsewhere.

use std::sync::Arc;

use super::Entity;
use crate::model::EntityId;

/// A registry beside the parts of the annotators, such as that of an archive: it is looked up in, and written by nobody.
///
/// It may be very large: an entity is found by its identifier without looking at the others.
///
/// ```
/// # use tippani_core::model::{Entity, EntityId, SharedRegistry};
/// let entity = |id| {
///     let now = "2026-01-02T03:04:05Z".parse().unwrap();
///     Entity::new(EntityId::new(id).unwrap(), "person", id, now)
/// };
/// let shared = SharedRegistry::new("archive", vec![entity("modi"), entity("belousov"), entity("modi")]);
/// assert_eq!(shared.entities().len(), 2);
/// assert!(shared.entity(&EntityId::new("belousov").unwrap()).is_some());
/// assert!(shared.entity(&EntityId::new("lavrov").unwrap()).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRegistry {
    name: Arc<str>,
    /// By identifier, each once.
    entities: Box<[Entity]>,
}

impl SharedRegistry {
    /// The registry of a name; of several entities with one identifier the first.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, mut entities: Vec<Entity>) -> Self {
        entities.sort_by(|one, other| one.id.cmp(&other.id));
        entities.dedup_by(|later, earlier| later.id == earlier.id);
        Self { name: name.into(), entities: entities.into() }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Its entities, by identifier.
    #[must_use]
    pub const fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// One of them.
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        let at = self.entities.binary_search_by(|entity| entity.id.cmp(id)).ok()?;
        self.entities.get(at)
    }
}
