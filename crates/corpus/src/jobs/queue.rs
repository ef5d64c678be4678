//! Finding what there is to review.

use std::sync::Arc;

use super::articles::Articles;
use super::cancel::CancelToken;
use crate::analysis::{FoundItems, ReviewItem, ReviewScope, find_items};
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

/// An item, and where each of its versions is.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedItem {
    /// The item.
    pub item: ReviewItem,
    /// Of each version the first code point, and the first after its last.
    pub places: Vec<(usize, usize)>,
}

/// Everything there is to review, in text order, and of each annotator, how many articles are in progress and were left out.
///
/// # Errors
/// When it was cancelled.
pub fn list(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<ListedItem>, Vec<usize>)> {
    let (mut items, mut left_out) = (Vec::new(), vec![0; how.annotators.len()]);
    let place = |sets: &ArticleSets, item: ReviewItem| {
        let of = |holders: &Vec<usize>| {
            let member = holders.first().and_then(|n| item.members.get(*n)?.as_ref());
            let text = &sets.document.text;
            member.map_or((0, 0), |m| {
                (text.to_char(m.extent.start()).get(), text.to_char(m.extent.end()).get())
            })
        };
        ListedItem { places: item.versions.iter().map(of).collect(), item }
    };
    let listed = |sets: &ArticleSets, found: FoundItems| -> (Vec<ListedItem>, Vec<usize>) {
        (found.items.into_iter().map(|item| place(sets, item)).collect(), found.left_out)
    };
    each(model, how, cancel, listed, &mut |(found, out): (Vec<ListedItem>, Vec<usize>), done, of| {
        items.extend(found);
        for n in out {
            left_out[n] += 1;
        }
        progress(done, of);
    })?;
    Ok((items, left_out))
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
    each(model, how, cancel, |_, found| found, consume)
}

/// Finds what there is to review, article by article, and has `make` look at it beside its sets.
pub(super) fn each<R: Default + Send>(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    make: impl Fn(&ArticleSets, FoundItems) -> R + Sync,
    consume: &mut dyn FnMut(R, usize, usize),
) -> anyhow::Result<()> {
    cancel.check()?;
    let articles = asked_for(model, how);
    if articles.len() == 0 {
        consume(R::default(), 0, 0);
    }
    let whose = |article: ArticleView<'_>| {
        // Of others only what they decided is looked at.
        let is_asked_for = |annotator: &&Annotator| {
            how.annotators.contains(annotator)
                || how.reviewer == **annotator
                || article.set(annotator).is_none_or(|set| set.counts().reviews > 0)
        };
        article.annotators().filter(is_asked_for).cloned().collect()
    };
    let look = |sets: ArticleSets| {
        let reviewer = sets.sets.iter().find(|set| set.annotator == how.reviewer);
        let scope = ReviewScope { annotators: &how.annotators, unfinished: &how.unfinished, reviewer };
        let found = find_items(&sets.document, &sets.sets, &scope);
        make(&sets, found)
    };
    articles.each(cancel, whose, look, |seen, done| {
        // What cannot be read is told when its article is opened.
        consume(seen.unwrap_or_default(), done, articles.len());
    })
}

/// The articles that a queue goes through.
pub(super) fn asked_for<'m>(model: &'m ReadModel, how: &QueueOptions) -> Articles<'m> {
    let mut articles = match &how.only {
        Some(only) => Articles::some(model, only),
        None => Articles::of(model),
    };
    articles.retain(|article| how.annotators.iter().any(|annotator| article.has(annotator)));
    articles
}
