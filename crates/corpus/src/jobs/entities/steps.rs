//! The history of one's own part of the registry, kept beside the journal for a later run.

use crate::edit::{RegistryChange, RegistryHistory, RegistryStep};
use crate::format::entities::{StepEntry, StepRecord};

/// Steps that are kept.
const MOST_STEPS: usize = 1000;
/// Changes that the kept steps make altogether: what is older than a large import is not kept.
const MOST_CHANGES: usize = 20_000;

/// The steps of a history that are kept, as they stand in the file: what was done, then what was undone, the last step last.
pub(in crate::jobs) fn records(history: &RegistryHistory) -> Vec<StepRecord> {
    let (mut kept, mut changes) = (Vec::new(), 0);
    let undone = history.undone().iter().rev().map(|step| (step, true));
    let done = history.done().iter().rev().map(|step| (step, false));
    // The latest first.
    for (step, is_undone) in undone.chain(done) {
        changes += step.made.len();
        if kept.len() == MOST_STEPS || changes > MOST_CHANGES {
            break;
        }
        let made = step.made.iter().map(|(change, inverse)| (entry(change), entry(inverse)));
        kept.push(StepRecord { name: step.name.clone(), is_undone, made: made.collect() });
    }
    kept.reverse();
    // Stable: each of the two stays in its order.
    kept.sort_by_key(|step| step.is_undone);
    kept
}

/// The history of steps that were kept.
pub(in crate::jobs) fn history(records: Vec<StepRecord>) -> RegistryHistory {
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    for record in records {
        let made = record.made.into_iter().map(|(made, inverse)| (change(made), change(inverse)));
        let step = RegistryStep { name: record.name, made: made.collect() };
        (if record.is_undone { &mut undone } else { &mut done }).push(step);
    }
    RegistryHistory::of_steps(done, undone)
}

fn entry(change: &RegistryChange) -> StepEntry {
    match change.clone() {
        RegistryChange::Put(entity) => StepEntry::Put(entity),
        RegistryChange::Remove(id) => StepEntry::Remove(id),
        RegistryChange::Judge(pair, judgement) => StepEntry::Judge(pair, judgement),
        RegistryChange::Reject(link, is_rejected) => StepEntry::Reject(link, is_rejected),
    }
}

fn change(entry: StepEntry) -> RegistryChange {
    match entry {
        StepEntry::Put(entity) => RegistryChange::Put(entity),
        StepEntry::Remove(id) => RegistryChange::Remove(id),
        StepEntry::Judge(pair, judgement) => RegistryChange::Judge(pair, judgement),
        StepEntry::Reject(link, is_rejected) => RegistryChange::Reject(link, is_rejected),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::RegistryTransaction;
    use crate::model::{Annotator, Entity, EntityId, RegistryPart};

    #[test]
    fn what_was_done_and_undone_can_be_gone_through_in_a_later_run() {
        let mut part = RegistryPart::new(Annotator::new("asha").unwrap());
        let mut before = RegistryHistory::default();
        for n in 0..4 {
            let now = "2026-01-02T03:04:05Z".parse().unwrap();
            let entity = Entity::new(EntityId::new(&format!("e{n}")).unwrap(), "person", "name", now);
            let step =
                RegistryTransaction::new(format!("step {n}"), vec![RegistryChange::Put(entity.into())]);
            assert!(before.apply(&mut part, step));
        }
        before.undo(&mut part);
        before.undo(&mut part);
        let mut later = history(records(&before));
        assert_eq!(later, before);
        assert_eq!(later.redo(&mut part).map(|outcome| outcome.name), Some("step 2".into()));
        for _ in 0..3 {
            assert_eq!(later.undo(&mut part).map(|outcome| outcome.left), Some(0));
        }
        assert!(part.is_empty() && later.next_undo().is_none());
    }

    #[test]
    fn a_large_import_ends_what_is_kept() {
        let id = EntityId::new("e").unwrap();
        let made = |number: usize| {
            vec![(RegistryChange::Remove(id.clone()), RegistryChange::Remove(id.clone())); number]
        };
        let step = |name: &str, number| RegistryStep { name: name.into(), made: made(number) };
        let history = RegistryHistory::of_steps(
            vec![step("a", 1), step("import", MOST_CHANGES), step("b", 1), step("c", 2)],
            Vec::new(),
        );
        let names: Vec<_> = records(&history).into_iter().map(|step| step.name.to_string()).collect();
        assert_eq!(names, ["b", "c"]);
    }
}
