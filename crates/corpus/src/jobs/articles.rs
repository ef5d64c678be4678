//! The articles of a workspace, gone through by all processors.

use std::path::Path;
use std::sync::Arc;

use super::abreast::abreast;
use crate::format::Issue;
use crate::model::Annotator;
use crate::store::{self, ArticleFile, ArticleSets, Workspace};

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

    /// Reads each with the sets of `whom` and looks at it; `take` is given in order what was seen, or what is wrong with the
    /// article, and how many are done, and ends it by giving `false`.
    ///
    /// # Errors
    /// When it was ended.
    pub(super) fn each<R: Send>(
        &self,
        whom: impl Fn(&ArticleFile) -> Vec<Annotator> + Sync,
        look: impl Fn(ArticleSets) -> R + Sync,
        mut take: impl FnMut(Result<R, Issue>, usize) -> bool,
    ) -> anyhow::Result<()> {
        let work = |article: &&ArticleFile| {
            let sets = store::load_sets(self.root, &article.file, &whom(article));
            let file: &Arc<str> = &article.file;
            sets.map(&look).map_err(|error| Issue::new(&**file, error.to_string(), "it was left out"))
        };
        abreast(&self.files, work, |at, seen| {
            anyhow::ensure!(take(seen, at + 1), "it was stopped");
            Ok(())
        })
    }
}
