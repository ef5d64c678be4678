//! Names across scripts: who is who, why, and that nothing of it depends on how a name is encoded.

use proptest::prelude::*;
use tippani::names::{Costs, Matcher, Name, NameIndex, NameList, NameSearch, Objection, Phone};

fn score(a: &str, b: &str) -> f32 {
    Matcher::default().compare(&Name::new(a), &Name::new(b)).score()
}

/// Persons, places and organisations, typed for this test: the same in each line.
const LIST: &str = "\
en\thi\tgu\tother
Andrei Belousov\tआंद्रेई बेलौसोव|बेलोसोव\tઆંદ્રે બેલોસોવ\tАндрей Белоусов
Narendra Modi\tनरेंद्र मोदी\tનરેન્દ્ર મોદી\tநரேந்திர மோடி|نریندر مودی|নরেন্দ্র মোদী
Volodymyr Zelensky\tवोलोदिमिर ज़ेलेंस्की\tવોલોદિમિર ઝેલેન્સ્કી\tВладимир Зеленский
Droupadi Murmu\tद्रौपदी मुर्मू\tદ્રૌપદી મુર્મુ\tದ್ರೌಪದಿ ಮುರ್ಮು|ദ്രൗപദി മുർമു
Sergey Lavrov\tसर्गेई लावरोव\tસર્ગેઈ લાવરોવ\tСергей Лавров
Emmanuel Macron\tइमैनुएल मैक्रों\tઇમેન્યુઅલ મેક્રોન\tایمانوئل میکخواں
Keir Starmer\tकीर स्टार्मर\tકીર સ્ટાર્મર\tਕੀਰ ਸਟਾਰਮਰ
Shigeru Ishiba\tशिगेरु इशिबा\tશિગેરુ ઇશિબા\tଶିଗେରୁ ଇଶିବା
S. Jaishankar\tएस. जयशंकर\tએસ. જયશંકર\tఎస్. జైశంకర్
Nirmala Sitharaman\tनिर्मला सीतारमण\tનિર્મલા સીતારમણ\tநிர்மலா சீதாராமன்
Rajnath Singh\tराजनाथ सिंह\tરાજનાથ સિંહ\tਰਾਜਨਾਥ ਸਿੰਘ
Mamata Banerjee\tममता बनर्जी\tમમતા બેનરજી\tমমতা বন্দ্যোপাধ্যায়
Bhupendra Patel\tभूपेंद्र पटेल\tભૂપેન્દ્ર પટેલ\tಭೂಪೇಂದ್ರ ಪಟೇಲ್
Yogi Adityanath\tयोगी आदित्यनाथ\tયોગી આદિત્યનાથ\tയോഗി ആദിത്യനാഥ്
Greece\tयूनान\tગ્રીસ\tیونان
Egypt\tमिस्र\tઇજિપ્ત\tمصر
United Nations\tसंयुक्त राष्ट्र\tસંયુક્ત રાષ્ટ્ર\tООН
BBC\tबीबीसी\tબીબીસી\tபிபிசி
Kutch District\tकच्छ जिला\tકચ્છ જિલ્લો\tضلع کچھ
Narmada River\tनर्मदा नदी\tનર્મદા નદી\tநர்மதா ஆறு
Gujarat University\tगुजरात विश्वविद्यालय\tગુજરાત યુનિવર્સિટી\tગુજરાત વિશ્વવિદ્યાલય
Lake Baikal\tबैकाल झील\tબૈકલ સરોવર\tозеро Байкал
";

/// Searches for each name of one column among those of another.
#[test]
fn each_name_of_the_list_finds_its_bearer() {
    let list = NameList::parse(LIST);
    let columns = ["en", "hi", "gu", "other"];
    for to in &columns[..3] {
        let rows = list.rows(to);
        assert_eq!(rows.len(), 22);
        let bearers = NameSearch::new(rows.iter().map(|(_, spellings)| spellings.as_slice()));
        for from in columns.iter().filter(|from| *from != to) {
            for (row, spellings) in list.rows(from) {
                for spelling in spellings {
                    let found = bearers.find(&Matcher::default(), &[Name::new(spelling)]);
                    let first = found.first().map(|found| found.owner);
                    assert_eq!(first, Some(row), "{from}→{to}: {spelling}");
                }
            }
        }
    }
}

