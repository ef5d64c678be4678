//! Which annotations of a block are drawn, and in which lane: found once for each revision of the set.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::marks::Preview;
use super::view::Placed;
use crate::analysis::{Crowd, lanes};
use crate::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Revision};
use crate::text::{ByteOffset, Span};

/// Lanes of entities, and of claims, that are drawn over any one character; of more there is a number.
pub(super) const MAX_LANES: usize = 6;
/// Blocks of this many are kept; a window shows a few dozen.
const MAX_KEPT_BLOCKS: usize = 256;

/// What is drawn of one block.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Annotations with their lanes, in the order of the set.
    pub drawn: Vec<(Arc<Annotation>, usize)>,
    /// Where there are more than are drawn.
    pub crowds: Vec<Crowd>,
}

impl Chosen {
    /// What is drawn of the annotations that touch `range` of the article; that of the preview stands where it would be.
    fn new(set: &AnnotationSet, range: &Range<usize>, preview: Option<&Preview>) -> Self {
        let (start, end) = (ByteOffset::new(range.start), ByteOffset::new(range.end));
        let all = set.annotations().within(start, end);
        let mut chosen = Self::default();
        for kind in [AnnotationKind::Entity, AnnotationKind::Claim] {
            let of_kind: Vec<&Arc<Annotation>> = all.iter().copied().filter(|a| a.kind == kind).collect();
            let extents: Vec<Span> = of_kind.iter().map(|a| extent(a, preview)).collect();
            let lanes = lanes(&extents);
            chosen.crowds.extend(lanes.crowds(&extents, MAX_LANES));
            let lanes = of_kind.into_iter().zip(&lanes.lane).filter(|(_, lane)| **lane < MAX_LANES);
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
    by_range: HashMap<Range<usize>, Arc<Chosen>>,
}

impl ChosenBlocks {
    /// That of one block; found anew only where the set was changed, or while an edge is dragged.
    pub(super) fn of(
        &mut self,
        set: &AnnotationSet,
        placed: &Placed,
        preview: Option<&Preview>,
    ) -> Arc<Chosen> {
        if preview.is_some() {
            return Arc::new(Chosen::new(set, &placed.range, preview));
        }
        if self.revision != Some(set.revision()) || self.by_range.len() > MAX_KEPT_BLOCKS {
            self.by_range.clear();
            self.revision = Some(set.revision());
        }
        let chosen = self.by_range.entry(placed.range.clone());
        chosen.or_insert_with(|| Arc::new(Chosen::new(set, &placed.range, None))).clone()
    }
}
