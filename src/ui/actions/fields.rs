//! Filling the fields of the focused annotation, each by its number.

use super::{Action, Menu, Run};
use crate::session::{Command, FrameCommand, Session};

/// A row for a field.
macro_rules! field {
    ($keys:literal, $number:literal) => {
        Action {
            keys: &[$keys],
            run: Run::Session(|session| fill(session, $number)),
            object: Some(|session| name(session, $number)),
            ..Action::of(Menu::Annotate)
        }
    };
}

rows! {
    FIELD_1 = Action { begins_group: true, ..field!("Alt+1", 0) };
    FIELD_2 = field!("Alt+2", 1);
    FIELD_3 = field!("Alt+3", 2);
    FIELD_4 = field!("Alt+4", 3);
    FIELD_5 = field!("Alt+5", 4);
    FIELD_6 = field!("Alt+6", 5);
    FIELD_7 = field!("Alt+7", 6);
    FIELD_8 = field!("Alt+8", 7);
    FIELD_9 = field!("Alt+9", 8);
}

fn fill(session: &Session, number: usize) -> Option<Command> {
    session.field(number).filter(|_| session.can_annotate())?;
    Some(Command::Frame(FrameCommand::Fill(number)))
}

fn name(session: &Session, number: usize) -> Option<&str> {
    session.field(number).map(|spec| &*spec.name)
}

/// The action of a field by its number, from nought.
pub(in crate::ui) fn of(number: usize) -> Option<&'static Action> {
    ROWS.get(number).copied()
}
