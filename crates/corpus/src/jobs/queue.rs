//! Finding what there is to review.

use std::sync::Arc;

use super::articles::Articles;
use super::cancel::CancelToken;
use crate::analysis::{FoundItems, ReviewItem, ReviewScope, find_items};
use crate::format::Issue;
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

/// Everything there is to review.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewList {
    /// The items, in text order.
    pub items: Vec<ListedItem>,
    /// Of each annotator, how many articles are in progress and were left out.
    pub left_out: Vec<usize>,
    /// What could not be read, and so is not among the items.
    pub issues: Vec<Issue>,
}

/// The items of an article, the numbers of those who have it in progress, and what could not be read of it.
type ListedArticle = (Vec<ListedItem>, Vec<usize>, Vec<Issue>);

/// Lists everything there is to review, and what could not be read.
///
/// # Errors
/// When it was cancelled.
pub fn list(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<ReviewList> {
    let mut all = ReviewList {
        items: Vec::new(),
        left_out: vec![0; how.annotators.len()],
        issues: model.issues().to_vec(),
    };
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
    let listed = |sets: &ArticleSets, found: FoundItems| -> ListedArticle {
        let items = found.items.into_iter().map(|item| place(sets, item)).collect();
        (items, found.left_out, sets.issues.clone())
    };
    each(model, how, cancel, listed, &mut |seen: Result<ListedArticle, Issue>, done, of| {
        match seen {
            Ok((items, left_out, issues)) => {
                all.items.extend(items);
                all.issues.extend(issues);
                for n in left_out {
                    all.left_out[n] += 1;
                }
            }
            Err(issue) => all.issues.push(issue),
        }
        progress(done, of);
    })?;
    Ok(all)
}

/// Finds what there is to review, article by article: `consume` is given what was found, and how many articles are done, of
/// how many. What cannot be read is told when its article is opened.
///
/// # Errors
/// When the search was cancelled.
pub fn queue(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(FoundItems, usize, usize),
) -> anyhow::Result<()> {
    each(model, how, cancel, |_, found| found, &mut |seen, done, of| {
        consume(seen.unwrap_or_default(), done, of);
    })
}

/// Finds what there is to review, article by article, and has `make` look at it beside its sets. `consume` is given what that
/// gave, or what is wrong with the article.
pub(super) fn each<R: Default + Send>(
    model: &ReadModel,
    how: &QueueOptions,
    cancel: &CancelToken,
    make: impl Fn(&ArticleSets, FoundItems) -> R + Sync,
    consume: &mut dyn FnMut(Result<R, Issue>, usize, usize),
) -> anyhow::Result<()> {
    cancel.check()?;
    let articles = asked_for(model, how);
    if articles.len() == 0 {
        consume(Ok(R::default()), 0, 0);
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
    articles.each(cancel, whose, look, |seen, done| consume(seen, done, articles.len()))
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
