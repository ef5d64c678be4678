//! What a list shows of a sidecar, without reading it all.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::value::StateShape;
use super::{FORMAT, VERSION, entry};
use crate::format::json::Text;
use crate::model::State;

/// A sidecar at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peek {
    /// How many annotations it lists.
    pub annotations: usize,
    /// How far the annotator has come.
    pub state: State,
}

#[derive(Deserialize)]
struct Glance<'a> {
    #[serde(borrow)]
    format: Text<'a>,
    version: u64,
    state: StateShape,
    annotations: Vec<IgnoredAny>,
}

/// Counts and state of a sidecar; entries are counted, not read. Nothing when it is none of this version.
#[must_use]
pub fn peek(bytes: &[u8]) -> Option<Peek> {
    let glance: Glance<'_> = serde_json::from_slice(bytes).ok()?;
    (&*glance.format == FORMAT && glance.version == VERSION)
        .then(|| Peek { annotations: glance.annotations.len(), state: entry::state(glance.state) })
}
