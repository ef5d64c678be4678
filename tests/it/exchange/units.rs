//! What offsets count: as the file says, else as was asked for, else as its quotes tell, else as is usual for the format.

use std::fmt::Write as _;

use super::foreign::{imported, shown};
use tippani::format::exchange::OffsetUnit;

/// Imports files whose one mark is of the word Kochi, if offsets count what they should: which unit is said to have been taken,
/// and why; then what was made of it and what is said.
#[track_caller]
fn check(files: &[(&str, &str)], format: &str, asked: Option<OffsetUnit>, expected: &str) {
    let (folder, done) = imported(files, format, |how| how.unit = asked);
    let done = done.unwrap();
    let (unit, why) = done.unit.as_ref().unwrap();
    let mut found = format!("{} ({why})", unit.name());
    for line in shown(&folder.path().join("w")).lines().filter(|line| line.starts_with("  ")) {
        let _ = write!(found, "; {}", line.trim_start());
    }
    for issue in &done.issues {
        let _ = write!(found, "; ! {}", issue.issue.what);
    }
    assert_eq!(found, expected, "{format} {asked:?}");
}

/// `🔴🔴 by Kochi` with a mark from 6 to 11 in code points, in each format that takes offsets from its files.
fn files((start, end): (usize, usize), quote: &str) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let text = "🔴🔴 by Kochi";
    let own = |quote: &str| if quote.is_empty() { String::new() } else { format!(r#","text":"{quote}""#) };
    let task = format!(
        r#"[{{"data":{{"text":"{text}"}},"annotations":[{{"result":[{{"id":"r","from_name":"l","to_name":"text","type":"labels",
        "value":{{"start":{start},"end":{end},"labels":["GPE"]{}}}}}]}}]}}]"#,
        own(quote)
    );
    let line = format!(
        r#"{{"text":"{text}","spans":[{{"start":{start},"end":{end},"label":"GPE"{}}}],"answer":"accept"}}"#,
        own(quote)
    );
    let exact = if quote.is_empty() {
        String::new()
    } else {
        format!(r#",{{"type":"TextQuoteSelector","exact":"{quote}"}}"#)
    };
    let page = format!(
        r#"{{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":{{"value":"GPE"}},"target":{{"source":"a.txt",
        "selector":[{{"type":"TextPositionSelector","start":{start},"end":{end}}}{exact}]}}}}"#
    );
    vec![
        ("label-studio", vec![("in.json", task)]),
        ("prodigy", vec![("in.jsonl", line)]),
        ("w3c", vec![("in.jsonld", page), ("w/a.txt", text.to_owned())]),
    ]
}

#[test]
fn what_is_asked_for_is_more_than_what_is_usual() {
    let utf16 = Some(OffsetUnit::Utf16);
    let check = |files: &[(&str, String)], format: &str, asked, expected: &str| {
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
        check(&files, format, asked, expected);
    };
    let mut all = files((8, 13), "");
    let text = "🔴🔴 by Kochi";
    let denoted = format!(
        r#"[{{"text":"{text}","sourceid":"d","denotations":[{{"id":"T1","span":{{"begin":8,"end":13}},"obj":"GPE"}}]}}]"#
    );
    all.push(("pubannotation", vec![("in.json", denoted)]));
    let lines = format!(r#"{{"text":"{text}","entities":[[8,13,"GPE"]]}}"#);
    all.push(("spacy-json", vec![("in.jsonl", lines.clone())]));
    all.push(("spacy", vec![("in.jsonl", lines)]));
    for (format, files) in &all {
        check(files, format, utf16, "utf-16 (as asked for); location Kochi");
    }
    let ann = vec![("in.ann", "T1\tGPE 8 13\tKochi\n".to_owned()), ("in.txt", text.to_owned())];
    check(&ann, "brat", utf16, "utf-16 (as asked for); location Kochi");
    for (format, files) in files((6, 11), "Kochi") {
        check(&files, format, None, "code-point (as the format says); location Kochi");
    }
}

#[test]
fn quotes_tell_that_another_unit_is_counted_than_is_usual() {
    let found = "utf-16 (UTF-16 code units: 1 of 1 quotes are what stands there; code points: 0 of 1 quotes are what stands there); location Kochi";
    for (format, files) in files((8, 13), "Kochi") {
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
        check(&files, format, None, found);
    }
    let ann = [("in.ann", "T1\tGPE 8 13\tKochi\n"), ("in.txt", "🔴🔴 by Kochi")];
    check(&ann, "brat", None, found);
    // Where no unit fits every quote, none is better than what is usual.
    let two = [("in.ann", "T1\tGPE 8 13\tKochi\nT2\tGPE 6 11\tKochi\n"), ("in.txt", "🔴🔴 by Kochi")];
    let told = "code-point (as the format says); location Kochi; ! a span is outside the text: “8–13 GPE in code points”";
    check(&two, "brat", None, told);
}

#[test]
fn what_the_file_says_is_more_than_what_is_asked_for() {
    let gate = r#"{"text":"🔴🔴 by Kochi","offset_type":"j","name":"d","annotation_sets":{"":{"annotations":[
        {"type":"GPE","start":8,"end":13,"id":1,"features":{}}]}}}"#;
    let point = Some(OffsetUnit::CodePoint);
    check(&[("in.bdocjs", gate)], "bdocjs", None, "utf-16 (as the file says); location Kochi");
    check(&[("in.bdocjs", gate)], "bdocjs", Some(OffsetUnit::Utf16), "utf-16 (as asked for); location Kochi");
    let other = "utf-16 (as the file or its format says); location Kochi; ! offsets count something else than was asked for: “UTF-16 code units”";
    check(&[("in.bdocjs", gate)], "bdocjs", point, other);
    let unsaid = gate.replace(r#""offset_type":"j","#, "");
    check(
        &[("in.bdocjs", &unsaid)],
        "bdocjs",
        Some(OffsetUnit::Utf16),
        "utf-16 (as asked for); location Kochi",
    );
    let columns = "🔴 O\nby O\nKochi B-LOC\n";
    let other = "code-point (as the file or its format says); location Kochi; ! offsets count something else than was asked for: “code points”";
    check(&[("in.conll", columns)], "conll", Some(OffsetUnit::Utf16), other);
}
