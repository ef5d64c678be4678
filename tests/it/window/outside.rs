//! A window on a folder in which others write, and one beside another window of the same annotator.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tippani::model::{Annotator, Timestamp};
use tippani::store::Writers;

use super::driver::Window;
use crate::folder::folder;

const SIDECAR: &str = "a.txt.asha.annotations.json";

/// Whether something with these words in its name is on screen.
fn is_said(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

/// The annotations that are shown, in the text.
#[track_caller]
fn shows(window: &mut Window, expected: &str) {
    window.wait(expected, |w| w.marked() == expected);
}

#[test]
fn a_second_window_of_an_annotator_reads_until_the_first_is_closed() {
    let corpus = folder(&[("a.txt", b"one two three")]);
    let locks = tempfile::tempdir().unwrap();
    let mut first = Window::beside_others(corpus.path(), locks.path());
    first.press("Ctrl+Home Ctrl+D 1");
    first.assert_saved("a.txt");
    let mut second = Window::beside_others(corpus.path(), locks.path());
    let banner = |w: &Window| is_said(w, "asha is annotating here in another window");
    second.wait("the bar over the text", banner);
    second.harness.get_by_role_and_label(Role::Button, "Work under another name…");
    assert!(!is_said(&second, "Take over"), "the other window runs");
    second.press("Ctrl+End Ctrl+D 3");
    assert_eq!(second.marked(), "[person: one] two three");
    assert!(is_said(&second, "This window is for reading only"));
    // What is annotated in the first appears in the second.
    first.press("Escape Escape Ctrl+End Ctrl+D 3");
    first.assert_saved("a.txt");
    shows(&mut second, "[person: one] two [location: three]");
    second.harness.get_by_role_and_label(Role::Button, "Try again").click();
    second.wait("an answer", |w| is_said(w, "still annotating here"));
    first.harness.state_mut().close();
    drop(first);
    second.harness.get_by_role_and_label(Role::Button, "Try again").click();
    second.wait("the lock", |w| !banner(w) && w.harness.state().session().can_annotate());
    second.press("Ctrl+Home ArrowDown Ctrl+Home Ctrl+ArrowRight Ctrl+D 2");
    second.assert_saved("a.txt");
    assert_eq!(second.marked().matches('[').count(), 3, "{}", second.marked());
}

#[test]
fn another_name_is_another_lock() {
    let corpus = folder(&[("a.txt", b"one two three")]);
    let locks = tempfile::tempdir().unwrap();
    let at: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    let elsewhere = Writers::new(Some(locks.path().to_owned()));
    let lock = elsewhere.take(corpus.path(), &Annotator::new("asha").unwrap(), &at).unwrap();
    let mut window = Window::beside_others(corpus.path(), locks.path());
    window.wait("the bar over the text", |w| is_said(w, "2 Jan 2026"));
    window.harness.get_by_role_and_label(Role::Button, "Work under another name…").click();
    window.settle();
    window.press("Ctrl+A");
    window.type_text("ravi");
    window.press("Enter");
    window.wait("the article", |w| w.harness.state().session().can_annotate());
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved_by("ravi", "a.txt");
    drop(lock);
}

#[test]
fn what_a_sync_client_brings_is_seen() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.txt");
    let path = |window: &Window, file: &str| window.folder().join(file);
    let own = fs::read_to_string(path(&window, SIDECAR)).unwrap();
    // A colleague, an article and guidelines come.
    let theirs = own.replace("\"asha\"", "\"ravi\"");
    fs::write(path(&window, "a.txt.ravi.annotations.json"), theirs).unwrap();
    let ravi = Annotator::new("ravi").unwrap();
    window.wait("the colleague", |w| {
        let session = w.harness.state().session();
        session.library().unwrap().entry("a.txt").unwrap().annotators.contains(&ravi)
    });
    fs::write(path(&window, "b.txt"), "another").unwrap();
    window.wait("the article", |w| is_said(w, "b.txt"));
    fs::remove_file(path(&window, "b.txt")).unwrap();
    window.wait("its end", |w| !is_said(w, "b.txt"));
    fs::write(path(&window, "guidelines.md"), "Tag the minister").unwrap();
    window.wait("the guidelines", |w| {
        w.harness.state().session().guidelines().is_some_and(|text| text.contains("minister"))
    });
    // Another laptop takes the own annotation out and puts another in; what is done here stays.
    let other = own.replace("\"person\"", "\"location\"").replace("\"id\": \"", "\"id\": \"0");
    window.press("Escape Escape Ctrl+End Ctrl+D 2");
    window.assert_saved("a.txt");
    fs::write(path(&window, SIDECAR), other).unwrap();
    shows(&mut window, "[location: one] two three");
    window.press("Escape Escape Ctrl+End Ctrl+D 2");
    window.assert_saved("a.txt");
    assert_eq!(window.marked(), "[location: one] two [organization: three]");
    // The text itself is changed: its annotations wait for a decision.
    fs::write(path(&window, "a.txt"), "one two four").unwrap();
    window.wait("the text", |w| w.text() == "one two four");
    assert!(window.harness.state().session().article().unwrap().blocked().is_some());
}

#[test]
fn labels_that_a_colleague_adds_are_merged_with_those_of_the_window() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    let schema = r#"{"format": "tippani/workspace", "version": 1, "name": "n", "labels": [
        {"id": "ship", "kind": "entity", "name": "Ship", "colour": "blue", "key": "s", "attributes": []}
    ]}"#;
    fs::write(window.folder().join("tippani.json"), schema).unwrap();
    window.wait("the label", |w| w.harness.state().session().schema().label("ship").is_some());
}
