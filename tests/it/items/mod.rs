//! What there is to review does not depend on names, order, identifiers or clocks, and a verdict is on content.

mod any;
mod coming_back;
mod filling;
mod packed;
mod sample;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::json;
use tippani::analysis::{
    Decision, FillRule, QueueOrder, ReviewItem, ReviewScope, Reviews, Share, Standing, check_verdicts,
    compare, decide, fill, find_items, likeness, standings,
};
use tippani::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, AttributeValue, ContentHash, Extra, Relation,
    RelationEnd, Review, State, Value, Verdict, has_same_content,
};

use self::any::{Marks, Way, any_marks, any_way, document, sets, time, whole};
use crate::judges;

/// Articles whose alignment is held against that of `SciPy`.
const JUDGED: usize = 200;

/// What is found in sets, by a reviewer with this set.
fn found(sets: &[AnnotationSet], reviewer: Option<&AnnotationSet>) -> Vec<ReviewItem> {
    let annotators: Vec<Annotator> = sets.iter().map(|set| set.annotator.clone()).collect();
    let scope = ReviewScope { annotators: &annotators, unfinished: &[], reviewer };
    find_items(&document(), sets, &scope).items
}

/// The same without when anything was changed.
fn timeless(sets: &[AnnotationSet], reviewer: Option<&AnnotationSet>) -> Vec<ReviewItem> {
    let mut items = found(sets, reviewer);
    for member in items.iter_mut().flat_map(|item| &mut item.members).flatten() {
        member.modified = None;
    }
    items
}

/// Items in words, with annotators by their number in the marks: nothing in them is of a name, an order or an identifier.
fn told(marks: &Marks, way: &Way) -> Vec<String> {
    let (numbers, sets): (Vec<usize>, Vec<AnnotationSet>) = sets(marks, way).into_iter().unzip();
    let by_marks = |columns: &[usize]| -> BTreeSet<usize> { columns.iter().map(|n| numbers[*n]).collect() };
    let item = |item: &ReviewItem| {
        let members: BTreeMap<usize, String> = item
            .present()
            .map(|(n, member)| {
                (numbers[n], format!("{} {:?} {}", member.label, member.extent, member.content))
            })
            .collect();
        let versions: Vec<BTreeSet<usize>> = item.versions.iter().map(|holders| by_marks(holders)).collect();
        let conflict = |conflict: &tippani::analysis::Conflict| {
            let sides: BTreeSet<BTreeSet<usize>> = conflict.sides.iter().map(|side| by_marks(side)).collect();
            format!("{} {:?} {sides:?}", conflict.kind, conflict.attribute)
        };
        let conflicts: Vec<String> = item.conflicts.iter().map(conflict).collect();
        format!("{members:?} {versions:?} {conflicts:?} {}", item.disagreement)
    };
    let mut items = found(&sets, None);
    let mut told: Vec<String> = items.iter().map(item).collect();
    for order in QueueOrder::ALL {
        items.sort_by(|one, other| order.compare(one, other));
        told.extend(items.iter().map(item));
    }
    told
}

/// A reviewer's set in which a decision was carried out.
fn decided(
    mut reviewer: AnnotationSet,
    sets: &[AnnotationSet],
    at: usize,
    decision: impl Fn(usize) -> Decision,
) -> AnnotationSet {
    let items = found(sets, Some(&reviewer));
    let all: Vec<&ReviewItem> = items.iter().collect();
    let at = at % all.len();
    let annotators: Vec<Annotator> = sets.iter().map(|set| set.annotator.clone()).collect();
    let number = all[at].present().next().map_or(0, |(n, _)| n);
    let judgements = decide(&all, at, decision(number), (&annotators, &Reviews::new(Some(&reviewer))));
    for judgement in judgements {
        reviewer.insert_review(Review {
            of: judgement.of,
            saw: Some(judgement.saw),
            verdict: judgement.verdict,
            comment: String::new(),
            heard: 0,
            at: Some(time(0, at)),
            extra: Extra::default(),
        });
    }
    reviewer
}

fn lead() -> AnnotationSet {
    AnnotationSet::new(Annotator::new("lead").unwrap())
}

