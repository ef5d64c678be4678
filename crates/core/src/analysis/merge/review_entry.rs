//! Entries of reviews in two copies of a set: verdicts and remarks, of which a copy has one of each subject.

use std::collections::{BTreeMap, BTreeSet};

use super::three_way::{ThreeWay, three_way};
use super::times::rank;
use crate::model::{Remark, RemarkSubject, Review, ReviewTarget, Timestamp};

/// An entry of a review: a verdict or a remark.
pub(super) trait ReviewEntry: Clone + PartialEq {
    /// What it is of; a copy has one of each.
    type Subject: Ord;

    fn subject(&self) -> &Self::Subject;

    fn at(&self) -> Option<&Timestamp>;

    /// Whether a file has the same bytes for both.
    fn is_alike(&self, other: &Self) -> bool {
        self == other && rank(self.at()) == rank(other.at())
    }
}

impl ReviewEntry for Review {
    type Subject = ReviewTarget;

    fn subject(&self) -> &ReviewTarget {
        &self.of
    }

    fn at(&self) -> Option<&Timestamp> {
        self.at.as_ref()
    }
}

impl ReviewEntry for Remark {
    type Subject = RemarkSubject;

    fn subject(&self) -> &RemarkSubject {
        &self.about
    }

    fn at(&self) -> Option<&Timestamp> {
        self.at.as_ref()
    }
}

/// What one copy changed or said; of what both did `both` makes one, with what was there before. What one changed and the other took
/// back stays, and is in `kept` too.
pub(super) fn merge<T: ReviewEntry>(
    lists: [Vec<&T>; 3],
    kept: &mut Vec<T>,
    mut both: impl FnMut(Option<&T>, &T, &T) -> T,
) -> Vec<T> {
    let [base, one, other] = lists.map(by_subject);
    let subjects: BTreeSet<&T::Subject> = one.keys().chain(other.keys()).copied().collect();
    let stays = |subject: &T::Subject| {
        let before = base.get(subject).copied();
        match (one.get(subject).copied(), other.get(subject).copied()) {
            (Some(a), Some(b)) => Some(match three_way(before, a, b, T::is_alike) {
                ThreeWay::Same | ThreeWay::One => a.clone(),
                ThreeWay::Other => b.clone(),
                ThreeWay::Conflict => both(before, a, b),
            }),
            (Some(left), None) | (None, Some(left)) if before == Some(left) => None,
            (Some(left), None) | (None, Some(left)) => {
                kept.extend(before.map(|_| left.clone()));
                Some(left.clone())
            }
            (None, None) => None,
        }
    };
    subjects.into_iter().filter_map(stays).collect()
}

fn by_subject<T: ReviewEntry>(list: Vec<&T>) -> BTreeMap<&T::Subject, &T> {
    list.into_iter().map(|entry| (entry.subject(), entry)).collect()
}
