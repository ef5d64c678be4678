//! Dawid and Skene (1979): true categories and annotators' error rates, estimated together by expectation–maximization; and the
//! model that is learned from votes, by it or by MACE.

use std::collections::{BTreeMap, BTreeSet};

use super::mace::{Guessing, mace};
use crate::analysis::agreement::LayerLabel;
use crate::model::Annotator;

/// Probabilities below this are this, so that logarithms are numbers.
const LEAST_PROBABILITY: f64 = 1e-10;
/// As many rounds at most.
const MAX_ROUNDS: usize = 100;
/// It ends when the bound grows by less than this for each rating.
const MIN_GAIN: f64 = 1e-5;

/// One rating: somebody put a task into a category; all by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating {
    /// The task.
    pub task: usize,
    /// Who.
    pub annotator: usize,
    /// The category.
    pub category: usize,
}

/// Result of [`dawid_skene`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Competence {
    /// Per task, the probability of each category.
    pub probabilities: Vec<Vec<f64>>,
    /// How frequent each category is.
    pub priors: Vec<f64>,
    /// Per annotator and category that they gave, how probable that was for each true category.
    pub errors: BTreeMap<(usize, usize), Vec<f64>>,
}

impl Competence {
    /// How often an annotator gives the true category.
    ///
    /// ```
    /// # use tippani_core::analysis::{Rating, dawid_skene};
    /// let rating = |task, annotator, category| Rating { task, annotator, category };
    /// // The third says 0 whatever it is.
    /// let ratings: Vec<Rating> = (0..8)
    ///     .flat_map(|task| [rating(task, 0, task % 2), rating(task, 1, task % 2), rating(task, 2, 0)])
    ///     .collect();
    /// let found = dawid_skene(&ratings);
    /// assert!(found.probabilities[1][1] > 0.99, "two are believed");
    /// assert!(found.skill(0) > 0.99 && found.skill(2) < 0.51);
    /// ```
    #[must_use]
    pub fn skill(&self, annotator: usize) -> f64 {
        let own = |(category, prior): (usize, &f64)| {
            self.errors.get(&(annotator, category)).map_or(0.0, |error| error[category] * prior)
        };
        self.priors.iter().enumerate().map(own).sum()
    }
}

/// Estimates true categories and error rates from ratings. Tasks, annotators and categories are numbered from 0 without gaps;
/// every task has a rating.
#[must_use]
pub fn dawid_skene(ratings: &[Rating]) -> Competence {
    let tasks = ratings.iter().map(|rating| rating.task + 1).max().unwrap_or_default();
    let categories = ratings.iter().map(|rating| rating.category + 1).max().unwrap_or_default();
    let mut probabilities = vec![vec![0.0; categories]; tasks];
    for rating in ratings {
        probabilities[rating.task][rating.category] += 1.0;
    }
    for task in &mut probabilities {
        normalize(task);
    }
    let mut found = Competence {
        priors: mean(&probabilities, categories),
        errors: errors(ratings, &probabilities, categories),
        probabilities,
    };
    let mut bound = f64::NEG_INFINITY;
    for _ in 0..if ratings.is_empty() { 0 } else { MAX_ROUNDS } {
        found.probabilities = expected(ratings, &found, tasks);
        found.priors = mean(&found.probabilities, categories);
        found.errors = errors(ratings, &found.probabilities, categories);
        let new = lower_bound(ratings, &found) / ratings.len() as f64;
        if new - bound < MIN_GAIN {
            break;
        }
        bound = new;
    }
    found
}

fn normalize(values: &mut [f64]) {
    let all: f64 = values.iter().sum();
    for value in values {
        *value /= all;
    }
}

fn mean(probabilities: &[Vec<f64>], categories: usize) -> Vec<f64> {
    let sum = |category: usize| probabilities.iter().map(|task| task[category]).sum::<f64>();
    let mean = |category| (sum(category) / probabilities.len().max(1) as f64).max(LEAST_PROBABILITY);
    (0..categories).map(mean).collect()
}

/// How probable each given category was for each true one, by annotator: what they gave, over all that they gave.
fn errors(
    ratings: &[Rating],
    probabilities: &[Vec<f64>],
    categories: usize,
) -> BTreeMap<(usize, usize), Vec<f64>> {
    let mut errors: BTreeMap<(usize, usize), Vec<f64>> = BTreeMap::new();
    for Rating { task, annotator, category } in ratings {
        let own = errors.entry((*annotator, *category)).or_insert_with(|| vec![0.0; categories]);
        own.iter_mut().zip(&probabilities[*task]).for_each(|(error, probability)| *error += probability);
    }
    let mut totals: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for ((annotator, _), own) in &mut errors {
        for error in own.iter_mut() {
            *error = error.max(LEAST_PROBABILITY);
        }
        let total = totals.entry(*annotator).or_insert_with(|| vec![0.0; categories]);
        total.iter_mut().zip(&*own).for_each(|(total, error)| *total += error);
    }
    for ((annotator, _), own) in &mut errors {
        own.iter_mut().zip(&totals[annotator]).for_each(|(error, total)| *error /= total);
    }
    errors
}

