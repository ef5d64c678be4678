//! What a sidecar says of itself, without a look into what is in it.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::entry;
use super::value::StateShape;
use super::{FORMAT, OFFSET_UNIT, VERSION};
use crate::format::encoding::without_bom;
use crate::model::{Annotator, State};

/// How far an annotator has come with an article, and how much is in the sidecar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Whose it is.
    pub annotator: Annotator,
    /// SHA-256 of the text it was made for, lower-case hexadecimal.
    pub sha256: String,
    /// How far the annotator has come.
    pub state: State,
    /// Entries that stand for annotations.
    pub annotations: usize,
    /// Entries that stand for verdicts on others' annotations.
    pub reviews: usize,
}

#[derive(Deserialize)]
struct SummaryShape {
    format: String,
    version: u64,
    source: SourceSummary,
    annotator: String,
    state: StateShape,
    annotations: Vec<IgnoredAny>,
    #[serde(default)]
    reviews: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct SourceSummary {
    sha256: String,
    unit: String,
}

/// What a sidecar of this version says of itself; nothing of any other file. Whether its entries can be read is not looked at.
#[must_use]
pub fn summary(bytes: &[u8]) -> Option<Summary> {
    let whole = without_bom(bytes);
    let mut rest = Cow::Borrowed(whole);
    let annotations = cut_entries(&mut rest, b"\n  \"annotations\": [\n");
    let reviews = cut_entries(&mut rest, b"\n  \"reviews\": [\n");
    let is_cut = |cut: usize, list: &[IgnoredAny]| cut == 0 || list.is_empty();
    let is_all =
        |file: &SummaryShape| is_cut(annotations, &file.annotations) && is_cut(reviews, &file.reviews);
    let (file, annotations, reviews) = match shape(&rest).filter(is_all) {
        Some(file) => (file, annotations, reviews),
        // What was cut is of a list within another: this file stands otherwise than it looks.
        None => (shape(whole)?, 0, 0),
    };
    if file.format != FORMAT || file.version != VERSION || file.source.unit != OFFSET_UNIT {
        return None;
    }
    Some(Summary {
        annotator: Annotator::new(&file.annotator).ok()?,
        sha256: file.source.sha256,
        state: entry::state(file.state),
        annotations: annotations + file.annotations.len(),
        reviews: reviews + file.reviews.len(),
    })
}

fn shape(file: &[u8]) -> Option<SummaryShape> {
    serde_json::from_str(simdutf8::basic::from_utf8(file).ok()?).ok()
}

/// How an entry begins and ends in a file as this program writes it.
const FIRST: &[u8] = b"\n    {";
const LAST: &[u8] = b"\n    }";
static FIRST_LINE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(FIRST));
static LAST_LINE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(LAST));

/// Removes a list's entries from a file in this program's own layout and returns their number, 0 if the layout differs. Such a
/// list is nearly all of a file, and counting its lines is many times as fast as parsing its values; no string of JSON can hold
/// a line break. A line out of place is noticed; where several hide each other, whoever reads the file counts again.
fn cut_entries(file: &mut Cow<'_, [u8]>, opening: &[u8]) -> usize {
    let whole = &**file;
    if !whole.starts_with(b"{\n  \"") {
        return 0;
    }
    let Some(start) = memmem::find(whole, opening).map(|at| at + opening.len() - 1) else { return 0 };
    let list = &whole[start..];
    if !list.starts_with(FIRST) {
        return 0;
    }
    for (count, at) in (1..).zip(LAST_LINE.find_iter(list)) {
        let (entries, rest) = list.split_at(at + LAST.len());
        if rest.starts_with(b"\n  ]") {
            if FIRST_LINE.find_iter(entries).count() != count {
                return 0;
            }
            *file = Cow::Owned([&whole[..start], rest].concat());
            return count;
        }
        if !rest.starts_with(b",\n    {") {
            return 0;
        }
    }
    0
}
