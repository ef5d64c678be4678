//! The dialog of labels and attributes.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::model::Hue;

use super::driver::Window;
use super::steps::open_folder;
use crate::folder::folder;

fn click(window: &mut Window, role: Role, label: &str) {
    window.harness.get_by_role_and_label(role, label).click();
    window.settle();
}

fn write(window: &mut Window, field: &str, words: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, field).focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text(words);
}

#[test]
fn a_new_label_has_a_colour_of_its_own_and_an_identifier_from_its_name() {
    let mut window = Window::on(&[("a.txt", "one")]);
    window.press("Ctrl+,");
    click(&mut window, Role::Button, "Add");
    write(&mut window, "Name", "राजनीतिक दल");
    click(&mut window, Role::Button, "Add");
    write(&mut window, "Name", "Law, treaty");
    click(&mut window, Role::RadioButton, "teal");
    // An identifier that was written stays.
    write(&mut window, "Identifier in files", "law");
    write(&mut window, "Name", "Law");
    click(&mut window, Role::Button, "Save");
    let labels = &window.harness.state().session().schema().labels;
    let [.., party, law] = labels.as_slice() else { panic!("{labels:?}") };
    assert_eq!((&*party.id, party.hue), ("राजनीतिक-दल", Hue::Grey));
    assert_eq!((&*law.id, law.name.as_str(), law.hue), ("law", "Law", Hue::Teal));
    assert!(labels[..11].iter().all(|label| label.hue != Hue::Grey));
}

#[test]
fn escape_asks_where_something_was_changed() {
    let mut window = Window::on(&[("a.txt", "one")]);
    let is_open = |window: &Window| window.harness.query_by_label("Identifier in files").is_some();
    window.press("Ctrl+, Escape");
    assert!(!is_open(&window), "nothing was changed");
    window.press("Ctrl+,");
    click(&mut window, Role::Button, "Add");
    window.press("Escape");
    click(&mut window, Role::Button, "Keep editing");
    assert!(is_open(&window));
    window.press("Escape");
    click(&mut window, Role::Button, "Discard");
    assert!(!is_open(&window));
    assert_eq!(window.harness.state().session().schema().labels.len(), 11);
}

/// A workspace file with these labels, each by its identifier and name.
fn workspace(labels: &[(&str, &str)]) -> String {
    let label = |(id, name): &(&str, &str)| serde_json::json!({ "id": id, "kind": "entity", "name": name });
    let labels: Vec<serde_json::Value> = labels.iter().map(label).collect();
    serde_json::json!({ "format": "tippani/workspace", "version": 1, "labels": labels }).to_string()
}

/// Identifiers and names of the labels.
fn labels(window: &Window) -> Vec<(String, String)> {
    let labels = window.harness.state().session().schema().labels.iter();
    labels.map(|label| (label.id.to_string(), label.name.clone())).collect()
}

#[test]
fn a_label_that_a_colleague_adds_meanwhile_stays() {
    let mut window = Window::on(&[("a.txt", "one"), ("tippani.json", &workspace(&[("person", "Person")]))]);
    window.wait("the label", |w| labels(w).len() == 1);
    window.press("Ctrl+,");
    let theirs = workspace(&[("person", "Person"), ("ship", "Ship")]);
    std::fs::write(window.folder().join("tippani.json"), theirs).unwrap();
    window.wait("the label of the colleague", |w| labels(w).len() == 2);
    let save =
        |w: &Window| w.harness.get_by_role_and_label(Role::Button, "Save").accesskit_node().is_disabled();
    assert!(save(&window), "nothing was changed here");
    write(&mut window, "Name", "Human");
    assert!(!save(&window));
    click(&mut window, Role::Button, "Save");
    let both = [("person", "Human"), ("ship", "Ship")].map(|(id, name)| (id.to_owned(), name.to_owned()));
    assert_eq!(labels(&window), both);
}

#[test]
fn the_labels_of_one_folder_do_not_come_into_another() {
    let mut window = Window::on(&[("a.txt", "one"), ("tippani.json", &workspace(&[("person", "Person")]))]);
    window.wait("the label", |w| labels(w).len() == 1);
    window.press("Ctrl+,");
    write(&mut window, "Name", "Human");
    let other = folder(&[("b.txt", b"two"), ("tippani.json", workspace(&[("ship", "Ship")]).as_bytes())]);
    open_folder(&mut window, other.path());
    assert!(window.harness.query_by_label("Identifier in files").is_none());
    assert_eq!(labels(&window), [("ship".to_owned(), "Ship".to_owned())]);
}

/// Three articles: with marks of one's own in two, and of a colleague in one.
fn corpus() -> Window {
    let mut window = Window::on(&[("a.txt", "Asha met Ravi"), ("b.txt", "Pune"), ("c.txt", "Goa")]);
    window.press("Ctrl+Home Ctrl+D 1 Ctrl+End Ctrl+D 1");
    window.assert_saved("a.txt");
    window.press("Ctrl+PageDown");
    window.wait("the second article", |w| w.file() == "b.txt");
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("b.txt");
    window.annotate_as("ravi");
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved_by("ravi", "b.txt");
    // Everything is read anew: of one's own marks, those of the other article are not open.
    let mut window = window.reopened();
    window.wait("the corpus", |w| {
        let session = w.harness.state().session();
        let person = session.schema().label("person").unwrap();
        session.use_of_label(person).marks == 4
    });
    window
}

