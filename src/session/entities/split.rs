//! Mentions of one entity that are really of another: those that are ticked become an entity of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::deferred::DeferredEdit;
use super::super::{Effect, Now, Session, Severity};
use crate::edit::{Change, Direction, RegistryChange, RegistryStep, TransactionKind, unused_id};
use crate::model::{AnnotationId, Entity, EntityId, EntityRef};
use crate::names::romanized;
use crate::words::{say, text};

/// Mentions that become another entity as soon as all their articles are read.
#[derive(Debug)]
pub(in crate::session) struct Splitting {
    from: EntityId,
    chosen: BTreeMap<Arc<str>, BTreeSet<AnnotationId>>,
}

impl Session {
    /// Makes an entity of its own of these mentions of one, which are the annotator's own: one step of undo in all their
    /// articles, and of the registry.
    pub(in crate::session) fn split_mentions(
        &mut self,
        from: EntityId,
        mentions: Vec<(Arc<str>, AnnotationId)>,
        now: &Now,
    ) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let mut chosen: BTreeMap<Arc<str>, BTreeSet<AnnotationId>> = BTreeMap::new();
        for (file, annotation) in mentions {
            chosen.entry(file).or_default().insert(annotation);
        }
        let files: BTreeSet<Arc<str>> = chosen.keys().cloned().collect();
        self.defer(DeferredEdit::Split(Splitting { from, chosen }), files, now)
    }

    /// Makes the entity, all articles of its mentions being read.
    pub(in crate::session) fn split_chosen(&mut self, work: &Splitting, now: &Now) -> Vec<Effect> {
        let Some(view) = self.registry().view(&work.from) else {
            return vec![Effect::tell(Severity::Warning, text("session-entity-gone"))];
        };
        let (mut mentions, mut words) = (Vec::new(), None);
        for (file, chosen) in &work.chosen {
            let Some(article) = self.articles.get(file).filter(|article| article.blocked().is_none()) else {
                continue;
            };
            for mention in chosen.iter().filter_map(|id| article.set().get(id)) {
                let is_of =
                    matches!(&mention.entity, Some(EntityRef::Entity(id)) if view.members.contains(id));
                if is_of {
                    words.get_or_insert_with(|| mention.spans.quote(&article.document().text));
                    mentions.push((file.clone(), Arc::clone(mention)));
                }
            }
        }
        let Some(words) = words else {
            return vec![Effect::tell(Severity::Info, text("session-mentions-changed"))];
        };
        let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = unused_id(self.registry(), &EntityId::from_any(&romanized(&name)));
        let entity = Entity::new(id.clone(), view.kind, name.clone(), now.timestamp.clone());
        let mut parts: BTreeMap<Arc<str>, Vec<Change>> = BTreeMap::new();
        for (file, mention) in mentions {
            let mut linked = (*mention).clone();
            linked.entity = Some(EntityRef::Entity(id.clone()));
            linked.touch(&now.timestamp);
            parts.entry(file).or_default().push(Change::Put(Box::new(linked)));
        }
        let step = say!("session-step-new-entity", entity = &*name);
        let mut effects = self.change_entities(&step, |_, _| vec![RegistryChange::Put(entity.into())]);
        let told = |mentions: usize, articles: usize| {
            say!("session-mentions-split", mentions = mentions, articles = articles, entity = &*name)
        };
        let (kind, step) =
            (TransactionKind::NewEntity(id), say!("session-step-link-new-entity", entity = &*name));
        let parts = parts.into_iter().collect();
        effects.extend(self.transact_in_all_as(kind, &step, parts, &told, now));
        effects
    }

    /// Takes the last change of entities back, or does again what was taken back last; links that were made with it go with it.
    pub(in crate::session) fn step_entity_change(&mut self, direction: Direction, now: &Now) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let history = self.entities.history();
        let step = match direction {
            Direction::Undo => history.done().last(),
            Direction::Redo => history.undone().last(),
        };
        let linking = step.and_then(RegistryStep::new_entity).cloned().map(TransactionKind::NewEntity);
        let is_with = |file: &Arc<str>| {
            let next = match direction {
                Direction::Undo => self.articles.next_undo(file),
                Direction::Redo => self.articles.next_redo(file),
            };
            linking.is_some() && next.map(|(_, kind)| kind) == linking.as_ref()
        };
        let linked = self.articles.values().map(|article| article.document().file.clone()).find(is_with);
        let outcome = linked.and_then(|file| match direction {
            Direction::Undo => self.articles.undo(&file, now.millis),
            Direction::Redo => self.articles.redo(&file, now.millis),
        });
        for file in outcome.iter().flat_map(|outcome| &outcome.changed) {
            self.refresh(file);
        }
        self.step_entity_history(direction)
    }
}
