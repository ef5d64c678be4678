//! When a claim was made, as far as that can be told.

use super::BoardEntry;
use crate::model::Value;

/// The attribute that says when a claim was made, in the built-in schema and those made from it.
const TIME: &str = "time";

/// A day: year, month, day of the month.
pub type Day = (u16, u8, u8);

/// The day on which a claim was made: what its attribute `time` says, or else the day its article was published.
///
/// ```
/// # use tippani_core::analysis::{BoardEntry, said_on};
/// # use tippani_core::model::{
/// #     Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, Value,
/// # };
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("The bridge fell.");
/// let span = Span::new(&text, ByteOffset::new(0), ByteOffset::new(15)).unwrap();
/// let now = "2026-02-02T03:04:05Z".parse().unwrap();
/// let claim = Annotation::new(AnnotationId::new("01A"), AnnotationKind::Claim, "claim", span.into(), now);
/// let set = AnnotationSet::new(Annotator::new("asha").unwrap());
/// let document = Document { file: "bridge.txt".into(), text, sha256: "".into(), language: None };
/// let mut entry = BoardEntry::of(&document, &set, &claim);
/// assert_eq!(said_on(&entry), None);
/// entry.published = Some((2026, 1, 31));
/// assert_eq!(said_on(&entry), Some((2026, 1, 31)));
/// entry.attributes.push(("time".into(), Value::Text("2026-01-30".to_owned())));
/// assert_eq!(said_on(&entry), Some((2026, 1, 30)));
/// ```
#[must_use]
pub fn said_on(entry: &BoardEntry) -> Option<Day> {
    let stated = match entry.attribute(TIME) {
        Some(Value::Text(text)) => day_in(text),
        _ => None,
    };
    stated.or_else(|| published_on(entry))
}

/// The day on which the article of a claim was published: by its details, or else by its name, as `2026-01-31`.
#[must_use]
pub fn published_on(entry: &BoardEntry) -> Option<Day> {
    entry.published.or_else(|| day_in(&entry.key.file))
}

/// The first day in a text, written year first with `-` between.
///
/// ```
/// # use tippani_core::analysis::day_in;
/// assert_eq!(day_in("news/2026-01-31-bridge.txt"), Some((2026, 1, 31)));
/// assert_eq!(day_in("item 2026-13-01"), None);
/// ```
#[must_use]
pub fn day_in(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    let number = |range: &[u8]| -> Option<u16> { std::str::from_utf8(range).ok()?.parse().ok() };
    let is_digits = |range: &[u8]| range.iter().all(u8::is_ascii_digit);
    let at = |window: &[u8]| {
        let (year, month, day) = (&window[..4], &window[5..7], &window[8..10]);
        let is_day = window[4] == b'-' && window[7] == b'-' && [year, month, day].into_iter().all(is_digits);
        let (year, month, day) = (number(year)?, number(month)?, number(day)?);
        let is_day = is_day && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_day.then_some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
    };
    bytes.windows(10).find_map(at)
}
