//! Edits that only the journal has and that were made on another version of the article: they are made again on what the sidecar
//! was then, and move with the article as all else does.

use std::path::Path;
use std::sync::Arc;

use super::Notice;
use super::carry_current::carry_onto;
use super::journal::OtherSource;
use super::reanchor::old_text;
use super::restored::carried_words;
use super::verdicts::own_place;
use crate::analysis::replay;
use crate::format::sidecar;
use crate::model::{Annotation, AnnotationSet, Document, Orphan, Place, QuotedSpan};
use crate::store::SetState;
use crate::text::Span;

/// A set with such edits.
pub(super) struct Carried {
    /// What has no place yet are orphans of that version.
    pub set: AnnotationSet,
    /// The version: its hash, and how many code points it has.
    pub source: (Arc<str>, usize),
    /// How many annotations the edits have made.
    pub new: usize,
    /// In how many things another program had changed the same.
    pub conflicts: usize,
}

impl Carried {
    /// Says what was made again.
    pub(super) fn words(&self, file: &str) -> Notice {
        carried_words(file, self.new, self.conflicts)
    }
}

/// Makes edits of the version again that the sidecar is of, or, where there is no sidecar, that all of them are of; where the
/// sidecar is of the article as it is, those of the first version whose text is at hand. Nothing where there are none, or the text of that version is not at hand, or one of them cannot be read: they stay in the journal then.
pub(super) fn carry_over(
    state: &SetState,
    empty: &AnnotationSet,
    others: &[OtherSource],
    document: &Document,
    kept: Option<&Path>,
) -> Option<Carried> {
    let (set, source, characters) = match state {
        SetState::Outdated(outdated) => {
            let earlier = &outdated.earlier;
            (&earlier.set, &earlier.sha256, usize::try_from(earlier.characters).ok().filter(|n| *n > 0))
        }
        SetState::None => (empty, others.first().map(|other| &other.sha256)?, None),
        SetState::Ready(set) => {
            return others.iter().find_map(|edits| carry_onto(set, edits, document, kept));
        }
        SetState::Blocked(_) => return None,
    };
    let is_alone = matches!(state, SetState::Outdated(_)) || others.len() == 1;
    let edits = others.iter().find(|other| is_alone && other.sha256 == *source)?;
    let text = old_text(source, characters, document, kept)?;
    let old = Document { text, sha256: source.clone(), ..document.clone() };
    let changes: Vec<_> = edits.parts.iter().map(|part| part.changes(&old)).collect::<Result<_, _>>().ok()?;
    let (base, stays) = in_place(set, &old);
    let replayed = replay(&base, changes);
    let new = replayed.set.annotations().len().saturating_sub(base.annotations().len());
    let mut carried = replayed.set;
    let placed: Vec<Arc<Annotation>> = carried.annotations().iter().cloned().collect();
    for annotation in placed {
        let id = &annotation.id;
        let as_it_was = stays.orphan(id).filter(|_| base.get(id) == Some(&annotation));
        let orphan = as_it_was.cloned().unwrap_or_else(|| orphan(&annotation, &old));
        carried.remove(&annotation.id);
        carried.insert_orphan(orphan);
    }
    let conflicts = replayed.conflicts.len();
    Some(Carried { set: carried, source: (source.clone(), old.text.chars()), new, conflicts })
}

/// A set with the orphans of a version in their places there, and the set as it was.
fn in_place<'s>(set: &'s AnnotationSet, old: &Document) -> (AnnotationSet, &'s AnnotationSet) {
    let is_here = |quoted: &QuotedSpan| {
        let span = (old.text.to_byte(quoted.start), old.text.to_byte(quoted.end));
        let span = span.0.zip(span.1).and_then(|(start, end)| Span::new(&old.text, start, end).ok());
        span.is_some_and(|span| old.text.slice(span) == quoted.quote)
    };
    let place = |orphan: &Orphan| -> Option<Place> {
        let is_whole = orphan.parts.iter().chain(orphan.evidence.values()).all(is_here);
        own_place(orphan, &old.text).filter(|_| is_whole && orphan.source == old.sha256)
    };
    let placed: Vec<Annotation> =
        set.orphans().filter_map(|orphan| Some(orphan.placed(&place(orphan)?))).collect();
    let mut base = set.clone();
    for annotation in &placed {
        base.remove_orphan(&annotation.id);
    }
    base.insert_all(placed);
    (base, set)
}

/// An annotation as one that has lost its place, with what stood around it.
pub(super) fn orphan(annotation: &Annotation, old: &Document) -> Orphan {
    let mut orphan = Orphan::of(annotation, old);
    for (part, span) in orphan.parts.iter_mut().zip(annotation.spans.as_slice()) {
        let (before, after) = sidecar::context(&old.text, *span);
        (part.before, part.after) = (before.to_owned(), after.to_owned());
    }
    orphan
}
