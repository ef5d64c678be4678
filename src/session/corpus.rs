//! The corpus: every set of everybody in the workspace, read in the background.

use std::path::Path;
use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Session};
use crate::format::Issue;
use crate::format::articles::ListedDetails;
use crate::format::sidecar::Summary;
use crate::jobs::{ArticleFile, JobKind, OwnCounts, Request};
use crate::model::State;
use crate::read_model::{ArticleUpdate, ReadModel};

/// Every set of everybody in the workspace, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    pub(super) model: Option<ReadModel>,
    /// Whether all of it was read since the folder was last scanned.
    is_read: bool,
}

impl Session {
    /// Reads what was not read yet of the corpus, or changed since; the text that is waited for comes first, and so does
    /// what goes through the corpus itself.
    pub(super) fn read_corpus(&mut self) -> Option<Effect> {
        let model = self.corpus.model.clone()?;
        let annotator = self.annotator.clone();
        if let (Some(library), Some(annotator)) = (&mut self.library, &annotator) {
            library.count_absent(annotator);
        }
        Some(self.jobs.begin(Request::ReadCorpus { model, annotator }, Subject::Nothing))
    }

    /// [`Session::read_corpus`], where it has to be read and nothing that comes first is under way.
    pub(super) fn read_corpus_when_free(&mut self) -> Option<Effect> {
        let waits = self.navigation.wanted.is_some()
            || self.scanning.is_some()
            || self.corpus.is_read
            || self.jobs.is_running(JobKind::ReadCorpus);
        if waits { None } else { self.read_corpus() }
    }

    /// All of the corpus was read.
    pub(super) const fn on_corpus_read(&mut self) {
        self.corpus.is_read = true;
    }

    /// The corpus is what was found; what was read of the same folder before stays.
    pub(super) fn scan_corpus(
        &mut self,
        root: &Path,
        issues: Vec<Issue>,
        articles: &[ArticleFile],
        listed: Arc<ListedDetails>,
    ) {
        self.corpus.is_read = false;
        let articles = articles.iter().map(|article| (article.file.clone(), article.annotators.clone()));
        match self.corpus.model.as_mut().filter(|model| model.root() == root) {
            Some(model) => model.rescan(issues, articles),
            None => self.corpus.model = Some(ReadModel::new(root, issues, articles)),
        }
        if let Some(model) = &mut self.corpus.model {
            model.set_listed(listed);
        }
    }

    /// Some articles of the corpus were read.
    pub(super) fn on_read(&mut self, updates: Vec<ArticleUpdate>) {
        for update in updates {
            let file = update.file.clone();
            if let Some(model) = &mut self.corpus.model {
                model.update(update);
            }
            self.refresh_counts(&file);
            self.refresh_links(&file);
        }
    }

    /// What the annotator's sidecars of some articles say of themselves: it is counted again once they are read.
    pub(super) fn on_counted(&mut self, counts: Vec<OwnCounts>) {
        for OwnCounts { file, summary } in counts {
            let is_own = self.annotator.as_ref() == Some(&summary.annotator);
            let model = self.corpus.model.as_ref().and_then(|model| model.article(&file));
            let is_read = model.is_none_or(|article| article.read().is_some());
            let Some(library) = &mut self.library else { continue };
            library.change_entry(&file, |entry| {
                if is_own && !is_read && entry.annotations.is_none() {
                    let Summary { annotations, reviews, state, .. } = summary;
                    (entry.annotations, entry.reviews, entry.state) = (Some(annotations), reviews, state);
                }
            });
        }
    }

    /// Language, counts and state of an article in the list, as the corpus has them.
    pub(super) fn refresh_counts(&mut self, file: &str) {
        let Some(article) = self.corpus.model.as_ref().and_then(|model| model.article(file)) else { return };
        let language = article.last_read().and_then(|read| read.language().cloned());
        let headline = article.last_read().and_then(|read| read.headline().cloned());
        let own = self.annotator.as_ref().and_then(|annotator| article.set(annotator));
        let (annotations, state) =
            own.map_or((0, State::Todo), |set| (set.annotations(), set.counts().state));
        let reviews = own.map_or(0, |set| set.counts().reviews);
        let details = self.details_of(file);
        let is_read = article.read().is_some() || own.is_some();
        let is_returned = !self.returned_by(file).is_empty();
        let Some(library) = &mut self.library else { return };
        let has_annotator = self.annotator.is_some();
        library.change_entry(file, |entry| {
            entry.language = language.or_else(|| entry.language.take());
            entry.headline = headline;
            entry.details = details;
            entry.is_returned = is_returned;
            if is_read && has_annotator {
                (entry.annotations, entry.reviews, entry.state) = (Some(annotations), reviews, state);
            }
        });
    }
}
