//! Three copies of one set, each changed on its own: whichever two meet first, the same file comes of it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tippani::analysis::merge;
use tippani::format::sidecar;
use tippani::model::{
    Annotation, AnnotationKind, AnnotationSet, AttributeValue, ContentHash, Extra, Orphan, Relation,
    RelationEnd, Remark, RemarkSubject, Review, ReviewTarget, State, Unread, Value, Verdict,
};

use super::{asha, document, id, link, mark, set, time, who};

/// One change of a copy; the first number says of which entry.
#[derive(Clone, Debug)]
enum Step {
    Add(usize),
    Label(usize, u8),
    Move(usize, usize),
    Attribute(usize, u8, Option<u8>),
    Entity(usize, Option<u8>),
    Note(usize, u8),
    Delete(usize),
    Link(usize, usize),
    Relink(usize, u8),
    Unlink(usize),
    Judge(u8, u8, u8),
    Say(u8, u8, u32),
    Field(usize, u8, Option<u8>),
    Orphan(u8, Option<u8>),
    Unread(u8, bool),
    State(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    let n = || 0..8usize;
    prop_oneof![
        3 => n().prop_map(Step::Add),
        3 => (n(), 0..5u8).prop_map(|(n, label)| Step::Label(n, label)),
        3 => (n(), n()).prop_map(|(n, word)| Step::Move(n, word)),
        2 => (n(), 0..2u8, prop::option::of(0..3u8)).prop_map(|(n, name, value)| Step::Attribute(n, name, value)),
        1 => (n(), prop::option::of(0..3u8)).prop_map(|(n, value)| Step::Entity(n, value)),
        2 => (n(), 0..3u8).prop_map(|(n, note)| Step::Note(n, note)),
        2 => n().prop_map(Step::Delete),
        2 => (n(), n()).prop_map(|(from, to)| Step::Link(from, to)),
        1 => (n(), 0..3u8).prop_map(|(n, label)| Step::Relink(n, label)),
        1 => n().prop_map(Step::Unlink),
        1 => (0..2u8, 0..3u8, 0..3u8).prop_map(|(of, verdict, comment)| Step::Judge(of, verdict, comment)),
        1 => (0..3u8, 0..3u8, 1..3u32).prop_map(|(of, text, round)| Step::Say(of, text, round)),
        2 => (n(), 0..2u8, prop::option::of(0..4u8)).prop_map(|(of, key, value)| Step::Field(of, key, value)),
        1 => (0..2u8, prop::option::of(0..2u8)).prop_map(|(of, note)| Step::Orphan(of, note)),
        1 => (0..3u8, any::<bool>()).prop_map(|(n, there)| Step::Unread(n, there)),
        1 => (0..3u8).prop_map(Step::State),
    ]
}

fn any_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any_step(), 0..most)
}

fn extra_with(extra: &Extra, key: u8, value: Option<u8>) -> Extra {
    let mut extra = extra.clone();
    let path = format!("x-{key}");
    match value {
        // Lists are united, other values are not.
        Some(n) if key == 1 => extra.keep(path, format!("[{}]", ["1, 2", "2", "3, 1", "4"][usize::from(n)])),
        Some(n) => extra.keep(path, n.to_string()),
        None => drop(extra.forget(&path)),
    }
    extra
}

fn nth(set: &AnnotationSet, n: usize) -> Option<Annotation> {
    let all = set.annotations();
    (!all.is_empty()).then(|| Annotation::clone(&all[n % all.len()]))
}

fn nth_link(set: &AnnotationSet, n: usize) -> Option<Relation> {
    set.relations().nth(n % set.relations().len().max(1)).cloned()
}

/// Carries a step out at some second; one that fits nothing does nothing. New entries are called by `fresh`.
fn step(set: &mut AnnotationSet, step: &Step, fresh: u8, at: u32) {
    match *step {
        Step::Add(word) => drop(set.insert(mark(fresh, word, "person", at))),
        Step::Label(n, _)
        | Step::Move(n, _)
        | Step::Attribute(n, ..)
        | Step::Entity(n, _)
        | Step::Note(n, _)
        | Step::Field(n @ 3.., ..) => {
            if let Some(mut annotation) = nth(set, n) {
                change(&mut annotation, step);
                annotation.modified = time(at);
                set.insert(annotation);
            }
        }
        Step::Delete(n) => {
            let Some(annotation) = nth(set, n) else { return };
            let links: Vec<_> = set.relations_of(&annotation.id).map(|link| link.id.clone()).collect();
            for link in &links {
                set.remove_relation(link);
            }
            set.remove(&annotation.id);
        }
        Step::Link(from, to) => {
            let (Some(from), Some(to)) = (nth(set, from), nth(set, to)) else { return };
            let to = RelationEnd::Here(to.id);
            set.insert_relation(Relation { from: from.id, to, ..link(fresh, 0, 0) });
        }
        Step::Relink(n, label) => {
            let Some(link) = nth_link(set, n) else { return };
            let label = ["supports", "refutes", "related"][usize::from(label)].into();
            set.insert_relation(Relation { label, ..link });
        }
        Step::Unlink(n) => {
            if let Some(link) = nth_link(set, n) {
                set.remove_relation(&link.id);
            }
        }
        Step::Field(2, key, value) => {
            let Some(link) = nth_link(set, 2) else { return };
            let extra = extra_with(&link.extra, key, value);
            set.insert_relation(Relation { extra, ..link });
        }
        Step::Field(_, key, value) => set.extra = extra_with(&set.extra, key, value),
        Step::Judge(..) | Step::Say(..) => review(set, step, at),
        Step::Orphan(of, note) => {
            let mut orphan = Orphan::of(&mark(95 + of, 3, "person", 1), &document());
            orphan.modified = time(at);
            let Some(note) = note else { return drop(set.remove_orphan(&orphan.id)) };
            ["", "lost"][usize::from(note)].clone_into(&mut orphan.note);
            set.insert_orphan(orphan);
        }
        Step::Unread(n, is_there) => {
            let (json, reason) = (n.to_string(), "it is a number".to_owned());
            let entry = Unread { list: "relations", json, reason };
            set.unread.retain(|known| *known != entry);
            set.unread.extend(is_there.then_some(entry));
        }
        Step::State(state) => {
            set.set_state([State::Todo, State::InProgress, State::Done][usize::from(state)]);
        }
    }
}

