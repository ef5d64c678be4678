//! Which annotations of several sets are the same.
//!
//! Content alone decides: neither the order of the sets nor names, identifiers or times have a part in it.

use std::cmp::Ordering;
use std::sync::Arc;

use super::partition::{Problem, partition};
use crate::analysis::assignment::WEIGHT_SCALE;
use crate::analysis::components::Components;
use crate::analysis::crowd::{Place, crowd_pairs, is_crowd, stretches};
use crate::analysis::likeness::jaccard;
use crate::model::{Annotation, AnnotationSet, ContentHash, Relation, RelationEnd, has_same_content};

/// How much a place counts beside a label.
const PLACE_WEIGHT: f64 = 0.8;

pub(in crate::analysis) type Members = Vec<Option<Arc<Annotation>>>;

/// Annotations that are the same, at most one of each set.
#[derive(Debug)]
pub(in crate::analysis) struct AlignedGroup {
    pub(in crate::analysis) members: Members,
    /// Whether all of them say the same.
    pub(in crate::analysis) is_uniform: bool,
}

/// Groups of annotations, at most one of each set, by place.
///
/// What says the same stands together, the n-th of several alike with the n-th; beyond that the groups are those of
/// greatest likeness, summed over all pairs in a group, and what adds nothing is not put together. Of groups that are as
/// good as others the first by content is taken. Of two sets this is the best there is (but see
/// [`crate::analysis::best_pairs`]); of more, wherever the search of `partition` comes to its end. Where very many lie on each
/// other, each is held against those that are most like it.
pub(in crate::analysis) fn align(sets: &[&AnnotationSet]) -> Vec<AlignedGroup> {
    let nodes = nodes(sets);
    let links = links(&nodes, sets.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for component in components(&links) {
        if let [_] = component.as_slice() {
            groups.push(component);
            continue;
        }
        let place = |node: usize| component.binary_search(&node).unwrap_or_default();
        let own =
            |node: &usize| links[*node].iter().map(|(other, likeness)| (place(*other), *likeness)).collect();
        let problem = Problem {
            holders: component.iter().map(|n| nodes.holders(*n).iter().map(|h| h.set).collect()).collect(),
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
        for holder in group.iter().flat_map(|node| nodes.holders(*node)) {
            members[holder.set] = Some(Arc::clone(holder.annotation));
        }
        AlignedGroup { members, is_uniform: group.len() == 1 }
    };
    groups.iter().map(members).collect()
}

/// How alike two annotations are; nothing where they cannot be the same. `1 − likeness` is a metric.
#[must_use]
pub fn likeness(one: &Annotation, other: &Annotation) -> Option<f64> {
    if one.kind != other.kind {
        return None;
    }
    let place = jaccard(&one.spans, &other.spans);
    let label = f64::from(u8::from(one.label == other.label));
    (place > 0.0).then_some(PLACE_WEIGHT * place + (1.0 - PLACE_WEIGHT) * label)
}

/// Who has a content.
#[derive(Clone, Copy)]
struct Holder<'s> {
    /// Number of the set.
    set: usize,
    annotation: &'s Arc<Annotation>,
}

/// All contents, in text order: by place, then by what they say, then by which of several alike they are.
#[derive(Default)]
struct Nodes<'s> {
    holders: Vec<Holder<'s>>,
    /// Where the holders of each end.
    ends: Vec<usize>,
}

impl<'s> Nodes<'s> {
    const fn len(&self) -> usize {
        self.ends.len()
    }

    /// All who have a content, by number of the set.
    fn holders(&self, node: usize) -> &[Holder<'s>] {
        let start = node.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.holders[start..self.ends[node]]
    }

    fn annotation(&self, node: usize) -> &'s Annotation {
        self.holders(node)[0].annotation
    }

    fn push(&mut self, holders: impl Iterator<Item = Holder<'s>>) {
        self.holders.extend(holders);
        self.ends.push(self.holders.len());
    }
}

/// By place, layer and label.
fn order(one: &Annotation, other: &Annotation) -> Ordering {
    let place = |a: &Annotation| (a.spans.first().start(), a.spans.last().end());
    let said =
        |a: &Annotation, b: &Annotation| (&a.spans, a.kind, &a.label).cmp(&(&b.spans, b.kind, &b.label));
    place(one).cmp(&place(other)).then_with(|| said(one, other))
}

fn nodes<'s>(sets: &[&'s AnnotationSet]) -> Nodes<'s> {
    let mut all: Vec<Holder<'s>> = Vec::with_capacity(sets.iter().map(|set| set.annotations().len()).sum());
    for (set, annotations) in sets.iter().enumerate() {
        all.extend(annotations.annotations().iter().map(|annotation| Holder { set, annotation }));
    }
    all.sort_by(|one, other| order(one.annotation, other.annotation).then(one.set.cmp(&other.set)));
    let mut nodes = Nodes::default();
    for alike in all.chunk_by(|one, other| order(one.annotation, other.annotation).is_eq()) {
        let is_one = alike.windows(2).all(|pair| {
            pair[0].set != pair[1].set && has_same_content(pair[0].annotation, pair[1].annotation)
        });
        if is_one {
            nodes.push(alike.iter().copied());
        } else {
            by_content(alike, sets, &mut nodes);
        }
    }
    nodes
}

