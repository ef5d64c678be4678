//! What there is to review, filling gold and holding annotators against it, from the command line.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::tippani;
use crate::folder::folder;

pub(super) const TEXT: &str = "Asha met Ravi in Pune on Monday";

/// A sidecar with marks such as `person:Asha`; the last word of a mark is found in the text.
pub(super) fn sidecar(root: &Path, annotator: &str, state: &str, marks: &[&str]) {
    let document = tippani::format::article::decode("a.txt", TEXT.as_bytes()).value;
    let mark = |(n, mark): (usize, &&str)| {
        let (label, words) = mark.split_once(':').unwrap();
        let start = TEXT.find(words).unwrap();
        json!({
            "id": format!("{annotator}-{n}"), "kind": "entity", "label": label,
            "spans": [{ "start": start, "end": start + words.len(), "quote": words }],
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        })
    };
    let all: Vec<Json> = marks.iter().enumerate().map(mark).collect();
    let file = json!({
        "format": "tippani/annotations", "version": 1,
        "source": { "file": "a.txt", "sha256": &*document.sha256, "characters": TEXT.len(), "unit": "code-point" },
        "annotator": annotator, "state": state, "annotations": all,
    });
    fs::write(root.join(format!("a.txt.{annotator}.annotations.json")), file.to_string()).unwrap();
}

pub(super) fn workspace() -> tempfile::TempDir {
    let folder = folder(&[("w/a.txt", TEXT.as_bytes())]);
    let root = folder.path().join("w");
    sidecar(&root, "asha", "done", &["person:Asha", "person:Ravi", "location:Pune"]);
    sidecar(&root, "mira", "done", &["person:Asha", "organization:Ravi", "date-time:Monday"]);
    sidecar(&root, "ravi", "done", &["person:Asha", "person:Ravi"]);
    sidecar(&root, "zoya", "in-progress", &["person:Asha"]);
    folder
}

pub(super) fn answer(folder: &Path, arguments: &[&str], code: i32) -> Json {
    let (found, out, err) = tippani(folder, &[arguments, &["--json"]].concat());
    assert_eq!(found, code, "{arguments:?}: {out}{err}");
    serde_json::from_str(&out).unwrap()
}

fn gold(folder: &Path) -> Json {
    let file = fs::read_to_string(folder.join("w/a.txt.gold.annotations.json")).unwrap();
    serde_json::from_str(&file).unwrap()
}

#[test]
fn items_are_listed_with_versions_and_holders() {
    let folder = workspace();
    let review = ["review", "w", "--reviewer", "lead"];
    let found = answer(folder.path(), &review, 1);
    assert_eq!(found["left_out"], json!({ "zoya": 1 }));
    let stages: Vec<&str> =
        found["items"].as_array().unwrap().iter().map(|i| i["stage"].as_str().unwrap()).collect();
    assert_eq!(stages, ["agreed", "open", "open", "open"]);
    let second = &found["items"][1];
    assert_eq!(second["versions"][0]["holders"], json!(["asha", "ravi"]));
    assert_eq!(
        (&second["versions"][1]["label"], &second["versions"][1]["start"]),
        (&json!("organization"), &json!(9))
    );
    assert_eq!(
        second["conflicts"][0],
        json!({ "kind": "label", "attribute": null, "sides": [["asha", "ravi"], ["mira"]] })
    );
    assert_eq!(found["items"][2]["nothing"], json!(["mira", "ravi"]));
    let agreed = answer(folder.path(), &[&review[..], &["--only", "agreed"]].concat(), 0);
    assert_eq!(agreed["items"].as_array().unwrap().len(), 1);
    let (_, out, _) = tippani(folder.path(), &review);
    assert!(out.contains("person “Ravi” — asha, ravi") && out.contains("nothing — mira, ravi"), "{out}");
    assert!(out.contains("In progress, and left out: 1 article of zoya"), "{out}");
}

