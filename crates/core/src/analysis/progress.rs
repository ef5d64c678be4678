//! How far each annotator is with each article.

use std::sync::Arc;

use super::counts::SetCounts;
use crate::model::{Annotator, State};

/// How far one annotator is with one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleProgress {
    /// The annotator.
    pub annotator: Annotator,
    /// How far the annotator is with it.
    pub state: State,
    /// Own annotations.
    pub annotations: usize,
    /// Verdicts on others’ annotations.
    pub reviews: usize,
}

impl ArticleProgress {
    /// Whether the article was rated: something is marked in it, or it was said that there is nothing to mark. Verdicts alone
    /// are no rating.
    #[must_use]
    pub fn has_rated(&self) -> bool {
        self.annotations > 0 || self.state != State::Todo
    }
}

impl From<&SetCounts> for ArticleProgress {
    fn from(set: &SetCounts) -> Self {
        Self {
            annotator: set.annotator.clone(),
            state: set.state,
            annotations: set.annotations,
            reviews: set.reviews,
        }
    }
}

/// How far one annotator is with all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatorProgress {
    /// The annotator.
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

/// How far everybody is with a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Per annotator, the progress over all articles.
    pub annotators: Vec<AnnotatorProgress>,
    /// Every article with the annotators who began it.
    pub articles: Vec<(Arc<str>, Vec<ArticleProgress>)>,
    /// At index `n`, how many articles `n` annotators have begun.
    pub begun: Vec<usize>,
    /// At index `n`, how many articles `n` annotators have done.
    pub done: Vec<usize>,
}

/// Adds up how far everybody is.
///
/// ```
/// # use tippani_core::analysis::{ArticleProgress, progress};
/// # use tippani_core::model::{Annotator, State};
/// let asha = Annotator::new("asha").unwrap();
/// let done = ArticleProgress { annotator: asha.clone(), state: State::Done, annotations: 7, reviews: 0 };
/// let all = progress(vec![asha], vec![("a.txt".into(), vec![done]), ("b.txt".into(), Vec::new())]);
/// assert_eq!((all.annotators[0].done, all.annotators[0].annotations), (1, 7));
/// assert_eq!(all.done, [1, 1], "one article nobody has done, one article one annotator has");
/// ```
#[must_use]
pub fn progress(annotators: Vec<Annotator>, articles: Vec<(Arc<str>, Vec<ArticleProgress>)>) -> Progress {
    let share = |annotator: Annotator| {
        let own = || articles.iter().flat_map(|(_, all)| all).filter(|done| done.annotator == annotator);
        AnnotatorProgress {
            begun: own().filter(|done| done.state != State::Done && done.has_rated()).count(),
            done: own().filter(|done| done.state == State::Done).count(),
            annotations: own().map(|done| done.annotations).sum(),
            reviews: own().map(|done| done.reviews).sum(),
            annotator,
        }
    };
    let annotators = annotators.into_iter().map(share).collect();
    let covered = |counts: &dyn Fn(&ArticleProgress) -> bool| {
        let mut coverage = Vec::new();
        for (_, all) in &articles {
            let times = all.iter().filter(|done| counts(done)).count();
            coverage.resize(coverage.len().max(times + 1), 0);
            coverage[times] += 1;
        }
        coverage
    };
    let (begun, done) = (covered(&ArticleProgress::has_rated), covered(&|done| done.state == State::Done));
    Progress { annotators, articles, begun, done }
}
