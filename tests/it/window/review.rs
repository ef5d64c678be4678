//! Reviewing what others annotated, by the keyboard alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::Value as Json;

use super::driver::Window;
use crate::folder::contents;

/// The samples in a folder of their own, as asha sees them.
fn samples() -> Window {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            files.push((name, fs::read(entry.path()).unwrap()));
        }
    }
    files.sort_by_key(|(name, _)| name != "bridge-en.txt");
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    Window::on_bytes(&files)
}

/// Begins a review and waits until everything is looked through.
fn begin(window: &mut Window) {
    window.press("Ctrl+R");
    arrived(window);
}

/// Waits until the item's article is on screen, with the others' marks.
fn arrived(window: &mut Window) {
    window.wait("the item", |w| {
        let session = w.harness.state().session();
        let Some(review) = session.review().filter(|review| review.building().is_none()) else {
            return false;
        };
        let shown = session.article().filter(|article| article.others().len() > 0);
        shown.map(|article| &article.document().file) == review.item().map(|item| &item.file)
    });
}

fn decided(window: &Window) -> usize {
    window.harness.state().session().review().unwrap().decided()
}

/// Every sidecar of an annotator.
fn sidecars(folder: &Path, annotator: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let ending = format!(".{annotator}.annotations.json");
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    files
        .filter(|e| e.file_name().to_str().unwrap().ends_with(&ending))
        .map(|e| (e.path().to_owned(), fs::read(e.path()).unwrap()))
        .collect()
}

fn reviews(folder: &Path) -> Vec<Json> {
    let all = sidecars(folder, "asha").into_values();
    let reviews = all.flat_map(|bytes| {
        let json: Json = serde_json::from_slice(&bytes).unwrap();
        json["reviews"].as_array().cloned().unwrap_or_default()
    });
    reviews.collect()
}

#[test]
fn a_queue_is_cleared_by_the_keyboard_alone() {
    let mut window = samples();
    let theirs = sidecars(window.folder(), "ravi");
    begin(&mut window);
    let before = decided(&window);
    for n in 0..50 {
        window.press(["a", "r", "q"][n % 3]);
        arrived(&mut window);
        assert_eq!(decided(&window), before + n + 1);
    }
    window.press("n p");
    window.press_at_once("c");
    window.type_text("see the guidelines");
    window.press("Enter");
    window.press("Ctrl+S");
    window.wait("the saves", |w| {
        let session = w.harness.state().session();
        !session.is_dirty() && !session.is_saving()
    });
    let reviews = reviews(window.folder());
    let of = |verdict: &str| reviews.iter().filter(|review| review["verdict"] == verdict).count();
    assert!(of("accepted") >= 17 && of("rejected") >= 17 && of("question") >= 16, "{}", reviews.len());
    assert!(reviews.iter().any(|review| review["comment"] == "see the guidelines"));
    assert_eq!(sidecars(window.folder(), "ravi"), theirs, "a review changes no file of another");
    // The next time it goes on where it stopped.
    let mut window = window.reopened();
    begin(&mut window);
    assert!(decided(&window) >= before + 50);
    let review = window.harness.state().session().review().unwrap();
    assert!(!review.item().unwrap().is_decided());
}

#[test]
fn a_comment_begun_and_left_says_nothing() {
    let mut window = samples();
    begin(&mut window);
    let before = decided(&window);
    window.press_at_once("c");
    window.press("Escape");
    assert_eq!(decided(&window), before, "no word and no verdict");
    // Whom it was about is not shown any more when it is left.
    window.press("Escape");
    window.wait("the end of the review", |w| w.harness.state().session().review().is_none());
    assert_eq!(window.harness.state().session().shown_annotators(), []);
    window.wait("the marks gone", |w| w.harness.state().session().article().unwrap().others().len() == 0);
}

#[test]
fn no_action_of_a_review_changes_a_file_of_another() {
    let zoya = RAVI.replace("\"ravi\"", "\"zoya\"").replace("location", "event");
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.ravi.annotations.json", RAVI.as_bytes()),
        ("a.txt.zoya.annotations.json", zoya.as_bytes()),
        ("entities.ravi.json", b"{}"),
        ("guidelines.md", b"# Person"),
    ]);
    let others = |w: &Window| -> Vec<(String, Vec<u8>)> {
        contents(w.folder()).into_iter().filter(|(file, _)| !file.contains(".asha.")).collect()
    };
    let before = others(&window);
    begin(&mut window);
    for keys in [
        "a",
        "Ctrl+Z",
        "r",
        "q",
        "p p b",
        "v e",
        "Escape",
        "n p",
        "Ctrl+Shift+R",
        "Ctrl+Shift+A Escape",
        "F2",
    ] {
        window.press(keys);
        window.settle();
    }
    for command in ["blind", "take what all", "by label", "who has done", "review all"] {
        window.press("Ctrl+Shift+P");
        window.type_text(command);
        window.press("Enter Enter Escape Ctrl+S");
    }
    window.wait("the saves", |w| {
        let session = w.harness.state().session();
        !session.is_dirty() && !session.is_saving()
    });
    assert!(!sidecars(window.folder(), "asha").is_empty(), "something was decided");
    assert_eq!(others(&window), before);
}

