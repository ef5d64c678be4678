//! Two copies of one annotator's set made one: a sync conflict, a second laptop. Nothing is lost.
//!
//! With the version both grew from (the base) each field is merged three ways; without it only what is equal or new can be
//! told apart, and nothing counts as deleted. Where both changed the same thing differently, the later one keeps its place
//! and the other stands beside it as an annotation of its own. The order of the two copies makes no difference.

mod annotation;
mod content;
mod extra;
mod orphans;
mod registry;
mod remarks;
mod replay;
mod reviews;
mod schema;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use registry::{MergedRegistryPart, RegistryConflict, merge_registry_parts};
pub use replay::{Replayed, replay};
pub use schema::{MergedSchema, SchemaConflict, SchemaConflictKind, SchemaPart, merge_schemas};

use self::annotation::{Joined, join, only_one_is_noted, put_beside, say_the_same, with_times};
use self::extra::Differing;
use crate::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Relation, RelationEnd, State, Unread,
};
use crate::text::Spans;

/// Something that the two copies do not agree about, and what was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeConflict {
    /// The annotation or relation.
    pub id: AnnotationId,
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
    /// Both have a field that this version does not know, differently; in the file's own fields the identifier is empty.
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
pub fn merge<'a>(
    base: Option<&'a AnnotationSet>,
    one: &'a AnnotationSet,
    other: &'a AnnotationSet,
) -> Merged {
    let mut merge =
        Merge { base, one, other, kept: BTreeMap::new(), renamed: BTreeMap::new(), conflicts: vec![] };
    merge.annotations();
    merge.merge_duplicates();
    let relations = merge.relations();
    let reviews = merge.reviews();
    let remarks = merge.remarks();
    let mut differing = Vec::new();
    let extra = extra::merge(base.map(|base| &base.extra), &one.extra, &other.extra, &mut differing);
    merge.differ(&AnnotationId::new(""), differing);
    let Merge { kept, conflicts, .. } = merge;
    let (mut set, _) =
        AnnotationSet::new(one.annotator.clone()).with_annotations(kept.into_values().collect());
    set.set_state(state(base.map(AnnotationSet::state), one.state(), other.state()));
    for relation in relations {
        set.insert_relation(relation);
    }
    for review in reviews {
        set.insert_review(review);
    }
    for remark in remarks {
        set.insert_remark(remark);
    }
    orphans::merge(base, [one, other], &mut set);
    let words = |entry: &'a Unread| (entry.list, &*entry.json, &*entry.reason);
    let known: HashSet<_> = one.unread.iter().map(words).collect();
    let mut unread: Vec<Unread> = one.unread.clone();
    unread.extend(other.unread.iter().filter(|entry| !known.contains(&words(entry))).cloned());
    unread.sort_by(|a, b| (a.list, &a.json).cmp(&(b.list, &b.json)));
    set.unread = unread;
    set.extra = extra;
    Merged { set, conflicts }
}

/// Layer, label and place of an annotation.
type Place<'p> = (AnnotationKind, &'p str, &'p Spans);

struct Merge<'a> {
    base: Option<&'a AnnotationSet>,
    one: &'a AnnotationSet,
    other: &'a AnnotationSet,
    kept: BTreeMap<AnnotationId, Annotation>,
    /// Annotations that were made alike in both copies: the identifier that went, and the one that stays.
    renamed: BTreeMap<AnnotationId, AnnotationId>,
    conflicts: Vec<MergeConflict>,
}

fn by_id(set: &AnnotationSet) -> BTreeMap<&AnnotationId, &Annotation> {
    set.annotations().iter().map(|a| (&a.id, a.as_ref())).collect()
}

