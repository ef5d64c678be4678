//! The inspector: evidence that names its value, room for words, the way in and out by key.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tippani::model::{AttributeValue, EntityRef, Value};

use super::driver::Window;
use super::steps::sidecar;

const TEXT: &str = "Asha Rao said the bridge is closed";

/// A statement over the whole text, with the claimer's name selected.
fn statement() -> Window {
    let mut window = Window::on(&[("a.txt", TEXT)]);
    window.press("Ctrl+Home Ctrl+Shift+S c Ctrl+Home Ctrl+Shift+ArrowRight Ctrl+Shift+ArrowRight");
    assert_eq!(window.selected(), "Asha Rao");
    window
}

fn claimer(window: &Window) -> Option<AttributeValue> {
    window.focused().unwrap().attributes.get("claimer").cloned()
}

fn click(window: &mut Window, role: Role, label: &str) {
    window.harness.get_by_role_and_label(role, label).click();
    window.settle();
}

#[test]
fn words_attached_as_evidence_are_the_value_until_another_is_typed() {
    let mut window = statement();
    click(&mut window, Role::Button, "Claimer: evidence");
    let known = claimer(&window).unwrap();
    assert_eq!(known.value, Value::Entity(EntityRef::Name("Asha Rao".into())));
    let source = window.harness.state().session().article().unwrap().document().text.clone();
    assert_eq!(source.slice(known.evidence.unwrap().span), "Asha Rao");
    // The field is clicked and typed into: what is typed takes the place of the words, the evidence stays.
    click(&mut window, Role::MultilineTextInput, "Claimer");
    window.type_text("asha");
    let typed = claimer(&window).unwrap();
    assert_eq!(typed.value, Value::Entity(EntityRef::from("asha")));
    assert_eq!(typed.evidence, known.evidence);
    window.press("Escape Ctrl+Z");
    assert_eq!(claimer(&window), Some(known), "what was typed is one step of undo");
    window.assert_saved("a.txt");
}

#[test]
fn evidence_leaves_a_known_value_as_it_is_and_invents_none() {
    let mut window = statement();
    click(&mut window, Role::MultilineTextInput, "Claimer");
    window.type_text("ravi");
    window.press("Escape");
    click(&mut window, Role::Button, "Claimer: evidence");
    let known = claimer(&window).unwrap();
    assert_eq!(known.value, Value::Entity(EntityRef::from("ravi")));
    assert!(known.evidence.is_some());
    click(&mut window, Role::Button, "Epistemic status: evidence");
    assert!(!window.focused().unwrap().attributes.contains_key("epistemic"));
    assert!(
        window.harness.query_all_by_label_contains("Choose a value for Epistemic status").next().is_some()
    );
}

#[test]
fn nothing_in_the_card_is_clipped_or_covered() {
    for width in [800.0, 1024.0, 1400.0] {
        let mut window = Window::on(&[("a.txt", TEXT), ("guidelines.md", "# Product")]);
        window.harness.set_size(egui::vec2(width, 700.0));
        window.press("Ctrl+Home Ctrl+D 6");
        let panel = window.harness.get_by_role_and_label(Role::Button, "Delete").rect();
        let label = window.harness.get_by_role_and_label(Role::Button, "Label: Product, equipment").rect();
        let guidelines =
            window.harness.get_by_role_and_label(Role::Button, "Guidelines of this label").rect();
        assert!(label.right() <= guidelines.left() && guidelines.right() <= panel.left(), "{width}");
        assert!(panel.right() <= width, "{width}");
        window.press("Ctrl+Home Ctrl+Shift+S c");
        let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Claimer").rect();
        let evidence = window.harness.get_by_role_and_label(Role::Button, "Claimer: evidence").rect();
        assert!(field.width() > 150.0 && field.right() <= width, "{width}: {field:?}");
        assert!(!field.intersects(evidence.shrink(1.0)), "{width}: {field:?} {evidence:?}");
    }
}

#[test]
fn a_key_leads_into_the_inspector_and_back() {
    let mut window = Window::on(&[("a.txt", TEXT)]);
    window.press("Ctrl+Home Ctrl+Shift+S c Ctrl+F6");
    window.type_text("asha");
    assert_eq!(claimer(&window).unwrap().value, Value::Entity(EntityRef::from("asha")));
    window.press("Ctrl+F6 Ctrl+Home Ctrl+D 1");
    assert_eq!(window.marked(), "[statement: [person: Asha] Rao said the bridge is closed]");
}

#[test]
fn choices_that_the_schema_does_not_list_stay_when_others_are_ticked() {
    let schema = r#"{"format": "tippani/workspace", "version": 1, "labels": [
        {"id": "person", "kind": "entity", "name": "Person", "attributes": ["tone"]}],
        "attributes": [{"id": "tone", "name": "Tone", "type": "multi-choice", "options": [
            {"id": "warm", "name": "Warm"}, {"id": "cold", "name": "Cold"}]}]}"#;
    let mut file: serde_json::Value = serde_json::from_slice(&sidecar("asha", &["person"])).unwrap();
    file["annotations"][0]["attributes"] = serde_json::json!({ "tone": { "value": ["hot", "warm"] } });
    let mut window = Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.asha.annotations.json", file.to_string().as_bytes()),
        ("tippani.json", schema.as_bytes()),
    ]);
    window.press("Ctrl+Home Tab");
    for (choice, expected) in [("Cold", &["hot", "warm", "cold"][..]), ("Warm", &["hot", "cold"])] {
        click(&mut window, Role::CheckBox, choice);
        let Value::Many(chosen) = &window.focused().unwrap().attributes["tone"].value else { panic!() };
        assert_eq!(chosen, expected, "after {choice}");
    }
}

#[test]
fn what_is_composed_stays_with_its_annotation_when_another_is_clicked() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End Ctrl+D 1");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Note").focus();
    window.settle();
    let preedit = egui::ImeEvent::Preedit { text: "नोट".to_owned(), active_range_chars: None };
    window.harness.event(egui::Event::Ime(preedit));
    window.settle();
    let other = window.harness.get_by_role_and_label(Role::ListBoxOption, "Person, one").rect().center();
    window.drag(other, other, 1);
    let article = window.harness.state().session().article().unwrap();
    let notes: Vec<&str> = article.set().annotations().iter().map(|mark| mark.note.as_str()).collect();
    assert_eq!(notes, ["", "नोट"]);
}
