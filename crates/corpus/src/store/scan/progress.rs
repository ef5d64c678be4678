//! How far a scan is.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use super::{ArticleFile, FILES_AT_ONCE, FolderListing};
use crate::format::Issue;
use crate::model::Annotator;

/// What a scan has found so far, and what it has to do next.
///
/// The folders of one depth are listed, then the articles are measured of those that have very many, then it goes on with the
/// folders in them. Nothing depends on the order within either, so both can be done by many threads.
#[derive(Clone, Debug)]
pub struct ScanProgress {
    articles: Vec<ArticleFile>,
    unmeasured: VecDeque<ArticleFile>,
    /// What is to be listed next.
    folders: Vec<String>,
    issues: Vec<Issue>,
    /// Each once: most have many sidecars.
    annotators: HashSet<Annotator>,
}

impl Default for ScanProgress {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            unmeasured: VecDeque::new(),
            folders: vec![String::new()],
            issues: Vec::new(),
            annotators: HashSet::new(),
        }
    }
}

impl ScanProgress {
    /// How many articles.
    #[must_use]
    pub fn count(&self) -> usize {
        self.articles.len() + self.unmeasured.len()
    }

    /// The articles that were measured, by file, with the sidecars that were met.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleFile> {
        by_file(self.articles.clone())
    }

    /// The same with what was not as it should be, once all were measured.
    pub(super) fn finish(self) -> (Vec<ArticleFile>, Vec<Issue>) {
        (by_file(self.articles), self.issues)
    }

    /// The folders to be listed next; nothing when all are.
    pub fn next_folders(&mut self) -> Option<Vec<String>> {
        Some(std::mem::take(&mut self.folders)).filter(|folders| !folders.is_empty())
    }

    /// Takes up what a folder holds.
    pub fn add(&mut self, listing: FolderListing) {
        self.issues.extend(listing.issues);
        self.folders.extend(listing.folders);
        let mut known = |mut article: ArticleFile| {
            for annotator in &mut article.annotators {
                match self.annotators.get(annotator) {
                    Some(known) => *annotator = known.clone(),
                    None => {
                        self.annotators.insert(annotator.clone());
                    }
                }
            }
            article
        };
        self.articles.extend(listing.articles.into_iter().map(&mut known));
        self.unmeasured.extend(listing.unmeasured.into_iter().map(&mut known));
    }

    /// The files of the articles that are still to be measured, some at a time.
    #[must_use]
    pub fn unmeasured(&self) -> Vec<Vec<Arc<str>>> {
        let files: Vec<_> = self.unmeasured.iter().map(|article| Arc::clone(&article.file)).collect();
        files.chunks(FILES_AT_ONCE).map(<[_]>::to_vec).collect()
    }

    /// Takes up the length in bytes of the next of them, and when each was last changed.
    pub fn set_measures(&mut self, measures: Vec<(u64, u64)>) {
        let next = self.unmeasured.drain(..measures.len());
        self.articles.extend(next.zip(measures).map(|(mut article, (bytes, modified))| {
            (article.bytes, article.modified) = (bytes, modified);
            article
        }));
    }
}

fn by_file(mut articles: Vec<ArticleFile>) -> Vec<ArticleFile> {
    articles.sort_unstable_by(|a, b| a.file.cmp(&b.file));
    articles
}
