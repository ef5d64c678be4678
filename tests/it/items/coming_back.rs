//! What comes back to a reviewer, and stays away once it was decided again.

use proptest::prelude::*;
use tippani::analysis::{Decision, ReviewItem};
use tippani::model::{Annotation, AnnotationId, AnnotationSet};

use super::any::{Way, any_marks, sets};
use super::{decided, found, lead};

/// A decision that leaves nothing of an item open.
fn whole(which: u8) -> impl Fn(usize) -> Decision {
    move |number| match which % 3 {
        0 => Decision::Accept(number),
        1 => Decision::AcceptAll,
        _ => Decision::Nothing,
    }
}

fn coming_back(sets: &[AnnotationSet], reviewer: &AnnotationSet) -> Vec<usize> {
    let items = found(sets, Some(reviewer));
    (0..items.len()).filter(|at| ReviewItem::came_back(&items[*at])).collect()
}

proptest! {
    #[test]
    fn one_decision_is_enough_for_what_came_back(
        marks in any_marks(4),
        decisions in prop::collection::vec(any::<u8>(), 80),
        (whose, which) in (0..4usize, 0..8usize),
        // Another annotator changes a mark to the same, or makes one.
        (who, changed) in (1..4usize, prop::option::of(0..8usize)),
    ) {
        let mut sets: Vec<AnnotationSet> =
            sets(&marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
        let mut reviewer = lead();
        let mut decisions = decisions.into_iter().cycle();
        for at in 0..found(&sets, None).len() {
            reviewer = decided(reviewer, &sets, at, whole(decisions.next().unwrap()));
        }
        prop_assert_eq!(coming_back(&sets, &reviewer), Vec::<usize>::new());
        let (whose, who) = (whose % sets.len(), (whose + who) % sets.len());
        prop_assume!(whose != who && !sets[whose].annotations().is_empty());
        let repeated = Annotation::clone(&sets[whose].annotations()[which % sets[whose].annotations().len()]);
        let own = sets[who].annotations();
        let id = changed.filter(|_| !own.is_empty()).map_or_else(
            || AnnotationId::new("new"),
            |n| own[n % own.len()].id.clone(),
        );
        sets[who].insert(Annotation { id, ..repeated });
        let back = coming_back(&sets, &reviewer);
        for at in &back {
            reviewer = decided(reviewer, &sets, *at, whole(decisions.next().unwrap()));
        }
        prop_assert_eq!(coming_back(&sets, &reviewer), Vec::<usize>::new(), "of {:?}", back);
    }
}
