//! Entities: what is said of them, and which are one.

use crate::model::EntityId;
use crate::session::{Effect, EntityEdit, Now, Session};

/// Entities: what is said of them, and which are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityCommand {
    /// Says something else of an entity, in one's own part of the registry.
    Edit(EntityId, EntityEdit),
    /// Takes two entities for one.
    Merge(EntityId, EntityId),
    /// Takes an entity out of those it is one with.
    Split(EntityId),
    /// Tells two entities apart, however alike they look.
    TellApart(EntityId, EntityId),
    /// Takes an entity out of one's own part of the registry.
    Delete(EntityId),
    /// Takes the last change of entities back.
    Undo,
    /// Does it again.
    Redo,
}

impl EntityCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Edit(id, edit) => session.edit_entity(&id, edit, now),
            Self::Merge(one, other) => session.merge_entities(&one, &other),
            Self::Split(id) => session.split_entity(&id),
            Self::TellApart(one, other) => session.tell_entities_apart(&one, &other),
            Self::Delete(id) => session.delete_entity(&id),
            Self::Undo => session.undo_entities(),
            Self::Redo => session.redo_entities(),
        }
    }
}
