//! Relations of two copies of a set.

use std::collections::{BTreeMap, BTreeSet};

use super::duplicates::{first, slots};
use super::entry::Entry as _;
use super::group::{Groups, groups};
use super::versions::merge_versions;
use super::{Merge, MergeConflictKind, content};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Relation, RelationEnd};

/// The relations of the base and of both copies.
pub(super) struct Links<'l> {
    base: ById<'l>,
    one: ById<'l>,
    other: ById<'l>,
    groups: Groups<'l, Relation>,
}

type ById<'l> = BTreeMap<&'l AnnotationId, &'l Relation>;

impl<'l> Links<'l> {
    pub(super) fn new(copies: [Option<&'l AnnotationSet>; 3]) -> Self {
        let [base, one, other] = copies.map(|set| -> ById<'l> {
            let all = set.into_iter().flat_map(AnnotationSet::relations);
            all.map(|relation| (&relation.id, relation)).collect()
        });
        let groups = groups(&base, [&one, &other]);
        Self { base, one, other, groups }
    }

    /// Those that the base does not have, but for versions of those that it has.
    pub(super) fn new_ids(&self) -> BTreeSet<AnnotationId> {
        let new = self.groups.iter().filter(|(id, _)| !self.base.contains_key(*id));
        new.flat_map(|(_, copies)| copies).flatten().map(|relation| relation.id.clone()).collect()
    }
}

impl Merge<'_> {
    /// What one changed; of what both changed each field by itself. Ends are what the annotations are called now.
    pub(super) fn relations(&mut self, links: Links<'_>) -> Vec<Relation> {
        let Links { base, one, other, groups } = links;
        let mut all: BTreeMap<AnnotationId, Relation> = BTreeMap::new();
        let mut new: [Vec<Relation>; 2] = Default::default();
        for (id, copies) in groups {
            let now: [Vec<Relation>; 2] =
                [0, 1].map(|n| copies[n].iter().map(|relation| self.with_ends(n, relation)).collect());
            let [mine, theirs] = [0, 1].map(|n| now[n].iter().collect::<Vec<_>>());
            let mut conflicts = Vec::new();
            let settled = merge_versions(id, base.get(id).copied(), [&mine, &theirs], None, &mut conflicts);
            self.add_field_conflicts(Some(id), conflicts);
            if settled.is_kept {
                self.conflict(Some(id), MergeConflictKind::ChangedAndDeleted);
            }
            if !base.contains_key(id) && mine.len() + theirs.len() == 1 {
                new.iter_mut().zip(&now).for_each(|(new, now)| new.extend_from_slice(now));
            }
            for relation in settled.versions {
                let is_own = |own: &&Relation| own.id == relation.id;
                if relation.id != *id && !mine.iter().chain(&theirs).any(is_own) {
                    self.conflict(Some(id), MergeConflictKind::BothLinked(relation.id.clone()));
                    // What was put beside by an earlier merge may have been worked on since.
                    if one.contains_key(&relation.id) || other.contains_key(&relation.id) {
                        continue;
                    }
                }
                all.insert(relation.id.clone(), relation);
            }
        }
        join_duplicates(&mut all, &new);
        for relation in all.values() {
            let here = if let RelationEnd::Here(id) = &relation.to { Some(id) } else { None };
            for end in std::iter::once(&relation.from).chain(here) {
                self.bring_back(end);
            }
        }
        all.into_values().collect()
    }

    fn with_ends(&self, copy: usize, relation: &Relation) -> Relation {
        let now = |id: &AnnotationId| self.moved[copy].get(id).unwrap_or(id).clone();
        let to = match &relation.to {
            RelationEnd::Here(id) => RelationEnd::Here(now(id)),
            there @ RelationEnd::There { .. } => there.clone(),
        };
        Relation { from: now(&relation.from), to, ..relation.clone() }
    }

    /// A relation that stays needs both its ends.
    fn bring_back(&mut self, id: &AnnotationId) {
        if self.kept.contains_key(id) {
            return;
        }
        let left = [self.one, self.other].into_iter().find_map(|set| set.get(id));
        if let Some(left) = left {
            self.conflict(Some(id), MergeConflictKind::NeededByRelation);
            self.kept.insert(id.clone(), Annotation::clone(left));
        }
    }
}

/// What both linked alike stands once.
fn join_duplicates(all: &mut BTreeMap<AnnotationId, Relation>, new: &[Vec<Relation>; 2]) {
    let mut alike: BTreeMap<Vec<u8>, [Vec<&Relation>; 2]> = BTreeMap::new();
    for (n, list) in new.iter().enumerate() {
        for relation in list {
            let mut key = relation.key();
            key.extend(content::extra(&relation.extra));
            alike.entry(key).or_default()[n].push(relation);
        }
    }
    for lists in alike.values().filter(|lists| lists.iter().all(|list| !list.is_empty())) {
        let ids: BTreeSet<&AnnotationId> = lists.iter().flatten().map(|relation| &relation.id).collect();
        all.retain(|id, _| !ids.contains(id));
        all.extend(slots(lists).filter_map(|slot| first(&slot)));
    }
}
