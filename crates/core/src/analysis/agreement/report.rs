//! Every figure of a study.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::{Basis, Figure, FigureContext, Measure, Scope};
use super::gamma::Disorder;
use super::matched::{Confusion, MatchCounts};
use super::nominal::RatingTable;
use super::rating::{Category, Interner, LayerLabel, Pattern};
use super::sample::{ResamplingSource, Sample};
use super::study::{ResamplingUnit, Study};
use crate::model::{AnnotationKind, Annotator};

/// Samples that intervals rest on.
const BOOTSTRAP_SAMPLES: usize = 1000;
/// An interval is given where at least this part of the samples is defined.
const MIN_DEFINED_SHARE: f64 = 0.9;
/// The same study always gives the same intervals.
const BOOTSTRAP_SEED: u64 = 0x7469_7070_616e_6900;

/// What a study says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Whose work it is about.
    pub annotators: Vec<Annotator>,
    /// What the bootstrap drew as a whole.
    pub resampling_unit: ResamplingUnit,
    /// All figures, by scope: all labels, layers, single labels.
    pub figures: Vec<Figure>,
    /// Every article that at least two rated, the worst first.
    pub articles: Vec<ArticleAgreement>,
    /// Of each two annotators, by number, which labels stand where.
    pub confusion: BTreeMap<(usize, usize), Confusion>,
    /// Of each annotator, how many articles are in progress and were left out.
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
    /// γ.
    pub gamma: Option<&'r Figure>,
    /// Exact F₁ of the two who agree least.
    pub exact_f1: Option<&'r Figure>,
    /// Overlap F₁ of the two who agree least.
    pub overlap_f1: Option<&'r Figure>,
    /// The most annotations that two have of it.
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
    /// Numbers of those who rated it.
    pub raters: Vec<usize>,
    /// Its tokens.
    pub tokens: u64,
    /// Observed agreement by token.
    pub observed: Option<f64>,
    /// Krippendorff’s α by token.
    pub alpha: Option<f64>,
    /// Exact F₁ over all pairs.
    pub exact_f1: Option<f64>,
}

/// A scope with its table.
struct View {
    scope: Scope,
    table: RatingTable,
    /// Of each pattern of the study the row of the table.
    rows: Vec<u32>,
    count: usize,
    /// Numbers of its labels.
    labels: Vec<usize>,
    /// Places of its layers, or of its label, in [`ResamplingSource::scopes`].
    disorders: Vec<usize>,
    /// Whether all of them could be aligned.
    aligned: bool,
}

