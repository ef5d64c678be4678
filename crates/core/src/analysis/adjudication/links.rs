//! Which links go into the gold set: those whose ends are there, whoever's versions of them were taken.

use std::collections::{BTreeMap, BTreeSet};

use super::{FilledEnd, FilledLink, Filling};
use crate::analysis::comparison::Group;
use crate::model::{AnnotationId, AnnotationSet, RelationEnd};

/// The versions of an item that are in the gold set or taken, each with its annotation there.
pub(super) type VersionEnds = Vec<(usize, FilledEnd)>;

/// The links of whoever says a version that is in the gold set or taken, where something is taken now at one end of them; not
/// those of annotations that were `rejected`.
pub(super) fn links(
    groups: &[Group],
    raters: &[&AnnotationSet],
    (ends, rejected, gold): (&[VersionEnds], &BTreeSet<(usize, AnnotationId)>, Option<&AnnotationSet>),
    filling: &mut Filling,
) {
    let mut place: BTreeMap<(usize, &AnnotationId), (usize, usize)> = BTreeMap::new();
    for (n, group) in groups.iter().enumerate() {
        for (version, holders) in group.versions.iter().enumerate() {
            for holder in holders {
                if let Some(annotation) = &group.members[*holder] {
                    place.insert((*holder, &annotation.id), (n, version));
                }
            }
        }
    }
    // The version that was taken; of several, one's own.
    let end = |(group, version): (usize, usize), exact: bool| {
        let own = ends[group].iter().find(|(taken, _)| *taken == version);
        own.or_else(|| ends[group].first().filter(|_| !exact)).map(|(_, end)| end.clone())
    };
    let mut found: BTreeSet<FilledLink> = BTreeSet::new();
    for (n, set) in raters.iter().enumerate() {
        for relation in set.relations() {
            if rejected.contains(&(n, relation.from.clone())) {
                continue;
            }
            let start = place.get(&(n, &relation.from)).and_then(|at| end(*at, true));
            let Some(from) = start else { continue };
            let is_new = |end: &FilledEnd| matches!(end, FilledEnd::New(_));
            let to = match &relation.to {
                RelationEnd::Here(id) => {
                    let Some(to) = place.get(&(n, id)).and_then(|at| end(*at, false)) else {
                        if is_new(&from) {
                            let missing = (relation.label.clone(), set.annotator.clone(), id.clone());
                            filling.links_left_out.push(missing);
                        }
                        continue;
                    };
                    to
                }
                RelationEnd::There { file, annotator, annotation } => FilledEnd::Elsewhere {
                    file: file.clone(),
                    annotator: annotator.clone(),
                    annotation: annotation.clone(),
                },
            };
            let link = FilledLink { label: relation.label.clone(), from, to };
            let is_there = gold.is_some_and(|gold| is_linked(gold, &link));
            if (is_new(&link.from) || is_new(&link.to)) && !is_there {
                found.insert(link);
            }
        }
    }
    filling.links = found.into_iter().collect();
}

fn is_linked(gold: &AnnotationSet, link: &FilledLink) -> bool {
    let (FilledEnd::There(from), FilledEnd::There(to)) = (&link.from, &link.to) else { return false };
    gold.relations_of(from).any(|relation| {
        relation.label == link.label && relation.from == *from && relation.to == RelationEnd::Here(to.clone())
    })
}
