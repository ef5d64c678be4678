//! Formats of other tools: what goes out comes back, what cannot is said, and no bytes make a reader panic.

mod alike;
mod batches;
mod detect;
mod foreign;
mod foreign_bytes;
mod foreign_cas;
mod foreign_columns;
mod foreign_formats;
mod foreign_lines;
mod foreign_tei;
mod foreign_webanno;
mod generated;
mod kept;
mod killed;
mod lossless;
mod outgoing;
mod projects;
mod units;
mod unread;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value as Json;
use tippani::format::article;
use tippani::format::exchange::{
    Article, Encoded, FORMATS, Fate, Format, OffsetUnit, PieceKind, ReadOptions, Reading, Record, Remark,
    ResolveOptions, Source, VerifyError, read, resolve, verify,
};
use tippani::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, Document, Extra, Relation, RelationEnd, news_schema,
};
use tippani::text::{CharOffset, Span, Spans};

pub(crate) use self::generated::any_set;

/// What is said of generated marks and hinders nothing.
const EXPECTED: [&str; 4] =
    ["inside a character", "appears twice", "is not in the schema", "with whitespace"];

/// The sentence that tells every unit apart.
const GOLDEN: &str = "प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.\n";

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn document(text: &str) -> Document {
    article::decode("a.txt", text.as_bytes()).value
}

fn span(document: &Document, start: usize, end: usize) -> Span {
    let place = |n| document.text.to_byte(CharOffset::new(n)).unwrap();
    Span::new(&document.text, place(start), place(end)).unwrap()
}

fn mark(document: &Document, id: &str, label: &str, parts: &[(usize, usize)]) -> Annotation {
    let schema = news_schema();
    let kind = schema.label(label).unwrap().kind;
    let spans = Spans::new(parts.iter().map(|(s, e)| span(document, *s, *e)).collect()).unwrap();
    Annotation::new(AnnotationId::new(id), kind, label, spans, "2026-01-02T03:04:05Z".parse().unwrap())
}

fn golden() -> (Document, AnnotationSet) {
    let document = document(GOLDEN);
    let marks = vec![
        mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN1", "person", &[(13, 25)]),
        mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN2", "location", &[(29, 35)]),
        mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN3", "organization", &[(46, 57)]),
    ];
    (document, AnnotationSet::new(asha()).with_annotations(marks).0)
}

fn encode(format: &Format, document: &Document, sets: &[AnnotationSet]) -> Encoded {
    let schema = news_schema();
    let article = Article::new(document, sets, &schema);
    let encoded = (format.encode)(&article);
    verify(format, &article, &encoded).unwrap_or_else(|error| panic!("{}: {error}", format.id));
    encoded
}

/// Every record of the pieces, as a reader gets them from files.
fn records(format: &Format, document: &Document, encoded: &Encoded) -> (Vec<Record>, Vec<Remark>) {
    let (mut records, mut issues) = (Vec::new(), Vec::new());
    let options = ReadOptions::default();
    for piece in encoded.pieces.iter().filter(|p| p.part != PieceKind::Text) {
        let beside = |_: &str| Some(document.text.as_str().as_bytes().to_vec());
        let frame = if piece.part == PieceKind::Next {
            format.frame
        } else {
            tippani::format::exchange::Frame::default()
        };
        let bytes = [frame.before, &piece.bytes, frame.after].concat();
        let source = Source { name: &piece.path, beside: &beside, options: &options };
        read(format, &source, &mut bytes.as_slice(), &mut |found| {
            records.extend(found.records);
            issues.extend(found.remarks);
        })
        .unwrap();
    }
    (records, issues)
}

fn back(format: &Format, document: &Document, encoded: &Encoded) -> Vec<Annotation> {
    let (records, issues) = records(format, document, encoded);
    assert_eq!(issues, [], "{}", format.id);
    let schema = news_schema();
    let annotator = asha();
    let now = "2026-02-03T04:05:06Z".parse().unwrap();
    let how = ResolveOptions {
        schema: &schema,
        labels: &[],
        annotator: &annotator,
        unit: OffsetUnit::CodePoint,
        source: "test",
        now,
    };
    let sets = records.iter().map(|record| resolve(record, document, &how));
    let all = sets.flat_map(|set| {
        let clean = set.remarks.iter().all(|r| EXPECTED.iter().any(|what| r.kind.contains(what)));
        assert!(clean, "{}: {:?}", format.id, set.remarks);
        set.value.annotations().iter().map(|a| Annotation::clone(a)).collect::<Vec<_>>()
    });
    all.collect()
}

/// What two annotations share that are one: label, layer and places.
fn places(annotation: &Annotation) -> (String, bool, Spans) {
    let claim = annotation.kind == tippani::model::AnnotationKind::Claim;
    (annotation.label.to_string(), claim, annotation.spans.clone())
}

#[test]
fn the_golden_sentence_goes_out_and_comes_back_in_every_format() {
    let (document, set) = golden();
    for format in FORMATS {
        let encoded = encode(format, &document, std::slice::from_ref(&set));
        assert_eq!(encoded.losses, [], "{}", format.id);
        if format.is_read() {
            let expected: Vec<_> = set.annotations().iter().map(|a| places(a)).collect();
            let mut found: Vec<_> = back(format, &document, &encoded).iter().map(places).collect();
            found.sort_by_key(|(_, _, spans)| spans.first());
            assert_eq!(found, expected, "{}", format.id);
        }
    }
}

