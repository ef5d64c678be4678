//! Who has done which article.

use std::sync::Arc;

use super::counts::SetCounts;
use crate::model::{Annotator, State};

/// How far one annotator is with one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Who.
    pub annotator: Annotator,
    /// How far.
    pub state: State,
    /// Own annotations.
    pub annotations: usize,
    /// Verdicts on others’ annotations.
    pub reviews: usize,
}

impl From<&SetCounts> for Done {
    fn from(set: &SetCounts) -> Self {
        Self {
            annotator: set.annotator.clone(),
            state: set.state,
            annotations: set.annotations,
            reviews: set.reviews,
        }
    }
}

/// One annotator over all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub annotator: Annotator,
    /// Articles begun but not done.
    pub begun: usize,
    /// Articles done.
    pub done: usize,
    /// Own annotations.
    pub annotations: usize,
    /// Verdicts on others’ annotations.
    pub reviews: usize,
}

/// Who has done what in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Every annotator.
    pub shares: Vec<Share>,
    /// Every article with those who began it.
    pub articles: Vec<(Arc<str>, Vec<Done>)>,
    /// How many articles nobody, one, two … have begun: as many as the place says.
    pub begun: Vec<usize>,
    /// The same of those who have them done.
    pub done: Vec<usize>,
}

/// Adds up who has done what.
#[must_use]
pub fn progress(annotators: Vec<Annotator>, articles: Vec<(Arc<str>, Vec<Done>)>) -> Progress {
    let share = |annotator: Annotator| {
        let own = || articles.iter().flat_map(|(_, all)| all).filter(|done| done.annotator == annotator);
        Share {
            begun: own().filter(|done| done.state != State::Done).count(),
            done: own().filter(|done| done.state == State::Done).count(),
            annotations: own().map(|done| done.annotations).sum(),
            reviews: own().map(|done| done.reviews).sum(),
            annotator,
        }
    };
    let shares = annotators.into_iter().map(share).collect();
    let covered = |counts: &dyn Fn(&Done) -> bool| {
        let mut coverage = Vec::new();
        for (_, all) in &articles {
            let times = all.iter().filter(|done| counts(done)).count();
            coverage.resize(coverage.len().max(times + 1), 0);
            coverage[times] += 1;
        }
        coverage
    };
    let (begun, done) = (covered(&|_| true), covered(&|done| done.state == State::Done));
    Progress { shares, articles, begun, done }
}
