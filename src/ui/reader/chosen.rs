//! Which annotations of a block are drawn, and in which lane: found once for each revision of the set.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::marks::Preview;
use super::view::Placed;
use crate::analysis::{Crowd, lanes};
use crate::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Revision, Schema};
use crate::text::{ByteOffset, Span};

/// Lanes of entities that are drawn over any one character: bands nest. Of more there is a number.
const MAX_ENTITY_LANES: usize = 6;
/// Lanes of claims that are drawn over any one character: more underlines would stand in the next line's letters.
const MAX_CLAIM_LANES: usize = 3;
/// Blocks of this many are kept; a window shows a few dozen.
const MAX_KEPT_BLOCKS: usize = 256;

/// How many lanes of a layer are drawn.
pub(super) const fn max_lanes(kind: AnnotationKind) -> usize {
    match kind {
        AnnotationKind::Entity => MAX_ENTITY_LANES,
        AnnotationKind::Claim => MAX_CLAIM_LANES,
    }
}

/// Marks of a layer that share text, and of which there are more than are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Of which layer.
    pub kind: AnnotationKind,
    /// Where, and how many are not drawn.
    pub crowd: Crowd,
}

/// What is drawn of one block.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Annotations with their lanes, in the order of the set.
    pub drawn: Vec<(Arc<Annotation>, usize)>,
    /// Where there are more than are drawn.
    pub crowds: Vec<Hidden>,
}

impl Chosen {
    /// What is drawn of the annotations that touch `range` of the article; that of the preview stands where it would be.
    fn new(
        (set, schema): (&AnnotationSet, &Schema),
        range: &Range<usize>,
        preview: Option<&Preview>,
    ) -> Self {
        let (start, end) = (ByteOffset::new(range.start), ByteOffset::new(range.end));
        let mut all = set.annotations().within(start, end);
        // Labels of the article as a whole stand beside its title.
        if schema.labels.iter().any(|label| label.is_of_article) {
            all.retain(|annotation| !schema.is_of_article(&annotation.label));
        }
        let mut chosen = Self::default();
        for kind in [AnnotationKind::Entity, AnnotationKind::Claim] {
            let of_kind: Vec<&Arc<Annotation>> = all.iter().copied().filter(|a| a.kind == kind).collect();
            let extents: Vec<Span> = of_kind.iter().map(|a| extent(a, preview)).collect();
            let lanes = lanes(&extents);
            let crowds = lanes.crowds(&extents, max_lanes(kind)).into_iter();
            chosen.crowds.extend(crowds.map(|crowd| Hidden { kind, crowd }));
            let lanes = of_kind.into_iter().zip(&lanes.lane).filter(|(_, lane)| **lane < max_lanes(kind));
            chosen.drawn.extend(lanes.map(|(annotation, lane)| (annotation.clone(), *lane)));
        }
        chosen
    }

    /// The shortest of those that are drawn over a character.
    pub(super) fn at(&self, offset: ByteOffset) -> Option<&AnnotationId> {
        let over = self.drawn.iter().filter(|(annotation, _)| annotation.spans.contains(offset));
        over.min_by_key(|(annotation, _)| annotation.spans.bytes()).map(|(annotation, _)| &annotation.id)
    }
}

fn extent(annotation: &Annotation, preview: Option<&Preview>) -> Span {
    let preview = preview.filter(|preview| preview.id == annotation.id);
    let moved = preview.and_then(|preview| annotation.spans.with(preview.part, preview.span));
    moved.map_or_else(|| annotation.spans.extent(), |moved| moved.extent())
}

/// What is drawn of the blocks that were in sight lately.
#[derive(Debug, Default)]
pub(super) struct ChosenBlocks {
    revision: Option<Revision>,
    schema: Option<Arc<Schema>>,
    by_range: HashMap<Range<usize>, Arc<Chosen>>,
}

impl ChosenBlocks {
    /// That of one block; found anew only where the set was changed, or while an edge is dragged.
    pub(super) fn of(
        &mut self,
        (set, schema): (&AnnotationSet, &Arc<Schema>),
        placed: &Placed,
        preview: Option<&Preview>,
    ) -> Arc<Chosen> {
        if preview.is_some() {
            return Arc::new(Chosen::new((set, schema), &placed.range, preview));
        }
        let is_old = self.revision != Some(set.revision())
            || self.schema.as_ref().is_none_or(|known| !Arc::ptr_eq(known, schema));
        if is_old || self.by_range.len() > MAX_KEPT_BLOCKS {
            self.by_range.clear();
            (self.revision, self.schema) = (Some(set.revision()), Some(schema.clone()));
        }
        let chosen = self.by_range.entry(placed.range.clone());
        chosen.or_insert_with(|| Arc::new(Chosen::new((set, schema), &placed.range, None))).clone()
    }
}
