//! Changes to an annotation set, each with its inverse, and the history that undoes them.

mod change;
mod history;
mod transaction;

pub use change::{Change, ChangeError};
pub use history::History;
pub use transaction::Transaction;
