//! Any set, packed and unpacked, is the same set.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use tippani::analysis::SetCounts;
use tippani::format::{article, sidecar};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, ContentHash,
    Document, EntityRef, Evidence, Extra, Origin, OriginKind, Relation, RelationEnd, Remark, RemarkSubject,
    Review, ReviewTarget, State, Timestamp, Unread, Value, Verdict,
};
use tippani::read_model::PackedSet;
use tippani::text::{ByteOffset, SourceText, Span, Spans};

use crate::format::sidecar::any::any_text;

/// A place in a text that is not known yet: where it starts, of all that is left, and how long it is.
type Place = (Index, usize);

fn any_id() -> impl Strategy<Value = AnnotationId> {
    let ulid = any::<u128>().prop_map(|n| ulid::Ulid(n).to_string());
    let texts = select(vec!["", "7", "01jd0000000000000000000001", "81JD0000000000000000000001", "ID 1"]);
    prop_oneof![4 => ulid, 1 => texts.prop_map(ToOwned::to_owned)].prop_map(AnnotationId::new)
}

fn any_time() -> impl Strategy<Value = Option<Timestamp>> {
    let plain =
        (0..9999_u32, 1..13_u32, 1..29_u32, 0..86_400_u32, 0..1000_u32).prop_map(|(y, m, d, s, ms)| {
            let (day, time) = (
                format!("{y:04}-{m:02}-{d:02}"),
                format!("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60),
            );
            let part = if ms == 0 { String::new() } else { format!(".{ms:03}") };
            format!("{day}T{time}{part}Z").parse().ok()
        });
    let spelled = select(vec![
        "2026-01-02T03:04:05Z",
        "2026-01-02T05:30+05:30",
        "2026-01-02T03:04:05.000Z",
        "2026-01-02T03:04:05.123456789Z",
        "2026-01-02t03:04:05.5z",
    ]);
    prop_oneof![4 => plain, 2 => spelled.prop_map(|text| text.parse().ok()), 1 => Just(None)]
}

fn any_entity() -> impl Strategy<Value = EntityRef> {
    let name =
        prop_oneof![Just("andrei-belousov"), Just("author"), Just("unknown"), Just("Андрей"), Just("")];
    name.prop_flat_map(|name| prop_oneof![Just(EntityRef::from(name)), Just(EntityRef::Name(name.into()))])
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<String>().prop_map(Value::Text),
        prop::collection::vec(any::<String>(), 0..4).prop_map(Value::Many),
        any::<bool>().prop_map(Value::Flag),
        prop_oneof![any::<f64>(), Just(-0.0)].prop_map(Value::Number),
        any_entity().prop_map(Value::Entity),
    ]
}

fn any_extra() -> impl Strategy<Value = Extra> {
    let field = ("[a-z]{1,3}", select(vec!["1", "\"a\"", "{\"b\":[null]}"]));
    let kept = |fields: Vec<(String, &str)>| {
        let mut extra = Extra::default();
        for (path, json) in fields {
            extra.keep(path, json);
        }
        extra
    };
    prop_oneof![3 => Just(Extra::default()), 1 => prop::collection::vec(field, 0..3).prop_map(kept)]
}

fn any_origin() -> impl Strategy<Value = Origin> {
    let by = select(vec![
        OriginKind::Hand,
        OriginKind::Propagated,
        OriginKind::Import,
        OriginKind::Model,
        OriginKind::Adjudicated,
    ]);
    let from = prop::option::weighted(0.3, any::<String>());
    let more = (prop::option::weighted(0.3, 0.0..=1.0), prop::option::weighted(0.2, any::<String>()));
    (by, from, more).prop_map(|(by, from, (score, rule))| Origin {
        by,
        from: from.map(Into::into),
        score,
        rule: rule.map(Into::into),
    })
}

fn any_annotation(text: SourceText) -> impl Strategy<Value = Annotation> {
    let place = || (any::<Index>(), 1_usize..12);
    let attribute = ("[a-c]{1,2}", any_value(), prop::option::of(place()));
    let carried = (
        prop::option::weighted(0.3, any_entity()),
        prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(attribute, 0..4)],
        prop_oneof![2 => Just(String::new()), 1 => any::<String>()],
        any_origin(),
        any_extra(),
    );
    let kind = select(vec![AnnotationKind::Entity, AnnotationKind::Claim]);
    let label = select(vec!["person", "location", "denial", "", "व्यक्ति"]);
    let places =
        prop_oneof![4 => prop::collection::vec(place(), 1), 1 => prop::collection::vec(place(), 2..4)];
    (any_id(), kind, label, places, any_time(), any_time(), carried).prop_map(
        move |(id, kind, label, places, created, modified, carried)| {
            let (entity, attributes, note, origin, extra) = carried;
            let spans = places.iter().map(|place| span(&text, *place)).collect();
            let first = span(&text, places[0]);
            let attribute = |(name, value, place): (String, Value, Option<Place>)| {
                let evidence = place.map(|place| Evidence { span: span(&text, place) });
                (name.into(), AttributeValue { value, evidence })
            };
            Annotation {
                id,
                kind,
                label: label.into(),
                spans: Spans::new(spans).unwrap_or_else(|_overlap| first.into()),
                entity,
                attributes: attributes.into_iter().map(attribute).collect(),
                note,
                origin,
                created,
                modified,
                extra,
            }
        },
    )
}

