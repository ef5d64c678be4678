//! An article that was changed while it was closed: what moves with it, what is asked, and what was set aside.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;
use crate::reanchor::folder::sidecar;

const OLD: &str =
    "The minister for water spoke in Pune on Monday.\nGita Rao said that the dam was safe after the rain.\n";

/// A window on an article that was changed after `Pune` and `Gita Rao` were marked in it.
fn changed(new: &str) -> Window {
    let at = |words: &str| OLD.find(words).unwrap();
    let marks = [("01A", at("Pune"), at("Pune") + 4), ("01B", at("Gita Rao"), at("Gita Rao") + 8)];
    Window::on(&[("a.txt", new), ("a.txt.asha.annotations.json", &sidecar(OLD, "asha", &marks))])
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

fn orphans(window: &Window) -> usize {
    window.harness.state().session().article().unwrap().set().orphans().len()
}

#[test]
fn what_is_certain_moves_with_the_article_in_one_step_of_undo() {
    let new = format!("A headline.\n{OLD}");
    let mut window = changed(&new);
    let moved = new.replace("Pune", "[person: Pune]").replace("Gita Rao", "[person: Gita Rao]");
    assert_eq!(window.marked(), moved);
    assert!(told(&window, "The article was changed: 2 annotations moved with it"));
    window.assert_saved("a.txt");
    window.press("Ctrl+Z");
    assert_eq!((window.marked(), orphans(&window)), (new, 2));
    window.assert_saved("a.txt");
    window.press("Ctrl+Shift+Z");
    assert_eq!((window.marked(), orphans(&window)), (moved, 0));
    window.assert_saved("a.txt");
}

#[test]
fn an_article_that_is_changed_while_it_is_open_takes_its_annotations_along_and_undo_ends_there() {
    let mut window = Window::on(&[("a.txt", OLD)]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End ArrowLeft ArrowLeft ArrowLeft Ctrl+D 2");
    window.assert_saved("a.txt");
    let marked = |text: &str| text.replace("The ", "[person: The] ").replace("rain", "[organization: rain]");
    assert_eq!(window.marked(), marked(OLD));
    let new = format!("A headline.\n{OLD}");
    fs::write(window.folder().join("a.txt"), &new).unwrap();
    window.wait("the text", |w| w.text() == new);
    assert_eq!(window.marked(), marked(&new));
    window.assert_saved("a.txt");
    // The step that moved them is the first there is in this text; those before it are of a text that is gone.
    for expected in [2, 2] {
        window.press("Ctrl+Z");
        assert_eq!((window.marked(), orphans(&window)), (new.clone(), expected));
    }
    window.press("Ctrl+Shift+Z Ctrl+Shift+Z");
    assert_eq!((window.marked(), orphans(&window)), (marked(&new), 0));
    window.assert_saved("a.txt");
    let mut window = window.reopened();
    window.press("Ctrl+Z Ctrl+Z");
    assert_eq!((window.marked(), orphans(&window)), (new, 2));
    window.assert_saved("a.txt");
}

#[test]
fn what_is_likely_waits_and_is_moved_by_a_button() {
    let new = OLD.replace("Gita Rao", "Gita Raos");
    let mut window = changed(&new);
    assert!(told(&window, "1 annotation moved with it, 1 to confirm"));
    assert_eq!(orphans(&window), 1);
    window.assert_saved("a.txt");
    let mut window = window.reopened();
    assert_eq!(orphans(&window), 1, "it is kept in the file");
    window.harness.get_by_role_and_label(Role::Button, "Show them").click();
    window.settle();
    assert!(told(&window, "[Gita Rao] said that the dam"), "its old words in their context");
    assert!(told(&window, "[Gita Raos] said that the dam"), "the new ones in theirs");
    window.harness.get_by_role_and_label(Role::Button, "Move here").click();
    window.settle();
    assert_eq!(orphans(&window), 0);
    let marked = new.replace("Pune", "[person: Pune]").replace("Gita Raos", "[person: Gita Raos]");
    assert_eq!(window.marked(), marked);
    window.assert_saved("a.txt");
    window.press("Ctrl+Z");
    assert_eq!(orphans(&window), 1, "giving it a place is one step of undo");
    window.press("Ctrl+Shift+H");
    assert_eq!(window.marked(), marked, "the key does the same");
}

#[test]
fn what_is_gone_is_kept_and_given_other_words_or_deleted() {
    let new = "The minister for water spoke in Pune on Monday.\nNobody else was there to be asked about anything.\n";
    let mut window = changed(new);
    assert!(told(&window, "1 annotation moved with it, 1 lost its place"));
    window.assert_saved("a.txt");
    window.press("Ctrl+J");
    assert!(told(&window, "Nothing like it is in the text now"));
    window.press("Ctrl+Home Ctrl+D");
    window.harness.get_by_role_and_label(Role::Button, "Use the selected words").click();
    window.settle();
    let marked = new.replace("The", "[person: The]").replace("Pune", "[person: Pune]");
    assert_eq!(window.marked(), marked);
    window.press("Ctrl+Z");
    assert_eq!(orphans(&window), 1);
    window.harness.get_by_role_and_label(Role::Button, "Delete it").click();
    window.settle();
    assert_eq!((window.marked(), orphans(&window)), (new.replace("Pune", "[person: Pune]"), 0));
    window.assert_saved("a.txt");
}

#[test]
fn what_was_set_aside_is_looked_at_and_brought_back() {
    let mut window = Window::on(&[("a.txt", OLD)]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.txt");
    let folder = window.folder().to_owned();
    let aside = folder.join("a.txt.asha.annotations.set-aside-20260102T030405Z.json");
    fs::rename(folder.join("a.txt.asha.annotations.json"), &aside).unwrap();
    fs::write(folder.join("a.txt"), format!("A headline.\n{OLD}")).unwrap();
    let mut window = window.reopened();
    assert_eq!(window.marked(), format!("A headline.\n{OLD}"));
    window.press("Ctrl+Shift+P");
    window.type_text("Set-aside annotations");
    window.press("Enter");
    let is_read = |w: &Window| told(w, "1 annotation: 1 not here");
    window.wait("the file that was set aside", is_read);
    let button = "Bring back a.txt.asha.annotations.set-aside-20260102T030405Z.json";
    window.harness.get_by_role_and_label(Role::Button, button).click();
    let is_back = |w: &Window| w.marked().contains("[person: The]");
    window.wait("what was in it", is_back);
    assert!(aside.is_file(), "the file stays");
    window.press("Escape");
    window.assert_saved("a.txt");
}
