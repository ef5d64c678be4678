//! The names of a shared registry, to be searched by sound: made once, and kept as long as the registry is.

use std::sync::Arc;

use crate::model::{EntityId, SharedRegistry};
use crate::names::{CANDIDATES, Name, NameIndex};

/// All names of a shared registry.
#[derive(Debug)]
pub(super) struct SharedIndex {
    registry: Arc<SharedRegistry>,
    names: NameIndex,
    /// Of each name the place of its entity.
    owners: Vec<u32>,
}

impl SharedIndex {
    fn new(registry: &Arc<SharedRegistry>) -> Self {
        let (mut names, mut owners) = (NameIndex::default(), Vec::new());
        for (place, entity) in registry.entities().iter().enumerate() {
            for name in entity.names() {
                names.insert(name);
                owners.push(place as u32);
            }
        }
        Self { registry: Arc::clone(registry), names, owners }
    }

    /// The indexes of these registries; those that are among `known` are not made again.
    pub(super) fn of_all(registries: &[Arc<SharedRegistry>], known: &[Arc<Self>]) -> Vec<Arc<Self>> {
        let of = |registry| {
            let same = known.iter().find(|known| Arc::ptr_eq(&known.registry, registry));
            same.map_or_else(|| Arc::new(Self::new(registry)), Arc::clone)
        };
        registries.iter().map(of).collect()
    }

    /// The names that share most with one, each with its entity.
    pub(super) fn near<'a>(&'a self, name: &Name) -> impl Iterator<Item = (&'a EntityId, &'a str)> + use<'a> {
        self.names.near(name, CANDIDATES).into_iter().filter_map(|(place, _)| {
            let owner = *self.owners.get(place as usize)? as usize;
            Some((&self.registry.entities().get(owner)?.id, self.names.text(place)))
        })
    }
}
