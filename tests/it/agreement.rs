//! Agreement figures against the libraries that the field computes them with.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};
use tippani::analysis::agreement::{
    Basis, Measure, Report, ResamplingUnit, Sampling, Scope, Study, rate_article,
};
use tippani::analysis::{Candidate, best_pairs};
use tippani::format::article;
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, State};
use tippani::text::{ByteOffset, Span};

use crate::judges;

/// Cases that are held against the libraries.
const CASES: usize = 300;

const SAMPLING: Sampling = Sampling { resampling_unit: ResamplingUnit::Article, articles: 1 };

/// A word of the text: letters of several widths, so that bytes and characters differ.
const WORDS: [&str; 4] = ["बाँध", "dam", "ડેમનો", "🔴"];
const LABELS: [&str; 3] = ["person", "location", "event"];

/// Spans over words: first word, words, label.
type Marks = Vec<(usize, usize, usize)>;

/// Marks that do not overlap, on a text of so many words.
fn marks(words: usize) -> impl Strategy<Value = Marks> {
    prop::collection::vec((0..4usize, 1..4usize, 0..LABELS.len()), 0..6).prop_map(move |steps| {
        let (mut at, mut marks) = (0, Vec::new());
        for (gap, length, label) in steps {
            if at + gap + length <= words {
                marks.push((at + gap, length, label));
                at += gap + length;
            }
        }
        marks
    })
}

/// A text of so many words with several annotators’ marks, some of whom have not rated it.
fn case() -> impl Strategy<Value = (usize, Vec<Option<Marks>>)> {
    (1..24usize, 2..5usize).prop_flat_map(|(words, raters)| {
        let own = prop::option::weighted(0.9, marks(words));
        // Often the same marks, so that there is agreement too.
        let rater = (own, 0..3usize);
        (Just(words), prop::collection::vec(rater, raters)).prop_map(|(words, raters)| {
            let first = raters[0].0.clone();
            let same = |(own, like): (Option<Marks>, usize)| match (like, &first) {
                (0, Some(_)) => first.clone(),
                _ => own,
            };
            (words, raters.into_iter().map(same).collect())
        })
    })
}

/// The words of a text, in bytes.
fn text(words: usize) -> (Document, Vec<std::ops::Range<usize>>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for n in 0..words {
        let start = text.len();
        text.push_str(WORDS[n % WORDS.len()]);
        places.push(start..text.len());
        text.push(' ');
    }
    (article::decode("a.txt", text.as_bytes()).value, places)
}

fn annotator(n: usize) -> Annotator {
    Annotator::new(&format!("a{n}")).unwrap()
}

fn set(document: &Document, places: &[std::ops::Range<usize>], n: usize, marks: &Marks) -> AnnotationSet {
    let annotation = |(at, (first, words, label)): (usize, &(usize, usize, usize))| {
        let (start, end) = (places[*first].start, places[first + words - 1].end);
        let span = Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
        let now = "2026-01-02T03:04:05Z".parse().unwrap();
        let id = AnnotationId::new(format!("0{n}{at}"));
        Annotation::new(id, AnnotationKind::Entity, LABELS[*label], span.into(), now)
    };
    let all = marks.iter().enumerate().map(annotation).collect();
    let (mut set, _) = AnnotationSet::new(annotator(n)).with_annotations(all);
    set.set_state(State::Done);
    set
}

fn report(words: usize, raters: &[Option<Marks>]) -> Option<Report> {
    let (document, places) = text(words);
    let everybody: Vec<Annotator> = (0..raters.len()).map(annotator).collect();
    let own = raters.iter().enumerate().filter_map(|(n, marks)| Some((n, marks.as_ref()?)));
    let sets: Vec<AnnotationSet> = own.map(|(n, marks)| set(&document, &places, n, marks)).collect();
    let mut study = Study::new(everybody.clone(), SAMPLING);
    study.add(rate_article(&document, &sets, &everybody, SAMPLING)?);
    Some(study.report())
}

