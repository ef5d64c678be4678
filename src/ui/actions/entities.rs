//! Saying who mentions are of.

use super::{Action, Menu, Run, WindowAction, has_library};
use crate::session::{Command, EntityCommand, Session, Step};
use crate::ui::entities::{EntityTransfer, EntityTransferDialog, OccurrencesDialog};
use crate::ui::floating::Floating;

const ROW: Action = Action::of(Menu::Annotate);

rows! {
    LINK_ENTITY = Action {
        keys: &["Ctrl+K"],
        run: Run::Window(WindowAction {
            possible: |session| session.can_annotate() && session.link_target().is_some(),
            run: |panels, drawing| {
                if let Some(target) = drawing.session.link_target() {
                    panels.pick_entity(drawing, target);
                }
            },
            hint: Some("LINK_ENTITY.hint"),
        }),
        begins_group: true,
        ..ROW
    };
    NEXT_SUGGESTION = Action {
        keys: &["F7"],
        run: Run::Session(|session| step_suggestion(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    PREVIOUS_SUGGESTION = Action {
        keys: &["Shift+F7"],
        run: Run::Session(|session| step_suggestion(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    ACCEPT_SUGGESTION = Action {
        keys: &["F8"],
        run: Run::Session(|session| on_suggestion(session, EntityCommand::AcceptSuggestion)),
        ..ROW
    };
    REJECT_SUGGESTION = Action {
        keys: &["F9"],
        run: Run::Session(|session| on_suggestion(session, EntityCommand::RejectSuggestion)),
        ..ROW
    };
    TAG_OCCURRENCES = Action {
        keys: &["Ctrl+Shift+D"],
        run: Run::Window(WindowAction {
            possible: Session::can_find_occurrences,
            run: |panels, drawing| {
                drawing.out.run(EntityCommand::FindOccurrences { in_workspace: false });
                panels.floating = Floating::Occurrences(OccurrencesDialog::default());
            },
            hint: Some("TAG_OCCURRENCES.hint"),
        }),
        ..ROW
    };
    IMPORT_ENTITIES = Action {
        run: Run::window(has_library, |panels, _| {
            let dialog = EntityTransferDialog::new(EntityTransfer::Import);
            panels.floating = Floating::EntityTransfer(dialog);
        }),
        ..ROW
    };
    EXPORT_ENTITIES = Action {
        run: Run::window(has_library, |panels, _| {
            let dialog = EntityTransferDialog::new(EntityTransfer::Export);
            panels.floating = Floating::EntityTransfer(dialog);
        }),
        ..ROW
    };
    UNDO_ENTITIES = Action {
        run: Run::Session(|session| {
            session.entity_undo_name().map(|_| Command::Entities(EntityCommand::Undo))
        }),
        object: Some(Session::entity_undo_name),
        ..ROW
    };
    REDO_ENTITIES = Action {
        run: Run::Session(|session| {
            session.entity_redo_name().map(|_| Command::Entities(EntityCommand::Redo))
        }),
        object: Some(Session::entity_redo_name),
        ..ROW
    };
}

fn step_suggestion(session: &Session, step: Step) -> Option<Command> {
    let can_have = session.article().is_some() && session.can_annotate();
    can_have.then_some(Command::Entities(EntityCommand::StepSuggestion(step)))
}

fn on_suggestion(session: &Session, command: EntityCommand) -> Option<Command> {
    session.has_suggestion().then_some(Command::Entities(command))
}
