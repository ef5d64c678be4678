//! How often the right name of many is found.

use super::compare::{Comparison, Matcher};
use super::index::NameIndex;
use super::name::Name;

/// As many candidates of the index are compared.
pub const CANDIDATES: usize = 200;

/// Bearers of names, each with all its spellings, to be searched for one.
#[derive(Clone, Debug, Default)]
pub struct NameSearch {
    index: NameIndex,
    names: Vec<Name>,
    /// Whose name each is.
    owners: Vec<usize>,
}

/// A bearer that was found, with the best of its names.
#[derive(Clone, Debug, PartialEq)]
pub struct BearerMatch {
    /// Whose name it is.
    pub owner: usize,
    /// Which of all names.
    pub name: usize,
    /// Which of the spellings that were searched for it is nearest to.
    pub spelling: usize,
    /// How the name compares.
    pub comparison: Comparison,
}

impl NameSearch {
    /// Bearers by their place, each with its spellings.
    #[must_use]
    pub fn new<'a>(all: impl IntoIterator<Item = &'a [&'a str]>) -> Self {
        let mut bearers = Self::default();
        for (owner, spellings) in all.into_iter().enumerate() {
            for spelling in spellings {
                bearers.index.insert(spelling);
                bearers.names.push(Name::new(spelling));
                bearers.owners.push(owner);
            }
        }
        bearers
    }

    /// A name by its place.
    #[must_use]
    pub fn name(&self, place: usize) -> &Name {
        &self.names[place]
    }

    /// Who may bear one of these spellings, the likeliest first.
    #[must_use]
    pub fn find(&self, matcher: &Matcher<'_>, spellings: &[Name]) -> Vec<BearerMatch> {
        let mut found: Vec<BearerMatch> = Vec::new();
        for (asked, spelling) in spellings.iter().enumerate() {
            for (place, _) in self.index.near(spelling, CANDIDATES) {
                let name = place as usize;
                let comparison = matcher.compare(spelling, &self.names[name]);
                found.push(BearerMatch { owner: self.owners[name], name, spelling: asked, comparison });
            }
        }
        let distance = |found: &BearerMatch| found.comparison.distance();
        found.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.name.cmp(&b.name)));
        let mut seen = std::collections::HashSet::new();
        found.retain(|found| seen.insert(found.owner));
        found
    }
}
