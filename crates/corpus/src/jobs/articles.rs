//! The articles of a workspace, gone through by all processors.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::cancel::{CancelToken, Cancelled};
use super::parallel::parallel_in_order;
use crate::analysis::{ArticleCounts, ArticleProgress, SetCounts};
use crate::format::sidecar::{self, Summary};
use crate::format::{Decoded, Issue};
use crate::model::{AnnotationSet, Annotator, Document};
use crate::read_model::{ArticleView, ReadModel};
use crate::store::{self, ArticleSets, LoadError};
use crate::words::text;

/// What is counted of an article, and what was not as it should be; or what is wrong with it.
pub(super) type Counted<'c> = Result<(ArticleCounts<'c>, Vec<Issue>), Issue>;

/// How far annotators are with an article.
#[derive(Debug)]
pub(super) struct HowFar {
    pub(super) file: Arc<str>,
    pub(super) sets: Vec<ArticleProgress>,
    pub(super) issues: Vec<Issue>,
}

fn how_far(summary: Summary) -> ArticleProgress {
    let Summary { annotator, sha256: _, state, annotations, reviews } = summary;
    ArticleProgress { annotator, state, annotations, reviews }
}

/// Articles of a model that are gone through, in the order of their names.
#[derive(Clone, Debug)]
pub(super) struct Articles<'m> {
    root: &'m Path,
    articles: Vec<ArticleView<'m>>,
}

impl<'m> Articles<'m> {
    /// All that there are.
    pub(super) fn of(model: &'m ReadModel) -> Self {
        Self { root: model.root(), articles: model.articles().collect() }
    }

    /// Those of these files that are there.
    pub(super) fn some(model: &'m ReadModel, files: &[Arc<str>]) -> Self {
        let files: BTreeSet<&Arc<str>> = files.iter().collect();
        Self {
            root: model.root(),
            articles: files.into_iter().filter_map(|file| model.article(file)).collect(),
        }
    }

    /// The files of the first so many.
    pub(super) fn first(&self, count: usize) -> Vec<Arc<str>> {
        self.articles.iter().take(count).map(|article| article.file().clone()).collect()
    }

