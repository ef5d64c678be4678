//! Which entities a name can be of, the likeliest first, with the reason.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Annotator, EntityId, EntityView, Registry};
use crate::names::{CANDIDATES, Likeness, Matcher, Name, NameIndex, Objection, Reason};

/// So many are offered.
pub const MOST_CANDIDATES: usize = 9;
/// A name that is less like than this is not offered.
const LEAST_SCORE: f32 = 0.3;
/// What another kind speaks against an entity, in units of the score.
const OTHER_KIND: f32 = 0.15;

/// What entities are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateQuery {
    /// The name, as it stands in the text or was typed; nothing offers those nearby.
    pub text: String,
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

/// All names of a registry, to be searched by sound.
#[derive(Clone, Debug, Default)]
pub struct EntityIndex {
    registry: Arc<Registry>,
    names: NameIndex,
    /// Whose name each is.
    owners: Vec<EntityId>,
    places: BTreeMap<EntityId, Vec<u32>>,
}

/// Two are alike that are of one registry.
impl PartialEq for EntityIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.registry, &other.registry)
    }
}

impl EntityIndex {
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
        self.registry = Arc::clone(registry);
    }

    /// The entities that may be meant, the likeliest first.
    #[must_use]
    pub fn candidates(&self, query: &CandidateQuery) -> Vec<EntityCandidate> {
        let mut found = self.named(query);
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

    fn named(&self, query: &CandidateQuery) -> Vec<EntityCandidate> {
        let (name, matcher) = (Name::new(&query.text), Matcher::default());
        let mut best: BTreeMap<EntityId, (f32, u32)> = BTreeMap::new();
        for (place, _) in self.names.near(&name, CANDIDATES) {
            let Some(owner) = self.owners.get(place as usize) else { continue };
            let text = self.names.text(place);
            let score =
                if text == query.text { 1.0 } else { matcher.compare(&name, &Name::new(text)).score() };
            let known = best.entry(self.registry.leader(owner).clone()).or_insert((score, place));
            if score > known.0 {
                *known = (score, place);
            }
        }
        let mut found: Vec<(f32, EntityCandidate)> = Vec::new();
        for (id, (score, place)) in best.into_iter().filter(|(_, (score, _))| *score >= LEAST_SCORE) {
            let Some(view) = self.registry.view(&id) else { continue };
            let mut candidate = candidate(view, query);
            let text = self.names.text(place);
            let other = Name::new(text);
            let comparison = matcher.compare(&name, &other);
            candidate.reasons = matcher.reasons(&name, &other, &comparison);
            candidate.objections = matcher.objections(&name, &other, &comparison);
            candidate.name = Some((text.to_owned(), comparison.likeness()));
            found.push((score - if candidate.is_other_kind { OTHER_KIND } else { 0.0 }, candidate));
        }
        found.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.view.id.cmp(&b.view.id)));
        found.into_iter().map(|(_, candidate)| candidate).take(MOST_CANDIDATES).collect()
    }
}

fn candidate(view: EntityView, query: &CandidateQuery) -> EntityCandidate {
    let is_other_kind = query.kind.as_ref().is_some_and(|kind| *kind != view.kind);
    EntityCandidate { view, name: None, reasons: Vec::new(), objections: Vec::new(), is_other_kind }
}
