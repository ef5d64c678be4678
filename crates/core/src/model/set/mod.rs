//! One annotator's annotations of one article.

mod chunks;
mod fields;
mod keyed;
mod orphans;
mod place;
mod remarks;

use std::collections::HashSet;
use std::sync::Arc;

use self::keyed::{ByKey, RelationIndex, Revised};
use super::{
    Annotation, AnnotationId, Annotator, Extra, Orphan, Relation, Remark, Review, ReviewTarget, State,
};

pub use self::keyed::Revision;
pub use self::place::{Annotations, AnnotationsIter};

/// From one in so many of a set's annotations on, changing them in one pass over all is quicker than one by one.
const ONE_PASS_DIVISOR: usize = 16;

/// An entry of a file that could not be read as what it should be: kept word for word and written back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The list it stood in: `annotations`, `relations`, `reviews`, `decisions`, `answers`, `returned` or `orphans`; of a registry
    /// `entities`, `same` or `different`.
    pub list: &'static str,
    /// Its JSON text.
    pub json: String,
    /// Why it could not be read.
    pub reason: String,
}

/// One annotator's annotations of one article, with relations among them, verdicts on others', what else is said in reviews, and
/// those annotations that have lost their place.
///
/// Each is there once: annotations and relations by identifier, verdicts by what they are of. Finding, putting in and
/// taking out one takes logarithmic time, and so does finding what stands at a place, the relations of an annotation
/// and the verdict on one. A copy shares what neither changes, so it is cheap at any size.
///
/// Every change advances [`AnnotationSet::revision`], and what was changed keeps the revision of its change; whether
/// something changed since is answered by comparing revisions. Two sets are equal when they hold the same, however
/// they came to it.
///
/// ```
/// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator};
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha met Ravi");
/// let span = Span::new(&text, ByteOffset::new(9), ByteOffset::new(13))?;
/// let id = AnnotationId::new("01JD");
/// let ravi = Annotation::new(id.clone(), AnnotationKind::Entity, "person", span.into(), "2026-01-02T03:04:05Z".parse()?);
///
/// let mut set = AnnotationSet::new(Annotator::new("asha")?);
/// let before = set.revision();
/// assert_eq!(set.insert(ravi), None);
/// assert!(set.revision_of(&id) > Some(before));
/// assert_eq!(set.annotations().at(ByteOffset::new(10)).len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AnnotationSet {
    /// Whose they are.
    pub annotator: Annotator,
    state: State,
    by_id: ByKey<Annotation>,
    by_place: Annotations,
    relations: ByKey<Relation>,
    relation_index: RelationIndex,
    reviews: ByKey<Review>,
    remarks: ByKey<Remark>,
    orphans: ByKey<Orphan>,
    revision: Revision,
    /// What could not be read, kept.
    pub unread: Vec<Unread>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl AnnotationSet {
    /// An empty set.
    #[must_use]
    pub fn new(annotator: Annotator) -> Self {
        Self {
            annotator,
            state: State::Todo,
            by_id: ByKey::default(),
            by_place: Annotations::default(),
            relations: ByKey::default(),
            relation_index: RelationIndex::default(),
            reviews: ByKey::default(),
            remarks: ByKey::default(),
            orphans: ByKey::default(),
            revision: Revision::default(),
            unread: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// Replaces all annotations by these; of several with one identifier the first stays, and the others
    /// come back.
    #[must_use]
    pub fn with_annotations(mut self, annotations: Vec<Annotation>) -> (Self, Vec<Annotation>) {
        let shared = annotations.into_iter().map(Arc::new).collect();
        let (by_id, doubled) = ByKey::new(shared, self.advance());
        self.by_place = Annotations::new(by_id.iter().map(|entry| Arc::clone(&entry.value)));
        self.by_id = by_id;
        (self, doubled.into_iter().map(Arc::unwrap_or_clone).collect())
    }

    /// How far the annotator has come.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Says how far the annotator has come, and gives what was said before.
    pub fn set_state(&mut self, state: State) -> State {
        self.advance();
        std::mem::replace(&mut self.state, state)
    }

    /// The revision of the last change; one that took something out counts.
    #[must_use]
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    /// All annotations, by (start, end, id).
    #[must_use]
    pub const fn annotations(&self) -> &Annotations {
        &self.by_place
    }

    /// The annotation with this identifier.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Arc<Annotation>> {
        self.by_id.get(id).map(|entry| &entry.value)
    }

    /// The revision at which the annotation with this identifier was put in, or in place of another.
    #[must_use]
    pub fn revision_of(&self, id: &AnnotationId) -> Option<Revision> {
        self.by_id.get(id).map(|entry| entry.revision)
    }

    /// The annotations that were put in, or in place of others, after this revision, by identifier.
    pub fn changed_since(&self, revision: Revision) -> impl Iterator<Item = &Arc<Annotation>> {
        self.by_id.iter().filter(move |entry| entry.revision > revision).map(|entry| &entry.value)
    }

    /// Puts one in its place; one with the same identifier is replaced and comes back.
    pub fn insert(&mut self, annotation: Annotation) -> Option<Annotation> {
        self.put(annotation).map(Arc::unwrap_or_clone)
    }

    fn put(&mut self, annotation: Annotation) -> Option<Arc<Annotation>> {
        let annotation = Arc::new(annotation);
        let revision = self.advance();
        let replaced = self.by_id.insert(Arc::clone(&annotation), revision);
        if let Some(replaced) = &replaced {
            self.by_place.remove(replaced);
        }
        self.by_place.insert(annotation);
        replaced
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &AnnotationId) -> Option<Annotation> {
        let removed = self.by_id.remove(id)?;
        self.advance();
        self.by_place.remove(&removed);
        Some(Arc::unwrap_or_clone(removed))
    }

    /// Puts many, of different identifiers, in their places, as [`AnnotationSet::insert`] does one by one; gives each
    /// identifier with the annotation it replaced.
    pub fn insert_all(
        &mut self,
        annotations: Vec<Annotation>,
    ) -> Vec<(AnnotationId, Option<Arc<Annotation>>)> {
        if !self.is_one_pass(annotations.len()) {
            let put = |annotation: Annotation| (annotation.id.clone(), self.put(annotation));
            return annotations.into_iter().map(put).collect();
        }
        let revision = self.advance();
        let revised = |annotation| Revised { value: Arc::new(annotation), revision };
        let revised: Vec<Revised<Annotation>> = annotations.into_iter().map(revised).collect();
        let with_replaced = |Revised { value, .. }: &Revised<Annotation>| {
            let replaced = self.by_id.get(&value.id).map(|old| Arc::clone(&old.value));
            (value.id.clone(), replaced)
        };
        let back: Vec<(AnnotationId, Option<Arc<Annotation>>)> = revised.iter().map(with_replaced).collect();
        let replaced: HashSet<&AnnotationId> =
            back.iter().filter(|(_, old)| old.is_some()).map(|(id, _)| id).collect();
        let stays = |annotation: &Annotation| !replaced.contains(&annotation.id);
        self.by_place.rebuild(stays, revised.iter().map(|entry| Arc::clone(&entry.value)));
        self.by_id.rebuild(stays, revised.into_iter());
        back
    }

    /// Takes many, of different identifiers, out, as [`AnnotationSet::remove`] does one by one; gives the identifier
    /// that is not there, and leaves everything, where one is not.
    ///
    /// # Errors
    /// When one is not there.
    pub fn remove_all(&mut self, ids: &[AnnotationId]) -> Result<Vec<Annotation>, AnnotationId> {
        let find = |id| self.get(id).cloned().ok_or_else(|| AnnotationId::clone(id));
        let found = ids.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        if self.is_one_pass(ids.len()) {
            let gone: HashSet<&AnnotationId> = ids.iter().collect();
            let stays = |annotation: &Annotation| !gone.contains(&annotation.id);
            self.by_place.rebuild(stays, std::iter::empty());
            self.by_id.rebuild(stays, std::iter::empty());
            self.advance();
        } else {
            for id in ids {
                self.remove(id);
            }
        }
        Ok(found.into_iter().map(Arc::unwrap_or_clone).collect())
    }

    fn is_one_pass(&self, changes: usize) -> bool {
        changes > 1 && changes * ONE_PASS_DIVISOR > self.by_id.len()
    }

    /// All relations, by identifier.
    #[must_use]
    pub fn relations(&self) -> impl ExactSizeIterator<Item = &Relation> + Clone {
        self.relations.iter().map(|entry| &*entry.value)
    }

    /// The relation with this identifier.
    #[must_use]
    pub fn relation(&self, id: &AnnotationId) -> Option<&Relation> {
        self.relations.get(id).map(|entry| &*entry.value)
    }

    /// The revision at which the relation with this identifier was put in, or in place of another.
    #[must_use]
    pub fn revision_of_relation(&self, id: &AnnotationId) -> Option<Revision> {
        self.relations.get(id).map(|entry| entry.revision)
    }

    /// The relations of this set that start or end at an annotation of it, by identifier.
    pub fn relations_of<'a>(&'a self, id: &'a AnnotationId) -> impl Iterator<Item = &'a Relation> {
        self.relation_index.of(id)
    }

    /// Puts a relation in; one with the same identifier is replaced and comes back.
    pub fn insert_relation(&mut self, relation: Relation) -> Option<Relation> {
        let relation = Arc::new(relation);
        let revision = self.advance();
        let replaced = self.relations.insert(Arc::clone(&relation), revision);
        if let Some(replaced) = &replaced {
            self.relation_index.remove(replaced);
        }
        self.relation_index.insert(&relation);
        replaced.map(Arc::unwrap_or_clone)
    }

    /// Takes a relation out.
    pub fn remove_relation(&mut self, id: &AnnotationId) -> Option<Relation> {
        let removed = self.relations.remove(id)?;
        self.advance();
        self.relation_index.remove(&removed);
        Some(Arc::unwrap_or_clone(removed))
    }

    /// All verdicts on others' annotations, by annotator and annotation.
    #[must_use]
    pub fn reviews(&self) -> impl ExactSizeIterator<Item = &Review> + Clone {
        self.reviews.iter().map(|entry| &*entry.value)
    }

    /// The verdict on an annotation.
    #[must_use]
    pub fn review(&self, of: &ReviewTarget) -> Option<&Review> {
        self.reviews.get(of).map(|entry| &*entry.value)
    }

    /// The revision at which the verdict on an annotation was put in, or in place of another.
    #[must_use]
    pub fn revision_of_review(&self, of: &ReviewTarget) -> Option<Revision> {
        self.reviews.get(of).map(|entry| entry.revision)
    }

    /// Puts a verdict in; one on the same annotation is replaced and comes back.
    pub fn insert_review(&mut self, review: Review) -> Option<Review> {
        let revision = self.advance();
        let replaced = self.reviews.insert(Arc::new(review), revision);
        replaced.map(Arc::unwrap_or_clone)
    }

    /// Takes the verdict on an annotation out.
    pub fn remove_review(&mut self, of: &ReviewTarget) -> Option<Review> {
        let removed = self.reviews.remove(of)?;
        self.advance();
        Some(Arc::unwrap_or_clone(removed))
    }

    fn advance(&mut self) -> Revision {
        self.revision = Revision::next();
        self.revision
    }

    /// Whether there is nothing in it that a file would have to hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let kept = self.orphans.len() + self.unread.len();
        let said = self.reviews.len() + self.remarks.len();
        self.by_id.len() + self.relations.len() + said + kept == 0
    }
}

/// Sets are equal when they hold the same; at which revision does not matter.
impl PartialEq for AnnotationSet {
    fn eq(&self, other: &Self) -> bool {
        (&self.annotator, self.state) == (&other.annotator, other.state)
            && self.by_place == other.by_place
            && self.relations().eq(other.relations())
            && self.reviews().eq(other.reviews())
            && self.remarks().eq(other.remarks())
            && self.orphans().eq(other.orphans())
            && (&self.unread, &self.extra) == (&other.unread, &other.extra)
    }
}
