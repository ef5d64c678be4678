//! The tour of the README: a review of the samples, and of articles that change meanwhile.

use std::fs;
use std::path::Path;

use egui_kittest::kittest::Queryable as _;
use serde_json::Value as Json;
use tippani::format::{article, sidecar};

use super::driver::Window;
use super::steps::{has, saved, show};
use crate::folder::folder;
use crate::review::set;

const TEXT: &str = "One two three four five six";

/// A window of the lead over an article that these have annotated, and their folder.
fn lead(sets: &[(&str, &str)], journals: &Path) -> (Window, tempfile::TempDir) {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    for (name, marks) in sets {
        write(folder.path(), name, marks);
    }
    (Window::of("lead", &folder.path().join("a.txt"), journals), folder)
}

fn sidecar_of(folder: &Path, name: &str) -> std::path::PathBuf {
    folder.join(format!("a.txt.{name}.annotations.json"))
}

fn write(folder: &Path, name: &str, marks: &str) {
    let document = article::decode("a.txt", TEXT.as_bytes()).value;
    fs::write(sidecar_of(folder, name), sidecar::encode(&set(name, marks), &document).unwrap()).unwrap();
}

fn json(folder: &Path, name: &str) -> Json {
    serde_json::from_slice(&fs::read(sidecar_of(folder, name)).unwrap()).unwrap()
}

fn begin(window: &mut Window) {
    window.press("Ctrl+R");
    window.wait("the queue", |w| {
        let session = w.harness.state().session();
        let is_found = session.review().is_some_and(|review| review.building().is_none());
        is_found && session.article().is_some_and(|article| article.others().len() > 0)
    });
}

/// The words of what the queue shows, in the order of the text.
fn queue(window: &Window) -> Vec<String> {
    let review = window.harness.state().session().review().unwrap();
    let mut all: Vec<_> = review.items().filter_map(|item| item.first_version()).collect();
    all.sort_by_key(|member| member.extent);
    all.into_iter().map(|member| member.quote.clone()).collect()
}

/// Goes to the item of this word.
fn go_to(window: &mut Window, quote: &str) {
    let review = window.harness.state().session().review().unwrap();
    let of =
        |item: &tippani::analysis::ReviewItem| item.first_version().is_some_and(|own| own.quote == quote);
    let (at, to) = (review.position(), review.items().position(of).unwrap());
    let (key, times) = if to > at { ("n", to - at) } else { ("p", at - to) };
    for _ in 0..times {
        window.press(key);
    }
}

fn verdicts(folder: &Path) -> Vec<String> {
    let json = json(folder, "lead");
    let one = |review: &Json| {
        let of = |key: &str| review[key].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", review["of"]["annotator"].as_str().unwrap(), of("verdict"), of("comment"))
    };
    let mut all: Vec<String> = json["reviews"].as_array().unwrap().iter().map(one).collect();
    all.sort();
    all
}

#[test]
fn each_key_says_what_it_is_said_to() {
    let journals = tempfile::tempdir().unwrap();
    let marks = [
        ("asha", "person:One event:two person:four person:six"),
        ("ravi", "location:One figure:two event:four event:six"),
    ];
    let (mut window, folder) = lead(&marks, journals.path());
    begin(&mut window);
    assert_eq!(queue(&window), ["One", "two", "four", "six"]);
    let decided = |w: &Window| w.harness.state().session().review().unwrap().decided();
    window.press("n p");
    assert_eq!(decided(&window), 0, "they decide nothing");
    go_to(&mut window, "One");
    window.press("b");
    go_to(&mut window, "two");
    window.press("x");
    go_to(&mut window, "four");
    window.press("q");
    window.press("r");
    assert_eq!(decided(&window), 3);
    window.press("Ctrl+Z");
    assert_eq!(decided(&window), 2, "the last decision alone");
    window.press("Ctrl+Shift+Z");
    go_to(&mut window, "six");
    window.press_at_once("c");
    window.type_text("which one?");
    window.press("Enter");
    window.press("e");
    saved(&mut window);
    let mine = json(folder.path(), "lead");
    assert_eq!(mine["annotations"].as_array().unwrap().len(), 1, "a copy to be changed: {mine}");
    assert_eq!(mine["decisions"].as_array().unwrap().len(), 1, "nothing belongs at the second");
    let said = verdicts(folder.path());
    let count = |word: &str| said.iter().filter(|own| own.contains(word)).count();
    assert_eq!((count("accepted"), count(" question")), (2, 1), "{said:?}");
    assert!(
        said.iter().any(|own| own.ends_with("taken over and changed") || own.ends_with("which one?")),
        "{said:?}"
    );
}

