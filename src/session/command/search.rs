//! Finding words in the open article.

use super::Step;
use crate::analysis::FoldRule;
use crate::session::{Effect, Now, Session};

/// Finding words in the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchCommand {
    /// Looks for words in the article and goes to where they stand; empty words end the search in every article.
    Search(String),
    /// Looks for words in the article, and goes nowhere.
    LookFor(String),
    /// Goes to the next or previous place found.
    StepSearch(Step),
    /// Takes two writings for the same from now on, or tells them apart.
    SetFoldRule {
        /// Which.
        rule: FoldRule,
        /// Whether they are the same.
        is_on: bool,
    },
}

impl SearchCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::Search(query) => session.search(query),
            Self::LookFor(query) => session.look_for(query),
            Self::StepSearch(step) => session.step_search(step),
            Self::SetFoldRule { rule, is_on } => session.set_fold_rule(rule, is_on),
        }
    }
}
