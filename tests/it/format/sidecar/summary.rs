//! What a sidecar says of itself, in whatever layout it stands.

use proptest::prelude::*;
use tippani::format::encoding::TextEncoding;
use tippani::format::html::Extent;
use tippani::format::sidecar::{Summary, source_reading, summary};

use super::{bytes, document, full};

/// The golden file.
fn golden() -> String {
    bytes(&full(&document()), &document())
}

/// What is said of the same file behind a blank: its lists are gone through value by value.
fn told(text: &str) -> Option<Summary> {
    summary(format!(" {text}").as_bytes())
}

/// A file says the same as its values do, and this many annotations and verdicts.
fn check(text: &str, expected: (usize, usize)) {
    let own = summary(text.as_bytes());
    assert_eq!(own, told(text), "{text}");
    assert_eq!(own.map(|own| (own.annotations, own.reviews)), Some(expected), "{text}");
}

#[test]
fn layouts_make_no_difference() {
    let text = golden();
    check(&text, (3, 1));
    check(&text.replace("\n  ", "\n    "), (3, 1));
    check(&text.replace('\n', "\r\n"), (3, 1));
    check(&text.replace("    {\n      \"id\"", "{ \"id\""), (3, 1));
    check(&text.replace("  \"annotations\": [\n", "  \"annotations\": [\n\n"), (3, 1));
    check(&text.replace("  \"annotations\": [\n", "  \"annotations\": [\n    5,\n"), (4, 1));
    check(&text.replace("\n    },\n    {", "\n    },\n    null,\n    {"), (5, 1));
    check(&text.replace("\n    },\n    {", "\n    }, {\n    },\n    {"), (5, 1));
    assert_eq!(summary(format!("\u{feff}{text}").as_bytes()), told(&text));
}

#[test]
fn lists_of_other_names_are_not_counted() {
    let text = golden();
    check(&text.replace("  \"reviews\": [\n", "  \"x\": [\n    {\n    }\n  ],\n  \"reviews\": [\n"), (3, 1));
    check(
        &text.replace(
            "{\n  \"format\"",
            "{\n  \"x\": {\n  \"annotations\": [\n    {\n    }\n  ]\n  },\n  \"format\"",
        ),
        (3, 1),
    );
    let within = "\"x\": [\n    {\n    },\n    {\n    }\n  ],\n      \"id\"";
    check(&text.replacen("\"id\"", within, 1), (3, 1));
    check(&text.replace("\"boundary\"", "\"\\n  \\\"annotations\\\": [\\n    {\""), (3, 1));
}

#[test]
fn a_file_that_is_cut_or_of_others_says_nothing() {
    let text = golden();
    for end in text.match_indices('\n').map(|(at, _)| at).filter(|at| at + 4 < text.len()) {
        assert_eq!(summary(&text.as_bytes()[..end]), None, "{}", &text[..end]);
    }
    assert_eq!(summary(text.replace("\"version\": 1", "\"version\": 2").as_bytes()), None);
    assert_eq!(summary(text.replace("\"code-point\"", "\"byte\"").as_bytes()), None);
}

/// The encoding and the extent that a file says its source was read with.
fn check_source(file: &str, expected: Option<[Option<&str>; 2]>) {
    let read = source_reading(file.as_bytes());
    let names = read.map(|read| [read.encoding.map(TextEncoding::name), read.extent.map(Extent::name)]);
    assert_eq!(names, expected, "{file}");
}

#[test]
fn how_the_source_was_read_is_found_wherever_it_stands() {
    let both = Some([Some("windows-1251"), Some("whole")]);
    check_source(r#"{"source": {"encoding": "windows-1251", "extent": "whole"}}"#, both);
    check_source(r#"{"source": {"x": {"y": "}"}, "extent": "whole", "encoding": "windows-1251"}}"#, both);
    check_source(
        r#"{"x": {"source": {}}, "source": {"encoding": "windows-1251", "extent": "whole"}, "#,
        both,
    );
    check_source("{\"source\": {\"encoding\": \"windows-125\\u0031\"}", Some([Some("windows-1251"), None]));
    check_source("\u{feff}{\"source\": {}}", Some([None, None]));
    check_source(r#"{"source": {"encoding": "klingon"}}"#, Some([None, None]));
    check_source(r#"{"note": "\"source\": {\"extent\": \"whole\"}"}"#, None);
    check_source(r#"{"source": {"encoding": "#, None);
    check_source("{}", None);
}

proptest! {
    /// A line of the golden file left out, doubled or moved to the margin: what is said of a file that can be read is what its
    /// values say.
    #[test]
    fn a_line_out_of_place_changes_nothing(
        (from, to) in any::<(prop::sample::Index, prop::sample::Index)>(),
        what in 0..3_u8,
    ) {
        let text = golden();
        let mut lines: Vec<&str> = text.split('\n').collect();
        let (from, to) = (from.index(lines.len()), to.index(lines.len()));
        let line = lines[from];
        match what {
            0 => drop(lines.remove(from)),
            1 => lines.insert(to, line),
            _ => lines[from] = line.trim_start(),
        }
        let changed = lines.join("\n");
        if let Some(expected) = told(&changed) {
            prop_assert_eq!(summary(changed.as_bytes()), Some(expected), "{}", changed);
        }
    }
}
