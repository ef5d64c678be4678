//! The program without a window: what it prints, writes and ends with.

mod adjudicate;
mod alone;
mod details;
mod entities;
mod hostile;
mod lock;
mod merging;
mod names;
mod output;
mod promises;
mod review;
mod verdicts;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use tippani::format::exchange::FORMATS;

use crate::folder::{self, contents};

/// The sentence that tells every unit apart.
const GOLDEN: &str = "प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.\n";

/// Takes doccano's lines in as m's.
#[rustfmt::skip]
const IMPORT: [&str; 10] =
    ["import", "in.jsonl", "--from", "doccano", "--into", "w", "--annotator", "m", "--unit", "code-point"];

/// Runs the program in `folder`: exit code, standard output, standard error.
fn tippani(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tippani")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(file, text)| (*file, text.as_bytes())).collect();
    folder::folder(&files)
}

/// The samples, in a folder of their own with room for more.
fn samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.unwrap();
        let to = folder.path().join("w").join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

/// Imports one doccano line about the golden sentence: exit code, unit found, everything said.
fn doccano(labels: &str, more: &[&str]) -> (i32, String, String) {
    let line = serde_json::json!({ "text": GOLDEN }).to_string();
    let line = format!("{},\"label\":{labels}}}\n", line.strip_suffix('}').unwrap());
    let folder = folder(&[("in.jsonl", &line), ("w/golden.txt", GOLDEN)]);
    let mut arguments =
        vec!["import", "in.jsonl", "--from", "doccano", "--into", "w", "--annotator", "m", "--json"];
    arguments.extend(more);
    let (code, out, err) = tippani(folder.path(), &arguments);
    let answer: Json = serde_json::from_str(&out).unwrap_or_default();
    if code == 0 {
        let sidecar = fs::read_to_string(folder.path().join("w/golden.txt.m.annotations.json")).unwrap();
        assert!(
            sidecar.contains("\"quote\": \"GST Council\"")
                || sidecar.contains("\"quotes\": [\"GST Council\"]"),
            "{sidecar}"
        );
    } else {
        let written: Vec<_> = contents(&folder.path().join("w")).into_iter().map(|(name, _)| name).collect();
        assert_eq!(written, ["golden.txt"]);
    }
    (code, answer["unit"].as_str().unwrap_or_default().to_owned(), format!("{err}{}", answer["why"]))
}

