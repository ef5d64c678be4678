//! Whole workspaces whose articles were changed: by the command line on the real program, and by jobs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use tippani::format::encoding::sha256;
use tippani::jobs::reanchor::settled;
use tippani::jobs::{CancelToken, Journals, LoadRequest, Saver};
use tippani::model::{AnnotationId, Annotator, ContentHash};
use tippani::store::{self, SetState, Writers};

use crate::folder::{contents, folder};

/// Two who are called Rao; the lines about them begin alike.
const OLD: &str = "Asha Rao saw Meera in Delhi on Friday.\nRao told us that the wall would hold.\nRao (another one) would not speak to us.\n";
/// The same with the last two lines the other way round.
const NEW: &str = "Asha Rao saw Meera in Delhi on Friday.\nRao (another one) would not speak to us.\nRao told us that the wall would hold.\n";

/// A sidecar of this text with a mark on these code points.
pub(crate) fn sidecar(text: &str, annotator: &str, marks: &[(&str, usize, usize)]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let slice = |from: usize, to: usize| chars[from..to.min(chars.len())].iter().collect::<String>();
    let annotations: Vec<Json> = marks
        .iter()
        .map(|(id, start, end)| {
            json!({
                "id": id, "kind": "entity", "label": "person",
                "spans": [{
                    "start": start, "end": end, "quote": slice(*start, *end),
                    "before": slice(start.saturating_sub(32), *start), "after": slice(*end, end + 32),
                }],
                "attributes": {}, "note": "kept", "origin": { "by": "hand" }, "colour": "blue",
            })
        })
        .collect();
    let file = json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": "a.txt", "sha256": sha256(text.as_bytes()), "characters": chars.len(), "unit": "code-point",
        },
        "annotator": annotator, "state": "in-progress", "annotations": annotations, "relations": [], "reviews": [],
    });
    serde_json::to_string_pretty(&file).unwrap()
}

/// Runs `tippani check` in `folder`: exit code and what it prints.
fn check(folder: &Path, more: &[&str]) -> (i32, String) {
    let state = folder.join("state");
    let output = Command::new(env!("CARGO_BIN_EXE_tippani"))
        .args(["check", "w"])
        .args(more)
        .env("XDG_STATE_HOME", state)
        .current_dir(folder)
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), out + &String::from_utf8(output.stderr).unwrap())
}

fn written(folder: &Path, file: &str) -> Json {
    serde_json::from_slice(&fs::read(folder.join(file)).unwrap()).unwrap()
}

#[test]
fn a_check_repairs_what_is_certain_and_lists_the_rest() {
    let changed = format!("A headline.\n{NEW}");
    let of = sidecar(OLD, "asha", &[("01A", 39, 42), ("01B", 0, 8), ("01C", 13, 18)]);
    let folder = folder(&[("w/a.txt", changed.as_bytes()), ("w/a.txt.asha.annotations.json", of.as_bytes())]);
    let before = contents(&folder.path().join("w"));
    let (code, out) = check(folder.path(), &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("2 annotations can be moved with it by --repair; 1 to confirm"), "{out}");
    assert_eq!(contents(&folder.path().join("w")), before, "without --repair nothing is written");

    let (code, out) = check(folder.path(), &["--repair"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("2 annotations moved with it; 1 to confirm"), "{out}");
    assert!(out.contains("“Rao” has lost its place"), "{out}");
    let file = written(folder.path(), "w/a.txt.asha.annotations.json");
    let chars: Vec<char> = changed.chars().collect();
    let mut found = Vec::new();
    for annotation in file["annotations"].as_array().unwrap() {
        let span = &annotation["spans"][0];
        let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        let slice: String = chars[at("start")..at("end")].iter().collect();
        assert_eq!(span["quote"], slice);
        assert_eq!(annotation["colour"], "blue", "what is not known stays");
        found.push((annotation["id"].as_str().unwrap(), at("start")));
    }
    assert_eq!(found, [("01B", 12), ("01C", 25)]);
    let orphan = &file["orphans"][0];
    assert_eq!((&orphan["id"], &orphan["spans"][0]["start"]), (&json!("01A"), &json!(39)), "{file}");
    assert_eq!((&orphan["sha256"], &orphan["colour"]), (&json!(sha256(OLD.as_bytes())), &json!("blue")));

    // Once more there is nothing to repair, and the one that waits is still told of.
    let after = contents(&folder.path().join("w"));
    let (code, out) = check(folder.path(), &["--repair", "--json"]);
    let answer: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &answer["repairs"]), (1, &json!([])));
    assert_eq!(answer["findings"][0]["rule"], "lost-place");
    assert_eq!(contents(&folder.path().join("w")), after);
}

