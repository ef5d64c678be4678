//! Other copies of one's own files, merged in the window: the same comes of it as on the command line.

use std::fs;
use std::path::Path;

use egui_kittest::kittest::Queryable as _;
use serde_json::{Value as Json, json};
use tippani::format::{article, entities, sidecar};
use tippani::jobs::merge::{MergeOptions, merge, merge_parts};
use tippani::model::{AnnotationSet, Document, Unread};

use super::driver::Window;
use super::steps::{self, has, saved};
use crate::folder::folder;

const TEXT: &str = "one two three four";
const MINE: &str = "a.txt.asha.annotations.json";
const COPY: &str = "a.txt.asha.annotations (conflicted copy).json";
const ENTITIES: &str = "entities.asha.json";
const ENTITIES_COPY: &str = "entities.asha (conflicted copy).json";

/// Asha's sidecar with these labels on the first words, and `change` made.
fn sidecar(labels: &[&str], change: impl FnOnce(&mut Json)) -> Json {
    let mut file: Json = serde_json::from_slice(&steps::sidecar("asha", labels)).unwrap();
    change(&mut file);
    file
}

fn verdict(verdict: &str, comment: &str, at: &str) -> Json {
    json!([{ "of": { "annotator": "ravi", "annotation": "01R" }, "verdict": verdict, "comment": comment, "at": at }])
}

/// What the command makes of a copy, byte for byte.
fn by_command(mine: &Json, copy: &Json) -> Vec<u8> {
    let (mine, copy) = (mine.to_string(), copy.to_string());
    let folder = folder(&[("a.txt", TEXT.as_bytes()), (MINE, mine.as_bytes()), (COPY, copy.as_bytes())]);
    let at = |name: &str| folder.path().join(name);
    merge(&MergeOptions { mine: at(MINE), theirs: at(COPY), base: None, dry: false }).unwrap();
    fs::read(at(MINE)).unwrap()
}

