//! What reviewers decided otherwise, for those whose work it is.

use super::{Action, Menu, Run};
use crate::session::{Command, FeedbackCommand, FeedbackList, Session};
use crate::ui::floating::Floating;
use crate::ui::review::ReturnDialog;

const ROW: Action = Action::of(Menu::Review);
/// What is done with the feedback that is looked at.
const ITEM: Action = Action { is_of_item: true, ..ROW };

rows! {
    FEEDBACK = Action {
        keys: &["Ctrl+Shift+F"],
        run: Run::Session(|session| {
            session.library()?;
            let command = if session.feedback().is_some() { FeedbackCommand::Leave } else { FeedbackCommand::Show };
            session.annotator().map(|_| Command::Feedback(command))
        }),
        is_on: Some(|session, _| session.feedback().is_some()),
        begins_group: true,
        ..ROW
    };
    LEAVE_FEEDBACK = Action {
        run: Run::Session(leave_feedback),
        ..ROW
    };
    TAKE_OVER = Action {
        keys: &["T"],
        run: Run::Session(|session| one(session).map(|()| Command::Feedback(FeedbackCommand::TakeOver))),
        ..ITEM
    };
    KEEP_MINE = Action {
        keys: &["K"],
        run: Run::window(|session| one(session).is_some(), |panels, _| panels.feedback.focus_answer()),
        ..ITEM
    };
    RETURN_ARTICLE = Action {
        run: Run::window(
            |session| session.can_annotate() && session.annotator().is_some() && !session.others().is_empty(),
            |panels, drawing| {
                if let Some(dialog) = ReturnDialog::open(drawing.session) {
                    panels.floating = Floating::Return(dialog);
                }
            },
        ),
        begins_group: true,
        ..ROW
    };
    HAND_BACK = Action {
        run: Run::Session(|session| {
            let returned = session.returned_by(&session.article()?.document().file);
            let is_possible = session.can_annotate() && !returned.is_empty();
            is_possible.then_some(Command::Feedback(FeedbackCommand::HandBack))
        }),
        ..ROW
    };
}

/// Closes the feedback, where it is shown.
pub(in crate::ui) fn leave_feedback(session: &Session) -> Option<Command> {
    session.feedback().map(|_| Command::Feedback(FeedbackCommand::Leave))
}

fn one(session: &Session) -> Option<()> {
    session.feedback().and_then(FeedbackList::current).map(|_| ())
}
