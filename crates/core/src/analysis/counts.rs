//! What is counted of an article and its sets: all that counts over a workspace are made of.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{AnnotationSet, Annotator, Remark, RemarkSubject, State};

/// An article that was returned to somebody, or handed back to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// To whom.
    pub to: Annotator,
    /// Number of this return, counted from 1.
    pub round: u32,
    /// Why, in words.
    pub comment: Arc<str>,
}

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
    /// Annotators to whom the article was returned.
    pub returned: Box<[Return]>,
    /// Reviewers to whom the annotator handed the article back.
    pub handed_back: Box<[Return]>,
}

impl Return {
    fn new(to: &Annotator, remark: &Remark) -> Self {
        Self { to: to.clone(), round: remark.round, comment: remark.text.as_str().into() }
    }
}

impl SetCounts {
    /// The return of the article to this annotator by the one of `reviewer`'s set, if it was not handed back since.
    #[must_use]
    pub fn pending_return_from<'r>(&self, reviewer: &'r Self) -> Option<&'r Return> {
        let returned = reviewer.returned.iter().find(|returned| returned.to == self.annotator)?;
        let handed_back = self.handed_back.iter().find(|back| back.to == reviewer.annotator);
        handed_back.is_none_or(|back| back.round < returned.round).then_some(returned)
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
            returned: set
                .remarks()
                .filter_map(|remark| match &remark.about {
                    RemarkSubject::Return(to) => Some((to, remark)),
                    RemarkSubject::Answer { .. } | RemarkSubject::Nothing(_) => None,
                })
                .map(|(to, remark)| Return::new(to, remark))
                .collect(),
            handed_back: set
                .remarks()
                .filter_map(|remark| match &remark.about {
                    RemarkSubject::Answer { reviewer, annotation: None } => Some((reviewer, remark)),
                    RemarkSubject::Answer { .. } | RemarkSubject::Return(_) | RemarkSubject::Nothing(_) => {
                        None
                    }
                })
                .map(|(to, remark)| Return::new(to, remark))
                .collect(),
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