/// A window in which a copy was merged.
fn by_window(mine: &Json, copy: &Json) -> Window {
    let (mine, copy) = (mine.to_string(), copy.to_string());
    let mut window =
        Window::on_bytes(&[("a.txt", TEXT.as_bytes()), (MINE, mine.as_bytes()), (COPY, copy.as_bytes())]);
    window.harness.get_by_label("Merge it").click_accesskit();
    window.wait("the copy set aside", |w| {
        !w.folder().join(COPY).exists() && w.harness.query_by_label("Merge it").is_none()
    });
    saved(&mut window);
    window
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn document() -> Document {
    article::decode("a.txt", TEXT.as_bytes()).value
}

fn decoded(file: &Json) -> AnnotationSet {
    sidecar::decode(file.to_string().as_bytes(), &document()).unwrap().value
}

/// The bytes of a sidecar as this program writes them.
fn as_written(file: &Json) -> String {
    text(&sidecar::encode(&decoded(file), &document()).unwrap())
}

fn unread(file: &Json) -> Vec<Unread> {
    decoded(file).unread
}

/// The same comes of both, and is told; and undo gives the bytes that were there, but for entries that cannot be read.
#[track_caller]
fn check(mine: &Json, copy: &Json, told: &str) {
    let mut window = by_window(mine, copy);
    let read = |w: &Window| {
        let found = text(&fs::read(w.folder().join(MINE)).unwrap());
        let before = mine.to_string();
        // What is as it was is not written.
        if found == before { as_written(mine) } else { found }
    };
    assert_eq!(read(&window), text(&by_command(mine, copy)));
    assert!(has(&window, told), "{told}");
    window.press("Ctrl+Z");
    saved(&mut window);
    if unread(mine) == unread(copy) {
        assert_eq!(read(&window), as_written(mine), "in one step");
    }
}

#[test]
fn what_this_version_does_not_know_is_merged_as_by_the_command() {
    let mine = sidecar(&["person"], |f| {
        f["x-mine"] = json!({ "deep": [1, "a, b"] });
        f["x-list"] = json!([1, 2]);
    });
    let copy = sidecar(&["person", "location"], |f| {
        f["source"]["details"] = json!({ "title": "T" });
        f["source"]["x-source"] = json!("kept");
        f["x-copy"] = json!(1);
        f["x-list"] = json!([2, 3]);
        f["annotations"][0]["x-a"] = json!([true]);
        f["annotations"][0]["spans"][0]["x-s"] = json!("of a span");
        f["annotations"][1]["attributes"] = json!({ "topic": { "value": "dam", "x-v": 1 } });
        f["reviews"] = verdict("accepted", "fine", "2026-01-02T03:04:05Z");
        f["reviews"][0]["x-r"] = json!(null);
        f["relations"] = json!([{
            "id": "01K9C70Z3A1WB9XSCQ570D1V09", "label": "related", "x-l": 2,
            "from": "01K9C70Z3A1WB9XSCQ570D1V00", "to": "01K9C70Z3A1WB9XSCQ570D1V01",
        }]);
    });
    check(&mine, &copy, "1 annotation brought in from the copy");
    let all: Json = serde_json::from_slice(&by_command(&mine, &copy)).unwrap();
    assert_eq!(
        (&all["x-mine"], &all["x-copy"], &all["x-list"]),
        (&mine["x-mine"], &json!(1), &json!([1, 2, 3]))
    );
    assert_eq!(all["source"]["details"], json!({ "title": "T" }));
    assert_eq!(all["annotations"][0]["x-a"], json!([true]));
    // Entries of a list that this version knows, but not as it knows them.
    let later = sidecar(&["person"], |f| f["decisions"] = json!([{ "at": 1 }]));
    check(&mine, &later, "0 annotations brought in from the copy");
    let all: Json = serde_json::from_slice(&by_command(&mine, &later)).unwrap();
    assert_eq!(all["decisions"], json!([{ "at": 1 }]));
}

#[test]
fn each_difference_is_told() {
    let mine = sidecar(&["person", "event"], |f| {
        f["x-n"] = json!(9);
        f["reviews"] = verdict("accepted", "fine", "2026-01-02T03:04:05Z");
        f["answers"] = json!([{ "to": { "reviewer": "lead", "annotation": "01A" }, "text": "a storm", "at": "2026-01-02T03:04:05Z" }]);
        f["relations"] = json!([{
            "id": "01K9C70Z3A1WB9XSCQ570D1V09", "label": "related",
            "from": "01K9C70Z3A1WB9XSCQ570D1V00", "to": "01K9C70Z3A1WB9XSCQ570D1V01",
        }]);
    });
    let copy = |change: &dyn Fn(&mut Json)| {
        let mut copy = mine.clone();
        change(&mut copy);
        copy
    };
    check(&mine, &copy(&|_| {}), "Everything in the copy was here already");
    let relabelled = copy(&|f| f["annotations"][0]["label"] = json!("organization"));
    check(&mine, &relabelled, "1 annotation changed in both; both versions stand side by side");
    let judged = copy(&|f| f["reviews"] = verdict("rejected", "edges", "2026-01-02T04:04:05Z"));
    check(&mine, &judged, "1 verdict differed");
    let answered = copy(&|f| f["answers"][0]["text"] = json!("see the map"));
    check(&mine, &answered, "1 remark of a review differed");
    let linked = copy(&|f| f["relations"][0]["to"] = json!("01K9C70Z3A1WB9XSCQ570D1V00"));
    check(&mine, &linked, "1 link was made otherwise in both");
    check(&mine, &copy(&|f| f["x-n"] = json!(10)), "1 field that this version does not know differed");
    check(&mine, &copy(&|f| f["state"] = json!("in-progress")), "what is less far stays");
}

#[test]
fn a_copy_leaves_the_state_as_the_copies_have_it() {
    let todo = |labels: &[&str]| sidecar(labels, |f| f["state"] = json!("todo"));
    check(&todo(&["person"]), &todo(&["person", "location"]), "1 annotation brought in from the copy");
    // Where there is no sidecar yet the copy is all there is.
    let copy = sidecar(&["person"], |_| {}).to_string();
    let mut window = Window::on_bytes(&[("a.txt", TEXT.as_bytes()), (COPY, copy.as_bytes())]);
    window.harness.get_by_label("Merge it").click_accesskit();
    window.wait("the copy", |w| w.harness.query_by_label("Merge it").is_none());
    saved(&mut window);
    let found = fs::read(window.folder().join(MINE)).unwrap();
    assert_eq!(text(&found), as_written(&serde_json::from_str(&copy).unwrap()));
}

fn entity(id: &str, name: &str, more: &Json) -> Json {
    let mut entity = json!({
        "id": id, "kind": "person", "name": name, "aliases": [], "description": "", "ids": {},
        "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
    });
    entity.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    entity
}

fn part(entities: &Json, more: &Json) -> String {
    let mut file = json!({
        "format": "tippani/entities", "version": 1, "annotator": "asha", "entities": entities, "same": [],
        "different": [],
    });
    file.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file.to_string()
}

#[test]
fn another_copy_of_ones_own_entities_is_merged_as_by_the_command() {
    let mine = part(&json!([entity("belousov", "Belousov", &json!({ "x-a": 1 }))]), &json!({ "x-mine": 1 }));
    let copy = part(
        &json!([
            entity("belousov", "Andrei Belousov", &json!({ "x-b": 2, "modified": "2026-01-02T05:00:00Z" })),
            entity("modi", "Narendra Modi", &json!({})),
        ]),
        &json!({ "x-mine": 2, "rejected": [["Belousov", "modi"]] }),
    );
    let files: [(&str, &[u8]); 3] =
        [("a.txt", TEXT.as_bytes()), (ENTITIES, mine.as_bytes()), (ENTITIES_COPY, copy.as_bytes())];
    let other = folder(&files);
    let at = |name: &str| other.path().join(name);
    merge_parts(&MergeOptions { mine: at(ENTITIES), theirs: at(ENTITIES_COPY), base: None, dry: false })
        .unwrap();
    let expected = text(&fs::read(at(ENTITIES)).unwrap());
    assert!(expected.contains("Narendra Modi") && expected.contains("x-b"), "{expected}");

    let mut window = Window::on_bytes(&files);
    window.press("Ctrl+Shift+3");
    window.wait("the copy", |w| has(w, "There is another copy of your entities here"));
    assert!(has(&window, ENTITIES_COPY), "its name is said");
    window.harness.get_by_label("Merge it").click_accesskit();
    window.wait("the copy set aside", |w| !w.folder().join(ENTITIES_COPY).exists());
    let read = |folder: &Path| text(&fs::read(folder.join(ENTITIES)).unwrap());
    window.wait("the entities", |w| read(w.folder()) == expected);
    assert!(!has(&window, "There is another copy of your entities here"), "it is merged once");
    for told in [
        "1 entity brought in from the copy",
        "belousov was named or described otherwise in both; the words of both stay",
        "“x-mine” of your entities’ file differs; one value stays",
    ] {
        assert!(has(&window, told), "{told}");
    }
    window.harness.get_by_label("Undo entity change").click_accesskit();
    let before = entities::decode(mine.as_bytes()).unwrap().value;
    window.wait("the entities before", |w| {
        let now = entities::decode(&fs::read(w.folder().join(ENTITIES)).unwrap()).unwrap().value;
        now.entities().eq(before.entities()) && now.rejected().len() == 0
    });
}