/// The case as the judge reads it.
fn told(words: usize, raters: &[Option<Marks>]) -> Json {
    let (document, places) = text(words);
    let rater = |marks: &Option<Marks>| {
        let marks = marks.as_ref()?;
        let mut tags = vec!["O".to_owned(); words];
        let mut spans = Vec::new();
        for (first, length, label) in marks {
            let chars = |byte| document.text.to_char(ByteOffset::new(byte)).get();
            let (start, end) = (chars(places[*first].start), chars(places[first + length - 1].end));
            spans.push(json!([start, end, LABELS[*label]]));
            for (n, tag) in tags.iter_mut().enumerate().skip(*first).take(*length) {
                *tag = format!("{}-{}", if n == *first { 'B' } else { 'I' }, LABELS[*label]);
            }
        }
        Some(json!({ "tags": tags, "spans": spans }))
    };
    let raters: Vec<Option<Json>> = raters.iter().map(rater).collect();
    json!({ "tokens": words, "characters": document.text.chars(), "raters": raters })
}

/// Every figure of a report about all labels, by name; those of pairs in the order of pairs.
fn figures(report: &Report) -> Json {
    let of = |measure, basis| -> Vec<Option<f64>> {
        let mine = |f: &&tippani::analysis::agreement::Figure| {
            f.scope == Scope::All && f.measure == measure && f.basis == basis
        };
        report.figures.iter().filter(mine).map(|f| f.value).collect()
    };
    let one = |measure, basis| of(measure, basis)[0];
    json!({
        "alpha": one(Measure::Alpha, Basis::Token),
        "alpha_characters": one(Measure::Alpha, Basis::Character),
        "fleiss": one(Measure::Fleiss, Basis::Token),
        "fleiss_characters": one(Measure::Fleiss, Basis::Character),
        "cohen": of(Measure::Cohen, Basis::Token),
        "cohen_characters": of(Measure::Cohen, Basis::Character),
        "alpha_u": one(Measure::AlphaUnitized, Basis::Character),
        "exact": of(Measure::ExactF1, Basis::Span),
        "overlap": of(Measure::OverlapF1, Basis::Span),
    })
}

/// Whether two answers are the same to 1e-9.
fn same(ours: &Json, theirs: &Json) -> bool {
    match (ours, theirs) {
        (_, Json::String(_)) => true,
        (Json::Array(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        _ => match (ours.as_f64(), theirs.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-9,
            (a, b) => a.is_none() && b.is_none(),
        },
    }
}

#[test]
fn figures_are_those_of_the_libraries() {
    let Some(python) = judges::judge() else { return };
    let mut runner = TestRunner::deterministic();
    let mut cases: Vec<(usize, Vec<Option<Marks>>)> = vec![
        (4, vec![Some(vec![]), Some(vec![])]),
        (4, vec![Some(vec![(0, 4, 0)]), Some(vec![(0, 4, 0)])]),
        (4, vec![Some(vec![(0, 4, 0)]), Some(vec![(0, 4, 1)])]),
        (6, vec![Some(vec![(0, 1, 0)]), Some(vec![(3, 1, 0)])]),
        (6, vec![Some(vec![(0, 1, 0)]), Some(vec![(0, 1, 0)]), None]),
        (1, vec![Some(vec![(0, 1, 0)]), Some(vec![])]),
    ];
    while cases.len() < CASES {
        let case = case().new_tree(&mut runner).unwrap().current();
        if case.1.iter().flatten().count() > 1 {
            cases.push(case);
        }
    }
    let input: Vec<String> = cases.iter().map(|(words, raters)| told(*words, raters).to_string()).collect();
    let input = input.join("\n");
    let answers = judges::ask(&python, "agreement.py", &[], &input);
    let answers: Vec<Json> = answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), cases.len());
    let (mut defined, mut paired) = (0, 0);
    for ((words, raters), theirs) in cases.iter().zip(&answers) {
        let ours = figures(&report(*words, raters).unwrap());
        for (name, theirs) in theirs.as_object().unwrap() {
            assert!(
                same(&ours[name], theirs),
                "{name}: {} and {theirs} of {}",
                ours[name],
                told(*words, raters)
            );
        }
        defined += usize::from(!theirs["alpha"].is_null());
        paired += theirs["overlap"].as_array().unwrap().iter().filter(|value| value.is_number()).count();
    }
    assert!(defined > 200 && paired > 200, "{defined} and {paired} of {} cases say something", cases.len());
}

