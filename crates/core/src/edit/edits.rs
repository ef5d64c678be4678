//! The record of what a history did: enough to do it again in a later run of the program.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Subject, TransactionKind};
use crate::model::{AnnotationSet, EditId, EntryChange, SetEntry};

/// What was done to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditAction {
    /// It was made; what was undone before is forgotten.
    Do,
    /// More was done as a part of it.
    Amend,
    /// It was taken back.
    Undo,
    /// It was done again.
    Redo,
    /// It was taken back as if it had never been.
    Cancel,
}

/// One thing that a [`super::History`] did, with everything it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Its name.
    pub id: EditId,
    /// The step it is about, by the name of what made it.
    pub step: EditId,
    /// What was done to the step.
    pub action: EditAction,
    /// What the step does, in the analyst's words.
    pub name: Arc<str>,
    /// What the step is.
    pub kind: TransactionKind,
    /// The articles that were changed, each with its entries before and after.
    pub parts: Vec<(Arc<str>, Vec<EntryChange>)>,
    /// Articles in which the step could not be taken back or done again: it is in their history no more.
    pub left: Vec<Arc<str>>,
}

impl Edit {
    /// Takes the next one in, where it only goes on with what this does: letters of a word that is being typed. Gives it back
    /// where it does not.
    #[must_use]
    pub fn absorb(&mut self, next: Self) -> Option<Self> {
        let goes_on = next.action == EditAction::Amend
            && next.step == self.step
            && matches!(self.action, EditAction::Do | EditAction::Amend);
        let ([(article, changes)], [(same, _)]) = (self.parts.as_mut_slice(), next.parts.as_slice()) else {
            return Some(next);
        };
        if !goes_on || article != same {
            return Some(next);
        }
        self.id = next.id;
        for (_, newer) in next.parts {
            let older = std::mem::take(changes);
            *changes = fold([older, newer]);
        }
        None
    }
}

/// What several groups of changes of one set do together: of each entry, how it was first and how it is in the end. Entries that
/// are in the end as they were stay in it, so that it says what was touched.
#[must_use]
pub fn fold(groups: impl IntoIterator<Item = Vec<EntryChange>>) -> Vec<EntryChange> {
    let mut folded: Vec<EntryChange> = Vec::new();
    let mut places: HashMap<Subject, usize> = HashMap::new();
    for change in groups.into_iter().flatten() {
        let Some(subject) = Subject::of_change(&change) else { continue };
        if let Some(&place) = places.get(&subject) {
            folded[place].after = change.after;
        } else {
            places.insert(subject, folded.len());
            folded.push(change);
        }
    }
    // What came and went again is of nothing.
    folded.retain(|change| change.before.is_some() || change.after.is_some());
    folded
}

/// The entries of subjects before something is done to their set.
pub(super) struct Before(Vec<(Subject, Option<SetEntry>)>);

impl Before {
    pub(super) fn new(subjects: impl IntoIterator<Item = Subject>, set: &AnnotationSet) -> Self {
        let entry = |subject: Subject| {
            let entry = subject.entry(set);
            (subject, entry)
        };
        Self(subjects.into_iter().map(entry).collect())
    }

    /// What was done to them, by subject.
    pub(super) fn changes(mut self, set: &AnnotationSet) -> Vec<EntryChange> {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        let changes =
            self.0.into_iter().map(|(subject, before)| EntryChange { before, after: subject.entry(set) });
        changes.filter(|change| change.before.is_some() || change.after.is_some()).collect()
    }
}
