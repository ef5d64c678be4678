//! Another copy of one's own part of the registry, of a sync conflict or a second laptop, merged into it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::jobs::Subject;
use super::super::{Effect, Session, Severity};
use crate::analysis::RegistryConflict;
use crate::jobs::merge::MergedPart;
use crate::jobs::{EntityRequest, Request};
use crate::model::RegistryPart;
use crate::words::{say, text};

impl Session {
    /// Other copies of the annotator's own part that lie in the folder, by name.
    pub fn entity_copies(&self) -> impl Iterator<Item = &Path> {
        self.annotator.iter().flat_map(|annotator| self.entities.copies_of(annotator))
    }

    /// Asks for a copy of one's own part, to be merged once it is read.
    pub(in crate::session) fn merge_entities_copy(&mut self, path: PathBuf) -> Vec<Effect> {
        let Some(annotator) = self.annotator.clone() else { return vec![Effect::AskAnnotator] };
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let part = self.entities.own(&annotator);
        vec![self.begin_entities(EntityRequest::MergeCopy { part, path })]
    }

    /// A copy was read: what is in it becomes one step of undo, and it is set aside.
    pub(super) fn on_entities_copy(
        &mut self,
        path: PathBuf,
        part: &Arc<RegistryPart>,
        merged: MergedPart,
    ) -> Vec<Effect> {
        let Some(annotator) = self.annotator.clone() else { return Vec::new() };
        if *part != self.entities.own(&annotator) {
            // What was changed meanwhile is not taken back.
            return self.merge_entities_copy(path);
        }
        let MergedPart { changes, extra, unread, new, conflicts, issues } = merged;
        // Fields and entries that this version cannot read are the file's: no step of undo takes them out again.
        let takes_fields = self.entities.take_fields(&annotator, extra, unread);
        let brought = if changes.is_empty() && !takes_fields { "nothing" } else { "something" };
        let mut effects = self.change_entities(text("session-step-entities-merge-copy"), |_, _| changes);
        effects.extend(self.save_entities());
        self.entities.forget_copy(&path);
        effects.push(self.jobs.begin(Request::SetCopyAside(path), Subject::Nothing));
        let severity = if conflicts.is_empty() { Severity::Success } else { Severity::Warning };
        effects.push(Effect::tell(severity, say!("session-entities-merged", brought = brought, new = new)));
        let told = conflicts.iter().map(conflict_message).chain(issues.iter().map(ToString::to_string));
        effects.extend(told.map(|told| Effect::tell(Severity::Warning, told)));
        effects
    }
}

/// What two copies of a part do not agree about, in words.
pub(super) fn conflict_message(conflict: &RegistryConflict) -> String {
    match conflict {
        RegistryConflict::BothChanged(id) => say!("session-entity-both-changed", entity = id.as_str()),
        RegistryConflict::ChangedAndDeleted(id) => {
            say!("session-entity-changed-and-deleted", entity = id.as_str())
        }
        RegistryConflict::Judged(pair) => say!(
            "session-entities-judged-otherwise",
            one = pair.first().as_str(),
            other = pair.second().as_str(),
        ),
        RegistryConflict::JudgedAndTakenBack(pair) => say!(
            "session-entities-judged-and-taken-back",
            one = pair.first().as_str(),
            other = pair.second().as_str(),
        ),
        RegistryConflict::FieldsDiffer { entity, path, .. } => match entity {
            Some(entity) => {
                say!("session-entity-field-differs", entity = entity.as_str(), field = path.as_str())
            }
            None => say!("session-entities-field-differs", field = path.as_str()),
        },
    }
}
