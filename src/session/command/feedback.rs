//! What reviewers decided otherwise than the annotator, answers to it, and articles that are returned.

use super::Step;
use crate::model::Annotator;
use crate::session::{Effect, Now, Session};

/// What reviewers decided otherwise than the annotator, answers to it, and articles that are returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackCommand {
    /// Shows all there is; asked for anew where it is shown already.
    Show,
    /// Leaves it.
    Leave,
    /// Looks at the n-th.
    Go(usize),
    /// Looks at the next or previous.
    Step(Step),
    /// Takes over what the reviewer decided, in place of one's own.
    TakeOver,
    /// Keeps one's own, and says why.
    Answer(String),
    /// Returns the article on screen to annotators, as a reviewer.
    Return {
        /// To whom.
        annotators: Vec<Annotator>,
        /// Why.
        comment: String,
    },
    /// Hands the article on screen back to who returned it.
    HandBack,
}

impl FeedbackCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Show => session.ask_feedback(),
            Self::Leave => session.leave_feedback(),
            Self::Go(at) => session.go_to_feedback(at),
            Self::Step(step) => session.step_feedback(step),
            Self::TakeOver => session.take_correction(now),
            Self::Answer(text) => session.answer_feedback(&text, now),
            Self::Return { annotators, comment } => session.return_article(&annotators, &comment, now),
            Self::HandBack => session.hand_back(now),
        }
    }
}
