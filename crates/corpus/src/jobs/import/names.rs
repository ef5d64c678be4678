//! Whose set the marks of each annotator of a file become.

use std::collections::{BTreeMap, HashSet};

use crate::model::Annotator;
use crate::names::romanized;

/// Whose marks are those that nobody is named for, where the analyst names nobody either.
const NOBODY: &str = "import";

/// The annotators of files, and the sets that their marks become: one each, whatever their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    asked: Option<Annotator>,
    by_name: BTreeMap<Option<String>, Annotator>,
}

impl Names {
    /// Of the annotators found in files. One alone becomes the one that is asked for; of several each has its name after that.
    pub(super) fn new(asked: Option<&Annotator>, found: &BTreeMap<Option<String>, usize>) -> Self {
        let mut taken: HashSet<Annotator> = HashSet::new();
        let mut by_name = BTreeMap::new();
        let several = found.len() > 1;
        for name in found.keys() {
            let own = name.as_deref().map(|name| Annotator::from_any(&romanized(name)).as_str().to_owned());
            let wanted = match (asked, own) {
                (Some(asked), Some(own)) if several => format!("{asked}-{own}"),
                (Some(asked), _) => asked.to_string(),
                (None, Some(own)) => own,
                (None, None) => NOBODY.to_owned(),
            };
            let numbered = (2..).map(|n| Annotator::from_any(&format!("{wanted}-{n}")));
            let mut all = std::iter::once(Annotator::from_any(&wanted)).chain(numbered);
            // Two names may be one slug, and some leave nothing of one.
            if let Some(free) = all.find(|one| !taken.contains(one)) {
                taken.insert(free.clone());
                by_name.insert(name.clone(), free);
            }
        }
        Self { asked: asked.cloned(), by_name }
    }

    /// The set that marks of this annotator become.
    pub(super) fn of(&self, name: Option<&str>) -> Annotator {
        let known = self.by_name.get(&name.map(str::to_owned));
        let other = || {
            let own = name
                .map_or_else(|| Annotator::from_any(NOBODY), |name| Annotator::from_any(&romanized(name)));
            self.asked.clone().unwrap_or(own)
        };
        known.cloned().unwrap_or_else(other)
    }

    /// The annotator of a set that is named in a file by its slug; nothing where no file holds it.
    pub(super) fn renamed(&self, annotator: &Annotator) -> Option<&Annotator> {
        self.by_name.get(&Some(annotator.to_string()))
    }

    /// Every set that is written to.
    pub(super) fn annotators(&self) -> impl Iterator<Item = &Annotator> {
        self.by_name.values()
    }

    /// Names in files with their sets, where more than one is there and the set has another.
    pub(super) fn several(&self) -> Vec<(String, Annotator)> {
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "nobody named".to_owned());
        let is_other = |(own, set): &(&Option<String>, &Annotator)| own.as_deref() != Some(set.as_str());
        let all = self.by_name.iter().filter(is_other).map(|(own, set)| (name(own), set.clone()));
        if self.by_name.len() > 1 { all.collect() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotator, BTreeMap, Names};

    #[test]
    fn each_annotator_of_a_file_has_a_set() {
        fn check(asked: Option<&str>, found: &[Option<&str>], expected: &[&str]) {
            let asked = asked.map(|name| Annotator::new(name).unwrap());
            let all: BTreeMap<_, _> = found.iter().map(|name| (name.map(str::to_owned), 1)).collect();
            let names = Names::new(asked.as_ref(), &all);
            let sets: Vec<Annotator> = found.iter().map(|name| names.of(*name)).collect();
            assert_eq!(sets.iter().map(Annotator::as_str).collect::<Vec<_>>(), expected);
        }
        check(Some("x"), &[None], &["x"]);
        check(Some("x"), &[Some("Mira")], &["x"]);
        check(Some("x"), &[Some("mira@example.org"), Some("7"), None], &["x-mira-example-org", "x-7", "x"]);
        check(None, &[Some("mira"), Some("Mira")], &["mira-2", "mira"]);
        check(None, &[Some("मीरा"), Some("असीम")], &["mira", "asim"]);
        check(None, &[Some("李"), Some("王")], &["guest", "guest-2"]);
        check(None, &[None], &["import"]);
    }
}
