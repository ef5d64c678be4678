//! Two copies of one annotator's part of the registry made one. Nothing is lost.

mod entity;
mod lists;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::extra::FieldConflict;
use super::three_way::{ThreeWay, three_way};
use super::{extra, unread};
use crate::model::{Entity, EntityId, EntityPair, Judgement, RegistryPart, RejectedLink};

/// Something that the two copies do not agree about, and what was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistryConflict {
    /// Both named or described the entity otherwise: one name is shown, and the words of both stay.
    BothChanged(EntityId),
    /// One changed it and the other deleted it; it was kept.
    ChangedAndDeleted(EntityId),
    /// One says that the two are one and the other that they are two; they are two.
    Judged(EntityPair),
    /// One decided otherwise about the two, and the other took the decision back; it stays.
    JudgedAndTakenBack(EntityPair),
    /// Both have another value of a field.
    FieldsDiffer {
        /// Whose field; nothing for one of the file as a whole.
        entity: Option<EntityId>,
        /// Where the field stands.
        path: String,
        /// The value that was not kept; nothing where one deleted what the other changed.
        other: Option<String>,
    },
}

impl fmt::Display for RegistryConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BothChanged(id) => {
                write!(f, "{id} was named or described otherwise in both; the words of both stay")
            }
            Self::ChangedAndDeleted(id) => {
                write!(f, "{id} was changed in one and deleted in the other; it stays")
            }
            Self::Judged(pair) => {
                write!(f, "{pair} are one in one copy and two in the other; they stay apart")
            }
            Self::JudgedAndTakenBack(pair) => {
                write!(f, "{pair} were decided about in one, and are not in the other; the decision stays")
            }
            Self::FieldsDiffer { entity, path, other } => {
                let of = entity.as_ref().map(|id| format!(" of {id}")).unwrap_or_default();
                match other {
                    Some(other) => write!(f, "the field {path}{of} differs; the other copy has {other}"),
                    None => write!(f, "one changed the field {path}{of}, the other deleted it; it stays"),
                }
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
/// deleted. The order of the two copies makes no difference; nor, of several copies with one base, which are merged first.
///
/// Each field of an entity is merged by itself. Of a name that both changed the one that sorts last is shown, or where it is not
/// known what they grew from that of the later version, and the other becomes an alias.
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
    let mut merge = Merge {
        base,
        copies: [mine, theirs],
        part: RegistryPart::new(mine.annotator().clone()),
        conflicts: Vec::new(),
    };
    merge.entities();
    merge.judgements();
    merge.rejected();
    let mut conflicts = Vec::new();
    merge.part.extra = extra::merge(Some(&base.extra), &mine.extra, &theirs.extra, &mut conflicts);
    merge.add_field_conflicts(None, conflicts);
    merge.part.unread = unread::merge(&base.unread, &mine.unread, &theirs.unread);
    merge.part.unread.sort_by(|one, other| (one.list, &one.json).cmp(&(other.list, &other.json)));
    MergedRegistryPart { part: merge.part, conflicts: merge.conflicts }
}

struct Merge<'a> {
    base: &'a RegistryPart,
    copies: [&'a RegistryPart; 2],
    part: RegistryPart,
    conflicts: Vec<RegistryConflict>,
}

impl<'a> Merge<'a> {
    fn add_field_conflicts(&mut self, entity: Option<&EntityId>, conflicts: Vec<FieldConflict>) {
        let conflict = |FieldConflict { path, other }| RegistryConflict::FieldsDiffer {
            entity: entity.cloned(),
            path,
            other,
        };
        self.conflicts.extend(conflicts.into_iter().map(conflict));
    }

    fn entities(&mut self) {
        let ids: BTreeSet<&EntityId> =
            self.copies.into_iter().flat_map(RegistryPart::entities).map(|entity| &entity.id).collect();
        for id in ids {
            let before = self.base.entity(id).map(AsRef::as_ref);
            let is_before = |entity: &Entity| before.is_some_and(|before| entity::is_alike(before, entity));
            let merged = match self.copies.map(|copy| copy.entity(id)) {
                [Some(a), Some(b)] => Some(match three_way(before, a, b, entity::is_alike) {
                    ThreeWay::Same | ThreeWay::One => Arc::clone(a),
                    ThreeWay::Other => Arc::clone(b),
                    ThreeWay::Conflict => self.join(before, [a, b]),
                }),
                [Some(left), None] | [None, Some(left)] if is_before(left) => None,
                [Some(left), None] | [None, Some(left)] => {
                    if before.is_some() {
                        self.conflicts.push(RegistryConflict::ChangedAndDeleted(id.clone()));
                    }
                    Some(Arc::clone(left))
                }
                [None, None] => None,
            };
            if let Some(entity) = merged {
                self.part.put(entity);
            }
        }
    }

    fn join(&mut self, before: Option<&Entity>, copies: [&'a Arc<Entity>; 2]) -> Arc<Entity> {
        let mut conflicts = entity::EntityConflicts::default();
        let joined = entity::join(before, copies.map(AsRef::as_ref), &mut conflicts);
        if conflicts.words_differ {
            self.conflicts.push(RegistryConflict::BothChanged(joined.id.clone()));
        }
        self.add_field_conflicts(Some(&joined.id), conflicts.fields);
        Arc::new(joined)
    }

    fn judgements(&mut self) {
        let pairs: BTreeSet<&EntityPair> =
            self.copies.into_iter().flat_map(RegistryPart::judgements).map(|(pair, _)| pair).collect();
        for pair in pairs {
            let before = self.base.judgement(pair);
            let [one, other] = self.copies.map(|copy| copy.judgement(pair));
            let merged = match three_way(Some(&before), &one, &other, Option::eq) {
                ThreeWay::Same | ThreeWay::One => one,
                ThreeWay::Other => other,
                ThreeWay::Conflict if one.is_some() && other.is_some() => {
                    self.conflicts.push(RegistryConflict::Judged(pair.clone()));
                    Some(Judgement::Different)
                }
                ThreeWay::Conflict => {
                    self.conflicts.push(RegistryConflict::JudgedAndTakenBack(pair.clone()));
                    one.or(other)
                }
            };
            self.part.judge(pair.clone(), merged);
        }
    }

    fn rejected(&mut self) {
        let links: BTreeSet<&RejectedLink> =
            self.copies.into_iter().flat_map(RegistryPart::rejected).collect();
        for link in links {
            let before = self.base.is_rejected(link);
            let [one, other] = self.copies.map(|copy| copy.is_rejected(link));
            self.part.reject(link.clone(), if before == one { other } else { one });
        }
    }
}
