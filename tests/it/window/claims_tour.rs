//! The tour of claims in the README, over the samples. What it says of frames and links in general is held by `frames`, `links` and
//! `claim_board`, and of two articles side by side by `beside`.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Pos2;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::analysis::Board;
use tippani::model::AttributeValue;

use super::driver::Window;
use super::pictures::samples;

/// The samples in a folder of their own, as somebody sees them who has annotated nothing, and the folders.
fn meera() -> (Window, [tempfile::TempDir; 2]) {
    let (folder, journals) = (samples(), tempfile::tempdir().unwrap());
    let mut window = Window::of("meera", &folder.path().join("bridge-en.txt"), journals.path());
    window.wait("the list", Window::is_opened);
    (window, [folder, journals])
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn click(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Button, name).click();
    window.settle();
}

/// Where a word of English stands on the screen.
fn place(window: &Window, word: &str) -> Pos2 {
    let of_run = |run: egui_kittest::Node<'_>| {
        let data = run.accesskit_node().data().clone();
        let at = data.value()?.find(word)?;
        let from = *data.character_positions()?.get(data.value()?[..at].chars().count())?;
        Some(run.rect().left_center() + egui::vec2(from + 8.0, 0.0))
    };
    window.harness.get_all_by_role(Role::TextRun).find_map(of_run).unwrap_or_else(|| panic!("no {word}"))
}

/// Makes the claim of the tour.
fn claim(window: &mut Window) {
    window.press("Ctrl+End");
    window.harness.run_steps(20);
    let at = place(window, "Farozi");
    window.double_click(at);
    assert_eq!(window.selected(), "Farozi");
    window.press("1");
    window.harness.run_steps(60);
    // Three times at one place.
    window.double_click(at);
    window.drag(at, at, 0);
    window.press("c");
}

/// Claimer with its evidence, and stance, of the annotation in focus.
fn frame(window: &Window) -> (Option<String>, Option<String>) {
    let article = window.harness.state().session().article().unwrap();
    let value = |id: &str| article.focused().and_then(|claim| claim.attributes.get(id));
    let evidence =
        |value: &AttributeValue| value.evidence.map(|of| article.document().text.slice(of.span).to_owned());
    let stance = value("epistemic").map(|value| format!("{:?}", value.value));
    (value("claimer").and_then(evidence), stance)
}

fn filled() -> (Option<String>, Option<String>) {
    (Some("Farozi".to_owned()), Some("Text(\"true-certain\")".to_owned()))
}

fn board(window: &Window) -> Arc<Board> {
    window.harness.state().session().board().unwrap().clone()
}

#[test]
fn a_claim_has_claimer_stance_and_evidence_by_four_keys_or_four_clicks() {
    let (mut window, _folders) = meera();
    claim(&mut window);
    let marked = window.marked();
    assert!(
        marked.contains("[statement: Idris [person: Farozi], the district collector, said his"),
        "{marked}"
    );
    for key in ["Alt+1", "Tab", "Alt+3", "1"] {
        window.press(key);
    }
    assert_eq!(frame(&window), filled());
    window.assert_saved_by("meera", "bridge-en.txt");

    let (mut window, _folders) = meera();
    claim(&mut window);
    click(&mut window, "Claimer: fill by pointing");
    let name = window.harness.get_by_role_and_label(Role::Mark, "Person: Farozi").rect();
    window.drag(name.center(), name.center(), 1);
    click(&mut window, "Epistemic status: fill by pointing");
    click(&mut window, "Epistemic status: True, certain");
    assert_eq!(frame(&window), filled());
}

#[test]
fn a_claim_is_linked_with_one_in_another_language_and_suggestions_say_why() {
    let (mut window, folders) = meera();
    claim(&mut window);
    window.press("Ctrl+Alt+S");
    window.wait("the suggestions", |w| told(w, "Suggested: "));
    window.press("Escape Ctrl+L Ctrl+L");
    window.wait("the annotations of the samples", |w| told(w, "पूर्व सूचना"));
    window.type_text("पूर्व सूचना");
    window.press("Enter");
    assert!(told(&window, "Link as"));
    window.type_text("1");
    window.wait("saving", |w| !w.harness.state().session().is_dirty());
    let path = folders[0].path().join("bridge-en.txt.meera.annotations.json");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let link = &json["relations"][0];
    assert_eq!((&link["label"], &link["to"]["file"]), (&"identical".into(), &"bridge-hi.txt".into()));
    // It is drawn while its end is in focus, and not else.
    let is_drawn = |w: &Window| told(w, "Link: Identical");
    assert!(is_drawn(&window));
    window.press("Escape Escape Shift+Tab");
    assert!(!is_drawn(&window));
}

#[test]
fn the_board_of_the_samples_shows_something_at_once() {
    let (mut window, _folders) = meera();
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "claims, ") && w.harness.state().session().board().is_some());
    let board = board(&window);
    let languages: BTreeSet<&str> =
        board.claims().filter_map(|(_, claim)| claim.language.as_deref()).collect();
    assert!(["en", "gu", "hi", "ur"].iter().all(|language| languages.contains(language)), "{languages:?}");
    for who in ["asha", "ravi"] {
        let claims = board.claims().filter(|(_, claim)| claim.key.annotator.as_str() == who).count();
        let links = board.links().iter().filter(|link| link.key.annotator.as_str() == who);
        let across = links.clone().filter(|link| link.from.file != link.to.file).count();
        assert!(
            claims >= 20 && links.count() >= 15 && across >= 3,
            "{who}: {claims} claims, {across} across"
        );
    }
    let clusters = board.clusters();
    let articles = |of: &tippani::analysis::Cluster| {
        of.entries.iter().map(|at| &board.entries()[*at].key.file).collect::<BTreeSet<_>>().len()
    };
    let contradicted = clusters.iter().filter(|of| of.is_contradicted() && articles(of) > 2).count();
    assert!(contradicted > 0, "groups of several articles that contradict each other");
    assert!(told(&window, "Contradicted: ") && told(&window, "Said first by "));
}

#[test]
fn the_board_is_read_by_keys_in_each_of_its_ways() {
    let (mut window, _folders) = meera();
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "Said first by "));
    window.press("ArrowRight");
    assert!(told(&window, "Card: ") && told(&window, "By claimer"), "a picture of the group");
    window.press("ArrowRight");
    assert!(told(&window, "What only some of them name stands out"), "figures and days");
    window.press("ArrowLeft ArrowLeft l");
    let claims = board(&window).claims().count();
    let lines = window.harness.get_all_by_role(Role::ListBoxOption);
    let listed = lines.filter_map(|line| line.accesskit_node().data().size_of_set());
    assert!(claims > 60 && listed.max() == Some(claims), "each claim is a line");
    window.press("t");
    assert!(told(&window, "the first on 2025-10-1"), "along the days");
    click(&mut window, "By publication");
    assert!(told(&window, "the first on 2025-10-1"));
    window.press("g");
    click(&mut window, "One source only");
    assert!(!told(&window, "Contradicted: "));
    click(&mut window, "Show all");
    click(&mut window, "Contradicted");
    window.press("Enter");
    window.wait("the article", |w| told(w, "Article text"));
    window.press("Ctrl+Shift+4");
    window.wait("the claims", |w| told(w, "Said first by "));
    window.press("Shift+Enter");
    window.wait("both articles", |w| w.harness.state().session().beside().is_some());
    assert_eq!(window.harness.query_all_by_role(Role::Document).count(), 2);
}
