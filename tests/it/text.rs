//! Places, spans and segments.

use proptest::prelude::*;
use tippani::text::{
    ByteOffset, CharOffset, Granularity, SourceText, Span, is_grapheme_boundary, next_grapheme,
    previous_grapheme, segment_at, trim_punctuation,
};

use crate::marked;

fn check_segment(granularity: Granularity, marked_text: &str, expected: &str) {
    let (text, at) = marked::place(marked_text);
    assert_eq!(marked::show(&text, segment_at(&text, at, granularity)), expected);
}

#[test]
fn a_word_is_a_word_of_uax_29() {
    for (input, expected) in [
        ("કહ્યું કે મો|દીએ વાત કરી", "કહ્યું કે ‹મોદીએ› વાત કરી"),
        ("उन्होंने “प्र|धानमंत्री” कहा।", "उन्होंने “‹प्रधानमंत्री›” कहा।"),
        ("The G|ST Council met.", "The ‹GST› Council met."),
        ("🔴 |Asha spoke", "🔴 ‹Asha› spoke"),
        ("தமிழ்நா|டு அரசு", "‹தமிழ்நாடு› அரசு"),
        ("وزیر ا|عظم نے کہا۔", "وزیر ‹اعظم› نے کہا۔"),
        ("|", "nothing"),
    ] {
        check_segment(Granularity::Word, input, expected);
    }
}

#[test]
fn a_cluster_is_never_cut() {
    for (input, expected) in
        [("रा|ष्ट्र", "रा‹ष्ट्र›"), ("ક્ષ|ત્રિય", "ક્ષ‹ત્રિ›ય"), ("a|👩‍👩‍👧b", "a‹👩‍👩‍👧›b"), ("|🇮🇳🇧🇩", "‹🇮🇳›🇧🇩")]
    {
        check_segment(Granularity::Cluster, input, expected);
    }
}

#[test]
fn a_sentence_ends_at_a_danda() {
    check_segment(
        Granularity::Sentence,
        "पुल गिर गया। मंत्री ने |जाँच का आदेश दिया। लोग घायल हैं।",
        "पुल गिर गया। ‹मंत्री ने जाँच का आदेश दिया›। लोग घायल हैं।",
    );
}

#[test]
fn a_sentence_does_not_end_at_an_abbreviation() {
    for (input, expected) in [
        ("Dr. Rao |spoke. He left.", "‹Dr. Rao spoke›. He left."),
        ("Then |J. K. Shah of the U.S. Army left. He", "‹Then J. K. Shah of the U.S. Army left›. He"),
        ("See No. 7 |here. No. He left.", "‹See No. 7 here›. No. He left."),
        ("Was it? |No. He left.", "Was it? ‹No›. He left."),
        ("कहा। डॉ. राव और एस. जयशंकर |गए। फिर", "कहा। ‹डॉ. राव और एस. जयशंकर गए›। फिर"),
        ("ए. पी. जे. अब्दुल |कलाम आए।", "‹ए. पी. जे. अब्दुल कलाम आए›।"),
        ("यह |सच है. वह गया.", "‹यह सच है›. वह गया."),
        ("તે ગયા. શ્રી. શાહ |રૂ. 500 લાવ્યા. તે", "તે ગયા. ‹શ્રી. શાહ રૂ. 500 લાવ્યા›. તે"),
        ("આ |સાચું છે. પછી", "‹આ સાચું છે›. પછી"),
    ] {
        check_segment(Granularity::Sentence, input, expected);
    }
}

#[test]
fn edges_are_peeled() {
    for (input, expected) in [
        ("कहा‹ “नरेंद्र मोदी”। ›और", "कहा “‹नरेंद्र मोदी›”। और"),
        ("in ‹the U.S. › today", "in ‹the U.S.›  today"),
        ("‹(NATO),› said", "(‹NATO›), said"),
        ("‹ … ›", "nothing"),
        ("نے ‹کہا۔›", "نے ‹کہا›۔"),
    ] {
        let (text, span) = marked::span(input);
        assert_eq!(marked::show(&text, trim_punctuation(&text, span)), expected);
    }
}

