//! Questions about finished values: which marks stand where, what is found where, what is wrong.

mod check;
mod find;
mod index;
mod lanes;
mod summary;
mod tally;

pub use check::{Finding, Rule, check};
pub use find::{Fold, find};
pub use index::SpanIndex;
pub use lanes::{Lanes, lanes};
pub use summary::{Count, count_by_label};
pub use tally::{Tally, counted};
