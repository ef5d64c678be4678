//! Two copies of one annotator's set made one: a sync conflict, a second laptop. Nothing is lost.
//!
//! With the version both grew from (the base) each field is merged three ways; without it only what is equal or new can be
//! told apart, and nothing counts as deleted. Where both changed the same field differently, two versions stand side by side, one
//! of them as an annotation of its own. The order of the two copies makes no difference; nor, of several copies with one base,
//! which are merged first.

mod content;
mod duplicates;
mod entry;
mod extra;
mod group;
mod orphans;
mod registry;
mod relations;
mod remarks;
mod replay;
mod review_entry;
mod reviews;
mod schema;
mod three_way;
mod times;
mod unread;
mod versions;

use std::collections::{BTreeMap, BTreeSet};

pub use registry::{MergedRegistryPart, RegistryConflict, merge_registry_parts};
pub use replay::{Replayed, replay};
pub use schema::{MergedSchema, SchemaConflict, SchemaConflictKind, SchemaPart, merge_schemas};

use self::extra::FieldConflict;
use self::group::groups;
use self::relations::Links;
use self::three_way::{ThreeWay, three_way};
use self::versions::{is_alike, merge_versions};
use crate::model::{Annotation, AnnotationId, AnnotationSet, State};

/// Something that the two copies do not agree about, and what was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeConflict {
    /// The annotation or relation; `None` for a field or the state of the file itself.
    pub id: Option<AnnotationId>,
    /// What happened.
    pub kind: MergeConflictKind,
}

/// What happened to one thing in the two copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeConflictKind {
    /// Both changed it; the other version is an annotation of this identifier.
    BothChanged(AnnotationId),
    /// One changed it and the other deleted it; it was kept.
    ChangedAndDeleted,
    /// One deleted it, and a relation of the other needs it; it was kept.
    NeededByRelation,
    /// Both linked it otherwise; both relations were kept, this one under another identifier.
    BothLinked(AnnotationId),
    /// Their verdicts on it differ; the later one was kept, with both comments.
    VerdictsDiffer,
    /// Both said something else of it in a review; the words of both were kept.
    RemarksDiffer,
    /// Both say otherwise how far the annotator has come; this is what was not kept.
    StateDiffers(State),
    /// Both have a field that this version does not know, differently. Of an annotation that waits for its place it is any field.
    FieldsDiffer {
        /// Where the field stands.
        path: String,
        /// The value that was not kept; nothing where one deleted what the other changed.
        other: Option<String>,
    },
}

/// Two copies made one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The one.
    pub set: AnnotationSet,
    /// What they did not agree about.
    pub conflicts: Vec<MergeConflict>,
}

/// Merges two copies of one annotator's set of one article, `base` being what both grew from.
///
/// ```
/// # use tippani_core::analysis::merge;
/// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator};
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha met Ravi");
/// let set = |annotator, label| {
///     let span = Span::new(&text, ByteOffset::new(0), ByteOffset::new(4)).unwrap();
///     let (id, now) = (AnnotationId::new("01A"), "2026-01-02T03:04:05Z".parse().unwrap());
///     let mut set = AnnotationSet::new(Annotator::new(annotator).unwrap());
///     set.insert(Annotation::new(id, AnnotationKind::Entity, label, span.into(), now));
///     set
/// };
/// let (base, mine) = (set("asha", "person"), set("asha", "person"));
/// let theirs = set("asha", "organization");
/// let merged = merge(Some(&base), &mine, &theirs);
/// assert_eq!(merged.set, theirs, "only they changed it");
/// assert!(merged.conflicts.is_empty());
/// ```
#[must_use]
pub fn merge(base: Option<&AnnotationSet>, one: &AnnotationSet, other: &AnnotationSet) -> Merged {
    // What nobody has begun yet says nothing.
    let blank = AnnotationSet::new(one.annotator.clone());
    let base = base.or_else(|| [one, other].contains(&&blank).then_some(&blank));
    let mut merge =
        Merge { base, one, other, kept: BTreeMap::new(), moved: Default::default(), conflicts: Vec::new() };
    let links = Links::new(merge.copies());
    let new = merge.annotations(&links.new_ids());
    merge.merge_duplicates(&new);
    let relations = merge.relations(links);
    let reviews = merge.reviews();
    let remarks = merge.remarks();
    let mut field_conflicts = Vec::new();
    let extra = extra::merge(base.map(|base| &base.extra), &one.extra, &other.extra, &mut field_conflicts);
    merge.add_field_conflicts(None, field_conflicts);
    let state = merge.state();
    let Merge { kept, mut conflicts, .. } = merge;
    let (mut set, _) =
        AnnotationSet::new(one.annotator.clone()).with_annotations(kept.into_values().collect());
    set.set_state(state);
    for relation in relations {
        set.insert_relation(relation);
    }
    for review in reviews {
        set.insert_review(review);
    }
    for remark in remarks {
        set.insert_remark(remark);
    }
    orphans::merge(base, [one, other], &mut set, &mut conflicts);
    set.unread = unread::merge(base.map_or(&[], |base| &base.unread), &one.unread, &other.unread);
    set.extra = extra;
    Merged { set, conflicts }
}

