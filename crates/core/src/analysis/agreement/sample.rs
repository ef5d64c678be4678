//! A study under weights: as it is, or as samples drawn of it have it.

use super::figure::Scope;
use super::gamma::Disorder;
use super::matched::MatchCounts;
use super::rating::LayerLabel;
use super::study::Study;

/// So many samples are drawn together, so that what is known of a block is looked at once for all of them.
pub(super) const SAMPLES_TOGETHER: usize = 8;

/// One number for each of the samples that are drawn together.
type Together = [f64; SAMPLES_TOGETHER];

/// How often a block stands in each of the samples that are drawn together.
pub(super) type Times = [u16; SAMPLES_TOGETHER];

/// A study made ready to be drawn from.
#[derive(Debug)]
pub(super) struct ResamplingSource<'s> {
    study: &'s Study,
    pub(super) labels: Vec<LayerLabel>,
    /// Every two annotators.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Of each label of the study its place in [`ResamplingSource::labels`].
    label_places: Vec<usize>,
    /// Of each label the disagreement to be expected, in units.
    pub(super) expected: Vec<f64>,
    /// Layers and labels in which units were aligned.
    pub(super) scopes: Vec<Scope>,
    /// Of each scope of the study its place in [`ResamplingSource::scopes`].
    scope_places: Vec<usize>,
    /// Of each whether all of it could be aligned.
    pub(super) aligned: Vec<bool>,
    /// How many raters articles have.
    raters: Vec<usize>,
    /// The length of all articles.
    pub(super) characters: f64,
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

/// Sums over blocks, for samples that are drawn together.
struct Sums {
    /// By pattern, in tokens and in characters.
    amounts: Vec<[Together; 2]>,
    matches: Vec<[Together; 4]>,
    /// By place of the number of raters: the length, then by label the differences.
    lengths: Vec<Together>,
    differences: Vec<Vec<Together>>,
    disorders: Vec<[Together; 3]>,
}

const NOTHING: Together = [0.0; SAMPLES_TOGETHER];

fn add(sum: &mut Together, value: f64, times: &Together) {
    for (sum, times) in sum.iter_mut().zip(times) {
        *sum += value * times;
    }
}

/// Values in their order, and of each number in the study its place.
fn in_order<T: Clone + Ord>(all: &[T]) -> (Vec<T>, Vec<usize>) {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    let places = all.iter().map(|value| sorted.binary_search(value).unwrap_or_default()).collect();
    (sorted, places)
}

impl<'s> ResamplingSource<'s> {
    pub(super) fn new(study: &'s Study) -> Self {
        let (labels, label_places) = in_order(study.labels.all());
        let (scopes, scope_places) = in_order(study.scopes.all());
        let mut aligned = vec![true; scopes.len()];
        for (is_aligned, place) in study.aligned.iter().zip(&scope_places) {
            aligned[*place] = *is_aligned;
        }
        let characters: f64 = study.continua.values().map(|continuum| continuum.characters as f64).sum();
        let mut expected = vec![0.0; labels.len()];
        for (label, place) in label_places.iter().enumerate() {
            // Continua count by their lengths.
            let of = study.continua.iter().map(|(raters, continuum)| {
                continuum.disagreement(label, *raters) * continuum.characters as f64 / characters
            });
            expected[*place] = of.sum();
        }
        Self {
            pairs: study.pairs(),
            labels,
            label_places,
            expected,
            scopes,
            scope_places,
            aligned,
            raters: study.continua.keys().copied().collect(),
            characters,
            study,
        }
    }

    /// Where in a sample the matches of a pair and a label are.
    pub(super) fn at(&self, pair: (usize, usize), label: usize) -> usize {
        self.pairs.iter().position(|p| *p == pair).unwrap_or_default() * self.labels.len() + label
    }

    /// How many blocks there are to draw from.
    pub(super) fn blocks(&self) -> usize {
        self.study.blocks.len()
    }

    /// The study as it is.
    pub(super) fn whole(&self) -> Sample {
        let mut once = [0; SAMPLES_TOGETHER];
        once[0] = 1;
        self.samples(&vec![once; self.blocks()], 1).pop().unwrap_or_default()
    }

    /// The first `count` of the studies in which each block stands so many times.
    pub(super) fn samples(&self, times: &[Times], count: usize) -> Vec<Sample> {
        let sums = self.sums(times);
        (0..count).map(|n| self.sample(&sums, n)).collect()
    }

    fn sums(&self, times: &[Times]) -> Sums {
        let mut sums = Sums {
            amounts: vec![[NOTHING; 2]; self.study.patterns.all().len()],
            matches: vec![[NOTHING; 4]; self.pairs.len() * self.labels.len()],
            lengths: vec![NOTHING; self.raters.len()],
            differences: vec![vec![NOTHING; self.labels.len()]; self.raters.len()],
            disorders: vec![[NOTHING; 3]; self.scopes.len()],
        };
        for (block, times) in self.study.blocks.iter().zip(times) {
            let times: Together = times.map(f64::from);
            let raters = self.raters.binary_search(&block.raters).unwrap_or_default();
            let mut characters = 0.0;
            for amount in block.amounts {
                let [in_tokens, in_characters] = &mut sums.amounts[amount.pattern as usize];
                add(in_tokens, f64::from(amount.tokens), &times);
                add(in_characters, f64::from(amount.characters), &times);
                characters += f64::from(amount.characters);
            }
            for matched in block.matches {
                let label = self.label_places[matched.label as usize];
                let sums = &mut sums.matches[matched.pair as usize * self.labels.len() + label];
                for (sum, count) in sums.iter_mut().zip(matched.counts) {
                    add(sum, f64::from(count), &times);
                }
            }
            add(&mut sums.lengths[raters], characters, &times);
            for (label, difference) in block.differences {
                add(&mut sums.differences[raters][self.label_places[*label as usize]], *difference, &times);
            }
            for own in block.disorders {
                let [units, observed, expected] = &mut sums.disorders[self.scope_places[own.scope as usize]];
                add(units, f64::from(own.units), &times);
                add(observed, own.observed, &times);
                add(expected, own.expected, &times);
            }
        }
        sums
    }

    fn sample(&self, sums: &Sums, n: usize) -> Sample {
        let matched = |sum: &[Together; 4]| {
            let [one, other, exact, overlapping] = sum.map(|sum| sum[n] as u64);
            MatchCounts { one, other, exact, overlapping }
        };
        let disorder = |[units, observed, expected]: &[Together; 3]| Disorder {
            units: units[n],
            observed: observed[n],
            expected: expected[n],
        };
        let mut observed = vec![0.0; self.labels.len()];
        for ((raters, length), differences) in self.raters.iter().zip(&sums.lengths).zip(&sums.differences) {
            let raters = *raters as f64;
            // What is expected keeps the length of the whole, and both fall with it.
            let room = raters * (raters - 1.0) * length[n] * self.characters;
            for (observed, difference) in observed.iter_mut().zip(differences) {
                // A sample may have nothing that so many rated.
                *observed += if difference[n] > 0.0 { difference[n] / room } else { 0.0 };
            }
        }
        Sample {
            amounts: [0, 1].map(|basis| sums.amounts.iter().map(|sums| sums[basis][n]).collect()),
            matches: sums.matches.iter().map(matched).collect(),
            observed,
            disorders: sums.disorders.iter().map(disorder).collect(),
        }
    }
}
