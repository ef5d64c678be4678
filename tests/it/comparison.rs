//! Annotators held against each other: what is the same, and what they differ in.

use std::sync::Arc;

use tippani::analysis::{Comparison, compare};
use tippani::format::article;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Relation, RelationEnd, Value,
};
use tippani::text::{ByteOffset, Span, Spans};

/// Each word is a letter, so that places are easily named.
const TEXT: &str = "क ख ग घ च छ ज झ ट ठ";

fn document() -> Document {
    article::decode("a.txt", TEXT.as_bytes()).value
}

/// Marks as `label:words` with a space between; words are letters, `,` begins another part, `=` gives an entity, `!` a
/// topic, `>n` a link to the n-th mark.
fn set(name: &str, marks: &str) -> AnnotationSet {
    let document = document();
    let mut links = Vec::new();
    let mark = |(n, mark): (usize, &str)| {
        let (mark, link) =
            mark.split_once('>').map_or((mark, None), |(mark, to)| (mark, to.parse::<usize>().ok()));
        let (mark, topic) = mark.split_once('!').map_or((mark, None), |(mark, topic)| (mark, Some(topic)));
        let (mark, entity) = mark.split_once('=').map_or((mark, None), |(mark, entity)| (mark, Some(entity)));
        let (label, words) = mark.split_once(':').unwrap();
        let span = |words: &str| {
            let first = words.chars().next().unwrap();
            let last = words.chars().last().unwrap();
            let (start, end) = (TEXT.find(first).unwrap(), TEXT.find(last).unwrap() + last.len_utf8());
            Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).unwrap()
        };
        let spans = Spans::new(words.split(',').map(span).collect()).unwrap();
        let kind = if label == "claim" { AnnotationKind::Claim } else { AnnotationKind::Entity };
        let id = |n: usize| AnnotationId::new(format!("{name}{n}"));
        let mut annotation =
            Annotation::new(id(n), kind, label, spans, "2026-01-02T03:04:05Z".parse().unwrap());
        annotation.entity = entity.map(EntityRef::from);
        let value = topic.map(|topic| AttributeValue::from(Value::Text(topic.to_owned())));
        annotation.attributes.extend(value.map(|value| (Arc::from("topic"), value)));
        links.extend(link.map(|to| Relation {
            id: AnnotationId::new(format!("{name}link{n}")),
            label: "supports".into(),
            from: id(n),
            to: RelationEnd::Here(id(to)),
            note: String::new(),
            extra: Default::default(),
        }));
        annotation
    };
    let all = marks.split_whitespace().enumerate().map(mark).collect();
    let (mut set, _) = AnnotationSet::new(Annotator::new(name).unwrap()).with_annotations(all);
    for link in links {
        set.insert_relation(link);
    }
    set
}

/// A comparison as one line a group: words and label of each annotator, then the conflicts with their sides.
fn told(comparison: &Comparison) -> Vec<String> {
    let document = document();
    let group = |group: &tippani::analysis::Group| {
        let member = |member: &Option<Arc<Annotation>>| match member {
            Some(a) => format!("{}:{}", a.label, a.spans.quote(&document.text).replace(' ', "")),
            None => "–".to_owned(),
        };
        let members: Vec<String> = group.members.iter().map(member).collect();
        let conflict = |conflict: &tippani::analysis::Conflict| {
            let sides: Vec<String> =
                conflict.sides.iter().map(|side| side.iter().map(usize::to_string).collect()).collect();
            let attribute = conflict.attribute.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
            format!("{}{attribute} {}", conflict.kind, sides.join("/"))
        };
        let conflicts: Vec<String> = group.conflicts.iter().map(conflict).collect();
        format!("{} | {}", members.join(" "), conflicts.join(", "))
    };
    comparison.groups.iter().map(group).collect()
}

#[track_caller]
fn check(marks: &[&str], expected: &[&str]) {
    let sets: Vec<AnnotationSet> =
        marks.iter().enumerate().map(|(n, marks)| set(["a", "b", "c", "d"][n], marks)).collect();
    let sets: Vec<&AnnotationSet> = sets.iter().collect();
    assert_eq!(told(&compare(&sets)), expected);
}

#[test]
fn two_annotators_agree_and_differ() {
    check(&["", ""], &[]);
    check(&["person:क", "person:क"], &["person:क person:क | "]);
    check(&["person:क", ""], &["person:क – | missing 0/1"]);
    check(&["person:कख", "person:क"], &["person:कख person:क | boundary 0/1"]);
    check(&["person:क", "event:क"], &["person:क event:क | label 0/1"]);
    check(&["person:कख", "event:ख"], &["person:कख event:ख | label 0/1, boundary 0/1"]);
    check(&["person:क=x", "person:क"], &["person:क person:क | entity link 0/1"]);
    check(&["claim:क!dam", "claim:क!bridge"], &["claim:क claim:क | attribute topic 0/1"]);
    check(&["person:क", "claim:क"], &["person:क – | missing 0/1", "– claim:क | missing 1/0"]);
    check(
        &["claim:क>1 claim:ग", "claim:क claim:ग"],
        &["claim:क claim:क | relation 0/1", "claim:ग claim:ग | "],
    );
    check(&["claim:क>1 claim:ग", "claim:क>1 claim:ग"], &["claim:क claim:क | ", "claim:ग claim:ग | "]);
}

#[test]
fn pairs_are_the_most_alike_together() {
    // One by one from the left the long mark would take the first short one, and two be missing.
    check(
        &["person:कख person:खग", "person:ख person:खग"],
        &["person:कख person:ख | boundary 0/1", "person:खग person:खग | "],
    );
    check(
        &["person:कखग", "person:क person:ख person:खग"],
        &["– person:क | missing 1/0", "person:कखग person:खग | boundary 0/1", "– person:ख | missing 1/0"],
    );
    check(&["person:क,ग", "person:क,घ"], &["person:क…ग person:क…घ | boundary 0/1"]);
    check(&["person:क,ग", "person:ख"], &["person:क…ग – | missing 0/1", "– person:ख | missing 1/0"]);
}

#[test]
fn of_several_the_larger_camp_comes_first() {
    check(&["person:क", "event:क", "event:क"], &["person:क event:क event:क | label 12/0"]);
    check(&["person:क", "", "person:क"], &["person:क – person:क | missing 02/1"]);
    check(
        &["person:क", "person:क", "event:कख", ""],
        &["person:क person:क event:कख – | missing 012/3, label 01/2, boundary 01/2"],
    );
}
