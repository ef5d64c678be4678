//! Two copies of a set in which annotations have lost their place.

use tippani::analysis::{MergeConflictKind, merge};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, EntityRef, Origin,
    OriginKind, Orphan, Value,
};
use tippani::text::{ByteOffset, Span};

use super::articles::document;

const TEXT: &str = "Gita Rao said that the dam was safe.\n";

/// A mark on the words, changed last in this second.
fn mark(document: &Document, words: &str, note: &str, second: u8) -> Annotation {
    let start = document.text.as_str().find(words).unwrap();
    let (start, end) = (ByteOffset::new(start), ByteOffset::new(start + words.len()));
    let span = Span::new(&document.text, start, end).unwrap();
    let now = format!("2026-01-02T03:04:{second:02}Z").parse().unwrap();
    let mut mark =
        Annotation::new(AnnotationId::new("01A"), AnnotationKind::Entity, "person", span.into(), now);
    note.clone_into(&mut mark.note);
    mark
}

fn set(placed: Option<Annotation>, orphan: Option<Orphan>) -> AnnotationSet {
    let set = AnnotationSet::new(Annotator::new("asha").unwrap());
    let (mut set, _) = set.with_annotations(placed.into_iter().collect());
    if let Some(orphan) = orphan {
        set.insert_orphan(orphan);
    }
    set
}

/// What is left of 01A when two copies are merged: its note, and whether it has a place; in either order of the copies.
fn check(
    base: Option<&AnnotationSet>,
    one: &AnnotationSet,
    other: &AnnotationSet,
    expected: Option<(&str, bool)>,
) {
    for merged in [merge(base, one, other).set, merge(base, other, one).set] {
        let id = AnnotationId::new("01A");
        let placed = merged.get(&id).map(|annotation| (annotation.note.as_str(), true));
        let orphan = merged.orphan(&id).map(|orphan| (orphan.note.as_str(), false));
        assert!(placed.is_none() || orphan.is_none(), "it is there once");
        assert_eq!(placed.or(orphan), expected);
    }
}

#[test]
fn a_place_stays_and_what_was_said_last() {
    let document = document(TEXT, false);
    let placed = |note: &str, second| Some(mark(&document, "Gita Rao", note, second));
    let orphan = |note: &str, second| Some(Orphan::of(&mark(&document, "dam", note, second), &document));
    let none = || set(None, None);
    let base = set(None, orphan("before", 1));
    check(None, &set(placed("placed", 3), None), &set(None, orphan("before", 1)), Some(("placed", true)));
    check(None, &set(placed("placed", 3), None), &set(None, orphan("later", 5)), Some(("later", true)));
    check(None, &set(None, orphan("before", 1)), &set(None, orphan("later", 5)), Some(("later", false)));
    check(None, &set(None, orphan("before", 1)), &none(), Some(("before", false)));
    check(Some(&base), &set(None, orphan("before", 1)), &none(), None);
    check(Some(&base), &set(None, orphan("later", 5)), &none(), Some(("later", false)));
    check(Some(&base), &set(placed("placed", 3), None), &none(), Some(("placed", true)));
}

/// What is reported of the fields of 01A that both copies changed: where each stands, and the value that was not kept; in either
/// order of the copies.
fn check_fields(base: &Orphan, one: &Orphan, other: &Orphan, expected: &[(&str, Option<&str>)]) {
    let [base, one, other] = [base, one, other].map(|orphan| set(None, Some(orphan.clone())));
    for merged in [merge(Some(&base), &one, &other), merge(Some(&base), &other, &one)] {
        let fields: Vec<(&str, Option<&str>)> = merged
            .conflicts
            .iter()
            .filter_map(|conflict| match &conflict.kind {
                MergeConflictKind::FieldsDiffer { path, other } => Some((path.as_str(), other.as_deref())),
                _ => None,
            })
            .collect();
        assert_eq!(fields, expected);
    }
}

#[test]
fn the_value_that_was_not_kept_is_reported_as_files_have_it() {
    let document = document(TEXT, false);
    let base = Orphan::of(&mark(&document, "dam", "", 1), &document);
    let version = |label: &str, entity: &str, origin: Origin, values: [Value; 3]| {
        let mut orphan = base.clone();
        orphan.label = label.into();
        orphan.entity = Some(EntityRef::from(entity));
        orphan.origin = origin;
        orphan.attributes = ["factive", "of", "tone"].map(Into::into).into_iter().zip(values).collect();
        orphan
    };
    let model =
        Origin { by: OriginKind::Model, from: Some("tagger".into()), score: Some(0.5), ..Origin::default() };
    let import = Origin { by: OriginKind::Import, from: Some("notes.json".into()), ..Origin::default() };
    let tone = |tones: &[&str]| Value::Many(tones.iter().map(|&tone| tone.to_owned()).collect());
    let entity = |entity: &str| Value::Entity(EntityRef::from(entity));
    check_fields(
        &base,
        &version("group", "author", model, [Value::Flag(false), entity("Gita Rao"), tone(&["calm", "sad"])]),
        &version(
            "place",
            "gita-rao",
            import,
            [Value::Flag(true), entity("a dam by a lake"), tone(&["angry"])],
        ),
        &[
            ("label", Some("group")),
            ("entity", Some("author")),
            ("origin", Some("model, tagger, 0.5")),
            ("attributes/factive", Some("false")),
            ("attributes/of", Some("Gita Rao")),
            ("attributes/tone", Some("calm, sad")),
        ],
    );
}
