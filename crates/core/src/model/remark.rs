//! What reviewers and annotators say to each other beside verdicts, each in their own file.

use super::{AnnotationId, Annotator, ContentHash, Extra, Timestamp};
use crate::text::Spans;

/// What a remark is about; a set has one of each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkSubject {
    /// An annotator answers a reviewer.
    Answer {
        /// Who reviewed.
        reviewer: Annotator,
        /// The annotation that was judged; nothing where the whole article was returned and is handed back.
        annotation: Option<AnnotationId>,
    },
    /// A reviewer returns the article to an annotator.
    Return(Annotator),
    /// A reviewer decided that nothing belongs at a place.
    Nothing(Spans),
}

/// Something said in a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub about: RemarkSubject,
    /// In words; empty for a decision.
    pub text: String,
    /// Number of this answer or return, counted from 1: an answer to what was returned twice is the second. No clock is
    /// asked for this.
    pub round: u32,
    /// What a decision that nothing belongs there was on, in order.
    pub saw: Vec<ContentHash>,
    /// When, where that is known.
    pub at: Option<Timestamp>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Remark {
    /// A remark made now, for the first time.
    #[must_use]
    pub fn new(about: RemarkSubject, text: impl Into<String>, now: &Timestamp) -> Self {
        Self {
            about,
            text: text.into(),
            round: 1,
            saw: Vec::new(),
            at: Some(now.clone()),
            extra: Extra::default(),
        }
    }

    /// The list of the file that it stands in.
    #[must_use]
    pub const fn list(&self) -> &'static str {
        match self.about {
            RemarkSubject::Answer { .. } => "answers",
            RemarkSubject::Return(_) => "returned",
            RemarkSubject::Nothing(_) => "decisions",
        }
    }
}