#[test]
fn offsets_count_what_the_format_says() {
    let (document, set) = golden();
    let check = |id: &str, pointer: &str, expected: [u64; 2]| {
        let encoded = encode(Format::find(id).unwrap(), &document, std::slice::from_ref(&set));
        let json: Json = serde_json::from_slice(&encoded.pieces[0].bytes).unwrap();
        let found = ["start", "end", "begin", "0", "1"]
            .iter()
            .filter_map(|key| json.pointer(pointer)?.get(key)?.as_u64());
        let listed = json.pointer(pointer).and_then(Json::as_array);
        let listed = listed.map(|l| l.iter().filter_map(Json::as_u64).collect::<Vec<_>>());
        let mut found = listed.unwrap_or_else(|| found.collect());
        found.sort_unstable();
        assert_eq!(found, expected, "{id}");
    };
    check("jsonl", "/sets/0/annotations/2/spans/0", [46, 57]);
    check("doccano", "/label/2", [46, 57]);
    check("label-studio", "/annotations/0/result/2/value", [46, 57]);
    check("prodigy", "/spans/2", [46, 57]);
    check("w3c", "/items/2/target/selector/0", [46, 57]);
    check("bdocjs", "/annotation_sets/asha/annotations/2", [46, 57]);
    check("cas-json", "/%FEATURE_STRUCTURES/4", [47, 58]);
    let brat = encode(Format::find("brat").unwrap(), &document, std::slice::from_ref(&set));
    let ann = String::from_utf8(brat.pieces[1].bytes.clone()).unwrap();
    assert!(ann.contains("organization 46 57\tGST Council\n"), "{ann}");
    let csv = encode(Format::find("csv").unwrap(), &document, &[set]);
    assert!(String::from_utf8(csv.pieces[0].bytes.clone()).unwrap().contains(",46,57,GST Council,"));
}

