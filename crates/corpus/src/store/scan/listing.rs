//! What one folder of a workspace holds.

use std::collections::{HashMap, HashSet};
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::{ArticleFile, FILES_AT_ONCE, ScanFolder, article, is_article, is_hidden, measures};
use crate::format::article::{ArticleKind, source_file};
use crate::format::{Issue, sidecar};
use crate::model::Annotator;
use crate::store::bounded::{self, special_name};
use crate::words::{say, shown, system, text};

/// What a folder holds, but for what is in its folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderListing {
    /// Its articles, or some of them.
    pub(super) articles: Vec<ArticleFile>,
    /// The others, whose length and time are not known yet: measuring very many is for all processors.
    pub(super) unmeasured: Vec<ArticleFile>,
    /// Its folders, relative to the workspace, each with `/` at its end.
    pub(super) folders: Vec<String>,
    pub(super) issues: Vec<Issue>,
    /// Who has a sidecar, by the file it is of.
    sidecars: HashMap<String, Vec<Annotator>>,
}

impl ScanFolder {
    /// Lists a folder, given relative to the workspace with `/` at its end; the workspace itself is empty.
    #[must_use]
    pub fn list(&self, folder: &str) -> FolderListing {
        let mut listing = FolderListing::default();
        let path = self.root.join(folder);
        match fs::read_dir(&path) {
            Ok(entries) => {
                for entry in entries {
                    match entry {
                        Ok(entry) => self.add(folder, &entry, &mut listing),
                        Err(error) => listing.leave_out(&path, &error),
                    }
                }
            }
            Err(error) => listing.leave_out(&path, &error),
        }
        listing.finish()
    }

    fn add(&self, folder: &str, entry: &DirEntry, listing: &mut FolderListing) {
        let name = entry.file_name();
        if is_hidden(&name) {
            return;
        }
        let Some(file) = name.to_str().map(|name| format!("{folder}{name}")) else {
            let (what, hint) = (text("store-scan-name"), text("store-scan-name-hint"));
            listing.issues.push(Issue::new(shown(entry.path().display()), what, hint));
            return;
        };
        let (kind, linked) = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => {
                let Some(meta) = self.follow(&file, listing) else { return };
                (meta.file_type(), Some(meta))
            }
            Ok(kind) => (kind, None),
            Err(error) => return listing.leave_out(&entry.path(), &error),
        };
        if kind.is_dir() {
            listing.folders.push(file + "/");
        } else if kind.is_file() {
            listing.add_file(file, self.guidelines(), || linked.or_else(|| entry.metadata().ok()));
        } else {
            listing.tell_of_special(file, kind);
        }
    }

    /// What a link leads to; nothing where it is not followed, which is told: it leads out of the workspace, to nothing, or to
    /// a folder that it is in.
    fn follow(&self, link: &str, listing: &mut FolderListing) -> Option<Metadata> {
        let path = self.root.join(link);
        if let Err(error) = bounded::within(&self.root, &path) {
            listing.issues.push(Issue::new(link, say!("store-scan-link", error = system(&error)), ""));
            return None;
        }
        match fs::metadata(&path) {
            Ok(meta) if meta.is_dir() && self.is_within_itself(link) => {
                listing.issues.push(Issue::new(link, text("store-scan-loop"), text("store-scan-left-out")));
                None
            }
            Ok(meta) => Some(meta),
            Err(error) => {
                listing.leave_out(&path, &error);
                None
            }
        }
    }

    /// Whether a link leads to a folder that is on the way to it.
    fn is_within_itself(&self, link: &str) -> bool {
        let Ok(target) = fs::canonicalize(self.root.join(link)) else { return false };
        let above = link.match_indices('/').map(|(at, _)| &link[..at]);
        let mut above = std::iter::once("").chain(above);
        above.any(|folder| fs::canonicalize(self.root.join(folder)).is_ok_and(|folder| folder == target))
    }

    /// The length in bytes of each of these articles, and when it was last changed, as [`ArticleFile`] has them.
    #[must_use]
    pub fn measure(&self, files: &[Arc<str>]) -> Vec<(u64, u64)> {
        files.iter().map(|file| measures(fs::metadata(self.root.join(&**file)).ok().as_ref())).collect()
    }
}

impl FolderListing {
    fn add_file(
        &mut self,
        file: String,
        guidelines: Option<&str>,
        metadata: impl FnOnce() -> Option<Metadata>,
    ) {
        if let Some((article, annotator)) = sidecar::parse_file_name(&file) {
            self.sidecars.entry(article.to_owned()).or_default().push(annotator);
        } else if let Some((article, annotator)) = sidecar::parse_copy_name(&file) {
            let what = say!("store-scan-copy", annotator = annotator.as_str(), article = article);
            let hint = say!("store-scan-copy-hint", file = file.as_str());
            self.issues.push(Issue::new(&*file, what, hint));
        } else if is_article(&file, guidelines) {
            if self.articles.len() < FILES_AT_ONCE {
                self.articles.push(article(file, metadata().as_ref()));
            } else {
                self.unmeasured.push(article(file, None));
            }
        }
    }

    /// A pipe, a socket or a device that is called as an article or a sidecar is told of.
    fn tell_of_special(&mut self, file: String, kind: FileType) {
        if ArticleKind::of(&file).is_some() || sidecar::parse_file_name(&file).is_some() {
            let what = say!("store-scan-special", what = special_name(kind));
            self.issues.push(Issue::new(file, what, text("store-scan-special-hint")));
        }
    }

    fn leave_out(&mut self, path: &Path, error: &io::Error) {
        self.issues.push(Issue::new(shown(path.display()), system(error), text("store-scan-left-out")));
    }

    /// Leaves out the frozen texts of web pages that are there, and says who annotated what.
    fn finish(mut self) -> Self {
        let all = self.articles.iter().chain(&self.unmeasured);
        let pages = all.filter(|a| ArticleKind::of(&a.file) == Some(ArticleKind::Html));
        let frozen: HashSet<String> = pages.map(|a| source_file(&a.file)).collect();
        for articles in [&mut self.articles, &mut self.unmeasured] {
            articles.retain(|a| !frozen.contains(&*a.file));
            for article in articles {
                article.annotators = self.sidecars.remove(&*article.file).unwrap_or_default();
                article.annotators.sort();
                article.annotators.shrink_to_fit();
            }
        }
        self
    }
}