#[test]
fn a_set_that_another_program_writes_is_left_as_it_is_and_told() {
    let changed = format!("A headline.\n{OLD}");
    let of = sidecar(OLD, "asha", &[("01B", 0, 8)]);
    let folder = folder(&[("w/a.txt", changed.as_bytes()), ("w/a.txt.asha.annotations.json", of.as_bytes())]);
    let before = contents(&folder.path().join("w"));
    // This test is the other program.
    let writers = Writers::new(Some(folder.path().join("state/tippani/journals")));
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let lock = writers.take(&folder.path().join("w"), &Annotator::new("asha").unwrap(), &now).unwrap();
    let (code, out) = check(folder.path(), &["--repair"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("nothing was repaired in it"), "{out}");
    assert_eq!(contents(&folder.path().join("w")), before);
    drop(lock);
    let (_, out) = check(folder.path(), &["--repair"]);
    assert!(out.contains("1 annotation moved with it"), "{out}");
}

#[test]
fn an_article_that_only_looks_the_same_is_repaired_whole() {
    let marks = [("01A", 39, 42), ("01B", 0, 8), ("01C", 77, 80)];
    let of = sidecar(OLD, "asha", &marks);
    for changed in [OLD.replace('\n', "\r\n"), OLD.trim_end().to_owned(), format!("\u{feff}{OLD}")] {
        let folder =
            folder(&[("w/a.txt", changed.as_bytes()), ("w/a.txt.asha.annotations.json", of.as_bytes())]);
        let (code, out) = check(folder.path(), &["--repair"]);
        assert_eq!(code, 0, "{out}");
        let file = written(folder.path(), "w/a.txt.asha.annotations.json");
        assert_eq!(file["annotations"].as_array().unwrap().len(), 3, "{file}");
        assert_eq!(file.get("orphans"), None);
    }
}

fn request(root: &Path) -> LoadRequest {
    LoadRequest {
        root: root.to_owned(),
        file: Arc::from("a.txt"),
        annotator: Annotator::new("asha").unwrap(),
    }
}

#[test]
fn a_verdict_stays_up_to_date_when_its_annotation_moves() {
    for theirs_first in [true, false] {
        let ravi = sidecar(OLD, "ravi", &[("01R", 13, 18)]);
        let mut asha: Json = serde_json::from_str(&sidecar(OLD, "asha", &[])).unwrap();
        let folder =
            folder(&[("w/a.txt", OLD.as_bytes()), ("w/a.txt.ravi.annotations.json", ravi.as_bytes())]);
        let (root, kept) = (folder.path().join("w"), folder.path().join("state/tippani/texts"));
        let ravi = Annotator::new("ravi").unwrap();
        let seen = |root: &Path| {
            let document = store::document(root, "a.txt").unwrap().value;
            let SetState::Ready(set) = store::read_set(root, &document, &ravi).0 else { panic!("not ready") };
            ContentHash::of(set.get(&AnnotationId::new("01R")).unwrap()).to_string()
        };
        let before = seen(&root);
        asha["reviews"] = json!([{
            "of": { "annotator": "ravi", "annotation": "01R" }, "saw": before, "verdict": "accepted", "comment": "",
        }]);
        fs::write(root.join("a.txt.asha.annotations.json"), asha.to_string()).unwrap();
        let document = store::document(&root, "a.txt").unwrap().value;
        store::texts::keep(&kept, &document, store::texts::MAX_BYTES).unwrap();
        fs::write(root.join("a.txt"), format!("News. {OLD}")).unwrap();
        let saver = Saver::new(Arc::new(Journals::new(None)), None).keeping_texts(Some(kept));
        if theirs_first {
            let document = store::document(&root, "a.txt").unwrap().value;
            let (state, stamp, _) = store::read_set(&root, &document, &ravi);
            let SetState::Outdated(outdated) = state else { panic!("not outdated") };
            let texts = folder.path().join("state/tippani/texts");
            let (set, _) = settled(outdated.earlier, &document, Some(&texts), &CancelToken::new()).unwrap();
            store::save(&root, &document, &set, &stamp).unwrap();
        }
        let loaded = saver.load(&request(&root), None, &CancelToken::new()).unwrap();
        let (code, out) = check(folder.path(), &["--repair"]);
        assert_eq!(code, 0, "{out}");
        let now = seen(&root);
        assert_ne!(now, before);
        assert_eq!(loaded.verdicts[0].saw.unwrap().to_string(), now, "as the window has it");
        let file = written(folder.path(), "w/a.txt.asha.annotations.json");
        assert_eq!(file["reviews"][0]["saw"], now, "as the command line has it");
    }
}

#[test]
fn texts_are_kept_once_and_not_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let document = |n: usize| super::articles::document(&format!("{n} {}", "Rao ".repeat(100 + n)), false);
    for n in 0..6 {
        let document = document(n);
        store::texts::keep(folder.path(), &document, store::texts::MAX_BYTES).unwrap();
        store::texts::keep(folder.path(), &document, store::texts::MAX_BYTES).unwrap();
        let found = store::texts::find(folder.path(), &document.sha256).unwrap();
        assert_eq!(found, document.text);
    }
    let files = contents(folder.path());
    assert_eq!(files.len(), 6);
    let two: u64 = files.iter().take(2).map(|(_, bytes)| bytes.len() as u64).sum();
    let last = document(6);
    store::texts::keep(folder.path(), &last, two + 20).unwrap();
    assert!(contents(folder.path()).len() <= 2);
    assert_eq!(store::texts::find(folder.path(), &last.sha256), Some(last.text), "the newest stays");
    // What was cut off is as good as not there, and a name is never a path.
    let (name, bytes) = contents(folder.path()).remove(0);
    fs::write(folder.path().join(&name), &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(store::texts::find(folder.path(), name.trim_end_matches(".gz")), None);
    assert_eq!(store::texts::find(folder.path(), "../x"), None);
}
