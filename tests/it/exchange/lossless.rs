//! What goes out comes back, and of what comes in everything is kept or told.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{TestCaseError, TestRunner};
use tippani::format::exchange::{
    Article, FORMATS, Fate, Format, Loss, OffsetUnit, Record, ResolveOptions, resolve,
};
use tippani::jobs::{CancelToken, ExportOptions, ImportOptions, export, import};
use tippani::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, Document, EntityRef, Extra, Relation, RelationEnd,
    Review, ReviewTarget, State, Verdict,
};
use tippani::store;

use super::any_set;
use crate::folder::contents;

fn exported(root: &Path, out: &Path) -> Vec<u8> {
    let how = ExportOptions {
        path: root.to_owned(),
        format: Format::find("jsonl").unwrap(),
        out: out.to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    fs::read(out.join("articles.jsonl")).unwrap()
}

fn save(root: &Path, document: &Document, set: &AnnotationSet) {
    fs::write(root.join(&*document.file), document.text.as_str()).unwrap();
    let loaded = store::load(root, &document.file, &set.annotator).unwrap();
    store::save(root, &loaded.document, set, &loaded.stamp).unwrap();
}

/// A second annotator with a verdict on each annotation of the first, links to them, and a state of their own.
fn reviewer(first: &AnnotationSet, own: &AnnotationSet) -> AnnotationSet {
    let mut set = own.clone();
    set.annotator = Annotator::new("ravi").unwrap();
    set.set_state(State::InProgress);
    for (n, annotation) in first.annotations().iter().enumerate() {
        let of = ReviewTarget { annotator: first.annotator.clone(), annotation: annotation.id.clone() };
        let verdict = [Verdict::Accepted, Verdict::Rejected, Verdict::Question][n % 3];
        let (comment, at) = ("perhaps".to_owned(), None);
        set.insert_review(Review {
            of: of.clone(),
            saw: None,
            verdict,
            comment,
            heard: 0,
            at,
            extra: Extra::default(),
        });
        let from = set.annotations().get(0).unwrap().id.clone();
        let to =
            RelationEnd::There { file: "a.txt".into(), annotator: of.annotator, annotation: of.annotation };
        let id = AnnotationId::new(format!("01JE{n:022}"));
        set.insert_relation(Relation {
            id,
            label: "related".into(),
            from,
            to,
            note: "across".to_owned(),
            extra: Extra::default(),
        });
    }
    set
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_workspace_comes_back_byte_for_byte((document, set) in any_set(), done in any::<bool>()) {
        // A second byte order mark would be taken off as the first was.
        prop_assume!(!document.text.as_str().starts_with('\u{feff}'));
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        fs::create_dir_all(&one).unwrap();
        fs::create_dir_all(&two).unwrap();
        let mut set = set;
        set.set_state(if done { State::Done } else { State::Todo });
        save(&one, &document, &set);
        save(&one, &document, &reviewer(&set, &set));
        let first = exported(&one, &folder.path().join("out-one"));
        let files = vec![folder.path().join("out-one/articles.jsonl")];
        let how = ImportOptions {
            annotator: None,
            ..ImportOptions::new(Format::find("jsonl").unwrap(), files, two.clone(), Annotator::new("x").unwrap())
        };
        let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
        let told: Vec<String> = done.issues.iter().map(ToString::to_string).collect();
        prop_assert!(told.iter().all(|what| what.contains("inside a character")), "{told:?}");
        prop_assert_eq!(exported(&two, &folder.path().join("out-two")), first);
        prop_assert_eq!(contents(&two), contents(&one));
    }
}

/// Two sets of one article, with relations among the annotations of each, and a state of their own.
fn any_sets() -> impl Strategy<Value = (Document, Vec<AnnotationSet>)> {
    let pair = || (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    (any_set(), prop::collection::vec(pair(), 0..4), 0usize..3).prop_map(|((document, set), pairs, state)| {
        let state = [State::Todo, State::InProgress, State::Done][state];
        let sets = ["asha", "ravi"].map(|name| {
            let mut own = set.clone();
            own.annotator = Annotator::new(name).unwrap();
            own.set_state(if name == "asha" { state } else { State::Done });
            let linked = own.annotations().iter().enumerate().filter(|(n, _)| n % 2 == 0).map(|(n, mark)| {
                let entity = ["andrei-belousov", "Wikidata:Q42", "नाम एक"][n / 2 % 3];
                Annotation { entity: Some(EntityRef::from(entity)), ..Annotation::clone(mark) }
            });
            let linked: Vec<Annotation> = linked.collect();
            own.insert_all(linked);
            let ids: Vec<AnnotationId> = own.annotations().iter().map(|a| a.id.clone()).collect();
            for (n, (from, to)) in pairs.iter().enumerate().filter(|_| !ids.is_empty()) {
                let (from, to) = (from.get(&ids).clone(), RelationEnd::Here(to.get(&ids).clone()));
                let id = AnnotationId::new(format!("01JE{n:022}"));
                own.insert_relation(Relation {
                    id,
                    label: "refutes".into(),
                    from,
                    to,
                    note: if n % 2 == 1 { "as he said".to_owned() } else { String::new() },
                    extra: Extra::default(),
                });
            }
            own
        });
        (document, sets.into())
    })
}

/// Formats that do not say how far an annotator is.
const STATELESS: [&str; 2] = ["brat", "webanno-tsv"];
/// Formats that part a mark where lines end, so its first part may end sooner.
const SPLIT_AT_LINES: [&str; 1] = ["brat"];

/// What became of what comes back otherwise, by annotator and identifier: sets may have the same identifiers.
type Fates<'a> = HashMap<(&'a str, AnnotationId), Vec<Fate>>;

/// What is told of each set. A loss names no annotator, so each set goes out alone; together they are told the same.
fn fates<'a>(
    format: &Format,
    document: &Document,
    sets: &'a [AnnotationSet],
    together: &[Loss],
) -> Result<Fates<'a>, TestCaseError> {
    let schema = tippani::model::news_schema();
    let key = |loss: &Loss| (loss.id.to_string(), loss.fate, loss.reason);
    let (mut fates, mut alone) = (Fates::new(), Vec::new());
    for set in sets {
        let losses = (format.encode)(&Article::new(document, std::slice::from_ref(set), &schema)).losses;
        alone.extend(losses.iter().map(key));
        for loss in losses {
            fates.entry((set.annotator.as_str(), loss.id)).or_default().push(loss.fate);
        }
    }
    let mut together: Vec<_> = together.iter().map(key).collect();
    together.sort();
    alone.sort();
    prop_assert_eq!(together, alone, "{}", format.id);
    Ok(fates)
}

