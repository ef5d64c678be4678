//! What annotators differ in.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use super::align::AlignedGroup;
use crate::model::{Annotation, AnnotationId, AnnotationSet, ContentHash, RelationEnd};

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Somebody has no such annotation.
    Missing,
    /// It stands at other places.
    Boundary,
    /// It has other labels.
    Label,
    /// An attribute has other values.
    Attribute,
    /// It is a mention of other entities.
    Entity,
    /// It is linked otherwise.
    Relation,
}

impl ConflictKind {
    /// All, the gravest first.
    pub const ALL: [Self; 6] =
        [Self::Missing, Self::Label, Self::Boundary, Self::Entity, Self::Attribute, Self::Relation];

    /// How grave it is.
    #[must_use]
    pub(super) const fn weight(self) -> f64 {
        match self {
            Self::Missing | Self::Label => 1.0,
            Self::Boundary => 0.7,
            Self::Entity => 0.5,
            Self::Attribute | Self::Relation => 0.3,
        }
    }

    /// Its name in files and lists.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Boundary => "boundary",
            Self::Label => "label",
            Self::Attribute => "attribute",
            Self::Entity => "entity link",
            Self::Relation => "relation",
        }
    }
}

impl fmt::Display for ConflictKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One difference among the members of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub kind: ConflictKind,
    /// The attribute, where it is about one.
    pub attribute: Option<Arc<str>>,
    /// The annotators grouped by what they say, by number; the largest group first.
    pub sides: Vec<Vec<usize>>,
}

impl Conflict {
    /// How many of so many annotators are not on the largest side.
    pub(super) fn apart(&self, annotators: usize) -> usize {
        annotators - self.sides.first().map_or(0, Vec::len)
    }
}

/// A link as it is compared: its label, and what it ends at.
type Link = (Arc<str>, LinkEnd);

/// What a link ends at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LinkEnd {
    /// Whatever stands in this group.
    Group(usize),
    /// Something of another article or annotator.
    There(String),
}

/// Where relations lead, by groups, so that they can be compared.
pub(super) struct RelationEnds<'g> {
    groups: &'g [AlignedGroup],
    /// Of each annotation of each set.
    of: HashMap<(usize, AnnotationId), BTreeSet<Link>>,
}

impl<'g> RelationEnds<'g> {
    pub(super) fn new(sets: &[&AnnotationSet], groups: &'g [AlignedGroup]) -> Self {
        if sets.iter().all(|set| set.relations().len() == 0) {
            return Self { groups, of: HashMap::new() };
        }
        let mut group_of: HashMap<(usize, &AnnotationId), usize> = HashMap::new();
        for (n, group) in groups.iter().enumerate() {
            for (set, member) in group.members.iter().enumerate() {
                if let Some(annotation) = member {
                    group_of.insert((set, &annotation.id), n);
                }
            }
        }
        let mut of: HashMap<(usize, AnnotationId), BTreeSet<Link>> = HashMap::new();
        for (n, set) in sets.iter().enumerate() {
            for relation in set.relations() {
                let end = match &relation.to {
                    RelationEnd::Here(id) => group_of.get(&(n, id)).map(|group| LinkEnd::Group(*group)),
                    // Who of the others is meant makes no difference within one article’s group there.
                    RelationEnd::There { file, annotation, .. } => {
                        Some(LinkEnd::There(format!("{file} {annotation}")))
                    }
                };
                if let Some(end) = end {
                    of.entry((n, relation.from.clone())).or_default().insert((relation.label.clone(), end));
                }
            }
        }
        Self { groups, of }
    }

    /// Of each who is present the links that somebody else present has not, and could have: one whose end somebody lacks is
    /// told at that end.
    fn disputed(&self, present: &[(usize, &Annotation)]) -> Vec<BTreeSet<Link>> {
        if self.of.is_empty() {
            return vec![BTreeSet::new(); present.len()];
        }
        let none = BTreeSet::new();
        let own: Vec<&BTreeSet<Link>> =
            present.iter().map(|(n, a)| self.of.get(&(*n, a.id.clone())).unwrap_or(&none)).collect();
        let could_have = |n: usize, link: &Link| match link.1 {
            LinkEnd::Group(group) => self.groups[group].members[n].is_some(),
            LinkEnd::There(_) => true,
        };
        let is_disputed = |link: &&Link| {
            present.iter().zip(&own).any(|((n, _), own)| !own.contains(*link) && could_have(*n, link))
        };
        let disputed: BTreeSet<Link> =
            own.iter().flat_map(|own| own.iter()).filter(is_disputed).cloned().collect();
        own.iter().map(|own| own.iter().filter(|link| disputed.contains(*link)).cloned().collect()).collect()
    }
}

