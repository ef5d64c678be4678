//! The sidecar: one annotator's annotations of one article, version 1.
//!
//! ```text
//! a.txt.asha.annotations.json  ⇄  AnnotationSet
//! ```
//! The same set always gives the same bytes. What a version does not know is kept: unknown keys in `Extra`, entries that
//! cannot be read in `AnnotationSet::unread`.

mod context;
mod entry;
mod error;
mod fields;
mod fragment;
mod lenient;
mod orphan;
mod read;
mod remark;
pub(super) mod shape;
mod source;
mod summary;
pub(super) mod value;
mod write;

pub use error::{EncodeError, SidecarError};
pub use fields::{details, typed_language, unlinked, with_details, with_unlinked};
pub(in crate::format) use fragment::{EntryKind, decode_entry, encode_entry};
pub use read::{Earlier, decode, decode_earlier, decode_for_other_source};
pub use source::{SourceReading, source_reading};
pub use summary::{Summary, summary};
pub use write::encode;

/// The name of the format, in every sidecar.
pub const FORMAT: &str = "tippani/annotations";
/// The version this program writes.
pub const VERSION: u64 = 1;
/// What offsets in a sidecar count.
const OFFSET_UNIT: &str = "code-point";
/// The end of every sidecar's file name.
const FILE_SUFFIX: &str = ".annotations.json";

/// The sidecar of an article: `<article>.<annotator>.annotations.json`.
///
/// `file` may have folders before it; they stay.
#[must_use]
pub fn file_name(file: &str, annotator: &crate::model::Annotator) -> String {
    format!("{file}.{annotator}{FILE_SUFFIX}")
}

/// The article and annotator a sidecar's file name speaks of; nothing when it is no sidecar's name.
#[must_use]
pub fn parse_file_name(name: &str) -> Option<(&str, crate::model::Annotator)> {
    article_and_annotator(name.strip_suffix(FILE_SUFFIX)?)
}

/// The article and annotator of another copy of a sidecar, as programs that sync files name theirs:
/// `a.txt.asha.annotations (conflicted copy).json`, `a.txt.asha.annotations.sync-conflict-….json`. One that was set aside is
/// none.
#[must_use]
pub fn parse_copy_name(name: &str) -> Option<(&str, crate::model::Annotator)> {
    let (head, rest) = name.strip_suffix(".json")?.rsplit_once(".annotations")?;
    if rest.starts_with(".set-aside-") {
        return None;
    }
    article_and_annotator(head)
}

/// The article and annotator of a sidecar that was set aside: `a.txt.asha.annotations.set-aside-20260102T030405Z.json`.
#[must_use]
pub fn parse_set_aside_name(name: &str) -> Option<(&str, crate::model::Annotator)> {
    let (head, _) = name.strip_suffix(".json")?.rsplit_once(".annotations.set-aside-")?;
    article_and_annotator(head)
}

/// The article and annotator of `<article>.<annotator>`.
fn article_and_annotator(stem: &str) -> Option<(&str, crate::model::Annotator)> {
    let (article, annotator) = stem.rsplit_once('.')?;
    Some((article, crate::model::Annotator::new(annotator).ok()?)).filter(|(article, _)| !article.is_empty())
}

/// Up to 32 code points on either side of a span, cut at grapheme boundaries.
#[must_use]
pub fn context(text: &crate::text::SourceText, span: crate::text::Span) -> (&str, &str) {
    (context::before(text, span), context::after(text, span))
}
