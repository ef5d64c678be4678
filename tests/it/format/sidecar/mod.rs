//! The sidecar: golden bytes, what it keeps, what it refuses, and an outside judge.

pub(crate) mod any;
mod entries;
mod many;
mod remarks;
mod summary;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use indexmap::IndexMap;
use tippani::format::sidecar::{self, EncodeError, SidecarError};
use tippani::format::{Decoded, article};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Evidence, Extra, Origin, OriginKind, Place, Relation, RelationEnd, Review, ReviewTarget, State,
    Timestamp, Unread, Value, Verdict,
};
use tippani::text::{ByteOffset, SourceText, Span, Spans};

/// Six paragraphs: Gujarati, Hindi with a ZWJ conjunct, English with an emoji, Urdu, controls, an old-style line end.
const TEXT: &str = "સિંચાઈમંત્રી વિશ્રુત અંબરકર શુક્રવારે આવ્યા.\r\nराष्ट्रपति ने क्\u{200d}षमा कहा \"हाँ\"\n👩🏽\u{200d}🚒 Asha Rao said \
                    no\\yes.\tA tab\nوزیر اعظم نے کہا\n\u{1}\u{0}end\rlast";

pub(crate) fn document() -> Document {
    article::decode("sub/a.txt", TEXT.as_bytes()).value
}

fn span(document: &Document, words: &str) -> Span {
    let start = document.text.as_str().find(words).unwrap();
    Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(start + words.len())).unwrap()
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

/// One of everything.
pub(crate) fn full(document: &Document) -> AnnotationSet {
    let mark = |id: &str, kind, label: &str, spans: Spans| {
        Annotation::new(AnnotationId::new(id), kind, label, spans, at("2026-01-02T03:04:05Z"))
    };
    let mut person = mark("01A", AnnotationKind::Entity, "person", span(document, "વિશ્રુત અંબરકર").into());
    person.entity = Some(EntityRef::from("andrei-belousov"));
    let spans = Spans::new(vec![span(document, "said"), span(document, "no\\yes")]).unwrap();
    let mut claim = mark("01B", AnnotationKind::Claim, "denial", spans);
    let evidence = Some(Evidence { span: span(document, "Asha Rao") });
    let entity = Value::Entity(EntityRef::from("asha-rao"));
    claim.attributes = IndexMap::from_iter([
        ("claimer".into(), AttributeValue { value: entity, evidence }),
        ("affiliation".into(), Value::Entity(EntityRef::Unknown).into()),
        ("epistemic".into(), Value::Text("true \"certain\"\n\u{1}".into()).into()),
        ("many".into(), Value::Many(vec!["a".into(), "b".into()]).into()),
        ("none".into(), Value::Many(Vec::new()).into()),
        ("flag".into(), Value::Flag(true).into()),
        ("whole".into(), Value::Number(-42.0).into()),
        ("part".into(), Value::Number(0.1).into()),
    ]);
    claim.note = "see “b.txt”".into();
    claim.origin = Origin { by: OriginKind::Model, from: Some("m1".into()), score: Some(1.0), rule: None };
    let urdu = mark("01C", AnnotationKind::Entity, "person", span(document, "وزیر اعظم").into());
    let (mut set, _) =
        AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(vec![urdu, claim, person]);
    set.set_state(State::InProgress);
    let there = RelationEnd::There {
        file: "b.txt".into(),
        annotator: Annotator::new("ravi").unwrap(),
        annotation: AnnotationId::new("01K"),
    };
    for (id, to) in [("01R", RelationEnd::Here(AnnotationId::new("01A"))), ("01S", there)] {
        let (id, from) = (AnnotationId::new(id), AnnotationId::new("01B"));
        set.insert_relation(Relation {
            id,
            label: "refutes".into(),
            from,
            to,
            note: String::new(),
            extra: Extra::default(),
        });
    }
    let of =
        ReviewTarget { annotator: Annotator::new("ravi").unwrap(), annotation: AnnotationId::new("01J") };
    let at = Some(at("2026-01-03T00:00:00Z"));
    set.insert_review(Review {
        of,
        saw: None,
        verdict: Verdict::Rejected,
        comment: "boundary".into(),
        heard: 0,
        at,
        extra: Extra::default(),
    });
    set
}

