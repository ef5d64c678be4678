//! Two entities, and whether they are one.

use std::fmt;

use crate::model::EntityId;

/// Two different entities, in the order of their identifiers.
///
/// ```
/// # use tippani_core::model::{EntityId, EntityPair};
/// let [a, b] = ["andrei", "belousov"].map(|id| EntityId::new(id).unwrap());
/// assert_eq!(EntityPair::new(b.clone(), a.clone()), EntityPair::new(a.clone(), b));
/// assert_eq!(EntityPair::new(a.clone(), a), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityPair(EntityId, EntityId);

impl EntityPair {
    /// Two of them, in whichever order; nothing where they are one and the same.
    #[must_use]
    pub fn new(one: EntityId, other: EntityId) -> Option<Self> {
        match one.cmp(&other) {
            std::cmp::Ordering::Less => Some(Self(one, other)),
            std::cmp::Ordering::Greater => Some(Self(other, one)),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The first by identifier.
    #[must_use]
    pub const fn first(&self) -> &EntityId {
        &self.0
    }

    /// The second.
    #[must_use]
    pub const fn second(&self) -> &EntityId {
        &self.1
    }

    /// Both.
    #[must_use]
    pub const fn both(&self) -> [&EntityId; 2] {
        [&self.0, &self.1]
    }
}

impl fmt::Display for EntityPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {}", self.0, self.1)
    }
}

/// What somebody decided about two entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judgement {
    /// They are one.
    Same,
    /// They are two, however alike they look.
    Different,
}

impl Judgement {
    /// The list it stands in, in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}
