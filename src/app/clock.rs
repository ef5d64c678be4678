//! The time, read in one place and passed on.

use jiff::{Timestamp as Instant, Unit};

use crate::model::Timestamp;
use crate::session::Now;

/// This moment, to the second in text.
pub(super) fn now() -> Now {
    let instant = Instant::now();
    let second = instant.round(Unit::Second).unwrap_or(instant);
    Now {
        timestamp: Timestamp::new(second.to_string()),
        millis: u64::try_from(instant.as_millisecond()).unwrap_or_default(),
    }
}
