//! MACE (Hovy et al. 2013): true categories and who spams, by variational Bayes; the best of 10 restarts.
//!
//! Whoever knows gives what is true; whoever guesses gives any category by a habit of their own.

use super::competence::Rating;

/// Rounds of each run.
const ROUNDS: usize = 50;
/// Runs from different starts, of which the most likely counts.
const STARTS: u64 = 10;
/// Of the Beta prior on who guesses.
const GUESSING_PRIOR: f64 = 0.5;
/// Of the Dirichlet prior on habits.
const HABIT_PRIOR: f64 = 10.0;
/// Starts are drawn evenly from 1 up to this more.
const START_NOISE: f64 = 1.5;
/// Likelihoods below this count as this, so that logarithms are numbers.
const LEAST_LIKELIHOOD: f64 = 1e-8;

/// Who guesses, and how: where a run begins, and where it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guessing {
    /// Per annotator, how much they guess, and how much they know.
    pub guesses: Vec<[f64; 2]>,
    /// Per annotator, how often a guess is each category.
    pub habits: Vec<Vec<f64>>,
}

impl Guessing {
    /// A start drawn by a seed: the same every time.
    #[must_use]
    pub fn drawn(annotators: usize, categories: usize, seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut draw = |count: usize| -> Vec<f64> {
            let drawn: Vec<f64> = (0..count).map(|_| 1.0 + random.f64() * START_NOISE).collect();
            let all: f64 = drawn.iter().sum();
            drawn.into_iter().map(|one| one / all).collect()
        };
        let guesses = (0..annotators).map(|_| draw(2)).map(|both| [both[0], both[1]]).collect();
        Self { guesses, habits: (0..annotators).map(|_| draw(categories)).collect() }
    }

    /// How probable it is that an annotator gives a category where another is true: by guessing; more where it is true.
    fn likelihood(&self, annotator: usize, given: usize, truth: usize) -> f64 {
        let [guesses, knows] = self.guesses[annotator];
        guesses * self.habits[annotator][given] + if given == truth { knows } else { 0.0 }
    }

    /// How often an annotator knows.
    #[must_use]
    pub fn skill(&self, annotator: usize) -> f64 {
        self.guesses.get(annotator).map_or(0.0, |[guesses, knows]| knows / (guesses + knows))
    }

    /// The probability of each category where these ratings of one task were given.
    #[must_use]
    pub fn probabilities(&self, ratings: &[Rating], categories: usize) -> Vec<f64> {
        let mut all = vec![1.0; categories];
        for Rating { annotator, category, .. } in ratings {
            for (truth, probability) in all.iter_mut().enumerate() {
                *probability *= self.likelihood(*annotator, *category, truth);
            }
        }
        let sum: f64 = all.iter().sum();
        all.into_iter().map(|probability| probability / sum).collect()
    }
}

/// Estimates from ratings who guesses and how: the most likely of several runs. Tasks, annotators and categories are numbered
/// from 0 without gaps; every task has a rating.
///
/// ```
/// # use tippani_core::analysis::{Rating, mace};
/// let rating = |task, annotator, category| Rating { task, annotator, category };
/// // The third says 0 whatever it is.
/// let ratings: Vec<Rating> = (0..40)
///     .flat_map(|task| [rating(task, 0, task % 2), rating(task, 1, task % 2), rating(task, 2, 0)])
///     .collect();
/// let found = mace(&ratings);
/// assert!(found.skill(0) > 0.9 && found.skill(2) < 0.5);
/// assert!(found.probabilities(&ratings[3..6], 2)[1] > 0.99, "two are believed");
/// ```
#[must_use]
pub fn mace(ratings: &[Rating]) -> Guessing {
    let annotators = ratings.iter().map(|rating| rating.annotator + 1).max().unwrap_or_default();
    let categories = ratings.iter().map(|rating| rating.category + 1).max().unwrap_or_default();
    let runs = (0..STARTS).map(|seed| mace_from(ratings, Guessing::drawn(annotators, categories, seed)));
    runs.reduce(|best, run| if run.1 > best.1 { run } else { best })
        .map(|(found, _)| found)
        .unwrap_or_default()
}

