//! Who annotates, and where: the name and the path as they are typed.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tippani::jobs::clock;

use super::driver::Window;
use crate::folder::folder;

#[test]
fn the_first_tag_asks_for_the_name_and_is_made_then() {
    let mut window = Window::of_nobody(&[("a.txt", b"Asha met Ravi")]);
    let asks = |window: &Window| window.harness.query_all_by_label("Your annotator name").next().is_some();
    assert!(!asks(&window), "reading asks nobody");
    window.press("Ctrl+Home Ctrl+D 1");
    assert!(asks(&window));
    assert_eq!(window.selected(), "Asha");
    window.type_text("Priya Shah");
    assert!(window.harness.query_by_label("In the names of your files: priya-shah").is_some());
    window.press("Enter");
    // While the annotator's files are read there is no article.
    let is_open = Window::is_opened;
    window.wait("the mark", |w| is_open(w) && w.marked() == "[person: Asha] met Ravi");
    window.assert_saved_by("priya-shah", "a.txt");
    window.harness.get_by_role_and_label(Role::MenuItem, "Priya Shah");
    window.press("Ctrl+End Ctrl+D 1");
    assert_eq!(window.marked(), "[person: Asha] met [person: Ravi]", "it is asked once");
}

#[test]
fn a_name_may_be_of_any_script() {
    let mut window = Window::of_nobody(&[("a.txt", b"Asha met Ravi")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.type_text("मीरा शाह");
    assert!(window.harness.query_by_label("In the names of your files: mira-shah").is_some());
    window.press("Enter");
    let is_open = Window::is_opened;
    window.wait("the mark", |w| is_open(w) && w.marked() == "[person: Asha] met Ravi");
    window.assert_saved_by("mira-shah", "a.txt");
    window.harness.get_by_role_and_label(Role::MenuItem, "मीरा शाह");
}

#[test]
fn a_name_said_later_tags_nothing_that_is_not_selected_any_more() {
    let mut window = Window::of_nobody(&[("a.txt", b"Asha met Ravi")]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End");
    window.press("Ctrl+Shift+P");
    window.type_text("Annotator…");
    window.press("Enter");
    window.type_text("ravi");
    window.press("Enter");
    window.wait("the annotator", |w| {
        let article = w.harness.state().session().article();
        article.is_some_and(|article| article.set().annotator.as_str() == "ravi")
    });
    window.settle();
    assert_eq!(window.marked(), "Asha met Ravi");
}

#[test]
fn times_are_those_of_the_clock_on_the_wall() {
    let mut window = Window::on(&[("a.txt", "Asha met Ravi")]);
    window.press("Ctrl+Home Ctrl+D 1");
    let changed = window.focused().unwrap().modified.clone().unwrap().local(&clock::zone());
    let changed = changed.strftime("%-d %b %Y, %H:%M");
    window.harness.get_by_label(&format!("Added by hand · {changed}"));
}

#[test]
fn a_path_that_leads_nowhere_can_be_put_right() {
    let other = folder(&[("x.txt", b"elsewhere")]);
    let path = other.path().to_str().unwrap();
    let mut window = Window::on(&[("a.txt", "here")]);
    window.press("Ctrl+Shift+O");
    window.type_text(&format!("{path}/no"));
    window.press("Enter");
    window.wait("the answer", |w| w.harness.state().session().scan_failure().is_some());
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Path").is_some(), "the dialog stays");
    // What was typed is there, and is put right.
    window.harness.get_by_role_and_label(Role::TextInput, "Path").focus();
    window.settle();
    window.press("End Backspace Backspace Backspace Enter");
    window.wait("the other folder", |w| w.text() == "elsewhere");
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Path").is_none(), "it closes");
}

#[test]
fn a_path_is_completed_while_it_is_typed() {
    let other = folder(&[
        ("north/x.txt", b"elsewhere"),
        ("north-east/y.txt", b"y"),
        ("south/z.txt", b"z"),
        ("notes.pdf", b"no article"),
    ]);
    let path = other.path().to_str().unwrap();
    let mut window = Window::on(&[("a.txt", "here")]);
    window.press("Ctrl+Shift+O");
    window.type_text(&format!("{path}/n"));
    let offered = |w: &Window, name: &str| {
        let name = format!("{path}/{name}");
        w.harness.query_by_role_and_label(Role::ListBoxOption, &name).is_some()
    };
    window.wait("folders", |w| offered(w, "north/") && offered(w, "north-east/"));
    assert!(!offered(&window, "south/") && !offered(&window, "notes.pdf"));
    window.press("Tab");
    window.wait("what both begin with", |w| offered(w, "north/"));
    window.press("ArrowDown ArrowDown Tab");
    window.wait("the articles of the folder", |w| offered(w, "north/x.txt"));
    window.press("Tab Enter");
    window.wait("the article", |w| w.text() == "elsewhere");
}
