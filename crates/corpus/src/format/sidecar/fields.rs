//! What the fields of a file as a whole say that the analyst changes.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::shape::UnlinkedShape;
use super::value::EndShape;
use crate::format::html::language_tag;
use crate::model::{
    AnnotationId, AnnotationSet, Annotator, ArticleDetails, DETAILS, EntryKey, Field, RelationEnd, UNLINKED,
};

/// Pairs of annotations that the annotator of a set of `file` does not want suggested for a link any more; those that cannot be
/// read are left out.
#[must_use]
pub fn unlinked(set: &AnnotationSet, file: &Arc<str>) -> Vec<(EntryKey, EntryKey)> {
    pairs(set).iter().filter_map(|pair| ends(pair, file, &set.annotator)).collect()
}

/// The field of a set of `file` with that pair in it, or without it, whichever of the two comes first; nothing where it is to have
/// none.
#[must_use]
pub fn with_unlinked(
    set: &AnnotationSet,
    file: &Arc<str>,
    (one, other): (&EntryKey, &EntryKey),
    is_in: bool,
) -> Option<Field> {
    let mut all = pairs(set);
    all.retain(|pair| {
        let ends = ends(pair, file, &set.annotator);
        let is_it = |(a, b): (EntryKey, EntryKey)| (&a, &b) == (one, other) || (&a, &b) == (other, one);
        !ends.is_some_and(is_it)
    });
    if is_in {
        let end = |key| match RelationEnd::at(key, file, &set.annotator) {
            RelationEnd::Here(id) => Json::from(id.as_str()),
            RelationEnd::There { file, annotator, annotation } => {
                json!({"file": &*file, "annotator": annotator.as_str(), "annotation": annotation.as_str()})
            }
        };
        all.push(json!({"from": end(one), "to": end(other)}));
    }
    (!all.is_empty()).then(|| Field::new(UNLINKED, &Json::from(all).to_string()))
}

/// What the annotator of a set typed of its article; what is no text is left out.
#[must_use]
pub fn details(set: &AnnotationSet) -> ArticleDetails {
    let typed = typed(set);
    let value = |name: &str| {
        let value = typed.get(name)?.as_str()?.trim();
        (!value.is_empty()).then(|| Arc::from(value))
    };
    ArticleDetails::of_values(ArticleDetails::NAMES.map(value))
}

/// The language that the annotator of one of these sets typed, the first one first; what is no BCP 47 tag is none.
#[must_use]
pub fn typed_language<'s>(sets: impl IntoIterator<Item = &'s AnnotationSet>) -> Option<Arc<str>> {
    sets.into_iter().find_map(|set| language_tag(&details(set).language?).map(Arc::from))
}

/// The field of a set with these details in place of those it has, beside what this version does not know of them; nothing where it
/// is to have none.
#[must_use]
pub fn with_details(set: &AnnotationSet, details: &ArticleDetails) -> Option<Field> {
    let mut all = typed(set);
    for (name, value) in ArticleDetails::NAMES.into_iter().zip(details.values()) {
        match value.map(str::trim).filter(|value| !value.is_empty()) {
            Some(value) => all.insert(name.to_owned(), Json::from(value)),
            None => all.remove(name),
        };
    }
    (!all.is_empty()).then(|| Field::new(DETAILS, &Json::from(all).to_string()))
}

fn typed(set: &AnnotationSet) -> serde_json::Map<String, Json> {
    set.field(DETAILS).and_then(|field| serde_json::from_str(field.json()).ok()).unwrap_or_default()
}

/// The list as it stands there.
fn pairs(set: &AnnotationSet) -> Vec<Json> {
    set.field(UNLINKED).and_then(|field| serde_json::from_str(field.json()).ok()).unwrap_or_default()
}

fn ends(pair: &Json, file: &Arc<str>, annotator: &Annotator) -> Option<(EntryKey, EntryKey)> {
    let text = pair.to_string();
    let UnlinkedShape { from, to, .. } = serde_json::from_str(&text).ok()?;
    Some((key(from, file, annotator)?, key(to, file, annotator)?))
}

fn key(end: EndShape<'_>, file: &Arc<str>, annotator: &Annotator) -> Option<EntryKey> {
    Some(match end {
        EndShape::Here(id) => EntryKey::new(file, annotator, &AnnotationId::new(&*id)),
        EndShape::There(there) => {
            let (file, annotator) = (Arc::from(&*there.file), Annotator::new(&there.annotator).ok()?);
            EntryKey { file, annotator, id: AnnotationId::new(&*there.annotation) }
        }
    })
}
