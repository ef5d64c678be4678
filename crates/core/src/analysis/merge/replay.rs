//! Changes that are in no file made again on whatever the file is by now.

use std::collections::HashMap;

use super::{MergeConflict, merge};
use crate::edit::{Changes, Subject};
use crate::model::{AnnotationSet, EntryChange, SetEntry};

/// A set with changes made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Replayed {
    /// The set.
    pub set: AnnotationSet,
    /// What was changed otherwise meanwhile, and what was kept.
    pub conflicts: Vec<MergeConflict>,
}

/// Makes changes again on `set`, in order.
///
/// Each entry is told by itself what became of it: where the set has it as it was before the changes, or after some of them, it
/// becomes what they made of it. Any other was changed by another program, and both versions are merged as those of two copies
/// are ([`merge`]). So replaying twice is replaying once.
#[must_use]
pub fn replay(set: &AnnotationSet, changes: impl IntoIterator<Item = Vec<EntryChange>>) -> Replayed {
    let mut replayed = Replayed { set: set.clone(), conflicts: Vec::new() };
    for run in runs(changes) {
        let set = &replayed.set;
        let (clean, others): (Vec<&Chain>, Vec<&Chain>) =
            run.iter().partition(|chain| chain.has(chain.subject.entry(set).as_ref()));
        let all = clean.iter().chain(&others).copied();
        let mine = with(set, all, Chain::last);
        if others.is_empty() {
            replayed.set = mine;
            continue;
        }
        // What nobody else changed is as it stands, from wherever on my way that is.
        let base = with(set, others.into_iter(), Chain::first);
        let merged = merge(Some(&base), &mine, set);
        replayed.conflicts.extend(merged.conflicts);
        replayed.set = merged.set;
    }
    replayed
}

/// What became of one entry, from change to change.
struct Chain {
    subject: Subject,
    first: Option<SetEntry>,
    after: Vec<Option<SetEntry>>,
}

impl Chain {
    const fn first(&self) -> Option<&SetEntry> {
        self.first.as_ref()
    }

    fn last(&self) -> Option<&SetEntry> {
        self.after.last().unwrap_or(&self.first).as_ref()
    }

    fn has(&self, entry: Option<&SetEntry>) -> bool {
        self.first.as_ref() == entry || self.after.iter().any(|after| after.as_ref() == entry)
    }
}

/// A copy of `set` in which each entry is as its chain has it on that side.
fn with<'c>(
    set: &AnnotationSet,
    chains: impl Iterator<Item = &'c Chain>,
    side: fn(&Chain) -> Option<&SetEntry>,
) -> AnnotationSet {
    let mut copy = set.clone();
    let others = chains.filter(|chain| chain.subject.entry(set).as_ref() != side(chain));
    let changes: Vec<_> = others.map(|chain| chain.subject.clone().put(side(chain).cloned())).collect();
    // All of them fit: nothing is taken out that is not there.
    let fits = Changes::from(changes).apply(&mut copy);
    debug_assert!(fits.is_ok(), "{fits:?}");
    copy
}

/// Groups of changes as chains. Where an entry is not found as it was left, another program changed it in between, so that
/// another run begins.
fn runs(groups: impl IntoIterator<Item = Vec<EntryChange>>) -> Vec<Vec<Chain>> {
    let mut runs: Vec<Vec<Chain>> = Vec::new();
    let mut places: HashMap<Subject, usize> = HashMap::new();
    for change in groups.into_iter().flatten() {
        let Some(subject) = Subject::of_change(&change) else { continue };
        let EntryChange { before, after } = change;
        if let (Some(&place), Some(run)) = (places.get(&subject), runs.last_mut())
            && run[place].last() == before.as_ref()
        {
            run[place].after.push(after);
            continue;
        }
        if places.contains_key(&subject) || runs.is_empty() {
            places.clear();
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            places.insert(subject.clone(), run.len());
            run.push(Chain { subject, first: before, after: vec![after] });
        }
    }
    runs
}
