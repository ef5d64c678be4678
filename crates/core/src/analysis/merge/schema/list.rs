//! Three versions of a list of things with identifiers.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::versions::Versions;

/// What has an identifier.
pub(super) trait Keyed: Clone + PartialEq {
    /// Unique in its list.
    fn id(&self) -> &Arc<str>;
}

impl Keyed for Arc<str> {
    fn id(&self) -> &Self {
        self
    }
}

/// What only one of two has, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Removed {
    /// It was removed here and changed by the other; it stays.
    HereAndChanged,
    /// It was changed here and removed by the other; it stays.
    ThereAndChanged,
    /// One removed it, and it is needed all the same; it stays.
    ButNeeded,
}

/// What [`merge`] asks about entries.
pub(super) trait Entries<T> {
    /// One version made of those of an entry that both have.
    fn join(&mut self, versions: Versions<'_, T>) -> T;

    /// Whether an entry is needed though one removed it.
    fn is_needed(&self, entry: &T) -> bool;

    /// Hears that an entry stays that one removed.
    fn kept(&mut self, entry: &T, why: Removed);
}

/// The list of what stays, in order, and whether both ordered it anew, and differently; it stands in the order of mine then.
pub(super) fn merge<T: Keyed>(lists: Versions<'_, [T]>, entries: &mut dyn Entries<T>) -> (Vec<T>, bool) {
    let [base, mine, theirs] = [lists.base.unwrap_or_default(), lists.mine, lists.theirs].map(by_id);
    let mut kept: HashMap<&str, T> = HashMap::new();
    for entry in lists.mine.iter().chain(lists.theirs) {
        let id = &**entry.id();
        let before = base.get(id).copied();
        let (one, removed) = match (mine.get(id), theirs.get(id)) {
            (Some(mine), Some(theirs)) => {
                if !kept.contains_key(id) {
                    kept.insert(id, entries.join(Versions { base: before, mine, theirs }));
                }
                continue;
            }
            (Some(one), _) => (*one, Removed::ThereAndChanged),
            (_, Some(one)) => (*one, Removed::HereAndChanged),
            (None, None) => continue,
        };
        match before {
            Some(before) if before == one => {
                if !entries.is_needed(one) {
                    continue;
                }
                entries.kept(one, Removed::ButNeeded);
            }
            Some(_) => entries.kept(one, removed),
            None => {}
        }
        kept.insert(id, one.clone());
    }
    let (order, disputed) = order(lists, &kept);
    (order.into_iter().filter_map(|id| kept.remove(id)).collect(), disputed)
}

fn by_id<T: Keyed>(list: &[T]) -> HashMap<&str, &T> {
    list.iter().map(|entry| (&**entry.id(), entry)).collect()
}

fn ids<T: Keyed>(list: &[T]) -> Vec<&str> {
    list.iter().map(|entry| &**entry.id()).collect()
}

/// The identifiers of what is kept, in the order that was changed, and whether both changed it, and differently.
///
/// Only what all versions have says whether an order was changed. What stands in one list alone comes after what is before it
/// there.
fn order<'a, T: Keyed>(lists: Versions<'a, [T]>, kept: &HashMap<&str, T>) -> (Vec<&'a str>, bool) {
    let (mine, theirs) = (ids(lists.mine), ids(lists.theirs));
    let base = lists.base.map(ids);
    let [in_mine, in_theirs] = [&mine, &theirs].map(|list| list.iter().copied().collect::<HashSet<_>>());
    let in_base: Option<HashSet<&str>> = base.as_ref().map(|list| list.iter().copied().collect());
    let common = |list: &[&'a str]| -> Vec<&'a str> {
        let everywhere = |id: &&str| {
            in_mine.contains(id)
                && in_theirs.contains(id)
                && in_base.as_ref().is_none_or(|base| base.contains(id))
        };
        list.iter().copied().filter(everywhere).collect()
    };
    let orders = [common(&mine), common(&theirs)];
    let before = base.map(|base| common(&base));
    let (chosen, disputed) = Versions { base: before.as_ref(), mine: &orders[0], theirs: &orders[1] }.pick();
    let (first, second) = if *chosen == orders[0] || disputed { (&mine, &theirs) } else { (&theirs, &mine) };
    let mut order: Vec<&str> = first.iter().copied().filter(|id| kept.contains_key(id)).collect();
    let mut placed: HashSet<&str> = order.iter().copied().collect();
    let mut previous: Option<&str> = None;
    for id in second.iter().copied().filter(|id| kept.contains_key(id)) {
        if placed.insert(id) {
            let at = previous.and_then(|previous| order.iter().position(|id| *id == previous));
            order.insert(at.map_or(0, |at| at + 1), id);
        }
        previous = Some(id);
    }
    (order, disputed)
}

/// Whether an identifier stands in it twice.
pub(super) fn has_duplicate_keys<T: Keyed>(list: &[T]) -> bool {
    by_id(list).len() < list.len()
}
