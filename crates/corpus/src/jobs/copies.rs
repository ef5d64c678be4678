//! Copies of sets that an earlier version of the program could not save and kept.

use std::path::Path;

use super::restored::merged_words;
use super::{LoadRequest, Notice, Severity};
use crate::analysis::merge;
use crate::model::{AnnotationSet, Document};
use crate::store;
use crate::store::recovery::{self, RecoveryCopy};
use crate::words::{say, shown};

/// Merges copies that an earlier version of the program kept; gives those that are done with as soon as the set is saved.
pub(super) fn merge_copies(
    recovery: Option<&Path>,
    (article, document): (&LoadRequest, &Document),
    has_file: bool,
    (set, unsaved): (&mut AnnotationSet, &mut bool),
    notices: &mut Vec<Notice>,
) -> Vec<RecoveryCopy> {
    let LoadRequest { root, file, annotator } = article;
    let sidecar = store::sidecar_path(root, file, annotator);
    let (Some(folder), Some(sidecar)) = (recovery, sidecar) else { return Vec::new() };
    let mut covered = Vec::new();
    for kept in recovery::find(folder, &sidecar) {
        let work = recovery::read(&kept, document).filter(|work| work.set.annotator == *annotator);
        let Some(work) = work else {
            let place = shown(kept.folder.display());
            let text = say!("jobs-copy-does-not-fit", file = &**file, place = place);
            notices.push(Notice::new(Severity::Warning, text));
            continue;
        };
        // A file that is gone says nothing about what was taken out.
        let base = work.base.filter(|_| has_file);
        let merged = merge(base.as_ref(), &work.set, set);
        if merged.set == *set && !*unsaved {
            forget(&kept);
            continue;
        }
        let kinds: Vec<_> = merged.conflicts.iter().map(|conflict| &conflict.kind).collect();
        notices.push(merged_words(file, None, set, &merged.set, &kinds));
        (*set, *unsaved) = (merged.set, true);
        covered.push(kept);
    }
    covered
}

pub(super) fn forget(kept: &RecoveryCopy) {
    if let Err(error) = recovery::forget(kept) {
        log::warn!("{error}");
    }
}
