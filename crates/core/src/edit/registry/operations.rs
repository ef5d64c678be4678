//! What can be done to entities, as changes of one's own part. Nothing of it changes an annotation, or what others say.

use std::sync::Arc;

use super::RegistryChange;
use crate::model::{Annotator, Entity, EntityId, EntityPair, Judgement, Registry, Timestamp};

/// What an entity is to become: one's own version of it by `alter`, made of what everybody says where one has none.
///
/// Nothing where nobody has the entity, or it stays as it is.
#[must_use]
pub fn alter_entity(
    registry: &Registry,
    annotator: &Annotator,
    id: &EntityId,
    now: &Timestamp,
    alter: impl FnOnce(&mut Entity),
) -> Option<RegistryChange> {
    let own = registry.part(annotator).and_then(|part| part.entity(id));
    let before = own.map_or_else(|| registry.entity(id), |own| Some((**own).clone()))?;
    let mut after = before.clone();
    alter(&mut after);
    if after == before {
        return None;
    }
    after.touch(now);
    Some(RegistryChange::Put(Arc::new(after)))
}

/// Takes two entities, with all that are the same as either, for one.
#[must_use]
pub fn merge_entities(registry: &Registry, one: &EntityId, other: &EntityId) -> Vec<RegistryChange> {
    let pair = EntityPair::new(registry.leader(one).clone(), registry.leader(other).clone());
    pair.map(|pair| RegistryChange::Judge(pair, Some(Judgement::Same))).into_iter().collect()
}

/// Tells two entities apart: they stay two, however alike they look.
#[must_use]
pub fn tell_apart(
    registry: &Registry,
    annotator: &Annotator,
    one: &EntityId,
    other: &EntityId,
) -> Vec<RegistryChange> {
    let mut changes = if registry.leader(one) == registry.leader(other) {
        split_entity(registry, annotator, other)
    } else {
        Vec::new()
    };
    let pair = EntityPair::new(one.clone(), other.clone());
    changes.retain(
        |change| !matches!(change, RegistryChange::Judge(judged, _) if Some(judged) == pair.as_ref()),
    );
    changes.extend(pair.map(|pair| RegistryChange::Judge(pair, Some(Judgement::Different))));
    changes
}

/// Takes an entity out of those that it is one with, which stay one. Where others take it for one of them too, it is told apart
/// from those it was joined with.
#[must_use]
pub fn split_entity(registry: &Registry, annotator: &Annotator, id: &EntityId) -> Vec<RegistryChange> {
    let group = registry.group(id);
    let (mut changes, mut joined) = (Vec::new(), Vec::new());
    for other in group.iter().filter(|other| *other != id) {
        let Some(pair) = EntityPair::new(id.clone(), other.clone()) else { continue };
        let said = registry.judgements(&pair);
        let is_own =
            |(who, judgement): &(Annotator, Judgement)| who == annotator && *judgement == Judgement::Same;
        let by_others =
            |(who, judgement): &(Annotator, Judgement)| who != annotator && *judgement == Judgement::Same;
        if said.iter().any(by_others) {
            changes.push(RegistryChange::Judge(pair, Some(Judgement::Different)));
            joined.push(other.clone());
        } else if said.iter().any(is_own) {
            changes.push(RegistryChange::Judge(pair, None));
            joined.push(other.clone());
        }
    }
    // What was one only by way of the one that is taken out stays one.
    let mut joined = joined.into_iter();
    if let Some(first) = joined.next() {
        for other in joined {
            let pair = EntityPair::new(first.clone(), other);
            changes.extend(pair.map(|pair| RegistryChange::Judge(pair, Some(Judgement::Same))));
        }
    }
    changes
}

/// An identifier for a new entity that nobody has yet, as near to `wanted` as can be.
#[must_use]
pub fn unused_id(registry: &Registry, wanted: &EntityId) -> EntityId {
    let mut numbered = (2..).map(|number| wanted.numbered(number));
    let mut id = wanted.clone();
    while registry.contains(&id) {
        match numbered.next() {
            Some(next) => id = next,
            None => break,
        }
    }
    id
}
