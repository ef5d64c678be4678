//! Two copies of one annotator's set, and two people who copy their files about.

pub(crate) mod cases;
mod fields;
mod identifiers;
mod remarks;
mod three;
mod unchanged;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tippani::analysis::{MergeConflictKind, Merged, merge};
use tippani::edit::Change;
use tippani::format::{article, sidecar};
use tippani::jobs::merge::{MergeOptions, merge as merge_files};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, Relation,
    RelationEnd, Review, ReviewTarget, State, Timestamp, Value, Verdict,
};
use tippani::store::{self, SetState};
use tippani::text::{ByteOffset, Span};

const TEXT: &str = "राष्ट्रपति और प्रधानमंत्री ने दिल्ली में बात की 🔴 GST Council met\n";

fn document() -> Document {
    article::decode("a.txt", TEXT.as_bytes()).value
}

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn id(n: u8) -> AnnotationId {
    AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ570D1V{n:02}"))
}

fn time(second: u32) -> Option<Timestamp> {
    format!("2026-01-02T03:{:02}:{:02}Z", second / 60 % 60, second % 60).parse().ok()
}

/// A mark over one of the words of the text.
fn mark(n: u8, word: usize, label: &str, at: u32) -> Annotation {
    let document = document();
    let words: Vec<_> = tippani::text::words(document.text.as_str());
    let word = words[word % words.len()].clone();
    let span = Span::new(&document.text, ByteOffset::new(word.start), ByteOffset::new(word.end)).unwrap();
    Annotation::new(id(n), AnnotationKind::Entity, label, span.into(), time(at).unwrap())
}

fn set(annotations: Vec<Annotation>) -> AnnotationSet {
    AnnotationSet::new(asha()).with_annotations(annotations).0
}

fn link(n: u8, from: u8, to: u8) -> Relation {
    let (from, to) = (id(from), RelationEnd::Here(id(to)));
    Relation { id: id(n), label: "supports".into(), from, to, note: String::new(), extra: Default::default() }
}

/// What a merge of these keeps, as (number, label, note), and the kinds of conflicts.
#[track_caller]
fn check(
    base: Option<&AnnotationSet>,
    one: &AnnotationSet,
    other: &AnnotationSet,
    kept: &[(&str, &str)],
    conflicts: usize,
) {
    let merged = merge(base, one, other);
    let found: Vec<_> = merged.set.annotations().iter().map(|a| (&*a.label, &*a.note)).collect();
    assert_eq!(found, kept, "{:?}", merged.conflicts);
    assert_eq!(merged.conflicts.len(), conflicts, "{:?}", merged.conflicts);
    let turned = merge(base, other, one);
    assert_eq!(
        (&turned.set, turned.conflicts.len()),
        (&merged.set, conflicts),
        "the order makes no difference"
    );
}

#[test]
fn changes_of_different_fields_go_together() {
    let base = set(vec![mark(1, 0, "person", 1)]);
    let with = |change: &dyn Fn(&mut Annotation)| {
        let mut annotation = mark(1, 0, "person", 1);
        change(&mut annotation);
        set(vec![annotation])
    };
    let noted = with(&|a| (a.note, a.modified) = ("a note".into(), time(5)));
    let labelled = with(&|a| (a.label, a.modified) = ("event".into(), time(3)));
    check(Some(&base), &noted, &labelled, &[("event", "a note")], 0);
    let other = with(&|a| (a.label, a.modified) = ("product".into(), time(9)));
    check(Some(&base), &labelled, &other, &[("product", ""), ("event", "")], 1);
    check(None, &noted, &labelled, &[("person", "a note"), ("event", "")], 1);
    let valued = |value: &str| {
        with(&|a| {
            a.attributes.insert("topic".into(), AttributeValue::from(Value::Text(value.into())));
        })
    };
    check(Some(&base), &valued("dam"), &labelled, &[("event", "")], 0);
    check(Some(&base), &valued("dam"), &valued("bridge"), &[("person", ""), ("person", "")], 1);
}