impl Study {
    /// All figures with their intervals: 95 % of 1,000 samples, drawn with replacement, always the same.
    ///
    /// For `αᵤ` only what was met is drawn, as Hayes and Krippendorff (2007) do for α; what meets in two paragraphs
    /// belongs to the first, or for `αᵤ` to the one where it meets.
    #[must_use]
    pub fn report(&self) -> Report {
        let source = ResamplingSource::new(self);
        let views = self.views(&source);
        let whole = source.sample(&vec![1; self.blocks.len()]);
        let mut figures = Vec::new();
        for view in &views {
            let amounts = view.amounts(&whole);
            figures.extend(view.figures(&source, &amounts, &whole));
        }
        let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); figures.len()];
        let mut random = fastrand::Rng::with_seed(BOOTSTRAP_SEED);
        let mut times = vec![0u32; self.blocks.len()];
        for _ in 0..if self.blocks.len() > 1 { BOOTSTRAP_SAMPLES } else { 0 } {
            times.fill(0);
            (0..times.len()).for_each(|_| times[random.usize(..self.blocks.len())] += 1);
            let sample = source.sample(&times);
            let mut rest = figures.iter().zip(&mut drawn).peekable();
            for view in &views {
                let amounts = view.amounts(&sample);
                while let Some((figure, drawn)) = rest.next_if(|(figure, _)| figure.scope == view.scope) {
                    drawn.extend(view.value(figure, &source, &amounts, &sample));
                }
            }
        }
        for (figure, drawn) in figures.iter_mut().zip(drawn) {
            figure.interval = figure.value.and_then(|_| interval(drawn));
        }
        for view in &views {
            let [tokens, characters] = view.amounts(&whole);
            for figure in figures.iter_mut().filter(|f| f.scope == view.scope) {
                let weights = if figure.basis == Basis::Character { &characters } else { &tokens };
                let Figure { measure, items, value, interval, .. } = *figure;
                let aligned = view.aligned;
                let prevalence = view.table.prevalence(weights);
                figure.meaning =
                    FigureContext { measure, items, value, interval, prevalence, aligned }.meaning();
            }
        }
        let articles = self.by_article(&views[0]);
        let confusion = self.confusion.clone();
        Report {
            annotators: self.raters.clone(),
            resampling_unit: self.sampling.resampling_unit,
            figures,
            articles,
            confusion,
            left_out: self.left_out.clone(),
        }
    }

    /// All labels, each layer that has some, and each label.
    fn views(&self, source: &ResamplingSource<'_>) -> Vec<View> {
        let labels = &source.labels;
        let kinds = [AnnotationKind::Entity, AnnotationKind::Claim];
        let mut scopes = vec![Scope::All];
        scopes.extend(kinds.into_iter().filter(|k| labels.iter().any(|l| l.kind == *k)).map(Scope::Layer));
        scopes.extend(labels.iter().cloned().map(Scope::Label));
        scopes.into_iter().map(|scope| self.view(scope, source)).collect()
    }

    fn view(&self, scope: Scope, source: &ResamplingSource<'_>) -> View {
        let has = |label: &LayerLabel| match &scope {
            Scope::All => true,
            Scope::Layer(kind) => label.kind == *kind,
            Scope::Label(own) => label == own,
        };
        let mut categories = Interner::<Category>::new();
        let mut narrow = |c: &Category| categories.number(&c.iter().filter(|l| has(l)).cloned().collect());
        let narrowed: Vec<u32> = self.categories.all().iter().map(&mut narrow).collect();
        let mut patterns = Interner::<Pattern>::new();
        let mut row = |pattern: &Pattern| {
            let own = pattern.iter().map(|category| category.map(|n| narrowed[n as usize]));
            patterns.number(&own.collect())
        };
        let rows = self.patterns.all().iter().map(&mut row).collect();
        let own = source.labels.iter().enumerate().filter(|(_, label)| has(label)).map(|(n, _)| n).collect();
        let part = |other: &Scope| match (&scope, other) {
            (Scope::All, Scope::Layer(_)) => true,
            _ => *other == scope,
        };
        let disorders = source.scopes.iter().enumerate().filter(|(_, other)| part(other));
        let disorders: Vec<usize> = disorders.map(|(n, _)| n).collect();
        let aligned = disorders.iter().all(|n| source.aligned[*n]);
        let table = RatingTable::new(patterns.all().to_vec());
        View { table, rows, count: patterns.all().len(), labels: own, disorders, aligned, scope }
    }

    fn by_article(&self, all: &View) -> Vec<ArticleAgreement> {
        let mut articles: Vec<ArticleAgreement> = Vec::with_capacity(self.articles.len());
        for article in &self.articles {
            let blocks = &self.blocks[article.blocks.clone()];
            let mut tokens = vec![0.0; all.count];
            for amount in blocks.iter().flat_map(|block| &block.amounts) {
                tokens[all.rows[amount.pattern as usize] as usize] += amount.tokens as f64;
            }
            let mut matched = MatchCounts::default();
            blocks.iter().flat_map(|block| &block.matches).for_each(|(_, _, own)| matched.add(*own, 1));
            articles.push(ArticleAgreement {
                file: article.file.clone(),
                raters: article.raters.clone(),
                tokens: all.table.pairable(&tokens) as u64,
                observed: all.table.observed(&tokens),
                alpha: all.table.alpha(&tokens),
                exact_f1: matched.exact_f1(),
            });
        }
        let rank = |article: &ArticleAgreement| article.exact_f1.unwrap_or(2.0);
        articles.sort_by(|a, b| rank(a).total_cmp(&rank(b)).then_with(|| a.file.cmp(&b.file)));
        articles
    }
}

impl View {
    /// How much there is of each row, in tokens and in characters.
    fn amounts(&self, sample: &Sample) -> [Vec<f64>; 2] {
        sample.amounts.each_ref().map(|all| {
            let mut own = vec![0.0; self.count];
            all.iter().zip(&self.rows).for_each(|(amount, row)| own[*row as usize] += amount);
            own
        })
    }