#[test]
fn what_is_undefined_says_why() {
    let check = |raters: &[Option<Marks>], measure: Measure, expected: &str| {
        let report = report(6, raters).unwrap();
        let figure = report.figures.iter().find(|f| f.scope == Scope::All && f.measure == measure).unwrap();
        assert_eq!(figure.value, None, "{measure}");
        assert!(figure.explanation().contains(expected), "{measure}: {}", figure.explanation());
    };
    let (nothing, one) = (Some(vec![]), Some(vec![(0, 1, 0)]));
    check(&[nothing.clone(), nothing.clone()], Measure::Alpha, "one and the same category");
    check(&[nothing.clone(), nothing.clone()], Measure::ExactF1, "neither has an annotation");
    check(&[nothing.clone(), nothing.clone()], Measure::AlphaUnitized, "nobody has a unit");
    check(&[nothing.clone(), nothing.clone()], Measure::Gamma, "has a mark of this");
    check(&vec![Some((0..6).map(|n| (n, 1, 0)).collect()); 12], Measure::Gamma, "compare fewer");
    check(&[one.clone(), None, one.clone()], Measure::Cohen, "rated by all");
    assert!(report(6, &[nothing, None]).is_none(), "one alone agrees with nobody");
    // Whoever has rated an article is compared in it.
    let two = report(6, &[one.clone(), one, None]).unwrap();
    for measure in [Measure::Fleiss, Measure::AlphaUnitized, Measure::Gamma] {
        let figure = two.figures.iter().find(|f| f.scope == Scope::All && f.measure == measure).unwrap();
        assert_eq!(figure.value, Some(1.0), "{measure}");
    }
}

#[test]
fn marks_at_one_place_say_why_chance_is_undefined() {
    // A text of one character has one place, so nothing differs by chance either.
    let document = article::decode("a.txt", "🔴".as_bytes()).value;
    let both: Vec<AnnotationSet> =
        (0..2).map(|n| set(&document, std::slice::from_ref(&(0..4)), n, &vec![(0, 1, 0)])).collect();
    let everybody: Vec<Annotator> = (0..2).map(annotator).collect();
    let mut study = Study::new(everybody.clone(), SAMPLING);
    study.add(rate_article(&document, &both, &everybody, SAMPLING).unwrap());
    let report = study.report();
    let gamma = report.figures.iter().find(|f| f.measure == Measure::Gamma).unwrap();
    assert_eq!((gamma.value, gamma.items), (None, 2));
    assert!(gamma.explanation().contains("all marks are at one place"), "{}", gamma.explanation());
}

#[test]
fn articles_of_different_raters_are_one_study() {
    let everybody: Vec<Annotator> = (0..3).map(annotator).collect();
    let (document, places) = text(8);
    let marks: [Marks; 3] =
        [vec![(0, 1, 0), (3, 2, 1)], vec![(0, 2, 0), (3, 2, 1)], vec![(0, 1, 0), (4, 1, 1)]];
    let mut study = Study::new(everybody.clone(), SAMPLING);
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        let mut sets: Vec<AnnotationSet> = [a, b].map(|n| set(&document, &places, n, &marks[n])).to_vec();
        let mut third = set(&document, &places, 3 - a - b, &marks[0]);
        third.set_state(State::InProgress);
        sets.push(third);
        study.add(rate_article(&document, &sets, &everybody, SAMPLING).unwrap());
    }
    let report = study.report();
    assert!(
        report.articles.iter().all(|article| article.raters.len() == 2),
        "who is in progress is left out"
    );
    let whole = report.figures.iter().filter(|f| f.scope == Scope::All && f.measure != Measure::OverlapF1);
    for figure in whole {
        assert!(figure.value.is_some_and(|value| value < 1.0), "{figure:?}");
    }
}

