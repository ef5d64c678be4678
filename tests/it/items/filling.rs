//! The gold set is what was decided and what is agreed, and filling it again changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::json;
use tippani::analysis::{
    EdgeChoice, FillRule, FilledEnd, Filling, Guessing, Rating, ReviewItem, Share, Stage, dawid_skene, fill,
    mace_from,
};
use tippani::edit::Changes;
use tippani::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, AttributeValue, ContentHash, RelationEnd, State,
    Value, Verdict,
};

use crate::judges;

use super::any::{Mark, Marks, Way, any_marks, sets, time, whole};
use super::{any_decision, decided, found, lead};

fn plain(marks: &Marks) -> Vec<AnnotationSet> {
    sets(marks, &Way::default()).into_iter().map(|(_, set)| set).collect()
}

/// A gold set with what was taken.
fn filled(filling: &Filling, gold: Option<&AnnotationSet>) -> AnnotationSet {
    let mut set = gold.cloned().unwrap_or_else(|| AnnotationSet::new(Annotator::new("gold").unwrap()));
    let mut last = set.annotations().len() + set.relations().len();
    let mut fresh = || {
        last += 1;
        AnnotationId::new(format!("gold{last}"))
    };
    let changes = filling.changes(set.state(), &time(0, 0), &mut fresh);
    Changes::from(changes).apply(&mut set).unwrap();
    set
}

/// What is said of an annotation in the end: whether it belongs into the gold set.
fn belongs(item: &ReviewItem, n: usize) -> bool {
    let verdict = |n: usize| {
        let held = item.members[n].as_ref().and_then(|member| member.current_verdict.as_ref());
        held.map(|held| held.verdict)
    };
    verdict(n) == Some(Verdict::Accepted) || item.stage() == Stage::Agreed
}

proptest! {
    #[test]
    fn gold_is_what_was_decided_and_what_is_agreed(
        marks in any_marks(6),
        decisions in prop::collection::vec(any::<u8>(), 40),
        (which, how) in (0..40usize, 0..4u8),
    ) {
        let sets = plain(&marks);
        let mut reviewer = lead();
        for (at, which) in decisions.iter().enumerate().take(found(&sets, None).len()) {
            let items = found(&sets, Some(&reviewer));
            if items[at].stage() == Stage::Open {
                reviewer = decided(reviewer, &sets, at, any_decision(*which));
            }
            // Whatever a decision leaves open is nothing.
            if !found(&sets, Some(&reviewer))[at].is_decided() {
                reviewer = decided(reviewer, &sets, at, |_| tippani::analysis::Decision::Nothing);
            }
        }
        let all = [sets.clone(), vec![reviewer.clone()]].concat();
        let filling = fill(&all, None, &FillRule::new(Share::All));
        prop_assert_eq!(filling.open, 0);
        let items = found(&sets, Some(&reviewer));
        let mut expected: BTreeSet<ContentHash> = BTreeSet::new();
        let mut place: BTreeMap<(usize, AnnotationId), usize> = BTreeMap::new();
        let mut content: BTreeMap<usize, Vec<ContentHash>> = BTreeMap::new();
        for (at, item) in items.iter().enumerate() {
            for (n, member) in item.present() {
                place.insert((n, member.id.clone()), at);
                if belongs(item, n) {
                    let own = ContentHash::of(sets[n].get(&member.id).unwrap());
                    expected.insert(own);
                    content.entry(at).or_default().push(own);
                }
            }
        }
        let taken: Vec<ContentHash> = filling.taken.iter().map(|taken| ContentHash::of(&taken.annotation)).collect();
        prop_assert_eq!(taken.iter().copied().collect::<BTreeSet<_>>(), expected);
        prop_assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), taken.len(), "once each");
        // Links: of whoever says what was taken, to whatever was taken of the item they end at; each of them, and no others.
        let said = |end: &FilledEnd| match end {
            FilledEnd::New(n) => taken[*n],
            other => panic!("{other:?} in an empty set"),
        };
        let found: BTreeSet<_> = filling.links.iter().map(|link| (said(&link.from), said(&link.to))).collect();
        let mut possible = BTreeSet::new();
        for (n, set) in sets.iter().enumerate() {
            for relation in set.relations() {
                let RelationEnd::Here(to) = &relation.to else { continue };
                let (start, end) = (place[&(n, relation.from.clone())], place[&(n, to.clone())]);
                let from = ContentHash::of(set.get(&relation.from).unwrap());
                let ends = content.get(&end).into_iter().flatten();
                if belongs(&items[start], n) && content.contains_key(&end) {
                    prop_assert!(ends.clone().any(|to| found.contains(&(from, *to))), "{relation:?}");
                }
                let starts = content.get(&start).into_iter().flatten();
                possible.extend(starts.flat_map(|from| ends.clone().map(|to| (*from, *to))));
            }
        }
        prop_assert!(found.is_subset(&possible), "{found:?} but {possible:?}");
        // Again, and after a change by hand.
        let gold = filled(&filling, None);
        prop_assert_eq!(gold.state(), State::Done);
        let again = fill(&all, Some(&gold), &FillRule::new(Share::Most));
        prop_assert_eq!((again.taken.len(), again.links.len()), (0, 0));
        prop_assert_eq!(&filled(&again, Some(&gold)), &gold);
        if !gold.annotations().is_empty() {
            let mut one = Annotation::clone(&gold.annotations()[which % gold.annotations().len()]);
            match how {
                0 => one.label = "another".into(),
                1 => one.note = "by hand".into(),
                2 => drop(one.attributes.insert("another".into(), AttributeValue::from(Value::Flag(true)))),
                _ => one.spans = whole(),
            }
            let mut changed = gold;
            changed.insert(one);
            for share in [Share::All, Share::Most] {
                let again = fill(&all, Some(&changed), &FillRule::new(share));
                prop_assert_eq!((again.taken.len(), again.links.len()), (0, 0), "what was edited stays as it is");
                prop_assert_eq!(&filled(&again, Some(&changed)), &changed);
            }
        }
    }

    #[test]
    fn a_rule_fills_twice_as_once(marks in any_marks(6), least in 1..4usize) {
        let sets = plain(&marks);
        for share in [Share::All, Share::AtLeast(least), Share::Most, Share::Trust(vec![sets[0].annotator.clone()])] {
            let rule = FillRule { tolerance: Some((0.3, EdgeChoice::Longest)), ..FillRule::new(share) };
            let gold = filled(&fill(&sets, None, &rule), None);
            let again = fill(&sets, Some(&gold), &rule);
            prop_assert_eq!((again.taken.len(), again.links.len()), (0, 0));
        }
    }
}

