//! Undo, find, the schema.

use super::{Action, Menu, Run, has_article, has_library, has_selection};
use crate::session::{AnnotateCommand, Command, OpenArticle, SchemaCommand, SearchCommand, Session, Step};
use crate::ui::find_bar::FindBar;
use crate::ui::floating::Floating;
use crate::ui::schema_editor::SchemaEditor;

const ROW: Action = Action::of(Menu::Edit);

rows! {
    UNDO = Action {
        name: "Undo",
        keys: &["Ctrl+Z"],
        description: "Take the last change back",
        run: Run::Session(|session| session.undo_name().map(|_| Command::Annotate(AnnotateCommand::Undo))),
        object: Some(Session::undo_name),
        repeats: true,
        edits_text: true,
        ..ROW
    };
    REDO = Action {
        name: "Redo",
        keys: &["Ctrl+Shift+Z", "Ctrl+Y"],
        description: "Do the change again that was taken back",
        run: Run::Session(|session| redo_name(session).map(|_| Command::Annotate(AnnotateCommand::Redo))),
        object: Some(redo_name),
        repeats: true,
        edits_text: true,
        ..ROW
    };
    COPY = Action {
        name: "Copy",
        keys: &["Ctrl+C"],
        description: "Copy the selected text",
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
        name: "Find…",
        keys: &["Ctrl+F"],
        description: "Find words in the article, however they are encoded",
        run: Run::window(has_article, |panels, drawing| {
            let session = drawing.session;
            panels.find.get_or_insert_with(|| FindBar::new(session)).focus(session);
        }),
        begins_group: true,
        ..ROW
    };
    FIND_NEXT = Action {
        name: "Find next",
        keys: &["F3", "Ctrl+G"],
        description: "Go to the next place found",
        run: Run::Session(|session| step_search(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    FIND_PREVIOUS = Action {
        name: "Find previous",
        keys: &["Shift+F3", "Ctrl+Shift+G"],
        description: "Go to the place found before",
        run: Run::Session(|session| step_search(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    EDIT_SCHEMA = Action {
        name: "Labels and attributes…",
        keys: &["Ctrl+,"],
        description: "Change what can be annotated in this workspace",
        run: Run::window(has_library, |panels, drawing| {
            let editor = SchemaEditor::new(drawing.session.schema());
            panels.floating = Floating::Schema(Box::new(editor));
        }),
        begins_group: true,
        ..ROW
    };
    UNDO_SCHEMA = Action {
        name: "Undo schema change",
        description: "Take the last change of labels and attributes back",
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