fn change(annotation: &mut Annotation, step: &Step) {
    match *step {
        Step::Label(_, label) => {
            let labels = ["person", "event", "location", "statement", "figure"];
            annotation.label = labels[usize::from(label)].into();
            annotation.kind = if label < 3 { AnnotationKind::Entity } else { AnnotationKind::Claim };
        }
        Step::Move(_, word) => annotation.spans = mark(0, word, "person", 0).spans,
        Step::Attribute(_, name, value) => {
            let name = ["b", "a"][usize::from(name)];
            match value {
                Some(value) => {
                    let value = AttributeValue::from(Value::Number(f64::from(value)));
                    annotation.attributes.insert(name.into(), value);
                }
                None => drop(annotation.attributes.shift_remove(name)),
            }
        }
        Step::Entity(_, value) => annotation.entity = value.map(|n| format!("e-{n}").as_str().into()),
        Step::Note(_, note) => ["", "one", "two"][usize::from(note)].clone_into(&mut annotation.note),
        Step::Field(_, key, value) => annotation.extra = extra_with(&annotation.extra, key, value),
        _ => unreachable!("{step:?}"),
    }
}

/// What is said of others' work.
fn review(set: &mut AnnotationSet, step: &Step, at: u32) {
    match *step {
        Step::Judge(of, verdict, comment) => {
            let of = ReviewTarget { annotator: who(true), annotation: id(of) };
            set.insert_review(Review {
                of,
                saw: Some(ContentHash::from_bytes([comment; 16])),
                verdict: [Verdict::Accepted, Verdict::Rejected, Verdict::Question][usize::from(verdict)],
                comment: ["", "edges", "see the map"][usize::from(comment)].into(),
                heard: u32::from(comment),
                at: time(at),
                extra: Extra::default(),
            });
        }
        Step::Say(of, text, round) => {
            let about = match of {
                0 => RemarkSubject::Return(who(true)),
                1 => RemarkSubject::Answer { reviewer: who(true), annotation: None },
                _ => RemarkSubject::Nothing(mark(1, 0, "person", 0).spans),
            };
            let is_decision = of == 2;
            let saw = if is_decision { vec![ContentHash::from_bytes([text; 16])] } else { Vec::new() };
            let words = ["", "why", "so"][usize::from(text)];
            set.insert_remark(Remark {
                about,
                text: if is_decision { "" } else { words }.into(),
                round: if is_decision { 1 } else { round },
                saw,
                at: time(at),
                extra: Extra::default(),
            });
        }
        _ => unreachable!("{step:?}"),
    }
}

/// A copy of `base` after these steps; clocks go their own ways.
fn copy(base: &AnnotationSet, steps: &[Step], fresh: u8, clock: u32) -> AnnotationSet {
    let mut set = base.clone();
    for (n, one) in (0u8..).zip(steps) {
        step(&mut set, one, fresh + n, clock + u32::from(n) * 7 % 5);
    }
    // What is as it was was undone: undo brings times back, too.
    for annotation in base.annotations() {
        let now = set
            .get(&annotation.id)
            .map(|now| Annotation { modified: annotation.modified.clone(), ..Annotation::clone(now) });
        if now.as_ref() == Some(&**annotation) {
            set.insert(Annotation::clone(annotation));
        }
    }
    set
}

