//! Copies that differ in one thing, as they lie in a folder: what is right, through files and the command's own code.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use tippani::format::article;
use tippani::jobs::merge::{MergeDone, MergeOptions, merge};
use tippani::model::AnnotationId;

use crate::folder::folder;

const TEXT: &str = "दिल्ली में मंत्री और सचिव ने बात की 🔴 GST Council met\n";

/// A mark from one character to another.
fn mark(id: &str, label: &str, (start, end): (usize, usize)) -> Json {
    let quote: String = TEXT.chars().skip(start).take(end - start).collect();
    json!({
        "id": id, "kind": if label == "statement" { "claim" } else { "entity" }, "label": label,
        "spans": [{ "start": start, "end": end, "quote": quote }],
        "attributes": {}, "note": "", "origin": { "by": "hand" },
        "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
    })
}

fn file(annotations: &Json) -> Json {
    let document = article::decode("a.txt", TEXT.as_bytes()).value;
    json!({
        "format": "tippani/annotations", "version": 1,
        "source": { "file": "a.txt", "sha256": &*document.sha256, "characters": TEXT.chars().count(), "unit": "code-point", "language": "hi" },
        "annotator": "asha", "state": "in-progress",
        "annotations": annotations, "relations": [], "reviews": [],
    })
}

/// The same with `change` made.
fn with(file: &Json, change: impl FnOnce(&mut Json)) -> Json {
    let mut changed = file.clone();
    change(&mut changed);
    changed
}

/// Writes copies into a folder, as some programs do with a byte order mark, the own one under its name.
pub(crate) fn copies(folder: &Path, own: &str, [base, mine, theirs]: [Option<&Json>; 3]) -> MergeOptions {
    let write = |name: &str, json: Option<&Json>| {
        let path = folder.join(name);
        json.map(|json| fs::write(&path, format!("\u{feff}{json}")).unwrap()).map(|()| path)
    };
    MergeOptions {
        mine: write(own, mine).unwrap(),
        theirs: write("theirs.json", theirs).unwrap(),
        base: write("base.json", base),
        dry: false,
    }
}

fn merged(base: Option<&Json>, mine: &Json, theirs: &Json) -> (Json, MergeDone) {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    let how = copies(folder.path(), "a.txt.asha.annotations.json", [base, Some(mine), Some(theirs)]);
    let done = merge(&how).unwrap();
    (read(&how.mine), done)
}

fn read(path: &Path) -> Json {
    let bytes = fs::read_to_string(path).unwrap();
    serde_json::from_str(bytes.trim_start_matches('\u{feff}')).unwrap()
}

/// What a merge gives, which is the same with the copies changed over, and when either comes once more; and what is told.
#[track_caller]
fn check(base: Option<&Json>, mine: &Json, theirs: &Json) -> (Json, Vec<String>) {
    let (all, done) = merged(base, mine, theirs);
    assert_eq!(merged(base, theirs, mine).0, all, "the order makes no difference");
    for copy in [mine, theirs] {
        assert_eq!(merged(base, &all, copy).0, all, "a copy that comes again changes nothing");
    }
    if let Some(base) = base {
        assert_eq!(
            merged(Some(base), base, theirs).0,
            merged(Some(base), theirs, theirs).0,
            "one side alone"
        );
    }
    let told = done
        .conflicts
        .iter()
        .map(|c| format!("{} {:?}", c.id.as_ref().map_or("", AnnotationId::as_str), c.kind))
        .collect();
    (all, told)
}

fn labels(file: &Json) -> Vec<&str> {
    file["annotations"].as_array().unwrap().iter().map(|a| a["label"].as_str().unwrap()).collect()
}

