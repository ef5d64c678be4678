//! What the library's list shows of an article, cheaply.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::{sidecar_path, source_path, write};
use crate::format::article::ArticleKind;
use crate::format::{encoding, html, language, sidecar};
use crate::model::{Annotator, State};

/// An article at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peek {
    /// BCP 47 language, where it could be told.
    pub language: Option<&'static str>,
    /// How many annotations the annotator has in it.
    pub annotations: usize,
    /// How far the annotator has come.
    pub state: State,
}

/// How much of an article is looked at, in bytes.
const TEXT_HEAD_BYTES: u64 = 4096;
/// How much of a web page, for its words begin late.
const HTML_HEAD_BYTES: u64 = 256 * 1024;

/// Language, count and state of one article, from the first 4 KB of its text and the outline of its sidecar.
///
/// What cannot be read is as if it were not there; opening the article says why.
#[must_use]
pub fn peek(root: &Path, file: &str, annotator: &Annotator) -> Peek {
    let language = language_of(root, file);
    let bytes = sidecar_path(root, file, annotator).and_then(|path| write::read(&path).ok().flatten());
    let outline = bytes.and_then(|bytes| sidecar::peek(&bytes)).unwrap_or_default();
    Peek { language, annotations: outline.annotations, state: outline.state }
}

fn language_of(root: &Path, file: &str) -> Option<&'static str> {
    if let Some(bytes) = head(&source_path(root, file)?, TEXT_HEAD_BYTES) {
        return language::language(&text(&bytes));
    }
    (ArticleKind::of(file) == Some(ArticleKind::Html)).then_some(())?;
    let bytes = head(&root.join(file), HTML_HEAD_BYTES)?;
    language::language(&html::main_text(&text(&bytes)))
}

fn head(path: &Path, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn text(bytes: &[u8]) -> String {
    encoding::decode(bytes).value
}
