//! One figure of agreement and what it means.

use std::fmt;

use super::Meaning;
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
    /// What it means here, or why it is undefined: [`explanation`](Figure::explanation) in one sentence.
    pub meaning: Vec<Meaning>,
}

impl Figure {
    /// What it means here, in one English sentence.
    #[must_use]
    pub fn explanation(&self) -> String {
        self.meaning.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    /// Its interval as it is read: `0.30 … 0.51`.
    #[must_use]
    pub fn range(&self) -> Option<String> {
        self.interval.map(|(low, high)| format!("{low:.2} … {high:.2}"))
    }
}
