//! Undo, find, the schema.

use super::{Action, Menu, Run, has_article, has_library, has_selection};
use crate::session::{AnnotateCommand, Command, OpenArticle, SchemaCommand, SearchCommand, Session, Step};
use crate::ui::floating::Floating;
use crate::ui::schema_editor::SchemaEditor;

const ROW: Action = Action::of(Menu::Edit);

rows! {
    UNDO = Action {
        keys: &["Ctrl+Z"],
        run: Run::Session(|session| session.undo_name().map(|_| Command::Annotate(AnnotateCommand::Undo))),
        object: Some(Session::undo_name),
        repeats: true,
        edits_text: true,
        ..ROW
    };
    REDO = Action {
        keys: &["Ctrl+Shift+Z", "Ctrl+Y"],
        run: Run::Session(|session| redo_name(session).map(|_| Command::Annotate(AnnotateCommand::Redo))),
        object: Some(redo_name),
        repeats: true,
        edits_text: true,
        ..ROW
    };
    COPY = Action {
        keys: &["Ctrl+C"],
        run: Run::window(has_selection, |_, drawing| {
            let article = drawing.session.article();
            let selected = article.and_then(|article| {
                let text = &article.document().text;
                Some(text.slice(article.selection().span(text)?))
            });
            if let Some(words) = selected {
                drawing.ctx.copy_text(words.to_owned());
            }
        }),
        edits_text: true,
        begins_group: true,
        ..ROW
    };
    FIND = Action {
        keys: &["Ctrl+F"],
        run: Run::window(has_article, |panels, drawing| {
            panels.open_find(drawing.session);
        }),
        begins_group: true,
        ..ROW
    };
    FIND_NEXT = Action {
        keys: &["F3", "Ctrl+G"],
        run: Run::Session(|session| step_search(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    FIND_PREVIOUS = Action {
        keys: &["Shift+F3", "Ctrl+Shift+G"],
        run: Run::Session(|session| step_search(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    EDIT_SCHEMA = Action {
        keys: &["Ctrl+,"],
        run: Run::window(has_library, |panels, drawing| {
            let editor = SchemaEditor::new(drawing.session);
            panels.floating = Floating::Schema(Box::new(editor));
        }),
        begins_group: true,
        ..ROW
    };
    UNDO_SCHEMA = Action {
        run: Run::Session(|session| session.can_undo_schema().then_some(Command::Schema(SchemaCommand::UndoSchema))),
        ..ROW
    };
}

fn redo_name(session: &Session) -> Option<&str> {
    session.redo_name()
}

fn step_search(session: &Session, step: Step) -> Option<Command> {
    let search = session.article().map(OpenArticle::search)?;
    (!search.found().is_empty()).then_some(Command::Search(SearchCommand::StepSearch(step)))
}
