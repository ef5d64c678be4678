//! `tippani merge`: of sidecars and of entities files, and what it says of files that are not as they should be.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value as Json, json};

use super::{folder, tippani};

const TEXT: &str = "one two three four";
const MINE: &str = "w/a.txt.asha.annotations.json";
/// No line that is said is longer, but for the path of the folder.
const MAX_LINE_CHARS: usize = 700;

fn sidecar(label: &str) -> Json {
    json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": "a.txt", "characters": 18, "unit": "code-point",
            "sha256": "113f69ccf08f80a63beba2f49218eaa72a183f374065e6cb56ebe9bd68eb79cc",
        },
        "annotator": "asha", "state": "done",
        "annotations": [{
            "id": "01A", "kind": "entity", "label": label,
            "spans": [{ "start": 0, "end": 3, "quote": "one" }],
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        }],
    })
}

fn entities(names: &[(&str, &str)]) -> Json {
    let entity = |(id, name): &(&str, &str)| {
        json!({
            "id": id, "kind": "person", "name": name, "aliases": [], "description": "", "ids": {},
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        })
    };
    let all: Vec<Json> = names.iter().map(entity).collect();
    json!({ "format": "tippani/entities", "version": 1, "annotator": "asha", "entities": all, "same": [], "different": [] })
}

/// A workspace with one sidecar, and files beside it.
fn workspace(files: &[(&str, &Json)]) -> tempfile::TempDir {
    let folder = folder(&[("w/a.txt", TEXT)]);
    for (name, json) in files {
        fs::write(folder.path().join(name), json.to_string()).unwrap();
    }
    folder
}

fn lines_are_short(said: &str) {
    let longest = said.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    assert!(longest <= MAX_LINE_CHARS, "{longest} characters");
}

#[test]
fn what_a_file_says_is_cut_to_a_line() {
    let long = "xy".repeat(20_000);
    let with = |change: &dyn Fn(&mut Json)| {
        let mut file = sidecar("person");
        change(&mut file);
        file
    };
    let folder = workspace(&[(MINE, &with(&|f| f["x-n"] = json!("short")))]);
    let copies: [&dyn Fn(&mut Json); 10] = [
        &|f| f["format"] = json!(long),
        &|f| f["source"]["unit"] = json!(long),
        &|f| f["annotator"] = json!(long.to_uppercase()),
        &|f| f["state"] = json!(long),
        &|f| f["x-n"] = json!(long),
        &|f| f[long.as_str()] = json!(1),
        &|f| f["annotations"][0]["label"] = json!(long),
        &|f| f["annotations"][0]["id"] = json!(long),
        &|f| f["annotations"][0]["spans"][0]["quote"] = json!(long),
        &|f| f["annotations"][0]["created"] = json!(long),
    ];
    for (n, change) in copies.into_iter().enumerate() {
        fs::write(folder.path().join("copy.json"), with(change).to_string()).unwrap();
        let (code, out, err) = tippani(folder.path(), &["merge", MINE, "copy.json", "--dry-run"]);
        assert!(code <= 2 && !(out.is_empty() && err.is_empty()), "{n}: {code}");
        lines_are_short(&out);
        lines_are_short(&err);
        assert!(code < 2 || err.contains("copy.json"), "{n}: the file is named: {err}");
    }
}

