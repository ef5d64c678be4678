//! Edits that only the journal has and that were made on another version of the article, where the sidecar is of this one already:
//! another computer moved it, or a check repaired it, before they were saved.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::carry::{Carried, orphan};
use super::journal::OtherSource;
use super::reanchor::old_text;
use crate::analysis::replay;
use crate::model::{Annotation, AnnotationId, AnnotationSet, Document, EntryChange, SetEntry};
use crate::text::Spans;

/// Makes the edits of one other version again on a set of this one. What they made or moved is an orphan of that version, and
/// what they say of an annotation that stands where it stood is said of it in its place here. Nothing where the text of that version
/// is not at hand, or one of them cannot be read.
pub(super) fn carry_onto(
    set: &AnnotationSet,
    edits: &OtherSource,
    document: &Document,
    kept: Option<&Path>,
) -> Option<Carried> {
    let text = old_text(&edits.sha256, None, document, kept)?;
    let old = Document { text, sha256: edits.sha256.clone(), ..document.clone() };
    let changes: Vec<_> = edits.parts.iter().map(|part| part.changes(&old)).collect::<Result<_, _>>().ok()?;
    let of_annotation = |change: &EntryChange| annotation_of(change).is_some();
    let (marks, others): (Vec<EntryChange>, Vec<_>) = changes.into_iter().flatten().partition(of_annotation);
    let base = as_it_was(set, &marks);
    let ids: BTreeSet<AnnotationId> = marks.iter().filter_map(annotation_of).map(|a| a.id.clone()).collect();
    let marked = replay(&base, [marks]);
    let mut carried = set.clone();
    for id in &ids {
        let (before, after) = (base.get(id), marked.set.get(id));
        if before == after {
            continue;
        }
        let here = carried.remove(id);
        carried.remove_orphan(id);
        let Some(after) = after else { continue };
        let in_place = here.zip(before).and_then(|(here, before)| said_in_place(&here, before, after));
        match in_place {
            Some(annotation) => {
                carried.insert(annotation);
            }
            None => {
                carried.insert_orphan(orphan(after, &old));
            }
        }
    }
    // What was given a place in the other version is among the marks.
    let is_mark = |change: &EntryChange| orphan_of(change).is_some_and(|id| ids.contains(id));
    let others = others.into_iter().filter(|change| !is_mark(change)).collect();
    let replayed = replay(&carried, [others]);
    let count = |set: &AnnotationSet| set.annotations().len() + set.orphans().len();
    Some(Carried {
        new: count(&replayed.set).saturating_sub(count(set)),
        conflicts: marked.conflicts.len() + replayed.conflicts.len(),
        set: replayed.set,
        // How long that version was is asked where verdicts follow the article; those of this set have.
        source: (edits.sha256.clone(), 0),
    })
}

fn annotation_of(change: &EntryChange) -> Option<&Arc<Annotation>> {
    match change.after.as_ref().or(change.before.as_ref()) {
        Some(SetEntry::Annotation(annotation)) => Some(annotation),
        _ => None,
    }
}

fn orphan_of(change: &EntryChange) -> Option<&AnnotationId> {
    match change.after.as_ref().or(change.before.as_ref()) {
        Some(SetEntry::Orphan(orphan)) => Some(&orphan.id),
        _ => None,
    }
}

/// The annotations of a set that these changes are of, as they would stand in the version of the changes: what says the same as
/// before a change, or after one, is that.
fn as_it_was(set: &AnnotationSet, changes: &[EntryChange]) -> AnnotationSet {
    let mut base = AnnotationSet::new(set.annotator.clone());
    for change in changes {
        let sides = [&change.before, &change.after].into_iter().filter_map(|side| match side {
            Some(SetEntry::Annotation(annotation)) => Some(annotation),
            _ => None,
        });
        let sides: Vec<&Arc<Annotation>> = sides.collect();
        let Some(id) = sides.first().map(|annotation| &annotation.id) else { continue };
        let is_settled = |known: &Arc<Annotation>| set.get(id).is_some_and(|here| says_the_same(here, known));
        if base.get(id).is_some_and(is_settled) {
            continue;
        }
        let here = set.get(id).map(|here| {
            let same = sides.iter().find(|side| says_the_same(here, side));
            same.map_or_else(|| at_place_of(here, sides[0]), |same| Annotation::clone(same))
        });
        let lost = || set.orphan(id).and(change.before.as_ref()).map(|_| Annotation::clone(sides[0]));
        if let Some(annotation) = here.or_else(lost) {
            base.insert(annotation);
        }
    }
    base
}

/// Whether two annotations differ in nothing but where they and their evidence stand.
fn says_the_same(one: &Annotation, other: &Annotation) -> bool {
    at_place_of(one, other) == *other
}

/// What `annotation` says, where `other` and its evidence stand.
fn at_place_of(annotation: &Annotation, other: &Annotation) -> Annotation {
    let mut moved = Annotation { spans: Spans::clone(&other.spans), ..annotation.clone() };
    for (name, attribute) in &mut moved.attributes {
        attribute.evidence = other.attributes.get(name).and_then(|attribute| attribute.evidence);
    }
    moved
}

/// What an edit made of an annotation, where it stands `here`; nothing where the edit changed its place or its evidence.
fn said_in_place(here: &Annotation, before: &Annotation, after: &Annotation) -> Option<Annotation> {
    let evidence = |annotation: &Annotation| -> Vec<_> {
        let all = annotation.attributes.iter();
        let mut all: Vec<_> = all.filter_map(|(name, a)| Some((name.clone(), a.evidence?.span))).collect();
        all.sort_unstable();
        all
    };
    let stays = before.spans == after.spans && evidence(before) == evidence(after);
    stays.then(|| at_place_of(after, here))
}
