//! Changes of an article and what becomes of its annotations, one by one.

use tippani::format::sidecar;
use tippani::jobs::CancelToken;
use tippani::jobs::reanchor::{Moved, find_places};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document};
use tippani::store::texts;
use tippani::text::{ByteOffset, SourceText, Span, Spans};

use super::articles::document;

/// Takes `‹ … ›` out of a text: what they stood around becomes the parts of one annotation.
fn marked(marked: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut text, mut open, mut ranges) = (String::new(), 0, Vec::new());
    for c in marked.chars() {
        match c {
            '‹' => open = text.len(),
            '›' => ranges.push(open..text.len()),
            c => text.push(c),
        }
    }
    (text, ranges)
}

fn annotated(text: &SourceText, ranges: &[std::ops::Range<usize>]) -> AnnotationSet {
    let span = |range: &std::ops::Range<usize>| {
        Span::new(text, ByteOffset::new(range.start), ByteOffset::new(range.end)).unwrap()
    };
    let spans = Spans::new(ranges.iter().map(span).collect()).unwrap();
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let annotation = Annotation::new(AnnotationId::new("01A"), AnnotationKind::Entity, "person", spans, now);
    AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(vec![annotation]).0
}

/// What becomes of the annotation `‹ … ›` of an old text in a new one: `‹ … ›` around it where it is certain, `? … ?` around its
/// likeliest place, nothing where it is gone.
fn outcome(old: &str, new: &str, bom: bool, with_old_text: bool) -> (Moved, String) {
    let (old, ranges) = marked(old);
    let old = document(&old, false);
    let set = annotated(&old.text, &ranges);
    let bytes = sidecar::encode(&set, &old).unwrap();
    let new: Document = document(new, bom);
    let set = sidecar::decode_earlier(&bytes, &new).unwrap().value.set;
    let folder = tempfile::tempdir().unwrap();
    texts::keep(folder.path(), &old, texts::MAX_BYTES).unwrap();
    let length = Some((&*old.sha256, old.text.chars()));
    let places =
        find_places(&set, &new, length, with_old_text.then_some(folder.path()), &CancelToken::new()).unwrap();
    let moved = Moved::of(&set, &places);
    let mut shown = new.text.as_str().to_owned();
    if let Some(place) = places.of(&AnnotationId::new("01A")).first() {
        let signs = if moved.certain == 1 { ["‹", "›"] } else { ["?", "?"] };
        for span in place.spans.as_slice().iter().rev() {
            shown.insert_str(span.end().get(), signs[1]);
            shown.insert_str(span.start().get(), signs[0]);
        }
    }
    (moved, shown)
}

#[track_caller]
fn check(old: &str, expected: &str) {
    for with_old_text in [true, false] {
        check_with(old, expected, with_old_text);
    }
}

#[track_caller]
fn check_with(old: &str, expected: &str, with_old_text: bool) {
    let new: String = expected.chars().filter(|c| !matches!(c, '‹' | '›' | '?')).collect();
    let (_, shown) = outcome(old, &new, false, with_old_text);
    assert_eq!(shown, expected, "with the old text: {with_old_text}");
}

const HEAD: &str = "The minister for water spoke in Pune on Monday about the dam.\n";
const TAIL: &str = " said that the dam was safe after the rain of the last days.\n";

#[test]
fn what_one_does_not_see_moves_everything() {
    let old = format!("{HEAD}Gita ‹Rao›{TAIL}");
    let plain = old.replace(['‹', '›'], "");
    let crlf = |text: &str| text.replace('\n', "\r\n");
    check(&old, &crlf(&old));
    check(&crlf(&old), &old);
    check(&old, old.trim_end());
    check(old.trim_end(), &old);
    check(&old, &format!("{old}\n"));
    for with_old_text in [true, false] {
        let (_, shown) = outcome(&old, &plain, true, with_old_text);
        assert_eq!(shown, old, "a byte order mark is no part of the text");
    }
    // Composed outside the span: the same place. Inside: the words are others, so it is asked.
    check(&old.replace("minister", "Za\u{301}kopane"), &old.replace("minister", "Zákopane"));
    check(&old.replace("Rao", "Zoe\u{308}"), &old.replace("‹Rao›", "?Zoë?"));
}

