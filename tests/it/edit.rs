//! Transactions and their inverses.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tippani::edit::{Change, History, Transaction};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Relation, RelationEnd, Review,
    ReviewTarget, State, Verdict,
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
        1 => prop::sample::select(vec![State::Todo, State::InProgress, State::Done]).prop_map(Change::SetState),
    ]
}

fn relation(n: u8, from: u8, to: Option<u8>) -> Relation {
    let id = |n: u8| AnnotationId::new(format!("{n}"));
    let there =
        || RelationEnd::There { file: "b.txt".into(), annotator: target(0).annotator, annotation: id(from) };
    let to = to.map_or_else(there, |to| RelationEnd::Here(id(to)));
    let id_of = AnnotationId::new(format!("r{n}"));
    Relation { id: id_of, label: "supports".into(), from: id(from), to, extra: Default::default() }
}

fn target(of: u8) -> ReviewTarget {
    let annotator = Annotator::new(["ravi", "meera"][usize::from(of % 2)]).unwrap();
    ReviewTarget { annotator, annotation: AnnotationId::new(format!("{}", of / 2)) }
}

fn review(of: u8, holds: bool) -> Review {
    let verdict = if holds { Verdict::Accepted } else { Verdict::Rejected };
    Review { of: target(of), saw: None, verdict, comment: String::new(), at: None, extra: Default::default() }
}

fn any_transactions() -> impl Strategy<Value = Vec<Vec<Change>>> {
    prop::collection::vec(prop::collection::vec(any_change(), 1..6), 1..12)
}

proptest! {
    #[test]
    fn a_transaction_and_its_inverse_are_nothing(transactions in any_transactions()) {
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        for changes in transactions {
            let before = set.clone();
            if let Ok(inverse) = Transaction::new("Try", changes).apply(&mut set) {
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
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        let mut history = History::default();
        history.apply(&mut set, Transaction::new("Before", vec![Change::SetState(State::Done)])).unwrap();
        let before = (set.clone(), history.position());
        history.apply(&mut set, Transaction::new("Type", Vec::new())).unwrap();
        for changes in transactions {
            let (left, known) = (set.clone(), history.position());
            if history.amend(&mut set, Transaction::new("More", changes)).is_err() {
                prop_assert_eq!((&set, history.position()), (&left, known));
            }
        }
        let typed = set.clone();
        let mut cancelled = (history.clone(), set.clone());
        prop_assert_eq!(history.undo(&mut set).unwrap(), Some("Type".to_owned()));
        prop_assert_eq!((&set, history.position()), (&before.0, before.1));
        history.redo(&mut set).unwrap();
        prop_assert_eq!(&set, &typed);
        cancelled.0.cancel(&mut cancelled.1).unwrap();
        prop_assert_eq!((&cancelled.1, cancelled.0.position()), (&before.0, before.1));
        prop_assert_eq!(cancelled.0.redo_name(), None);
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
        let bulk = Transaction::new("Try", all).apply(&mut at_once);
        prop_assert_eq!(bulk.is_ok(), done.is_ok());
        if let (Ok(bulk), Ok(done)) = (bulk, done) {
            prop_assert_eq!(&at_once, &one_by_one);
            let back: Vec<Change> = done.into_iter().rev().collect();
            prop_assert_eq!(bulk.changes(), back);
        }
    }

    #[test]
    fn history_goes_all_the_way_back_and_forth(transactions in any_transactions()) {
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        let mut history = History::default();
        let mut states = vec![(history.position(), set.clone())];
        for changes in transactions {
            if history.apply(&mut set, Transaction::new("Try", changes)).is_ok() {
                states.push((history.position(), set.clone()));
            }
        }
        prop_assert_eq!(history.unsaved_steps(), states.len() - 1);
        for (position, expected) in states.iter().rev().skip(1) {
            prop_assert!(history.undo(&mut set).unwrap().is_some());
            prop_assert_eq!(&set, expected);
            prop_assert_eq!(history.position(), *position);
        }
        prop_assert!(history.undo(&mut set).unwrap().is_none());
        prop_assert!(!history.is_dirty());
        prop_assert_eq!(history.unsaved_steps(), 0);
        for (position, expected) in states.iter().skip(1) {
            prop_assert!(history.redo(&mut set).unwrap().is_some());
            prop_assert_eq!(&set, expected);
            prop_assert_eq!(history.position(), *position);
        }
    }

    #[test]
    fn a_set_stays_in_file_order(transactions in any_transactions()) {
        let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
        for changes in transactions {
            let _ = Transaction::new("Try", changes).apply(&mut set);
            let keys: Vec<_> = set.annotations().iter().map(|a| (a.spans.first().start(), a.spans.last().end(), a.id.clone())).collect();
            prop_assert!(keys.is_sorted());
        }
    }
}
