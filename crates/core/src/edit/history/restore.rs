//! The history of an earlier run, taken up again.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::History;
use super::article::ArticleHistory;
use super::step::{Part, Step, Version};
use crate::edit::subject::{Standing, hash};
use crate::edit::{Change, Changes, Subject, TransactionKind};
use crate::model::{AnnotationSet, EditId, EntryChange, SetEntry};

/// What a step of an earlier run did in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct PastStep {
    /// The step.
    pub id: EditId,
    /// What it does, in the analyst's words.
    pub name: Arc<str>,
    /// What it is.
    pub kind: TransactionKind,
    /// Whether it was taken back, and can be done again.
    pub is_undone: bool,
    /// What it did, entry by entry.
    pub changes: Vec<EntryChange>,
    /// The other articles it changed.
    pub others: Vec<Arc<str>>,
}

impl History {
    /// Takes up the history of an article that was just opened, of which nothing was done yet: what can be undone, the oldest
    /// first, then what can be done again, the first undone first.
    ///
    /// What `set` does not have any more as a step left it was changed by another program: such a step changes nothing when it
    /// is undone, as any other whose changes were changed since.
    pub fn restore(&mut self, article: &Arc<str>, set: &AnnotationSet, steps: Vec<PastStep>) {
        let is_dirty = self.is_dirty(article);
        let position = self.next();
        let history = self.articles.entry(article.clone()).or_default();
        history.position = position;
        if !is_dirty {
            history.saved = position;
        }
        let parts = history.restore(set, &steps);
        for (mut part, past) in parts.into_iter().zip(steps) {
            part.other_position = self.next();
            let PastStep { id, name, kind, is_undone, changes: _, others } = past;
            let history = self.article(article);
            let steps = if is_undone { &mut history.redo } else { &mut history.undo };
            steps.push(id);
            let step = self.steps.entry(id).or_insert_with(|| Step {
                name,
                kind,
                parts: Vec::new(),
                closed: others,
            });
            step.closed.retain(|closed| closed != article);
            step.parts.push((article.clone(), part));
        }
    }
}

impl ArticleHistory {
    /// The parts of steps of an earlier run; versions of an entry are the same where it was the same.
    fn restore(&mut self, set: &AnnotationSet, steps: &[PastStep]) -> Vec<Part> {
        let mut known: HashMap<Subject, (Option<SetEntry>, Version)> = HashMap::new();
        let mut now: BTreeMap<Subject, (Option<SetEntry>, Version)> = BTreeMap::new();
        let mut parts: Vec<Option<Part>> = steps.iter().map(|_| None).collect();
        let done = (0..steps.len()).filter(|at| !steps[*at].is_undone);
        // What was undone last is done again first.
        let undone = (0..steps.len()).rev().filter(|at| steps[*at].is_undone);
        for at in done.chain(undone) {
            let step = &steps[at];
            let mut versions = Vec::with_capacity(step.changes.len());
            for change in &step.changes {
                let Some(subject) = Subject::of_change(change) else { continue };
                let before = match known.get(&subject) {
                    Some((entry, version)) if *entry == change.before => *version,
                    _ => self.version_of(change.before.as_ref()),
                };
                let after = self.version_of(change.after.as_ref());
                if step.is_undone {
                    now.entry(subject.clone()).or_insert_with(|| (change.before.clone(), before));
                    versions.push((subject.clone(), before, after));
                } else {
                    now.insert(subject.clone(), (change.after.clone(), after));
                    versions.push((subject.clone(), after, before));
                }
                known.insert(subject, (change.after.clone(), after));
            }
            let inverse = Changes::from(changes_to_other_side(step));
            parts[at] = Some(Part { inverse, versions, other_position: 0 });
        }
        for (subject, (entry, version)) in now {
            if subject.entry(set) == entry {
                let standing = subject.standing(set);
                self.current.insert(subject, (version, standing));
            }
        }
        parts.into_iter().flatten().collect()
    }

    /// A version for an entry that none stands for yet; what has no revision is told by itself.
    fn version_of(&mut self, entry: Option<&SetEntry>) -> Version {
        match entry {
            None => Version::Found(Standing::Entry(None)),
            Some(SetEntry::State(state)) => Version::Found(Standing::State(*state)),
            Some(SetEntry::Field(field)) => Version::Found(Standing::Field(Some(hash(field.json())))),
            Some(
                SetEntry::Annotation(_)
                | SetEntry::Relation(_)
                | SetEntry::Review(_)
                | SetEntry::Remark(_)
                | SetEntry::Orphan(_),
            ) => {
                self.made += 1;
                Version::Made(self.made)
            }
        }
    }
}

/// The changes that lead to the other side of a step.
fn changes_to_other_side(step: &PastStep) -> Vec<Change> {
    let to = |change: &EntryChange, entry: &Option<SetEntry>| {
        Subject::of_change(change).map(|subject| subject.put(entry.clone()))
    };
    if step.is_undone {
        step.changes.iter().filter_map(|change| to(change, &change.after)).collect()
    } else {
        step.changes.iter().rev().filter_map(|change| to(change, &change.before)).collect()
    }
}