#[test]
fn names_are_told_apart_or_not() {
    /// Whether a score is above this.
    const ONE: f32 = 0.65;
    let check = |a: &str, b: &str, one: bool| {
        let score = score(a, b);
        assert_eq!(score > ONE, one, "{a} / {b}: {score}");
    };
    check("बेलौसोव", "बेलोसोव", true);
    check("यूएन", "UN", true);
    check("बी. जी. खेर", "B. G. Kher", true);
    check("आर. के. लक्ष्मण", "R. K. Laxman", true);
    check("डॉ. मनमोहन सिंह", "Manmohan Singh", true);
    check("Belousov’s", "Belousov", true);
    check("भाजपा", "Bharatiya Janata Party", true);
    check("ગંગા નદી", "Ganges", true);
    check("कूचबिहार", "Cooch Behar", true);
    check("मोदी नरेंद्र", "Narendra Modi", true);
    check("राहुल गांधी", "Sonia Gandhi", false);
    check("राजस्थान", "Kazakhstan", false);
    check("विधान सभा १", "विधान सभा २", false);
    check("गुल्मी जिला", "Gulmi River", false);
}

#[test]
fn reasons_and_what_speaks_against_are_told() {
    let matcher = Matcher::default();
    let check = |a: &str, b: &str, reasons: &str, objections: &[Objection]| {
        let (a, b) = (Name::new(a), Name::new(b));
        let comparison = matcher.compare(&a, &b);
        let told: Vec<String> =
            matcher.reasons(&a, &b, &comparison).iter().map(ToString::to_string).collect();
        assert_eq!(told.join(", "), reasons);
        assert_eq!(matcher.objections(&a, &b, &comparison), objections);
    };
    let first = |word: &str| Objection::OnlyFirst(word.to_owned());
    let second = |word: &str| Objection::OnlySecond(word.to_owned());
    check("બેલોસોવ", "Belousov", "બે·લો·સો·વ ≈ Be·lou·so·v", &[]);
    check("यूनान", "Greece", "यूनान = Greece", &[]);
    check("बीबीसी", "BBC", "बीबीसी ≈ BBC", &[]);
    check("मोदी", "Narendra Modi", "मो·दी ≈ Mo·di", &[second("Narendra")]);
    check("राहुल गांधी", "Sonia Gandhi", "गां·धी ≈ Gan·dhi", &[first("राहुल"), second("Sonia")]);
    check(
        "कच्छ जिला",
        "Kutch River",
        "क·च्छ ≈ Ku·tch",
        &[Objection::OtherKind("जिला".to_owned(), "River".to_owned())],
    );
}

#[test]
fn an_index_forgets_what_is_removed() {
    let mut index = NameIndex::new(["Sergey Lavrov", "Andrei Belousov"]);
    let found = |index: &NameIndex| index.near(&Name::new("બેલોસોવ"), 5).first().map(|(place, _)| *place);
    assert_eq!(found(&index), Some(1));
    index.remove(1);
    assert!(!index.near(&Name::new("બેલોસોવ"), 5).iter().any(|(place, _)| *place == 1));
    assert_eq!(index.insert("बेलौसोव"), 2);
    assert_eq!(found(&index), Some(2));
}

#[test]
fn every_phone_has_a_symbol_of_its_own() {
    let symbols: std::collections::BTreeSet<char> = Phone::all().map(Phone::symbol).collect();
    assert_eq!(symbols.len(), Phone::all().count());
}