#[test]
fn undo_goes_back_to_the_last_decision_in_whatever_article() {
    let mut window = samples();
    begin(&mut window);
    let place = |w: &Window| {
        let session = w.harness.state().session();
        let file = session.article().unwrap().document().file.to_string();
        (session.review().unwrap().position(), file)
    };
    let mut places = vec![place(&window)];
    let before = decided(&window);
    for _ in 0..6 {
        window.press("a");
        arrived(&mut window);
        places.push(place(&window));
    }
    let files: std::collections::BTreeSet<_> = places.iter().map(|(_, file)| file.clone()).collect();
    assert!(files.len() > 2, "the queue goes through several articles");
    for n in (0..6).rev() {
        window.press("Ctrl+Z");
        arrived(&mut window);
        assert_eq!((place(&window), decided(&window)), (places[n].clone(), before + n));
    }
}

#[test]
fn a_verdict_is_one_step_and_letters_are_labels_again_afterwards() {
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.ravi.annotations.json", RAVI.as_bytes()),
    ]);
    begin(&mut window);
    assert_eq!(window.harness.state().session().review().unwrap().len(), 2);
    window.press("a");
    assert_eq!(decided(&window), 1);
    window.press("Ctrl+Z");
    assert_eq!(decided(&window), 0);
    window.press("Ctrl+Shift+Z p e");
    let own = |w: &Window| -> Vec<String> {
        let article = w.harness.state().session().article().unwrap();
        article.set().annotations().iter().map(|a| format!("{} {:?}", a.label, a.origin.from)).collect()
    };
    assert_eq!(own(&window), ["person Some(\"ravi/01K9C70Z3A1WB9XSCQ570D1V01\")"]);
    window.press("Escape Escape");
    assert!(window.harness.state().session().review().is_none());
    window.press("Ctrl+End Ctrl+D a");
    assert_eq!(own(&window).len(), 2, "the letter is a label's again");
}

#[test]
fn names_can_be_hidden() {
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.ravi.annotations.json", RAVI.as_bytes()),
    ]);
    begin(&mut window);
    let version = |w: &Window, who: &str| w.harness.query_by_label(&format!("{who}: Person, one")).is_some();
    assert!(version(&window, "ravi") && !version(&window, "A"));
    window.press("Ctrl+Shift+P");
    window.type_text("blind");
    window.press("Enter");
    assert!(version(&window, "A") && !version(&window, "ravi"));
}

#[test]
fn a_cell_of_the_agreement_leads_to_the_spans_behind_it() {
    let mut window = samples();
    window.press("Ctrl+Shift+A");
    let answered = |w: &Window| {
        let agreement = w.harness.state().session().agreement();
        agreement.is_some_and(|agreement| agreement.answer().is_some_and(|answer| answer.is_ok()))
    };
    window.wait("the figures", answered);
    for shown in ["Krippendorff’s α", "Mathet’s γ", "4,165 characters"] {
        assert!(window.harness.query_by_label(shown).is_some(), "{shown}");
    }
    let intervals = window.harness.query_all_by_label("0.40 … 0.61").count();
    assert_eq!(intervals, 2, "those of α and of Fleiss’ κ");
    assert!(window.harness.query_by_label_contains("asha and ravi: 0.53").is_some());
    window.harness.get_by_label("asha: Statement, ravi: Denial – 2").click_accesskit();
    window.settle();
    arrived(&mut window);
    let review = window.harness.state().session().review().unwrap();
    assert_eq!(review.len(), 2, "what is in progress is left out");
    for item in review.items() {
        let labels: Vec<&str> = item.present().map(|(_, member)| &*member.label).collect();
        assert_eq!(labels, ["statement", "denial"]);
    }
}

