//! The history of one article.

use std::collections::HashMap;

use super::step::{Part, Version};
use crate::edit::edits::Before;
use crate::edit::subject::Standing;
use crate::edit::{ChangeError, Changes, Direction, Subject};
use crate::model::{AnnotationSet, EditId, EntryChange};

/// The steps of one article, and which version of everything they changed is in force.
#[derive(Clone, Debug, Default)]
pub(super) struct ArticleHistory {
    pub(super) undo: Vec<EditId>,
    pub(super) redo: Vec<EditId>,
    pub(super) position: u64,
    pub(super) saved: u64,
    /// The version last brought about here, and how the set had it then.
    pub(super) current: HashMap<Subject, (Version, Standing)>,
    pub(super) made: u64,
}

impl ArticleHistory {
    /// Makes new changes; gives the entries before and after as well, where `records`.
    pub(super) fn apply(
        &mut self,
        set: &mut AnnotationSet,
        changes: Changes,
        records: bool,
    ) -> Result<(Part, Vec<EntryChange>), ChangeError> {
        let entries = records.then(|| Before::new(changes.subjects(), set));
        let before: Vec<_> = changes
            .subjects()
            .into_iter()
            .map(|subject| {
                let version = self.version(&subject, set);
                (subject, version)
            })
            .collect();
        let applied = changes.apply(set);
        if applied.is_err() {
            // What was taken back is as before, though the set counts that as a change.
            for (subject, version) in &before {
                self.note(set, subject, *version);
            }
        }
        let inverse = applied?;
        self.made += 1;
        let made = |subject: &Subject| match subject.standing(set) {
            // What has no revision is told by itself.
            standing @ (Standing::State(_) | Standing::Field(_) | Standing::Entry(None)) => {
                Version::Found(standing)
            }
            Standing::Entry(Some(_)) => Version::Made(self.made),
        };
        let versions: Vec<_> =
            before.into_iter().map(|(subject, before)| (subject.clone(), made(&subject), before)).collect();
        for (subject, here, _) in &versions {
            self.note(set, subject, *here);
        }
        let changed = entries.map(|before| before.changes(set)).unwrap_or_default();
        Ok((Part { inverse, versions, other_position: self.position }, changed))
    }

    /// Goes to the other side of a part and gives the way back; nothing, and nothing is changed, where what it changed is not
    /// any more as it left it.
    pub(super) fn switch_side(
        &mut self,
        set: &mut AnnotationSet,
        part: Part,
        records: bool,
    ) -> Option<(Part, Vec<EntryChange>)> {
        if !self.is_intact(set, &part) {
            return None;
        }
        let subjects = part.versions.iter().map(|(subject, ..)| subject.clone());
        let entries = records.then(|| Before::new(subjects, set));
        let inverse = part.inverse.apply(set).ok()?;
        let versions: Vec<_> =
            part.versions.into_iter().map(|(subject, here, other)| (subject, other, here)).collect();
        for (subject, here, _) in &versions {
            self.note(set, subject, *here);
        }
        let changed = entries.map(|before| before.changes(set)).unwrap_or_default();
        Some((Part { inverse, versions, other_position: part.other_position }, changed))
    }

    /// Whether everything that a part changed is as it left it.
    pub(super) fn is_intact(&self, set: &AnnotationSet, part: &Part) -> bool {
        part.versions.iter().all(|(subject, here, _)| self.version(subject, set) == *here)
    }

    /// Takes a step out of those that can be undone, or done again; says whether it was the next of them.
    pub(super) fn take_out(&mut self, id: EditId, direction: Direction) -> bool {
        let steps = match direction {
            Direction::Undo => &mut self.undo,
            Direction::Redo => &mut self.redo,
        };
        let was_last = steps.last() == Some(&id);
        steps.retain(|step| *step != id);
        was_last
    }

    /// The version of a subject that is in force.
    fn version(&self, subject: &Subject, set: &AnnotationSet) -> Version {
        let standing = subject.standing(set);
        let known = self.current.get(subject).filter(|(_, known)| *known == standing);
        known.map_or(Version::Found(standing), |(version, _)| *version)
    }

    fn note(&mut self, set: &AnnotationSet, subject: &Subject, version: Version) {
        self.current.insert(subject.clone(), (version, subject.standing(set)));
    }
}
