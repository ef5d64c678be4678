//! A set of annotations beside a naive one: the same after any changes, however they are made.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, ContentHash, Relation, RelationEnd,
    Review, ReviewTarget, Revision, State, Verdict,
};
use tippani::text::{ByteOffset, SourceText, Span, Spans};

/// Annotations stand in a text of so many bytes.
const LENGTH: usize = 1200;
/// Identifiers are numbers below this: so many that a set of them has many blocks.
const IDS: u16 = 700;

#[derive(Clone, Debug)]
enum Step {
    Put(u16, Index, usize),
    Remove(u16),
    PutAll(Vec<u16>, usize),
    RemoveAll(Vec<u16>),
    Relate(u16, u16, Option<u16>),
    Unrelate(u16),
    Review(u16, Verdict),
    Unreview(u16),
    SetState(State),
    /// A copy is made, and must stay as it is.
    Copy,
}

fn any_step() -> impl Strategy<Value = Step> {
    let (id, few) = (0..IDS, 0..12u16);
    let ids = |most| prop::collection::vec(0..IDS, 0..most);
    let verdict = prop::sample::select(vec![Verdict::Accepted, Verdict::Rejected, Verdict::Question]);
    let state = prop::sample::select(vec![State::Todo, State::InProgress, State::Done]);
    prop_oneof![
        4 => (id.clone(), any::<Index>(), 1..40usize).prop_map(|(id, at, length)| Step::Put(id, at, length)),
        2 => id.prop_map(Step::Remove),
        2 => (ids(400), 1..LENGTH).prop_map(|(ids, length)| Step::PutAll(ids, length)),
        1 => ids(300).prop_map(Step::RemoveAll),
        2 => (few.clone(), few.clone(), prop::option::of(few.clone())).prop_map(|(id, from, to)| Step::Relate(id, from, to)),
        1 => few.clone().prop_map(Step::Unrelate),
        2 => (few.clone(), verdict).prop_map(|(of, verdict)| Step::Review(of, verdict)),
        1 => few.prop_map(Step::Unreview),
        1 => state.prop_map(Step::SetState),
        1 => Just(Step::Copy),
    ]
}

fn id(n: u16) -> AnnotationId {
    AnnotationId::new(format!("{n}"))
}

fn target(n: u16) -> ReviewTarget {
    ReviewTarget { annotator: who(["asha", "ravi"][usize::from(n % 2)]), annotation: id(n / 2) }
}

fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