/// Of three who have one mark, two link it to a place that the third has not marked, each to another annotation there.
#[test]
fn a_version_may_hold_what_was_accepted_and_what_was_rejected() {
    let mark =
        |is_claim, first, topic, link| Mark { is_claim, label: 0, parts: vec![(first, 1)], topic, link };
    let (one, other) = (mark(true, 11, Some(1), None), mark(true, 11, None, None));
    let sets = plain(&vec![
        vec![mark(false, 2, None, Some(1)), one.clone()],
        vec![mark(false, 2, None, None)],
        vec![mark(false, 2, None, Some(2)), one, other],
    ]);
    let mut reviewer = lead();
    for at in 0..found(&sets, None).len() {
        reviewer = decided(reviewer, &sets, at, tippani::analysis::Decision::Accept);
    }
    let items = found(&sets, Some(&reviewer));
    let verdicts = |item: &ReviewItem| -> Vec<_> {
        item.versions
            .iter()
            .map(|holders| holders.iter().map(|n| belongs(item, *n)).collect::<Vec<_>>())
            .collect()
    };
    assert_eq!(verdicts(&items[0]), [vec![false, true], vec![true]], "the same content, in two versions");
    let filling = fill(&[sets, vec![reviewer]].concat(), None, &FillRule::new(Share::All));
    assert_eq!((filling.open, filling.taken.len(), filling.links.len()), (0, 3, 2), "{:?}", filling.counts);
}

/// Marks as (label, first word, words) of each annotator.
fn marked(all: &[&[(usize, usize, usize)]]) -> Vec<AnnotationSet> {
    let mark = |(label, first, words): &(usize, usize, usize)| Mark {
        is_claim: false,
        label: *label,
        parts: vec![(*first, *words)],
        topic: None,
        link: None,
    };
    plain(&all.iter().map(|own| own.iter().map(mark).collect()).collect())
}

#[test]
fn each_rule_takes_what_it_says() {
    let sets = marked(&[
        &[(0, 0, 2), (1, 6, 2), (2, 12, 1)],
        &[(0, 0, 2), (1, 6, 3)],
        &[(1, 0, 2), (1, 6, 2), (2, 18, 1)],
    ]);
    let check = |rule: FillRule, expected: &[(&str, usize, &str)], open: usize| {
        let filling = fill(&sets, None, &rule);
        let rules: Vec<String> = filling.taken.iter().map(|taken| taken.rule.to_string()).collect();
        let taken: Vec<(&str, usize, &str)> = filling
            .taken
            .iter()
            .zip(&rules)
            .map(|(taken, rule)| (&*taken.annotation.label, taken.from.len(), &**rule))
            .collect();
        assert_eq!((taken, filling.open), (expected.to_vec(), open), "{rule:?}: {:?}", filling.counts);
    };
    check(FillRule::new(Share::All), &[], 4);
    check(FillRule::new(Share::AtLeast(2)), &[("person", 2, "2 of 3"), ("event", 2, "2 of 3")], 2);
    check(FillRule::new(Share::Most), &[("person", 2, "2 of 3"), ("event", 2, "2 of 3")], 0);
    let trust = FillRule::new(Share::Trust(vec![sets[2].annotator.clone()]));
    let words = format!("trust in {}", sets[2].annotator);
    check(trust, &[("event", 1, &words), ("event", 2, &words), ("place", 1, &words)], 0);
    let by_label =
        FillRule { by_label: [("place".into(), Share::AtLeast(1))].into(), ..FillRule::new(Share::All) };
    check(by_label, &[("place", 1, "1 of 3"), ("place", 1, "1 of 3")], 2);
    let tolerant = |choice| FillRule { tolerance: Some((0.5, choice)), ..FillRule::new(Share::All) };
    check(tolerant(EdgeChoice::MostFrequent), &[("event", 2, "3 of 3, edges within tolerance")], 3);
    check(tolerant(EdgeChoice::Longest), &[("event", 1, "3 of 3, edges within tolerance")], 3);
    check(tolerant(EdgeChoice::Shortest), &[("event", 2, "3 of 3, edges within tolerance")], 3);
}

