//! Find, with more than one article open.

use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

/// Two articles, with the first place of a word in the first one found.
fn finding() -> Window {
    let mut window = Window::on(&[("a.txt", "one two one"), ("b.txt", "two one one")]);
    window.press("Ctrl+Home Ctrl+F");
    window.type_text("one");
    assert_eq!(window.selected(), "one");
    window
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label(words).next().is_some()
}

/// What is looked for in the article that is open.
fn query(window: &Window) -> String {
    window.harness.state().session().article().unwrap().search().query().to_owned()
}

#[test]
fn another_article_is_searched_and_shown_where_it_was_come_to() {
    let mut window = finding();
    assert!(told(&window, "1 of 2"));
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    assert_eq!(window.selected(), "", "nothing is gone to");
    assert!(told(&window, "2 found"));
    window.press("F3");
    assert_eq!(window.selected(), "one");
    assert!(told(&window, "1 of 2"));
    // There and back, it stays as it was left.
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    assert_eq!(window.selected(), "one");
}

#[test]
fn closing_find_ends_it_in_every_article() {
    let mut window = finding();
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    assert_eq!(query(&window), "one");
    window.press("Ctrl+F Escape");
    assert_eq!(query(&window), "");
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    assert_eq!(query(&window), "");
}
