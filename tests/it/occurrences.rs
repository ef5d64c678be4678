//! Every occurrence of a name: marked texts, and how many of the marks are found.

use tippani::analysis::{OccurrenceKind, OccurrenceSearch};
use tippani::text::SourceText;

/// Finds `names` in a text without its marks. `‹…›` stand around what is sure, `«…»` around what is possible.
fn shown(names: &[&str], text: &str, language: &str) -> String {
    let source = SourceText::new(text);
    let mut out = String::new();
    let mut at = 0;
    for found in OccurrenceSearch::new(names.iter().copied()).find(&source, Some(language)) {
        let range = found.span.range();
        out.push_str(&text[at..range.start]);
        let (open, close) = if found.is_sure { ('‹', '›') } else { ('«', '»') };
        out.push(open);
        out.push_str(&text[range.clone()]);
        out.push(close);
        at = range.end;
    }
    out + &text[at..]
}

#[track_caller]
fn check(names: &[&str], language: &str, marked: &str) {
    let text = marked.replace(['‹', '›', '«', '»'], "");
    assert_eq!(shown(names, &text, language), marked);
}

#[test]
fn spellings_and_endings_are_found() {
    check(&["नरेन्द्र मोदी"], "hi", "‹नरेंद्र मोदी› और ‹नरेन्द्र मोदी›, «मोदी» ने कहा। नरेंद्र सिंह नहीं।");
    check(&["ज़ेलेंस्की"], "hi", "‹जेलेंस्की› और ‹ज़ेलेन्स्की›");
    check(&["पटना"], "hi", "‹पटना› से ‹पटने› तक, पटनायक नहीं");
    check(&["મોદી"], "gu", "‹મોદી›એ, ‹મોદી›ની, ‹મોદી›ને, ‹મોદી›થી, મોદક નહીં");
    check(&["બેલોસોવ"], "gu", "‹બેલોસોવે› કહ્યું, ‹બેલોસોવ›ની વાત, ‹બેલોસોવ›નું");
    check(&["મોદીએ"], "gu", "‹મોદીએ› કહ્યું કે ‹મોદી›ની");
    check(&["Modi"], "en", "‹Modi›’s visit; ‹Modi›'s; ‹MODI› came. Modification and Modigliani did not.");
    check(&["Narendra Modi"], "en", "‹Narendra Modi› and «Modi», Narendra Singh\nNarendra\n«Modi»");
    check(&["Modi", "मोदी"], "hi", "‹मोदी› (‹Modi›)");
    check(&["COVID-19"], "hi", "‹Covid-१९› और COVID-20");
    check(&["Kolvada", "Bhanpur"], "en", "‹Kolvada›-‹Bhanpur› line, «Kolvada»-2");
    check(&["রবীন্দ্রনাথ"], "bn", "‹রবীন্দ্রনাথের› লেখা, ‹রবীন্দ্রনাথ›কে");
    check(&["पवार"], "mr", "‹पवारांनी›, ‹पवार›च्या, पवारवाडी");
}

#[test]
fn why_is_said() {
    let kinds = |name: &str, text: &str| {
        let all = OccurrenceSearch::new([name]).find(&SourceText::new(text), None);
        all.into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("नरेन्द्र", "नरेन्द्र नरेंद्र"), [OccurrenceKind::Same, OccurrenceKind::Spelling]);
    assert_eq!(kinds("મોદી", "મોદીની"), [OccurrenceKind::Ending("ની".to_owned())]);
    assert_eq!(kinds("A Belousov", "Belousov"), [OccurrenceKind::LastWord]);
}

