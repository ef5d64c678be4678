//! Finding words in the open article.

use super::Step;
use crate::session::{Effect, Now, Session};

/// Finding words in the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchCommand {
    /// Looks for words in the article; empty words end the search.
    Search(String),
    /// Goes to the next or previous place found.
    StepSearch(Step),
}

impl SearchCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::Search(query) => session.search(query),
            Self::StepSearch(step) => session.step_search(step),
        }
    }
}
