//! What was done, what was undone, and which of it is on disk.

use super::{ChangeError, Transaction};
use crate::model::AnnotationSet;

/// Undo and redo without limit, and the position last saved.
///
/// Each entry is stored as its inverse, so undoing is applying.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Entry>,
    redo: Vec<Entry>,
    position: u64,
    saved: u64,
    newest: u64,
}

#[derive(Clone, Debug)]
struct Entry {
    inverse: Transaction,
    /// The position before this entry was applied.
    before: u64,
}

impl History {
    /// A history that begins with a set that is not on disk.
    #[must_use]
    pub const fn unsaved() -> Self {
        Self { undo: Vec::new(), redo: Vec::new(), position: 1, saved: 0, newest: 1 }
    }

    /// Applies a new transaction; what was undone is forgotten.
    ///
    /// # Errors
    /// When the transaction does not fit `set`; nothing changes then.
    pub fn apply(&mut self, set: &mut AnnotationSet, transaction: Transaction) -> Result<(), ChangeError> {
        let inverse = transaction.apply(set)?;
        self.undo.push(Entry { inverse, before: self.position });
        self.redo.clear();
        self.newest += 1;
        self.position = self.newest;
        Ok(())
    }

    /// Applies a transaction as a part of the last one, so that both are one step of undo: the next letter of a word that is
    /// being typed. What was undone is forgotten.
    ///
    /// # Errors
    /// When the transaction does not fit `set`; nothing changes then.
    pub fn amend(&mut self, set: &mut AnnotationSet, transaction: Transaction) -> Result<(), ChangeError> {
        let Some(last) = self.undo.pop() else { return self.apply(set, transaction) };
        let inverse = match transaction.apply(set) {
            Ok(inverse) => inverse,
            Err(error) => {
                self.undo.push(last);
                return Err(error);
            }
        };
        self.undo.push(Entry { inverse: inverse.and_then(last.inverse), before: last.before });
        self.redo.clear();
        self.newest += 1;
        self.position = self.newest;
        Ok(())
    }

    /// Takes the last transaction back as if it had never been: it cannot be done again.
    ///
    /// # Errors
    /// When it does not fit `set`.
    pub fn cancel(&mut self, set: &mut AnnotationSet) -> Result<(), ChangeError> {
        let Some(entry) = self.undo.pop() else { return Ok(()) };
        entry.inverse.apply(set)?;
        self.position = entry.before;
        self.redo.clear();
        Ok(())
    }

    /// Takes the last transaction back and names it; nothing when there is none.
    ///
    /// # Errors
    /// When it does not fit `set`, which then is not the one it was made on.
    pub fn undo(&mut self, set: &mut AnnotationSet) -> Result<Option<String>, ChangeError> {
        step(&mut self.undo, &mut self.redo, &mut self.position, set)
    }

    /// Does the last undone transaction again and names it; nothing when there is none.
    ///
    /// # Errors
    /// When it does not fit `set`.
    pub fn redo(&mut self, set: &mut AnnotationSet) -> Result<Option<String>, ChangeError> {
        step(&mut self.redo, &mut self.undo, &mut self.position, set)
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.undo.last().map(|e| e.inverse.name())
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.redo.last().map(|e| e.inverse.name())
    }

    /// Where the set stands: equal positions mean equal sets.
    #[must_use]
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// Marks `position` as the one on disk.
    pub const fn mark_saved(&mut self, position: u64) {
        self.saved = position;
    }

    /// How many steps lie between the set and the one on disk; one where that cannot be told.
    #[must_use]
    pub fn unsaved_steps(&self) -> usize {
        let steps = |entries: &[Entry]| {
            entries.iter().rev().position(|entry| entry.before == self.saved).map(|steps| steps + 1)
        };
        if self.is_dirty() { steps(&self.undo).or_else(|| steps(&self.redo)).unwrap_or(1) } else { 0 }
    }

    /// Whether the set differs from the one on disk.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.position != self.saved
    }
}

fn step(
    from: &mut Vec<Entry>,
    to: &mut Vec<Entry>,
    position: &mut u64,
    set: &mut AnnotationSet,
) -> Result<Option<String>, ChangeError> {
    let Some(entry) = from.pop() else { return Ok(None) };
    let name = entry.inverse.name().to_owned();
    let inverse = entry.inverse.apply(set)?;
    to.push(Entry { inverse, before: *position });
    *position = entry.before;
    Ok(Some(name))
}