struct Merge<'a> {
    base: Option<&'a AnnotationSet>,
    one: &'a AnnotationSet,
    other: &'a AnnotationSet,
    kept: BTreeMap<AnnotationId, Annotation>,
    /// Of each copy the annotations that have another identifier now.
    moved: [BTreeMap<AnnotationId, AnnotationId>; 2],
    conflicts: Vec<MergeConflict>,
}

fn by_id(set: &AnnotationSet) -> BTreeMap<&AnnotationId, &Annotation> {
    set.annotations().iter().map(|a| (&a.id, a.as_ref())).collect()
}

impl<'a> Merge<'a> {
    /// The base and both copies.
    fn copies(&self) -> [Option<&'a AnnotationSet>; 3] {
        [self.base, Some(self.one), Some(self.other)]
    }

    /// Adds a conflict about an annotation or relation, or about the file itself.
    fn conflict(&mut self, id: Option<&AnnotationId>, kind: MergeConflictKind) {
        self.conflicts.push(MergeConflict { id: id.cloned(), kind });
    }

    fn add_field_conflicts(&mut self, id: Option<&AnnotationId>, conflicts: Vec<FieldConflict>) {
        for FieldConflict { path, other } in conflicts {
            self.conflict(id, MergeConflictKind::FieldsDiffer { path, other });
        }
    }

    /// What one changed; where both did, what is less far.
    fn state(&mut self) -> State {
        let (one, other) = (self.one.state(), self.other.state());
        match three_way(self.base.map(AnnotationSet::state).as_ref(), &one, &other, State::eq) {
            ThreeWay::Same | ThreeWay::One => one,
            ThreeWay::Other => other,
            ThreeWay::Conflict => {
                self.conflict(None, MergeConflictKind::StateDiffers(one.max(other)));
                one.min(other)
            }
        }
    }

    /// Gives what each copy has that neither the base nor the other has.
    fn annotations(&mut self, links: &BTreeSet<AnnotationId>) -> [BTreeSet<AnnotationId>; 2] {
        let (one, other) = (by_id(self.one), by_id(self.other));
        let base = self.base.map(by_id).unwrap_or_default();
        let mut new: [BTreeSet<AnnotationId>; 2] = Default::default();
        let groups = groups(&base, [&one, &other]);
        for (&id, [mine, theirs]) in &groups {
            let linked = if is_alike(mine, theirs) { None } else { self.linked(id, links) };
            let mut conflicts = Vec::new();
            let settled = merge_versions(id, base.get(id).copied(), [mine, theirs], linked, &mut conflicts);
            self.add_field_conflicts(Some(id), conflicts);
            if settled.is_kept {
                self.conflict(Some(id), MergeConflictKind::ChangedAndDeleted);
            }
            if !base.contains_key(id) {
                match (mine.as_slice(), theirs.as_slice()) {
                    ([alone], []) => drop(new[0].insert(alone.id.clone())),
                    ([], [alone]) => drop(new[1].insert(alone.id.clone())),
                    _ => {}
                }
            }
            self.follow([mine, theirs], &settled.versions);
            for version in settled.versions {
                if version.id != *id && !mine.iter().chain(theirs).any(|own| own.id == version.id) {
                    self.conflict(Some(id), MergeConflictKind::BothChanged(version.id.clone()));
                    // What was put beside by an earlier merge may have been worked on since.
                    if groups.contains_key(&version.id) {
                        continue;
                    }
                }
                self.kept.insert(version.id.clone(), version);
            }
        }
        new
    }

    /// The version of an annotation that links were made to: relations are between annotations of a layer.
    fn linked(&self, id: &AnnotationId, links: &BTreeSet<AnnotationId>) -> Option<&'a Annotation> {
        let version = |set: &'a AnnotationSet| {
            let annotation = set.get(id)?;
            set.relations_of(&annotation.id)
                .any(|relation| links.contains(&relation.id))
                .then_some(&**annotation)
        };
        let versions = [version(self.one), version(self.other)].into_iter().flatten();
        // Of both layers claims: most links are theirs.
        versions.max_by_key(|version| version.kind)
    }

    /// Notes where versions are that an earlier merge put beside others: links follow them.
    fn follow(&mut self, copies: [&[&Annotation]; 2], versions: &[Annotation]) {
        for (n, own) in copies.into_iter().enumerate().flat_map(|(n, copy)| copy.iter().map(move |a| (n, a)))
        {
            let has_place = versions.iter().any(|version| version.id == own.id);
            let alike = |version: &&Annotation| {
                (version.label == own.label, version.spans == own.spans, version.note == own.note)
            };
            // Of several the first.
            if let (false, Some(now)) = (has_place, versions.iter().rev().max_by_key(alike)) {
                self.moved[n].insert(own.id.clone(), now.id.clone());
            }
        }
    }
}
