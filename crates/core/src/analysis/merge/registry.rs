//! Two copies of one annotator's part of the registry made one. Nothing is lost.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::model::{Entity, EntityId, EntityPair, Judgement, RegistryPart, RejectedLink};

/// Something that the two copies do not agree about, and what was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistryConflict {
    /// Both changed the entity: what was changed last has its place, and has the other's names, identifiers and links too.
    BothChanged(EntityId),
    /// One changed it and the other deleted it; it was kept.
    ChangedAndDeleted(EntityId),
    /// One says that the two are one and the other that they are two; they are two.
    Judged(EntityPair),
}

impl fmt::Display for RegistryConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BothChanged(id) => {
                write!(f, "{id} was changed in both; what was changed last stands, with the names of both")
            }
            Self::ChangedAndDeleted(id) => {
                write!(f, "{id} was changed in one and deleted in the other; it stays")
            }
            Self::Judged(pair) => {
                write!(f, "{pair} are one in one copy and two in the other; they stay apart")
            }
        }
    }
}

/// Two copies made one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedRegistryPart {
    /// The one.
    pub part: RegistryPart,
    /// What they did not agree about.
    pub conflicts: Vec<RegistryConflict>,
}

/// Merges two copies of one annotator's part of the registry, `base` being what both grew from. Without it nothing counts as
/// deleted. The order of the two copies makes no difference.
///
/// ```
/// # use tippani_core::analysis::merge_registry_parts;
/// # use tippani_core::model::{Annotator, Entity, EntityId, RegistryPart};
/// let part = |ids: &[&str]| {
///     let mut part = RegistryPart::new(Annotator::new("asha").unwrap());
///     for id in ids {
///         let now = "2026-01-02T03:04:05Z".parse().unwrap();
///         part.put(Entity::new(EntityId::new(id).unwrap(), "person", *id, now).into());
///     }
///     part
/// };
/// let merged = merge_registry_parts(Some(&part(&["a"])), &part(&["a", "b"]), &part(&["c"]));
/// assert_eq!(merged.part, part(&["b", "c"]), "one deleted a, each made another");
/// ```
#[must_use]
pub fn merge_registry_parts(
    base: Option<&RegistryPart>,
    mine: &RegistryPart,
    theirs: &RegistryPart,
) -> MergedRegistryPart {
    let empty = RegistryPart::new(mine.annotator().clone());
    let base = base.unwrap_or(&empty);
    let mut part = RegistryPart::new(mine.annotator().clone());
    let mut conflicts = Vec::new();
    let ids: BTreeSet<&EntityId> =
        mine.entities().chain(theirs.entities()).map(|entity| &entity.id).collect();
    for id in ids {
        let merged = match (base.entity(id), mine.entity(id), theirs.entity(id)) {
            (_, one, other) if one == other => one.cloned(),
            (before, one, other) if before == one => other.cloned(),
            (before, one, other) if before == other => one.cloned(),
            (_, Some(one), Some(other)) => {
                conflicts.push(RegistryConflict::BothChanged(id.clone()));
                Some(join(one, other))
            }
            (_, one, other) => {
                conflicts.push(RegistryConflict::ChangedAndDeleted(id.clone()));
                one.or(other).cloned()
            }
        };
        if let Some(entity) = merged {
            part.put(entity);
        }
    }
    let pairs: BTreeSet<&EntityPair> =
        mine.judgements().chain(theirs.judgements()).map(|(pair, _)| pair).collect();
    for pair in pairs {
        let (before, one, other) = (base.judgement(pair), mine.judgement(pair), theirs.judgement(pair));
        let merged = match (one, other) {
            _ if one == other || before == other => one,
            _ if before == one => other,
            (Some(_), Some(_)) => {
                conflicts.push(RegistryConflict::Judged(pair.clone()));
                Some(Judgement::Different)
            }
            _ => one.or(other),
        };
        part.judge(pair.clone(), merged);
    }
    let links: BTreeSet<&RejectedLink> = mine.rejected().chain(theirs.rejected()).collect();
    for link in links {
        let (before, one, other) = (base.is_rejected(link), mine.is_rejected(link), theirs.is_rejected(link));
        part.reject(link.clone(), if before == one { other } else { one });
    }
    (part.extra, part.unread) = (mine.extra.clone(), mine.unread.clone());
    for (path, json) in theirs.extra.iter() {
        // Of two that differ the one that comes first, whichever copy it is of.
        if part.extra.get(path).is_none_or(|known| json < known) {
            part.extra.keep(path, json);
        }
    }
    part.unread.extend(theirs.unread.iter().filter(|unread| !mine.unread.contains(unread)).cloned());
    part.unread.sort_by(|one, other| (one.list, &one.json).cmp(&(other.list, &other.json)));
    MergedRegistryPart { part, conflicts }
}

/// Both versions as one: the later, with what only the other says.
fn join(one: &Arc<Entity>, other: &Arc<Entity>) -> Arc<Entity> {
    let key = |entity: &Entity| {
        let aliases: Vec<String> = entity.aliases.iter().map(|alias| format!("{alias:?}")).collect();
        (
            entity.modified.clone(),
            entity.name.clone(),
            entity.kind.clone(),
            entity.description.clone(),
            aliases,
        )
    };
    let (later, earlier) = if key(one) >= key(other) { (one, other) } else { (other, one) };
    let mut joined = (**later).clone();
    joined.add(earlier);
    joined.into()
}
