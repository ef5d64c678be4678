//! Which unit a file without quotes counts in.

use tippani::format::exchange::{Detected, Mark, OffsetConverter, OffsetUnit, Record, UnitEvidence};
use tippani::text::SourceText;

use super::GOLDEN;

/// Marks at these places; the unit found, or nothing when two fit.
fn check(text: &str, marks: &[(usize, usize)], expected: Option<OffsetUnit>) {
    let units = OffsetConverter::new(&SourceText::new(text));
    let mark = |place: &(usize, usize)| Mark { spans: vec![*place], ..Mark::default() };
    let record = Record { marks: marks.iter().map(mark).collect(), ..Record::default() };
    let mut evidence = UnitEvidence::default();
    evidence.add(&record, &units);
    match (evidence.decide(), expected) {
        (Detected::OffsetUnit(unit, why), Some(expected)) => assert_eq!(unit, expected, "{why}"),
        (Detected::Ambiguous(..), None) => {}
        (other, expected) => panic!("{other:?} instead of {expected:?}"),
    }
}

#[test]
fn whole_words_tell_the_unit() {
    check(GOLDEN, &[(13, 25), (29, 35), (46, 57)], Some(OffsetUnit::CodePoint));
    check(GOLDEN, &[(13, 25), (29, 35), (47, 58)], Some(OffsetUnit::Utf16));
    check(GOLDEN, &[(37, 71), (79, 97), (123, 134)], Some(OffsetUnit::Byte));
    // Before the emoji two of the three count alike, and there is nothing to ask.
    check(GOLDEN, &[(13, 25), (29, 35)], Some(OffsetUnit::CodePoint));
    check("plain words", &[(0, 5)], Some(OffsetUnit::CodePoint));
    check("🔴 aa aa aa", &[], Some(OffsetUnit::CodePoint));
}

#[test]
fn two_units_that_fit_are_not_chosen_between() {
    // One place on, another word of one letter stands.
    check("🔴 a b c d", &[(3, 3), (2, 3)], Some(OffsetUnit::CodePoint));
    check("🔴🔴 a b c", &[(5, 6)], None);
}
