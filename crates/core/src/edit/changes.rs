//! Changes of one article's set that are made together.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Change, ChangeError, Subject};
use crate::model::{Annotation, AnnotationId, AnnotationSet};

/// Changes of one set in order, made all or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// The changes, in the order they are made.
    #[must_use]
    pub fn as_slice(&self) -> &[Change] {
        &self.0
    }

    pub(super) fn into_vec(self) -> Vec<Change> {
        self.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Changes `set` and gives the changes that take it all back.
    ///
    /// # Errors
    /// When one change does not fit; those before it are taken back first, so `set` is as it was.
    pub fn apply(self, set: &mut AnnotationSet) -> Result<Self, ChangeError> {
        let mut inverse = Vec::with_capacity(self.0.len());
        for run in runs(self.0) {
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
        Ok(Self(inverse))
    }

    /// What they are about, each once.
    pub(super) fn subjects(&self) -> HashSet<Subject> {
        self.0.iter().map(Change::subject).collect()
    }

    /// Both in one, this first. The last thing this puts is left out where `last` begins by putting it anew, so that a word
    /// typed letter by letter does not keep every letter.
    pub(super) fn and_then(self, last: Self) -> Self {
        let mut begun = HashSet::new();
        let begins = last.0.iter().filter(|change| begun.insert(change.subject()) && change.puts());
        let put_anew: HashSet<Subject> = begins.map(Change::subject).collect();
        let mut ended = HashSet::new();
        let mut changes = self.0;
        changes.reverse();
        changes.retain(|change| {
            let is_last = ended.insert(change.subject());
            !(is_last && change.puts() && put_anew.contains(&change.subject()))
        });
        changes.reverse();
        changes.extend(last.0);
        Self(changes)
    }
}

impl From<Vec<Change>> for Changes {
    fn from(changes: Vec<Change>) -> Self {
        Self(changes)
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
                let undo = |(id, replaced): (_, Option<_>)| {
                    replaced.map_or(Change::Remove(id), |old| back(Arc::unwrap_or_clone(old)))
                };
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
