//! The workspace file `tippani.json`, version 1: name, guidelines and the label schema.

mod read;
pub(super) mod shape;
mod write;

pub use read::{WorkspaceError, decode};
pub use write::encode;

use super::localized::Localized as _;
use crate::model::SchemaError;

/// The name of the format.
pub const FORMAT: &str = "tippani/workspace";
/// The version this program writes.
pub const VERSION: u64 = 1;
/// The workspace file's name, in the workspace folder.
pub const FILE_NAME: &str = "tippani.json";

/// What is wrong with a schema, in the language of the thread.
#[must_use]
pub fn error_words(error: &SchemaError) -> String {
    error.localized()
}