#[test]
fn what_a_review_could_not_read_is_told_and_counts() {
    let folder = workspace();
    let root = folder.path().join("w");
    // Nothing of what all agree about waits for a verdict.
    let review = ["review", "w", "--reviewer", "lead", "--only", "agreed"];
    let check = |told: &[&str]| {
        let code = i32::from(!told.is_empty());
        let found = answer(folder.path(), &review, code);
        assert_eq!(found["issues"].as_array().unwrap().is_empty(), told.is_empty(), "{found}");
        let (ended, _, err) = tippani(folder.path(), &review);
        assert_eq!(ended, code, "{err}");
        for place in told {
            assert!(found["issues"].to_string().contains(place) && err.contains(place), "{found} {err}");
        }
    };
    check(&[]);
    fs::write(root.join("a.txt.asha.annotations.json"), "{ broken").unwrap();
    check(&["a.txt.asha.annotations.json"]);
    // An article that is too large to be read; holes take no room.
    let file = fs::File::create(root.join("b.txt")).unwrap();
    file.set_len(tippani::store::MAX_ARTICLE_BYTES + 1).unwrap();
    fs::write(root.join("b.txt.mira.annotations.json"), "{}").unwrap();
    check(&["a.txt.asha.annotations.json", "b.txt"]);
}