/// News sentences of our own, with every mention of the names marked by hand.
const MARKED: [(&str, &[&str], &str); 9] = [
    (
        "hi",
        &["नरेन्द्र मोदी", "मोदी"],
        "प्रधानमंत्री ‹नरेंद्र मोदी› ने सोमवार को पटना में रैली की। ‹मोदी› के साथ राज्यपाल भी थे। ‹नरेन्द्र मोदी› ने कहा कि ‹मोदी› सरकार सड़कें बनाएगी। विपक्ष ने ‹मोदी› से जवाब मांगा। बाद में ‹मोदी› दिल्ली लौटे और ‹मोदी› ने बैठक ली। मोदीनगर में भी सभा हुई।",
    ),
    (
        "hi",
        &["आंद्रेई बेलोसोव", "बेलोसोव"],
        "रूस के रक्षा मंत्री ‹आंद्रेई बेलोसोव› भारत आए। ‹बेलोसोव› ने राजनाथ सिंह से भेंट की। ‹बेलोसोव› का विमान देर से पहुंचा। सूत्रों के अनुसार ‹बेलोसोव› को सलामी दी गई। ‹आन्द्रेई बेलोसोव› कल लौटेंगे। ‹बेलोसोव› पर सवाल उठे।",
    ),
    (
        "hi",
        &["पटना"],
        "‹पटना› में बारिश हुई। ‹पटना› से गया तक ट्रेनें रुकीं। ‹पटने› के लोग परेशान रहे। ‹पटना› हाईकोर्ट बंद रहा। नवीन पटनायक ने शोक जताया। ‹पटना› का पारा गिरा।",
    ),
    (
        "gu",
        &["નરેન્દ્ર મોદી", "મોદી"],
        "વડાપ્રધાન ‹નરેન્દ્ર મોદી›એ અમદાવાદમાં સભા કરી. ‹મોદી›ની સાથે મુખ્યમંત્રી હતા. ‹મોદી›ને આવકાર મળ્યો. ‹નરેંદ્ર મોદી› સાંજે દિલ્હી ગયા. ‹મોદી›નો કાર્યક્રમ લંબાયો. ‹મોદી›થી નારાજ લોકો પણ આવ્યા. ‹મોદી›ના ભાષણ પછી ‹મોદી›એ રોડ શો કર્યો. મોદક વહેંચાયા.",
    ),
    (
        "gu",
        &["બેલોસોવ", "આંદ્રે બેલોસોવ"],
        "રશિયાના મંત્રી ‹આંદ્રે બેલોસોવ› દિલ્હી આવ્યા. ‹બેલોસોવે› કરાર કર્યો. ‹બેલોસોવ›ની મુલાકાત ટૂંકી રહી. ‹બેલોસોવ›ને સલામી અપાઈ. ‹આંદ્રે બેલોસોવે› કહ્યું કે કામ ચાલુ છે. ‹બેલોસોવ›ના વિમાનમાં ખામી હતી.",
    ),
    (
        "gu",
        &["અમદાવાદ"],
        "‹અમદાવાદ›માં વરસાદ પડ્યો. ‹અમદાવાદ›ની શાળાઓ બંધ રહી. ‹અમદાવાદ›થી સુરતની ટ્રેન મોડી પડી. ‹અમદાવાદ›ના મેયરે મુલાકાત લીધી. ‹અમદાવાદ›માંથી લોકો ખસેડાયા. અમદાવાદી ખાણું વખણાય છે. ‹અમદાવાદ› શાંત છે.",
    ),
    (
        "en",
        &["Narendra Modi", "Modi"],
        "Prime Minister ‹Narendra Modi› spoke in Patna. ‹Modi›’s speech was short. Critics of ‹Modi› asked about roads; ‹Modi› did not answer. ‹Modi›'s aides said ‹Narendra Modi› would return. Modifications to the plan follow. ‹MODI› VISITS PATNA, a headline said.",
    ),
    (
        "en",
        &["Andrei Belousov", "Belousov"],
        "Russian Defence Minister ‹Andrei Belousov› arrived. ‹Belousov›’s plane was late. Singh met ‹Belousov› on Friday, and ‹Belousov› signed the deal. After ‹Andrei Belousov› left, the ‹Belousov› delegation stayed. Belousova, a singer, was not there.",
    ),
    (
        "en",
        &["Zelenskyy", "Zelensky"],
        "‹Zelensky› flew to Paris. ‹Zelenskyy›’s office confirmed it. ‹Zelenský› is how Prague writes him. ‹Zelensky›'s wife came too. ‹ZELENSKY› SPEAKS. The Zelenskys were greeted.",
    ),
];

/// A marked text: its language, the names that are looked for, and the text.
type Marked<'a> = (&'a str, Vec<&'a str>, &'a str);

/// The texts of `tests/occurrences/marked.txt`.
fn from_file() -> Vec<Marked<'static>> {
    let file = include_str!("../occurrences/marked.txt");
    let texts = file.split("\n\n").filter(|text| !text.starts_with('#'));
    let parted = texts.map(|text| {
        let (head, text) = text.trim_start().split_once('\n').unwrap();
        let mut head = head.split('\t');
        (head.next().unwrap(), head.collect(), text.trim_end())
    });
    parted.collect()
}

/// The places and words between the marks of a text.
fn spans(text: &str) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut all = Vec::new();
    for (n, piece) in text.split(['‹', '›']).enumerate() {
        if n % 2 == 1 {
            all.push((at, piece.to_owned()));
        }
        at += piece.len();
    }
    all
}

/// How many mentions are marked, found, and both.
fn count(texts: &[Marked<'_>]) -> (usize, usize, usize) {
    let (mut marked, mut found, mut right) = (0, 0, 0);
    for (language, names, text) in texts {
        let shown = shown(names, &text.replace(['‹', '›'], ""), language).replace(['«', '»'], "");
        let (expected, got) = (spans(text), spans(&shown));
        right += got.iter().filter(|one| expected.contains(one)).count();
        (marked, found) = (marked + expected.len(), found + got.len());
    }
    (marked, found, right)
}

#[test]
fn nearly_all_marked_mentions_are_found_and_hardly_anything_else() {
    let here = MARKED.iter().map(|(language, names, text)| (*language, names.to_vec(), *text));
    let all: Vec<Marked<'_>> = here.chain(from_file()).collect();
    let check = |texts: &[Marked<'_>], least: usize, what: &str| {
        let (marked, found, right) = count(texts);
        let (recall, precision) = (right as f64 / marked as f64, right as f64 / found as f64);
        assert!(marked >= least, "{what}: {marked} mentions are marked");
        assert!(
            recall >= 0.95 && precision >= 0.95,
            "{what}: recall {recall:.3}, precision {precision:.3} of {marked}"
        );
    };
    check(&all, 150, "all");
    for language in ["hi", "gu", "en"] {
        let own: Vec<Marked<'_>> = all.iter().filter(|(of, ..)| *of == language).cloned().collect();
        check(&own, 45, language);
    }
}
