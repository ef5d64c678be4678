//! The registry of entities: reading it, changing one's own part, and keeping it on disk.

mod edit;
mod link;
mod merge;
mod occurrences;
mod split;
mod state;
mod suggest;
mod transfer;

use std::collections::VecDeque;
use std::sync::Arc;

use super::failures::Saving;
use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::format::{Issue, entities};
use crate::jobs::{
    EntityAnswer, EntityIndex, EntityJob, EntityList, EntityRequest, JobError, JobKind, KnownPart,
    KnownShared, MentionIndex, Request,
};
use crate::model::Registry;
use crate::words::say;

pub use self::edit::EntityEdit;
pub(super) use self::link::MentionLinking;
pub use self::link::{Candidates, LinkScope, LinkTarget};
pub use self::occurrences::Occurrences;
pub(super) use self::occurrences::Tagging;
pub(super) use self::split::Splitting;
pub(super) use self::state::RegistryState;

use self::suggest::Suggestions;
use self::transfer::EntityImport;
use super::leave::AtRisk;

/// What is being found out about entities, and done with them.
#[derive(Debug, Default)]
pub(super) struct EntityWork {
    /// Names of the registry as it was when they were last asked for.
    index: Option<Arc<EntityIndex>>,
    candidates: Option<Candidates>,
    mentions: Option<Arc<MentionIndex>>,
    /// Mentions that are to be linked, while the articles of the first of them are looked for.
    linking: VecDeque<MentionLinking>,
    list: Option<Arc<EntityList>>,
    occurrences: Option<Occurrences>,
    suggestions: Suggestions,
    import: Option<EntityImport>,
}

impl Session {
    /// Everybody's entities.
    #[must_use]
    pub const fn registry(&self) -> &Arc<Registry> {
        self.entities.registry()
    }

    /// The name of what undo would take back in one's own part of the registry.
    #[must_use]
    pub fn entity_undo_name(&self) -> Option<&str> {
        self.entities.history().next_undo().map(|name| &**name)
    }

    /// The name of what redo would do again there.
    #[must_use]
    pub fn entity_redo_name(&self) -> Option<&str> {
        self.entities.history().next_redo().map(|name| &**name)
    }

    /// All entities by name, as they were when they were last listed.
    #[must_use]
    pub const fn entity_list(&self) -> Option<&Arc<EntityList>> {
        self.entity_work.list.as_ref()
    }

    /// Lists the entities, and finds where they are mentioned, where that changed since and is not under way.
    pub(super) fn look_at_entities(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.is_list_old() {
            let (registry, mentions) = (Arc::clone(self.registry()), self.mentions().cloned());
            effects.push(self.begin_entities(EntityRequest::List { registry, mentions }));
        }
        if self.are_mentions_old() && !self.jobs.is_running(JobKind::Entities(EntityJob::Mentions)) {
            effects.extend(self.find_mentions());
        }
        effects
    }

    fn is_list_old(&self) -> bool {
        let registry = self.registry();
        let is_of = |list: &Arc<EntityList>| {
            // Whether one of a shared registry is mentioned says whether it is listed.
            let is_same = list.mentions.as_ref().map(Arc::as_ptr) == self.mentions().map(Arc::as_ptr);
            Arc::ptr_eq(&list.registry, registry) && (registry.shared().is_empty() || is_same)
        };
        !self.entity_list().is_some_and(is_of) && !self.jobs.is_running(JobKind::Entities(EntityJob::List))
    }

    /// Whether the list of entities, or where they are mentioned, has to be looked at again.
    #[must_use]
    pub fn is_entity_page_old(&self) -> bool {
        self.is_list_old()
            || (self.are_mentions_old() && !self.jobs.is_running(JobKind::Entities(EntityJob::Mentions)))
    }

