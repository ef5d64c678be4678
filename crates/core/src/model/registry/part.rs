//! One annotator's part of the registry.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Entity, EntityPair, Judgement, RejectedLink};
use crate::model::{Annotator, EntityId, Extra, Unread};

/// What one annotator says of entities, and which of them are one.
///
/// Each entity is there once, and so is what was decided about two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryPart {
    annotator: Annotator,
    entities: BTreeMap<EntityId, Arc<Entity>>,
    judgements: BTreeMap<EntityPair, Judgement>,
    rejected: BTreeSet<RejectedLink>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
    /// Entries of the file that could not be read.
    pub unread: Vec<Unread>,
}

impl RegistryPart {
    /// A part with nothing in it.
    #[must_use]
    pub fn new(annotator: Annotator) -> Self {
        Self {
            annotator,
            entities: BTreeMap::new(),
            judgements: BTreeMap::new(),
            rejected: BTreeSet::new(),
            extra: Extra::default(),
            unread: Vec::new(),
        }
    }

    /// The annotator whose part it is.
    #[must_use]
    pub const fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// Its entities, by identifier.
    #[must_use]
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &Arc<Entity>> {
        self.entities.values()
    }

    /// The entity of this identifier.
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Arc<Entity>> {
        self.entities.get(id)
    }

    /// The judgements about two entities, by pair.
    #[must_use]
    pub fn judgements(&self) -> impl ExactSizeIterator<Item = (&EntityPair, Judgement)> {
        self.judgements.iter().map(|(pair, judgement)| (pair, *judgement))
    }

    /// The judgement about this pair.
    #[must_use]
    pub fn judgement(&self, pair: &EntityPair) -> Option<Judgement> {
        self.judgements.get(pair).copied()
    }

    /// Puts an entity in, and gives the one it takes the place of.
    pub fn put(&mut self, entity: Arc<Entity>) -> Option<Arc<Entity>> {
        self.entities.insert(entity.id.clone(), entity)
    }

    /// Takes an entity out.
    pub fn remove(&mut self, id: &EntityId) -> Option<Arc<Entity>> {
        self.entities.remove(id)
    }

    /// Decides about two entities, or leaves them undecided; gives what was decided before.
    pub fn judge(&mut self, pair: EntityPair, judgement: Option<Judgement>) -> Option<Judgement> {
        match judgement {
            Some(judgement) => self.judgements.insert(pair, judgement),
            None => self.judgements.remove(&pair),
        }
    }

    /// Links that are not suggested again, in order.
    #[must_use]
    pub fn rejected(&self) -> impl ExactSizeIterator<Item = &RejectedLink> {
        self.rejected.iter()
    }

    /// Whether a link is not suggested again.
    #[must_use]
    pub fn is_rejected(&self, link: &RejectedLink) -> bool {
        self.rejected.contains(link)
    }

    /// Has a link suggested never again, or again; says whether it was rejected before.
    pub fn reject(&mut self, link: RejectedLink, is_rejected: bool) -> bool {
        if is_rejected { !self.rejected.insert(link) } else { self.rejected.remove(&link) }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
            && self.judgements.is_empty()
            && self.rejected.is_empty()
            && self.extra.is_empty()
            && self.unread.is_empty()
    }
}
