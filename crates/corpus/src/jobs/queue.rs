//! Finding what there is to review.

use std::collections::HashSet;
use std::sync::Arc;

use super::articles::Articles;
use super::cancel::CancelToken;
use crate::analysis::{ReviewItem, review_items};
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
}

/// Finds what there is to review, article by article: `consume` is given the items, how many groups all agree about, and how
/// many articles are done, of how many.
///
/// # Errors
/// When the search was cancelled.
pub fn queue(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Vec<ReviewItem>, usize, usize, usize),
) -> anyhow::Result<()> {
    cancel.check()?;
    let only: Option<HashSet<&Arc<str>>> = how.only.as_ref().map(|only| only.iter().collect());
    let mut articles = Articles::of(model);
    articles.retain(|article| {
        only.as_ref().is_none_or(|only| only.contains(article.file()))
            && how.annotators.iter().any(|annotator| article.has(annotator))
    });
    if articles.len() == 0 {
        consume(Vec::new(), 0, 0, 0);
    }
    let asked_for = |article: ArticleView<'_>| {
        let reviewer = std::iter::once(&how.reviewer).filter(|reviewer| !how.annotators.contains(reviewer));
        how.annotators.iter().chain(reviewer).filter(|annotator| article.has(annotator)).cloned().collect()
    };
    let look = |sets: ArticleSets| {
        let own = sets.sets.iter().find(|set| set.annotator == how.reviewer);
        review_items(&sets.document, &how.annotators, &sets.sets, own)
    };
    articles.each(cancel, asked_for, look, |seen, done| {
        // What cannot be read is told when its article is opened.
        let (items, agreed) = seen.unwrap_or_default();
        consume(items, agreed, done, articles.len());
    })
}
