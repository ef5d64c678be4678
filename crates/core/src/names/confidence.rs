//! Whether the best of several candidates is the right one.

use super::compare::{Comparison, Matcher, Pair, PairKind};
use super::lexicon::WordKind;
use super::name::Name;
use super::word_weight::WeightedWords;

/// Weights of [`MatchFeatures`], learned by `learn-names measure` from rankings where half the right names were missing.
const WEIGHTS: [f32; MatchFeatures::COUNT] = [-0.78, -15.15, 0.76, 15.23, -11.44, 1.07, -7.8, -3.21, -0.27];

/// What is known of the best candidate for a name, as [`confidence`] weighs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatchFeatures {
    /// The distance of the two names.
    pub distance: f32,
    /// The natural logarithm of how much there is to compare.
    pub log_weight: f32,
    /// How much farther the second bearer is.
    pub margin: f32,
    /// The part of the names that has no partner.
    pub unpaired_share: f32,
    /// Whether more than one pair of words fits.
    pub has_several_pairs: bool,
    /// The distance of the words that are the least alike of those paired by sound.
    pub farthest_pair: f32,
    /// Whether only one of the names says what is named.
    pub only_one_has_kind: bool,
    /// How unlike words begin, of the pair where that is most.
    pub initial_mismatch: f32,
}

impl MatchFeatures {
    /// The number of weights: one for each feature, and one for a constant.
    pub const COUNT: usize = 9;

    /// A constant of 1, then each feature, as weights are multiplied with them.
    #[must_use]
    pub const fn to_array(self) -> [f32; Self::COUNT] {
        [
            1.0,
            self.distance,
            self.log_weight,
            self.margin,
            self.unpaired_share,
            if self.has_several_pairs { 1.0 } else { 0.0 },
            self.farthest_pair,
            if self.only_one_has_kind { 1.0 } else { 0.0 },
            self.initial_mismatch,
        ]
    }
}

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

/// The features of the best candidate `b` of a name `a`, beside the second bearer.
#[must_use]
pub fn match_features(
    matcher: Matcher<'_>,
    names: (&Name, &Name),
    best: &Comparison,
    second: Option<&Comparison>,
) -> MatchFeatures {
    let distance = |comparison: &Comparison| comparison.distance().min(0.6);
    let margin = (second.map_or(0.6, distance) - distance(best)).clamp(0.0, 0.3);
    let detail = Detail::new(matcher, names, best);
    let weight = best.weight.max(1.0);
    MatchFeatures {
        distance: distance(best),
        log_weight: weight.ln(),
        margin,
        unpaired_share: detail.alone / weight,
        has_several_pairs: detail.pairs > 1,
        farthest_pair: detail.farthest.min(0.6),
        only_one_has_kind: detail.kinds_alone,
        initial_mismatch: detail.beginning.min(4.0),
    }
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
    let features = match_features(matcher, names, best, second).to_array();
    let sum: f32 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
