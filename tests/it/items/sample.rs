//! Samples: of each annotator and label the same part, always the same by a seed; and what they say of errors.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tippani::analysis::{Decision, ErrorRate, ReviewItem, SampleSize, Sampled, draw};
use tippani::model::AnnotationSet;

use super::any::{Way, any_marks, any_way, sets};
use super::{decided, found, lead};

/// What was drawn of sets that lie in a folder this way, with annotators by their number in the marks.
fn drawn(items: &[ReviewItem], numbers: &[usize]) -> Vec<(usize, String)> {
    let of = |item: &ReviewItem| -> Vec<(usize, String)> {
        let told = |n: &usize| {
            item.members[*n].as_ref().map(|m| (numbers[*n], format!("{} {:?}", m.label, m.extent)))
        };
        item.drawn.iter().filter_map(told).collect()
    };
    let mut all: Vec<(usize, String)> = items.iter().flat_map(of).collect();
    all.sort();
    all
}

proptest! {
    #[test]
    fn of_each_annotator_and_label_the_same_part_is_drawn(marks in any_marks(5), part in 0.05..1.0f64, seed in 0..9u64) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let mut items = found(&sets, None);
        draw(&mut items, Sampled { size: SampleSize::Part(part), seed });
        let mut strata: BTreeMap<(usize, String), (usize, usize)> = BTreeMap::new();
        for item in &items {
            for (n, member) in item.present() {
                let (all, drawn) = strata.entry((n, member.label.to_string())).or_default();
                *all += 1;
                *drawn += usize::from(item.drawn.contains(&n));
            }
        }
        let all: usize = strata.values().map(|(all, _)| all).sum();
        let total: usize = strata.values().map(|(_, drawn)| drawn).sum();
        prop_assert_eq!(total, (part * all as f64).ceil() as usize);
        for ((annotator, label), (all, drawn)) in &strata {
            let expected = part * *all as f64;
            prop_assert!((*drawn as f64 - expected).abs() < 2.0, "{annotator} {label}: {drawn} of {all}, {expected}");
        }
        let again = items.clone();
        draw(&mut items, Sampled { size: SampleSize::Part(part), seed });
        prop_assert_eq!(items, again, "the same seed draws the same");
    }

    #[test]
    fn identifiers_and_clocks_draw_nothing_else(marks in any_marks(4), way in any_way()) {
        let told = |way: &Way| {
            // In one order of annotators, who are numbers here.
            let way = Way { turn: 0, ..way.clone() };
            let (numbers, sets): (Vec<usize>, Vec<AnnotationSet>) = sets(&marks, &way).into_iter().unzip();
            let mut items = found(&sets, None);
            draw(&mut items, Sampled { size: SampleSize::Count(3), seed: 4 });
            drawn(&items, &numbers)
        };
        prop_assert_eq!(told(&Way::default()), told(&Way { hours: 60, ..way }));
    }

    #[test]
    fn errors_are_what_was_rejected_of_the_sample(marks in any_marks(4), which in prop::collection::vec(any::<bool>(), 40)) {
        let sets: Vec<AnnotationSet> = sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let all = found(&sets, None).len();
        prop_assume!(all > 0);
        let mut reviewer = lead();
        for (at, is_right) in which.into_iter().enumerate().take(all) {
            let decision = if is_right { Decision::AcceptAll } else { Decision::Nothing };
            reviewer = decided(reviewer, &sets, at, |_| decision);
        }
        let mut items = found(&sets, Some(&reviewer));
        draw(&mut items, Sampled { size: SampleSize::Part(0.5), seed: 1 });
        let rates = ErrorRate::of_each(&items, sets.len());
        for (n, rate) in rates.iter().enumerate() {
            let own = || items.iter().filter(|item| item.drawn.contains(&n)).filter_map(|item| item.members[n].as_ref());
            let wrong = own().filter(|m| m.current_verdict.as_ref().unwrap().verdict.name() == "rejected").count();
            prop_assert_eq!((rate.drawn, rate.judged, rate.errors), (own().count() as u64, own().count() as u64, wrong as u64));
        }
    }
}
