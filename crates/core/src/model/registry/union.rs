//! The union of all parts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Contradiction, Entity, EntityPair, EntityView, Judgement, RegistryPart, SharedRegistry};
use crate::model::{Annotator, EntityId};

/// The union of everybody's parts of the registry: the same for whoever has the same parts.
///
/// Entities are one that more annotators take for the same than for different; where some say the one and some the other,
/// that is a [`Contradiction`]. Looking one up asks each part; what is computed at once is only which entities are one.
///
/// ```
/// # use std::sync::Arc;
/// # use tippani_core::model::{Annotator, Entity, EntityId, EntityPair, Judgement, Registry, RegistryPart};
/// let [a, b] = ["a-belousov", "belousov"].map(|id| EntityId::new(id).unwrap());
/// let now: tippani_core::model::Timestamp = "2026-01-02T03:04:05Z".parse()?;
/// let mut asha = RegistryPart::new(Annotator::new("asha")?);
/// asha.put(Arc::new(Entity::new(a.clone(), "person", "Andrei Belousov", now.clone())));
/// let mut ravi = RegistryPart::new(Annotator::new("ravi")?);
/// ravi.put(Arc::new(Entity::new(b.clone(), "person", "बेलौसोव", now)));
/// asha.judge(EntityPair::new(a.clone(), b.clone()).unwrap(), Some(Judgement::Same));
///
/// let registry = Registry::new(vec![Arc::new(asha), Arc::new(ravi)]);
/// let view = registry.view(&b).unwrap();
/// assert_eq!(view.id, a);
/// assert_eq!(view.names().collect::<Vec<_>>(), ["Andrei Belousov", "बेलौसोव"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registry {
    /// By annotator.
    parts: Vec<Arc<RegistryPart>>,
    /// What is only looked up in.
    shared: Vec<Arc<SharedRegistry>>,
    /// Of each entity that is one with others all of them, the one that stands for them first.
    groups: BTreeMap<EntityId, Arc<[EntityId]>>,
}

impl Registry {
    /// The union of these parts, one of each annotator.
    #[must_use]
    pub fn new(parts: Vec<Arc<RegistryPart>>) -> Self {
        Self::beside(parts, Vec::new())
    }

    /// The union of parts, with shared registries as the weakest source: of several that have an entity the first is preferred.
    #[must_use]
    pub fn beside(mut parts: Vec<Arc<RegistryPart>>, shared: Vec<Arc<SharedRegistry>>) -> Self {
        parts.sort_by(|one, other| one.annotator().cmp(other.annotator()));
        parts.dedup_by(|one, other| one.annotator() == other.annotator());
        let mut registry = Self { parts, shared, groups: BTreeMap::new() };
        registry.group_all();
        registry
    }

    /// The parts, by annotator.
    #[must_use]
    pub fn parts(&self) -> &[Arc<RegistryPart>] {
        &self.parts
    }

    /// The shared registries, by name.
    #[must_use]
    pub fn shared(&self) -> &[Arc<SharedRegistry>] {
        &self.shared
    }

    /// An annotator's part.
    #[must_use]
    pub fn part(&self, annotator: &Annotator) -> Option<&Arc<RegistryPart>> {
        self.parts.iter().find(|part| part.annotator() == annotator)
    }

