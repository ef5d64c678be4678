//! Fields of a set's file as a whole that the analyst changes.

use std::sync::Arc;

/// Details of the article that the annotator typed: an object with the fields of [`super::ArticleDetails`].
pub const DETAILS: &str = "source/details";
/// Pairs of annotations that are not to be suggested for a link any more: a list.
pub const UNLINKED: &str = "unlinked";

/// A field of a set's file as a whole: JSON text, kept in [`super::AnnotationSet::extra`] beside the fields that this version does
/// not know, so that whatever keeps, merges and packs those does it with this one too. What it says only `format` reads.
///
/// Two that differ only in blanks between tokens are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    path: Arc<str>,
    json: Arc<str>,
}

impl Field {
    /// The fields that are changed like entries of the set; those of other paths are only kept.
    pub const PATHS: [&'static str; 2] = [DETAILS, UNLINKED];

    /// A field at a path with what it holds, valid JSON.
    ///
    /// ```
    /// # use tippani_core::model::{Field, UNLINKED};
    /// assert_eq!(Field::new(UNLINKED, "[ 1,\n 2 ]"), Field::new(UNLINKED, "[1,2]"));
    /// ```
    #[must_use]
    pub fn new(path: &str, json: &str) -> Self {
        Self { path: path.into(), json: compact(json).into() }
    }

    /// Where it stands.
    #[must_use]
    pub const fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// What it holds: JSON without blanks between tokens.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// JSON without blanks between tokens.
pub(crate) fn compact(json: &str) -> String {
    let (mut out, mut in_text, mut is_escaped) = (String::with_capacity(json.len()), false, false);
    for c in json.chars() {
        if in_text || !c.is_ascii_whitespace() {
            out.push(c);
        }
        (in_text, is_escaped) = match c {
            '"' if !is_escaped => (!in_text, false),
            '\\' if in_text => (true, !is_escaped),
            _ => (in_text, false),
        };
    }
    out
}
