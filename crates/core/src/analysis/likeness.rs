//! How alike two annotations’ places are.

use std::sync::Arc;

use super::matching::Candidate;
use crate::model::Annotation;
use crate::text::Spans;

/// Characters that two places share, in bytes of the text.
#[must_use]
pub fn shared_bytes(one: &Spans, other: &Spans) -> usize {
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

/// Jaccard’s index of two places: what they share, as a part of what they cover together. One less it is a metric.
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

/// Every two annotations of these lists that share a character, as `alike` has it; both lists are sorted by start.
///
/// Where `alike` gives nothing they cannot be the same.
pub(super) fn candidates(
    one: &[&Arc<Annotation>],
    other: &[&Arc<Annotation>],
    alike: impl Fn(&Annotation, &Annotation) -> Option<f64>,
) -> Vec<Candidate> {
    let (mut open_one, mut open_other) = (Vec::<usize>::new(), Vec::<usize>::new());
    let (mut a, mut b) = (0, 0);
    let mut found = Vec::new();
    let mut pair = |a: usize, b: usize| {
        if let Some(likeness) = alike(one[a], other[b]).filter(|likeness| *likeness > 0.0) {
            found.push(Candidate { one: a, other: b, likeness });
        }
    };
    let start = |all: &[&Arc<Annotation>], n: usize| all.get(n).map(|a| a.spans.first().start());
    // Through the text, with what is open on either side; what begins meets what is open on the other.
    while let Some(at) = [start(one, a), start(other, b)].into_iter().flatten().min() {
        open_one.retain(|n| one[*n].spans.last().end() > at);
        open_other.retain(|n| other[*n].spans.last().end() > at);
        if start(one, a) == Some(at) {
            for n in &open_other {
                pair(a, *n);
            }
            open_one.push(a);
            a += 1;
        } else {
            for n in &open_one {
                pair(*n, b);
            }
            open_other.push(b);
            b += 1;
        }
    }
    found.sort_unstable_by_key(|candidate| (candidate.one, candidate.other));
    found
}
