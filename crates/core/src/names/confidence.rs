//! Whether the best of several candidates is the right one.

use super::compare::{Comparison, Matcher, Pair, PairKind};
use super::lexicon::WordKind;
use super::name::Name;
use super::word_weight::WeightedWords;

/// What is known of the best candidate, as [`confidence`] weighs it.
pub const EVIDENCE: usize = 9;

/// Weights of the evidence, learned by `learn-names measure` from rankings where half the right names were missing.
const WEIGHTS: [f32; EVIDENCE] = [-0.78, -15.15, 0.76, 15.23, -11.44, 1.07, -7.8, -3.21, -0.27];

/// What the alignment of two names tells beside its cost, which is a sum: one word that sounds otherwise, or begins otherwise, tells
/// names apart that are alike in all else.
#[derive(Debug, Default)]
struct Detail {
    /// What it costs that words begin otherwise, of the pair where that is most.
    beginning: f32,
    /// The distance of the words that are the least alike of those paired by sound.
    farthest: f32,
    /// Whether a word that says what is named has no partner.
    kinds_alone: bool,
    /// What all other words cost that have none.
    alone: f32,
    /// How many pairs of words there are.
    pairs: usize,
}

impl Detail {
    fn new(matcher: Matcher<'_>, (a, b): (&Name, &Name), comparison: &Comparison) -> Self {
        let words = (
            WeightedWords::new(matcher.costs(), a, b.family()),
            WeightedWords::new(matcher.costs(), b, a.family()),
        );
        let mut detail = Self::default();
        for pair in &comparison.pairs {
            match pair.kind {
                PairKind::Unpaired => {
                    let of = |words: &WeightedWords<'_>, places: &std::ops::Range<usize>| {
                        places.clone().any(|place| words.words[place].kind == Some(WordKind::Kind))
                    };
                    if of(&words.0, &pair.a) || of(&words.1, &pair.b) {
                        detail.kinds_alone = true;
                    } else {
                        detail.alone += pair.cost;
                    }
                    continue;
                }
                PairKind::Sound => detail.sounds(matcher, (a, b), pair, &words),
                PairKind::LetterNames | PairKind::Initial | PairKind::Meaning(_) => {}
            }
            detail.pairs += 1;
        }
        detail
    }

    fn sounds(
        &mut self,
        matcher: Matcher<'_>,
        (a, b): (&Name, &Name),
        pair: &Pair,
        words: &(WeightedWords<'_>, WeightedWords<'_>),
    ) {
        let weight: f32 =
            words.0.weights[pair.a.clone()].iter().chain(&words.1.weights[pair.b.clone()]).sum();
        self.farthest = self.farthest.max(pair.cost / weight.max(0.5));
        let aligned = matcher.steps(a, b, pair);
        self.beginning =
            self.beginning.max(aligned.map_or(0.0, |aligned| aligned.first_cost(matcher.costs())));
    }
}

/// The evidence for the best candidate `b` of a name `a`: a constant, how far it is, how much there is to compare, the distance to
/// the second bearer, what of the names has no partner, whether more than one pair of words fits, how far the farthest pair is, whether
/// only one says what is named, and how unlike words begin.
#[must_use]
pub fn evidence(
    matcher: Matcher<'_>,
    names: (&Name, &Name),
    best: &Comparison,
    second: Option<&Comparison>,
) -> [f32; EVIDENCE] {
    let distance = |comparison: &Comparison| comparison.distance().min(0.6);
    let margin = (second.map_or(0.6, distance) - distance(best)).clamp(0.0, 0.3);
    let detail = Detail::new(matcher, names, best);
    let weight = best.weight.max(1.0);
    [
        1.0,
        distance(best),
        weight.ln(),
        margin,
        detail.alone / weight,
        if detail.pairs > 1 { 1.0 } else { 0.0 },
        detail.farthest.min(0.6),
        if detail.kinds_alone { 1.0 } else { 0.0 },
        detail.beginning.min(4.0),
    ]
}

/// How sure it is that the best candidate `b` bears the name `a`, from 0 to 1: by its distance, by how much there was to
/// compare, by how far the second is behind, and by what single words say against it.
///
/// ```
/// # use tippani_core::names::{Matcher, Name, confidence};
/// let matcher = Matcher::default();
/// let [modi, right, wrong] = ["नरेंद्र मोदी", "Narendra Modi", "Mahendra Soni"].map(Name::new);
/// let (near, far) = (matcher.compare(&modi, &right), matcher.compare(&modi, &wrong));
/// let sure = confidence(matcher, (&modi, &right), &near, Some(&far));
/// assert!(sure > confidence(matcher, (&modi, &wrong), &far, Some(&near)));
/// ```
#[must_use]
pub fn confidence(
    matcher: Matcher<'_>,
    names: (&Name, &Name),
    best: &Comparison,
    second: Option<&Comparison>,
) -> f32 {
    let sum: f32 = evidence(matcher, names, best, second).iter().zip(WEIGHTS).map(|(e, w)| e * w).sum();
    1.0 / (1.0 + (-sum).exp())
}
