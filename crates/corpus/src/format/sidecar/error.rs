//! Why a sidecar cannot be used, or a set cannot be written.

use crate::text::{SpanError, SpansError};

/// Why a sidecar's bytes are not a set of the given article; nothing is ever overwritten because of one of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SidecarError {
    /// The bytes are not JSON: cut off, or mixed up by a merge.
    #[error("it is not valid JSON: {what} (line {line}, column {column})")]
    NotJson {
        /// What the parser says.
        what: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// It is JSON of another kind.
    #[error("it is not a file of annotations (its format is {0:?})")]
    OtherFormat(String),
    /// A later version of the program wrote it.
    #[error("it is version {0} of the format, and this program reads version 1")]
    OtherVersion(u64),
    /// Its offsets count something else.
    #[error("its offsets count {0:?}, not code points")]
    OtherUnit(String),
    /// Something that holds the file together is missing or of another type.
    #[error("its {field} cannot be read: {why}")]
    WrongShape {
        /// The key.
        field: String,
        /// What is wrong with it.
        why: String,
    },
    /// It was made for other bytes than the article now has.
    #[error("it belongs to another version of the article, with its {total} annotations")]
    OtherSource {
        /// The hash it names.
        found: String,
        /// All annotations in the file.
        total: usize,
    },
}

/// Why a set cannot be written; nothing was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// A span is no stretch of the article.
    #[error("a span of an annotation does not lie in the text: {0}")]
    NoSlice(String),
    /// JSON has no such number.
    #[error("an attribute is not a finite number: {0}")]
    NotFinite(String),
    /// A kept value is not JSON.
    #[error("a kept value is not valid JSON: {0}")]
    NotJson(String),
}

/// Why one entry cannot be read; it is kept word for word.
#[derive(Debug, thiserror::Error)]
pub(super) enum EntryError {
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    #[error("{0}")]
    Span(#[from] SpanError),
    #[error("{0}")]
    Spans(#[from] SpansError),
    #[error("the text from {start} to {end} is “{found}”, not “{quote}”")]
    Quote { start: u64, end: u64, quote: String, found: String },
    #[error("{0}")]
    Annotator(#[from] crate::model::AnnotatorError),
    #[error("the attribute “{0}” needs a value or an entity, and not both")]
    Attribute(String),
    #[error("it does not say which version of the article it stood in")]
    NoSource,
    #[error("its words are not as long as from {start} to {end}")]
    Length { start: u64, end: u64 },
    #[error("its identifier is there twice")]
    Twice,
    #[error("it is no decision of this version")]
    Decision,
    #[error("another verdict on the same annotation is later")]
    Superseded,
}
