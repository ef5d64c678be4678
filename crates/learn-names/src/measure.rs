//! How often the right name comes first.

use std::collections::BTreeMap;
use std::fmt;

use tippani_core::names::{Costs, Matcher, Name, NameSearch};

use crate::calibration::{self, Search};
use crate::lists::{Lists, Row};

/// Which languages are measured: from, to.
const DIRECTIONS: [(&str, &str); 8] = [
    ("hi", "en"),
    ("gu", "en"),
    ("hi", "gu"),
    ("ur", "hi"),
    ("bn", "hi"),
    ("ta", "hi"),
    ("en", "hi"),
    ("en", "gu"),
];

/// Whether two rows are one bearer: by their English names, however they are joined and accented.
pub(crate) fn same_bearer(a: &Row, b: &Row) -> bool {
    std::ptr::eq(a, b) || a.english.iter().any(|name| b.english.contains(name))
}

/// What was counted, by languages and what of the list.
#[derive(Default)]
pub(crate) struct Figures {
    rows: BTreeMap<(usize, String), Count>,
    searches: BTreeMap<usize, Vec<Search>>,
}

#[derive(Default)]
struct Count {
    all: usize,
    first: usize,
    three: usize,
    found: usize,
}

impl Figures {
    /// Searches for each name of one fold among the names of all lists.
    pub(crate) fn add(&mut self, costs: &Costs, lists: &Lists, fold: usize, wrong: &[String]) {
        let matcher = Matcher::new(costs);
        for (direction, (from, to)) in DIRECTIONS.into_iter().enumerate() {
            let searches = calibration::searches(matcher, lists, fold, (from, to));
            self.searches.entry(direction).or_default().extend(searches);
            let rows: Vec<_> =
                lists.rows.iter().filter(|row| !row.names(to).is_empty() && row.kind != "language").collect();
            let texts: Vec<Vec<&str>> =
                rows.iter().map(|row| row.names(to).iter().map(Name::text).collect()).collect();
            let bearers = NameSearch::new(texts.iter().map(Vec::as_slice));
            for (owner, row) in rows.iter().enumerate() {
                if row.fold != fold || row.cldr || row.names(from).is_empty() {
                    continue;
                }
                let found = bearers.find(&matcher, row.names(from));
                // Another bearer of the very same name is as right.
                let right = |owner_found: usize| {
                    same_bearer(rows[owner_found], row)
                        || texts[owner_found].iter().any(|text| texts[owner].contains(text))
                };
                let rank = found.iter().position(|found| right(found.owner));
                let parts = [
                    "all".to_owned(),
                    row.kind.clone(),
                    row.source.clone(),
                    format!("{}-{}", row.kind, row.class),
                ];
                for part in parts {
                    let count = self.rows.entry((direction, part)).or_default();
                    count.all += 1;
                    count.first += usize::from(rank == Some(0));
                    count.three += usize::from(rank.is_some_and(|rank| rank < 3));
                    count.found += usize::from(rank.is_some());
                }
                if rank != Some(0) && wrong == [from, to] {
                    let name = &row.names(from)[0];
                    let show = |place: usize| {
                        let found = &found[place];
                        let other = bearers.name(found.name);
                        format!("{} {:.3} /{}/", other.text(), found.comparison.score(), other.phones())
                    };
                    println!(
                        "{} /{}/\n    first {}\n    right {:?} {}",
                        name.text(),
                        name.phones(),
                        if found.is_empty() { String::new() } else { show(0) },
                        rank,
                        rank.map_or_else(|| texts[owner].join("|"), show),
                    );
                }
            }
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((direction, part), count) in &self.rows {
            let (from, to) = DIRECTIONS[*direction];
            let percent = |n: usize| 100.0 * n as f64 / count.all as f64;
            writeln!(
                f,
                "{from}→{to} {part:20} {:5} first {:5.1} three {:5.1} found {:5.1}",
                count.all,
                percent(count.first),
                percent(count.three),
                percent(count.found)
            )?;
        }
        let (weights, learned) = calibration::weights(self.searches.values().flatten());
        for (direction, searches) in &self.searches {
            let (from, to) = DIRECTIONS[*direction];
            let recall = calibration::recall(searches, &learned, 0.95);
            writeln!(f, "{from}→{to} half missing: recall {recall:.3} at precision .95")?;
        }
        writeln!(f, "weights of the evidence: {weights:.2?}")
    }
}
