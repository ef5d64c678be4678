//! The time, read in one place and passed on.

use crate::jobs::clock;
use crate::session::Now;

/// This moment, to the millisecond.
pub(super) fn now() -> Now {
    let timestamp = clock::now();
    let millis = u64::try_from(timestamp.moment().as_millisecond()).unwrap_or_default();
    Now { timestamp, millis }
}
