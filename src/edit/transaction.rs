//! A named group of changes that is done and undone as one.

use super::{Change, ChangeError};
use crate::model::AnnotationSet;

/// What one gesture does: a name for the menu (`Tag as Person`) and its changes in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    name: String,
    changes: Vec<Change>,
}

impl Transaction {
    /// Groups `changes` under `name`, which completes “Undo …”.
    #[must_use]
    pub fn new(name: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { name: name.into(), changes }
    }

    /// What it does, in the analyst's words.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its changes, in the order they are applied.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Changes `set` and gives the transaction that takes it all back.
    ///
    /// # Errors
    /// When one change does not fit; those before it are taken back first, so `set` is as it was.
    pub fn apply(self, set: &mut AnnotationSet) -> Result<Self, ChangeError> {
        let mut inverse = Vec::with_capacity(self.changes.len());
        for change in self.changes {
            match change.apply(set) {
                Ok(back) => inverse.push(back),
                Err(error) => {
                    for back in inverse.into_iter().rev() {
                        back.apply(set)?;
                    }
                    return Err(error);
                }
            }
        }
        inverse.reverse();
        Ok(Self { name: self.name, changes: inverse })
    }
}
