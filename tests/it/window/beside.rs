//! Two readers side by side: any article in each, in a review too, and which of them has the keyboard.

use std::fs;

use egui::accesskit::Role;
use egui::{Rect, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use tippani::format::{article, sidecar};
use tippani::ui::theme::Theme;

use super::driver::Window;
use crate::folder::folder;
use crate::review::set;

const TEXT: &str = "One two three four five six";
/// The narrowest window for two readers.
const NARROWEST: egui::Vec2 = vec2(1100.0, 800.0);

/// Articles of which two were annotated by two others, as the lead sees them in the narrowest window, and the first is open.
fn lead() -> (Window, [tempfile::TempDir; 2]) {
    let (workspace, journals) = (folder(&[]), tempfile::tempdir().unwrap());
    for file in ["a.txt", "c.txt"] {
        fs::write(workspace.path().join(file), TEXT).unwrap();
        let document = article::decode(file, TEXT.as_bytes()).value;
        for (name, marks) in [("asha", "person:One event:four"), ("ravi", "location:One figure:four")] {
            let bytes = sidecar::encode(&set(name, marks), &document).unwrap();
            fs::write(workspace.path().join(format!("{file}.{name}.annotations.json")), bytes).unwrap();
        }
    }
    for (file, text) in [("b.txt", "Another report"), ("d.txt", "One more report")] {
        fs::write(workspace.path().join(file), text).unwrap();
    }
    let mut window = Window::of("lead", &workspace.path().join("a.txt"), journals.path());
    window.harness.set_size(NARROWEST);
    window.wait("the list", Window::is_opened);
    (window, [workspace, journals])
}

/// A review of all in the order of the text, with the second article beside.
fn review() -> (Window, [tempfile::TempDir; 2]) {
    let (mut window, folders) = lead();
    window.press("Ctrl+R");
    window.wait("the queue", |w| {
        let session = w.harness.state().session();
        let is_found = session.review().is_some_and(|review| review.building().is_none());
        is_found && session.article().is_some_and(|article| article.others().len() == 2)
    });
    window.harness.get_by_label("Order of the queue").click();
    window.settle();
    window.harness.get_by_label("In text order").click();
    window.settle();
    assert_eq!(shown(&window), ("a.txt".to_owned(), None));
    window.press("Ctrl+\\");
    window.wait("the other article", |w| w.file() == "b.txt");
    (window, folders)
}

/// What is worked on, and what is beside it.
fn shown(window: &Window) -> (String, Option<String>) {
    let session = window.harness.state().session();
    (window.file(), session.beside().map(|article| article.document().file.to_string()))
}

fn is_shown(window: &Window, file: &str, beside: &str) -> bool {
    shown(window) == (file.to_owned(), Some(beside.to_owned()))
}

/// The article of the item that is looked at, and how many are decided.
fn item(window: &Window) -> (String, usize) {
    let review = window.harness.state().session().review().unwrap();
    (review.item().unwrap().file.to_string(), review.decided())
}

/// The reader of an article, of two.
fn reader(window: &Window, file: &str) -> Rect {
    let all = window.harness.get_all_by_role(Role::Document);
    let mut of = all.filter(|node| node.accesskit_node().description().as_deref() == Some(file));
    of.next().unwrap_or_else(|| panic!("no reader shows {file}")).rect()
}

/// The article whose reader has the keyboard.
fn holder(window: &Window) -> Option<String> {
    let mut all = window.harness.get_all_by_role(Role::Document).map(|node| node.accesskit_node());
    all.find(AccessKitNode::is_focused).and_then(|node| node.description())
}

/// The line in the accent colour over a reader.
fn accent(window: &Window) -> Option<Rect> {
    let is_line = |rect: &egui::epaint::RectShape| {
        rect.rect.height() == 3.0 && rect.rect.width() > 100.0 && rect.fill == Theme::light().accent
    };
    window.harness.output().shapes.iter().find_map(|shape| match &shape.shape {
        egui::Shape::Rect(rect) if is_line(rect) => Some(rect.rect),
        _ => None,
    })
}

fn click(window: &mut Window, at: egui::Pos2) {
    window.drag(at, at, 1);
}

#[test]
fn two_readers_have_room_from_1100_points_on() {
    let (mut window, _folders) = lead();
    window.press("Ctrl+\\");
    window.wait("the other article", |w| is_shown(w, "b.txt", "a.txt"));
    let (left, right) = (reader(&window, "a.txt"), reader(&window, "b.txt"));
    assert!(left.right() <= right.left() && right.right() <= 1100.0, "{left} {right}");
    assert!(left.width() > 320.0 && (left.width() - right.width()).abs() < 1.0, "{left} {right}");
    window.harness.get_by_role_and_label(Role::Complementary, "Details");
    // The list of articles gave way, and is over the text where it is asked for.
    assert!(!window.has("Filter articles"));
    window.press("Ctrl+P");
    window.type_text("d.t");
    window.press("Enter");
    window.wait("any article", |w| is_shown(w, "d.txt", "a.txt"));
    assert_eq!(reader(&window, "d.txt"), right, "in the place of the one that was worked on");
    assert!(!window.has("Filter articles"));
    window.press("Ctrl+\\");
    assert_eq!(shown(&window).1, None);
    assert!(window.has("Filter articles"), "it has room again");
}

#[test]
fn where_there_is_no_room_for_two_that_is_told() {
    let (mut window, _folders) = lead();
    window.harness.set_size(vec2(800.0, 500.0));
    window.settle();
    let is_told = |w: &Window| w.harness.query_all_by_label_contains("no room for two articles").count() > 0;
    assert!(!is_told(&window));
    window.press("Ctrl+\\");
    window.wait("the other article", |w| w.file() == "b.txt");
    assert!(is_told(&window));
    assert_eq!(window.harness.query_all_by_role(Role::Document).count(), 1);
}

#[test]
fn the_keyboard_is_where_one_works() {
    let (mut window, _folders) = lead();
    window.press("Ctrl+\\");
    window.wait("the other article", |w| is_shown(w, "b.txt", "a.txt"));
    let left = reader(&window, "a.txt");
    assert_eq!(holder(&window).as_deref(), Some("b.txt"));
    let line = || accent(&window).map(|line| (line.left(), line.right()));
    let right = reader(&window, "b.txt");
    assert_eq!(line(), Some((right.left(), right.right())), "the line over it");
    let work = window.harness.get_by_role_and_label(Role::Button, "Work here").rect();
    assert!(left.x_range().contains(work.center().x), "{work} is over {left}");
    window.press("Ctrl+Shift+\\");
    assert_eq!((holder(&window).as_deref(), window.file().as_str()), (Some("a.txt"), "a.txt"));
    assert_eq!(reader(&window, "a.txt"), left, "each stays on its side");
    window.harness.get_by_role_and_label(Role::Button, "Work here").click();
    window.settle();
    assert_eq!(holder(&window).as_deref(), Some("b.txt"));
    click(&mut window, left.left_top() + vec2(60.0, 20.0));
    assert_eq!(holder(&window).as_deref(), Some("a.txt"));
    assert_eq!(accent(&window).map(|line| line.left()), Some(left.left()));
    // Where a field has it, no text has.
    window.press("Ctrl+F");
    assert_eq!((accent(&window), holder(&window)), (None, None));
    window.press("Escape");
    assert_eq!(holder(&window).as_deref(), Some("a.txt"));
    // What is pressed at once after the keys for the other side is of that side.
    window.press_at_once("Ctrl+Shift+\\ Ctrl+A 1");
    assert_eq!(window.marked(), "[person: Another report]");
    assert_eq!(window.file(), "b.txt");
}

#[test]
fn in_a_review_the_item_stands_in_one_reader_and_any_article_in_the_other_by_keys() {
    let (mut window, _folders) = review();
    assert_eq!(shown(&window), ("b.txt".to_owned(), Some("a.txt".to_owned())));
    let (left, right) = (reader(&window, "a.txt"), reader(&window, "b.txt"));
    assert!(left.width() > 280.0 && left.right() <= right.left() && right.right() <= 1100.0);
    assert!(window.has("Order of the queue"), "the review has its place");
    // A decision is on the item, whichever article is worked on, and the item's is that from then on.
    assert_eq!(item(&window), ("a.txt".to_owned(), 0));
    window.press("a");
    assert_eq!(item(&window).1, 1);
    assert!(is_shown(&window, "a.txt", "b.txt"));
    assert_eq!((reader(&window, "a.txt"), reader(&window, "b.txt")), (left, right), "each on its side");
    window.press("Ctrl+Shift+\\");
    assert!(is_shown(&window, "b.txt", "a.txt"));
    // The next item is of another article, and comes into the reader of the last one.
    while item(&window).0 == "a.txt" {
        window.press("n");
    }
    window.wait("the item's article", |w| is_shown(w, "c.txt", "b.txt"));
    assert_eq!((reader(&window, "c.txt"), reader(&window, "b.txt")), (left, right));
    // What is chosen comes into the other.
    window.press("Ctrl+P");
    window.type_text("d.t");
    window.press("Enter");
    window.wait("the article chosen", |w| is_shown(w, "d.txt", "c.txt"));
    assert_eq!((reader(&window, "c.txt"), reader(&window, "d.txt")), (left, right));
    window.press("Ctrl+Z");
    window.wait("the first item again", |w| item(w) == ("a.txt".to_owned(), 0));
    assert!(is_shown(&window, "a.txt", "d.txt"), "{:?}", shown(&window));
    // The review ends, and both are there.
    window.press("Escape");
    window.wait("the end", |w| w.harness.state().session().review().is_none());
    assert!(is_shown(&window, "a.txt", "d.txt"));
}

#[test]
fn in_a_review_the_pointer_works_in_either_reader() {
    let (mut window, _folders) = review();
    let (left, right) = (reader(&window, "a.txt"), reader(&window, "b.txt"));
    click(&mut window, left.left_top() + vec2(60.0, 20.0));
    assert!(is_shown(&window, "a.txt", "b.txt"));
    click(&mut window, right.left_top() + vec2(60.0, 20.0));
    assert!(is_shown(&window, "b.txt", "a.txt"));
    // A version of the item is chosen, and accepted by its button.
    let version = window.harness.query_all_by_role(Role::RadioButton).nth(1).unwrap().rect();
    click(&mut window, version.center());
    window.harness.get_by_role_and_label(Role::Button, "Accept").click();
    window.settle();
    assert_eq!(item(&window).1, 1);
    assert_eq!((reader(&window, "a.txt"), reader(&window, "b.txt")), (left, right));
    // A comment is typed where it was begun, with the other article worked on.
    click(&mut window, right.left_top() + vec2(60.0, 20.0));
    window.press_at_once("c");
    window.type_text("look ");
    window.type_text("again");
    window.press("Enter");
    let review = window.harness.state().session().review().unwrap();
    let said = review.member().and_then(|(_, member)| Some(member.current_verdict.as_ref()?.comment.clone()));
    assert_eq!(said.as_deref(), Some("look again"));
    assert_eq!((reader(&window, "a.txt"), reader(&window, "b.txt")), (left, right));
}

#[test]
fn what_is_gone_to_is_in_sight_in_its_own_reader() {
    let long = format!("{}The last words.", "More of it.\n".repeat(200));
    let mut window = Window::on(&[("a.txt", &long), ("b.txt", "The bridge fell.")]);
    window.harness.set_size(NARROWEST);
    window.press("Ctrl+End ArrowLeft Ctrl+Shift+S c Escape Escape Ctrl+Home Ctrl+\\");
    window.wait("the other article", |w| is_shown(w, "b.txt", "a.txt"));
    window.press("Ctrl+Home Ctrl+Shift+S c Ctrl+L Ctrl+L");
    let words = "The last words, ";
    window.wait("the annotations", |w| w.harness.query_all_by_label_contains(words).next().is_some());
    window.type_text("last");
    window.press("Enter");
    window.type_text("1");
    let is_seen = |w: &Window| {
        let area = reader(w, "a.txt");
        let mut lines = w.harness.query_all_by_role_and_label(Role::Paragraph, "The last words.");
        lines.any(|line| area.contains_rect(line.rect()))
    };
    assert!(!is_seen(&window), "the reader beside stays at the beginning");
    window.press("Ctrl+]");
    window.wait("the other end", |w| w.file() == "a.txt");
    assert!(is_seen(&window), "it is scrolled to in the reader of its article");
    window.harness.get_by_role_and_label(Role::Paragraph, "The bridge fell.");
}

#[test]
fn what_was_looked_at_stays_in_sight_where_its_reader_becomes_narrow() {
    // One line in a wide reader, two beside another.
    let line = "The river rose in the night, and the road was closed.\n";
    let text = format!("{}Twelve people died.\n{}", line.repeat(17), line.repeat(10));
    let mut window = Window::on(&[("a.txt", &text), ("b.txt", "Another report")]);
    window.harness.set_size(vec2(1400.0, 800.0));
    window.settle();
    window.press(&format!("Ctrl+Home {}Ctrl+Shift+S f", "ArrowDown ".repeat(17)));
    let is_seen = |w: &Window, area: Rect| {
        let mut lines = w.harness.query_all_by_role_and_label(Role::Paragraph, "Twelve people died.");
        lines.any(|line| area.contains(line.rect().center()))
    };
    window.harness.run_steps(30);
    assert!(is_seen(&window, window.harness.get_by_role(Role::Document).rect()));
    window.press("Ctrl+\\");
    window.wait("the other article", |w| is_shown(w, "b.txt", "a.txt"));
    window.harness.run_steps(30);
    assert!(is_seen(&window, reader(&window, "a.txt")));
}

#[test]
fn claims_of_a_group_open_side_by_side() {
    let mut window = Window::on(&[
        ("a.txt", "Twelve people died.\n"),
        ("b.txt", "Seventeen died.\n"),
        ("c.txt", "It rained."),
    ]);
    window.harness.set_size(NARROWEST);
    window.press("Ctrl+Home Ctrl+Shift+S f");
    window.assert_saved("a.txt");
    window.press("Ctrl+PageDown");
    window.wait("the second article", |w| w.file() == "b.txt");
    window.press("Ctrl+Home Ctrl+Shift+S f Ctrl+L Ctrl+L");
    let words = "Twelve people died, ";
    window.wait("the annotations", |w| w.harness.query_all_by_label_contains(words).next().is_some());
    window.type_text("twelve");
    window.press("Enter");
    window.type_text("3");
    window.assert_saved("b.txt");
    // Opened anew, neither of the two is read as yet.
    window.press("Ctrl+PageDown");
    window.wait("the third article", |w| w.file() == "c.txt");
    for by_key in [true, false] {
        window = window.reopened();
        window.harness.set_size(NARROWEST);
        window.press("Ctrl+Shift+4");
        window.wait("the claims", |w| {
            w.harness.query_all_by_label_contains("2 claims, 1 link").next().is_some()
        });
        if by_key {
            window.press("Shift+Enter");
        } else {
            let name = "Open a.txt and b.txt side by side";
            window.harness.query_all_by_role_and_label(Role::Button, name).next().unwrap().click();
            window.settle();
        }
        window.wait("both articles", |w| is_shown(w, "b.txt", "a.txt"));
        assert!(reader(&window, "a.txt").right() <= reader(&window, "b.txt").left());
        let focused = window.focused().map(|claim| claim.label.to_string());
        assert_eq!(focused.as_deref(), Some("figure"), "the claim has the focus");
        window.press("Ctrl+\\ Ctrl+PageDown");
        window.wait("the third article", |w| w.file() == "c.txt");
    }
}
