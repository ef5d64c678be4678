//! The page of claims: groups and list, filters, sentences beside each other, and from there into the text.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;
use super::steps::open_folder;
use crate::folder::folder;

/// Three claims in two articles, two of them linked as refuting each other; the page is open.
fn page() -> Window {
    let mut window =
        Window::on(&[("a.txt", "Twelve people died.\nIt rained.\n"), ("b.txt", "Seventeen died.\n")]);
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    window.press("Ctrl+Home Ctrl+Shift+S f");
    window.assert_saved("b.txt");
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    window.press(
        "Ctrl+End ArrowLeft ArrowLeft Ctrl+Shift+S c Escape Escape Ctrl+Home Ctrl+Shift+S f Ctrl+L Ctrl+L",
    );
    window.wait("the annotations of the workspace", |w| told(w, "Seventeen died, Figure"));
    window.type_text("seventeen");
    window.press("Enter");
    window.type_text("3");
    window.assert_saved("a.txt");
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "3 claims, 1 link"));
    window
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

/// The lines of the page.
fn lines(window: &Window) -> Vec<String> {
    let all = window.harness.get_all_by_role(Role::ListBoxOption);
    let labels = all.filter_map(|line| line.accesskit_node().label());
    labels.filter(|label| label.contains(" · ") || label.contains("source")).collect()
}

#[test]
fn groups_are_what_links_join_and_a_list_has_each_claim() {
    let mut window = page();
    assert_eq!(
        lines(&window),
        [
            "Twelve people died, 2 claims in 2 articles, 2 sources · contradicted",
            "It rained, 1 claim in 1 article, 1 source"
        ]
    );
    assert!(told(&window, "Contradicted: 1 refutation in it"));
    assert!(told(&window, "→ Refutes Seventeen died") && told(&window, "← Refutes Twelve people died"));
    window.harness.get_by_role_and_label(Role::Button, "List").click();
    window.settle();
    assert_eq!(lines(&window).len(), 3);
    window.harness.get_by_role_and_label(Role::Button, "Contradicted").click();
    window.settle();
    assert_eq!(lines(&window).len(), 2);
    window.harness.get_by_role_and_label(Role::Button, "One source only").click();
    window.settle();
    assert!(told(&window, "No claim fits the filters"));
    window.harness.get_by_role_and_label(Role::Button, "Show all").click();
    window.settle();
    assert_eq!(lines(&window).len(), 3);
}

#[test]
fn arrows_walk_the_groups_and_enter_opens_the_text() {
    let mut window = page();
    window.press("ArrowDown Enter");
    assert_eq!(window.focused().map(|claim| claim.label.to_string()), Some("statement".to_owned()));
    assert!(lines(&window).is_empty(), "the text is there again");
    window.press("Ctrl+Shift+4");
    // Letters are no label keys here.
    window.press("c Escape");
    assert!(window.harness.state().session().tag_mode().is_none());
    assert!(lines(&window).is_empty(), "Escape goes back to the text");
}

#[test]
fn another_folder_has_claims_of_its_own() {
    let mut window = page();
    window.harness.get_by_role_and_label(Role::Button, "Contradicted").click();
    window.settle();
    assert!(told(&window, "Show all"));
    let other = folder(&[("c.txt", b"Nobody came."), ("d.txt", b"The dam held.")]);
    open_folder(&mut window, other.path());
    window.wait("the claims of the other folder", |w| told(w, "0 claims, 0 links"));
    assert_eq!(lines(&window), Vec::<String>::new());
    assert!(!told(&window, "Show all"), "the filter was of the other folder");
}
