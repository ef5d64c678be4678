//! Tippani: read multilingual news, highlight spans, tag them as entities or claims.
//!
//! The rooms and who may know whom are drawn in `ARCHITECTURE.md`; those without a window are crates of their own, and
//! stand here under one roof.

/// Exports and imports make and drop many small texts on every processor, which the system's allocator is slow at. Its pages are
/// small ones (`no_thp`): large ones took a third more memory and no less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub use tippani_core::{analysis, edit, model, names, text};
pub use tippani_corpus::{format, jobs, read_model, store};
pub use tippani_typeset as typeset;
pub use tippani_words as words;

#[cfg(feature = "window")]
pub mod app;
pub mod cli;
pub mod licences;
#[cfg(feature = "window")]
pub mod session;
#[cfg(feature = "window")]
pub mod ui;
