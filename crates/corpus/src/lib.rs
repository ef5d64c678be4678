//! Articles and annotations on disk: their formats, the files, and work over all of them. No window.

use tippani_core::{analysis, edit, model, names, text};
use tippani_typeset as typeset;
use tippani_words as words;

pub mod format;
pub mod jobs;
pub mod read_model;
pub mod store;
