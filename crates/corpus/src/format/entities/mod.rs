//! The entities file, version 1: one annotator's part of the registry, and the registry in formats of other tools.

pub mod exchange;
mod read;
pub(super) mod shape;
mod steps;
mod write;

pub use read::{EntitiesError, decode};
pub use steps::{StepEntry, StepRecord, decode_steps, encode_steps};
pub use write::encode;

use crate::model::Annotator;

/// The name of the format.
pub const FORMAT: &str = "tippani/entities";
/// The version this program writes.
pub const VERSION: u64 = 1;

/// The key of links that are not suggested again.
const REJECTED: &str = "rejected";

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

/// What a shared registry is called whose file lies in the workspace folder; nothing when it is none.
///
/// ```
/// # use tippani_corpus::format::entities::parse_shared_name;
/// assert_eq!(parse_shared_name("entities.archive.shared.csv"), Some("archive"));
/// assert_eq!(parse_shared_name("entities.archive.csv"), None);
/// assert_eq!(parse_shared_name("entities.archive.shared.xlsx"), None);
/// ```
#[must_use]
pub fn parse_shared_name(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("entities.")?;
    let endings = [".shared.csv", ".shared.jsonl", ".shared.ttl"];
    endings.iter().find_map(|ending| rest.strip_suffix(ending)).filter(|name| !name.is_empty())
}

/// Whether a file in the workspace folder is another copy of somebody's part, as programs that sync files name theirs.
#[must_use]
pub fn is_copy_name(name: &str) -> bool {
    let middle = name.strip_prefix("entities.").and_then(|rest| rest.strip_suffix(".json"));
    middle.is_some_and(|middle| {
        Annotator::new(middle).is_err() && !middle.contains(".set-aside-") && !middle.is_empty()
    })
}