#[test]
fn what_one_deleted_is_gone_unless_the_other_needs_it() {
    let (base, none) = (set(vec![mark(1, 0, "person", 1)]), set(vec![]));
    check(Some(&base), &base, &none, &[], 0);
    check(None, &base, &none, &[("person", "")], 0);
    let mut changed = mark(1, 0, "person", 1);
    changed.note = "a note".into();
    check(Some(&base), &set(vec![changed]), &none, &[("person", "a note")], 1);
    let both = set(vec![mark(1, 0, "person", 1), mark(2, 2, "event", 1)]);
    let mut linked = both.clone();
    linked.insert_relation(link(3, 2, 1));
    let deleted = set(vec![mark(2, 2, "event", 1)]);
    check(Some(&both), &linked, &deleted, &[("person", ""), ("event", "")], 1);
    let kind = &merge(Some(&both), &linked, &deleted).conflicts[0].kind;
    assert_eq!(*kind, MergeConflictKind::NeededByRelation);
}

#[test]
fn what_both_marked_alike_stands_once() {
    let mut one = set(vec![mark(1, 0, "person", 1), mark(2, 2, "event", 1)]);
    one.insert_relation(link(8, 2, 1));
    let other = set(vec![mark(3, 0, "person", 4)]);
    check(None, &one, &other, &[("person", ""), ("event", "")], 0);
    let mut other = set(vec![mark(0, 0, "person", 4)]);
    other.insert_relation(link(9, 0, 0));
    let merged = merge(None, &one, &other);
    let ends: Vec<_> = merged.set.relations().map(|r| (r.from.clone(), r.to.clone())).collect();
    assert_eq!(ends, [(id(2), RelationEnd::Here(id(0))), (id(0), RelationEnd::Here(id(0)))]);
}

#[test]
fn of_several_alike_the_same_stay_whichever_copy_is_first() {
    let one = set(vec![mark(1, 0, "person", 1), mark(2, 0, "person", 1)]);
    let other = set(vec![mark(3, 0, "person", 4), mark(4, 0, "person", 4), mark(5, 0, "person", 4)]);
    check(None, &one, &other, &[("person", ""), ("person", ""), ("person", "")], 0);
}

#[test]
fn what_was_put_beside_may_be_worked_on_before_the_copy_comes_again() {
    let one = set(vec![mark(1, 0, "person", 9)]);
    let other = set(vec![mark(1, 0, "event", 3)]);
    let mut merged = merge(None, &one, &other).set;
    let mut beside =
        merged.annotations().iter().find(|a| &*a.label == "event").map(|a| Annotation::clone(a)).unwrap();
    beside.note = "later work".into();
    beside.modified = time(20);
    merged.insert(beside);
    check(None, &merged, &other, &[("person", ""), ("event", "later work")], 1);
}

/// One change of a set, made at some second.
#[derive(Clone, Debug)]
enum Edit {
    Add(u8, usize),
    Label(u8, bool),
    Note(u8, u8),
    Delete(u8),
    Done,
}

fn any_edit(fresh: std::ops::Range<u8>) -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => (fresh, 0..8usize).prop_map(|(n, word)| Edit::Add(n, word)),
        2 => (0..30u8, any::<bool>()).prop_map(|(n, which)| Edit::Label(n, which)),
        2 => (0..30u8, 0..4u8).prop_map(|(n, note)| Edit::Note(n, note)),
        1 => (0..30u8).prop_map(Edit::Delete),
        1 => Just(Edit::Done),
    ]
}

/// Carries an edit out; one that fits nothing does nothing.
fn edit(set: &mut AnnotationSet, edit: &Edit, at: u32) {
    let nth = |n: u8| {
        let all = set.annotations();
        (!all.is_empty()).then(|| Annotation::clone(&all[n as usize % all.len()]))
    };
    let change = match edit {
        Edit::Add(n, word) if set.get(&id(*n)).is_none() => {
            Some(Change::Put(Box::new(mark(*n, *word, "person", at))))
        }
        Edit::Add(..) => None,
        Edit::Label(n, which) => nth(*n).map(|mut a| {
            (a.label, a.modified) = (if *which { "event" } else { "location" }.into(), time(at));
            Change::Put(Box::new(a))
        }),
        Edit::Note(n, note) => nth(*n).map(|mut a| {
            (a.note, a.modified) = (format!("note {note}"), time(at));
            Change::Put(Box::new(a))
        }),
        Edit::Delete(n) => nth(*n).map(|a| Change::Remove(a.id)),
        Edit::Done => Some(Change::SetState(State::Done)),
    };
    if let Some(change) = change {
        change.apply(set).unwrap();
    }
}

