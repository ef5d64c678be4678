//! What is said in reviews, in two copies.

use proptest::prelude::*;
use tippani::analysis::{MergeConflictKind, merge};
use tippani::model::{AnnotationId, AnnotationSet, ContentHash, Remark, RemarkSubject};

use super::{asha, mark, set, time};

fn subject(of: u8) -> RemarkSubject {
    match of % 4 {
        0 => RemarkSubject::Return(asha()),
        1 => RemarkSubject::Answer { reviewer: asha(), annotation: None },
        2 => RemarkSubject::Answer { reviewer: asha(), annotation: Some(AnnotationId::new("01A")) },
        _ => RemarkSubject::Nothing(mark(1, 0, "person", 0).spans),
    }
}

fn any_remark() -> impl Strategy<Value = Remark> {
    (0..4u8, 0..3u8, 1..3u32, 0..3u32, prop::collection::vec(0..3u8, 0..2)).prop_map(
        |(of, text, round, at, saw)| {
            let about = subject(of);
            let is_decision = matches!(about, RemarkSubject::Nothing(_));
            let mut saw: Vec<ContentHash> =
                saw.into_iter().filter(|_| is_decision).map(|n| ContentHash::from_bytes([n; 16])).collect();
            saw.sort_unstable();
            let text = if is_decision {
                String::new()
            } else {
                ["", "why", "see there"][usize::from(text)].to_owned()
            };
            let (round, at) = if is_decision { (1, None) } else { (round, time(at)) };
            Remark { about, text, round, saw, at, extra: Default::default() }
        },
    )
}

fn any_copy() -> impl Strategy<Value = AnnotationSet> {
    prop::collection::vec(any_remark(), 0..4).prop_map(|all| {
        let mut set = set(vec![]);
        for remark in all {
            set.insert_remark(remark);
        }
        set
    })
}

proptest! {
    #[test]
    fn remarks_are_merged_whichever_copy_is_first(base in any_copy(), one in any_copy(), other in any_copy(), known in any::<bool>()) {
        let base = known.then_some(&base);
        let merged = merge(base, &one, &other).set;
        prop_assert_eq!(&merge(base, &other, &one).set, &merged);
        prop_assert_eq!(&merge(base, &one, &one).set, &one, "with itself it is itself");
        prop_assert_eq!(&merge(None, &merged, &other).set, &merge(None, &merge(None, &merged, &other).set, &other).set);
        // What one alone said or changed is there.
        for (own, theirs) in [(&one, &other), (&other, &one)] {
            for remark in own.remarks() {
                let before = base.and_then(|base| base.remark(&remark.about));
                let of_other = theirs.remark(&remark.about);
                if before == Some(remark) {
                    prop_assert_eq!(merged.remark(&remark.about), of_other, "the other's word on it counts");
                    continue;
                }
                let kept = merged.remark(&remark.about).unwrap();
                if of_other == before {
                    prop_assert_eq!(kept, remark);
                }
                let is_new = |of: fn(&Remark) -> &dyn std::fmt::Debug| {
                    before.is_none_or(|before| format!("{:?}", of(before)) != format!("{:?}", of(remark)))
                };
                prop_assert!(kept.text.contains(&remark.text) || !is_new(|remark| &remark.text));
                prop_assert!(kept.round >= remark.round || !is_new(|remark| &remark.round));
                let known = before.map(|before| before.saw.as_slice()).unwrap_or_default();
                prop_assert!(remark.saw.iter().all(|saw| kept.saw.contains(saw) || known.contains(saw)));
            }
        }
    }
}

#[test]
fn of_two_answers_both_words_stay() {
    let with = |text: &str, at: u32| {
        let mut set = set(vec![]);
        set.insert_remark(Remark::new(subject(2), text, &time(at).unwrap()));
        set
    };
    let merged = merge(None, &with("it is a storm", 5), &with("see the map", 9));
    assert_eq!(merged.set.remarks().next().unwrap().text, "see the map\nit is a storm");
    assert_eq!(merged.conflicts[0].kind, MergeConflictKind::RemarksDiffer);
}
