//! Costs by what they are for: that the right name is nearer than the nearest wrong one.
//!
//! Counting gives costs that make names of one bearer likely. Here they are moved, as little as that needs, so that right and wrong
//! names of the searches lie apart; only names of the lists that are learned from are searched.

use tippani_core::names::{
    Comparison, Costs, Matcher, Name, NameSearch, PHONE_COUNT, PairKind, Phone, ScriptFamily,
};

use crate::lists::{Lists, Row};
use crate::measure::same_bearer;

/// Languages whose names are searched for among those of [`AMONG`].
const ASKED: [&str; 6] = ["en", "hi", "gu", "ur", "bn", "ta"];
const AMONG: [&str; 3] = ["hi", "en", "gu"];
/// Wrong names kept of each search.
const WRONG: usize = 4;
/// Rounds of comparing and moving.
const ROUNDS: usize = 25;
/// How steep the loss is, in distances.
const STEEP: f32 = 40.0;
/// Right names should be so much nearer than wrong ones.
const APART: f32 = 0.04;
/// How far costs move in a round at first.
const SPEED: f32 = 0.12;
/// What holds costs where counting put them.
const HELD: f32 = 4.0;

const FAMILIES: usize = ScriptFamily::ALL.len();
const SUBSTITUTIONS: usize = FAMILIES * FAMILIES * PHONE_COUNT * PHONE_COUNT;

/// One search, by the places of the names that were found.
struct Search<'a> {
    asked: &'a Name,
    among: usize,
    right: Vec<usize>,
    wrong: Vec<usize>,
}

/// A number for each cost: of substitutions, then of omissions.
struct Slopes(Vec<f32>);

impl Slopes {
    fn new() -> Self {
        Self(vec![0.0; SUBSTITUTIONS + FAMILIES * FAMILIES * PHONE_COUNT])
    }

    fn substitution((a, own): (Phone, ScriptFamily), (b, other): (Phone, ScriptFamily)) -> usize {
        let ((a, own), (b, other)) =
            if (own, a) <= (other, b) { ((a, own), (b, other)) } else { ((b, other), (a, own)) };
        let pair = own as usize * FAMILIES + other as usize;
        (pair * PHONE_COUNT + a.number()) * PHONE_COUNT + b.number()
    }

    fn omission((phone, own): (Phone, ScriptFamily), other: ScriptFamily) -> usize {
        SUBSTITUTIONS + (own as usize * FAMILIES + other as usize) * PHONE_COUNT + phone.number()
    }

    /// Adds what moving each cost of a comparison would move its distance, times `by`.
    fn add(&mut self, matcher: Matcher<'_>, (a, b): (&Name, &Name), comparison: &Comparison, by: f32) {
        let by = by / comparison.weight.max(0.1);
        let heard =
            |pair: &&tippani_core::names::Pair| matches!(pair.kind, PairKind::Sound | PairKind::LetterNames);
        for aligned in comparison.pairs.iter().filter(heard).filter_map(|pair| matcher.steps(a, b, pair)) {
            let (own, other) = aligned.families;
            for step in &aligned.steps {
                let (x, y) = (step.a.map(|i| (aligned.a[i], own)), step.b.map(|j| (aligned.b[j], other)));
                let place = match (x, y) {
                    (Some(x), Some(y)) if x.0 != y.0 => Self::substitution(x, y),
                    (Some(x), None) => Self::omission(x, other),
                    (None, Some(y)) => Self::omission(y, own),
                    _ => continue,
                };
                self.0[place] += by;
            }
        }
    }
}

/// The slope of `ln(1 + e^x)`.
fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Whose names are searched in one language.
type Searched<'a> = (Vec<&'a Row>, NameSearch);

