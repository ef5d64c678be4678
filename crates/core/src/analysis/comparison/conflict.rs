//! What annotators differ in.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use super::align::Members;
use crate::model::{Annotation, AnnotationId, AnnotationSet, AttributeValue, RelationEnd};

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

/// Labels of relations with the ends they lead to.
type Ends = BTreeSet<(Arc<str>, String)>;

/// Where relations lead, by groups, so that they can be compared.
pub(super) struct RelationEnds {
    /// Of each annotation of each set.
    of: HashMap<(usize, AnnotationId), Ends>,
}

impl RelationEnds {
    pub(super) fn new(sets: &[&AnnotationSet], groups: &[Members]) -> Self {
        let mut group_of: HashMap<(usize, &AnnotationId), usize> = HashMap::new();
        for (n, members) in groups.iter().enumerate() {
            for (set, member) in members.iter().enumerate() {
                if let Some(annotation) = member {
                    group_of.insert((set, &annotation.id), n);
                }
            }
        }
        let mut of: HashMap<(usize, AnnotationId), Ends> = HashMap::new();
        for (n, set) in sets.iter().enumerate() {
            for relation in set.relations() {
                let end = match &relation.to {
                    RelationEnd::Here(id) => group_of.get(&(n, id)).map(|group| format!("group {group}")),
                    // Who of the others is meant makes no difference within one article’s group there.
                    RelationEnd::There { file, annotation, .. } => Some(format!("{file} {annotation}")),
                };
                if let Some(end) = end {
                    of.entry((n, relation.from.clone())).or_default().insert((relation.label.clone(), end));
                }
            }
        }
        Self { of }
    }
}

/// Everything that the members of a group differ in.
pub(super) fn conflicts(members: &Members, links: &RelationEnds) -> Vec<Conflict> {
    let mut found = Vec::new();
    if members.iter().any(Option::is_none) {
        let there =
            |is: bool| -> Vec<usize> { (0..members.len()).filter(|n| members[*n].is_some() == is).collect() };
        let mut sides = vec![there(true), there(false)];
        sides.sort_by_key(|side| std::cmp::Reverse(side.len()));
        found.push(Conflict { kind: ConflictKind::Missing, attribute: None, sides });
    }
    let present: Vec<(usize, &Annotation)> =
        members.iter().enumerate().filter_map(|(n, member)| Some((n, &**member.as_ref()?))).collect();
    differ(&present, ConflictKind::Label, None, |_, a| a.label.clone(), &mut found);
    differ(&present, ConflictKind::Boundary, None, |_, a| a.spans.clone(), &mut found);
    differ(&present, ConflictKind::Entity, None, |_, a| a.entity.clone(), &mut found);
    let names: BTreeSet<&Arc<str>> = present.iter().flat_map(|(_, a)| a.attributes.keys()).collect();
    for name in names {
        let value =
            |_: usize, a: &Annotation| a.attributes.get(name).map(|v: &AttributeValue| v.value.clone());
        differ(&present, ConflictKind::Attribute, Some(name), value, &mut found);
    }
    let linked = |n: usize, a: &Annotation| links.of.get(&(n, a.id.clone()));
    differ(&present, ConflictKind::Relation, None, linked, &mut found);
    found
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