#[test]
fn a_table_of_costs_is_read_as_it_was_written() {
    let written = Costs::built_in().write();
    let mut costs = Costs::unlearned();
    costs.read(&written);
    assert_eq!(costs.write(), written);
    assert_ne!(&costs, &Costs::unlearned());
}

/// Letters of every script that is read, with signs, joiners, digits and punctuation between them.
fn any_name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-ZāśñøЀ-ӿ]{1,8}",
        "[\u{915}-\u{939}\u{900}-\u{903}\u{93e}-\u{94d}\u{93c}]{1,8}",
        "[ક-હા-્ં]{1,8}",
        "[ক-হা-্ংৎ]{1,8}",
        "[க-ஹா-்]{1,8}",
        "[ക-ഹാ-്ൺ-ൿ]{1,8}",
        "[ا-یٹ-ے]{1,8}",
        "[0-9०-९]{1,3}",
        "\\PC{1,6}",
    ];
    proptest::collection::vec(
        (word, prop_oneof![Just(" "), Just("-"), Just(". "), Just(", "), Just(" (")]),
        0..5,
    )
    .prop_map(|parts| parts.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}

proptest! {
    #[test]
    fn a_comparison_is_the_same_both_ways(a in any_name(), b in any_name()) {
        let (x, y) = (score(&a, &b), score(&b, &a));
        prop_assert_eq!(x, y);
        prop_assert!((0.0..=1.0).contains(&x));
    }

    #[test]
    fn a_name_is_itself(a in any_name()) {
        prop_assert_eq!(score(&a, &a), 1.0);
    }

    #[test]
    fn case_changes_nothing(a in "[a-z]{1,9}( [a-z]{1,9}){0,3}", b in any_name()) {
        prop_assert_eq!(score(&a, &a.to_uppercase()), 1.0);
        prop_assert!((score(&a, &b) - score(&a.to_uppercase(), &b)).abs() < 1e-3);
    }

    #[test]
    fn how_a_dot_below_is_encoded_changes_nothing(a in "[कखगजडढफ]{1,5}", b in any_name()) {
        let dotted = |dot: &dyn Fn(char) -> String| a.chars().map(dot).collect::<String>();
        let apart = dotted(&|c| format!("{c}\u{93c}"));
        let in_one = dotted(&|c| {
            let place = "कखगजडढफ".chars().position(|k| k == c).unwrap();
            "\u{958}\u{959}\u{95a}\u{95b}\u{95c}\u{95d}\u{95e}".chars().nth(place).unwrap().to_string()
        });
        prop_assert_eq!(score(&apart, &in_one), 1.0);
        prop_assert!((score(&apart, &b) - score(&in_one, &b)).abs() < 1e-3);
        prop_assert!(score(&apart, &a) > 0.8, "a dot left out is the same name");
    }

    #[test]
    fn joiners_change_nothing(words in "[क-ह]्[क-ह]ा [ક-હ]્[ક-હ] [a-z]{2,6}", at in 0_usize..12, b in any_name()) {
        let place = words.char_indices().nth(at).map_or(words.len(), |(place, _)| place);
        for joiner in ["\u{200d}", "\u{200c}", "\u{ad}"] {
            let joined = format!("{}{joiner}{}", &words[..place], &words[place..]);
            prop_assert_eq!(score(&words, &joined), 1.0);
            prop_assert!((score(&words, &b) - score(&joined, &b)).abs() < 1e-3);
        }
    }

    #[test]
    fn any_text_is_a_name(a in "\\PC{0,60}", b in any_name()) {
        let matcher = Matcher::default();
        let (x, y) = (Name::new(&a), Name::new(&b));
        let comparison = matcher.compare(&x, &y);
        let reasons = matcher.reasons(&x, &y, &comparison);
        prop_assert!(reasons.iter().all(|reason| reason.a.len() == reason.b.len()));
        prop_assert!(matcher.objections(&x, &y, &comparison).len() <= 24);
        let index = NameIndex::new([a.as_str(), b.as_str()]);
        prop_assert!(index.near(&x, 5).len() <= 2);
    }
}
