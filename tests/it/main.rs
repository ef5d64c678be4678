//! All integration tests in one binary: data in, data out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that meets what it did not expect fails, and tests look at files"
)]

mod agreement;
mod answers;
mod architecture;
mod book;
mod cancel;
mod claims;
mod clock;
mod command_line;
mod comparison;
mod decisions;
mod edit;
mod end_to_end;
mod entities;
mod exchange;
mod feedback;
mod folder;
mod format;
mod fuzz;
mod gamma;
mod history;
mod items;
mod jobs;
mod journal;
mod judges;
mod kept;
mod lanes;
#[path = "../layouts/mod.rs"]
mod layouts;
mod licences;
mod marked;
mod merge;
mod names;
mod occurrences;
mod opening;
mod outside;
mod page;
mod parallel;
mod portable;
mod program;
mod queue_parts;
mod read_model;
mod reanchor;
mod review;
mod schedules;
mod schema;
mod session;
mod set;
mod shaping;
mod spoken;
mod store;
mod strip;
mod text;
mod text_field;
mod told;
mod tools;
mod typeset;
mod unsaved;
mod verdicts;
mod window;
mod words;
