//! The time, read in one place and passed on.

use jiff::Timestamp as Instant;

use crate::model::{Timestamp, Zone};

/// This moment, to the millisecond.
#[must_use]
pub fn now() -> Timestamp {
    let instant = Instant::now();
    Instant::from_millisecond(instant.as_millisecond()).unwrap_or(instant).into()
}

/// What clocks show here.
#[must_use]
pub fn zone() -> Zone {
    jiff::tz::TimeZone::system().into()
}
