//! What hands do by pointer and by key, on any keyboard.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use tippani::model::State;

use super::driver::Window;
use crate::folder::folder;

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
fn quick_presses_of_the_next_article_all_count() {
    let mut window =
        Window::on(&[("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c"), ("d.txt", "d"), ("e.txt", "e")]);
    // The next ones come while the first is still being read.
    window.press_at_once("Ctrl+PageDown Ctrl+PageDown Ctrl+PageDown");
    window.wait("the third after it", |w| w.text() == "d");
    window.press_at_once("Ctrl+PageUp Ctrl+PageUp");
    window.wait("two before that", |w| w.text() == "b");
    window.press_at_once("Ctrl+PageDown Ctrl+PageDown Ctrl+PageDown Ctrl+PageUp");
    window.wait("three on and one back", |w| w.text() == "d");
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

#[test]
fn a_click_of_the_other_button_opens_the_menu_of_a_mark() {
    let mut window = Window::on(&[("a.txt", "Asha met Ravi")]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End");
    assert!(window.focused().is_none());
    let mark = window.harness.get_by_role_and_label(Role::Mark, "Person: Asha").rect();
    window.secondary_click(mark.center());
    assert!(window.focused().is_some(), "the mark under the pointer has the focus");
    window.harness.get_by_role_and_label(Role::MenuItem, "Delete annotation").click();
    window.settle();
    assert_eq!(window.marked(), "Asha met Ravi");
    assert!(
        window.harness.query_by_role_and_label(Role::MenuItem, "Delete annotation").is_none(),
        "it closes"
    );
}

#[test]
fn the_menu_keeps_the_selection_it_is_opened_on() {
    let mut window = Window::on(&[("a.txt", "Asha met Ravi")]);
    window.press("Ctrl+Home Ctrl+D");
    let text = window.harness.get_by_role(Role::Paragraph).rect();
    window.secondary_click(egui::pos2(text.left() + 8.0, text.center().y));
    assert_eq!(window.selected(), "Asha");
    assert!(window.harness.query_by_role_and_label(Role::MenuItem, "Delete annotation").is_none());
    window.harness.get_by_role_and_label(Role::MenuItem, "Tag or change label…").click();
    window.settle();
    window.type_text("org");
    window.press("Enter");
    assert_eq!(window.marked(), "[organization: Asha] met Ravi");
}

#[test]
fn the_menu_opens_by_key_and_is_used_by_keys() {
    for key in ["Shift+F10", "Menu"] {
        let mut window = Window::on(&[("a.txt", "Asha met Ravi")]);
        window.press("Ctrl+Home Ctrl+D 1");
        window.press(key);
        window.press("Enter");
        window.type_text("loc");
        window.press("Enter");
        assert_eq!(window.marked(), "[location: Asha] met Ravi", "{key}");
        window.press(key);
        assert!(window.harness.query_by_role_and_label(Role::MenuItem, "Edit note").is_some(), "{key}");
        window.press("Escape Delete");
        assert_eq!(window.marked(), "Asha met Ravi", "the text has the keyboard again after {key}");
    }
}

#[test]
fn an_article_opens_by_a_part_of_its_name_or_first_line() {
    let files = [("a.txt", "one"), ("north.txt", "Bridge closed\nmore"), ("south.txt", "पुल बंद\nmore")];
    let mut window = Window::on(&files);
    window.wait("the headlines", |w| {
        let library = w.harness.state().session().library().unwrap();
        library.articles().iter().all(|article| article.headline.is_some())
    });
    window.press("Ctrl+P");
    window.type_text("sou");
    window.press("Enter");
    window.wait("the article of that name", |w| w.text().starts_with("पुल"));
    // What was typed before is typed over, and the text has the keyboard after Enter.
    window.press("Ctrl+P");
    window.type_text("bridge");
    window.press("Enter");
    window.wait("the article of that first line", |w| w.text().starts_with("Bridge"));
    window.press("Ctrl+Home Ctrl+D 1");
    assert_eq!(window.marked(), "[person: Bridge] closed\nmore");
    window.press("Ctrl+P");
    window.type_text("txt");
    window.press("ArrowDown ArrowDown ArrowUp Enter");
    window.wait("the second of three", |w| w.file() == "north.txt");
}

#[test]
fn done_goes_on_to_the_next_article_of_the_list() {
    let mut window = Window::on(&[("a.txt", "one"), ("b.txt", "two"), ("c.txt", "three")]);
    let state = |window: &Window, file: &str| {
        window.harness.state().session().library().unwrap().entry(file).unwrap().state
    };
    window.press("Ctrl+3");
    window.wait("the next article", |w| w.file() == "b.txt");
    assert_eq!(state(&window, "a.txt"), State::Done);
    window.harness.get_by_role_and_label(Role::Button, "Done").click();
    window.wait("the one after it", |w| w.file() == "c.txt");
    assert_eq!(state(&window, "b.txt"), State::Done);
    window.press("Ctrl+3");
    assert_eq!((window.file().as_str(), state(&window, "c.txt")), ("c.txt", State::Done));
    // Turned off, it stays.
    window.press("Ctrl+PageUp Ctrl+1 Ctrl+Shift+P");
    window.type_text("Go on when done");
    window.press("Enter Ctrl+3");
    assert_eq!((window.file().as_str(), state(&window, "b.txt")), ("b.txt", State::Done));
}

#[test]
fn the_pace_is_measured_where_it_is_asked_for_and_said() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    let is_told = |window: &Window, words: &str| window.harness.query_by_label_contains(words).is_some();
    let look = |window: &mut Window| {
        window.press("Ctrl+Shift+P");
        window.type_text("Progress by annotator");
        window.press("Enter");
        window.wait("the counts", |w| w.harness.state().session().progress().is_some());
    };
    window.press("Ctrl+Home Ctrl+D 1");
    look(&mut window);
    assert!(is_told(&window, "Your pace is not measured"));
    window.press("Escape Ctrl+Shift+P");
    window.type_text("Measure my pace");
    window.press("Enter Ctrl+End Ctrl+D 2 Ctrl+3");
    look(&mut window);
    assert!(is_told(&window, "1 annotation, 1 article done"), "what was done before does not count");
    assert!(is_told(&window, "Measured on this computer; nobody else sees it"));
}

#[test]
fn tag_mode_says_what_it_tags_with() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    window.press("2");
    window.harness.get_by_role_and_label(Role::Button, "Leave tag mode: Organization");
    let text = window.harness.get_by_role(Role::Paragraph).rect();
    window.harness.event(Event::PointerMoved(text.center()));
    window.settle();
    let sign = window.harness.get_by_role_and_label(Role::Tooltip, "Tagging as Organization").rect();
    assert!(sign.top() > text.center().y, "it stands below the line of the pointer");
    window.press("Escape");
    assert!(window.harness.query_by_label("Tagging as Organization").is_none());
}