#[test]
fn what_was_left_alone_moves_with_what_was_changed_around_it() {
    let old = format!("{HEAD}Gita ‹Rao›{TAIL}");
    check(&old, &format!("A note of the editor.\n{HEAD}Gita ‹Rao›{TAIL}"));
    check(&old, &format!("{HEAD}Gita ‹Rao›{TAIL}And more of it on the second page.\n"));
    check_with(&old, &format!("Gita ‹Rao›{TAIL}"), true);
    check_with(&old, &format!("{HEAD}Yesterday Gita ‹Rao›{TAIL}"), true);
}

#[test]
fn parts_go_together_or_not_at_all() {
    let old = format!("{HEAD}‹Gita› and ‹Amit Rao›{TAIL}");
    check(&old, &format!("News.\n{HEAD}‹Gita› and ‹Amit Rao›{TAIL}"));
    let (moved, _) = outcome(&old, &format!("{HEAD}Gita and nobody else{TAIL}"), false, true);
    assert_eq!(moved.certain, 0);
}

#[test]
fn words_that_were_retyped_are_asked_about() {
    let old = format!("{HEAD}Gita ‹Rao›{TAIL}");
    check(&old, &format!("{HEAD}Gita ?Raos?{TAIL}"));
    check(&old, &format!("{HEAD}Gita ?Deshmukh?{TAIL}"));
}

#[test]
fn words_that_are_gone_have_no_place() {
    let old = format!("{HEAD}Gita ‹Rao›{TAIL}");
    check(&old, "Quite another text, in which nobody of that name is spoken of.\n");
    let other = format!("{HEAD}Somebody else, a certain Rao, was never there and never will be.\n");
    for with_old_text in [true, false] {
        let (moved, _) = outcome(&old, &other, false, with_old_text);
        assert_eq!(moved.certain, 0, "another of the name is not the one");
    }
}

/// Two lines of a list that begin alike change places: the name of one stands where the other's stood.
#[test]
fn a_look_alike_is_a_question() {
    let first = "Rao told us that the wall would hold.\n";
    let second = "Rao (another one) would not speak to us.\n";
    let head = "Asha Rao saw Meera in Delhi on Friday.\n";
    let old = format!("{head}{}{second}", first.replace("Rao", "‹Rao›"));
    for with_old_text in [true, false] {
        let (moved, shown) = outcome(&old, &format!("{head}{second}{first}"), false, with_old_text);
        assert_eq!((moved.certain, moved.likely), (0, 1), "{shown}");
        assert_eq!(shown, format!("{head}{second}{}", first.replace("Rao", "?Rao?")));
        // One of them deleted: which one is left is a question, too, where both began alike.
        let (moved, _) = outcome(&old, &format!("{head}{second}"), false, with_old_text);
        assert_eq!(moved.certain, 0);
    }
}

#[test]
fn one_of_two_copies_that_is_deleted_takes_its_annotation_along() {
    let copy =
        |name: &str| format!("The committee met and {name} wrote the report that nobody has read since.\n");
    let (one, other) =
        ("A line between the two that is in neither.\n", "And a last line to end it all with.\n");
    let old = format!("{HEAD}{}{one}{}{other}", copy("‹Rao›"), copy("Rao"));
    let new = format!("{HEAD}{one}{}{other}", copy("Rao"));
    let (moved, _) = outcome(&old, &new, false, true);
    assert_eq!(moved.certain, 0);
    let beside = format!("{HEAD}{}{}{other}", copy("‹Rao›"), copy("Rao"));
    let (moved, _) = outcome(&beside, &format!("{HEAD}{}{other}", copy("Rao")), false, true);
    assert_eq!(moved.certain, 0, "nobody knows which of two copies in a row was deleted");
}
