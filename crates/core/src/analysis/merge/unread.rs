//! Entries that this version cannot read, in two copies.

use std::collections::BTreeMap;

use super::extra::count;
use super::three_way::{ThreeWay, three_way};
use crate::model::Unread;

/// What either added, without what either took out. Where one alone did something, its list as it stands.
pub(super) fn merge(base: &[Unread], one: &[Unread], other: &[Unread]) -> Vec<Unread> {
    match three_way(Some(base), one, other, <[Unread]>::eq) {
        ThreeWay::Same | ThreeWay::One => return one.to_vec(),
        ThreeWay::Other => return other.to_vec(),
        ThreeWay::Conflict => {}
    }
    let key = |entry: &Unread| (entry.list, entry.json.clone(), entry.reason.clone());
    let mut all: BTreeMap<_, (&Unread, [usize; 3])> = BTreeMap::new();
    for (n, list) in [base, one, other].into_iter().enumerate() {
        for entry in list {
            all.entry(key(entry)).or_insert((entry, [0; 3])).1[n] += 1;
        }
    }
    let times = |(entry, [base, one, other]): (&Unread, [usize; 3])| {
        std::iter::repeat_n(entry.clone(), count(base, one, other))
    };
    all.into_values().flat_map(times).collect()
}
