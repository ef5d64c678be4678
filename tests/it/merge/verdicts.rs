//! Verdicts of two copies.

use tippani::analysis::{MergeConflictKind, merge};
use tippani::model::{Annotator, Review, ReviewTarget, Verdict};

use super::{id, set, time};

#[test]
fn verdicts_keep_the_later_and_both_comments() {
    let review = |verdict, comment: &str, at| Review {
        of: ReviewTarget { annotator: Annotator::new("ravi").unwrap(), annotation: id(1) },
        saw: None,
        verdict,
        comment: comment.into(),
        heard: 0,
        at: time(at),
        extra: Default::default(),
    };
    let with = |review| {
        let mut set = set(vec![]);
        set.insert_review(review);
        set
    };
    let merged = merge(
        None,
        &with(review(Verdict::Accepted, "fine", 5)),
        &with(review(Verdict::Rejected, "edges", 3)),
    );
    let found: Vec<_> = merged.set.reviews().map(|r| (r.verdict, &*r.comment)).collect();
    assert_eq!(found, [(Verdict::Accepted, "fine\nedges")]);
    assert_eq!(merged.conflicts[0].kind, MergeConflictKind::VerdictsDiffer);
}
