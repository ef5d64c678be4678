//! Links: made by key and by pointer, in one article and across, seen, followed, changed, and deleted with what they join.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::model::RelationEnd;

use super::driver::Window;

const BRIDGE: &str = "पुल गिर गया।\nपुल नहीं गिरा।\n";
const RIVER: &str = "The bridge fell into the river.\nNobody was hurt.\n";

/// Tags the first sentence and the last, and leaves the first in focus.
fn tag_two(window: &mut Window, first: &str, last: &str) {
    window.press("Ctrl+Home Ctrl+Shift+S");
    window.press(first);
    window.press("Escape Escape Ctrl+End ArrowLeft ArrowLeft ArrowLeft Ctrl+Shift+S");
    window.press(last);
    window.press("Escape Escape Ctrl+Home Tab");
}

/// The links of the open article's set, as `label: words → words`, with the article of a far end.
fn links(window: &Window) -> Vec<String> {
    let article = window.harness.state().session().article().unwrap();
    let words = |id: &tippani::model::AnnotationId| {
        article.set().get(id).map(|a| a.spans.quote(&article.document().text))
    };
    let line = |relation: &tippani::model::Relation| {
        let to = match &relation.to {
            RelationEnd::Here(id) => words(id).unwrap_or_default(),
            RelationEnd::There { file, annotator, .. } => format!("{file} of {annotator}"),
        };
        format!("{}: {} → {to}", relation.label, words(&relation.from).unwrap_or_default())
    };
    article.set().relations().map(line).collect()
}