/// Everything that the members of a group differ in, and its versions: those who say the same, the most first, then by
/// content. Who is not `complete` misses nothing.
pub(super) fn conflicts(
    group: &AlignedGroup,
    links: &RelationEnds<'_>,
    complete: &[bool],
) -> (Vec<Conflict>, Vec<Vec<usize>>) {
    let AlignedGroup { members, is_uniform } = group;
    let mut found = Vec::new();
    let is_missing = |n: usize| members[n].is_none() && complete[n];
    if (0..members.len()).any(is_missing) {
        let there = (0..members.len()).filter(|n| members[*n].is_some()).collect();
        let mut sides: Vec<Vec<usize>> = vec![there, (0..members.len()).filter(|n| is_missing(*n)).collect()];
        sides.sort_by_key(|side| std::cmp::Reverse(side.len()));
        found.push(Conflict { kind: ConflictKind::Missing, attribute: None, sides });
    }
    let present: Vec<(usize, &Annotation)> =
        members.iter().enumerate().filter_map(|(n, member)| Some((n, &**member.as_ref()?))).collect();
    if *is_uniform && links.of.is_empty() {
        return (found, vec![present.iter().map(|(n, _)| *n).collect()]);
    }
    differ(&present, ConflictKind::Label, None, |_, a| a.label.clone(), &mut found);
    differ(&present, ConflictKind::Boundary, None, |_, a| a.spans.clone(), &mut found);
    differ(&present, ConflictKind::Entity, None, |_, a| a.entity.clone(), &mut found);
    let names: BTreeSet<&Arc<str>> = present.iter().flat_map(|(_, a)| a.attributes.keys()).collect();
    for name in names {
        let value = |_: usize, a: &Annotation| a.attributes.get(name).cloned();
        differ(&present, ConflictKind::Attribute, Some(name), value, &mut found);
    }
    let disputed = links.disputed(&present);
    let place = |n: usize| present.iter().position(|(present, _)| *present == n).unwrap_or_default();
    differ(&present, ConflictKind::Relation, None, |n, _| &disputed[place(n)], &mut found);
    let mut versions: BTreeMap<(ContentHash, &BTreeSet<Link>), Vec<usize>> = BTreeMap::new();
    for ((n, annotation), links) in present.iter().zip(&disputed) {
        versions.entry((ContentHash::of(annotation), links)).or_default().push(*n);
    }
    let mut versions: Vec<Vec<usize>> = versions.into_values().collect();
    let place =
        |holders: &Vec<usize>| members[holders[0]].as_ref().map(|a| (a.spans.clone(), a.label.clone()));
    versions.sort_by_cached_key(|holders| (std::cmp::Reverse(holders.len()), place(holders)));
    (found, versions)
}

/// Puts those with the same value into one side; two sides or more are a conflict.
fn differ<T: PartialEq>(
    present: &[(usize, &Annotation)],
    kind: ConflictKind,
    attribute: Option<&Arc<str>>,
    value: impl Fn(usize, &Annotation) -> T,
    found: &mut Vec<Conflict>,
) {
    let mut sides: Vec<(T, Vec<usize>)> = Vec::new();
    for (n, annotation) in present {
        let own = value(*n, annotation);
        match sides.iter_mut().find(|(known, _)| *known == own) {
            Some((_, side)) => side.push(*n),
            None => sides.push((own, vec![*n])),
        }
    }
    if sides.len() > 1 {
        let mut sides: Vec<Vec<usize>> = sides.into_iter().map(|(_, side)| side).collect();
        sides.sort_by_key(|side| std::cmp::Reverse(side.len()));
        found.push(Conflict { kind, attribute: attribute.cloned(), sides });
    }
}
