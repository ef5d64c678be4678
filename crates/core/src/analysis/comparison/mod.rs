//! Several annotators’ sets of one article held against each other: what they agree about, and every kind of conflict.

mod align;
mod conflict;
mod partition;

use std::sync::Arc;

pub use conflict::{Conflict, ConflictKind};

use self::align::AlignedGroup;
pub(super) use self::align::align;
pub use self::align::likeness;
use self::conflict::{RelationEnds, conflicts};
use crate::model::{Annotation, AnnotationSet, Annotator};
use crate::text::Span;

/// What is the same in several sets, and what the sets make of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Of each annotator of the comparison the annotation; nothing where one has none here.
    pub members: Vec<Option<Arc<Annotation>>>,
    /// What they differ in; nothing where they agree.
    pub conflicts: Vec<Conflict>,
    /// What is said here, each with the numbers of all who say it: what most say first, then by content. Links count by the
    /// group they end in.
    pub versions: Vec<Vec<usize>>,
}

impl Group {
    /// Several have it, nobody who has looked misses it, and all say the same.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.conflicts.is_empty() && self.present().nth(1).is_some()
    }

    /// The annotations that are there, with the number of their annotator.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Arc<Annotation>)> {
        self.members.iter().enumerate().filter_map(|(n, member)| Some((n, member.as_ref()?)))
    }

    /// From its first character to its last.
    #[must_use]
    pub fn extent(&self) -> Option<Span> {
        let extents = self.present().map(|(_, annotation)| annotation.spans.extent());
        extents.reduce(|one, other| if one.start() <= other.start() { one } else { other })
    }

    /// How much the annotators differ here: the part of pairs that do, more for what weighs more; 0 where they agree.
    #[must_use]
    pub fn disagreement(&self) -> f64 {
        let kinds: f64 = self.conflicts.iter().map(|conflict| conflict.kind.weight()).sum();
        let members = self.members.len() as f64;
        let most =
            self.conflicts.iter().map(|conflict| conflict.apart(self.members.len())).max().unwrap_or(0);
        kinds + most as f64 / members.max(1.0)
    }
}

/// Sets held against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Whose sets, in the order of members.
    pub annotators: Vec<Annotator>,
    /// What was found, by first character.
    pub groups: Vec<Group>,
}

/// Holds sets of one article against each other; each has at most one annotation in a group.
///
/// Annotations of one layer that share a character may be the same; they are put together so that all pairs in a group are
/// most alike in place (Jaccard) and label, whatever the order of the sets, and whatever names and identifiers.
///
/// ```
/// # use tippani_core::analysis::compare;
/// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator};
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha met Ravi");
/// let set = |annotator, label| {
///     let span = Span::new(&text, ByteOffset::new(0), ByteOffset::new(4)).unwrap();
///     let (id, now) = (AnnotationId::new("01A"), "2026-01-02T03:04:05Z".parse().unwrap());
///     let mut set = AnnotationSet::new(Annotator::new(annotator).unwrap());
///     set.insert(Annotation::new(id, AnnotationKind::Entity, label, span.into(), now));
///     set
/// };
/// let (asha, ravi) = (set("asha", "person"), set("ravi", "organization"));
/// let comparison = compare(&[&asha, &ravi]);
/// assert_eq!(comparison.groups.len(), 1, "one place, marked by both");
/// assert!(!comparison.groups[0].is_agreed());
/// assert!(compare(&[&asha, &asha]).groups[0].is_agreed());
/// ```
#[must_use]
pub fn compare(sets: &[&AnnotationSet]) -> Comparison {
    compare_with(sets, &vec![true; sets.len()])
}

/// [`compare`], where some have not looked at all of the article: who is not `complete` misses nothing.
#[must_use]
pub fn compare_with(sets: &[&AnnotationSet], complete: &[bool]) -> Comparison {
    let aligned = align(sets);
    let links = RelationEnds::new(sets, &aligned);
    let found: Vec<_> = aligned.iter().map(|group| conflicts(group, &links, complete)).collect();
    let group = |(aligned, (conflicts, versions)): (AlignedGroup, _)| Group {
        conflicts,
        versions,
        members: aligned.members,
    };
    drop(links);
    Comparison {
        annotators: sets.iter().map(|set| set.annotator.clone()).collect(),
        groups: aligned.into_iter().zip(found).map(group).collect(),
    }
}