    /// Leaves the others out.
    pub(super) fn retain(&mut self, keep: impl Fn(ArticleView<'_>) -> bool) {
        self.articles.retain(|article| keep(*article));
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.articles.len()
    }

    /// Everybody who has a set of one of them, by name; a model and the gold set as everybody else.
    pub(super) fn everybody(&self) -> Vec<Annotator> {
        let all: BTreeSet<&Annotator> =
            self.articles.iter().flat_map(|article| article.annotators()).collect();
        all.into_iter().cloned().collect()
    }

    /// Has each with the sets of `annotators` looked at; `consume` is given in order what was seen, or what is wrong with the
    /// article, and how many are done.
    ///
    /// # Errors
    /// When it was cancelled, or `look` panicked.
    pub(super) fn each<R: Send>(
        &self,
        cancel: &CancelToken,
        annotators: impl Fn(ArticleView<'_>) -> Vec<Annotator> + Sync,
        look: impl Fn(ArticleSets) -> R + Sync,
        mut consume: impl FnMut(Result<R, Issue>, usize),
    ) -> anyhow::Result<()> {
        self.each_in_order(cancel, annotators, look, |at, seen| {
            consume(seen, at + 1);
            Ok(())
        })
    }

    /// Like [`Self::each`]; `consume` is given the place of each, and may end it.
    ///
    /// # Errors
    /// When it was cancelled, `look` panicked, or `consume` gives an error.
    pub(super) fn each_in_order<R: Send>(
        &self,
        cancel: &CancelToken,
        annotators: impl Fn(ArticleView<'_>) -> Vec<Annotator> + Sync,
        look: impl Fn(ArticleSets) -> R + Sync,
        consume: impl FnMut(usize, Result<R, Issue>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let work = |article: &ArticleView<'_>| self.load(*article, &annotators(*article)).map(&look);
        parallel_in_order(&self.articles, cancel, name, work, consume)
    }

    /// Has one looked at again, by its place, with everybody's sets as they are in their files.
    pub(super) fn again<R>(&self, at: usize, look: impl Fn(ArticleSets) -> R) -> Result<R, Issue> {
        let article = self.articles[at];
        store::load_sets(self.root, article.file(), &all_of(article))
            .map(look)
            .map_err(|error| unreadable(article, &error))
    }

    /// One of them, by its place.
    pub(super) fn get(&self, at: usize) -> ArticleView<'m> {
        self.articles[at]
    }

    /// Counts each with the sets that there are of it: from the model what was read, and the others are read for it.
    /// `consume` is given in order the counts with what was not as it should be, or what is wrong with the article, and how
    /// many are done.
    ///
    /// # Errors
    /// When it was cancelled.
    pub(super) fn count(
        &self,
        cancel: &CancelToken,
        consume: &mut dyn FnMut(Counted<'_>, usize),
    ) -> anyhow::Result<()> {
        let is_unread = |at: &usize| self.articles[*at].read().is_none();
        let unread: Vec<usize> = (0..self.articles.len()).filter(is_unread).collect();
        let work = |at: &usize| {
            let article = self.articles[*at];
            let ArticleSets { document, sets, issues } = self.load(article, &all_of(article))?;
            let counts = ArticleCounts {
                file: document.file,
                language: document.language,
                characters: document.text.chars(),
                sets: sets.iter().map(|set| Cow::Owned(set.into())).collect(),
            };
            Ok((counts, issues))
        };
        let mut done = 0;
        parallel_in_order(
            &unread,
            cancel,
            |at| name(&self.articles[*at]),
            work,
            |at, counted| {
                self.count_read(done..unread[at], cancel, consume)?;
                cancel.check()?;
                done = unread[at] + 1;
                consume(counted, done);
                Ok(())
            },
        )?;
        Ok(self.count_read(done..self.articles.len(), cancel, consume)?)
    }

    /// Finds out who is how far with each, and reads no more than that takes. `consume` is given in order the article, how far
    /// each is who has a set of it, and what was not as it should be; or what is wrong with the article, and how many are done.
    ///
    /// # Errors
    /// When it was cancelled.
    pub(super) fn progress(
        &self,
        cancel: &CancelToken,
        mut consume: impl FnMut(Result<HowFar, Issue>, usize),
    ) -> anyhow::Result<()> {
        let work = |article: &ArticleView<'_>| {
            if let Some(counts) = article.counts() {
                return Ok((counts.sets.iter().map(|set| (&**set).into()).collect(), article.issues()));
            }
            let summaries = || store::summaries(self.root, article.file(), article.sidecars());
            if let Some(summaries) = Some(()).filter(|()| !article.is_edited()).and_then(|()| summaries()) {
                return Ok((summaries.into_iter().map(how_far).collect(), Vec::new()));
            }
            let ArticleSets { sets, issues, .. } = self.load(*article, &all_of(*article))?;
            Ok((sets.iter().map(|set| (&SetCounts::from(set)).into()).collect(), issues))
        };
        parallel_in_order(&self.articles, cancel, name, work, |at, found| {
            let file = || Arc::clone(self.articles[at].file());
            consume(found.map(|(sets, issues)| HowFar { file: file(), sets, issues }), at + 1);
            Ok(())
        })
    }

    /// Counts articles all of which were read.
    fn count_read(
        &self,
        range: Range<usize>,
        cancel: &CancelToken,
        consume: &mut dyn FnMut(Counted<'_>, usize),
    ) -> Result<(), Cancelled> {
        for at in range {
            cancel.check()?;
            if let Some(counts) = self.articles[at].counts() {
                consume(Ok((counts, self.articles[at].issues())), at + 1);
            }
        }
        Ok(())
    }

    /// An article with the sets of `annotators`: its text from its file; the sets from the model where they were read from
    /// sidecars of that very text, else from their files; and in place of each what is ahead of its file.
    fn load(&self, article: ArticleView<'_>, annotators: &[Annotator]) -> Result<ArticleSets, Issue> {
        let file = article.file();
        let found = store::document(self.root, file).map_err(|error| unreadable(article, &error))?;
        let Decoded { value: document, mut issues } = found;
        // What was typed is that of the whole article, and changes none of its places.
        let with_language = |mut document: Document, sets: &[AnnotationSet]| {
            document.language = sidecar::typed_language(sets).or(document.language);
            document
        };
        if let Some(sets) = article.sets(&document, annotators) {
            issues.extend(article.sidecar_issues(annotators).cloned());
            return Ok(ArticleSets { document: with_language(document, &sets), sets, issues });
        }
        let mut sets = Vec::with_capacity(annotators.len());
        for annotator in annotators {
            let (set, found) = store::load_set(self.root, &document, annotator);
            sets.extend(article.edited_set(&document, annotator).or(set));
            issues.extend(found);
        }
        Ok(ArticleSets { document: with_language(document, &sets), sets, issues })
    }
}

fn unreadable(article: ArticleView<'_>, error: &LoadError) -> Issue {
    Issue::new(&**article.file(), error.to_string(), text("jobs-left-out"))
}

fn name(article: &ArticleView<'_>) -> String {
    article.file().to_string()
}

/// Everybody who has a set of an article, by name.
pub(super) fn all_of(article: ArticleView<'_>) -> Vec<Annotator> {
    article.annotators().cloned().collect()
}
