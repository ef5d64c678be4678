//! The time, read in one place and passed on.

use jiff::Timestamp as Instant;

use crate::jobs::clock;
use crate::session::Now;

/// This moment, to the second in text.
pub(super) fn now() -> Now {
    Now {
        timestamp: clock::now(),
        millis: u64::try_from(Instant::now().as_millisecond()).unwrap_or_default(),
    }
}