fn annotation(text: &SourceText, n: u16, start: usize, length: usize) -> Annotation {
    let end = (start + length).min(LENGTH);
    let span = Span::new(text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    Annotation::new(id(n), AnnotationKind::Entity, ["person", "event"][length % 2], Spans::from(span), now)
}

/// A set as one would write it first: maps, and a look at everything for each question.
#[derive(Clone, Debug, Default)]
struct Naive {
    annotations: BTreeMap<AnnotationId, (Annotation, Revision)>,
    relations: BTreeMap<AnnotationId, (Relation, Revision)>,
    reviews: BTreeMap<ReviewTarget, (Review, Revision)>,
    state: State,
}

impl Naive {
    /// Carries a step out on both, and says whether it should have changed something.
    fn step(&mut self, text: &SourceText, set: &mut AnnotationSet, step: &Step) -> bool {
        let unset = Revision::default();
        match step.clone() {
            Step::Put(n, at, length) => {
                let annotation = annotation(text, n, at.index(LENGTH), length);
                let replaced = self.annotations.insert(id(n), (annotation.clone(), unset));
                assert_eq!(set.insert(annotation), replaced.map(|(old, _)| old));
            }
            Step::Remove(n) => {
                let removed = self.annotations.remove(&id(n)).map(|(old, _)| old);
                assert_eq!(set.remove(&id(n)), removed);
                return removed.is_some();
            }
            Step::PutAll(mut ids, length) => {
                ids.sort_unstable();
                ids.dedup();
                let place = |n: u16| usize::from(n) * 31 % LENGTH;
                let all: Vec<_> = ids.iter().map(|n| annotation(text, *n, place(*n), length)).collect();
                let put = |a: &Annotation| {
                    (a.id.clone(), self.annotations.insert(a.id.clone(), (a.clone(), unset)))
                };
                let replaced: Vec<_> =
                    all.iter().map(put).map(|(id, old)| (id, old.map(|(old, _)| Arc::new(old)))).collect();
                assert_eq!(set.insert_all(all), replaced);
                return !ids.is_empty();
            }
            Step::RemoveAll(mut ids) => {
                ids.sort_unstable();
                ids.dedup();
                let ids: Vec<_> = ids.into_iter().map(id).collect();
                let missing = ids.iter().find(|id| !self.annotations.contains_key(id));
                assert_eq!(set.remove_all(&ids).err().as_ref(), missing);
                // Those that are there, then.
                let there: Vec<_> = ids.into_iter().filter(|id| self.annotations.contains_key(id)).collect();
                let expected: Vec<_> =
                    there.iter().filter_map(|id| self.annotations.remove(id)).map(|(a, _)| a).collect();
                if set.get(there.first().unwrap_or(&id(IDS))).is_some() {
                    assert_eq!(set.remove_all(&there), Ok(expected));
                }
                return !there.is_empty();
            }
            Step::Relate(n, from, to) => {
                let there = || RelationEnd::There {
                    file: "b.txt".into(),
                    annotator: who("ravi"),
                    annotation: id(from),
                };
                let to = to.map_or_else(there, |to| RelationEnd::Here(id(to)));
                let relation = Relation {
                    id: id(n),
                    label: "supports".into(),
                    from: id(from),
                    to,
                    note: String::new(),
                    extra: Default::default(),
                };
                let replaced = self.relations.insert(id(n), (relation.clone(), unset)).map(|(old, _)| old);
                assert_eq!(set.insert_relation(relation), replaced);
            }
            Step::Unrelate(n) => {
                let removed = self.relations.remove(&id(n)).map(|(old, _)| old);
                assert_eq!(set.remove_relation(&id(n)), removed);
                return removed.is_some();
            }
            Step::Review(n, verdict) => {
                let (of, comment) = (target(n), String::new());
                let review = Review {
                    of: of.clone(),
                    saw: None,
                    verdict,
                    comment,
                    heard: 0,
                    at: None,
                    extra: Default::default(),
                };
                let replaced = self.reviews.insert(of, (review.clone(), unset)).map(|(old, _)| old);
                assert_eq!(set.insert_review(review), replaced);
            }
            Step::Unreview(n) => {
                let removed = self.reviews.remove(&target(n)).map(|(old, _)| old);
                assert_eq!(set.remove_review(&target(n)), removed);
                return removed.is_some();
            }
            Step::SetState(state) => {
                assert_eq!(set.set_state(state), std::mem::replace(&mut self.state, state));
            }
            Step::Copy => return false,
        }
        true
    }

    /// Takes over the revisions of what was just changed, which came after `before`; the others are as they were.
    fn check_revisions(&mut self, set: &AnnotationSet, before: Revision) {
        let check = |known: &mut Revision, now: Option<Revision>| {
            let now = now.unwrap();
            if *known == Revision::default() {
                assert!(before < now && now <= set.revision());
                *known = now;
            }
            assert_eq!(*known, now);
        };
        self.annotations.iter_mut().for_each(|(id, (_, known))| check(known, set.revision_of(id)));
        self.relations.iter_mut().for_each(|(id, (_, known))| check(known, set.revision_of_relation(id)));
        self.reviews.iter_mut().for_each(|(of, (_, known))| check(known, set.revision_of_review(of)));
    }

    /// What the set is asked, and what it should say; `at` and `length` say where.
    fn check_answers(&self, set: &AnnotationSet, at: usize, length: usize) {
        let mut all: Vec<&Annotation> = self.annotations.values().map(|(annotation, _)| annotation).collect();
        all.sort_by_key(|a| (a.spans.first().start(), a.spans.last().end(), &a.id));
        let own = set.annotations();
        assert_eq!(own.iter().map(AsRef::as_ref).collect::<Vec<&Annotation>>(), all);
        assert_eq!((own.len(), own.iter().len(), own.is_empty()), (all.len(), all.len(), all.is_empty()));
        for (n, annotation) in all.iter().enumerate() {
            assert_eq!((&*own[n], own.position(annotation)), (*annotation, n));
            assert_eq!(set.get(&annotation.id).map(AsRef::as_ref), Some(*annotation));
        }
        assert!(own.get(all.len()).is_none() && set.get(&id(IDS)).is_none());
        let (start, end) = (ByteOffset::new(at), ByteOffset::new(at + length));
        assert_eq!(
            own.starting_before(start),
            all.iter().filter(|a| a.spans.first().start() < start).count()
        );
        let shares = |a: &&&Annotation| a.spans.first().start() < end && a.spans.last().end() > start;
        let within: Vec<&Annotation> = all.iter().filter(shares).copied().collect();
        assert_eq!(
            own.within(start, end).into_iter().map(AsRef::as_ref).collect::<Vec<&Annotation>>(),
            within
        );
        let mut covering: Vec<&Annotation> =
            all.iter().filter(|a| a.spans.contains(start)).copied().collect();
        covering.sort_by_key(|a| a.spans.bytes());
        assert_eq!(own.at(start).into_iter().map(AsRef::as_ref).collect::<Vec<&Annotation>>(), covering);
        if let Some(one) = within.first() {
            let alike = |a: &&&Annotation| a.spans == one.spans && a.label == one.label;
            let exactly = own.exactly(one.spans.first(), &one.label).map(AsRef::as_ref);
            assert_eq!(exactly, all.iter().find(alike).copied());
        }
        assert!(set.relations().eq(self.relations.values().map(|(relation, _)| relation)));
        for end in (0..12).map(id) {
            let touches = |r: &&Relation| r.from == end || r.to == RelationEnd::Here(end.clone());
            let expected = self.relations.values().map(|(relation, _)| relation).filter(touches);
            assert!(set.relations_of(&end).eq(expected), "{end}");
            assert_eq!(set.relation(&end), self.relations.get(&end).map(|(relation, _)| relation));
        }
        assert!(set.reviews().eq(self.reviews.values().map(|(review, _)| review)));
        for of in (0..12).map(target) {
            assert_eq!(set.review(&of), self.reviews.get(&of).map(|(review, _)| review));
        }
        assert_eq!(set.state(), self.state);
        let nothing = all.is_empty() && self.relations.is_empty() && self.reviews.is_empty();
        assert_eq!(set.is_empty(), nothing);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_set_is_what_a_naive_one_is(
        steps in prop::collection::vec((any_step(), 0..LENGTH, 1..60usize), 1..40),
    ) {
        let text = SourceText::new("a".repeat(LENGTH));
        let (mut set, mut naive) = (AnnotationSet::new(who("asha")), Naive::default());
        let mut copies = Vec::new();
        for (step, at, length) in &steps {
            let before = set.revision();
            if matches!(step, Step::Copy) {
                copies.push((set.clone(), naive.clone()));
            }
            let changed = naive.step(&text, &mut set, step);
            prop_assert_eq!(set.revision() > before, changed, "{:?}", step);
            naive.check_revisions(&set, before);
            naive.check_answers(&set, *at, *length);
        }
        for (copy, mut naive) in copies {
            naive.check_revisions(&copy, Revision::default());
            naive.check_answers(&copy, 0, LENGTH);
        }
        // The same annotations, put in at once, make the same set; at another revision.
        let all = naive.annotations.values().map(|(annotation, _)| annotation.clone()).collect();
        let (built, doubled) = AnnotationSet::new(who("asha")).with_annotations(all);
        prop_assert!(doubled.is_empty() && built.revision() > set.revision());
        prop_assert_eq!(built.annotations(), set.annotations());
    }
}

#[test]
fn of_several_with_one_identifier_the_first_stays() {
    let text = SourceText::new("a".repeat(LENGTH));
    let all = [(2, 30, 1), (1, 10, 1), (2, 5, 2), (1, 20, 3)]
        .map(|(n, at, length)| annotation(&text, n, at, length));
    let (set, doubled) = AnnotationSet::new(who("asha")).with_annotations(all.to_vec());
    let shown = |a: &Annotation| (a.id.to_string(), a.spans.first().start().get());
    let kept: Vec<_> = set.annotations().iter().map(|a| shown(a)).collect();
    assert_eq!(kept, [("1".to_owned(), 10), ("2".to_owned(), 30)]);
    assert_eq!(doubled.iter().map(shown).collect::<Vec<_>>(), [("1".to_owned(), 20), ("2".to_owned(), 5)]);
}

#[test]
fn content_is_what_is_said_and_nothing_else() {
    use tippani::model::{AttributeValue, EntityRef, Evidence, Origin, OriginKind, Value};
    let text = SourceText::new("a".repeat(LENGTH));
    let mut base = annotation(&text, 1, 0, 3);
    let attribute = |value: Value| AttributeValue::from(value);
    base.attributes.insert("topic".into(), attribute(Value::Text("dam".into())));
    base.attributes.insert("claimer".into(), attribute(Value::Entity(EntityRef::Author)));
    let hash = ContentHash::of(&base);
    assert_eq!(hash.to_string().parse(), Ok(hash));
    let with = |change: &dyn Fn(&mut Annotation)| {
        let mut changed = base.clone();
        change(&mut changed);
        ContentHash::of(&changed)
    };
    let same: [&dyn Fn(&mut Annotation); 5] = [
        &|a| a.note = "a note".into(),
        &|a| a.id = id(9),
        &|a| a.origin = Origin { by: OriginKind::Model, from: None, score: Some(0.5), rule: None },
        &|a| a.touch(&"2027-01-01T00:00:00Z".parse().unwrap()),
        &|a| a.attributes.swap_indices(0, 1),
    ];
    for (n, change) in same.into_iter().enumerate() {
        assert_eq!(with(change), hash, "{n}");
    }
    let span = base.spans.first();
    let other: [&dyn Fn(&mut Annotation); 9] = [
        &|a| a.kind = AnnotationKind::Claim,
        &|a| a.label = "organization".into(),
        &|a| a.spans = annotation(&text, 1, 0, 4).spans,
        &|a| a.entity = Some(EntityRef::from("author")),
        &|a| _ = a.attributes.shift_remove("topic"),
        &|a| _ = a.attributes.insert("topic".into(), attribute(Value::Many(vec!["dam".into()]))),
        &|a| _ = a.attributes.insert("claimer".into(), attribute(Value::Text("author".into()))),
        &|a| _ = a.attributes.insert("claimer".into(), attribute(Value::Entity(EntityRef::Unknown))),
        &|a| a.attributes["topic"].evidence = Some(Evidence { span }),
    ];
    let mut seen = vec![hash];
    for change in other {
        let changed = with(change);
        assert!(!seen.contains(&changed));
        seen.push(changed);
    }
}
