//! Fields of entries that may say what this version does not: times, entities, what a verdict saw.

use tippani::format::sidecar;
use tippani::model::{Annotation, AnnotationId, AnnotationSet, ContentHash, EntityRef, Value, Verdict};

use super::{bytes, document, full};

/// The bytes of one of everything, changed.
fn changed(old: &str, new: &str) -> String {
    let document = document();
    let text = bytes(&full(&document), &document);
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

/// Reads bytes that are written as they were, and gives what they hold and what is told of them.
#[track_caller]
fn check(text: &str) -> (AnnotationSet, Vec<String>) {
    let document = document();
    let read = sidecar::decode(text.as_bytes(), &document).unwrap();
    assert_eq!(bytes(&read.value, &document), text);
    assert_eq!(read.value.unread, Vec::new());
    (read.value, read.issues.iter().map(ToString::to_string).collect())
}

fn first(set: &AnnotationSet) -> Annotation {
    Annotation::clone(set.get(&AnnotationId::new("01A")).unwrap())
}

const CREATED: &str = "\"created\": \"2026-01-02T03:04:05Z\"";

#[test]
fn a_time_is_a_moment_and_keeps_its_spelling() {
    for (spelled, utc) in [
        ("2026-01-02T05:30:00+05:30", "2026-01-02T00:00:00Z"),
        ("2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123456789Z"),
        ("2026-01-02t03:04:05z", "2026-01-02T03:04:05Z"),
        ("2025-12-31T23:59:60Z", "2025-12-31T23:59:59Z"),
        ("2026-01-01T22:34-04:30", "2026-01-02T03:04:00Z"),
    ] {
        let (set, told) = check(&changed(CREATED, &format!("\"created\": \"{spelled}\"")));
        let created = first(&set).created.unwrap();
        assert_eq!((created.to_string().as_str(), told), (spelled, vec![]));
        assert_eq!(created, utc.parse().unwrap(), "{spelled}");
        assert!(created < "2026-01-02T03:04:06Z".parse().unwrap(), "{spelled}");
    }
}

#[test]
fn a_time_that_is_none_is_told_and_kept_where_it_stands() {
    for time in
        ["yesterday", "", "2026-01-02", "2026-01-02T03:04:05", "2026-13-02T03:04:05Z", "\\n\\\"\\u0001"]
    {
        let (set, told) = check(&changed(CREATED, &format!("\"created\": \"{time}\"")));
        assert_eq!((first(&set).created, told.len()), (None, 1), "{time}: {told:?}");
        assert!(told[0].contains("“created”") && told[0].contains("annotation 01A"), "{told:?}");
        let (set, told) = check(&changed("\"at\": \"2026-01-03T00:00:00Z\"", &format!("\"at\": \"{time}\"")));
        assert_eq!((&set.reviews().next().unwrap().at, told.len()), (&None, 1), "{time}: {told:?}");
    }
    // What is changed then gets a time, once.
    let document = document();
    let text = changed("\"modified\": \"2026-01-02T03:04:05Z\"", "\"modified\": \"yesterday\"");
    let mut set = sidecar::decode(text.as_bytes(), &document).unwrap().value;
    let mut annotation = first(&set);
    annotation.touch(&"2026-02-03T04:05:06.789Z".parse().unwrap());
    set.insert(annotation);
    let now = bytes(&set, &document);
    assert_eq!(now, text.replacen("yesterday", "2026-02-03T04:05:06.789Z", 1));
    // A field of another kind of entry is one that is not known.
    check(&changed(
        "\"modified\": \"2026-01-02T03:04:05Z\"",
        "\"modified\": \"2026-01-02T03:04:05Z\",\n      \"at\": 1,\n      \"saw\": 2",
    ));
}

#[test]
fn a_verdict_says_what_it_saw() {
    let document = document();
    let mut set = full(&document);
    let mut review = set.reviews().next().unwrap().clone();
    let saw = ContentHash::of(&first(&set));
    review.saw = Some(saw);
    set.insert_review(review);
    let text = bytes(&set, &document);
    let line = format!("      }},\n      \"saw\": \"{saw}\",\n      \"verdict\": \"rejected\",\n");
    assert!(text.contains(&line), "{text}");
    let (back, told) = check(&text);
    assert_eq!((back, told), (set.clone(), vec![]));
    // What another version saw is kept, and is not taken for a hash of this one.
    let later = text.replacen(&saw.to_string(), "2:QmFzZTY0", 1);
    let (mut back, told) = check(&later);
    let mut review = back.reviews().next().unwrap().clone();
    assert_eq!((review.saw, told), (None, vec![]));
    review.saw = Some(saw);
    back.insert_review(review);
    assert_eq!(bytes(&back, &document), text, "a new verdict says what it saw itself");
}

#[test]
fn whom_a_value_speaks_of_is_told_apart_and_kept() {
    for (entity, expected) in [
        ("author", Some(EntityRef::Author)),
        ("unknown", Some(EntityRef::Unknown)),
        ("asha-rao_2", None),
        ("Asha Rao", Some(EntityRef::Name("Asha Rao".into()))),
        ("-asha", Some(EntityRef::Name("-asha".into()))),
        ("Author", Some(EntityRef::Name("Author".into()))),
        ("", Some(EntityRef::Name("".into()))),
    ] {
        let (set, told) = check(&changed("\"entity\": \"asha-rao\"", &format!("\"entity\": \"{entity}\"")));
        let claim = set.get(&AnnotationId::new("01B")).unwrap();
        let Value::Entity(found) = &claim.attributes["claimer"].value else { panic!("{claim:?}") };
        assert_eq!(told, Vec::<String>::new());
        match expected {
            Some(expected) => assert_eq!(*found, expected),
            None => assert!(matches!(found, EntityRef::Entity(id) if id.as_str() == entity)),
        }
        let (set, _) =
            check(&changed("\"entity\": \"andrei-belousov\"", &format!("\"entity\": \"{entity}\"")));
        assert_eq!(first(&set).entity.unwrap().as_str(), entity);
    }
}

#[test]
fn of_two_verdicts_on_one_annotation_the_later_counts_and_both_are_kept() {
    let document = document();
    let review = |verdict: &str, at: &str| {
        let of = "{\n        \"annotator\": \"ravi\",\n        \"annotation\": \"01J\"\n      }";
        format!(
            "{{\n      \"of\": {of},\n      \"verdict\": \"{verdict}\",\n      \"comment\": \"\",\n      \"at\": \"{at}\"\n    }}"
        )
    };
    let (early, late) =
        (review("accepted", "2026-01-02T05:30:00+05:30"), review("question", "2026-01-02T03:00:00Z"));
    for both in [[&early, &late], [&late, &early]] {
        let text =
            changed("\"reviews\": [\n", &format!("\"reviews\": [\n    {},\n    {},\n", both[0], both[1]));
        let text = text.replacen(
            "\"annotation\": \"01J\"\n      },\n      \"verdict\": \"rejected\"",
            "\"annotation\": \"01L\"\n      },\n      \"verdict\": \"rejected\"",
            1,
        );
        let read = sidecar::decode(text.as_bytes(), &document).unwrap();
        let verdicts: Vec<_> = read.value.reviews().map(|review| review.verdict).collect();
        assert_eq!(verdicts, [Verdict::Question, Verdict::Rejected]);
        let unread: Vec<_> =
            read.value.unread.iter().map(|entry| (entry.list, entry.json.as_str())).collect();
        assert_eq!(unread, [("reviews", early.as_str())]);
        assert_eq!(read.issues.len(), 1, "{:?}", read.issues);
        let once = bytes(&read.value, &document);
        let again = sidecar::decode(once.as_bytes(), &document).unwrap().value;
        assert_eq!((bytes(&again, &document), again), (once, read.value));
    }
}
