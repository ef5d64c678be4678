//! Whether the best of several candidates is the right one.

use super::compare::{Comparison, PairKind};

/// What is known of the best candidate, as [`confidence`] weighs it.
pub const EVIDENCE: usize = 6;

/// Weights of the evidence, learned by `learn-names measure` from rankings where half the right names were missing.
const WEIGHTS: [f32; EVIDENCE] = [0.0, -18.0, 0.3, 17.5, -6.5, 0.75];

/// The evidence for the best candidate: a constant, how far it is, how much there is to compare, the distance to
/// the second bearer, what of the names has no partner, and whether more than one pair of words fits.
#[must_use]
pub fn evidence(best: &Comparison, second: Option<&Comparison>) -> [f32; EVIDENCE] {
    let distance = |comparison: &Comparison| comparison.distance().min(0.6);
    let margin = (second.map_or(0.6, distance) - distance(best)).clamp(0.0, 0.3);
    let alone: f32 =
        best.pairs.iter().filter(|pair| pair.kind == PairKind::Unpaired).map(|pair| pair.cost).sum();
    let heard = best.pairs.iter().filter(|pair| !matches!(pair.kind, PairKind::Unpaired)).count();
    [
        1.0,
        distance(best),
        best.weight.max(1.0).ln(),
        margin,
        alone / best.weight.max(0.1),
        if heard > 1 { 1.0 } else { 0.0 },
    ]
}

/// How sure it is that the best candidate bears the name, from 0 to 1: by its distance, by how much there was to
/// compare, and by how far the second is behind.
///
/// ```
/// # use tippani_core::names::{Matcher, Name, confidence};
/// let matcher = Matcher::default();
/// let compare = |a, b| matcher.compare(&Name::new(a), &Name::new(b));
/// let (right, wrong) = (compare("नरेंद्र मोदी", "Narendra Modi"), compare("नरेंद्र मोदी", "Mahendra Soni"));
/// assert!(confidence(&right, Some(&wrong)) > confidence(&wrong, Some(&right)));
/// ```
#[must_use]
pub fn confidence(best: &Comparison, second: Option<&Comparison>) -> f32 {
    let sum: f32 = evidence(best, second).iter().zip(WEIGHTS).map(|(e, w)| e * w).sum();
    1.0 / (1.0 + (-sum).exp())
}
