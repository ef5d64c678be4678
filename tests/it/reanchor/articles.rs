//! Articles that repeat themselves, with annotations, as they are before they are edited.

use std::ops::Range;
use std::sync::Arc;

use fastrand::Rng;
use indexmap::IndexMap;
use tippani::format::article;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Evidence, Value,
};
use tippani::text::{CharOffset, SourceText, Span, Spans};

/// Words of a language, from which sentences are made; few of them, so that the same names come again and again.
struct Language {
    names: &'static [&'static str],
    words: &'static [&'static str],
    stop: &'static str,
}

const LANGUAGES: [Language; 3] = [
    Language {
        names: &["Rao", "Gita Rao", "Amit Shah", "Zoë Kraków", "Pune", "Delhi", "São Tomé", "Meera"],
        words: &[
            "said",
            "the",
            "dam",
            "is",
            "safe",
            "met",
            "on",
            "Monday",
            "denied",
            "it",
            "all",
            "bridge",
            "was",
            "closed",
            "after",
            "rain",
            "minister",
            "of",
            "water",
            "asked",
            "for",
            "a",
            "report",
            "and",
            "two",
            "officials",
            "who",
            "saw",
            "crack",
            "in",
            "wall",
            "café",
            "naïve",
            "before",
            "dawn",
            "river",
        ],
        stop: ".",
    },
    Language {
        names: &["आशा राव", "राव", "नरेंद्र मोदी", "दिल्ली", "पुणे", "ज़ाकिर", "फ़िरोज़ाबाद"],
        words: &[
            "ने",
            "कहा",
            "कि",
            "पुल",
            "टूट",
            "गया",
            "मंत्री",
            "को",
            "सोमवार",
            "में",
            "पानी",
            "की",
            "रिपोर्ट",
            "और",
            "दो",
            "अधिकारी",
            "बारिश",
            "के",
            "बाद",
            "बंद",
            "रहा",
            "जाँच",
            "हुई",
            "सरकार",
            "योजना",
            "लाएगी",
            "पढ़ा",
        ],
        stop: "।",
    },
    Language {
        names: &["આશા રાવ", "રાવ", "વિશ્રુત", "સોનપાડા", "અમદાવાદ"],
        words: &[
            "એ",
            "કહ્યું",
            "કે",
            "પુલ",
            "તૂટી",
            "ગયો",
            "મંત્રી",
            "સોમવારે",
            "પાણી",
            "અહેવાલ",
            "અને",
            "બે",
            "અધિકારી",
            "વરસાદ",
            "પછી",
            "બંધ",
            "રહ્યો",
            "તપાસ",
            "થઈ",
            "સરકાર",
            "યોજના",
            "લાવશે",
        ],
        stop: ".",
    },
];

/// A sentence with a name at one of its first places.
pub(super) fn sentence(rng: &mut Rng, language: usize) -> String {
    let Language { names, words, stop } = &LANGUAGES[language];
    let length = rng.usize(4..14);
    let name_at = rng.usize(0..3);
    let word = |rng: &mut Rng, at: usize| {
        let from = if at == name_at || rng.u8(0..8) == 0 { names } else { words };
        from[rng.usize(0..from.len())]
    };
    let all: Vec<&str> = (0..length).map(|at| word(rng, at)).collect();
    all.join(" ") + stop
}

/// Some sentences; now and then one that stands in other paragraphs, too.
pub(super) fn paragraph(rng: &mut Rng, language: usize, often: &str) -> String {
    let sentences = (0..rng.usize(2..6))
        .map(|_| if rng.u8(0..8) == 0 { often.to_owned() } else { sentence(rng, language) });
    sentences.collect::<Vec<_>>().join(" ")
}

/// The paragraphs of an article; some come twice, never one right after the other.
pub(super) fn paragraphs(rng: &mut Rng, language: usize) -> Vec<String> {
    let often = sentence(rng, language);
    let mut all: Vec<String> = (0..rng.usize(8..18)).map(|_| paragraph(rng, language, &often)).collect();
    if rng.bool() {
        let (from, to) = (rng.usize(0..all.len()), rng.usize(0..all.len()));
        if from.abs_diff(to) > 2 {
            let copy = all[from].clone();
            all.insert(to, copy);
        }
    }
    all
}

/// A document of this text, as it is read from a file that may begin with a byte order mark.
pub(super) fn document(text: &str, bom: bool) -> Document {
    let bytes = format!("{}{text}", if bom { "\u{feff}" } else { "" });
    let document = article::decode("a.txt", bytes.as_bytes()).value;
    assert_eq!(document.text.as_str(), text);
    document
}

/// Annotations of words, clauses and words apart, some with words that bear an attribute out.
pub(super) fn annotations(rng: &mut Rng, document: &Document) -> AnnotationSet {
    let text = &document.text;
    let words = words(text);
    let mut all = Vec::new();
    for n in 0..rng.usize(15..40) {
        let (at, length) = (rng.usize(0..words.len() - 20), rng.u8(0..10));
        let many = if length < 7 { rng.usize(1..3) } else { rng.usize(4..12) };
        let mut parts = vec![cover(text, &words[at..at + many])];
        if rng.u8(0..10) == 0 {
            parts.push(cover(text, &words[at + many + 1..at + many + 2]));
        }
        let now = "2026-01-02T03:04:05Z".parse().unwrap();
        let id = AnnotationId::new(format!("{n:03}"));
        let spans = Spans::new(parts).unwrap();
        let mut annotation = Annotation::new(id, AnnotationKind::Claim, "statement", spans, now);
        if rng.u8(0..6) == 0 {
            let evidence = rng.usize(at.saturating_sub(12)..at + 12);
            let span = cover(text, &words[evidence..=evidence]);
            let value =
                AttributeValue { value: Value::Entity(EntityRef::Author), evidence: Some(Evidence { span }) };
            annotation.attributes = IndexMap::from([(Arc::from("claimer"), value)]);
        }
        all.push(annotation);
    }
    AnnotationSet::new(Annotator::new("asha").unwrap()).with_annotations(all).0
}

/// The words of a text by their code points, without the full stops at their ends.
fn words(text: &SourceText) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.as_str().chars().chain([' ']).enumerate() {
        let is_word = !c.is_whitespace() && !matches!(c, '.' | '।');
        match (start, is_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn cover(text: &SourceText, words: &[Range<usize>]) -> Span {
    let byte = |at: usize| text.to_byte(CharOffset::new(at)).unwrap();
    Span::new(text, byte(words[0].start), byte(words[words.len() - 1].end)).unwrap()
}
