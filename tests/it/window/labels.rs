//! The dialog of labels and attributes.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tippani::model::Hue;

use super::driver::Window;

fn click(window: &mut Window, role: Role, label: &str) {
    window.harness.get_by_role_and_label(role, label).click();
    window.settle();
}

fn write(window: &mut Window, field: &str, words: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, field).focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text(words);
}

#[test]
fn a_new_label_has_a_colour_of_its_own_and_an_identifier_from_its_name() {
    let mut window = Window::on(&[("a.txt", "one")]);
    window.press("Ctrl+,");
    click(&mut window, Role::Button, "Add");
    write(&mut window, "Name", "राजनीतिक दल");
    click(&mut window, Role::Button, "Add");
    write(&mut window, "Name", "Law, treaty");
    click(&mut window, Role::RadioButton, "teal");
    // An identifier that was written stays.
    write(&mut window, "Identifier in files", "law");
    write(&mut window, "Name", "Law");
    click(&mut window, Role::Button, "Save");
    let labels = &window.harness.state().session().schema().labels;
    let [.., party, law] = labels.as_slice() else { panic!("{labels:?}") };
    assert_eq!((&*party.id, party.hue), ("राजनीतिक-दल", Hue::Grey));
    assert_eq!((&*law.id, law.name.as_str(), law.hue), ("law", "Law", Hue::Teal));
    assert!(labels[..11].iter().all(|label| label.hue != Hue::Grey));
}

#[test]
fn escape_asks_where_something_was_changed() {
    let mut window = Window::on(&[("a.txt", "one")]);
    let is_open = |window: &Window| window.harness.query_by_label("Identifier in files").is_some();
    window.press("Ctrl+, Escape");
    assert!(!is_open(&window), "nothing was changed");
    window.press("Ctrl+,");
    click(&mut window, Role::Button, "Add");
    window.press("Escape");
    click(&mut window, Role::Button, "Keep editing");
    assert!(is_open(&window));
    window.press("Escape");
    click(&mut window, Role::Button, "Discard");
    assert!(!is_open(&window));
    assert_eq!(window.harness.state().session().schema().labels.len(), 11);
}