fn edited(set: &AnnotationSet, edits: &[Edit], from: u32) -> AnnotationSet {
    let mut set = set.clone();
    for (n, one) in edits.iter().enumerate() {
        edit(&mut set, one, from + u32::try_from(n).unwrap());
    }
    set
}

/// What an annotation says, whoever it is called.
fn says(annotation: &Annotation) -> String {
    format!("{} {} {:?}", annotation.label, annotation.note, annotation.spans)
}

proptest! {
    #[test]
    fn a_merge_loses_nothing(
        before in prop::collection::vec(any_edit(0..10), 0..8),
        mine in prop::collection::vec(any_edit(10..20), 0..8),
        theirs in prop::collection::vec(any_edit(20..30), 0..8),
        known in any::<bool>(),
    ) {
        let base = edited(&set(vec![]), &before, 0);
        let (one, other) = (edited(&base, &mine, 20), edited(&base, &theirs, 40));
        let base = known.then_some(&base);
        let Merged { set: merged, conflicts } = merge(base, &one, &other);
        prop_assert_eq!(&merge(base, &other, &one).set, &merged);
        prop_assert_eq!(&merge(base, &merged, &other).set, &merged);
        let alone = merge(base, &one, &one).set;
        prop_assert_eq!(alone.annotations(), one.annotations());
        // Every field that somebody changed is somewhere, unless it is deleted where nobody changed it.
        let has: BTreeSet<String> = merged.annotations().iter().flat_map(|a| [a.label.to_string(), a.note.clone()]).collect();
        for (own, others) in [(&one, &other), (&other, &one)] {
            for annotation in own.annotations() {
                let before = base.and_then(|base| base.get(&annotation.id));
                let untouched = before.is_some_and(|before| says(before) == says(annotation));
                if untouched {
                    continue;
                }
                // What one noted and the other only marked stands once, with the note.
                let noted = |a: &Annotation| annotation.note.is_empty() && a.label == annotation.label;
                let twin = |a: &Annotation| noted(a) && a.spans == annotation.spans;
                let there = merged.annotations().iter().any(|a| says(a) == says(annotation) || twin(a));
                let joined = merged.get(&annotation.id).is_some() && others.get(&annotation.id).is_some();
                prop_assert!(there || joined, "{annotation:?} is lost, {conflicts:?}");
                prop_assert!(before.is_some_and(|b| b.label == annotation.label) || has.contains(&*annotation.label));
                let noted = before.is_some_and(|b| b.note == annotation.note) || annotation.note.is_empty();
                prop_assert!(noted || has.contains(&annotation.note));
            }
        }
        // And it is a sidecar that can be read again.
        let bytes = sidecar::encode(&merged, &document()).unwrap();
        let again = sidecar::decode(&bytes, &document()).unwrap();
        prop_assert_eq!(again.value, merged);
    }
}

/// What happens on one of two machines.
#[derive(Clone, Debug)]
enum Move {
    /// Somebody edits their annotations there.
    Edit { machine: usize, ravi: bool, edit: Edit },
    /// Somebody says a word on an annotation of the other.
    Review { machine: usize, ravi: bool, of: u8 },
    /// Files are copied both ways; where both changed, they are merged.
    Sync,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        5 => (0..2usize, any::<bool>(), any_edit(0..90)).prop_map(|(machine, ravi, edit)| Move::Edit { machine, ravi, edit }),
        2 => (0..2usize, any::<bool>(), any::<u8>()).prop_map(|(machine, ravi, of)| Move::Review { machine, ravi, of }),
        2 => Just(Move::Sync),
    ]
}

fn who(ravi: bool) -> Annotator {
    if ravi { Annotator::new("ravi").unwrap() } else { asha() }
}

fn sidecar_of(root: &Path, annotator: &Annotator) -> PathBuf {
    store::sidecar_path(root, "a.txt", annotator).unwrap()
}

/// Reads somebody's set, lets it be changed, and writes it as the program does.
fn work(root: &Path, annotator: &Annotator, change: impl FnOnce(&mut AnnotationSet)) {
    let loaded = store::load(root, "a.txt", annotator).unwrap();
    let mut set = match loaded.set {
        SetState::Ready(set) => set,
        SetState::None => AnnotationSet::new(annotator.clone()),
        SetState::Outdated(_) | SetState::Blocked(_) => panic!("the sidecar cannot be used"),
    };
    change(&mut set);
    store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
}

