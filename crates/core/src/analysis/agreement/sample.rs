//! A study under weights: as it is, or as a sample drawn of it has it.

use std::collections::BTreeMap;

use super::figure::Scope;
use super::gamma::{Disorder, DisorderByBlock};
use super::matched::MatchCounts;
use super::rating::LayerLabel;
use super::study::{Article, Study};
use super::unitized::disagreement;

/// A study made ready to be drawn from.
#[derive(Debug)]
pub(super) struct ResamplingSource<'s> {
    study: &'s Study,
    pub(super) labels: Vec<LayerLabel>,
    /// Every two annotators.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Of each block what is matched, by place in [`Sample::matches`].
    matches: Vec<Vec<(usize, MatchCounts)>>,
    /// Of each label the disagreement to be expected, in units.
    pub(super) expected: Vec<f64>,
    continuum: Vec<ContinuumBlock>,
    /// Layers and labels in which units were aligned.
    pub(super) scopes: Vec<Scope>,
    /// Of each whether all of it could be aligned.
    pub(super) aligned: Vec<bool>,
    /// The length of all articles.
    pub(super) characters: f64,
}

/// A block of an article.
#[derive(Debug)]
struct ContinuumBlock {
    block: usize,
    /// How many rated it.
    raters: usize,
    characters: f64,
    /// By label, the squared differences of units.
    differences: Vec<(usize, f64)>,
    /// By place in [`ResamplingSource::scopes`].
    disorders: Vec<(usize, Disorder)>,
}

/// How much of everything a sample has.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    /// By pattern, in tokens and in characters.
    pub(super) amounts: [Vec<f64>; 2],
    /// By pair and label; see [`ResamplingSource::at`].
    pub(super) matches: Vec<MatchCounts>,
    /// By label, the disagreement in units.
    pub(super) observed: Vec<f64>,
    /// By place in [`ResamplingSource::scopes`].
    pub(super) disorders: Vec<Disorder>,
}

impl<'s> ResamplingSource<'s> {
    pub(super) fn new(study: &'s Study) -> Self {
        let (labels, raters) = (study.labels(), study.raters.len());
        let pairs: Vec<_> = (0..raters).flat_map(|a| (a + 1..raters).map(move |b| (a, b))).collect();
        let number = |label: &LayerLabel| labels.binary_search(label).unwrap_or_default();
        let place = |pair: &(usize, usize), label: &LayerLabel| {
            pairs.iter().position(|p| p == pair).unwrap_or_default() * labels.len() + number(label)
        };
        let keyed = |block: &super::study::Block| {
            block.matches.iter().map(|(pair, label, matched)| (place(pair, label), *matched)).collect()
        };
        let matches = study.blocks.iter().map(keyed).collect();
        // Articles of as many raters, whoever they are, are one continuum; continua count by their lengths.
        let mut continua: BTreeMap<usize, Vec<&Article>> = BTreeMap::new();
        for article in &study.articles {
            continua.entry(article.raters.len()).or_default().push(article);
        }
        let characters: f64 = study.articles.iter().map(|article| article.characters as f64).sum();
        let expected = labels.iter().map(|label| {
            let of = |(raters, articles): (&usize, &Vec<&Article>)| {
                let with = articles.iter().filter_map(|article| article.units.get(label));
                let without = articles.iter().filter(|article| !article.units.contains_key(label));
                let own: f64 = articles.iter().map(|article| article.characters as f64).sum();
                disagreement(*raters, with, without.map(|article| article.characters)) * own / characters
            };
            continua.iter().map(of).sum()
        });
        let expected = expected.collect();
        let mut measured: BTreeMap<Scope, bool> = BTreeMap::new();
        for (scope, own) in study.articles.iter().flat_map(|article| &article.disorders) {
            *measured.entry(scope.clone()).or_insert(true) &= own.is_some();
        }
        let (scopes, aligned): (Vec<Scope>, Vec<bool>) = measured.into_iter().unzip();
        let place = |scope: &Scope| scopes.binary_search(scope).unwrap_or_default();
        let stretch = |article: &Article, n: usize| {
            let block = article.blocks.start + n;
            let characters = study.blocks[block].amounts.iter().map(|amount| amount.characters as f64).sum();
            let differences = article.units.iter().map(|(label, units)| (number(label), units.observed(n)));
            let own = |(scope, by_block): (&Scope, &Option<DisorderByBlock>)| {
                Some((place(scope), *by_block.as_ref()?.get(&n)?))
            };
            let disorders = article.disorders.iter().filter_map(own).collect();
            let differences = differences.filter(|(_, difference)| *difference > 0.0).collect();
            ContinuumBlock { block, raters: article.raters.len(), characters, differences, disorders }
        };
        let blocks =
            |article: &Article| (0..article.blocks.len()).map(|n| stretch(article, n)).collect::<Vec<_>>();
        let continuum = study.articles.iter().flat_map(blocks).collect();
        Self { study, labels, pairs, matches, expected, continuum, scopes, aligned, characters }
    }

    /// Where in a sample the matches of a pair and a label are.
    pub(super) fn at(&self, pair: (usize, usize), label: usize) -> usize {
        self.pairs.iter().position(|p| *p == pair).unwrap_or_default() * self.labels.len() + label
    }

    /// The study in which each block stands so many times.
    pub(super) fn sample(&self, times: &[u32]) -> Sample {
        let patterns = self.study.patterns.all().len();
        let mut amounts = [vec![0.0; patterns], vec![0.0; patterns]];
        let mut matches = vec![MatchCounts::default(); self.pairs.len() * self.labels.len()];
        for (n, &times) in times.iter().enumerate().filter(|(_, times)| **times > 0) {
            for amount in &self.study.blocks[n].amounts {
                amounts[0][amount.pattern as usize] += f64::from(times) * amount.tokens as f64;
                amounts[1][amount.pattern as usize] += f64::from(times) * amount.characters as f64;
            }
            for (at, matched) in &self.matches[n] {
                matches[*at].add(*matched, u64::from(times));
            }
        }
        let observed = self.observed(times);
        let disorders = self.disorders(times);
        Sample { amounts, matches, observed, disorders }
    }

    fn disorders(&self, times: &[u32]) -> Vec<Disorder> {
        let mut all = vec![Disorder::default(); self.scopes.len()];
        for stretch in &self.continuum {
            let times = f64::from(times[stretch.block]);
            stretch.disorders.iter().for_each(|(scope, own)| all[*scope].add(*own, times));
        }
        all
    }

    fn observed(&self, times: &[u32]) -> Vec<f64> {
        let mut characters: BTreeMap<usize, f64> = BTreeMap::new();
        for stretch in &self.continuum {
            *characters.entry(stretch.raters).or_default() +=
                f64::from(times[stretch.block]) * stretch.characters;
        }
        let mut observed = vec![0.0; self.labels.len()];
        for stretch in self.continuum.iter().filter(|stretch| times[stretch.block] > 0) {
            let raters = stretch.raters as f64;
            // What is expected keeps the length of the whole, and both fall with it.
            let room = raters * (raters - 1.0) * characters[&stretch.raters] * self.characters;
            for (label, difference) in &stretch.differences {
                observed[*label] += f64::from(times[stretch.block]) * difference / room;
            }
        }
        observed
    }
}
