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
    ReadModel::new(&found.root, found.issues.clone(), articles)
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
    let articles: Vec<ArticleView<'_>> = model.articles().collect();
    let mut names = Names::default();
    let name = |article: &ArticleView<'_>| article.file().to_string();
    let work = |article: &ArticleView<'_>| read(model, *article);
    parallel_in_order(&articles, cancel, name, work, |at, reading| {
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
    let source = store::source_stamp(root, file);
    let stamps: Vec<Option<FileStamp>> =
        article.sidecars().iter().map(|annotator| store::sidecar_stamp(root, file, annotator)).collect();
    if let Some(read) = article.read()
        && FileStamp::is_same(read.stamp(), source)
        && read.sidecars().iter().zip(&stamps).all(|(known, now)| FileStamp::is_same(known.stamp(), *now))
    {
        return Reading::Unchanged;
    }
    let Ok(Decoded { value: mut document, issues }) = store::document(root, file) else {
        return match before {
            Some(_) => Reading::Unreadable,
            None => Reading::Unchanged,
        };
    };
    document.file = Arc::clone(file);
    let of_this_text = before.filter(|before| *before.sha256() == document.sha256);
    let sidecars = article.sidecars().iter().zip(stamps).map(|(annotator, stamp)| {
        let known = of_this_text.and_then(|before| before.sidecar(annotator));
        if let Some(known) = known.filter(|known| FileStamp::is_same(known.stamp(), stamp)) {
            return Arc::clone(known);
        }
        let (set, issues) = store::load_set(root, &document, annotator);
        Arc::new(CorpusSidecar::new(annotator.clone(), stamp, set.as_ref(), issues))
    });
    let sidecars = sidecars.collect();
    Reading::Read(Box::new(CorpusArticle::new(&document, source, issues, sidecars)))
}
