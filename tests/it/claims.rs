//! Claims of a workspace: clusters, who said it first, numbers and days in any language, and suggestions.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use tippani::analysis::{
    Board, BoardEntry, BoardLink, ClaimEvaluation, ClaimReason, ClaimSearch, Facts, day_in, said_on,
};
use tippani::model::{AnnotationId, AnnotationKind, Annotator, EntityRef, EntryKey, Value};
use tippani::names::NameList;
use tippani::text::{ByteOffset, SourceText, Span};

fn key(file: &str, id: &str) -> EntryKey {
    EntryKey { file: file.into(), annotator: Annotator::new("asha").unwrap(), id: AnnotationId::new(id) }
}

/// A claim that is all of its article; `who` is its claimer where there is one.
fn claim(file: &str, id: &str, who: &str, text: &str) -> BoardEntry {
    let source = SourceText::new(text);
    let span = Span::new(&source, ByteOffset::new(0), source.end()).unwrap();
    let claimer = (!who.is_empty()).then(|| (Arc::from("claimer"), Value::Entity(EntityRef::from(who))));
    BoardEntry {
        key: key(file, id),
        kind: AnnotationKind::Claim,
        label: "statement".into(),
        span,
        quote: text.into(),
        sentence: text.into(),
        language: None,
        published: None,
        attributes: claimer.into_iter().collect(),
        mentions: Vec::new(),
    }
}

fn link(label: &str, from: (&str, &str), to: (&str, &str)) -> BoardLink {
    let key_of = |(file, id): (&str, &str)| key(file, id);
    let name = format!("{label}{}{}", from.1, to.1);
    BoardLink {
        key: key(from.0, &name),
        label: label.into(),
        from: key_of(from),
        to: key_of(to),
        note: String::new(),
    }
}

#[test]
fn clusters_are_what_links_join() {
    let entries = vec![
        claim("2026-01-03-a.txt", "1", "asha-rao", "twelve died"),
        claim("2026-01-02-b.txt", "2", "ravi-shah", "seventeen died"),
        claim("c.txt", "3", "asha-rao", "nobody died"),
        claim("d.txt", "4", "", "the bridge is old"),
        claim("e.txt", "5", "", "it rains"),
        claim("f.txt", "6", "author", "it rains"),
    ];
    let links = vec![
        link("refutes", ("2026-01-03-a.txt", "1"), ("2026-01-02-b.txt", "2")),
        link("related", ("c.txt", "3"), ("2026-01-03-a.txt", "1")),
        link("supports", ("e.txt", "5"), ("f.txt", "6")),
        link("supports", ("d.txt", "4"), ("gone.txt", "9")),
    ];
    let board = Board::new(entries, links);
    let clusters = board.clusters();
    let shape: Vec<(usize, usize, usize, usize)> =
        clusters.iter().map(|c| (c.entries.len(), c.links.len(), c.refutations, c.sources.len())).collect();
    assert_eq!(shape, [(3, 2, 1, 2), (2, 1, 0, 2), (1, 0, 0, 1)], "a link to what is gone joins nothing");
    let ids = |of: &[usize]| of.iter().map(|at| board.entries()[*at].key.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids(&clusters[0].entries), ["2", "1", "3"]);
    let days: Vec<_> = clusters[0].entries.iter().map(|at| said_on(&board.entries()[*at])).collect();
    assert_eq!(days, [Some((2026, 1, 2)), Some((2026, 1, 3)), None]);
    assert_eq!((day_in("2026-13-02"), day_in("no day")), (None, None));
}