/// The same as the sidecar has them: labels, and the articles they lead to.
fn saved(window: &mut Window, file: &str) -> Vec<(String, Option<String>)> {
    window.wait("saving", |w| !w.harness.state().session().is_dirty());
    let bytes = std::fs::read(window.folder().join(format!("{file}.asha.annotations.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let relations = json["relations"].as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    relations.iter().map(|r| (text(&r["label"]).unwrap(), text(&r["to"]["file"]))).collect()
}

fn quote(window: &Window) -> String {
    let article = window.harness.state().session().article().unwrap();
    article.focused().map(|a| a.spans.quote(&article.document().text)).unwrap_or_default()
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

/// Clicks what the menu of the only link of one's own offers.
fn change(window: &mut Window, what: &str) {
    window.harness.get_by_role_and_label(Role::Button, "Change the link").click();
    window.settle();
    window.harness.get_by_role_and_label(Role::MenuItem, what).click();
    window.settle();
}

/// Where the line of an annotation is in the inspector's list.
fn row(window: &Window, words: &str) -> egui::Pos2 {
    let has_words = |label: String| label.contains(words);
    let mut rows = window.harness.get_all_by_role(Role::ListBoxOption);
    rows.find(|row| row.accesskit_node().label().is_some_and(has_words)).unwrap().rect().center()
}

/// Links the claim in focus to the one of the other article, found by its words; the key says which link it is.
fn link_to_river(window: &mut Window, key: &str) {
    window.press("Ctrl+L Ctrl+L");
    window.wait("the annotations of the workspace", |w| told(w, "The bridge fell into the river, "));
    window.type_text("river");
    window.press("Enter");
    window.type_text(key);
}

/// Two articles, each with a claim; the first is open with its claim in focus.
fn across() -> Window {
    let mut window = Window::on(&[("a.txt", BRIDGE), ("b.txt", RIVER)]);
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    window.press("Ctrl+Home Ctrl+Shift+S c");
    window.assert_saved("b.txt");
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    tag_two(&mut window, "c", "d");
    window.assert_saved("a.txt");
    window
}

#[test]
fn two_keys_and_the_other_end_make_a_link_that_both_ends_show() {
    let mut window = Window::on(&[("a.txt", BRIDGE)]);
    tag_two(&mut window, "c", "d");
    assert_eq!(quote(&window), "पुल गिर गया");
    window.press("Ctrl+L Tab Enter");
    window.type_text("3");
    assert_eq!(links(&window), ["refutes: पुल गिर गया → पुल नहीं गिरा"]);
    assert_eq!(quote(&window), "पुल गिर गया", "where it began");
    assert!(told(&window, "→ Refutes"), "the inspector has it");
    assert_eq!(saved(&mut window, "a.txt"), [("refutes".to_owned(), None)]);
    window.press("Ctrl+]");
    assert_eq!(quote(&window), "पुल नहीं गिरा");
    assert!(told(&window, "← Refutes"), "and so it has at the other end");
    window.press("Ctrl+]");
    assert_eq!(quote(&window), "पुल गिर गया");
    window.press("Ctrl+Z");
    assert_eq!(links(&window), Vec::<String>::new(), "one step of undo");
}

#[test]
fn the_other_end_is_clicked_and_the_link_named_by_typing() {
    let mut window = Window::on(&[("a.txt", BRIDGE)]);
    tag_two(&mut window, "c", "d");
    window.press("Ctrl+L");
    window.harness.get_by_role_and_label(Role::Button, "Leave the link");
    let other = window.harness.get_by_role_and_label(Role::Mark, "Denial: पुल नहीं गिरा").rect();
    window.drag(other.center(), other.center(), 1);
    window.type_text("supp");
    window.press("Enter");
    assert_eq!(links(&window), ["supports: पुल गिर गया → पुल नहीं गिरा"]);
    assert!(window.harness.query_by_role_and_label(Role::Button, "Leave the link").is_none());
    // Its arc is a button to the other end.
    let arc = "Link: → Supports Denial: पुल नहीं गिरा";
    window.harness.get_by_role_and_label(Role::Button, arc).click();
    window.settle();
    assert_eq!(quote(&window), "पुल नहीं गिरा");
}

#[test]
fn a_link_is_left_by_escape_and_made_once() {
    let mut window = Window::on(&[("a.txt", BRIDGE)]);
    tag_two(&mut window, "c", "d");
    window.press("Ctrl+L Tab Enter Escape");
    assert!(window.harness.state().session().linking().is_some(), "only the choice is left");
    window.press("Escape");
    assert!(window.harness.state().session().linking().is_none());
    for _ in 0..2 {
        window.press("Escape Ctrl+Home Tab Ctrl+L Tab Enter");
        window.type_text("1");
    }
    assert_eq!(links(&window).len(), 1, "the second is the first");
    assert!(told(&window, "They are linked already: Identical"));
    // No link leads from an annotation to itself, and none to a person.
    window.press("Ctrl+L Enter");
    assert!(told(&window, "A link needs another annotation"));
    window.press("Escape Escape Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+Home Tab Tab Ctrl+L Tab");
    assert_eq!(quote(&window), "पुल नहीं गिरा", "what no link may end at is passed by");
}

#[test]
fn where_the_schema_allows_one_link_it_is_taken_at_once() {
    let schema = r#"{"format": "tippani/workspace", "version": 1, "labels": [
        {"id": "say", "kind": "claim", "name": "Say", "colour": "blue", "key": "c", "attributes": []},
        {"id": "no", "kind": "claim", "name": "No", "colour": "rose", "key": "d", "attributes": []}],
        "attributes": [], "relations": [{"id": "denies", "name": "Denies", "from": ["no"], "to": ["say"]}]}"#;
    let mut window = Window::on(&[("a.txt", BRIDGE), ("tippani.json", schema)]);
    window.wait("the schema", |w| w.harness.state().session().schema().labels.len() == 2);
    tag_two(&mut window, "c", "d");
    window.press("Ctrl+L Tab Enter");
    assert_eq!(links(&window), ["denies: पुल नहीं गिरा → पुल गिर गया"], "the way round that there is");
}

#[test]
fn a_link_leads_to_another_article_that_was_opened() {
    let mut window = across();
    window.press("Ctrl+L Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    window.press("Escape");
    assert!(window.harness.state().session().linking().is_none());
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    window.press("Ctrl+L Ctrl+PageDown");
    window.wait("the other article again", |w| w.file() == "b.txt");
    window.press("Escape Ctrl+Home Tab");
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    window.press("Ctrl+L Ctrl+PageDown");
    window.wait("the other article once more", |w| w.file() == "b.txt");
    window.press("Enter");
    window.type_text("2");
    assert!(told(&window, "← Supports"), "the other end has it in the inspector");
    assert!(told(&window, "पुल गिर गया"), "with its words");
    assert_eq!(saved(&mut window, "a.txt"), [("supports".to_owned(), Some("b.txt".to_owned()))]);
    window.press("Ctrl+]");
    window.wait("the article it starts in", |w| w.file() == "a.txt");
    assert_eq!(quote(&window), "पुल गिर गया");
    let tag = "Link: → Supports Statement: The bridge fell into the river, b.txt";
    window.harness.get_by_role_and_label(Role::Button, tag).click();
    window.wait("the article it ends in", |w| w.file() == "b.txt");
    assert_eq!(quote(&window), "The bridge fell into the river");
    window.press("Ctrl+Z");
    assert_eq!(saved(&mut window, "a.txt"), [], "undone from the article it was made in");
}

#[test]
fn the_other_end_is_found_by_its_words_in_the_whole_workspace() {
    let mut window = across().reopened();
    window.press("Ctrl+Home Tab Ctrl+L Ctrl+L");
    window.wait("the annotations of the workspace", |w| told(w, "The bridge fell into the river, "));
    window.type_text("river");
    window.press("Enter");
    window.type_text("4");
    assert_eq!(links(&window), ["related: पुल गिर गया → b.txt of asha"]);
    // The article was not opened: its end is read for the tag, and is there by its words.
    let tag = "Link: Related Statement: The bridge fell into the river, b.txt";
    window
        .wait("the words of the far end", |w| w.harness.query_by_role_and_label(Role::Button, tag).is_some());
}

#[test]
fn a_link_is_given_another_label_turned_round_noted_and_removed() {
    let mut window = across();
    link_to_river(&mut window, "2");
    change(&mut window, "Make it “Refutes”");
    assert_eq!(links(&window), ["refutes: पुल गिर गया → b.txt of asha"]);
    change(&mut window, "Edit its note…");
    window.type_text("both are of Monday");
    window.press("Enter");
    assert!(told(&window, "both are of Monday"));
    change(&mut window, "Turn it round");
    assert_eq!(links(&window), Vec::<String>::new(), "it is held by the set it starts in");
    assert!(told(&window, "← Refutes") && told(&window, "both are of Monday"));
    assert_eq!(saved(&mut window, "b.txt"), [("refutes".to_owned(), Some("a.txt".to_owned()))]);
    window.press("Ctrl+Z");
    assert_eq!(links(&window), ["refutes: पुल गिर गया → b.txt of asha"]);
    window.press("Ctrl+Shift+Z");
    // From the end that does not hold it.
    change(&mut window, "Remove it");
    assert!(!told(&window, "← Refutes"));
    assert_eq!(saved(&mut window, "b.txt"), []);
    window.press("Ctrl+Z");
    assert!(told(&window, "← Refutes"));
}

#[test]
fn deleting_an_annotation_names_its_links_and_undo_brings_them_back_everywhere() {
    let mut window = across();
    link_to_river(&mut window, "2");
    window.assert_saved("a.txt");
    // Anew, with the article that the link starts in closed.
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    let mut window = window.reopened();
    assert_eq!(window.file(), "b.txt");
    window.wait("the links of the workspace", |w| {
        let session = w.harness.state().session();
        let first = session.article().unwrap().set().annotations()[0].id.clone();
        let article = session.article().unwrap();
        let key = tippani::model::EntryKey::new(&article.document().file, &article.set().annotator, &first);
        !session.links_of(&key).is_empty()
    });
    window.press("Ctrl+Home Tab Delete");
    window.wait("the deletion", |w| w.marked() == RIVER);
    assert!(told(&window, "Deleted Statement and 1 link: “पुल गिर गया” in a.txt Supports"));
    window.harness.get_by_role_and_label(Role::MenuItem, "Edit").click();
    window.settle();
    assert!(told(&window, "Undo: Delete Statement and 1 link"), "the step of undo names it too");
    window.press("Escape");
    assert_eq!(saved(&mut window, "a.txt"), []);
    window.press("Ctrl+Z");
    assert_eq!(saved(&mut window, "a.txt"), [("supports".to_owned(), Some("b.txt".to_owned()))]);
    assert!(window.marked().starts_with("[statement: The bridge"));
}

#[test]
fn a_link_whose_end_is_gone_says_so() {
    let mut window = across();
    link_to_river(&mut window, "2");
    window.assert_saved("a.txt");
    let folder = window.folder().to_owned();
    // Another program deletes it.
    let path = folder.join("b.txt.asha.annotations.json");
    let mut json: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    json["annotations"] = serde_json::json!([]);
    std::fs::write(&path, json.to_string()).unwrap();
    let mut window = window.reopened();
    window.press("Ctrl+Home Tab");
    window.wait("what is gone", |w| told(w, "Gone: it was deleted"));
    window.press("Ctrl+]");
    assert_eq!(window.file(), "a.txt", "it leads nowhere");
}

#[test]
fn others_links_to_ones_own_are_listed_and_cannot_be_changed() {
    let mut window = across();
    window.annotate_as("ravi");
    window.press("Ctrl+PageDown");
    window.wait("the other article", |w| w.file() == "b.txt");
    window.press("Ctrl+Home Ctrl+Shift+S f Ctrl+L Ctrl+L");
    window.wait("the annotations of the workspace", |w| told(w, "पुल गिर गया, "));
    window.type_text("गिर गया");
    window.press("Enter");
    window.type_text("3");
    window.assert_saved_by("ravi", "b.txt");
    window.annotate_as("asha");
    window.press("Ctrl+PageUp");
    window.wait("the first article", |w| w.file() == "a.txt");
    window.press("Ctrl+Home Tab");
    window.wait("the link of somebody else", |w| told(w, "by ravi"));
    assert!(told(&window, "← Refutes"));
    assert!(window.harness.query_by_role_and_label(Role::Button, "Change the link").is_none());
    window.press("Delete");
    assert!(told(&window, "These lead nowhere now"));
}

#[test]
fn the_note_of_a_link_counts_however_it_is_left() {
    for keys in ["Ctrl+S", "Ctrl+Shift+3", "Ctrl+PageDown", ""] {
        let mut window = across();
        link_to_river(&mut window, "2");
        change(&mut window, "Edit its note…");
        window.type_text("both are of Monday");
        let saved = window.folder().join("a.txt.asha.annotations.json");
        if keys.is_empty() {
            let other = row(&window, "पुल नहीं गिरा");
            window.drag(other, other, 1);
        }
        window.press(keys);
        window.wait("saving", |w| !w.harness.state().session().is_dirty());
        let saved = std::fs::read_to_string(saved).unwrap();
        assert!(saved.contains("both are of Monday"), "left by {keys}");
    }
}
