//! How far an annotator is with every article, by the sidecars alone: what the list of articles shows first.

use std::path::Path;
use std::sync::Arc;

use super::cancel::CancelToken;
use super::parallel::parallel_in_order;
use crate::format::sidecar::Summary;
use crate::model::Annotator;
use crate::store;

/// Sidecars that one thread reads before it tells of them: telling of each would take as long as reading it.
const AT_ONCE: usize = 32;

/// What an annotator's sidecar of an article says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCounts {
    /// The article.
    pub file: Arc<str>,
    /// What it says; whether it is of the text that is there is not looked at.
    pub summary: Summary,
}

/// Reads an annotator's sidecars of these articles, and nothing else. `consume` is given, in order, what each says of itself,
/// or nothing where it cannot be told, and how many are done.
///
/// # Errors
/// When it was cancelled.
pub fn own_counts(
    root: &Path,
    files: &[Arc<str>],
    annotator: &Annotator,
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Option<OwnCounts>, usize),
) -> anyhow::Result<()> {
    let work = |files: &&[Arc<str>]| -> Vec<Option<OwnCounts>> {
        let of = |file: &Arc<str>| {
            let summary = store::summary(root, file, annotator)?;
            Some(OwnCounts { file: Arc::clone(file), summary })
        };
        files.iter().map(of).collect()
    };
    let name = |files: &&[Arc<str>]| files.join(", ");
    let parts: Vec<_> = files.chunks(AT_ONCE).collect();
    let mut done = 0;
    parallel_in_order(&parts, cancel, name, work, |_, counts| {
        for counts in counts {
            done += 1;
            consume(counts, done);
        }
        Ok(())
    })
}
