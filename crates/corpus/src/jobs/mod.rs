//! Work that takes time, on all processors and without holding the corpus: exports, imports, counts, agreement, the queue.

mod articles;
mod cancel;
mod cancelable;
pub mod clock;
mod export;
mod import;
pub mod merge;
mod parallel;
mod preview;
pub mod queue;
pub mod study;
pub mod survey;

pub use cancel::{CancelToken, Cancelled};
pub use export::{Exported, Exporting, export};
pub use import::{Imported, Importing, TwoUnits, import};
pub use parallel::{WorkPanicked, parallel_in_order};
pub use preview::{preview_export, preview_import};
