//! Words that are not of an entity.

use crate::model::EntityId;

/// Words that are not of an entity, however alike they look: it is not suggested for them again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RejectedLink {
    /// The words as they stood in the text.
    pub quote: String,
    /// Whom they are not of.
    pub entity: EntityId,
}
