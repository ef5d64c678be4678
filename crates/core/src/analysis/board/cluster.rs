//! Clusters: claims that links join, directly or over others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Board, BoardEntry};
use crate::analysis::components::Components;
use crate::model::{AnnotationKind, EntityRef};

/// Relations that say that two claims cannot both hold.
const REFUTATIONS: [&str; 4] = ["refutes", "contradicts", "denies", "disputes"];

/// Whether a relation says that two claims cannot both hold: by its identifier, `refutes` in the built-in schema.
#[must_use]
pub fn is_refutation(label: &str) -> bool {
    REFUTATIONS.contains(&label)
}

/// Where a claim comes from: who makes it, or else the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The claimer that was named.
    Claimer(EntityRef),
    /// The article, where its author makes the claim, or nobody is named.
    Article(String),
}

impl Source {
    /// The source of a claim.
    #[must_use]
    pub fn of(entry: &BoardEntry) -> Self {
        match entry.claimer() {
            Some(claimer @ (EntityRef::Entity(_) | EntityRef::Name(_))) => Self::Claimer(claimer.clone()),
            Some(EntityRef::Author | EntityRef::Unknown) | None => Self::Article(entry.key.file.to_string()),
        }
    }
}

/// Claims that links join, directly or over others; or one claim without links to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Places among [`Board::entries`], in their order.
    pub entries: Vec<usize>,
    /// Places among [`Board::links`]: those between two of its entries.
    pub links: Vec<usize>,
    /// How many links say that two of its claims cannot both hold.
    pub refutations: usize,
    /// Where its claims come from.
    pub sources: BTreeSet<Source>,
}

impl Cluster {
    /// Whether any of its claims is said not to hold with another.
    #[must_use]
    pub const fn is_contradicted(&self) -> bool {
        self.refutations > 0
    }

    /// Whether all its claims come from one source.
    #[must_use]
    pub fn has_one_source(&self) -> bool {
        self.sources.len() == 1
    }
}

impl Board {
    /// The clusters of all claims, and of what else is linked: the largest first, then in the order of their first entries. Links to
    /// what is gone join nothing.
    #[must_use]
    pub fn clusters(&self) -> Vec<Cluster> {
        let mut components = Components::new(self.entries().len());
        let ends: Vec<Option<(usize, usize)>> = self
            .links()
            .iter()
            .map(|link| Some((self.position(&link.from)?, self.position(&link.to)?)))
            .collect();
        for (from, to) in ends.iter().flatten() {
            components.join(*from, *to);
        }
        let mut clusters: BTreeMap<usize, Cluster> = BTreeMap::new();
        for at in 0..self.entries().len() {
            let cluster = clusters.entry(components.root(at)).or_insert_with(|| Cluster {
                entries: Vec::new(),
                links: Vec::new(),
                refutations: 0,
                sources: BTreeSet::new(),
            });
            cluster.entries.push(at);
            cluster.sources.insert(Source::of(&self.entries()[at]));
        }
        for (at, ends) in ends.iter().enumerate() {
            let Some((from, _)) = ends else { continue };
            if let Some(cluster) = clusters.get_mut(&components.root(*from)) {
                cluster.links.push(at);
                cluster.refutations += usize::from(is_refutation(&self.links()[at].label));
            }
        }
        let is_shown = |cluster: &Cluster| {
            !cluster.links.is_empty()
                || cluster.entries.iter().any(|at| self.entries()[*at].kind == AnnotationKind::Claim)
        };
        let mut clusters: Vec<Cluster> = clusters.into_values().filter(is_shown).collect();
        clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.entries.len()), cluster.entries[0]));
        clusters
    }
}
