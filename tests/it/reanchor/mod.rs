//! Annotations of articles that were changed: found again, asked about, or kept until they have a place.

mod articles;
mod edits;
mod examples;
pub(crate) mod folder;
mod generated;
mod merging;
mod unsaved;
