//! The window in each of its languages.

use std::collections::BTreeSet;

use egui_kittest::kittest::NodeT as _;
use tippani::format::preferences::Theme;
use tippani::words::{Language, language, set_language, text};

use super::driver::Window;
use super::tree::{find_page, pages, samples, show_page, unnamed};
use crate::words::messages;

/// What English says in several words, and this language in others.
fn english_only(spoken: Language) -> BTreeSet<String> {
    let said = |of: Language, id: &str| {
        set_language(of);
        text(id).trim().to_owned()
    };
    // Labels are called as the workspace has it; these are only looked for.
    let ids: Vec<String> = messages("en").into_keys().filter(|id| !id.starts_with("schema-news-")).collect();
    let all = ids.iter().map(|id| (said(Language::English, id), said(spoken, id)));
    let english = all.filter(|(english, other)| english.contains(' ') && english != other);
    english.map(|(english, _)| english).collect()
}

/// The nodes of a window that say something in English.
fn in_english<'a>(window: &Window, english: &'a BTreeSet<String>) -> Vec<&'a String> {
    let nodes = window.harness.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.data().description().map(str::to_owned)]
    });
    said.flatten().filter_map(|said| english.get(said.trim())).collect()
}

/// Opens every page and dialog in a language by its name in that language.
#[track_caller]
fn check(spoken: Language) {
    let english = english_only(spoken);
    let samples = samples();
    let mut window = Window::open(&samples.path().join("bridge-en.txt"), Theme::Light, [1200.0, 800.0]);
    window.wait("the article", Window::is_opened);
    assert!(window.has("File"));
    window.press("Ctrl+Shift+P");
    window.type_text(spoken.name());
    window.press("Enter");
    window.harness.run_steps(4);
    assert_eq!(language(), spoken, "chosen");
    assert!(!window.has("File") && window.has(text("menu-file")));
    let mut seen = 0;
    for action in pages() {
        find_page(&mut window, action);
        show_page(&mut window);
        let (wrong, left) = (unnamed(&window), in_english(&window, &english));
        assert!(wrong.is_empty() && left.is_empty(), "{}: {wrong:?}, in English {left:?}", action.name());
        seen += 1;
        window.press("Escape Escape Escape Escape");
    }
    assert!(seen > 20, "{seen} pages and dialogs were looked at");
}

#[test]
fn everything_is_said_in_hindi() {
    check(Language::Hindi);
}

#[test]
fn everything_is_said_in_gujarati() {
    check(Language::Gujarati);
}

#[test]
fn an_action_is_found_by_its_name_in_any_language() {
    let mut window = Window::on(&[("a.txt", "one")]);
    for (typed, spoken) in
        [("હિન્દી", Language::Hindi), ("gujarati", Language::Gujarati), ("English", Language::English)]
    {
        window.press("Ctrl+Shift+P");
        window.type_text(typed);
        window.press("Enter");
        window.harness.run_steps(4);
        assert_eq!(language(), spoken, "{typed}");
    }
}
