//! Saying who mentions are of.

use super::{Action, Menu, Run, WindowAction, has_library};
use crate::session::{Command, EntityCommand, Session, Step};
use crate::ui::entities::{EntityTransfer, EntityTransferDialog, OccurrencesDialog};
use crate::ui::floating::Floating;

const ROW: Action = Action::of(Menu::Annotate);

rows! {
    LINK_ENTITY = Action {
        name: "Link to an entity…",
        keys: &["Ctrl+K"],
        description: "Say who or what the mention, or the claimer, is: entities whose names sound alike are offered",
        run: Run::Window(WindowAction {
            possible: |session| session.can_annotate() && session.link_target().is_some(),
            run: |panels, drawing| {
                if let Some(target) = drawing.session.link_target() {
                    panels.pick_entity(drawing, target);
                }
            },
            hint: Some("Click a mention first, or press Tab to walk to one"),
        }),
        begins_group: true,
        ..ROW
    };
    NEXT_SUGGESTION = Action {
        name: "Next suggested link",
        keys: &["F7"],
        description: "Go to the next mention that fits an entity and is linked to none: dots under it say so",
        run: Run::Session(|session| step_suggestion(session, Step::Next)),
        repeats: true,
        ..ROW
    };
    PREVIOUS_SUGGESTION = Action {
        name: "Previous suggested link",
        keys: &["Shift+F7"],
        description: "Go to the mention before that fits an entity",
        run: Run::Session(|session| step_suggestion(session, Step::Previous)),
        repeats: true,
        ..ROW
    };
    ACCEPT_SUGGESTION = Action {
        name: "Accept suggested link",
        keys: &["F8"],
        description: "Link the mention to the entity that is suggested for it, and go on to the next",
        run: Run::Session(|session| on_suggestion(session, EntityCommand::AcceptSuggestion)),
        ..ROW
    };
    REJECT_SUGGESTION = Action {
        name: "Reject suggested link",
        keys: &["F9"],
        description: "It is somebody else: these words are not suggested for that entity again",
        run: Run::Session(|session| on_suggestion(session, EntityCommand::RejectSuggestion)),
        ..ROW
    };
    TAG_OCCURRENCES = Action {
        name: "Tag every occurrence…",
        keys: &["Ctrl+Shift+D"],
        description: "Find the mention everywhere, inflected and in other spellings, and tag what is ticked",
        run: Run::Window(WindowAction {
            possible: Session::can_find_occurrences,
            run: |panels, drawing| {
                drawing.out.run(EntityCommand::FindOccurrences { in_workspace: false });
                panels.floating = Floating::Occurrences(OccurrencesDialog::default());
            },
            hint: Some("Click a mention first, or press Tab to walk to one"),
        }),
        ..ROW
    };
    IMPORT_ENTITIES = Action {
        name: "Import entities…",
        description: "Read entities of other tools into your part of the registry: CSV, JSON Lines, SKOS",
        run: Run::window(has_library, |panels, _| {
            let dialog = EntityTransferDialog::new(EntityTransfer::Import);
            panels.floating = Floating::EntityTransfer(dialog);
        }),
        ..ROW
    };
    EXPORT_ENTITIES = Action {
        name: "Export entities…",
        description: "Write everybody’s entities for other tools: CSV, JSON Lines, SKOS",
        run: Run::window(has_library, |panels, _| {
            let dialog = EntityTransferDialog::new(EntityTransfer::Export);
            panels.floating = Floating::EntityTransfer(dialog);
        }),
        ..ROW
    };
    UNDO_ENTITIES = Action {
        name: "Undo entity change",
        description: "Take back what was done last to entities: made, renamed, merged, split",
        run: Run::Session(|session| {
            session.entity_undo_name().map(|_| Command::Entities(EntityCommand::Undo))
        }),
        object: Some(Session::entity_undo_name),
        ..ROW
    };
    REDO_ENTITIES = Action {
        name: "Redo entity change",
        description: "Do again what was taken back of entities",
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
