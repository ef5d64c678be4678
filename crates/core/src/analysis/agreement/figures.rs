//! The figures of a study, and the samples that their intervals rest on.

use std::collections::BTreeMap;

use super::figure::{Basis, Figure};
use super::matched::MatchCounts;
use super::meaning::FigureContext;
use super::report::{ArticleAgreement, Report};
use super::sample::{ResamplingSource, SAMPLES_TOGETHER, Sample};
use super::study::Study;
use super::view::{View, views};

/// Samples that intervals rest on.
const BOOTSTRAP_SAMPLES: usize = 1000;
/// An interval is given where at least this part of the samples is defined.
const MIN_DEFINED_SHARE: f64 = 0.9;
/// The same study always gives the same intervals.
const BOOTSTRAP_SEED: u64 = 0x7469_7070_616e_6900;

/// The figures of a study as it is. Their intervals come of samples, which can be drawn on several threads: they are the same
/// in any order.
///
/// ```
/// # use tippani_core::analysis::agreement::{Sampling, Study};
/// let study = Study::new(Vec::new(), Sampling::of(0));
/// let figures = study.figures();
/// let drawn = figures.draws().iter().map(|draw| figures.draw(draw)).collect();
/// assert_eq!(figures.report(drawn), study.report());
/// ```
#[derive(Debug)]
pub struct Figures<'s> {
    study: &'s Study,
    source: ResamplingSource<'s>,
    views: Vec<View>,
    whole: Sample,
    of_whole: Vec<Figure>,
}

/// Some samples that are to be drawn.
#[derive(Clone, Debug)]
pub struct Draw {
    /// As it is before the first of them.
    random: fastrand::Rng,
    samples: usize,
}

/// Of each figure its values in some samples, where they are defined.
#[derive(Clone, Debug)]
pub struct Drawn(Vec<Vec<f64>>);

impl Study {
    /// All figures with their intervals: 95 % of 1,000 samples, drawn with replacement, always the same.
    ///
    /// For `αᵤ` only what was met is drawn, as Hayes and Krippendorff (2007) do for α; what meets in two paragraphs
    /// belongs to the first, or for `αᵤ` to the one where it meets.
    #[must_use]
    pub fn report(&self) -> Report {
        let figures = self.figures();
        let drawn = figures.draws().iter().map(|draw| figures.draw(draw)).collect();
        figures.report(drawn)
    }

    /// The figures without intervals; draw samples and pass them to [`Figures::report`].
    #[must_use]
    pub fn figures(&self) -> Figures<'_> {
        let source = ResamplingSource::new(self);
        let views = views(self, &source);
        let whole = source.whole();
        let of = |view: &View| view.figures(&source, &view.amounts(&whole), &whole);
        let of_whole = views.iter().flat_map(of).collect();
        Figures { study: self, source, views, whole, of_whole }
    }
}

impl Figures<'_> {
    /// What has to be drawn.
    #[must_use]
    pub fn draws(&self) -> Vec<Draw> {
        let blocks = self.source.blocks();
        let mut random = fastrand::Rng::with_seed(BOOTSTRAP_SEED);
        let mut draws = Vec::new();
        let mut left = if blocks > 1 { BOOTSTRAP_SAMPLES } else { 0 };
        while left > 0 {
            let samples = left.min(SAMPLES_TOGETHER);
            draws.push(Draw { random: random.clone(), samples });
            // Whoever draws them begins here; the next begin after them.
            for _ in 0..samples * blocks {
                let _ = random.usize(..blocks);
            }
            left -= samples;
        }
        draws
    }

    /// Draws some of the samples.
    #[must_use]
    pub fn draw(&self, draw: &Draw) -> Drawn {
        let blocks = self.source.blocks();
        let mut random = draw.random.clone();
        let mut times = vec![[0u16; SAMPLES_TOGETHER]; blocks];
        for sample in 0..draw.samples {
            for _ in 0..blocks {
                let times = &mut times[random.usize(..blocks)][sample];
                *times = times.saturating_add(1);
            }
        }
        let mut drawn = vec![Vec::with_capacity(draw.samples); self.of_whole.len()];
        for sample in self.source.samples(&times, draw.samples) {
            let mut rest = self.of_whole.iter().zip(&mut drawn).peekable();
            for view in &self.views {
                let amounts = view.amounts(&sample);
                while let Some((figure, drawn)) = rest.next_if(|(figure, _)| figure.scope == view.scope) {
                    drawn.extend(view.value(figure, &self.source, &amounts, &sample));
                }
            }
        }
        Drawn(drawn)
    }

    /// The report, with the intervals of what was drawn.
    #[must_use]
    pub fn report(self, drawn: Vec<Drawn>) -> Report {
        let Self { study, source: _, views, whole, of_whole: mut figures } = self;
        let mut values: Vec<Vec<f64>> = vec![Vec::new(); figures.len()];
        for Drawn(drawn) in drawn {
            values.iter_mut().zip(drawn).for_each(|(values, drawn)| values.extend(drawn));
        }
        for (figure, drawn) in figures.iter_mut().zip(values) {
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
        Report {
            annotators: study.raters.clone(),
            resampling_unit: study.sampling.resampling_unit,
            articles: by_article(study, &views[0]),
            confusion: study.confusion.clone(),
            left_out: study.left_out.clone(),
            figures,
        }
    }
}

fn by_article(study: &Study, all: &View) -> Vec<ArticleAgreement> {
    let mut articles: Vec<ArticleAgreement> = Vec::with_capacity(study.articles.len());
    let mut tokens: BTreeMap<usize, f64> = BTreeMap::new();
    for article in &study.articles {
        tokens.clear();
        let mut matched = MatchCounts::default();
        for block in article.blocks.clone() {
            let block = study.blocks.get(block);
            for amount in block.amounts {
                let row = all.rows[amount.pattern as usize] as usize;
                *tokens.entry(row).or_default() += f64::from(amount.tokens);
            }
            for own in block.matches {
                let [one, other, exact, overlapping] = own.counts.map(u64::from);
                matched.add(MatchCounts { one, other, exact, overlapping });
            }
        }
        // An article has few of the rows of all.
        let table = all.table.of_rows(tokens.keys().copied());
        let weights: Vec<f64> = tokens.values().copied().collect();
        articles.push(ArticleAgreement {
            file: article.file.clone(),
            raters: article.raters.iter().map(|rater| *rater as usize).collect(),
            tokens: table.pairable(&weights) as u64,
            observed: table.observed(&weights),
            alpha: table.alpha(&weights),
            exact_f1: matched.exact_f1(),
        });
    }
    let rank = |article: &ArticleAgreement| article.exact_f1.unwrap_or(2.0);
    articles.sort_by(|a, b| rank(a).total_cmp(&rank(b)).then_with(|| a.file.cmp(&b.file)));
    articles
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
