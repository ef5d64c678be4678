//! The articles of a workspace, gone through by all processors.

use std::path::Path;
use std::sync::Arc;

use super::cancel::{CancelToken, Cancelled};
use super::parallel::parallel_in_order;
use crate::format::Issue;
use crate::model::Annotator;
use crate::store::{self, ArticleFile, ArticleSets, ScanError, Workspace};

/// Looks at a folder of articles.
///
/// # Errors
/// When it cannot be read, or was cancelled.
pub(super) fn scan(path: &Path, cancel: &CancelToken) -> anyhow::Result<Workspace> {
    store::scan(path, &mut |_| !cancel.is_cancelled()).map_err(not_stopped)
}

/// The error of a scan; one that was stopped was cancelled, like any other work.
pub(super) fn not_stopped(error: ScanError) -> anyhow::Error {
    match error {
        ScanError::Stopped(_) => Cancelled.into(),
        error => error.into(),
    }
}

/// Articles that are gone through, in the order of their names.
#[derive(Clone, Debug)]
pub(super) struct Articles<'w> {
    root: &'w Path,
    files: Vec<&'w ArticleFile>,
}

impl<'w> Articles<'w> {
    /// All of a workspace, or the one that was named.
    pub(super) fn of(found: &'w Workspace) -> Self {
        let mut articles = Self { root: &found.root, files: found.articles.iter().collect() };
        articles.retain(|article| found.select.as_ref().is_none_or(|select| *select == article.file));
        articles
    }

    /// Leaves the others out.
    pub(super) fn retain(&mut self, keep: impl Fn(&ArticleFile) -> bool) {
        self.files.retain(|article| keep(article));
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.files.len()
    }

    /// Everybody who has a set of one of them, by name; a model and the gold set as everybody else.
    pub(super) fn everybody(&self) -> Vec<Annotator> {
        let mut all: Vec<Annotator> = self.files.iter().flat_map(|a| &a.annotators).cloned().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Reads each with the sets of `annotators` and looks at it; `consume` is given in order what was seen, or what is wrong
    /// with the article, and how many are done.
    ///
    /// # Errors
    /// When it was cancelled, or `look` panicked.
    pub(super) fn each<R: Send>(
        &self,
        cancel: &CancelToken,
        annotators: impl Fn(&ArticleFile) -> Vec<Annotator> + Sync,
        look: impl Fn(ArticleSets) -> R + Sync,
        mut consume: impl FnMut(Result<R, Issue>, usize),
    ) -> anyhow::Result<()> {
        let name = |article: &&ArticleFile| article.file.to_string();
        let work = |article: &&ArticleFile| {
            let sets = store::load_sets(self.root, &article.file, &annotators(article));
            let file: &Arc<str> = &article.file;
            sets.map(&look).map_err(|error| Issue::new(&**file, error.to_string(), "it was left out"))
        };
        parallel_in_order(&self.files, cancel, name, work, |at, seen| {
            consume(seen, at + 1);
            Ok(())
        })
    }
}
