//! Objects with a great many keys: all of them come back, and one that stands twice is found. What it costs is in
//! `benches/sidecar.rs`, for 10,000 and for 80,000.

use proptest::prelude::*;
use tippani::format::sidecar;
use tippani::model::Extra;

use super::{bytes, document, full};

const KEYS: usize = 3000;

/// Where in the file an object begins, by what stands before the place of its first key.
const PLACES: [&str; 9] = [
    "{\n  \"format\"",
    "\"source\": {",
    "    {\n      \"id\": \"01B\"",
    "\"spans\": [\n        {",
    "\"claimer\": {",
    "\"evidence\": {",
    "\"origin\": {",
    "\"to\": {",
    "\"of\": {",
];

/// The golden file with these keys at the beginning of one object.
fn with_keys(place: &str, keys: impl Iterator<Item = String>) -> String {
    let document = document();
    let text = bytes(&full(&document), &document);
    let keys: Vec<String> = keys.map(|key| format!("\"{key}\": 1,")).collect();
    let keys = keys.concat();
    let at = text.find(place).unwrap() + place.find('{').unwrap() + 1;
    format!("{}{keys}{}", &text[..at], &text[at..])
}

#[test]
fn every_one_of_many_unknown_keys_comes_back() {
    let document = document();
    for place in PLACES {
        let name = |n| format!("key {n:05}");
        let text = with_keys(place, (0..KEYS).map(name));
        let read = sidecar::decode(text.as_bytes(), &document).unwrap();
        assert_eq!(read.issues, [], "{place}");
        let written = bytes(&read.value, &document);
        for n in 0..KEYS {
            assert_eq!(written.matches(&format!("\"{}\": 1", name(n))).count(), 1, "{place} {n}");
        }
        let again = sidecar::decode(written.as_bytes(), &document).unwrap();
        assert_eq!(again, read, "{place}");
    }
}

#[test]
fn a_key_that_stands_twice_among_many_is_found() {
    let document = document();
    for place in PLACES {
        let text = with_keys(place, (0..KEYS).chain([KEYS / 2]).map(|n| format!("key {n}")));
        match sidecar::decode(text.as_bytes(), &document) {
            // An entry that cannot be read is kept word for word.
            Ok(read) => {
                assert_eq!(read.value.unread.len(), 1, "{place}");
                assert!(read.value.unread[0].reason.contains("`key 1500` stands twice"), "{place}");
            }
            Err(error) => assert!(error.to_string().contains("`key 1500` stands twice"), "{place}: {error}"),
        }
    }
    let many: Vec<String> =
        (0..KEYS).chain([KEYS / 2]).map(|n| format!("\"a{n}\": {{\"value\": {n}}}")).collect();
    let attributes = format!("\"attributes\": {{{}}}", many.join(","));
    let text = bytes(&full(&document), &document).replacen("\"attributes\": {}", &attributes, 1);
    let read = sidecar::decode(text.as_bytes(), &document).unwrap();
    assert!(read.value.unread[0].reason.contains("the attribute `a1500` stands twice"), "{:?}", read.issues);
}

proptest! {
    #[test]
    fn keys_below_a_place_are_those_that_begin_with_it(
        paths in prop::collection::btree_set("[ab/\u{10ffff}]{0,4}", 0..40),
        place in "[ab/\u{10ffff}]{0,3}",
    ) {
        let mut extra = Extra::default();
        for path in &paths {
            extra.keep(path, "1");
        }
        let below: Vec<&str> = extra.below(&place).map(|(path, _)| path).collect();
        let wanted: Vec<&str> = paths.iter().map(String::as_str).filter(|path| path.starts_with(&place)).collect();
        prop_assert_eq!(below, wanted);
    }
}
