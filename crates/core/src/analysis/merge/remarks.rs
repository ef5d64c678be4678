//! What is said in reviews beside verdicts, in two copies of a set.

use std::collections::BTreeSet;

use super::times::{merge_notes, rank};
use super::{Merge, MergeConflictKind, extra, review_entry};
use crate::model::{AnnotationId, AnnotationSet, ContentHash, Remark, RemarkSubject};

impl Merge<'_> {
    /// What one changed or said; of what both said of one thing the words of both, at the later round and time. A decision has seen
    /// what either has.
    pub(super) fn remarks(&mut self) -> Vec<Remark> {
        let lists = self.copies().map(|set| set.into_iter().flat_map(AnnotationSet::remarks).collect());
        let mut kept = Vec::new();
        let all =
            review_entry::merge(lists, &mut kept, |before, one, other| self.join_remarks(before, one, other));
        for remark in kept {
            self.conflict(answered(&remark), MergeConflictKind::ChangedAndDeleted);
        }
        all
    }

    fn join_remarks(&mut self, before: Option<&Remark>, one: &Remark, other: &Remark) -> Remark {
        let id = answered(one);
        let mut conflicts = Vec::new();
        let extra =
            extra::merge(before.map(|before| &before.extra), &one.extra, &other.extra, &mut conflicts);
        self.add_field_conflicts(id, conflicts);
        let has_changed = |own: &Remark| before.is_none_or(|before| before.text != own.text);
        if one.text != other.text && has_changed(one) && has_changed(other) {
            self.conflict(id, MergeConflictKind::RemarksDiffer);
        }
        let round = |remark: &&Remark| {
            (
                remark.round,
                rank(remark.at.as_ref()).map(|(at, as_spelled)| (at.clone(), as_spelled.map(str::to_owned))),
            )
        };
        let is_later = |own: &&Remark| before.is_none_or(|before| round(&before) != round(own));
        let later = [one, other].into_iter().filter(is_later).max_by_key(round).unwrap_or(one);
        Remark {
            text: merge_notes(before.map(|before| &*before.text), [&one.text, &other.text]),
            saw: saw(before.map_or(&[], |before| &before.saw), &one.saw, &other.saw),
            extra,
            ..later.clone()
        }
    }
}

/// The annotation that it is about, as far as it is about one.
const fn answered(remark: &Remark) -> Option<&AnnotationId> {
    match &remark.about {
        RemarkSubject::Answer { annotation, .. } => annotation.as_ref(),
        RemarkSubject::Return(_) | RemarkSubject::Nothing(_) => None,
    }
}

/// What either added, without what either took out, in order.
fn saw(before: &[ContentHash], one: &[ContentHash], other: &[ContentHash]) -> Vec<ContentHash> {
    let all: BTreeSet<&ContentHash> = one.iter().chain(other).collect();
    let stays = |saw: &&ContentHash| !before.contains(saw) || (one.contains(saw) && other.contains(saw));
    all.into_iter().filter(stays).copied().collect()
}
