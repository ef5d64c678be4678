//! An entity as the registry has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Alias, Entity};
use crate::model::{Annotator, EntityId, Timestamp};

/// What everybody together says of an entity, and of all that are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityView {
    /// The identifier that stands for all of them.
    pub id: EntityId,
    /// All that are the same, that one first.
    pub members: Vec<EntityId>,
    /// Identifier of an entity label.
    pub kind: Arc<str>,
    /// The name shown: the one given last.
    pub name: String,
    /// All other names.
    pub aliases: Vec<Alias>,
    /// Who or what it is.
    pub description: String,
    /// Identifiers elsewhere by scheme.
    pub ids: BTreeMap<Arc<str>, Vec<String>>,
    /// Addresses of pages about it.
    pub links: Vec<String>,
    /// When the first of them was made.
    pub created: Option<Timestamp>,
    /// Whose parts have it.
    pub holders: Vec<Annotator>,
    /// The shared registries that have it.
    pub shared: Vec<Arc<str>>,
}

impl EntityView {
    /// The name, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.text.as_str()))
    }

    pub(super) fn of(members: Vec<EntityId>, mut said: Entity, holders: Vec<Annotator>) -> Self {
        // What is the name in one version is not another name because of a second one.
        let name = said.name.clone();
        said.aliases.retain(|alias| alias.text != name);
        Self {
            id: members.first().cloned().unwrap_or(said.id),
            members,
            kind: said.kind,
            name: said.name,
            aliases: said.aliases,
            description: said.description,
            ids: said.ids,
            links: said.links,
            created: said.created,
            holders,
            shared: Vec::new(),
        }
    }
}
