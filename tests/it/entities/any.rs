//! Any part of a registry, and any edit of one.

use std::sync::Arc;

use proptest::prelude::*;
use tippani::edit::{RegistryChange, merge_entities, split_entity, tell_apart};
use tippani::model::{Alias, Annotator, Entity, EntityId, EntityPair, Registry, RejectedLink};

use super::id;

/// So few that edits meet.
const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn any_id() -> impl Strategy<Value = EntityId> {
    prop::sample::select(&IDS[..]).prop_map(id)
}

/// What somebody does.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Make(EntityId, String),
    AddName(EntityId, String),
    Merge(EntityId, EntityId),
    Split(EntityId),
    Apart(EntityId, EntityId),
    Reject(String, EntityId),
    Undo,
    Redo,
}

pub(super) fn any_act() -> impl Strategy<Value = Act> {
    let name = "[ a-zकख\u{93c}\u{200d}\"\\\\|@]{1,6}x";
    prop_oneof![
        3 => (any_id(), name).prop_map(|(id, name)| Act::Make(id, name)),
        2 => (any_id(), name).prop_map(|(id, name)| Act::AddName(id, name)),
        3 => (any_id(), any_id()).prop_map(|(one, other)| Act::Merge(one, other)),
        2 => any_id().prop_map(Act::Split),
        1 => (any_id(), any_id()).prop_map(|(one, other)| Act::Apart(one, other)),
        1 => (name, any_id()).prop_map(|(quote, id)| Act::Reject(quote, id)),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

impl Act {
    /// The changes it comes to, in this registry for this annotator, at this moment.
    pub(super) fn changes(&self, registry: &Registry, who: &Annotator, second: usize) -> Vec<RegistryChange> {
        let now: tippani::model::Timestamp =
            format!("2026-01-02T03:{:02}:{:02}Z", second / 60 % 60, second % 60).parse().unwrap();
        let own = |id: &EntityId| registry.part(who).and_then(|part| part.entity(id)).cloned();
        match self {
            Self::Make(id, name) if own(id).is_none() => {
                vec![RegistryChange::Put(Arc::new(Entity::new(id.clone(), "person", name.clone(), now)))]
            }
            Self::AddName(id, name) => match own(id) {
                Some(entity) => {
                    let mut entity = (*entity).clone();
                    entity.add_alias(Alias::new(name.clone()));
                    entity.touch(&now);
                    vec![RegistryChange::Put(entity.into())]
                }
                None => Vec::new(),
            },
            Self::Merge(one, other) => merge_entities(registry, one, other),
            Self::Split(id) => split_entity(registry, who, id),
            Self::Apart(one, other) if EntityPair::new(one.clone(), other.clone()).is_some() => {
                tell_apart(registry, who, one, other)
            }
            Self::Reject(quote, entity) => {
                let link = RejectedLink { quote: quote.clone(), entity: entity.clone() };
                vec![RegistryChange::Reject(link, true)]
            }
            Self::Make(..) | Self::Apart(..) | Self::Undo | Self::Redo => Vec::new(),
        }
    }
}
