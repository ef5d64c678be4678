//! Exports and imports, with all processors and without holding the corpus.

mod export;
mod import;

pub use export::{Exported, Exporting, export};
pub use import::{Imported, Importing, import};
