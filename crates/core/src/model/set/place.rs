//! The annotations of a set by place.

use std::cmp::Ordering;
use std::ops::Index;
use std::sync::Arc;

use super::chunks::{Entry, Iter, SortedChunks};
use crate::model::Annotation;
use crate::text::{ByteOffset, Span};

/// An annotation with its extent beside it, so that a search does not follow references.
#[derive(Clone, Debug)]
struct Placed {
    start: ByteOffset,
    end: ByteOffset,
    annotation: Arc<Annotation>,
}

impl Placed {
    fn new(annotation: Arc<Annotation>) -> Self {
        let (start, end) = (annotation.spans.first().start(), annotation.spans.last().end());
        Self { start, end, annotation }
    }
}

/// By (start, end, identifier): the order of the file.
impl Entry for Placed {
    fn order(&self, other: &Self) -> Ordering {
        (self.start, self.end, &self.annotation.id).cmp(&(other.start, other.end, &other.annotation.id))
    }

    fn end(&self) -> ByteOffset {
        self.end
    }
}

/// The annotations of one set in the order of the file: by (start, end, identifier).
///
/// A list that is read like a slice, and an index by place: [`Annotations::within`] and [`Annotations::at`] look at
/// what is there, and not at the rest.
#[derive(Clone, Debug, Default)]
pub struct Annotations(SortedChunks<Placed>);

impl Annotations {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.len() == 0
    }

    /// The one at a position in the order; logarithmic in their number.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&Arc<Annotation>> {
        self.0.nth(position).map(|placed| &placed.annotation)
    }

    /// All, in order.
    #[must_use]
    pub fn iter(&self) -> AnnotationsIter<'_> {
        AnnotationsIter(self.0.iter())
    }

    /// How many stand before `annotation`: its position, where it is one of these.
    #[must_use]
    pub fn position(&self, annotation: &Annotation) -> usize {
        let (start, end) = (annotation.spans.first().start(), annotation.spans.last().end());
        self.0.position(|other| {
            (other.start, other.end, &other.annotation.id).cmp(&(start, end, &annotation.id))
        })
    }

    /// How many start before a place.
    #[must_use]
    pub fn starting_before(&self, place: ByteOffset) -> usize {
        self.0.position(|other| if other.start < place { Ordering::Less } else { Ordering::Greater })
    }

    /// Those whose extent shares a character with `[start, end)`, in order.
    #[must_use]
    pub fn within(&self, start: ByteOffset, end: ByteOffset) -> Vec<&Arc<Annotation>> {
        let found = self.0.reaching(start, |placed| placed.start < end);
        found.into_iter().map(|placed| &placed.annotation).collect()
    }

    /// Those that cover the character after `offset`, shortest first: the order clicks cycle through.
    #[must_use]
    pub fn at(&self, offset: ByteOffset) -> Vec<&Arc<Annotation>> {
        let mut found = self.within(offset, ByteOffset::new(offset.get() + 1));
        found.retain(|annotation| annotation.spans.contains(offset));
        found.sort_by_key(|annotation| annotation.spans.bytes());
        found
    }

    /// The first annotation with exactly this place and label, if there is one.
    #[must_use]
    pub fn exactly(&self, span: Span, label: &str) -> Option<&Arc<Annotation>> {
        let found = self.within(span.start(), span.end());
        found.into_iter().find(|a| &*a.label == label && a.spans.as_slice() == [span])
    }

    /// Of annotations in any order, no two of one identifier.
    pub(super) fn new(annotations: impl Iterator<Item = Arc<Annotation>>) -> Self {
        let mut placed: Vec<Placed> = annotations.map(Placed::new).collect();
        placed.sort_by(Entry::order);
        Self(SortedChunks::from_sorted(placed))
    }

    pub(super) fn insert(&mut self, annotation: Arc<Annotation>) {
        self.0.insert(Placed::new(annotation));
    }

    pub(super) fn remove(&mut self, annotation: &Arc<Annotation>) {
        let placed = Placed::new(Arc::clone(annotation));
        self.0.remove(|other| other.order(&placed));
    }

    /// Leaves out what is not kept and puts `added` in, in one pass.
    pub(super) fn rebuild(
        &mut self,
        keep: impl Fn(&Annotation) -> bool,
        added: impl Iterator<Item = Arc<Annotation>>,
    ) {
        self.0.rebuild(|placed| keep(&placed.annotation), added.map(Placed::new));
    }
}

impl PartialEq for Annotations {
    fn eq(&self, other: &Self) -> bool {
        let same =
            |(one, other): (&Arc<Annotation>, &Arc<Annotation>)| Arc::ptr_eq(one, other) || one == other;
        self.len() == other.len() && self.iter().zip(other.iter()).all(same)
    }
}

impl Index<usize> for Annotations {
    type Output = Arc<Annotation>;

    /// # Panics
    /// When there are no more than `position`.
    fn index(&self, position: usize) -> &Arc<Annotation> {
        &self.0.index(position).annotation
    }
}

impl<'a> IntoIterator for &'a Annotations {
    type Item = &'a Arc<Annotation>;
    type IntoIter = AnnotationsIter<'a>;

    fn into_iter(self) -> AnnotationsIter<'a> {
        self.iter()
    }
}

/// Annotations in the order of the file.
#[derive(Clone, Debug)]
pub struct AnnotationsIter<'a>(Iter<'a, Placed>);

impl<'a> Iterator for AnnotationsIter<'a> {
    type Item = &'a Arc<Annotation>;

    fn next(&mut self) -> Option<&'a Arc<Annotation>> {
        self.0.next().map(|placed| &placed.annotation)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for AnnotationsIter<'_> {}
