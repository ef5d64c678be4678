//! What a figure of agreement means, or why it is undefined.

use std::fmt;

use super::Measure;

/// A thing to know of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// One category has nearly everything, so that most of the agreement is chance.
    MisleadingAlone,
    /// Chance is not taken out.
    NotCorrected,
    /// Most annotations have an exact counterpart.
    MostExact,
    /// Some annotations have an exact counterpart.
    SomeExact,
    /// No annotation has an exact counterpart.
    NoneExact,
    /// How annotations are paired.
    Overlap,
    /// No less disorder than at random places.
    LikeRandomPlaces,
    /// At least 0.8.
    Reliable,
    /// Between 0.667 and 0.8.
    Tentative,
    /// Less than chance, and surely so.
    WorseThanChance,
    /// Maybe chance.
    LikeChance,
    /// Below 0.667.
    TooLow,
    /// Nearly everything is of one category.
    OneCategory,
    /// The interval is wide.
    TooLittle,
    /// Undefined: nothing was annotated.
    NoAnnotation,
    /// Undefined: the best alignment was not found.
    NoAlignment,
    /// Undefined: nothing could have been elsewhere.
    OnePlace,
    /// Undefined: no article of two annotators has a mark.
    NoMark,
    /// Undefined: no article was rated by all.
    NotRatedByAll,
    /// Undefined: no article was rated by two.
    NotRatedByTwo,
    /// Undefined: there are no units.
    NoUnit,
    /// Undefined: only one category was given.
    OneCategoryOnly,
    /// By this part there is less disorder than at random places.
    LessDisorder(f64),
}

/// In English, as part of a sentence.
impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LessDisorder(part) => {
                return write!(
                    f,
                    "{:.0} % less disorder (edges, labels, what is missing) than at random places; no bounds are agreed upon",
                    part * 100.0
                );
            }
            Self::MisleadingAlone => "Misleading by itself: one category has nearly everything, so most of this is chance",
            Self::NotCorrected => "Not corrected for chance; see κ and α",
            Self::MostExact => "Most annotations have a counterpart with the same edges and label",
            Self::SomeExact => "Where overlap F₁ is higher, the difference is edges; the rest is missing or labelled otherwise",
            Self::NoneExact => "No annotation has a counterpart with the same edges and label",
            Self::Overlap => "Annotations of one label that share at least a character, each paired once",
            Self::LikeRandomPlaces => "No better than the same annotations at random places",
            Self::Reliable => "Reliable: at least 0.8, where conclusions may rest on the labels",
            Self::Tentative => "Between 0.667 and 0.8: enough for tentative conclusions",
            Self::WorseThanChance => "Worse than chance: they differ by rule, not by accident",
            Self::LikeChance => "Indistinguishable from chance",
            Self::TooLow => "Below 0.667: too low to rely on; review conflicts and guidelines",
            Self::OneCategory => "nearly everything is of one category, so single marks move it much: look at F₁ too",
            Self::TooLittle => "too little is rated to be sure, as the interval shows",
            Self::NoAnnotation => "Undefined: neither has an annotation here",
            Self::NoAlignment => "Undefined: marks lie too close together, or annotators are too many, to find the best alignment; compare fewer",
            Self::OnePlace => "Undefined: all marks are at one place, so at random places they would be as alike",
            Self::NoMark => "Undefined: no article that two of them rated has a mark of this",
            Self::NotRatedByAll => "Undefined: no article here was rated by all it is about",
            Self::NotRatedByTwo => "Undefined: no article here was rated by two of them",
            Self::NoUnit => "Undefined: nobody has a unit here",
            Self::OneCategoryOnly => "Undefined: everybody gave one and the same category, so there is nothing that could have differed",
        })
    }
}

/// What has to be known of a figure to say what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct FigureContext {
    pub(super) measure: Measure,
    pub(super) items: u64,
    pub(super) value: Option<f64>,
    pub(super) interval: Option<(f64, f64)>,
    /// The part of all ratings that the most frequent category has.
    pub(super) prevalence: f64,
    /// Whether a best alignment could be found of everything that all rated.
    pub(super) aligned: bool,
}

/// Above this most of what agrees would agree by chance.
const HIGH_PREVALENCE: f64 = 0.9;
/// An interval wider than this says little.
const WIDE_INTERVAL: f64 = 0.3;
/// Krippendorff’s bounds for α (2004, § 11.6): what may be relied upon, and what allows tentative conclusions.
const RELIABLE_ALPHA: f64 = 0.8;
const TENTATIVE_ALPHA: f64 = 0.667;

impl FigureContext {
    pub(super) fn meaning(self) -> Vec<Meaning> {
        let Some(value) = self.value else { return vec![self.undefined()] };
        let first = match self.measure {
            Measure::Observed if self.prevalence > HIGH_PREVALENCE => Meaning::MisleadingAlone,
            Measure::Observed => Meaning::NotCorrected,
            Measure::ExactF1 => match value {
                v if v >= RELIABLE_ALPHA => Meaning::MostExact,
                v if v > 0.0 => Meaning::SomeExact,
                _ => Meaning::NoneExact,
            },
            Measure::OverlapF1 => Meaning::Overlap,
            // No bounds are agreed upon for γ, so it says what it is.
            Measure::Gamma if value <= 0.0 => Meaning::LikeRandomPlaces,
            Measure::Gamma => Meaning::LessDisorder(value),
            _ => corrected(value, self.interval),
        };
        let moved = self.measure.is_corrected() && self.measure != Measure::Gamma;
        let is_moved = moved && self.prevalence > HIGH_PREVALENCE;
        let is_wide = self.interval.is_some_and(|(low, high)| high - low > WIDE_INTERVAL);
        let more = [(is_moved, Meaning::OneCategory), (is_wide, Meaning::TooLittle)];
        std::iter::once(first)
            .chain(more.into_iter().filter(|(is, _)| *is).map(|(_, meaning)| meaning))
            .collect()
    }

    fn undefined(self) -> Meaning {
        match self.measure {
            Measure::ExactF1 | Measure::OverlapF1 if self.items == 0 => Meaning::NoAnnotation,
            Measure::Gamma if !self.aligned => Meaning::NoAlignment,
            Measure::Gamma if self.items > 0 => Meaning::OnePlace,
            Measure::Gamma => Meaning::NoMark,
            Measure::Cohen if self.items == 0 => Meaning::NotRatedByAll,
            _ if self.items == 0 => Meaning::NotRatedByTwo,
            Measure::AlphaUnitized => Meaning::NoUnit,
            _ => Meaning::OneCategoryOnly,
        }
    }
}

fn corrected(value: f64, interval: Option<(f64, f64)>) -> Meaning {
    let may_be_chance = interval.is_none_or(|(low, high)| low <= 0.0 && 0.0 <= high);
    match value {
        v if v >= RELIABLE_ALPHA => Meaning::Reliable,
        v if v >= TENTATIVE_ALPHA => Meaning::Tentative,
        v if v <= 0.0 && !may_be_chance => Meaning::WorseThanChance,
        v if v <= 0.0 || may_be_chance && interval.is_some() => Meaning::LikeChance,
        _ => Meaning::TooLow,
    }
}
