//! An article and how far its annotator has come with it.

use std::sync::Arc;

use crate::text::SourceText;

/// How far an annotator has come with an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Not begun.
    #[default]
    Todo,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
}

impl State {
    /// Its name in files: small letters and `-`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::InProgress => "in-progress",
            Self::Done => "done",
        }
    }

    /// The state after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Todo => Self::InProgress,
            Self::InProgress => Self::Done,
            Self::Done => Self::Todo,
        }
    }
}

/// An article: its text as decoded, and the bytes it came from by their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its file, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// The decoded text.
    pub text: SourceText,
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    pub sha256: Arc<str>,
    /// BCP 47 language, where it could be told.
    pub language: Option<Arc<str>>,
}
