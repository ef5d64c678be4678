//! Changes made again on whatever a sidecar is by now, beside a plain model.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::analysis::replay;
use tippani::model::{AnnotationId, AnnotationSet, EntryChange, SetEntry, State};

use super::{asha, document, mark};

/// Notes by number of the mark; what is not there has none.
type Plain = BTreeMap<usize, String>;

fn set(plain: &Plain) -> AnnotationSet {
    let document = document("a.txt");
    let marks = plain.iter().map(|(n, note)| mark(&document, *n, note)).collect();
    AnnotationSet::new(asha()).with_annotations(marks).0
}

fn entry(plain: &Plain, n: usize) -> Option<SetEntry> {
    plain.get(&n).map(|note| SetEntry::Annotation(Arc::new(mark(&document("a.txt"), n, note))))
}

/// A change of one mark: what it is to be, or nothing.
fn any_change() -> impl Strategy<Value = (usize, Option<String>)> {
    (
        0_usize..5,
        prop::option::weighted(0.7, prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned)),
    )
}

fn make(plain: &mut Plain, (n, note): &(usize, Option<String>)) {
    match note {
        Some(note) => drop(plain.insert(*n, note.clone())),
        None => drop(plain.remove(n)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_mine_and_nothing_of_theirs_is_lost(
        base in prop::collection::vec(any_change(), 0..6),
        mine in prop::collection::vec(any_change(), 0..8),
        theirs in prop::collection::vec(any_change(), 0..6),
        saved in any::<prop::sample::Index>(),
    ) {
        let mut before = Plain::new();
        for change in &base {
            make(&mut before, change);
        }
        let (mut ours, mut steps, mut changes) = (before.clone(), vec![before.clone()], Vec::new());
        for change in &mine {
            let old = entry(&ours, change.0);
            make(&mut ours, change);
            steps.push(ours.clone());
            let change = EntryChange { before: old, after: entry(&ours, change.0) };
            if change.before.is_some() || change.after.is_some() {
                changes.push(vec![change]);
            }
        }
        // Some of mine may be in the sidecar already.
        let start = &steps[saved.index(steps.len())];
        let mut disk = start.clone();
        for change in &theirs {
            make(&mut disk, change);
        }
        let replayed = replay(&set(&disk), changes.clone());
        for n in 0..5 {
            let now = replayed.set.get(&AnnotationId::new(format!("01{n}"))).map(|a| a.note.clone());
            let (was, mine, theirs) = (before.get(&n), ours.get(&n), disk.get(&n));
            // As it stood at any time of my own work.
            let is_my_past = steps.iter().any(|step| step.get(&n) == theirs);
            if is_my_past {
                prop_assert_eq!(now.as_ref(), mine, "mark {}: nobody else changed it", n);
            } else if mine == was && mine.is_some() {
                prop_assert_eq!(now.as_ref(), theirs, "mark {}: I left it as it was", n);
            } else {
                // Both are there: one in its place, and the other beside it where both are.
                let all: Vec<String> = replayed.set.annotations().iter()
                    .filter(|a| a.id.as_str().starts_with(&format!("01{n}"))).map(|a| a.note.clone()).collect();
                for note in [mine, theirs].into_iter().flatten() {
                    prop_assert!(all.contains(note), "mark {}: {} of {:?} in {:?}", n, note, (mine, theirs), all);
                }
            }
        }
        let again = replay(&replayed.set, changes);
        if replayed.conflicts.is_empty() {
            prop_assert_eq!(again.set, replayed.set, "twice is once");
        }
    }
}

#[test]
fn a_state_is_made_again() {
    let set = AnnotationSet::new(asha());
    let change = |before, after| {
        vec![EntryChange { before: Some(SetEntry::State(before)), after: Some(SetEntry::State(after)) }]
    };
    let changes = [change(State::Todo, State::InProgress), change(State::InProgress, State::Done)];
    assert_eq!(replay(&set, changes).set.state(), State::Done);
}
