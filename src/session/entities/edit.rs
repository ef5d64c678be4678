//! Changing entities: each gesture one transaction of one's own part.

use super::super::{Effect, Now, Session, Severity};
use crate::edit::{
    Direction, RegistryChange, RegistryTransaction, RegistryUndoOutcome, alter_entity, merge_entities,
    split_entity, tell_apart,
};
use crate::model::{Alias, Annotator, Entity, EntityId};
use crate::words::{say, text};

/// One change of what one says of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityEdit {
    /// Another name is shown; the one before becomes an alias.
    Rename(String),
    /// It is of another kind: an entity label.
    SetKind(String),
    /// Who or what it is.
    Describe(String),
    /// It has another name too.
    AddAlias(String),
    /// It does not have this name.
    RemoveAlias(String),
    /// It has an identifier elsewhere, by scheme.
    AddId(String, String),
    /// It does not have it.
    RemoveId(String, String),
    /// There is a page about it.
    AddLink(String),
    /// That page is not about it.
    RemoveLink(String),
}

impl EntityEdit {
    /// What it is called in *Undo …*.
    fn name(&self) -> &'static str {
        text(match self {
            Self::Rename(_) => "session-step-entity-rename",
            Self::SetKind(_) => "session-step-entity-kind",
            Self::Describe(_) => "session-step-entity-describe",
            Self::AddAlias(_) => "session-step-entity-add-name",
            Self::RemoveAlias(_) => "session-step-entity-remove-name",
            Self::AddId(..) => "session-step-entity-add-identifier",
            Self::RemoveId(..) => "session-step-entity-remove-identifier",
            Self::AddLink(_) => "session-step-entity-add-page",
            Self::RemoveLink(_) => "session-step-entity-remove-page",
        })
    }

    fn apply(self, entity: &mut Entity) {
        match self {
            Self::Rename(name) => {
                let before = std::mem::replace(&mut entity.name, name.clone());
                entity.aliases.retain(|alias| alias.text != name);
                if before != name {
                    entity.add_alias(Alias::new(before));
                }
            }
            Self::SetKind(kind) => entity.kind = kind.into(),
            Self::Describe(text) => entity.description = text,
            Self::AddAlias(name) => entity.add_alias(Alias::new(name)),
            Self::RemoveAlias(name) => entity.aliases.retain(|alias| alias.text != name),
            Self::AddId(scheme, id) => entity.add_id(scheme, id),
            Self::RemoveId(scheme, id) => {
                if let Some(ids) = entity.ids.get_mut(scheme.as_str()) {
                    ids.retain(|known| *known != id);
                    if ids.is_empty() {
                        entity.ids.remove(scheme.as_str());
                    }
                }
            }
            Self::AddLink(link) => {
                if !entity.links.contains(&link) {
                    entity.links.push(link);
                }
            }
            Self::RemoveLink(link) => entity.links.retain(|known| *known != link),
        }
    }

    /// Its words, without blanks at their ends; nothing where nothing is left.
    fn trimmed(self) -> Option<Self> {
        let some = |words: String| {
            let words = words.trim().to_owned();
            (!words.is_empty()).then_some(words)
        };
        Some(match self {
            Self::Rename(name) => Self::Rename(some(name)?),
            Self::SetKind(kind) => Self::SetKind(some(kind)?),
            Self::Describe(words) => Self::Describe(words.trim().to_owned()),
            Self::AddAlias(name) => Self::AddAlias(some(name)?),
            Self::AddId(scheme, id) => Self::AddId(some(scheme)?, some(id)?),
            Self::AddLink(link) => Self::AddLink(some(link)?),
            Self::RemoveAlias(_) | Self::RemoveId(..) | Self::RemoveLink(_) => self,
        })
    }
}

impl Session {
    /// Makes one transaction in one's own part; every change of entities passes here.
    pub(in crate::session) fn change_entities(
        &mut self,
        name: &str,
        changes: impl FnOnce(&Self, &Annotator) -> Vec<RegistryChange>,
    ) -> Vec<Effect> {
        let Some(annotator) = self.annotator.clone() else {
            return vec![Effect::AskAnnotator];
        };
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let changes = changes(self, &annotator);
        if !self.entities.apply(&annotator, RegistryTransaction::new(name, changes)) {
            return Vec::new();
        }
        self.save_entities()
    }

    pub(in crate::session) fn edit_entity(
        &mut self,
        id: &EntityId,
        edit: EntityEdit,
        now: &Now,
    ) -> Vec<Effect> {
        let Some(edit) = edit.trimmed() else { return Vec::new() };
        self.change_entities(edit.name(), |session, annotator| {
            let altered =
                alter_entity(session.registry(), annotator, id, &now.timestamp, |entity| edit.apply(entity));
            altered.into_iter().collect()
        })
    }

    pub(in crate::session) fn merge_entities(&mut self, one: &EntityId, other: &EntityId) -> Vec<Effect> {
        let name = text("session-step-entities-merge");
        self.change_entities(name, |session, _| merge_entities(session.registry(), one, other))
    }

    pub(in crate::session) fn split_entity(&mut self, id: &EntityId) -> Vec<Effect> {
        let mut effects = self.change_entities(text("session-step-entity-split"), |session, annotator| {
            split_entity(session.registry(), annotator, id)
        });
        if self.registry().group(id).len() > 1 {
            let told = say!("session-entity-stays-merged", entity = id.as_str());
            effects.push(Effect::tell(Severity::Warning, told));
        }
        effects
    }

    pub(in crate::session) fn tell_entities_apart(
        &mut self,
        one: &EntityId,
        other: &EntityId,
    ) -> Vec<Effect> {
        self.change_entities(text("session-step-entities-tell-apart"), |session, annotator| {
            tell_apart(session.registry(), annotator, one, other)
        })
    }

    pub(in crate::session) fn delete_entity(&mut self, id: &EntityId) -> Vec<Effect> {
        let is_own = self.annotator.as_ref().is_some_and(|annotator| {
            self.registry().part(annotator).is_some_and(|part| part.entity(id).is_some())
        });
        if !is_own {
            return vec![Effect::tell(Severity::Info, text("session-entity-of-others"))];
        }
        let name = text("session-step-entity-delete");
        let mut effects = self.change_entities(name, |_, _| vec![RegistryChange::Remove(id.clone())]);
        if self.registry().contains(id) {
            effects.push(Effect::tell(Severity::Info, text("session-entity-still-there")));
        }
        effects
    }

    /// Goes one step back or forth in one's own part of the registry.
    pub(super) fn step_entity_history(&mut self, direction: Direction) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(annotator) = self.annotator.clone() else { return Vec::new() };
        let outcome = match direction {
            Direction::Undo => self.entities.undo(&annotator),
            Direction::Redo => self.entities.redo(&annotator),
        };
        let Some(RegistryUndoOutcome { name, changed, left }) = outcome else { return Vec::new() };
        let step = &*name;
        let told = match direction {
            Direction::Undo => say!("session-entities-undone", step = step, left = left),
            Direction::Redo => say!("session-entities-redone", step = step, left = left),
        };
        let told = match (changed, left) {
            (_, 0) => Effect::tell(Severity::Info, told),
            (0, _) => Effect::tell(Severity::Warning, say!("session-entities-changed-since", step = step)),
            (_, _) => Effect::tell(Severity::Warning, told),
        };
        let mut effects = vec![told];
        effects.extend(self.save_entities());
        effects
    }
}
