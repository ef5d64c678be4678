//! Work that takes time, on all processors and without holding the corpus: exports, imports, counts, agreement, the queue.

mod abreast;
mod articles;
pub mod clock;
mod export;
mod import;
pub mod merge;
mod preview;
pub mod queue;
pub mod study;
pub mod survey;

pub use export::{Exported, Exporting, export};
pub use import::{Imported, Importing, TwoUnits, import};
pub use preview::{preview_export, preview_import};
