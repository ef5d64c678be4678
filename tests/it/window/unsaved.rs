//! What is being typed is saved, faults are outlived, and work that cannot be kept is asked about.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::accesskit::Role;
use egui::{ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

fn sidecar(window: &Window) -> serde_json::Value {
    let path = window.folder().join("a.txt.asha.annotations.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Types into the field of that name, which keeps the keyboard.
fn type_into(window: &mut Window, field: &str, words: &[&str]) {
    // Values of attributes are written in fields that grow.
    let grows = window.harness.query_by_role_and_label(Role::MultilineTextInput, field).is_some();
    let role = if grows { Role::MultilineTextInput } else { Role::TextInput };
    window.harness.get_by_role_and_label(role, field).focus();
    window.settle();
    for word in words {
        window.type_text(word);
    }
}

#[test]
fn an_attribute_is_saved_while_it_is_being_typed() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D c");
    window.assert_saved("a.txt");
    type_into(&mut window, "Topic", &["war", " ", "and"]);
    assert!(window.harness.state().session().is_dirty(), "it counts at once");
    window.assert_saved("a.txt");
    assert_eq!(sidecar(&window)["annotations"][0]["attributes"]["topic"]["value"], "war and");
    window.type_text(" peace");
    window.harness.state_mut().close();
    assert_eq!(sidecar(&window)["annotations"][0]["attributes"]["topic"]["value"], "war and peace");
}

#[test]
fn what_is_typed_for_one_annotation_stays_with_it() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D c Escape Escape Ctrl+End Ctrl+D c");
    type_into(&mut window, "Topic", &["war"]);
    window.press("Escape Tab");
    let typed = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Topic").value();
    assert_eq!(typed.as_deref().unwrap_or_default(), "");
    window.press("Tab");
    let typed = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Topic").value();
    assert_eq!(typed.as_deref(), Some("war"));
}

#[test]
fn a_comment_is_kept_while_it_is_being_typed() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.txt");
    let own = window.folder().join("a.txt.asha.annotations.json");
    let theirs = fs::read_to_string(&own).unwrap().replace("\"asha\"", "\"ravi\"");
    // Who is in progress is left out of a review.
    let theirs = theirs.replace("\"in-progress\"", "\"done\"");
    fs::write(window.folder().join("a.txt.ravi.annotations.json"), theirs).unwrap();
    window.press("F5");
    let everybody = |w: &Window| w.harness.state().session().everybody().len();
    window.wait("ravi", |w| everybody(w) == 2);
    window.press("Ctrl+R");
    window.wait("the item", |w| {
        let session = w.harness.state().session();
        let shown = session.article().is_some_and(|article| article.others().len() == 1);
        shown && session.review().is_some_and(|review| review.item().is_some() && review.building().is_none())
    });
    type_into(&mut window, "Comment", &["too", " wide"]);
    assert!(window.harness.state().session().is_dirty(), "it counts at once");
    window.harness.state_mut().close();
    assert_eq!(sidecar(&window)["reviews"][0]["comment"], "too wide");
}

#[test]
fn a_fault_on_the_disks_thread_does_not_end_saving() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    let armed = Arc::new(AtomicBool::new(false));
    let sprung = armed.clone();
    window.harness.ctx.set_request_repaint_callback(move |_| {
        let here = std::thread::current().name() == Some("tippani-disk");
        assert!(!(here && sprung.swap(false, Ordering::SeqCst)), "a fault made for this test");
    });
    armed.store(true, Ordering::SeqCst);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape");
    window.wait("the fault", |_| !armed.load(Ordering::SeqCst));
    window.press("Ctrl+End Ctrl+D 2");
    window.assert_saved("a.txt");
    assert_eq!(sidecar(&window)["annotations"].as_array().unwrap().len(), 2);
    let told = |label: &str| label.contains("a fault made for this test");
    assert!(window.harness.query_all_by(|node| node.label().is_some_and(|l| told(&l))).next().is_some());
}

#[test]
fn the_word_on_a_failed_save_goes_once_saving_works() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    let sidecar = window.folder().join("a.txt.asha.annotations.json");
    fs::create_dir(&sidecar).unwrap();
    let is_told = |window: &Window| window.harness.query_all_by_role(Role::Alert).next().is_some();
    window.press("Ctrl+Home Ctrl+D 1");
    window.wait("the word that it is not saved", is_told);
    fs::remove_dir(&sidecar).unwrap();
    window.press("Ctrl+S");
    window.wait("the save", |w| !w.harness.state().session().is_dirty());
    assert!(sidecar.is_file() && !is_told(&window));
}

/// Closes the window, as the cross in its corner does; says whether it closes.
pub(super) fn close(window: &mut Window) -> bool {
    let viewport = window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    window.harness.step();
    let commands = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
    !commands.contains(&ViewportCommand::CancelClose)
}

/// Whether the question is there.
fn asks(window: &Window) -> bool {
    window.harness.query_by_role_and_label(Role::Button, "Try again").is_some()
}

#[test]
fn a_window_asks_before_it_loses_what_could_not_be_kept() {
    for button in ["Close and lose 1 change", "Try again", "Cancel"] {
        let mut window = Window::on(&[("a.txt", "one two three")]);
        let sidecar = window.folder().join("a.txt.asha.annotations.json");
        fs::create_dir(&sidecar).unwrap();
        window.keep_nothing();
        window.press("Ctrl+Home Ctrl+D 1");
        assert!(!close(&mut window), "it is not saved");
        window.wait("the question", asks);
        assert!(window.harness.query_by_label_contains("a.txt: 1 change").is_some());
        fs::remove_dir(&sidecar).unwrap();
        window.harness.get_by_role_and_label(Role::Button, button).click();
        match button {
            "Cancel" => {
                window.settle();
                assert!(!asks(&window));
                assert!(window.harness.state().session().leaving().is_none());
            }
            "Try again" => {
                window.wait("the save", |w| !w.harness.state().session().is_dirty());
                assert!(close(&mut window) && sidecar.is_file());
            }
            _ => {
                window.settle();
                assert!(close(&mut window));
                window.harness.state_mut().close();
                assert!(!sidecar.exists(), "the analyst has decided");
            }
        }
    }
}

#[test]
fn another_folder_is_opened_after_a_question_and_work_there_is_saved() {
    let other = crate::folder::folder(&[("b.txt", b"four five")]);
    let mut window = Window::on(&[("a.txt", "one two three")]);
    fs::create_dir(window.folder().join("a.txt.asha.annotations.json")).unwrap();
    window.keep_nothing();
    window.press("Ctrl+Home Ctrl+D 1 Ctrl+Shift+O");
    window.type_text(other.path().to_str().unwrap());
    window.press("Enter");
    window.wait("the question", asks);
    assert_eq!(window.marked(), "[person: one] two three", "it is still there");
    let lose = "Open the other folder and lose 1 change";
    window.harness.get_by_role_and_label(Role::Button, lose).click();
    window.wait("the other folder", |w| w.text() == "four five");
    // What was lost there has nothing to do with what is done here.
    window.press("Ctrl+Home Ctrl+D 1");
    window.harness.state_mut().close();
    assert!(other.path().join("b.txt.asha.annotations.json").is_file());
}
