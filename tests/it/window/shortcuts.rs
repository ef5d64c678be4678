//! Keys that the analyst chooses.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

/// A window with the dialog open, at the keys of an action.
fn editing(filter: &str) -> Window {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+Shift+P");
    window.type_text("Change shortcuts");
    window.press("Enter");
    window.type_text(filter);
    window
}

fn click(window: &mut Window, role: Role, label: &str) {
    window.harness.get_by_role_and_label(role, label).click();
    window.settle();
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

#[test]
fn an_action_has_the_keys_that_were_pressed_for_it() {
    let mut window = editing("Select word");
    click(&mut window, Role::Button, "Keys of Select word: Ctrl+D");
    window.press("Ctrl+Alt+J");
    assert!(told(&window, "Keys of Select word: Ctrl+Alt+J"));
    window.press("Escape");
    window.press("Ctrl+D");
    assert_eq!(window.selected(), "", "its former keys are free");
    window.press("Ctrl+Alt+J");
    assert_eq!(window.selected(), "one");
    window.press("F1");
    assert!(told(&window, "Ctrl+Alt+J"), "the sheet of keys shows them");
}

#[test]
fn keys_of_another_action_are_asked_about() {
    let mut window = editing("Select word");
    click(&mut window, Role::Button, "Keys of Select word: Ctrl+D");
    window.press("Ctrl+S");
    assert!(told(&window, "Ctrl+S is used by “Save now”"));
    click(&mut window, Role::Button, "Choose other keys");
    assert!(told(&window, "Keys of Select word: Ctrl+D"), "nothing has changed");
    window.press("Ctrl+S");
    click(&mut window, Role::Button, "Use it here instead");
    assert!(told(&window, "Keys of Select word: Ctrl+S"));
    click(&mut window, Role::TextInput, "Find an action");
    window.press("Ctrl+A");
    window.type_text("Save now");
    assert!(told(&window, "Keys of Save now: none"));
    click(&mut window, Role::Button, "Reset all");
    assert!(told(&window, "Keys of Save now: Ctrl+S"));
}

#[test]
fn keys_that_no_action_can_have_are_refused_with_the_reason() {
    let mut window = editing("Select word");
    click(&mut window, Role::Button, "Keys of Select word: Ctrl+D");
    for (keys, reason) in [
        ("x", "hold Ctrl or Alt too"),
        ("Tab", "from one control to the next"),
        ("Ctrl+ArrowLeft", "it edits text in fields"),
    ] {
        window.press(keys);
        assert!(told(&window, reason), "{keys}");
    }
    window.press("Escape");
    assert!(told(&window, "Keys of Select word: Ctrl+D"), "Escape leaves them as they are");
    click(&mut window, Role::Button, "Keys of Select word: Ctrl+D");
    window.press("Backspace");
    assert!(told(&window, "Keys of Select word: none"));
    click(&mut window, Role::Button, "Reset the keys of Select word");
    assert!(told(&window, "Keys of Select word: Ctrl+D"));
}
