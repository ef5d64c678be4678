//! Which annotations stand in a stretch of text, without looking at all of them.

use std::sync::Arc;

use crate::model::{Annotation, AnnotationSet};
use crate::text::{ByteOffset, Span};

/// The annotations of one set, to be asked by place.
///
/// Sorted by start, each with the farthest end of all before it: a query costs what it finds, unless a mark
/// reaches over most of the text.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    annotations: Vec<Arc<Annotation>>,
    farthest: Vec<ByteOffset>,
}

impl SpanIndex {
    /// Indexes a set; linear in its size.
    #[must_use]
    pub fn new(set: &AnnotationSet) -> Self {
        let annotations = set.annotations().to_vec();
        let farthest = annotations
            .iter()
            .scan(ByteOffset::default(), |far, a| {
                *far = (*far).max(a.spans.last().end());
                Some(*far)
            })
            .collect();
        Self { annotations, farthest }
    }

    /// Those whose extent shares a character with `[start, end)`, by (start, end, id).
    #[must_use]
    pub fn within(&self, start: ByteOffset, end: ByteOffset) -> Vec<&Arc<Annotation>> {
        let upper = self.annotations.partition_point(|a| a.spans.first().start() < end);
        let mut found: Vec<_> = (0..upper)
            .rev()
            .take_while(|&i| self.farthest[i] > start)
            .map(|i| &self.annotations[i])
            .filter(|a| a.spans.last().end() > start)
            .collect();
        found.reverse();
        found
    }

    /// Those that cover the character after `offset`, shortest first: the order clicks cycle through.
    #[must_use]
    pub fn at(&self, offset: ByteOffset) -> Vec<&Arc<Annotation>> {
        let mut found = self.within(offset, ByteOffset::new(offset.get() + 1));
        found.retain(|a| a.spans.contains(offset));
        found.sort_by_key(|a| a.spans.bytes());
        found
    }

    /// The annotation with exactly these parts and label, if there is one.
    #[must_use]
    pub fn exactly(&self, span: Span, label: &str) -> Option<&Arc<Annotation>> {
        self.within(span.start(), span.end())
            .into_iter()
            .find(|a| &*a.label == label && a.spans.as_slice() == [span])
    }
}
