//! Entities: what is said of them, and which are one.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::Direction;
use crate::model::{AnnotationId, EntityId, EntityRef};
use crate::session::{CandidateQuery, Effect, EntityEdit, LinkScope, LinkTarget, Now, Session, Step};

/// Entities: what is said of them, and which are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityCommand {
    /// Says something else of an entity, in one's own part of the registry.
    Edit(EntityId, EntityEdit),
    /// Takes two entities for one.
    Merge(EntityId, EntityId),
    /// Takes an entity out of those it is one with.
    Split(EntityId),
    /// Makes an entity of its own of mentions of one, each of its article.
    SplitMentions(EntityId, Vec<(Arc<str>, AnnotationId)>),
    /// Tells two entities apart, however alike they look.
    TellApart(EntityId, EntityId),
    /// Takes an entity out of one's own part of the registry.
    Delete(EntityId),
    /// Takes the last change of entities back.
    Undo,
    /// Does it again.
    Redo,
    /// Finds which entities may be meant.
    FindCandidates(CandidateQuery),
    /// Finds where entities are mentioned.
    FindMentions,
    /// Finds every occurrence of the focused mention, in the article or the workspace.
    FindOccurrences {
        /// Whether in all articles.
        in_workspace: bool,
    },
    /// Tags those occurrences that were found, by number.
    TagOccurrences(Vec<usize>),
    /// Suggests links for the article, as far as it or the entities changed.
    Suggest,
    /// Goes to the next mention with a suggested link, or the one before.
    StepSuggestion(Step),
    /// Takes the link that is suggested for the focused mention, and goes on to the next.
    AcceptSuggestion,
    /// Says that it is another one, for good, and goes on to the next.
    RejectSuggestion,
    /// Reads a file of another tool into one's own part of the registry.
    Import {
        /// The file.
        file: PathBuf,
        /// What entities are that it says no kind of.
        kind: Arc<str>,
    },
    /// Merges another copy of one's own part of the registry into it.
    MergeCopy(PathBuf),
    /// Writes everybody's entities to a file for other tools.
    Export(PathBuf),
    /// Lists the entities, and finds where they are mentioned, as far as that changed.
    LookAtAll,
    /// Links the focused annotation to somebody, or to nobody.
    Link {
        /// What of it.
        target: LinkTarget,
        /// To whom; nothing takes the link away.
        to: Option<EntityRef>,
        /// How far it goes.
        scope: LinkScope,
    },
    /// Makes an entity of the words of the focused annotation, and links it.
    LinkNew {
        /// What of it.
        target: LinkTarget,
        /// How far it goes.
        scope: LinkScope,
    },
}

impl EntityCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Edit(id, edit) => session.edit_entity(&id, edit, now),
            Self::Merge(one, other) => session.merge_entities(&one, &other),
            Self::Split(id) => session.split_entity(&id),
            Self::SplitMentions(from, mentions) => session.split_mentions(from, mentions, now),
            Self::TellApart(one, other) => session.tell_entities_apart(&one, &other),
            Self::Delete(id) => session.delete_entity(&id),
            Self::Undo => session.step_entity_change(Direction::Undo, now),
            Self::Redo => session.step_entity_change(Direction::Redo, now),
            Self::FindCandidates(query) => session.find_candidates(query),
            Self::FindOccurrences { in_workspace } => session.find_occurrences(in_workspace),
            Self::TagOccurrences(chosen) => session.tag_occurrences(&chosen, now),
            Self::Suggest => session.suggest_links(),
            Self::StepSuggestion(step) => session.step_suggestion(step),
            Self::AcceptSuggestion => session.accept_suggestion(now),
            Self::RejectSuggestion => session.reject_suggestion(),
            Self::Import { file, kind } => session.import_entities(file, kind),
            Self::MergeCopy(path) => session.merge_entities_copy(path),
            Self::Export(file) => session.export_entities(file),
            Self::LookAtAll => session.look_at_entities(),
            Self::FindMentions => session.find_mentions().into_iter().collect(),
            Self::Link { target, to, scope } => session.link(&target, to, scope, now),
            Self::LinkNew { target, scope } => session.link_new(&target, scope, now),
        }
    }
}
