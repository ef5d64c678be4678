//! The registry of entities: files, what two people make of it, and what is done in the window's session.

mod any;
mod copies;
mod exchange;
mod exports;
mod files;
mod judges;
mod merging;
mod session;
mod union;

use std::sync::Arc;

use tippani::model::{Alias, Annotator, Entity, EntityId, EntityPair, RegistryPart};

pub(crate) fn id(id: &str) -> EntityId {
    EntityId::new(id).unwrap()
}

pub(crate) fn pair(one: &str, other: &str) -> EntityPair {
    EntityPair::new(id(one), id(other)).unwrap()
}

/// A person of these names, the first of which is shown, made at this second.
pub(crate) fn person(id: &str, names: &[&str], second: u32) -> Arc<Entity> {
    let now = format!("2026-01-02T03:04:{second:02}Z").parse().unwrap();
    let mut entity = Entity::new(self::id(id), "person", names[0], now);
    for name in &names[1..] {
        entity.add_alias(Alias::new(*name));
    }
    entity.into()
}

pub(crate) fn part(annotator: &str, entities: &[Arc<Entity>]) -> RegistryPart {
    let mut part = RegistryPart::new(Annotator::new(annotator).unwrap());
    for entity in entities {
        part.put(Arc::clone(entity));
    }
    part
}