#[test]
fn a_cause_is_said_once() {
    let folder = workspace(&[(MINE, &sidecar("person"))]);
    let said = |arguments: &[&str]| {
        let (code, out, err) = tippani(folder.path(), &[&["merge"], arguments].concat());
        assert_eq!(code, 2, "{arguments:?}: {out}{err}");
        err
    };
    let once = |said: &str, words: &str| assert_eq!(said.matches(words).count(), 1, "{said}");
    fs::create_dir(folder.path().join("copy")).unwrap();
    once(&said(&[MINE, "copy"]), "a folder and no file");
    fs::write(folder.path().join("broken.json"), "{").unwrap();
    once(&said(&[MINE, "broken.json"]), "it is not valid JSON");
    once(&said(&[MINE, "gone.json"]), "there is no such file");
    once(&said(&["w/a.txt.ravi.annotations.json", MINE]), "there is no such file");
    fs::write(folder.path().join("w/entities.asha.json"), entities(&[]).to_string()).unwrap();
    once(&said(&["w/entities.asha.json", "broken.json"]), "it cannot be read");
    once(&said(&["w/entities.asha.json", "copy"]), "a folder and no file");
    once(&said(&["w/entities.asha.json", MINE]), "it is not a file of entities");
    fs::write(folder.path().join("w/entities.ravi.json"), "{").unwrap();
    once(&said(&["w/entities.ravi.json", "broken.json"]), "was left as it is");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_in_every_place() {
    let folder = workspace(&[
        (MINE, &sidecar("person")),
        ("copy.json", &sidecar("person")),
        ("w/entities.asha.json", &entities(&[])),
        ("entities.json", &entities(&[])),
    ]);
    let pipe = |name: &str| {
        assert!(Command::new("mkfifo").arg(folder.path().join(name)).status().unwrap().success());
    };
    for name in ["pipe", "w/a.txt.ravi.annotations.json", "w/entities.ravi.json"] {
        pipe(name);
    }
    for arguments in [
        [MINE, "pipe", "--base", "copy.json"],
        [MINE, "copy.json", "--base", "pipe"],
        ["w/a.txt.ravi.annotations.json", "copy.json", "--base", "copy.json"],
        ["w/entities.asha.json", "pipe", "--base", "entities.json"],
        ["w/entities.asha.json", "entities.json", "--base", "pipe"],
        ["w/entities.ravi.json", "entities.json", "--base", "entities.json"],
    ] {
        let (code, out, err) = tippani(folder.path(), &[&["merge"], &arguments[..]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert_eq!(err.matches("a pipe and no file").count(), 1, "{err}");
    }
}

#[test]
fn files_with_a_byte_order_mark_are_merged() {
    let folder = workspace(&[]);
    let write = |name: &str, json: &Json| {
        fs::write(folder.path().join(name), format!("\u{feff}{json}")).unwrap();
    };
    let read = |name: &str| -> Json {
        serde_json::from_slice(&fs::read(folder.path().join(name)).unwrap()).unwrap()
    };
    for (name, label) in [(MINE, "person"), ("copy.json", "event"), ("base.json", "person")] {
        write(name, &sidecar(label));
    }
    let (code, out, err) = tippani(folder.path(), &["merge", MINE, "copy.json", "--base", "base.json"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert_eq!(read(MINE)["annotations"][0]["label"], "event");
    for (name, all) in [
        ("w/entities.asha.json", &[("a", "A")][..]),
        ("copy.json", &[("a", "A"), ("b", "B")]),
        ("base.json", &[("a", "A")]),
    ] {
        write(name, &entities(all));
    }
    let merge = ["merge", "w/entities.asha.json", "copy.json", "--base", "base.json"];
    assert_eq!(tippani(folder.path(), &merge).0, 0);
    assert_eq!(read("w/entities.asha.json")["entities"].as_array().unwrap().len(), 2);
}

#[test]
fn copies_of_an_entities_file_are_merged_by_the_base() {
    let mine = "w/entities.asha.json";
    let base = entities(&[("a", "A"), ("b", "B")]);
    let mut changed = entities(&[("b", "B"), ("c", "C")]);
    changed["entities"][0]["description"] = json!("known");
    changed["x-root"] = json!(1);
    let renamed = entities(&[("a", "A"), ("b", "Other")]);
    let folder = workspace(&[("base.json", &base), ("copy.json", &changed), ("theirs.json", &renamed)]);
    let run = |more: &[&str]| {
        fs::write(folder.path().join(mine), renamed.to_string()).unwrap();
        let (code, out, err) = tippani(folder.path(), &[&["merge", mine], more].concat());
        (code, out, err, read(&folder.path().join(mine)))
    };
    let (code, out, err, found) = run(&["copy.json", "--base", "base.json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "entities.asha.json: 2 entities of asha are there now, 1 of the other copy\n");
    let ids: Vec<&Json> = found["entities"].as_array().unwrap().iter().map(|entity| &entity["id"]).collect();
    assert_eq!(ids, ["b", "c"], "what one deleted and the other left alone is gone");
    let b = &found["entities"][0];
    assert_eq!(
        (&b["name"], &b["description"], &found["x-root"]),
        (&json!("Other"), &json!("known"), &json!(1))
    );
    // Without the base nothing counts as deleted, and what differs is told.
    let (code, out, _, found) = run(&["copy.json"]);
    assert_eq!((code, found["entities"].as_array().unwrap().len()), (1, 3), "{out}");
    assert!(out.contains("b: b was named or described otherwise in both; the words of both stay"), "{out}");
    let (code, out, _, found) = run(&["copy.json", "--base", "base.json", "--dry-run"]);
    assert_eq!((code, found), (0, renamed.clone()), "nothing is written: {out}");
    assert!(out.contains("would be there; nothing was written"), "{out}");
    assert!(run(&["theirs.json"]).1.contains("were there already"));
    let (code, out, _, _) = run(&["copy.json", "--json"]);
    let answer: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &answer["entities"], &answer["new"]), (1, &json!(3), &json!(1)), "{out}");
    assert_eq!(
        (&answer["conflicts"][0]["kind"], &answer["conflicts"][0]["id"]),
        (&json!("both-changed"), &json!("b"))
    );
    // Another annotator's stays a part of its own; a copy beside it is told of.
    let ravis = entities(&[]).to_string().replace("\"asha\"", "\"ravi\"");
    fs::write(folder.path().join("ravi.json"), ravis).unwrap();
    let (code, _, err, _) = run(&["ravi.json"]);
    assert!(code == 2 && err.contains("these are ravi's entities, not asha's"), "{err}");
    fs::write(folder.path().join("w/entities.asha (copy).json"), changed.to_string()).unwrap();
    let (_, _, err) = tippani(folder.path(), &["entities", "list", "w"]);
    assert!(err.contains("another copy of asha’s entities") && err.contains("tippani merge"), "{err}");
}

fn read(path: &Path) -> Json {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}