#[test]
fn what_is_changed_comes_up_again_whatever_the_clocks_say() {
    let journals = tempfile::tempdir().unwrap();
    let (mut window, folder) =
        lead(&[("asha", "person:One"), ("ravi", "location:One event:three")], journals.path());
    begin(&mut window);
    go_to(&mut window, "three");
    window.press("x");
    go_to(&mut window, "One");
    window.press("a");
    saved(&mut window);
    assert_eq!(verdicts(folder.path()).len(), 3);
    // Another label by a clock that stands still; a mark where nothing belongs; and one who says what was rejected.
    write(folder.path(), "ravi", "event:One event:three");
    write(folder.path(), "asha", "person:One person:three");
    write(folder.path(), "zoya", "location:One");
    drop(window);
    let mut window = Window::of("lead", &folder.path().join("a.txt"), journals.path());
    begin(&mut window);
    show(&mut window, "Changed");
    assert_eq!(queue(&window), ["One", "three"]);
    let review = window.harness.state().session().review().unwrap();
    let one = review.items().find(|item| item.first_version().unwrap().quote == "One").unwrap();
    let of = |n: usize| one.members[n].as_ref().and_then(|member| member.current_verdict.clone());
    let zoya = review.annotators().iter().position(|name| name.as_str() == "zoya").unwrap();
    let held = of(zoya).unwrap();
    let known: Vec<String> = verdicts(folder.path());
    let is_rejected = known.iter().any(|own| own.starts_with("ravi rejected"));
    assert_eq!(held.verdict == tippani::model::Verdict::Rejected, is_rejected, "also who says it later");
    assert!(!held.stale);
}

#[test]
fn filters_show_the_rest_and_what_is_agreed_can_be_rejected() {
    let journals = tempfile::tempdir().unwrap();
    let marks =
        [("asha", "person:One event:two figure:four"), ("ravi", "person:One event:three figure:four")];
    let (mut window, folder) = lead(&marks, journals.path());
    begin(&mut window);
    assert_eq!(queue(&window), ["two", "three"]);
    go_to(&mut window, "two");
    window.press("a");
    show(&mut window, "Open");
    assert_eq!(queue(&window), ["three"]);
    show(&mut window, "Decided");
    assert_eq!(queue(&window), ["two"]);
    show(&mut window, "Agreed");
    assert_eq!(queue(&window), ["One", "four"]);
    go_to(&mut window, "four");
    window.press("r");
    saved(&mut window);
    let said = verdicts(folder.path());
    assert_eq!(said.iter().filter(|own| own.contains("rejected")).count(), 2, "of both: {said:?}");
}

#[test]
fn what_another_reviewer_decided_otherwise_is_shown() {
    let journals = tempfile::tempdir().unwrap();
    let (mut window, folder) = lead(&[("asha", "person:One"), ("ravi", "location:One")], journals.path());
    begin(&mut window);
    window.press("1 a");
    saved(&mut window);
    let mine = fs::read_to_string(sidecar_of(folder.path(), "lead")).unwrap();
    let turned = mine.replace("accepted", "?").replace("rejected", "accepted").replace('?', "rejected");
    fs::write(sidecar_of(folder.path(), "mentor"), turned.replace("\"lead\"", "\"mentor\"")).unwrap();
    drop(window);
    let mut window = Window::of("lead", &folder.path().join("a.txt"), journals.path());
    begin(&mut window);
    show(&mut window, "Contradicted");
    assert_eq!(queue(&window), ["One"]);
}

