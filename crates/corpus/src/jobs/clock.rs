//! The time, read in one place and passed on.

use crate::model::Timestamp;

/// This moment, to the millisecond.
#[must_use]
pub fn now() -> Timestamp {
    let moment = jiff::Timestamp::now();
    jiff::Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment).into()
}
