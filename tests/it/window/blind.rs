//! Where names are hidden none is told: on every page and in every dialog, with verdicts, feedback, claims and entities of others.

use egui_kittest::kittest::NodeT as _;
use serde_json::{Value as Json, json};

use super::driver::Window;
use super::steps::{self, has, run, show};
use super::tree::{find_page, pages, show_page};

const NAMES: [&str; 3] = ["quentin", "xenia", "zubeida"];

/// Somebody's sidecar, and `change` made.
fn sidecar(name: &str, labels: &[&str], change: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut file: Json = serde_json::from_slice(&steps::sidecar(name, labels)).unwrap();
    change(&mut file);
    file.to_string().into_bytes()
}

/// What somebody says of Asha's n-th annotation.
fn verdict(n: usize, verdict: &str, comment: &str) -> Json {
    json!({
        "of": { "annotator": "asha", "annotation": format!("01K9C70Z3A1WB9XSCQ570D1V0{n}") },
        "verdict": verdict, "comment": comment, "at": "2026-01-02T05:04:05Z",
    })
}

fn claim(file: &mut Json, claimer: &str) {
    let claim = json!({
        "id": "01K9C70Z3A1WB9XSCQ570D1V09", "kind": "claim", "label": "statement",
        "spans": [{ "start": 0, "end": 18, "quote": "one two three four" }],
        "attributes": { "claimer": { "entity": claimer } },
        "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
    });
    file["annotations"].as_array_mut().unwrap().push(claim);
}

fn entities(name: &str, kind: &str, judged: &str) -> Vec<u8> {
    let entity = |id: &str, name: &str| json!({ "id": id, "kind": kind, "name": name, "created": "2026-01-02T03:04:05Z" });
    let mut file = json!({
        "format": "tippani/entities", "version": 1, "annotator": name,
        "entities": [entity("modi", "Narendra Modi"), entity("n-modi", "N. Modi")], "same": [], "different": [],
    });
    file[judged] = json!([["modi", "n-modi"]]);
    file.to_string().into_bytes()
}

/// An article that three have annotated and reviewed, as `annotator` sees it, who may be one of those reviewed.
fn window(annotator: &str) -> Window {
    let quentin = sidecar("quentin", &["person", "location"], |f| {
        f["reviews"] = json!([verdict(0, "rejected", "edges"), verdict(1, "accepted", "")]);
        f["returned"] =
            json!([{ "annotator": "asha", "comment": "look again", "at": "2026-01-02T05:04:05Z" }]);
        f["annotations"][0]["entity"] = json!("modi");
        claim(f, "modi");
    });
    let xenia = sidecar("xenia", &["organization", "location"], |f| {
        f["reviews"] = json!([verdict(0, "accepted", ""), verdict(1, "rejected", "no")]);
        f["answers"] = json!([{
            "to": { "reviewer": "asha", "annotation": "01K9C70Z3A1WB9XSCQ570D1V00" }, "text": "it is one",
            "at": "2026-01-02T05:04:05Z",
        }]);
        claim(f, "n-modi");
    });
    let zubeida = sidecar("zubeida", &["person", "location", "event"], |f| {
        f["annotations"][0]["entity"] = json!("n-modi");
        f["state"] = json!("in-progress");
    });
    let asha = sidecar("asha", &["person", "event"], |f| {
        f["annotations"][0]["entity"] = json!("modi");
        claim(f, "modi");
    });
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("b.txt", b"four five"),
        ("a.txt.asha.annotations.json", &asha),
        ("a.txt.quentin.annotations.json", &quentin),
        ("a.txt.xenia.annotations.json", &xenia),
        ("a.txt.zubeida.annotations.json", &zubeida),
        ("entities.quentin.json", &entities("quentin", "person", "same")),
        ("entities.xenia.json", &entities("xenia", "organization", "different")),
    ]);
    if annotator != "asha" {
        window.annotate_as(annotator);
    }
    window.press("Ctrl+R");
    window.wait("the queue", |w| {
        let session = w.harness.state().session();
        let is_found = session.review().is_some_and(|review| review.building().is_none());
        is_found && session.article().is_some_and(|article| article.others().len() > 0)
    });
    window
}