#[test]
fn agreement_is_saved_as_tables() {
    let mut window = samples();
    window.press("Ctrl+Shift+A");
    let is_there = |w: &Window| w.harness.query_by_label("Save CSV").is_some();
    window.wait("the figures", is_there);
    let out = tempfile::tempdir().unwrap();
    window.harness.get_by_role_and_label(Role::TextInput, "Save as CSV in").focus();
    window.settle();
    window.type_text(out.path().to_str().unwrap());
    window.harness.get_by_label("Save CSV").click();
    let table = out.path().join("agreement.csv");
    window.wait("the tables", |_| table.is_file() && out.path().join("agreement-articles.csv").is_file());
    let rows = fs::read_to_string(table).unwrap();
    assert!(rows.contains("\r\nall,,,observed,token,asha|ravi,"), "{rows}");
    window.wait("the word", |w| {
        w.harness.query_all_by_label_contains("agreement-articles.csv").next().is_some()
    });
}

#[test]
fn a_second_copy_of_ones_own_annotations_is_merged_in_one_step() {
    let copy = RAVI.replace("\"ravi\"", "\"asha\"");
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.asha.annotations (conflicted copy).json", copy.as_bytes()),
    ]);
    window.press("Ctrl+End Ctrl+D 1");
    let count = |w: &Window| w.harness.state().session().article().unwrap().set().annotations().len();
    assert_eq!(count(&window), 1);
    window.harness.get_by_label("Merge it").click_accesskit();
    window.wait("the copy", |w| count(w) == 3);
    assert!(window.harness.query_by_label("Merge it").is_none(), "it is merged once");
    window.wait("the new name", |w| {
        let names = fs::read_dir(w.folder()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names.collect();
        names.iter().any(|name| name.contains("conflicted copy).set-aside-"))
            && !names.iter().any(|name| name.ends_with("(conflicted copy).json"))
    });
    window.press("Ctrl+Z");
    assert_eq!(count(&window), 1);
}

/// Two marks of a colleague.
const RAVI: &str = r#"{
  "format": "tippani/annotations",
  "version": 1,
  "source": {"file": "a.txt", "sha256": "113f69ccf08f80a63beba2f49218eaa72a183f374065e6cb56ebe9bd68eb79cc", "characters": 18, "unit": "code-point", "language": null},
  "annotator": "ravi",
  "state": "done",
  "annotations": [
    {"id": "01K9C70Z3A1WB9XSCQ570D1V01", "kind": "entity", "label": "person",
     "spans": [{"start": 0, "end": 3, "quote": "one"}], "attributes": {}, "note": "",
     "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z"},
    {"id": "01K9C70Z3A1WB9XSCQ570D1V02", "kind": "entity", "label": "location",
     "spans": [{"start": 4, "end": 7, "quote": "two"}], "attributes": {}, "note": "",
     "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z"}
  ],
  "relations": [],
  "reviews": []
}
"#;

#[test]
fn a_label_leads_to_what_the_guidelines_say_of_it() {
    let mut window = Window::on(&[
        ("a.txt", "one two three four"),
        ("guidelines.md", "# How\n\nRead first.\n\n## Person\n\nA human being.\n\n## Location\n\nA place.\n"),
    ]);
    assert!(window.harness.query_by_label_contains("A human being").is_none());
    window.press("Ctrl+Home Ctrl+D 1 F2");
    assert!(window.harness.query_by_label_contains("A human being").is_some());
}

#[test]
fn who_has_done_what_leads_to_the_articles() {
    let mut window = samples();
    window.press("Ctrl+Shift+P");
    window.type_text("who has done");
    window.press("Enter");
    window.wait("the count", |w| w.harness.state().session().progress().is_some());
    assert!(window.harness.query_by_label_contains("Begun: 1 article by nobody (11 %)").is_some());
    window.harness.get_by_label("figures-en.md: ravi in-progress").click_accesskit();
    window.settle();
    window.wait("the article", |w| {
        let article = w.harness.state().session().article();
        article.is_some_and(|article| &*article.document().file == "figures-en.md")
    });
}

#[test]
fn a_comment_that_is_undone_is_gone_from_its_field() {
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.ravi.annotations.json", RAVI.as_bytes()),
    ]);
    begin(&mut window);
    let comment = |w: &Window| w.harness.get_by_role_and_label(Role::TextInput, "Comment").value();
    window.press_at_once("c");
    window.type_text("too wide");
    window.press("Enter");
    assert_eq!(comment(&window).as_deref(), Some("too wide"));
    window.press("Ctrl+Z");
    assert_eq!(comment(&window).unwrap_or_default(), "");
    window.press("Ctrl+Shift+Z");
    assert_eq!(comment(&window).as_deref(), Some("too wide"));
}
