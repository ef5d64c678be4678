//! The annotations in sight, and the lane each is drawn in.

use std::ops::Range;
use std::sync::Arc;

use super::chosen::{Chosen, Hidden, max_lanes};
use super::paint::{KNOB_REACH, knob};
use super::view::{Placed, View};
use crate::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Hue, Schema};
use crate::text::{SourceText, Span, Spans};
use crate::ui::theme::{Theme, Tone};

/// Claim lanes that every line has room for.
pub(super) const RESERVED: usize = 2;

/// One annotation as it is drawn in one block.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// What it stands for.
    pub annotation: Arc<Annotation>,
    /// Where it stands: where an edge is being dragged to, while it is.
    pub spans: Spans,
    /// Its colours.
    pub tone: Tone,
    /// Its label's name.
    pub name: Arc<str>,
    /// How many labels before its own have the same hue: each has another pattern.
    pub pattern: usize,
    /// Its lane among marks of its layer in this block.
    pub lane: usize,
    /// Whether it is the focused one.
    pub focused: bool,
    /// Whether the pointer is on it.
    pub hovered: bool,
}

impl Mark {
    /// Whether it is an entity, drawn as a band; a claim is drawn as an underline.
    pub(super) fn is_entity(&self) -> bool {
        self.annotation.kind == AnnotationKind::Entity
    }
}

/// An edge that is being dragged: the mark is drawn where it would be.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    /// Which annotation.
    pub id: AnnotationId,
    /// Which part of it.
    pub part: usize,
    /// Where that part would be.
    pub span: Span,
}

/// Who is to stand out.
#[derive(Clone, Debug, Default)]
pub(super) struct Emphasis {
    /// The focused annotation.
    pub focused: Option<AnnotationId>,
    /// The one under the pointer.
    pub hovered: Option<AnnotationId>,
    /// The one whose edge is being dragged.
    pub preview: Option<Preview>,
}

/// What is drawn of one visible block.
#[derive(Debug, Default)]
pub(super) struct BlockMarks {
    /// Its marks, outer ones first.
    pub marks: Vec<Mark>,
    /// Where there are more than are drawn, and how many.
    pub crowds: Vec<Hidden>,
}

impl BlockMarks {
    /// The marks that were chosen for a block, and the focused one in any case.
    pub(super) fn new(
        chosen: &Chosen,
        placed: &Placed,
        set: &AnnotationSet,
        (schema, theme): (&Schema, &Theme),
        emphasis: &Emphasis,
    ) -> Self {
        let of = |(annotation, lane): &(Arc<Annotation>, usize)| Mark {
            lane: *lane,
            ..mark(annotation, schema, theme, emphasis)
        };
        let mut marks: Vec<Mark> = chosen.drawn.iter().map(of).collect();
        if !marks.iter().any(|mark| mark.focused)
            && let Some(focused) = emphasis.focused.as_ref().and_then(|id| set.get(id))
            && !schema.is_of_article(&focused.label)
            && focused.spans.as_slice().iter().any(|span| placed.local(span.range()).is_some())
        {
            marks.push(Mark { lane: max_lanes(focused.kind) - 1, ..mark(focused, schema, theme, emphasis) });
        }
        marks.sort_by_key(|mark| mark.lane);
        Self { marks, crowds: chosen.crowds.clone() }
    }
}

fn mark(annotation: &Arc<Annotation>, schema: &Schema, theme: &Theme, emphasis: &Emphasis) -> Mark {
    let label = schema.label(&annotation.label);
    let hue = label.map_or(Hue::Grey, |l| l.hue);
    let before = schema.labels.iter().take_while(|l| label.is_none_or(|label| l.id != label.id));
    let preview = emphasis.preview.as_ref().filter(|p| p.id == annotation.id);
    let moved = preview.and_then(|p| annotation.spans.with(p.part, p.span));
    Mark {
        spans: moved.unwrap_or_else(|| annotation.spans.clone()),
        tone: theme.tone(hue),
        name: schema.name_of_label(&annotation.label).into(),
        pattern: before.filter(|l| l.hue == hue && l.kind == annotation.kind).count(),
        lane: 0,
        focused: emphasis.focused.as_ref() == Some(&annotation.id),
        hovered: emphasis.hovered.as_ref() == Some(&annotation.id),
        annotation: annotation.clone(),
    }
}

/// The lines a range of a block's bytes touches.
pub(super) fn lines_of(placed: &Placed, local: &Range<usize>) -> Range<usize> {
    let lines = placed.layout.lines();
    let first = lines.partition_point(|l| l.range.end <= local.start);
    let end = lines.partition_point(|l| l.range.start < local.end);
    first.min(lines.len())..end.max(first).min(lines.len())
}

/// The edge of an annotation whose knob is at a point: the part, and whether it is the end.
pub(super) fn edge_at(
    view: &View,
    text: &SourceText,
    focused: &Annotation,
    at: egui::Pos2,
) -> Option<(usize, bool)> {
    let near = |edge: egui::Rect| knob(edge).distance(at) <= KNOB_REACH;
    focused.spans.as_slice().iter().enumerate().find_map(|(part, span)| {
        let (start, end) = view.ends(text, &span.range());
        match (start.filter(|e| near(*e)), end.filter(|e| near(*e))) {
            (_, Some(_)) => Some((part, true)),
            (Some(_), None) => Some((part, false)),
            (None, None) => None,
        }
    })
}
