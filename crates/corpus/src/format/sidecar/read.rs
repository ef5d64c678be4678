//! Bytes to a set: in one pass when everything is as it should be, entry by entry when not.

use std::sync::Arc;

use super::entry::{self, Entries};
use super::error::SidecarError;
use super::shape::{FileShape, SourceShape};
use super::{FORMAT, OFFSET_UNIT, VERSION, lenient};
use crate::format::encoding::without_bom;
use crate::format::json::keep_unknown;
use crate::format::{Decoded, Issue};
use crate::model::{AnnotationSet, Annotator, DETAILS, Document, Extra, UNLINKED};
use crate::words::{say, shown, text};

/// The set a sidecar holds, checked against the article it belongs to.
///
/// Offsets in the file are Unicode code points. Every entry whose characters are not its quote, or that cannot be read
/// for another reason, is kept word for word in `AnnotationSet::unread` and told as an issue. Linear in the length of
/// `bytes`.
///
/// # Errors
/// When `bytes` are not a sidecar of this version, or it names another source than `document`; the set is then still to
/// be had from [`decode_earlier`].
pub fn decode(bytes: &[u8], document: &Document) -> Result<Decoded<AnnotationSet>, SidecarError> {
    let read = read(bytes, document)?;
    if read.sha256 == *document.sha256 {
        return Ok(read.decoded);
    }
    let set = &read.decoded.value;
    let lost = set.unread.iter().filter(|u| u.list == "annotations").count();
    Err(SidecarError::OtherSource { found: read.sha256, total: set.annotations().len() + lost })
}

/// The set a sidecar holds, whatever version of the article it was made for: annotations whose offsets and quotes still
/// match are read, all others are kept in `AnnotationSet::unread`.
///
/// # Errors
/// When `bytes` are not a sidecar of this version.
pub fn decode_for_other_source(
    bytes: &[u8],
    document: &Document,
) -> Result<Decoded<AnnotationSet>, SidecarError> {
    read(bytes, document).map(|read| read.decoded)
}

/// A set that was made for another version of the article: all its annotations as orphans.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The set; it has no annotation that has a place.
    pub set: AnnotationSet,
    /// SHA-256 of the version it was made for, lower-case hexadecimal.
    pub sha256: Arc<str>,
    /// Its length in code points; nought where the file does not say.
    pub characters: u64,
}

/// The set a sidecar holds, whatever version of the article it was made for, with every annotation as an orphan of that version.
/// Nothing is compared with the text of `document`.
///
/// # Errors
/// When `bytes` are not a sidecar of this version.
pub fn decode_earlier(bytes: &[u8], document: &Document) -> Result<Decoded<Earlier>, SidecarError> {
    lenient::read_earlier(bytes, document)
}

/// A set and the hash of the source it was made for.
pub(super) struct Read {
    pub decoded: Decoded<AnnotationSet>,
    pub sha256: String,
}

fn read(bytes: &[u8], document: &Document) -> Result<Read, SidecarError> {
    let bytes = without_bom(bytes);
    // Checked at once, and not text by text.
    let text = simdutf8::basic::from_utf8(bytes).ok();
    let file = text.and_then(|text| serde_json::from_str::<FileShape<'_>>(text).ok());
    let fast = file.and_then(|file| whole(file, document));
    fast.map_or_else(|| lenient::read(bytes, document), Ok)
}

/// The set when nothing at all is wrong with the file.
fn whole(file: FileShape<'_>, document: &Document) -> Option<Read> {
    if &*file.format != FORMAT || file.version != VERSION || &*file.source.unit != OFFSET_UNIT {
        return None;
    }
    let mut entries = Entries::new(&document.text);
    let mut set = AnnotationSet::new(Annotator::new(&file.annotator).ok()?);
    set.set_state(entry::state(file.state));
    keep_unknown(&mut set.extra, "", &file.unknown);
    if let Some(unlinked) = file.unlinked {
        set.extra.keep(UNLINKED, unlinked.get());
    }
    keep_source(&mut set.extra, &file.source, document);
    let mut annotations = Vec::with_capacity(file.annotations.len());
    for shape in file.annotations {
        annotations.push(entries.annotation(shape).ok()?);
    }
    let (mut set, doubled) = set.with_annotations(annotations);
    let mut is_doubled = !doubled.is_empty();
    for shape in file.relations {
        is_doubled |= set.insert_relation(entry::relation(shape).ok()?).is_some();
    }
    for shape in file.reviews {
        is_doubled |= set.insert_review(entries.review(shape).ok()?).is_some();
    }
    for shape in file.decisions {
        is_doubled |= set.insert_remark(entries.decision(&shape).ok()?).is_some();
    }
    for shape in file.answers {
        is_doubled |= set.insert_remark(entries.answer(shape).ok()?).is_some();
    }
    for shape in file.returned {
        is_doubled |= set.insert_remark(entries.returned(shape).ok()?).is_some();
    }
    for shape in file.orphans {
        let orphan = entries.orphan(shape, None).ok()?;
        is_doubled |= set.get(&orphan.id).is_some() || set.insert_orphan(orphan).is_some();
    }
    if is_doubled {
        return None;
    }
    let mut issues = entries.issues;
    issues.extend(unaligned(&set, document));
    Some(Read { decoded: Decoded { value: set, issues }, sha256: file.source.sha256.0.into_owned() })
}

/// Keeps what the file says of its source and this program would not say by itself.
pub(super) fn keep_source(extra: &mut Extra, source: &SourceShape<'_>, document: &Document) {
    keep_unknown(extra, "source/", &source.unknown);
    if let Some(language) = source.language.as_deref()
        && document.language.as_deref() != Some(language)
    {
        extra.keep("source/language", serde_json::Value::from(language).to_string());
    }
    let origin = document.text.origin();
    let said = [("encoding", &source.encoding, origin.encoding), ("extent", &source.extent, origin.extent)];
    for (key, said, known) in said {
        if let Some(said) = said.as_deref().filter(|said| known != Some(*said)) {
            extra.keep(format!("source/{key}"), serde_json::Value::from(said).to_string());
        }
    }
    if let Some(details) = source.details {
        extra.keep(DETAILS, details.get());
    }
}

/// One issue for each annotation with an edge inside a grapheme cluster; it is kept exactly as it is.
pub(super) fn unaligned(set: &AnnotationSet, document: &Document) -> Vec<Issue> {
    let off = set.annotations().iter().filter(|a| !a.spans.is_aligned(&document.text));
    off.map(|a| {
        let what = say!("format-sidecar-edge", quote = shown(a.spans.quote(&document.text)));
        let place = say!("format-place-annotation", id = a.id.as_str());
        Issue::new(place, what, text("format-sidecar-edge-hint"))
    })
    .collect()
}