#[test]
fn gold_is_filled_by_a_rule_and_only_once() {
    let folder = workspace();
    let labels = |json: &Json| -> Vec<String> {
        json["annotations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| format!("{} {}", a["label"], a["origin"]["rule"]))
            .collect()
    };
    let dry = answer(folder.path(), &["adjudicate", "w", "--rule", "most", "--dry-run"], 0);
    assert_eq!((&dry["annotations"], &dry["written"]), (&json!(2), &json!(0)));
    assert!(!folder.path().join("w/a.txt.gold.annotations.json").exists());
    let all = answer(folder.path(), &["adjudicate", "w"], 1);
    assert_eq!((&all["annotations"], &all["open"]), (&json!(1), &json!({ "a.txt": 3 })));
    assert_eq!(gold(folder.path())["state"], "in-progress");
    let most = answer(folder.path(), &["adjudicate", "w", "--rule", "most"], 0);
    assert_eq!(most["items"], json!({ "2 of 3": 1, "nothing, 2 of 3": 2, "there already": 1 }));
    let filled = gold(folder.path());
    assert_eq!(labels(&filled), ["\"person\" \"agreed\"", "\"person\" \"2 of 3\""]);
    assert_eq!(filled["annotations"][1]["origin"]["from"], json!(["asha/asha-1", "ravi/ravi-1"]));
    assert_eq!(filled["state"], "done");
    let again = answer(folder.path(), &["adjudicate", "w", "--rule", "most"], 0);
    assert_eq!((&again["annotations"], &again["written"]), (&json!(0), &json!(0)));
    assert_eq!(gold(folder.path()), filled, "filling twice is filling once");
    fs::remove_file(folder.path().join("w/a.txt.gold.annotations.json")).unwrap();
    let by_competence = answer(folder.path(), &["adjudicate", "w", "--rule", "dawid-skene=0.5"], 0);
    let counts = &by_competence["items"];
    assert_eq!((&counts["agreed"], &counts["open"]), (&json!(1), &Json::Null), "{counts}");
    assert!(counts["competence"].as_u64() > Some(0), "{counts}");
    let (code, _, err) = tippani(folder.path(), &["adjudicate", "w", "--rule", "some"]);
    assert!(
        code == 2 && err.contains("a rule is all, most, at-least=N, trust=NAME,NAME, or dawid-skene=P"),
        "{err}"
    );
}

#[test]
fn work_in_progress_counts_for_agreement_where_it_is_asked_for() {
    let folder = workspace();
    let check = |unfinished: &[&str], raters: &[&str], left_out: Json| {
        let more: Vec<&str> = unfinished.iter().flat_map(|name| ["--unfinished", name]).collect();
        let found = answer(folder.path(), &[&["agreement", "w"], &more[..]].concat(), 0);
        assert_eq!((&found["articles"][0]["annotators"], &found["left_out"]), (&json!(raters), &left_out));
    };
    sidecar(&folder.path().join("w"), "ravi", "in-progress", &["person:Asha", "person:Ravi"]);
    check(&[], &["asha", "mira"], json!({ "ravi": 1, "zoya": 1 }));
    check(&["zoya"], &["asha", "mira", "zoya"], json!({ "ravi": 1 }));
    check(&["zoya", "ravi"], &["asha", "mira", "ravi", "zoya"], json!({}));
    // Who is held against another is so by what is finished.
    let against = ["agreement", "w", "--against", "asha", "--unfinished", "zoya"];
    let (code, _, err) = tippani(folder.path(), &against);
    assert!(code == 2 && err.contains("cannot be used with"), "{err}");
}

#[test]
fn annotators_are_held_against_gold() {
    let folder = workspace();
    answer(folder.path(), &["adjudicate", "w", "--rule", "most"], 0);
    let against = answer(folder.path(), &["agreement", "w", "--against", "gold"], 0);
    let of = |name: &str| {
        let all = against["annotators"].as_array().unwrap();
        all.iter().find(|a| a["annotator"] == name).unwrap().clone()
    };
    let (asha, mira, zoya) = (of("asha"), of("mira"), of("zoya"));
    assert_eq!(asha["scores"][0]["recall"], 1.0);
    assert!((asha["scores"][0]["precision"].as_f64().unwrap() - 2.0 / 3.0).abs() < 1e-9);
    assert_eq!(asha["differences"], json!({ "extra": 1 }));
    assert_eq!(mira["differences"], json!({ "extra": 1, "label": 1 }));
    assert_eq!(zoya["articles"], 0, "who is in progress has no score as yet");
    let (_, out, _) = tippani(folder.path(), &["agreement", "w", "--against", "gold"]);
    assert!(out.contains("asha: 1 article, 3 annotations of 2") && out.contains("1 extra, 1 label"), "{out}");
    let (code, _, err) = tippani(folder.path(), &["agreement", "w", "--against", "nobody"]);
    assert!(code == 2 && err.contains("nobody has no annotations"), "{err}");
}

#[test]
fn gold_is_no_annotator_among_those_it_was_taken_from() {
    let folder = workspace();
    let before = tippani(folder.path(), &["agreement", "w"]).1;
    answer(folder.path(), &["adjudicate", "w", "--rule", "most"], 0);
    assert_eq!(
        tippani(folder.path(), &["agreement", "w"]).1,
        before,
        "it would agree with all it was taken from"
    );
    let named = ["agreement", "w", "--annotator", "asha", "--annotator", "gold"];
    assert!(tippani(folder.path(), &named).1.contains("asha, gold"));
}

#[test]
fn annotators_are_told_what_was_decided_otherwise() {
    let folder = workspace();
    let root = folder.path().join("w");
    sidecar(&root, "lead", "todo", &[]);
    let path = root.join("a.txt.lead.annotations.json");
    let mut lead: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let review = |annotator: &str, n: usize, verdict: &str, comment: &str| {
        json!({
            "of": { "annotator": annotator, "annotation": format!("{annotator}-{n}") },
            "verdict": verdict, "comment": comment, "at": "2026-02-02T03:04:05Z",
        })
    };
    lead["reviews"] = json!([
        review("asha", 1, "accepted", ""),
        review("asha", 2, "question", "is it the city?"),
        review("mira", 1, "rejected", "a person"),
        review("mira", 2, "rejected", ""),
    ]);
    fs::write(&path, lead.to_string()).unwrap();
    let feedback = |who: &str, code: i32| -> Vec<Json> {
        let found = answer(folder.path(), &["feedback", "w", "--annotator", who], code);
        found["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| json!([i["kinds"], i["theirs"]["label"], i["comment"]]))
            .collect()
    };
    assert_eq!(feedback("mira", 1), [json!([["label"], "person", "a person"]), json!([["extra"], null, ""])]);
    assert_eq!(feedback("asha", 1), [json!([["question"], null, "is it the city?"])]);
    assert_eq!(feedback("ravi", 0), Vec::<Json>::new());
    let (_, out, _) = tippani(folder.path(), &["feedback", "w", "--annotator", "mira"]);
    assert!(out.contains("a.txt:9–13 [lead] label: organization “Ravi” → person “Ravi” – a person"), "{out}");
    assert!(out.contains("extra: date-time “Monday” → nothing"), "{out}");
}
