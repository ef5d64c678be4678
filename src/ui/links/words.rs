//! Why a link is suggested, in words.

use crate::analysis::{ClaimReason, NamedDay, Number};
use crate::model::EntityRef;
use crate::session::Session;
use crate::words::{say, text};

/// Their messages, from Monday.
const WEEKDAYS: [&str; 7] = [
    "links-monday",
    "links-tuesday",
    "links-wednesday",
    "links-thursday",
    "links-friday",
    "links-saturday",
    "links-sunday",
];
const MONTHS: [&str; 12] = [
    "links-january",
    "links-february",
    "links-march",
    "links-april",
    "links-may",
    "links-june",
    "links-july",
    "links-august",
    "links-september",
    "links-october",
    "links-november",
    "links-december",
];

/// A reason in words: what speaks for support or refutation says so, and decides nothing.
pub(in crate::ui) fn reason(session: &Session, reason: &ClaimReason) -> String {
    match reason {
        ClaimReason::SameClaimer(who) => {
            say!("links-reason-same-claimer", name = session.name_of_entity(&EntityRef::from(&**who)))
        }
        ClaimReason::SameEntity(one, other) if one == other => say!("links-reason-same-entity", name = one),
        ClaimReason::SameEntity(one, other) => say!("links-reason-like-entity", one = one, other = other),
        ClaimReason::SameNumber(number) => say!("links-reason-same-number", number = number.to_string()),
        ClaimReason::OtherNumbers(ours, theirs) => {
            say!("links-reason-other-numbers", ours = numbers(ours), theirs = numbers(theirs))
        }
        ClaimReason::SameDay(named) => say!("links-reason-same-day", day = day(*named)),
        ClaimReason::SameWords(words) => say!("links-reason-same-words", words = words.join(", ")),
    }
}

fn numbers(all: &[Number]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A day as a sentence names it.
pub(in crate::ui) fn day(day: NamedDay) -> String {
    match day {
        NamedDay::Weekday(day) => {
            text(WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default()).to_owned()
        }
        NamedDay::Date { month, day } => {
            let month = usize::from(month).checked_sub(1).and_then(|month| MONTHS.get(month));
            let month = text(month.copied().unwrap_or_default());
            say!("links-date", day = day.to_string(), month = month)
        }
        NamedDay::Year(year) => year.to_string(),
    }
}
