//! Reading an article and an annotator's annotations of it.

use std::io;
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_SIDECAR_BYTES};
use super::siblings::siblings;
use super::{LoadError, Stamp, reading, sidecar_path};
use crate::format::article::{HowRead, ReadArticle, ReadingChoice};
use crate::format::sidecar::{self, Earlier, SidecarError};
use crate::format::{Decoded, Issue};
use crate::model::{AnnotationSet, Annotator, Document};
use crate::words::{say, shown, system, text};

/// An article as read from disk.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Its text.
    pub document: Document,
    /// The annotator's annotations of it.
    pub set: SetState,
    /// What the sidecar was when it was read; to be given to [`super::save`].
    pub stamp: Stamp,
    /// What was not as it should be, in the article and in the sidecar.
    pub issues: Vec<Issue>,
    /// How its text was had.
    pub how: HowRead,
}

/// A sidecar that cannot be used, so that the article must not be annotated until the analyst decides.
#[derive(Clone, Debug)]
pub struct BlockedSet {
    /// The sidecar.
    pub path: PathBuf,
    /// What is wrong with it, in words.
    pub reason: String,
    /// What could be read of it.
    pub partial: Option<AnnotationSet>,
}

/// A sidecar that was made for another version of the article.
#[derive(Clone, Debug)]
pub struct OutdatedSet {
    /// The sidecar.
    pub path: PathBuf,
    /// What it holds, every annotation as an orphan; and which version it was made for.
    pub earlier: Earlier,
}

impl OutdatedSet {
    /// What is wrong with it, where nothing is done about it, sentence case, no full stop.
    #[must_use]
    pub fn reason(&self) -> String {
        say!("store-outdated", count = self.count(), path = shown(self.path.display()))
    }

    /// What is wrong with it where nothing can be done before its annotations have moved.
    #[must_use]
    pub fn blocked_reason(&self) -> String {
        say!("store-outdated-blocked", count = self.count(), path = shown(self.path.display()))
    }

    /// How many annotations it has, as it is said.
    fn count(&self) -> String {
        shown(self.earlier.set.orphans().len())
    }
}

/// What an annotator has on an article.
#[derive(Clone, Debug)]
pub enum SetState {
    /// No sidecar.
    None,
    /// A sidecar, read; entries that could not be are kept in it.
    Ready(AnnotationSet),
    /// A sidecar of another version of the article.
    Outdated(Box<OutdatedSet>),
    /// A sidecar that cannot be used; it is left as it is.
    Blocked(BlockedSet),
}

/// Reads an article, and the annotator's sidecar of it where there is one. Nothing is written.
///
/// Of a web page the frozen text is read where there is one, else the main text is extracted.
///
/// # Errors
/// When the article is not there or cannot be read. A sidecar that cannot be read is [`SetState::Blocked`].
pub fn load(root: &Path, file: &str, annotator: &Annotator) -> Result<Loaded, LoadError> {
    load_as(root, file, annotator, ReadingChoice::default())
}

/// Like [`load`], decoded as the annotator has chosen. Another text of a web page takes the place of the one that is frozen.
///
/// # Errors
/// As [`load`]; and where anybody has annotated the frozen text, or it is not one of this page.
pub fn load_as(
    root: &Path,
    file: &str,
    annotator: &Annotator,
    choice: ReadingChoice,
) -> Result<Loaded, LoadError> {
    let read = reading::read(root, file, annotator, choice)?;
    let Decoded { value: ReadArticle { document, how }, mut issues } = read;
    let (set, stamp, found) = read_set(root, &document, annotator);
    issues.extend(found);
    Ok(Loaded { document, set, stamp, issues, how })
}

/// Whether there is a folder at `path`.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Reads an annotator's sidecar of an article: their own, or a colleague's to look at.
///
/// Gives the set, what the sidecar's bytes were, and what was not as it should be in it.
#[must_use]
pub fn read_set(root: &Path, document: &Document, annotator: &Annotator) -> (SetState, Stamp, Vec<Issue>) {
    let Some(path) = sidecar_path(root, &document.file, annotator) else {
        return (SetState::None, Stamp::default(), Vec::new());
    };
    let bytes = match bounded::read_inside(root, &path, MAX_SIDECAR_BYTES) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (SetState::None, Stamp::default(), Vec::new()),
        Err(error) => return (blocked(path, &system(&error), None), Stamp::default(), Vec::new()),
    };
    let stamp = Stamp::of(&bytes);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match sidecar::decode(&bytes, document) {
        Ok(Decoded { value, issues }) => {
            let issues = summarised(issues, &name);
            if value.annotator == *annotator {
                return (SetState::Ready(value), stamp, issues);
            }
            let said = value.annotator.as_str();
            let why = say!("store-other-annotator", annotator = said, named = annotator.as_str());
            (blocked(path, &why, Some(value)), stamp, issues)
        }
        Err(error @ SidecarError::OtherSource { .. }) => match sidecar::decode_earlier(&bytes, document) {
            // Nothing in it has a place that could be another one now.
            Ok(Decoded { value: earlier, .. })
                if earlier.set.annotator == *annotator && earlier.set.is_empty() =>
            {
                (SetState::Ready(earlier.set), stamp, Vec::new())
            }
            Ok(Decoded { value: earlier, issues }) if earlier.set.annotator == *annotator => {
                let issues = summarised(issues, &name);
                (SetState::Outdated(Box::new(OutdatedSet { path, earlier })), stamp, issues)
            }
            Ok(_) | Err(_) => (blocked(path, &error, None), stamp, Vec::new()),
        },
        Err(error) => (blocked(path, &error, None), stamp, Vec::new()),
    }
}

/// More issues of one sidecar than this are told as a number.
const MAX_LISTED_ISSUES: usize = 4;

fn summarised(mut issues: Vec<Issue>, name: &str) -> Vec<Issue> {
    for issue in &mut issues {
        issue.place = format!("{name}, {}", issue.place);
    }
    if issues.len() > MAX_LISTED_ISSUES {
        let more = issues.len() - MAX_LISTED_ISSUES + 1;
        let what = say!("store-more-entries", count = shown(more));
        issues.truncate(MAX_LISTED_ISSUES - 1);
        issues.push(Issue::new(name, what, text("store-more-entries-hint")));
    }
    issues
}

fn blocked(path: PathBuf, why: &dyn std::fmt::Display, partial: Option<AnnotationSet>) -> SetState {
    let reason = say!("store-blocked", error = shown(why), path = shown(path.display()));
    SetState::Blocked(BlockedSet { path, reason, partial })
}

/// Everybody who has a sidecar of an article, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn other_annotators(root: &Path, file: &str) -> io::Result<Vec<Annotator>> {
    let mut found: Vec<Annotator> =
        siblings(root, file, sidecar::parse_file_name)?.into_iter().map(|(_, annotator)| annotator).collect();
    found.sort();
    Ok(found)
}
