//! A named group of changes that is done and undone as one.

use std::collections::HashSet;

use super::{Change, ChangeError};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Annotator, ReviewTarget};

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
        for run in runs(self.changes) {
            match run.apply(set) {
                Ok(back) => inverse.extend(back),
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

    /// Both in one, this one first, under the name of `last`. What this one puts is left out where `last` puts it anew, so
    /// that a word typed letter by letter does not keep every letter.
    pub(super) fn and_then(self, last: Self) -> Self {
        let puts = |change: &Change| matches!(change, Change::Put(_) | Change::Review(_));
        let mut met = HashSet::new();
        let begin = last.changes.iter().filter(|change| subject(change).is_some_and(|of| met.insert(of)));
        let anew: HashSet<_> = begin.filter(|change| puts(change)).filter_map(subject).collect();
        // Only what this one does last to a thing can be left out.
        let mut met = HashSet::new();
        let mut changes = Vec::with_capacity(self.changes.len() + last.changes.len());
        for change in self.changes.into_iter().rev() {
            let of = subject(&change);
            let is_last = of.as_ref().is_some_and(|of| met.insert(of.clone()));
            if !(is_last && puts(&change) && of.is_some_and(|of| anew.contains(&of))) {
                changes.push(change);
            }
        }
        changes.reverse();
        changes.extend(last.changes);
        Self { name: last.name, changes }
    }
}

/// The annotation a change is about, and the annotator whose it is where the change is a verdict on it.
fn subject(change: &Change) -> Option<(Option<Annotator>, AnnotationId)> {
    let verdict = |of: &ReviewTarget| Some((Some(of.annotator.clone()), of.annotation.clone()));
    match change {
        Change::Put(annotation) => Some((None, annotation.id.clone())),
        Change::Remove(id) => Some((None, id.clone())),
        Change::Review(review) => verdict(&review.of),
        Change::Unreview(of) => verdict(of),
        Change::Relate(_) | Change::Unrelate(_) | Change::SetState(_) => None,
    }
}

/// Changes that follow each other and can be made in one pass: none of them is about what another is about.
enum Run {
    Puts(Vec<Annotation>),
    Removes(Vec<AnnotationId>),
    One(Change),
}

impl Run {
    fn apply(self, set: &mut AnnotationSet) -> Result<Vec<Change>, ChangeError> {
        let back = |annotation| Change::Put(Box::new(annotation));
        match self {
            Self::Puts(annotations) => {
                let undo = |(id, replaced): (_, Option<_>)| replaced.map_or(Change::Remove(id), back);
                Ok(set.insert_all(annotations).into_iter().map(undo).collect())
            }
            Self::Removes(ids) => {
                let removed = set.remove_all(&ids).map_err(|id| ChangeError::Missing(id.to_string()))?;
                Ok(removed.into_iter().map(back).collect())
            }
            Self::One(change) => Ok(vec![change.apply(set)?]),
        }
    }
}

fn runs(changes: Vec<Change>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut seen = HashSet::new();
    for change in changes {
        match (change, runs.last_mut()) {
            (Change::Put(one), Some(Run::Puts(run))) if seen.insert(one.id.clone()) => run.push(*one),
            (Change::Remove(id), Some(Run::Removes(run))) if seen.insert(id.clone()) => run.push(id),
            (Change::Put(one), _) => {
                seen = HashSet::from([one.id.clone()]);
                runs.push(Run::Puts(vec![*one]));
            }
            (Change::Remove(id), _) => {
                seen = HashSet::from([id.clone()]);
                runs.push(Run::Removes(vec![id]));
            }
            (other, _) => runs.push(Run::One(other)),
        }
    }
    runs
}
