//! The time, read in one place and passed on.

use jiff::{Timestamp as Instant, Unit};

use crate::model::Timestamp;

/// This moment, to the second.
#[must_use]
pub fn now() -> Timestamp {
    let instant = Instant::now();
    let second = instant.round(Unit::Second).unwrap_or(instant);
    Timestamp::new(second.to_string())
}
