//! A small window, and a schema of many labels.

use std::fmt::Write as _;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

#[test]
fn in_a_narrow_window_the_list_is_over_the_text_when_it_is_asked_for() {
    let mut window = Window::on(&[("a.txt", "one"), ("b.txt", "two"), ("c.txt", "three")]);
    window.harness.set_size(egui::vec2(800.0, 500.0));
    window.settle();
    let is_shown = |window: &Window| window.harness.query_all_by_label("Filter articles").next().is_some();
    assert!(!is_shown(&window), "there is no room for it");
    assert!(window.harness.get_by_role(Role::Document).rect().width() > 400.0);
    window.harness.get_by_role_and_label(Role::Button, "Library").click();
    window.settle();
    assert!(is_shown(&window));
    window.press("Escape");
    assert!(!is_shown(&window), "Escape closes it");
    window.press("Ctrl+P");
    window.type_text("b.t");
    window.press("Enter");
    window.wait("the article", |w| w.text() == "two");
    assert!(!is_shown(&window), "an article opened closes it");
    window.press("Ctrl+Home Ctrl+D 1");
    assert_eq!(window.marked(), "[person: two]");
    // A wide window has it beside the text again.
    window.harness.set_size(egui::vec2(1200.0, 800.0));
    window.settle();
    assert!(is_shown(&window));
}

#[test]
fn of_many_labels_all_have_names_and_the_active_one_is_in_sight() {
    let mut schema = String::new();
    for n in 0..47 {
        let (kind, key) =
            (if n < 30 { "entity" } else { "claim" }, if n == 29 { ", \"key\": \"z\"" } else { "" });
        let comma = if n > 0 { "," } else { "" };
        write!(schema, "{comma}{{\"id\": \"l{n}\", \"kind\": \"{kind}\", \"name\": \"Label {n}\"{key}}}")
            .unwrap();
    }
    let schema = format!("{{\"format\": \"tippani/workspace\", \"version\": 1, \"labels\": [{schema}]}}");
    let mut window = Window::on(&[("a.txt", "one two"), ("tippani.json", schema.as_str())]);
    let chip = |window: &Window, n: usize| {
        window.harness.get_by_role_and_label(Role::Button, &format!("Label {n}")).rect()
    };
    let (entity, claim) = (chip(&window, 0), chip(&window, 30));
    assert!(entity.bottom() <= claim.top() && entity.left() == claim.left(), "claims stand below entities");
    assert!(chip(&window, 29).left() > 1200.0, "out of sight until it is needed");
    window.press("z");
    window.harness.run_steps(40);
    let active = chip(&window, 29);
    assert!(active.left() > 0.0 && active.right() < 1200.0, "{active:?}");
}

#[test]
fn labels_stand_in_groups_in_the_bar_and_in_the_palette() {
    let label = |n: usize, group: &str| {
        format!("{{\"id\": \"l{n}\", \"kind\": \"entity\", \"name\": \"Label {n}\", \"group\": \"{group}\"}}")
    };
    let groups = ["People", "Places", "People", "", "Places"];
    let labels: Vec<String> = groups.iter().enumerate().map(|(n, group)| label(n, group)).collect();
    let schema =
        format!("{{\"format\": \"tippani/workspace\", \"version\": 1, \"labels\": [{}]}}", labels.join(","));
    let mut window = Window::on(&[("a.txt", "one two"), ("tippani.json", schema.as_str())]);
    let left = |window: &Window, role: Role, name: &str| {
        window.harness.get_by_role_and_label(role, name).rect().left()
    };
    let order = [
        (Role::Label, "People"),
        (Role::Button, "Label 0"),
        (Role::Button, "Label 2"),
        (Role::Label, "Places"),
        (Role::Button, "Label 1"),
        (Role::Button, "Label 4"),
        (Role::Button, "Label 3"),
    ];
    let places: Vec<f32> = order.iter().map(|(role, name)| left(&window, *role, name)).collect();
    assert!(places.is_sorted(), "{places:?}");
    window.press("Ctrl+Home Ctrl+D Enter");
    let tops = ["Label 0", "Label 2", "Label 1", "Label 4", "Label 3"]
        .map(|name| window.harness.get_by_role_and_label(Role::ListBoxOption, name).rect().top());
    assert!(tops.is_sorted(), "{tops:?}");
    window.type_text("places");
    assert!(window.harness.query_by_role_and_label(Role::ListBoxOption, "Label 0").is_none());
    window.press("Enter");
    assert_eq!(window.marked(), "[l1: one] two", "a group is found by its name");
}
