//! An article's file to a document.

use std::sync::Arc;

use super::encoding::{Reading, TextEncoding};
use super::html::{MainText, PageTooComplex};
use super::{Decoded, Issue, encoding, html, language};
use crate::model::Document;
use crate::text::SourceText;

/// How an article's text is had from its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArticleKind {
    /// The file is the text: `.txt`, `.md`.
    Plain,
    /// The main text is extracted and frozen beside the file: `.html`, `.htm`.
    Html,
}

impl ArticleKind {
    /// The kind of a file by the end of its name, in any case; nothing when it is no article.
    #[must_use]
    pub fn of(file: &str) -> Option<Self> {
        let (_, end) = file.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "txt" | "md" => Some(Self::Plain),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The file that holds the characters offsets count: the article itself, or for a web page the text frozen beside it.
#[must_use]
pub fn source_file(file: &str) -> String {
    match ArticleKind::of(file) {
        Some(ArticleKind::Html) => format!("{file}.txt"),
        _ => file.to_owned(),
    }
}

/// A document from the bytes of its source: a plain article, or the frozen text of a web page.
///
/// `file` is the article relative to the workspace, with `/` between folders. The hash is that of `bytes`.
#[must_use]
pub fn decode(file: &str, bytes: &[u8]) -> Decoded<Document> {
    decode_as(file, bytes, None)
}

/// The same, in the encoding that somebody has chosen.
#[must_use]
pub fn decode_as(file: &str, bytes: &[u8], told: Option<TextEncoding>) -> Decoded<Document> {
    let language = |text: &str| language::language(text).map(Arc::from);
    encoding::read(bytes, told).map(|Reading { text, encoding }| Document {
        file: file.into(),
        language: language(&text),
        text: SourceText::decoded(text, Some(encoding.name()).filter(|_| encoding != TextEncoding::UTF_8)),
        sha256: encoding::sha256(bytes).into(),
    })
}

/// A document from a web page whose text is not frozen yet: the hash is that of the text as it will be frozen.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
pub fn decode_html(
    file: &str,
    bytes: &[u8],
    told: Option<TextEncoding>,
) -> Result<Decoded<Document>, PageTooComplex> {
    let Decoded { value: Reading { text: page, .. }, mut issues } = encoding::read(bytes, told);
    let MainText { text, is_cut, .. } = html::main_text(&page)?;
    if is_cut {
        let what = "The elements of the page nest deeper than any browser shows";
        issues.push(Issue::new(file, what, "the innermost were read as text of those around them"));
    }
    let hash = encoding::sha256(text.as_bytes());
    Ok(Decoded { value: document(file, text, hash), issues })
}

fn document(file: &str, text: String, sha256: String) -> Document {
    let language = language::language(&text).map(Arc::from);
    Document { file: file.into(), text: SourceText::new(text), sha256: sha256.into(), language }
}
