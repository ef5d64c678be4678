//! Moving annotations with an article that was changed, in all its sidecars.

use std::path::Path;
use std::sync::Arc;

use super::cancel::CancelToken;
use super::clock;
use super::reanchor::{Moved, settled};
use super::verdicts;
use crate::format::sidecar::Earlier;
use crate::format::{Decoded, Issue};
use crate::model::Annotator;
use crate::read_model::ArticleView;
use crate::store::{self, SetState, Writers};
use crate::words::text;

/// A set that was made for another version of its article, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The article.
    pub file: Arc<str>,
    /// Whose set it is.
    pub annotator: Annotator,
    /// How its annotations came through.
    pub moved: Moved,
    /// Whether its sidecar was written.
    pub is_written: bool,
}

/// How sets are repaired that were made for another version of their article.
#[derive(Clone, Copy, Debug)]
pub struct RepairOptions<'r> {
    /// Where old texts are.
    pub kept: Option<&'r Path>,
    /// The locks of those whose sidecars are written; without them nothing is.
    pub writers: Option<&'r Writers>,
}

/// Finds the sets of an article that were made for another version of it, and, with the locks of their writers, gives every
/// annotation that is certain its place and keeps the others in the file as orphans.
///
/// Gives the sets, and what could not be written; sets that another program is writing are among that.
///
/// # Errors
/// When it was cancelled; what was written until then stays.
pub(super) fn repair(
    root: &Path,
    article: ArticleView<'_>,
    how: RepairOptions<'_>,
    cancel: &CancelToken,
) -> anyhow::Result<(Vec<Repaired>, Vec<Issue>)> {
    let RepairOptions { kept, writers } = how;
    let (mut repaired, mut issues) = (Vec::new(), Vec::new());
    cancel.check()?;
    // What cannot be read is told by the check itself.
    let Ok(Decoded { value: document, .. }) = store::document(root, article.file()) else {
        return Ok((repaired, issues));
    };
    for annotator in article.annotators() {
        if !matches!(store::read_set(root, &document, annotator).0, SetState::Outdated(_)) {
            continue;
        }
        let lock = writers.map(|writers| writers.take(root, annotator, &clock::now()));
        // What stands there once nobody else writes it.
        let (state, stamp, _) = store::read_set(root, &document, annotator);
        let SetState::Outdated(outdated) = state else { continue };
        let path = outdated.path.display().to_string();
        let may_write = match &lock {
            Some(Err(error)) => {
                issues.push(Issue::new(&*path, error.to_string(), text("jobs-not-repaired")));
                false
            }
            Some(Ok(_)) => true,
            None => false,
        };
        let Earlier { sha256, characters, .. } = outdated.earlier.clone();
        let (mut set, moved) = settled(outdated.earlier, &document, kept, cancel)?;
        let length = (&*sha256, usize::try_from(characters).unwrap_or_default());
        for review in verdicts::follow(root, &document, &set, length, (kept, cancel))? {
            set.insert_review(review);
        }
        let saved = if may_write { Some(store::save(root, &document, &set, &stamp)) } else { None };
        let is_written = matches!(saved, Some(Ok(_)));
        if let Some(Err(error)) = saved {
            issues.push(Issue::new(path, error.to_string(), text("jobs-not-repaired")));
        }
        repaired.push(Repaired {
            file: Arc::clone(article.file()),
            annotator: annotator.clone(),
            moved,
            is_written,
        });
    }
    Ok((repaired, issues))
}
