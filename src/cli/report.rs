//! What tasks over a whole workspace have in common: a bar while it is read, then an answer in JSON or in words.

use std::path::Path;

use super::progress_bar::ProgressBar;
use super::{tell, terminal};
use crate::format::Issue;
use crate::jobs::{CancelToken, scan};
use crate::store::Workspace;

/// Looks a workspace through and does work on what was found, under a bar that Ctrl+C stops.
pub(super) fn with_workspace<T>(
    path: &Path,
    verb: &'static str,
    work: impl FnOnce(Workspace, &CancelToken, &mut dyn FnMut(usize, usize)) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let bar = ProgressBar::new(verb);
    let mut progress = |done, of| bar.at(done, Some(of));
    let done = scan(path, bar.cancel()).and_then(|found| work(found, bar.cancel(), &mut progress));
    bar.end();
    done
}

/// Prints an answer: as JSON for machines, or as text below the issues, which go to standard error.
///
/// # Errors
/// When it cannot be printed.
pub(super) fn print_report(
    as_json: bool,
    issues: &[Issue],
    json: impl FnOnce() -> serde_json::Result<String>,
    text: impl FnOnce() -> String,
) -> anyhow::Result<()> {
    if as_json {
        return terminal::print_json(&json()?);
    }
    tell(issues)?;
    terminal::print(&text())
}
