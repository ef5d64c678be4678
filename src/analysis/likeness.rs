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
    // The farthest end up to each place tells how far back an overlap can lie.
    let farthest: Vec<_> = other
        .iter()
        .scan(crate::text::ByteOffset::default(), |far, a| {
            *far = (*far).max(a.spans.last().end());
            Some(*far)
        })
        .collect();
    let mut found = Vec::new();
    for (n, a) in one.iter().enumerate() {
        let upper = other.partition_point(|b| b.spans.first().start() < a.spans.last().end());
        let reaching = (0..upper).rev().take_while(|&i| farthest[i] > a.spans.first().start());
        for i in reaching {
            if let Some(likeness) = alike(a, other[i]).filter(|likeness| *likeness > 0.0) {
                found.push(Candidate { one: n, other: i, likeness });
            }
        }
    }
    found
}
