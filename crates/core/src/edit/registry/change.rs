//! The smallest steps a part of the registry can be changed by.

use std::sync::Arc;

use crate::model::{Entity, EntityId, EntityPair, Judgement, RegistryPart, RejectedLink};

/// How one entry of a part is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryChange {
    /// The part has this entity, in place of the one of its identifier if there is one.
    Put(Arc<Entity>),
    /// The part has no such entity.
    Remove(EntityId),
    /// This is decided about two entities; nothing leaves them undecided.
    Judge(EntityPair, Option<Judgement>),
    /// Whether a link is not suggested again.
    Reject(RejectedLink, bool),
}

impl RegistryChange {
    /// Changes `part` and gives what it takes back.
    ///
    /// ```
    /// # use tippani_core::edit::RegistryChange;
    /// # use tippani_core::model::{Annotator, EntityId, EntityPair, Judgement, RegistryPart};
    /// let mut part = RegistryPart::new(Annotator::new("asha").unwrap());
    /// let [a, b] = ["modi", "narendra-modi"].map(|id| EntityId::new(id).unwrap());
    /// let pair = EntityPair::new(a, b).unwrap();
    /// let inverse = RegistryChange::Judge(pair.clone(), Some(Judgement::Same)).apply(&mut part);
    /// assert_eq!(inverse, RegistryChange::Judge(pair, None));
    /// let _ = inverse.apply(&mut part);
    /// assert!(part.is_empty());
    /// ```
    #[must_use = "it takes the change back"]
    pub fn apply(self, part: &mut RegistryPart) -> Self {
        match self {
            Self::Put(entity) => {
                let id = entity.id.clone();
                part.put(entity).map_or(Self::Remove(id), Self::Put)
            }
            Self::Remove(id) => part.remove(&id).map_or(Self::Remove(id), Self::Put),
            Self::Judge(pair, judgement) => {
                let before = part.judge(pair.clone(), judgement);
                Self::Judge(pair, before)
            }
            Self::Reject(link, is_rejected) => {
                let before = part.reject(link.clone(), is_rejected);
                Self::Reject(link, before)
            }
        }
    }

    /// Whether the part is so already.
    #[must_use]
    pub fn is_done(&self, part: &RegistryPart) -> bool {
        match self {
            Self::Put(entity) => part.entity(&entity.id) == Some(entity),
            Self::Remove(id) => part.entity(id).is_none(),
            Self::Judge(pair, judgement) => part.judgement(pair) == *judgement,
            Self::Reject(link, is_rejected) => part.is_rejected(link) == *is_rejected,
        }
    }
}

/// A named group of changes of one's own part that is done and undone as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryTransaction {
    /// What it does, in the analyst's words: it completes “Undo …”.
    pub name: Arc<str>,
    /// The changes, in order.
    pub changes: Vec<RegistryChange>,
}

impl RegistryTransaction {
    /// Groups changes under a name.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, changes: Vec<RegistryChange>) -> Self {
        Self { name: name.into(), changes }
    }
}