/// Copies every sidecar to the other machine; what changed on both is merged by what was last the same.
fn sync(machines: [&Path; 2], last: &Path) {
    for annotator in [who(false), who(true)] {
        let [one, other] = machines.map(|root| sidecar_of(root, &annotator));
        let base = sidecar_of(last, &annotator);
        let read = |path: &Path| fs::read(path).ok();
        let (a, b, before) = (read(&one), read(&other), read(&base));
        match (a, b) {
            (None, None) => continue,
            (Some(a), b) if b.is_none() || b == before => fs::write(&other, a).unwrap(),
            (a, Some(b)) if a.is_none() || a == before => fs::write(&one, b).unwrap(),
            _ => {
                let base = base.exists().then(|| base.clone());
                let how = MergeOptions { mine: one.clone(), theirs: other.clone(), base, dry: false };
                merge_files(&how).unwrap();
                fs::copy(&one, &other).unwrap();
            }
        }
        fs::copy(&one, &base).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn two_people_who_sync_lose_nothing(moves in prop::collection::vec(any_move(), 1..24)) {
        let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
        let [one, other, last] = [folders[0].path(), folders[1].path(), folders[2].path()];
        for root in [one, other, last] {
            fs::write(root.join("a.txt"), TEXT).unwrap();
        }
        let (mut made, mut deleted) = (BTreeMap::new(), BTreeSet::new());
        let mut verdicts = BTreeSet::new();
        for (at, step) in moves.iter().enumerate() {
            let at = u32::try_from(at).unwrap();
            match step {
                Move::Edit { machine, ravi, edit: step } => work([one, other][*machine], &who(*ravi), |set| {
                    let places = |set: &AnnotationSet| -> BTreeMap<_, _> {
                        set.annotations().iter().map(|a| ((*ravi, a.id.clone()), a.spans.clone())).collect()
                    };
                    let before = places(set);
                    edit(set, step, at);
                    let after = places(set);
                    deleted.extend(before.into_keys().filter(|key| !after.contains_key(key)));
                    made.extend(after);
                }),
                Move::Review { machine, ravi, of } => {
                    let root = [one, other][*machine];
                    let hash = |root: &Path| fs::read(sidecar_of(root, &who(!ravi))).ok();
                    let before = hash(root);
                    let SetState::Ready(theirs) = store::load(root, "a.txt", &who(!ravi)).unwrap().set else { continue };
                    let all = theirs.annotations();
                    if all.is_empty() {
                        continue;
                    }
                    let target = all[usize::from(*of) % all.len()].id.clone();
                    work(root, &who(*ravi), |set| {
                        let of = ReviewTarget { annotator: who(!ravi), annotation: target.clone() };
                        let verdict = Verdict::Question;
                        let review = Review { of, saw: None, verdict, comment: String::new(), heard: 0, at: time(at), extra: Default::default() };
                        Change::Review(Box::new(review)).apply(set).unwrap();
                    });
                    verdicts.insert((*ravi, target));
                    prop_assert_eq!(hash(root), before, "a review changes no file of another");
                }
                Move::Sync => sync([one, other], last),
            }
        }
        sync([one, other], last);
        for ravi in [false, true] {
            let load = |root: &Path| store::load(root, "a.txt", &who(ravi)).unwrap().set;
            let (a, b) = (load(one), load(other));
            let (SetState::Ready(a), SetState::Ready(b)) = (a, b) else { continue };
            prop_assert_eq!(&a, &b, "both machines hold the same");
            let own = made.iter().filter(|(key, _)| key.0 == ravi && !deleted.contains(*key));
            for ((_, id), spans) in own {
                // What was made alike on both machines stands once.
                let twin = || a.annotations().iter().any(|twin| twin.spans == *spans);
                let deleted = || deleted.iter().any(|key| key.0 == ravi && made[key] == *spans);
                prop_assert!(a.get(id).is_some() || twin() || deleted(), "{id} is lost");
            }
            for (_, target) in verdicts.iter().filter(|(who, _)| *who == ravi) {
                prop_assert!(a.reviews().any(|review| review.of.annotation == *target));
            }
        }
    }
}
