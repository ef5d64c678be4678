//! The article of a folder that is shown first, found before all others are.

use std::fs::{self, DirEntry};
use std::path::{Component, Path};

use super::scan::{self, ArticleFile, ScanFolder};
use crate::format::article::source_file;
use crate::format::sidecar;

/// No folder further down than this is looked into for the first article.
const MAX_DEPTH: usize = 32;

impl ScanFolder {
    /// The article that was asked for as a file, else `wanted` (relative to the folder) where it is there, else the first by
    /// name; of the folders only those are listed that come before it. Links and hidden files are left to the scan.
    #[must_use]
    pub fn first(&self, wanted: Option<&str>) -> Option<ArticleFile> {
        let asked = self.asked.as_deref().map(scan::article_of);
        // A frozen text stands for its page.
        let page = asked.and_then(|name| name.strip_suffix(".txt")).filter(|page| source_file(page) != *page);
        let found = [page, asked, wanted].into_iter().flatten().find_map(|file| self.there(file));
        found.or_else(|| self.first_below("", 0))
    }

    /// An article, if it is there.
    fn there(&self, file: &str) -> Option<ArticleFile> {
        let is_inside = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        let is_shown = !file.split('/').any(|part| scan::is_hidden(part.as_ref()));
        if !is_inside || !is_shown || !scan::is_article(file, self.guidelines()) {
            return None;
        }
        let meta = fs::symlink_metadata(self.root.join(file)).ok().filter(fs::Metadata::is_file)?;
        Some(scan::article(file.to_owned(), Some(&meta)))
    }

    /// The first article of a folder whose name, with `/` at its end, is `folder`.
    fn first_below(&self, folder: &str, depth: usize) -> Option<ArticleFile> {
        let entries = fs::read_dir(self.root.join(folder)).ok()?;
        let mut names: Vec<String> =
            entries.flatten().filter_map(|entry| candidate(&entry, folder)).collect();
        // A folder's files come where its name with the `/` comes.
        names.sort_unstable();
        names.iter().find_map(|name| {
            if !name.ends_with('/') {
                self.there(name)
            } else if depth < MAX_DEPTH {
                self.first_below(name, depth + 1)
            } else {
                None
            }
        })
    }
}

/// A file or folder, the folder with `/` at its end; nothing for what can be no article and hold none.
fn candidate(entry: &DirEntry, folder: &str) -> Option<String> {
    let name = entry.file_name();
    if scan::is_hidden(&name) {
        return None;
    }
    let (name, kind) = (name.to_str()?, entry.file_type().ok()?);
    match (kind.is_dir(), kind.is_file()) {
        (true, _) => Some(format!("{folder}{name}/")),
        (_, true) if sidecar::parse_file_name(name).is_none() => Some(format!("{folder}{name}")),
        _ => None,
    }
}
