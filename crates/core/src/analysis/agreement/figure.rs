//! One figure of agreement and what it means.

use std::fmt;

use super::rating::LayerLabel;
use crate::model::AnnotationKind;

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All labels of both layers; places with several labels are a category of their own.
    All,
    /// The labels of one layer.
    Layer(AnnotationKind),
    /// One label against everything else.
    Label(LayerLabel),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "All labels",
            Self::Layer(AnnotationKind::Entity) => "Entities",
            Self::Layer(AnnotationKind::Claim) => "Claims",
            Self::Label(label) => &label.label,
        })
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Words and signs as exports have them ([`crate::text::words`]), blanks left out; a token has every label that touches it.
    Token,
    /// Code points, blanks with them.
    Character,
    /// Annotations.
    Span,
}

impl Basis {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Character => "character",
            Self::Span => "span",
        }
    }
}

/// A coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// The part that agrees, over all pairs of annotators.
    Observed,
    /// Krippendorff’s α, nominal; annotators may be missing.
    Alpha,
    /// Fleiss’ κ, where everybody rated.
    Fleiss,
    /// Cohen’s κ of two.
    Cohen,
    /// Krippendorff’s αᵤ: how well units are cut out, by their lengths.
    AlphaUnitized,
    /// γ: the disorder of the best alignment, beside that of the same annotations at random places.
    Gamma,
    /// F₁ of annotations of one label and place.
    ExactF1,
    /// F₁ of annotations of one label that overlap.
    OverlapF1,
}

impl Measure {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Alpha => "alpha",
            Self::Fleiss => "fleiss-kappa",
            Self::Cohen => "cohen-kappa",
            Self::AlphaUnitized => "alpha-u",
            Self::Gamma => "gamma",
            Self::ExactF1 => "exact-f1",
            Self::OverlapF1 => "overlap-f1",
        }
    }

    /// Whether chance is taken off it.
    #[must_use]
    pub(crate) const fn is_corrected(self) -> bool {
        matches!(self, Self::Alpha | Self::Fleiss | Self::Cohen | Self::AlphaUnitized | Self::Gamma)
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Observed => "Observed agreement",
            Self::Alpha => "Krippendorff’s α",
            Self::Fleiss => "Fleiss’ κ",
            Self::Cohen => "Cohen’s κ",
            Self::AlphaUnitized => "Krippendorff’s αᵤ",
            Self::Gamma => "Mathet’s γ",
            Self::ExactF1 => "Exact F₁",
            Self::OverlapF1 => "Overlap F₁",
        })
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is about.
    pub scope: Scope,
    /// Which coefficient.
    pub measure: Measure,
    /// What is counted.
    pub basis: Basis,
    /// The two it is of, by number of the report’s annotators; of all where nothing.
    pub pair: Option<(usize, usize)>,
    /// How many tokens, characters or annotations it rests on.
    pub items: u64,
    /// The coefficient; nothing where it is undefined.
    pub value: Option<f64>,
    /// Where 95 of 100 samples of the articles (or paragraphs) have it; nothing where too few samples are defined.
    pub interval: Option<(f64, f64)>,
    /// One sentence on what it means here, or why it is undefined.
    pub meaning: String,
}

impl Figure {
    /// Its interval as it is read: `0.30 … 0.51`.
    #[must_use]
    pub fn range(&self) -> Option<String> {
        self.interval.map(|(low, high)| format!("{low:.2} … {high:.2}"))
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
    pub(super) fn meaning(self) -> String {
        let Some(value) = self.value else { return self.undefined().to_owned() };
        let mut words = match self.measure {
            Measure::Observed if self.prevalence > HIGH_PREVALENCE => {
                "Misleading by itself: one category has nearly everything, so most of this is chance".to_owned()
            }
            Measure::Observed => "Not corrected for chance; see κ and α".to_owned(),
            Measure::ExactF1 => match value {
                v if v >= RELIABLE_ALPHA => "Most annotations have a counterpart with the same edges and label".to_owned(),
                v if v > 0.0 => {
                    "Where overlap F₁ is higher, the difference is edges; the rest is missing or labelled otherwise"
                        .to_owned()
                }
                _ => "No annotation has a counterpart with the same edges and label".to_owned(),
            },
            Measure::OverlapF1 => {
                "Annotations of one label that share at least a character, each paired once".to_owned()
            }
            Measure::Gamma => disordered(value),
            _ => corrected(value, self.interval).to_owned(),
        };
        let moved = self.measure.is_corrected() && self.measure != Measure::Gamma;
        if moved && self.prevalence > HIGH_PREVALENCE {
            words.push_str(
                "; nearly everything is of one category, so single marks move it much: look at F₁ too",
            );
        }
        if let Some((low, high)) = self.interval
            && high - low > WIDE_INTERVAL
        {
            words.push_str("; too little is rated to be sure, as the interval shows");
        }
        words
    }

    fn undefined(self) -> &'static str {
        match self.measure {
            _ if self.items == 0 && matches!(self.measure, Measure::ExactF1 | Measure::OverlapF1) => {
                "Undefined: neither has an annotation here"
            }
            Measure::Gamma if !self.aligned => {
                "Undefined: marks lie too close together, or annotators are too many, to find the best alignment; compare fewer"
            }
            Measure::Gamma if self.items > 0 => {
                "Undefined: all marks are at one place, so at random places they would be as alike"
            }
            Measure::Gamma => "Undefined: no article that two of them rated has a mark of this",
            Measure::Cohen if self.items == 0 => "Undefined: no article here was rated by all it is about",
            _ if self.items == 0 => "Undefined: no article here was rated by two of them",
            Measure::AlphaUnitized => "Undefined: nobody has a unit here",
            _ => {
                "Undefined: everybody gave one and the same category, so there is nothing that could have differed"
            }
        }
    }
}

/// No bounds are agreed upon for γ, so it says what it is.
fn disordered(value: f64) -> String {
    match value {
        v if v <= 0.0 => "No better than the same annotations at random places".to_owned(),
        v => format!(
            "{:.0} % less disorder (edges, labels, what is missing) than at random places; no bounds are agreed upon",
            v * 100.0
        ),
    }
}

fn corrected(value: f64, interval: Option<(f64, f64)>) -> &'static str {
    let may_be_chance = interval.is_none_or(|(low, high)| low <= 0.0 && 0.0 <= high);
    match value {
        v if v >= RELIABLE_ALPHA => "Reliable: at least 0.8, where conclusions may rest on the labels",
        v if v >= TENTATIVE_ALPHA => "Between 0.667 and 0.8: enough for tentative conclusions",
        v if v <= 0.0 && !may_be_chance => "Worse than chance: they differ by rule, not by accident",
        v if v <= 0.0 || may_be_chance && interval.is_some() => "Indistinguishable from chance",
        _ => "Below 0.667: too low to rely on; review conflicts and guidelines",
    }
}
