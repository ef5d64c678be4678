//! Decisions, answers and returned articles in a sidecar.

use tippani::format::sidecar;
use tippani::model::{AnnotationId, Annotator, ContentHash, Extra, Remark, RemarkSubject};

use super::{at, bytes, document, full, span};

fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

fn unknown(paths: &[&str]) -> Extra {
    let mut extra = Extra::default();
    for path in paths {
        extra.keep(*path, "\"some day\"");
    }
    extra
}

#[test]
fn what_is_said_in_a_review_is_written_and_read() {
    let document = document();
    let mut set = full(&document);
    let answer = |annotation: Option<&str>, round| Remark {
        about: RemarkSubject::Answer { reviewer: who("lead"), annotation: annotation.map(AnnotationId::new) },
        text: "it is \"right\"".into(),
        round,
        saw: Vec::new(),
        at: Some(at("2026-01-04T00:00:00Z")),
        extra: unknown(&["colour", "to/colour"]),
    };
    set.insert_remark(answer(Some("01J"), 2));
    set.insert_remark(answer(None, 1));
    set.insert_remark(Remark {
        about: RemarkSubject::Return(who("ravi")),
        text: "again, please".into(),
        round: 3,
        saw: Vec::new(),
        at: None,
        extra: unknown(&["at"]),
    });
    set.insert_remark(Remark {
        about: RemarkSubject::Nothing(span(&document, "Asha Rao").into()),
        text: String::new(),
        round: 1,
        saw: vec![ContentHash::from_bytes([7; 16])],
        at: None,
        extra: unknown(&["colour", "at/0/colour"]),
    });
    let mut review = set.reviews().next().unwrap().clone();
    review.heard = 2;
    set.insert_review(review);
    let written = bytes(&set, &document);
    for words in [
        "\"decisions\": [",
        "\"nothing\": true",
        "\"answers\": [",
        "\"returned\": [",
        "\"heard\": 2",
        "\"round\": 3",
    ] {
        assert!(written.contains(words), "{words}: {written}");
    }
    let read = sidecar::decode(written.as_bytes(), &document).unwrap();
    // A time that is none is told, and kept.
    assert_eq!(read.value, set);
    assert_eq!(bytes(&read.value, &document), written);
}

#[test]
fn what_cannot_be_read_of_it_is_kept_and_told() {
    let document = document();
    let set = full(&document);
    let with = |list: &str| {
        let written = bytes(&set, &document);
        written.trim_end().strip_suffix('}').unwrap().trim_end().to_owned() + ",\n  " + list + "\n}\n"
    };
    for list in [
        "\"decisions\": [{\"at\": [{\"start\": 0, \"end\": 2, \"quote\": \"xx\"}], \"nothing\": true}]",
        "\"decisions\": [{\"at\": [], \"nothing\": true}]",
        "\"decisions\": [{\"at\": [{\"start\": 0, \"end\": 1, \"quote\": \"સ\"}], \"nothing\": false}]",
        "\"answers\": [{\"to\": {\"annotation\": \"01J\"}, \"text\": \"why\"}]",
        "\"returned\": [{\"annotator\": \"Not A Slug\"}]",
        "\"returned\": [{\"annotator\": \"ravi\", \"round\": \"often\"}]",
    ] {
        let read = sidecar::decode(with(list).as_bytes(), &document).unwrap();
        assert_eq!(
            (read.value.remarks().len(), read.value.unread.len()),
            (0, 1),
            "{list}: {:?}",
            read.issues
        );
        assert_eq!(read.issues.len(), 1, "{list}");
        let again = sidecar::decode(bytes(&read.value, &document).as_bytes(), &document).unwrap();
        assert_eq!(again.value.unread.len(), 1, "{list}");
        assert_eq!(bytes(&again.value, &document), bytes(&read.value, &document), "{list}");
    }
    let twice = "\"returned\": [{\"annotator\": \"ravi\"}, {\"annotator\": \"ravi\", \"comment\": \"x\"}]";
    let read = sidecar::decode(with(twice).as_bytes(), &document).unwrap();
    assert_eq!((read.value.remarks().len(), read.value.unread.len()), (1, 1), "{:?}", read.issues);
}
