//! Errors in the language of the thread, where their type lies below the words.

use crate::model::{AnnotatorError, EntityIdError, SchemaError, TimestampError};
use crate::text::{SpanError, SpansError};
use crate::words::{Language, language, say, shown, text};

/// An error that is said in the language of the thread.
pub(crate) trait Localized {
    /// The error in the language of the thread; in English as it displays itself.
    fn localized(&self) -> String;
}

impl Localized for SpanError {
    fn localized(&self) -> String {
        text(match self {
            Self::Empty => "format-span-empty",
            Self::OutOfBounds => "format-span-out-of-bounds",
            Self::InsideChar => "format-span-inside-character",
        })
        .to_owned()
    }
}

impl Localized for SpansError {
    fn localized(&self) -> String {
        text(match self {
            Self::None => "format-spans-none",
            Self::Overlap => "format-spans-overlap",
        })
        .to_owned()
    }
}

impl Localized for AnnotatorError {
    fn localized(&self) -> String {
        say!("format-no-annotator", name = quoted(&self.0))
    }
}

impl Localized for EntityIdError {
    fn localized(&self) -> String {
        match self {
            Self::NoSlug(id) => say!("format-no-entity-id", id = quoted(id)),
            Self::Reserved(id) => say!("format-entity-id-reserved", id = id.as_str()),
        }
    }
}

impl Localized for TimestampError {
    fn localized(&self) -> String {
        say!("format-no-time", time = self.0.as_str())
    }
}

impl Localized for SchemaError {
    fn localized(&self) -> String {
        match self {
            Self::NoId(kind) => say!("format-schema-no-id", kind = *kind),
            Self::Twice(kind, id) => say!("format-schema-twice", kind = *kind, id = id.as_str()),
            Self::KeyTwice(key) => say!("format-schema-key-twice", key = shown(key)),
            Self::NoAttribute(label, attribute) => {
                say!("format-schema-no-attribute", label = label.as_str(), attribute = attribute.as_str())
            }
        }
    }
}

impl Localized for serde_json::Error {
    fn localized(&self) -> String {
        if language() == Language::English || self.is_io() {
            return self.to_string();
        }
        let (line, column) = (shown(self.line()), shown(self.column()));
        say!("format-json-at", what = json_kind(self), line = line, column = column)
    }
}

/// What is wrong with JSON, without its place; nothing in English, which the parser speaks.
pub(super) fn json_kind_where_not_english(error: &serde_json::Error) -> Option<&'static str> {
    (language() != Language::English).then(|| json_kind(error))
}

fn json_kind(error: &serde_json::Error) -> &'static str {
    text(if error.is_eof() {
        "format-json-cut-off"
    } else if error.is_data() {
        "format-json-data"
    } else {
        "format-json-syntax"
    })
}

/// As a text stands in a program: it shows what is in it and no word.
pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::speaking;

    fn check<E: Localized + std::fmt::Display>(error: &E) {
        assert_eq!(error.localized(), error.to_string(), "English is what it displays");
        let hindi = speaking(Language::Hindi, || error.localized());
        assert_ne!(hindi, error.to_string());
    }

    #[test]
    fn each_error_is_said_as_it_displays_itself() {
        for error in [SpanError::Empty, SpanError::OutOfBounds, SpanError::InsideChar] {
            check(&error);
        }
        for error in [SpansError::None, SpansError::Overlap] {
            check(&error);
        }
        check(&AnnotatorError("A “b”\n".to_owned()));
        check(&EntityIdError::NoSlug("A\"".to_owned()));
        check(&EntityIdError::Reserved("author".to_owned()));
        check(&TimestampError("today".to_owned()));
        for kind in ["label", "attribute", "relation"] {
            check(&SchemaError::NoId(kind));
            check(&SchemaError::Twice(kind, "x".to_owned()));
        }
        check(&SchemaError::KeyTwice('p'));
        check(&SchemaError::NoAttribute("a".to_owned(), "b".to_owned()));
        for json in ["[1,", "[1,}", "\"x\""] {
            check(&serde_json::from_str::<Vec<u8>>(json).unwrap_err());
        }
    }
}
