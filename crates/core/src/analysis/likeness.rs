//! How alike two annotations’ places are.

use std::sync::Arc;

use super::crowd::{Place, crowd_pairs, is_crowd, overlapping, stretches};
use super::matching::Candidate;
use crate::model::Annotation;
use crate::text::Spans;

/// Characters that two places share, in bytes of the text.
#[must_use]
pub fn shared_bytes(one: &Spans, other: &Spans) -> usize {
    if let ([one], [other]) = (one.as_slice(), other.as_slice()) {
        let (start, end) = (one.start().max(other.start()), one.end().min(other.end()));
        return end.get().saturating_sub(start.get());
    }
    let (mut a, mut b) = (one.as_slice().iter().peekable(), other.as_slice().iter().peekable());
    let mut shared = 0;
    while let (Some(first), Some(second)) = (a.peek(), b.peek()) {
        let start = first.start().max(second.start()).get();
        let end = first.end().min(second.end()).get();
        shared += end.saturating_sub(start);
        if first.end() <= second.end() {
            a.next()
        } else {
            b.next()
        };
    }
    shared
}

/// Jaccard’s index of two places: what they share, as a part of what they cover together. `1 − jaccard` is a metric
/// (the Jaccard distance).
///
/// ```
/// # use tippani_core::analysis::jaccard;
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha Rao");
/// let span = |start, end| Span::new(&text, ByteOffset::new(start), ByteOffset::new(end)).unwrap().into();
/// assert_eq!(jaccard(&span(0, 4), &span(0, 8)), 0.5);
/// ```
#[must_use]
pub fn jaccard(one: &Spans, other: &Spans) -> f64 {
    let shared = shared_bytes(one, other);
    shared as f64 / (one.bytes() + other.bytes() - shared) as f64
}

/// Every two annotations of these lists that share a character, as `alike` has it, which is at most what they share of their
/// place; both lists are sorted by start. Where very many overlap, those that are most alike.
///
/// Where `alike` gives nothing they cannot be the same.
pub(super) fn candidates(
    one: &[&Arc<Annotation>],
    other: &[&Arc<Annotation>],
    alike: impl Fn(&Annotation, &Annotation) -> Option<f64>,
) -> Vec<Candidate> {
    let places =
        |all: &[&Arc<Annotation>]| -> Vec<Place> { all.iter().map(|a| Place::of(&a.spans)).collect() };
    let (places_one, places_other) = (places(one), places(other));
    let mut found = Vec::with_capacity(one.len().min(other.len()));
    for (a, b) in stretches(&places_one, &places_other) {
        if a.is_empty() || b.is_empty() {
            continue;
        }
        let pair = |n: usize, m: usize| {
            alike(one[a.start + n], other[b.start + m]).filter(|likeness| *likeness > 0.0)
        };
        if let (1, 1) = (a.len(), b.len()) {
            let likeness = pair(0, 0);
            found.extend(likeness.map(|likeness| Candidate { one: a.start, other: b.start, likeness }));
            continue;
        }
        let (here, there) = (&places_one[a.clone()], &places_other[b.clone()]);
        let own = if is_crowd(here, there) {
            let class = |is_other: bool, n: usize| {
                if is_other { &other[b.start + n].spans } else { &one[a.start + n].spans }
            };
            crowd_pairs(here, there, class, pair, |shared| shared)
        } else {
            overlapping(here, there, pair)
        };
        let numbered = |c: Candidate| Candidate { one: a.start + c.one, other: b.start + c.other, ..c };
        found.extend(own.into_iter().map(numbered));
    }
    found
}
