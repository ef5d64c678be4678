//! Counts over a whole workspace.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::counts::ArticleCounts;
use crate::model::{Annotator, State};

/// What a workspace holds; texts are counted in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles.
    pub articles: usize,
    /// Articles that nobody has a set of.
    pub untouched: usize,
    /// Length of all texts in code points.
    pub characters: usize,
    /// Annotations of all annotators.
    pub annotations: usize,
    /// Relations of all annotators.
    pub relations: usize,
    /// Annotations by label.
    pub labels: BTreeMap<Arc<str>, usize>,
    /// Annotations by article.
    pub files: BTreeMap<Arc<str>, usize>,
    /// Articles and annotations by language; `und` where it could not be told.
    pub languages: BTreeMap<Arc<str>, (usize, usize)>,
    /// Articles and annotations by annotator.
    pub annotators: BTreeMap<Annotator, (usize, usize)>,
    /// Sets by state.
    pub states: BTreeMap<State, usize>,
}

impl Tally {
    /// Counts one article with the sets that there are of it.
    pub fn add(&mut self, article: &ArticleCounts<'_>) {
        let ArticleCounts { file, language, characters, sets } = article;
        let annotations = sets.iter().map(|set| set.annotations).sum();
        self.articles += 1;
        self.untouched += usize::from(sets.is_empty());
        self.characters += characters;
        self.annotations += annotations;
        self.relations += sets.iter().map(|set| set.relations).sum::<usize>();
        self.files.insert(file.clone(), annotations);
        let language = language.clone().unwrap_or_else(|| "und".into());
        let of_language = self.languages.entry(language).or_default();
        of_language.0 += 1;
        of_language.1 += annotations;
        for set in sets {
            let of_annotator = self.annotators.entry(set.annotator.clone()).or_default();
            of_annotator.0 += 1;
            of_annotator.1 += set.annotations;
            *self.states.entry(set.state).or_default() += 1;
            for (label, count) in &set.labels {
                *self.labels.entry(label.clone()).or_default() += count;
            }
        }
    }
}

/// A number with a comma between thousands, as it is read: “1,998”.
///
/// ```
/// use tippani_core::analysis::grouped;
///
/// assert_eq!([7, 999, 1_000, 1_234_567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
/// ```
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number and what it counts: “1 article”, “2 articles”.
///
/// ```
/// # use tippani_core::analysis::counted;
/// assert_eq!(counted(1, "article"), "1 article");
/// assert_eq!(counted(0, "article"), "0 articles");
/// ```
#[must_use]
pub fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
