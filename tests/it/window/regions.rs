//! The window by keys alone: its regions, its menus, and what lies behind a dialog.

use egui::accesskit::Role;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};

use super::driver::Window;

/// The node that has the keyboard.
fn focused(window: &Window) -> Option<AccessKitNode<'_>> {
    let mut all = window.harness.root().children_recursive().map(|node| node.accesskit_node());
    all.find(AccessKitNode::is_focused)
}

fn role(window: &Window) -> Option<Role> {
    focused(window).map(|node| node.role())
}

fn label(window: &Window) -> String {
    focused(window).and_then(|node| node.label()).unwrap_or_default()
}

/// The name of the region that has the keyboard.
fn region(window: &Window) -> String {
    let is_region = |node: &AccessKitNode<'_>| {
        matches!(
            node.role(),
            Role::MenuBar
                | Role::TabList
                | Role::Navigation
                | Role::Main
                | Role::Complementary
                | Role::Toolbar
        )
    };
    let mut above = std::iter::successors(focused(window), AccessKitNode::parent);
    above.find(is_region).and_then(|node| node.label()).unwrap_or_default()
}

/// Whether the text is there for those who listen.
fn is_hidden(window: &Window) -> bool {
    let document = window.harness.get_by_role(Role::Document).accesskit_node();
    std::iter::successors(Some(document), AccessKitNode::parent).any(|node| node.is_hidden())
}

#[test]
fn keys_go_from_region_to_region() {
    let mut window = Window::on(&[("a.txt", "one two three"), ("b.txt", "two")]);
    window.press("Ctrl+Home Ctrl+D 1 Escape");
    let ring = ["Contents", "Details", "Labels", "Menus", "Pages", "Articles", "Contents"];
    for name in &ring[1..] {
        window.press("F6");
        assert_eq!(region(&window), *name);
    }
    assert_eq!(role(&window), Some(Role::Document));
    for name in ring[..6].iter().rev() {
        window.press("Shift+F6");
        assert_eq!(region(&window), *name);
    }
    window.press("F6 Tab F6 Shift+F6");
    assert_eq!(region(&window), "Details");
    let there = label(&window);
    window.press("F6 Shift+F6");
    assert_eq!(label(&window), there, "it comes back to where it was");
}

#[test]
fn menus_open_by_keys_and_give_the_keyboard_back() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("F10");
    assert_eq!((role(&window), label(&window).as_str()), (Some(Role::MenuItem), "File"));
    window.press("Enter");
    assert_eq!((role(&window), label(&window).as_str()), (Some(Role::MenuItem), "Open folder…"));
    window.press("Escape");
    assert_eq!(label(&window), "File");
    window.press("ArrowDown");
    assert_eq!(label(&window), "Open folder…");
    window.press("Escape Escape");
    assert_eq!(role(&window), Some(Role::Document));
    window.press("Alt+G");
    assert_eq!(label(&window), "Next article", "the first that can be done");
    window.press("Escape");
    assert_eq!(role(&window), Some(Role::Document), "it came from the text");
}

#[test]
fn what_lies_behind_a_dialog_is_out_of_reach() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    assert!(!is_hidden(&window));
    window.press("Ctrl+Shift+P");
    let palette = window.harness.get_by_role_and_label(Role::Dialog, "Command palette");
    assert!(palette.accesskit_node().is_modal());
    assert!(is_hidden(&window));
    let lines: Vec<_> = palette.get_all_by_role(Role::ListBoxOption).map(|n| n.accesskit_node()).collect();
    assert_eq!(lines[0].is_selected(), Some(true));
    assert_eq!(role(&window), Some(Role::ListBoxOption), "the keys are on a line of the list");
    assert_eq!(label(&window), lines[0].label().unwrap());
    assert_eq!(lines[1].position_in_set(), Some(1));
    window.press("ArrowDown");
    let second = focused(&window).and_then(|node| node.position_in_set());
    assert_eq!(second, Some(1));
    window.press("Escape");
    assert!(!is_hidden(&window));
    assert_eq!(window.harness.root().accesskit_node().label().as_deref(), Some("a.txt – Tippani"));
}
