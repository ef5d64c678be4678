//! A copy in which nothing changed: what comes of merging is the other, byte for byte.

use proptest::prelude::*;
use tippani::analysis::merge;
use tippani::format::sidecar;
use tippani::model::AnnotationSet;

use super::{any_edit, document, edited, set};

proptest! {
    #[test]
    fn one_side_alone_is_that_side(
        before in prop::collection::vec(any_edit(0..10), 0..8),
        theirs in prop::collection::vec(any_edit(10..30), 0..8),
    ) {
        let base = edited(&set(vec![]), &before, 0);
        let other = edited(&base, &theirs, 40);
        let bytes = |set: &AnnotationSet| sidecar::encode(set, &document()).unwrap();
        prop_assert_eq!(bytes(&merge(Some(&base), &base, &other).set), bytes(&other));
        prop_assert_eq!(bytes(&merge(Some(&base), &other, &base).set), bytes(&other));
    }
}
