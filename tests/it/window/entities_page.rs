//! The page of entities, and tagging every occurrence after a look.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;
use super::entities::{linked, on_disk, wait_for_candidates, window};
use crate::entities::id;
use crate::folder::contents;

/// Every file but those of Asha's own entities, with what it holds; what is being written beside its place is none yet.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let is_other = |file: &str| file != "entities.asha.json" && !file.starts_with(".tippani-");
    contents(folder).into_iter().filter(|(file, _)| is_other(file)).collect()
}

fn rows(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn open_page(window: &mut Window) {
    window.press("Ctrl+Shift+3");
    window.wait("the list", |w| rows(w).iter().any(|row| row == "Sergei Lavrov, Person"));
}

#[test]
fn entities_are_listed_filtered_and_renamed_and_no_annotation_changes() {
    let mut window = window(&[("a.txt", "‹Belousov› met ‹Lavrov›.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("1");
    window.assert_saved("a.txt");
    let before = files(window.folder());
    open_page(&mut window);
    assert_eq!(
        rows(&window),
        ["Andrei Belousov, Person", "Bank of India, Organization", "Sergei Lavrov, Person"]
    );
    window.type_text("lavr");
    assert_eq!(rows(&window), ["Sergei Lavrov, Person"]);
    window.press("Ctrl+A");
    window.type_text("બેલો");
    assert_eq!(rows(&window), ["Andrei Belousov, Person"], "by another name, in another script");
    // The entity of the mention that was looked at is chosen already.
    window.press("Ctrl+A Delete");
    let registry = |w: &Window| w.harness.state().session().registry().clone();
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text("Andrey Belousov");
    let typed = window.harness.get_by_role_and_label(Role::TextInput, "Name").accesskit_node().value();
    assert_eq!(typed.as_deref(), Some("Andrey Belousov"), "{:?}", rows(&window));
    window.press("Enter");
    window.wait("the name", |w| registry(w).view(&id("belousov")).unwrap().name == "Andrey Belousov");
    window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
    window.wait("the old name", |w| registry(w).view(&id("belousov")).unwrap().name == "Andrei Belousov");
    assert_eq!(files(window.folder()), before, "nobody's annotations and nobody else's entities are touched");
    window.press("Escape");
    assert_eq!(linked(&window)[0].as_deref(), Some("belousov"));
}

#[test]
fn mentions_are_shown_in_context_and_lead_to_their_article() {
    let mut window = window(&[("a.txt", "‹Belousov› met."), ("b.txt", "Then ‹Belousov› left.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("Shift+Enter");
    window.wait("both links", |w| on_disk(w, "belousov") == 2);
    window.press("Tab");
    open_page(&mut window);
    // The entity of the mention that was looked at is chosen already.
    let second = "b.txt: Then Belousov left.";
    window.wait("the mentions", |w| w.harness.query_by_role_and_label(Role::Button, second).is_some());
    window.harness.get_by_label("2 mentions");
    window.harness.get_by_role_and_label(Role::Button, second).click();
    window.wait("b.txt", |w| w.file() == "b.txt");
    assert!(window.focused().is_some());
}

#[test]
fn every_occurrence_that_is_ticked_is_tagged_in_one_step() {
    let mut window = window(&[
        ("a.txt", "‹Andrei Belousov› came. Belousov’s plane. Andrei Belousov left."),
        ("b.txt", "ANDREI BELOUSOV SPEAKS"),
    ]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("1 Ctrl+Shift+D");
    let ticks = |w: &Window| -> Vec<String> {
        let boxes = w.harness.query_all_by_role(Role::CheckBox);
        boxes.filter_map(|node| node.accesskit_node().label()).collect()
    };
    window.wait("those of the article", |w| ticks(w).len() == 2);
    window.harness.get_by_role_and_label(Role::RadioButton, "In the workspace").click();
    window.wait("those of the workspace", |w| ticks(w).len() == 3);
    window.harness.get_by_role_and_label(Role::Button, "Tag 2");
    window.harness.get_by_role_and_label(Role::Button, "Tick all").click();
    window.settle();
    window.press("Enter");
    window.wait("all on disk", |w| on_disk(w, "belousov") == 4);
    assert_eq!(
        window.marked(),
        "[person: Andrei Belousov] came. [person: Belousov]’s plane. [person: Andrei Belousov] left."
    );
    let path = window.folder().join("b.txt.asha.annotations.json");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    assert!(read(&path).contains("\"propagated\""));
    window.press("Ctrl+Z");
    window.wait("none", |w| on_disk(w, "belousov") == 1);
}

/// Puts the keyboard on a button and presses Enter.
fn press_button(window: &mut Window, name: &str) {
    window.wait(name, |w| w.harness.query_all_by_role_and_label(Role::Button, name).count() == 1);
    window.harness.get_by_role_and_label(Role::Button, name).focus();
    window.settle();
    window.press("Enter");
}

#[test]
fn entities_that_sound_alike_are_suggested_with_the_reason_merged_split_and_told_apart() {
    let mut window = window(&[("a.txt", "‹बेलौसोव› आए। ‹Belousov› left.")]);
    window.press("Ctrl+Home Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("n");
    let made = linked(&window)[0].clone().expect("a link to the new entity");
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("/ Ctrl+A");
    window.type_text("Andrei Belousov");
    window.wait("Ravi’s", |w| {
        let first = "1 Andrei Belousov, Person";
        w.harness.query_by_role_and_label(Role::ListBoxOption, first).is_some()
    });
    window.press("Enter");
    let both = [Some(made.clone()), Some("belousov".to_owned())];
    assert_eq!(linked(&window), both);
    window.assert_saved("a.txt");
    let before = files(window.folder());
    open_page(&mut window);
    let card = |w: &Window, words: &str| w.harness.query_all_by_label_contains(words).count();
    let reason = "બે·લો·સો·વ ≈ बे·लौ·सो·व";
    let leaders = |w: &Window| w.harness.state().session().registry().leaders().len();
    // By any of its names: the one that is shown is not like it.
    window.wait("who may be the same, and why", |w| card(w, reason) == 1);
    assert_eq!(leaders(&window), 4);
    // One with it, and the list has one row for both.
    press_button(&mut window, "Merge");
    window.wait("one of two", |w| leaders(w) == 3 && card(w, reason) == 0);
    window.wait("one row", |w| rows(w).len() == 3);
    window.wait("mentions of both", |w| w.harness.query_by_label("2 mentions").is_some());
    // Out of it again, and suggested as before.
    press_button(&mut window, &format!("Split {made}"));
    window.wait("two again", |w| leaders(w) == 4 && card(w, reason) == 1);
    // Two for good: not suggested any more.
    press_button(&mut window, "They are two");
    window.wait("no suggestion", |w| card(w, reason) == 0);
    assert_eq!(leaders(&window), 4);
    // Step by step back.
    for (step, expected) in [("They are two", 4), ("Split", 3), ("Merge", 4)] {
        window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
        window.wait(step, |w| leaders(w) == expected);
    }
    window.wait("the parts on disk", |w| !w.harness.state().session().is_dirty());
    assert_eq!(files(window.folder()), before, "no annotation and nothing of Ravi’s was written");
    assert_eq!(linked(&window), both, "no mention lost its link");
}

/// A name and a description are typed of one entity, and left in some way: both count.
#[track_caller]
fn check_typed(how: &str, leave: impl Fn(&mut Window)) {
    for (role, field, words) in [
        (Role::TextInput, "Name", "Andrey Belousov"),
        (Role::MultilineTextInput, "Description", "A minister"),
    ] {
        let mut window = window(&[("a.txt", "‹Belousov› met ‹Lavrov›.")]);
        window.press("Tab Ctrl+K");
        wait_for_candidates(&mut window);
        window.press("1");
        window.assert_saved("a.txt");
        open_page(&mut window);
        window.harness.get_by_role_and_label(role, field).focus();
        window.settle();
        window.press("Ctrl+A");
        window.type_text(words);
        leave(&mut window);
        let registry = window.harness.state().session().registry();
        let view = registry.view(&id("belousov")).unwrap();
        assert!([view.name.as_str(), view.description.as_str()].contains(&words), "{field}, left by {how}");
        let other = registry.view(&id("lavrov")).unwrap();
        assert_eq!(
            (other.name.as_str(), other.description.as_str()),
            ("Sergei Lavrov", ""),
            "{field}, {how}"
        );
    }
}

#[test]
fn what_is_typed_of_an_entity_counts_however_it_is_left() {
    check_typed("a click on another", |window| {
        let row = window.harness.get_by_role_and_label(Role::ListBoxOption, "Sergei Lavrov, Person").rect();
        window.drag(row.center(), row.center(), 1);
    });
    check_typed("the cross", |window| {
        super::unsaved::close(window);
    });
    for keys in ["Ctrl+Shift+1", "Ctrl+PageDown", "Ctrl+R", "Ctrl+S", "Ctrl+Q"] {
        check_typed(keys, |window| window.press(keys));
    }
}
