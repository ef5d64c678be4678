//! Versions that earlier merges put beside each other, found again by their identifiers.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, sibling_id};
use crate::model::AnnotationId;

/// What both copies have of each thing: what has its identifier first, then what was put beside that.
pub(super) type Groups<'e, E> = BTreeMap<&'e AnnotationId, [Vec<&'e E>; 2]>;

/// Numbers made of what is said are hardly ever nearer to each other than this; those that one clock gave in a row are.
const NEAREST: u128 = 1 << 32;
const FARTHEST: u128 = 1 << 64;

/// Groups the entries of two copies. An entry that `base` has, or that was worked on since it was put beside another, is a thing
/// of its own.
pub(super) fn groups<'e, E: Entry>(
    base: &BTreeMap<&'e AnnotationId, &'e E>,
    copies: [&BTreeMap<&'e AnnotationId, &'e E>; 2],
) -> Groups<'e, E> {
    let known = IdIndex::new(copies.into_iter().chain([base]).flat_map(BTreeMap::keys).copied());
    let mut groups: Groups<'e, E> = BTreeMap::new();
    for (n, copy) in copies.into_iter().enumerate() {
        let new = copy.values().copied().filter(|entry| !base.contains_key(entry.id()));
        let put: BTreeMap<&AnnotationId, &'e AnnotationId> =
            new.filter_map(|entry| Some((entry.id(), known.root_of(entry)?))).collect();
        for (id, entry) in copy {
            let root = put.get(id).filter(|root| !put.contains_key(*root));
            groups.entry(root.unwrap_or(id)).or_default()[n].push(entry);
        }
    }
    for (id, copies) in &mut groups {
        for copy in copies {
            copy.sort_by_key(|entry| (entry.id() != *id, entry.id()));
        }
    }
    groups
}

/// The identifiers of all copies.
struct IdIndex<'e> {
    all: BTreeSet<&'e AnnotationId>,
    numbers: BTreeMap<u128, &'e AnnotationId>,
}

impl<'e> IdIndex<'e> {
    fn new(ids: impl Iterator<Item = &'e AnnotationId>) -> Self {
        let all: BTreeSet<&AnnotationId> = ids.collect();
        let number = |id: &&'e AnnotationId| Some((id.as_str().parse::<ulid::Ulid>().ok()?.0, *id));
        Self { numbers: all.iter().filter_map(number).collect(), all }
    }

    /// What an entry was put beside, where it says what it said then.
    fn root_of<E: Entry>(&self, entry: &E) -> Option<&'e AnnotationId> {
        let is_root = |id: &&AnnotationId| {
            let mut version = entry.clone();
            version.set_id(AnnotationId::clone(id));
            sibling_id(&version) == *entry.id()
        };
        if let Ok(ulid) = entry.id().as_str().parse::<ulid::Ulid>() {
            let near = ulid.0.saturating_sub(FARTHEST)..ulid.0.saturating_sub(NEAREST);
            return self.numbers.range(near).map(|(_, id)| *id).find(is_root);
        }
        let (id, _) = entry.id().as_str().rsplit_once('-')?;
        self.all.get(&AnnotationId::new(id)).copied().filter(is_root)
    }
}
