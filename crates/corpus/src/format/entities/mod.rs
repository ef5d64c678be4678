//! The entities file, version 1: one annotator's part of the registry, and the registry in formats of other tools.

pub mod exchange;
mod read;
pub(super) mod shape;
mod write;

pub use read::{EntitiesError, decode};
pub use write::encode;

use crate::model::Annotator;

/// The name of the format.
pub const FORMAT: &str = "tippani/entities";
/// The version this program writes.
pub const VERSION: u64 = 1;

/// The file of an annotator's part, in the workspace folder.
#[must_use]
pub fn file_name(annotator: &Annotator) -> String {
    format!("entities.{annotator}.json")
}

/// Whose part a file in the workspace folder is; nothing when it is none.
///
/// ```
/// # use tippani_corpus::format::entities::parse_file_name;
/// assert_eq!(parse_file_name("entities.asha.json").unwrap().as_str(), "asha");
/// assert!(parse_file_name("entities.asha (conflicted copy).json").is_none());
/// ```
#[must_use]
pub fn parse_file_name(name: &str) -> Option<Annotator> {
    Annotator::new(name.strip_prefix("entities.")?.strip_suffix(".json")?).ok()
}

/// Whether a file in the workspace folder is another copy of somebody's part, as programs that sync files name theirs.
#[must_use]
pub fn is_copy_name(name: &str) -> bool {
    let middle = name.strip_prefix("entities.").and_then(|rest| rest.strip_suffix(".json"));
    middle.is_some_and(|middle| {
        Annotator::new(middle).is_err() && !middle.contains(".set-aside-") && !middle.is_empty()
    })
}