/// Adds what stands at one place with one label by what else it says.
fn by_content<'s>(alike: &[Holder<'s>], sets: &[&AnnotationSet], nodes: &mut Nodes<'s>) {
    let mut all: Vec<(ContentHash, usize, Holder<'s>)> = Vec::with_capacity(alike.len());
    for of_set in alike.chunk_by(|one, other| one.set == other.set) {
        let mut own: Vec<(ContentHash, Holder<'s>)> =
            of_set.iter().map(|holder| (ContentHash::of(holder.annotation), *holder)).collect();
        // Which of several alike comes first is told by their links.
        own.sort_by_cached_key(|(hash, holder)| {
            (*hash, ends(holder.annotation, sets[holder.set]), holder.annotation.id.clone())
        });
        for same in own.chunk_by(|one, other| one.0 == other.0) {
            all.extend(same.iter().enumerate().map(|(copy, (hash, holder))| (*hash, copy, *holder)));
        }
    }
    all.sort_by_key(|(hash, copy, holder)| (*hash, *copy, holder.set));
    for same in all.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        nodes.push(same.iter().map(|(_, _, holder)| *holder));
    }
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
/// all pairs of their holders; where very many overlap, of each two sets those that are paired as most alike.
fn links(nodes: &Nodes<'_>, sets: usize) -> Vec<Vec<(usize, i128)>> {
    let mut links: Vec<Vec<(usize, i128)>> = vec![Vec::new(); nodes.len()];
    // What all have is complete.
    let open: Vec<usize> = (0..nodes.len()).filter(|node| nodes.holders(*node).len() < sets).collect();
    let places: Vec<Place> = open.iter().map(|node| Place::of(&nodes.annotation(*node).spans)).collect();
    for (stretch, _) in stretches(&places, &[]) {
        let own = &places[stretch.clone()];
        let (one, other) = own.split_at(own.len() / 2);
        if is_crowd(one, other) {
            link_crowd(nodes, &open[stretch], sets, &mut links);
        } else {
            link_all(nodes, &open[stretch], &mut links);
        }
    }
    for own in &mut links {
        own.sort_unstable();
        own.dedup();
    }
    links
}

/// Adds a link for every two of these nodes that are pairs in a crowd.
fn link_crowd(nodes: &Nodes<'_>, open: &[usize], sets: usize, links: &mut [Vec<(usize, i128)>]) {
    let has = |node: usize, set: usize| nodes.holders(node).iter().any(|holder| holder.set == set);
    let alone = |set: usize, without: usize| -> Vec<usize> {
        open.iter().copied().filter(|node| has(*node, set) && !has(*node, without)).collect()
    };
    let places = |all: &[usize]| -> Vec<Place> {
        all.iter().map(|node| Place::of(&nodes.annotation(*node).spans)).collect()
    };
    for a in 0..sets {
        for b in a + 1..sets {
            let (one, other) = (alone(a, b), alone(b, a));
            let class = |is_other: bool, n: usize| {
                let said = nodes.annotation(if is_other { other[n] } else { one[n] });
                (&said.spans, said.kind, &said.label)
            };
            let alike = |n: usize, m: usize| {
                let is_apart = are_apart(nodes, one[n], other[m]);
                likeness(nodes.annotation(one[n]), nodes.annotation(other[m])).filter(|_| is_apart)
            };
            let most = |shared: f64| PLACE_WEIGHT * shared + (1.0 - PLACE_WEIGHT);
            for pair in crowd_pairs(&places(&one), &places(&other), class, alike, most) {
                let (n, m) = (one[pair.one], other[pair.other]);
                if are_apart(nodes, n, m) {
                    let likeness = summed(nodes, n, m, pair.likeness);
                    links[n].push((m, likeness));
                    links[m].push((n, likeness));
                }
            }
        }
    }
}

/// Adds a link for every two of these nodes.
fn link_all(nodes: &Nodes<'_>, stretch: &[usize], links: &mut [Vec<(usize, i128)>]) {
    let mut open: Vec<usize> = Vec::new();
    for &n in stretch {
        let here = nodes.annotation(n);
        open.retain(|other| nodes.annotation(*other).spans.last().end() > here.spans.first().start());
        for &other in &open {
            if !are_apart(nodes, n, other) {
                continue;
            }
            if let Some(alike) = likeness(nodes.annotation(other), here) {
                let likeness = summed(nodes, n, other, alike);
                links[n].push((other, likeness));
                links[other].push((n, likeness));
            }
        }
        open.push(n);
    }
}

/// Whether nobody has both.
fn are_apart(nodes: &Nodes<'_>, one: usize, other: usize) -> bool {
    nodes.holders(one).iter().all(|own| nodes.holders(other).iter().all(|theirs| own.set != theirs.set))
}

/// How alike two nodes are over all pairs of their holders.
fn summed(nodes: &Nodes<'_>, one: usize, other: usize, likeness: f64) -> i128 {
    let pairs = nodes.holders(one).len() * nodes.holders(other).len();
    // As whole numbers, so that sums are equal in any order.
    (likeness * WEIGHT_SCALE) as i128 * pairs as i128
}

/// Nodes by connected component, each list in order.
fn components(links: &[Vec<(usize, i128)>]) -> Vec<Vec<usize>> {
    let mut components = Components::new(links.len());
    for (node, own) in links.iter().enumerate() {
        for (other, _) in own {
            components.join(node, *other);
        }
    }
    components.groups((0..links.len()).map(|node| (node, node)))
}
