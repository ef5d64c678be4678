//! The time, read in one place and passed on.

use std::sync::LazyLock;
use std::time::Instant;

use crate::jobs::clock;
use crate::model::{Timestamp, Zone};
use crate::session::Now;

/// A moment by both clocks: the one of the wall, which may be set, and the one that only goes on.
///
/// What is due is due by the latter, so that setting the clock back puts nothing off.
///
/// ```
/// use std::time::{Duration, Instant};
/// use tippani::app::Clock;
///
/// let begun = Instant::now();
/// let clock = Clock::new(begun, &"2026-01-02T10:00:00Z".parse()?);
/// let set_back = "2026-01-01T10:00:00Z".parse()?;
/// let now = clock.now(begun + Duration::from_secs(1), set_back);
/// assert_eq!(now.timestamp.to_string(), "2026-01-01T10:00:00Z");
/// assert_eq!(now.millis, 1_767_348_001_000, "a second later, whatever the wall says");
/// # Ok::<(), tippani::model::TimestampError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    begun: Instant,
    begun_millis: u64,
}

impl Clock {
    /// One that is begun at this moment, which both clocks tell.
    #[must_use]
    pub fn new(begun: Instant, wall: &Timestamp) -> Self {
        Self { begun, begun_millis: u64::try_from(wall.moment().as_millisecond()).unwrap_or_default() }
    }

    /// A later moment, as both clocks tell it.
    #[must_use]
    pub fn now(&self, instant: Instant, wall: Timestamp) -> Now {
        let elapsed = instant.saturating_duration_since(self.begun).as_millis();
        let elapsed = u64::try_from(elapsed).unwrap_or(u64::MAX);
        Now { timestamp: wall, millis: self.begun_millis.saturating_add(elapsed) }
    }
}

/// This moment, to the millisecond.
pub(super) fn now() -> Now {
    static CLOCK: LazyLock<Clock> = LazyLock::new(|| Clock::new(Instant::now(), &clock::now()));
    CLOCK.now(Instant::now(), clock::now())
}

/// What clocks show here.
pub(super) fn zone() -> Zone {
    clock::zone()
}
