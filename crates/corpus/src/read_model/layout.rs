//! What the numbers in a packed set mean, for the one who writes and the one who reads.

use crate::model::{AnnotationKind, OriginKind, Verdict};

pub(super) const KINDS: [AnnotationKind; 2] = [AnnotationKind::Entity, AnnotationKind::Claim];
pub(super) const ORIGINS: [OriginKind; 5] = [
    OriginKind::Hand,
    OriginKind::Propagated,
    OriginKind::Import,
    OriginKind::Model,
    OriginKind::Adjudicated,
];
pub(super) const VERDICTS: [Verdict; 3] = [Verdict::Accepted, Verdict::Rejected, Verdict::Question];

/// The place of a value among all there are.
pub(super) fn place<T: PartialEq>(all: &[T], value: &T) -> u64 {
    all.iter().position(|known| known == value).unwrap_or_default() as u64
}

/// Bits of the first number of an annotation; the kind is its lowest bit, the origin the three above.
pub(super) mod mark {
    pub(in super::super) const ORIGIN_SHIFT: u32 = 1;
    /// The identifier is no ULID.
    pub(in super::super) const TEXT_ID: u64 = 1 << 4;
    /// It has several spans.
    pub(in super::super) const SPANS: u64 = 1 << 5;
    /// It carries something of [`super::carried`].
    pub(in super::super) const MORE: u64 = 1 << 6;
}

/// Bits for what most annotations do not carry.
pub(super) mod carried {
    pub(in super::super) const ENTITY: u64 = 1;
    pub(in super::super) const ATTRIBUTES: u64 = 1 << 1;
    pub(in super::super) const NOTE: u64 = 1 << 2;
    pub(in super::super) const FROM: u64 = 1 << 3;
    pub(in super::super) const SCORE: u64 = 1 << 4;
    pub(in super::super) const EXTRA: u64 = 1 << 5;
    pub(in super::super) const RULE: u64 = 1 << 6;
}

/// The kind of reference to an entity, in a number; a slug or a name follows as text.
pub(super) mod entity {
    pub(in super::super) const SLUG: u64 = 0;
    pub(in super::super) const AUTHOR: u64 = 1;
    pub(in super::super) const UNKNOWN: u64 = 2;
    pub(in super::super) const NAME: u64 = 3;
}

/// What an attribute says, in a number; [`value::EVIDENCE`] is added where there is some.
pub(super) mod value {
    pub(in super::super) const TEXT: u64 = 0;
    pub(in super::super) const MANY: u64 = 1;
    pub(in super::super) const NO: u64 = 2;
    pub(in super::super) const YES: u64 = 3;
    pub(in super::super) const NUMBER: u64 = 4;
    pub(in super::super) const ENTITY: u64 = 5;
    pub(in super::super) const EVIDENCE: u64 = 1 << 3;
}

/// Bits of the first number of a verdict; the verdict is its lowest two.
pub(super) mod review {
    pub(in super::super) const VERDICT: u64 = 0b11;
    /// It says which content was judged.
    pub(in super::super) const SAW: u64 = 1 << 2;
    pub(in super::super) const EXTRA: u64 = 1 << 3;
    /// It was given after an answer.
    pub(in super::super) const HEARD: u64 = 1 << 4;
}

/// What a remark is about, in the lowest two bits of its first number.
pub(super) mod remark {
    pub(in super::super) const ABOUT: u64 = 0b11;
    pub(in super::super) const ANSWER: u64 = 0;
    /// An answer to a returned article.
    pub(in super::super) const HANDED_BACK: u64 = 1;
    pub(in super::super) const RETURN: u64 = 2;
    pub(in super::super) const NOTHING: u64 = 3;
    pub(in super::super) const EXTRA: u64 = 1 << 2;
}

/// Bits of the first number of a relation.
pub(super) mod relation {
    /// It ends in another set.
    pub(in super::super) const THERE: u64 = 1;
    pub(in super::super) const EXTRA: u64 = 1 << 1;
    pub(in super::super) const NOTE: u64 = 1 << 2;
}
