//! Frames filled by pointing: a key for each field, then words or a mark, which are value and evidence at once.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

const TEXT: &str = "The minister Gita Rao said that the dam was certainly safe.\nMore later.\n";

/// The frame of the focused annotation, as `attribute: value “evidence”`.
fn frame(window: &Window) -> Vec<String> {
    let article = window.harness.state().session().article().unwrap();
    let text = &article.document().text;
    let attributes = article.focused().unwrap().attributes.iter();
    let line = |(id, value): (&std::sync::Arc<str>, &tippani::model::AttributeValue)| {
        let evidence = value.evidence.map(|e| format!(" “{}”", text.slice(e.span))).unwrap_or_default();
        let value = match &value.value {
            tippani::model::Value::Text(text) => text.clone(),
            tippani::model::Value::Entity(entity) => entity.to_string(),
            other => format!("{other:?}"),
        };
        format!("{id}: {value}{evidence}")
    };
    attributes.map(line).collect()
}

/// A claim in focus, over a person that is marked in it.
fn claim() -> Window {
    let mut window = Window::on(&[("a.txt", TEXT)]);
    window.press("Ctrl+Home Ctrl+ArrowRight Ctrl+ArrowRight");
    window.press("ArrowRight Shift+Ctrl+ArrowRight Shift+Ctrl+ArrowRight 1 Escape Escape");
    window.press("Ctrl+Home Ctrl+Shift+S c");
    window
}