#[test]
fn unknown_fields_are_merged_by_the_base_at_every_level() {
    let base = with(&file(&json!([mark("01A", "person", (0, 6))])), |f| {
        f["x-root"] = json!({ "deep": [1, "a, b"] });
        f["source"]["details"] = json!({ "title": "One" });
        f["annotations"][0]["x-a"] = json!(2);
        f["annotations"][0]["spans"][0]["x-s"] = json!("of a span");
    });
    let changed = with(&base, |f| {
        f["x-root"] = json!({ "deep": [2] });
        f["source"]["details"] = json!({ "title": "Another" });
        f["annotations"][0]["x-a"] = json!(1);
    });
    let added = with(&base, |f| {
        f["annotations"][0]["x-b"] = json!(1);
        f["annotations"][0]["spans"][0].as_object_mut().unwrap().remove("x-s");
    });
    let (all, told) = check(Some(&base), &changed, &added);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(
        (&all["x-root"], &all["source"]["details"]),
        (&json!({ "deep": [2] }), &json!({ "title": "Another" }))
    );
    let one = &all["annotations"][0];
    assert_eq!((&one["x-a"], &one["x-b"], one["spans"][0].get("x-s")), (&json!(1), &json!(1), None));
    let deleted = with(&base, |f| drop(f.as_object_mut().unwrap().remove("x-root")));
    assert_eq!(check(Some(&base), &base, &deleted).0.get("x-root"), None);
    let (all, told) = check(Some(&base), &changed, &deleted);
    assert_eq!((&all["x-root"], told.len()), (&changed["x-root"], 1), "{told:?}");
}

#[test]
fn lists_that_this_version_does_not_know_are_united() {
    let list = |all: Json| with(&file(&json!([])), |f| f["x-list"] = all);
    let (all, told) = check(None, &list(json!([{ "at": 1 }])), &list(json!([{ "at": 2 }, "a ] b"])));
    assert_eq!((&all["x-list"], told.len()), (&json!(["a ] b", { "at": 1 }, { "at": 2 }]), 0));
    let base = list(json!([1, 2]));
    let (all, _) = check(Some(&base), &list(json!([2, 3])), &list(json!([1, 2, 4])));
    assert_eq!(all["x-list"], json!([2, 3, 4]), "what one took out is out");
    let (all, told) = check(None, &list(json!(1)), &list(json!(2)));
    assert_eq!((&all["x-list"], told.len()), (&json!(2), 1), "a difference is told");
}

#[test]
fn what_is_put_beside_keeps_where_it_came_from() {
    let mine = with(&file(&json!([mark("01K90000000000000000000001", "location", (0, 6))])), |f| {
        f["annotations"][0]["origin"] = json!({ "by": "adjudicated", "from": "ravi/01JD", "score": 0.5 });
    });
    let theirs = with(&file(&json!([mark("01K90000000000000000000001", "person", (0, 6))])), |f| {
        f["annotations"][0]["modified"] = json!("2026-01-02T03:10:00Z");
    });
    let (all, told) = check(None, &mine, &theirs);
    assert_eq!((labels(&all), told.len()), (vec!["person", "location"], 1));
    assert_eq!(all["annotations"][1]["origin"], mine["annotations"][0]["origin"]);
    // Whatever the clocks of the machines.
    let later = with(&mine, |f| f["annotations"][0]["modified"] = json!("2026-01-02T04:14:00+01:00"));
    let (by_later, _) = check(None, &later, &theirs);
    assert_eq!(labels(&by_later), ["location", "person"], "times are compared as moments");
}

#[test]
fn two_verdicts_on_one_target_survive() {
    let review = |verdict: &str, comment: &str, at: &str| json!({ "of": { "annotator": "ravi", "annotation": "01R" }, "verdict": verdict, "comment": comment, "at": at });
    let both = json!([
        review("rejected", "first", "2026-01-02T03:04:05Z"),
        review("accepted", "second", "2026-01-02T03:10:00Z"),
    ]);
    let both = with(&file(&json!([])), |f| f["reviews"] = both);
    let (all, _) = check(None, &both, &both);
    let words = all["reviews"].to_string();
    assert!(words.contains("first") && words.contains("second"), "{words}");
}