#[test]
fn a_doccano_file_tells_its_unit_by_its_words() {
    for (unit, labels) in [
        ("code-point", r#"[[13,25,"PER"],[29,35,"LOC"],[46,57,"ORG"]]"#),
        ("utf-16", r#"[[13,25,"PER"],[29,35,"LOC"],[47,58,"ORG"]]"#),
        ("byte", r#"[[37,71,"PER"],[79,97,"LOC"],[123,134,"ORG"]]"#),
    ] {
        let (code, found, why) = doccano(labels, &[]);
        assert_eq!((code, found.as_str()), (0, unit), "{why}");
        assert!(why.contains("boundaries fall on word breaks"), "{why}");
    }
}

#[test]
fn two_units_that_fit_are_refused_with_a_word() {
    // Before the emoji both count alike; one place further on stands another letter of a word.
    let folder = folder(&[
        ("in.jsonl", "{\"text\":\"🔴🔴 a b c d e\",\"label\":[[5,6,\"PER\"]]}\n"),
        ("w/x.txt", "y"),
    ]);
    let import = ["import", "in.jsonl", "--from", "doccano", "--into", "w", "--annotator", "m"];
    let (code, out, err) = tippani(folder.path(), &import);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--unit code-point") && err.contains("--unit utf-16"), "{err}");
    let (code, out, _) = tippani(folder.path(), &[&import[..], &["--unit", "utf-16"]].concat());
    assert_eq!(code, 0, "{out}");
    let sidecars =
        contents(folder.path()).into_iter().filter(|(name, _)| name.ends_with(".m.annotations.json"));
    assert_eq!(sidecars.count(), 1);
}

#[test]
fn samples_go_out_in_every_format_and_come_back_once() {
    let folder = samples();
    let before = contents(&folder.path().join("w"));
    for format in FORMATS {
        let out = format!("out/{}", format.id);
        let (code, answer, err) =
            tippani(folder.path(), &["export", "w", "--to", format.id, "--out", &out, "--json"]);
        assert!(code < 2, "{}: {err}", format.id);
        let answer: Json = serde_json::from_str(&answer).unwrap();
        let losses = answer["losses"].as_array().unwrap();
        assert_eq!(code, i32::from(!losses.is_empty()), "{}", format.id);
        let written: Vec<Json> =
            contents(&folder.path().join(&out)).into_iter().map(|(n, _)| n.into()).collect();
        let mut said = answer["files"].as_array().unwrap().clone();
        said.sort_by_key(|f| f.as_str().unwrap().split('/').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(said, written, "{}", format.id);
        let report = fs::read_to_string(folder.path().join(&out).join("EXPORT.md")).unwrap();
        for loss in losses {
            assert!(report.contains(loss["reason"].as_str().unwrap()), "{}: {loss}", format.id);
        }
        if !format.is_read() {
            continue;
        }
        let import = ["import", &out, "--from", format.id, "--into", "w", "--annotator", "again", "--json"];
        let first = tippani(folder.path(), &import);
        let first_answer: Json = serde_json::from_str(&first.1).unwrap();
        assert_eq!(
            (first.0, &first_answer["issues"]),
            (0, &Json::Array(Vec::new())),
            "{}: {}",
            format.id,
            first.2
        );
        assert!(first_answer["annotations"].as_u64() >= Some(280), "{}: {first_answer}", format.id);
        let once = contents(&folder.path().join("w"));
        let second: Json = serde_json::from_str(&tippani(folder.path(), &import).1).unwrap();
        assert_eq!(second["annotations"], 0, "{}", format.id);
        assert_eq!(contents(&folder.path().join("w")), once, "{}", format.id);
        for (name, _) in once.iter().filter(|(name, _)| name.contains(".again")) {
            fs::remove_file(folder.path().join("w").join(name)).unwrap();
        }
        assert_eq!(contents(&folder.path().join("w")), before, "{} changed what was there", format.id);
    }
}

#[test]
fn only_accepted_annotations_of_one_annotator() {
    let folder = folder(&[("w/a.txt", GOLDEN)]);
    let line = |name: &str, labels: &str| {
        fs::write(
            folder.path().join(name),
            format!("{{\"text\":{},\"label\":{labels}}}\n", serde_json::json!(GOLDEN)),
        )
        .unwrap();
    };
    line("m.jsonl", r#"[[13,25,"person"],[29,35,"location"]]"#);
    for who in ["model", "other"] {
        let import = ["import", "m.jsonl", "--from", "doccano", "--into", "w", "--annotator", who];
        assert_eq!(tippani(folder.path(), &import).0, 0);
    }
    let sidecar = folder.path().join("w/a.txt.model.annotations.json");
    let model: Json = serde_json::from_str(&fs::read_to_string(&sidecar).unwrap()).unwrap();
    let mut review = model.clone();
    let person = &model["annotations"][0];
    review["annotator"] = "asha".into();
    review["annotations"] = Json::Array(Vec::new());
    review["reviews"] = serde_json::json!([{
        "of": { "annotator": "model", "annotation": person["id"] },
        "verdict": "accepted", "comment": "", "at": "2026-01-02T03:04:05Z",
    }]);
    fs::write(folder.path().join("w/a.txt.asha.annotations.json"), review.to_string()).unwrap();
    let count = |more: &[&str]| {
        let arguments = [&["export", "w", "--to", "jsonl", "--out", "o", "--json"][..], more].concat();
        let (_, answer, err) = tippani(folder.path(), &arguments);
        serde_json::from_str::<Json>(&answer).unwrap_or_else(|_| panic!("{err}"))["annotations"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(count(&[]), 4);
    assert_eq!(count(&["--annotator", "model"]), 2);
    assert_eq!(count(&["--only", "accepted"]), 4, "both say the same, and agree");
    assert_eq!(count(&["--only", "accepted", "--annotator", "other"]), 2);
    assert_eq!(count(&["--only", "gold"]), 0, "there is no gold set");
    // Of one alone only what was accepted, by what it says.
    fs::remove_file(folder.path().join("w/a.txt.other.annotations.json")).unwrap();
    assert_eq!(
        count(&["--only", "accepted"]),
        0,
        "a verdict of an earlier version, older than what it is on"
    );
    review["reviews"][0]["at"] = "2126-01-02T03:04:05Z".into();
    fs::write(folder.path().join("w/a.txt.asha.annotations.json"), review.to_string()).unwrap();
    assert_eq!(count(&["--only", "accepted"]), 1);
}

#[test]
fn bad_files_give_findings_with_their_line_and_the_rest_comes_in() {
    let folder = folder(&[("w/a.txt", "Asha Rao spoke.\n")]);
    let check = |input: &str, code: i32, annotations: u64, word: &str| {
        fs::write(folder.path().join("in.jsonl"), input).unwrap();
        let (found, answer, err) = tippani(folder.path(), &[&IMPORT[..], &["--json"]].concat());
        let answer: Json = serde_json::from_str(&answer).unwrap_or_default();
        let new = answer["annotations"].as_u64().unwrap_or_default();
        assert_eq!((found, new), (code, annotations), "{input}: {answer} {err}");
        assert!(format!("{answer}{err}").contains(word), "{input}: {answer} {err}");
        let _ = fs::remove_file(folder.path().join("w/a.txt.m.annotations.json"));
    };
    let line = |label: &str| format!("{{\"text\":\"Asha Rao spoke.\\n\",\"label\":{label}}}\n");
    check(&line(r#"[[0,8,"person"]]"#), 0, 1, "as asked for");
    check(
        &format!("{}{}", line(r#"[[0,8,"person"]]"#), r#"{"text":"Asha Rao spoke.\n","label":[[5,8"#),
        1,
        1,
        "line 2",
    );
    check(&line(r#"[[0,8,"person"],[8,0,"person"],[0,800,"person"],["x",3,"person"]]"#), 1, 1, "mark 2");
    check(&line(r#"[[0,8,"person"],[0,4,"zebra"]]"#), 1, 2, "zebra");
    check(&line(r#"[[0,8,"person"],[0,8,"person"]]"#), 1, 1, "twice");
    check("[1,2]\n7\nnull\n\"x\"\n", 1, 0, "line 1");
    check("\u{0}\u{0}\u{0}", 1, 0, "line 1");
    check(&format!("{{\"text\":\"{}\",\"label\":[]}}", "x".repeat(3_000_000)), 0, 0, "as asked for");
}

#[test]
fn names_do_not_lead_out_of_the_workspace() {
    for name in [
        "../../x.txt",
        "/etc/x.txt",
        "a/../../x.txt",
        "..",
        "C:\\x.txt",
        "\\\\host\\x.txt",
        ".hidden.txt",
        "x\u{0}.txt",
        "tippani.json",
    ] {
        let line = serde_json::json!({
            "text": "Asha Rao spoke.", "spans": [{ "start": 0, "end": 8, "label": "person" }], "meta": { "file": name },
        });
        let task = serde_json::json!([{
            "data": { "text": "Asha Rao spoke.", "file": name },
            "annotations": [{ "result": [{
                "id": "a", "type": "labels", "from_name": "label", "to_name": "text",
                "value": { "start": 0, "end": 8, "text": "Asha Rao", "labels": ["person"] },
            }] }],
        }]);
        for (format, input) in [("prodigy", line.to_string()), ("label-studio", task.to_string())] {
            let folder = folder(&[("deep/in.json", &input), ("deep/w/a.txt", "other")]);
            let import = ["import", "deep/in.json", "--from", format, "--into", "deep/w", "--annotator", "m"];
            let (code, out, err) = tippani(folder.path(), &import);
            assert!(code < 2 && out.contains("1 new annotations"), "{format} {name:?}: {out} {err}");
            let files: Vec<_> = contents(folder.path()).into_iter().map(|(file, _)| file).collect();
            let inside = |f: &&String| f.starts_with("deep/w/") && !f.contains("/.");
            assert_eq!(files.iter().filter(inside).count(), files.len() - 1, "{name:?}: {files:?}");
            assert_eq!(fs::read_to_string(folder.path().join("deep/w/a.txt")).unwrap(), "other");
        }
    }
}

#[test]
fn a_check_says_what_is_wrong_and_how_it_is_mended() {
    let samples = samples();
    assert_eq!(tippani(samples.path(), &["check", "w"]).0, 0);
    let folder = folder(&[
        ("w/a.txt", "नरेंद्र मोदी spoke. "),
        (
            "in.jsonl",
            "{\"text\":\"नरेंद्र मोदी spoke. \",\"label\":[[0,3,\"person\"],[8,12,\"zebra\"],[13,20,\"person\"]]}",
        ),
        ("w/b.txt", "x"),
        ("w/b.txt.m.annotations.json", "{\"cut"),
    ]);
    assert_eq!(tippani(folder.path(), &IMPORT).0, 1);
    let (code, out, _) = tippani(folder.path(), &["check", "w", "--json"]);
    let answer: Json = serde_json::from_str(&out).unwrap();
    let rules: Vec<_> =
        answer["findings"].as_array().unwrap().iter().map(|f| f["rule"].as_str().unwrap()).collect();
    assert_eq!((code, rules), (1, vec!["misaligned", "unknown-label", "blank"]), "{out}");
    assert_eq!(answer["findings"][0]["repair"], "widen it to 0–4", "{out}");
    assert!(answer["issues"].to_string().contains("b.txt"), "{out}");
    assert_eq!(tippani(folder.path(), &["check", "nowhere"]).0, 2);
}

#[test]
fn stats_count_and_manuals_are_made() {
    let folder = samples();
    let (code, out, _) = tippani(folder.path(), &["stats", "w", "--json"]);
    let answer: Json = serde_json::from_str(&out).unwrap();
    let sum = |key: &str| answer[key].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>();
    assert_eq!((code, sum("labels"), sum("files")), (0, 353, 353), "{out}");
    assert_eq!(tippani(folder.path(), &["manual", "."]).0, 0);
    assert!(fs::read_to_string(folder.path().join("tippani-export.1")).unwrap().contains("label\\-studio"));
    for shell in ["bash", "zsh", "fish"] {
        assert!(tippani(folder.path(), &["completions", shell]).1.contains("label-studio"), "{shell}");
    }
}

#[test]
fn a_link_to_what_is_gone_from_another_article_is_a_finding() {
    let sidecar = |file: &str, id: &str, relations: &str| {
        format!(
            r#"{{"format": "tippani/annotations", "version": 1, "source": {{"file": "{file}",
            "sha256": "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721", "characters": 6, "unit": "code-point"}},
            "annotator": "asha", "state": "todo", "annotations": [{{"id": "{id}", "kind": "claim", "label": "statement",
            "spans": [{{"start": 0, "end": 6, "quote": "abcdef", "before": "", "after": ""}}]}}], "relations": [{relations}]}}"#
        )
    };
    let to = |id: &str| {
        format!(
            r#"{{"id": "L{id}", "label": "supports", "from": "A", "to": {{"file": "b.txt", "annotator": "asha", "annotation": "{id}"}}, "note": "seen"}}"#
        )
    };
    let a = sidecar("a.txt", "A", &format!("{}, {}", to("B"), to("C")));
    let b = sidecar("b.txt", "B", "");
    let folder = folder(&[
        ("w/a.txt", "abcdef"),
        ("w/a.txt.asha.annotations.json", &a),
        ("w/b.txt", "abcdef"),
        ("w/b.txt.asha.annotations.json", &b),
    ]);
    let (code, json, said) = tippani(folder.path(), &["check", "w", "--json"]);
    let json: Json = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{said}"));
    let found = json["findings"].as_array().unwrap();
    assert_eq!((code, found.len()), (1, 1), "{json:#}");
    assert_eq!((&found[0]["rule"], &found[0]["id"]), (&"broken-relation".into(), &"LC".into()));
    assert!(found[0]["what"].as_str().unwrap().contains("C of asha in b.txt"), "{json:#}");
}

#[test]
fn claims_are_listed_by_what_links_them() {
    let folder = samples();
    let (code, text, said) = tippani(folder.path(), &["claims", "w"]);
    assert!(code <= 1 && text.contains("Cluster 1: "), "{said}{text}");
    let (_, json, said) = tippani(folder.path(), &["claims", "w", "--json"]);
    let json: Json = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{said}"));
    let clusters = json["clusters"].as_array().unwrap();
    let claims: usize = clusters.iter().map(|cluster| cluster["claims"].as_array().unwrap().len()).sum();
    assert_eq!(json["claims"], claims, "each claim is in one cluster");
    let largest = clusters[0]["claims"].as_array().unwrap();
    let files: std::collections::BTreeSet<&str> =
        largest.iter().map(|c| c["file"].as_str().unwrap()).collect();
    assert!(files.len() > 1 && clusters[0]["contradicted"] == true, "{:#}", clusters[0]);
    assert_eq!(
        json["lost_links"].as_array().map(Vec::len),
        Some(0),
        "the samples have no link to what is gone"
    );
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/claims/evaluation.tsv");
    let (code, text, said) = tippani(folder.path(), &["claims", "--evaluate", list]);
    assert!(code == 0 && text.contains("a right one among ten"), "{said}{text}");
    let (code, _, said) = tippani(folder.path(), &["claims", "--evaluate", "w/guidelines.md"]);
    assert!(code == 2 && said.contains("has no column fact"), "{said}");
}
