//! A review and its answers, by two people in one folder, each in a window of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use serde_json::Value as Json;
use tippani::format::{article, sidecar as sidecars};
use tippani::model::{AnnotationSet, Annotator, Remark, RemarkSubject};

use super::driver::Window;
use super::steps::{has, run, saved, show, sidecar};
use crate::folder::folder;

const TEXT: &str = "one two three four";

/// Every sidecar in a folder but that of one annotator.
fn others(folder: &Path, annotator: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let own = format!(".{annotator}.annotations.json");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all = files.filter(|path| path.to_str().unwrap().ends_with(".annotations.json"));
    all.filter(|path| !path.to_str().unwrap().ends_with(&own))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

fn json(folder: &Path, annotator: &str) -> Json {
    let bytes = fs::read(folder.join(format!("a.txt.{annotator}.annotations.json"))).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn begin_review(window: &mut Window) {
    window.press("Ctrl+R");
    window.wait("the item", |w| {
        let session = w.harness.state().session();
        let is_found = session.review().is_some_and(|review| review.building().is_none());
        is_found && session.article().is_some_and(|article| article.others().len() == 2)
    });
}

/// The words of what a queue shows.
fn queue(window: &Window) -> Vec<String> {
    let review = window.harness.state().session().review().unwrap();
    review.items().map(|item| item.first_version().unwrap().quote.clone()).collect()
}

/// What the reviewer does first: one label decided, one mark rejected, the article returned.
fn review_first(folder: &Path, journals: &Path) {
    let mut lead = Window::of("lead", &folder.join("a.txt"), journals);
    begin_review(&mut lead);
    assert_eq!(queue(&lead), ["one", "three"]);
    lead.press("n");
    // Nobody else has “three”; of “one” the second version is right.
    lead.press("r");
    let quotes = queue(&lead);
    let at = quotes.iter().position(|quote| quote == "one").unwrap();
    assert_eq!(lead.harness.state().session().review().unwrap().position(), at);
    lead.press(if has(&lead, "asha: Organization, one") { "2" } else { "1" });
    let label = |w: &Window| {
        let review = w.harness.state().session().review().unwrap();
        review.member().unwrap().1.label.to_string()
    };
    if label(&lead) != "organization" {
        lead.press("1");
    }
    assert_eq!(label(&lead), "organization");
    lead.press("a");
    run(&mut lead, "Return this article");
    lead.harness.get_by_label("Return to ravi").click();
    lead.settle();
    lead.harness.get_by_label("Why it is returned").focus();
    lead.settle();
    lead.type_text("names are organizations here");
    lead.harness.get_by_label("Return it").click();
    lead.settle();
    saved(&mut lead);
    lead.harness.state_mut().close();
}

/// What the annotator makes of it: one thing taken over, one answered, the article handed back.
fn answer(folder: &Path, journals: &Path) {
    let mut ravi = Window::of("ravi", &folder.join("a.txt"), journals);
    ravi.wait("the list", |w| has(w, "returned"));
    assert!(has(&ravi, "Returned by lead"), "the article says so");
    assert!(has(&ravi, "names are organizations here"));
    ravi.press("Ctrl+Shift+F");
    ravi.wait("the feedback", |w| has(w, "2 open"));
    assert!(has(&ravi, "Yours: Person, one") && has(&ravi, "Decided: Organization, one"));
    ravi.press("t");
    ravi.wait("the rest", |w| has(w, "1 open"));
    assert!(has(&ravi, "Decided: nothing belongs here"));
    ravi.press_at_once("k");
    ravi.type_text("it is the name of a storm");
    ravi.press("Enter");
    ravi.wait("the answer", |w| has(w, "0 open"));
    run(&mut ravi, "Hand this article back");
    assert!(!has(&ravi, "Returned by lead"));
    saved(&mut ravi);
    let own = json(folder, "ravi");
    let labels: Vec<&str> =
        own["annotations"].as_array().unwrap().iter().map(|a| a["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["organization", "location", "event"]);
    let answers = own["answers"].as_array().unwrap();
    assert_eq!(answers.len(), 2, "to the verdict and to the return: {answers:?}");
    ravi.harness.state_mut().close();
}

#[test]
fn a_returned_article_is_first_in_the_list_until_it_is_handed_back() {
    let document = article::decode("b.txt", TEXT.as_bytes()).value;
    let mut lead = AnnotationSet::new(Annotator::new("lead").unwrap());
    let about = RemarkSubject::Return(Annotator::new("asha").unwrap());
    lead.insert_remark(Remark::new(about, "look again", &"2026-01-02T03:04:05Z".parse().unwrap()));
    let bytes = sidecars::encode(&lead, &document).unwrap();
    let mut window = Window::on_bytes(&[
        ("a.txt", TEXT.as_bytes()),
        ("b.txt", TEXT.as_bytes()),
        ("b.txt.lead.annotations.json", &bytes),
    ]);
    let rows = |window: &Window| -> Vec<String> {
        let all = window.harness.get_all_by_role(Role::ListBoxOption);
        let names = all.filter_map(|row| row.accesskit_node().label());
        names.filter_map(|name| Some(name.split_once(',')?.0.to_owned())).collect()
    };
    window.wait("the list", |w| rows(w) == ["b.txt", "a.txt"]);
    window.press("Ctrl+PageUp");
    window.wait("the article that was returned", |w| has(w, "Returned by lead"));
    run(&mut window, "Hand this article back");
    window.wait("the list", |w| rows(w) == ["a.txt", "b.txt"]);
}

#[test]
fn a_review_goes_there_and_back_between_two_people() {
    let (asha, ravi) =
        (sidecar("asha", &["organization", "location"]), sidecar("ravi", &["person", "location", "event"]));
    let files: [(&str, &[u8]); 3] = [
        ("a.txt", TEXT.as_bytes()),
        ("a.txt.asha.annotations.json", &asha),
        ("a.txt.ravi.annotations.json", &ravi),
    ];
    let folder = folder(&files);
    let (root, journals) = (folder.path(), [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()]);
    let before = others(root, "lead");
    review_first(root, journals[0].path());
    assert_eq!(others(root, "lead"), before, "the reviewer wrote nobody's file");
    assert_eq!(json(root, "lead")["returned"][0]["annotator"], "ravi");
    let before = others(root, "ravi");
    answer(root, journals[1].path());
    assert_eq!(others(root, "ravi"), before, "the annotator wrote nobody's file");
    // What came back is exactly these two.
    let mut lead = Window::of("lead", &root.join("a.txt"), journals[0].path());
    begin_review(&mut lead);
    show(&mut lead, "Came back");
    let mut came_back = queue(&lead);
    came_back.sort();
    assert_eq!(came_back, ["one", "three"]);
    let at = queue(&lead).iter().position(|quote| quote == "three").unwrap();
    while lead.harness.state().session().review().unwrap().position() != at {
        lead.press(if at == 0 { "p" } else { "n" });
    }
    assert!(has(&lead, "it is the name of a storm"), "the answer is read");
    let before = others(root, "lead");
    // The reviewer gives in, and confirms what was taken over.
    lead.press("a");
    assert_eq!(queue(&lead).len(), 2, "it stays in sight until the queue is asked for again");
    while lead.harness.state().session().review().unwrap().position() == at {
        lead.press(if at == 0 { "n" } else { "p" });
    }
    lead.press("a");
    saved(&mut lead);
    assert_eq!(others(root, "lead"), before);
    show(&mut lead, "Differences");
    show(&mut lead, "Came back");
    assert_eq!(queue(&lead), Vec::<String>::new(), "what was judged again does not come back");
}