fn bytes(set: &AnnotationSet) -> String {
    String::from_utf8(sidecar::encode(set, &document()).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn it_makes_no_difference_which_copies_meet_first(
        before in any_steps(8),
        (one, other, third) in (any_steps(6), any_steps(6), any_steps(6)),
        clocks in [0..60u32, 0..60u32, 0..60u32],
        known in prop::bool::weighted(0.8),
    ) {
        // Without the base nothing counts as deleted; a mark that is deleted and made again is another then.
        let lasting = |steps: Vec<Step>| -> Vec<Step> {
            let lasts = |step: &Step| known || !matches!(step, Step::Delete(_) | Step::Unlink(_));
            steps.into_iter().filter(lasts).collect()
        };
        let (one, other, third) = (lasting(one), lasting(other), lasting(third));
        let base = copy(&set(vec![mark(90, 1, "person", 1)]), &before, 0, 20);
        let a = copy(&base, &one, 10, clocks[0]);
        let b = copy(&base, &other, 20, clocks[1]);
        let c = copy(&base, &third, 30, clocks[2]);
        let base = known.then_some(&base);
        let join = |one: &AnnotationSet, other: &AnnotationSet| merge(base, one, other).set;
        let all = join(&join(&a, &b), &c);
        prop_assert_eq!(bytes(&join(&a, &join(&b, &c))), bytes(&all));
        prop_assert_eq!(bytes(&join(&join(&c, &a), &b)), bytes(&all));
        for own in [&a, &b, &c, &all] {
            prop_assert_eq!(bytes(&join(&all, own)), bytes(&all), "a copy that comes again");
        }
        if let Some(base) = base {
            for own in [&a, &b, &c, &all] {
                prop_assert_eq!(bytes(&join(base, own)), bytes(own), "one side alone, byte for byte");
            }
            changed_values_are_there(base, &[&a, &b, &c], &all);
        }
        prop_assert!(all.relations().all(|link| {
            let here = if let RelationEnd::Here(id) = &link.to { Some(id) } else { None };
            std::iter::once(&link.from).chain(here).all(|id| all.get(id).is_some())
        }), "no link without its ends");
    }
}

/// What an annotation of the base was changed to is in some version of it; where there is one such value, in all.
fn changed_values_are_there(base: &AnnotationSet, copies: &[&AnnotationSet], all: &AnnotationSet) {
    let fields = |a: &Annotation| {
        let values = ["a", "b"].map(|name| format!("{:?}", a.attributes.get(name)));
        let [one, other] = values;
        [
            format!("{:?} {}", a.kind, a.label),
            format!("{:?}", a.spans),
            format!("{:?}", a.entity),
            a.note.clone(),
            one,
            other,
        ]
    };
    let kept: Vec<_> = all.annotations().iter().map(|a| fields(a)).collect();
    for annotation in base.annotations() {
        let before = fields(annotation);
        let versions: Vec<_> =
            copies.iter().filter_map(|set| set.get(&annotation.id)).map(|a| fields(a)).collect();
        for (n, before) in before.iter().enumerate() {
            let values: BTreeSet<&String> = versions.iter().map(|v| &v[n]).filter(|v| *v != before).collect();
            for value in &values {
                assert!(
                    kept.iter().any(|fields| fields[n] == **value),
                    "{value} of {} is lost",
                    annotation.id
                );
            }
            if let ([value], Some(now)) =
                (values.into_iter().collect::<Vec<_>>().as_slice(), all.get(&annotation.id))
            {
                let is_kind_of_link = n == 0 && all.relations_of(&annotation.id).next().is_some();
                assert!(
                    is_kind_of_link || fields(now)[n] == **value,
                    "{value} of {} is not there",
                    annotation.id
                );
            }
        }
    }
}

#[test]
fn a_note_of_the_third_is_in_both_versions_of_the_others() {
    let base = set(vec![mark(1, 0, "person", 1)]);
    let with = |change: &dyn Fn(&mut Annotation)| {
        let mut annotation = mark(1, 0, "person", 1);
        change(&mut annotation);
        set(vec![annotation])
    };
    let (a, b) = (with(&|a| a.label = "event".into()), with(&|a| a.label = "location".into()));
    let c = with(&|a| (a.note, a.modified) = ("seen".into(), time(9)));
    let join = |one: &AnnotationSet, other: &AnnotationSet| merge(Some(&base), one, other).set;
    let all = join(&join(&a, &b), &c);
    let said: Vec<_> = all.annotations().iter().map(|a| (&*a.label, &*a.note)).collect();
    assert_eq!(said, [("location", "seen"), ("event", "seen")]);
    assert_eq!(bytes(&join(&a, &join(&b, &c))), bytes(&all));
    assert_eq!(asha(), all.annotator);
}

#[test]
fn moved_relabelled_and_moved() {
    let base = set(vec![mark(1, 0, "person", 1)]);
    let moved = |word: usize| set(vec![Annotation { modified: time(5), ..mark(1, word, "person", 1) }]);
    let relabelled = set(vec![mark(1, 0, "event", 1)]);
    let join = |one: &AnnotationSet, other: &AnnotationSet| merge(Some(&base), one, other).set;
    let all = join(&join(&moved(2), &relabelled), &moved(3));
    let said: Vec<_> = all.annotations().iter().map(|a| (&*a.label, a.spans.clone())).collect();
    let place = |word: usize| mark(1, word, "person", 1).spans;
    assert_eq!(said, [("event", place(2)), ("event", place(3))]);
    assert_eq!(bytes(&join(&moved(2), &join(&relabelled, &moved(3)))), bytes(&all));
    assert_eq!(bytes(&join(&relabelled, &join(&moved(2), &moved(3)))), bytes(&all));
}
