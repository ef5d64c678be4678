//! Another copy of the annotator's own sidecar, of a sync conflict or a second laptop, merged into what is open.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::analysis::{MergeConflict, MergeConflictKind, Merged, merge};
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

    /// A copy was read: what is in it becomes one step of undo, and it is set aside; where nothing can be changed by now, it
    /// stays where it is.
    pub(super) fn on_copy(
        &mut self,
        file: &Arc<str>,
        path: &Path,
        copy: &AnnotationSet,
        now: &Now,
    ) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(article) = self.article().filter(|article| article.document().file == *file) else {
            return vec![Effect::tell(Severity::Info, text("session-merge-other-article"))];
        };
        if article.blocked().is_some() {
            return vec![Effect::tell(Severity::Warning, text("session-article-read-only"))];
        }
        if copy.annotator != article.set().annotator {
            let told = say!("session-merge-of-others", annotator = copy.annotator.as_str());
            return vec![Effect::tell(Severity::Warning, told)];
        }
        let Merged { set, conflicts } = merge(None, article.set(), copy);
        let mut changes = difference(article.set(), &set);
        changes.extend(unknown_fields(article.set(), &set));
        if !changes.is_empty() && set.state() == article.set().state() {
            // As far as the copies are, though something is done here.
            changes.push(Change::SetState(set.state()));
        }
        let brings_entries = set.unread != article.set().unread;
        let new = set.annotations().len().saturating_sub(article.set().annotations().len());
        let brought = if changes.is_empty() && !brings_entries { "nothing" } else { "something" };
        let told = merged_words(brought, new, &conflicts);
        let is_saved_later = !changes.is_empty();
        if is_saved_later {
            let failed = self.change(text("session-step-merge"), changes, now);
            if !failed.is_empty() {
                return failed;
            }
        }
        let mut effects = Vec::new();
        // Entries that this version cannot read are the file's: no step of undo takes them out again.
        let unsaved = self.article_mut().and_then(|article| {
            article.take_fields(&set);
            if brings_entries && !is_saved_later { article.save_anyway() } else { None }
        });
        effects.extend(unsaved.and_then(|unsaved| self.save(unsaved)));
        let is_set_aside = self.article_mut().is_some_and(|article| article.forget_copy(path));
        let beside = conflicts.iter().find_map(|conflict| match &conflict.kind {
            MergeConflictKind::BothChanged(other) => Some(other.clone()),
            _ => None,
        });
        if beside.is_some() {
            effects.extend(self.focus(beside));
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

/// What came of a merge, with every conflict.
fn merged_words(brought: &str, new: usize, conflicts: &[MergeConflict]) -> String {
    let count = |is: fn(&MergeConflictKind) -> bool| conflicts.iter().filter(|c| is(&c.kind)).count();
    let state = count(|kind| matches!(kind, MergeConflictKind::StateDiffers(_)));
    say!(
        "session-merged",
        brought = brought,
        new = new,
        verdicts = count(|kind| *kind == MergeConflictKind::VerdictsDiffer),
        both = count(|kind| matches!(kind, MergeConflictKind::BothChanged(_))),
        fields = count(|kind| matches!(kind, MergeConflictKind::FieldsDiffer { .. })),
        links = count(|kind| matches!(kind, MergeConflictKind::BothLinked(_))),
        remarks = count(|kind| *kind == MergeConflictKind::RemarksDiffer),
        state = if state == 0 { "same" } else { "differs" },
    )
}

/// The steps from one set's fields that this version does not know to another's.
fn unknown_fields(from: &AnnotationSet, to: &AnnotationSet) -> Vec<Change> {
    let is_unknown = |path: &&str| !Field::PATHS.contains(path);
    let paths: BTreeSet<&str> = from.extra.iter().chain(to.extra.iter()).map(|(path, _)| path).collect();
    let change = |path: &str| match (from.field(path), to.field(path)) {
        (before, Some(field)) => (before.as_ref() != Some(&field)).then_some(Change::PutField(field)),
        (_, None) => Some(Change::RemoveField(path.into())),
    };
    paths.into_iter().filter(is_unknown).filter_map(change).collect()
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
