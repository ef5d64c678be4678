//! Looking at what others annotated.

use super::{Action, Menu, Run, always, has_library};
use crate::analysis::ReviewItem;
use crate::model::Verdict;
use crate::session::{Command, FeedbackCommand, Review, ReviewCommand, Session, Step};
use crate::ui::floating::Floating;
use crate::ui::overview::{OverviewPart, ScoresDialog};
use crate::ui::review::{Agreed, FillDialog};

const ROW: Action = Action::of(Menu::Review);
/// What is done on the item of a review.
const ITEM: Action = Action { is_of_item: true, ..ROW };

rows! {
    START_REVIEW = Action {
        keys: &["Ctrl+R"],
        run: Run::Session(|session| {
            session.library()?;
            let annotators = session.annotators_to_review();
            (!annotators.is_empty()).then_some(Command::Review(ReviewCommand::StartReview { annotators, only: None, cases: None }))
        }),
        repeats: true,
        ..ROW
    };
    REVIEW_ARTICLE = Action {
        keys: &["Ctrl+Shift+R"],
        run: Run::Session(|session| {
            let only = Some(vec![session.article()?.document().file.clone()]);
            let annotators = session.annotators_to_review();
            (!annotators.is_empty()).then_some(Command::Review(ReviewCommand::StartReview { annotators, only, cases: None }))
        }),
        repeats: true,
        ..ROW
    };
    LEAVE_REVIEW = Action {
        run: Run::Session(leave_review),
        ..ROW
    };
    ACCEPT = Action {
        keys: &["A"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Accepted)))),
        begins_group: true,
        ..ITEM
    };
    ACCEPT_ALL = Action {
        keys: &["B"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::AcceptAll))),
        ..ITEM
    };
    REJECT = Action {
        keys: &["R"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Rejected)))),
        ..ITEM
    };
    QUESTION = Action {
        keys: &["Q"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Question)))),
        ..ITEM
    };
    NOTHING_HERE = Action {
        keys: &["X"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::RejectAll))),
        ..ITEM
    };
    EDIT_ITEM = Action {
        keys: &["E"],
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::EditItem))),
        ..ITEM
    };
    COMMENT = Action {
        keys: &["C"],
        run: Run::window(|session| item(session).is_some(), |panels, _| panels.review.focus_comment()),
        ..ITEM
    };
    OTHER_VERSION = Action {
        keys: &["V"],
        run: Run::Session(|session| {
            item(session).filter(|item| item.present().count() > 1).map(|_| Command::Review(ReviewCommand::StepMember))
        }),
        begins_group: true,
        ..ITEM
    };
    NEXT_ITEM = Action {
        keys: &["N"],
        run: Run::Session(|session| step(session, Step::Next)),
        repeats: true,
        ..ITEM
    };
    PREVIOUS_ITEM = Action {
        keys: &["P"],
        run: Run::Session(|session| step(session, Step::Previous)),
        repeats: true,
        ..ITEM
    };
    AGREEMENT = Action {
        keys: &["Ctrl+Shift+A"],
        run: Run::window(
            |session| session.library().is_some_and(|library| library.annotators().len() > 1),
            |panels, drawing| panels.show_overview(Some(OverviewPart::Agreement), drawing),
        ),
        ..ROW
    };
    SCORES = Action {
        run: Run::window(
            |session| session.library().is_some_and(|library| library.annotators().len() > 1),
            |panels, drawing| {
                if let Some(dialog) = ScoresDialog::new(drawing) {
                    panels.floating = Floating::Scores(dialog);
                }
            },
        ),
        ..ROW
    };
    PROGRESS = Action {
        run: Run::window(has_library, |panels, drawing| {
            panels.show_overview(Some(OverviewPart::Progress), drawing);
        }),
        ..ROW
    };
    MEASURE_PACE = Action {
        run: Run::window(always, |_, drawing| drawing.look.measures_pace = !drawing.look.measures_pace),
        is_on: Some(|_, look| look.measures_pace),
        ..ROW
    };
    TAKE_AGREED = Action {
        run: Run::window(
            |session| session.can_annotate() && session.shown_annotators().len() > 1,
            |panels, drawing| {
                if let Some(dialog) = Agreed::open(drawing.session) {
                    panels.floating = Floating::Agreed(dialog);
                }
            },
        ),
        begins_group: true,
        ..ROW
    };
    FILL_GOLD = Action {
        run: Run::window(
            |session| session.library().is_some() && session.is_gold() && session.other_writer().is_none(),
            |panels, drawing| panels.floating = Floating::Fill(Box::new(FillDialog::new(drawing.session))),
        ),
        ..ROW
    };
    BLIND = Action {
        run: Run::Session(|session| session.library().map(|_| Command::Review(ReviewCommand::SetBlind(!session.is_blind())))),
        is_on: Some(|session, _| session.is_blind()),
        begins_group: true,
        ..ROW
    };
}

/// Ends the review, where there is one.
pub(in crate::ui) fn leave_review(session: &Session) -> Option<Command> {
    session.review().map(|_| Command::Review(ReviewCommand::EndReview))
}

/// On in the queue, or in the feedback.
fn step(session: &Session, step: Step) -> Option<Command> {
    if session.feedback().is_some_and(|list| !list.all().is_empty()) {
        return Some(Command::Feedback(FeedbackCommand::Step(step)));
    }
    // Also past one that is not at hand yet.
    let review = session.review().filter(|review| !review.is_empty());
    review.map(|_| Command::Review(ReviewCommand::StepReview(step)))
}

fn item(session: &Session) -> Option<&ReviewItem> {
    session.review().and_then(Review::item)
}
