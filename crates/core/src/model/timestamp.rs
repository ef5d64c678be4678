//! When something happened.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use jiff::SignedDuration;

/// A moment, compared as a moment; read from a file it is written back as it was spelled there.
///
/// ```
/// # use tippani_core::model::Timestamp;
/// let here: Timestamp = "2026-01-02T05:30+05:30".parse()?;
/// let utc: Timestamp = "2026-01-02T00:00:00Z".parse()?;
/// assert_eq!(here, utc);
/// assert_eq!(here.to_string(), "2026-01-02T05:30+05:30");
/// assert_eq!(here.later().to_string(), "2026-01-02T00:00:00.001Z");
/// # Ok::<(), tippani_core::model::TimestampError>(())
/// ```
#[derive(Clone)]
pub struct Timestamp(Spelling);

/// Every annotation has two times, so that the one that is rare stands elsewhere.
#[derive(Clone)]
enum Spelling {
    /// As this program spells it.
    Plain(jiff::Timestamp),
    /// As a file does.
    OfFile(Arc<(jiff::Timestamp, Box<str>)>),
}

/// What clocks show somewhere: UTC where it is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(jiff::tz::TimeZone);

impl Default for Zone {
    fn default() -> Self {
        Self(jiff::tz::TimeZone::UTC)
    }
}

impl From<jiff::tz::TimeZone> for Zone {
    fn from(zone: jiff::tz::TimeZone) -> Self {
        Self(zone)
    }
}

/// A text that is no moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no time with a date and an offset from UTC, such as 2026-01-02T03:04:05Z")]
pub struct TimestampError(pub String);

impl Timestamp {
    /// The moment itself.
    #[must_use]
    pub fn moment(&self) -> jiff::Timestamp {
        match &self.0 {
            Spelling::Plain(moment) => *moment,
            Spelling::OfFile(spelled) => spelled.0,
        }
    }

    /// How the file it was read from spells it, where that is not how this program does.
    #[must_use]
    pub fn spelled(&self) -> Option<&str> {
        match &self.0 {
            Spelling::Plain(_) => None,
            Spelling::OfFile(spelled) => Some(&spelled.1),
        }
    }

    /// Date and time as the clocks show them in `zone`.
    ///
    /// ```
    /// # use tippani_core::model::{Timestamp, Zone};
    /// let moment: Timestamp = "2026-01-02T22:05:30Z".parse()?;
    /// let kolkata = Zone::from(jiff::tz::TimeZone::fixed(jiff::tz::offset(5)));
    /// assert_eq!(moment.local(&kolkata).to_string(), "2026-01-03T03:05:30");
    /// # Ok::<(), tippani_core::model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn local(&self, zone: &Zone) -> jiff::civil::DateTime {
        self.moment().to_zoned(zone.0.clone()).datetime()
    }

    /// A millisecond after it.
    #[must_use]
    pub fn later(&self) -> Self {
        let moment = self.moment();
        Self::from(moment.checked_add(SignedDuration::from_millis(1)).unwrap_or(moment))
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(moment: jiff::Timestamp) -> Self {
        Self(Spelling::Plain(moment))
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    /// RFC 3339, with any offset and any fraction of a second.
    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let moment: jiff::Timestamp =
            text.parse().map_err(|_no_moment: jiff::Error| TimestampError(text.to_owned()))?;
        let as_written = is_plain(text.as_bytes()) || moment.to_string() == text;
        let of_file = || Spelling::OfFile(Arc::new((moment, text.into())));
        Ok(Self(if as_written { Spelling::Plain(moment) } else { of_file() }))
    }
}

/// Whether a moment is spelled as this program spells one of a whole second: to tell it so is quicker than to spell it.
fn is_plain(text: &[u8]) -> bool {
    text.len() == 20 && text[10] == b'T' && text[13] == b':' && text[19] == b'Z' && text[17] != b'6'
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Plain(moment) => moment.fmt(f),
            Spelling::OfFile(spelled) => spelled.1.fmt(f),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.moment() == other.moment()
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.moment().cmp(&other.moment())
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.moment().hash(state);
    }
}
