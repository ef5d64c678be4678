//! What became of annotations by the verdicts of all reviewers.

use tippani::analysis::{Standing, check_verdicts, standings};
use tippani::model::{AnnotationSet, Annotator, ContentHash, Extra, Review, ReviewTarget, State, Verdict};

use super::any::{self, Way, sets};

#[test]
fn standings_are_of_all_reviewers() {
    let mark = any::Mark { is_claim: false, label: 0, parts: vec![(0, 2)], topic: None, link: None };
    let sets: Vec<AnnotationSet> = sets(&vec![vec![mark.clone()], vec![mark]], &Way::default())
        .into_iter()
        .map(|(_, set)| set)
        .collect();
    let says = |name: &str, verdict| {
        let annotation = &sets[0].annotations()[0];
        let mut set = AnnotationSet::new(Annotator::new(name).unwrap());
        set.insert_review(Review {
            of: ReviewTarget { annotator: sets[0].annotator.clone(), annotation: annotation.id.clone() },
            saw: Some(ContentHash::in_set(annotation, &sets[0])),
            verdict,
            comment: String::new(),
            heard: 0,
            at: None,
            extra: Extra::default(),
        });
        set.set_state(State::Done);
        set
    };
    let of = |reviewers: Vec<AnnotationSet>| -> Vec<Standing> {
        standings(&[sets.clone(), reviewers].concat()).into_values().collect()
    };
    let (yes, no) = (says("lead", Verdict::Accepted), says("mentor", Verdict::Rejected));
    assert_eq!(of(vec![]), [Standing::Agreed; 2]);
    assert_eq!(of(vec![yes.clone()]), [Standing::Accepted; 2], "whoever says the same");
    assert_eq!(of(vec![no.clone()]), [Standing::Rejected; 2]);
    assert_eq!(of(vec![yes.clone(), no.clone()]), [Standing::Contradicted; 2]);
    let found = check_verdicts(&[sets.clone(), vec![yes, no]].concat());
    assert_eq!(found.iter().map(|(_, f)| f.rule.name()).collect::<Vec<_>>(), ["contradicted-verdict"; 2]);
}
