//! The window, driven by keys, by role and by label; what it shows is compared with pictures.

mod beside;
mod blind;
mod claim_board;
mod claims;
mod claims_tour;
mod decisions;
mod dense;
mod documented_keys;
mod driver;
mod entities;
mod entities_page;
mod entity_registry;
mod exchange;
mod feedback;
mod filling;
mod find;
mod five_minutes;
mod frames;
mod gallery;
mod hands;
mod heard;
mod inspector;
mod labels;
mod language;
mod layouts;
mod links;
mod listener;
mod long_review;
mod looks;
mod merging;
mod names;
mod narrow;
mod odd;
mod outside;
mod pages;
mod pictures;
mod reading;
mod reanchor;
mod regions;
mod review;
mod scores;
mod shortcuts;
mod steps;
mod suggestions;
mod tour;
mod tree;
mod typed;
mod unsaved;
mod wide_review;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use self::driver::Window;

/// Opens `text`, presses `keys`, at once and one by one, and compares the annotations shown in the text, before and after
/// reopening.
#[track_caller]
fn check(text: &str, keys: &str, expected: &str) {
    let mut window = Window::on(&[("a.txt", text)]);
    window.press_at_once(keys);
    assert_eq!(window.marked(), expected, "after {keys} at once");
    let mut window = Window::on(&[("a.txt", text)]);
    window.press(keys);
    assert_eq!(window.marked(), expected, "after {keys}");
    let mut window = window.reopened();
    assert_eq!(window.marked(), expected, "opened again after {keys}");
    window.assert_saved("a.txt");
}

#[test]
fn keys_tag_what_is_selected() {
    for (text, keys, expected) in [
        ("राष्ट्रपति द्वारा कोई भी", "Ctrl+Home Ctrl+Shift+ArrowRight 1", "[person: राष्ट्रपति] द्वारा कोई भी"),
        ("મોદીએ કહ્યું", "Ctrl+Home Ctrl+D Alt+ArrowLeft 1", "[person: મોદી]એ કહ્યું"),
        ("🔴 Modi spoke", "Ctrl+Home ArrowRight ArrowRight Ctrl+D 1 Escape", "🔴 [person: Modi] spoke"),
        ("मंत्री ने कहा। पुल गिरा।", "Ctrl+Home Ctrl+Shift+S c", "[statement: मंत्री ने कहा]। पुल गिरा।"),
        ("வணக்கம் சென்னை", "Ctrl+End Ctrl+Shift+ArrowLeft 3", "வணக்கம் [location: சென்னை]"),
        ("কোলকাতা পৌঁছে", "Ctrl+Home Ctrl+D 3 Ctrl+Z Ctrl+Shift+Z", "[location: কোলকাতা] পৌঁছে"),
        ("കൊച്ചി പൊ", "Ctrl+Home Shift+ArrowRight 3", "[location: കൊ]ച്ചി പൊ"),
        ("กำลัง ไทย", "Ctrl+Home Shift+ArrowRight 6", "[product: กำ]ลัง ไทย"),
        ("وزیر نے کہا۔", "Ctrl+Home Ctrl+D 1", "[person: وزیر] نے کہا۔"),
        ("قال الوزير أمس", "Ctrl+Home Ctrl+D a Delete", "قال الوزير أمس"),
        ("one two three", "Ctrl+Home Ctrl+D 1 Ctrl+Shift+S c", "[statement: [person: one] two three]"),
        ("one two", "Ctrl+Home Ctrl+D 1 Alt+ArrowLeft Alt+Shift+ArrowRight", "o[person: n]e two"),
        ("one two", "Ctrl+Home Ctrl+D 1 Ctrl+Z", "one two"),
        ("قال الوزير أمس", "Ctrl+Home Ctrl+D 1 Alt+ArrowRight", "[person: قا]ل الوزير أمس"),
        ("قال الوزير أمس", "Ctrl+Home Ctrl+D 1 Alt+Shift+ArrowLeft", "ق[person: ال] الوزير أمس"),
        ("a\nbb cc\nd", "Ctrl+Home Shift+ArrowDown Shift+ArrowDown 4", "[event: a\nbb cc\n]d"),
    ] {
        check(text, keys, expected);
    }
}

#[test]
fn what_to_do_first_is_said_where_there_is_nothing_to_tag() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    let hints = |w: &Window| w.harness.query_all_by_label_contains("Select text first").count();
    assert_eq!(hints(&window), 0);
    window.press("Enter");
    assert_ne!(hints(&window), 0);
    assert!(window.harness.query_by_label("Tag as").is_none(), "no palette opens");
}

#[test]
fn tag_mode_tags_each_selection() {
    check("one two three", "1 Ctrl+Home Ctrl+D Escape Escape", "[person: one] two three");
}

#[test]
fn the_palette_finds_a_label_by_its_name() {
    let mut window = Window::on(&[("a.txt", "पुल गिरा")]);
    window.press("Ctrl+Home Ctrl+D Enter");
    window.type_text("org");
    window.press("Enter");
    assert_eq!(window.marked(), "[organization: पुल] गिरा");
    window.press("Enter");
    window.type_text("loc");
    window.press("Enter");
    assert_eq!(window.marked(), "[location: पुल] गिरा", "a focused annotation is given another label");
    // By its name in another language of the interface.
    for (typed, label) in [("व्यक्ति", "person"), ("સ્થળ", "location"), ("घटना", "event"), ("आरो", "allegation")]
    {
        window.press("Enter");
        window.type_text(typed);
        window.press("Enter");
        assert_eq!(window.marked(), format!("[{label}: पुल] गिरा"), "{typed}");
    }
}