#[test]
fn intervals_are_of_what_all_rated() {
    let (everybody, whole) = ((0..3).map(annotator).collect::<Vec<_>>(), Sampling::of(12));
    let mut study = Study::new(everybody.clone(), whole);
    for n in 0..12 {
        let (document, places) = text(8);
        let both = [vec![(0, 1, 0), (3, 2, 1)], vec![(0, 2, 0), (3, 2, n % 3)]];
        let mut sets: Vec<AnnotationSet> =
            both.iter().enumerate().map(|(n, marks)| set(&document, &places, n, marks)).collect();
        if n == 0 {
            // The third rated one article, so many samples hold nothing that all three rated.
            sets.push(set(&document, &places, 2, &vec![(1, 1, 0), (3, 2, 1)]));
        }
        study.add(rate_article(&document, &sets, &everybody, whole).unwrap());
    }
    let report = study.report();
    for figure in &report.figures {
        let sound = |(low, high): (f64, f64)| low <= high && low.is_finite() && high.is_finite();
        assert!(figure.interval.is_none_or(sound), "{figure:?}");
    }
    let unitized = report.figures.iter().find(|f| f.measure == Measure::AlphaUnitized).unwrap();
    assert!(unitized.value.is_some() && unitized.interval.is_some(), "{unitized:?}");
}

#[test]
fn intervals_are_the_same_in_whatever_order_samples_are_drawn() {
    let (everybody, whole) = ((0..2).map(annotator).collect::<Vec<_>>(), Sampling::of(30));
    let mut study = Study::new(everybody.clone(), whole);
    for n in 0..30 {
        let (document, places) = text(8 + n % 5);
        let both = [vec![(0, 1, 0), (3, 2, 1)], vec![(n % 3, 2, 0), (4, 1 + n % 2, n % 3)]];
        let sets: Vec<AnnotationSet> =
            both.iter().enumerate().map(|(n, marks)| set(&document, &places, n, marks)).collect();
        study.add(rate_article(&document, &sets, &everybody, whole).unwrap());
    }
    let figures = study.figures();
    let drawn = figures.draws().iter().rev().map(|draw| figures.draw(draw)).collect();
    let report = figures.report(drawn);
    assert_eq!(report, study.report());
    assert!(report.figures.iter().filter(|figure| figure.interval.is_some()).count() > 20);
}

/// The highest total, by trying everything.
fn best(candidates: &[Candidate]) -> f64 {
    let Some((first, rest)) = candidates.split_first() else { return 0.0 };
    let apart: Vec<Candidate> =
        rest.iter().filter(|c| c.one != first.one && c.other != first.other).copied().collect();
    best(rest).max(first.likeness + best(&apart))
}

proptest! {
    #[test]
    fn pairs_are_the_best_there_are(edges in prop::collection::vec((0..5usize, 0..5usize, 1..100u32), 0..12)) {
        let edge = |(one, other, likeness): (usize, usize, u32)| {
            Candidate { one, other, likeness: f64::from(likeness) / 101.0 }
        };
        let mut candidates: Vec<Candidate> = edges.into_iter().map(edge).collect();
        candidates.sort_by_key(|c| (c.one, c.other));
        candidates.dedup_by_key(|c| (c.one, c.other));
        let pairs = best_pairs(&candidates);
        let of = |pair: &(usize, usize)| candidates.iter().find(|c| (c.one, c.other) == *pair).unwrap().likeness;
        let total: f64 = pairs.iter().map(of).sum();
        prop_assert!((total - best(&candidates)).abs() < 1e-9, "{pairs:?} of {candidates:?}");
        for (n, pair) in pairs.iter().enumerate() {
            prop_assert!(pairs[..n].iter().all(|other| other.0 != pair.0 && other.1 != pair.1));
        }
    }
}
