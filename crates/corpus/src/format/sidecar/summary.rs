//! What a sidecar says of itself, without a look into what is in it.

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
    let text = simdutf8::basic::from_utf8(without_bom(bytes)).ok()?;
    let file: SummaryShape = serde_json::from_str(text).ok()?;
    if file.format != FORMAT || file.version != VERSION || file.source.unit != OFFSET_UNIT {
        return None;
    }
    Some(Summary {
        annotator: Annotator::new(&file.annotator).ok()?,
        sha256: file.source.sha256,
        state: entry::state(file.state),
        annotations: file.annotations.len(),
        reviews: file.reviews.len(),
    })
}
