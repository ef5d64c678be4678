//! Panics of one piece of work, which the rest of the program outlives.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::words::text;

/// Does `work`; where it panics, gives what it said.
///
/// # Errors
/// The message of the panic.
pub fn caught<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    // What is shared with other threads is behind locks, and read again whatever they hold.
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(&*panic))
}

/// What a panic said; in the words of the window where it said nothing.
pub fn message(panic: &(dyn Any + Send)) -> String {
    own_message(panic).unwrap_or_else(|| text("jobs-panicked-silent").to_owned())
}

/// What a panic said, if anything.
pub(super) fn own_message(panic: &(dyn Any + Send)) -> Option<String> {
    let known = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    known.or_else(|| panic.downcast_ref::<String>().cloned())
}
