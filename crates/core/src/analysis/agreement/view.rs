//! What a figure is about, with everything that is counted of it.

use super::figure::{Basis, Figure, Measure, Scope};
use super::gamma::Disorder;
use super::matched::MatchCounts;
use super::nominal::RatingTable;
use super::rating::{Category, Interner, LayerLabel, Pattern};
use super::sample::{ResamplingSource, Sample};
use super::study::Study;
use crate::model::AnnotationKind;

/// A scope with its table.
#[derive(Debug)]
pub(super) struct View {
    pub(super) scope: Scope,
    pub(super) table: RatingTable,
    /// Of each pattern of the study the row of the table.
    pub(super) rows: Vec<u32>,
    pub(super) count: usize,
    /// Numbers of its labels.
    labels: Vec<usize>,
    /// Places of its layers, or of its label, in [`ResamplingSource::scopes`].
    disorders: Vec<usize>,
    /// Whether all of them could be aligned.
    pub(super) aligned: bool,
}

/// All labels, each layer that has some, and each label.
pub(super) fn views(study: &Study, source: &ResamplingSource<'_>) -> Vec<View> {
    let labels = &source.labels;
    let kinds = [AnnotationKind::Entity, AnnotationKind::Claim];
    let mut scopes = vec![Scope::All];
    scopes.extend(kinds.into_iter().filter(|k| labels.iter().any(|l| l.kind == *k)).map(Scope::Layer));
    scopes.extend(labels.iter().cloned().map(Scope::Label));
    scopes.into_iter().map(|scope| View::new(study, scope, source)).collect()
}

impl View {
    fn new(study: &Study, scope: Scope, source: &ResamplingSource<'_>) -> Self {
        let has = |label: &LayerLabel| match &scope {
            Scope::All => true,
            Scope::Layer(kind) => label.kind == *kind,
            Scope::Label(own) => label == own,
        };
        let mut categories = Interner::<Category>::new();
        let mut narrow = |c: &Category| categories.number(&c.iter().filter(|l| has(l)).cloned().collect());
        let narrowed: Vec<u32> = study.categories.all().iter().map(&mut narrow).collect();
        let mut patterns = Interner::<Pattern>::new();
        let mut row = |pattern: &Pattern| {
            let own = pattern.iter().map(|category| category.map(|n| narrowed[n as usize]));
            patterns.number(&own.collect())
        };
        let rows = study.patterns.all().iter().map(&mut row).collect();
        let own = source.labels.iter().enumerate().filter(|(_, label)| has(label)).map(|(n, _)| n).collect();
        let part = |other: &Scope| match (&scope, other) {
            (Scope::All, Scope::Layer(_)) => true,
            _ => *other == scope,
        };
        let disorders = source.scopes.iter().enumerate().filter(|(_, other)| part(other));
        let disorders: Vec<usize> = disorders.map(|(n, _)| n).collect();
        let aligned = disorders.iter().all(|n| source.aligned[*n]);
        let table = RatingTable::new(patterns.all().to_vec());
        Self { table, rows, count: patterns.all().len(), labels: own, disorders, aligned, scope }
    }

    /// How much there is of each row, in tokens and in characters.
    pub(super) fn amounts(&self, sample: &Sample) -> [Vec<f64>; 2] {
        sample.amounts.each_ref().map(|all| {
            let mut own = vec![0.0; self.count];
            all.iter().zip(&self.rows).for_each(|(amount, row)| own[*row as usize] += amount);
            own
        })
    }

    /// The figures of a scope, without intervals and meanings as yet.
    pub(super) fn figures(
        &self,
        source: &ResamplingSource<'_>,
        amounts: &[Vec<f64>; 2],
        whole: &Sample,
    ) -> Vec<Figure> {
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
                meaning: Vec::new(),
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
        self.labels.iter().for_each(|label| all.add(sample.matches[source.at(pair, *label)]));
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

    pub(super) fn value(
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