    /// Reads everybody's part again.
    pub(super) fn read_entities(&mut self) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let (known, known_shared) = (self.entities.known().to_vec(), self.entities.known_shared().to_vec());
        let history_of = self.annotator.clone().filter(|_| self.entities.wants_past());
        Some(self.begin_entities(EntityRequest::Read { root, known, known_shared, history_of }))
    }

    pub(super) fn begin_entities(&mut self, request: EntityRequest) -> Effect {
        self.jobs.begin(Request::Entities(Box::new(request)), Subject::Nothing)
    }

    /// Writes one's own part where it is not on disk, and is not being written.
    pub(super) fn save_entities(&mut self) -> Vec<Effect> {
        let root = self.library.as_ref().map(|library| library.root().to_owned());
        let (Some(root), Some(annotator)) = (root, self.annotator.clone()) else { return Vec::new() };
        let Some(save) = self.entities.begin_save(&annotator) else { return Vec::new() };
        // What was read before is older than what is written now.
        let read = JobKind::Entities(EntityJob::Read);
        let reads_again = self.jobs.is_running(read);
        self.jobs.cancel(read);
        let history = Arc::new(self.entities.history().clone());
        let request = EntityRequest::Save { root, part: save.part, known: save.known, history };
        let mut effects = vec![self.begin_entities(request)];
        if reads_again {
            effects.extend(self.read_entities());
        }
        effects
    }

    /// [`Session::save_entities`], when it is due.
    pub(super) fn save_entities_when_due(&mut self, now: &Now) -> Vec<Effect> {
        let is_due = self.entities.due().is_some_and(|due| due <= now.millis);
        if is_due { self.save_entities() } else { Vec::new() }
    }

    pub(super) fn on_entities(&mut self, answer: EntityAnswer, now: &Now) -> Vec<Effect> {
        match answer {
            EntityAnswer::Candidates { found, index } => {
                self.entity_work.index = Some(index);
                if let Some(candidates) = &mut self.entity_work.candidates {
                    candidates.found = Some(found.into());
                }
                Vec::new()
            }
            EntityAnswer::Suggested { found, index } => {
                // What fits in another state of the registry is looked for again.
                if index.is_of(self.registry()) {
                    self.on_suggested(found);
                }
                self.entity_work.index = Some(index);
                Vec::new()
            }
            EntityAnswer::Imported(imported) => self.on_entities_imported(imported),
            EntityAnswer::CopyMerged { part, path, merged } => self.on_entities_copy(path, &part, merged),
            EntityAnswer::Exported(written, file) => {
                let file = file.display().to_string();
                let told = say!("session-entities-exported", count = written, file = file);
                vec![Effect::tell(Severity::Success, told)]
            }
            EntityAnswer::Mentions(index) => {
                self.entity_work.mentions = Some(index);
                Vec::new()
            }
            EntityAnswer::Occurrences(found) => {
                if let Some(occurrences) = &mut self.entity_work.occurrences {
                    occurrences.found = Some(found.into());
                }
                Vec::new()
            }
            EntityAnswer::List(list) => {
                self.entity_work.list = Some(list);
                Vec::new()
            }
            EntityAnswer::Forms(files) => self.on_forms(files, now),
            EntityAnswer::Read { parts, shared, copies, issues, history } => {
                self.entities.found_copies(copies);
                if let Some((_, history)) =
                    history.filter(|(whose, _)| self.annotator.as_ref() == Some(whose))
                {
                    self.entities.restore(history);
                }
                self.on_entities_read((parts, shared), issues)
            }
            EntityAnswer::Saved(saved) => {
                let told = self.entities.saved(saved);
                let mut effects: Vec<Effect> =
                    told.into_iter().map(|text| Effect::tell(Severity::Warning, text)).collect();
                effects.extend(self.failures.end(&Saving::Entities));
                // It may have been changed while it was written.
                effects.extend(self.save_entities());
                effects
            }
        }
    }

    fn on_entities_read(
        &mut self,
        read: (Vec<KnownPart>, Vec<KnownShared>),
        issues: Vec<Issue>,
    ) -> Vec<Effect> {
        let new = self.entities.read(read, issues, self.annotator.as_ref());
        new.iter().map(|issue| Effect::tell(Severity::Warning, issue.to_string())).collect()
    }

    pub(super) fn on_entities_failed(&mut self, job: EntityJob, error: &JobError, now: &Now) -> Vec<Effect> {
        let error = error.to_string();
        let (severity, told) = match job {
            EntityJob::Candidates | EntityJob::Mentions | EntityJob::List | EntityJob::Suggest => {
                (Severity::Warning, say!("session-entities-search-failed", error = error))
            }
            EntityJob::Occurrences => {
                self.entity_work.occurrences = None;
                (Severity::Error, say!("session-occurrences-failed", error = error))
            }
            EntityJob::Import => {
                self.entity_work.import = None;
                (Severity::Error, say!("session-entities-import-failed", error = error))
            }
            EntityJob::MergeCopy => (Severity::Error, say!("session-merge-failed", error = error)),
            EntityJob::Export => (Severity::Error, say!("session-entities-export-failed", error = error)),
            EntityJob::Forms => {
                self.entity_work.linking.pop_front();
                let told = say!("session-linking-failed", error = error);
                return self.find_forms().into_iter().chain([Effect::tell(Severity::Error, told)]).collect();
            }
            EntityJob::Read => (Severity::Warning, say!("session-entities-reading-failed", error = error)),
            EntityJob::Save => {
                if !self.entities.failed(error.clone(), now.millis) {
                    return Vec::new();
                }
                let told = say!("session-entities-not-saved", error = error);
                return vec![self.failures.tell(Saving::Entities, told)];
            }
        };
        vec![Effect::tell(severity, told)]
    }

    /// So many articles were looked at.
    pub(super) const fn on_entity_progress(&mut self, job: EntityJob, done: usize, of: usize) {
        if let (EntityJob::Occurrences, Some(occurrences)) = (job, &mut self.entity_work.occurrences) {
            occurrences.progress = (done, of);
        }
    }

    /// One's own part, where it is not on disk.
    pub(super) fn entities_at_risk(&self) -> Option<AtRisk> {
        let changes = usize::try_from(self.entities.unsaved_changes()).unwrap_or(usize::MAX);
        let file = entities::file_name(self.annotator.as_ref()?);
        let reason = self.entities.failure().map(|error| say!("session-entities-not-saved", error = error));
        (changes > 0).then(|| AtRisk { file: file.into(), changes, reason })
    }
}
