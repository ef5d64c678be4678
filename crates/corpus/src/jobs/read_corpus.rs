//! Filling the read model from the files.

use std::sync::Arc;

use super::cancel::CancelToken;
use super::parallel::parallel_in_order;
use crate::format::Decoded;
use crate::read_model::{
    ArticleUpdate, ArticleView, CorpusArticle, CorpusSidecar, FileStamp, Names, ReadModel,
};
use crate::store::{self, Workspace};

/// The model of a folder that was looked at, of which nothing was read yet; where one article was asked for, of that alone.
#[must_use]
pub fn unread(found: &Workspace) -> ReadModel {
    let is_asked_for = |file: &Arc<str>| found.select.as_ref().is_none_or(|select| select == file);
    let asked_for = found.articles.iter().filter(|article| is_asked_for(&article.file));
    let articles = asked_for.map(|article| (Arc::clone(&article.file), article.annotators.clone()));
    ReadModel::new(&found.root, found.issues.clone(), articles).with_listed(found.details.clone())
}

/// Reads the articles of a model, with all their sidecars, that were not read yet or whose files changed since.
///
/// `consume` is given, in the order of the files, what was read of an article, for [`ReadModel::update`], or nothing where it
/// is as it was; and how many are done. What did not change is told by the files' lengths and times, and not read again.
///
/// # Errors
/// When it was cancelled.
pub fn read_corpus(
    model: &ReadModel,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Option<ArticleUpdate>, usize),
) -> anyhow::Result<()> {
    read_all(model, &model.articles().collect::<Vec<_>>(), cancel, consume)
}

/// Like [`read_corpus`], for some articles of the model; one that is not in it is left out.
///
/// # Errors
/// When it was cancelled.
pub fn read_articles(
    model: &ReadModel,
    files: &[Arc<str>],
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Option<ArticleUpdate>, usize),
) -> anyhow::Result<()> {
    let articles: Vec<ArticleView<'_>> = files.iter().filter_map(|file| model.article(file)).collect();
    read_all(model, &articles, cancel, consume)
}

fn read_all(
    model: &ReadModel,
    articles: &[ArticleView<'_>],
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Option<ArticleUpdate>, usize),
) -> anyhow::Result<()> {
    let mut names = Names::default();
    let name = |article: &ArticleView<'_>| article.file().to_string();
    let work = |article: &ArticleView<'_>| read(model, *article);
    parallel_in_order(articles, cancel, name, work, |at, reading| {
        let update = |article: Option<CorpusArticle>| ArticleUpdate {
            file: Arc::clone(articles[at].file()),
            article: article.map(Arc::new),
            asked: model.revision(),
        };
        let update = match reading {
            Reading::Unchanged => None,
            Reading::Unreadable => Some(update(None)),
            Reading::Read(mut article) => {
                article.share(&mut names);
                Some(update(Some(*article)))
            }
        };
        consume(update, at + 1);
        Ok(())
    })
}

/// Takes out of a model what was read of articles whose files changed since, so that they are read anew where they are asked
/// for.
///
/// # Errors
/// When it was cancelled.
pub fn drop_changed(model: &mut ReadModel, cancel: &CancelToken) -> anyhow::Result<()> {
    let changed = changed_of(model, model.articles(), cancel)?;
    drop_read(model, changed);
    Ok(())
}

/// Like [`drop_changed`], for some articles of the model.
///
/// # Errors
/// When it was cancelled.
pub(super) fn drop_changed_of(
    model: &mut ReadModel,
    files: &[Arc<str>],
    cancel: &CancelToken,
) -> anyhow::Result<()> {
    let changed = changed_of(model, files.iter().filter_map(|file| model.article(file)), cancel)?;
    drop_read(model, changed);
    Ok(())
}

/// Those of some articles that were read and whose files changed since.
fn changed_of<'m>(
    model: &'m ReadModel,
    articles: impl Iterator<Item = ArticleView<'m>>,
    cancel: &CancelToken,
) -> anyhow::Result<Vec<Arc<str>>> {
    let mut changed = Vec::new();
    let read: Vec<ArticleView<'_>> = articles.filter(|article| article.last_read().is_some()).collect();
    let name = |article: &ArticleView<'_>| article.file().to_string();
    let work = |article: &ArticleView<'_>| {
        let (source, stamps) = stamps(model, *article);
        is_unchanged(*article, source, &stamps)
    };
    parallel_in_order(&read, cancel, name, work, |at, is_unchanged| {
        changed.extend((!is_unchanged).then(|| Arc::clone(read[at].file())));
        Ok(())
    })?;
    Ok(changed)
}

fn drop_read(model: &mut ReadModel, files: Vec<Arc<str>>) {
    for file in files {
        // Sets that are open stay.
        model.update(ArticleUpdate { file, article: None, asked: 0 });
    }
}

/// The stamps of an article's file and of its sidecars, as they are now.
fn stamps(model: &ReadModel, article: ArticleView<'_>) -> (Option<FileStamp>, Vec<Option<FileStamp>>) {
    let (root, file) = (model.root(), article.file());
    let sidecars = article.sidecars().iter().map(|annotator| store::sidecar_stamp(root, file, annotator));
    (store::source_stamp(root, file), sidecars.collect())
}

fn is_unchanged(article: ArticleView<'_>, source: Option<FileStamp>, sidecars: &[Option<FileStamp>]) -> bool {
    article.read().is_some_and(|read| {
        let same =
            |(known, now): (&Arc<CorpusSidecar>, &Option<FileStamp>)| FileStamp::is_same(known.stamp(), *now);
        FileStamp::is_same(read.stamp(), source) && read.sidecars().iter().zip(sidecars).all(same)
    })
}

/// What came of reading an article.
enum Reading {
    /// Its files are as they were.
    Unchanged,
    Read(Box<CorpusArticle>),
    /// Who asks for it will be told why.
    Unreadable,
}

fn read(model: &ReadModel, article: ArticleView<'_>) -> Reading {
    let (root, file, before) = (model.root(), article.file(), article.last_read());
    // Before the files are read, so that what changes meanwhile is seen the next time.
    let (source, stamps) = stamps(model, article);
    if is_unchanged(article, source, &stamps) {
        return Reading::Unchanged;
    }
    let Ok(Decoded { value: mut document, issues }) = store::document(root, file) else {
        return match before {
            Some(_) => Reading::Unreadable,
            None => Reading::Unchanged,
        };
    };
    document.file = Arc::clone(file);
    let of_this_text = before.filter(|before| before.is_text_of(&document));
    let sidecars = article.sidecars().iter().zip(stamps).map(|(annotator, stamp)| {
        let known = of_this_text.and_then(|before| before.sidecar(annotator));
        if let Some(known) = known.filter(|known| FileStamp::is_same(known.stamp(), stamp)) {
            return Arc::clone(known);
        }
        let (set, issues) = store::load_set(root, &document, annotator);
        Arc::new(CorpusSidecar::new(annotator.clone(), stamp, set.as_ref(), issues))
    });
    let sidecars = sidecars.collect();
    let details = store::page_details(root, file);
    Reading::Read(Box::new(CorpusArticle::new(&document, source, issues, sidecars).with_details(details)))
}
