//! What became of verdicts: exports and checks say what is out of date, and what reviewers contradict each other in.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use tippani::format::{article, sidecar};
use tippani::model::ContentHash;

use super::adjudicate::{TEXT, answer, sidecar, workspace};
use super::{samples, tippani};

/// Gives a reviewer's verdict on the n-th annotation of somebody's, on what it says now.
fn judge(root: &Path, reviewer: &str, (annotator, n): (&str, usize), verdict: &str) {
    let document = article::decode("a.txt", TEXT.as_bytes()).value;
    let bytes = fs::read(root.join(format!("a.txt.{annotator}.annotations.json"))).unwrap();
    let set = sidecar::decode(&bytes, &document).unwrap().value;
    let annotation =
        set.annotations().iter().find(|own| own.id.as_str() == format!("{annotator}-{n}")).unwrap();
    let path = root.join(format!("a.txt.{reviewer}.annotations.json"));
    if !path.exists() {
        sidecar(root, reviewer, "todo", &[]);
    }
    let mut file: Json = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut reviews = file["reviews"].as_array().cloned().unwrap_or_default();
    reviews.push(json!({
        "of": { "annotator": annotator, "annotation": annotation.id.as_str() },
        "saw": ContentHash::in_set(annotation, &set).to_string(),
        "verdict": verdict, "comment": "", "at": "2026-01-02T03:04:05Z",
    }));
    file["reviews"] = reviews.into();
    fs::write(path, file.to_string()).unwrap();
}

#[test]
fn what_is_out_of_date_or_contradicted_is_left_out_and_said() {
    let folder = workspace();
    let root = folder.path().join("w");
    // Pune is Asha's alone; of Ravi two say person.
    judge(&root, "lead", ("asha", 2), "accepted");
    judge(&root, "lead", ("asha", 1), "accepted");
    let export = ["export", "w", "--to", "jsonl", "--out", "o", "--only", "accepted"];
    let exported = |code: i32| answer(folder.path(), &export, code);
    let found = exported(0);
    // With what is agreed: Asha, of three.
    assert_eq!(
        (&found["annotations"], &found["outdated"], &found["contradicted"]),
        (&json!(6), &json!(0), &json!(0)),
        "{found}"
    );
    let rules = || -> Vec<String> {
        let (_, out, err) = tippani(folder.path(), &["check", "w", "--json"]);
        let found: Json = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{err}"));
        let mut all: Vec<String> = found["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["rule"].as_str().unwrap().to_owned())
            .collect();
        all.retain(|rule| rule.contains("verdict"));
        all.sort();
        all
    };
    assert_eq!(rules(), Vec::<String>::new());
    // Another program gives another label and leaves the time alone; a second reviewer rejects what was accepted.
    sidecar(&root, "asha", "done", &["person:Asha", "person:Ravi", "event:Pune"]);
    judge(&root, "mentor", ("asha", 1), "rejected");
    let found = exported(0);
    let left_out = (found["outdated"].as_u64().unwrap(), found["contradicted"].as_u64().unwrap());
    assert_eq!((&found["annotations"], left_out), (&json!(3), (1, 2)), "{found}");
    let words = fs::read_to_string(folder.path().join("o/EXPORT.md")).unwrap();
    assert!(words.contains("1 were changed since their verdict"), "{words}");
    assert!(words.contains("2 were accepted by one reviewer and rejected by another"), "{words}");
    assert_eq!(rules(), ["contradicted-verdict", "contradicted-verdict", "outdated-verdict"]);
    let (code, out, _) = tippani(folder.path(), &["check", "w"]);
    assert!(code == 1 && out.contains("[asha]"), "{out}");
    // A clock ahead and a note change nothing.
    let path = root.join("a.txt.ravi.annotations.json");
    let later = fs::read_to_string(&path).unwrap().replace("2026-01-02", "2036-01-02");
    let noted = later.replacen("\"kind\"", "\"note\":\"sure\",\"kind\"", 1);
    fs::write(&path, noted).unwrap();
    assert_eq!(exported(0)["contradicted"], json!(2));
    assert_eq!(rules(), ["contradicted-verdict", "contradicted-verdict", "outdated-verdict"]);
}

#[test]
fn the_commands_of_the_tour_run() {
    let readme = include_str!("../../../README.md");
    let tour = readme.split("\n## Reviewing\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let commands: Vec<&str> = tour.lines().filter(|line| line.starts_with("tippani ")).collect();
    assert!(commands.len() > 5, "{commands:?}");
    let folder = samples();
    fs::rename(folder.path().join("w"), folder.path().join("samples")).unwrap();
    // What is merged is a copy of a sample.
    let mine = "a.txt.asha.annotations.json";
    fs::copy(folder.path().join("samples/bridge-en.txt"), folder.path().join("a.txt")).unwrap();
    let own = fs::read_to_string(folder.path().join("samples/bridge-en.txt.asha.annotations.json")).unwrap();
    for file in [mine, "copy.json", "old.json"] {
        fs::write(folder.path().join(file), own.replace("bridge-en.txt", "a.txt")).unwrap();
    }
    for line in commands {
        let (command, more) = line.split_once('#').unwrap();
        let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
        let (code, out, err) = tippani(folder.path(), &arguments);
        assert!(code <= 1 && !out.is_empty(), "{line}: {code} {err}");
        // What else the command is said to take.
        for option in more.split("--").skip(1) {
            let option: String = option.split([':', ',', ';']).next().unwrap().trim().to_owned();
            let (name, value) = option.split_once(' ').unwrap();
            let option = format!("--{name}");
            let value = if value == "TABLES" { "tables" } else { value };
            let (code, out, err) = tippani(folder.path(), &[&arguments[..], &[&option, value]].concat());
            assert!(code <= 1 && !out.is_empty(), "{line} {option} {value}: {code} {err}");
        }
    }
    for rule in ["all", "at-least=2", "trust=asha", "dawid-skene=0.9", "mace=0.9"] {
        let (code, out, err) =
            tippani(folder.path(), &["adjudicate", "samples", "--rule", rule, "--dry-run"]);
        assert!(code <= 1 && !out.is_empty(), "{rule}: {code} {err}");
    }
}
