//! Moving about.

use super::{Action, Menu, Run, always, has_article, has_library};
use crate::session::{Command, SelectCommand, Session, Step};
use crate::text::Granularity;
use crate::ui::marks_here::MarksHere;
use crate::ui::panels::Panels;

const ROW: Action = Action::of(Menu::Go);

rows! {
    NEXT_ANNOTATION = Action {
        keys: &["Tab"],
        run: Run::Session(|session| step_focus(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    PREVIOUS_ANNOTATION = Action {
        keys: &["Shift+Tab"],
        run: Run::Session(|session| step_focus(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    MARKS_HERE = Action {
        keys: &["Ctrl+Shift+J"],
        run: Run::window(|session| MarksHere::at_caret(session, None).is_some(), Panels::list_here),
        ..ROW
    };
    NEXT_ARTICLE = Action {
        keys: &["Ctrl+PageDown", "Alt+ArrowDown"],
        run: Run::window(has_library, |panels, drawing| panels.library.step(drawing, Step::Next)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    PREVIOUS_ARTICLE = Action {
        keys: &["Ctrl+PageUp", "Alt+ArrowUp"],
        run: Run::window(has_library, |panels, drawing| panels.library.step(drawing, Step::Previous)),
        repeats: true,
        ..ROW
    };
    FILTER_ARTICLES = Action {
        keys: &["Ctrl+P"],
        run: Run::window(has_library, Panels::filter_articles),
        ..ROW
    };
    CLAIMS = Action {
        keys: &["Ctrl+Shift+4"],
        run: Run::window(has_library, |panels, _| panels.toggle_claims()),
        begins_group: true,
        ..ROW
    };
    NEXT_REGION = Action {
        keys: &["F6"],
        run: Run::window(always, |panels, drawing| panels.go_to_region(drawing, true)),
        begins_group: true,
        ..ROW
    };
    PREVIOUS_REGION = Action {
        keys: &["Shift+F6"],
        run: Run::window(always, |panels, drawing| panels.go_to_region(drawing, false)),
        ..ROW
    };
    MENUS = Action {
        keys: &["F10"],
        run: Run::window(always, |panels, drawing| panels.go_to_menus(drawing)),
        ..ROW
    };
    INSPECTOR_AND_BACK = Action {
        keys: &["Ctrl+F6"],
        run: Run::window(has_article, Panels::switch_keys),
        ..ROW
    };
    SELECT_WORD = Action {
        keys: &["Ctrl+D"],
        run: Run::Session(|session| select(session, Granularity::Word)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    SELECT_SENTENCE = Action {
        keys: &["Ctrl+Shift+S"],
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