/// One run from a start, with the logarithm of how likely the ratings are by what was found.
#[must_use]
pub fn mace_from(ratings: &[Rating], start: Guessing) -> (Guessing, f64) {
    let mut found = start;
    let mut expected = Expected::of(ratings, &found);
    for _ in 0..ROUNDS {
        let guesses = expected.knowing.iter().map(|counts| {
            let normal = normalized(counts, GUESSING_PRIOR);
            [normal[0], normal[1]]
        });
        found = Guessing {
            guesses: guesses.collect(),
            habits: expected.habits.iter().map(|counts| normalized(counts, HABIT_PRIOR)).collect(),
        };
        expected = Expected::of(ratings, &found);
    }
    (found, expected.likelihood)
}

/// Expected counts under the current parameters.
struct Expected {
    /// The logarithm of how likely the ratings are.
    likelihood: f64,
    /// Per annotator, how often they guessed, and knew.
    knowing: Vec<[f64; 2]>,
    /// Per annotator, how often a guess was each category.
    habits: Vec<Vec<f64>>,
}

impl Expected {
    fn of(ratings: &[Rating], found: &Guessing) -> Self {
        let categories = found.habits.first().map_or(0, Vec::len);
        let tasks = ratings.iter().map(|rating| rating.task + 1).max().unwrap_or_default();
        let mut truth = vec![vec![1.0 / categories.max(1) as f64; categories]; tasks];
        for Rating { task, annotator, category } in ratings {
            for (n, probability) in truth[*task].iter_mut().enumerate() {
                *probability *= found.likelihood(*annotator, *category, n);
            }
        }
        let likely: Vec<f64> = truth.iter().map(|task| task.iter().sum()).collect();
        let mut expected = Self {
            likelihood: likely.iter().map(|likely| (likely + LEAST_LIKELIHOOD).ln()).sum(),
            knowing: vec![[0.0; 2]; found.guesses.len()],
            habits: vec![vec![0.0; categories]; found.habits.len()],
        };
        for Rating { task, annotator, category } in ratings {
            let [guesses, knows] = found.guesses[*annotator];
            let guess = guesses * found.habits[*annotator][*category];
            let of = |n: usize| truth[*task][n] / found.likelihood(*annotator, *category, n);
            let guessed = (0..categories).map(of).sum::<f64>() * guess / likely[*task];
            expected.habits[*annotator][*category] += guessed;
            expected.knowing[*annotator][0] += guessed;
            expected.knowing[*annotator][1] +=
                truth[*task][*category] * knows / (guess + knows) / likely[*task];
        }
        expected
    }
}

/// Counts as the parameters that variational Bayes takes for them, under a symmetric prior; they add up to less than one.
fn normalized(counts: &[f64], prior: f64) -> Vec<f64> {
    let all = digamma(counts.iter().map(|count| count + prior).sum());
    counts.iter().map(|count| (digamma(count + prior) - all).exp()).collect()
}

/// The derivative of the logarithm of the gamma function, for numbers above nought (Bernardo, 1976).
fn digamma(mut x: f64) -> f64 {
    /// From here on the series is exact to the last digits.
    const LEAST: f64 = 10.0;
    let mut below = 0.0;
    while x < LEAST {
        below += 1.0 / x;
        x += 1.0;
    }
    let square = (x * x).recip();
    let terms = [1.0 / 12.0, -1.0 / 120.0, 1.0 / 252.0, -1.0 / 240.0, 1.0 / 132.0, -691.0 / 32_760.0];
    let series = terms.iter().rev().fold(0.0, |sum, term| (sum + term) * square);
    x.ln() - 0.5 / x - series - below
}

#[cfg(test)]
mod tests {
    use super::digamma;

    #[test]
    fn digamma_is_that_of_the_tables() {
        const EULER: f64 = 0.577_215_664_901_532_9;
        for (x, expected) in [
            (1.0, -EULER),
            (0.5, -EULER - 2.0 * 2f64.ln()),
            (2.0, 1.0 - EULER),
            (10.0, 2.251_752_589_066_721),
            (1000.0, 6.907_255_195_648_812),
        ] {
            assert!((digamma(x) - expected).abs() < 1e-13, "{x}: {}", digamma(x));
        }
    }
}
