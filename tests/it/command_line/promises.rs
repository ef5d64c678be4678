//! What the README says of the command line and nothing else holds: encodings, faces, limits, how losses are listed, and the shapes
//! that machines are answered in.

use std::collections::BTreeSet;
use std::fs::{self, File};

use serde_json::Value as Json;
use tippani::format::json_schema;

use super::{IMPORT, folder, samples, tippani};
use crate::folder::folder as folder_of_bytes;

/// *Choir.* in windows-1251, too short to be told from windows-1252.
const CHOIR: &[u8] = b"\xd5\xee\xf0.\n";

/// What the program answers as JSON, and its exit code.
fn answer(folder: &tempfile::TempDir, arguments: &[&str]) -> (i32, Json) {
    let (code, out, err) = tippani(folder.path(), arguments);
    (code, serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}{err}")))
}

/// What the fonts of the report draw, each once.
fn drawn(report: &Json) -> String {
    report["faces"].as_array().unwrap().iter().map(|face| face["sample"].as_str().unwrap()).collect()
}

#[test]
fn an_encoding_is_told_and_another_one_is_chosen_for_all() {
    let import = "{\"text\":\"Хор.\\n\",\"label\":[[0,3,\"organization\"]]}\n";
    let folder = folder_of_bytes(&[("w/a.txt", CHOIR), ("in.jsonl", import.as_bytes())]);
    let check = |more: &[&str], code: i32, told: usize, text: &str| {
        let (found, checked) = answer(&folder, &[&["check", "w", "--json"][..], more].concat());
        let issues = checked["issues"].as_array().unwrap();
        assert_eq!((found, issues.len()), (code, told), "{more:?}: {checked}");
        let said = |issue: &Json| issue["what"].as_str().unwrap().contains("not UTF-8 and was read as");
        assert!(issues.iter().all(said), "{checked}");
        let fonts = answer(&folder, &[&["fonts", "w/a.txt", "--json"][..], more].concat());
        assert_eq!(drawn(&fonts.1), text, "{more:?}");
    };
    // By what the bytes look like, with a word on it; and as was said.
    check(&[], 1, 1, "Õîð.");
    check(&["--encoding", "windows-1251"], 0, 0, "Хор.");
    let (code, _, said) = tippani(folder.path(), &["check", "w", "--encoding", "windows-1249"]);
    assert!(code == 2 && said.contains("no encoding has this name; known are UTF-8"), "{said}");

    // The sidecar keeps it, so it need not be said again.
    let import = [&IMPORT[..], &["--encoding", "windows-1251"]].concat();
    let (code, out, err) = tippani(folder.path(), &import);
    assert_eq!(code, 0, "{out}{err}");
    let sidecar = fs::read(folder.path().join("w/a.txt.m.annotations.json")).unwrap();
    let sidecar: Json = serde_json::from_slice(&sidecar).unwrap();
    let quote = &sidecar["annotations"][0]["spans"][0]["quote"];
    assert_eq!((&sidecar["source"]["encoding"], quote), (&"windows-1251".into(), &"Хор".into()));
    assert_eq!(tippani(folder.path(), &["export", "w", "--to", "jsonl", "--out", "out"]).0, 0);
    let written = fs::read_to_string(folder.path().join("out/articles.jsonl")).unwrap();
    let article: Json = serde_json::from_str(written.trim_end()).unwrap();
    assert_eq!(article["text"], "Хор.\n");
    assert_eq!(fs::read(folder.path().join("w/a.txt")).unwrap(), CHOIR, "the article stays as it is");
}

#[test]
fn the_faces_of_an_article_are_listed_with_what_none_of_them_has() {
    let folder = folder(&[("a.txt", "नमस्ते દુનિયા \u{10fffd}\n"), ("b.txt", "नमस्ते\n")]);
    let (code, report) = answer(&folder, &["fonts", "a.txt", "--glyphs", "--json"]);
    assert_eq!(code, 1, "a character that no face has is a finding");
    let face_of = |letter: char| {
        let mut faces = report["faces"].as_array().unwrap().iter();
        let face = faces.find(|face| face["sample"].as_str().unwrap().contains(letter));
        face.map(|face| face["face"].as_str().unwrap())
    };
    assert_eq!(face_of('न'), Some("Noto Sans Regular"), "{report}");
    assert_eq!(face_of('દ'), Some("Noto Sans Gujarati Regular"), "{report}");
    assert_eq!(face_of('\u{10fffd}'), None, "{report}");
    let missing = serde_json::json!([{ "character": "\u{10fffd}", "code_point": "U+10FFFD", "count": 1 }]);
    assert_eq!(report["missing"], missing);
    // Each character is in a run of one face, and the runs say which glyphs.
    let runs = report["paragraphs"][0]["runs"].as_array().unwrap();
    let mut at = 0;
    for run in runs {
        assert_eq!(run["start"], at, "{report}");
        assert!(run["glyphs"].as_array().is_some_and(|glyphs| !glyphs.is_empty()), "{run}");
        at = run["end"].as_u64().unwrap();
    }
    assert_eq!(at, 15, "code points, to the end of the line");

    let (code, out, _) = tippani(folder.path(), &["fonts", "a.txt"]);
    assert!(code == 1 && out.contains("1  missing: U+10FFFD"), "{out}");
    let (code, report) = answer(&folder, &["fonts", "b.txt", "--json"]);
    let nothing = Json::Array(Vec::new());
    assert_eq!((code, &report["missing"], &report["paragraphs"]), (0, &nothing, &nothing));
}