#[test]
fn the_pointer_selects_a_word_and_a_click_on_a_label_tags_it() {
    let mut window = Window::on(&[("a.txt", "प्रधानमंत्री ने कहा")]);
    let paragraph = window.harness.get_by_role(Role::Paragraph).rect();
    window.double_click(paragraph.left_top() + egui::vec2(20.0, 14.0));
    window.harness.get_by_role_and_label(Role::Button, "Person").click();
    window.settle();
    assert_eq!(window.marked(), "[person: प्रधानमंत्री] ने कहा");
    let mark = window.harness.get_by_role_and_label(Role::Mark, "Person: प्रधानमंत्री").rect();
    assert!(paragraph.contains_rect(mark.shrink(1.0)), "{mark:?} lies in {paragraph:?}");
}

#[test]
fn a_drag_over_lines_goes_on_beyond_the_window() {
    let text = "पुल गिर गया। मंत्री आए।\n".repeat(60);
    let mut window = Window::on(&[("a.txt", &text)]);
    let area = window.harness.get_by_role(Role::Document).rect();
    let first = window.harness.get_all_by_role(Role::Paragraph).next().map(|p| p.rect()).unwrap();
    let below = egui::pos2(first.left() + 60.0, area.bottom() + 30.0);
    window.drag(first.left_top() + egui::vec2(4.0, 12.0), below, 60);
    let selected = window.selected();
    assert!(selected.lines().count() > 30, "{} lines are selected", selected.lines().count());
    assert!(selected.starts_with("पुल") && !selected.ends_with(char::is_whitespace), "{selected:?}");
}

#[test]
fn the_inspector_changes_label_attributes_and_note() {
    let mut window = Window::on(&[("a.txt", "मंत्री ने कहा कि पुल गिरा")]);
    window.press("Ctrl+Home Ctrl+Shift+S c");
    window.harness.get_by_label("Note").focus();
    window.settle();
    window.type_text("quoted in full");
    window.press("Escape");
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(article.set().annotations()[0].note, "quoted in full");
    window.press("Ctrl+Z");
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(article.set().annotations()[0].note, "", "the note is one step of its own");
}

#[test]
fn find_sees_through_encodings_and_the_reader_goes_there() {
    let text = format!("{}ज़िला अस्पताल", "पुल गिर गया।\n".repeat(200));
    let mut window = Window::on(&[("a.txt", &text)]);
    window.press("Ctrl+F");
    // Typed with a letter that has the dot in it; the article writes the dot apart, or the other way round.
    window.type_text("\u{095b}िला");
    window.press("Enter");
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(article.search().found().len(), 1);
    window.harness.get_by_role_and_label(Role::Paragraph, "ज़िला अस्पताल");
}

#[test]
fn tab_walks_the_annotations_and_delete_takes_one() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End Ctrl+D 2 Escape Escape");
    assert_eq!(window.marked(), "[person: one] two [organization: three]");
    window.press("Tab");
    window.press("Shift+Tab Shift+Tab");
    assert!(window.focused().is_some());
    window.press("Delete");
    assert_eq!(window.marked().matches(": ").count(), 1);
}

#[test]
fn every_action_of_the_menus_is_there_by_name() {
    let mut window = Window::on(&[("a.txt", "one")]);
    for menu in tippani::ui::actions::Menu::ALL {
        window.harness.get_by_role_and_label(Role::MenuItem, menu.name()).click();
        window.settle();
        for spec in tippani::ui::actions::all().filter(|spec| spec.menu == menu) {
            let mut roles = [Role::MenuItem, Role::MenuItemCheckBox].into_iter();
            let is_there = roles
                .any(|role| window.harness.query_all_by_role_and_label(role, spec.name()).next().is_some());
            assert!(is_there, "{} in {}", spec.name(), menu.name());
        }
        window.press("Escape");
    }
}

#[test]
fn panels_keep_their_widths() {
    let mut window = Window::on(&[("a.txt", "one"), ("b/c.txt", "दो")]);
    let width = |window: &Window| window.harness.get_by_role(Role::Document).rect();
    let before = width(&window);
    window.harness.run_steps(40);
    assert_eq!(width(&window), before);
}

#[test]
fn every_article_of_the_folder_opens_from_the_library() {
    let mut window = Window::on(&[("a.txt", "एक"), ("b/c.txt", "દો"), ("d.md", "# three")]);
    for (name, text) in [("c.txt", "દો"), ("d.md", "# three"), ("a.txt", "एक")] {
        let row = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name))
        };
        let rows: Vec<_> = window.harness.get_all_by_role(Role::ListBoxOption).filter(row).collect();
        rows[0].click();
        drop(rows);
        window.wait("the article", |w| w.text() == text);
    }
}

#[test]
fn the_list_of_annotations_is_that_of_who_annotates() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.txt");
    window.annotate_as("ravi");
    window.press("Ctrl+End Ctrl+D c");
    window.assert_saved_by("ravi", "a.txt");
    // Both sets are read anew, with one annotation each.
    let mut window = window.reopened();
    window.harness.get_by_role_and_label(Role::Button, "Entities").click();
    window.settle();
    let lines = |window: &Window| -> Vec<String> {
        let lines = window.harness.get_all_by_role(Role::ListBoxOption);
        let labels = lines.filter_map(|line| line.accesskit_node().label());
        labels.filter(|label| label.starts_with("Person") || label.starts_with("Statement")).collect()
    };
    assert_eq!(lines(&window), ["Person, one"]);
    window.annotate_as("ravi");
    assert_eq!(window.marked(), "one two [statement: three]");
    assert_eq!(lines(&window), Vec::<String>::new());
    window.annotate_as("asha");
    assert_eq!(lines(&window), ["Person, one"]);
}