fn told(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

#[test]
fn claimer_stance_and_evidence_take_four_actions_by_keys() {
    let mut window = claim();
    assert!(
        window.marked().starts_with("[statement: The minister [person: Gita Rao] said"),
        "{}",
        window.marked()
    );
    // What a hand does after the claim is tagged, each a press of one key.
    let actions = ["Alt+1", "Tab", "Alt+3", "1"];
    for key in actions {
        window.press(key);
    }
    let filled = ["claimer: Gita Rao “Gita Rao”", "epistemic: true-certain"];
    assert_eq!((actions.len(), frame(&window).as_slice()), (4, filled.map(str::to_owned).as_slice()));
    // Enter takes what is offered and goes on: claimer with evidence, then the stance.
    let mut window = claim();
    for key in ["Alt+1", "Tab", "Enter", "Enter"] {
        window.press(key);
    }
    assert_eq!(frame(&window), ["claimer: Gita Rao “Gita Rao”"]);
    window.press("1");
    assert_eq!(frame(&window), filled);
    window.assert_saved("a.txt");
}

#[test]
fn claimer_stance_and_evidence_take_four_actions_by_pointer() {
    let mut window = claim();
    let mark = window.harness.get_by_role_and_label(Role::Mark, "Person: Gita Rao").rect();
    // One: the field. Two: the mark, which is value and evidence. Three: the next field but one. Four: the stance.
    window.harness.get_by_role_and_label(Role::Button, "Claimer: fill by pointing").click();
    window.settle();
    window.drag(mark.center(), mark.center(), 1);
    window.press("Alt+3");
    window.harness.get_by_role_and_label(Role::Button, "Epistemic status: True, certain").click();
    window.settle();
    assert_eq!(frame(&window), ["claimer: Gita Rao “Gita Rao”", "epistemic: true-certain"]);
    assert!(window.focused().is_some_and(|claim| &*claim.label == "statement"), "the claim keeps the focus");
}

#[test]
fn words_that_name_no_choice_are_the_evidence_of_the_one_that_is_said_next() {
    let mut window = claim();
    window.press("Alt+3");
    let line = window.harness.get_all_by_role(Role::Paragraph).next().unwrap().rect();
    window.double_click(egui::pos2(line.left() + line.width() * 0.72, line.top() + 12.0));
    assert_eq!(frame(&window), Vec::<String>::new(), "nothing is said that nobody said");
    assert!(told(&window, "Now say what these words show of Epistemic status"));
    window.press("2");
    let all = frame(&window);
    assert!(all[0].starts_with("epistemic: true-uncertain “"), "{all:?}");
    window.press("Ctrl+Z");
    assert_eq!(frame(&window), Vec::<String>::new(), "one step of undo");
}

#[test]
fn author_and_unknown_are_one_key_each_and_enter_goes_on() {
    let mut window = claim();
    window.press("Alt+1 a Enter u Enter Enter Enter");
    assert_eq!(frame(&window), ["claimer: author", "affiliation: unknown"]);
    assert_eq!(&*window.harness.state().session().pointing().unwrap().attribute, "topic");
    window.press("Ctrl+D");
    assert!(frame(&window)[2].starts_with("topic: "), "the word at the caret: {:?}", frame(&window));
    window.press("Escape");
    assert!(window.harness.state().session().pointing().is_none());
    // The letters are those of labels again.
    window.press("Ctrl+Home Ctrl+D 2");
    assert!(window.marked().contains("[organization: The]"));
}

#[test]
fn words_that_are_selected_already_fill_the_field_at_once() {
    let mut window = claim();
    window.press("Ctrl+Home Ctrl+ArrowRight Shift+Ctrl+ArrowRight Alt+1");
    let all = frame(&window);
    assert!(all[0].starts_with("claimer: minister “"), "{all:?}");
}

#[test]
fn a_claim_within_a_claim_is_offered_the_link_that_quotes_it() {
    let mut window = claim();
    window.press("Escape Escape Ctrl+Home Ctrl+ArrowRight Ctrl+ArrowRight Ctrl+ArrowRight");
    window.press("Shift+Ctrl+ArrowRight Shift+Ctrl+ArrowRight d");
    assert!(told(&window, "It lies within"), "{}", window.marked());
    window.press("Ctrl+Alt+L");
    assert!(told(&window, "← Quotes"));
    assert!(!told(&window, "It lies within"), "it is linked now");
    let article = window.harness.state().session().article().unwrap();
    let link = article.set().relations().next().unwrap();
    assert_eq!(&*article.set().get(&link.from).unwrap().label, "statement", "the outer one quotes");
    window.press("Ctrl+Z");
    assert!(told(&window, "It lies within"));
}

#[test]
fn fields_of_any_schema_have_keys_and_are_seen_whole() {
    let schema = r#"{"format": "tippani/workspace", "version": 1, "labels": [
        {"id": "say", "kind": "claim", "name": "Say", "colour": "blue", "key": "c", "attributes": ["sure", "tone", "many"]}],
        "attributes": [{"id": "sure", "name": "Whether the speaker is sure of what is said", "type": "flag", "evidence": true},
        {"id": "tone", "name": "Tone", "type": "multi-choice", "options": [{"id": "warm", "name": "Warm"}, {"id": "cold", "name": "Cold"}]},
        {"id": "many", "name": "How many", "type": "number", "evidence": true}], "relations": []}"#;
    let mut window = Window::on(&[("a.txt", "At least 12 are cold\n"), ("tippani.json", schema)]);
    window.wait("the schema", |w| w.harness.state().session().schema().labels.len() == 1);
    window.press("Ctrl+Home Ctrl+Shift+S c Alt+1 y Enter 1 2 1 Enter");
    window.press("Ctrl+Home Ctrl+ArrowRight Ctrl+ArrowRight ArrowRight Ctrl+D");
    let all = frame(&window);
    assert_eq!(all, ["sure: Flag(true)", "tone: Many([\"cold\"])", "many: Number(12.0) “12”"]);
    let name = window.harness.get_by_label("Whether the speaker is sure of what is said").rect();
    let inspector = window.harness.get_by_role_and_label(Role::Button, "Claims").rect();
    assert!(name.width() > 200.0 || name.height() > 30.0, "{name} is not cut, beside {inspector}");
}
