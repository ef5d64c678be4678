//! What the page knows of a board beside what it says: names, days and what can be chosen to filter by.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::analysis::{Board, BoardEntry, Cluster, Day, published_on, said_on};
use crate::model::{AnnotationKind, Annotator, EntityRef, Value};
use crate::session::Session;
use crate::words::{Language, language, say, text};

/// Attributes by which claims are filtered, where the schema has them.
const TOPIC: &str = "topic";
const STANCES: [&str; 2] = ["epistemic", "sentiment"];

/// What is known of a board, found once for each.
pub(super) struct Known {
    pub(super) board: Arc<Board>,
    /// What its words are in.
    pub(super) language: Language,
    pub(super) clusters: Arc<[Cluster]>,
    /// Of each entry the cluster it is in.
    pub(super) cluster_of: Vec<usize>,
    /// Of each entry who makes the claim, by name, where that is said.
    pub(super) claimers: Vec<Option<Arc<str>>>,
    /// Of each entry the names of those it speaks of, the claimer's first.
    names: Vec<Vec<Arc<str>>>,
    /// Of each entry the day it was claimed, and the day its article was published.
    pub(super) claimed: Vec<Option<Day>>,
    pub(super) published: Vec<Option<Day>>,
    /// Of each cluster what it is made of.
    pub(super) about: Vec<String>,
    pub(super) choices: Choices,
    pub(super) claims: usize,
}

/// What can be chosen to filter by.
#[derive(Default)]
pub(super) struct Choices {
    pub(super) entities: Vec<Arc<str>>,
    pub(super) annotators: Vec<Annotator>,
    pub(super) files: Vec<Arc<str>>,
    pub(super) topics: Vec<Arc<str>>,
    pub(super) stances: Vec<Arc<str>>,
}

impl Known {
    /// Looks at a board.
    pub(super) fn new(session: &Session, board: Arc<Board>) -> Self {
        let clusters: Arc<[Cluster]> = board.clusters().into();
        let mut cluster_of = vec![0; board.entries().len()];
        for (number, cluster) in clusters.iter().enumerate() {
            for at in &cluster.entries {
                cluster_of[*at] = number;
            }
        }
        let mut memory: HashMap<EntityRef, Arc<str>> = HashMap::new();
        let mut name = |entity: &EntityRef| -> Arc<str> {
            if let Some(known) = memory.get(entity) {
                return known.clone();
            }
            let name: Arc<str> = session.name_of_entity(entity).into();
            memory.insert(entity.clone(), name.clone());
            name
        };
        let claimers: Vec<Option<Arc<str>>> =
            board.entries().iter().map(|entry| entry.claimer().map(&mut name)).collect();
        let is_somebody =
            |entry: &BoardEntry| matches!(entry.claimer(), Some(EntityRef::Entity(_) | EntityRef::Name(_)));
        let names_of = |(at, entry): (usize, &BoardEntry)| -> Vec<Arc<str>> {
            let claimer = claimers[at].clone().filter(|_| is_somebody(entry));
            let mentions = entry.mentions.iter().map(|mention| match &mention.entity {
                Some(entity @ (EntityRef::Entity(_) | EntityRef::Name(_))) => name(entity),
                Some(EntityRef::Author | EntityRef::Unknown) | None => mention.words.clone(),
            });
            let mut all: Vec<Arc<str>> = claimer.into_iter().chain(mentions).collect();
            let mut seen = BTreeSet::new();
            all.retain(|name| seen.insert(name.clone()));
            all
        };
        let names: Vec<Vec<Arc<str>>> = board.entries().iter().enumerate().map(names_of).collect();
        let claimed = board.entries().iter().map(said_on).collect();
        let published = board.entries().iter().map(published_on).collect();
        let choices = Choices::new(&board, &names);
        let claims = board.claims().count();
        let about = clusters.iter().map(|cluster| about(&board, cluster)).collect();
        let language = language();
        Self {
            board,
            language,
            clusters,
            cluster_of,
            claimers,
            names,
            claimed,
            published,
            about,
            choices,
            claims,
        }
    }

    /// Who makes a claim, by name; the article where nobody is named.
    pub(super) fn source(&self, at: usize) -> Arc<str> {
        let entry = &self.board.entries()[at];
        match entry.claimer() {
            Some(EntityRef::Entity(_) | EntityRef::Name(_)) => {
                self.claimers[at].clone().unwrap_or_else(|| entry.key.file.clone())
            }
            Some(EntityRef::Author | EntityRef::Unknown) | None => entry.key.file.clone(),
        }
    }

    /// Whether a claim speaks of somebody, or is theirs.
    pub(super) fn names(&self, at: usize) -> &[Arc<str>] {
        &self.names[at]
    }
}

impl Choices {
    fn new(board: &Board, names: &[Vec<Arc<str>>]) -> Self {
        // Those that most claims speak of come first.
        let mut counts: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
        let (mut annotators, mut files) = (BTreeSet::new(), BTreeSet::new());
        let (mut topics, mut stances) = (BTreeSet::new(), BTreeSet::new());
        for (at, entry) in board.entries().iter().enumerate() {
            if entry.kind != AnnotationKind::Claim {
                continue;
            }
            for name in &names[at] {
                *counts.entry(name).or_default() += 1;
            }
            annotators.insert(entry.key.annotator.clone());
            files.insert(entry.key.file.clone());
            topics.extend(topic(entry));
            stances.extend(stance(entry));
        }
        let mut entities: Vec<(&Arc<str>, usize)> = counts.into_iter().collect();
        entities.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self {
            entities: entities.into_iter().map(|(name, _)| name.clone()).collect(),
            annotators: annotators.into_iter().collect(),
            files: files.into_iter().collect(),
            topics: topics.into_iter().collect(),
            stances: stances.into_iter().collect(),
        }
    }
}

/// What a group is made of.
fn about(board: &Board, cluster: &Cluster) -> String {
    let files: BTreeSet<&str> = cluster.entries.iter().map(|at| &*board.entries()[*at].key.file).collect();
    let (claims, sources) = (cluster.entries.len(), cluster.sources.len());
    let about = say!("claims-about-group", claims = claims, articles = files.len(), sources = sources);
    if cluster.is_contradicted() {
        format!("{about} · {}", text("claims-about-contradicted"))
    } else {
        about
    }
}

/// What a claim is about, where that is said.
pub(super) fn topic(entry: &BoardEntry) -> Option<Arc<str>> {
    attribute_text(entry, TOPIC)
}

/// How the claimer stands to it: certainty and feeling, as far as they are said.
pub(super) fn stance(entry: &BoardEntry) -> impl Iterator<Item = Arc<str>> {
    STANCES.into_iter().filter_map(|id| attribute_text(entry, id))
}

fn attribute_text(entry: &BoardEntry, id: &str) -> Option<Arc<str>> {
    match entry.attribute(id)? {
        Value::Text(text) if !text.trim().is_empty() => Some(text.trim().into()),
        _ => None,
    }
}
