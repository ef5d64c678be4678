//! What hands do by pointer and by key, on any keyboard.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Window;

/// A key as a keyboard of another layout sends it: the place of the key, and what is written on it.
fn typed_on(physical: Key, typed: &str, modifiers: Modifiers) -> [Event; 2] {
    let key =
        Event::Key { key: physical, physical_key: Some(physical), pressed: true, repeat: false, modifiers };
    [key, Event::Text(typed.to_owned())]
}

#[test]
fn label_keys_work_under_every_layout() {
    let check = |physical, typed, modifiers, expected: &str| {
        let mut window = Window::on(&[("a.txt", "one two")]);
        window.press("Ctrl+Home Ctrl+D");
        window.send_at_once(typed_on(physical, typed, modifiers).to_vec());
        assert_eq!(window.marked(), expected, "{typed}");
    };
    check(Key::Num1, "1", Modifiers::NONE, "[person: one] two");
    check(Key::Num1, "१", Modifiers::NONE, "[person: one] two");
    check(Key::Num1, "૧", Modifiers::NONE, "[person: one] two");
    check(Key::Num1, "!", Modifiers::SHIFT, "[person: one] two");
    check(Key::C, "C", Modifiers::SHIFT, "[statement: one] two");
    check(Key::C, "म", Modifiers::NONE, "[statement: one] two");
    check(Key::C, "ؤ", Modifiers::NONE, "[statement: one] two");
    // A Latin letter is the one that is written on the key.
    check(Key::C, "j", Modifiers::NONE, "one two");
}

#[test]
fn the_next_article_is_the_next_in_the_list() {
    let files = [("b.txt", "b"), ("a/x.txt", "x"), ("c.txt", "c"), ("a/b/y.txt", "y")];
    let mut window = Window::on(&files);
    let rows = |window: &Window| -> Vec<String> {
        let all = window.harness.get_all_by_role(Role::ListBoxOption);
        let names = all.filter_map(|row| row.accesskit_node().label());
        names.filter_map(|name| Some(name.split_once(',')?.0.to_owned())).collect()
    };
    assert_eq!(rows(&window), ["b.txt", "c.txt", "x.txt", "y.txt"], "the root before its folders");
    for text in ["c", "x", "y"] {
        window.press("Ctrl+PageDown");
        window.wait("the next article", |w| w.text() == text);
    }
    window.press("Ctrl+P");
    window.type_text(".txt b");
    window.press("Escape Ctrl+PageUp");
    window.wait("the article before it in the filtered list", |w| w.text() == "b");
    window.press("Ctrl+PageDown");
    window.wait("the one after it", |w| w.text() == "y");
}

#[test]
fn a_drag_from_the_first_letter_of_a_mark_selects() {
    let mut window = Window::on(&[("a.txt", "Asha Rao met Ravi Shah in Pune")]);
    window.press("Ctrl+Home Ctrl+D 1");
    assert!(window.focused().is_some());
    let line = window.harness.get_by_role(Role::Document).rect();
    let text = window.harness.get_by_role_and_label(Role::Paragraph, "Asha Rao met Ravi Shah in Pune").rect();
    let from = egui::pos2(text.left() + 2.0, text.center().y);
    let to = egui::pos2(line.center().x, text.center().y);
    window.drag(from, to, 2);
    assert_eq!(window.marked(), "[person: Asha] Rao met Ravi Shah in Pune", "its edge stays where it is");
    assert!(window.selected().starts_with("Asha "), "{}", window.selected());
}
