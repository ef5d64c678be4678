//! What find takes for the same, and each switch of it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect fails")]

use tippani_core::analysis::{Fold, FoldRule, Folding, find};
use tippani_core::text::SourceText;

/// What is found of `query` in `text`, by its characters.
fn found(text: &str, query: &str, folding: Folding) -> Vec<String> {
    let source = SourceText::new(text);
    let folded = Fold::new(text, folding);
    find(&source, &folded, query, 100).into_iter().map(|span| source.slice(span).to_owned()).collect()
}

/// `query` is found in `text` as `expected`; and not at all when `rule` is off.
#[track_caller]
fn check(rule: FoldRule, text: &str, query: &str, expected: &str) {
    assert_eq!(found(text, query, Folding::default()), [expected], "{query:?} in {text:?}");
    let without = found(text, query, Folding::default().with(rule, false));
    assert_eq!(without, Vec::<String>::new(), "{query:?} in {text:?} without {rule:?}");
}

#[test]
fn what_readers_take_for_the_same_is_found() {
    use FoldRule::*;
    for (rule, text, query, expected) in [
        (Case, "STRASSE 5", "straße", "STRASSE"),
        (Case, "die Straße", "STRASSE", "Straße"),
        (Case, "ΑΘΗΝΑΣ", "αθηνας", "ΑΘΗΝΑΣ"),
        (Case, "МОСКВА", "Москва", "МОСКВА"),
        (Blanks, "नरेंद्र  मोदी आए", "नरेंद्र मोदी", "नरेंद्र  मोदी"),
        (Blanks, "Narendra\u{a0}\r\nModi came", "Narendra Modi", "Narendra\u{a0}\r\nModi"),
        (Joiners, "नरें\u{200d}द्र", "नरेंद्र", "नरें\u{200d}द्र"),
        (Joiners, "نخست\u{200c}وزیر ایران", "نخست وزیر", "نخست\u{200c}وزیر"),
        (Joiners, "نخست\u{200c}وزیر ایران", "نخستوزیر", "نخست\u{200c}وزیر"),
        (Joiners, "نخست وزیر ایران", "نخست\u{200c}وزیر", "نخست وزیر"),
        (Joiners, "نخستوزیر ایران", "نخست\u{200c}وزیر", "نخستوزیر"),
        (
            Joiners,
            "می\u{200c}خواهم نخست\u{200c}وزیر باشم",
            "میخواهم نخست وزیر",
            "می\u{200c}خواهم نخست\u{200c}وزیر",
        ),
        (Joiners, "a\u{ad}b\u{202a}c", "abc", "a\u{ad}b\u{202a}c"),
        (Quotes, "Modi’s visit", "Modi's", "Modi’s"),
        (Quotes, "Modi's visit", "Modi’s", "Modi's"),
        (Quotes, "“मोदी जीते” कहा", "\"मोदी जीते\"", "“मोदी जीते”"),
        (Quotes, "«Москва» сказала", "\"Москва\"", "«Москва»"),
        (Quotes, "צה״ל הודיע", "צה\"ל", "צה״ל"),
        (Dashes, "2020–21 में", "2020-21", "2020–21"),
        (Dashes, "सुक\u{2011}योल", "सुक-योल", "सुक\u{2011}योल"),
        (Diacritics, "Erdoğan met", "Erdogan", "Erdoğan"),
        (Diacritics, "Erdogan met", "Erdoğan", "Erdogan"),
        (Diacritics, "Pedro Sánchez", "Sanchez", "Sánchez"),
        (Diacritics, "Łódź i Đà Nẵng", "Lodz", "Łódź"),
        (Diacritics, "Đà Nẵng", "da nang", "Đà Nẵng"),
        (Diacritics, "Путёвый", "Путевый", "Путёвый"),
        (Diacritics, "Αθήνα", "Αθηνα", "Αθήνα"),
        (Diacritics, "İstanbul ve Diyarbakır", "Diyarbakir", "Diyarbakır"),
        (Forms, "o\u{fb03}cial line", "official", "o\u{fb03}cial"),
        (Forms, "ﻻ نعم", "لا", "ﻻ"),
        (Forms, "ＮＡＴＯ said", "NATO", "ＮＡＴＯ"),
        (Forms, "ﾄﾖﾀ 社", "トヨタ", "ﾄﾖﾀ"),
        (Forms, "ｶﾞﾀﾞ", "ガダ", "ｶﾞﾀﾞ"),
        (Digits, "၂၀၂၅ ခုနှစ်", "2025", "၂၀၂၅"),
        (Digits, "ឆ្នាំ២០២៥", "2025", "២០២៥"),
        (Digits, "2025 में", "२०२५", "2025"),
        (Digits, "፳ ߂߀߂߅", "2025", "߂߀߂߅"),
        (Digits, "𑁨𑁦𑁨𑁫", "2025", "𑁨𑁦𑁨𑁫"),
        (Nukta, "फ़ौज आई", "फौज", "फ़ौज"),
        (Nukta, "कानून बना", "क़ानून", "कानून"),
        (Nukta, "ਸ਼ਹਿਰ", "ਸਹਿਰ", "ਸ਼ਹਿਰ"),
        (Nasals, "संबंध सुधरे", "सम्बन्ध", "संबंध"),
        (Nasals, "सम्बन्ध सुधरे", "संबंध", "सम्बन्ध"),
        (Nasals, "સંબંધ સુધર્યા", "સમ્બન્ધ", "સંબંધ"),
        (Nasals, "हँसी आई", "हंसी", "हँसी"),
        (Nasals, "हंसी आई", "हँसी", "हंसी"),
        (Nasals, "সংকট বাড়ছে", "সঙ্কট", "সংকট"),
        (Nasals, "हिन्दी और गङ्गा", "गंगा", "गङ्गा"),
        (Nasals, "ਪੰਜਾਬ", "ਪਂਜਾਬ", "ਪੰਜਾਬ"),
        (Chillu, "അവന\u{d4d}\u{200d} വന്നു", "അവൻ", "അവന\u{d4d}\u{200d}"),
        (Chillu, "അവൻ വന്നു", "അവന\u{d4d}\u{200d}", "അവൻ"),
        (Chillu, "হঠাৎ", "হঠাত\u{9cd}\u{200d}", "হঠাৎ"),
        (Tashkeel, "قالَ مُحَمَّدٌ صلى", "محمد", "مُحَمَّدٌ"),
        (Tashkeel, "قال محمد صلى", "مُحَمَّد", "محمد"),
        (Hamza, "أحمد الإمارات", "احمد", "أحمد"),
        (Hamza, "احمد الإمارات", "الامارات", "الإمارات"),
        (Hamza, "آباد", "اباد", "آباد"),
        (ArabicLetters, "ایران کی خبر", "ايران", "ایران"),
        (ArabicLetters, "کتاب", "كتاب", "کتاب"),
        (ArabicLetters, "وہ آیا", "وه", "وہ"),
        (Tatweel, "مـحـمـد جاء", "محمد", "مـحـمـد"),
        (Niqqud, "שָׁלוֹם עליכם", "שלום", "שָׁלוֹם"),
    ] {
        check(rule, text, query, expected);
    }
}

