//! Days and moments as pages write them.

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::Offset;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Nothing on the web is older; what says so is a mistake.
const FIRST_YEAR: i16 = 1990;

/// A moment as RFC 3339 has it, or a day; nothing where it is not sure which is meant (`03/04/2025`).
pub(super) fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    pieces(text)
        .or_else(|| mail(text))
        .or_else(|| seconds(text))
        .or_else(|| parse_written_date(text).map(|day| day.to_string()))
}

/// How names of pages end.
const ENDINGS: [&str; 7] = [".html", ".htm", ".shtml", ".cms", ".php", ".aspx", ".amp"];

/// The day in the path of an address: `…/2025/01/31/…`, `…/2025-01-31-…`; of `…/2025/01/5-things-to-know` nobody knows it.
pub(super) fn in_address(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let plain =
        |segment| ENDINGS.iter().find_map(|ending| str::strip_suffix(segment, ending)).unwrap_or(segment);
    let segments: Vec<&str> = path.split(['/', '?', '#']).map(plain).collect();
    let joined = segments.iter().flat_map(|s| s.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'));
    day_of_three(&segments).or_else(|| {
        joined.map(|part| part.split('-').collect()).find_map(|parts: Vec<&str>| day_of_three(&parts))
    })
}

/// The day that three of these in a row are the year, month and day of.
fn day_of_three(parts: &[&str]) -> Option<String> {
    parts.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        let is_right = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        date(year, month, day).filter(|_| is_right).map(|day| day.to_string())
    })
}

/// ISO 8601, with or without a time, an offset, colons in it, a blank in place of the `T`.
fn pieces(text: &str) -> Option<String> {
    // `2025-01-31T10:00:00 +05:30` is met, and is not quite of the standard.
    let joined = match text.rsplit_once(' ') {
        Some((moment, offset)) if offset.starts_with(['+', '-']) => format!("{moment}{offset}"),
        Some((moment, "UTC" | "GMT" | "Z")) => format!("{moment}Z"),
        _ => text.to_owned(),
    };
    let pieces = Pieces::parse(&joined).ok()?;
    let day = pieces.date();
    (day.year() >= FIRST_YEAR).then(|| match (pieces.time(), pieces.offset()) {
        (Some(time), offset) => moment(day, time, offset),
        (None, _) => day.to_string(),
    })
}

fn moment(day: Date, time: Time, offset: Option<PiecesOffset>) -> String {
    let time = time.strftime("%H:%M:%S");
    let offset = match offset {
        Some(PiecesOffset::Zulu) => "Z".to_owned(),
        Some(PiecesOffset::Numeric(numeric)) => shown(numeric.offset()),
        _ => String::new(),
    };
    format!("{day}T{time}{offset}")
}

fn shown(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// As in mail: `Fri, 31 Jan 2025 10:00:00 +0530`.
fn mail(text: &str) -> Option<String> {
    let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
    (zoned.date().year() >= FIRST_YEAR)
        .then(|| format!("{}{}", zoned.datetime().strftime("%Y-%m-%dT%H:%M:%S"), shown(zoned.offset())))
}

/// Seconds, or thousandths, since 1970.
fn seconds(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))?;
    let moment = match text.len() {
        10 => jiff::Timestamp::from_second(number),
        13 => jiff::Timestamp::from_millisecond(number),
        _ => return None,
    };
    moment.ok().map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// A day in figures, or with an English month; what follows it is not looked at.
fn parse_written_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let month = parts.iter().position(|part| month_of(part).is_some());
    if let Some(at) = month {
        let month = month_of(parts[at])?.to_string();
        let year = parts.iter().skip(at + 1).take(3).find(|part| part.len() == 4 && is_number(part))?;
        let is_day = |part: &&&str| matches!(part.len(), 1..=4) && day_of(part).is_some();
        let before = at.checked_sub(1).and_then(|before| parts.get(before)).filter(is_day);
        let day = before.or_else(|| parts.get(at + 1).filter(is_day))?;
        return date(year, &month, day_of(day)?);
    }
    let [first, second, third, ..] = parts.as_slice() else { return None };
    if [first, second, third].iter().any(|part| !is_number(part)) {
        return None;
    }
    if first.len() == 4 {
        return date(first, second, third);
    }
    // Day and month stand in either order, and only one above twelve says in which.
    let is_day = |part: &str| part.parse::<u8>().is_ok_and(|n| n > 12);
    match (third.len(), is_day(first), is_day(second)) {
        (4, true, false) => date(third, second, first),
        (4, false, true) => date(third, first, second),
        _ => None,
    }
}

/// The number of an English month, whole or cut short.
fn month_of(part: &str) -> Option<usize> {
    let part = part.to_ascii_lowercase();
    let short = part.get(..3).filter(|_| part.bytes().all(|b| b.is_ascii_alphabetic()) && part.len() <= 9)?;
    MONTHS.iter().position(|month| *month == short).map(|n| n + 1)
}

/// The figures of `31`, `31st`.
fn day_of(part: &str) -> Option<&str> {
    let figures = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (matches!(figures.len(), 1 | 2) && figures.bytes().all(|b| b.is_ascii_digit())).then_some(figures)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (date.year() >= FIRST_YEAR).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::{in_address, normal};

    #[test]
    fn what_is_meant_for_sure_is_a_day_or_a_moment() {
        for (written, read) in [
            ("2025-01-31T10:00:00+05:30", "2025-01-31T10:00:00+05:30"),
            ("2025-01-31T10:00:00+0530", "2025-01-31T10:00:00+05:30"),
            ("2025-01-31T04:30:00.123Z", "2025-01-31T04:30:00Z"),
            ("2025-01-31 10:00:00 +05:30", "2025-01-31T10:00:00+05:30"),
            ("2025-01-31 10:00", "2025-01-31T10:00:00"),
            ("2025-01-31", "2025-01-31"),
            ("20250131", "2025-01-31"),
            ("Fri, 31 Jan 2025 10:00:00 +0530", "2025-01-31T10:00:00+05:30"),
            ("January 31, 2025 10:00 IST", "2025-01-31"),
            ("31st Jan 2025", "2025-01-31"),
            ("31/01/2025", "2025-01-31"),
            ("01/31/2025", "2025-01-31"),
            ("2025/1/31", "2025-01-31"),
            ("1738297800", "2025-01-31T04:30:00Z"),
        ] {
            assert_eq!(normal(written).as_deref(), Some(read), "{written}");
        }
        for unsure in
            ["03/04/2025", "", "yesterday", "0001-01-01T00:00:00Z", "2025-13-45", "May be", "12 March"]
        {
            assert_eq!(normal(unsure), None, "{unsure}");
        }
        for (url, day) in [
            ("https://a.in/news/2025/01/31/bridge", Some("2025-01-31")),
            ("https://a.in/news/2025/1/31", Some("2025-01-31")),
            ("https://a.in/2025/01/31?page=2", Some("2025-01-31")),
            ("https://a.in/news/2025-01-31-bridge", Some("2025-01-31")),
            ("https://a.in/news/bridge-2025-01-31.html", Some("2025-01-31")),
            ("https://a.in/news?day=2025-01-31", Some("2025-01-31")),
            ("https://a.in/news/2025/01/31.html", Some("2025-01-31")),
            ("https://a.in/news/2025/bridge-12", None),
            ("https://a.in/2024/11/5-things-to-know", None),
            ("https://a.in/2024/11/05.things", None),
            ("https://a.in/2024/top-11-5", None),
        ] {
            assert_eq!(in_address(url).as_deref(), day, "{url}");
        }
    }
}
