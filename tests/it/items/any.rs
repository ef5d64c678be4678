//! Articles that several annotators have marked: stacks, nesting, several parts, links and attributes.

use std::sync::Arc;

use proptest::prelude::*;
use tippani::format::article;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, Relation,
    RelationEnd, State, Timestamp, Value,
};
use tippani::text::{ByteOffset, Span, Spans};

/// Words of the text.
const WORDS: usize = 24;
const LABELS: [&str; 3] = ["person", "event", "place"];
/// The names that annotators may have.
pub(super) const NAMES: [&str; 6] = ["asha", "jo", "kavi", "mira", "ravi", "zoya"];

/// One mark, and whether it is a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) is_claim: bool,
    pub(super) label: usize,
    /// First word and words of each part.
    pub(super) parts: Vec<(usize, usize)>,
    pub(super) topic: Option<u8>,
    /// A link to the n-th mark of the same annotator.
    pub(super) link: Option<usize>,
}

/// Of each annotator the marks.
pub(super) type Marks = Vec<Vec<Mark>>;

/// How sets are written down: in which order, under which names and identifiers, at which time.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// Turns the list of annotators so far.
    pub(super) turn: usize,
    /// Turns the list of names so far.
    pub(super) names: usize,
    /// Turns the list of marks, and so of identifiers, so far.
    pub(super) ids: usize,
    /// Added to every time, in hours.
    pub(super) hours: u32,
}

fn any_mark() -> impl Strategy<Value = Mark> {
    let part = (0..WORDS - 4, 1..4usize);
    let parts = prop_oneof![5 => prop::collection::vec(part.clone(), 1), 1 => prop::collection::vec(part, 2)];
    let more = (prop::option::weighted(0.3, 0..2u8), prop::option::weighted(0.2, 0..6usize));
    (any::<bool>(), 0..LABELS.len(), parts, more).prop_map(|(is_claim, label, parts, (topic, link))| Mark {
        is_claim,
        label,
        parts,
        topic,
        link,
    })
}

/// What somebody else makes of a mark.
fn blurred(mark: &Mark, how: u8) -> Option<Mark> {
    let mut mark = mark.clone();
    match how % 12 {
        0 => return None,
        1 => mark.label = (mark.label + 1) % LABELS.len(),
        2 => mark.parts[0].1 += 1,
        3 => mark.parts[0].0 = (mark.parts[0].0 + 1).min(WORDS - 4),
        4 => mark.topic = Some(1),
        5 => mark.link = None,
        _ => {}
    }
    Some(mark)
}

/// Two to `most` annotators who have marked much the same.
pub(super) fn any_marks(most: usize) -> impl Strategy<Value = Marks> {
    let base = prop::collection::vec(any_mark(), 1..8);
    let how = prop::collection::vec(prop::collection::vec(any::<u8>(), 8), 2..=most);
    let more = prop::collection::vec(prop::collection::vec(any_mark(), 0..2), most);
    (base, how, more).prop_map(|(base, how, more)| {
        let own = |(how, more): (Vec<u8>, Vec<Mark>)| {
            let all = base.iter().zip(&how).filter_map(|(mark, how)| blurred(mark, *how));
            all.chain(more).collect()
        };
        how.into_iter().zip(more).map(own).collect()
    })
}

pub(super) fn any_way() -> impl Strategy<Value = Way> {
    (0..6usize, 0..6usize, 0..8usize).prop_map(|(turn, names, ids)| Way { turn, names, ids, hours: 0 })
}

pub(super) fn document() -> Document {
    article::decode("a.txt", "शब्द ".repeat(WORDS).as_bytes()).value
}

pub(super) fn time(hours: u32, minute: usize) -> Timestamp {
    format!("2026-01-{:02}T{:02}:{:02}:00Z", 2 + hours / 24, hours % 24, minute % 60).parse().unwrap()
}

/// The whole text but for its last blank, where nobody has a mark.
pub(super) fn whole() -> Spans {
    spans(&document(), &[(0, WORDS)]).unwrap()
}

fn spans(document: &Document, parts: &[(usize, usize)]) -> Option<Spans> {
    let word = "शब्द ".len();
    let span = |(first, words): &(usize, usize)| {
        let (start, end) = (first * word, (first + words) * word - 1);
        Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).ok()
    };
    Spans::new(parts.iter().map(span).collect::<Option<Vec<_>>>()?).ok()
}

/// The sets as somebody finds them in a folder, each with the number of its annotator in `marks`.
pub(super) fn sets(marks: &Marks, way: &Way) -> Vec<(usize, AnnotationSet)> {
    let document = document();
    let one = |(n, own): (usize, &Vec<Mark>)| {
        let annotator = Annotator::new(NAMES[(n + way.names) % NAMES.len()]).unwrap();
        let id = |at: usize| AnnotationId::new(format!("{annotator}{}", (at + way.ids) % own.len().max(1)));
        let mut set = AnnotationSet::new(annotator.clone());
        for (at, mark) in own.iter().enumerate() {
            let Some(spans) = spans(&document, &mark.parts) else { continue };
            let kind = if mark.is_claim { AnnotationKind::Claim } else { AnnotationKind::Entity };
            let mut annotation =
                Annotation::new(id(at), kind, LABELS[mark.label], spans, time(way.hours, at));
            if let Some(topic) = mark.topic {
                let value = AttributeValue::from(Value::Text(topic.to_string()));
                annotation.attributes.insert(Arc::from("topic"), value);
            }
            set.insert(annotation);
        }
        for (at, mark) in own.iter().enumerate() {
            let Some(to) = mark.link.filter(|to| *to < own.len() && *to != at) else { continue };
            let relation = Relation {
                id: AnnotationId::new(format!("{annotator}-link{}", (at + way.ids) % own.len())),
                label: "supports".into(),
                from: id(at),
                to: RelationEnd::Here(id(to)),
                note: String::new(),
                extra: Default::default(),
            };
            if set.get(&id(at)).is_some() && set.get(&id(to)).is_some() {
                set.insert_relation(relation);
            }
        }
        set.set_state(State::Done);
        (n, set)
    };
    let mut all: Vec<(usize, AnnotationSet)> = marks.iter().enumerate().map(one).collect();
    let turn = way.turn % all.len().max(1);
    all.rotate_left(turn);
    if way.turn % 2 == 1 {
        all.reverse();
    }
    all
}
