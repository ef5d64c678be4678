//! The page of claims with suggested links, picture, figures and timeline; suggestions at the focused claim; article details.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

const HINDI: &str = "ज़िलाधिकारी ने कहा कि बाढ़ में 12 लोगों की मौत हुई।\n";
const ENGLISH: &str = "The union said that 17 people died in the flood.\n";
const LIST: &str = "file,title,publisher,date\nhi.txt,बाढ़ की ख़बर,दैनिक,2026-01-30\nen.txt,Flood report,The Gazette,2026-01-31\n";

/// Two articles of one event with a claim each; the first is open with its claim in focus.
fn flood() -> Window {
    let mut window = Window::on(&[("hi.txt", HINDI), ("en.txt", ENGLISH), ("articles.csv", LIST)]);
    window.press("Ctrl+PageUp");
    window.wait("the other article", |w| w.file() == "en.txt");
    window.press("Ctrl+Home Ctrl+Shift+S f");
    window.assert_saved("en.txt");
    window.press("Ctrl+PageDown");
    window.wait("the first article", |w| w.file() == "hi.txt");
    window.press("Ctrl+Home Ctrl+Shift+S f");
    window.assert_saved("hi.txt");
    window
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

fn click(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Button, name).click();
    window.settle();
}

/// Labels and ends of the links in the file of the first article, and how many pairs it says not to suggest.
fn saved(window: &mut Window) -> (Vec<String>, usize) {
    window.wait("saving", |w| !w.harness.state().session().is_dirty());
    let path = window.folder().join("hi.txt.asha.annotations.json");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let links = json["relations"].as_array().unwrap().iter();
    let links = links.map(|link| format!("{} {}", link["label"].as_str().unwrap(), link["to"]["file"]));
    (links.collect(), json["unlinked"].as_array().map_or(0, Vec::len))
}

#[test]
fn a_suggested_link_is_accepted_by_a_digit_at_the_focused_claim() {
    let mut window = flood();
    window.press("Ctrl+Alt+S");
    window.wait("the suggestion", |w| told(w, "Suggested: The union said"));
    assert!(told(&window, "12 ≠ 17, which speaks for refutation"));
    window.press("3");
    assert_eq!(saved(&mut window), (vec!["refutes \"en.txt\"".to_owned()], 0));
    assert!(!told(&window, "Suggested: The union said"), "what is linked is suggested no more");
    window.press("Escape Ctrl+Z");
    assert_eq!(saved(&mut window).0, Vec::<String>::new());
}

#[test]
fn a_rejection_is_remembered_undone_and_taken_back() {
    let mut window = flood();
    window.press("Ctrl+Alt+S");
    window.wait("the suggestion", |w| told(w, "Suggested: The union said"));
    window.press("x");
    assert!(!told(&window, "Suggested: The union said"));
    assert_eq!(saved(&mut window), (Vec::new(), 1));
    window.press("Escape Ctrl+Z");
    assert_eq!(saved(&mut window).1, 0, "it is one step of undo");
    window.press("Ctrl+Shift+Z");
    assert_eq!(saved(&mut window).1, 1);
    let mut window = window.reopened();
    window.press("Ctrl+Home Tab Ctrl+Alt+S");
    window.wait("what was rejected", |w| told(w, "Offer again: The union said"));
    assert!(!told(&window, "Suggested: The union said"));
    window.harness.get_by_label_contains("Offer again: The union said").click();
    window.settle();
    window.wait("the suggestion", |w| told(w, "Suggested: The union said"));
    assert_eq!(saved(&mut window), (Vec::new(), 0));
}

#[test]
fn the_page_suggests_links_and_shows_a_group_in_three_more_ways() {
    let mut window = flood();
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "2 claims, 0 links"));
    window.press("ArrowRight ArrowRight ArrowRight");
    window.wait("the suggestion", |w| told(w, "speaks for refutation"));
    window.press("3");
    window.wait("the link", |w| told(w, "2 claims, 1 link"));
    assert!(told(&window, "Contradicted: 1 refutation in it"));
    assert!(told(&window, "Said first by hi.txt on 2026-01-30"));
    window.press("ArrowLeft");
    window.wait("the figures", |w| told(w, "≠ 12") && told(w, "≠ 17"));
    window.press("ArrowLeft");
    let cards = window.harness.query_all_by_label_contains("Card: ").count();
    assert_eq!(cards, 2);
    click(&mut window, "Timeline");
    assert!(told(&window, "en.txt: 1 claim, the first on 2026-01-31"));
    click(&mut window, "By publication");
    assert!(told(&window, "hi.txt: 1 claim, the first on 2026-01-30"));
}

#[test]
fn details_of_the_list_are_shown_and_what_is_typed_comes_first() {
    let mut window = flood();
    window.wait("the title", |w| told(w, "बाढ़ की ख़बर"));
    assert!(told(&window, "दैनिक · 2026-01-30"));
    window.press("Ctrl+Shift+T");
    window.harness.get_by_role_and_label(Role::TextInput, "Publisher").focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text("Morning Post");
    click(&mut window, "Keep");
    window.wait("what was typed", |w| told(w, "Morning Post · 2026-01-30"));
    window.wait("saving", |w| !w.harness.state().session().is_dirty());
    let path = window.folder().join("hi.txt.asha.annotations.json");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(json["source"]["details"], serde_json::json!({ "publisher": "Morning Post" }));
    window.press("Ctrl+Z");
    window.wait("what the list says", |w| told(w, "दैनिक · 2026-01-30"));
}

#[test]
fn two_articles_stand_side_by_side_and_a_link_leads_across() {
    let mut window = flood();
    window.press("Ctrl+\\");
    window.wait("the other article", |w| w.file() == "en.txt");
    let session = |w: &Window| {
        let session = w.harness.state().session();
        session.beside().map(|article| article.document().file.to_string())
    };
    assert_eq!(session(&window).as_deref(), Some("hi.txt"));
    assert_eq!(window.harness.query_all_by_role_and_label(Role::Document, "Article text").count(), 2);
    // A click in the one beside makes it the one that is worked on, and does what it does there.
    let mark = window
        .harness
        .get_by_role_and_label(Role::Mark, "Figure: ज़िलाधिकारी ने कहा कि बाढ़ में 12 लोगों की मौत हुई")
        .rect();
    window.drag(mark.center(), mark.center(), 1);
    assert_eq!((window.file().as_str(), session(&window).as_deref()), ("hi.txt", Some("en.txt")));
    assert!(window.focused().is_some());
    window.press("Ctrl+L");
    let other = window.harness.get_by_label_contains("Figure: The union said").rect();
    window.drag(other.center(), other.center(), 1);
    window.type_text("3");
    assert_eq!(saved(&mut window).0, ["refutes \"en.txt\""]);
    window.press("Ctrl+\\");
    assert_eq!(session(&window), None);
}

#[test]
fn the_timeline_has_the_claims_that_fit_the_filter_as_it_is() {
    let mut window = flood();
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "2 claims, 0 links"));
    click(&mut window, "Timeline");
    click(&mut window, "By publication");
    // One claim each time, so that only what it is has changed.
    for (words, there, gone) in
        [("17", "en.txt", "hi.txt"), ("12", "hi.txt", "en.txt"), ("17", "en.txt", "hi.txt")]
    {
        window.harness.get_by_role_and_label(Role::TextInput, "Filter claims").focus();
        window.settle();
        window.press("Ctrl+A");
        window.type_text(words);
        let lane = |file: &str| format!("{file}: 1 claim, the first on");
        assert!(told(&window, &lane(there)) && !told(&window, &lane(gone)), "for {words}");
    }
}
