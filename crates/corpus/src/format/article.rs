//! An article's file to a document.

use std::sync::Arc;

use super::encoding::{Reading, TextEncoding};
use super::html::{Extent, MainText, PageTooComplex};
use super::{Decoded, Issue, encoding, html, language};
use crate::model::{ArticleDetails, Document};
use crate::text::{SourceText, TextOrigin};
use crate::words;

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

/// How an article is to be read, as far as somebody has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingChoice {
    /// In this encoding, whatever its bytes look like.
    pub encoding: Option<TextEncoding>,
    /// So much of a web page.
    pub extent: Option<Extent>,
}

/// How much of a web page was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageTaken {
    /// What was asked for; nothing of a text that was frozen before it was noted.
    pub extent: Option<Extent>,
    /// How many characters the page shows.
    pub shown: usize,
    /// How many of them were left out.
    pub left_out: usize,
}

/// What there is to say with an article of how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HowRead {
    /// Why its characters may be wrong, in words.
    pub doubt: Option<String>,
    /// Of a web page, how much was taken.
    pub page: Option<PageTaken>,
    /// What a web page says of itself.
    pub details: ArticleDetails,
    /// As the analyst has chosen in this run.
    pub choice: ReadingChoice,
}

/// An article and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadArticle {
    /// The article.
    pub document: Document,
    /// How it was read.
    pub how: HowRead,
}

/// A document from the bytes of its source: a plain article, or the frozen text of a web page.
///
/// `file` is the article relative to the workspace, with `/` between folders. The hash is that of `bytes`.
#[must_use]
pub fn decode(file: &str, bytes: &[u8]) -> Decoded<Document> {
    read(file, bytes, None, TextOrigin::default()).map(|read| read.document)
}

/// Like [`decode`], without its language and without a look at whether its text is one: what takes longer than everything else, of
/// a text that another program gave. [`with_language`] tells its language.
#[must_use]
pub fn decode_without_language(file: &str, bytes: &[u8]) -> Document {
    let (text, encoding) = encoding::text_of(bytes);
    let origin = TextOrigin { encoding: said_of(encoding, None), ..TextOrigin::default() };
    document(file, text, encoding::sha256(bytes), origin)
}

/// The document with the language that its text is in, where it can be told.
#[must_use]
pub fn with_language(document: Document) -> Document {
    let language = language::language(document.text.as_str()).map(Arc::from);
    Document { language, ..document }
}

/// [`decode`] in the encoding that somebody has told, with how it was read; `origin` says what else is known of that.
#[must_use]
pub fn read(
    file: &str,
    bytes: &[u8],
    told: Option<TextEncoding>,
    origin: TextOrigin,
) -> Decoded<ReadArticle> {
    encoding::read(bytes, told).map(|Reading { text, encoding, doubt }| {
        let origin = TextOrigin { encoding: said_of(encoding, told), ..origin };
        let sha256 = encoding::sha256(bytes);
        ReadArticle {
            document: with_language(document(file, text, sha256, origin)),
            how: HowRead { doubt, ..HowRead::default() },
        }
    })
}

/// The encoding as a document names it: not where it is UTF-8 that nobody has told.
fn said_of(encoding: TextEncoding, told: Option<TextEncoding>) -> Option<&'static str> {
    let is_said = told.is_some() || encoding != TextEncoding::UTF_8;
    is_said.then(|| encoding.name())
}

/// A web page whose text is not frozen yet: the hash is that of the text as it will be frozen.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
pub fn read_page(
    file: &str,
    bytes: &[u8],
    choice: ReadingChoice,
) -> Result<Decoded<ReadArticle>, PageTooComplex> {
    let Decoded { value: Reading { text: page, doubt: damage, encoding }, mut issues } =
        encoding::read_page(bytes, choice.encoding);
    let extent = choice.extent.unwrap_or_default();
    let MainText { text, shown, left_out, details, is_cut } = html::text_of(&page, extent)?;
    if is_cut {
        let (what, hint) = (words::text("format-page-deep"), words::text("format-page-deep-hint"));
        issues.push(Issue::new(file, what, hint));
    }
    let doubt = encoding::doubt(&text, encoding).filter(|_| choice.encoding.is_none());
    issues.extend(doubt.clone());
    let doubt = doubt.map(|issue| issue.what).or(damage);
    let origin = TextOrigin { extent: Some(extent.name()), ..TextOrigin::default() };
    let hash = encoding::sha256(text.as_bytes());
    let page = Some(PageTaken { extent: Some(extent), shown, left_out });
    let read = ReadArticle {
        document: with_language(document(file, text, hash, origin)),
        how: HowRead { doubt, page, details, choice },
    };
    Ok(Decoded { value: read, issues })
}

/// What is known of a page beside its frozen text, which has so many characters.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
pub fn beside_frozen(
    bytes: &[u8],
    extent: Option<Extent>,
    characters: usize,
) -> Result<HowRead, PageTooComplex> {
    let page = encoding::read_page(bytes, None).value.text;
    let (details, shown) = html::overview(&page)?;
    let left_out = shown.saturating_sub(characters);
    let page = Some(PageTaken { extent, shown, left_out });
    Ok(HowRead { page, details, ..HowRead::default() })
}

fn document(file: &str, text: String, sha256: String, origin: TextOrigin) -> Document {
    Document { file: file.into(), text: SourceText::of(text, origin), sha256: sha256.into(), language: None }
}
