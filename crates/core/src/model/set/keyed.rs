//! What a set holds by a key of its own, each with the revision of its last change.

use std::cmp::Ordering;
use std::sync::Arc;
use std::sync::atomic::{self, AtomicU64};

use super::chunks::{Entry, Iter, SortedChunks};
use crate::model::{
    Annotation, AnnotationId, Orphan, Relation, RelationEnd, Remark, RemarkSubject, Review, ReviewTarget,
};

/// Stands for one change of one set: a later one is greater, and no two changes in a running program have the same.
///
/// So two sets of one revision hold the same, also where one was read from a file again, or two copies were changed
/// apart. A new set, which was never changed, has the least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

impl Revision {
    /// That of a change made now.
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, atomic::Ordering::Relaxed) + 1)
    }
}

/// A value that a set holds once for each key.
pub(super) trait Keyed {
    type Key: Ord;

    fn key(&self) -> &Self::Key;
}

impl Keyed for Annotation {
    type Key = AnnotationId;

    fn key(&self) -> &AnnotationId {
        &self.id
    }
}

impl Keyed for Relation {
    type Key = AnnotationId;

    fn key(&self) -> &AnnotationId {
        &self.id
    }
}

impl Keyed for Orphan {
    type Key = AnnotationId;

    fn key(&self) -> &AnnotationId {
        &self.id
    }
}

impl Keyed for Remark {
    type Key = RemarkSubject;

    fn key(&self) -> &RemarkSubject {
        &self.about
    }
}

impl Keyed for Review {
    type Key = ReviewTarget;

    fn key(&self) -> &ReviewTarget {
        &self.of
    }
}

/// A value and when it was last changed.
#[derive(Debug)]
pub(super) struct Revised<T> {
    pub(super) value: Arc<T>,
    pub(super) revision: Revision,
}

impl<T> Clone for Revised<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), revision: self.revision }
    }
}

impl<T: Keyed> Entry for Revised<T> {
    fn order(&self, other: &Self) -> Ordering {
        self.value.key().cmp(other.value.key())
    }
}

/// Values by key.
#[derive(Clone, Debug)]
pub(super) struct ByKey<T>(SortedChunks<Revised<T>>);

impl<T> Default for ByKey<T> {
    fn default() -> Self {
        Self(SortedChunks::default())
    }
}

impl<T> ByKey<T> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> Iter<'_, Revised<T>> {
        self.0.iter()
    }
}

impl<T: Keyed> ByKey<T> {
    /// Of values in any order; of several with one key the first stays, and the others come back.
    pub(super) fn new(mut values: Vec<Arc<T>>, revision: Revision) -> (Self, Vec<Arc<T>>) {
        let in_order = values.is_sorted_by(|one, other| one.key() < other.key());
        let mut doubled = Vec::new();
        if !in_order {
            values.sort_by(|one, other| one.key().cmp(other.key()));
            values.dedup_by(|later, first| {
                let same = later.key() == first.key();
                if same {
                    doubled.push(Arc::clone(later));
                }
                same
            });
        }
        let revised = values.into_iter().map(|value| Revised { value, revision }).collect();
        (Self(SortedChunks::from_sorted(revised)), doubled)
    }

    pub(super) fn get(&self, key: &T::Key) -> Option<&Revised<T>> {
        self.0.get(|entry| entry.value.key().cmp(key))
    }

    pub(super) fn insert(&mut self, value: Arc<T>, revision: Revision) -> Option<Arc<T>> {
        self.0.insert(Revised { value, revision }).map(|old| old.value)
    }

    pub(super) fn remove(&mut self, key: &T::Key) -> Option<Arc<T>> {
        self.0.remove(|entry| entry.value.key().cmp(key)).map(|old| old.value)
    }

    /// Leaves out what is not kept and puts `added` in, in one pass.
    pub(super) fn rebuild(&mut self, keep: impl Fn(&T) -> bool, added: impl Iterator<Item = Revised<T>>) {
        self.0.rebuild(|entry| keep(&entry.value), added);
    }
}

/// Which relations touch an annotation: one entry for each end in the set.
#[derive(Clone, Debug, Default)]
pub(super) struct RelationIndex(SortedChunks<RelationLink>);

#[derive(Clone, Debug)]
struct RelationLink {
    end: AnnotationId,
    relation: Arc<Relation>,
}

impl Entry for RelationLink {
    fn order(&self, other: &Self) -> Ordering {
        (&self.end, &self.relation.id).cmp(&(&other.end, &other.relation.id))
    }
}

impl RelationIndex {
    pub(super) fn insert(&mut self, relation: &Arc<Relation>) {
        for end in ends(relation) {
            self.0.insert(RelationLink { end: end.clone(), relation: Arc::clone(relation) });
        }
    }

    pub(super) fn remove(&mut self, relation: &Arc<Relation>) {
        for end in ends(relation) {
            self.0.remove(|link| (&link.end, &link.relation.id).cmp(&(end, &relation.id)));
        }
    }

    /// Relations that start or end at an annotation, by identifier.
    pub(super) fn of<'a>(&'a self, end: &'a AnnotationId) -> impl Iterator<Item = &'a Relation> {
        let from = self.0.from(|link| link.end.cmp(end).then(Ordering::Greater));
        from.take_while(move |link| link.end == *end).map(|link| &*link.relation)
    }
}

/// Both ends of a relation, as far as they are in its own set.
fn ends(relation: &Relation) -> impl Iterator<Item = &AnnotationId> {
    let to = match &relation.to {
        RelationEnd::Here(id) => Some(id),
        RelationEnd::There { .. } => None,
    };
    std::iter::once(&relation.from).chain(to)
}
