//! Fields that this version does not know, at every level of two copies of a set.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tippani::analysis::merge;
use tippani::format::sidecar;
use tippani::model::{Annotation, AnnotationSet, Extra, Relation, Review, ReviewTarget, Verdict};

use super::{document, id, link, mark, set, time, who};

/// Where a field stands: in the file, an annotation, a relation or a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    File,
    Annotation,
    Relation,
    Review,
}

const LEVELS: [Level; 4] = [Level::File, Level::Annotation, Level::Relation, Level::Review];

/// What one copy does to a field: nothing, puts a value there, takes it away.
type Fields = BTreeMap<(Level, u8), Option<u8>>;

fn any_fields() -> impl Strategy<Value = Fields> {
    let field = ((0..LEVELS.len(), 0..3u8), prop::option::weighted(0.7, 0..4u8));
    prop::collection::vec(field, 0..6)
        .prop_map(|all| all.into_iter().map(|((level, key), value)| ((LEVELS[level], key), value)).collect())
}

/// The fields of a base after what a copy did to them.
fn after(base: &Fields, changes: &Fields) -> Fields {
    let mut all = base.clone();
    all.extend(changes.iter().map(|(place, value)| (*place, *value)));
    all.retain(|_, value| value.is_some());
    all
}

/// A set with these fields.
fn with(fields: &Fields) -> AnnotationSet {
    let extra = |level: Level| {
        let mut extra = Extra::default();
        for ((_, key), value) in fields.iter().filter(|((of, _), _)| *of == level) {
            extra.keep(format!("x-{key}"), value.unwrap().to_string());
        }
        extra
    };
    let one = Annotation { extra: extra(Level::Annotation), ..mark(1, 0, "person", 1) };
    let mut set = set(vec![one, mark(2, 2, "event", 1)]);
    set.insert_relation(Relation { extra: extra(Level::Relation), ..link(3, 1, 2) });
    set.insert_review(Review {
        of: ReviewTarget { annotator: who(true), annotation: id(9) },
        saw: None,
        verdict: Verdict::Accepted,
        comment: String::new(),
        heard: 0,
        at: time(2),
        extra: extra(Level::Review),
    });
    set.extra = extra(Level::File);
    set
}

fn bytes(set: &AnnotationSet) -> Vec<u8> {
    sidecar::encode(set, &document()).unwrap()
}

proptest! {
    #[test]
    fn what_one_side_did_is_done(base in any_fields(), mine in any_fields(), theirs in any_fields()) {
        let base = after(&base, &Fields::new());
        let (one, other) = (after(&base, &mine), after(&base, &theirs));
        let (b, a, t) = (with(&base), with(&one), with(&other));
        let merged = merge(Some(&b), &a, &t);
        prop_assert_eq!(bytes(&merge(Some(&b), &t, &a).set), bytes(&merged.set), "the order makes no difference");
        prop_assert_eq!(bytes(&merge(Some(&b), &b, &t).set), bytes(&t), "one side alone is that side, byte for byte");
        prop_assert_eq!(bytes(&merge(Some(&b), &a, &a).set), bytes(&a), "with itself it is itself");
        // Of fields that one side alone changed what they are is what that side made of them; of others one of both stays.
        let mut expected = Fields::new();
        let mut differ = 0;
        let mut places: BTreeSet<(Level, u8)> = base.keys().copied().collect();
        places.extend(one.keys().chain(other.keys()));
        for place in places {
            let of = |fields: &Fields| fields.get(&place).copied().flatten();
            let (before, mine, theirs) = (of(&base), of(&one), of(&other));
            let kept = match () {
                () if mine == theirs || theirs == before => mine,
                () if mine == before => theirs,
                () => {
                    differ += 1;
                    mine.max(theirs)
                }
            };
            expected.insert(place, kept);
        }
        expected.retain(|_, value| value.is_some());
        prop_assert_eq!(bytes(&merged.set), bytes(&with(&expected)));
        prop_assert_eq!(merged.conflicts.len(), differ, "{:?}", merged.conflicts);
        for copy in [&a, &t] {
            prop_assert_eq!(bytes(&merge(Some(&b), &merged.set, copy).set), bytes(&merged.set), "a copy that comes again");
        }
    }
}
