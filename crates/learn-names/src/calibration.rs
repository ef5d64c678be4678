//! How sure the first candidate is, where half of the right ones are missing.

use tippani_core::names::{MatchFeatures, Matcher, Name, NameSearch, match_features};

const COUNT: usize = MatchFeatures::COUNT;

use crate::lists::{Lists, Row};
use crate::measure::same_bearer;

/// One search: the features of the first found, and whether it is right.
pub(crate) struct Search {
    features: [f32; COUNT],
    right: bool,
    /// Whether the right one was among those searched.
    there: bool,
    /// By which half it is learned, and by which measured.
    half: bool,
}

/// Searches for all names of a fold, where every second right one was taken out.
pub(crate) fn searches(
    matcher: Matcher<'_>,
    lists: &Lists,
    fold: usize,
    (from, to): (&str, &str),
) -> Vec<Search> {
    let with: Vec<&Row> =
        lists.rows.iter().filter(|row| !row.names(to).is_empty() && row.kind != "language").collect();
    let asked: Vec<&Row> = with
        .iter()
        .copied()
        .filter(|row| row.fold == fold && !row.cldr && !row.names(from).is_empty())
        .collect();
    let missing =
        |row: &Row| asked.iter().enumerate().any(|(i, asked)| i % 2 == 1 && same_bearer(asked, row));
    let kept: Vec<&Row> = with.iter().copied().filter(|row| !missing(row)).collect();
    let texts: Vec<Vec<&str>> =
        kept.iter().map(|row| row.names(to).iter().map(Name::text).collect()).collect();
    let bearers = NameSearch::new(texts.iter().map(Vec::as_slice));
    let search = |(i, row): (usize, &&Row)| {
        let found = bearers.find(&matcher, row.names(from));
        let first = found.first()?;
        let right = |owner: usize| same_bearer(kept[owner], row);
        let second = found.iter().skip(1).find(|other| !same_bearer(kept[other.owner], kept[first.owner]));
        let names = (&row.names(from)[first.spelling], bearers.name(first.name));
        let features =
            match_features(matcher, names, &first.comparison, second.map(|found| &found.comparison))
                .to_array();
        Some(Search { features, right: right(first.owner), there: i % 2 == 0, half: i / 2 % 2 == 0 })
    };
    asked.iter().enumerate().filter_map(search).collect()
}

/// Weights of the features that tell right from wrong best, by logistic regression.
pub(crate) fn learn(searches: &[&Search]) -> [f32; COUNT] {
    let mut weights = [0.0_f32; COUNT];
    let mut speeds = [1e-6_f32; COUNT];
    for _ in 0..3000 {
        let mut slopes = [0.0_f32; COUNT];
        for search in searches {
            let error = f32::from(u8::from(search.right)) - sure(&weights, search);
            slopes.iter_mut().zip(search.features).for_each(|(slope, e)| *slope += error * e);
        }
        for i in 0..COUNT {
            speeds[i] += slopes[i] * slopes[i];
            weights[i] += slopes[i] / speeds[i].sqrt();
        }
    }
    weights
}

fn sure(weights: &[f32; COUNT], search: &Search) -> f32 {
    let sum: f32 = weights.iter().zip(search.features).map(|(w, e)| w * e).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Recall of some searches at this precision, by the weights that the other half of all searches gave.
pub(crate) fn recall(searches: &[Search], learned: &[[f32; COUNT]; 2], precision: f64) -> f64 {
    let mut marks: Vec<(f32, bool)> = searches
        .iter()
        .map(|search| (sure(&learned[usize::from(search.half)], search), search.right))
        .collect();
    marks.sort_by(|a, b| b.0.total_cmp(&a.0));
    let there = searches.iter().filter(|search| search.there).count();
    let (mut right, mut best) = (0_usize, 0_usize);
    for (i, (_, is_right)) in marks.iter().enumerate() {
        right += usize::from(*is_right);
        if right as f64 >= precision * (i + 1) as f64 {
            best = right;
        }
    }
    best as f64 / there.max(1) as f64
}

/// Weights of all these searches, and for each half those that the other one gives.
pub(crate) fn weights<'a>(searches: impl Iterator<Item = &'a Search>) -> ([f32; COUNT], [[f32; COUNT]; 2]) {
    let all: Vec<&Search> = searches.collect();
    let half = |half: bool| all.iter().copied().filter(|search| search.half == half).collect::<Vec<_>>();
    let by_half = [learn(&half(true)), learn(&half(false))];
    (learn(&all), by_half)
}