/// Holds a value against its part of a JSON Schema: each object of a known shape has the fields that it says, and no others.
fn fits(schema: &Json, shape: &Json, value: &Json) {
    let named = shape["$ref"].as_str().map(|name| schema.pointer(name.trim_start_matches('#')).unwrap());
    let shape = named.unwrap_or(shape);
    // What may be there or null.
    if let Some(inner) = shape["anyOf"].as_array() {
        let is_object = |shape: &&Json| shape["$ref"].is_string() || shape["properties"].is_object();
        if let (false, Some(inner)) = (value.is_null(), inner.iter().find(is_object)) {
            fits(schema, inner, value);
        }
        return;
    }
    match value {
        Json::Array(all) => all.iter().for_each(|one| fits(schema, &shape["items"], one)),
        Json::Object(all) => {
            let known = shape["properties"].as_object();
            if let Some(known) = known {
                let names = |fields: &serde_json::Map<String, Json>| -> BTreeSet<String> {
                    fields.keys().cloned().collect()
                };
                assert_eq!(names(all), names(known), "{shape:#}");
            }
            for (name, own) in all {
                fits(schema, known.map_or(&shape["additionalProperties"], |known| &known[name]), own);
            }
        }
        _ => {}
    }
}

#[test]
fn machines_are_answered_in_the_shape_of_the_schema() {
    let folder = samples();
    let schemas = json_schema::all();
    let check = |name: &str, arguments: &[&str]| {
        let file = format!("answers/{name}.schema.json");
        let (_, schema) = schemas.iter().find(|(known, _)| *known == file).unwrap();
        let schema: Json = serde_json::from_str(schema).unwrap();
        assert!(schema["properties"].is_object(), "{schema:#}");
        let (code, found) = answer(&folder, &[arguments, &["--json"]].concat());
        assert!(code < 2, "{arguments:?}: {found}");
        fits(&schema, &schema, &found);
        let (_, help, _) = tippani(folder.path(), &[arguments[0], "--help"]);
        assert!(help.contains(&format!("{name}.schema.json")), "{help}");
    };
    check("adjudicate", &["adjudicate", "w", "--dry-run"]);
    check("against", &["agreement", "w", "--against", "asha"]);
    check("agreement", &["agreement", "w"]);
    check("check", &["check", "w"]);
    check("claims", &["claims", "w"]);
    check("export", &["export", "w", "--to", "conll", "--out", "out"]);
    check("feedback", &["feedback", "w", "--annotator", "ravi"]);
    check("fonts", &["fonts", "w/bridge-hi.txt", "--glyphs"]);
    check("progress", &["progress", "w"]);
    check("review", &["review", "w", "--reviewer", "lead"]);
    check("stats", &["stats", "w"]);
}

#[test]
fn a_workspace_file_over_the_limit_is_refused_with_a_word() {
    let folder = folder(&[("w/a.txt", "Asha Rao spoke.\n")]);
    // Holes take no room.
    let file = File::create(folder.path().join("w/tippani.json")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    let (code, checked) = answer(&folder, &["check", "w", "--json"]);
    let issues = checked["issues"].as_array().unwrap();
    assert_eq!((code, issues.len()), (1, 1), "{checked}");
    let (what, hint) = (issues[0]["what"].as_str().unwrap(), issues[0]["hint"].as_str().unwrap());
    assert!(what.contains("larger than 64 MiB, which is the most that is read"), "{checked}");
    assert!(what.contains("divide it") && hint.contains("the file is left as it is"), "{checked}");
    for arguments in [&["stats", "w"][..], &["export", "w", "--to", "jsonl", "--out", "out"]] {
        let (code, _, said) = tippani(folder.path(), arguments);
        assert!(code == 1 && said.contains("larger than 64 MiB"), "{arguments:?}: {said}");
    }
    // One byte less is read, and is no JSON.
    file.set_len(64 << 20).unwrap();
    let (_, _, said) = tippani(folder.path(), &["stats", "w"]);
    assert!(said.contains("The workspace file cannot be used: it cannot be read"), "{said}");
}

#[test]
fn the_worst_losses_are_listed_and_the_report_has_all() {
    // A blank at the end of each mark is left out; the mark in the last one is dropped, which is worse.
    let words = 5_001;
    let mut labels: Vec<Json> = (0..words).map(|n| serde_json::json!([3 * n, 3 * n + 3, "person"])).collect();
    labels.push(serde_json::json!([3 * (words - 1), 3 * words - 2, "location"]));
    let text = "ab ".repeat(words);
    let line = serde_json::json!({ "text": text, "label": labels }).to_string();
    let folder = folder(&[("w/a.txt", &text), ("in.jsonl", &line)]);
    let (code, out, err) = tippani(folder.path(), &IMPORT);
    assert!(code < 2 && out.contains("5002 new annotations"), "{out}{err}");

    let export = ["export", "w", "--to", "conll", "--out", "out", "--json"];
    let (code, exported) = answer(&folder, &export);
    let losses = exported["losses"].as_array().unwrap();
    assert_eq!((code, &exported["lost"], losses.len()), (1, &5_002.into(), 5_000));
    let fates = |fate: &str| losses.iter().filter(|loss| loss["fate"] == fate).count();
    assert_eq!((&losses[0]["fate"], fates("dropped"), fates("widened")), (&"dropped".into(), 1, 4_999));
    let report = fs::read_to_string(folder.path().join("out/EXPORT.md")).unwrap();
    assert_eq!(report.lines().filter(|line| line.starts_with("- ")).count(), 5_002);
    assert!(report.contains("### 1 dropped: ") && report.contains("### 5001 widened: "), "{report:.900}");
}
