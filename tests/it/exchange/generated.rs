//! Articles in many scripts with any marks on them.

use proptest::prelude::*;
use tippani::format::article;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, AttributeValue, Document, EntityRef, Evidence,
    Value,
};
use tippani::text::{ByteOffset, Span, Spans};

use super::asha;
use crate::text::any_text;

/// An article and marks on it: overlapping, nested, discontinuous, part of a word; some with attributes and a note.
pub(crate) fn any_set() -> impl Strategy<Value = (Document, AnnotationSet)> {
    let place = any::<prop::sample::Index>;
    let mark = (
        prop::collection::vec((place(), place()), 1..4),
        0usize..5,
        prop::option::of("[a-z ]{0,6}(\n|दो|🔴)?[a-z]{0,3}"),
        any::<bool>(),
    );
    (any_text(), prop::collection::vec(mark, 0..8)).prop_map(|(text, marks)| {
        let document = article::decode("a.txt", text.as_bytes()).value;
        let made = marks.into_iter().enumerate().filter_map(|(n, (parts, label, note, more))| {
            let spans: Vec<Span> = parts
                .into_iter()
                .filter_map(|(one, other)| {
                    let length = document.text.end().get() + 1;
                    let (one, other) =
                        (ByteOffset::new(one.index(length)), ByteOffset::new(other.index(length)));
                    let span = Span::of_clusters(&document.text, one, other)?;
                    // Blanks alone are no mark of anybody.
                    (!document.text.slice(span).trim().is_empty()).then_some(span)
                })
                .collect();
            let spans = Spans::new(spans).ok()?;
            Some(annotation(n, spans, label, note.as_deref(), more))
        });
        let mut marks: Vec<Annotation> = made.collect();
        // What a format without identifiers cannot tell apart is one.
        let mut seen = Vec::new();
        marks.retain(|mark| {
            let key = (mark.label.clone(), mark.spans.clone());
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        let (set, _) = AnnotationSet::new(asha()).with_annotations(marks);
        (document, set)
    })
}

fn annotation(n: usize, spans: Spans, label: usize, note: Option<&str>, more: bool) -> Annotation {
    let (kind, label) = [
        (AnnotationKind::Entity, "person"),
        (AnnotationKind::Entity, "date-time"),
        (AnnotationKind::Claim, "statement"),
        (AnnotationKind::Claim, "denial"),
        (AnnotationKind::Entity, "विशेष 100% नाम"),
    ][label];
    let id = AnnotationId::new(format!("01JD{n:022}"));
    let evidence = Evidence { span: spans.first() };
    let mut annotation = Annotation::new(id, kind, label, spans, "2026-01-02T03:04:05Z".parse().unwrap());
    note.unwrap_or_default().trim().clone_into(&mut annotation.note);
    if more {
        let values = [
            ("epistemic", Value::Text("true-certain".to_owned()), None),
            ("topic", Value::Text("a dam, \"न्यू\" 🔴".to_owned()), Some(evidence)),
            ("claimer", Value::Entity(EntityRef::from("author")), Some(evidence)),
            ("affiliation", Value::Entity(EntityRef::Unknown), None),
            ("sure", Value::Flag(true), None),
            ("unsure", Value::Flag(false), None),
            ("weight", Value::Number(0.25), None),
            ("many", Value::Many(vec!["a".to_owned(), "b".to_owned()]), None),
        ];
        for (id, value, evidence) in values {
            annotation.attributes.insert(id.into(), AttributeValue { value, evidence });
        }
    }
    annotation
}