fn bytes(set: &AnnotationSet, document: &Document) -> String {
    String::from_utf8(sidecar::encode(set, document).unwrap()).unwrap()
}

/// Runs Python on `input`; a machine without it cannot judge, and the test fails.
fn python(script: &str, input: &str) -> String {
    let mut child = Command::new("python3")
        .args(["-X", "utf8", "-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed as the outside judge");
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "python3 does not agree");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_set_has_these_bytes() {
    let document = document();
    let set = full(&document);
    let text = bytes(&set, &document);
    let golden = super::repository("tests/it/format/sidecar.golden.json");
    if std::env::var_os("TIPPANI_BLESS").is_some() {
        std::fs::write(&golden, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(&golden).unwrap());
    let back = sidecar::decode(text.as_bytes(), &document).unwrap();
    assert_eq!(back, Decoded::clean(set));
    assert_eq!((back.value.annotations().len(), back.value.state()), (3, State::InProgress));
    let empty = bytes(&AnnotationSet::new(Annotator::new("a").unwrap()), &document);
    assert!(empty.contains("\"annotations\": [],\n"), "{empty}");
}

#[test]
fn python_writes_the_same_bytes_and_slices_the_same_quotes() {
    let document = document();
    let text = bytes(&full(&document), &document);
    let same = python(
        "import json,sys\ns=sys.stdin.buffer.read().decode()\n\
         sys.stdout.buffer.write((json.dumps(json.loads(s),indent=2,ensure_ascii=False)+'\\n').encode())",
        &text,
    );
    assert_eq!(same, text);
    judge(&text, TEXT);
    python(
        "import json,sys\nj=json.load(sys.stdin)\n\
         s=j['annotations'][0]['spans'][0]\n\
         assert s['quote']=='વિશ્રુત અંબરકર' and s['before']=='સિંચાઈમંત્રી ' and len(s['after'])<=32,s\n\
         assert j['source']['file']=='a.txt' and j['source']['unit']=='code-point'",
        &text,
    );
}

/// Every quote is the slice of the text by code points, and the context stands where it says.
fn judge(sidecar: &str, text: &str) {
    let script = "import json,sys\nj,t=json.loads(sys.stdin.buffer.read().decode())\nj=json.loads(j)\nn=0\n\
        assert j['source']['characters']==len(t)\n\
        for a in j['annotations']:\n\
        \x20for s in a['spans']+[v['evidence'] for v in a['attributes'].values() if 'evidence' in v]:\n\
        \x20 n+=1\n\
        \x20 b,e=s['start'],s['end']\n\
        \x20 assert 0<=b<e<=len(t) and t[b:e]==s['quote'],s\n\
        \x20 assert t[:b].endswith(s.get('before','')) and t[e:].startswith(s.get('after','')),s\n\
        \x20 assert len(s.get('before',''))<=32 and len(s.get('after',''))<=32,s\n\
        print(n)";
    python(script, &serde_json::to_string(&(sidecar, text)).unwrap());
}

#[test]
fn what_is_not_known_is_kept_byte_for_byte() {
    let document = document();
    let text = bytes(&full(&document), &document);
    let mut with = text.clone();
    for (old, new) in [
        (
            "\n  ]\n}\n",
            "\n  ],\n  \"x\": {\n    \"n\": [\n      1.50,\n      1e400,\n      {}\n    ]\n  }\n}\n",
        ),
        ("\"unit\": \"code-point\",", "\"unit\": \"code-point\","),
        ("\"after\": \" શુક્રવારે આવ્યા.\\r\\nराष्ट्रपति\"\n", ""),
        ("\"by\": \"hand\"\n", "\"by\": \"hand\",\n        \"tool\": \"\\u0041\\/\"\n"),
        ("\"quote\": \"Asha Rao\"\n", "\"quote\": \"Asha Rao\",\n            \"who\": []\n"),
        ("\"value\": true\n", "\"value\": true,\n          \"sure\": false\n"),
        ("\"annotation\": \"01K\"\n", "\"annotation\": \"01K\",\n        \"hint\": 1\n"),
        ("\"annotation\": \"01J\"\n", "\"annotation\": \"01J\",\n        \"hint\": 2\n"),
        (
            "\"at\": \"2026-01-03T00:00:00Z\"\n",
            "\"at\": \"2026-01-03T00:00:00Z\",\n      \"weight\": 12345678901234567890123\n",
        ),
        ("\"to\": \"01A\"\n", "\"to\": \"01A\",\n      \"because\": \"…\"\n"),
        (
            "\"modified\": \"2026-01-02T03:04:05Z\"\n",
            "\"modified\": \"2026-01-02T03:04:05Z\",\n      \"a~/b\": {}\n",
        ),
    ] {
        if !new.is_empty() {
            assert!(with.contains(old), "{old}");
            with = with.replacen(old, new, 1);
        }
    }
    // At a span, and in the source.
    let after = with.find("\"after\": ").map(|at| at + with[at..].find('\n').unwrap()).unwrap();
    with.insert_str(after, ",\n          \"colour\": \"red\"");
    let unit = with.find("\"language\": ").map(|at| at + with[at..].find('\n').unwrap()).unwrap();
    with.insert_str(unit, ",\n    \"url\": null");
    let back = sidecar::decode(with.as_bytes(), &document).unwrap();
    assert_eq!((back.issues.len(), back.value.unread.len()), (0, 0), "{:?}", back.issues);
    assert_eq!(bytes(&back.value, &document), with);
    // Another language than the one detected is the file's to say.
    let said = text.replacen("\"language\": \"gu\"", "\"language\": \"gu-Latn\"", 1);
    assert_ne!(said, text);
    assert_eq!(bytes(&sidecar::decode(said.as_bytes(), &document).unwrap().value, &document), said);
}

#[test]
fn an_entry_that_cannot_be_read_costs_no_other() {
    /// Changes the file, and says how many entries are then unread and why.
    fn check(old: &str, new: &str, lost: usize, words: &str) {
        let document = document();
        let text = bytes(&full(&document), &document);
        assert!(text.contains(old), "{old}");
        let text = text.replacen(old, new, 1);
        let back =
            sidecar::decode(text.as_bytes(), &document).unwrap_or_else(|e| panic!("{old} → {new}: {e}"));
        let told = back.issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert_eq!(back.value.unread.len(), lost, "{old} → {new}: {told}");
        assert!(told.contains(words), "{old} → {new}: {told:?} does not say {words:?}");
        let set = &back.value;
        assert_eq!(set.annotations().len() + set.relations().len() + set.reviews().len() + lost, 6);
        // Written back and read again: nothing changes any more.
        let once = bytes(set, &document);
        let again = sidecar::decode(once.as_bytes(), &document).unwrap();
        assert_eq!(bytes(&again.value, &document), once);
        // Not one is lost or changed: only their order in the list may be another.
        python(
            "import json,sys\na,b=[json.loads(s,parse_float=str,parse_int=str,object_pairs_hook=list) \
             for s in json.load(sys.stdin)]\n\
             f=lambda j: [sorted(map(str,dict(j)[k])) for k in ('annotations','relations','reviews')]\nassert f(a)==f(b)",
            &serde_json::to_string(&(&once, &text)).unwrap(),
        );
    }
    check("\"start\": 13", "\"start\": 12", 1, "is “");
    check("\"start\": 13", "\"start\": 113", 1, "empty or inverted");
    check("\"start\": 13", "\"start\": -3", 1, "invalid value");
    check("\"start\": 13", "\"start\": 13.5", 1, "invalid type");
    check("\"start\": 13,", "", 1, "missing field `start`");
    check("\"end\": 27", "\"end\": 99999", 1, "after the text does");
    check("\"quote\": \"વિશ્", "\"quote\": \"આ", 1, "not “");
    check("\"id\": \"01A\"", "\"id\": \"01B\"", 1, "there twice");
    check("\"id\": \"01A\"", "\"id\": 7", 1, "invalid type");
    check("\"kind\": \"claim\"", "\"kind\": \"theme\"", 1, "unknown variant");
    check("\"by\": \"hand\"", "\"by\": \"magic\"", 1, "unknown variant");
    check("\"value\": true", "\"value\": null", 1, "needs a value or an entity");
    check("\"value\": true", "\"value\": {}", 1, "invalid type");
    check("\"value\": -42", "\"value\": 9007199254740993", 1, "too large");
    check("\"value\": -42", "\"value\": 1e999", 1, "out of range");
    check("\"value\": true", "\"value\": true, \"value\": false", 1, "duplicate field");
    check(
        "\"annotator\": \"ravi\",\n        \"annotation\": \"01K\"",
        "\"annotator\": \"Ravi!\"",
        1,
        "annotation",
    );
    check("\"verdict\": \"rejected\"", "\"verdict\": \"maybe\"", 1, "unknown variant");
    check("\"id\": \"01R\"", "\"id\": \"01S\"", 1, "there twice");
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    fn check(change: impl Fn(String) -> String, wanted: impl Fn(&SidecarError) -> bool) {
        let document = document();
        let text = change(bytes(&full(&document), &document));
        let error = sidecar::decode(text.as_bytes(), &document).unwrap_err();
        assert!(wanted(&error), "{error:?}");
        assert!(!error.to_string().is_empty());
    }
    use SidecarError as E;
    check(|t| t[..t.len() / 2 - 1].to_owned(), |e| matches!(e, E::NotJson { line, .. } if *line > 20));
    check(|_| String::new(), |e| matches!(e, E::NotJson { .. }));
    check(|t| format!("<<<<<<< HEAD\n{t}"), |e| matches!(e, E::NotJson { line: 1, .. }));
    check(|_| "[]".into(), |e| matches!(e, E::WrongShape { .. }));
    check(|_| "{}".into(), |e| matches!(e, E::OtherFormat(_)));
    check(|t| t.replace("tippani/annotations", "brat"), |e| *e == E::OtherFormat("brat".into()));
    check(|t| t.replace("\"version\": 1", "\"version\": 2"), |e| *e == E::OtherVersion(2));
    check(|t| t.replace("\"code-point\"", "\"byte\""), |e| *e == E::OtherUnit("byte".into()));
    check(
        |t| t.replace("\"in-progress\"", "\"lost\""),
        |e| matches!(e, E::WrongShape { field, .. } if field == "state"),
    );
    check(
        |t| t.replace("\"annotator\": \"asha\"", "\"annotator\": \"A b\""),
        |e| matches!(e, E::WrongShape { .. }),
    );
    check(
        |t| t.replace("\"annotations\": [", "\"annotations\": 3, \"x\": ["),
        |e| matches!(e, E::WrongShape { .. }),
    );
    check(|t| t.replace("\"annotations\": [", "\"marks\": ["), |e| matches!(e, E::WrongShape { .. }));

    // Of another version of the article: every annotation waits for a place, and nothing is told by offset and words alone.
    let (old, new) = (document(), article::decode("a.txt", TEXT.replace("said", "says").as_bytes()).value);
    let text = bytes(&full(&old), &old);
    let error = sidecar::decode(text.as_bytes(), &new).unwrap_err();
    assert_eq!(error, E::OtherSource { found: old.sha256.to_string(), total: 3 });
    let back = sidecar::decode_for_other_source(text.as_bytes(), &new).unwrap();
    assert_eq!((back.value.annotations().len(), back.value.unread.len()), (2, 1));
    assert!(bytes(&back.value, &new).contains("\"id\": \"01B\""));
    let earlier = sidecar::decode_earlier(text.as_bytes(), &new).unwrap();
    assert_eq!((&*earlier.value.sha256, earlier.issues.len()), (&*old.sha256, 0));
    let set = earlier.value.set;
    assert_eq!((set.annotations().len(), set.orphans().len()), (0, 3));
    // As orphans they are written and read again, and at their old places they are what they were.
    let kept = bytes(&set, &new);
    assert_eq!(sidecar::decode(kept.as_bytes(), &new).unwrap().value, set);
    let back = sidecar::decode_earlier(kept.as_bytes(), &old).unwrap().value.set;
    assert_eq!(back, set);
    for annotation in full(&old).annotations() {
        let orphan = set.orphan(&annotation.id).unwrap();
        let attributes = annotation.attributes.iter();
        let evidence = attributes.filter_map(|(name, value)| Some((name.clone(), value.evidence?.span)));
        let place = Place { spans: annotation.spans.clone(), evidence: evidence.collect() };
        assert_eq!(orphan.placed(&place), **annotation);
    }
}

#[test]
fn a_set_that_does_not_fit_is_refused() {
    let document = document();
    let mut set = full(&document);
    let other = Document { text: SourceText::new("short"), ..document.clone() };
    assert!(matches!(sidecar::encode(&set, &other), Err(EncodeError::NoSlice(_))));
    let mut odd = Annotation::clone(&set.annotations()[0]);
    odd.attributes.insert("n".into(), Value::Number(f64::NAN).into());
    set.insert(odd);
    assert!(matches!(sidecar::encode(&set, &document), Err(EncodeError::NotFinite(_))));
    let mut set = full(&document);
    set.unread.push(Unread { list: "annotations", json: "{".into(), reason: String::new() });
    assert!(matches!(sidecar::encode(&set, &document), Err(EncodeError::NotJson(_))));
}

#[test]
fn a_span_inside_a_cluster_is_kept_and_told() {
    let document = document();
    let inside = span(&document, "\u{200d}🚒");
    assert!(!inside.is_aligned(&document.text));
    let (id, now) = (AnnotationId::new("01Z"), at("2026-01-02T03:04:05Z"));
    let mut part = Annotation::new(id, AnnotationKind::Entity, "person", inside.into(), now);
    (part.created, part.modified) = (None, None);
    let (set, _) = AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(vec![part]);
    let text = bytes(&set, &document);
    let back = sidecar::decode(text.as_bytes(), &document).unwrap();
    assert_eq!((&back.value, back.issues.len()), (&set, 1));
    assert_eq!(bytes(&back.value, &document), text);
}

#[test]
fn numbers_are_written_as_python_writes_them() {
    let document = document();
    let numbers =
        [0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 1.5e16, 1e-4, 9.5e-5, 1e-7, 1e22, 1e300, -2.5, 1.0 / 3.0, 5e-324];
    let mut mark = Annotation::clone(&full(&document).annotations()[0]);
    mark.attributes = numbers
        .iter()
        .enumerate()
        .map(|(i, n)| (Arc::from(format!("n{i}")), Value::Number(*n).into()))
        .collect();
    let (set, _) = AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(vec![mark]);
    let text = bytes(&set, &document);
    let back = sidecar::decode(text.as_bytes(), &document).unwrap().value;
    assert_eq!(bytes(&back, &document), text);
    let same = python(
        "import json,sys\ns=sys.stdin.buffer.read().decode()\n\
         sys.stdout.buffer.write((json.dumps(json.loads(s),indent=2,ensure_ascii=False)+'\\n').encode())",
        &text,
    );
    assert_eq!(same, text);
}

#[test]
fn samples_are_written_as_they_are() {
    let samples = super::repository("samples");
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(&samples).into_iter().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((file, _)) = sidecar::parse_file_name(&name) else { continue };
        let text = std::fs::read(entry.path().with_file_name(article::source_file(file))).unwrap();
        let document = article::decode(file, &text).value;
        let bytes = std::fs::read(entry.path()).unwrap();
        let decoded = sidecar::decode(&bytes, &document).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(decoded.issues, Vec::new(), "{name}");
        assert!(
            sidecar::encode(&decoded.value, &document).unwrap() == bytes,
            "{name} is written differently"
        );
        judge(std::str::from_utf8(&bytes).unwrap(), document.text.as_str());
        seen += 1;
    }
    assert!(seen >= 8, "{seen} sidecars of the samples");
}
