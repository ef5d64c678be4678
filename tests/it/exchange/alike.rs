//! Marks of one place and label: those that say the same are one, however many there are.

use tippani::format::exchange::{Mark, OffsetUnit, Record, ResolveOptions, Tally, resolve};
use tippani::model::{AnnotationSet, Timestamp, Value, news_schema};

use super::{asha, document};

fn settled(marks: Vec<Mark>) -> (AnnotationSet, Vec<String>) {
    let (document, schema, annotator) = (document("Asha spoke"), news_schema(), asha());
    let now: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    let how = ResolveOptions {
        schema: &schema,
        labels: &[],
        annotator: &annotator,
        unit: OffsetUnit::CodePoint,
        source: "a.jsonl",
        now,
    };
    let record = Record { place: "line 1".into(), marks, ..Record::default() };
    let done = resolve(&record, &document, &how);
    let mut tally = Tally::default();
    done.remarks.into_iter().for_each(|remark| tally.add(remark));
    (done.value, tally.issues().iter().map(ToString::to_string).collect())
}

fn mark(alter: impl FnOnce(&mut Mark)) -> Mark {
    let mut mark = Mark { label: "person".into(), spans: vec![(0, 4)], ..Mark::default() };
    alter(&mut mark);
    mark
}

#[test]
fn of_many_alike_each_stands_once() {
    const NOTES: usize = 500;
    let marks: Vec<Mark> = (0..2 * NOTES).map(|n| mark(|m| m.note = format!("note {}", n % NOTES))).collect();
    let (set, issues) = settled(marks.clone());
    assert_eq!(set.annotations().len(), NOTES);
    assert_eq!(issues.len(), 1);
    assert!(issues[0].contains("an annotation appears twice (500 of them)"), "{issues:?}");
    assert_eq!(settled(marks[..NOTES].to_vec()).0, set, "identifiers depend on what is there alone");
}

#[test]
fn marks_that_differ_in_anything_are_two() {
    let value = |value: Value| move |m: &mut Mark| drop(m.attributes.insert("topic".into(), (value, None)));
    let marks = vec![
        mark(|_| {}),
        mark(|m| m.note = "a".into()),
        mark(|m| m.entity = Some("asha".into())),
        mark(|m| m.score = Some(0.5)),
        mark(|m| m.model = Some("m1".into())),
        mark(value(Value::Text("a".into()))),
        mark(value(Value::Many(vec!["a".into()]))),
        mark(value(Value::Flag(true))),
        mark(value(Value::Flag(false))),
        mark(value(Value::Number(1.0))),
        mark(|m| drop(m.attributes.insert("topic".into(), (Value::Flag(true), Some((5, 10)))))),
    ];
    let (set, issues) = settled(marks.iter().chain(&marks).cloned().collect());
    assert_eq!(set.annotations().len(), marks.len());
    assert!(issues[0].contains("(11 of them)"), "{issues:?}");
    // The order of attributes, and the sign of nought, say nothing.
    let two = |names: [&str; 2], nought: f64| {
        mark(|m| {
            m.attributes.extend(names.map(|name| (name.to_owned(), (Value::Number(nought), None))));
        })
    };
    assert_eq!(settled(vec![two(["a", "b"], 0.0), two(["b", "a"], -0.0)]).0.annotations().len(), 1);
}