#[test]
fn a_link_keeps_the_version_it_can_join() {
    let base = file(&json!([mark("01A", "statement", (0, 6)), mark("01B", "statement", (11, 16))]));
    let linked = with(&base, |f| {
        f["relations"] = json!([{ "id": "01R", "label": "supports", "from": "01A", "to": "01B" }]);
    });
    let other_kind = with(&base, |f| {
        f["annotations"][0] = mark("01A", "person", (0, 6));
        f["annotations"][0]["modified"] = json!("2026-01-02T03:04:06Z");
    });
    for base in [Some(&base), None] {
        let (all, told) = check(base, &linked, &other_kind);
        assert_eq!(all["relations"], linked["relations"]);
        let from = all["annotations"].as_array().unwrap().iter().find(|a| a["id"] == "01A").unwrap();
        assert_eq!(from["kind"], "claim", "the link joins what it joined");
        assert_eq!((labels(&all).len(), told.len()), (3, 1), "{told:?}");
    }
}

#[test]
fn a_link_that_one_changed_and_another_deleted_is_kept_and_told() {
    let base =
        with(&file(&json!([mark("01A", "statement", (0, 6)), mark("01B", "statement", (11, 16))])), |f| {
            f["relations"] = json!([{ "id": "01R", "label": "supports", "from": "01A", "to": "01B" }]);
        });
    let changed = with(&base, |f| f["relations"][0]["label"] = json!("refutes"));
    let deleted = with(&base, |f| f["relations"] = json!([]));
    let (all, told) = check(Some(&base), &changed, &deleted);
    assert_eq!((&all["relations"], told), (&changed["relations"], vec!["01R ChangedAndDeleted".to_owned()]));
}

#[test]
fn a_mark_that_both_made_and_one_noted_is_one() {
    let one = |id: &str, note: &str| {
        with(&file(&json!([mark(id, "person", (0, 6))])), |f| f["annotations"][0]["note"] = json!(note))
    };
    for ids in [["01A", "01B"], ["01B", "01A"], ["01A", "01A"]] {
        for base in [Some(file(&json!([]))), None] {
            let (all, told) = check(base.as_ref(), &one(ids[0], "a note"), &one(ids[1], ""));
            assert_eq!((labels(&all), told.len()), (vec!["person"], 0));
            assert_eq!(all["annotations"][0]["note"], "a note");
        }
    }
}

#[test]
fn copies_that_differ_in_an_unknown_field_alone_are_one_mark() {
    let one = |n: i32| {
        with(&file(&json!([mark("01A", "person", (0, 6))])), |f| f["annotations"][0]["x-n"] = json!(n))
    };
    let (all, told) = check(None, &one(9), &one(10));
    assert_eq!((labels(&all), told.len()), (vec!["person"], 1), "{told:?}");
    assert!(told[0].contains("x-n") && told[0].contains("10"), "the other value is told: {told:?}");
}

#[test]
fn versions_that_stand_side_by_side_differ_in_what_both_changed_alone() {
    let base = file(&json!([mark("01K90000000000000000000001", "person", (0, 6))]));
    let moved = |end: usize, at: &str| {
        with(&base, |f| {
            f["annotations"][0] = mark("01K90000000000000000000001", "person", (0, end));
            f["annotations"][0]["modified"] = json!(at);
        })
    };
    let (first, second) = (moved(10, "2026-01-02T03:10:00Z"), moved(17, "2026-01-02T03:20:00Z"));
    let relabelled = with(&base, |f| f["annotations"][0]["label"] = json!("event"));
    let said = |file: &Json| -> Vec<(String, u64)> {
        let all = file["annotations"].as_array().unwrap().iter();
        let mut all: Vec<_> = all
            .map(|a| (a["label"].as_str().unwrap().to_owned(), a["spans"][0]["end"].as_u64().unwrap()))
            .collect();
        all.sort();
        all
    };
    let both = [("event".to_owned(), 10), ("event".to_owned(), 17)];
    let left = check(Some(&base), &check(Some(&base), &first, &relabelled).0, &second).0;
    let right = check(Some(&base), &first, &check(Some(&base), &relabelled, &second).0).0;
    assert_eq!((said(&left), said(&right)), (both.to_vec(), both.to_vec()));
}
