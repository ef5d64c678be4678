//! Why a link is suggested, in words.

use crate::analysis::{ClaimReason, NamedDay, Number};
use crate::model::EntityRef;
use crate::session::Session;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A reason in words: what speaks for support or refutation says so, and decides nothing.
pub(in crate::ui) fn reason(session: &Session, reason: &ClaimReason) -> String {
    match reason {
        ClaimReason::SameClaimer(who) => {
            format!("same claimer: {}", session.name_of_entity(&EntityRef::from(&**who)))
        }
        ClaimReason::SameEntity(one, other) if one == other => format!("both name {one}"),
        ClaimReason::SameEntity(one, other) => format!("{one} and {other} may be one"),
        ClaimReason::SameNumber(number) => format!("both say {number}, which speaks for support"),
        ClaimReason::OtherNumbers(ours, theirs) => {
            format!("{} ≠ {}, which speaks for refutation", numbers(ours), numbers(theirs))
        }
        ClaimReason::SameDay(named) => format!("both name {}", day(*named)),
        ClaimReason::SameWords(words) => format!("words in common: {}", words.join(", ")),
    }
}

fn numbers(all: &[Number]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A day as a sentence names it.
pub(in crate::ui) fn day(day: NamedDay) -> String {
    match day {
        NamedDay::Weekday(day) => WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default().to_owned(),
        NamedDay::Date { month, day } => {
            let month = usize::from(month).checked_sub(1).and_then(|month| MONTHS.get(month));
            format!("{day} {}", month.copied().unwrap_or_default())
        }
        NamedDay::Year(year) => year.to_string(),
    }
}
