//! Which annotations of several sets are the same.
//!
//! Content alone decides: neither the order of the sets nor names, identifiers or times have a part in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::partition::{Problem, partition};
use crate::analysis::likeness::jaccard;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, ContentHash, Relation, RelationEnd};
use crate::text::Spans;

/// How much a place counts beside a label.
const PLACE_WEIGHT: f64 = 0.8;
/// Likenesses are added up as whole numbers, so that sums are equal in any order.
const LIKENESS_SCALE: f64 = 1e12;

pub(in crate::analysis) type Members = Vec<Option<Arc<Annotation>>>;

/// Groups of annotations, at most one of each set, by place.
///
/// What says the same stands together, the n-th of several alike with the n-th; beyond that the groups are those of
/// greatest likeness, summed over all pairs in a group, and what adds nothing is not put together. Of groups that are as
/// good as others the first by content is taken. Of two sets this is the best there is (but see
/// [`crate::analysis::best_pairs`]); of more, wherever the search of `partition` comes to its end.
pub(in crate::analysis) fn align(sets: &[&AnnotationSet]) -> Vec<Members> {
    let nodes = nodes(sets);
    let links = links(&nodes);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for component in components(nodes.len(), &links) {
        if let [alone] = component.as_slice() {
            groups.push(vec![*alone]);
            continue;
        }
        let place = |node: usize| component.binary_search(&node).unwrap_or_default();
        let own =
            |node: &usize| links[*node].iter().map(|(other, likeness)| (place(*other), *likeness)).collect();
        let problem = Problem {
            holders: component
                .iter()
                .map(|n| nodes[*n].holders.iter().map(|(set, _)| *set).collect())
                .collect(),
            links: component.iter().map(own).collect(),
        };
        let found = partition(&problem, sets.len());
        groups.extend(found.into_iter().map(|group| group.into_iter().map(|n| component[n]).collect()));
    }
    // Nodes are in text order, and so are groups by their nodes.
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    let members = |group: &Vec<usize>| {
        let mut members: Members = vec![None; sets.len()];
        for (set, annotation) in group.iter().flat_map(|node| &nodes[*node].holders) {
            members[*set] = Some(Arc::clone(annotation));
        }
        members
    };
    groups.iter().map(members).collect()
}

/// How alike two annotations are; nothing where they cannot be the same. One less it is a metric.
#[must_use]
pub fn likeness(one: &Annotation, other: &Annotation) -> Option<f64> {
    if one.kind != other.kind {
        return None;
    }
    let place = jaccard(&one.spans, &other.spans);
    let label = f64::from(u8::from(one.label == other.label));
    (place > 0.0).then_some(PLACE_WEIGHT * place + (1.0 - PLACE_WEIGHT) * label)
}

/// One content, and all who have it.
struct Node {
    /// By number of the set.
    holders: Vec<(usize, Arc<Annotation>)>,
}

impl Node {
    fn annotation(&self) -> &Annotation {
        &self.holders[0].1
    }
}

/// Where content stands in a list by content: by place, then by what it says, then by which of several alike it is.
type ContentOrder<'a> = (usize, usize, &'a Spans, AnnotationKind, &'a str, ContentHash, usize);

/// All contents, in text order.
fn nodes(sets: &[&AnnotationSet]) -> Vec<Node> {
    let mut all: BTreeMap<ContentOrder<'_>, Vec<(usize, Arc<Annotation>)>> = BTreeMap::new();
    for (n, set) in sets.iter().enumerate() {
        let mut own: Vec<(ContentHash, &Arc<Annotation>)> =
            set.annotations().iter().map(|a| (ContentHash::of(a), a)).collect();
        // Which of several alike comes first is told by their links.
        own.sort_by_cached_key(|(hash, a)| (*hash, ends(a, set), a.id.clone()));
        let mut before: Option<(ContentHash, usize)> = None;
        for (hash, annotation) in own {
            let copy = before.filter(|(other, _)| *other == hash).map_or(0, |(_, copy)| copy + 1);
            before = Some((hash, copy));
            let (start, end) = (annotation.spans.first().start().get(), annotation.spans.last().end().get());
            let key = (start, end, &annotation.spans, annotation.kind, &*annotation.label, hash, copy);
            all.entry(key).or_default().push((n, Arc::clone(annotation)));
        }
    }
    all.into_values().map(|holders| Node { holders }).collect()
}

/// The label of a link, whether it starts here, and what its other end says.
type LinkContent = (Arc<str>, bool, Option<ContentHash>);

/// What the links of an annotation say of themselves and of their ends in its set.
fn ends(annotation: &Annotation, set: &AnnotationSet) -> (ContentHash, Vec<LinkContent>) {
    let end = |relation: &Relation| {
        let is_start = relation.from == annotation.id;
        let other = match &relation.to {
            RelationEnd::Here(id) => {
                set.get(if is_start { id } else { &relation.from }).map(|a| ContentHash::of(a))
            }
            RelationEnd::There { .. } => None,
        };
        (relation.label.clone(), is_start, other)
    };
    let mut ends: Vec<_> = set.relations_of(&annotation.id).map(end).collect();
    ends.sort_unstable();
    (ContentHash::in_set(annotation, set), ends)
}

/// Of each node the others that share a character with it and may stand in one group with it, with how alike they are over
/// all pairs of their holders.
fn links(nodes: &[Node]) -> Vec<Vec<(usize, i128)>> {
    let mut links: Vec<Vec<(usize, i128)>> = vec![Vec::new(); nodes.len()];
    let mut open: Vec<usize> = Vec::new();
    for (n, node) in nodes.iter().enumerate() {
        let here = node.annotation();
        open.retain(|other| nodes[*other].annotation().spans.last().end() > here.spans.first().start());
        for other in &open {
            let pairs = node.holders.len() * nodes[*other].holders.len();
            let is_apart =
                node.holders.iter().all(|(set, _)| nodes[*other].holders.iter().all(|(s, _)| s != set));
            if let Some(alike) = likeness(nodes[*other].annotation(), here).filter(|_| is_apart) {
                let likeness = (alike * LIKENESS_SCALE) as i128 * pairs as i128;
                links[n].push((*other, likeness));
                links[*other].push((n, likeness));
            }
        }
        open.push(n);
    }
    for own in &mut links {
        own.sort_unstable();
    }
    links
}

/// Nodes that hang together, each list in order.
fn components(count: usize, links: &[Vec<(usize, i128)>]) -> Vec<Vec<usize>> {
    let mut of: Vec<Option<usize>> = vec![None; count];
    let mut all: Vec<Vec<usize>> = Vec::new();
    for first in 0..count {
        if of[first].is_some() {
            continue;
        }
        of[first] = Some(all.len());
        let (mut found, mut at) = (vec![first], 0);
        while let Some(&node) = found.get(at) {
            for (other, _) in &links[node] {
                if of[*other].is_none() {
                    of[*other] = Some(all.len());
                    found.push(*other);
                }
            }
            at += 1;
        }
        found.sort_unstable();
        all.push(found);
    }
    all
}