#[test]
fn numbers_are_the_same_in_any_digits_and_in_words() {
    let check = |expected: &[&str], texts: &[&str]| {
        for text in texts {
            let numbers: Vec<String> = Facts::of(text).numbers.iter().map(ToString::to_string).collect();
            assert_eq!(numbers, expected, "{text}");
        }
    };
    check(
        &["12"],
        &[
            "12 dead",
            "१२ मरे",
            "बारह लोग मारे गए",
            "બાર લોકો",
            "૧૨ના મોત",
            "بارہ افراد",
            "۱۲ افراد",
            "twelve people",
        ],
    );
    check(&["45"], &["forty-five", "पैंतालीस", "પિસ્તાલીસ", "پینتالیس", "४५"]);
    check(&["500000"], &["5 lakh", "५ लाख", "પાંચ લાખ", "پانچ لاکھ", "5,00,000", "five hundred thousand"]);
    check(
        &["250000"],
        &[
            "two hundred and fifty thousand",
            "दो सौ पचास हजार",
            "બે સો પચાસ હજાર",
            "دو سو پچاس ہزار",
            "two lakh fifty thousand",
            "दो लाख पचास हजार",
        ],
    );
    check(&["3250300"], &["thirty-two lakh fifty thousand three hundred"]);
    check(&["10000000000000"], &["ten lakh crore", "दस लाख करोड़", "દસ લાખ કરોડ"]);
    check(&["800000000"], &["184467440 billion eight hundred million"]);
    check(&["205"], &["two hundred and five", "205", "दो सौ पांच"]);
    check(&["1.5"], &["1.5", "१.५", "۱٫۵"]);
    check(&[], &["one of them", "एक आदमी", "in 2024", "no number"]);
    check(&["99"], &["ninety-nine", "निन्यानवे", "નવ્વાણું", "ننانوے"]);
}

#[test]
fn days_are_the_same_in_any_language() {
    let days = |text: &str| Facts::of(text).days;
    for text in ["5 मई को", "૫ મેના રોજ", "۵ مئی کو", "5 May"] {
        assert_eq!(days(text), days("on May 5"), "{text}");
        assert_eq!(days(text).len(), 1, "{text}");
    }
    for text in ["शुक्रवार को", "શુક્રવારે", "جمعہ کو"] {
        assert_eq!(days(text), days("on Friday"), "{text}");
    }
}

#[test]
fn suggestions_say_why_and_what_speaks_against() {
    let board = Board::new(
        vec![
            claim("a.txt", "1", "Meera Joshi", "Meera Joshi said that 12 people died."),
            claim("b.txt", "2", "मीरा जोशी", "मीरा जोशी ने कहा कि १७ लोगों की मौत हुई।"),
            claim("c.txt", "3", "", "The price of onions rose on Monday."),
            claim("a.txt", "4", "Meera Joshi", "Meera Joshi said that 12 people died, again."),
        ],
        Vec::new(),
    );
    let search = ClaimSearch::new(&board);
    let found = search.suggest(board.position(&key("a.txt", "1")).unwrap(), 10);
    assert_eq!(board.entries()[found[0].entry].key.id.as_str(), "2", "of another article");
    let reasons = &found[0].reasons;
    assert!(reasons.contains(&ClaimReason::SameClaimer("मीरा जोशी".to_owned())), "{reasons:?}");
    let differ = reasons.iter().find_map(|reason| match reason {
        ClaimReason::OtherNumbers(ours, theirs) => Some((ours[0].to_string(), theirs[0].to_string())),
        _ => None,
    });
    assert_eq!(differ, Some(("12".to_owned(), "17".to_owned())));
    assert!(found.iter().all(|other| board.entries()[other.entry].key.file.as_ref() != "a.txt"));
}

#[test]
fn the_right_claim_is_suggested_on_the_evaluation_set() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/claims/evaluation.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let languages: BTreeSet<&str> = rows.iter().map(|row| row[2]).collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["en", "gu", "hi", "ur"]);
    let distractors = rows.iter().filter(|row| row[0].is_empty()).count();
    assert!(distractors >= 10, "{distractors} speak of the same entities and say another thing");
    let table = NameList::parse(&text);
    let found = ClaimEvaluation::of(&table);
    let stated = include_str!("../../README.md").lines().find_map(|line| {
        let after = line.split_once("how often the right claim is suggested: ")?.1;
        after.strip_suffix(" claims in four languages")?.parse::<usize>().ok()
    });
    assert_eq!(Some(found.claims), stated, "what the README says");
    assert!(found.asked >= 60 && found.links >= 80 && found.claims > found.asked, "{found:?}");
    let share = |part: usize| part as f64 / found.asked as f64;
    assert!(share(found.within_ten) >= 0.85 && share(found.first) >= 0.6, "{found:#?}");
}
