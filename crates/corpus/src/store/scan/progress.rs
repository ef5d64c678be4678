//! How far a scan is.

use std::collections::HashSet;
use std::sync::Arc;

use super::{ArticleFile, FolderListing};
use crate::format::Issue;
use crate::model::Annotator;

/// Articles measured between two reports.
const FILES_AT_ONCE: usize = 256;

/// What a scan has found so far, and what it has to do next.
///
/// The folders of one depth are listed, then the articles in them are measured, then it goes on with the folders in them.
/// Nothing depends on the order within either, so both can be done by many threads.
#[derive(Clone, Debug)]
pub struct ScanProgress {
    articles: Vec<ArticleFile>,
    /// So many of the articles were measured.
    measured: usize,
    /// What is to be listed next.
    folders: Vec<String>,
    pub(super) issues: Vec<Issue>,
    /// Each once: most have many sidecars.
    annotators: HashSet<Annotator>,
}

impl Default for ScanProgress {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            measured: 0,
            folders: vec![String::new()],
            issues: Vec::new(),
            annotators: HashSet::new(),
        }
    }
}

impl ScanProgress {
    /// How many articles.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.articles.len()
    }

    /// The articles that were measured, by file, with the sidecars that were met.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleFile> {
        let mut articles = self.articles[..self.measured].to_vec();
        articles.sort_unstable_by(|a, b| a.file.cmp(&b.file));
        articles
    }

    /// The folders to be listed next; nothing when all are.
    pub fn next_folders(&mut self) -> Option<Vec<String>> {
        Some(std::mem::take(&mut self.folders)).filter(|folders| !folders.is_empty())
    }

    /// Takes up what a folder holds.
    pub fn add(&mut self, listing: FolderListing) {
        self.issues.extend(listing.issues);
        self.folders.extend(listing.folders);
        self.articles.extend(listing.articles.into_iter().map(|mut article| {
            for annotator in &mut article.annotators {
                match self.annotators.get(annotator) {
                    Some(known) => *annotator = known.clone(),
                    None => {
                        self.annotators.insert(annotator.clone());
                    }
                }
            }
            article
        }));
    }

    /// The files of the articles that are to be measured, some at a time.
    #[must_use]
    pub fn unmeasured(&self) -> Vec<Vec<Arc<str>>> {
        let of =
            |articles: &[ArticleFile]| articles.iter().map(|article| Arc::clone(&article.file)).collect();
        self.articles[self.measured..].chunks(FILES_AT_ONCE).map(of).collect()
    }

    /// Takes up the length in bytes of the next articles, and when each was last changed.
    pub fn set_measures(&mut self, measures: Vec<(u64, u64)>) {
        let next = &mut self.articles[self.measured..];
        self.measured += measures.len();
        for (article, (bytes, modified)) in next.iter_mut().zip(measures) {
            (article.bytes, article.modified) = (bytes, modified);
        }
    }
}
