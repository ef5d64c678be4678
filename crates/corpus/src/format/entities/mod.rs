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

/// Whose part a file in the workspace folder is another copy of, as programs that sync files name theirs; nothing when it is none.
///
/// ```
/// # use tippani_corpus::format::entities::parse_copy_name;
/// assert_eq!(parse_copy_name("entities.asha (conflicted copy).json").unwrap().as_str(), "asha");
/// assert_eq!(parse_copy_name("entities.asha.sync-conflict-20260102-030405.json").unwrap().as_str(), "asha");
/// assert!(parse_copy_name("entities.asha.json").is_none());
/// assert!(parse_copy_name("entities.asha.set-aside-20260102T030405Z.json").is_none());
/// ```
#[must_use]
pub fn parse_copy_name(name: &str) -> Option<Annotator> {
    let middle = name.strip_prefix("entities.")?.strip_suffix(".json")?;
    if Annotator::new(middle).is_ok() || middle.contains(".set-aside-") {
        return None;
    }
    let end = middle.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    let name = middle.get(..end.unwrap_or(middle.len()))?;
    Annotator::new(name.trim_end_matches(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit())).ok()
}
