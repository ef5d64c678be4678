//! When things were made and changed, in two copies.

use std::collections::BTreeSet;

use crate::model::Timestamp;

/// When something was made and when it was last changed, where that is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    pub(super) created: Option<Timestamp>,
    pub(super) modified: Option<Timestamp>,
}

impl Times {
    /// The first time it was made and the last time it was changed.
    pub(super) fn joined(self, other: Self) -> Self {
        let created = earliest(self.created.into_iter().chain(other.created));
        Self { created, modified: latest(self.modified.into_iter().chain(other.modified)) }
    }

    /// The times of copies of something that had `before`: what was changed, of several what [`Times::joined`] gives.
    pub(super) fn changed(before: &Self, copies: &[Self]) -> Self {
        let other = |of: fn(&Self) -> &Option<Timestamp>| {
            let is_other = move |copy: &&Self| rank(of(copy).as_ref()) != rank(of(before).as_ref());
            copies.iter().filter(is_other).map(of).cloned().collect::<Vec<_>>()
        };
        let (created, modified) = (other(|times| &times.created), other(|times| &times.modified));
        let or = |none_is_other: bool, found: Option<Timestamp>, before: &Option<Timestamp>| {
            if none_is_other { before.clone() } else { found }
        };
        Self {
            created: or(created.is_empty(), earliest(created.iter().flatten().cloned()), &before.created),
            modified: or(modified.is_empty(), latest(modified.iter().flatten().cloned()), &before.modified),
        }
    }

    /// Whether both are spelled the same, too.
    pub(super) fn has_same_spelling(&self, other: &Self) -> bool {
        rank(self.created.as_ref()) == rank(other.created.as_ref())
            && rank(self.modified.as_ref()) == rank(other.modified.as_ref())
    }
}

/// A moment, and of those that are one moment what is written in the file.
pub(super) fn rank(time: Option<&Timestamp>) -> Option<(&Timestamp, Option<&str>)> {
    time.map(|time| (time, time.spelled()))
}

fn earliest(times: impl Iterator<Item = Timestamp>) -> Option<Timestamp> {
    times.min_by(|a, b| rank(Some(a)).cmp(&rank(Some(b))))
}

fn latest(times: impl Iterator<Item = Timestamp>) -> Option<Timestamp> {
    times.max_by(|a, b| rank(Some(a)).cmp(&rank(Some(b))))
}

/// The lines that copies have, each once; where one alone has any, or all have the same, as it stands. They are in an order of
/// their own, since nobody knows which was written first.
pub(super) fn lines<'w>(copies: impl Iterator<Item = &'w str>) -> String {
    let texts: BTreeSet<&str> = copies.filter(|words| !words.is_empty()).collect();
    if let (Some(words), 1) = (texts.first(), texts.len()) {
        return (*words).to_owned();
    }
    let lines: BTreeSet<&str> =
        texts.into_iter().flat_map(str::lines).filter(|line| !line.is_empty()).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

/// Words of two copies of what had `before`: what was changed, of two changes the lines of both.
pub(super) fn merge_notes(before: Option<&str>, copies: [&str; 2]) -> String {
    let changed: Vec<&str> = copies.into_iter().filter(|words| before != Some(words)).collect();
    match (before, changed.is_empty()) {
        (Some(before), true) => before.to_owned(),
        _ => lines(changed.into_iter()),
    }
}
