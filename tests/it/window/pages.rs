//! The rail of pages: where it leads, and back to the text as it was left.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;

const SIDECAR: &str = r#"{
  "format": "tippani/annotations", "version": 1,
  "source": {"file": "a.txt", "sha256": "113f69ccf08f80a63beba2f49218eaa72a183f374065e6cb56ebe9bd68eb79cc", "characters": 18, "unit": "code-point", "language": null},
  "annotator": "ravi", "state": "done",
  "annotations": [
    {"id": "01K9C70Z3A1WB9XSCQ570D1V01", "kind": "entity", "label": "person",
     "spans": [{"start": 0, "end": 3, "quote": "one"}], "attributes": {}, "note": "",
     "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z"}
  ],
  "relations": [], "reviews": []
}
"#;

fn window() -> Window {
    Window::on(&[("a.txt", "one two three four"), ("a.txt.ravi.annotations.json", SIDECAR)])
}

/// The page that the rail says is shown.
fn page(window: &Window) -> String {
    let tabs = window.harness.get_all_by_role(Role::Tab);
    let mut on = tabs.filter(|tab| tab.accesskit_node().is_selected() == Some(true));
    on.next().and_then(|tab| tab.accesskit_node().label()).unwrap_or_default()
}

fn turn_to(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Tab, name).click();
    window.settle();
}

#[test]
fn the_rail_leads_to_each_page_and_escape_to_the_text_as_it_was() {
    let mut window = window();
    window.press("Ctrl+Home Ctrl+D 1");
    assert_eq!(page(&window), "Articles");
    for (name, keys) in
        [("Entities", "Ctrl+Shift+3"), ("Claims", "Ctrl+Shift+4"), ("Overview", "Ctrl+Shift+6")]
    {
        turn_to(&mut window, name);
        assert_eq!(page(&window), name);
        window.press("Escape");
        assert_eq!(page(&window), "Articles");
        window.press(keys);
        assert_eq!(page(&window), name);
        turn_to(&mut window, "Articles");
        assert_eq!(window.focused().map(|mark| mark.label.to_string()), Some("person".to_owned()), "{name}");
    }
    // The keyboard is the text's again.
    window.press("Escape Ctrl+End Ctrl+D 2");
    assert_eq!(window.marked(), "[person: one] two three [organization: four]");
}

#[test]
fn a_review_is_a_page_that_others_are_left_for_and_come_back_to() {
    let mut window = window();
    window.press("Ctrl+Shift+5");
    window.wait("the review", |w| w.harness.query_by_label("End review").is_some());
    assert_eq!(page(&window), "Review");
    window.press("Ctrl+Shift+6");
    window.wait("the count", |w| w.harness.state().session().progress().is_some());
    assert_eq!(page(&window), "Overview");
    // Letters are no verdicts here.
    window.press("a Escape");
    assert_eq!(page(&window), "Review", "it was not ended");
    turn_to(&mut window, "Articles");
    assert_eq!(page(&window), "Articles");
    assert!(window.harness.state().session().review().is_none());
}

#[test]
fn the_overview_shows_progress_and_agreement_and_leads_into_the_text() {
    let mut window = window();
    window.press("Ctrl+Home Ctrl+D 1 Ctrl+3");
    window.assert_saved("a.txt");
    turn_to(&mut window, "Overview");
    window.wait("the count", |w| w.harness.query_by_label("a.txt: asha done, ravi done").is_some());
    window.harness.get_by_role_and_label(Role::Button, "Agreement").click();
    window.wait("the figures", |w| w.harness.query_by_label("Krippendorff’s α").is_some());
    window.harness.get_by_role_and_label(Role::Button, "Progress").click();
    window.settle();
    window.wait("the count", |w| w.harness.query_by_label("a.txt: asha done, ravi done").is_some());
    window.harness.get_by_label("a.txt: asha done, ravi done").click();
    window.settle();
    assert_eq!(page(&window), "Articles");
}

#[test]
fn with_nobody_else_there_is_nothing_to_review_or_compare() {
    let mut window = Window::on(&[("a.txt", "one two three four")]);
    let is_disabled = |window: &Window, role, name: &str| {
        window.harness.get_by_role_and_label(role, name).accesskit_node().is_disabled()
    };
    assert!(is_disabled(&window, Role::Tab, "Review"));
    turn_to(&mut window, "Overview");
    assert!(is_disabled(&window, Role::Button, "Agreement"));
    window.wait("the count", |w| {
        w.harness.query_by_label("Nobody has annotated anything here as yet").is_some()
    });
}

#[test]
fn progress_is_counted_anew_for_another_annotator() {
    let mut window = window();
    let is_counted = |w: &Window| w.harness.state().session().progress().is_some();
    turn_to(&mut window, "Overview");
    window.wait("the figures", is_counted);
    window.annotate_as("mira");
    assert_eq!(page(&window), "Overview");
    window.wait("the figures again", is_counted);
}
