//! The entities of a registry as a list, to be shown and filtered.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::MentionIndex;
use crate::analysis::folded;
use crate::model::{Annotator, Contradiction, EntityId, Registry};

/// One entity of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    /// The entity.
    pub id: EntityId,
    /// All that are the same as it, itself first.
    pub members: Box<[EntityId]>,
    /// Its name.
    pub name: String,
    /// Its other names, in one line.
    pub others: String,
    /// Its kind.
    pub kind: Arc<str>,
    /// Whose parts have it.
    pub holders: Box<[Annotator]>,
    /// The shared registries that have it, in one line.
    pub shared: String,
    /// All that a filter looks at, folded.
    pub searched: String,
}

/// All entities of a registry, by name, and what annotators contradict each other in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityList {
    /// The registry.
    pub registry: Arc<Registry>,
    /// The entities, each once.
    pub rows: Vec<EntityRow>,
    /// The contradictions.
    pub contradictions: Vec<Contradiction>,
    /// Where they are mentioned, as it was known; nothing where that makes no difference.
    pub mentions: Option<Arc<MentionIndex>>,
}

impl EntityList {
    /// The list of a registry; of its shared registries those entities that are mentioned.
    #[must_use]
    pub fn new(registry: &Arc<Registry>, mentions: Option<&Arc<MentionIndex>>) -> Self {
        let mentions = mentions.filter(|_| !registry.shared().is_empty());
        let mut leaders: BTreeSet<EntityId> = registry.leaders().into_iter().collect();
        let mentioned = mentions.into_iter().flat_map(|index| index.entities());
        leaders.extend(mentioned.filter(|id| registry.contains(id)).map(|id| registry.leader(id).clone()));
        let mut rows: Vec<EntityRow> = leaders.iter().filter_map(|id| row(registry, id)).collect();
        rows.sort_by(|one, other| (&one.searched, &one.id).cmp(&(&other.searched, &other.id)));
        let contradictions = registry.contradictions();
        Self { registry: Arc::clone(registry), rows, contradictions, mentions: mentions.cloned() }
    }
}

fn row(registry: &Registry, id: &EntityId) -> Option<EntityRow> {
    let view = registry.view(id)?;
    let others: Vec<&str> = view.aliases.iter().map(|alias| alias.text.as_str()).collect();
    let shared: Vec<&str> = view.shared.iter().map(|name| &**name).collect();
    let holders: Vec<&str> = view.holders.iter().map(Annotator::as_str).collect();
    let (others, shared, holders) = (others.join(" · "), shared.join(", "), holders.join(", "));
    let ids = view.ids.values().flatten().cloned().collect::<Vec<_>>().join(" ");
    let searched = folded(&format!(
        "{} {others} {id} {} {holders} {shared} {} {ids}",
        view.name, view.kind, view.description
    ));
    Some(EntityRow {
        id: view.id,
        members: view.members.into(),
        name: view.name,
        others,
        kind: view.kind,
        holders: view.holders.into(),
        shared,
        searched,
    })
}
