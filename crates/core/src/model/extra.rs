//! Fields of a file that this version does not know, kept to be written back.

use std::collections::BTreeMap;
use std::ops::Bound;

/// Unknown fields: where each stood (a path such as `origin/model` or `spans/0/colour`, relative to the value that
/// carries it) and the JSON text it held.
///
/// Opaque to every room but `format`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra(BTreeMap<String, String>);

impl Extra {
    /// Keeps `json` found at `path`.
    pub fn keep(&mut self, path: impl Into<String>, json: impl Into<String>) {
        self.0.insert(path.into(), json.into());
    }

    /// Takes out what is kept at `path`.
    pub fn forget(&mut self, path: &str) -> Option<String> {
        self.0.remove(path)
    }

    /// The JSON text kept at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Path and JSON text of each, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, json)| (path.as_str(), json.as_str()))
    }

    /// Those whose path begins with `place`, in path order; others are not looked at.
    ///
    /// ```
    /// # use tippani_core::model::Extra;
    /// let mut extra = Extra::default();
    /// extra.keep("origin/model", "\"m1\"");
    /// extra.keep("spans/0/colour", "3");
    /// assert_eq!(extra.below("spans/0/").collect::<Vec<_>>(), [("spans/0/colour", "3")]);
    /// ```
    pub fn below(&self, place: &str) -> impl Iterator<Item = (&str, &str)> {
        let from = self.0.range::<str, _>((Bound::Included(place), Bound::Unbounded));
        from.take_while(move |(path, _)| path.starts_with(place))
            .map(|(path, json)| (path.as_str(), json.as_str()))
    }

    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
