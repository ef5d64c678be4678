//! Finding what there is to review.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::articles::{Articles, scan};
use super::cancel::CancelToken;
use crate::analysis::{Item, items};
use crate::model::Annotator;
use crate::store::{ArticleFile, ArticleSets};

/// What is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queueing {
    /// The workspace folder.
    pub root: PathBuf,
    /// Whose annotations are reviewed.
    pub whom: Vec<Annotator>,
    /// Who reviews.
    pub reviewer: Annotator,
    /// Which articles; all when nothing.
    pub only: Option<Vec<Arc<str>>>,
}

/// Finds what there is to review, article by article: `consume` is given the items, how many groups all agree about, and how
/// many articles are done, of how many.
///
/// # Errors
/// When the folder cannot be read, or the search was cancelled.
pub fn queue(
    how: &Queueing,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Vec<Item>, usize, usize, usize),
) -> anyhow::Result<()> {
    let found = scan(&how.root, cancel)?;
    let only: Option<HashSet<&Arc<str>>> = how.only.as_ref().map(|only| only.iter().collect());
    let mut articles = Articles::of(&found);
    articles.retain(|article| {
        only.as_ref().is_none_or(|only| only.contains(&article.file))
            && article.annotators.iter().any(|annotator| how.whom.contains(annotator))
    });
    if articles.len() == 0 {
        consume(Vec::new(), 0, 0, 0);
    }
    let whom = |article: &ArticleFile| {
        let reviewer = std::iter::once(&how.reviewer).filter(|reviewer| !how.whom.contains(reviewer));
        let there = |annotator: &&Annotator| article.annotators.contains(annotator);
        how.whom.iter().chain(reviewer).filter(there).cloned().collect()
    };
    let look = |sets: ArticleSets| {
        let own = sets.sets.iter().find(|set| set.annotator == how.reviewer);
        items(&sets.document, &how.whom, &sets.sets, own)
    };
    articles.each(cancel, whom, look, |seen, done| {
        // What cannot be read is told when its article is opened.
        let (items, agreed) = seen.unwrap_or_default();
        consume(items, agreed, done, articles.len());
    })
}
