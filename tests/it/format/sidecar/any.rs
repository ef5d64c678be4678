//! Any set of any text comes back; no bytes make it panic.

use proptest::prelude::*;
use tippani::format::{article, encoding, sidecar};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Evidence, Value,
};
use tippani::text::{ByteOffset, SourceText, Span};

use super::{bytes, document, full};

/// Text in many scripts, with everything that makes offsets hard.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("ક્ષિ"),
        Just("रा"),
        Just("ष्ट्र"),
        Just("क\u{94d}\u{200d}ष"),
        Just("तमिழ்"),
        Just("বাংলা"),
        Just("ക്ഷ"),
        Just("وزیر"),
        Just("ไทย"),
        Just("👩🏽\u{200d}🚒"),
        Just("🇮🇳"),
        Just("e\u{301}"),
        Just(" "),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\0"),
        Just("\u{feff}"),
        Just("\u{301}"),
        Just("\"\\"),
        Just("abc"),
        Just("\u{2028}"),
        Just("𑀅"),
    ];
    prop::collection::vec(pieces, 1..60).prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn any_set_comes_back_the_same(
        text in any_text(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 1_usize..12, any::<bool>(), any::<u8>()), 0..20),
        note in any::<String>(),
    ) {
        let document = Document { text: SourceText::new(text.clone()), ..article::decode("a.txt", text.as_bytes()).value };
        prop_assume!(encoding::decode(text.as_bytes()).value == text);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut marks = Vec::new();
        for (n, (at, length, claim, what)) in cuts.into_iter().enumerate() {
            let start = at.index(places.len() - 1);
            let end = (start + length).min(places.len() - 1);
            let span = Span::new(&document.text, ByteOffset::new(places[start]), ByteOffset::new(places[end])).unwrap();
            let kind = if claim { AnnotationKind::Claim } else { AnnotationKind::Entity };
            let id = AnnotationId::new(format!("01{n:04}"));
            let mut mark = Annotation::new(id, kind, "x", span.into(), "2026-01-02T03:04:05Z".parse().unwrap());
            mark.note.clone_from(&note);
            let value = match what % 6 {
                0 => Value::Text(note.clone()),
                1 => Value::Many(vec![note.clone(), "b".into()]),
                2 => Value::Flag(claim),
                3 => Value::Number(f64::from(what) / 7.0),
                4 => Value::Entity(EntityRef::from("e-1")),
                _ => Value::Entity(EntityRef::Unknown),
            };
            mark.attributes.insert(note.as_str().into(), AttributeValue { value, evidence: Some(Evidence { span }) });
            marks.push(mark);
        }
        let (set, _) = AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(marks);
        let text = bytes(&set, &document);
        let back = sidecar::decode(text.as_bytes(), &document).unwrap().value;
        prop_assert_eq!(&back, &set);
        prop_assert_eq!(bytes(&back, &document), text);
    }

    #[test]
    fn no_bytes_make_it_panic(change in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let document = document();
        let mut text = sidecar::encode(&full(&document), &document).unwrap();
        let at = change.index(text.len());
        if cut { text.truncate(at) } else { text[at] = byte }
        if let Ok(back) = sidecar::decode(&text, &document) {
            let once = sidecar::encode(&back.value, &document).unwrap();
            let again = sidecar::decode(&once, &document).unwrap();
            prop_assert_eq!(sidecar::encode(&again.value, &document).unwrap(), once);
        }
    }
}
