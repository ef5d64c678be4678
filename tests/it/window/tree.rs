//! The accessibility tree of every page and dialog: whatever can be pressed, typed into or chosen has a role and a name.

use std::path::Path;

use egui::accesskit::{Action, Role};
use egui_kittest::kittest::NodeT as _;
use tippani::format::preferences::Theme;
use tippani::ui::actions;
use tippani::words::{Language, language, set_language};

use super::driver::Window;
use crate::folder::folder;

/// What opens a program of the system, or closes the window.
const OUTSIDE: [&str; 4] = ["Open folder…", "Show in file manager", "Print…", "Quit"];

/// What is shown by other actions than those that a dialog follows.
const PAGES: [&str; 11] = [
    "Show entities",
    "Claims of the workspace",
    "Read the guidelines",
    "Keyboard shortcuts",
    "Licences",
    "About Tippani",
    "Context menu",
    "Annotations without a place",
    "Review all articles",
    "Library",
    "Inspector",
];

/// What is wrong with the tree that a window shows.
pub(super) fn unnamed(window: &Window) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let acts = [Action::Click, Action::SetValue, Action::Increment, Action::ReplaceSelectedText]
            .into_iter()
            .any(|action| node.data().supports_action(action));
        let said = |text: Option<String>| text.is_some_and(|text| !text.trim().is_empty());
        // A list or a field that nothing is said of says its value.
        let has_name = said(node.label()) || (!node.is_text_input() && said(node.value()));
        let has_role = !matches!(node.role(), Role::Unknown | Role::GenericContainer);
        // A bar is of what it scrolls.
        if acts && node.role() != Role::ScrollBar && !(has_name && has_role) {
            wrong.push(format!("{:?} {:?} {:?}", node.role(), node.label(), node.bounding_box()));
        }
    }
    wrong.extend(misplaced(window));
    wrong
}

/// What is wrong with names, and with items of lists and menus.
fn misplaced(window: &Window) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let data = node.data();
        let names = [data.label(), data.description(), data.placeholder(), data.tooltip()];
        let value = data.value().filter(|_| node.role() == Role::Label);
        let is_icon = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
        let mut wrongly = |what: &str| wrong.push(format!("{what}: {:?} {:?}", node.role(), node.label()));
        if names.into_iter().flatten().chain(value).any(|name| name.contains(is_icon)) {
            wrongly("an icon in a name");
        }
        let is_option = node.role() == Role::ListBoxOption;
        if is_option && (node.position_in_set().is_none() || node.toggled().is_some()) {
            wrongly("an item of a list without a place, or one that is checked");
        }
        let within = |role: Role| {
            std::iter::successors(node.parent(), egui_kittest::kittest::AccessKitNode::parent)
                .any(|n| n.role() == role)
        };
        if matches!(node.role(), Role::Button | Role::CheckBox) && within(Role::Menu) {
            wrongly("a button in a menu");
        }
        if node.is_modal() && node.label().is_none_or(|label| label.is_empty()) {
            wrongly("a dialog without a title");
        }
    }
    if window.harness.root().accesskit_node().label().is_none() {
        wrong.push("the window has no name".to_owned());
    }
    wrong
}

/// The actions that show a page or a dialog of the window.
pub(super) fn pages() -> Vec<&'static actions::Action> {
    let spoken = language();
    // They are known by their names in English.
    set_language(Language::English);
    let is_page = |action: &&actions::Action| {
        let name = action.name();
        (name.ends_with('…') || PAGES.contains(&name)) && !OUTSIDE.contains(&name)
    };
    let pages = actions::all().filter(is_page).collect();
    set_language(spoken);
    pages
}

/// Types the name of a page into the palette; the first annotation has the focus, so that what is about one is possible.
pub(super) fn find_page(window: &mut Window, action: &actions::Action) {
    window.press("Escape Escape Escape Ctrl+Home Tab Ctrl+Shift+P");
    window.type_text(action.name());
}

/// Shows the page that was found.
pub(super) fn show_page(window: &mut Window) {
    window.press("Enter");
    window.harness.run_steps(8);
}

/// A folder of its own with the samples.
pub(super) fn samples() -> tempfile::TempDir {
    let files: Vec<(String, Vec<u8>)> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &**bytes)).collect();
    folder(&files)
}

#[track_caller]
fn check(window: &Window, page: &str) {
    let wrong = unnamed(window);
    assert!(wrong.is_empty(), "{page}: {}", wrong.join("\n"));
}

#[test]
fn every_control_of_every_page_has_role_and_name() {
    let welcome = Window::open(Path::new("/nothing/of/this/name"), Theme::Light, [1200.0, 800.0]);
    check(&welcome, "welcome");
    let samples = samples();
    let article = samples.path().join("bridge-en.txt");
    for size in [[1200.0, 800.0], [800.0, 500.0]] {
        let mut window = Window::open(&article, Theme::Light, size);
        window.wait("the article", Window::is_opened);
        check(&window, "the article");
        let mut seen = 0;
        for action in pages() {
            find_page(&mut window, action);
            check(&window, "the palette");
            show_page(&mut window);
            check(&window, action.name());
            seen += 1;
            window.press("Escape Escape Escape Escape");
        }
        assert!(seen > 20, "{seen} pages and dialogs were looked at");
    }
}
