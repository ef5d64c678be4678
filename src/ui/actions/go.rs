//! Moving about.

use super::{Action, Menu, Run, has_article, has_library};
use crate::session::{Command, SelectCommand, Session, Step};
use crate::text::Granularity;
use crate::ui::marks_here::MarksHere;
use crate::ui::panels::Panels;

const ROW: Action = Action::of(Menu::Go);

rows! {
    NEXT_ANNOTATION = Action {
        name: "Next annotation",
        keys: &["Tab"],
        description: "Focus the annotation after this one",
        run: Run::Session(|session| step_focus(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    PREVIOUS_ANNOTATION = Action {
        name: "Previous annotation",
        keys: &["Shift+Tab"],
        description: "Focus the annotation before this one",
        run: Run::Session(|session| step_focus(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    MARKS_HERE = Action {
        name: "Annotations here…",
        keys: &["Ctrl+Shift+J"],
        description: "List all annotations over the focused one or the caret, and go to one of them",
        run: Run::window(|session| MarksHere::at_caret(session, None).is_some(), Panels::list_here),
        ..ROW
    };
    NEXT_ARTICLE = Action {
        name: "Next article",
        keys: &["Ctrl+PageDown", "Alt+ArrowDown"],
        description: "Open the article below this one in the list",
        run: Run::window(has_library, |panels, drawing| panels.library.step(drawing, Step::Next)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    PREVIOUS_ARTICLE = Action {
        name: "Previous article",
        keys: &["Ctrl+PageUp", "Alt+ArrowUp"],
        description: "Open the article above this one in the list",
        run: Run::window(has_library, |panels, drawing| panels.library.step(drawing, Step::Previous)),
        repeats: true,
        ..ROW
    };
    FILTER_ARTICLES = Action {
        name: "Filter articles…",
        keys: &["Ctrl+P"],
        description: "Find an article by its name or first line; Enter opens it",
        run: Run::window(has_library, Panels::filter_articles),
        ..ROW
    };
    CLAIMS = Action {
        name: "Claims of the workspace",
        keys: &["Ctrl+Shift+4"],
        description: "All claims with what links them: groups, who said it first, sentences beside each other",
        run: Run::window(has_library, |panels, _| panels.toggle_claims()),
        begins_group: true,
        ..ROW
    };
    INSPECTOR_AND_BACK = Action {
        name: "To the inspector and back",
        keys: &["F6"],
        description: "Give the keyboard to the inspector, or from there back to the text",
        run: Run::window(has_article, Panels::switch_keys),
        begins_group: true,
        ..ROW
    };
    SELECT_WORD = Action {
        name: "Select word",
        keys: &["Ctrl+D"],
        description: "Select the word at the caret",
        run: Run::Session(|session| select(session, Granularity::Word)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    SELECT_SENTENCE = Action {
        name: "Select sentence",
        keys: &["Ctrl+Shift+S"],
        description: "Select the sentence at the caret",
        run: Run::Session(|session| select(session, Granularity::Sentence)),
        repeats: true,
        ..ROW
    };
}

fn step_focus(session: &Session, step: Step) -> Option<Command> {
    let annotations = session.article()?.set().annotations();
    (!annotations.is_empty()).then_some(Command::Select(SelectCommand::StepFocus(step)))
}

/// Selects the word or sentence at the caret.
fn select(session: &Session, granularity: Granularity) -> Option<Command> {
    let at = session.article()?.selection().head;
    Some(Command::Select(SelectCommand::SelectSegment { at, granularity }))
}
