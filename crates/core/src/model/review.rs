//! A reviewer's word on somebody else's annotation, kept in the reviewer's own file.

use super::{AnnotationId, Annotator, ContentHash, Extra, Timestamp};

/// What the reviewer holds of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is right.
    Accepted,
    /// It is wrong.
    Rejected,
    /// To be talked over.
    Question,
}

impl Verdict {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Question => "question",
        }
    }
}

/// The annotation a review speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReviewTarget {
    /// Whose it is.
    pub annotator: Annotator,
    /// Which one.
    pub annotation: AnnotationId,
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// What it speaks of.
    pub of: ReviewTarget,
    /// The content that was judged; files of earlier versions do not say.
    pub saw: Option<ContentHash>,
    /// What it says.
    pub verdict: Verdict,
    /// Why, in the reviewer's words.
    pub comment: String,
    /// Number of the annotator's answer that it was given after, counted from 1; 0 where there was none.
    pub heard: u32,
    /// When, where that is known.
    pub at: Option<Timestamp>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}
