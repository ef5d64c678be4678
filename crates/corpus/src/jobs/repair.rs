//! Moving annotations with the articles that were changed, in a whole workspace.

use std::path::Path;
use std::sync::Arc;

use super::cancel::CancelToken;
use super::clock;
use super::reanchor::{Moved, settled};
use super::verdicts;
use crate::format::sidecar::Earlier;
use crate::format::{Decoded, Issue};
use crate::model::Annotator;
use crate::read_model::ReadModel;
use crate::store::{self, SetState, Writers};

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

/// Finds the sets of a workspace that were made for another version of their article, and, with the locks of `writers`, gives every
/// annotation that is certain its place and keeps the others in the file as orphans; without them nothing is written. Old texts are
/// in `kept`.
///
/// Gives the sets, and what could not be written; sets that another program is writing are among that.
///
/// # Errors
/// When it was cancelled; what was written until then stays.
pub fn repair(
    model: &ReadModel,
    kept: Option<&Path>,
    writers: Option<&Writers>,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<Repaired>, Vec<Issue>)> {
    let (mut repaired, mut issues) = (Vec::new(), Vec::new());
    let articles: Vec<_> = model.articles().collect();
    for (at, article) in articles.iter().enumerate() {
        cancel.check()?;
        // What cannot be read is told by the check itself.
        let Ok(Decoded { value: document, .. }) = store::document(model.root(), article.file()) else {
            continue;
        };
        for annotator in article.annotators() {
            if !matches!(store::read_set(model.root(), &document, annotator).0, SetState::Outdated(_)) {
                continue;
            }
            let lock = writers.map(|writers| writers.take(model.root(), annotator, &clock::now()));
            // What stands there once nobody else writes it.
            let (state, stamp, _) = store::read_set(model.root(), &document, annotator);
            let SetState::Outdated(outdated) = state else { continue };
            let path = outdated.path.display().to_string();
            let may_write = match &lock {
                Some(Err(error)) => {
                    issues.push(Issue::new(&*path, error.to_string(), "nothing was repaired in it"));
                    false
                }
                Some(Ok(_)) => true,
                None => false,
            };
            let Earlier { sha256, characters, .. } = outdated.earlier.clone();
            let (mut set, moved) = settled(outdated.earlier, &document, kept, cancel)?;
            let length = (&*sha256, usize::try_from(characters).unwrap_or_default());
            for review in verdicts::follow(model.root(), &document, &set, length, (kept, cancel))? {
                set.insert_review(review);
            }
            let saved =
                if may_write { Some(store::save(model.root(), &document, &set, &stamp)) } else { None };
            let is_written = matches!(saved, Some(Ok(_)));
            if let Some(Err(error)) = saved {
                issues.push(Issue::new(path, error.to_string(), "nothing was repaired in it"));
            }
            repaired.push(Repaired {
                file: Arc::clone(article.file()),
                annotator: annotator.clone(),
                moved,
                is_written,
            });
        }
        progress(at + 1, articles.len());
    }
    Ok((repaired, issues))
}
