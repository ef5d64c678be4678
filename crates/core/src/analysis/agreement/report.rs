//! The report of a study.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::{Figure, Measure, Scope};
use super::matched::Confusion;
use super::rating::LayerLabel;
use super::study::ResamplingUnit;
use crate::model::Annotator;

/// The report of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The annotators who are compared.
    pub annotators: Vec<Annotator>,
    /// The unit that the bootstrap resamples.
    pub resampling_unit: ResamplingUnit,
    /// All figures, by scope: all labels, layers, single labels.
    pub figures: Vec<Figure>,
    /// Every article that at least two rated, the worst first.
    pub articles: Vec<ArticleAgreement>,
    /// Per pair of annotators, by number, the confusion of their labels.
    pub confusion: BTreeMap<(usize, usize), Confusion>,
    /// Per annotator, the number of articles in progress, which were left out.
    pub left_out: Vec<usize>,
}

/// The figures of one label.
#[derive(Clone, Copy, Debug)]
pub struct LabelFigures<'r> {
    /// The label.
    pub label: &'r LayerLabel,
    /// Krippendorff’s α by token.
    pub alpha: Option<&'r Figure>,
    /// Krippendorff’s αᵤ.
    pub unitized: Option<&'r Figure>,
    /// γ (Mathet, Widlöcher and Métivier 2015).
    pub gamma: Option<&'r Figure>,
    /// Exact F₁ of the two who agree least.
    pub exact_f1: Option<&'r Figure>,
    /// Overlap F₁ of the two who agree least.
    pub overlap_f1: Option<&'r Figure>,
    /// The largest number of annotations with the label that two annotators have.
    pub spans: u64,
}

impl Report {
    /// The figures of each label, in their order.
    pub fn by_label(&self) -> impl Iterator<Item = LabelFigures<'_>> {
        self.figures.chunk_by(|a, b| a.scope == b.scope).filter_map(|figures| {
            let Scope::Label(label) = &figures.first()?.scope else { return None };
            let of = |measure| figures.iter().filter(move |figure| figure.measure == measure);
            let value = |figure: &&Figure| figure.value.unwrap_or(f64::INFINITY);
            let least = |measure| of(measure).min_by(|a, b| value(a).total_cmp(&value(b)));
            Some(LabelFigures {
                label,
                alpha: of(Measure::Alpha).next(),
                unitized: of(Measure::AlphaUnitized).next(),
                gamma: of(Measure::Gamma).next(),
                exact_f1: least(Measure::ExactF1),
                overlap_f1: least(Measure::OverlapF1),
                spans: of(Measure::ExactF1).map(|figure| figure.items).max().unwrap_or_default(),
            })
        })
    }
}

/// How far annotators agree on one article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleAgreement {
    /// The article.
    pub file: Arc<str>,
    /// The annotators who rated it, by number.
    pub raters: Vec<usize>,
    /// The number of its tokens.
    pub tokens: u64,
    /// Observed agreement by token.
    pub observed: Option<f64>,
    /// Krippendorff’s α by token.
    pub alpha: Option<f64>,
    /// Exact F₁ over all pairs.
    pub exact_f1: Option<f64>,
}
