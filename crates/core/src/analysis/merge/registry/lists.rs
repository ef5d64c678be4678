//! Lists of which each entry counts once: other names, identifiers, addresses.

use std::collections::{BTreeMap, BTreeSet};

/// A list with what either copy added, without what either took out of the list they grew from. Where a copy has all of it and
/// nothing else it stands as it is there; else entries are in the order of that list, new ones after them by what they say.
pub(super) fn merge<T: Clone, K: Ord>(before: &[T], copies: [&[T]; 2], key: impl Fn(&T) -> K) -> Vec<T> {
    let keys = |list: &[T]| list.iter().map(&key).collect::<BTreeSet<K>>();
    let (was, [one, other]) = (keys(before), copies.map(keys));
    let stays: BTreeSet<&K> = one
        .union(&other)
        .filter(|key| !was.contains(key) || (one.contains(key) && other.contains(key)))
        .collect();
    let place = places(before, &key);
    let rank = |entry: &T| {
        let key = key(entry);
        (place.get(&key).copied().unwrap_or(usize::MAX), key)
    };
    let is_whole = |list: &&[T]| keys(list).iter().collect::<BTreeSet<&K>>() == stays;
    let whole = copies.into_iter().filter(is_whole);
    if let Some(list) = whole.max_by_key(|list| list.iter().map(rank).collect::<Vec<_>>()) {
        return list.to_vec();
    }
    let mut found = BTreeSet::new();
    let mut all = Vec::with_capacity(stays.len());
    for entry in copies.into_iter().flatten() {
        let own = key(entry);
        if stays.contains(&own) && found.insert(own) {
            all.push(entry.clone());
        }
    }
    all.sort_by_cached_key(rank);
    all
}

/// Puts entries in the order of the list they grew from, new ones after those by what they say.
pub(super) fn sort<T, K: Ord>(before: &[T], all: &mut [T], key: impl Fn(&T) -> K) {
    let place = places(before, &key);
    all.sort_by_cached_key(|entry| {
        let key = key(entry);
        (place.get(&key).copied().unwrap_or(usize::MAX), key)
    });
}

fn places<T, K: Ord>(list: &[T], key: &impl Fn(&T) -> K) -> BTreeMap<K, usize> {
    list.iter().enumerate().rev().map(|(at, entry)| (key(entry), at)).collect()
}
