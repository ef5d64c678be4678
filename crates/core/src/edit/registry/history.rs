//! What was done to one's own part of the registry, to be taken back and done again.

use std::sync::Arc;

use super::{RegistryChange, RegistryTransaction};
use crate::edit::Direction;
use crate::model::{EntityId, RegistryPart};

/// One step that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryStep {
    /// What it did, in the analyst's words.
    pub name: Arc<str>,
    /// The changes that were made, each with what takes it back.
    pub made: Vec<(RegistryChange, RegistryChange)>,
}

impl RegistryStep {
    /// The entity that was made, where the step did nothing else.
    #[must_use]
    pub fn new_entity(&self) -> Option<&EntityId> {
        match self.made.as_slice() {
            [(RegistryChange::Put(_), RegistryChange::Remove(id))] => Some(id),
            _ => None,
        }
    }
}

/// What undoing or redoing one step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryUndoOutcome {
    /// The name of the step.
    pub name: Arc<str>,
    /// Entries that were changed.
    pub changed: usize,
    /// Entries that were changed since by another program, and so stay as they are.
    pub left: usize,
}

/// The steps that were done on one part, in this run of the program and before.
///
/// ```
/// # use tippani_core::edit::{RegistryChange, RegistryHistory, RegistryTransaction};
/// # use tippani_core::model::{Annotator, Entity, EntityId, RegistryPart};
/// let mut part = RegistryPart::new(Annotator::new("asha")?);
/// let mut history = RegistryHistory::default();
/// let now = "2026-01-02T03:04:05Z".parse()?;
/// let modi = Entity::new(EntityId::new("modi")?, "person", "Narendra Modi", now);
/// let made = RegistryTransaction::new("New entity", vec![RegistryChange::Put(modi.into())]);
/// assert!(history.apply(&mut part, made));
/// history.undo(&mut part);
/// assert!(part.is_empty());
/// history.redo(&mut part);
/// assert_eq!(part.entities().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistryHistory {
    done: Vec<RegistryStep>,
    undone: Vec<RegistryStep>,
}

impl RegistryHistory {
    /// The history of steps that were done in an earlier run, the last one last; of those undone the last is done again first.
    #[must_use]
    pub const fn of_steps(done: Vec<RegistryStep>, undone: Vec<RegistryStep>) -> Self {
        Self { done, undone }
    }

    /// What was done, the last step last.
    #[must_use]
    pub fn done(&self) -> &[RegistryStep] {
        &self.done
    }

    /// What was taken back, the next to be done again last.
    #[must_use]
    pub fn undone(&self) -> &[RegistryStep] {
        &self.undone
    }

    /// Whether there is nothing to take back nor to do again.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Makes a transaction; says whether it changed anything. What was undone before is forgotten then.
    pub fn apply(&mut self, part: &mut RegistryPart, transaction: RegistryTransaction) -> bool {
        let mut made = Vec::new();
        for change in transaction.changes {
            if !change.is_done(part) {
                let inverse = change.clone().apply(part);
                made.push((change, inverse));
            }
        }
        if made.is_empty() {
            return false;
        }
        self.undone.clear();
        self.done.push(RegistryStep { name: transaction.name, made });
        true
    }

    /// Takes the last step back, but for what was changed since.
    pub fn undo(&mut self, part: &mut RegistryPart) -> Option<RegistryUndoOutcome> {
        let step = self.done.pop()?;
        let outcome = step_through(&step, part, Direction::Undo);
        if outcome.changed > 0 {
            self.undone.push(step);
        }
        Some(outcome)
    }

    /// Does the last undone step again, but for what was changed since.
    pub fn redo(&mut self, part: &mut RegistryPart) -> Option<RegistryUndoOutcome> {
        let step = self.undone.pop()?;
        let outcome = step_through(&step, part, Direction::Redo);
        if outcome.changed > 0 {
            self.done.push(step);
        }
        Some(outcome)
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Arc<str>> {
        self.done.last().map(|step| &step.name)
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Arc<str>> {
        self.undone.last().map(|step| &step.name)
    }
}

/// Undoes or redoes a step, but for what was changed since.
fn step_through(step: &RegistryStep, part: &mut RegistryPart, direction: Direction) -> RegistryUndoOutcome {
    let mut outcome = RegistryUndoOutcome { name: step.name.clone(), changed: 0, left: 0 };
    let mut one = |(change, inverse): &(RegistryChange, RegistryChange)| {
        let (is, to) = match direction {
            Direction::Undo => (change, inverse),
            Direction::Redo => (inverse, change),
        };
        if is.is_done(part) {
            let _ = to.clone().apply(part);
            outcome.changed += 1;
        } else {
            outcome.left += 1;
        }
    };
    match direction {
        Direction::Undo => step.made.iter().rev().for_each(&mut one),
        Direction::Redo => step.made.iter().for_each(&mut one),
    }
    outcome
}
