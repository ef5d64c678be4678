//! Transactions and their inverses.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use proptest::prelude::*;
use tippani::edit::{Change, Changes, History, Transaction, UndoOutcome};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, Field, Orphan, Relation,
    RelationEnd, Remark, RemarkSubject, Review, ReviewTarget, State, Verdict,
};
use tippani::text::{ByteOffset, SourceText, Span, Spans};

const TEXT: &str = "राष्ट्रपति और प्रधानमंत्री ने दिल्ली में बात की";

fn annotation(id: u8, start: usize, length: usize) -> Annotation {
    let text = SourceText::new(TEXT);
    let (start, end) =
        (ByteOffset::new(start % TEXT.len()), ByteOffset::new(start % TEXT.len() + 1 + length));
    let span = Span::of_clusters(&text, start, end).unwrap();
    let time = "2026-01-02T03:04:05Z".parse().unwrap();
    Annotation::new(
        AnnotationId::new(format!("{id}")),
        AnnotationKind::Entity,
        "person",
        Spans::from(span),
        time,
    )
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0u8..8, 0usize..100, 0usize..20).prop_map(|(id, at, n)| Change::Put(Box::new(annotation(id, at, n)))),
        2 => (0u8..8).prop_map(|id| Change::Remove(AnnotationId::new(format!("{id}")))),
        2 => (0u8..6, 0u8..8, prop::option::of(0u8..8)).prop_map(|(n, from, to)| Change::Relate(Box::new(relation(n, from, to)))),
        1 => (0u8..6).prop_map(|n| Change::Unrelate(AnnotationId::new(format!("r{n}")))),
        2 => (0u8..6, any::<bool>()).prop_map(|(of, holds)| Change::Review(Box::new(review(of, holds)))),
        1 => (0u8..6).prop_map(|of| Change::Unreview(target(of))),
        2 => (0u8..4, any::<bool>()).prop_map(|(of, again)| Change::Remark(Box::new(remark(of, again)))),
        1 => (0u8..4).prop_map(|of| Change::Unremark(remark(of, false).about)),
        2 => (0u8..8, 0usize..100).prop_map(|(id, at)| Change::Orphan(Box::new(orphan(id, at)))),
        1 => (0u8..8).prop_map(|id| Change::Unorphan(AnnotationId::new(format!("{id}")))),
        1 => (0usize..2, 0u8..3).prop_map(|(path, n)| Change::PutField(Field::new(Field::PATHS[path], &format!("[ {n} ]")))),
        1 => (0usize..2).prop_map(|path| Change::RemoveField(Field::PATHS[path].into())),
        1 => prop::sample::select(vec![State::Todo, State::InProgress, State::Done]).prop_map(Change::SetState),
    ]
}

/// An annotation that has lost its place.
fn orphan(id: u8, start: usize) -> Orphan {
    let text = SourceText::new(TEXT);
    let document = Document { file: "a.txt".into(), text, sha256: "".into(), language: None };
    Orphan::of(&annotation(id, start, 3), &document)
}

fn relation(n: u8, from: u8, to: Option<u8>) -> Relation {
    let id = |n: u8| AnnotationId::new(format!("{n}"));
    let there =
        || RelationEnd::There { file: "b.txt".into(), annotator: target(0).annotator, annotation: id(from) };
    let to = to.map_or_else(there, |to| RelationEnd::Here(id(to)));
    let id_of = AnnotationId::new(format!("r{n}"));
    Relation {
        id: id_of,
        label: "supports".into(),
        from: id(from),
        to,
        note: String::new(),
        extra: Default::default(),
    }
}

fn target(of: u8) -> ReviewTarget {
    let annotator = Annotator::new(["ravi", "meera"][usize::from(of % 2)]).unwrap();
    ReviewTarget { annotator, annotation: AnnotationId::new(format!("{}", of / 2)) }
}

fn remark(of: u8, again: bool) -> Remark {
    let who = |name: &str| Annotator::new(name).unwrap();
    let about = match of {
        0 => RemarkSubject::Return(who("ravi")),
        1 => RemarkSubject::Answer { reviewer: who("lead"), annotation: None },
        2 => RemarkSubject::Answer { reviewer: who("lead"), annotation: Some(AnnotationId::new("1")) },
        _ => RemarkSubject::Nothing(annotation(0, 0, 0).spans),
    };
    let mut remark = Remark::new(about, "why", &"2026-01-02T03:04:05Z".parse().unwrap());
    remark.round += u32::from(again);
    remark
}

fn review(of: u8, holds: bool) -> Review {
    let verdict = if holds { Verdict::Accepted } else { Verdict::Rejected };
    let (comment, extra) = (String::new(), Default::default());
    Review { of: target(of), saw: None, verdict, comment, heard: 0, at: None, extra }
}

fn any_transactions() -> impl Strategy<Value = Vec<Vec<Change>>> {
    prop::collection::vec(prop::collection::vec(any_change(), 1..6), 1..12)
}

const ARTICLE: &str = "a.txt";

fn transaction(name: &str, changes: Vec<Change>) -> Transaction {
    Transaction::new(name, ARTICLE, changes)
}

/// One article with its history.
#[derive(Clone)]
struct Article {
    sets: HashMap<Arc<str>, AnnotationSet>,
    history: History,
}