/// Cases whose probabilities are held against crowd-kit's.
const JUDGED: usize = 40;

/// Small cases of two to five annotators who know more or less, and do not all rate everything.
fn cases() -> Vec<Vec<Rating>> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut cases: Vec<Vec<Rating>> = Vec::new();
    for n in 0..JUDGED {
        let (annotators, categories, tasks) = (2 + n % 4, 2 + n % 3, 5 + n);
        let mut ratings = Vec::new();
        for task in 0..tasks {
            let truth = random.usize(..categories);
            for annotator in 0..annotators {
                let knows = random.f64() < 0.95 - 0.15 * annotator as f64;
                let category = if knows { truth } else { random.usize(..categories) };
                // Not everybody rates everything, but somebody does.
                if annotator == 0 || random.f64() < 0.8 {
                    ratings.push(Rating { task, annotator, category });
                }
            }
        }
        // Categories without gaps.
        ratings.push(Rating { task: 0, annotator: annotators, category: categories - 1 });
        let used: BTreeSet<usize> = ratings.iter().map(|rating| rating.category).collect();
        for rating in &mut ratings {
            rating.category = used.range(..rating.category).count();
        }
        cases.push(ratings);
    }
    cases
}

/// Holds the probabilities of tasks against those that the judge has of the same cases.
fn hold_against(answers: &str, ours: &[Vec<Vec<f64>>]) {
    let mut compared = 0;
    assert_eq!(answers.lines().count(), ours.len());
    for (ours, line) in ours.iter().zip(answers.lines()) {
        let theirs: Vec<Vec<f64>> = serde_json::from_str(line).unwrap();
        assert_eq!((ours.len(), ours[0].len()), (theirs.len(), theirs[0].len()));
        for (ours, theirs) in ours.iter().flatten().zip(theirs.iter().flatten()) {
            assert!((ours - theirs).abs() < 1e-6, "{ours}, not {theirs}");
            compared += 1;
        }
    }
    assert!(compared > 1000, "{compared}");
}

fn told(ratings: &[Rating]) -> serde_json::Value {
    json!(ratings.iter().map(|r| [r.task, r.annotator, r.category]).collect::<Vec<_>>())
}

#[test]
fn competence_is_that_of_the_library() {
    let Some(python) = judges::judge() else { return };
    let cases = cases();
    let input: Vec<String> = cases.iter().map(|ratings| told(ratings).to_string()).collect();
    let answers = judges::ask(&python, "crowd.py", &[], &input.join("\n"));
    let ours: Vec<_> = cases.iter().map(|ratings| dawid_skene(ratings).probabilities).collect();
    hold_against(&answers, &ours);
}

#[test]
fn who_guesses_is_told_as_by_the_library() {
    let Some(python) = judges::judge() else { return };
    let cases = cases();
    let most = |ratings: &[Rating], of: fn(&Rating) -> usize| ratings.iter().map(of).max().unwrap() + 1;
    let (mut input, mut ours) = (Vec::new(), Vec::new());
    for (seed, ratings) in cases.iter().enumerate() {
        let (annotators, categories) = (most(ratings, |r| r.annotator), most(ratings, |r| r.category));
        let start = Guessing::drawn(annotators, categories, seed as u64);
        let case = json!({ "ratings": told(ratings), "guesses": start.guesses, "habits": start.habits });
        input.push(case.to_string());
        let (found, likelihood) = mace_from(ratings, start);
        assert!(likelihood < 0.0);
        let of_task = |task: usize| {
            let own: Vec<Rating> = ratings.iter().filter(|rating| rating.task == task).copied().collect();
            found.probabilities(&own, categories)
        };
        ours.push((0..most(ratings, |r| r.task)).map(of_task).collect::<Vec<_>>());
    }
    hold_against(&judges::ask(&python, "crowd.py", &["mace"], &input.join("\n")), &ours);
}