fn expected(ratings: &[Rating], known: &Competence, tasks: usize) -> Vec<Vec<f64>> {
    let prior: Vec<f64> = known.priors.iter().map(|prior| prior.ln()).collect();
    let mut all = vec![prior; tasks];
    for Rating { task, annotator, category } in ratings {
        if let Some(errors) = known.errors.get(&(*annotator, *category)) {
            all[*task].iter_mut().zip(errors).for_each(|(log, error)| *log += error.ln());
        }
    }
    for task in &mut all {
        let most = task.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for log in task.iter_mut() {
            *log = (*log - most).exp();
        }
        normalize(task);
    }
    all
}

/// The bound by which rounds end: as crowd-kit has it, with the prior once a rating and not once a task, since probabilities are to
/// be those of that library.
fn lower_bound(ratings: &[Rating], found: &Competence) -> f64 {
    let mut joint = 0.0;
    for Rating { task, annotator, category } in ratings {
        let Some(errors) = found.errors.get(&(*annotator, *category)) else { continue };
        let both = found.probabilities[*task].iter().zip(errors).zip(&found.priors);
        joint +=
            both.map(|((probability, error), prior)| probability * (error.ln() + prior.ln())).sum::<f64>();
    }
    let all = found.probabilities.iter().flatten().map(|probability| probability.max(LEAST_PROBABILITY));
    joint - all.map(|probability| probability.ln() * probability).sum::<f64>()
}

/// What somebody who has finished an article says at a place: a label, or that nothing belongs there.
pub type Vote = (Annotator, Option<LayerLabel>);

/// Which model of competence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CompetenceKind {
    /// Everybody's errors from each category to each other: Dawid and Skene (1979).
    #[default]
    DawidSkene,
    /// Who knows and who guesses: MACE (2013).
    Mace,
}

impl CompetenceKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::DawidSkene, Self::Mace];

    /// Its name in commands.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DawidSkene => "dawid-skene",
            Self::Mace => "mace",
        }
    }
}

/// What was learned.
#[derive(Clone, Debug, PartialEq)]
enum Learned {
    DawidSkene(Competence),
    Mace(Guessing),
}

/// How competent everybody is, learned from votes at many places: from it the probability of what belongs at another is known.
#[derive(Clone, Debug, PartialEq)]
pub struct CompetenceModel {
    annotators: BTreeMap<Annotator, usize>,
    categories: BTreeMap<Option<LayerLabel>, usize>,
    learned: Learned,
}

impl CompetenceModel {
    /// Learns from the votes at each place.
    #[must_use]
    pub fn fit(kind: CompetenceKind, places: &[Vec<Vote>]) -> Self {
        let votes = || places.iter().flatten();
        let annotators: BTreeSet<&Annotator> = votes().map(|(annotator, _)| annotator).collect();
        let categories: BTreeSet<&Option<LayerLabel>> = votes().map(|(_, said)| said).collect();
        let annotators: BTreeMap<Annotator, usize> = annotators.into_iter().cloned().zip(0..).collect();
        let categories: BTreeMap<Option<LayerLabel>, usize> =
            categories.into_iter().cloned().zip(0..).collect();
        let tasks = places.iter().filter(|votes| !votes.is_empty()).enumerate();
        let rating = |task: usize, (annotator, said): &Vote| Rating {
            task,
            annotator: annotators[annotator],
            category: categories[said],
        };
        let ratings: Vec<Rating> = tasks
            .flat_map(|(task, votes)| votes.iter().map(move |vote| (task, vote)))
            .map(|(t, v)| rating(t, v))
            .collect();
        let learned = match kind {
            CompetenceKind::DawidSkene => Learned::DawidSkene(dawid_skene(&ratings)),
            CompetenceKind::Mace => Learned::Mace(mace(&ratings)),
        };
        Self { annotators, categories, learned }
    }

    /// The most probable of what these votes are for, with its probability; nothing where none of them was learned from.
    #[must_use]
    pub fn most_probable(&self, votes: &[Vote]) -> Option<(Option<LayerLabel>, f64)> {
        let known = |(annotator, said): &Vote| {
            Some(Rating {
                task: 0,
                annotator: *self.annotators.get(annotator)?,
                category: *self.categories.get(said)?,
            })
        };
        let ratings: Vec<Rating> = votes.iter().filter_map(known).collect();
        if ratings.is_empty() {
            return None;
        }
        let probabilities = match &self.learned {
            Learned::DawidSkene(found) => expected(&ratings, found, 1).pop()?,
            Learned::Mace(found) => found.probabilities(&ratings, self.categories.len()),
        };
        let best = self.categories.iter().map(|(said, n)| (said, probabilities[*n]));
        best.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(said, probability)| (said.clone(), probability))
    }
}