/// Whether a mark that came back is one that a loss speaks of: its label and its first part; where its edges are told to be
/// others, its label and some of its words.
fn is_what_is_left(format: &Format, back: &Annotation, annotation: &Annotation, fates: &[Fate]) -> bool {
    let has_other_edges =
        fates.contains(&Fate::Widened) || fates.contains(&Fate::Split) && SPLIT_AT_LINES.contains(&format.id);
    let extent = annotation.spans.extent();
    let is_there = if has_other_edges {
        back.spans.as_slice().iter().any(|span| span.overlaps(extent))
    } else {
        back.spans.first() == annotation.spans.first()
    };
    is_there && back.label == annotation.label
}

/// What came back for an annotator.
fn came_back(records: &[Record], document: &Document, annotator: &Annotator) -> Vec<AnnotationSet> {
    let schema = tippani::model::news_schema();
    let how = ResolveOptions {
        schema: &schema,
        labels: &[],
        annotator,
        unit: OffsetUnit::CodePoint,
        source: "x",
        now: "2026-01-02T03:04:05Z".parse().unwrap(),
    };
    let is_own = |record: &&Record| record.annotator.as_deref().is_none_or(|name| name == annotator.as_str());
    records.iter().filter(is_own).map(|record| resolve(record, document, &how).value).collect()
}

/// Holds an article that went out and came back against what it was; how many marks were compared.
fn compare(format: &Format, document: &Document, sets: &[AnnotationSet]) -> Result<usize, TestCaseError> {
    let encoded = super::encode(format, document, sets);
    let told = fates(format, document, sets, &encoded.losses)?;
    let (records, remarks) = super::records(format, document, &encoded);
    prop_assert_eq!(&remarks, &[], "{}", format.id);
    let mut compared = 0;
    for set in sets {
        let back = came_back(&records, document, &set.annotator);
        let of = |id: &AnnotationId| told.get(&(set.annotator.as_str(), id.clone()));
        let said = |a: &Annotation| {
            let entity = a.entity.as_ref().map(|entity| entity.as_str().to_owned());
            (a.label.clone(), a.spans.clone(), a.attributes.clone(), a.note.clone(), entity)
        };
        for annotation in set.annotations() {
            let fates = of(&annotation.id);
            if fates.is_some_and(|fates| fates.contains(&Fate::Dropped)) {
                continue;
            }
            let is_it = |back: &Annotation| match fates {
                None => said(back) == said(annotation),
                Some(fates) => is_what_is_left(format, back, annotation, fates),
            };
            let found = back.iter().any(|set| set.annotations().iter().any(|a| is_it(a)));
            prop_assert!(found, "{}: {annotation:?}, {fates:?}", format.id);
            compared += 1;
        }
        let ends = |set: &AnnotationSet, relation: &Relation| {
            let RelationEnd::Here(to) = &relation.to else { return None };
            let place = |id| set.get(id).map(|a| (a.label.clone(), a.spans.first()));
            Some((relation.label.clone(), place(&relation.from)?, place(to)?))
        };
        let is_whole = |relation: &&Relation| {
            let RelationEnd::Here(to) = &relation.to else { return false };
            [&relation.id, &relation.from, to].iter().all(|id| of(id).is_none())
        };
        for relation in set.relations().filter(is_whole) {
            let found =
                back.iter().any(|back| back.relations().any(|one| ends(back, one) == ends(set, relation)));
            prop_assert!(found, "{}: {relation:?}", format.id);
        }
        let has_words = !document.text.as_str().trim().is_empty() && !encoded.pieces.is_empty();
        if has_words && !STATELESS.contains(&format.id) && !format.id.starts_with("conll") {
            let state = set.state();
            prop_assert!(back.iter().any(|back| back.state() == state), "{}: {state:?}", format.id);
        }
    }
    Ok(compared)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_no_loss_speaks_of_comes_back_as_it_was((document, sets) in any_sets()) {
        for format in FORMATS.iter().filter(|format| format.is_read()) {
            compare(format, &document, &sets)?;
        }
    }
}

#[test]
fn of_every_format_something_comes_back() {
    let mut runner = TestRunner::deterministic();
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..16 {
        let (document, sets) = any_sets().new_tree(&mut runner).unwrap().current();
        for format in FORMATS.iter().filter(|format| format.is_read()) {
            *compared.entry(format.id).or_default() += compare(format, &document, &sets).unwrap();
        }
    }
    let none: Vec<&str> = compared.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    assert_eq!(none, [""; 0], "{compared:?}");
}
