//! One annotator's annotations of one article.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Annotation, AnnotationId, Annotator, Extra, Relation, Review, State};

/// From so many on, changes are made in one pass over the set.
const MANY: usize = 16;

/// An entry of a file that could not be read as what it should be: kept word for word and written back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The list it stood in: `annotations`, `relations` or `reviews`.
    pub list: &'static str,
    /// Its JSON text.
    pub json: String,
    /// Why it could not be read.
    pub reason: String,
}

/// One annotator's annotations of one article, in the order of the file: by (start, end, id).
///
/// The order is kept by [`AnnotationSet::insert`]; identifiers are unique.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnotationSet {
    /// Whose they are.
    pub annotator: Annotator,
    /// How far the annotator has come.
    pub state: State,
    annotations: Vec<Arc<Annotation>>,
    /// Links between claims, by identifier.
    pub relations: Vec<Relation>,
    /// Verdicts on others' annotations.
    pub reviews: Vec<Review>,
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
            annotations: Vec::new(),
            relations: Vec::new(),
            reviews: Vec::new(),
            unread: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// The same with `annotations`, sorted; of two with one identifier the first stays and the others come back.
    #[must_use]
    pub fn with_annotations(mut self, annotations: Vec<Annotation>) -> (Self, Vec<Annotation>) {
        let mut seen = HashSet::with_capacity(annotations.len());
        let (kept, doubled) = annotations.into_iter().partition(|a| seen.insert(a.id.clone()));
        let kept: Vec<Annotation> = kept;
        self.annotations = kept.into_iter().map(Arc::new).collect();
        self.annotations.sort_by(|a, b| order(a, b));
        (self, doubled)
    }

    /// All annotations, by (start, end, id); shared, so that a copy of the set for saving is cheap.
    #[must_use]
    pub fn annotations(&self) -> &[Arc<Annotation>] {
        &self.annotations
    }

    /// The annotation with this identifier.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.annotations.iter().find(|a| a.id == *id).map(Arc::as_ref)
    }

    /// Puts one in its place; one with the same identifier is replaced and comes back.
    pub fn insert(&mut self, annotation: Annotation) -> Option<Annotation> {
        let replaced = self.remove(&annotation.id);
        let at = self.annotations.partition_point(|other| order(other, &annotation).is_lt());
        self.annotations.insert(at, Arc::new(annotation));
        replaced
    }

    /// Puts many, of different identifiers, in their places; gives each identifier with the annotation it replaced.
    pub fn insert_all(&mut self, annotations: Vec<Annotation>) -> Vec<(AnnotationId, Option<Annotation>)> {
        if annotations.len() < MANY {
            let put = |annotation: Annotation| (annotation.id.clone(), self.insert(annotation));
            return annotations.into_iter().map(put).collect();
        }
        let mut replaced = self.take_out(annotations.iter().map(|annotation| &annotation.id));
        let back = annotations.iter().map(|a| (a.id.clone(), replaced.remove(&a.id))).collect();
        self.annotations.extend(annotations.into_iter().map(Arc::new));
        self.annotations.sort_by(|a, b| order(a, b));
        back
    }

    /// Takes many out; gives the identifier that is not there, and leaves everything, where one is not.
    ///
    /// # Errors
    /// When one is not there.
    pub fn remove_all(&mut self, ids: &[AnnotationId]) -> Result<Vec<Annotation>, AnnotationId> {
        if ids.len() < MANY {
            if let Some(missing) = ids.iter().find(|id| self.get(id).is_none()) {
                return Err(missing.clone());
            }
            return Ok(ids.iter().filter_map(|id| self.remove(id)).collect());
        }
        let there: HashSet<&AnnotationId> = self.annotations.iter().map(|a| &a.id).collect();
        if let Some(missing) = ids.iter().find(|id| !there.contains(id)) {
            return Err(missing.clone());
        }
        let mut removed = self.take_out(ids.iter());
        Ok(ids.iter().filter_map(|id| removed.remove(id)).collect())
    }

    fn take_out<'a>(
        &mut self,
        ids: impl Iterator<Item = &'a AnnotationId>,
    ) -> HashMap<AnnotationId, Annotation> {
        let ids: HashSet<&AnnotationId> = ids.collect();
        let out = self.annotations.extract_if(.., |a| ids.contains(&a.id));
        out.map(|a| (a.id.clone(), Arc::unwrap_or_clone(a))).collect()
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &AnnotationId) -> Option<Annotation> {
        let at = self.annotations.iter().position(|a| a.id == *id)?;
        Some(Arc::unwrap_or_clone(self.annotations.remove(at)))
    }

    /// Whether there is nothing in it that a file would have to hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotations.is_empty()
            && self.relations.is_empty()
            && self.reviews.is_empty()
            && self.unread.is_empty()
    }
}

fn order(a: &Annotation, b: &Annotation) -> std::cmp::Ordering {
    let key = |x: &Annotation| (x.spans.first().start(), x.spans.last().end());
    key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
}
