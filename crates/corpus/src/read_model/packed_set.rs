//! A set in a few bytes an annotation.

use super::names::Names;
use super::pack::{pack, pack_relations};
use super::unpack::{unpack, unpack_relations};
use crate::analysis::SetCounts;
use crate::model::{AnnotationSet, Relation, Unread};
use crate::text::SourceText;

/// One annotator's set of one article, packed: some 70 bytes an annotation instead of some 500, its texts once in a set.
///
/// Unpacked against the text it was packed with, the set is equal to what it was, and its file has the same bytes. What
/// is counted of it is known without unpacking.
///
/// ```
/// # use tippani_corpus::read_model::PackedSet;
/// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator};
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha met Ravi");
/// let span = Span::new(&text, ByteOffset::new(9), ByteOffset::new(13))?;
/// let id = AnnotationId::new("01JD0000000000000000000001");
/// let now = "2026-01-02T03:04:05Z".parse()?;
/// let mut set = AnnotationSet::new(Annotator::new("asha")?);
/// set.insert(Annotation::new(id, AnnotationKind::Entity, "person", span.into(), now));
///
/// let packed = PackedSet::new(&set);
/// assert_eq!(packed.counts().annotations, 1);
/// assert_eq!(packed.unpack(&text)?, set);
/// assert!(packed.unpack(&SourceText::new("Asha")).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedSet {
    counts: SetCounts,
    bytes: Box<[u8]>,
    relations: Box<[u8]>,
    unread: Box<[Unread]>,
}

/// A packed set was unpacked against another text than it was packed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the set was made for another version of the text")]
pub struct OtherText;

impl PackedSet {
    /// Packs a set.
    #[must_use]
    pub fn new(set: &AnnotationSet) -> Self {
        let counts = SetCounts::from(set);
        let bytes = pack(set, &counts.labels);
        Self { counts, bytes, relations: pack_relations(set), unread: set.unread.as_slice().into() }
    }

    /// The set, equal to the one that was packed.
    ///
    /// # Errors
    /// When an annotation's place is none in `text`. Another text in which all are places is not noticed: whether it is
    /// the same text is told by its hash.
    pub fn unpack(&self, text: &SourceText) -> Result<AnnotationSet, OtherText> {
        let mut set = unpack(&self.bytes, &self.counts, text).ok_or(OtherText)?;
        for relation in self.relations() {
            set.insert_relation(relation);
        }
        set.unread = self.unread.to_vec();
        Ok(set)
    }

    /// Its relations, by identifier: of the packed set alone, without the text.
    #[must_use]
    pub fn relations(&self) -> Vec<Relation> {
        unpack_relations(&self.relations, self.counts.relations).unwrap_or_default()
    }

    /// What is counted of it.
    #[must_use]
    pub const fn counts(&self) -> &SetCounts {
        &self.counts
    }

    /// Uses the one copy of each name.
    pub(super) fn share(&mut self, names: &mut Names) {
        names.share_annotator(&mut self.counts.annotator);
        self.counts.labels.iter_mut().for_each(|(label, _)| names.share(label));
    }
}