fn span(text: &SourceText, (at, length): Place) -> Span {
    let places: Vec<usize> =
        text.as_str().char_indices().map(|(at, _)| at).chain([text.end().get()]).collect();
    let start = at.index(places.len() - 1);
    let end = (start + length).min(places.len() - 1);
    Span::new(text, ByteOffset::new(places[start]), ByteOffset::new(places[end])).unwrap()
}

fn any_relation() -> impl Strategy<Value = Relation> {
    let there = (any::<String>(), any_id()).prop_map(|(file, annotation)| RelationEnd::There {
        file: file.into(),
        annotator: Annotator::new("ravi").unwrap(),
        annotation,
    });
    let to = prop_oneof![any_id().prop_map(RelationEnd::Here), there];
    let parts = (any_id(), "[a-z]{0,3}", any_id(), to, "[a-zआ ]{0,3}", any_extra());
    parts.prop_map(|(id, label, from, to, note, extra)| Relation {
        id,
        label: label.into(),
        from,
        to,
        note,
        extra,
    })
}

fn any_review() -> impl Strategy<Value = Review> {
    let verdict = select(vec![Verdict::Accepted, Verdict::Rejected, Verdict::Question]);
    let saw = prop::option::of(any::<[u8; 16]>().prop_map(ContentHash::from_bytes));
    let of = ("[a-z]{1,2}", any_id()).prop_map(|(annotator, annotation)| ReviewTarget {
        annotator: Annotator::new(&annotator).unwrap(),
        annotation,
    });
    (of, saw, verdict, (any::<String>(), 0..3u32), any_time(), any_extra()).prop_map(
        |(of, saw, verdict, (comment, heard), at, extra)| Review {
            of,
            saw,
            verdict,
            comment,
            heard,
            at,
            extra,
        },
    )
}

/// What is said beside verdicts, at a place of a text where it is of one.
fn any_remark(text: &SourceText) -> impl Strategy<Value = Remark> + use<> {
    let place = Span::new(text, ByteOffset::new(0), text.end()).ok();
    let place = place.map(|place| RemarkSubject::Nothing(place.into()));
    let name = || "[a-z]{1,2}".prop_map(|name| Annotator::new(&name).unwrap());
    let answer = (name(), prop::option::of(any_id()));
    let about = prop_oneof![
        answer.prop_map(|(reviewer, annotation)| RemarkSubject::Answer { reviewer, annotation }),
        name().prop_map(RemarkSubject::Return),
        name().prop_map(move |name| place.clone().unwrap_or(RemarkSubject::Return(name))),
    ];
    let saw = prop::collection::vec(any::<[u8; 16]>().prop_map(ContentHash::from_bytes), 0..3);
    (about, any::<String>(), 0..3u32, saw, any_time(), any_extra())
        .prop_map(|(about, text, round, saw, at, extra)| Remark { about, text, round, saw, at, extra })
}

/// An article with any set of it.
fn any_set() -> impl Strategy<Value = (Document, AnnotationSet)> {
    any_text().prop_flat_map(|text| {
        let document = Document {
            text: SourceText::new(text.clone()),
            ..article::decode("a.txt", text.as_bytes()).value
        };
        let annotations = prop::collection::vec(any_annotation(document.text.clone()), 0..30);
        let lists = (
            annotations,
            prop::collection::vec(any_relation(), 0..4),
            (
                prop::collection::vec(any_review(), 0..4),
                prop::collection::vec(any_remark(&document.text), 0..4),
            ),
            prop::collection::vec(select(vec!["annotations", "relations", "reviews"]), 0..2),
        );
        let state = select(vec![State::Todo, State::InProgress, State::Done]);
        (lists, state, any_extra()).prop_map(
            move |((annotations, relations, (reviews, remarks), unread), state, extra)| {
                let mut set =
                    AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(annotations).0;
                for relation in relations {
                    set.insert_relation(relation);
                }
                for review in reviews {
                    set.insert_review(review);
                }
                for remark in remarks {
                    set.insert_remark(remark);
                }
                let entry = |list| Unread { list, json: "{\"id\":7}".into(), reason: "no text".into() };
                set.unread = unread.into_iter().map(entry).collect();
                set.extra = extra;
                set.set_state(state);
                (document.clone(), set)
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_set_unpacks_to_itself((document, set) in any_set()) {
        let packed = PackedSet::new(&set);
        let back = packed.unpack(&document.text).unwrap();
        prop_assert_eq!(&back, &set);
        prop_assert_eq!(sidecar::encode(&back, &document), sidecar::encode(&set, &document));
        prop_assert_eq!(packed.counts(), &SetCounts::from(&set));
        prop_assert_eq!(PackedSet::new(&back), packed);
    }

    #[test]
    fn a_set_is_not_unpacked_against_a_text_without_its_places((document, set) in any_set(), cut in any::<Index>()) {
        let text = document.text.as_str();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let shorter = SourceText::new(&text[..places[cut.index(places.len())]]);
        let last = set.annotations().iter().flat_map(|a| {
            let evidence = a.attributes.values().filter_map(|value| value.evidence).map(|e| e.span.end());
            evidence.chain([a.spans.last().end()]).collect::<Vec<_>>()
        });
        let decided = set.remarks().filter_map(|remark| match &remark.about {
            RemarkSubject::Nothing(spans) => Some(spans.last().end()),
            RemarkSubject::Answer { .. } | RemarkSubject::Return(_) => None,
        });
        let last = last.chain(decided);
        let fits = last.max().is_none_or(|last| last <= shorter.end());
        prop_assert_eq!(PackedSet::new(&set).unpack(&shorter).is_ok(), fits);
    }
}