#[test]
fn paragraphs_end_at_every_mandatory_break() {
    for (text, expected) in [
        ("", vec![""]),
        ("a\nb", vec!["a", "b"]),
        ("a\r\nb\rc\n", vec!["a", "b", "c", ""]),
        ("क\u{2029}ख\u{85}ग", vec!["क", "ख", "ग"]),
    ] {
        let source = SourceText::new(text);
        let found: Vec<&str> = (0..source.paragraph_count())
            .map(|i| &source.as_str()[source.paragraph(i).start.get()..source.paragraph(i).end.get()])
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_golden_sentence_counts_code_points() {
    let text = SourceText::new("प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.\n");
    assert_eq!(text.chars(), 63);
    for (quote, start, end) in [("नरेंद्र मोदी", 13, 25), ("दिल्ली", 29, 35), ("GST Council", 46, 57)]
    {
        let (from, to) =
            (text.to_byte(CharOffset::new(start)).unwrap(), text.to_byte(CharOffset::new(end)).unwrap());
        let span = Span::new(&text, from, to).unwrap();
        assert_eq!(text.slice(span), quote);
        assert_eq!((text.to_char(from).get(), text.to_char(to).get()), (start, end));
        assert!(span.is_aligned(&text));
    }
}

/// Text of many scripts, with clusters of several characters, emoji and line endings.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "क",
        "ष्ट्र",
        "द्वा",
        "ि",
        "्",
        "ं",
        "ક્ષ",
        "ત્રિ",
        "મોદીએ",
        "বাংলা",
        "কোলকাতা",
        "ெ",
        "கொழும்பு",
        "കൊച്ചി",
        "කොළඹ",
        "กำลัง",
        "مرحبا",
        "لا",
        "ہے۔",
        "తెలుగు",
        "ಕನ್ನಡ",
        "ਪੰਜਾਬ",
        "שָׁלוֹם",
        "ABC",
        "e\u{301}",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "।",
        "\u{200d}",
        "\u{200c}",
        "\u{202e}",
        "\u{a0}",
        "🔴",
        "👩‍👩‍👧",
        "🇮🇳",
        "🇮",
        "1,000",
        "\0",
        "\u{feff}",
        "漢字",
        ".",
        "“",
        "”",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn offsets_convert_there_and_back(text in any_text()) {
        let source = SourceText::new(text.clone());
        for (chars, (bytes, _)) in text.char_indices().enumerate() {
            prop_assert_eq!(source.to_char(ByteOffset::new(bytes)).get(), chars);
            prop_assert_eq!(source.to_byte(CharOffset::new(chars)), Some(ByteOffset::new(bytes)));
        }
        prop_assert_eq!(source.to_byte(CharOffset::new(source.chars())), Some(source.end()));
        prop_assert_eq!(source.to_byte(CharOffset::new(source.chars() + 1)), None);
    }

    #[test]
    fn a_span_of_clusters_is_aligned_and_covers(text in any_text(), a in 0usize..200, b in 0usize..200) {
        let source = SourceText::new(text);
        let (a, b) = (ByteOffset::new(a).min(source.end()), ByteOffset::new(b).min(source.end()));
        if let Some(span) = Span::of_clusters(&source, a, b) {
            prop_assert!(span.is_aligned(&source));
            prop_assert!(span.start() <= a.min(b) && span.end() >= a.max(b));
            prop_assert!(!source.slice(span).is_empty());
            let peeled = trim_punctuation(&source, span);
            prop_assert!(peeled.is_none_or(|p| p.is_aligned(&source) && p.start() >= span.start() && p.end() <= span.end()));
        }
    }

    #[test]
    fn steps_visit_every_cluster_boundary(text in any_text()) {
        use unicode_segmentation::UnicodeSegmentation as _;
        let source = SourceText::new(text.clone());
        let expected: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut forward = vec![0];
        while *forward.last().unwrap() < text.len() {
            forward.push(next_grapheme(&source, ByteOffset::new(*forward.last().unwrap())).get());
        }
        let mut back = vec![text.len()];
        while *back.last().unwrap() > 0 {
            back.push(previous_grapheme(&source, ByteOffset::new(*back.last().unwrap())).get());
        }
        back.reverse();
        if !text.is_empty() {
            prop_assert_eq!(&forward, &expected);
            prop_assert_eq!(&back, &expected);
        }
        prop_assert!(expected.iter().all(|&at| is_grapheme_boundary(&source, ByteOffset::new(at))));
    }

    #[test]
    fn a_segment_is_aligned_wherever_it_is_asked_for(text in any_text(), at in 0usize..200) {
        let source = SourceText::new(text);
        for granularity in [Granularity::Cluster, Granularity::Word, Granularity::Sentence, Granularity::Paragraph] {
            let found = segment_at(&source, ByteOffset::new(at), granularity);
            prop_assert!(found.is_none_or(|s| s.is_aligned(&source)));
        }
    }
}

/// Boundaries that are told without the tables are those of the tables, between all characters for which that is done and whatever
/// may stand before them.
#[test]
fn two_characters_are_of_one_cluster_as_the_tables_have_it() {
    use unicode_segmentation::UnicodeSegmentation as _;
    let before = ('\0'..'\u{1100}').chain('\u{200b}'..'\u{2010}').chain(['\u{1f1ee}', '\u{110bd}', '🔴']);
    let after: Vec<char> = ('\0'..'\u{80}').chain('\u{900}'..'\u{d80}').collect();
    for before in before {
        for after in &after {
            let source = SourceText::new(format!("{before}{after}"));
            let at = ByteOffset::new(before.len_utf8());
            let is_apart = source.as_str().graphemes(true).count() == 2;
            assert_eq!(is_grapheme_boundary(&source, at), is_apart, "{before:?} {after:?}");
        }
    }
}
