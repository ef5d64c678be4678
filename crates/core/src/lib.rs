//! Values of annotating: places in text, what an analyst means, changes and their history, questions about all that.
//!
//! No files, no clock, no threads, no log, no window: times and identifiers are passed in.

pub mod analysis;
pub mod edit;
pub mod model;
pub mod names;
pub mod text;
