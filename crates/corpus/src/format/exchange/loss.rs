//! What a format cannot hold.

use std::fmt;
use std::sync::Arc;

use crate::model::AnnotationId;
use crate::text::Span;

/// What became of something that a format cannot hold as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is not in the file.
    Dropped,
    /// It is in the file with other edges, those of words as a rule.
    Widened,
    /// It is in the file in several pieces.
    Split,
    /// Something of what it says is not in the file.
    Flattened,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dropped => "dropped",
            Self::Widened => "widened",
            Self::Flattened => "flattened",
            Self::Split => "split",
        })
    }
}

/// One annotation or relation that came out otherwise than it went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The article.
    pub file: Arc<str>,
    /// Which one.
    pub id: AnnotationId,
    /// Where it stands, or where the relation starts.
    pub span: Option<Span>,
    /// What became of it.
    pub fate: Fate,
    /// Why, in words.
    pub reason: &'static str,
    /// Its words, shortened.
    pub quote: String,
}