    /// Whether nobody has anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.is_empty())
    }

    /// Whether anybody has an entity.
    #[must_use]
    pub fn has_entities(&self) -> bool {
        self.parts.iter().any(|part| part.entities().len() > 0)
            || self.shared.iter().any(|shared| !shared.entities().is_empty())
    }

    /// Replaces an annotator's part.
    #[must_use]
    pub fn with(&self, part: Arc<RegistryPart>) -> Self {
        let mut parts = self.parts.clone();
        parts.retain(|other| other.annotator() != part.annotator());
        parts.push(part);
        Self::beside(parts, self.shared.clone())
    }

    /// Whether anybody has this entity, or a shared registry does.
    #[must_use]
    pub fn contains(&self, id: &EntityId) -> bool {
        self.parts.iter().any(|part| part.entity(id).is_some()) || self.in_shared(id).next().is_some()
    }

    /// What shared registries say of an entity, each with its name.
    fn in_shared<'a>(&'a self, id: &'a EntityId) -> impl Iterator<Item = (&'a Arc<str>, &'a Entity)> {
        self.shared.iter().filter_map(|shared| Some((shared.name(), shared.entity(id)?)))
    }

    /// What each says of an entity.
    pub fn versions<'a>(
        &'a self,
        id: &'a EntityId,
    ) -> impl Iterator<Item = (&'a Annotator, &'a Arc<Entity>)> {
        self.parts.iter().filter_map(|part| Some((part.annotator(), part.entity(id)?)))
    }

    /// The entity that stands for all that are the same as this one: itself where there are no others.
    #[must_use]
    pub fn leader<'a>(&'a self, id: &'a EntityId) -> &'a EntityId {
        self.groups.get(id).and_then(|group| group.first()).unwrap_or(id)
    }

    /// All entities that are the same as this one, the one that stands for them first; also those that nobody has any more.
    #[must_use]
    pub fn group(&self, id: &EntityId) -> Vec<EntityId> {
        self.groups.get(id).map_or_else(|| vec![id.clone()], |group| group.to_vec())
    }

    /// What everybody together says of an entity and of those that are the same; nothing where nobody has any of them.
    #[must_use]
    pub fn view(&self, id: &EntityId) -> Option<EntityView> {
        let members = self.group(id);
        let mut holders = BTreeSet::new();
        let mut said: Option<Entity> = None;
        for member in &members {
            let Some(entity) = self.merged(member, &mut holders) else { continue };
            match &mut said {
                None => said = Some(entity),
                Some(said) => {
                    said.add(&entity);
                    said.created = [said.created.take(), entity.created].into_iter().flatten().min();
                }
            }
        }
        let shared: BTreeSet<&Arc<str>> =
            members.iter().flat_map(|member| self.in_shared(member)).map(|(name, _)| name).collect();
        let shared = shared.into_iter().cloned().collect();
        Some(EntityView { shared, ..EntityView::of(members, said?, holders.into_iter().collect()) })
    }

    /// The entities that stand for themselves or for several, by identifier: each once, whoever has it. Those that only shared
    /// registries have are not among them.
    #[must_use]
    pub fn leaders(&self) -> Vec<EntityId> {
        let all = self.parts.iter().flat_map(|part| part.entities());
        let leaders: BTreeSet<&EntityId> = all.map(|entity| self.leader(&entity.id)).collect();
        leaders.into_iter().cloned().collect()
    }

    /// All entities that anybody has, by identifier, also those that are the same as others.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<EntityId> {
        self.parts.iter().flat_map(|part| part.entities().map(|entity| entity.id.clone())).collect()
    }

    /// What everybody together says of an entity, whichever others are the same.
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<Entity> {
        self.merged(id, &mut BTreeSet::new())
    }

    /// Each pair that was judged as more annotators take it; those that are taken for one as often as for two are two.
    #[must_use]
    pub fn decided(&self) -> Vec<(EntityPair, Judgement)> {
        let decide = |(same, different): (Vec<Annotator>, Vec<Annotator>)| {
            if same.len() > different.len() { Judgement::Same } else { Judgement::Different }
        };
        self.judged().into_iter().map(|(pair, who)| (pair, decide(who))).collect()
    }

    /// What everybody decided about two entities, by annotator.
    #[must_use]
    pub fn judgements(&self, pair: &EntityPair) -> Vec<(Annotator, Judgement)> {
        let said = |part: &Arc<RegistryPart>| Some((part.annotator().clone(), part.judgement(pair)?));
        self.parts.iter().filter_map(said).collect()
    }

    /// What annotators contradict each other in.
    #[must_use]
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let mut all: Vec<Contradiction> = Vec::new();
        for (pair, (same, different)) in self.judged() {
            let is_one = self.leader(pair.first()) == self.leader(pair.second());
            if !different.is_empty() && (is_one || !same.is_empty()) {
                all.push(Contradiction::Pair { pair, same, different });
            }
        }
        // Only what several parts have, or several that are one, can be of several kinds.
        let shared = self.parts.iter().flat_map(|part| part.entities()).map(|entity| &entity.id);
        let mut counts: BTreeMap<&EntityId, usize> = BTreeMap::new();
        for id in shared {
            *counts.entry(self.leader(id)).or_default() += 1;
        }
        for (id, _) in counts.into_iter().filter(|(_, count)| *count > 1) {
            let mut kinds: BTreeMap<Arc<str>, BTreeSet<Annotator>> = BTreeMap::new();
            for member in self.group(id) {
                for (annotator, entity) in self.versions(&member) {
                    kinds.entry(entity.kind.clone()).or_default().insert(annotator.clone());
                }
            }
            if kinds.len() > 1 {
                let kinds = kinds.into_iter().map(|(kind, who)| (kind, who.into_iter().collect()));
                all.push(Contradiction::Kinds { id: id.clone(), kinds: kinds.collect() });
            }
        }
        all
    }

    /// All versions of one entity as one: name, kind and description of the one changed last.
    fn merged(&self, id: &EntityId, holders: &mut BTreeSet<Annotator>) -> Option<Entity> {
        let mut versions: Vec<(&Annotator, &Arc<Entity>)> = self.versions(id).collect();
        // The last first; of those at one time the one whose annotator comes first.
        versions.sort_by(|(one, a), (other, b)| b.modified.cmp(&a.modified).then(one.cmp(other)));
        holders.extend(versions.iter().map(|(annotator, _)| (*annotator).clone()));
        let own = versions.into_iter().map(|(_, entity)| &**entity);
        let mut versions = own.chain(self.in_shared(id).map(|(_, entity)| entity));
        let mut merged = versions.next()?.clone();
        for other in versions {
            merged.add(other);
            merged.created = [merged.created.take(), other.created.clone()].into_iter().flatten().min();
        }
        Some(merged)
    }

    /// Of each pair that was judged, who takes the two for the same and who for different.
    fn judged(&self) -> BTreeMap<EntityPair, (Vec<Annotator>, Vec<Annotator>)> {
        let mut judged: BTreeMap<EntityPair, (Vec<Annotator>, Vec<Annotator>)> = BTreeMap::new();
        for part in &self.parts {
            for (pair, judgement) in part.judgements() {
                let (same, different) = judged.entry(pair.clone()).or_default();
                match judgement {
                    Judgement::Same => same.push(part.annotator().clone()),
                    Judgement::Different => different.push(part.annotator().clone()),
                }
            }
        }
        judged
    }

    fn group_all(&mut self) {
        let mut groups: Vec<BTreeSet<EntityId>> = Vec::new();
        let mut group_of: BTreeMap<EntityId, usize> = BTreeMap::new();
        let joined = self.judged().into_iter().filter(|(_, (same, different))| same.len() > different.len());
        for (pair, _) in joined {
            let places = pair.both().map(|id| {
                *group_of.entry(id.clone()).or_insert_with(|| {
                    groups.push(BTreeSet::from([id.clone()]));
                    groups.len() - 1
                })
            });
            let [into, from] = [places[0].min(places[1]), places[0].max(places[1])];
            if into != from {
                let moved = std::mem::take(&mut groups[from]);
                for id in &moved {
                    group_of.insert(id.clone(), into);
                }
                groups[into].extend(moved);
            }
        }
        for group in groups.into_iter().filter(|group| group.len() > 1) {
            let mut members: Vec<EntityId> = group.into_iter().collect();
            // The one made first stands for all; one that nobody has any more for none, where there is another.
            members.sort_by_cached_key(|id| {
                let created = self.versions(id).filter_map(|(_, entity)| entity.created.clone()).min();
                (!self.contains(id), created.is_none(), created, id.clone())
            });
            let members: Arc<[EntityId]> = members.into();
            self.groups.extend(members.iter().map(|id| (id.clone(), Arc::clone(&members))));
        }
    }
}