impl Article {
    fn new() -> Self {
        let set = AnnotationSet::new(Annotator::new("asha").unwrap());
        Self { sets: HashMap::from([(ARTICLE.into(), set)]), history: History::default() }
    }

    fn set(&self) -> AnnotationSet {
        self.sets[ARTICLE].clone()
    }

    fn position(&self) -> u64 {
        self.history.position(ARTICLE)
    }

    fn apply(&mut self, transaction: Transaction) -> bool {
        self.history.apply(&mut self.sets, transaction).is_ok()
    }

    fn undo(&mut self) -> Option<UndoOutcome> {
        self.history.undo(&mut self.sets, &ARTICLE.into())
    }

    fn redo(&mut self) -> Option<UndoOutcome> {
        self.history.redo(&mut self.sets, &ARTICLE.into())
    }
}

proptest! {
    #[test]
    fn a_transaction_and_its_inverse_are_nothing(transactions in any_transactions()) {
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        for changes in transactions {
            let before = set.clone();
            if let Ok(inverse) = Changes::from(changes).apply(&mut set) {
                let after = set.clone();
                let again = inverse.apply(&mut set).unwrap();
                prop_assert_eq!(&set, &before);
                again.apply(&mut set).unwrap();
                prop_assert_eq!(&set, &after);
            } else { prop_assert_eq!(&set, &before) }
        }
    }

    #[test]
    fn amended_transactions_are_one_step_of_undo(transactions in any_transactions()) {
        let mut article = Article::new();
        prop_assert!(article.apply(transaction("Before", vec![Change::SetState(State::Done)])));
        let before = (article.set(), article.position());
        prop_assert!(article.apply(transaction("Type", Vec::new())));
        for changes in transactions {
            let known = (article.set(), article.position());
            let more = transaction("More", changes);
            if article.history.amend(&mut article.sets, more).is_err() {
                prop_assert_eq!((article.set(), article.position()), known);
            }
        }
        let typed = article.set();
        let mut cancelled = article.clone();
        prop_assert_eq!(&*article.undo().unwrap().name, "Type");
        prop_assert_eq!(&(article.set(), article.position()), &before);
        article.redo().unwrap();
        prop_assert_eq!(article.set(), typed);
        cancelled.history.cancel(&mut cancelled.sets, &ARTICLE.into()).unwrap();
        prop_assert_eq!((cancelled.set(), cancelled.position()), before);
        prop_assert_eq!(cancelled.history.next_redo(ARTICLE), None);
    }

    #[test]
    fn many_changes_at_once_are_the_same_as_one_after_another(
        first in prop::collection::vec(0u8..60, 0..60),
        changes in prop::collection::vec((0u8..60, 0usize..100, any::<bool>()), 1..80),
    ) {
        let mut at_once = AnnotationSet::new(Annotator::new("asha").unwrap());
        at_once.insert_all(BTreeSet::from_iter(first).into_iter().map(|id| annotation(id, 7, 3)).collect());
        let mut one_by_one = at_once.clone();
        let change = |(id, at, puts): &(u8, usize, bool)| match puts {
            true => Change::Put(Box::new(annotation(*id, *at, 2))),
            false => Change::Remove(AnnotationId::new(format!("{id}"))),
        };
        let mut ordered = changes;
        // Long runs of one kind, so that they are made in one pass.
        ordered.sort_by_key(|(id, _, puts)| (*puts, id % 2));
        let all: Vec<Change> = ordered.iter().map(change).collect();
        let done: Result<Vec<Change>, _> = all.iter().map(|c| c.clone().apply(&mut one_by_one)).collect();
        let bulk = Changes::from(all).apply(&mut at_once);
        prop_assert_eq!(bulk.is_ok(), done.is_ok());
        if let (Ok(bulk), Ok(done)) = (bulk, done) {
            prop_assert_eq!(&at_once, &one_by_one);
            let back: Vec<Change> = done.into_iter().rev().collect();
            prop_assert_eq!(bulk.as_slice(), back);
        }
    }

    #[test]
    fn history_goes_all_the_way_back_and_forth(transactions in any_transactions()) {
        let mut article = Article::new();
        let mut states = vec![(article.position(), article.set())];
        for changes in transactions {
            if article.apply(transaction("Try", changes)) {
                states.push((article.position(), article.set()));
            }
        }
        prop_assert_eq!(article.history.unsaved_steps(ARTICLE), states.len() - 1);
        for (position, expected) in states.iter().rev().skip(1) {
            prop_assert!(article.undo().is_some());
            prop_assert_eq!(&article.set(), expected);
            prop_assert_eq!(article.position(), *position);
        }
        prop_assert!(article.undo().is_none());
        prop_assert!(!article.history.is_dirty(ARTICLE));
        prop_assert_eq!(article.history.unsaved_steps(ARTICLE), 0);
        for (position, expected) in states.iter().skip(1) {
            prop_assert!(article.redo().is_some());
            prop_assert_eq!(&article.set(), expected);
            prop_assert_eq!(article.position(), *position);
        }
    }

    #[test]
    fn a_set_stays_in_file_order(transactions in any_transactions()) {
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        for changes in transactions {
            let _ = Changes::from(changes).apply(&mut set);
            let keys: Vec<_> = set.annotations().iter().map(|a| (a.spans.first().start(), a.spans.last().end(), a.id.clone())).collect();
            prop_assert!(keys.is_sorted());
        }
    }
}