fn any_decision(which: u8) -> impl Fn(usize) -> Decision {
    move |number| match which % 5 {
        0 | 1 => Decision::Accept(number),
        2 => Decision::Reject(number),
        3 => Decision::AcceptAll,
        _ => Decision::Nothing,
    }
}

proptest! {
    #[test]
    fn items_do_not_depend_on_names_order_or_identifiers(marks in any_marks(6), way in any_way()) {
        prop_assert_eq!(told(&marks, &Way::default()), told(&marks, &way));
    }

    #[test]
    fn what_says_the_same_is_told_without_its_hash(marks in any_marks(4)) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let all: Vec<_> = sets.iter().flat_map(AnnotationSet::annotations).collect();
        for one in &all {
            for other in &all {
                let same = ContentHash::of(one) == ContentHash::of(other);
                prop_assert_eq!(has_same_content(one, other), same, "{:?} and {:?}", one, other);
            }
        }
    }

    #[test]
    fn nobody_has_two_in_an_item_and_everything_is_in_one(marks in any_marks(6)) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let all: usize = found(&sets, None).iter().map(|item| item.present().count()).sum();
        prop_assert_eq!(all, sets.iter().map(|set| set.annotations().len()).sum::<usize>());
    }

    #[test]
    fn no_content_is_both_accepted_and_rejected(
        marks in any_marks(6),
        decisions in prop::collection::vec((0..40usize, any::<u8>()), 1..20),
    ) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        prop_assume!(!found(&sets, None).is_empty());
        let mut reviewer = lead();
        for (at, which) in decisions {
            reviewer = decided(reviewer, &sets, at, any_decision(which));
            let mut on: BTreeMap<ContentHash, Verdict> = BTreeMap::new();
            for review in reviewer.reviews() {
                let verdict = on.entry(review.saw.unwrap()).or_insert(review.verdict);
                prop_assert_eq!(*verdict, review.verdict);
            }
        }
    }

    #[test]
    fn clocks_decide_nothing(
        marks in any_marks(6),
        decisions in prop::collection::vec((0..40usize, any::<u8>()), 1..9),
        // Of each annotator's clock, and of the reviewer's.
        clocks in prop::collection::vec(0..500u32, 7),
    ) {
        let at = |clocks: &[u32]| -> Vec<AnnotationSet> {
            let of = |n: usize| sets(&marks, &Way { hours: clocks[n], ..Way::default() }).swap_remove(n).1;
            (0..marks.len()).map(of).collect()
        };
        let (still, moved) = (at(&[0; 7]), at(&clocks));
        prop_assume!(!found(&still, None).is_empty());
        let mut reviewer = lead();
        for (place, which) in decisions {
            reviewer = decided(reviewer, &still, place, any_decision(which));
        }
        let mut later = reviewer.clone();
        for (n, review) in reviewer.reviews().enumerate() {
            later.insert_review(Review { at: Some(time(clocks[6], n)), ..review.clone() });
        }
        prop_assert_eq!(timeless(&still, None), timeless(&moved, None), "the items are the same");
        let all = |sets: &[AnnotationSet], reviewer: &AnnotationSet| [sets, std::slice::from_ref(reviewer)].concat();
        for (sets, by) in [(&moved, &reviewer), (&still, &later), (&moved, &later)] {
            let (before, after) = (all(&still, &reviewer), all(sets, by));
            // What is accepted is exported.
            prop_assert_eq!(standings(&before), standings(&after));
            prop_assert_eq!(timeless(&still, Some(&reviewer)), timeless(sets, Some(by)), "with their verdicts");
            let filled = |all: &[AnnotationSet]| -> Vec<_> {
                let taken = fill(all, None, &FillRule::new(Share::Most)).taken;
                taken.iter().map(|taken| (ContentHash::of(&taken.annotation), taken.rule.clone())).collect()
            };
            prop_assert_eq!(filled(&before), filled(&after));
        }
    }

    #[test]
    fn what_is_changed_makes_the_verdicts_on_it_outdated_and_no_others(
        marks in any_marks(6),
        (which, how, to) in (0..40usize, 0..5u8, 0..40usize),
    ) {
        let mut sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let all = found(&sets, None).len();
        prop_assume!(all > 0);
        let reviewer = (0..all).fold(lead(), |reviewer, at| decided(reviewer, &sets, at, |_| Decision::AcceptAll));
        let outdated = |sets: &[AnnotationSet]| -> BTreeSet<AnnotationId> {
            let sets = [sets, std::slice::from_ref(&reviewer)].concat();
            check_verdicts(&sets).into_iter().map(|(_, finding)| finding.id).collect()
        };
        prop_assert_eq!(outdated(&sets), BTreeSet::new());
        let everything: Vec<(usize, Annotation)> = sets
            .iter()
            .enumerate()
            .flat_map(|(n, set)| set.annotations().iter().map(move |a| (n, Annotation::clone(a))))
            .collect();
        let (n, mut changed) = everything[which % everything.len()].clone();
        // By another program, which leaves the time alone.
        let id = changed.id.clone();
        match how {
            0 => changed.label = "another".into(),
            1 => drop(changed.attributes.insert("another".into(), AttributeValue::from(Value::Flag(true)))),
            2 => changed.entity = Some("another".into()),
            3 => changed.spans = whole(),
            _ => {
                let ends = sets[n].annotations();
                let to = ends[to % ends.len()].id.clone();
                let (relation, label) = (AnnotationId::new("another"), "another".into());
                let (from, to) = (id.clone(), RelationEnd::Here(to));
                let note = String::new();
                sets[n].insert_relation(Relation { id: relation, label, from, to, note, extra: Extra::default() });
            }
        }
        sets[n].insert(changed);
        let mut expected = BTreeSet::from([id.clone()]);
        if how == 3 {
            // A link says at what place it ends.
            let end = RelationEnd::Here(id.clone());
            expected.extend(sets[n].relations().filter(|link| link.to == end).map(|link| link.from.clone()));
        }
        prop_assert_eq!(outdated(&sets), expected);
        let of = (sets[n].annotator.clone(), id);
        let standings = standings(&[sets, vec![reviewer]].concat());
        // A link to what nobody else has is a conflict at its end, and not here.
        let is_agreed = how == 4 && standings[&of] == Standing::Agreed;
        prop_assert!(standings[&of] == Standing::Outdated || is_agreed, "{:?}", standings[&of]);
    }
}