#[test]
fn the_list_can_be_turned_round() {
    let mut window = Window::on(&[("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c")]);
    window.harness.get_by_role_and_label(Role::Button, "Sort by").click();
    window.settle();
    window.harness.get_by_label("Other way round").click();
    window.settle();
    window.press("Escape Ctrl+PageUp");
    window.wait("the article above the first", |w| w.file() == "b.txt");
}

#[test]
fn a_folder_opened_before_is_opened_from_the_menu() {
    let other = folder(&[("x.txt", b"elsewhere")]);
    let mut window = Window::on(&[("a.txt", "here")]);
    let name = window.folder().file_name().unwrap().to_str().unwrap().to_owned();
    window.press("Ctrl+Shift+O");
    window.type_text(other.path().to_str().unwrap());
    window.press("Enter");
    window.wait("the other folder", |w| w.text() == "elsewhere");
    for button in ["File", "Open recent", name.as_str()] {
        window.harness.get_by_role_and_label(Role::MenuItem, button).click();
        window.settle();
    }
    window.wait("the first folder", |w| w.text() == "here");
}

#[test]
fn a_caret_that_rests_draws_nothing_anew() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    // The harness stops it for pictures.
    window.harness.ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = true);
    window.press("Ctrl+Home ArrowRight");
    let waits =
        |window: &Window| window.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(waits(&window) < Duration::from_secs(1), "it blinks");
    // The harness draws sixty frames a second.
    window.harness.run_steps(360);
    assert!(waits(&window) > Duration::from_mins(1), "{:?}", waits(&window));
    window.press("ArrowRight");
    assert!(waits(&window) < Duration::from_secs(1), "it moved");
}
