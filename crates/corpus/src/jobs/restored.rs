//! What is said of work that could not be saved before.

use std::path::Path;

use super::{Notice, Severity};
use crate::analysis::{MergeConflictKind, counted};
use crate::model::AnnotationSet;

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
        let text = format!("What could not be saved before is in place: {}", place.display());
        return Notice::new(Severity::Success, text);
    }
    let new = after.annotations().len().saturating_sub(before.annotations().len());
    let mut text = format!(
        "What could not be saved before is in {file} again: {}",
        match new {
            0 => "changes of annotations that were there".to_owned(),
            new => counted(new, "annotation"),
        }
    );
    if conflicts.is_empty() {
        return Notice::new(Severity::Success, text);
    }
    let both = conflicts.iter().filter(|kind| matches!(kind, MergeConflictKind::BothChanged(_))).count();
    if both > 0 {
        let both = counted(both, "annotation");
        text = format!("{text}. {both} changed in the file meanwhile; both versions stand side by side");
    }
    if conflicts.len() > both {
        let rest = counted(conflicts.len() - both, "thing");
        text = format!("{text}. {rest} in which they differ: nothing was taken out");
    }
    Notice::new(Severity::Warning, text)
}

/// Says that changes of an article cannot be made again on it as it is.
pub(super) fn waiting_words(file: &str, changes: usize) -> Option<Notice> {
    let text = || {
        let changes = counted(changes, "change");
        format!(
            "{changes} of {file} could not be saved before and do not fit the article as it is; they stay in the journal"
        )
    };
    (changes > 0).then(|| Notice::new(Severity::Warning, text()))
}
