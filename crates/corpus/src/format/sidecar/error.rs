//! Why a sidecar cannot be used, or a set cannot be written.

use crate::format::localized::{Localized as _, quoted};
use crate::text::{SpanError, SpansError};
use crate::words::{say, shown, text};

/// Why a sidecar's bytes are not a set of the given article; nothing is ever overwritten because of one of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SidecarError {
    /// The bytes are not JSON: cut off, or mixed up by a merge.
    #[error("{}", say!("format-sidecar-not-json", what = what.as_str(), line = shown(line), column = shown(column)))]
    NotJson {
        /// What the parser says.
        what: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// It is JSON of another kind.
    #[error("{}", say!("format-sidecar-other-format", format = quoted(.0)))]
    OtherFormat(String),
    /// A later version of the program wrote it.
    #[error("{}", say!("format-other-version", version = shown(.0)))]
    OtherVersion(u64),
    /// Its offsets count something else.
    #[error("{}", say!("format-sidecar-other-unit", unit = quoted(.0)))]
    OtherUnit(String),
    /// Something that holds the file together is missing or of another type.
    #[error("{}", say!("format-sidecar-wrong-shape", field = field.as_str(), error = why.as_str()))]
    WrongShape {
        /// The key.
        field: String,
        /// What is wrong with it.
        why: String,
    },
    /// It was made for other bytes than the article now has.
    #[error("{}", say!("format-sidecar-other-source", count = shown(total)))]
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
    #[error("{}", say!("format-encode-no-slice", id = .0.as_str()))]
    NoSlice(String),
    /// JSON has no such number.
    #[error("{}", say!("format-encode-not-finite", id = .0.as_str()))]
    NotFinite(String),
    /// A kept value is not JSON.
    #[error("{}", say!("format-encode-not-json", id = .0.as_str()))]
    NotJson(String),
}

/// Why one entry cannot be read; it is kept word for word.
#[derive(Debug, thiserror::Error)]
pub(super) enum EntryError {
    #[error("{}", .0.localized())]
    Shape(#[from] serde_json::Error),
    #[error("{}", .0.localized())]
    Span(#[from] SpanError),
    #[error("{}", .0.localized())]
    Spans(#[from] SpansError),
    #[error("{}", quote_words(*start, *end, quote, found))]
    Quote { start: u64, end: u64, quote: String, found: String },
    #[error("{}", .0.localized())]
    Annotator(#[from] crate::model::AnnotatorError),
    #[error("{}", say!("format-entry-attribute", attribute = .0.as_str()))]
    Attribute(String),
    #[error("{}", text("format-entry-no-source"))]
    NoSource,
    #[error("{}", say!("format-entry-length", start = shown(start), end = shown(end)))]
    Length { start: u64, end: u64 },
    #[error("{}", text("format-entry-twice"))]
    Twice,
    #[error("{}", text("format-entry-decision"))]
    Decision,
    #[error("{}", text("format-entry-superseded"))]
    Superseded,
}

fn quote_words(start: u64, end: u64, quote: &str, found: &str) -> String {
    say!("format-entry-quote", start = shown(start), end = shown(end), found = found, quote = quote)
}
