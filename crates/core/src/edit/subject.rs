//! What a change is about.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::Change;
use crate::model::{
    AnnotationId, AnnotationSet, EntryChange, RemarkSubject, ReviewTarget, Revision, SetEntry, State,
};

/// The one entry of a set that a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An annotation.
    Annotation(AnnotationId),
    /// A relation.
    Relation(AnnotationId),
    /// The verdict on an annotation.
    Review(ReviewTarget),
    /// What else is said in a review.
    Remark(RemarkSubject),
    /// An annotation that has lost its place.
    Orphan(AnnotationId),
    /// A field of the file as a whole, by its path.
    Field(Arc<str>),
    /// How far the annotator has come.
    State,
}

/// How a subject stands in a set: two equal ones mean that nobody changed it in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// An entry by the revision of its last change; nothing where it is not there.
    Entry(Option<Revision>),
    /// A field by the hash of what it holds; nothing where it is not there.
    Field(Option<u64>),
    /// The state, which is its own value.
    State(State),
}

impl Subject {
    /// The subject of an entry.
    #[must_use]
    pub fn of(entry: &SetEntry) -> Self {
        match entry {
            SetEntry::Annotation(annotation) => Self::Annotation(annotation.id.clone()),
            SetEntry::Relation(relation) => Self::Relation(relation.id.clone()),
            SetEntry::Review(review) => Self::Review(review.of.clone()),
            SetEntry::Remark(remark) => Self::Remark(remark.about.clone()),
            SetEntry::Orphan(orphan) => Self::Orphan(orphan.id.clone()),
            SetEntry::Field(field) => Self::Field(field.path().clone()),
            SetEntry::State(_) => Self::State,
        }
    }

    /// The subject of a change; nothing where it is of nothing.
    #[must_use]
    pub fn of_change(change: &EntryChange) -> Option<Self> {
        change.after.as_ref().or(change.before.as_ref()).map(Self::of)
    }

    /// The entry that a set has of it.
    #[must_use]
    pub fn entry(&self, set: &AnnotationSet) -> Option<SetEntry> {
        match self {
            Self::Annotation(id) => set.get(id).cloned().map(SetEntry::Annotation),
            Self::Relation(id) => set.relation(id).cloned().map(|r| SetEntry::Relation(Arc::new(r))),
            Self::Review(of) => set.review(of).cloned().map(|r| SetEntry::Review(Arc::new(r))),
            Self::Remark(about) => set.remark(about).cloned().map(|r| SetEntry::Remark(Arc::new(r))),
            Self::Orphan(id) => set.orphan(id).cloned().map(|o| SetEntry::Orphan(Arc::new(o))),
            Self::Field(path) => set.field(path).map(|field| SetEntry::Field(Arc::new(field))),
            Self::State => Some(SetEntry::State(set.state())),
        }
    }

    /// The change that makes a set have this entry of it, or none.
    #[must_use]
    pub fn put(self, entry: Option<SetEntry>) -> Change {
        match (self, entry) {
            (_, Some(SetEntry::Annotation(annotation))) => {
                Change::Put(Box::new(Arc::unwrap_or_clone(annotation)))
            }
            (_, Some(SetEntry::Relation(relation))) => {
                Change::Relate(Box::new(Arc::unwrap_or_clone(relation)))
            }
            (_, Some(SetEntry::Review(review))) => Change::Review(Box::new(Arc::unwrap_or_clone(review))),
            (_, Some(SetEntry::Remark(remark))) => Change::Remark(Box::new(Arc::unwrap_or_clone(remark))),
            (_, Some(SetEntry::Orphan(orphan))) => Change::Orphan(Box::new(Arc::unwrap_or_clone(orphan))),
            (_, Some(SetEntry::Field(field))) => Change::PutField(Arc::unwrap_or_clone(field)),
            (_, Some(SetEntry::State(state))) => Change::SetState(state),
            (Self::Annotation(id), None) => Change::Remove(id),
            (Self::Relation(id), None) => Change::Unrelate(id),
            (Self::Review(of), None) => Change::Unreview(of),
            (Self::Remark(about), None) => Change::Unremark(about),
            (Self::Orphan(id), None) => Change::Unorphan(id),
            (Self::Field(path), None) => Change::RemoveField(path),
            (Self::State, None) => Change::SetState(State::default()),
        }
    }

    pub(super) fn standing(&self, set: &AnnotationSet) -> Standing {
        match self {
            Self::Annotation(id) => Standing::Entry(set.revision_of(id)),
            Self::Relation(id) => Standing::Entry(set.revision_of_relation(id)),
            Self::Review(of) => Standing::Entry(set.revision_of_review(of)),
            Self::Remark(about) => Standing::Entry(set.revision_of_remark(about)),
            Self::Orphan(id) => Standing::Entry(set.revision_of_orphan(id)),
            Self::Field(path) => Standing::Field(set.field(path).map(|field| hash(field.json()))),
            Self::State => Standing::State(set.state()),
        }
    }
}

/// A number for the text of a field, within one run of the program.
pub(super) fn hash(json: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    json.hash(&mut hasher);
    hasher.finish()
}

impl Change {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Put(annotation) => Subject::Annotation(annotation.id.clone()),
            Self::Remove(id) => Subject::Annotation(id.clone()),
            Self::Relate(relation) => Subject::Relation(relation.id.clone()),
            Self::Unrelate(id) => Subject::Relation(id.clone()),
            Self::Review(review) => Subject::Review(review.of.clone()),
            Self::Unreview(of) => Subject::Review(of.clone()),
            Self::Remark(remark) => Subject::Remark(remark.about.clone()),
            Self::Unremark(about) => Subject::Remark(about.clone()),
            Self::Orphan(orphan) => Subject::Orphan(orphan.id.clone()),
            Self::Unorphan(id) => Subject::Orphan(id.clone()),
            Self::PutField(field) => Subject::Field(field.path().clone()),
            Self::RemoveField(path) => Subject::Field(path.clone()),
            Self::SetState(_) => Subject::State,
        }
    }

    /// Whether its subject is there afterwards, as the change says.
    pub(super) const fn puts(&self) -> bool {
        match self {
            Self::Put(_)
            | Self::Relate(_)
            | Self::Review(_)
            | Self::Remark(_)
            | Self::Orphan(_)
            | Self::PutField(_)
            | Self::SetState(_) => true,
            Self::Remove(_)
            | Self::Unrelate(_)
            | Self::Unreview(_)
            | Self::Unremark(_)
            | Self::Unorphan(_)
            | Self::RemoveField(_) => false,
        }
    }
}
