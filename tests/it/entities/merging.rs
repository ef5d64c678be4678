//! Copies of one annotator's entities file: what is right for each kind of difference, by the command's own code.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use tippani::format::entities::{decode, encode};
use tippani::jobs::merge::{PartMergeDone, merge_parts};

use crate::folder::folder;
use crate::merge::cases::copies;

fn file(entities: &Json) -> Json {
    json!({ "format": "tippani/entities", "version": 1, "annotator": "asha", "entities": entities, "same": [], "different": [] })
}

fn entity(id: &str, name: &str) -> Json {
    json!({
        "id": id, "kind": "person", "name": name, "aliases": [], "description": "", "ids": {},
        "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
    })
}

/// The same with `change` made.
fn with(file: &Json, change: impl FnOnce(&mut Json)) -> Json {
    let mut changed = file.clone();
    change(&mut changed);
    changed
}

fn merged(base: Option<&Json>, mine: &Json, theirs: &Json) -> (Json, PartMergeDone) {
    let folder = folder(&[]);
    let how = copies(folder.path(), "entities.asha.json", [base, Some(mine), Some(theirs)]);
    let done = merge_parts(&how).unwrap();
    (read(&how.mine), done)
}

/// What a file holds, in the order that it is written in.
fn read(path: &Path) -> Json {
    let part = decode(&fs::read(path).unwrap()).unwrap().value;
    serde_json::from_slice(&encode(&part)).unwrap()
}

/// What a merge gives, which is the same with the copies changed over, and when either comes once more; and what is told.
#[track_caller]
fn check(base: Option<&Json>, mine: &Json, theirs: &Json) -> (Json, Vec<String>) {
    let (all, done) = merged(base, mine, theirs);
    assert_eq!(merged(base, theirs, mine).0, all, "the order makes no difference");
    for copy in [mine, theirs] {
        assert_eq!(merged(base, &all, copy).0, all, "a copy that comes again changes nothing");
    }
    (all, done.conflicts.iter().map(ToString::to_string).collect())
}

#[test]
fn unknown_fields_of_entities_are_merged_by_the_base_at_every_level() {
    let mut belousov = entity("belousov", "Belousov");
    belousov["aliases"] = json!([{ "text": "Белоусов", "x-seen": 1 }]);
    belousov["x-a"] = json!(2);
    let base = with(&file(&json!([belousov])), |f| f["x-root"] = json!({ "deep": [1] }));
    let changed = with(&base, |f| {
        f["x-root"] = json!({ "deep": [2] });
        f["entities"][0]["x-a"] = json!(1);
        f["entities"][0]["aliases"][0]["x-seen"] = json!(0);
    });
    let added = with(&base, |f| {
        f["x-other"] = json!(true);
        f["entities"][0]["x-b"] = json!(1);
    });
    let (all, told) = check(Some(&base), &changed, &added);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!((&all["x-root"], &all["x-other"]), (&json!({ "deep": [2] }), &json!(true)));
    let one = &all["entities"][0];
    assert_eq!((&one["x-a"], &one["x-b"], &one["aliases"][0]["x-seen"]), (&json!(1), &json!(1), &json!(0)));
    let deleted = with(&base, |f| drop(f.as_object_mut().unwrap().remove("x-root")));
    assert_eq!(check(Some(&base), &base, &deleted).0.get("x-root"), None);
    let (all, told) = check(Some(&base), &changed, &deleted);
    assert_eq!(all["x-root"], changed["x-root"]);
    assert_eq!(told, ["one changed the field x-root, the other deleted it; it stays"]);
    let (all, told) =
        check(None, &with(&base, |f| f["x-n"] = json!(9)), &with(&base, |f| f["x-n"] = json!(10)));
    assert_eq!(
        (&all["x-n"], told),
        (&json!(9), vec!["the field x-n differs; the other copy has 10".to_owned()])
    );
}

