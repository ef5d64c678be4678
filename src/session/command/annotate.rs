//! Making and changing annotations of the open article.

use std::sync::Arc;

use super::{Edge, Step};
use crate::model::{AnnotationId, AttributeValue, State};
use crate::session::{Effect, Now, Session};
use crate::text::Span;

/// Making and changing annotations of the open article.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotateCommand {
    /// Says how far the annotator has come with the article.
    SetState(State),
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Tags the selection; with nothing selected, starts or ends tag mode.
    Tag(Arc<str>),
    /// Starts tag mode with a label, or ends it.
    SetTagMode(Option<Arc<str>>),
    /// Gives the focused annotation another label.
    Relabel(Arc<str>),
    /// Removes the focused annotation and the relations that touch it.
    Delete,
    /// Sets or clears an attribute of the focused annotation.
    SetAttribute {
        /// Its identifier.
        attribute: Arc<str>,
        /// The new value; nothing clears it.
        value: Option<AttributeValue>,
    },
    /// Sets or clears an attribute letter by letter: one step of undo until the field is left.
    TypeAttribute {
        /// Its identifier.
        attribute: Arc<str>,
        /// The new value; nothing clears it.
        value: Option<AttributeValue>,
    },
    /// A text field was entered or left.
    EndTyping,
    /// Makes the selection the evidence of an attribute of the focused annotation.
    AttachEvidence(Arc<str>),
    /// Sets the note of the focused annotation, letter by letter: one step of undo until the field is left.
    SetNote(String),
    /// Gives a part of an annotation another extent: an edge was dragged.
    SetSpan {
        /// The annotation.
        id: AnnotationId,
        /// Index of the part.
        part: usize,
        /// Where it is to stand.
        span: Span,
    },
    /// Adds the selection to the focused annotation as a further part.
    AddPart,
    /// Takes a part away from the focused annotation.
    RemovePart(usize),
    /// Moves an edge of the selection, or else of the focused annotation, by one cluster.
    MoveEdge {
        /// Which edge.
        edge: Edge,
        /// Which way, in text order.
        step: Step,
    },
}

impl AnnotateCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::SetState(state) => session.set_state(state, now),
            Self::Undo => session.undo(now),
            Self::Redo => session.redo(now),
            Self::Tag(label) => session.tag(&label, now),
            Self::SetTagMode(label) => session.set_tag_mode(label),
            Self::Relabel(label) => session.relabel(&label, now),
            Self::Delete => session.delete(now),
            Self::SetAttribute { attribute, value } => session.set_attribute(attribute, value, now),
            Self::TypeAttribute { attribute, value } => session.type_attribute(attribute, value, now),
            Self::EndTyping => {
                session.end_typing();
                Vec::new()
            }
            Self::AttachEvidence(attribute) => session.attach_evidence(&attribute, now),
            Self::SetNote(note) => session.set_note(note, now),
            Self::SetSpan { id, part, span } => session.set_span(&id, part, span, now),
            Self::AddPart => session.add_part(now),
            Self::RemovePart(part) => session.remove_part(part, now),
            Self::MoveEdge { edge, step } => session.move_edge(edge, step, now),
        }
    }
}
