//! Finding what there is to review.

use std::collections::HashSet;
use std::sync::Arc;

use super::articles::Articles;
use super::cancel::CancelToken;
use crate::analysis::{FoundItems, ReviewScope, find_items};
use crate::model::Annotator;
use crate::read_model::{ArticleView, ReadModel};
use crate::store::ArticleSets;

/// What is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueOptions {
    /// Whose annotations are reviewed.
    pub annotators: Vec<Annotator>,
    /// Who reviews.
    pub reviewer: Annotator,
    /// Which articles; all when nothing.
    pub only: Option<Vec<Arc<str>>>,
    /// Whose sets count although they are in progress.
    pub unfinished: Vec<Annotator>,
}

/// Finds what there is to review, article by article: `consume` is given what was found, and how many articles are done, of
/// how many.
///
/// # Errors
/// When the search was cancelled.
pub fn queue(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(FoundItems, usize, usize),
) -> anyhow::Result<()> {
    cancel.check()?;
    let only: Option<HashSet<&Arc<str>>> = how.only.as_ref().map(|only| only.iter().collect());
    let mut articles = Articles::of(model);
    articles.retain(|article| {
        only.as_ref().is_none_or(|only| only.contains(article.file()))
            && how.annotators.iter().any(|annotator| article.has(annotator))
    });
    if articles.len() == 0 {
        consume(FoundItems::default(), 0, 0);
    }
    let asked_for = |article: ArticleView<'_>| {
        let reviewer = std::iter::once(&how.reviewer).filter(|reviewer| !how.annotators.contains(reviewer));
        how.annotators.iter().chain(reviewer).filter(|annotator| article.has(annotator)).cloned().collect()
    };
    let look = |sets: ArticleSets| {
        let reviewer = sets.sets.iter().find(|set| set.annotator == how.reviewer);
        let scope = ReviewScope { annotators: &how.annotators, unfinished: &how.unfinished, reviewer };
        find_items(&sets.document, &sets.sets, &scope)
    };
    articles.each(cancel, asked_for, look, |seen, done| {
        // What cannot be read is told when its article is opened.
        consume(seen.unwrap_or_default(), done, articles.len());
    })
}