    /// The figures of a scope, without intervals and meanings as yet.
    fn figures(&self, source: &ResamplingSource<'_>, amounts: &[Vec<f64>; 2], whole: &Sample) -> Vec<Figure> {
        let mut questions = Vec::new();
        for basis in [Basis::Token, Basis::Character] {
            questions.push((Measure::Observed, basis, None));
            questions.push((Measure::Alpha, basis, None));
            questions.push((Measure::Fleiss, basis, None));
            questions.extend(source.pairs.iter().map(|pair| (Measure::Cohen, basis, Some(*pair))));
        }
        questions.push((Measure::AlphaUnitized, Basis::Character, None));
        questions.push((Measure::Gamma, Basis::Span, None));
        for measure in [Measure::ExactF1, Measure::OverlapF1] {
            questions.extend(source.pairs.iter().map(|pair| (measure, Basis::Span, Some(*pair))));
        }
        let answer = |(measure, basis, pair)| {
            let scope = self.scope.clone();
            let mut figure = Figure {
                scope,
                measure,
                basis,
                pair,
                items: 0,
                value: None,
                interval: None,
                meaning: String::new(),
            };
            let weights = &amounts[usize::from(basis == Basis::Character)];
            figure.items = match (measure, pair) {
                (Measure::Cohen, Some((a, b))) => self.table.shared(a, b, weights) as u64,
                (Measure::AlphaUnitized, _) => source.characters as u64,
                (Measure::Gamma, _) => self.disorder(whole).units as u64,
                (Measure::ExactF1 | Measure::OverlapF1, Some(pair)) => {
                    let matched = self.matched(pair, source, whole);
                    matched.one + matched.other
                }
                _ => self.table.pairable(weights) as u64,
            };
            figure.value = self.value(&figure, source, amounts, whole);
            figure
        };
        questions.into_iter().map(answer).collect()
    }

    fn matched(&self, pair: (usize, usize), source: &ResamplingSource<'_>, sample: &Sample) -> MatchCounts {
        let mut all = MatchCounts::default();
        self.labels.iter().for_each(|label| all.add(sample.matches[source.at(pair, *label)], 1));
        all
    }

    fn disorder(&self, sample: &Sample) -> Disorder {
        let mut all = Disorder::default();
        if !self.aligned {
            return all;
        }
        self.disorders.iter().filter_map(|n| sample.disorders.get(*n)).for_each(|own| all.add(*own, 1.0));
        all
    }

    fn value(
        &self,
        figure: &Figure,
        source: &ResamplingSource<'_>,
        amounts: &[Vec<f64>; 2],
        sample: &Sample,
    ) -> Option<f64> {
        let weights = &amounts[usize::from(figure.basis == Basis::Character)];
        let value = match (figure.measure, figure.pair) {
            (Measure::Observed, _) => self.table.observed(weights),
            (Measure::Alpha, _) => self.table.alpha(weights),
            (Measure::Fleiss, _) => self.table.fleiss(weights),
            (Measure::Cohen, Some((a, b))) => self.table.cohen(a, b, weights),
            (Measure::AlphaUnitized, _) => {
                let expected: f64 = self.labels.iter().map(|label| source.expected[*label]).sum();
                let observed: f64 = self.labels.iter().map(|label| sample.observed[*label]).sum();
                (expected > 0.0).then(|| 1.0 - observed / expected)
            }
            (Measure::Gamma, _) => self.disorder(sample).gamma(),
            (Measure::ExactF1, Some(pair)) => self.matched(pair, source, sample).exact_f1(),
            (Measure::OverlapF1, Some(pair)) => self.matched(pair, source, sample).overlap_f1(),
            _ => None,
        };
        // A sample may hold nothing that all rated.
        value.filter(|value| value.is_finite())
    }
}

/// The middle 95 % of the samples.
fn interval(mut drawn: Vec<f64>) -> Option<(f64, f64)> {
    if (drawn.len() as f64) < BOOTSTRAP_SAMPLES as f64 * MIN_DEFINED_SHARE {
        return None;
    }
    drawn.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| drawn[((drawn.len() - 1) as f64 * part).round() as usize];
    Some((at(0.025), at(0.975)))
}