#[test]
fn the_order_and_composition_of_marks_never_matter() {
    let none = FoldRule::ALL.into_iter().fold(Folding::default(), |folding, rule| folding.with(rule, false));
    for (text, query) in [
        ("H\u{1ed9} Chi", "Ho\u{302}\u{323}"),
        ("Ho\u{302}\u{323} Chi", "H\u{1ed9}"),
        ("B\u{1ed9} trưởng", "Bộ trưởng"),
        ("क\u{93c}लम", "\u{958}लम"),
        ("مُحَمَّد", "م\u{64f}ح\u{64e}م\u{64e}\u{651}د"),
        ("مُحَمَّد", "م\u{64f}ح\u{64e}م\u{651}\u{64e}د"),
        ("ক\u{9c7}\u{9be}", "ক\u{9cb}"),
        ("한국", "\u{1112}\u{1161}\u{11ab}국"),
    ] {
        assert_eq!(found(text, query, none).len(), 1, "{query:?} in {text:?}");
        assert_eq!(found(text, query, Folding::default()).len(), 1, "{query:?} in {text:?}");
    }
    assert_eq!(found("İstanbul Türkiye", "istanbul", Folding::default()), ["İstanbul"]);
}

#[test]
fn what_readers_tell_apart_is_not_found() {
    for (text, query) in [
        ("й другой", "и д"),
        ("їх", "іх"),
        ("পড়া", "পডা"),
        ("চাঁদ", "চাংদ"),
        ("end of one.\n\nStart of another", "one. Start"),
        ("کھاتا", "کہاتا"),
        ("अन्य", "अंय"),
        ("Modi", "Mody"),
    ] {
        assert_eq!(found(text, query, Folding::default()), Vec::<String>::new(), "{query:?} in {text:?}");
    }
    let strict = Folding::default().with(FoldRule::Diacritics, false);
    assert_eq!(found("café, cafe", "cafe", strict), ["cafe"], "a letter is not found without its mark");
}

#[test]
fn found_places_are_whole_clusters_apart() {
    assert_eq!(found("aaaa", "aa", Folding::default()), ["aa", "aa"]);
    assert_eq!(found("ﬃ ﬃ", "f", Folding::default()), ["ﬃ", "ﬃ"]);
    assert_eq!(found("क्षत्रिय", "क", Folding::default()), ["क्ष"]);
    assert_eq!(found("any", "  ", Folding::default()), Vec::<String>::new());
    assert_eq!(found("any", "\u{200d}", Folding::default()), Vec::<String>::new());
}