impl Merge<'_> {
    fn conflict(&mut self, id: &AnnotationId, kind: MergeConflictKind) {
        self.conflicts.push(MergeConflict { id: id.clone(), kind });
    }

    fn differ(&mut self, id: &AnnotationId, differing: Vec<Differing>) {
        for (path, other) in differing {
            self.conflict(id, MergeConflictKind::FieldsDiffer { path, other });
        }
    }

    /// Of two versions on different layers the one that its own copy alone has linked, and the other: links are between
    /// annotations of a layer.
    fn linked<'v>(&self, one: &'v Annotation, other: &'v Annotation) -> Option<[&'v Annotation; 2]> {
        let links = |set: &AnnotationSet, than: &AnnotationSet| {
            let mut own = set.relations_of(&one.id);
            own.any(|relation| than.relation(&relation.id).is_none())
        };
        match (links(self.one, self.other), links(self.other, self.one)) {
            _ if one.kind == other.kind => None,
            (true, false) => Some([one, other]),
            (false, true) => Some([other, one]),
            _ => None,
        }
    }

    fn annotations(&mut self) {
        let (one, other) = (by_id(self.one), by_id(self.other));
        let base = self.base.map(by_id).unwrap_or_default();
        let ids: BTreeSet<&AnnotationId> = one.keys().chain(other.keys()).copied().collect();
        for id in ids {
            let before = base.get(id).copied();
            match (one.get(id).copied(), other.get(id).copied()) {
                (Some(a), Some(b)) => {
                    let mut told = Vec::new();
                    let joined = match self.linked(a, b) {
                        Some([linked, changed]) => {
                            Joined::Two(Box::new([linked.clone(), put_beside(changed)]))
                        }
                        None => join(before, a, b, &mut told),
                    };
                    self.differ(id, told);
                    let [later, earlier] = match joined {
                        Joined::One(joined) => {
                            self.keep(*joined);
                            continue;
                        }
                        Joined::Two(both) => *both,
                    };
                    self.conflict(id, MergeConflictKind::BothChanged(earlier.id.clone()));
                    self.keep(later);
                    // A version that was put beside by an earlier merge may have been worked on since.
                    if !one.contains_key(&earlier.id) && !other.contains_key(&earlier.id) {
                        self.keep(earlier);
                    }
                }
                (Some(left), None) | (None, Some(left)) => match before {
                    // The other copy deleted what this one left alone.
                    Some(before) if say_the_same(before, left) => {}
                    Some(_) => {
                        self.conflict(id, MergeConflictKind::ChangedAndDeleted);
                        self.keep(left.clone());
                    }
                    None => self.keep(left.clone()),
                },
                (None, None) => {}
            }
        }
    }

    fn keep(&mut self, annotation: Annotation) {
        self.kept.insert(annotation.id.clone(), annotation);
    }

    /// What both marked alike on their own stands once, under the identifier that sorts first.
    fn merge_duplicates(&mut self) {
        let (one, other) = (by_id(self.one), by_id(self.other));
        let of = |mine: &BTreeMap<&AnnotationId, &Annotation>,
                  theirs: &BTreeMap<&AnnotationId, &Annotation>| {
            let new = mine.keys().filter(|id| !theirs.contains_key(*id) && self.kept.contains_key(**id));
            new.map(|id| (*id).clone()).collect::<Vec<_>>()
        };
        let (mine, theirs) = (of(&one, &other), of(&other, &one));
        let mut by_place: HashMap<Place<'_>, Vec<AnnotationId>> = HashMap::new();
        for id in theirs {
            let a = other[&id];
            by_place.entry((a.kind, &a.label, &a.spans)).or_default().push(id);
        }
        // What is the same comes before what only one has noted.
        let mut paired: BTreeSet<&AnnotationId> = BTreeSet::new();
        for are_twins in [say_the_same, noted_twins] {
            for id in &mine {
                if paired.contains(id) {
                    continue;
                }
                let Some(a) = self.kept.get(id) else { continue };
                let Some(theirs) = by_place.get_mut(&(a.kind, &*one[id].label, &one[id].spans)) else {
                    continue;
                };
                let twin = theirs.iter().position(|twin| are_twins(a, &self.kept[twin]));
                let Some(twin) = twin.map(|at| theirs.remove(at)) else { continue };
                paired.insert(id);
                let (stays, goes) = if *id < twin { (id.clone(), twin) } else { (twin, id.clone()) };
                let Some(gone) = self.kept.remove(&goes) else { continue };
                if let Some(stays) = self.kept.get_mut(&stays) {
                    let note = if stays.note.is_empty() { &gone.note } else { &stays.note };
                    *stays = with_times(Annotation { note: note.clone(), ..stays.clone() }, &gone);
                }
                self.renamed.insert(goes, stays);
            }
        }
    }

    fn relations(&mut self) -> Vec<Relation> {
        let now = |id: &AnnotationId| self.renamed.get(id).unwrap_or(id).clone();
        let renamed_ends = |relation: &Relation| Relation {
            from: now(&relation.from),
            to: match &relation.to {
                RelationEnd::Here(id) => RelationEnd::Here(now(id)),
                there @ RelationEnd::There { .. } => there.clone(),
            },
            ..relation.clone()
        };
        let list = |set: &AnnotationSet| -> BTreeMap<AnnotationId, Relation> {
            set.relations().map(|r| (r.id.clone(), renamed_ends(r))).collect()
        };
        let (one, other) = (list(self.one), list(self.other));
        let base = self.base.map(list).unwrap_or_default();
        let mut all: BTreeMap<AnnotationId, Relation> = BTreeMap::new();
        let ids: BTreeSet<&AnnotationId> = one.keys().chain(other.keys()).collect();
        for id in ids {
            let before = base.get(id);
            match (one.get(id), other.get(id)) {
                (Some(a), Some(b)) if a == b || before == Some(b) => {
                    all.insert(id.clone(), a.clone());
                }
                (Some(a), Some(b)) if before == Some(a) => {
                    all.insert(id.clone(), b.clone());
                }
                (Some(a), Some(b)) if *a == (Relation { extra: a.extra.clone(), ..b.clone() }) => {
                    let mut told = Vec::new();
                    let extra =
                        extra::merge(before.map(|before| &before.extra), &a.extra, &b.extra, &mut told);
                    self.differ(id, told);
                    all.insert(id.clone(), Relation { extra, ..a.clone() });
                }
                (Some(a), Some(b)) => {
                    // Without times the two are told apart by what they say, so that their order makes no difference.
                    let (one, other) = (content::relation(a), content::relation(b));
                    let (first, second, words) = if one < other { (a, b, other) } else { (b, a, one) };
                    let beside = annotation::beside(id, &words);
                    self.conflicts.push(MergeConflict {
                        id: id.clone(),
                        kind: MergeConflictKind::BothLinked(beside.clone()),
                    });
                    all.insert(id.clone(), first.clone());
                    all.insert(beside.clone(), Relation { id: beside, ..second.clone() });
                }
                (Some(left), None) | (None, Some(left)) if before != Some(left) => {
                    if before.is_some() {
                        let kind = MergeConflictKind::ChangedAndDeleted;
                        self.conflicts.push(MergeConflict { id: id.clone(), kind });
                    }
                    all.insert(id.clone(), left.clone());
                }
                _ => {}
            }
        }
        for relation in all.values() {
            let here = if let RelationEnd::Here(id) = &relation.to { Some(id) } else { None };
            for end in std::iter::once(&relation.from).chain(here) {
                self.bring_back(end);
            }
        }
        // Twins may have made two links one.
        let no_id = AnnotationId::new("");
        let mut said = BTreeSet::new();
        let mut relations: Vec<Relation> = all.into_values().collect();
        relations.retain(|r| said.insert(content::relation(&Relation { id: no_id.clone(), ..r.clone() })));
        relations
    }

    /// A relation that stays needs both its ends.
    fn bring_back(&mut self, id: &AnnotationId) {
        if self.kept.contains_key(id) {
            return;
        }
        let left = [self.one, self.other].into_iter().find_map(|set| set.get(id));
        if let Some(left) = left {
            self.conflict(id, MergeConflictKind::NeededByRelation);
            self.keep(Annotation::clone(left));
        }
    }
}

/// What one changed; where both did, what is less far.
fn state(base: Option<State>, one: State, other: State) -> State {
    match base {
        Some(base) if one == base => other,
        Some(base) if other == base => one,
        _ => one.min(other),
    }
}

/// Whether two annotations are the same but for identifier, times and a note that one of them has.
fn noted_twins(one: &Annotation, other: &Annotation) -> bool {
    one.extra == other.extra && only_one_is_noted(one, other)
}
