//! Suggested links: shown under the mentions, walked, accepted, rejected, and not suggested again.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;
use super::entities::{linked, on_disk, window};

/// What is suggested for the mentions in sight, in the order of the text.
fn suggested(window: &Window) -> Vec<Option<String>> {
    let marks = window.harness.query_all_by_role(Role::Mark);
    let said = |told: String| told.split(", ").find(|part| part.starts_with("may be ")).map(str::to_owned);
    marks.map(|mark| mark.accesskit_node().description().and_then(said)).collect()
}

fn wait(window: &mut Window, expected: &[Option<&str>]) {
    window.wait("the suggestions", |w| {
        let found = suggested(w);
        found.iter().map(Option::as_deref).eq(expected.iter().copied())
    });
}

const BELOUSOV: Option<&str> = Some("may be Andrei Belousov");

#[test]
fn what_fits_is_shown_and_one_key_links_it() {
    let mut window =
        window(&[("a.txt", "रक्षा मंत्री ‹बेलोसोव› आए। ‹Belousov› met ‹Keir Starmer›. ‹Lavrov› left.")]);
    wait(&mut window, &[BELOUSOV, BELOUSOV, None, Some("may be Sergei Lavrov")]);
    window.press("Ctrl+Home F7");
    assert!(window.harness.query_by_label("May be").is_some(), "it is in the card");
    window.press("F8");
    assert_eq!(linked(&window)[0].as_deref(), Some("belousov"));
    wait(&mut window, &[None, BELOUSOV, None, Some("may be Sergei Lavrov")]);
    // It went on to the next, and over what has none.
    window.press("F8 F8");
    let all = [Some("belousov"), Some("belousov"), None, Some("lavrov")];
    assert_eq!(linked(&window), all.map(|one| one.map(str::to_owned)));
    window.press("Ctrl+Z Ctrl+Z");
    wait(&mut window, &[None, BELOUSOV, None, Some("may be Sergei Lavrov")]);
    window.assert_saved("a.txt");
    assert_eq!(on_disk(&window, "belousov"), 1);
}

#[test]
fn what_was_rejected_is_not_suggested_again_and_can_be_taken_back() {
    let mut window =
        window(&[("a.txt", "‹Belousov› came, ‹Belousov› left."), ("b.txt", "‹Belousov› and ‹बेलोसोव›")]);
    wait(&mut window, &[BELOUSOV, BELOUSOV]);
    window.press("F7 F9");
    wait(&mut window, &[None, None]);
    assert_eq!(linked(&window), [None, None]);
    window.press("Ctrl+PageDown");
    window.wait("b.txt", |w| w.file() == "b.txt");
    // By quote: what is written otherwise is another question.
    wait(&mut window, &[None, BELOUSOV]);
    let path = window.folder().join("entities.asha.json");
    window.wait("the file", |_| {
        std::fs::read_to_string(&path)
            .is_ok_and(|file| file.contains("\"rejected\"") && file.contains("Belousov"))
    });
    let mut window = window.reopened();
    wait(&mut window, &[None, BELOUSOV]);
    // Taken back, it is suggested again.
    window.wait("the history", |w| {
        w.harness.state().session().entity_undo_name() == Some("Reject Andrei Belousov for “Belousov”")
    });
    window.press("Ctrl+Shift+3");
    window.wait("the page", |w| {
        w.harness.query_by_role_and_label(Role::TextInput, "Filter entities").is_some()
    });
    window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
    window.settle();
    window.press("Escape");
    wait(&mut window, &[BELOUSOV, BELOUSOV]);
}

#[test]
fn another_first_name_and_another_kind_are_not_suggested() {
    let mut window = window(&[("a.txt", "‹Sergei Belousov› came. ‹Bank› paid. ‹Lavrov› left.")]);
    wait(&mut window, &[None, None, Some("may be Sergei Lavrov")]);
}
