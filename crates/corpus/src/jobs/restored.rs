//! What is said of work that could not be saved before.

use std::path::Path;

use super::{Notice, Severity};
use crate::analysis::MergeConflictKind;
use crate::model::AnnotationSet;
use crate::words::{say, shown};

/// Says what was brought back into a set, and where it and the sidecar differ; `place` is the sidecar, where nobody wrote it
/// meanwhile.
pub(super) fn merged_words(
    file: &str,
    place: Option<&Path>,
    before: &AnnotationSet,
    after: &AnnotationSet,
    conflicts: &[&MergeConflictKind],
) -> Notice {
    if let Some(place) = place {
        return Notice::new(Severity::Success, say!("jobs-restored-in-place", path = shown(place.display())));
    }
    let new = after.annotations().len().saturating_sub(before.annotations().len());
    let both = conflicts.iter().filter(|kind| matches!(kind, MergeConflictKind::BothChanged(_))).count();
    let others = conflicts.len() - both;
    let text = say!("jobs-restored", file = file, new = new, both = both, others = others);
    Notice::new(if conflicts.is_empty() { Severity::Success } else { Severity::Warning }, text)
}

/// Says that changes were made again that were made on another version of the article.
pub(super) fn carried_words(file: &str, new: usize, conflicts: usize) -> Notice {
    let text = say!("jobs-carried", file = file, new = new, others = conflicts);
    Notice::new(if conflicts == 0 { Severity::Success } else { Severity::Warning }, text)
}

/// Says that changes of an article cannot be made again on it as it is.
pub(super) fn waiting_words(file: &str, changes: usize) -> Option<Notice> {
    let text = || say!("jobs-waiting", file = file, changes = changes);
    (changes > 0).then(|| Notice::new(Severity::Warning, text()))
}