#[test]
fn a_verdict_of_an_earlier_version_is_said_to_be_one() {
    let journals = tempfile::tempdir().unwrap();
    let (mut window, folder) = lead(&[("asha", "person:One"), ("ravi", "location:One")], journals.path());
    begin(&mut window);
    window.press("1 a");
    saved(&mut window);
    let told = "The verdict is of an earlier version";
    show(&mut window, "Decided");
    assert!(!has(&window, told));
    window.harness.state_mut().close();
    drop(window);
    let mut mine = json(folder.path(), "lead");
    for review in mine["reviews"].as_array_mut().unwrap() {
        assert!(review.as_object_mut().unwrap().remove("saw").is_some());
    }
    fs::write(sidecar_of(folder.path(), "lead"), mine.to_string()).unwrap();
    let mut window = Window::of("lead", &folder.path().join("a.txt"), journals.path());
    begin(&mut window);
    show(&mut window, "Decided");
    assert_eq!(queue(&window), ["One"], "it holds");
    assert!(has(&window, told));
}

#[test]
fn what_is_in_progress_is_left_out_until_ticked_in() {
    let journals = tempfile::tempdir().unwrap();
    let (mut window, folder) =
        lead(&[("asha", "person:One"), ("ravi", "location:One"), ("zoya", "event:six")], journals.path());
    let begun =
        fs::read_to_string(sidecar_of(folder.path(), "zoya")).unwrap().replace("\"done\"", "\"in-progress\"");
    fs::write(sidecar_of(folder.path(), "zoya"), begun).unwrap();
    drop(window);
    window = Window::of("lead", &folder.path().join("a.txt"), journals.path());
    begin(&mut window);
    assert_eq!(queue(&window), ["One"]);
    window.harness.get_by_label("zoya: 1 article in progress left out").click();
    window.wait("the queue", |w| {
        w.harness
            .state()
            .session()
            .review()
            .is_some_and(|review| review.building().is_none() && review.len() == 2)
    });
    assert_eq!(queue(&window), ["One", "six"]);
    let review = window.harness.state().session().review().unwrap();
    let one = review.items().find(|item| item.first_version().unwrap().quote == "One").unwrap();
    assert_eq!(one.versions.len(), 2, "whoever is in progress lacks nothing");
}

#[test]
fn a_sample_says_how_often_each_errs() {
    let journals = tempfile::tempdir().unwrap();
    let marks =
        [("asha", "person:One event:two figure:four"), ("ravi", "location:One event:three figure:five")];
    let (mut window, _folder) = lead(&marks, journals.path());
    begin(&mut window);
    window.harness.get_by_label("A sample only").click();
    window.wait("the sample", |w| {
        w.harness
            .state()
            .session()
            .review()
            .is_some_and(|review| review.building().is_none() && review.sampled().is_some())
    });
    let told = |w: &Window, words: &str| w.harness.query_all_by_label_contains(words).next().is_some();
    assert!(told(&window, "judged"));
    for _ in 0..8 {
        window.press("r");
    }
    assert!(told(&window, "% wrong ("), "with its interval");
    window.press("p p p p p p p p");
    for _ in 0..8 {
        window.press("a n");
    }
    assert!(told(&window, "to be below") || told(&window, "not below"));
}

#[test]
fn feedback_leads_to_the_guideline() {
    let journals = tempfile::tempdir().unwrap();
    let (mut window, folder) = lead(&[("asha", "person:One"), ("ravi", "location:One")], journals.path());
    fs::write(folder.path().join("guidelines.md"), "# How\n\nRead first.\n\n## Person\n\nA human being.\n")
        .unwrap();
    begin(&mut window);
    let label =
        |w: &Window| w.harness.state().session().review().unwrap().member().unwrap().1.label.to_string();
    window.press("1");
    if label(&window) != "person" {
        window.press("2");
    }
    assert_eq!(label(&window), "person");
    window.press("a");
    saved(&mut window);
    window.harness.state_mut().close();
    drop(window);
    let other = tempfile::tempdir().unwrap();
    let mut ravi = Window::of("ravi", &folder.path().join("a.txt"), other.path());
    let has = |w: &Window, words: &str| w.harness.query_all_by_label_contains(words).next().is_some();
    ravi.press("Ctrl+Shift+F");
    ravi.wait("the feedback", |w| has(w, "1 open"));
    assert!(has(&ravi, "Decided: Person, One"));
    ravi.press("F2");
    assert!(has(&ravi, "A human being"));
}