/// Moves costs that were counted on all rows but those of one fold.
pub(crate) fn refine(counted: &Costs, lists: &Lists, without: Option<usize>) -> Costs {
    let searched: [Searched<'_>; 3] = AMONG.map(|among| {
        let rows: Vec<&Row> = lists
            .rows
            .iter()
            .filter(|row| Some(row.fold) != without && row.kind != "language" && !row.names(among).is_empty())
            .collect();
        let texts: Vec<Vec<&str>> =
            rows.iter().map(|row| row.names(among).iter().map(Name::text).collect()).collect();
        let search = NameSearch::new(texts.iter().map(Vec::as_slice));
        (rows, search)
    });
    let searches = searches(Matcher::new(counted), &searched);
    eprintln!("{} searches", searches.len());
    let mut costs = counted.clone();
    let mut squares = Slopes::new();
    squares.0.fill(1e-3);
    for _ in 0..ROUNDS {
        let slopes = slopes(&costs, &searches, &searched);
        step(&mut costs, counted, &slopes, &mut squares);
    }
    costs
}

/// What is found for each name that the others are searched for.
fn searches<'a>(matcher: Matcher<'_>, searched: &[Searched<'a>]) -> Vec<Search<'a>> {
    let mut searches = Vec::new();
    for (among, (rows, bearers)) in searched.iter().enumerate() {
        for asked in ASKED.iter().filter(|asked| **asked != AMONG[among]) {
            for row in rows {
                for asked in row.names(asked).iter().take(2) {
                    let found = bearers.find(&matcher, std::slice::from_ref(asked));
                    let (right, wrong): (Vec<_>, Vec<_>) =
                        found.iter().partition(|found| same_bearer(rows[found.owner], row));
                    let right: Vec<usize> = right.iter().map(|found| found.name).collect();
                    let wrong = wrong.iter().take(WRONG).map(|found| found.name).collect();
                    if !right.is_empty() {
                        searches.push(Search { asked, among, right, wrong });
                    }
                }
            }
        }
    }
    searches
}

fn slopes(costs: &Costs, searches: &[Search<'_>], searched: &[Searched<'_>]) -> Slopes {
    let matcher = Matcher::new(costs);
    let mut slopes = Slopes::new();
    for search in searches {
        let names = &searched[search.among].1;
        let nearest = |places: &[usize]| {
            let compared = places
                .iter()
                .map(|&place| (names.name(place), matcher.compare(search.asked, names.name(place))));
            compared.min_by(|(_, a), (_, b)| a.distance().total_cmp(&b.distance()))
        };
        let (Some((name, right)), Some((other, wrong))) = (nearest(&search.right), nearest(&search.wrong))
        else {
            continue;
        };
        let by = STEEP * logistic(STEEP * (right.distance() - wrong.distance() + APART));
        slopes.add(matcher, (search.asked, name), &right, by);
        slopes.add(matcher, (search.asked, other), &wrong, -by);
    }
    slopes
}

/// Moves each cost against its slope, the less the more it was moved already.
fn step(costs: &mut Costs, counted: &Costs, slopes: &Slopes, squares: &mut Slopes) {
    let mut moved = |place: usize, cost: f32, before: f32| {
        let slope = slopes.0[place] + HELD * (cost - before);
        if slope == 0.0 {
            return cost;
        }
        squares.0[place] += slope * slope;
        (cost - SPEED * slope / squares.0[place].sqrt()).clamp(0.02, 6.0)
    };
    for own in ScriptFamily::ALL {
        for other in ScriptFamily::ALL {
            for a in Phone::all() {
                let place = Slopes::omission((a, own), other);
                let (cost, before) =
                    (costs.omission_of((a, own), other), counted.omission_of((a, own), other));
                costs.set_omission_of((a, own), other, moved(place, cost, before));
                for b in Phone::all().filter(|&b| a != b && (own, a) < (other, b)) {
                    let place = Slopes::substitution((a, own), (b, other));
                    let cost = costs.substitution_between((a, own), (b, other));
                    let before = counted.substitution_between((a, own), (b, other));
                    costs.set_substitution_between((a, own), (b, other), moved(place, cost, before));
                }
            }
        }
    }
}