/// The names that anything in the tree says, in whatever way.
fn told(window: &Window) -> Vec<String> {
    let mut told = Vec::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let data = node.data();
        let words = [data.label(), data.value(), data.description(), data.placeholder(), data.tooltip()];
        for words in words.into_iter().flatten() {
            if NAMES.iter().any(|name| words.contains(name)) {
                told.push(format!("{:?} {words}", node.role()));
            }
        }
    }
    told
}

fn is_quiet(window: &Window) -> bool {
    let session = window.harness.state().session();
    session.agreement().is_none_or(|agreement| agreement.answer().is_some())
        && session.gold_preview().is_none_or(|gold| gold.progress().is_none())
        && session.feedback().is_none_or(|feedback| !feedback.is_reading())
        && session.review().is_none_or(|review| review.building().is_none())
}

#[track_caller]
fn check(window: &mut Window, place: &str) {
    window.wait("the answers", is_quiet);
    window.settle();
    assert!(window.harness.state().session().is_blind());
    assert_eq!(told(window), Vec::<String>::new(), "{place}");
}

#[test]
fn no_page_or_dialog_tells_a_name() {
    for annotator in ["asha", "gold"] {
        let mut window = window(annotator);
        assert!(!told(&window).is_empty(), "before names are hidden");
        run(&mut window, "Blind");
        check(&mut window, "in a review");
        let mut seen = 0;
        for action in pages() {
            find_page(&mut window, action);
            check(&mut window, "the palette");
            show_page(&mut window);
            check(&mut window, action.name());
            seen += 1;
            window.press("Escape Escape Escape Escape");
        }
        assert!(seen > 20, "{seen} pages and dialogs were looked at");
        for page in [
            "Show articles",
            "Show entities",
            "Show review",
            "Show overview",
            "Agreement",
            "Progress by annotator",
        ] {
            run(&mut window, page);
            check(&mut window, page);
        }
    }
}

#[test]
fn no_filter_of_the_queue_tells_a_name() {
    let mut window = window("lead");
    run(&mut window, "Blind");
    for filter in ["Open", "Agreed", "Decided", "Changed", "Contradicted", "Came back", "Differences"] {
        show(&mut window, filter);
        check(&mut window, filter);
    }
    for keys in ["a", "n", "1", "2", "x", "v", "c"] {
        window.press(keys);
        check(&mut window, keys);
    }
}

#[test]
fn feedback_tells_no_reviewers_name() {
    let mut window = window("asha");
    assert!(has(&window, "Returned by quentin"), "before names are hidden");
    run(&mut window, "Blind");
    window.press("Escape Escape");
    check(&mut window, "the article that was returned");
    assert!(has(&window, "Returned by "), "that it was returned is still said");
    window.press("Ctrl+Shift+F");
    window.wait("the feedback", |w| has(w, "Decided: "));
    check(&mut window, "the feedback");
    window.press_at_once("k");
    window.type_text("it is a storm");
    window.press("Enter");
    check(&mut window, "an answer");
    window.press("t");
    check(&mut window, "what was taken over");
}

#[test]
fn an_entity_tells_nobody_who_has_it() {
    let mut window = window("asha");
    run(&mut window, "Blind");
    window.press("Escape Escape Ctrl+Shift+3");
    window.wait("the list", |w| has(w, "Narendra Modi"));
    check(&mut window, "the list of entities");
    window.press("ArrowDown");
    window.wait("the mentions", |w| w.harness.state().session().mentions().is_some());
    check(&mut window, "an entity");
    assert!(
        has(&window, "are told apart by ") || has(&window, "are one for "),
        "what others contradict in is said"
    );
}