#[test]
fn two_sets_are_aligned_as_scipy_does() {
    let Some(python) = judges::judge() else { return };
    let mut runner = TestRunner::deterministic();
    let mut input = Vec::new();
    let mut ours = Vec::new();
    while ours.len() < JUDGED {
        let marks = any_marks(2).new_tree(&mut runner).unwrap().current();
        let sets: Vec<AnnotationSet> =
            sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let row = |a: &std::sync::Arc<Annotation>| -> Vec<f64> {
            sets[1].annotations().iter().map(|b| likeness(a, b).unwrap_or_default()).collect()
        };
        let matrix: Vec<Vec<f64>> = sets[0].annotations().iter().map(row).collect();
        input.push(json!(matrix).to_string());
        let pair = |group: &tippani::analysis::Group| match group.members.as_slice() {
            [Some(a), Some(b)] => likeness(a, b).unwrap_or_default(),
            _ => 0.0,
        };
        ours.push(compare(&sets.iter().collect::<Vec<_>>()).groups.iter().map(pair).sum::<f64>());
    }
    let answers = judges::ask(&python, "alignment.py", &[], &input.join("\n"));
    let theirs: Vec<f64> = answers.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(theirs.len(), ours.len());
    for ((ours, theirs), matrix) in ours.iter().zip(&theirs).zip(&input) {
        assert!((ours - theirs).abs() < 1e-9, "{ours}, not {theirs}: {matrix}");
    }
    assert!(theirs.iter().filter(|total| **total > 0.0).count() > JUDGED / 2);
}

/// How much it counts that two stand in one group: what says the same stands together before all else.
fn weight(one: &Annotation, other: &Annotation) -> Option<f64> {
    let same = if ContentHash::of(one) == ContentHash::of(other) { 1000.0 } else { 0.0 };
    likeness(one, other).map(|likeness| likeness + same)
}

