//! Dates and times in the language of the window.

use crate::model::{Timestamp, Zone};
use crate::words::{say, text};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

/// Date and time to the minute, as the clocks show them in `zone`: “3 Jan 2026, 03:05”.
pub(super) fn date_and_time(moment: &Timestamp, zone: &Zone) -> String {
    let local = moment.local(zone);
    let month = usize::try_from(local.month() - 1).ok().and_then(|n| MONTHS.get(n));
    let (year, time) = (local.year().to_string(), format!("{:02}:{:02}", local.hour(), local.minute()));
    say!(
        "date-and-time",
        day = local.day(),
        month = month.map_or("", |id| text(id)),
        year = year,
        time = time
    )
}
