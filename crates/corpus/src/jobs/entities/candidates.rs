//! Which entities a name can be of, the likeliest first, with the reason.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::shared_index::SharedIndex;
use crate::model::{Annotator, EntityId, EntityView, Registry};
use crate::names::{CANDIDATES, Comparison, Likeness, Matcher, Name, NameIndex, Objection, Reason};

/// So many are offered.
pub const MOST_CANDIDATES: usize = 9;
/// So many are ranked with their reasons: some of them may have been rejected.
const MOST_RANKED: usize = 16;
/// A name that is less like than this is not offered.
const LEAST_SCORE: f32 = 0.3;
/// What another kind speaks against an entity, in units of the score.
const OTHER_KIND: f32 = 0.15;

/// What entities are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateQuery {
    /// The name, as it stands in the text or was typed; nothing offers those nearby.
    pub text: String,
    /// Other names of the same; one that is like any of them is found.
    pub others: Vec<String>,
    /// Of which kind they should be; another kind speaks against one.
    pub kind: Option<Arc<str>>,
    /// Entities mentioned nearby, the nearest first.
    pub nearby: Vec<EntityId>,
}

/// One entity that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityCandidate {
    /// The entity.
    pub view: EntityView,
    /// The name of it that is most like, and how like it is; nothing where it is offered for being mentioned nearby.
    pub name: Option<(String, Likeness)>,
    /// What makes the two names one.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub objections: Vec<Objection>,
    /// Whether it is of another kind than was looked for.
    pub is_other_kind: bool,
}

/// A candidate with what it was ranked by.
pub(super) struct Ranked {
    pub(super) candidate: EntityCandidate,
    pub(super) comparison: Comparison,
    /// How like the names are, less where it is of another kind.
    score: f32,
}

/// All names of a registry, to be searched by sound.
#[derive(Clone, Debug, Default)]
pub struct EntityIndex {
    registry: Arc<Registry>,
    names: NameIndex,
    /// Whose name each is.
    owners: Vec<EntityId>,
    places: BTreeMap<EntityId, Vec<u32>>,
    /// Those of the shared registries.
    shared: Vec<Arc<SharedIndex>>,
}

/// Two are alike that are of one registry.
impl PartialEq for EntityIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.registry, &other.registry)
    }
}

impl EntityIndex {
    /// Whether it has what a registry has now.
    #[must_use]
    pub fn is_of(&self, registry: &Arc<Registry>) -> bool {
        Arc::ptr_eq(&self.registry, registry)
    }

    /// Takes over what a registry has now. Only entities that changed since are looked at.
    pub fn update(&mut self, registry: &Arc<Registry>) {
        let mut changed: BTreeSet<EntityId> = BTreeSet::new();
        let before = Arc::clone(&self.registry);
        let both = before.parts().iter().chain(registry.parts());
        let annotators: BTreeSet<&Annotator> = both.map(|part| part.annotator()).collect();
        for annotator in annotators {
            let (before, after) = (before.part(annotator), registry.part(annotator));
            if before.zip(after).is_some_and(|(before, after)| Arc::ptr_eq(before, after)) {
                continue;
            }
            let parts = [(before, after), (after, before)];
            for (part, other) in parts {
                for entity in part.into_iter().flat_map(|part| part.entities()) {
                    let same = other.and_then(|other| other.entity(&entity.id));
                    if same.is_none_or(|same| !Arc::ptr_eq(same, entity)) {
                        changed.insert(entity.id.clone());
                    }
                }
            }
        }
        for id in changed {
            for place in self.places.remove(&id).unwrap_or_default() {
                self.names.remove(place);
            }
            let Some(entity) = registry.entity(&id) else { continue };
            let mut places = Vec::new();
            for name in entity.names() {
                places.push(self.names.insert(name));
                self.owners.push(id.clone());
            }
            self.places.insert(id, places);
        }
        self.shared = SharedIndex::of_all(registry.shared(), &self.shared);
        self.registry = Arc::clone(registry);
    }