/// The greatest total likeness of groups, by trying everything.
fn greatest(rest: &[(usize, Annotation)], groups: &mut Vec<Vec<(usize, Annotation)>>) -> f64 {
    let Some((next, rest)) = rest.split_first() else { return 0.0 };
    groups.push(vec![next.clone()]);
    let mut best = greatest(rest, groups);
    groups.pop();
    for at in 0..groups.len() {
        if groups[at].iter().any(|(n, a)| *n == next.0 || a.kind != next.1.kind) {
            continue;
        }
        let gain: f64 = groups[at].iter().filter_map(|(_, a)| weight(a, &next.1)).sum();
        groups[at].push(next.clone());
        best = best.max(gain + greatest(rest, groups));
        groups[at].pop();
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn groups_of_several_are_of_greatest_likeness(marks in any_marks(4)) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let all: Vec<(usize, Annotation)> = sets
            .iter()
            .enumerate()
            .flat_map(|(n, set)| set.annotations().iter().map(move |a| (n, Annotation::clone(a))))
            .collect();
        prop_assume!(all.len() <= 9);
        let groups = compare(&sets.iter().collect::<Vec<_>>()).groups;
        let of = |group: &tippani::analysis::Group| -> f64 {
            let present: Vec<_> = group.present().map(|(_, a)| a).collect();
            let pairs = present.iter().enumerate().flat_map(|(n, a)| present[..n].iter().map(move |b| (a, b)));
            pairs.filter_map(|(a, b)| weight(a, b)).sum()
        };
        let total: f64 = groups.iter().map(of).sum();
        prop_assert!((total - greatest(&all, &mut Vec::new())).abs() < 1e-6);
    }
}

#[test]
fn what_is_in_progress_is_left_out_and_what_it_lacks_is_not_missing() {
    let mark = |label: usize, first: usize| any::Mark {
        is_claim: false,
        label,
        parts: vec![(first, 2)],
        topic: None,
        link: None,
    };
    let marks = vec![vec![mark(0, 0), mark(1, 8)], vec![mark(0, 0), mark(1, 8)], vec![mark(2, 0)]];
    let mut sets: Vec<AnnotationSet> =
        sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
    sets[2].set_state(State::InProgress);
    let annotators: Vec<Annotator> = sets.iter().map(|set| set.annotator.clone()).collect();
    let find = |unfinished: &[Annotator]| {
        find_items(&document(), &sets, &ReviewScope { annotators: &annotators, unfinished, reviewer: None })
    };
    let alone = find(&[]);
    assert_eq!((alone.items.len(), alone.left_out), (2, vec![2]));
    assert!(alone.items.iter().all(ReviewItem::agrees));
    let ticked = find(&annotators[2..]);
    let kinds: Vec<Vec<&str>> =
        ticked.items.iter().map(|item| item.conflicts.iter().map(|c| c.kind.name()).collect()).collect();
    assert_eq!((kinds, ticked.left_out), (vec![vec!["label"], vec![]], vec![]));
}

#[test]
fn content_that_is_added_later_has_its_verdict_at_once() {
    let mark =
        |label: usize| any::Mark { is_claim: false, label, parts: vec![(0, 2)], topic: None, link: None };
    let all = |marks: Marks| -> Vec<AnnotationSet> {
        sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect()
    };
    let before = all(vec![vec![mark(0)], vec![mark(1)], vec![]]);
    let reviewer = decided(lead(), &before, 0, Decision::Accept);
    let said = |sets: &[AnnotationSet]| -> Vec<Option<Verdict>> {
        let verdict = |n: usize| {
            let item = &found(sets, Some(&reviewer))[0];
            item.members[n]
                .as_ref()
                .and_then(|member| member.current_verdict.as_ref())
                .map(|held| held.verdict)
        };
        (0..3).map(verdict).collect()
    };
    assert_eq!(said(&before), [Some(Verdict::Accepted), Some(Verdict::Rejected), None]);
    let after = all(vec![vec![mark(0)], vec![mark(1)], vec![mark(0)]]);
    assert_eq!(said(&after), [Some(Verdict::Accepted), Some(Verdict::Rejected), Some(Verdict::Accepted)]);
    assert!(found(&after, Some(&reviewer))[0].is_decided());
}
