//! Identifiers that a merge makes.

use tippani::analysis::{MergeConflictKind, merge};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AttributeValue, EntityRef, Evidence, Origin, OriginKind,
    Relation, RelationEnd, Value,
};

use super::{asha, id, link, mark, set, time};

/// The identifiers that a merge makes: of what is said, in bytes that are stated once and for all. A change of these numbers
/// makes two machines of different versions tell one annotation twice.
#[test]
fn identifiers_of_what_is_put_beside_are_frozen() {
    let with = |note: &str| {
        let mut annotation = mark(1, 0, "person", 1);
        note.clone_into(&mut annotation.note);
        annotation
    };
    let made = |one: &Annotation, other: &Annotation| -> String {
        let merged = merge(None, &set(vec![one.clone()]), &set(vec![other.clone()]));
        let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
        let MergeConflictKind::BothChanged(beside) = &conflict.kind else { panic!("{conflict:?}") };
        assert!(merged.set.get(beside).is_some());
        beside.to_string()
    };
    assert_eq!(made(&with("a"), &with("b")), "01K9C70Z3A1WBAZVNSGESVNJJ8");
    // One with every kind of field, and an identifier that is no ULID.
    let mut full = with("टिप्पणी");
    full.id = AnnotationId::new("m-1");
    full.kind = AnnotationKind::Claim;
    full.entity = Some(EntityRef::from("asha-rao"));
    full.origin = Origin { by: OriginKind::Model, from: Some("m1".into()), score: Some(0.25), rule: None };
    full.extra.keep("x/y", "[1, 2]");
    let evidence = Some(Evidence { span: full.spans.first() });
    let values = [
        ("text", Value::Text("दिल्ली".into())),
        ("many", Value::Many(vec!["a".into(), "b".into()])),
        ("flag", Value::Flag(true)),
        ("number", Value::Number(-0.5)),
        ("entity", Value::Entity(EntityRef::from("gst-council"))),
        ("unknown", Value::Entity(EntityRef::Unknown)),
    ];
    for (name, value) in values.clone() {
        full.attributes.insert(name.into(), AttributeValue { value, evidence });
    }
    let mut later = full.clone();
    (later.note, later.modified) = ("later".into(), time(9));
    assert_eq!(made(&full, &later), "m-1-d18f170031b32c55");
    // The order in which attributes were given says nothing.
    let mut turned = full.clone();
    turned.attributes.reverse();
    assert_eq!(made(&turned, &later), "m-1-d18f170031b32c55");
    for (name, _) in values {
        let mut other = full.clone();
        other.attributes.shift_remove(name);
        assert_ne!(made(&other, &later), "m-1-d18f170031b32c55", "{name}");
    }
}

#[test]
fn identifiers_of_links_put_beside_are_frozen() {
    let made = |to: RelationEnd| -> String {
        let mut one = set(vec![mark(1, 0, "person", 1), mark(2, 2, "event", 1)]);
        let mut other = one.clone();
        one.insert_relation(link(3, 1, 2));
        other.insert_relation(Relation { to, ..link(3, 2, 1) });
        let merged = merge(None, &one, &other);
        assert_eq!(merge(None, &other, &one).set, merged.set, "the order makes no difference");
        let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
        let MergeConflictKind::BothLinked(beside) = &conflict.kind else { panic!("{conflict:?}") };
        beside.to_string()
    };
    assert_eq!(made(RelationEnd::Here(id(1))), "01K9C70Z3A1WBJNTNZ2ZVTMMET");
    let there = RelationEnd::There { file: "b.txt".into(), annotator: asha(), annotation: id(7) };
    assert_eq!(made(there), "01K9C70Z3A1WBSR9QKHWBF9NYG");
}
