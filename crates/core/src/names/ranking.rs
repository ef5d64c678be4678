//! How often the right one of many names comes first: the figures this room is measured by.

use std::collections::BTreeMap;

use super::compare::Matcher;
use super::confidence::confidence;
use super::likeness::Likeness;
use super::list::NameList;
use super::name::Name;
use super::search::{BearerMatch, NameSearch};

/// How many searches there were, and how many of them came to the right bearer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RankCount {
    /// All searches.
    pub all: usize,
    /// The right bearer came first.
    pub first: usize,
    /// It was one of the first three.
    pub within_three: usize,
    /// It was among the candidates.
    pub found: usize,
}

impl RankCount {
    fn add(&mut self, rank: Option<usize>) {
        self.all += 1;
        self.first += usize::from(rank == Some(0));
        self.within_three += usize::from(rank.is_some_and(|rank| rank < 3));
        self.found += usize::from(rank.is_some());
    }
}

/// A search whose first candidate was not the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What was searched for.
    pub name: String,
    /// What came first, if anything was found.
    pub first: Option<String>,
    /// The right name.
    pub right: String,
    /// Where the right one came, from 0; nothing where it was not found.
    pub rank: Option<usize>,
}

/// Every name of one language searched for among all names of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// How many bearers were searched.
    pub candidates: usize,
    /// All searches.
    pub all: RankCount,
    /// Searches by what the list's columns `kind` and `class` say, where it has them.
    pub parts: BTreeMap<String, RankCount>,
    /// By the likeness of the first candidate: how many came first with it, and how many of these were right.
    pub likeness: BTreeMap<Likeness, (usize, usize)>,
    /// Where every second right bearer is missing, the share of the others that is found by taking the first
    /// candidate from the [`confidence`] on at which [`Ranking::PRECISION`] of those taken are right.
    pub recall: f64,
    /// What did not come first.
    pub misses: Vec<Miss>,
}

/// Whose names are searched.
struct Bearer<'a> {
    /// Its row, if it is of the list itself.
    row: Option<usize>,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
}

impl Bearer<'_> {
    /// Another bearer of the very same name is as right.
    fn is(&self, other: &Self) -> bool {
        (self.row.is_some() && self.row == other.row)
            || self.to.iter().any(|name| other.to.contains(name))
            || self.from.iter().any(|name| other.from.contains(name))
    }
}

impl Ranking {
    /// How many of those taken must be right where the recall is counted.
    pub const PRECISION: f64 = 0.95;

    /// Searches for each bearer of `list` by its names in the language `from` among the names of all in `to`,
    /// those of the lists `among` beside them.
    ///
    /// ```
    /// # use tippani_core::names::{Matcher, NameList, Ranking};
    /// let list = NameList::parse("en\thi\nVaranasi\tवाराणसी\nBelousov\tबेलोसोव|बेलौसोव\nGoa\t\n");
    /// let among = NameList::parse("hi\nनरेंद्र मोदी\n");
    /// let ranking = Ranking::new(&Matcher::default(), &list, ("en", "hi"), &[among]);
    /// assert_eq!((ranking.candidates, ranking.all.all, ranking.all.first), (3, 2, 2));
    /// ```
    #[must_use]
    pub fn new(matcher: &Matcher<'_>, list: &NameList, languages: (&str, &str), among: &[NameList]) -> Self {
        let bearers: Vec<Bearer<'_>> =
            std::iter::once(list).chain(among).enumerate().fold(Vec::new(), |mut all, (place, list)| {
                all.extend(bearers(list, languages, place == 0));
                all
            });
        let search = NameSearch::new(bearers.iter().map(|bearer| bearer.to.as_slice()));
        let mut ranking = Self { candidates: bearers.len(), ..Self::default() };
        let asked: Vec<&Bearer<'_>> =
            bearers.iter().filter(|bearer| bearer.row.is_some() && !bearer.from.is_empty()).collect();
        let missing: Vec<bool> = bearers
            .iter()
            .map(|bearer| asked.iter().skip(1).step_by(2).any(|asked| asked.is(bearer)))
            .collect();
        let mut taken = Vec::new();
        for bearer in &asked {
            let spellings: Vec<Name> = bearer.from.iter().map(|name| Name::new(name)).collect();
            let mut found = search.find(matcher, &spellings);
            let right = |found: &BearerMatch| bearers[found.owner].is(bearer);
            let rank = found.iter().position(right);
            ranking.all.add(rank);
            for column in ["kind", "class"] {
                let part = bearer.row.map_or("", |row| list.field(row, column));
                if !part.is_empty() {
                    ranking.parts.entry(format!("{column} {part}")).or_default().add(rank);
                }
            }
            if let Some(first) = found.first() {
                let (all, rightly) = ranking.likeness.entry(first.comparison.likeness()).or_default();
                *all += 1;
                *rightly += usize::from(right(first));
            }
            if rank != Some(0) {
                ranking.misses.push(Miss {
                    name: bearer.from.join("|"),
                    first: found.first().map(|found| search.name(found.name).text().to_owned()),
                    right: bearer.to.join("|"),
                    rank,
                });
            }
            found.retain(|found| !missing[found.owner]);
            let Some(first) = found.first() else { continue };
            let second = found.iter().find(|other| !bearers[other.owner].is(&bearers[first.owner]));
            let names = (&spellings[first.spelling], search.name(first.name));
            let sure = confidence(*matcher, names, &first.comparison, second.map(|found| &found.comparison));
            taken.push((sure, right(first)));
        }
        let is_there = |asked: &&&Bearer<'_>| {
            bearers.iter().zip(&missing).any(|(bearer, missing)| !missing && bearer.is(asked))
        };
        let there = asked.iter().filter(is_there).count();
        ranking.recall = recall(taken, there, Self::PRECISION);
        ranking
    }
}

/// Those of a list who have a name in the language that is searched.
fn bearers<'a>(list: &'a NameList, (from, to): (&str, &str), own: bool) -> Vec<Bearer<'a>> {
    let mut asked: BTreeMap<usize, Vec<&str>> = list.rows(from).into_iter().collect();
    let rows = list.rows(to).into_iter();
    rows.map(|(row, to)| Bearer { row: own.then_some(row), from: asked.remove(&row).unwrap_or_default(), to })
        .collect()
}

/// The share of `there` that is right among the surest first candidates of which `precision` are right.
fn recall(mut taken: Vec<(f32, bool)>, there: usize, precision: f64) -> f64 {
    taken.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut best) = (0_usize, 0_usize);
    for (place, &(sure, is_right)) in taken.iter().enumerate() {
        right += usize::from(is_right);
        // Equally sure ones are taken together.
        let whole = taken.get(place + 1).is_none_or(|next| next.0 < sure);
        if whole && right as f64 >= precision * (place + 1) as f64 {
            best = right;
        }
    }
    best as f64 / there.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::recall;

    #[test]
    fn recall_is_counted_where_precision_is_high_enough() {
        fn check(taken: &[(f32, bool)], there: usize, expected: f64) {
            assert_eq!(recall(taken.to_vec(), there, 0.75), expected);
        }
        check(&[], 4, 0.0);
        check(&[(0.9, true), (0.8, true)], 4, 0.5);
        check(&[(0.9, false), (0.8, true)], 4, 0.0);
        check(&[(0.6, true), (0.9, true), (0.8, true), (0.7, false)], 4, 0.75);
        // Of two equally sure ones neither is taken alone.
        check(&[(0.9, true), (0.9, false)], 2, 0.0);
    }
}
