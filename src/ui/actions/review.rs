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
        name: "Review all articles",
        keys: &["Ctrl+R"],
        description: "Go through what others annotated, in all articles",
        run: Run::Session(|session| {
            session.library()?;
            let annotators = session.annotators_to_review();
            (!annotators.is_empty()).then_some(Command::Review(ReviewCommand::StartReview { annotators, only: None, labels: None }))
        }),
        repeats: true,
        ..ROW
    };
    REVIEW_ARTICLE = Action {
        name: "Review this article",
        keys: &["Ctrl+Shift+R"],
        description: "Go through what others annotated here",
        run: Run::Session(|session| {
            let only = Some(vec![session.article()?.document().file.clone()]);
            let annotators = session.annotators_to_review();
            (!annotators.is_empty()).then_some(Command::Review(ReviewCommand::StartReview { annotators, only, labels: None }))
        }),
        repeats: true,
        ..ROW
    };
    LEAVE_REVIEW = Action {
        name: "End review",
        description: "Verdicts stay; it goes on where it stopped",
        run: Run::Session(leave_review),
        ..ROW
    };
    ACCEPT = Action {
        name: "Accept",
        keys: &["A"],
        description: "It is right; what others have instead is not",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Accepted)))),
        begins_group: true,
        ..ITEM
    };
    ACCEPT_ALL = Action {
        name: "Accept all",
        keys: &["B"],
        description: "Every version of it is right",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::AcceptAll))),
        ..ITEM
    };
    REJECT = Action {
        name: "Reject",
        keys: &["R"],
        description: "It is wrong",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Rejected)))),
        ..ITEM
    };
    QUESTION = Action {
        name: "Question",
        keys: &["Q"],
        description: "To be talked over",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::Decide(Verdict::Question)))),
        ..ITEM
    };
    NOTHING_HERE = Action {
        name: "Nothing here",
        keys: &["X"],
        description: "Nothing belongs here: all versions are wrong",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::RejectAll))),
        ..ITEM
    };
    EDIT_ITEM = Action {
        name: "Edit a copy",
        keys: &["E"],
        description: "Take it into your own annotations and change it there",
        run: Run::Session(|session| item(session).map(|_| Command::Review(ReviewCommand::EditItem))),
        ..ITEM
    };
    COMMENT = Action {
        name: "Comment",
        keys: &["C"],
        description: "Say why",
        run: Run::window(|session| item(session).is_some(), |panels, _| panels.review.focus_comment()),
        ..ITEM
    };
    OTHER_VERSION = Action {
        name: "Show next version",
        keys: &["V"],
        description: "Look at what another annotator has here; 1 to 9 choose a version",
        run: Run::Session(|session| {
            item(session).filter(|item| item.present().count() > 1).map(|_| Command::Review(ReviewCommand::StepMember))
        }),
        begins_group: true,
        ..ITEM
    };
    NEXT_ITEM = Action {
        name: "Next in the queue",
        keys: &["N"],
        description: "Leave it for later",
        run: Run::Session(|session| step(session, Step::Next)),
        repeats: true,
        ..ITEM
    };
    PREVIOUS_ITEM = Action {
        name: "Previous in the queue",
        keys: &["P"],
        description: "Go back to it",
        run: Run::Session(|session| step(session, Step::Previous)),
        repeats: true,
        ..ITEM
    };
    AGREEMENT = Action {
        name: "Agreement",
        keys: &["Ctrl+Shift+A"],
        description: "How far annotators agree, and where they do not",
        run: Run::window(
            |session| session.library().is_some_and(|library| library.annotators().len() > 1),
            |panels, drawing| panels.show_overview(Some(OverviewPart::Agreement), drawing),
        ),
        ..ROW
    };
    SCORES = Action {
        name: "How good everybody is…",
        description: "Precision, recall and F₁ against gold or anybody, and what was done otherwise",
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
        name: "Progress by annotator",
        description: "Who has done which article, and how many are annotated twice",
        run: Run::window(has_library, |panels, drawing| {
            panels.show_overview(Some(OverviewPart::Progress), drawing);
        }),
        ..ROW
    };
    MEASURE_PACE = Action {
        name: "Measure my pace",
        description: "Count the time you annotate; it stays on this computer, and Progress by annotator shows it to you",
        run: Run::window(always, |_, drawing| drawing.look.measures_pace = !drawing.look.measures_pace),
        is_on: Some(|_, look| look.measures_pace),
        ..ROW
    };
    TAKE_AGREED = Action {
        name: "Accept all unanimous annotations…",
        description: "Copy what all who are shown agree about in this article into your own annotations",
        run: Run::window(
            |session| session.article().is_some() && session.shown_annotators().len() > 1,
            |panels, drawing| panels.floating = Floating::Agreed(Agreed::new(drawing.session)),
        ),
        begins_group: true,
        ..ROW
    };
    FILL_GOLD = Action {
        name: "Fill gold…",
        description: "Take what is accepted, what is agreed, and the rest by a rule, into the gold sets of all articles",
        run: Run::window(
            |session| session.library().is_some() && session.is_gold(),
            |panels, drawing| panels.floating = Floating::Fill(Box::new(FillDialog::new(drawing.session))),
        ),
        ..ROW
    };
    BLIND = Action {
        name: "Blind mode (hide names and others’ marks)",
        description: "Hide names, and others’ marks while you annotate",
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
    item(session).map(|_| Command::Review(ReviewCommand::StepReview(step)))
}

fn item(session: &Session) -> Option<&ReviewItem> {
    session.review().and_then(Review::item)
}