#[test]
fn changes_of_different_fields_of_an_entity_go_together() {
    let base = file(&json!([entity("belousov", "Belousov")]));
    let one = with(&base, |f| {
        f["entities"][0]["kind"] = json!("organization");
        f["entities"][0]["aliases"] = json!([{ "text": "બેલોસોવ", "language": "gu", "script": "Gujr" }]);
        f["entities"][0]["modified"] = json!("2026-01-02T03:10:00Z");
    });
    let other = with(&base, |f| {
        f["entities"][0]["description"] = json!("minister");
        f["entities"][0]["ids"] = json!({ "wikidata": "Q4079744" });
        f["entities"][0]["modified"] = json!("2026-01-02T04:14:00+01:00");
    });
    let (all, told) = check(Some(&base), &one, &other);
    assert_eq!(told, Vec::<String>::new());
    let found = &all["entities"][0];
    assert_eq!((&found["kind"], &found["description"]), (&json!("organization"), &json!("minister")));
    assert_eq!(
        (&found["aliases"], &found["ids"]),
        (&one["entities"][0]["aliases"], &other["entities"][0]["ids"])
    );
    assert_eq!(found["modified"], "2026-01-02T04:14:00+01:00", "times are compared as moments");
}

#[test]
fn what_both_named_or_described_otherwise_has_the_words_of_both() {
    let base = file(&json!([entity("belousov", "Belousov")]));
    let renamed = |name: &str, words: &str, at: &str| {
        with(&base, |f| {
            f["entities"][0]["name"] = json!(name);
            f["entities"][0]["description"] = json!(words);
            f["entities"][0]["modified"] = json!(at);
        })
    };
    let (one, other) = (
        renamed("A. Belousov", "minister", "2026-01-02T03:20:00Z"),
        renamed("Andrei", "of Russia", "2026-01-02T03:10:00Z"),
    );
    for (base, name, alias) in [(Some(&base), "Andrei", "A. Belousov"), (None, "A. Belousov", "Andrei")] {
        let (all, told) = check(base, &one, &other);
        let found = &all["entities"][0];
        assert_eq!((&found["name"], &found["aliases"][0]["text"]), (&json!(name), &json!(alias)));
        assert_eq!(found["description"], "of Russia\nminister");
        assert_eq!(told, ["belousov was named or described otherwise in both; the words of both stay"]);
    }
}

#[test]
fn an_entity_that_one_changed_and_another_deleted_is_kept_and_told() {
    let base = file(&json!([entity("belousov", "Belousov"), entity("modi", "Modi")]));
    let changed = with(&base, |f| f["entities"][0]["description"] = json!("minister"));
    let deleted = with(&base, |f| f["entities"] = json!([]));
    let (all, told) = check(Some(&base), &changed, &deleted);
    assert_eq!(all["entities"], json!([changed["entities"][0]]), "what one left alone is gone");
    assert_eq!(told, ["belousov was changed in one and deleted in the other; it stays"]);
}

#[test]
fn judgements_that_contradict_keep_two_apart() {
    let base = file(&json!([entity("a", "A"), entity("b", "B")]));
    let judged = |list: &str| with(&base, |f| f[list] = json!([["a", "b"]]));
    let (all, told) = check(Some(&base), &judged("same"), &judged("different"));
    assert_eq!((&all["same"], &all["different"]), (&json!([]), &json!([["a", "b"]])));
    assert_eq!(told, ["a and b are one in one copy and two in the other; they stay apart"]);
    let (all, told) = check(Some(&judged("same")), &judged("different"), &base);
    assert_eq!((&all["different"], told.len()), (&json!([["a", "b"]]), 1), "{told:?}");
}

#[test]
fn entries_that_cannot_be_read_are_merged_by_the_base() {
    let author = entity("author", "Somebody");
    let base = file(&json!([author, entity("modi", "Modi")]));
    let deleted = with(&base, |f| drop(f["entities"].as_array_mut().unwrap().remove(0)));
    let changed = with(&base, |f| f["entities"][1]["description"] = json!("minister"));
    let (all, _) = check(Some(&base), &deleted, &changed);
    assert_eq!(all["entities"], json!([changed["entities"][1]]));
    assert_eq!(check(None, &deleted, &changed).0["entities"].as_array().unwrap().len(), 2);
}
