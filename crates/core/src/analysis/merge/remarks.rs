//! What is said in reviews beside verdicts, in two copies of a set.

use std::collections::{BTreeMap, BTreeSet};

use super::{Merge, MergeConflictKind, extra};
use crate::model::{AnnotationId, AnnotationSet, Remark, RemarkSubject, Timestamp};

impl Merge<'_> {
    /// What one changed or said; of two that were said of the same, the one of a later round, then the later, with the words of
    /// both. A decision has seen what either has.
    pub(super) fn remarks(&mut self) -> Vec<Remark> {
        let list = |set: &AnnotationSet| -> BTreeMap<RemarkSubject, Remark> {
            set.remarks().map(|remark| (remark.about.clone(), remark.clone())).collect()
        };
        let (one, other) = (list(self.one), list(self.other));
        let base = self.base.map(list).unwrap_or_default();
        let mut all = Vec::new();
        let subjects: BTreeSet<&RemarkSubject> = one.keys().chain(other.keys()).collect();
        for about in subjects {
            let before = base.get(about);
            let kept = match (one.get(about), other.get(about)) {
                (Some(a), Some(b)) if a == b || before == Some(b) => Some(a.clone()),
                (Some(a), Some(b)) if before == Some(a) => Some(b.clone()),
                (Some(a), Some(b)) => Some(self.both(before, a, b)),
                (Some(left), None) | (None, Some(left)) => {
                    Some(left).filter(|left| before != Some(*left)).cloned()
                }
                (None, None) => None,
            };
            all.extend(kept);
        }
        all
    }

    fn both(&mut self, before: Option<&Remark>, one: &Remark, other: &Remark) -> Remark {
        let (later, earlier) = if rank(one) > rank(other) { (one, other) } else { (other, one) };
        let no_id = AnnotationId::new("");
        let id = match &later.about {
            RemarkSubject::Answer { annotation: Some(id), .. } => id.clone(),
            RemarkSubject::Answer { .. } | RemarkSubject::Return(_) | RemarkSubject::Nothing(_) => no_id,
        };
        let mut told = Vec::new();
        let extra = extra::merge(before.map(|before| &before.extra), &later.extra, &earlier.extra, &mut told);
        self.differ(&id, told);
        let mut kept = Remark { extra, ..later.clone() };
        if later.text != earlier.text {
            self.conflict(&id, MergeConflictKind::RemarksDiffer);
            if kept.text.is_empty() {
                kept.text.clone_from(&earlier.text);
            } else if !kept.text.contains(&earlier.text) {
                kept.text = format!("{}\n{}", kept.text, earlier.text);
            }
        }
        kept.saw.extend(&earlier.saw);
        kept.saw.sort_unstable();
        kept.saw.dedup();
        kept
    }
}

/// The later one last; of two of one round and time, by what they say.
fn rank(remark: &Remark) -> (u32, Option<&Timestamp>, &str, &[crate::model::ContentHash]) {
    (remark.round, remark.at.as_ref(), &remark.text, &remark.saw)
}
