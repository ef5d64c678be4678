//! Tippani: read multilingual news, highlight spans, tag them as entities or claims.
//!
//! The rooms and who may know whom are drawn in `ARCHITECTURE.md`.

/// Exports and imports make and drop many small texts on every processor, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod analysis;
pub mod app;
pub mod cli;
pub mod edit;
pub mod format;
pub mod model;
pub mod session;
pub mod store;
pub mod text;
pub mod typeset;
pub mod ui;
