//! Another copy of the annotator's own sidecar, of a sync conflict or a second laptop, merged into what is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::analysis::{MergeConflictKind, Merged, merge};
use crate::edit::Change;
use crate::jobs::Request;
use crate::model::{AnnotationSet, Field};
use crate::words::{say, text};

impl Session {
    /// Asks for a copy, to be merged once it is read.
    pub(super) fn merge_copy(&mut self, path: PathBuf) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(article) = self.article().filter(|article| article.blocked().is_none()) else {
            return Vec::new();
        };
        let document = article.document().clone();
        let subject = Subject::Copy(document.file.clone(), path.clone());
        vec![self.jobs.begin(Request::LoadCopy { document, path }, subject)]
    }

    /// A copy was read: what is in it becomes one step of undo, and it is set aside.
    pub(super) fn on_copy(
        &mut self,
        file: &Arc<str>,
        path: &Path,
        copy: &AnnotationSet,
        now: &Now,
    ) -> Vec<Effect> {
        let Some(article) = self.article().filter(|article| article.document().file == *file) else {
            return vec![Effect::tell(Severity::Info, text("session-merge-other-article"))];
        };
        if copy.annotator != article.set().annotator {
            let told = say!("session-merge-of-others", annotator = copy.annotator.as_str());
            return vec![Effect::tell(Severity::Warning, told)];
        }
        let Merged { set, conflicts } = merge(None, article.set(), copy);
        let brings_fields = set.extra != article.set().extra || set.unread != article.set().unread;
        let before = article.set().annotations().len();
        let changes = difference(article.set(), &set);
        let new = set.annotations().len().saturating_sub(before);
        let verdicts = conflicts.iter().filter(|c| c.kind == MergeConflictKind::VerdictsDiffer).count();
        let beside: Vec<_> = conflicts
            .iter()
            .filter_map(|conflict| match &conflict.kind {
                MergeConflictKind::BothChanged(other) => Some(other.clone()),
                _ => None,
            })
            .collect();
        let differing = conflicts.iter().filter(|c| matches!(c.kind, MergeConflictKind::FieldsDiffer { .. }));
        let told = say!(
            "session-merged",
            brought = if changes.is_empty() && !brings_fields { "nothing" } else { "something" },
            new = new,
            verdicts = verdicts,
            both = beside.len(),
            fields = differing.count(),
        );
        // Fields and entries that this version cannot read are the file's: no step of undo takes them out again.
        let unsaved = self.article_mut().filter(|_| brings_fields).and_then(|article| {
            article.take_fields(&set);
            article.save_anyway().filter(|_| changes.is_empty())
        });
        let mut effects = if changes.is_empty() {
            Vec::new()
        } else {
            self.change(text("session-step-merge"), changes, now)
        };
        effects.extend(unsaved.and_then(|unsaved| self.save(unsaved)));
        let is_set_aside = self.article_mut().is_some_and(|article| article.forget_copy(path));
        if let Some(first) = beside.into_iter().next() {
            effects.extend(self.focus(Some(first)));
        }
        // One that was set aside before stays as it is.
        if !is_set_aside {
            effects.push(self.jobs.begin(Request::SetCopyAside(path.to_owned()), Subject::Nothing));
        }
        let severity = if conflicts.is_empty() { Severity::Success } else { Severity::Warning };
        effects.push(Effect::tell(severity, told));
        effects
    }
}

/// The steps from one set to another.
pub(super) fn difference(from: &AnnotationSet, to: &AnnotationSet) -> Vec<Change> {
    let mut changes = Vec::new();
    let gone = from.relations().filter(|relation| to.relation(&relation.id).is_none());
    changes.extend(gone.map(|relation| Change::Unrelate(relation.id.clone())));
    let placed = from.orphans().filter(|orphan| to.orphan(&orphan.id).is_none());
    changes.extend(placed.map(|orphan| Change::Unorphan(orphan.id.clone())));
    let orphaned = to.orphans().filter(|orphan| from.orphan(&orphan.id) != Some(orphan));
    changes.extend(orphaned.map(|orphan| Change::Orphan(Box::new(orphan.clone()))));
    let removed = from.annotations().iter().filter(|a| to.get(&a.id).is_none());
    changes.extend(removed.map(|a| Change::Remove(a.id.clone())));
    let new = to.annotations().iter().filter(|a| from.get(&a.id) != Some(a));
    changes.extend(new.map(|a| Change::Put(Box::new(a.as_ref().clone()))));
    // A relation is put in after both its ends.
    let related = to.relations().filter(|relation| from.relation(&relation.id) != Some(relation));
    changes.extend(related.map(|relation| Change::Relate(Box::new(relation.clone()))));
    let reviewed = to.reviews().filter(|review| from.review(&review.of) != Some(review));
    changes.extend(reviewed.map(|review| Change::Review(Box::new(review.clone()))));
    let taken_back = from.reviews().filter(|review| to.review(&review.of).is_none());
    changes.extend(taken_back.map(|review| Change::Unreview(review.of.clone())));
    for path in Field::PATHS {
        match (from.field(path), to.field(path)) {
            (before, Some(field)) if before.as_ref() != Some(&field) => changes.push(Change::PutField(field)),
            (Some(_), None) => changes.push(Change::RemoveField(path.into())),
            _ => {}
        }
    }
    let said = to.remarks().filter(|remark| from.remark(&remark.about) != Some(remark));
    changes.extend(said.map(|remark| Change::Remark(Box::new(remark.clone()))));
    let unsaid = from.remarks().filter(|remark| to.remark(&remark.about).is_none());
    changes.extend(unsaid.map(|remark| Change::Unremark(remark.about.clone())));
    if from.state() != to.state() {
        changes.push(Change::SetState(to.state()));
    }
    changes
}