    /// The entities that may be meant, the likeliest first.
    #[must_use]
    pub fn candidates(&self, query: &CandidateQuery) -> Vec<EntityCandidate> {
        let mut found: Vec<EntityCandidate> =
            self.ranked(query).into_iter().map(|ranked| ranked.candidate).take(MOST_CANDIDATES).collect();
        let is_new =
            |id: &EntityId, found: &[EntityCandidate]| found.iter().all(|known| known.view.id != *id);
        let mut near = Vec::new();
        for id in &query.nearby {
            let leader = self.registry.leader(id);
            if is_new(leader, &found) && is_new(leader, &near) {
                near.extend(self.registry.view(leader).map(|view| candidate(view, query)));
            }
        }
        found.extend(near);
        if query.text.trim().is_empty() {
            // Where there is no name, all may be meant.
            for id in self.registry.leaders() {
                if found.len() >= MOST_CANDIDATES {
                    break;
                }
                if is_new(&id, &found) {
                    found.extend(self.registry.view(&id).map(|view| candidate(view, query)));
                }
            }
        }
        found.truncate(MOST_CANDIDATES);
        found
    }

    /// The entities that have a name like the one that is looked for, the likest first, with the reasons.
    pub(super) fn ranked(&self, query: &CandidateQuery) -> Vec<Ranked> {
        let matcher = Matcher::default();
        let names: Vec<Name> =
            std::iter::once(&query.text).chain(&query.others).map(|name| Name::new(name)).collect();
        let mut best: BTreeMap<EntityId, (f32, (&Name, &str), Comparison)> = BTreeMap::new();
        for name in &names {
            let own =
                self.names.near(name, CANDIDATES).into_iter().filter_map(|(place, _)| {
                    Some((self.owners.get(place as usize)?, self.names.text(place)))
                });
            for (owner, text) in own.chain(self.shared.iter().flat_map(|shared| shared.near(name))) {
                let comparison = matcher.compare(name, &Name::new(text));
                let score = if text == name.text() { 1.0 } else { comparison.score() };
                let leader = self.registry.leader(owner);
                if score >= LEAST_SCORE && best.get(leader).is_none_or(|known| score > known.0) {
                    best.insert(leader.clone(), (score, (name, text), comparison));
                }
            }
        }
        let mut ranked: Vec<((&Name, &str), Ranked)> = Vec::with_capacity(best.len());
        for (id, (score, both, comparison)) in best {
            let Some(view) = self.registry.view(&id) else { continue };
            let candidate = candidate(view, query);
            let score = score - if candidate.is_other_kind { OTHER_KIND } else { 0.0 };
            ranked.push((both, Ranked { candidate, comparison, score }));
        }
        ranked.sort_by(|(_, one), (_, other)| {
            // Of two that are alike, what somebody here has goes first.
            let key = |ranked: &Ranked| {
                (ranked.candidate.view.holders.is_empty(), ranked.candidate.view.id.clone())
            };
            other.score.total_cmp(&one.score).then_with(|| key(one).cmp(&key(other)))
        });
        ranked.truncate(MOST_RANKED);
        // Reasons take longer than the order, and few are seen.
        let explain = |((name, text), mut ranked): ((&Name, &str), Ranked)| {
            let (other, comparison) = (Name::new(text), &ranked.comparison);
            ranked.candidate.reasons = matcher.reasons(name, &other, comparison);
            ranked.candidate.objections = matcher.objections(name, &other, comparison);
            ranked.candidate.name = Some((text.to_owned(), comparison.likeness()));
            ranked
        };
        ranked.into_iter().map(explain).collect()
    }
}

fn candidate(view: EntityView, query: &CandidateQuery) -> EntityCandidate {
    let is_other_kind = query.kind.as_ref().is_some_and(|kind| *kind != view.kind);
    EntityCandidate { view, name: None, reasons: Vec::new(), objections: Vec::new(), is_other_kind }
}
