//! What a double and a triple click take, and the tokens of exports.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect fails")]

use tippani_core::text::{
    ByteOffset, Granularity, SourceText, Span, segment_at, sentence_ends, word_choices, words,
};

/// The place marked by `|`, and the text without it.
fn place(marked: &str) -> (SourceText, ByteOffset) {
    let at = marked.find('|').unwrap();
    (SourceText::new(marked.replacen('|', "", 1)), ByteOffset::new(at))
}

#[track_caller]
fn check(granularity: Granularity, cases: &[(&str, &str)]) {
    let show =
        |text: &SourceText, span: Option<Span>| span.map(|s| text.slice(s).to_owned()).unwrap_or_default();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(marked, expected)| {
            let (text, at) = place(marked);
            let got = show(&text, segment_at(&text, at, granularity));
            (got != *expected).then(|| format!("{marked}: {got:?}, not {expected:?}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_double_click_takes_what_an_annotator_wants() {
    check(
        Granularity::Word,
        &[
            // Closing quotation marks, and what is glued to them.
            ("‘ગુજરાત સ|માચાર’એ જણાવ્યું", "સમાચાર"),
            ("अख़बार ‘द हिं|दू’ने लिखा", "हिंदू"),
            ("अख़बार 'द हिं|दू'ने लिखा", "हिंदू"),
            ("‘ND|TV’એ કહ્યું", "NDTV"),
            ("‘NDTV’|એ કહ્યું", "એ"),
            ("اخبار ’ڈا|ن‘نے", "ڈان"),
            ("Mo|di’s visit began", "Modi"),
            ("Mo|di's visit began", "Modi"),
            ("the stu|dents’ union", "students"),
            ("O’Br|ien came", "O’Brien"),
            ("they do|n’t", "don’t"),
            ("об’є|кт", "об’єкт"),
            ("צה\"|ל הודיע", "צה\"ל"),
            // Hyphens.
            ("यून सु|क-योल ने कहा", "सुक-योल"),
            ("યુન સુક-યો|લે કહ્યું", "સુક-યોલે"),
            ("CO|VID-19 spread", "COVID-19"),
            ("જી|-૨૦ સંમેલન થયું", "જી-૨૦"),
            ("એક મિ|ગ-૨૯ વિમાન", "મિગ-૨૯"),
            ("2020|-21 में", "2020-21"),
            ("पो|स्ट- कहा", "पोस्ट"),
            ("wor|d--word", "word"),
            ("भा|रत–चीन", "भारत"),
            // Abbreviations and initials.
            ("डॉ. ए.|पी.जे. अब्दुल कलाम आए", "ए.पी.जे."),
            ("पूर्व राष्ट्रपति डॉ|. कलाम आए", "डॉ."),
            ("डॉ|.कलाम आए", "डॉ."),
            ("डॉ.क|लाम आए", "कलाम"),
            ("the U.|S. said so", "U.S."),
            ("रु|. 500 करोड़", "रु."),
            ("ડૉ|. શાહ", "ડૉ."),
            ("રૂ|. ૫૦૦", "રૂ."),
            ("ডা|. সেন", "ডা."),
            ("திரு|. ஸ்டாலின்", "திரு."),
            ("மு|. க. ஸ்டாலின்", "மு."),
            ("एस|॰ जयशंकर बोले", "एस॰"),
            ("पी॰ए|॰ संगमा", "पी॰ए॰"),
            ("कि.|मी. दूर", "कि.मी."),
            ("भा.ज|.पा. नेता", "भा.ज.पा."),
            ("જે.પી|. નડ્ડા", "જે.પી."),
            ("اے۔پی|۔جے۔ عبدالکلام", "اے۔پی۔جے۔"),
            ("ای|س۔ جے شنکر", "ایس۔"),
            ("Dr|. Rao", "Dr."),
            ("J|. K. Shah", "J."),
            ("Reliance Industries Lt|d. said", "Ltd."),
            ("N|o. He left", "No"),
            ("he le|ft. Then", "left"),
            ("पुल गिरा |है. तीन", "है"),
            ("पुल गि|रा.तीन मरे", "गिरा"),
            ("वह ग|या.तीन मरे", "गया"),
            ("he le|ft.The end", "left"),
            // Numbers, dates, addresses.
            ("૧૫/૦|૮/૨૦૨૫ના રોજ", "૧૫/૦૮/૨૦૨૫ના"),
            ("at 10:|30 today", "10:30"),
            ("1,00,|000 रुपये", "1,00,000"),
            ("3.|5 km", "3.5"),
            ("see https://exa|mple.in/a?b=1 now", "https://example.in/a?b=1"),
            ("see (https://example.in/a|?b=1), now", "https://example.in/a?b=1"),
            ("www.exa|mple.co.in. Then", "www.example.co.in"),
            ("desk.i|n@example.org said", "desk.in@example.org"),
            ("AT&|T and R&D", "AT&T"),
            // Blanks and punctuation.
            ("कहा “प्र|धानमंत्री”", "प्रधानमंत्री"),
        ],
    );
}

#[test]
fn scripts_without_blanks_are_divided_by_dictionary() {
    check(
        Granularity::Word,
        &[
            ("聯合|國的宗旨", "聯合國"),
            ("成|年男女，不受種族", "成年"),
            ("的任何限|制，有權", "限制"),
            ("在結|婚期間", "結婚"),
            ("家|庭は、社会の", "家庭"),
            ("保護を受ける権利を有|する", "有する"),
            ("មនុ|ស្សប្រុសស្រី", "មនុស្ស"),
            ("ຕັ້ງ|ແຕ່ມີອາຍຸ", "ຕັ້ງແຕ່"),
            ("ຜູ້ຊາຍ ແ|ລະຍິງ", "ແລະ"),
            ("သတို့|သား နှင့်", "သတို့သား"),
            ("ครอบ|ครัวเป็นหน่วยธรรมชาติ", "ครอบครัว"),
            ("ธรรมชาติ แ|ละหลักมูล", "และ"),
            ("東京の外|務省", "外務省"),
            ("トヨ|タ自動車", "トヨタ"),
            // No dictionary: the run up to a blank.
            ("ᨴᩩᨠᨤ᩠ᨶᩫ|ᨾᩦᩈᩥᨴ᩠ᨵᩥ ᨶᩱ", "ᨴᩩᨠᨤ᩠ᨶᩫᨾᩦᩈᩥᨴ᩠ᨵᩥ"),
            ("ꪹꪚ|ꪱ ꪣꪲ", "ꪹꪚꪱ"),
            ("202|5年", "2025"),
        ],
    );
}

#[test]
fn a_triple_click_takes_the_sentence() {
    check(
        Granularity::Sentence,
        &[
            ("डॉ. सिं|ह ने कहा कि पुल गिरा। तीन मरे।", "डॉ. सिंह ने कहा कि पुल गिरा"),
            ("Dr. Singh said the br|idge fell. Three died.", "Dr. Singh said the bridge fell"),
            ("રૂ. ૫૦૦ કરો|ડ આપ્યા. પછી ગયા.", "રૂ. ૫૦૦ કરોડ આપ્યા"),
            ("पुल 5 कि.मी. दू|र गिरा। तीन मरे।", "पुल 5 कि.मी. दूर गिरा"),
            ("भा.ज.पा. ने|ता ने कहा कि हार हुई। तीन गए।", "भा.ज.पा. नेता ने कहा कि हार हुई"),
            ("မိုး|ရွာသည်။ ရေကြီးသည်။", "မိုးရွာသည်"),
            ("ድል|ድዩ ወደቀ። ሦስት ሞቱ።", "ድልድዩ ወደቀ"),
            ("پل گ|ر گیا۔ تین مرے۔", "پل گر گیا"),
            ("کیا پل گ|را؟ ہاں۔", "کیا پل گرا"),
            ("See http://x.in/a?B=1&c=2 and f|ollow it. Then go.", "See http://x.in/a?B=1&c=2 and follow it"),
            ("It grew 3.5 p|er cent. Then fell.", "It grew 3.5 per cent"),
            ("भारत 3.5 प्र|तिशत बढ़ा। फिर गिरा।", "भारत 3.5 प्रतिशत बढ़ा"),
            ("डॉ.कलाम आ|ए। फिर गए।", "डॉ.कलाम आए"),
            ("ডা. সেন ব|ললেন, ঠিক আছে। পরে গেলেন।", "ডা. সেন বললেন, ঠিক আছে"),
            ("திரு. மு. க. ஸ்டாலின் வ|ந்தார். பிறகு சென்றார்.", "திரு. மு. க. ஸ்டாலின் வந்தார்"),
            ("ایس۔ ایم۔ قریشی آ|ئے۔ پھر گئے۔", "ایس۔ ایم۔ قریشی آئے"),
            ("ایس۔ ایم۔ قریشی آئے بی۔ پھر گ|ئے۔", "پھر گئے"),
            ("اے۔پی۔جے۔ عبدال|کلام آئے۔ پھر گئے۔", "اے۔پی۔جے۔ عبدالکلام آئے"),
            ("1. पहला मु|द्दा। दूसरा।", "1. पहला मुद्दा"),
            ("He came at 5 p.m. He l|eft.", "He left"),
            ("В. В. Путин п|риехал. Он уехал.", "В. В. Путин приехал"),
            ("यह सच है. वह ग|या. फिर", "वह गया"),
            ("他来|了。她走了。", "他来了"),
        ],
    );
}

#[test]
fn a_second_double_click_takes_less_or_more() {
    for (marked, expected) in [
        ("यून सु|क-योल ने", vec!["सुक-योल", "सुक"]),
        ("Mo|di’s visit", vec!["Modi", "Modi’s"]),
        ("the CO|VID-19 wave", vec!["COVID-19", "COVID"]),
        ("|डॉ. कलाम", vec!["डॉ.", "डॉ"]),
        ("सादा श|ब्द है", vec!["शब्द"]),
        ("श|ब्द, और", vec!["शब्द"]),
        (" | ", vec![]),
    ] {
        let (text, at) = place(marked);
        let found: Vec<&str> = word_choices(&text, at).into_iter().map(|span| text.slice(span)).collect();
        assert_eq!(found, expected, "{marked}");
    }
}

#[test]
fn tokens_follow_the_same_rules() {
    let tokens = |text: &'static str| words(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
    for (text, expected) in [
        ("‘સમાચાર’એ કહ્યું", vec!["‘", "સમાચાર", "’", "એ", "કહ્યું"]),
        ("Modi’s U.S. visit.", vec!["Modi", "’s", "U.S.", "visit", "."]),
        ("डॉ. सिंह, रु. 500", vec!["डॉ.", "सिंह", ",", "रु.", "500"]),
        ("see http://a.in/b, now", vec!["see", "http://a.in/b", ",", "now"]),
        ("http://a.in/bपर", vec!["http://a.in/b", "पर"]),
        ("ครอบครัวเป็นหน่วย", vec!["ครอบครัว", "เป็น", "หน่วย"]),
        ("a\u{a0} b\n", vec!["a", "b"]),
        ("", vec![]),
    ] {
        assert_eq!(tokens(text), expected, "{text}");
    }
}

#[test]
fn sentences_end_where_the_text_does() {
    // Initials time and again: what stands before each is looked at once.
    let initials = "ایس۔ ایم۔ قریشی ".repeat(20_000);
    for text in ["", "a", "Dr.", "डॉ. ", "1. ", "...", "。", "http://a.in/?a. ", &initials] {
        assert_eq!(sentence_ends(text).last().copied().unwrap_or_default(), text.len(), "{text:?}");
    }
}
