//! Verdicts on annotations of an article that was changed: one that was up to date stays so where its annotation is certain.
//!
//! A verdict is up to date by the hash of what it saw, and places are in that hash. So where an annotation has moved with its
//! article and nothing else of it was changed, the verdict is given the hash of what is there now.

use std::collections::BTreeMap;
use std::path::Path;

use super::reanchor::{find_places, old_text};
use super::{CancelToken, Cancelled};
use crate::analysis::{Anchored, OldText, reanchor};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, ContentHash, Document, Orphan, Place, RelationEnd, Review,
};
use crate::store::{self, SetState};
use crate::text::{SourceText, Span, Spans};

/// The verdicts of a set of the version `length` tells of, as far as what they are on has moved with the article. Nothing where the
/// old text is not at hand.
///
/// # Errors
/// When it was cancelled.
pub(super) fn follow(
    root: &Path,
    document: &Document,
    set: &AnnotationSet,
    length: (&str, usize),
    (kept, cancel): (Option<&Path>, &CancelToken),
) -> Result<Vec<Review>, Cancelled> {
    if set.reviews().len() == 0 {
        return Ok(Vec::new());
    }
    let (source, characters) = length;
    let characters = Some(characters).filter(|characters| *characters > 0);
    let Some(old) = old_text(source, characters, document, kept) else { return Ok(Vec::new()) };
    let mut reviews: Vec<&Review> = set.reviews().collect();
    reviews.sort_by(|a, b| a.of.cmp(&b.of));
    let mut followed = Vec::new();
    for of_one in reviews.chunk_by(|a, b| a.of.annotator == b.of.annotator) {
        let annotator = &of_one[0].of.annotator;
        let (theirs, both): (AnnotationSet, Vec<[Annotation; 2]>) =
            match store::read_set(root, document, annotator).0 {
                SetState::Ready(theirs) => {
                    let both = backward(of_one, &theirs, &old, document, cancel)?;
                    (theirs, both)
                }
                SetState::Outdated(theirs) if *theirs.earlier.sha256 == *source => {
                    let places = find_places(&theirs.earlier.set, document, Some(length), kept, cancel)?;
                    let both = |(id, place): (&AnnotationId, &Place)| {
                        let orphan = theirs.earlier.set.orphan(id)?;
                        Some([orphan.placed(&own_place(orphan, &old)?), orphan.placed(place)])
                    };
                    let both = places.certain().filter_map(both).collect();
                    (theirs.earlier.set, both)
                }
                SetState::Outdated(_) | SetState::None | SetState::Blocked(_) => continue,
            };
        let both: BTreeMap<_, _> = both.iter().map(|[before, now]| (&before.id, (before, now))).collect();
        for review in of_one {
            let Some((before, now)) = both.get(&review.of.annotation) else { continue };
            let links = || theirs.relations_of(&before.id).filter(|relation| relation.from == before.id);
            let seen = ContentHash::with_links(before, links(), |id| both.get(id).map(|(before, _)| *before));
            if review.saw == Some(seen) {
                let saw = ContentHash::with_links(now, links(), |id| both.get(id).map(|(_, now)| *now));
                followed.push(Review { saw: Some(saw), ..(*review).clone() });
            }
        }
    }
    Ok(followed)
}

/// Annotations that are in their new place already, each as it was in the old text and as it is now.
fn backward(
    reviews: &[&Review],
    theirs: &AnnotationSet,
    old: &SourceText,
    document: &Document,
    cancel: &CancelToken,
) -> Result<Vec<[Annotation; 2]>, Cancelled> {
    let mut now: BTreeMap<&AnnotationId, &Annotation> = BTreeMap::new();
    for review in reviews {
        let id = &review.of.annotation;
        // What its links end at is part of what was judged.
        let ends = theirs.relations_of(id).filter_map(|relation| match &relation.to {
            RelationEnd::Here(end) => Some(end),
            RelationEnd::There { .. } => None,
        });
        let all = std::iter::once(id).chain(ends).filter_map(|id| theirs.get(id));
        now.extend(all.map(|annotation| (&annotation.id, annotation.as_ref())));
    }
    let now: Vec<&Annotation> = now.into_values().collect();
    let orphans: Vec<Orphan> = now.iter().map(|annotation| Orphan::of(annotation, document)).collect();
    let orphaned: Vec<&Orphan> = orphans.iter().collect();
    let new = OldText::Known(&document.text);
    let places = reanchor(&orphaned, new, old, &|| !cancel.is_cancelled()).ok_or(Cancelled)?;
    let both = |((now, orphan), anchored): ((&&Annotation, &Orphan), Anchored)| match anchored {
        Anchored::Certain(place) => Some([orphan.placed(&place), (*now).clone()]),
        Anchored::Likely(_) | Anchored::Gone => None,
    };
    Ok(now.iter().zip(&orphans).zip(places).filter_map(both).collect())
}

/// Where an orphan stood in the text it was made for.
pub(super) fn own_place(orphan: &Orphan, text: &SourceText) -> Option<Place> {
    let span = |quoted: &crate::model::QuotedSpan| {
        Span::new(text, text.to_byte(quoted.start)?, text.to_byte(quoted.end)?).ok()
    };
    let spans = orphan.parts.iter().map(span).collect::<Option<Vec<_>>>()?;
    let evidence = orphan.evidence.iter().map(|(name, quoted)| Some((name.clone(), span(quoted)?)));
    Some(Place { spans: Spans::new(spans).ok()?, evidence: evidence.collect::<Option<_>>()? })
}
