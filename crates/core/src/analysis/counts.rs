//! What is counted of an article and its sets: all that counts over a workspace are made of.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{AnnotationSet, Annotator, State};

/// What is counted of one annotator's set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCounts {
    /// Whose it is.
    pub annotator: Annotator,
    /// How far the annotator has come.
    pub state: State,
    /// Annotations.
    pub annotations: usize,
    /// Relations.
    pub relations: usize,
    /// Verdicts on others' annotations.
    pub reviews: usize,
    /// Each label that occurs, with how often, in the order in which they occur.
    pub labels: Box<[(Arc<str>, usize)]>,
}

impl SetCounts {
    /// Whether the annotator has rated the article: marked something in it, or said that there is nothing to mark.
    #[must_use]
    pub fn has_rated(&self) -> bool {
        self.annotations > 0 || self.state != State::Todo
    }
}

impl From<&AnnotationSet> for SetCounts {
    fn from(set: &AnnotationSet) -> Self {
        let mut labels: Vec<(Arc<str>, usize)> = Vec::new();
        for annotation in set.annotations() {
            // A set has few labels: they are looked through quicker than looked up.
            match labels.iter_mut().find(|(label, _)| *label == annotation.label) {
                Some((_, count)) => *count += 1,
                None => labels.push((Arc::clone(&annotation.label), 1)),
            }
        }
        Self {
            annotator: set.annotator.clone(),
            state: set.state(),
            annotations: set.annotations().len(),
            relations: set.relations().len(),
            reviews: set.reviews().len(),
            labels: labels.into(),
        }
    }
}

/// What is counted of an article and the sets that there are of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleCounts<'c> {
    /// The article.
    pub file: Arc<str>,
    /// BCP 47 language, where it could be told.
    pub language: Option<Arc<str>>,
    /// Length of its text in code points.
    pub characters: usize,
    /// Of each set.
    pub sets: Vec<Cow<'c, SetCounts>>,
}