fn settle(window: &mut Window, label: &str, choice: &str) {
    window.harness.get_by_label_contains("4 marks in 2 articles: 3 of your own, 1 of ravi");
    window.harness.get_by_label(&format!("Marks of {label}")).click();
    window.settle();
    window.harness.get_all_by_label(choice).last().unwrap().click();
    window.settle();
    click(window, Role::Button, "Save");
}

/// The labels of a sidecar.
#[track_caller]
fn labels_of(window: &mut Window, annotator: &str, file: &str) -> Vec<String> {
    window.wait("saving", |w| {
        let session = w.harness.state().session();
        !session.is_dirty() && !session.is_saving()
    });
    let path = window.folder().join(format!("{file}.{annotator}.annotations.json"));
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let marks = json["annotations"].as_array().unwrap().iter();
    marks.map(|mark| mark["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn another_identifier_reaches_ones_own_marks_in_all_articles() {
    let mut window = corpus();
    assert_eq!(window.file(), "b.txt");
    window.press("Ctrl+,");
    write(&mut window, "Identifier in files", "human");
    click(&mut window, Role::Button, "Save");
    settle(&mut window, "Person", "Rename the marks: Person");
    window.wait("the marks", |w| w.marked() == "[human: Pune]");
    assert_eq!(labels_of(&mut window, "asha", "a.txt"), ["human", "human"]);
    assert_eq!(labels_of(&mut window, "asha", "b.txt"), ["human"]);
    assert_eq!(labels_of(&mut window, "ravi", "b.txt"), ["person"], "a colleague's file is the colleague's");
    let schema = window.harness.state().session().schema().clone();
    assert_eq!(schema.name_of_label("person"), "Person (person)");
    let file = std::fs::read_to_string(window.folder().join("tippani.json")).unwrap();
    assert!(file.contains("\"aliases\""), "{file}");
    // One step of undo, in all articles.
    window.press("Ctrl+Z");
    assert_eq!(labels_of(&mut window, "asha", "a.txt"), ["person", "person"]);
    assert_eq!(labels_of(&mut window, "asha", "b.txt"), ["person"]);
}

#[test]
fn marks_of_a_removed_label_are_moved_or_it_is_kept() {
    let mut window = corpus();
    let remove = |window: &mut Window| {
        window.press("Ctrl+,");
        click(window, Role::Button, "Remove");
        click(window, Role::Button, "Save");
    };
    remove(&mut window);
    settle(&mut window, "Person", "Keep the label");
    assert!(window.harness.state().session().schema().label("person").is_some());
    assert_eq!(labels_of(&mut window, "asha", "a.txt"), ["person", "person"]);
    // It stands last now.
    window.press("Ctrl+,");
    window.harness.get_all_by_role_and_label(Role::Button, "Person").last().unwrap().click();
    window.settle();
    click(&mut window, Role::Button, "Remove");
    click(&mut window, Role::Button, "Save");
    settle(&mut window, "Person", "Move the marks to Statement");
    window.wait("the marks", |w| w.marked() == "[statement: Pune]");
    assert_eq!(labels_of(&mut window, "asha", "a.txt"), ["statement", "statement"]);
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(article.set().annotations()[0].kind, tippani::model::AnnotationKind::Claim);
}

#[test]
fn a_label_of_the_article_as_a_whole_is_on_or_off_beside_the_title() {
    let schema = r#"{"format": "tippani/workspace", "version": 1, "labels": [
        {"id": "person", "kind": "entity", "name": "Person", "key": "1"},
        {"id": "politics", "kind": "claim", "name": "Politics", "key": "p", "scope": "article"}]}"#;
    let mut window = Window::on(&[("a.txt", "\n  Bridge closed\n\nAsha met Ravi"), ("tippani.json", schema)]);
    let chip =
        |window: &Window| window.harness.get_by_role_and_label(Role::Button, "Article: Politics").rect();
    let document = window.harness.get_by_role(Role::Document).rect();
    assert!(chip(&window).bottom() <= document.top());
    assert!(
        window.harness.query_by_role_and_label(Role::Button, "Politics").is_none(),
        "it is not in the bar"
    );
    window.harness.get_by_role_and_label(Role::Button, "Article: Politics").click();
    window.settle();
    assert_eq!(window.marked(), "\n  [politics: Bridge closed]\n\nAsha met Ravi");
    assert!(window.harness.query_by_role(Role::Mark).is_none(), "it is not drawn over words");
    window.press("Ctrl+Home Ctrl+ArrowRight Ctrl+D 1");
    window.press("p");
    assert!(!window.marked().contains("politics"), "its key takes it away: {}", window.marked());
    window.press("Ctrl+Z");
    assert!(window.marked().contains("politics"), "in a step of undo");
    let mut window = window.reopened();
    window.press("p");
    assert!(!window.marked().contains("politics"));
    window.assert_saved("a.txt");
}
