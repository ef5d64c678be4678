//! Changing entities: each gesture one transaction of one's own part.

use super::super::{Effect, Now, Session, Severity};
use crate::analysis::counted;
use crate::edit::{
    RegistryChange, RegistryTransaction, RegistryTravelled, alter_entity, merge_entities, split_entity,
    tell_apart,
};
use crate::model::{Alias, Annotator, Entity, EntityId};

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
    const fn name(&self) -> &'static str {
        match self {
            Self::Rename(_) => "Rename entity",
            Self::SetKind(_) => "Change kind of entity",
            Self::Describe(_) => "Describe entity",
            Self::AddAlias(_) => "Add name",
            Self::RemoveAlias(_) => "Remove name",
            Self::AddId(..) => "Add identifier",
            Self::RemoveId(..) => "Remove identifier",
            Self::AddLink(_) => "Add link",
            Self::RemoveLink(_) => "Remove link",
        }
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
        let text = |text: String| {
            let text = text.trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        Some(match self {
            Self::Rename(name) => Self::Rename(text(name)?),
            Self::SetKind(kind) => Self::SetKind(text(kind)?),
            Self::Describe(words) => Self::Describe(words.trim().to_owned()),
            Self::AddAlias(name) => Self::AddAlias(text(name)?),
            Self::AddId(scheme, id) => Self::AddId(text(scheme)?, text(id)?),
            Self::AddLink(link) => Self::AddLink(text(link)?),
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
        self.change_entities("Merge entities", |session, _| merge_entities(session.registry(), one, other))
    }

    pub(in crate::session) fn split_entity(&mut self, id: &EntityId) -> Vec<Effect> {
        let mut effects = self.change_entities("Split entity", |session, annotator| {
            split_entity(session.registry(), annotator, id)
        });
        if self.registry().group(id).len() > 1 {
            let text = format!("{id} stays one with the others: more annotators take it for one of them");
            effects.push(Effect::tell(Severity::Warning, text));
        }
        effects
    }

    pub(in crate::session) fn tell_entities_apart(
        &mut self,
        one: &EntityId,
        other: &EntityId,
    ) -> Vec<Effect> {
        self.change_entities("Tell entities apart", |session, annotator| {
            tell_apart(session.registry(), annotator, one, other)
        })
    }

    pub(in crate::session) fn delete_entity(&mut self, id: &EntityId) -> Vec<Effect> {
        let is_own = self.annotator.as_ref().is_some_and(|annotator| {
            self.registry().part(annotator).is_some_and(|part| part.entity(id).is_some())
        });
        if !is_own {
            let text = "Others made this entity, so it stays; what you said of it yourself can be deleted";
            return vec![Effect::tell(Severity::Info, text)];
        }
        let mut effects =
            self.change_entities("Delete entity", |_, _| vec![RegistryChange::Remove(id.clone())]);
        if self.registry().contains(id) {
            effects.push(Effect::tell(Severity::Info, "Others have this entity too, so it is still there"));
        }
        effects
    }

    pub(in crate::session) fn undo_entities(&mut self) -> Vec<Effect> {
        self.travel_entities("Undone", super::RegistryState::undo)
    }

    pub(in crate::session) fn redo_entities(&mut self) -> Vec<Effect> {
        self.travel_entities("Redone", super::RegistryState::redo)
    }

    fn travel_entities(
        &mut self,
        word: &str,
        go: fn(&mut super::RegistryState, &Annotator) -> Option<RegistryTravelled>,
    ) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(annotator) = self.annotator.clone() else { return Vec::new() };
        let Some(RegistryTravelled { name, changed, left }) = go(&mut self.entities, &annotator) else {
            return Vec::new();
        };
        let told = match (changed, left) {
            (_, 0) => Effect::tell(Severity::Info, format!("{word}: {name}")),
            (0, _) => Effect::tell(
                Severity::Warning,
                format!("Not changed: what “{name}” did was changed since by another program"),
            ),
            (_, left) => {
                let text = format!("{word}: {name}, but for {} that changed since", counted(left, "entry"));
                Effect::tell(Severity::Warning, text)
            }
        };
        let mut effects = vec![told];
        effects.extend(self.save_entities());
        effects
    }
}