#[test]
fn what_a_format_cannot_hold_is_said() {
    let document = document("Asha Rao of Taravel\nspoke to Ravi today");
    let mut long = mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN1", "statement", &[(0, 39)]);
    long.note = "two\nlines".to_owned();
    let parts = mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN2", "person", &[(0, 4), (29, 33)]);
    let inner = mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN3", "person", &[(0, 8)]);
    let (set, _) = AnnotationSet::new(asha()).with_annotations(vec![long, parts, inner]);
    let fates = |id: &str| {
        let encoded = encode(Format::find(id).unwrap(), &document, std::slice::from_ref(&set));
        encoded.losses.iter().map(|l| l.fate).collect::<BTreeSet<Fate>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(fates("jsonl"), []);
    assert_eq!(fates("w3c"), []);
    assert_eq!(fates("brat"), [Fate::Split], "a line ending within a span");
    assert_eq!(fates("doccano"), [Fate::Split, Fate::Flattened]);
    assert_eq!(fates("doccano-relations"), [Fate::Widened, Fate::Flattened]);
    assert_eq!(fates("conll"), [Fate::Dropped, Fate::Flattened]);
    assert_eq!(fates("csv"), []);
}

#[test]
fn a_relation_to_what_is_left_out_is_told_and_verified() {
    let document = document("Asha\nRavi");
    let asha_rao = mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN1", "person", &[(0, 4)]);
    let check = |id: &str, left_out: Annotation| {
        let format = Format::find(id).unwrap();
        let (mut set, _) =
            AnnotationSet::new(asha()).with_annotations(vec![asha_rao.clone(), left_out.clone()]);
        let ends = [(&asha_rao.id, &left_out.id), (&left_out.id, &asha_rao.id), (&asha_rao.id, &asha_rao.id)];
        for (n, (from, to)) in ends.into_iter().enumerate() {
            set.insert_relation(Relation {
                id: AnnotationId::new(format!("01JE{n:022}")),
                label: "refutes".into(),
                from: from.clone(),
                to: RelationEnd::Here(to.clone()),
                note: "as said".to_owned(),
                extra: Extra::default(),
            });
        }
        let mut encoded = encode(format, &document, std::slice::from_ref(&set));
        let dropped = |encoded: &Encoded| {
            let lost = encoded.losses.iter().filter(|loss| loss.fate == Fate::Dropped);
            lost.map(|loss| loss.id.as_str().to_owned()).collect::<Vec<_>>()
        };
        let relations = [0, 1].map(|n| format!("01JE{n:022}"));
        let expected = [left_out.id.as_str(), &relations[0], &relations[1]];
        assert_eq!(dropped(&encoded), expected, "{id}");
        let (records, remarks) = records(format, &document, &encoded);
        assert_eq!((records[0].links.len(), remarks.as_slice()), (1, &[][..]), "{id}");
        let schema = news_schema();
        encoded.losses.retain(|loss| loss.id.as_str() != relations[1]);
        let sets = std::slice::from_ref(&set);
        let error = verify(format, &Article::new(&document, sets, &schema), &encoded).unwrap_err();
        assert!(matches!(error, VerifyError::Unlinked { .. }), "{id}: {error}");
    };
    check("brat", mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN2", "person", &[(4, 5)]));
    let mut control = mark(&document, "01K9C70Z3A1WB9XSCQ570D1VN3", "person", &[(5, 9)]);
    control.label = "a\u{1}b".into();
    check("tei", control);
}

proptest! {
    #[test]
    fn what_is_not_lost_comes_back((document, set) in any_set()) {
        for format in FORMATS {
            let encoded = encode(format, &document, std::slice::from_ref(&set));
            if !format.is_read() {
                continue;
            }
            let found: Vec<_> = back(format, &document, &encoded).iter().map(places).collect();
            let changed: BTreeSet<_> = encoded
                .losses
                .iter()
                .filter(|l| l.fate != Fate::Flattened)
                .map(|l| l.id.clone())
                .collect();
            for annotation in set.annotations().iter().filter(|a| !changed.contains(&a.id)) {
                prop_assert!(found.contains(&places(annotation)), "{}: {annotation:?}", format.id);
            }
        }
    }

    #[test]
    fn rich_formats_keep_attributes_and_notes((document, set) in any_set()) {
        for id in ["jsonl", "brat", "prodigy", "label-studio", "w3c", "cas-json", "bdocjs"] {
            let format = Format::find(id).unwrap();
            let encoded = encode(format, &document, std::slice::from_ref(&set));
            let found = back(format, &document, &encoded);
            for annotation in set.annotations() {
                let same = |f: &&Annotation| {
                    f.attributes == annotation.attributes && f.note == annotation.note && f.label == annotation.label
                };
                prop_assert!(found.iter().any(|f| same(&f)), "{id}: {annotation:?} in {found:?}");
            }
        }
    }

    #[test]
    fn importing_twice_is_importing_once((document, set) in any_set()) {
        for format in FORMATS.iter().filter(|f| f.is_read()) {
            let encoded = encode(format, &document, std::slice::from_ref(&set));
            let ids = || back(format, &document, &encoded).into_iter().map(|a| a.id).collect::<Vec<_>>();
            prop_assert_eq!(ids(), ids());
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(
        (document, set) in any_set(),
        cut in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let schema = news_schema();
        let annotator = asha();
        let now = "2026-02-03T04:05:06Z".parse().unwrap();
        let how = ResolveOptions { schema: &schema, labels: &[], annotator: &annotator, unit: OffsetUnit::Byte, source: "x", now };
        let options = ReadOptions::default();
        for format in FORMATS.iter().filter(|f| f.is_read()) {
            let encoded = encode(format, &document, std::slice::from_ref(&set));
            for piece in &encoded.pieces {
                let mut bytes = piece.bytes.clone();
                if bytes.is_empty() {
                    continue;
                }
                let i = at.index(bytes.len());
                bytes[i] = byte;
                bytes.truncate(cut.index(bytes.len()) + 1);
                let text = |_: &str| Some(document.text.as_str().as_bytes().to_vec());
                let source = Source { name: "x", beside: &text, options: &options };
                let _ = read(format, &source, &mut bytes.as_slice(), &mut |Reading { records, .. }| {
                    for record in records {
                        let _ = resolve(&record, &document, &how);
                    }
                });
            }
        }
    }
}

/// Files that broke readers, here or elsewhere: whatever the format, none panics, and what makes no sense is told.
#[test]
fn the_corpus_of_bad_files_is_read_by_every_reader() {
    let document = document("Asha Rao spoke.");
    let schema = news_schema();
    let annotator = asha();
    let now = "2026-02-03T04:05:06Z".parse().unwrap();
    let how = ResolveOptions {
        schema: &schema,
        labels: &[],
        annotator: &annotator,
        unit: OffsetUnit::CodePoint,
        source: "x",
        now,
    };
    let mut seen = 0;
    let options = ReadOptions::default();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        seen += 1;
        let mut told = 0;
        for format in FORMATS.iter().filter(|f| f.is_read()) {
            let text = |_: &str| Some(document.text.as_str().as_bytes().to_vec());
            let source = Source { name: "x", beside: &text, options: &options };
            let outcome =
                read(format, &source, &mut bytes.as_slice(), &mut |Reading { records, remarks }| {
                    told += remarks.len();
                    for record in records {
                        told += resolve(&record, &document, &how).remarks.len();
                    }
                });
            told += usize::from(outcome.is_err());
        }
        assert!(told > 0, "nobody says what is wrong with {}", path.display());
    }
    assert!(seen >= 18, "{seen} files in the corpus");
}

#[test]
fn the_readme_lists_every_format() {
    let readme = include_str!("../../../README.md");
    for format in FORMATS {
        let unit = format.unit.map_or("undeclared", OffsetUnit::name);
        let way = if format.is_read() { "out and in" } else { "out" };
        let row = format!("| `{}` | {}: {} | {unit} | {way} |", format.id, format.name, format.explanation);
        assert!(readme.contains(&row), "not in README.md: {row}");
    }
}
