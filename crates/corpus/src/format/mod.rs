//! Bytes to values and back: articles, sidecars, the workspace file, preferences.
//!
//! The only serde shapes of the program live here, twins of the model's types, so that a released file version never
//! freezes an internal type. This room knows neither the file system nor the window.

mod agreement_tables;
pub mod answer;
pub mod article;
pub mod articles;
mod claims_answer;
mod decoded;
pub mod encoding;
pub mod entities;
pub mod exchange;
mod fonts_answer;
pub mod html;
pub mod imports;
pub mod journal;
mod json;
pub mod json_schema;
pub mod language;
pub(crate) mod localized;
pub mod preferences;
mod review_answer;
pub mod sidecar;
pub mod workspace;

pub use agreement_tables::agreement_tables;
pub use decoded::{Decoded, Issue};
