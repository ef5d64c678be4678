//! The registry in the window: entities of other tools come in and go out, registries of elsewhere are looked up in, mentions are
//! split off, and what was done is undone in a later run.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;
use super::entities::{linked, on_disk, wait_for_candidates, window};
use crate::entities::id;

fn rows(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn open_page(window: &mut Window) {
    window.press("Ctrl+Shift+3");
    window.wait("the list", |w| rows(w).iter().any(|row| row == "Sergei Lavrov, Person"));
}

/// Presses a button of the page, types a path into the dialog that opens and presses Enter.
fn transfer(window: &mut Window, button: &str, path: &std::path::Path) {
    window.harness.get_by_role_and_label(Role::Button, button).click();
    window.settle();
    window.harness.get_by_role_and_label(Role::TextInput, "File").focus();
    window.settle();
    window.type_text(path.to_str().unwrap());
    let verb = button.split(' ').next().unwrap();
    window.harness.get_by_role_and_label(Role::Button, verb).click();
    window.settle();
}

#[test]
fn entities_come_in_and_go_out_as_files_of_other_tools() {
    let mut window = window(&[("a.txt", "‹Belousov› came.")]);
    let elsewhere = tempfile::tempdir().unwrap();
    let table = elsewhere.path().join("people.csv");
    std::fs::write(&table, "id,name,aliases\nstarmer,Keir Starmer,कीर स्टारमर@hi\n,Broken\n").unwrap();
    open_page(&mut window);
    transfer(&mut window, "Import entities…", &table);
    window.wait("the import", |w| rows(w).iter().any(|row| row == "Keir Starmer, Person"));
    assert_eq!(window.harness.state().session().entity_undo_name(), Some("Import entities"));
    let out = elsewhere.path().join("all.ttl");
    transfer(&mut window, "Export entities…", &out);
    window.wait("the file", |_| out.exists());
    let turtle = std::fs::read_to_string(&out).unwrap();
    assert!(turtle.contains("Keir Starmer") && turtle.contains("Andrei Belousov"), "{turtle}");
    // In one step of undo.
    window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
    window.wait("the list before", |w| !rows(w).iter().any(|row| row == "Keir Starmer, Person"));
}

#[test]
fn a_file_that_is_no_list_of_entities_is_said_to_be_none() {
    let mut window = window(&[("a.txt", "‹Belousov› came.")]);
    open_page(&mut window);
    window.harness.get_by_role_and_label(Role::Button, "Import entities…").click();
    window.settle();
    window.harness.get_by_role_and_label(Role::TextInput, "File").focus();
    window.settle();
    window.type_text("people.xlsx");
    assert!(window.harness.query_by_label("The name has to end with one of these").is_some());
    assert!(window.harness.get_by_role_and_label(Role::Button, "Import").accesskit_node().is_disabled());
}

#[test]
fn a_shared_registry_is_offered_linked_to_and_never_written() {
    let mut window = window(&[("a.txt", "कल ‹कीर स्टारमर› आए। ‹Belousov› came.")]);
    let shared = window.folder().join("entities.archive.shared.jsonl");
    let line = "{\"id\": \"keir-starmer\", \"kind\": \"person\", \"name\": \"Keir Starmer\"}\n";
    std::fs::write(&shared, line).unwrap();
    window.wait("the registry", |w| w.harness.state().session().registry().contains(&id("keir-starmer")));
    window.press("Ctrl+Home Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.harness.get_by_role_and_label(Role::ListBoxOption, "1 Keir Starmer, Person");
    window.press("1");
    assert_eq!(linked(&window)[0].as_deref(), Some("keir-starmer"));
    window.harness.get_by_label("Keir Starmer (Person)");
    window.assert_saved("a.txt");
    // It is listed as long as it is mentioned, and what is said of it goes into one's own part.
    window.press("Ctrl+Shift+3");
    window.wait("the list", |w| rows(w).iter().any(|row| row == "Keir Starmer, Person"));
    window.wait("the card", |w| w.harness.query_all_by_label_contains("archive (shared)").count() > 0);
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text("Sir Keir");
    window.press("Enter");
    window.wait("the name", |w| {
        let view = w.harness.state().session().registry().view(&id("keir-starmer"));
        view.is_some_and(|view| view.name == "Sir Keir" && view.names().any(|name| name == "Keir Starmer"))
    });
    assert_eq!(std::fs::read_to_string(&shared).unwrap(), line);
    // The file goes, and with it what only it had.
    window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
    window.settle();
    std::fs::remove_file(&shared).unwrap();
    window.press("Escape");
    let said = "nobody has this entity any more";
    window.wait("the word", |w| w.harness.query_all_by_label_contains(said).next().is_some());
}

#[test]
fn mentions_that_are_ticked_become_another_entity_and_one_undo_takes_it_back() {
    let mut window = window(&[("a.txt", "‹Belousov› met."), ("b.txt", "Then ‹Belousov› left.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("Shift+Enter");
    window.wait("both links", |w| on_disk(w, "belousov") == 2);
    window.press("Tab");
    open_page(&mut window);
    window.wait("the mentions", |w| w.harness.query_by_label("2 mentions").is_some());
    window.harness.get_by_role_and_label(Role::CheckBox, "Tick Belousov in b.txt").click();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, "Split off 1 mention").click();
    window.wait("the new one", |w| rows(w).iter().any(|row| row == "Belousov, Person"));
    window.wait("one link", |w| on_disk(w, "belousov") == 1);
    let made = {
        let registry = window.harness.state().session().registry();
        let made = registry
            .ids()
            .into_iter()
            .find(|id| id.as_str() != "belousov" && id.as_str().starts_with("belousov"));
        made.unwrap()
    };
    window.wait("the other", |w| on_disk(w, made.as_str()) == 1);
    window.harness.get_by_role_and_label(Role::Button, "Undo entity change").click();
    window.wait("both links", |w| on_disk(w, "belousov") == 2);
    assert!(!window.harness.state().session().registry().contains(&made));
}

#[test]
fn what_was_done_to_entities_is_undone_in_a_later_run() {
    let mut window = window(&[("a.txt", "‹Belousov› came.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("n");
    let step = window.harness.state().session().entity_undo_name().map(str::to_owned);
    assert_eq!(step.as_deref(), Some("New entity Belousov"));
    window.assert_saved("a.txt");
    let mut window = window.reopened();
    window.wait("the history", |w| {
        w.harness.state().session().entity_undo_name() == Some("New entity Belousov")
    });
    // The link goes with the entity, as it came.
    window.press("Tab Ctrl+Z");
    window.wait("the registry before", |w| w.harness.state().session().registry().ids().len() == 3);
    assert_eq!(linked(&window), [None]);
}
